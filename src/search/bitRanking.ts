import type { Steps } from '../base/steps.ts';
import type { NumberColumn } from './parts/columns.ts';
import type { IndexPart } from './parts/part.ts';
import { countBits, frequentCount, noLength, type PartBits, type TermBits } from './parts/termBits.ts';
import { type PassageNotes, rankOf } from './passageNotes.ts';
import type { Question } from './question.ts';
import { type Norms, readGain, type Selection, saturate } from './ranking.ts';

/** The passages that hold a term in one field, and what they gain by it. */
export interface BitRun {
	readonly termBits: TermBits;
	/** What the term is worth. */
	readonly times: number;
	/** No passage gains more. */
	readonly most: number;
	readonly norms: Norms;
	readonly lengths: NumberColumn;
	/** The bit of its clause. */
	readonly clause: number;
	readonly isOwn: boolean;
}

/** What a passage gains at most by a term that is worth so much: by its shortest passages, of those in which it stands equally often. A little more than that, since sums are rounded. */
export function findMost({ shortest, highestCount }: TermBits, times: number, norms: Norms): number {
	let most = 0;
	for (let count = 1; count <= frequentCount; count++) {
		const length = shortest[count] ?? noLength;
		if (length !== noLength) {
			most = Math.max(most, saturate(count < frequentCount ? count : highestCount, norms.of(length)));
		}
	}
	return times * most * surelyMore;
}

interface BitRanking {
	/** The bits of all clauses. */
	readonly needed: number;
	readonly fullFirst: boolean;
	readonly selection: Selection;
	readonly notes: PassageNotes;
}

/** Fewer rows are ranked one by one in less time. With one for 16 passages, not for 32, p95 of three words was a twentieth higher at 100 MB of text; one for 48 was as good as this. */
const minRows = 2_048;
const passagesPerRow = 32;
/** Each has bits in two fields, and of these each a bit in a number. */
const maxTerms = 12;

/** The bits of a part, where so many rows of these terms are asked for that bits are the quicker way to rank. */
export function findBits(part: IndexPart, terms: readonly number[]): PartBits | undefined {
	if (part.bits === undefined || terms.length > maxTerms) {
		return undefined;
	}
	const rowCount = terms.reduce((sum, term) => sum + part.estimatePostings(term), 0);
	return rowCount >= minRows && rowCount * passagesPerRow >= part.passageCapacity ? part.bits : undefined;
}

/** Passages that are looked at one by one in some milliseconds. */
const looksPerStep = 20_000;

/** What is below a score by this much is so however its sum was rounded. */
const surelyLess = 0.999_999;
const surelyMore = 1.000_001;

/**
 * Adds the passages of one question to the selection, those with the highest scores among them, and counts how many hold something, and everything. What is held by how many
 * follows from the bits of all passages, thirty-two at a time. Of single passages only those are looked at that may be among the best by what was found so far:
 * first those that hold everything, then those of several terms, then of one, always with the term that gives most first (`findMost`), and of the next one only if it and those behind
 * it can give enough (MaxScore by name, Turtle and Flood, 1995). `runs`: in the order in which a passage gains by them.
 */
export function* rankBitsInSteps(
	question: Question,
	runs: readonly BitRun[],
	{ needed, fullFirst, selection, notes }: BitRanking,
): Steps<{ readonly found: number; readonly full: number }> {
	const { part, firstPassage } = question.placed;
	const room = makeRoom(notes, (part.passageCapacity + 31) >>> 5);
	const counts = holdRuns(runs, countBits(needed), findAsked(question), fullFirst, room);
	yield;
	const scorer = new Scorer(runs, { selection, fullFirst, firstPassage });
	if (fullFirst) {
		yield* scorer.takeInSteps(room.full.bits, room.full, true);
	}
	// Who is left: of them none has a higher rank.
	const highestRank = fullFirst ? rankOf(false, true) : 0;
	const byWorth = [...runs].sort((a, b) => b.most - a.most);
	for (const [index, { termBits }] of byWorth.entries()) {
		const others = findOthers(byWorth, index, findScoreToBeat(selection, highestRank));
		if (others === undefined) {
			break;
		}
		keepWithOthers(room.several, termBits.bits, others, room.full.bits);
		yield* scorer.takeInSteps(room.full.bits, room.several, false);
	}
	for (const run of byWorth) {
		if (run.most < findScoreToBeat(selection, highestRank)) {
			break;
		}
		yield* scorer.takeOnlyInSteps(run, room.one);
	}
	return counts;
}

