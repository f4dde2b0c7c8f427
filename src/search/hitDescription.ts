import { type CompiledClause, type CompiledLeaf, type CompiledQuery, listExcludedLeaves, listLeaves } from './compiledQuery.ts';
import type { EngineHit, TextSource } from './engine.ts';
import { type MarkedTokens, mergeMarks, placeMarks } from './markedPlaces.ts';
import { toPhrase, toReach } from './matching.ts';
import { findNear, isNearInContext } from './nearWords.ts';
import { type IndexPart, noDocument, type TokenWindow, type WordFinder } from './parts/part.ts';
import { firstAtOrAfter, isInContext, type Matcher, matchAt, type TokenTable } from './parts/tokenTable.ts';

type Signs = Pick<MarkedTokens, 'isSignedBefore' | 'isSignedBehind'>;

function signsOf({ clause, kind }: CompiledLeaf): Signs {
	const [before, behind] = kind === 'near' ? [/[.§№]/, /[+#＋＃]/] : [/^[.§№]/, /[+#＋＃]$/];
	return { isSignedBefore: before.test(clause.text), isSignedBehind: behind.test(clause.text) };
}

const unsigned: Signs = { isSignedBefore: false, isSignedBehind: false };

/** Something to mark: a way to hold a clause, or a single word of a compound. */
interface Mark {
	/** The number of its clause. */
	readonly leaf: number;
	readonly phrase: readonly Matcher[];
	/** A part is marked only where its clause does not stand as a whole; what an alternative leaves out is never marked. */
	readonly kind: 'whole' | 'part' | 'hidden';
	readonly signs: Signs;
}

/** Rows of words that stand in a passage; parts count where their clause does not stand as a whole. */
interface FoundMarks {
	readonly whole: MarkedTokens[];
	readonly parts: { readonly leaf: number; readonly range: MarkedTokens }[];
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
	/** The clauses, by their numbers, and which of them are marked nowhere. */
	readonly #leaves = new Map<CompiledLeaf, number>();
	readonly #hidden: ReadonlySet<CompiledLeaf>;
	/** By number of a clause: 1 if it stands in the passage that is described. */
	readonly #held: Uint8Array;
	readonly #part: IndexPart;
	/** How many tokens behind the passage its clauses may reach. */
	readonly #reach: number;
	/** Where all that is marked are single words: looks for them. */
	readonly #finder: WordFinder | undefined;

	/** For passages of this part. */
	constructor(query: CompiledQuery, part: IndexPart) {
		this.#query = query;
		this.#part = part;
		const shown = listLeaves(query.required);
		const hidden = listExcludedLeaves(query.required);
		this.#hidden = new Set(hidden);
		let reach = 0;
		for (const clause of [...shown, ...hidden]) {
			const leaf = this.#leaves.get(clause) ?? this.#leaves.size;
			this.#leaves.set(clause, leaf);
			for (const way of clause.ways) {
				reach = Math.max(reach, toReach(clause, way.length));
			}
			if (clause.kind === 'near') {
				this.#near.push(clause);
				continue;
			}
			const isHidden = this.#hidden.has(clause);
			const signs = signsOf(clause);
			for (const way of clause.ways) {
				this.#addMark({ leaf, phrase: toPhrase(way), kind: isHidden ? 'hidden' : 'whole', signs });
			}
			for (const word of isHidden ? [] : partsOf(clause)) {
				this.#addMark({ leaf, phrase: [word], kind: 'part', signs: unsigned });
			}
		}
		this.#held = new Uint8Array(this.#leaves.size);
		this.#reach = reach;
		const isOfWords = this.#near.length + this.#wideMarks.length === 0 && reach === 0 && this.#marksByFirst.size <= maxFoundWords;
		this.#finder = isOfWords ? part.makeWordFinder(this.#marksByFirst.keys()) : undefined;
	}

	describe(passage: number, score: number, textOf: TextSource): EngineHit {
		const part = this.#part;
		const { start, end } = part.rangeOf(passage);
		const documentId = part.idOf(part.documentNumbers[passage] ?? noDocument);
		const { marks, borders } = this.#mark(passage);
		const text = marks.length === 0 ? undefined : textOf({ documentId, start, end });
		const highlights = text === undefined ? [] : mergeMarks(placeMarks(marks, borders, text), start - text.start, end);
		return { documentId, start, end, score, highlights, missing: this.#listMissing(passage) };
	}

	/** The clauses that do not stand in the passage, which was marked last, nor in its title or headings. */
	#listMissing(passage: number): string[] {
		// Most hits hold everything themselves: then nobody reads their titles and headings.
		let context: Uint32Array | undefined;
		const isHeld = (leaf: CompiledLeaf) => {
			if (this.#held[this.#leaves.get(leaf) ?? 0] === 1) {
				return true;
			}
			context ??= this.#part.contextOf(passage);
			return isLeafInContext(context, leaf);
		};
		const missing: string[] = [];
		for (const clause of this.#query.required) {
			if (!isClauseHeld(clause, isHeld)) {
				missing.push(clause.clause.text);
			}
		}
		return missing;
	}

	/** What to mark, in tokens from the passage's first on, and how many of these are borders; notes which clauses stand in it. */
	#mark(passage: number): { readonly marks: readonly MarkedTokens[]; readonly borders: number } {
		const found: FoundMarks = { whole: [], parts: [] };
		this.#held.fill(0);
		const borders =
			this.#finder?.findEach(passage, (word, token) => {
				for (const mark of this.#marksByFirst.get(word) ?? []) {
					this.#add(mark, token, token + 1, found);
				}
			}) ?? this.#markInTable(passage, found);
		const { whole, parts } = found;
		for (const { leaf, range } of parts) {
			if (this.#held[leaf] === 0) {
				whole.push(range);
			}
		}
		return { marks: whole, borders };
	}

	#markInTable(passage: number, found: FoundMarks): number {
		const tokens = this.#part.tokensAt(passage, this.#reach);
		const { table, ordinal } = tokens;
		const from = table.passageStarts[ordinal] ?? 0;
		const to = table.passageStarts[ordinal + 1] ?? 0;
		const marksByFirst = this.#marksByFirst;
		const mayBeFirst = this.#mayBeFirst;
		const hasWide = this.#wideMarks.length > 0;
		const { numbers, joined, joinedStarts } = table;
		let nextJoined = firstAtOrAfter(joinedStarts, from);
		for (let at = from; at < to; at++) {
			const number = numbers[at] ?? 0;
			if (mayBeFirst[number & firstBits] === 1) {
				this.#look(table, from, at, marksByFirst.get(number), found);
			}
			if (hasWide) {
				this.#lookWide(table, from, at, number, found);
			}
			if (joinedStarts[nextJoined] === at) {
				nextJoined++;
				for (const { number } of joined.get(at) ?? []) {
					this.#look(table, from, at, marksByFirst.get(number), found);
					this.#lookWide(table, from, at, number, found);
				}
			}
		}
		if (this.#near.length > 0) {
			this.#markNear(tokens, from, to, found.whole);
		}
		// A border is no word.
		return Number(numbers[from] === 0);
	}

	#lookWide(table: TokenTable, from: number, at: number, number: number, found: FoundMarks): void {
		for (const mark of this.#wideMarks) {
			if (mark.phrase[0]?.has(number) === true) {
				this.#look(table, from, at, [mark], found);
			}
		}
	}

	/** Looks for rows of words that begin with the word at a place. */
	#look(table: TokenTable, from: number, at: number, marks: readonly Mark[] | undefined, found: FoundMarks): void {
		for (let index = 0; marks !== undefined && index < marks.length; index++) {
			const mark = marks[index];
			const end = mark === undefined ? -1 : mark.phrase.length === 1 && table.joined.size === 0 ? at + 1 : matchAt(table, at, mark.phrase);
			if (mark !== undefined && end >= 0) {
				this.#add(mark, at - from, end - from, found);
			}
		}
	}

	#add({ leaf, kind, signs }: Mark, start: number, end: number, { whole, parts }: FoundMarks): void {
		const range = { start, end, isSignedBefore: signs.isSignedBefore, isSignedBehind: signs.isSignedBehind };
		if (kind === 'part') {
			parts.push({ leaf, range });
			return;
		}
		this.#held[leaf] = 1;
		if (kind === 'whole') {
			whole.push(range);
		}
	}

	#markNear({ table, ordinal }: TokenWindow, from: number, to: number, marks: MarkedTokens[]): void {
		for (const clause of this.#near) {
			const signs = signsOf(clause);
			for (const way of clause.ways) {
				for (const { words } of findNear(table, ordinal, toPhrase(way), clause.distance)) {
					this.#held[this.#leaves.get(clause) ?? 0] = 1;
					for (const { start, end } of this.#hidden.has(clause) ? [] : words) {
						if (end <= to) {
							marks.push({ start: start - from, end: end - from, ...signs });
						}
					}
				}
			}
		}
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

/** More words than this may begin with most bytes, so that to look for them is no quicker than to unpack the passage. */
const maxFoundWords = 64;

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
