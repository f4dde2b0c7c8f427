import { locateWords } from '../text/analyse.ts';
import type { Range } from '../text/range.ts';
import { withSigns } from '../text/signs.ts';
import { type CompiledClause, type CompiledLeaf, type CompiledQuery, listExcludedLeaves, listLeaves } from './compiledQuery.ts';
import type { EngineHit, TextSource } from './engine.ts';
import { toPhrase, toReach } from './matching.ts';
import { findNear, isNearInContext } from './nearWords.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import { firstAtOrAfter, isInContext, type Matcher, matchAt, type TokenTable } from './parts/tokenTable.ts';

/** Whether what is asked for begins, or ends, with a sign, which is marked with it. */
interface Signs {
	readonly isSignedBefore: boolean;
	readonly isSignedBehind: boolean;
}

/** Tokens to mark, in a passage. */
type MarkedTokens = Range & Signs;

function signsOf({ clause, kind }: CompiledLeaf): Signs {
	const [before, behind] = kind === 'near' ? [/[.§№]/, /[+#＋＃]/] : [/^[.§№]/, /[+#＋＃]$/];
	return { isSignedBefore: before.test(clause.text), isSignedBehind: behind.test(clause.text) };
}

const unsigned: Signs = { isSignedBefore: false, isSignedBehind: false };

/** Something to mark: a way to hold a clause, or a single word of a compound. */
interface Mark {
	readonly clause: CompiledLeaf;
	readonly phrase: readonly Matcher[];
	/** A part is marked only where its clause does not stand as a whole; what an alternative leaves out is never marked. */
	readonly kind: 'whole' | 'part' | 'hidden';
	readonly signs: Signs;
}

/**
 * Makes hits out of passages: their marks and the words they miss, by the clauses of one language. Marks stay inside the passage, though a
 * phrase may run on into the next. One look-up per word of a passage, however many clauses there are.
 */
export class HitDescriber {
	readonly #query: CompiledQuery;
	/** Rows of words, by the vocabulary numbers with which they may begin. */
	readonly #marksByFirst = new Map<number, Mark[]>();
	/** 1 at the low bits of each of those numbers: most words of a passage are none of them, and are passed over by one look. */
	readonly #mayBeFirst = new Uint8Array(firstBits + 1);
	/** Rows of words that may begin with very many: starts of words. */
	readonly #wideMarks: Mark[] = [];
	readonly #near: CompiledLeaf[] = [];
	readonly #hidden: ReadonlySet<CompiledLeaf>;
	/** How many tokens behind the passage its clauses may reach. */
	readonly #reach: number;

	constructor(query: CompiledQuery) {
		this.#query = query;
		const shown = listLeaves(query.required);
		const hidden = listExcludedLeaves(query.required);
		for (const clause of [...shown, ...hidden]) {
			if (clause.kind === 'near') {
				this.#near.push(clause);
				continue;
			}
			const isHidden = hidden.includes(clause);
			const signs = signsOf(clause);
			for (const way of clause.ways) {
				this.#addMark({ clause, phrase: toPhrase(way), kind: isHidden ? 'hidden' : 'whole', signs });
			}
			for (const word of isHidden ? [] : partsOf(clause)) {
				this.#addMark({ clause, phrase: [word], kind: 'part', signs: unsigned });
			}
		}
		this.#hidden = new Set(hidden);
		this.#reach = [...shown, ...hidden].reduce((most, leaf) => Math.max(most, ...leaf.ways.map((way) => toReach(leaf, way.length))), 0);
	}

	describe(part: IndexPart, passage: number, score: number, textOf: TextSource): EngineHit {
		const { start, end } = part.rangeOf(passage);
		const documentId = part.idOf(part.documentNumbers[passage] ?? noDocument);
		const { table, ordinal } = part.tokensAt(passage, this.#reach);
		const from = table.passageStarts[ordinal] ?? 0;
		const { marks, held } = this.#mark(table, ordinal);
		// Most hits hold everything themselves: then nobody reads their titles and headings.
		let context: Uint32Array | undefined;
		const isHeld = (leaf: CompiledLeaf) => {
			if (held.has(leaf)) {
				return true;
			}
			context ??= part.contextOf(passage);
			return isLeafInContext(context, leaf);
		};
		return {
			documentId,
			start,
			end,
			score,
			highlights:
				marks.length === 0 ? [] : mergeMarks(toPlaces(marks, start, table.numbers[from] === 0, textOf({ documentId, start, end })), end),
			missing: this.#query.required.filter((clause) => !isClauseHeld(clause, isHeld)).map(({ clause }) => clause.text),
		};
	}

	/** What to mark, in tokens from the passage's first on, and the clauses that stand in it. */
	#mark(table: TokenTable, ordinal: number): { readonly marks: readonly MarkedTokens[]; readonly held: ReadonlySet<CompiledLeaf> } {
		const whole: MarkedTokens[] = [];
		const parts: { clause: CompiledLeaf; range: MarkedTokens }[] = [];
		const held = new Set<CompiledLeaf>();
		const from = table.passageStarts[ordinal] ?? 0;
		const to = table.passageStarts[ordinal + 1] ?? 0;
		const look = (at: number, number: number, marks: readonly Mark[]) => {
			for (const { clause, phrase, kind, signs } of marks) {
				const tokensEnd = phrase[0]?.has(number) === true ? matchAt(table, at, phrase) : -1;
				if (tokensEnd < 0) {
					continue;
				}
				const { isSignedBefore, isSignedBehind } = signs;
				const range = { start: at - from, end: tokensEnd - from, isSignedBefore, isSignedBehind };
				if (kind === 'part') {
					parts.push({ clause, range });
					continue;
				}
				held.add(clause);
				if (kind === 'whole') {
					whole.push(range);
				}
			}
		};
		const marksByFirst = this.#marksByFirst;
		const wideMarks = this.#wideMarks;
		const mayBeFirst = this.#mayBeFirst;
		const lookAll = (at: number, number: number) => {
			const marks = mayBeFirst[number & firstBits] === 1 ? marksByFirst.get(number) : undefined;
			if (marks !== undefined) {
				look(at, number, marks);
			}
			if (wideMarks.length > 0) {
				look(at, number, wideMarks);
			}
		};
		const { numbers, joined, joinedStarts } = table;
		let nextJoined = firstAtOrAfter(joinedStarts, from);
		for (let at = from; at < to; at++) {
			const number = numbers[at] ?? 0;
			if (mayBeFirst[number & firstBits] === 1 || wideMarks.length > 0) {
				lookAll(at, number);
			}
			if (joinedStarts[nextJoined] === at) {
				nextJoined++;
				for (const { number } of joined.get(at) ?? []) {
					lookAll(at, number);
				}
			}
		}
		for (const clause of this.#near) {
			for (const way of clause.ways) {
				for (const { words } of findNear(table, ordinal, toPhrase(way), clause.distance)) {
					held.add(clause);
					if (!this.#hidden.has(clause)) {
						const signs = signsOf(clause);
						whole.push(
							...words.filter((word) => word.end <= to).map(({ start, end }) => ({ start: start - from, end: end - from, ...signs })),
						);
					}
				}
			}
		}
		return { marks: [...whole, ...parts.filter(({ clause }) => !held.has(clause)).map(({ range }) => range)], held };
	}

	#addMark(mark: Mark): void {
		const first = mark.phrase[0] ?? new Set();
		if (first.size > maxListedWords) {
			this.#wideMarks.push(mark);
			return;
		}
		for (const number of first) {
			this.#mayBeFirst[number & firstBits] = 1;
			const list = this.#marksByFirst.get(number);
			if (list === undefined) {
				this.#marksByFirst.set(number, [mark]);
			} else {
				list.push(mark);
			}
		}
	}
}

/** To file a mark under each of more words than this costs more than to ask it at each word of the passages that are shown. */
const maxListedWords = 64;

/** With so many low bits 64 numbers are taken for others in one look of sixteen. */
const firstBits = 0x3ff;

/** The words of an unquoted compound, which counts in part (`long` without `term`). Of a quotation nothing: it was asked for as such. */
function partsOf({ clause, isScoredWhole, ways }: CompiledLeaf): Matcher[] {
	const [way] = ways;
	if (clause.kind !== 'word' || isScoredWhole || way === undefined || way.length < 2) {
		return [];
	}
	return way.filter((word) => !word.isStopWord).map((word) => word.numbers);
}

/** Whether a passage that holds these words holds the clause. */
function isClauseHeld(clause: CompiledClause, isHeld: (leaf: CompiledLeaf) => boolean): boolean {
	return clause.kind === 'any'
		? clause.alternatives.some(
				({ required, excluded }) =>
					required.length > 0 &&
					required.every((inner) => isClauseHeld(inner, isHeld)) &&
					!excluded.some((inner) => isClauseHeld(inner, isHeld)),
			)
		: isHeld(clause);
}

function isLeafInContext(context: Uint32Array, leaf: CompiledLeaf): boolean {
	return leaf.ways.some((way) =>
		leaf.kind === 'near' ? isNearInContext(context, toPhrase(way), leaf.distance) : isInContext(context, toPhrase(way)),
	);
}

/** Where tokens of a passage that starts at `start` stand in its document's text; those behind the passage at its end. `hasBorder`: its first token is no word. */
function toPlaces(marks: readonly MarkedTokens[], start: number, hasBorder: boolean, text: string | undefined): Range[] {
	const border = Number(hasBorder);
	const count = marks.reduce((most, mark) => Math.max(most, mark.end), 0) - border;
	if (text === undefined) {
		return [];
	}
	const words = locateWords(text, { start: 0, end: text.length }, count);
	return words.length === 0
		? []
		: marks.map((mark) => {
				const place = {
					start: words[(mark.start - border) * 2] ?? text.length,
					end: words[(mark.end - 1 - border) * 2 + 1] ?? text.length,
				};
				const signed = mark.isSignedBefore || mark.isSignedBehind ? withSigns(text, place) : place;
				return { start: start + (mark.isSignedBefore ? signed : place).start, end: start + (mark.isSignedBehind ? signed : place).end };
			});
}

/** Ascending, without overlap, none beyond `end`. */
function mergeMarks(marks: readonly Range[], end: number): Range[] {
	const merged: { start: number; end: number }[] = [];
	for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = merged.at(-1);
		if (last !== undefined && mark.start < last.end) {
			last.end = Math.max(last.end, Math.min(end, mark.end));
		} else {
			merged.push({ start: mark.start, end: Math.min(end, mark.end) });
		}
	}
	return merged;
}
