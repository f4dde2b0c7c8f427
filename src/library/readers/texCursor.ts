import type { Range } from '../../text/range.ts';

/**
 * Reads along a LaTeX source: what stands at `at`, and how far it goes. `takeX` goes behind what it gives. Of what is printed nothing is known here.
 * Every look is bounded, so that a file of openings without ends costs no more than its length.
 */
export class TexCursor {
	readonly source: string;
	/** Where the next thing begins. */
	at = 0;
	/** Nothing is read from here on. */
	end: number;
	/** Where the next `\fi` stands, once it was looked for. */
	#nextConditionEnd = -1;

	constructor(source: string) {
		this.source = source;
		this.end = source.length;
	}

	/** The name of the command that begins there; empty if none does, or one that is a single sign. */
	commandNameAt(at: number): string {
		if (this.source[at] !== '\\') {
			return '';
		}
		commandName.lastIndex = at + 1;
		return commandName.exec(this.source)?.[0] ?? '';
	}

	/** Goes behind the command at `at`, its backslash and its name or sign; gives the name. */
	takeCommand(): string {
		const name = this.commandNameAt(this.at);
		this.at = Math.min(this.end, this.at + 1 + Math.max(1, name.length));
		return name;
	}

	/** Goes behind characters that mean nothing to TeX; one at least. */
	takeOrdinary(): void {
		ordinary.lastIndex = this.at;
		this.at = Math.min(this.end, this.at + Math.max(1, ordinary.exec(this.source)?.[0].length ?? 1));
	}

	/** Goes behind white space; gives the number of line ends in it. */
	takeBlanks(): number {
		let lines = 0;
		for (; this.at < this.end; this.at++) {
			const char = this.source[this.at] ?? '';
			if (!isBlank(char)) {
				break;
			}
			lines += char === '\n' || (char === '\r' && this.source[this.at + 1] !== '\n') ? 1 : 0;
		}
		return lines;
	}

	/** Goes behind a run of one character, of at most `maxCount`; gives it. */
	takeRun(char: string, maxCount: number): string {
		let count = 1;
		while (this.source[this.at + count] === char && count < maxCount) {
			count++;
		}
		this.at = Math.min(this.end, this.at + count);
		return char.repeat(count);
	}

	/** To the next line's first character: a comment's line end is none. Whether that line is empty. */
	skipComment(): boolean {
		let at = this.at;
		while (at < this.end && this.source[at] !== '\n' && this.source[at] !== '\r') {
			at++;
		}
		at += this.source.startsWith('\r\n', at) ? 2 : 1;
		while (this.source[at] === ' ' || this.source[at] === '\t') {
			at++;
		}
		this.at = at;
		return this.source[at] === '\n' || this.source[at] === '\r';
	}

