import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';

/** An entry of a BibTeX or BibLaTeX file. The range runs from its `@` to its closing brace. */
export interface BibEntry extends Range {
	/** `article`, `online`: in small letters. */
	readonly type: string;
	/** Empty if it has none. */
	readonly key: string;
	/** By names in small letters: what stands between the outer braces or quotation marks, LaTeX untouched, with abbreviations (`@string`) filled in. */
	readonly fields: ReadonlyMap<string, string>;
	/** Whether it ends before it is closed; then its fields up to there are in it. */
	readonly isBroken: boolean;
}

/** Abbreviations of abbreviations cannot grow a field beyond this, which the title of a lecture series never reaches. UTF-16 units. */
const maxJoinedLength = 64 * 1024;

/** The whole of all abbreviations that are filled in; a file of 20 MB without tricks stays far below. */
const maxFilledLength = 64 * 1024 * 1024;

/**
 * Reads a BibTeX file. Entries in order; what stands between them is comment, as are `@comment` and `@preamble`. An entry that is not closed
 * ends where the next one begins at the left edge, and costs no other. Linear in the text, in steps. Never throws.
 */
export function* parseBibtexInSteps(text: string): Steps<BibEntry[]> {
	const scanner = new Scanner(text);
	const entries: BibEntry[] = [];
	const isDue = makeStepTest(100_000);
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, scanner.at))) {
		scanner.at = at + 1;
		const entry = scanner.readItem(at);
		if (entry !== undefined) {
			entries.push(entry);
		}
		if (isDue(scanner.at)) {
			yield;
		}
	}
	return entries;
}

/** Reference managers write some forty. */
const maxFields = 500;

