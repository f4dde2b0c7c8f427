import type { Steps } from '../base/steps.ts';
import type { CompiledLeaf } from './compiledQuery.ts';
import type { IndexPart } from './parts/part.ts';
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
		const { part, isLive } = question.placed;
		if (isLive) {
			return undefined;
		}
		const { documents } = part.totals;
		const starts = this.#starts.get(part) ?? new RecentStarts<KnownStart>();
		const known = starts.get(unscoredStart);
		const flags = known?.documents === documents ? known.flags : yield* readFlags(unscored, question, rows);
		starts.set(unscoredStart, { documents, flags });
		this.#starts.set(part, starts);
		return flags;
	}
}

function* readFlags(terms: readonly number[], question: Question, rows: PostingRows): Steps<Uint8Array> {
	const flags = new Uint8Array(Math.ceil(question.placed.part.passageCapacity / 4));
	const { passages, counts } = rows;
	const { length } = passages;
	let untilStep = rowsPerStep;
	const note = (term: number, field: 'body' | 'context', bits: number) => {
		const { from, to } = rows.countTermOnce(term, field, question);
		const { values } = passages;
		for (let at = from; at < to; at++) {
			const passage = values[at] ?? 0;
			flags[passage >>> 2] = (flags[passage >>> 2] ?? 0) | (bits << ((passage & 3) * 2));
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
