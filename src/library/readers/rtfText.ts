import { BlockFlow } from './blockFlow.ts';
import { OfficePages } from './officePages.ts';
import { decodePage, endsInHalf, languageOf, pageOfCharset } from './rtfCharacters.ts';
import type { RtfHandler } from './rtfTokens.ts';
import { toSymbol } from './symbolFont.ts';

/** Where text goes: into the document, into a table or property that is read for what it says, or nowhere. */
type Target = 'body' | 'fonts' | 'styles' | 'info' | 'value' | 'shape' | 'object' | 'alternative' | 'nowhere';

/** What braces keep: it is as before once they close. */
interface Group {
	target: Target;
	/** How many characters stand behind `\u` for programs that do not know it. */
	unicodeSkip: number;
	font: number | undefined;
	isHidden: boolean;
	isDeleted: boolean;
	style: number;
	outlineLevel: number | undefined;
	isInTable: boolean;
	isListItem: boolean;
	breaksPageBefore: boolean;
	/** Set by `\*`: an unknown destination is to be passed over. */
	isOptional: boolean;
	/** Done when the group closes. */
	readonly atEnd: (() => void) | undefined;
}

/** What a note or text box has of its own while it is read. */
interface Story {
	isParagraphBegun: boolean;
	isRowOpen: boolean;
	isCellOpen: boolean;
	isTableOpen: boolean;
}

/** Properties of the document, as text. */
export type RtfInfo = ReadonlyMap<string, string>;

/** Groups nested deeper are read as if their braces were not there. Word writes some 30. */
const maxGroupDepth = 1000;

/**
 * Turns the tokens of RTF into clean text. Left out: headers, footers, comments, field codes, pictures, deleted and hidden text, list numbers, and
 * every destination that is marked as optional and not known here.
 */
export class RtfText implements RtfHandler {
	readonly blocks = new BlockFlow();
	readonly pages: OfficePages;
	readonly info = new Map<string, string>();
	language: string | null = null;
	isTooDeep = false;
	readonly #bytes: Uint8Array;
	readonly #maxLength: number;
	readonly #groups: Group[] = [];
	#group: Group = makeGroup();
	#extraDepth = 0;
	readonly #stories: Story[] = [makeStory()];
	readonly #pageOfFont = new Map<number, number>();
	/** Fonts of signs, with their names. */
	readonly #symbolFonts = new Map<number, string>();
	readonly #styles = new Map<number, { name: string; outlineLevel: number | undefined; basedOn: number | undefined }>();
	readonly #notes: (() => void)[] = [];
	readonly #endnotes: (() => void)[] = [];
	readonly #boxes: (() => void)[] = [];
	#defaultPage = 1252;
	#defaultFont: number | undefined;
	/** Bytes that make characters only together. */
	#pending: number[] = [];
	#highSurrogate = '';
	#charsToSkip = 0;
	#value = '';
	#isAlternativeNote = false;
	#section: { type: string; startNumber: number | undefined; format: string } = makeSection();

	constructor(bytes: Uint8Array, maxLength: number) {
		this.#bytes = bytes;
		this.#maxLength = maxLength;
		this.pages = new OfficePages(this.blocks.flow.open());
	}

