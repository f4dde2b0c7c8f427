import { splitWords } from '../text/analyse.ts';
import type { Range } from '../text/range.ts';
import type { CompiledClause } from './compiledQuery.ts';
import type { EngineHit, TextSource } from './engine.ts';
import { toPhrase, toReach } from './matching.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import { isInContext, type Matcher, matchAt } from './parts/tokenTable.ts';

/** Something to mark: a way to hold a clause, or a single word of a compound. */
interface Mark {
	readonly clause: CompiledClause;
	readonly phrase: readonly Matcher[];
	/** A part is marked only where its clause does not stand as a whole. */
	readonly isPart: boolean;
}

/**
 * Makes hits out of passages: their marks and the words they miss, by the clauses of one language. Marks stay inside the passage, though a
 * phrase may run on into the next. One look-up per word of a passage, however many clauses there are.
 */
export class HitDescriber {
	readonly #clauses: readonly CompiledClause[];
	/** By the vocabulary numbers with which they may begin. */
	readonly #marksByFirst = new Map<number, Mark[]>();
	/** How many tokens behind the passage its phrases may reach. */
	readonly #reach: number;

	constructor(clauses: readonly CompiledClause[]) {
		this.#clauses = clauses;
		this.#reach = clauses.flatMap(({ ways }) => ways).reduce((most, way) => Math.max(most, toReach(way.length)), 0);
		for (const clause of clauses) {
			for (const way of clause.ways) {
				this.#addMark({ clause, phrase: toPhrase(way), isPart: false });
			}
			for (const word of partsOf(clause)) {
				this.#addMark({ clause, phrase: [word], isPart: true });
			}
		}
	}

	describe(part: IndexPart, passage: number, score: number, textOf: TextSource): EngineHit {
		const { start, end } = part.rangeOf(passage);
		const documentId = part.idOf(part.documentNumbers[passage] ?? noDocument);
		const whole: Range[] = [];
		const parts: { clause: CompiledClause; range: Range }[] = [];
		const held = new Set<CompiledClause>();
		const { table, ordinal } = part.tokensAt(passage, this.#reach);
		const from = table.passageStarts[ordinal] ?? 0;
		const to = table.passageStarts[ordinal + 1] ?? 0;
		for (let at = from; at < to; at++) {
			const joined = table.joined.get(at) ?? [];
			for (const number of [table.numbers[at] ?? 0, ...joined.map((word) => word.number)]) {
				for (const { clause, phrase, isPart } of this.#marksByFirst.get(number) ?? []) {
					const tokensEnd = matchAt(table, at, phrase);
					if (tokensEnd < 0) {
						continue;
					}
					const range = { start: at - from, end: tokensEnd - from };
					if (isPart) {
						parts.push({ clause, range });
					} else {
						held.add(clause);
						whole.push(range);
					}
				}
			}
		}
		const marks = [...whole, ...parts.filter(({ clause }) => !held.has(clause)).map(({ range }) => range)];
		const missing = this.#clauses.filter((clause) => !held.has(clause) && !isClauseInContext(part.contextOf(passage), clause));
		return {
			documentId,
			start,
			end,
			score,
			highlights: marks.length === 0 ? [] : mergeMarks(toPlaces(marks, { start, end }, table.numbers[from] === 0, textOf(documentId)), end),
			missing: missing.map(({ clause }) => clause.text),
		};
	}

	#addMark(mark: Mark): void {
		for (const number of mark.phrase[0] ?? []) {
			const list = this.#marksByFirst.get(number);
			if (list === undefined) {
				this.#marksByFirst.set(number, [mark]);
			} else {
				list.push(mark);
			}
		}
	}
}

/** The words of an unquoted compound, which counts in part (`long` without `term`). Of a quotation nothing: it was asked for as such. */
function partsOf({ clause, isScoredWhole, ways }: CompiledClause): Matcher[] {
	const [way] = ways;
	if (clause.kind === 'phrase' || isScoredWhole || way === undefined || way.length < 2) {
		return [];
	}
	return way.filter((word) => !word.isStopWord).map((word) => word.numbers);
}

function isClauseInContext(context: Uint32Array, clause: CompiledClause): boolean {
	return clause.ways.some((way) => isInContext(context, toPhrase(way)));
}

/** Where tokens of a passage stand in its document's text; those behind the passage at its end. `hasBorder`: its first token is no word. */
function toPlaces(marks: readonly Range[], passage: Range, hasBorder: boolean, text: string | undefined): Range[] {
	const words = text === undefined ? [] : splitWords(text, passage);
	const border = Number(hasBorder);
	return words.length === 0
		? []
		: marks.map((mark) => ({
				start: words[mark.start - border]?.start ?? passage.end,
				end: words[mark.end - 1 - border]?.end ?? passage.end,
			}));
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
