import type { Range } from '../../text/range.ts';
import { BlockFlow } from './blockFlow.ts';
import { accented, findLetter, findSign, isAccent } from './texCharacters.ts';
import {
	droppedArgumentCount,
	environmentArguments,
	headingLevelOf,
	isDefinition,
	isPointer,
	listEnvironments,
	mathEnvironments,
	noteCommands,
	rawEnvironment,
	tableEnvironments,
} from './texCommands.ts';

/** A brace that is open. */
interface Group {
	/** Its words are none of the text. */
	readonly isSilent: boolean;
	/** An empty line ends it, as TeX itself ends a runaway argument: one brace too few must not swallow the file. */
	readonly isShort: boolean;
	readonly onClose: (() => void) | undefined;
}

/** Deeper braces are counted and otherwise ignored. */
const maxDepth = 500;

/** Definitions longer than this are taken for a brace that somebody forgot. UTF-16 units. */
const maxDefinitionLength = 20_000;

/**
 * Writes what a LaTeX source prints. One pass with a stack of braces and no expansion: commands are known by tables, others lose their names and
 * keep their arguments. Linear in its input.
 *
 * `source` is the whole file, so that places in it are places in the file.
 */
export class TexText {
	readonly blocks = new BlockFlow();
	/** Where the arguments of `\title`, `\author`, `\date` stand; of authors there may be many. */
	readonly fields = new Map<string, Range[]>();
	/** Files that `\input` and its like name. */
	readonly includedFiles: string[] = [];
	readonly #source: string;
	readonly #words: ReadonlyMap<string, string>;
	readonly #isField: boolean;
	readonly #groups: Group[] = [];
	#uncountedDepth = 0;
	#silentCount = 0;
	#shortCount = 0;
	#silentSince = 0;
	#at = 0;
	#end: number;
	#isPreamble = false;
	#isInTitle = false;
	#hasTitlePage = false;
	/** Where the next `\fi` stands, once it was looked for. */
	#lastCondition = -1;
	#isMath = false;
	#mathDepth = 0;
	#tableDepth = 0;
	/** An opening bracket that is written only if there will be something in it. */
	#heldBracket = -1;
	#notes: (() => void)[] = [];

	/** `words` are the macros that stand for plain words. A field is a title or a name: it has no notes and no raised numbers. */
	constructor(source: string, words: ReadonlyMap<string, string>, isField = false) {
		this.#source = source;
		this.#words = words;
		this.#isField = isField;
		this.#end = source.length;
	}

	/** Reads the document: from `start`, its preamble unless it has none, to its end. */
	readDocument(hasPreamble: boolean): void {
		this.#isPreamble = hasPreamble;
		this.#run(0, this.#source.length);
		this.#closeGroups(0);
		this.#breakParagraph();
	}

	/** Reads a part of the source alone. */
	readRange(range: Range): void {
		this.#run(range.start, range.end);
		this.#closeGroups(0);
	}