	isDone(): boolean {
		return this.blocks.flow.length > this.#maxLength;
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
			this.#pending.push(value);
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
		const page = this.#page();
		while (at < end && (endsInHalf(this.#pending, page) || (this.#bytes[at] as number) >= 0x80)) {
			this.#pending.push(this.#bytes[at] as number);
			at++;
		}
		while (at < end) {
			this.#flush();
			const from = at;
			while (at < end && (this.#bytes[at] as number) < 0x80) {
				at++;
			}
			this.#write(String.fromCharCode(...this.#bytes.subarray(from, Math.min(at, from + maxPiece))), from);
			at = Math.min(at, from + maxPiece);
			while (at < end && (endsInHalf(this.#pending, page) || (this.#bytes[at] as number) >= 0x80)) {
				this.#pending.push(this.#bytes[at] as number);
				at++;
			}
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
				this.#readBreak(name);
			}
		}
	}

	/** Ends what is open when the file ends, braces closed or not. */
	finish(): void {
		this.#flush();
		while (this.#groups.length > 0) {
			this.closeGroup();
		}
		this.#endParagraph();
		this.#endTable();
		for (const write of this.#endnotes.splice(0)) {
			this.blocks.writeNote(write);
		}
		this.pages.endSection(this.#section);
	}

	/** Whether the word begins a group whose text goes elsewhere; then it does from here. */
	#startDestination(name: string): boolean {
		const group = this.#group;
		if (name === 'shptxt' && (group.target === 'shape' || group.target === 'body')) {
			this.#startStory((write) => this.#boxes.push(write));
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
		if (name === 'footnote' && group.target === 'body') {
			this.#isAlternativeNote = false;
			this.#startStory((write) => (this.#isAlternativeNote ? this.#endnotes : this.#notes).push(write));
			return true;
		}
		return false;
	}

	#setEnd(atEnd: () => void): void {
		this.#group = { ...this.#group, atEnd };
	}

	/** Reads on into a note or text box, which is written later. */
	#startStory(keep: (write: () => void) => void): void {
		this.blocks.startDeferred();
		this.#stories.push(makeStory());
		this.#group = { ...this.#group, target: 'body', isInTable: false, isListItem: false, style: 0, outlineLevel: undefined };
		this.#setEnd(() => {
			this.#endParagraph();
			this.#endTable();
			this.#stories.pop();
			keep(this.blocks.endDeferred());
		});
	}

	#readFont(name: string, value: number | undefined): void {
		if (name === 'f') {
			this.#group.font = value ?? 0;
		} else if (name === 'fcharset' && value !== undefined && this.#group.font !== undefined) {
			if (value === symbolCharset) {
				this.#symbolFonts.set(this.#group.font, '');
			}
			const page = pageOfCharset.get(value);
			if (page !== undefined) {
				this.#pageOfFont.set(this.#group.font, page);
			}
		} else if (name === 'cpg' && value !== undefined && this.#group.font !== undefined) {
			this.#pageOfFont.set(this.#group.font, value);
		}
	}

