import type { Steps } from '../base/steps.ts';
import type { CompiledLeaf } from './compiledQuery.ts';
import { findUnsureInSteps, partWord } from './matching.ts';
import type { NumberList } from './parts/bytes.ts';
import type { IndexPart } from './parts/part.ts';
import { RecentStarts } from './parts/wordStarts.ts';
import type { PostingRows, Rows } from './postingRows.ts';
import type { Question } from './question.ts';

/** Rows of postings that are read in some milliseconds. */
const rowsPerStep = 200_000;

/** The passages that hold a word that starts so, a bit for each: somewhere, and in their own words. */
export interface StartBits {
	readonly held: Uint32Array;
	readonly own: Uint32Array;
}

interface KnownStart {
	/** How many documents the part had: they only go. */
	readonly documents: number;
	/** Two bits for each passage: all that are remembered take two megabytes for 100 MB of text. */
	readonly bits: StartBits;
}

/**
 * Which passages hold a word that starts with one letter or two. Thousands of words do, in most passages, and nobody scores them: to read all their postings at
 * each first letter of a word that is typed cost most of what the question did.
 */
export class KnownStarts {
	readonly #starts = new WeakMap<IndexPart, RecentStarts<KnownStart>>();

	/** The passages of all documents of the language. Remembered, but for a live part, which changes. Rows that are read are dropped again. */
	*findInSteps(leaf: CompiledLeaf, question: Question, rows: PostingRows): Steps<StartBits> {
		const { part, isLive } = question.placed;
		if (isLive) {
			return yield* readBits(leaf, question, rows);
		}
		const starts = this.#starts.get(part) ?? new RecentStarts<KnownStart>();
		this.#starts.set(part, starts);
		const { documents } = part.totals;
		const known = starts.get(leaf.unscoredStart);
		const bits = known?.documents === documents ? known.bits : yield* readBits(leaf, question, rows);
		starts.set(leaf.unscoredStart, { documents, bits });
		return bits;
	}
}

/** A bit for each of these passages. */
export function toBits({ values, length }: NumberList, part: IndexPart): Uint32Array {
	const bits = makeBits(part);
	for (let at = 0; at < length; at++) {
		addBit(bits, values[at] ?? 0);
	}
	return bits;
}

export function makeBits({ passageCapacity }: IndexPart): Uint32Array {
	return new Uint32Array((passageCapacity + 31) >>> 5);
}

export function addBit(bits: Uint32Array, passage: number): void {
	bits[passage >>> 5] = (bits[passage >>> 5] ?? 0) | (1 << (passage & 31));
}

function* readBits(leaf: CompiledLeaf, question: Question, rows: PostingRows): Steps<StartBits> {
	const { part } = question.placed;
	const held = makeBits(part);
	const own = makeBits(part);
	const word = leaf.ways[0]?.[0];
	if (word === undefined) {
		return { held, own };
	}
	const ofAll = { ...question, asked: question.ofLanguage };
	const inexact = new Set(word.inexactTerms);
	const mayBeOwn = inexact.size > 0 ? makeBits(part) : noBits;
	const { passages, counts } = rows;
	const { length } = passages;
	let untilStep = rowsPerStep;
	const drop = ({ from, to }: Rows) => {
		untilStep -= to - from;
		passages.length = length;
		counts.length = length;
	};
	for (const [place, term] of word.terms.entries()) {
		// The others are stop words, which tell nothing of a passage.
		const isStart = place < leaf.unscored.length;
		const isSure = !inexact.has(term);
		const body = rows.countTermOnce(term, 'body', ofAll);
		// Who holds one of the sure ones itself holds the start: one look at each row.
		if (isStart) {
			addRows(isSure ? own : mayBeOwn, rows, body);
		} else if (isSure) {
			addRows(held, rows, body);
		}
		drop(body);
		if (isSure) {
			const context = rows.countTermOnce(term, 'context', ofAll);
			addRows(held, rows, context);
			drop(context);
		}
		if (untilStep <= 0) {
			untilStep = rowsPerStep;
			yield;
		}
	}
	for (let at = 0; at < held.length; at++) {
		held[at] = (held[at] ?? 0) | (own[at] ?? 0);
	}
	if (inexact.size > 0) {
		yield* findUnsureInSteps(leaf, partWord(word, ofAll).unsure, ofAll, rows, (passage) => addBit(held, passage));
		for (let at = 0; at < mayBeOwn.length; at++) {
			own[at] = (own[at] ?? 0) | ((mayBeOwn[at] ?? 0) & (held[at] ?? 0));
		}
	}
	return { held, own };
}

/** Adds the passages of these rows. */
export function addRows(bits: Uint32Array, { passages }: PostingRows, { from, to }: Rows): void {
	const { values } = passages;
	for (let at = from; at < to; at++) {
		const passage = values[at] ?? 0;
		bits[passage >>> 5] = (bits[passage >>> 5] ?? 0) | (1 << (passage & 31));
	}
}

const noBits = new Uint32Array();