	get #isSilent(): boolean {
		return this.#isPreamble || this.#silentCount > 0;
	}

	get #isMathMode(): boolean {
		return this.#isMath || this.#mathDepth > 0;
	}

	#run(start: number, end: number): void {
		this.#at = start;
		this.#end = end;
		while (this.#at < this.#end) {
			this.#step();
		}
	}

	#step(): void {
		const at = this.#at;
		const char = this.#source[at] ?? '';
		if (this.#silentCount > 0 && at - this.#silentSince > maxDefinitionLength) {
			this.#closeGroups(0);
		}
		switch (char) {
			case '\\':
				this.#command();
				return;
			case '{':
				this.#at++;
				this.#open({ isSilent: false, isShort: false, onClose: undefined });
				return;
			case '}':
				this.#at++;
				this.#close();
				return;
			case '%':
				this.#skipComment();
				return;
			case '$':
				this.#at += this.#source.startsWith('$$', at) ? 2 : 1;
				if (this.#at - at === 2) {
					this.#breakLine();
				}
				this.#isMath = !this.#isMath;
				return;
			case '&':
				this.#at++;
				this.#ampersand(at);
				return;
			case '-':
			case '`':
			case "'":
				this.#ligature(char);
				return;
			case '(':
			case '[':
				this.#at++;
				if (this.#heldBracket < 0 && !this.#isSilent && this.#pointerFollows(this.#at)) {
					this.#heldBracket = at;
				} else {
					this.#write(at, this.#at);
				}
				return;
		}
		if (isBlank(char)) {
			this.#space();
			return;
		}
		ordinary.lastIndex = at;
		this.#at = Math.min(this.#end, at + Math.max(1, ordinary.exec(this.#source)?.[0].length ?? 1));
		this.#write(at, this.#at);
	}

	#write(start: number, end: number): void {
		if (!this.#isSilent) {
			const isEmptied = this.#heldBracket >= 0 && /[)\]]/.test(this.#source[start] ?? '');
			this.#releaseBracket(isEmptied);
			const from = isEmptied ? start + 1 : start;
			this.blocks.write(this.#source.slice(from, end), from);
		}
	}

	#writeOwn(text: string): void {
		if (!this.#isSilent) {
			this.#releaseBracket(false);
			this.blocks.write(text, -1);
		}
	}

	#releaseBracket(isEmptied: boolean): void {
		const held = this.#heldBracket;
		if (held >= 0) {
			this.#heldBracket = -1;
			if (!isEmptied) {
				this.blocks.write(this.#source.slice(held, held + 1), held);
			}
		}
	}

	/** White space; with an empty line in it, a paragraph's end. In front of a reference that is left out, none. */
	#space(): void {
		const start = this.#at;
		let lines = 0;
		for (; this.#at < this.#end; this.#at++) {
			const char = this.#source[this.#at] ?? '';
			if (!isBlank(char)) {
				break;
			}
			lines += char === '\n' || (char === '\r' && this.#source[this.#at + 1] !== '\n') ? 1 : 0;
		}
		if (lines > 1) {
			this.#emptyLine();
		} else if (!this.#isSilent && !this.#pointerFollows(this.#at) && this.#heldBracket < 0) {
			const blanks = this.#source.slice(start, this.#at);
			this.blocks.write(blanks.replaceAll('~', ' '), blanks.includes('~') ? -1 : start);
		}
	}

	#emptyLine(): void {
		this.#isMath = false;
		while (this.#shortCount > 0) {
			this.#close();
		}
		if (this.#isSilent) {
			return;
		}
		if (this.#tableDepth > 0) {
			this.blocks.breakWord();
		} else if (this.#source.startsWith('\\item', this.#at) || this.blocks.isDeferred) {
			this.#breakLine();
		} else {
			this.#breakParagraph();
		}
	}

	#breakParagraph(): void {
		if (this.#isSilent) {
			return;
		}
		this.#releaseBracket(false);
		this.blocks.perform(() => this.blocks.flow.breakParagraph());
		if (this.#notes.length > 0 && !this.blocks.isDeferred && this.#tableDepth === 0) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}

	#breakLine(): void {
		if (!this.#isSilent) {
			this.blocks.perform(() => this.blocks.flow.startLine());
		}
	}

	/** To the next line's first character: a comment's line end is none. */
	#skipComment(): void {
		let at = this.#at;
		while (at < this.#end && this.#source[at] !== '\n' && this.#source[at] !== '\r') {
			at++;
		}
		at += this.#source.startsWith('\r\n', at) ? 2 : 1;
		while (this.#source[at] === ' ' || this.#source[at] === '\t') {
			at++;
		}
		this.#at = at;
		if (this.#source[at] === '\n' || this.#source[at] === '\r') {
			this.#emptyLine();
		}
	}

	#skipCondition(): void {
		if (this.#lastCondition < this.#at) {
			conditionEnd.lastIndex = this.#at;
			this.#lastCondition = conditionEnd.exec(this.#source)?.index ?? Number.POSITIVE_INFINITY;
		}
		// Without an end it is none: better the words of a comment than no words.
		this.#at = Math.min(this.#end, this.#lastCondition === Number.POSITIVE_INFINITY ? this.#at : this.#lastCondition);
	}

	#ampersand(at: number): void {
		if (this.#tableDepth > 0) {
			if (!this.#isSilent) {
				this.blocks.perform(() => this.blocks.flow.breakCell());
			}
		} else if (!this.#isMathMode) {
			this.#write(at, at + 1);
		}
	}

	#ligature(char: string): void {
		const start = this.#at;
		let count = 1;
		while (this.#source[start + count] === char && count < 3) {
			count++;
		}
		const sign = this.#isMathMode ? undefined : ligatures.get(char.repeat(char === '-' ? count : Math.min(count, 2)));
		const length = char === '-' ? count : Math.min(count, 2);
		this.#at = Math.min(this.#end, start + length);
		if (sign === undefined) {
			this.#write(start, this.#at);
		} else {
			this.#writeOwn(sign);
		}
	}

	#open(group: Group): void {
		if (this.#groups.length >= maxDepth) {
			this.#uncountedDepth++;
			return;
		}
		this.#groups.push(group);
		if (group.isSilent && this.#silentCount++ === 0) {
			this.#silentSince = this.#at;
		}
		this.#shortCount += group.isShort ? 1 : 0;
	}

	#close(): void {
		if (this.#uncountedDepth > 0) {
			this.#uncountedDepth--;
			return;
		}
		const group = this.#groups.pop();
		if (group) {
			this.#silentCount -= group.isSilent ? 1 : 0;
			this.#shortCount -= group.isShort ? 1 : 0;
			group.onClose?.();
		}
	}

	#closeGroups(depth: number): void {
		this.#uncountedDepth = 0;
		while (this.#groups.length > depth) {
			this.#close();
		}
	}

	#command(): void {
		const start = this.#at;
		commandName.lastIndex = start + 1;
		const name = commandName.exec(this.#source)?.[0] ?? '';
		this.#at = Math.min(this.#end, start + 1 + Math.max(1, name.length));
		if (name === '') {
			this.#character(start, this.#source[start + 1] ?? '');
			return;
		}
		if (name === 'begin' || name === 'end') {
			this.#environment(name);
		} else if (name === 'verb' || name === 'verb*' || name === 'lstinline') {
			this.#verb();
		} else if (name === 'iffalse') {
			this.#skipCondition();
		} else if (fieldCommands.has(name) && !this.#isField && !this.#isInTitle && this.#silentCount === 0) {
			this.#field(name);
		} else if (name === 'def' || name === 'gdef' || name === 'edef' || name === 'xdef') {
			this.#skipTo('{');
			this.#dropArguments(1, false);
		} else if (name === 'let') {
			letBody.lastIndex = this.#at;
			this.#at += letBody.exec(this.#source)?.[0].length ?? 0;
		} else if (this.#isSilent) {
			this.#dropArguments(droppedArgumentCount(name), !isDefinition(name));
		} else {
			this.#visibleCommand(name, start);
		}
	}

	#visibleCommand(name: string, start: number): void {
		const level = headingLevelOf(name);
		const word = this.#words.get(name);
		const letter = findLetter(name);
		const sign = findSign(name);
		if (level !== undefined) {
			this.#heading(level);
		} else if (word !== undefined) {
			this.#writeOwn(word);
			this.#skipEmptyGroup();
		} else if (isAccent(name) && this.#accent(name)) {
			return;
		} else if (letter !== undefined) {
			this.#writeOwn(letter);
			this.#skipEmptyGroup();
			this.#skipBlanks();
		} else if (sign !== undefined) {
			this.#writeOwn(sign);
			this.#skipEmptyGroup();
		} else if (noteCommands.has(name)) {
			this.#note();
		} else if (name === 'item' || name === 'bibitem') {
			this.#item(name);
		} else if (name === 'input' || name === 'include' || name === 'subfile' || name === 'subimport' || name === 'import') {
			this.#include(name);
		} else if (name === 'url' || name === 'path' || name === 'nolinkurl' || name === 'doi') {
			this.#address();
		} else if (name === 'maketitle') {
			this.#makeTitle();
		} else if (name === 'caption' || name === 'caption*') {
			this.#optionalArgument();
			this.#breakParagraph();
			this.#openArgument({ isSilent: false, isShort: true, onClose: () => this.#breakParagraph() });
		} else if (/^[dt]?frac$/.test(name)) {
			this.#openArgument({ isSilent: false, isShort: true, onClose: () => this.#writeOwn('/') });
		} else if (lineCommands.has(name)) {
			this.#breakLine();
		} else if (paragraphCommands.has(name)) {
			this.#breakParagraph();
		} else if (spaceCommands.has(name)) {
			this.blocks.breakWord();
		} else if (this.#isField && (name === 'textsuperscript' || name === 'inst' || name === 'email')) {
			this.#dropArguments(1, true);
		} else {
			this.#dropArguments(droppedArgumentCount(name), !isDefinition(name), isPointer(name), start);
		}
	}

	/** A command that is one sign: `\&`, `\\`, `\"`. */
	#character(start: number, char: string): void {
		if (char === '(' || char === ')') {
			this.#isMath = char === '(';
		} else if (char === '[' || char === ']') {
			this.#isMath = char === '[';
			this.#breakLine();
		} else if (char === '\\') {
			this.#at += this.#source[this.#at] === '*' ? 1 : 0;
			this.#optionalArgument();
			this.#breakLine();
		} else if (isAccent(char) && !this.#isMathMode && this.#accent(char)) {
			return;
		} else if ('&%$#_{}'.includes(char)) {
			this.#write(start + 1, start + 2);
		} else if (!this.#isSilent && (isBlank(char) || ',;: >'.includes(char))) {
			this.blocks.breakWord();
		}
	}

	/** Writes the letter behind an accent with its mark. False if none follows. */
	#accent(name: string): boolean {
		markedLetter.lastIndex = this.#at;
		const found = markedLetter.exec(this.#source);
		if (!found) {
			return false;
		}
		const dotless = found[1] ?? found[3];
		const letter = dotless === undefined ? (found[2] ?? found[4] ?? '') : dotless;
		this.#at += found[0].length;
		this.#writeOwn(accented(name, letter));
		return true;
	}

	#heading(level: number): void {
		// No heading stands inside an argument or a note: a brace is missing.
		this.#closeGroups(0);
		this.#isMath = false;
		this.#mathDepth = 0;
		this.#tableDepth = 0;
		this.#optionalArgument();
		this.#breakParagraph();
		this.#openArgument({ isSilent: false, isShort: true, onClose: () => this.blocks.endParagraph() }, () =>
			this.blocks.startHeading(level),
		);
	}

	#note(): void {
		if (this.#isField) {
			this.#dropArguments(1, false);
			return;
		}
		this.#optionalArgument();
		this.#openArgument({ isSilent: false, isShort: false, onClose: () => this.#notes.push(this.blocks.endDeferred()) }, () =>
			this.blocks.startDeferred(),
		);
	}

	#item(name: string): void {
		this.#breakLine();
		if (name === 'bibitem') {
			this.#breakParagraph();
			this.#dropArguments(1, true);
			return;
		}
		const label = this.#optionalArgument();
		if (label && label.end > label.start) {
			const [resume, end] = [this.#at, this.#end];
			this.#run(label.start, label.end);
			this.#at = resume;
			this.#end = end;
			this.blocks.breakWord();
		}
	}

	#include(name: string): void {
		fileArgument.lastIndex = this.#at;
		const found = fileArgument.exec(this.#source);
		if (found) {
			this.#at += found[0].length;
			this.includedFiles.push((name.endsWith('import') ? (found[1] ?? '') + (found[2] ?? '') : found[1]) ?? found[3] ?? '');
		}
	}

	/** The address may hold any sign: nothing in it is TeX. */
	#address(): void {
		if (this.#source[this.#at] === '{') {
			const end = this.#source.slice(this.#at, this.#at + 2_000).indexOf('}');
			if (end > 0) {
				this.#write(this.#at + 1, this.#at + end);
				this.#at += end + 1;
			}
		}
	}

	#verb(): void {
		const mark = this.#source[this.#at] ?? '';
		const closing = mark === '{' ? '}' : mark;
		const end = this.#source.slice(this.#at + 1, this.#at + 1_000).indexOf(closing);
		if (end >= 0 && !isBlank(mark)) {
			this.#write(this.#at + 1, this.#at + 1 + end);
			this.#at += end + 2;
		}
	}

	#field(name: string): void {
		this.#optionalArgument();
		const start = this.#at + 1;
		this.#openArgument({
			isSilent: true,
			isShort: false,
			onClose: () => {
				const ranges = this.fields.get(name) ?? [];
				this.fields.set(name, [...ranges.slice(-maxFields), { start, end: this.#at - 1 }]);
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
		const [resume, end] = [this.#at, this.#end];
		this.#isInTitle = true;
		for (const name of ['title', 'subtitle', 'author', 'date']) {
			for (const range of this.fields.get(name) ?? []) {
				this.#breakParagraph();
				if (name === 'title') {
					this.blocks.startHeading(1);
				}
				const depth = this.#groups.length;
				this.#run(range.start, range.end);
				this.#closeGroups(depth);
				this.blocks.endParagraph();
			}
		}
		this.#isInTitle = false;
		this.#at = resume;
		this.#end = end;
		this.#breakParagraph();
	}

	#environment(command: 'begin' | 'end'): void {
		environmentName.lastIndex = this.#at;
		const found = environmentName.exec(this.#source);
		if (!found) {
			return;
		}
		const name = found[1] ?? '';
		this.#at += found[0].length;
		if (name === 'document') {
			if (command === 'begin') {
				this.#closeGroups(0);
				this.#isPreamble = false;
			} else if (!this.#isPreamble) {
				this.#at = this.#end;
			}
			return;
		}
		const raw = command === 'begin' ? rawEnvironment(name) : undefined;
		if (raw) {
			this.#rawEnvironment(name, raw);
			return;
		}
		if (this.#isSilent) {
			return;
		}
		const tableArguments = tableEnvironments.get(name);
		const step = command === 'begin' ? 1 : -1;
		if (mathEnvironments.has(name)) {
			this.#mathDepth = Math.max(0, this.#mathDepth + step);
			this.#breakLine();
			return;
		}
		if (listEnvironments.has(name)) {
			this.#breakLine();
			this.#optionalArgument();
			return;
		}
		if (tableArguments !== undefined && command === 'begin') {
			this.#breakParagraph();
		}
		this.#tableDepth = Math.max(0, this.#tableDepth + (tableArguments === undefined ? 0 : step));
		if (tableArguments === undefined || command === 'end') {
			this.#breakParagraph();
		}
		if (command === 'begin') {
			this.#beginArguments(name, tableArguments ?? environmentArguments.get(name) ?? 0);
		}
	}

	#beginArguments(name: string, dropped: number): void {
		const option = this.#optionalArgument();
		if (name === 'frame') {
			this.#openArgument({ isSilent: false, isShort: true, onClose: () => this.blocks.endParagraph() }, () => this.blocks.startHeading(3));
			return;
		}
		// A theorem's name is text; `[htbp]` and `[width=3cm]` are none.
		if (
			option &&
			/^(?:[^=]*\s)?\p{L}{4,}/u.test(this.#source.slice(option.start, option.end)) &&
			!/[=\\]|^(?:htbp|tbph|htpb|bhtp)/.test(this.#source.slice(option.start, option.end))
		) {
			this.#write(option.start, option.end);
			this.#breakLine();
		}
		this.#dropArguments(dropped, true);
	}

	#rawEnvironment(name: string, kind: 'verbatim' | 'dropped'): void {
		const closing = this.#source.indexOf(`\\end{${name}}`, this.#at);
		const end = closing < 0 ? this.#end : closing;
		if (kind === 'verbatim' && !this.#isSilent) {
			rawOptions.lastIndex = this.#at;
			const start = this.#at + (rawOptions.exec(this.#source)?.[0].length ?? 0);
			const content = this.#source.slice(start, end);
			this.#breakParagraph();
			this.blocks.perform(() => this.blocks.flow.writePreformatted(content, [0, start, content.length]));
			this.#breakParagraph();
		}
		this.#at = closing < 0 ? end : end + name.length + 6;
	}

	/** Leaves out so many arguments in braces, and those in square brackets before, between and behind them. */
	#dropArguments(count: number, isShort: boolean, isGap = false, commandStart = -1): void {
		if (!this.#isMathMode || count > 0) {
			this.#optionalArgument();
		}
		if (count === 0) {
			this.#afterGap(isGap, commandStart);
			return;
		}
		skippedToken.lastIndex = this.#at;
		const skipped = skippedToken.exec(this.#source);
		if (skipped && skipped[1] !== undefined) {
			// `\newcommand\name`, `\setlength\parindent`
			this.#at += skipped[0].length;
			this.#dropArguments(count - 1, isShort, isGap, commandStart);
			return;
		}
		this.#openArgument({ isSilent: true, isShort, onClose: () => this.#dropArguments(count - 1, isShort, isGap, commandStart) });
	}

	/** Where a reference was left out between two words without a space, they stay two. */
	#afterGap(isGap: boolean, commandStart: number): void {
		if (isGap && !this.#isSilent && isBlank(this.#source[commandStart - 1] ?? '') && /[\p{L}\p{N}(]/u.test(this.#source[this.#at] ?? '')) {
			this.blocks.breakWord();
		}
	}

	/** Opens the argument in braces that follows, if one does; `before` is done first. */
	#openArgument(group: Group, before?: () => void): void {
		argumentStart.lastIndex = this.#at;
		const found = argumentStart.exec(this.#source);
		if (found && this.#at < this.#end) {
			this.#at += found[0].length;
			before?.();
			if (this.#groups.length >= maxDepth) {
				group.onClose?.();
				this.#uncountedDepth++;
			} else {
				this.#open(group);
			}
		}
	}

	/** Skips `[…]`, as often as it follows; gives the first one's inside. */
	#optionalArgument(): Range | undefined {
		let first: Range | undefined;
		for (let count = 0; count < 3 && this.#source[this.#at] === '['; count++) {
			optional.lastIndex = this.#at;
			const found = optional.exec(this.#source);
			if (!found || this.#at + found[0].length > this.#end) {
				break;
			}
			first ??= { start: this.#at + 1, end: this.#at + found[0].length - 1 };
			this.#at += found[0].length;
		}
		return first;
	}

	#pointerFollows(at: number): boolean {
		if (this.#source[at] !== '\\') {
			return false;
		}
		commandName.lastIndex = at + 1;
		return isPointer(commandName.exec(this.#source)?.[0] ?? '');
	}

	#skipEmptyGroup(): void {
		if (this.#source.startsWith('{}', this.#at)) {
			this.#at += 2;
		}
	}

	#skipBlanks(): void {
		while (this.#source[this.#at] === ' ') {
			this.#at++;
		}
	}

	#skipTo(char: string): void {
		const found = this.#source.slice(this.#at, this.#at + 200).indexOf(char);
		this.#at += Math.max(0, found);
	}
}

const maxFields = 50;
const fieldCommands = new Set(['title', 'subtitle', 'author', 'date']);
const lineCommands = new Set(['and', 'And', 'AND', 'newline', 'linebreak', 'tabularnewline', 'cr']);
const paragraphCommands = new Set(['par', 'newpage', 'clearpage', 'pagebreak', 'cleardoublepage', 'bigskip', 'medskip', 'smallskip']);
const spaceCommands = new Set([
	'quad',
	'qquad',
	'hfill',
	'hspace',
	'hskip',
	'space',
	'enspace',
	'thinspace',
	'xspace',
	'nobreakspace',
	'dotfill',
	'hrulefill',
]);
const ligatures = new Map([
	['--', '–'],
	['---', '—'],
	['`', '‘'],
	['``', '“'],
	["''", '”'],
]);
const ordinary = /[^\\%{}$~&`'\-([\s]+/y;
const commandName = /[A-Za-z@]{1,60}\*?/y;
const environmentName = /\s{0,10}\{([A-Za-z@]{1,40}\*?)\}/y;
const argumentStart = /[ \t]{0,20}(?:\r?\n[ \t]{0,20})?\{/y;
const skippedToken = /[ \t]{0,20}(\\[A-Za-z@]{1,60})/y;
const letBody = /[ \t]{0,5}\\(?:[A-Za-z@]{1,60}|.)[ \t]{0,5}=?[ \t]{0,5}(?:\\(?:[A-Za-z@]{1,60}|.)|.)/y;
const conditionEnd = /\\fi(?![A-Za-z@])/g;
const optional = /\[[^[\]]{0,400}(?:\[[^[\]]{0,100}\][^[\]]{0,400})?\]/y;
const rawOptions = /(?:\[[^\]\n]{0,300}\])?(?:\{[^}\n]{0,40}\}(?=[ \t]*[\r\n]))?/y;
const fileArgument = /[ \t]{0,5}(?:\{([^{}\n]{1,200})\}(?:\{([^{}\n]{1,200})\})?|([^\s{}\\]{1,200}))/y;
const markedLetter = /\s{0,3}(?:\{\s{0,3}(?:\\([ij])(?![A-Za-z])\s{0,3}|(\p{L}))\}|\\([ij])(?![A-Za-z])(?:\{\}|[ \t]{0,3})|(\p{L}))/uy;

function isBlank(char: string): boolean {
	return (
		char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '~' || char === '\f' || char === '\v' || char === '\u00A0'
	);
}
