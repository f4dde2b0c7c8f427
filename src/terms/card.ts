import type { Range } from '../text/range.ts';

/** What a term is. Said only when likely; `concept` where nothing more can be said. */
export type TermKind = (typeof termKinds)[number];

export const termKinds = ['own', 'acronym', 'person', 'organisation', 'place', 'law', 'programme', 'concept'] as const;

/** Words of a document, with everything that is needed to say who says them and to open them there. */
export interface Receipt extends Range {
	readonly documentId: string;
	/** Always the slice of the document's clean text at this range. */
	readonly text: string;
	/** The document's title; null if it has none. */
	readonly title: string | null;
	/** The label of the page it starts on; null if the document has no pages. */
	readonly page: string | null;
	/** Of the mail that it stands in, else of the document. */
	readonly date: string | null;
	/** Who says it: the speaker of the quotation or claim, else null (then the document's author is the one to name). */
	readonly speaker: string | null;
	/**
	 * Whose turn of a transcript the words stand in, or whose mail, which may be quoted in another: they are named, never the document's author. Null where
	 * nobody is told; absent where it is no such thing.
	 */
	readonly writer?: string | null;
}

/** The same thing told differently by different documents. */
export interface Disagreement {
	readonly what: string;
	readonly receipts: readonly Receipt[];
}

/** What one glossary of the writer's says of a term. */
export interface OwnEntry {
	/** The URI of the glossary's file. */
	readonly glossaryId: string;
	/** Where the glossary is parted into contexts (Contextive), the one in which this is meant; else null. */
	readonly context: string | null;
	/** What that context is for; null if it is not said. */
	readonly vision: string | null;
	/** As it stands there; may be empty. */
	readonly text: string;
}

/** All that the collection says of a term: data, not Markdown. */
export interface Card {
	/** The form to show. */
	readonly term: string;
	readonly kind: TermKind;
	readonly aliases: readonly string[];
	/** The long form of an acronym, the role of a person; null if no document gives one. */
	readonly expansion: string | null;
	/** The writer's own text from a glossary, as it stands there; null if there is none. Never blended with what documents say. */
	readonly own: string | null;
	/** What `own` is made of, each with its file: `glossary.md` before others. Absent where `own` is null. */
	readonly ownEntries?: readonly OwnEntry[];
	readonly definition: Receipt | null;
	/** At most three, best first, never the definition again. */
	readonly evidence: readonly Receipt[];
	readonly figures: readonly Receipt[];
	readonly disagreements: readonly Disagreement[];
	readonly related: readonly string[];
	/** How often any form of the term stands in the collection. */
	readonly mentions: number;
	/** In how many documents. */
	readonly documents: number;
}

/** A term recognised in a note: the range counts in the note's own untouched text. */
export interface ExplainedTerm extends Range {
	readonly text: string;
	readonly term: string;
	/** Of ambiguous words, that of the likeliest sense in this note. */
	readonly card: Card;
	/** The cards of the other senses, the likelier first; absent where the words mean one thing. */
	readonly otherSenses?: readonly Card[];
}
