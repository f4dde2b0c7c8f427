import type { Steps } from '../base/steps.ts';
import { beginsWithHangul, termOf } from '../text/analyse.ts';
import { tokenise } from '../text/tokenise.ts';
import { foldAsked } from './analysedQuery.ts';
import type { EngineAnswer } from './engine.ts';
import type { PartWords } from './parts/part.ts';
import type { AnyClause, Clause, Query, RowClause } from './query.ts';
import { hasCompounds, isInUse } from './spelling.ts';

/** A query asked with other spaces, and what of it is asked so. */
export interface Respaced {
	readonly query: Query;
	/** The words, folded, that are asked for with other spaces. */
	readonly words: ReadonlySet<string>;
	readonly corrections: EngineAnswer['corrections'];
}

/** Words that no document knows, and those that stand in for them. */
export interface UnknownWords {
	/** Their folded forms. */
	readonly folded: { has(word: string): boolean };
	/** Whether a word is spelt nearly like one that is known. */
	hasNeighbours(word: string): boolean;
	/** Whether these words stand in a row somewhere. */
	standsInSteps(row: string): Steps<boolean>;
}

/** Most words of Korean that are joined to one, or that one is parted into. Elsewhere it is two. */
const maxWords = 4;

/** One syllable is part of too many words: parted there, nearly every unknown word would be known ones. It must stand so. */
const minPartLength = 2;

/**
 * Korean leaves spaces free: `고등 학교` is `고등학교`, `이주노동자숙소` is `이주노동자 숙소`. Words that are a known word together are asked for as that too, of one syllable
 * only beside an unknown word; an unknown word that nothing begins with is asked for as known words in a row, or as one syllable and the rest where they stand so. The corrections tell what was asked of unknown words.
 * Elsewhere people are not sure of them: `break water` is `breakwater` where that is known, `drydock` is `dry dock` where that stands in a row.
 */
export function* respaceInSteps(query: Query, unknown: UnknownWords, vocabularies: readonly PartWords[]): Steps<Respaced> {
	const corrections: { readonly typed: string; readonly searched: readonly string[] }[] = [];
	const respacedWords = new Set<string>();
	let isRespaced = false;
	const askAs = (apart: readonly Clause[], text: string, alternatives: readonly (readonly Clause[])[]): AnyClause => {
		const typed = apart.map((clause) => clause.text).join(' ');
		const row: RowClause = { kind: 'word', text, isPrefix: false, isExcluded: false };
		isRespaced = true;
		return { kind: 'any', text: typed, alternatives: [[row], ...alternatives], isExcluded: false };
	};
	const correct = (apart: readonly Clause[], text: string, alternatives: readonly (readonly Clause[])[]): AnyClause => {
		const asked = askAs(apart, text, alternatives);
		corrections.push({ typed: asked.text, searched: [text] });
		return asked;
	};
	const respaceAll = function* (clauses: readonly Clause[]): Steps<Clause[]> {
		const words = clauses.map(readWord);
		const respaced: Clause[] = [];
		for (let at = 0, next = 0; at < clauses.length; at = next) {
			const clause = clauses[at] as Clause;
			const word = words[at];
			const count = countJoined(words, at, unknown, vocabularies);
			next = at + count;
			if (count > 1) {
				const joined = words.slice(at, next).filter((word) => word !== undefined);
				const apart = clauses.slice(at, next);
				if (joined.some((word) => unknown.folded.has(word))) {
					joined.forEach((word) => respacedWords.add(word));
					respaced.push(correct(apart, joined.join(''), [apart]));
				} else {
					// Where all are together, each of them is.
					respaced.push(...apart.map((one) => askAs([one], joined.join(''), [[one]])));
				}
				continue;
			}
			const parts = word !== undefined && unknown.folded.has(word) ? yield* partInSteps(word, unknown, vocabularies) : undefined;
			if (parts !== undefined && word !== undefined) {
				respacedWords.add(word);
				respaced.push(correct([clause], parts.join(' '), []));
			} else if (clause.kind === 'any' && !clause.isExcluded) {
				const alternatives: Clause[][] = [];
				for (const alternative of clause.alternatives) {
					alternatives.push(yield* respaceAll(alternative));
				}
				respaced.push({ ...clause, alternatives });
			} else {
				respaced.push(clause);
			}
		}
		return respaced;
	};
	const clauses = yield* respaceAll(query.clauses);
	return { query: isRespaced ? { ...query, clauses } : query, words: respacedWords, corrections };
}

/** Whether two words of Korean stand beside each other in a query, which may be one however well known each of them is. */
export function mayBeJoined({ clauses }: Pick<Query, 'clauses'>): boolean {
	return clauses.some((clause, at) =>
		clause.kind === 'any'
			? clause.alternatives.some((alternative) => mayBeJoined({ clauses: alternative }))
			: at > 0 && isHangul.test(clause.text) && isHangul.test(clauses[at - 1]?.text ?? ''),
	);
}