	/** To the next `\fi`. Without one stays: better the words of a comment than no words. */
	skipCondition(): void {
		if (this.#nextConditionEnd < this.at) {
			conditionEnd.lastIndex = this.at;
			this.#nextConditionEnd = conditionEnd.exec(this.source)?.index ?? Number.POSITIVE_INFINITY;
		}
		if (this.#nextConditionEnd !== Number.POSITIVE_INFINITY) {
			this.at = Math.min(this.end, this.#nextConditionEnd);
		}
	}

	skipBlanks(): void {
		while (this.source[this.at] === ' ') {
			this.at++;
		}
	}

	/** Goes behind `{}`, which only ends a command. */
	skipEmptyGroup(): void {
		if (this.source.startsWith('{}', this.at)) {
			this.at += 2;
		}
	}

	/** To the character, if it is near. */
	skipTo(char: string): void {
		this.at += Math.max(0, this.source.slice(this.at, this.at + 200).indexOf(char));
	}

	/** Behind the words, if they are near. */
	skipBehind(words: string): void {
		const length = this.source.slice(this.at, Math.min(this.end, this.at + 2_000)).indexOf(words);
		this.at += length < 0 ? 0 : length + words.length;
	}

	/** Goes behind what `\let` takes: `\a=\b`. */
	skipLetBody(): void {
		letBody.lastIndex = this.at;
		this.at += letBody.exec(this.source)?.[0].length ?? 0;
	}

	/** Goes behind a command that is an argument without braces, as in `\setlength\parindent`; whether there is one. */
	skipCommandArgument(): boolean {
		commandArgument.lastIndex = this.at;
		const found = commandArgument.exec(this.source);
		this.at += found?.[0].length ?? 0;
		return found !== null;
	}

	/** Goes behind the brace that opens an argument; whether there is one. */
	takeArgumentStart(): boolean {
		argumentStart.lastIndex = this.at;
		const found = argumentStart.exec(this.source);
		if (!found || this.at >= this.end) {
			return false;
		}
		this.at += found[0].length;
		return true;
	}

	/** Goes behind `[…]`, as often as it follows; gives the first one's inside. */
	takeOptionalArgument(): Range | undefined {
		let first: Range | undefined;
		for (let count = 0; count < 3 && this.source[this.at] === '['; count++) {
			optionalArgument.lastIndex = this.at;
			const found = optionalArgument.exec(this.source);
			if (!found || this.at + found[0].length > this.end) {
				break;
			}
			first ??= { start: this.at + 1, end: this.at + found[0].length - 1 };
			this.at += found[0].length;
		}
		return first;
	}

	/** What stands from here to `\maketitle`, if that comes before any heading and not in a comment. */
	findFrontMatter(): Range | undefined {
		titlePage.lastIndex = this.at;
		for (let found = titlePage.exec(this.source); found; found = titlePage.exec(this.source)) {
			const line = this.source.slice(Math.max(this.at, found.index - 200), found.index);
			if (found.index >= this.end || found[1] === undefined) {
				return undefined;
			}
			if (!/(?<!\\)%/.test(line.slice(line.lastIndexOf('\n') + 1))) {
				return { start: this.at, end: found.index };
			}
		}
		return undefined;
	}

	/** The name behind `\begin` or `\end`. */
	takeEnvironmentName(): string | undefined {
		environmentName.lastIndex = this.at;
		const found = environmentName.exec(this.source);
		this.at += found?.[0].length ?? 0;
		return found?.[1];
	}

	/** Goes behind the end of an environment in which nothing is TeX; gives its inside, without the options before it. */
	takeRawEnvironment(name: string): Range {
		const closing = this.source.indexOf(`\\end{${name}}`, this.at);
		const end = closing < 0 ? this.end : closing;
		rawOptions.lastIndex = this.at;
		const start = this.at + (rawOptions.exec(this.source)?.[0].length ?? 0);
		this.at = closing < 0 ? end : end + name.length + 6;
		return { start, end };
	}

	/** What stands between two equal signs, or braces: the argument of `\verb`. */
	takeVerb(): Range | undefined {
		const mark = this.source[this.at] ?? '';
		const start = this.at + 1;
		const length = this.source.slice(start, this.at + 1_000).indexOf(mark === '{' ? '}' : mark);
		if (length < 0 || isBlank(mark)) {
			return undefined;
		}
		this.at += length + 2;
		return { start, end: start + length };
	}

	/** An address in braces, which may hold any sign. */
	takeAddress(): Range | undefined {
		const start = this.at + 1;
		const length = this.source[this.at] === '{' ? this.source.slice(start, this.at + 2_000).indexOf('}') : -1;
		if (length < 0) {
			return undefined;
		}
		this.at += length + 2;
		return { start, end: start + length };
	}

	/** The file that `\input` names; of `\import`, folder and file. */
	takeFileName(isInFolder: boolean): string | undefined {
		fileArgument.lastIndex = this.at;
		const found = fileArgument.exec(this.source);
		if (!found) {
			return undefined;
		}
		this.at += found[0].length;
		const [, first, second, bare] = found;
		return (isInFolder ? (first ?? '') + (second ?? '') : first) ?? bare ?? '';
	}

	/** The letter that an accent is put on; `\i` and `\j` are letters without dots. */
	takeAccentedLetter(): string | undefined {
		accentedLetter.lastIndex = this.at;
		const found = accentedLetter.exec(this.source);
		if (!found) {
			return undefined;
		}
		this.at += found[0].length;
		return found[1] ?? found[3] ?? found[2] ?? found[4] ?? '';
	}
}

/** Whether TeX sees white space there. */
export function isBlank(char: string): boolean {
	return (
		char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '~' || char === '\f' || char === '\v' || char === '\u00A0'
	);
}

const titlePage = /\\(?:(maketitle)|part|chapter|section)(?![A-Za-z@])/g;
const ordinary = /[^\\%{}$~&`'\-([\s]+/y;
const commandName = /[A-Za-z@]{1,60}\*?/y;
const environmentName = /\s{0,10}\{([A-Za-z@]{1,40}\*?)\}/y;
const argumentStart = /[ \t]{0,20}(?:\r?\n[ \t]{0,20})?\{/y;
const commandArgument = /[ \t]{0,20}\\[A-Za-z@]{1,60}/y;
const letBody = /[ \t]{0,5}\\(?:[A-Za-z@]{1,60}|.)[ \t]{0,5}=?[ \t]{0,5}(?:\\(?:[A-Za-z@]{1,60}|.)|.)/y;
const conditionEnd = /\\fi(?![A-Za-z@])/g;
const optionalArgument = /\[[^[\]]{0,400}(?:\[[^[\]]{0,100}\][^[\]]{0,400})?\]/y;
const rawOptions = /(?:\[[^\]\n]{0,300}\])?(?:\{[^}\n]{0,40}\}(?=[ \t]*[\r\n]))?/y;
const fileArgument = /[ \t]{0,5}(?:\{([^{}\n]{1,200})\}(?:\{([^{}\n]{1,200})\})?|([^\s{}\\]{1,200}))/y;
const accentedLetter = /\s{0,3}(?:\{\s{0,3}(?:\\([ij])(?![A-Za-z])\s{0,3}|(\p{L}))\}|\\([ij])(?![A-Za-z])(?:\{\}|[ \t]{0,3})|(\p{L}))/uy;
