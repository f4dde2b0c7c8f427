import { RtfBlocks, type RtfParagraph } from './rtfBlocks.ts';
import { decodePage, isFirstHalf, languageOf } from './rtfCharacters.ts';
import { destinations, infoNames, keptOptional, margins, signs } from './rtfDestinations.ts';
import { makeGroup, type RtfGroup, readGroupFormat } from './rtfGroup.ts';
import { RtfTables, toHeadingLevel } from './rtfTables.ts';
import type { RtfHandler } from './rtfTokens.ts';
import { toSymbol } from './symbolFont.ts';

/** Groups nested deeper are read as if their braces were not there. Word writes some 30. */
const maxGroupDepth = 1000;

/**
 * Turns the tokens of RTF into clean text. Left out: headers, footers, comments, field codes, pictures, deleted and hidden text, list numbers, and
 * every destination that is marked as optional and not known here.
 */
export class RtfText implements RtfHandler {
	/** The text, and what headers and footers say. */
	readonly blocks = new RtfBlocks();
	readonly margins = new RtfBlocks();
	readonly info = new Map<string, string>();
	language: string | null = null;
	isTooDeep = false;
	readonly #bytes: Uint8Array;
	readonly #maxLength: number;
	readonly #groups: RtfGroup[] = [];
	#group: RtfGroup = makeGroup();
	#extraDepth = 0;
	readonly #tables = new RtfTables();
	#defaultPage = 1252;
	#defaultFont: number | undefined;
	/** Bytes that make characters only together. */
	#pending: number[] = [];
	/** Whether the last of them is the first half of a character. */
	#isHalf = false;
	#highSurrogate = '';
	#charsToSkip = 0;
	#value = '';
	/** How the next paragraph is marked as an item of a list. */
	#mark = '';
	#isAlternativeNote = false;
	#blocks = this.blocks;

	constructor(bytes: Uint8Array, maxLength: number) {
		this.#bytes = bytes;
		this.#maxLength = maxLength;
	}

	isDone(): boolean {
		return this.blocks.flow.blocks.flow.length > this.#maxLength;
	}

	openGroup(): void {
		this.#flush();
		this.#charsToSkip = 0;
		if (this.#groups.length >= maxGroupDepth) {
			this.isTooDeep = true;
			this.#extraDepth++;
			return;
		}
		this.#groups.push(this.#group);
		this.#group = { ...this.#group, isOptional: false, atEnd: undefined };
	}

	closeGroup(): void {
		this.#flush();
		this.#charsToSkip = 0;
		if (this.#extraDepth > 0) {
			this.#extraDepth--;
			return;
		}
		this.#group.atEnd?.();
		this.#group = this.#groups.pop() ?? this.#group;
		if (this.#groups.length === 0) {
			// What stands behind the document is none of it.
			this.#group = { ...this.#group, target: 'nowhere' };
		}
	}

	byte(value: number): void {
		if (this.#skipsCharacter()) {
			return;
		}
		if (this.#isWritten()) {
			this.#keepByte(value);
		}
	}

