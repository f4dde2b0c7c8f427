import type { XmlAttributes } from '../container/xml.ts';
import type { OfficeFlow } from './officeFlow.ts';

/** The notes and comments of a Word document: told before the text, written where the text refers to them. */
export class DocxNotes {
	readonly #flow: OfficeFlow;
	/** By kind and id, `footnote 2`: each is written once. */
	readonly #notes = new Map<string, () => void>();
	/** Of the note that is open; `undefined` for what is none. */
	#openId: string | undefined;

	constructor(flow: OfficeFlow) {
		this.#flow = flow;
	}

	open(name: string, attributes: XmlAttributes): void {
		this.#openId = isWritten(attributes.get('w:type')) ? `${name.slice(2)} ${attributes.get('w:id')}` : undefined;
		this.#flow.blocks.startDeferred();
	}

	close(): void {
		const write = this.#flow.blocks.endDeferred();
		if (this.#openId !== undefined && this.#notes.size < maxNotes) {
			this.#notes.set(this.#openId, write);
		}
	}

	/** `reference` is the element, as `w:footnoteReference`. Notes do not refer to notes. */
	referTo(reference: string, number: string): void {
		const id = `${reference.slice(2, -'Reference'.length)} ${number}`;
		const write = this.#notes.get(id);
		if (write) {
			this.#notes.delete(id);
			if (reference === 'w:endnoteReference') {
				this.#flow.addEndnote(write);
			} else {
				this.#flow.addNote(write);
			}
		}
	}
}

const maxNotes = 100_000;

/** Separator lines are notes of a type of their own; a note that somebody wrote has none. */
function isWritten(type: string | undefined): boolean {
	return type === undefined || type === 'normal';
}