/** Some passages of a part, a bit for each. */
interface Held {
	readonly bits: Uint32Array;
	/** Where the bits are not all 0: the first `length` of these. */
	readonly at: Uint32Array;
	length: number;
}

/** Who holds one term, several ones, or everything: who holds everything is not among the others where that is told apart. */
interface Room {
	readonly one: Uint32Array;
	readonly several: Held;
	readonly full: Held;
	/** For clauses of several terms. */
	readonly clause: Uint32Array;
}

function makeRoom(notes: PassageNotes, count: number): Room {
	const [one, several, full, severalAt, fullAt, clause] = Array.from({ length: 6 }, (_, number) => notes.takeBits(number, count));
	return {
		one: one ?? noBits,
		several: { bits: several ?? noBits, at: severalAt ?? noBits, length: 0 },
		full: { bits: full ?? noBits, at: fullAt ?? noBits, length: 0 },
		clause: clause ?? noBits,
	};
}

const noBits = new Uint32Array();

/** How many hold something, and everything. */
interface HeldCounts {
	readonly found: number;
	readonly full: number;
}

/**
 * Notes who holds a term in `one`, who several in `several`, who all of so many clauses in `full`, those who are asked, each in one place; who holds everything stands in
 * `full` only where that is told apart.
 */
function holdRuns(
	runs: readonly BitRun[],
	clauseCount: number,
	asked: Uint32Array | undefined,
	isFullApart: boolean,
	room: Room,
): HeldCounts {
	const { one, several, full, clause } = room;
	const clauses = new Map<number, Uint32Array[]>();
	for (const run of runs) {
		const ofClause = clauses.get(run.clause) ?? [];
		ofClause.push(run.termBits.bits);
		clauses.set(run.clause, ofClause);
	}
	const [first, second, third, fourth] = runs.map(({ termBits }) => termBits.bits);
	if (first !== undefined && runs.length <= 4 && clauses.size === runs.length) {
		return holdFew([first, second, third, fourth], clauseCount === clauses.size, asked, isFullApart, room);
	}
	one.fill(0);
	several.bits.fill(0);
	full.bits.fill(clauses.size === clauseCount ? 0xffffffff : 0);
	for (const [firstBits = noBits, ...others] of clauses.values()) {
		addRun(firstBits, one, several.bits);
		let held = firstBits;
		if (others.length > 0) {
			clause.set(firstBits);
			held = clause;
			for (const bits of others) {
				addRun(bits, one, several.bits);
				addBits(clause, bits);
			}
		}
		keepBits(full.bits, held);
	}
	return countHeld(room, asked, isFullApart);
}

type FewBits = readonly [Uint32Array, Uint32Array | undefined, Uint32Array | undefined, Uint32Array | undefined];

/** `holdRuns` for up to four words, as most questions have: in one go. */
function holdFew(
	[a, b, c, d]: FewBits,
	isEverything: boolean,
	asked: Uint32Array | undefined,
	isFullApart: boolean,
	{ one, several, full }: Room,
): HeldCounts {
	// A word that is not asked for is held by nobody, and missed by nobody.
	const [inB, inC, inD] = [b ?? a, c ?? a, d ?? a];
	const [isB, isC, isD] = [-Number(b !== undefined), -Number(c !== undefined), -Number(d !== undefined)];
	const isFull = -Number(isEverything);
	const apart = -Number(isFullApart);
	const wanted = asked ?? a;
	const isAll = -Number(asked === undefined);
	const [severalBits, severalAt, fullBits, fullAt] = [several.bits, several.at, full.bits, full.at];
	let [severalLength, fullLength, found, fullCount] = [0, 0, 0, 0];
	for (let at = 0; at < one.length; at++) {
		const left = (wanted[at] ?? 0) | isAll;
		const first = (a[at] ?? 0) & left;
		const second = (inB[at] ?? 0) & left & isB;
		const third = (inC[at] ?? 0) & left & isC;
		const fourth = (inD[at] ?? 0) & left & isD;
		const firstTwo = first | second;
		const firstThree = firstTwo | third;
		const some = firstThree | fourth;
		const all = first & (second | ~isB) & (third | ~isC) & (fourth | ~isD) & isFull;
		const both = ((first & second) | (firstTwo & third) | (firstThree & fourth)) & ~(all & apart);
		found += countBits(some);
		one[at] = some & ~both & ~(all & apart);
		severalBits[at] = both;
		severalAt[severalLength] = at;
		severalLength += Number(both !== 0);
		if (all !== 0) {
			fullBits[at] = all;
			fullAt[fullLength++] = at;
			fullCount += countBits(all);
		}
	}
	several.length = severalLength;
	full.length = fullLength;
	return { found, full: fullCount };
}

