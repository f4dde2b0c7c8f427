import type { Steps } from '../base/steps.ts';
import type { CompiledLeaf } from './compiledQuery.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import { RecentStarts } from './parts/wordStarts.ts';
import type { PostingRows } from './postingRows.ts';
import type { Question } from './question.ts';

/** It holds a word that starts so, somewhere, and in its own words. */
export const holdsStart = 1;
export const holdsStartItself = 2;

/** Rows of postings that are read in some milliseconds. */
const rowsPerStep = 200_000;

interface KnownStart {
	/** How many documents the part had: they only go. */
	readonly documents: number;
	/** Two bits for each passage: all that are remembered take two megabytes for 100 MB of text. */
	readonly flags: Uint8Array;
}

/**
 * Which passages hold a word that starts with one letter or two. Thousands of words do, in most passages, and nobody scores them: to read all their postings at
 * each first letter of a word that is typed cost most of what the question did.
 */
export class KnownStarts {
	readonly #starts = new WeakMap<IndexPart, RecentStarts<KnownStart>>();

	/** Two bits for each passage of the part, the first four in the first byte, from its low end; `undefined` for a live part, which changes. Rows that are read are dropped again. */
	*findInSteps({ unscored, unscoredStart }: CompiledLeaf, question: Question, rows: PostingRows): Steps<Uint8Array | undefined> {
		if (question.placed.isLive) {
			return undefined;
		}
		const flags = this.#find(unscoredStart, question.placed.part) ?? (yield* readFlags(unscored, question, rows));
		this.#note(unscoredStart, question.placed.part, flags);
		return flags;
	}

	/** What was noted by `note`, for a start whose terms file other words too: texts must be looked at to know. */
	findNoted({ unscored, unscoredStart }: CompiledLeaf, { placed }: Question): Uint8Array | undefined {
		const flags = placed.isLive || unscored.length === 0 ? undefined : this.#find(unscoredStart, placed.part);
		if (flags !== undefined) {
			this.#note(unscoredStart, placed.part, flags);
		}
		return flags;
	}

	/** Room for what is found out of such a start, to be noted; `undefined` where it would be of some documents only, or may change. */
	makeFlags({ unscored }: CompiledLeaf, { placed, asked, ofLanguage }: Question): Uint8Array | undefined {
		return placed.isLive || unscored.length === 0 || asked !== ofLanguage ? undefined : makeFlags(placed.part);
	}

	note({ unscoredStart }: CompiledLeaf, { placed }: Question, flags: Uint8Array): void {
		this.#note(unscoredStart, placed.part, flags);
	}

	#find(start: string, part: IndexPart): Uint8Array | undefined {
		const known = this.#starts.get(part)?.get(start);
		return known?.documents === part.totals.documents ? known.flags : undefined;
	}

	#note(start: string, part: IndexPart, flags: Uint8Array): void {
		const starts = this.#starts.get(part) ?? new RecentStarts<KnownStart>();
		starts.set(start, { documents: part.totals.documents, flags });
		this.#starts.set(part, starts);
	}
}

function makeFlags({ passageCapacity }: IndexPart): Uint8Array {
	return new Uint8Array(Math.ceil(passageCapacity / 4));
}

/** Adds bits to those of a passage. */
export function addFlags(flags: Uint8Array, passage: number, bits: number): void {
	flags[passage >>> 2] = (flags[passage >>> 2] ?? 0) | (bits << ((passage & 3) * 2));
}

/** A byte for each passage: 1 for those that are asked and hold the start. */
export function toHolders(flags: Uint8Array, { placed, asked }: Question): Uint8Array {
	const { passageCapacity, documentNumbers } = placed.part;
	const isHolder = new Uint8Array(passageCapacity);
	for (let passage = 0; passage < passageCapacity; passage++) {
		const bits = (flags[passage >>> 2] ?? 0) >>> ((passage & 3) * 2);
		isHolder[passage] = bits & holdsStart & Number(asked[documentNumbers[passage] ?? noDocument] === 1);
	}
	return isHolder;
}

function* readFlags(terms: readonly number[], question: Question, rows: PostingRows): Steps<Uint8Array> {
	const flags = makeFlags(question.placed.part);
	const { passages, counts } = rows;
	const { length } = passages;
	let untilStep = rowsPerStep;
	const note = (term: number, field: 'body' | 'context', bits: number) => {
		const { from, to } = rows.countTermOnce(term, field, question);
		const { values } = passages;
		for (let at = from; at < to; at++) {
			addFlags(flags, values[at] ?? 0, bits);
		}
		untilStep -= to - from;
		passages.length = length;
		counts.length = length;
	};
	for (const term of terms) {
		note(term, 'body', holdsStart | holdsStartItself);
		note(term, 'context', holdsStart);
		if (untilStep <= 0) {
			untilStep = rowsPerStep;
			yield;
		}
	}
	return flags;
}
