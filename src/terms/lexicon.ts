import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import type { Card } from './card.ts';
import type { ClaimFinding, Findings } from './findings.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { TermDocument } from './termDocument.ts';
import { packTermTable } from './termTable.ts';

/** What a build of the lexicon gives: the cards (the writer's own first, then best first), and the table by which they are recognised. */
export interface LexiconBuild {
	readonly cards: readonly Card[];
	/** For `TermTable.open`. Match indexes are indexes into `cards`. May be transferred: the lexicon keeps no hold of it. */
	readonly table: ArrayBuffer;
}

/**
 * All that a collection's documents say of terms, joined: acronyms with long forms, variants of names, singular and plural. Holds what it was
 * last given of each document and of each glossary. Making cards out of it is `buildInSteps`.
 */
export class Lexicon {
	readonly #documents = new Map<string, { readonly document: TermDocument; readonly findings: Findings }>();
	readonly #glossaries = new Map<string, readonly GlossaryEntry[]>();

	/** Adds the document, in the place of what was known under its id. `findings` are `extractFindings` of the same text. */
	replaceDocument(document: TermDocument, findings: Findings): void {
		this.#documents.set(document.id, { document, findings });
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
		yield;
		return { cards: [], table: packTermTable([], []) };
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