	text(start: number, end: number): void {
		let at = start;
		while (at < end && this.#charsToSkip > 0) {
			this.#charsToSkip--;
			at++;
		}
		if (!this.#isWritten()) {
			return;
		}
		while (at < end) {
			const byte = this.#bytes[at] as number;
			if (byte >= 0x80 || this.#isHalf) {
				this.#keepByte(byte);
				at++;
				continue;
			}
			this.#flush();
			const from = at;
			while (at < end && at < from + maxPiece && (this.#bytes[at] as number) < 0x80) {
				at++;
			}
			this.#write(String.fromCharCode(...this.#bytes.subarray(from, at)), from);
		}
	}

	symbol(char: string): void {
		if (this.#skipsCharacter()) {
			return;
		}
		if (char === '*') {
			this.#group.isOptional = true;
		} else if (char === '~') {
			this.#writeOwn(' ');
		} else if (char === '_') {
			this.#writeOwn('\u2011');
		}
	}

	word(name: string, value: number | undefined): void {
		if (name !== 'u' && this.#skipsCharacter()) {
			return;
		}
		if (name === 'u') {
			this.#writeUnicode(value ?? 0);
			return;
		}
		const sign = signs.get(name);
		if (sign !== undefined) {
			this.#writeOwn(sign);
			return;
		}
		this.#flush();
		if (this.#group.isOptional) {
			this.#group.isOptional = false;
			if (!this.#startDestination(name) && !keptOptional.has(name)) {
				this.#group.target = 'nowhere';
			}
			return;
		}
		if (this.#startDestination(name) || this.#group.target === 'nowhere') {
			return;
		}
		if (this.#group.target === 'fonts') {
			this.#readFont(name, value);
		} else if (this.#group.target === 'styles') {
			this.#readStyle(name, value);
		} else if (this.#group.target === 'info' || this.#group.target === 'value') {
			this.#readDate(name, value);
		} else {
			this.#readFormat(name, value);
			if (this.#group.target === 'body') {
				this.#blocks.readBreak(name);
			}
		}
	}

	/** Ends what is open when the file ends, braces closed or not. */
	finish(): void {
		this.#flush();
		while (this.#groups.length > 0) {
			this.closeGroup();
		}
		this.margins.finish();
		this.blocks.finish();
	}

	/** Whether the word begins a group whose text goes elsewhere; then it does from here. */
	#startDestination(name: string): boolean {
		const group = this.#group;
		if (name === 'shptxt' && (group.target === 'shape' || group.target === 'body')) {
			this.#startStory(() => 'box');
			return true;
		}
		if (name === 'result' && group.target === 'object') {
			group.target = 'body';
			return true;
		}
		if (name === 'ud' && group.target === 'alternative') {
			group.target = 'body';
			return true;
		}
		if (group.target === 'nowhere' || group.target === 'shape' || group.target === 'object') {
			return false;
		}
		if (group.target === 'info' && infoNames.has(name)) {
			group.target = 'value';
			this.#value = '';
			this.#setEnd(() => this.#keepValue(name));
			return true;
		}
		const target = destinations.get(name);
		if (target !== undefined) {
			group.target = target;
			if (target === 'styles') {
				this.#value = '';
			}
			return true;
		}
		if (margins.has(name) && group.target === 'body') {
			this.#startMargin();
			return true;
		}
		if (name === 'annotation' && group.target === 'body') {
			this.#startStory(() => 'footnote');
			return true;
		}
		if (name === 'footnote' && group.target === 'body') {
			this.#isAlternativeNote = false;
			this.#startStory(() => (this.#isAlternativeNote ? 'endnote' : 'footnote'));
			return true;
		}
		return false;
	}