/** Leaves those who are asked, each in one place, and counts them. */
function countHeld({ one, several, full }: Room, asked: Uint32Array | undefined, isFullApart: boolean): HeldCounts {
	let found = 0;
	let fullCount = 0;
	for (let at = 0; at < one.length; at++) {
		const wanted = asked === undefined ? -1 : (asked[at] ?? 0);
		const some = (one[at] ?? 0) & wanted;
		const all = (full.bits[at] ?? 0) & wanted;
		const apart = isFullApart ? all : 0;
		const severalLeft = (several.bits[at] ?? 0) & wanted & ~apart;
		found += countBits(some);
		fullCount += all === 0 ? 0 : countBits(all);
		one[at] = some & ~severalLeft & ~apart;
		several.bits[at] = severalLeft;
		several.at[several.length] = at;
		several.length += Number(severalLeft !== 0);
		full.bits[at] = all;
		full.at[full.length] = at;
		full.length += Number(all !== 0);
	}
	return { found, full: fullCount };
}

/** With less nobody of this rank, who is there to come, is among the best. */
function findScoreToBeat({ worstRank, worstScore }: Selection, highestRank: number): number {
	if (worstRank > highestRank) {
		return Number.POSITIVE_INFINITY;
	}
	return worstRank === highestRank ? worstScore * surelyLess : Number.NEGATIVE_INFINITY;
}

/**
 * The terms of which a passage must hold one beside the term at `index`, and beside others that are worth less, to reach the score: none if that term can be enough. `undefined`
 * if nobody reaches it with that term and those behind it.
 */
function findOthers(byWorth: readonly BitRun[], index: number, toBeat: number): readonly BitRun[] | undefined {
	let worth = byWorth[index]?.most ?? 0;
	if (worth >= toBeat) {
		return [];
	}
	let end = byWorth.length;
	for (; end > index + 1; end--) {
		worth += byWorth[end - 1]?.most ?? 0;
		if (worth >= toBeat) {
			return byWorth.slice(index + 1, end);
		}
	}
	return undefined;
}

/** The passages that may be found; `undefined` if that are all. */
function findAsked({ placed, asked, ofLanguage, isComplete }: Question): Uint32Array | undefined {
	return isComplete && asked === ofLanguage ? undefined : placed.part.bits?.ofDocuments(asked);
}

/** Looks at passages one by one. */
class Scorer {
	readonly #selection: Selection;
	readonly #fullFirst: boolean;
	readonly #firstPassage: number;
	/** In the order in which a passage gains by them: added up in another one its score would be rounded in another way. */
	readonly #runs: readonly BitRun[];
	readonly #bits: readonly Uint32Array[];
	readonly #most: Float64Array;
	readonly #gains: readonly Float64Array[];
	/** A bit for each run of the passages' own words. */
	readonly #own: number;

	constructor(
		runs: readonly BitRun[],
		options: { readonly selection: Selection; readonly fullFirst: boolean; readonly firstPassage: number },
	) {
		this.#selection = options.selection;
		this.#fullFirst = options.fullFirst;
		this.#firstPassage = options.firstPassage;
		this.#runs = runs;
		this.#bits = runs.map(({ termBits }) => termBits.bits);
		this.#most = Float64Array.from(runs, ({ most }) => most);
		this.#gains = runs.map(({ norms }) => norms.gains);
		this.#own = runs.reduce((sum, { isOwn }, place) => sum | (Number(isOwn) << place), 0);
	}

