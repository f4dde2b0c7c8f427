import type { FormSource } from './formSource.ts';
import { FormWalk, type NumberedWords, type TermMatch } from './formWalk.ts';
import type { KnownForms } from './knownForms.ts';
import { chooseMatches } from './matcher.ts';
import { type PackedWords, type UnpackCursor, unpackWords, type Vocabulary } from './packedWords.ts';
import { maxFormWords } from './termTable.ts';

/** Which words of a document the longest forms begin with, before it is decided which of those that lie over each other hold. */
export type PlacedForms = readonly PlacedPart[];

/** The forms in some of a document's words; terms by their numbers, which stay the same from one table to the next. */
interface PlacedPart {
	/** Where the words begin. */
	readonly from: Readonly<UnpackCursor>;
	/** What ends behind this belongs to the next part. */
	readonly border: number;
	/** Four numbers a form: its first word, start and end in the text, and its term; -1 for no term. */
	readonly places: Int32Array;
	/** By index in `places`: other terms that are written with the same words. */
	readonly others: ReadonlyMap<number, readonly number[]>;
	/** Ascending: the terms of which forms may stand at these places if others did not. */
	readonly behind: Int32Array;
}

/** What is needed to look at packed words with a table. `numbers` are those of the vocabulary in the table. */
export interface WordsOfTable {
	readonly vocabulary: Vocabulary;
	readonly numbers: Uint32Array;
	readonly table: FormSource;
	readonly forms: KnownForms;
}

/** So many words are looked at in one step: a few milliseconds. */
const wordsPerStep = 20_000;
const overlapWords = 2 * maxFormWords;

/** Looks for the table's forms in all words of a text, in steps of some milliseconds. */
export function* placeForms(text: string, words: PackedWords, parts: WordsOfTable): Generator<void, PlacedForms, void> {
	const placed: PlacedPart[] = [];
	const cursor = { at: 0, end: 0 };
	while (cursor.at < words.packed.length) {
		const from = { ...cursor };
		const part = unpackWords(words, cursor, wordsPerStep, parts);
		let border = Number.POSITIVE_INFINITY;
		if (cursor.at < words.packed.length) {
			// What runs over the last words may go on in the next part, which begins some words earlier for its sake.
			border = part.starts[part.starts.length - maxFormWords] ?? 0;
			Object.assign(cursor, rewind(words, { ...from }, cursor.at - overlapWords, parts));
		}
		placed.push({ from, border, ...placeInPart(text, part, parts) });
		yield;
	}
	return placed;
}

function placeInPart(text: string, part: NumberedWords, { table, forms }: WordsOfTable): Pick<PlacedPart, 'places' | 'others' | 'behind'> {
	const places: number[] = [];
	const others = new Map<number, readonly number[]>();
	const passed: number[] = [];
	const behind = new Set<number>();
	const walk = new FormWalk(table, text, part, forms, { passed });
	for (let at = 0; at < part.numbers.length; at++) {
		const candidate = walk.findLongestAt(at);
		if (candidate !== undefined) {
			for (const id of passed) {
				if (id >= 0 && id !== candidate.cardIndex) {
					behind.add(id);
				}
			}
			if (candidate.others !== undefined) {
				others.set(places.length, candidate.others);
			}
			places.push(at, candidate.start, candidate.end, candidate.cardIndex);
		}
		passed.length = 0;
	}
	return { places: Int32Array.from(places), others, behind: Int32Array.from(behind).sort() };
}

/** A cursor at an earlier word than where unpacking stands; found from `from` on, since packed words know only their gaps. */
function rewind(words: PackedWords, from: UnpackCursor, to: number, parts: WordsOfTable): UnpackCursor {
	unpackWords(words, from, to - from.at, parts);
	return from;
}

/** Terms of the first table that the second does without. */
export interface WithoutTerms {
	/** 1 by the number of each term that is left out. */
	readonly isDropped: Uint8Array;
	/** The second table, in which words have the same numbers. */
	readonly parts: () => WordsOfTable;
}

/**
 * The matches of a document, part by part: those that `findInWords` finds in it with the table in which forms were placed, or with one that has
 * fewer terms. Then only words with which a form of those begins are looked at again: to all others they made no difference.
 */
export function* matchPlacedForms(
	text: string,
	words: PackedWords,
	placed: PlacedForms,
	without?: WithoutTerms,
): Generator<readonly TermMatch[], void, void> {
	let lastEnd = 0;
	for (const part of placed) {
		const { border, places, others, from } = part;
		const candidates: TermMatch[] = [];
		let walk: FormWalk | undefined;
		for (let place = 0; place < places.length; place += 4) {
			const id = places[place + 3] ?? -1;
			const same = others.size === 0 ? undefined : others.get(place);
			if (without !== undefined && id >= 0 && (without.isDropped[id] === 1 || same?.some((other) => without.isDropped[other] === 1))) {
				if (walk === undefined) {
					const parts = without.parts();
					walk = new FormWalk(parts.table, text, unpackWords(words, { ...from }, wordsPerStep, parts), parts.forms);
				}
				const candidate = walk.findLongestAt(places[place] ?? 0);
				if (candidate !== undefined) {
					candidates.push(candidate);
				}
				continue;
			}
			const [start = 0, end = 0] = [places[place + 1], places[place + 2]];
			candidates.push(same === undefined ? { start, end, cardIndex: id } : { start, end, cardIndex: id, others: same });
		}
		const fresh = chooseMatches(candidates).filter((match) => match.start >= lastEnd && match.end <= border);
		lastEnd = Math.max(lastEnd, fresh.at(-1)?.end ?? 0);
		yield fresh;
	}
}

/** Whether a form of one of these terms (1 by its number) stands there. */
export function holdsTerm(placed: PlacedForms, isWanted: Uint8Array): boolean {
	return placed.some(({ places, others }) => {
		for (let place = 3; place < places.length; place += 4) {
			if (isWanted[places[place] ?? -1] === 1) {
				return true;
			}
		}
		return [...others.values()].some((same) => same.some((other) => isWanted[other] === 1));
	});
}

/** Whether one of these terms (1 by its number) may stand there where it does not, since another does. */
export function holdsBehind(placed: PlacedForms, isWanted: Uint8Array): boolean {
	return placed.some(({ behind }) => behind.some((id) => isWanted[id] === 1));
}

/** Whether the same forms were found at the same places of one text. */
export function areSamePlaces(a: PlacedForms, b: PlacedForms): boolean {
	return (
		a.length === b.length &&
		a.every(({ border, places, others, behind }, at) => {
			const other = b[at];
			return (
				other !== undefined &&
				border === other.border &&
				places.length === other.places.length &&
				places.every((number, index) => number === other.places[index]) &&
				behind.length === other.behind.length &&
				behind.every((id, index) => id === other.behind[index]) &&
				others.size === other.others.size &&
				[...others].every(([index, same]) => same.join() === other.others.get(index)?.join())
			);
		})
	);
}