	#setEnd(atEnd: () => void): void {
		this.#group = { ...this.#group, atEnd };
	}

	#startMargin(): void {
		const outside = this.#blocks;
		this.#blocks = this.margins;
		this.#group = { ...makeGroup(), font: this.#group.font, unicodeSkip: this.#group.unicodeSkip };
		this.#setEnd(() => {
			this.margins.endParagraph();
			this.#blocks = outside;
		});
	}

	/** Reads on into a note or text box; what it is, its end knows. */
	#startStory(kindOf: () => 'footnote' | 'endnote' | 'box'): void {
		this.#blocks.startStory();
		this.#group = { ...this.#group, target: 'body', isInTable: false, isListItem: false, style: 0, outlineLevel: undefined };
		this.#setEnd(() => this.#blocks.endStory(kindOf()));
	}

	#readFont(name: string, value: number | undefined): void {
		if (name === 'f') {
			this.#group.font = value ?? 0;
		} else if (value !== undefined && this.#group.font !== undefined) {
			this.#tables.readFont(this.#group.font, name, value);
		}
	}

	#readStyle(name: string, value: number | undefined): void {
		if (name === 's' && value !== undefined) {
			this.#group.style = value;
			this.#tables.addStyle(value);
		} else if (name === 'cs' || name === 'ds' || name === 'ts') {
			this.#group.target = 'nowhere';
		} else {
			this.#tables.readStyle(this.#group.style, name, value);
		}
	}

	#readDate(name: string, value: number | undefined): void {
		if (value !== undefined && this.#group.target === 'value' && (name === 'yr' || name === 'mo' || name === 'dy')) {
			this.#value += `${this.#value === '' ? '' : '-'}${String(value).padStart(2, '0')}`;
		} else if (value !== undefined && name === 'nofpages') {
			this.info.set(name, String(value));
		}
	}

	#keepValue(name: string): void {
		if (!this.info.has(name) && this.#value.trim() !== '') {
			this.info.set(name, this.#value.trim());
		}
		this.#value = '';
	}

	#readFormat(name: string, value: number | undefined): void {
		if (readGroupFormat(this.#group, name, value)) {
			return;
		}
		switch (name) {
			case 'ansicpg':
				this.#defaultPage = value ?? 1252;
				break;
			case 'mac':
				this.#defaultPage = 10000;
				break;
			case 'deff':
				this.#defaultFont = value;
				break;
			case 'deflang':
				this.language ??= languageOf(value);
				break;
			case 'ftnalt':
				this.#isAlternativeNote = true;
				break;
			default:
				this.#blocks.readSection(name, value);
		}
	}

	/** Whether text is of any use here. */
	#isWritten(): boolean {
		const { target, isHidden, isDeleted } = this.#group;
		return target === 'body'
			? !isHidden && !isDeleted
			: target === 'value' || target === 'styles' || target === 'fonts' || target === 'mark';
	}

	/** A character that stands for one already written as `\u`. */
	#skipsCharacter(): boolean {
		if (this.#charsToSkip > 0) {
			this.#charsToSkip--;
			return true;
		}
		return false;
	}

	#page(): number {
		const font = this.#group.font ?? this.#defaultFont;
		return this.#tables.pageOf(font) ?? this.#defaultPage;
	}

	#writeUnicode(value: number): void {
		if (this.#isWritten() && value >= -0x8000 && value <= 0xffff) {
			const char = String.fromCharCode(value < 0 ? value + 0x10000 : value);
			if (/[\uD800-\uDBFF]/.test(char)) {
				this.#flush();
				this.#highSurrogate = char;
			} else {
				const high = this.#highSurrogate;
				this.#highSurrogate = '';
				this.#writeOwn(/[\uDC00-\uDFFF]/.test(char) ? (high === '' ? '\uFFFD' : high + char) : char);
			}
		}
		this.#charsToSkip = this.#group.unicodeSkip;
	}

	/** Keeps a byte until whatever it is a part of is whole. */
	#keepByte(byte: number): void {
		this.#isHalf = !this.#isHalf && isFirstHalf(byte, this.#page());
		this.#pending.push(byte);
	}

	/** Writes the bytes that were kept until they make whole characters. */
	#flush(): void {
		if (this.#pending.length > 0) {
			const bytes = this.#pending;
			this.#pending = [];
			this.#isHalf = false;
			this.#write(decodePage(bytes, this.#page()), -1);
		}
	}

	#writeOwn(text: string): void {
		this.#flush();
		if (this.#isWritten()) {
			this.#write(text, -1);
		}
	}

	#write(text: string, sourceStart: number): void {
		this.#highSurrogate = '';
		const { target, style, font = this.#defaultFont } = this.#group;
		if (target === 'fonts') {
			if (font !== undefined) {
				this.#tables.addFontName(font, text);
			}
		} else if (target === 'styles') {
			this.#tables.addStyleName(style, text);
		} else if (target === 'body') {
			this.#writeBody(text, sourceStart, this.#tables.symbolFontOf(font));
		} else if (target === 'mark') {
			this.#mark += this.#mark.length < maxMarkLength ? toSigns(text, this.#tables.symbolFontOf(font)) : '';
		} else if (this.#value.length < maxValueLength) {
			this.#value += text;
		}
	}

	#toParagraph(): RtfParagraph {
		const { outlineLevel, style, isInTable, isListItem, breaksPageBefore } = this.#group;
		const level = outlineLevel === undefined ? this.#tables.headingLevelOf(style) : toHeadingLevel(outlineLevel);
		return { level, isInTable, isListItem, breaksPageBefore };
	}

	#writeBody(text: string, sourceStart: number, symbolFont: string | undefined): void {
		const { isBold, size } = this.#group;
		this.#blocks.beginParagraph(() => this.#toParagraph());
		if (this.#mark.trim() !== '') {
			// Word's circle is a letter of a typewriter font.
			this.#blocks.flow.blocks.write(this.#mark.trim() === 'o' ? '◦' : this.#mark, -1);
			this.#blocks.flow.blocks.breakWord();
		}
		this.#mark = '';
		const signs = toSigns(text, symbolFont);
		this.#blocks.flow.write(signs, signs === text ? sourceStart : -1, isBold, size);
	}
}

/** Characters of a font of signs as what they show; others as they are. */
function toSigns(text: string, symbolFont: string | undefined): string {
	if (symbolFont === undefined || !/^(?:symbol|wingdings)$/i.test(symbolFont)) {
		return text;
	}
	return Array.from(text, (char) => (char === ' ' ? char : toSymbol(symbolFont, char.charCodeAt(0)))).join('');
}

const maxPiece = 8192;
const maxValueLength = 4096;
const maxMarkLength = 100;
