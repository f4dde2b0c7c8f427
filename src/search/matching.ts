import type { Steps } from '../base/steps.ts';
import type { CompiledAny, CompiledClause, CompiledLeaf, WordMatcher } from './compiledQuery.ts';
import { findNear, isNearInContext, toNearSpan } from './nearWords.ts';
import { NumberList } from './parts/bytes.ts';
import { fields } from './parts/miniSearchPostings.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import { findInPassage, isInContext, type Matcher } from './parts/tokenTable.ts';
import type { PostingRows } from './postingRows.ts';
import type { Question } from './question.ts';
import { findRowsInSteps } from './rowMatching.ts';

/** By document number: 1 for those that are asked. */
export type AskedDocuments = Uint8Array;

/** The words of a clause, as they are looked for in a row. */
export function toPhrase(way: readonly WordMatcher[]): Matcher[] {
	return way.map((word) => word.numbers);
}

/**
 * How many tokens a way of a clause may reach beyond its first. In a row, a hyphenated word of up to four tokens may stand for one word; words that
 * are near have others between them.
 */
export function toReach({ kind, distance }: CompiledLeaf, wordCount: number): number {
	return kind === 'near' ? toNearSpan(distance, wordCount) - 1 : (wordCount - 1) * 4;
}

/** Whether a passage that is filed under a word of this way is sure to hold it. */
export function isDecidedByIndex(way: readonly WordMatcher[]): boolean {
	return way.length === 1 && way[0]?.inexactTerms.length === 0;
}

/**
 * Finds every passage of a part that holds a clause, in its own words or in its title and headings, before anything is cut off; each once.
 * The postings give the candidates, the tokens decide. `rows` has the postings that were read before for the same question.
 */
export function* findHoldersInSteps(clause: CompiledClause, question: Question, rows: PostingRows): Steps<NumberList> {
	return yield* clause.kind === 'any' ? findHoldersOfAny(clause, question, rows) : findHoldersOfLeaf(clause, question, rows);
}

function* findHoldersOfAny({ alternatives }: CompiledAny, question: Question, rows: PostingRows): Steps<NumberList> {
	const { part } = question.placed;
	const holders = new NumberList();
	const isHolder = new Uint8Array(part.passageCapacity);
	for (const { required, excluded } of alternatives) {
		const held = new Uint16Array(part.passageCapacity);
		const found = new NumberList();
		for (const [index, clause] of required.entries()) {
			const holding = yield* findHoldersInSteps(clause, question, rows);
			for (let at = 0; at < holding.length; at++) {
				const passage = holding.values[at] ?? 0;
				if (held[passage] === index) {
					held[passage] = index + 1;
					if (index === required.length - 1) {
						found.push(passage);
					}
				}
			}
		}
		for (const clause of excluded) {
			const holding = yield* findHoldersInSteps(clause, question, rows);
			for (let at = 0; at < holding.length; at++) {
				held[holding.values[at] ?? 0] = 0;
			}
		}
		for (let at = 0; at < found.length; at++) {
			const passage = found.values[at] ?? 0;
			if (isHolder[passage] === 0 && held[passage] === required.length) {
				isHolder[passage] = 1;
				holders.push(passage);
			}
		}
	}
	return holders;
}