	#readStyle(name: string, value: number | undefined): void {
		if (name === 's' && value !== undefined && this.#styles.size < maxStyles) {
			this.#group.style = value;
			this.#styles.set(value, { name: '', outlineLevel: undefined, basedOn: undefined });
		} else if (name === 'cs' || name === 'ds' || name === 'ts') {
			this.#group.target = 'nowhere';
		}
		const style = this.#styles.get(this.#group.style);
		if (style && name === 'outlinelevel') {
			style.outlineLevel = value;
		} else if (style && name === 'sbasedon') {
			style.basedOn = value;
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
		const group = this.#group;
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
			case 'f':
				group.font = value;
				break;
			case 'uc':
				group.unicodeSkip = Math.max(0, Math.min(value ?? 1, 100));
				break;
			case 'plain':
				group.font = undefined;
				group.isHidden = false;
				group.isDeleted = false;
				break;
			case 'v':
			case 'htmlrtf':
				group.isHidden = value !== 0;
				break;
			case 'deleted':
				group.isDeleted = value !== 0;
				break;
			case 'pard':
				group.style = 0;
				group.outlineLevel = undefined;
				group.isInTable = false;
				group.isListItem = false;
				group.breaksPageBefore = false;
				break;
			case 's':
				group.style = value ?? 0;
				break;
			case 'outlinelevel':
				group.outlineLevel = value;
				break;
			case 'intbl':
				group.isInTable = true;
				break;
			case 'ls':
			case 'pnlvlblt':
			case 'pnlvlbody':
				group.isListItem = true;
				break;
			case 'pagebb':
				group.breaksPageBefore = value !== 0;
				break;
			case 'ftnalt':
				this.#isAlternativeNote = true;
				break;
			default:
				this.#readSection(name, value);
		}
	}

	#readSection(name: string, value: number | undefined): void {
		switch (name) {
			case 'sectd':
				this.#section = makeSection();
				break;
			case 'sbknone':
				this.#section.type = 'continuous';
				break;
			case 'sbkodd':
				this.#section.type = 'oddPage';
				break;
			case 'sbkeven':
				this.#section.type = 'evenPage';
				break;
			case 'pgnrestart':
				this.#section.startNumber ??= 1;
				break;
			case 'pgnstarts':
				this.#section.startNumber = this.#section.startNumber === undefined ? undefined : (value ?? 1);
				break;
			case 'pgnlcrm':
				this.#section.format = 'lowerRoman';
				break;
			case 'pgnucrm':
				this.#section.format = 'upperRoman';
				break;
			case 'pgnlcltr':
				this.#section.format = 'lowerLetter';
				break;
			case 'pgnucltr':
				this.#section.format = 'upperLetter';
				break;
		}
	}

	#readBreak(name: string): void {
		switch (name) {
			case 'par':
				this.#endParagraph();
				break;
			case 'sect':
				this.#endParagraph();
				if (!this.blocks.isDeferred) {
					this.pages.endSection({ ...this.#section });
					this.#section.startNumber = undefined;
					this.#breakPage('section');
				}
				break;
			case 'page':
				this.#breakPage('asked');
				this.blocks.breakLine();
				break;
			case 'softpage':
				this.#breakPage('laidOut');
				break;
			case 'line':
			case 'softline':
			case 'lbr':
				this.blocks.breakLine();
				break;
			case 'tab':
			case 'emspace':
			case 'enspace':
			case 'qmspace':
			case 'column':
				this.blocks.breakWord();
				break;
			case 'cell':
				this.#endCell();
				break;
			case 'nestcell':
				this.blocks.breakWord();
				this.#endParagraph();
				break;
			case 'nestrow':
				this.#endParagraph();
				break;
			case 'row':
				this.#endRow();
				break;
		}
	}

	#breakPage(cause: 'asked' | 'laidOut' | 'section'): void {
		if (!this.blocks.isDeferred) {
			this.pages.addBreak(cause, this.blocks.flow.open(), this.blocks.flow.length);
		}
	}

	#story(): Story {
		return this.#stories.at(-1) as Story;
	}

	#beginParagraph(): void {
		const story = this.#story();
		if (story.isParagraphBegun) {
			return;
		}
		story.isParagraphBegun = true;
		const group = this.#group;
		if (group.breaksPageBefore) {
			this.#breakPage('asked');
		}
		if (group.isInTable) {
			this.#beginCell();
		} else {
			this.#endTable();
		}
		this.blocks.startParagraph(group.isListItem);
		this.blocks.startHeading(this.#headingLevel());
	}

	#endParagraph(): void {
		const story = this.#story();
		if (!story.isParagraphBegun) {
			return;
		}
		story.isParagraphBegun = false;
		this.blocks.endParagraph();
		for (const write of this.#boxes.splice(0)) {
			this.blocks.perform(write);
		}
		this.#writeNotes();
	}

	#beginCell(): void {
		const story = this.#story();
		if (!story.isTableOpen) {
			story.isTableOpen = true;
			this.blocks.startTable();
		}
		if (!story.isRowOpen) {
			story.isRowOpen = true;
			this.blocks.startRow();
		}
		if (!story.isCellOpen) {
			story.isCellOpen = true;
			this.blocks.startCell();
		}
	}

	#endCell(): void {
		this.#beginCell();
		this.#endParagraph();
		this.blocks.endCell();
		this.#story().isCellOpen = false;
	}

	#endRow(): void {
		const story = this.#story();
		if (story.isCellOpen) {
			this.#endCell();
		}
		if (story.isRowOpen) {
			this.blocks.endRow();
			story.isRowOpen = false;
		}
	}

	#endTable(): void {
		const story = this.#story();
		if (story.isTableOpen) {
			this.#endRow();
			this.blocks.endTable();
			story.isTableOpen = false;
			this.#writeNotes();
		}
	}

	/** Footnotes follow the paragraph, or the whole table, that refers to them. */
	#writeNotes(): void {
		if (!this.#story().isTableOpen && !this.blocks.isDeferred) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}

	#headingLevel(): number {
		if (this.#group.outlineLevel !== undefined) {
			return this.#group.outlineLevel >= 0 && this.#group.outlineLevel < 9 ? this.#group.outlineLevel + 1 : 0;
		}
		let number: number | undefined = this.#group.style;
		for (let step = 0; number !== undefined && step < maxStyleChain; step++) {
			const style = this.#styles.get(number);
			const byName = /^heading ?([1-9])\b/i.exec(style?.name ?? '')?.[1];
			if (byName !== undefined || style?.name.toLowerCase() === 'title') {
				return Number(byName ?? 1);
			}
			if (style?.outlineLevel !== undefined) {
				return style.outlineLevel >= 0 && style.outlineLevel < 9 ? style.outlineLevel + 1 : 0;
			}
			number = style?.basedOn === number ? undefined : style?.basedOn;
		}
		return 0;
	}

	/** Whether text is of any use here. */
	#isWritten(): boolean {
		const { target, isHidden, isDeleted } = this.#group;
		return target === 'body' ? !isHidden && !isDeleted : target === 'value' || target === 'styles' || target === 'fonts';
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
		return (font === undefined ? undefined : this.#pageOfFont.get(font)) ?? this.#defaultPage;
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

	/** Writes the bytes that were kept until they make whole characters. */
	#flush(): void {
		if (this.#pending.length > 0) {
			const bytes = this.#pending;
			this.#pending = [];
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
		const { target, font = this.#defaultFont } = this.#group;
		const symbolFont = font === undefined ? undefined : this.#symbolFonts.get(font);
		if (target === 'fonts') {
			if (font !== undefined && symbolFont !== undefined && symbolFont.length < 100) {
				this.#symbolFonts.set(font, symbolFont + text.replace(/;.*$/s, ''));
			}
		} else if (target === 'body') {
			this.#beginParagraph();
			if (symbolFont === 'Symbol') {
				this.blocks.write(Array.from(text, (char) => (char === ' ' ? char : toSymbol(symbolFont, char.charCodeAt(0)))).join(''), -1);
			} else {
				this.blocks.write(text, sourceStart);
			}
		} else if (target === 'styles') {
			const style = this.#styles.get(this.#group.style);
			if (style && style.name.length < 100) {
				style.name += text.replace(/;.*$/s, '');
			}
		} else if (this.#value.length < maxValueLength) {
			this.#value += text;
		}
	}
}

const maxPiece = 8192;
/** Of fonts whose characters are signs. */
const symbolCharset = 2;
const maxStyles = 10_000;
const maxStyleChain = 50;
const maxValueLength = 4096;

function makeGroup(): Group {
	return {
		target: 'body',
		unicodeSkip: 1,
		font: undefined,
		isHidden: false,
		isDeleted: false,
		style: 0,
		outlineLevel: undefined,
		isInTable: false,
		isListItem: false,
		breaksPageBefore: false,
		isOptional: false,
		atEnd: undefined,
	};
}

function makeStory(): Story {
	return { isParagraphBegun: false, isRowOpen: false, isCellOpen: false, isTableOpen: false };
}

function makeSection(): { type: string; startNumber: number | undefined; format: string } {
	return { type: 'nextPage', startNumber: undefined, format: 'decimal' };
}

/** Words that stand for characters. */
const signs: ReadonlyMap<string, string> = new Map([
	['emdash', '\u2014'],
	['endash', '\u2013'],
	['lquote', '\u2018'],
	['rquote', '\u2019'],
	['ldblquote', '\u201C'],
	['rdblquote', '\u201D'],
	['bullet', '\u2022'],
]);

/** Properties of the document that are kept. */
const infoNames: ReadonlySet<string> = new Set(['title', 'author', 'creatim', 'company', 'subject']);

/** Optional destinations whose text is text of the document. */
const keptOptional: ReadonlySet<string> = new Set(['ud', 'shptxt', 'shpinst']);

const destinations: ReadonlyMap<string, Target> = new Map([
	['fonttbl', 'fonts'],
	['stylesheet', 'styles'],
	['info', 'info'],
	['shp', 'shape'],
	['shpinst', 'shape'],
	['do', 'shape'],
	['dptxbxtext', 'body'],
	['object', 'object'],
	['upr', 'alternative'],
	...`annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend bkmkstart blipuid
		buptim category colorschememapping colortbl comment company creatim datafield datastore docvar falt fchars ffdeftext ffentrymcr ffexitmcr
		ffformat ffhelptext ffl ffname ffstattext file filetbl fldinst fldtype fname fontemb fontfile footer footerf footerl footerr
		formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc g generator gridtbl header headerf headerl headerr htmltag keycode keywords
		latentstyles lchars levelnumbers leveltext linkval list listlevel listname listoverride listoverridetable listpicture liststylename listtable
		listtext lsdlockedexcept manager mhtmltag mmath nesttableprops nextfile nonesttables nonshppict objalias objclass objdata object objname objsect
		objtime oldcprops oldpprops oldsprops oldtprops oleclsid operator panose password passwordhash pgp pgptbl picprop pict pn pnseclvl pntext
		pntxta pntxtb printim private propname protend protstart protusertbl pxe revtbl revtim rsidtbl rxe shprslt shppict sn sp staticval subject sv
		tc template themedata txe userprops wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue
		xmlclose xmlname xmlnstbl xmlopen`
		.split(/\s+/)
		.filter((name) => name !== 'object')
		.map((name): [string, Target] => [name, 'nowhere']),
]);
