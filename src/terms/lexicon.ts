import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import type { Card } from './card.ts';
import { CardMaker, type TermRecord } from './cardMaker.ts';
import { type SentenceTable, splitDocument } from './evidence.ts';
import type { ClaimFinding, Findings } from './findings.ts';
import type { GlossaryEntry } from './glossary.ts';
import { findTerms } from './matcher.ts';
import type { TermDocument } from './termDocument.ts';
import { nameTerm } from './termForms.ts';
import { TermGroups } from './termGroups.ts';
import { joinGroups } from './termJoins.ts';
import { selectTerms } from './termSelection.ts';
import { packTermTable, type TermForm, TermTable } from './termTable.ts';

/** What a build of the lexicon gives: the cards (the writer's own first, then best first), and the table by which they are recognised. */
export interface LexiconBuild {
	readonly cards: readonly Card[];
	/** For `TermTable.open`. Match indexes are indexes into `cards`. May be transferred: the lexicon keeps no hold of it. */
	readonly table: ArrayBuffer;
}

/** A document with what was found in it. */
export interface LexiconDocument {
	readonly document: TermDocument;
	readonly findings: Findings;
	readonly sentences: SentenceTable;
}

/**
 * All that a collection's documents say of terms, joined: acronyms with long forms, variants of names, singular and plural. Holds what it was
 * last given of each document and of each glossary. Making cards out of it is `buildInSteps`.
 */
export class Lexicon {
	readonly #documents = new Map<string, LexiconDocument>();
	readonly #glossaries = new Map<string, readonly GlossaryEntry[]>();

	/** Adds the document, in the place of what was known under its id. `findings` are `extractFindings` of the same text. */
	replaceDocument(document: TermDocument, findings: Findings): void {
		this.#documents.set(document.id, { document, findings, sentences: splitDocument(document) });
	}

	/** Forgets the document; unknown ids are no fault. */
	removeDocument(id: string): void {
		this.#documents.delete(id);
	}

	/** Sets or, with `undefined`, forgets the writer's glossary of this id. */
	setGlossary(id: string, entries: readonly GlossaryEntry[] | undefined): void {
		if (entries === undefined) {
			this.#glossaries.delete(id);
		} else {
			this.#glossaries.set(id, entries);
		}
	}

	/** The claims of a document, for naming who speaks (`makePhraseCard`). */
	getClaims(documentId: string): readonly ClaimFinding[] {
		return this.#documents.get(documentId)?.findings.claims ?? [];
	}

	/** Makes the cards and the table in steps of a few milliseconds each: the caller lets other work in between. Start anew after a change. */
	*buildInSteps(): Generator<void, LexiconBuild, void> {
		// In the order of ids, so that the same collection gives the same cards, however it was read.
		const documents = [...this.#documents.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
		const groups = new TermGroups();
		for (const entries of this.#glossaries.values()) {
			for (const entry of entries) {
				groups.addOwn(entry);
			}
		}
		for (const [index, { document, findings }] of documents.entries()) {
			groups.addFindings(index, findings, document.quotes);
			if (document.author !== null) {
				groups.addByline(index, document.author, 'person');
			}
			if (document.publisher !== null) {
				groups.addByline(index, document.publisher, 'organisation');
			}
			yield;
		}
		const records = selectTerms(joinGroups(groups), documents.length).map((joined): TermRecord => ({ joined, names: nameTerm(joined) }));
		yield;
		const forms = listForms(records);
		const trie = TermTable.open(packTermTable([], forms));
		yield;
		const maker = new CardMaker(records, documents);
		for (const [index, { document }] of documents.entries()) {
			maker.addMatches(index, findTerms(trie, document.text, [{ start: 0, end: document.text.length }]));
			maker.addQuotes(index, (name) => findTerms(trie, name, [{ start: 0, end: name.length }])[0]?.cardIndex);
			yield;
		}
		const kept = maker.rank();
		const cards: Card[] = [];
		for (const record of kept) {
			cards.push(maker.makeCard(record));
			if (cards.length % 50 === 0) {
				yield;
			}
		}
		const table = packTermTable(cards, listForms(kept.map((at) => records[at] as TermRecord)));
		return { cards, table };
	}

	/** Makes the cards and the table at once. Throws `Cancelled`. */
	build(cancel: Cancellation = neverCancelled): LexiconBuild {
		const steps = this.buildInSteps();
		for (;;) {
			const step = steps.next();
			if (step.done === true) {
				return step.value;
			}
			throwIfCancelled(cancel);
		}
	}
}

/** All forms, the writer's own before the others, what is excluded behind what is a term. */
function listForms(records: readonly TermRecord[]): TermForm[] {
	const own: TermForm[] = [];
	const found: TermForm[] = [];
	const excluded: TermForm[] = [];
	records.forEach((record, cardIndex) => {
		const list = record.joined.kind === 'own' ? own : found;
		list.push(...record.names.forms.map((form) => ({ ...form, cardIndex })));
		excluded.push(...record.names.exclusions.map((text): TermForm => ({ text, cardIndex: -1, mode: 'phrase' })));
	});
	return [...own, ...found, ...excluded];
}
