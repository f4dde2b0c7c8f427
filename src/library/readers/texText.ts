import type { Range } from '../../text/range.ts';
import type { BlockFlow } from './blockFlow.ts';
import { accented, findLetter, findLigature, findSign, isAccent } from './texCharacters.ts';
import {
	droppedArgumentCount,
	environmentArguments,
	fieldCommands,
	fileCommands,
	headingLevelOf,
	isDefinition,
	isPointer,
	isReference,
	lineCommands,
	listEnvironments,
	mathEnvironments,
	noteCommands,
	paragraphCommands,
	rawEnvironment,
	spaceCommands,
	tableEnvironments,
} from './texCommands.ts';
import { isBlank, TexCursor } from './texCursor.ts';
import { type TexGroup, TexGroups } from './texGroups.ts';
import type { TexMacro, TexMacros } from './texMacros.ts';
import { TexPrint } from './texPrint.ts';

/** Definitions longer than this are taken for a brace that somebody forgot. UTF-16 units. */
const maxDefinitionLength = 20_000;
const maxFields = 50;
/** All that macros print together: a short name for a long text, many times, is a bomb. UTF-16 units. */
const maxMacroText = 2_000_000;

/**
 * Writes what a LaTeX source prints. One pass with a stack of braces: commands are known by tables, the author's own macros by what they print,
 * others lose their names and keep their arguments. Linear in its input.
 *
 * `source` is the whole file, so that places in it are places in the file.
 */
export class TexText {
	/** Where the arguments of `\title`, `\author`, `\date` stand; of authors there may be many. */
	readonly fields = new Map<string, Range[]>();
	/** Files that `\input` and its like name. */
	readonly includedFiles: string[] = [];
	readonly #macros: TexMacros;
	readonly #isField: boolean;
	readonly #cursor: TexCursor;
	readonly #groups = new TexGroups();
	readonly #print = new TexPrint(this.#groups);
	#isInTitle = false;
	/** Between `\begin{document}` and `\maketitle`, read behind the title: its fields are known. */
	#isFrontMatter = false;
	#hasBegun = false;
	/** What macros may still print. */
	#macroRoom: number;
	#hasTitlePage = false;
	#isMath = false;
	#mathDepth = 0;

	/** A field is a title or a name: it has no notes and no raised numbers. */
	constructor(source: string, macros: TexMacros, isField = false) {
		this.#cursor = new TexCursor(source);
		this.#macros = macros;
		this.#macroRoom = Math.min(maxMacroText, 1_000 + 10 * source.length);
		this.#isField = isField;
	}

	get blocks(): BlockFlow {
		return this.#print.blocks;
	}

	/** Reads the whole document; `hasPreamble` says that it prints nothing before `\begin{document}`. */
	readDocument(hasPreamble: boolean): void {
		this.#print.isPreamble = hasPreamble;
		this.#run({ start: 0, end: this.#cursor.source.length });
		this.#groups.closeTo(0);
		this.#print.breakParagraph();
	}

	/** Reads a part of the source alone. */
	readRange(range: Range): void {
		this.#run(range);
		this.#groups.closeTo(0);
	}