/** The folded word of a clause that is one word of letters and digits and asked for as it is. */
function readWord(clause: Clause): string | undefined {
	if (clause.kind !== 'word' || clause.isExcluded || clause.isPrefix) {
		return undefined;
	}
	const [token, ...others] = tokenise(clause.text);
	const folded = token === undefined || token.script === 'cjk' || others.length > 0 ? '' : foldAsked(clause.text, token);
	return /^[\p{L}\p{N}]+$/u.test(folded) ? folded : undefined;
}

const isHangul = /^[\uac00-\ud7a3]+$/;

/** How many words from this one on are a known word together, one of them unknown by itself, or all of Korean with more than a syllable; 1 if none are. */
function countJoined(
	words: readonly (string | undefined)[],
	at: number,
	unknown: UnknownWords,
	vocabularies: readonly PartWords[],
): number {
	const isKorean = isHangul.test(words[at] ?? '');
	const run = words.slice(at, at + (isKorean ? maxWords : 2));
	const end = run.findIndex((word) => word === undefined || isHangul.test(word) !== isKorean);
	for (let count = end < 0 ? run.length : end; count > 1; count--) {
		const apart = run.slice(0, count) as string[];
		const joined = apart.join('');
		// What is known must be all of the words, not the ones before a verb's ending: `학교` of `학교 하겠다`.
		const reachesLast = !isKorean || termOf(joined, 'ko').length > joined.length - (apart.at(-1)?.length ?? 0);
		const isMeant = apart.some((word) => unknown.folded.has(word)) || (isKorean && apart.every((word) => word.length >= minPartLength));
		if (reachesLast && isMeant && isInUse(joined, vocabularies)) {
			return count;
		}
	}
	return 1;
}

/** The known words that an unknown one is made of; `undefined` if it is made of none, or another word is meant rather. */
function* partInSteps(word: string, unknown: UnknownWords, vocabularies: readonly PartWords[]): Steps<string[] | undefined> {
	if (beginsWithHangul(word)) {
		const isWhole = !isHangul.test(word) || hasCompounds(word, vocabularies);
		return isWhole ? undefined : (part(word, vocabularies) ?? (yield* partSyllableInSteps(word, unknown)));
	}
	// Nearly every long word can be parted into two short ones: they must stand so, and be no slip of one.
	for (let length = word.length - 1; length > 0 && word.length <= maxPartedLength && !unknown.hasNeighbours(word); length--) {
		const parts = [word.slice(0, length), word.slice(length)];
		const isAtBorder = /\d$/.test(parts[0] ?? '') !== /^\d/.test(parts[1] ?? '');
		const isCut = isAtBorder || parts.every((one) => one.length >= minLetters && !/\d/.test(one));
		if (isCut && parts.every((one) => isFiled(one, vocabularies)) && (yield* unknown.standsInSteps(parts.join(' ')))) {
			return parts;
		}
	}
	return undefined;
}

/** One syllable and the rest, where they stand so: `김장관` is `김 장관`. */
function* partSyllableInSteps(word: string, unknown: UnknownWords): Steps<string[] | undefined> {
	for (const length of word.length > minPartLength && word.length <= maxPartedLength ? [1, word.length - 1] : []) {
		const parts = [word.slice(0, length), word.slice(length)];
		if (yield* unknown.standsInSteps(parts.join(' '))) {
			return parts;
		}
	}
	return undefined;
}

/** Whether a word may be in use, for who asks of many: as it is, or in another form of English. */
function isFiled(word: string, vocabularies: readonly PartWords[]): boolean {
	let isFound = vocabularies.some((words) => words.findTerm(termOf(word, 'en')) >= 0);
	for (const words of isFound ? [] : vocabularies) {
		words.forEachInUse(word, (other) => {
			isFound ||= other === word;
		});
	}
	return isFound;
}

/** Letters of a word that another one was joined to, outside of Korean. */
const minLetters = 3;

/** The fewest known words that an unknown one is made of, the longest of them first; `undefined` if it is made of none. */
function part(word: string, vocabularies: readonly PartWords[]): string[] | undefined {
	if (word.length > maxPartedLength) {
		return undefined;
	}
	const known = new Map<string, boolean>();
	const isKnown = (text: string): boolean => {
		const isOne = known.get(text) ?? isInUse(text, vocabularies);
		known.set(text, isOne);
		return isOne;
	};
	const partInto = (text: string, count: number): string[] | undefined => {
		if (count === 1) {
			return isKnown(text) ? [text] : undefined;
		}
		for (let length = text.length - minPartLength * (count - 1); length >= minPartLength; length--) {
			const others = isKnown(text.slice(0, length)) ? partInto(text.slice(length), count - 1) : undefined;
			if (others !== undefined) {
				return [text.slice(0, length), ...others];
			}
		}
		return undefined;
	};
	for (let count = 2; count <= maxWords; count++) {
		const parts = partInto(word, count);
		if (parts !== undefined) {
			return parts;
		}
	}
	return undefined;
}

/** Names of offices and laws are no longer. */
const maxPartedLength = 24;
