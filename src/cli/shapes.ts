// The JSON that the command line prints: exactly these keys in this order, none ever missing but where it says so, unknown is null.
import type { DocumentContent, DocumentSummary } from '../library/document.ts';
import type { Coverage, SearchAnswer } from '../service/library.ts';
import type { Card, ExplainedTerm, Receipt } from '../terms/card.ts';
import type { Findings } from '../terms/findings.ts';

/** The path to show for a document's id. */
export type PathOf = (documentId: string) => string;

export function toListEntry(path: string, summary: DocumentSummary) {
	const { title, author, date, publisher, language, kind, pageCount, wordCount, state, problems } = summary;
	return { path, title, author, date, publisher, language, kind, pageCount, wordCount, state, problems: problems.map(toProblemEntry) };
}

/** What `index` made: where, and of how many documents. */
export function toIndexEntry(index: string, { found, read, partial, skipped }: Coverage) {
	return { index, coverage: { found, read, partial, skipped } };
}

export function toReadEntry(path: string, content: DocumentContent) {
	const { title, author, date, publisher, language, kind, text } = content;
	return {
		path,
		title,
		author,
		date,
		publisher,
		language,
		kind,
		text,
		pages: content.pages.map(({ label, start, end }) => ({ label, start, end })),
		headings: content.headings.map((heading) => ({ level: heading.level, text: heading.text, start: heading.start, end: heading.end })),
		notes: content.notes.map(({ start, end }) => ({ start, end })),
		quotes: content.quotes.map(({ start, end, speaker, role }) => ({ start, end, speaker, role })),
		problems: content.problems.map(toProblemEntry),
	};
}

/** What the document by itself says of terms. Offsets count in its clean text; key terms best first, all others in order of place. */
export function toExtractEntry(path: string, content: DocumentContent, findings: Findings) {
	return {
		path,
		acronyms: findings.acronyms.map(({ short, long, shortStart, shortEnd, longStart, longEnd }) => {
			return { short, long, shortStart, shortEnd, longStart, longEnd };
		}),
		definitions: findings.definitions.map(({ term, text, termStart, termEnd, start, end, definitionStart, definitionEnd, score }) => {
			return { term, text, termStart, termEnd, start, end, definitionStart, definitionEnd, score };
		}),
		names: findings.names.map(({ text, kind, start, end }) => ({ text, kind, start, end })),
		keyTerms: findings.keyTerms.map(({ term, score }) => ({ term, score })),
		figures: findings.figures.map(({ value, unit, qualifier, term, start, end }) => ({ value, unit, qualifier, term, start, end })),
		claims: findings.claims.map(({ speaker, verb, hedge, start, end }) => ({ speaker, verb, hedge, start, end })),
		problems: content.problems.map(toProblemEntry),
	};
}

/** `id` comes first where there is one, `inOnePassage` after `total` of answers by document, a hit's `section` last where headings part its document; `corrections` last, only where other words were searched than those that were typed. */
export function toSearchEntry(answer: SearchAnswer, pathOf: PathOf, id?: string | number) {
	const { query, total, inOnePassage, partialTotal, coverage } = answer;
	return {
		...(id === undefined ? {} : { id }),
		query,
		total,
		...(inOnePassage === undefined ? {} : { inOnePassage }),
		partialTotal,
		coverage: { found: coverage.found, read: coverage.read, partial: coverage.partial, skipped: coverage.skipped },
		hits: answer.hits.map((hit) => ({
			path: pathOf(hit.documentId),
			title: hit.title,
			page: hit.page,
			start: hit.start,
			end: hit.end,
			score: hit.score,
			text: hit.text,
			highlights: hit.highlights.map(({ start, end }) => [start, end]),
			missing: hit.missing,
			...(hit.section === null ? {} : { section: hit.section }),
		})),
		...(answer.corrections.length === 0 ? {} : { corrections: answer.corrections.map(({ typed, searched }) => ({ typed, searched })) }),
	};
}

export function toCardEntry(card: Card, pathOf: PathOf) {
	const toReceipt = ({ documentId, text, title, page, date, speaker, start, end }: Receipt) => {
		return { text, path: pathOf(documentId), title, page, date, speaker, start, end };
	};
	return {
		term: card.term,
		kind: card.kind,
		aliases: card.aliases,
		expansion: card.expansion,
		own: card.own,
		definition: card.definition && toReceipt(card.definition),
		evidence: card.evidence.map(toReceipt),
		figures: card.figures.map(toReceipt),
		disagreements: card.disagreements.map(({ what, receipts }) => ({ what, receipts: receipts.map(toReceipt) })),
		related: card.related,
		mentions: card.mentions,
		documents: card.documents,
	};
}

export function toExplainEntry({ start, end, text, term, card }: ExplainedTerm, pathOf: PathOf) {
	return { start, end, text, term, card: toCardEntry(card, pathOf) };
}

function toProblemEntry({ kind, detail }: { readonly kind: string; readonly detail: string }) {
	return { kind, detail };
}
