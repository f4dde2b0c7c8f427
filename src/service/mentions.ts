import type { Collection } from '../library/collection.ts';
import type { SearchEngine, TextSource } from '../search/engine.ts';
import type { Card } from '../terms/card.ts';
import type { TermMatch } from '../terms/formWalk.ts';
import { findTermsOfDocument } from '../terms/matcher.ts';
import { isShortReference } from '../terms/shortReferences.ts';
import type { Range } from '../text/range.ts';
import type { Coverage, SearchAnswer, SearchHit } from './library.ts';
import { makeTextSource } from './passageTexts.ts';
import { searchPhrase } from './phraseSearch.ts';
import { toSearchHit } from './searchAnswers.ts';
import type { TermService } from './termService.ts';

export interface MentionParts {
	readonly engine: SearchEngine;
	readonly collection: Collection;
	readonly terms: TermService;
	readonly coverage: Coverage;
}

/** More passages than this are not looked at for one form of a term. */
const maxPassages = 10_000;

/**
 * Every place where a form of the term stands, by document, in order of place. The engine says which passages may hold one, the matcher of
 * terms says which do: so `WHO` is not found in every `who`. Words that are no term are found as a phrase.
 */
export async function findMentions(
	{ engine, collection, terms, coverage }: MentionParts,
	term: string,
	limit: number,
): Promise<SearchAnswer> {
	const card = (await terms.getCards()).find((candidate) => candidate.term === term || candidate.aliases.includes(term));
	const hits = new Map<string, SearchHit>();
	const isMeant = makeSenseTest(engine, terms);
	// Where there is a card, the matcher of terms marks the words: the engine need not.
	const textOf: TextSource = card ? () => undefined : makeTextSource(collection);
	for (const form of card ? [card.term, ...card.aliases] : [term]) {
		for (const engineHit of searchPhrase(engine, form, maxPassages, textOf).hits) {
			const key = `${engineHit.documentId}\n${engineHit.start}`;
			const hit = hits.has(key) ? undefined : toSearchHit(collection, engineHit);
			const highlights = hit && card ? placesOf(card, terms, hit, isMeant) : hit?.highlights;
			if (hit !== undefined && highlights !== undefined && highlights.length > 0) {
				hits.set(key, { ...hit, highlights });
			}
		}
	}
	const order = new Map<string, number>();
	for (const { summary } of collection.documents()) {
		order.set(summary.id, order.size);
	}
	const sorted = [...hits.values()].sort((a, b) => (order.get(a.documentId) ?? 0) - (order.get(b.documentId) ?? 0) || a.start - b.start);
	return { query: term, total: sorted.length, partialTotal: 0, coverage, hits: sorted.slice(0, limit), corrections: [] };
}

/** Whether a match in a document means the card. */
type SenseTest = (card: Card, match: TermMatch, documentId: string, words: string) => boolean;

/**
 * Of a family name that several bear, and of `the Ministry`, the one is meant that alone the document names as a whole; of all else the first.
 */
function makeSenseTest(engine: SearchEngine, { table }: TermService): SenseTest {
	const named = new Map<string, ReadonlySet<string>>();
	const documentsOf = (name: string) => {
		let documents = named.get(name);
		if (documents === undefined) {
			const { hits } = searchPhrase(engine, name, maxPassages, () => undefined);
			documents = new Set(hits.flatMap(({ documentId, missing }) => (missing.length === 0 ? [documentId] : [])));
			named.set(name, documents);
		}
		return documents;
	};
	return (card, match, documentId, words) => {
		const meant = [match.cardIndex, ...(match.others ?? [])].flatMap((at) => table?.getCard(at) ?? []);
		const isFamily = meant.length > 1 && meant.every(({ kind }) => kind === 'person');
		const isReference = match.others !== undefined && isShortReference(words) && meant.every(({ kind }) => kind !== 'own');
		if (!isFamily && !isReference) {
			return meant[0]?.term === card.term;
		}
		const [only, other] = meant.filter(({ term, aliases }) =>
			[term, ...aliases].some((name) => name !== words && documentsOf(name).has(documentId)),
		);
		return only?.term === card.term && other === undefined;
	};
}

/** Where forms of the card stand in the passage, in the document's text. */
function placesOf(card: Card, { table }: TermService, hit: SearchHit, isMeant: SenseTest): readonly Range[] {
	if (table === undefined) {
		return [];
	}
	return findTermsOfDocument(table, hit.text)
		.filter((match) => isMeant(card, match, hit.documentId, hit.text.slice(match.start, match.end)))
		.map((match) => ({ start: hit.start + match.start, end: hit.start + match.end }));
}