function* findHoldersOfLeaf(clause: CompiledLeaf, question: Question, rows: PostingRows): Steps<NumberList> {
	const holders = new NumberList(0);
	const ways = clause.ways.filter(mayStand);
	if (ways.length === 0) {
		return holders;
	}
	const { part } = question.placed;
	const isHolder = rows.takeMarks(0, part.passageCapacity);
	const add = (passage: number) => {
		if (isHolder[passage] === 0) {
			isHolder[passage] = 1;
			holders.push(passage);
		}
	};
	for (const way of ways) {
		const reach = toReach(clause, way.length);
		const looksPerStep = countLooksPerStep(reach);
		const [only] = way;
		const single = way.length === 1 ? only : undefined;
		let looked = way;
		if (single !== undefined) {
			const { sure, unsure } = partWord(single, question);
			const holding = listHolding(sure, 0, question, rows);
			for (let at = 0; at < holding.length; at++) {
				add(holding.values[at] ?? 0);
			}
			yield;
			if (unsure.terms.length === 0) {
				continue;
			}
			if (clause.kind === 'row') {
				// What is remembered of a word must not follow from what is held otherwise.
				const look = (tell: (passage: number) => void) => findUnsureInSteps(clause, unsure, question, rows, tell);
				yield* rows.known.tellInSteps(unsure, question, look, add);
				continue;
			}
			looked = [unsure];
		}
		const phrase = toPhrase(looked);
		const isHeld = (passage: number) => isHolder[passage] === 1 || holdsWay(clause, phrase, reach, passage, part);
		if (clause.kind === 'row') {
			yield* findRowsInSteps({ question, rows, way: looked, reach, looksPerStep }, isHeld, add);
			continue;
		}
		const candidates = findCandidates(looked, reach, question, rows);
		yield;
		for (let at = 0; at < candidates.length; at++) {
			if (at % looksPerStep === looksPerStep - 1) {
				yield;
			}
			const passage = candidates.values[at] ?? 0;
			if (isHeld(passage)) {
				add(passage);
			}
		}
	}
	return holders;
}

/** Whether each word of a way stands in some text. */
export function mayStand(way: readonly WordMatcher[]): boolean {
	return way.length > 0 && way.every((word) => word.numbers.size > 0);
}

/** How often the clause stands in the passage's own words, all its ways together. */
export function countOccurrences(clause: CompiledLeaf, passage: number, part: IndexPart): number {
	return clause.ways.reduce((sum, way) => {
		const { table, ordinal } = part.tokensAt(passage, toReach(clause, way.length));
		const found = clause.kind === 'near' ? findNear : findInPassage;
		return sum + found(table, ordinal, toPhrase(way), clause.kind === 'near' ? clause.distance : Number.POSITIVE_INFINITY).length;
	}, 0);
}

function holdsWay(clause: CompiledLeaf, phrase: readonly Matcher[], reach: number, passage: number, part: IndexPart): boolean {
	const { table, ordinal } = part.tokensAt(passage, reach);
	if (clause.kind === 'near') {
		return (
			findNear(table, ordinal, phrase, clause.distance, 1).length > 0 || isNearInContext(part.contextOf(passage), phrase, clause.distance)
		);
	}
	return findInPassage(table, ordinal, phrase, 1).length > 0 || isInContext(part.contextOf(passage), phrase);
}

/**
 * The terms whose passages hold the word for sure; and the word as its other terms have it, whose passages may hold it. A look at the words of these terms only: of
 * a start of one letter thousands of words begin so.
 */
export function partWord(
	word: WordMatcher,
	{ placed, language }: Question,
): { readonly sure: readonly number[]; readonly unsure: WordMatcher } {
	const inexact = new Set(word.inexactTerms);
	if (inexact.size === 0) {
		return { sure: word.terms, unsure: { ...word, terms: [], numbers: new Set() } };
	}
	const { words } = placed.part;
	const filed = word.inexactTerms.flatMap((term) => words.withTerm(term, language));
	const numbers = new Set(filed.filter((number) => word.numbers.has(number)));
	return { sure: word.terms.filter((term) => !inexact.has(term)), unsure: { ...word, terms: word.inexactTerms, numbers } };
}

/** Tells the passages that hold a word whose terms file others too, by their tokens; at times one more than once. */
export function findUnsureInSteps(
	clause: CompiledLeaf,
	unsure: WordMatcher,
	question: Question,
	rows: PostingRows,
	tell: (passage: number) => void,
): Steps<void> {
	const way = [unsure];
	const phrase = toPhrase(way);
	const reach = toReach(clause, way.length);
	const isHeld = (passage: number) => holdsWay(clause, phrase, reach, passage, question.placed.part);
	return findRowsInSteps({ question, rows, way, reach, looksPerStep: countLooksPerStep(reach) }, isHeld, tell);
}

/**
 * Passages that may hold words that are near: those with each of the words, in them or in what follows within reach. The rarest word comes first; words that are
 * too frequent to narrow it down any further are left to the tokens.
 */