	get #isMathMode(): boolean {
		return this.#isMath || this.#mathDepth > 0;
	}

	#run({ start, end }: Range): void {
		const cursor = this.#cursor;
		cursor.at = start;
		cursor.end = end;
		while (cursor.at < cursor.end) {
			this.#step(cursor.source[cursor.at] ?? '');
		}
	}

	/** Reads another part of the source, does `atEnd` there, and comes back. */
	#readAside(range: Range, atEnd?: () => void): void {
		const { at, end } = this.#cursor;
		this.#run(range);
		atEnd?.();
		this.#cursor.at = at;
		this.#cursor.end = end;
	}

	#step(char: string): void {
		const cursor = this.#cursor;
		const { at } = cursor;
		if (this.#groups.isSilent && at - this.#groups.silentSince > maxDefinitionLength) {
			this.#groups.closeTo(0);
		}
		switch (char) {
			case '\\':
				this.#command();
				return;
			case '{':
				cursor.at++;
				this.#groups.open({}, cursor.at);
				return;
			case '}':
				cursor.at++;
				this.#groups.close();
				return;
			case '%':
				if (cursor.skipComment()) {
					this.#emptyLine();
				}
				return;
			case '$':
				if (cursor.takeRun('$', 2) === '$$') {
					this.#print.breakLine();
				}
				this.#isMath = !this.#isMath;
				return;
			case '&':
				cursor.at++;
				this.#ampersand(at);
				return;
			case '-':
			case '`':
			case "'":
				this.#ligature(char);
				return;
			case '(':
			case '[':
				cursor.at++;
				if (!this.#print.holdsBracket && !this.#print.isSilent && this.#pointerFollows()) {
					this.#print.holdBracket(char, at);
				} else {
					this.#write({ start: at, end: cursor.at });
				}
				return;
		}
		if (isBlank(char)) {
			this.#space();
			return;
		}
		cursor.takeOrdinary();
		this.#write({ start: at, end: cursor.at });
	}

	#write({ start, end }: Range): void {
		this.#print.write(this.#cursor.source.slice(start, end), start);
	}

	/** White space; with an empty line in it, a paragraph's end. In front of a reference that is left out, none. */
	#space(): void {
		const start = this.#cursor.at;
		if (this.#cursor.takeBlanks() > 1) {
			this.#emptyLine();
		} else if (!this.#print.isSilent && !this.#pointerFollows() && !this.#print.holdsBracket) {
			const blanks = this.#cursor.source.slice(start, this.#cursor.at);
			this.blocks.write(blanks.replaceAll('~', ' '), blanks.includes('~') ? -1 : start);
		}
	}

	#emptyLine(): void {
		this.#isMath = false;
		this.#groups.closeShort();
		if (this.#print.isSilent) {
			return;
		}
		if (this.#print.tableDepth > 0) {
			this.blocks.breakWord();
		} else if (this.#cursor.source.startsWith('\\item', this.#cursor.at) || this.blocks.isDeferred) {
			this.#print.breakLine();
		} else {
			this.#print.breakParagraph();
		}
	}

	#ampersand(at: number): void {
		if (this.#print.tableDepth > 0) {
			this.#print.breakCell();
		} else if (!this.#isMathMode) {
			this.#write({ start: at, end: at + 1 });
		}
	}

	#ligature(char: string): void {
		const start = this.#cursor.at;
		const signs = this.#cursor.takeRun(char, char === '-' ? 3 : 2);
		const ligature = this.#isMathMode ? undefined : findLigature(signs);
		if (ligature === undefined) {
			this.#write({ start, end: this.#cursor.at });
		} else {
			this.#print.writeOwn(ligature);
		}
	}

	#command(): void {
		const cursor = this.#cursor;
		const start = cursor.at;
		const name = this.#macros.resolve(cursor.takeCommand());
		if (name === '') {
			this.#character(start + 1, cursor.source[start + 1] ?? '');
		} else if (name === 'begin' || name === 'end') {
			this.#environment(name);
		} else if (name === 'verb' || name === 'verb*' || name === 'lstinline') {
			this.#asItStands(cursor.takeVerb());
		} else if (name === 'iffalse') {
			cursor.skipCondition();
		} else if (fieldCommands.has(name) && this.#isFrontMatter) {
			this.#dropArguments(1, false);
		} else if (fieldCommands.has(name) && !this.#isField && !this.#isInTitle && !this.#groups.isSilent) {
			this.#field(name);
		} else if (name === 'def' || name === 'gdef' || name === 'edef' || name === 'xdef') {
			cursor.skipTo('{');
			this.#dropArguments(1, false);
		} else if (name === 'let') {
			cursor.skipLetBody();
		} else if (this.#print.isSilent) {
			this.#dropArguments(droppedArgumentCount(name), !isDefinition(name));
		} else {
			this.#visibleCommand(name, start);
		}
	}

	#visibleCommand(name: string, start: number): void {
		const cursor = this.#cursor;
		const level = headingLevelOf(name);
		const macro = this.#macroRoom > 0 ? this.#macros.find(name) : undefined;
		const letter = findLetter(name);
		const sign = findSign(name);
		if (level !== undefined) {
			this.#heading(level);
		} else if (macro) {
			this.#macro(macro, 0);
		} else if (isAccent(name) && this.#accent(name)) {
			return;
		} else if (letter !== undefined) {
			this.#print.writeOwn(letter);
			cursor.skipEmptyGroup();
			cursor.skipBlanks();
		} else if (sign !== undefined) {
			this.#print.writeOwn(sign);
			cursor.skipEmptyGroup();
			if (name === 'textless' || name === 'textquotesingle') {
				cursor.skipBlanks();
			}
		} else if (noteCommands.has(name)) {
			this.#note();
		} else if (name === 'item' || name === 'bibitem') {
			this.#item(name);
		} else if (fileCommands.has(name)) {
			const file = cursor.takeFileName(name.endsWith('import'));
			this.includedFiles.push(...(file === undefined ? [] : [file]));
		} else if (name === 'url' || name === 'path' || name === 'nolinkurl' || name === 'doi') {
			this.#asItStands(cursor.takeAddress());
		} else if (isReference(name)) {
			this.#print.writeOwn('…');
			this.#dropArguments(1, true);
		} else if (name === 'maketitle') {
			this.#makeTitle();
		} else if (name === 'caption' || name === 'caption*') {
			cursor.takeOptionalArgument();
			this.#print.breakParagraph();
			this.#openArgument({ isShort: true, onClose: () => this.#print.breakParagraph() });
		} else if (/^[dt]?frac$/.test(name)) {
			this.#openArgument({ isShort: true, onClose: () => this.#print.writeOwn('/') });
		} else if (lineCommands.has(name)) {
			this.#print.breakLine();
		} else if (paragraphCommands.has(name)) {
			this.#print.breakParagraph();
		} else if (name === 'endfirsthead') {
			// The head of the table's other pages, which says the same again.
			cursor.skipBehind('\\endhead');
		} else if (spaceCommands.has(name)) {
			this.blocks.breakWord();
		} else if (this.#isField && (name === 'textsuperscript' || name === 'inst' || name === 'email')) {
			this.#dropArguments(1, true);
		} else {
			this.#dropArguments(droppedArgumentCount(name), !isDefinition(name), isPointer(name), start);
		}
	}

	/** Writes what a macro prints from its argument `index` on, and what stands before that. */
	#macro(macro: TexMacro, index: number): void {
		const cursor = this.#cursor;
		const literal = macro.literals[index] ?? '';
		this.#macroRoom -= literal.length + 1;
		if (literal !== '') {
			this.#print.writeOwn(literal);
		}
		if (index >= macro.prints.length) {
			if (index === 0) {
				cursor.skipEmptyGroup();
			}
			return;
		}
		const isPrinted = macro.prints[index] === true;
		if (index === 0 && macro.optional !== undefined) {
			const given = cursor.takeOptionalArgument();
			if (isPrinted && given) {
				const { depth } = this.#groups;
				this.#readAside(given, () => this.#groups.closeTo(depth));
			} else if (isPrinted && macro.optional !== '') {
				this.#print.writeOwn(macro.optional);
			}
			this.#macro(macro, 1);
			return;
		}
		const group = { isSilent: !isPrinted, isShort: true, onClose: () => this.#macro(macro, index + 1) };
		if (!this.#openArgument(group)) {
			this.#print.writeOwn(macro.literals.slice(index + 1).join(''));
		}
	}

	/** A command that is one sign: `\&`, `\\`, `\"`. */
	#character(at: number, char: string): void {
		if (char === '(' || char === ')') {
			this.#isMath = char === '(';
		} else if (char === '[' || char === ']') {
			this.#isMath = char === '[';
			this.#print.breakLine();
		} else if (char === '\\') {
			this.#cursor.at += this.#cursor.source[this.#cursor.at] === '*' ? 1 : 0;
			this.#cursor.takeOptionalArgument();
			this.#print.breakLine();
		} else if (isAccent(char) && !this.#isMathMode && this.#accent(char)) {
			return;
		} else if ('&%$#_{}'.includes(char)) {
			this.#write({ start: at, end: at + 1 });
		} else if (!this.#print.isSilent && (isBlank(char) || ',;: >'.includes(char))) {
			this.blocks.breakWord();
		}
	}

	/** Writes the letter behind an accent with its mark. False if none follows. */
	#accent(name: string): boolean {
		const letter = this.#cursor.takeAccentedLetter();
		if (letter === undefined) {
			return false;
		}
		this.#print.writeOwn(accented(name, letter));
		return true;
	}

	#asItStands(range: Range | undefined): void {
		if (range) {
			this.#write(range);
		}
	}

	#heading(level: number): void {
		// No heading stands inside an argument or a note: a brace is missing.
		this.#groups.closeTo(0);
		this.#isMath = false;
		this.#mathDepth = 0;
		this.#print.tableDepth = 0;
		this.#cursor.takeOptionalArgument();
		this.#print.breakParagraph();
		this.#headingArgument(level);
	}

	#headingArgument(level: number): void {
		this.#openArgument({ isShort: true, onClose: () => this.blocks.endParagraph() }, () => this.blocks.startHeading(level));
	}

	#note(): void {
		if (this.#isField) {
			this.#dropArguments(1, false);
			return;
		}
		this.#cursor.takeOptionalArgument();
		this.#openArgument({ onClose: () => this.#print.endNote() }, () => this.#print.startNote());
	}

	#item(name: string): void {
		this.#print.breakLine();
		if (name === 'bibitem') {
			this.#print.breakParagraph();
			this.#dropArguments(1, true);
			return;
		}
		const label = this.#cursor.takeOptionalArgument();
		if (label && label.end > label.start) {
			this.#readAside(label);
			this.blocks.breakWord();
		}
	}

	#field(name: string): void {
		this.#cursor.takeOptionalArgument();
		const start = this.#cursor.at + 1;
		this.#openArgument({
			isSilent: true,
			onClose: () => {
				const ranges = this.fields.get(name) ?? [];
				this.fields.set(name, [...ranges.slice(-maxFields), { start, end: this.#cursor.at - 1 }]);
			},
		});
	}

	/** Title, authors and date stand where `\maketitle` does. */
	#makeTitle(): void {
		// Once: a macro that prints all fields, printed as often as one likes, is a bomb.
		if (this.#hasTitlePage) {
			return;
		}
		this.#hasTitlePage = true;
		this.#isInTitle = true;
		for (const name of fieldCommands) {
			for (const range of this.fields.get(name) ?? []) {
				this.#print.breakParagraph();
				if (name === 'title') {
					this.blocks.startHeading(1);
				}
				const { depth } = this.#groups;
				this.#readAside(range, () => this.#groups.closeTo(depth));
				this.blocks.endParagraph();
			}
		}
		this.#isInTitle = false;
		this.#print.breakParagraph();
	}

	/** Begins the document: with its title, whose fields may follow, and behind it what its author wrote in front of `\maketitle`. */
	#begin(): void {
		const cursor = this.#cursor;
		const front = this.#hasBegun || !this.#print.isPreamble ? undefined : cursor.findFrontMatter();
		this.#hasBegun = true;
		if (front === undefined) {
			this.#print.isPreamble = false;
			return;
		}
		this.#readAside(front, () => this.#groups.closeTo(0));
		this.#print.isPreamble = false;
		this.#makeTitle();
		this.#isFrontMatter = true;
		this.#readAside(front, () => this.#groups.closeTo(0));
		this.#isFrontMatter = false;
		cursor.at = front.end;
	}

	#environment(command: 'begin' | 'end'): void {
		const cursor = this.#cursor;
		const name = cursor.takeEnvironmentName();
		if (name === undefined) {
			return;
		}
		if (name === 'document') {
			if (command === 'begin') {
				this.#groups.closeTo(0);
				this.#begin();
			} else if (!this.#print.isPreamble) {
				cursor.at = cursor.end;
			}
			return;
		}
		const raw = command === 'begin' ? rawEnvironment(name) : undefined;
		if (raw) {
			this.#rawEnvironment(name, raw);
			return;
		}
		if (this.#print.isSilent) {
			return;
		}
		const tableArguments = tableEnvironments.get(name);
		const step = command === 'begin' ? 1 : -1;
		if (mathEnvironments.has(name)) {
			this.#mathDepth = Math.max(0, this.#mathDepth + step);
			this.#print.breakLine();
			return;
		}
		if (listEnvironments.has(name)) {
			this.#print.breakLine();
			cursor.takeOptionalArgument();
			return;
		}
		if (tableArguments !== undefined && command === 'begin') {
			this.#print.breakParagraph();
		}
		this.#print.tableDepth = Math.max(0, this.#print.tableDepth + (tableArguments === undefined ? 0 : step));
		if (tableArguments === undefined || command === 'end') {
			this.#print.breakParagraph();
		}
		if (command === 'begin') {
			this.#beginArguments(name, tableArguments ?? environmentArguments.get(name) ?? 0);
		}
	}

	#beginArguments(name: string, dropped: number): void {
		const range = this.#cursor.takeOptionalArgument();
		if (name === 'frame') {
			this.#headingArgument(3);
			return;
		}
		// A theorem's name is text; `[htbp]` and `[width=3cm]` are none.
		const option = range ? this.#cursor.source.slice(range.start, range.end) : '';
		if (range && /^(?:[^=]*\s)?\p{L}{4,}/u.test(option) && !/[=\\]|^(?:htbp|tbph|htpb|bhtp)/.test(option)) {
			this.#write(range);
			this.#print.breakLine();
		}
		this.#dropArguments(dropped, true);
	}

	#rawEnvironment(name: string, kind: 'verbatim' | 'dropped'): void {
		const { start, end } = this.#cursor.takeRawEnvironment(name);
		if (kind === 'verbatim' && !this.#print.isSilent) {
			const content = this.#cursor.source.slice(start, end);
			this.#print.breakParagraph();
			this.blocks.perform(() => this.blocks.flow.writePreformatted(content, [0, start, content.length]));
			this.#print.breakParagraph();
		}
	}

	/** Leaves out so many arguments in braces, and those in square brackets before, between and behind them. */
	#dropArguments(count: number, isShort: boolean, isGap = false, commandStart = -1): void {
		if (!this.#isMathMode || count > 0) {
			this.#cursor.takeOptionalArgument();
		}
		if (count === 0) {
			this.#afterGap(isGap, commandStart);
		} else if (this.#cursor.skipCommandArgument()) {
			this.#dropArguments(count - 1, isShort, isGap, commandStart);
		} else {
			this.#openArgument({ isSilent: true, isShort, onClose: () => this.#dropArguments(count - 1, isShort, isGap, commandStart) });
		}
	}

	/** Where a reference was left out between two words without a space, they stay two. */
	#afterGap(isGap: boolean, commandStart: number): void {
		const { source, at } = this.#cursor;
		if (isGap && !this.#print.isSilent && isBlank(source[commandStart - 1] ?? '') && /[\p{L}\p{N}(]/u.test(source[at] ?? '')) {
			this.blocks.breakWord();
		}
	}

	/** Opens the argument in braces that follows, if one does, and says so; `before` is done first. */
	#openArgument(group: TexGroup, before?: () => void): boolean {
		if (!this.#cursor.takeArgumentStart()) {
			return false;
		}
		before?.();
		this.#groups.open(group, this.#cursor.at);
		return true;
	}

	#pointerFollows(): boolean {
		return isPointer(this.#cursor.commandNameAt(this.#cursor.at));
	}
}
