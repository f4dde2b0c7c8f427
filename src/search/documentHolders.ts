import type { CompiledClause } from './compiledQuery.ts';
import { noDocument } from './parts/part.ts';
import { isExcludedBit, type PassageNotes } from './passageNotes.ts';
import type { PlacedPart } from './question.ts';

/** Which clauses each document holds, in whichever of its passages: for answers by document. What is left out of it holds nothing. */
export class DocumentHolders {
	readonly #notes: PassageNotes;
	/** By part, then by the clause's number from 1 on. */
	readonly #passages = new Map<number, Uint32Array[]>();
	readonly #documents = new Map<number, readonly ReadonlySet<number>[]>();

	constructor(notes: PassageNotes) {
		this.#notes = notes;
	}

	/** These passages of the part hold the clause of this number. */
	note({ number: part }: PlacedPart, clause: number, passages: Uint32Array): void {
		const ofPart = this.#passages.get(part) ?? [];
		this.#passages.set(part, ofPart);
		// Each language of the part has clauses of its own.
		ofPart[clause - 1] = Uint32Array.from([...(ofPart[clause - 1] ?? []), ...passages]);
	}

	/** How many clauses the document holds. All was noted and left out before the first is asked for. */
	countHeld(placed: PlacedPart, document: number): number {
		return this.#documentsOf(placed).reduce((sum, documents) => sum + Number(documents.has(document)), 0);
	}

	/** The clauses that stand in no passage of the document, as typed; `required` are those of its language. */
	listMissing(placed: PlacedPart, document: number, required: readonly CompiledClause[]): string[] {
		const documents = this.#documentsOf(placed);
		return required.flatMap(({ clause }, index) => (documents[index]?.has(document) ? [] : [clause.text]));
	}

	#documentsOf({ part, number, firstPassage }: PlacedPart): readonly ReadonlySet<number>[] {
		const known = this.#documents.get(number);
		if (known !== undefined) {
			return known;
		}
		const documents = Array.from(this.#passages.get(number) ?? [], (passages) => {
			const found = (passages ?? []).filter((passage) => ((this.#notes.notes[firstPassage + passage] ?? 0) & isExcludedBit) === 0);
			return new Set(Array.from(found, (passage) => part.documentNumbers[passage] ?? noDocument));
		});
		this.#documents.set(number, documents);
		return documents;
	}
}
