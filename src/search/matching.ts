import type { CompiledClause, WordMatcher } from './compiledQuery.ts';
import { NumberList } from './parts/bytes.ts';
import { fields } from './parts/miniSearchPostings.ts';
import { type IndexPart, noDocument, type PostingLists } from './parts/part.ts';
import { findInPassage, isInContext, type Matcher } from './parts/tokenTable.ts';

/** By document number: 1 for those that are asked. */
export type AskedDocuments = Uint8Array;

/** The words of a clause, as they are looked for in a row. */
export function toPhrase(way: readonly WordMatcher[]): Matcher[] {
	return way.map((word) => word.numbers);
}

/** How many tokens a phrase of so many words may reach beyond its first: a hyphenated word of up to four tokens may stand for one word. */
export function toReach(wordCount: number): number {
	return (wordCount - 1) * 4;
}

/** Whether a passage that is filed under a word of this way is sure to hold it. */
export function isDecidedByIndex(way: readonly WordMatcher[]): boolean {
	return way.length === 1 && way[0]?.areTermsExact === true;
}

/**
 * Finds every passage of a part that holds a clause, in its own words or in its title and headings, before anything is cut off; each once.
 * The postings give the candidates, the tokens decide.
 */
export function findHolders(clause: CompiledClause, part: IndexPart, asked: AskedDocuments): NumberList {
	const holders = new NumberList();
	const isHolder = new Uint8Array(part.passageCapacity);
	for (const way of clause.ways) {
		if (way.length === 0 || way.some((word) => word.numbers.size === 0)) {
			continue;
		}
		const isDecided = isDecidedByIndex(way);
		const phrase = toPhrase(way);
		const candidates = findCandidates(way, part, asked);
		for (let at = 0; at < candidates.length; at++) {
			const passage = candidates.values[at] ?? 0;
			if (isHolder[passage] === 0 && (isDecided || holdsPhrase(passage, phrase, part))) {
				isHolder[passage] = 1;
				holders.push(passage);
			}
		}
	}
	return holders;
}

/** How often the clause stands in the passage's own words, all its ways together. */
export function countOccurrences(clause: CompiledClause, passage: number, part: IndexPart): number {
	return clause.ways.reduce((sum, way) => {
		const { table, ordinal } = part.tokensAt(passage, toReach(way.length));
		return sum + findInPassage(table, ordinal, toPhrase(way)).length;
	}, 0);
}

function holdsPhrase(passage: number, phrase: readonly Matcher[], part: IndexPart): boolean {
	const { table, ordinal } = part.tokensAt(passage, toReach(phrase.length));
	return findInPassage(table, ordinal, phrase, 1).length > 0 || isInContext(part.contextOf(passage), phrase);
}

/**
 * Passages that may hold the words in a row: those with each of the words, in them or in what follows within reach. The rarest word comes first;
 * words that are too frequent to narrow it down any further are left to the tokens.
 */
function findCandidates(way: readonly WordMatcher[], part: IndexPart, asked: AskedDocuments): NumberList {
	const words = way.map(({ terms }) => ({ terms, count: countRows(terms, part) })).sort((a, b) => a.count - b.count);
	const [rarest, ...others] = words;
	if (rarest === undefined) {
		return new NumberList();
	}
	const reach = toReach(way.length);
	let candidates = listHolding(rarest.terms, part, asked, reach);
	for (const { terms, count } of others) {
		if (count > candidates.length * maxRowsPerCandidate) {
			break;
		}
		const isHolding = new Uint8Array(part.passageCapacity);
		const holding = listHolding(terms, part, asked, reach);
		for (let at = 0; at < holding.length; at++) {
			isHolding[holding.values[at] ?? 0] = 1;
		}
		const kept = new NumberList();
		for (let at = 0; at < candidates.length; at++) {
			const passage = candidates.values[at] ?? 0;
			if (isHolding[passage] === 1) {
				kept.push(passage);
			}
		}
		candidates = kept;
	}
	return candidates;
}

/** Looking at the tokens of a passage costs about as much as so many rows of postings. */
const maxRowsPerCandidate = 50;

function countRows(terms: readonly number[], part: IndexPart): number {
	return terms.reduce((sum, term) => sum + part.estimatePostings(term), 0);
}

/** The passages that hold one of the terms, and those before from which a phrase may reach into them; each once. */
function listHolding(terms: readonly number[], part: IndexPart, asked: AskedDocuments, reach: number): NumberList {
	const isListed = new Uint8Array(part.passageCapacity);
	const listed = new NumberList();
	const rows: PostingLists = { passages: new NumberList(), counts: new NumberList() };
	for (const term of terms) {
		for (const field of fields) {
			rows.passages.length = 0;
			rows.counts.length = 0;
			part.readPostings(term, field, rows);
			for (let at = 0; at < rows.passages.length; at++) {
				const passage = rows.passages.values[at] ?? 0;
				const document = part.documentNumbers[passage] ?? noDocument;
				if (document !== noDocument && asked[document] === 1) {
					addWithBefore(passage, document, part, reach, isListed, listed);
				}
			}
		}
	}
	return listed;
}

function addWithBefore(passage: number, document: number, part: IndexPart, reach: number, isListed: Uint8Array, listed: NumberList): void {
	const add = (other: number) => {
		if (isListed[other] === 0) {
			isListed[other] = 1;
			listed.push(other);
		}
	};
	add(passage);
	// A passage between that is shorter than the reach lets phrases through.
	let between = 0;
	for (let before = passage - 1; between < reach && before >= 0 && part.documentNumbers[before] === document; before--) {
		add(before);
		between += part.countTokens(before);
	}
}
