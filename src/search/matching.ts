import type { CompiledClause, WordMatcher } from './compiledQuery.ts';
import type { MiniSearchPostings } from './miniSearchPostings.ts';
import { fields } from './miniSearchPostings.ts';
import type { PassageStore, StoredDocument } from './passageStore.ts';
import type { Matcher } from './tokenTable.ts';
import { findInPassage, isInContext } from './tokenTable.ts';

/** Whether the documents of a query's language and scope include this one. */
export type Scope = (document: StoredDocument) => boolean;

/**
 * Finds every passage that holds a clause, in its own words or in its title and headings, before anything is cut off.
 * The index gives the candidates, the token tables decide; where no word of a clause is in the index (stop words), all passages are candidates.
 */
export function findHolders(clause: CompiledClause, scope: Scope, store: PassageStore, postings: MiniSearchPostings): Set<number> {
	const holders = new Set<number>();
	for (const way of clause.ways) {
		const [first] = way;
		if (first === undefined || way.some((word) => word.numbers.size === 0)) {
			continue;
		}
		const isDecided = way.length === 1 && first.terms !== undefined && first.areTermsExact;
		const phrase = toPhrase(way);
		for (const passage of findCandidates(way, scope, store, postings)) {
			if (!holders.has(passage) && (isDecided || holdsPhrase(passage, phrase, store))) {
				holders.add(passage);
			}
		}
	}
	return holders;
}

export function toPhrase(way: readonly WordMatcher[]): Matcher[] {
	return way.map((word) => word.numbers);
}

function holdsPhrase(passage: number, phrase: readonly Matcher[], store: PassageStore): boolean {
	const document = store.documentOf(passage);
	if (document === undefined) {
		return false;
	}
	const ordinal = passage - document.firstPassage;
	return findInPassage(document.table, ordinal, phrase, 1).length > 0 || isInContext(document.table, ordinal, phrase);
}

/** Passages that may hold the words in a row: those with the rarest of them, and those before, from which a phrase may run into them. */
function findCandidates(way: readonly WordMatcher[], scope: Scope, store: PassageStore, postings: MiniSearchPostings): Set<number> {
	const candidates = new Set<number>();
	let rarest: readonly string[] | undefined;
	let fewest = Number.POSITIVE_INFINITY;
	for (const { terms } of way) {
		const count = terms?.reduce((sum, term) => sum + postings.estimatePostings(term), 0) ?? Number.POSITIVE_INFINITY;
		if (terms !== undefined && count < fewest) {
			[rarest, fewest] = [terms, count];
		}
	}
	if (rarest === undefined) {
		for (const document of store.documents()) {
			if (scope(document)) {
				for (let ordinal = 0; ordinal < document.passages.length; ordinal++) {
					candidates.add(document.firstPassage + ordinal);
				}
			}
		}
		return candidates;
	}
	for (const term of rarest) {
		for (const field of fields) {
			postings.forEachPosting(term, field, (passage) => {
				const document = store.documentOf(passage);
				if (document !== undefined && !candidates.has(passage) && scope(document)) {
					candidates.add(passage);
					addPassagesBefore(candidates, passage, document, way.length);
				}
			});
		}
	}
	return candidates;
}

/** Adds the passages before in which a phrase of this many words may start that reaches into this one. */
function addPassagesBefore(candidates: Set<number>, passage: number, document: StoredDocument, wordCount: number): void {
	// A hyphenated word of up to four tokens may stand for one word.
	const reach = (wordCount - 1) * 4;
	const start = document.table.passageStarts[passage - document.firstPassage] ?? 0;
	for (let before = passage - 1; before >= document.firstPassage; before--) {
		const end = document.table.passageStarts[before - document.firstPassage + 1] ?? 0;
		if (start - end >= reach) {
			break;
		}
		candidates.add(before);
	}
}