function findCandidates(way: readonly WordMatcher[], reach: number, question: Question, rows: PostingRows): NumberList {
	const { part } = question.placed;
	const words = way.map(({ terms }) => ({ terms, count: countRows(terms, part) })).sort((a, b) => a.count - b.count);
	const [rarest, ...others] = words;
	if (rarest === undefined) {
		return new NumberList();
	}
	let candidates = listHolding(rarest.terms, reach, question, rows);
	for (const { terms, count } of others) {
		// Of a word that most passages hold, its rows would spare few looks.
		const spared = candidates.length * Math.max(0, 1 - count / part.passageCapacity);
		if (count > spared * rowsPerLook) {
			continue;
		}
		const isHolding = new Uint8Array(part.passageCapacity);
		forEachHolding(terms, question, rows, (passage) => {
			isHolding[passage] = 1;
		});
		const kept = new NumberList(candidates.length);
		for (let at = 0; at < candidates.length; at++) {
			const passage = candidates.values[at] ?? 0;
			if (isHeldWithin(passage, isHolding, part, reach)) {
				kept.push(passage);
			}
		}
		candidates = kept;
	}
	return candidates;
}

/** Whether one of these passages is this one, or one behind it into which a clause may reach from it; at times also one that is a little too far. */
function isHeldWithin(passage: number, isHolding: Uint8Array, part: IndexPart, reach: number): boolean {
	if (isHolding[passage] === 1) {
		return true;
	}
	const document = part.documentNumbers[passage];
	let between = 0;
	for (let next = passage + 1; between < reach && part.documentNumbers[next] === document; next++) {
		if (isHolding[next] === 1) {
			return true;
		}
		between += countTokensAtLeast(next, part);
	}
	return false;
}

/** No more tokens than the passage has; without reading them, but for one that says nothing. */
function countTokensAtLeast(passage: number, part: IndexPart): number {
	const count = Math.ceil((part.bodyLengths[passage] ?? 0) / maxTermsOfToken);
	return count > 0 ? count : part.countTokens(passage);
}

/** A token is filed under its term, with its signs, and with those behind it under up to three joined ones; in Korean each of these with and without its particles. */
const maxTermsOfToken = 10;

/** Of how many passages the tokens are looked at in some milliseconds, each with so many behind it into which a clause may reach. */
export function countLooksPerStep(reach: number): number {
	return Math.ceil(1_000 / (1 + reach / 25));
}

/** Looking at the tokens of a passage costs about as much as so many rows of postings. */
const rowsPerLook = 100;

function countRows(terms: readonly number[], part: IndexPart): number {
	return terms.reduce((sum, term) => sum + part.estimatePostings(term), 0);
}

/** The passages that hold one of the terms, and those before from which a clause may reach into them; each once. */
function listHolding(terms: readonly number[], reach: number, question: Question, rows: PostingRows): NumberList {
	const { asked, placed } = question;
	const { part } = placed;
	const isListed = new Uint8Array(part.passageCapacity);
	const listed = new NumberList();
	forEachHolding(terms, question, rows, (passage) => {
		const document = part.documentNumbers[passage] ?? noDocument;
		if (document !== noDocument && asked[document] === 1) {
			addWithBefore(passage, document, part, reach, isListed, listed);
		}
	});
	return listed;
}

/** Calls back for each passage that is filed under one of the terms, at times more than once. */
function forEachHolding(terms: readonly number[], question: Question, rows: PostingRows, callback: (passage: number) => void): void {
	for (const term of terms) {
		for (const field of fields) {
			const { from, to } = rows.countTerm(term, field, question);
			const { values } = rows.passages;
			for (let at = from; at < to; at++) {
				callback(values[at] ?? 0);
			}
		}
	}
}

function addWithBefore(passage: number, document: number, part: IndexPart, reach: number, isListed: Uint8Array, listed: NumberList): void {
	const add = (other: number) => {
		if (isListed[other] === 0) {
			isListed[other] = 1;
			listed.push(other);
		}
	};
	add(passage);
	// A passage between that is shorter than the reach lets the clause through.
	let between = 0;
	for (let before = passage - 1; between < reach && before >= 0 && part.documentNumbers[before] === document; before--) {
		add(before);
		between += part.countTokens(before);
	}
}