	/** Takes in the passages of these bits, which are looked at in so many places. */
	*takeInSteps(bits: Uint32Array, { at, length }: Held, isFull: boolean): Steps<void> {
		let untilStep = looksPerStep;
		for (let next = 0; next < length; next++) {
			const word = at[next] ?? 0;
			for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
				untilStep--;
				this.#take(word, 31 - Math.clz32(left & -left), isFull);
			}
			if (untilStep <= 0) {
				untilStep = looksPerStep;
				yield;
			}
		}
	}

	/** Takes in those of these passages that hold this term, and none that holds another one. */
	*takeOnlyInSteps({ termBits, times, norms, lengths, isOwn }: BitRun, passages: Uint32Array): Steps<void> {
		const { bits } = termBits;
		const { gains } = norms;
		const selection = this.#selection;
		const rank = this.#fullFirst ? rankOf(false, isOwn) : 0;
		let { worstRank, worstScore } = selection;
		let untilStep = looksPerStep;
		/** How many hold the term before this passage: nearly all who hold it hold no other one, so that to go through all of them takes less than to count. */
		let row = 0;
		for (let word = 0; word < bits.length; word++) {
			const wanted = passages[word] ?? 0;
			for (let left = bits[word] ?? 0; left !== 0; left &= left - 1, row++) {
				const lowest = left & -left;
				if ((wanted & lowest) === 0) {
					continue;
				}
				const passage = (word << 5) | (31 - Math.clz32(lowest));
				const score = times * readGain(gains, norms, termBits.countOf(row), lengths[passage] ?? 0);
				untilStep--;
				if (rank > worstRank || (rank === worstRank && score >= worstScore)) {
					selection.add(this.#firstPassage + passage, rank, score);
					({ worstRank, worstScore } = selection);
				}
			}
			if (untilStep <= 0) {
				untilStep = looksPerStep;
				yield;
			}
		}
	}

	#take(word: number, bit: number, isFull: boolean): void {
		const selection = this.#selection;
		const { worstRank, worstScore } = selection;
		const bits = this.#bits;
		const most = this.#most;
		let held = 0;
		let bound = 0;
		for (let place = 0; place < bits.length; place++) {
			const isHeld = (((bits[place] ?? noBits)[word] ?? 0) >>> bit) & 1;
			held |= isHeld << place;
			bound += isHeld * (most[place] ?? 0);
		}
		const rank = this.#fullFirst ? rankOf(isFull, (held & this.#own) !== 0) : 0;
		const toBeat = rank === worstRank ? worstScore * surelyLess : Number.NEGATIVE_INFINITY;
		if (rank < worstRank || bound < toBeat) {
			return;
		}
		const passage = (word << 5) | bit;
		let score = 0;
		for (let left = held; left !== 0; left &= left - 1) {
			const place = 31 - Math.clz32(left & -left);
			const run = this.#runs[place];
			const gains = this.#gains[place];
			if (run !== undefined && gains !== undefined) {
				const gain = run.times * readGain(gains, run.norms, run.termBits.countAt(passage), run.lengths[passage] ?? 0);
				score += gain;
				bound += gain - (most[place] ?? 0);
			}
			if (bound < toBeat) {
				return;
			}
		}
		selection.add(this.#firstPassage + passage, rank, score);
	}
}

/** Moves who holds a term, and one of the others if there are some, to other bits, of which only those places count where there was somebody before. */
function keepWithOthers({ bits, at, length }: Held, term: Uint32Array, others: readonly BitRun[], to: Uint32Array): void {
	const bitsOfOthers = others.map((run) => run.termBits.bits);
	for (let next = 0; next < length; next++) {
		const word = at[next] ?? 0;
		let held = (bits[word] ?? 0) & (term[word] ?? 0);
		if (held !== 0 && bitsOfOthers.length > 0) {
			let withOthers = 0;
			for (let other = 0; other < bitsOfOthers.length; other++) {
				withOthers |= (bitsOfOthers[other] ?? noBits)[word] ?? 0;
			}
			held &= withOthers;
		}
		to[word] = held;
		bits[word] = (bits[word] ?? 0) ^ held;
	}
}

/** Adds who holds one more term. */
function addRun(bits: Uint32Array, some: Uint32Array, several: Uint32Array): void {
	for (let at = 0; at < some.length; at++) {
		const held = bits[at] ?? 0;
		const before = some[at] ?? 0;
		several[at] = (several[at] ?? 0) | (before & held);
		some[at] = before | held;
	}
}

function addBits(into: Uint32Array, bits: Uint32Array): void {
	for (let at = 0; at < into.length; at++) {
		into[at] = (into[at] ?? 0) | (bits[at] ?? 0);
	}
}

function keepBits(into: Uint32Array, bits: Uint32Array): void {
	for (let at = 0; at < into.length; at++) {
		into[at] = (into[at] ?? 0) & (bits[at] ?? 0);
	}
}