/** A type, a field's name, an abbreviation, a number. */
const wordForm = /[^\s"#%'(),={}@\\]{1,200}/y;

class Scanner {
	at = 0;
	readonly #text: string;
	readonly #strings = new Map<string, string>(monthNames.map((name) => [name.slice(0, 3).toLowerCase(), name]));
	#filledLength = 0;
	/** Set once a comment is found that nothing closes: then no other is looked for to its end. */
	#hasOpenComment = false;
	/** Whether what is being read ended before it was closed. */
	#isBroken = false;

	constructor(text: string) {
		this.#text = text;
	}

	/** What begins with the `@` at `start`; `this.at` is behind it. Undefined for all but entries. */
	readItem(start: number): BibEntry | undefined {
		const type = this.#readWord().toLowerCase();
		this.#skipSpace();
		const opener = this.#text[this.at];
		if (type === '' || (opener !== '{' && opener !== '(')) {
			return undefined;
		}
		if (type === 'comment' || type === 'preamble') {
			this.#skipComment();
			return undefined;
		}
		this.at++;
		this.#isBroken = false;
		const closer = opener === '{' ? '}' : ')';
		if (type === 'string') {
			for (const [name, value] of this.#readFields(closer)) {
				this.#strings.set(name, value);
			}
			return undefined;
		}
		const key = this.#readKey();
		const fields = this.#readFields(closer);
		return key === '' && fields.size === 0 ? undefined : { type, key, fields, isBroken: this.#isBroken, start, end: this.at };
	}

	/** What stands before the first comma; a field in its place means that there is no key. */
	#readKey(): string {
		this.#skipSpace();
		const start = this.at;
		while (this.at < this.#text.length && !/[\s,=}"{]/.test(this.#text[this.at] ?? '')) {
			this.at++;
		}
		const key = this.#text.slice(start, Math.min(this.at, start + 300));
		this.#skipSpace();
		if (this.#text[this.at] === '=') {
			this.at = start;
			return '';
		}
		return key;
	}

	#readFields(closer: string): Map<string, string> {
		const fields = new Map<string, string>();
		for (;;) {
			this.#skipSpace();
			const char = this.#text[this.at];
			if (char === undefined || (char === '@' && this.#isEntryStart(this.at))) {
				this.#isBroken = true;
				// The field that was not closed took the next ones with it.
				const [last, value] = [...fields].at(-1) ?? ['', ''];
				const next = swallowedField.exec(value)?.index;
				return next === undefined ? fields : fields.set(last, value.slice(0, next));
			}
			if (char === closer) {
				this.at++;
				return fields;
			}
			const name = this.#readWord().toLowerCase();
			this.#skipSpace();
			if (name !== '' && this.#text[this.at] === '=') {
				this.at++;
				const value = this.#readValue(closer);
				// The first of two counts, as in BibTeX.
				if (!fields.has(name) && fields.size < maxFields) {
					fields.set(name, value);
				}
			} else if (name === '') {
				// A comma, or a sign that means nothing here.
				this.at++;
			}
		}
	}

	/** Pieces joined by `#`: braces, quotation marks, a number, an abbreviation. */
	#readValue(closer: string): string {
		let value = '';
		for (;;) {
			this.#skipSpace();
			const char = this.#text[this.at];
			let piece = '';
			if (char === '{' || char === '"') {
				piece = this.#readDelimited(char === '{' ? '}' : '"');
			} else if (char !== closer) {
				const word = this.#readWord();
				const filled = this.#strings.get(word.toLowerCase());
				this.#filledLength += filled?.length ?? 0;
				piece = filled === undefined || this.#filledLength > maxFilledLength ? word : filled;
			}
			value = value.length + piece.length > maxJoinedLength && value !== '' ? value : value + piece;
			this.#skipSpace();
			if (this.#text[this.at] !== '#') {
				return value;
			}
			this.at++;
		}
	}

	/** What stands up to the closing sign that no inner braces hold; up to the next entry at the left edge if nothing closes it. */
	#readDelimited(closer: '}' | '"'): string {
		const start = ++this.at;
		let depth = 0;
		for (; this.at < this.#text.length; this.at++) {
			const char = this.#text[this.at];
			if (char === '\\') {
				this.at++;
			} else if (depth === 0 && char === closer) {
				return this.#text.slice(start, this.at++);
			} else if (char === '{') {
				depth++;
			} else if (char === '}') {
				depth = Math.max(0, depth - 1);
			} else if (char === '@' && this.#isEntryStart(this.at)) {
				break;
			}
		}
		this.#isBroken = true;
		this.at = Math.min(this.at, this.#text.length);
		return this.#text.slice(start, this.at).trimEnd();
	}

	/** Whether the `@` begins a line and looks like an entry with its key: inside a field that means that the field was never closed. */
	#isEntryStart(at: number): boolean {
		let before = at - 1;
		while (before >= at - 8 && (this.#text[before] === ' ' || this.#text[before] === '\t')) {
			before--;
		}
		return (before < 0 || this.#text[before] === '\n' || this.#text[before] === '\r') && entryStart.test(this.#text.slice(at, at + 240));
	}

	#skipComment(): void {
		const start = this.at;
		const [opener, closer] = this.#text[start] === '(' ? ['(', ')'] : ['{', '}'];
		let depth = 0;
		for (; !this.#hasOpenComment && this.at < this.#text.length; this.at++) {
			const char = this.#text[this.at];
			depth += char === opener ? 1 : char === closer ? -1 : 0;
			if (depth === 0) {
				return;
			}
		}
		this.#hasOpenComment = true;
		this.at = start;
	}

	#skipSpace(): void {
		for (;;) {
			while (/\s/.test(this.#text[this.at] ?? '')) {
				this.at++;
			}
			// Some programs write `%` before a line that is a comment.
			if (this.#text[this.at] !== '%') {
				return;
			}
			const newline = this.#text.indexOf('\n', this.at);
			this.at = newline < 0 ? this.#text.length : newline;
		}
	}

	#readWord(): string {
		wordForm.lastIndex = this.at;
		const word = wordForm.exec(this.#text)?.[0] ?? '';
		this.at += word.length;
		return word;
	}
}

const swallowedField = /[\s,}"]{1,10}[A-Za-z]{2,20}\s{0,5}=\s{0,5}[\d"{]/;

const entryStart = /^@[A-Za-z]{2,30}\s{0,4}[{(]\s{0,4}[^\s,={}"]{1,190}\s{0,4},/u;

const monthNames: readonly string[] = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];
