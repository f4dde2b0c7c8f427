import type { XmlAttributes } from '../container/xml.ts';
import { isOn } from './docxStyles.ts';

/** Fields whose result is the number of a page or of pages; in margins also what repeats headings and names of files. */
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;
const marginField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|STYLEREF|FILENAME)\b/i;

const maxCodeLength = 200;

const maxEntries = 1000;
const maxEntryLength = 1000;

/**
 * The fields of Word that are open, one in the other. A field is told by three marks (`w:fldChar`): here its code begins, here its result, here it
 * ends; or all at once (`w:fldSimple`).
 */
export class DocxFields {
	readonly #unwanted: RegExp;
	readonly #open: { code: string; isUnwanted: boolean }[] = [];
	/** How many of the open fields are unwanted: fields that never end may be many. */
	#unwantedCount = 0;
	/** Whether text is the code of a field and no text of the document. */
	isCode = false;

	constructor(isMargin: boolean) {
		this.#unwanted = isMargin ? marginField : pageField;
	}

	/** Whether text is the result of a field that nobody wants: the number of a page. */
	get isUnwanted(): boolean {
		return this.#unwantedCount > 0;
	}

	addCode(text: string): void {
		const field = this.#open.at(-1);
		if (field && field.code.length < maxCodeLength) {
			field.code += text.slice(0, maxCodeLength);
		}
	}

	startSimple(code: string): void {
		this.#open.push({ code, isUnwanted: false });
		this.readMark('separate');
	}

	end(): void {
		this.#unwantedCount -= this.#open.pop()?.isUnwanted ? 1 : 0;
	}

	readMark(type: string | undefined): void {
		const field = this.#open.at(-1);
		if (type === 'begin') {
			this.#open.push({ code: '', isUnwanted: false });
		} else if (type === 'separate' && field && !field.isUnwanted && this.#unwanted.test(field.code)) {
			field.isUnwanted = true;
			this.#unwantedCount++;
		} else if (type === 'end') {
			this.end();
		}
	}
}

/** A field of a form that has no text of its own in the document: a box to tick, a choice of a list. Its elements stand in `w:ffData`. */
export class DocxFormField {
	#isBox = false;
	#isChecked = false;
	#chosen = 0;
	readonly #entries: string[] = [];

	open(name: string, attributes: XmlAttributes): void {
		const value = attributes.get('w:val');
		switch (name) {
			case 'w:checkBox':
				this.#isBox = true;
				break;
			case 'w:default':
			case 'w:checked':
				// What was ticked comes behind what is ticked at first.
				this.#isChecked = isOn(value);
				this.#chosen = this.#isBox ? 0 : toIndex(value);
				break;
			case 'w:result':
				this.#chosen = toIndex(value);
				break;
			case 'w:listEntry':
				if (this.#entries.length < maxEntries) {
					this.#entries.push((value ?? '').slice(0, maxEntryLength));
				}
				break;
		}
	}

	/** What the field shows; empty if its text stands in the document. */
	get shown(): string {
		return this.#isBox ? (this.#isChecked ? '☒' : '☐') : (this.#entries[this.#chosen] ?? '');
	}
}

function toIndex(value: string | undefined): number {
	return value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : 0;
}
