import {
	droppedArgumentCount,
	fieldCommands,
	fileCommands,
	isPointer,
	lineCommands,
	noteCommands,
	paragraphCommands,
} from './texCommands.ts';

/** What a macro of the author's prints: `literals[0]`, the first argument, `literals[1]`, the second … An argument that it does not print is `false`. */
export interface TexMacro {
	readonly literals: readonly string[];
	readonly prints: readonly boolean[];
	/** What the first argument is where it is left out; `undefined` if it stands in braces like the others. */
	readonly optional: string | undefined;
}

interface Definition {
	readonly body: string;
	readonly argumentCount: number;
	readonly optional: string | undefined;
}

const maxMacros = 1_000;
/** Definitions that are looked at: each look is as long as a body may be. */
const maxLooks = 5_000;
/** Longer bodies print pages, not words. UTF-16 units. */
const maxBodyLength = 2_000;
const maxPrintLength = 1_000;
/** Macros in macros in macros. */
const maxDepth = 8;

/**
 * The macros that a LaTeX source defines, each as what it prints: `\newcommand{\us}[1]{United \emph{#1}}` is `United `, its argument. A body is
 * printed once, its arguments as marks whose place is looked up; so nothing is expanded twice, and no macro grows. One that calls itself prints its
 * name, for a word too many is seen and a word too few is not.
 */
export class TexMacros {
	readonly #definitions: ReadonlyMap<string, Definition>;
	readonly #aliases: ReadonlyMap<string, string>;
	readonly #known = new Map<string, TexMacro>();
	readonly #open = new Set<string>();
	readonly #print: (body: string, macros: TexMacros) => string;

	/** `print` gives the text that a piece of source prints. */
	constructor(source: string, print: (body: string, macros: TexMacros) => string) {
		this.#definitions = findDefinitions(source);
		this.#aliases = findAliases(this.#definitions);
		this.#print = print;
	}

	/** The command that a macro is another name for, as `\fn` is for `\footnote` by `\newcommand{\fn}[1]{\footnote{#1}}`; its own name if none. */
	resolve(name: string): string {
		let found = name;
		for (let depth = 0; depth < maxDepth; depth++) {
			const next = this.#aliases.get(found);
			if (next === undefined) {
				break;
			}
			found = next;
		}
		return found;
	}

	find(name: string): TexMacro | undefined {
		const known = this.#known.get(name);
		const definition = this.#definitions.get(name);
		if (known || !definition) {
			return known;
		}
		if (this.#open.has(name) || this.#open.size >= maxDepth) {
			return toMacro(`${name}${allMarks(definition.argumentCount)}`, definition, '');
		}
		this.#open.add(name);
		const optional = definition.optional && this.#print(definition.optional, this);
		const text = this.#print(withMarks(definition.body), this);
		this.#open.delete(name);
		const macro = toMacro(text.length > maxPrintLength ? `${name}${allMarks(definition.argumentCount)}` : text, definition, optional ?? '');
		this.#known.set(name, macro);
		return macro;
	}
}

/** Marks for `#1` to `#9` that no text holds: it is checked. */
const firstMark = 0xf8f0;

function withMarks(body: string): string {
	return body.replace(/#([1-9])/g, (_, digit: string) => String.fromCharCode(firstMark + Number(digit)));
}

function allMarks(count: number): string {
	return Array.from({ length: count }, (_, index) => ` ${String.fromCharCode(firstMark + 1 + index)}`).join('');
}

/** Arguments are printed where they stand first, in the order in which they are given. */
function toMacro(text: string, { argumentCount, optional }: Definition, optionalText: string): TexMacro {
	const literals = [''];
	const prints: boolean[] = [];
	for (const char of text) {
		const number = char.charCodeAt(0) - firstMark;
		if (number < 1 || number > 9 || number > argumentCount) {
			literals[literals.length - 1] += char;
			continue;
		}
		while (prints.length < number) {
			prints.push(prints.length === number - 1);
			literals.push('');
		}
		prints[number - 1] = true;
	}
	while (prints.length < argumentCount) {
		prints.push(false);
		literals.push('');
	}
	return { literals, prints, optional: optional === undefined ? undefined : optionalText };
}

/** Commands that do more than print: what an author makes of them anew is not read. */
function isReserved(name: string): boolean {
	return (
		fieldCommands.has(name) ||
		fileCommands.has(name) ||
		lineCommands.has(name) ||
		noteCommands.has(name) ||
		paragraphCommands.has(name) ||
		isPointer(name) ||
		droppedArgumentCount(name) > 0 ||
		/^(?:begin|end|verb|item|caption|maketitle|url|path|xspace|fi|i|j)$/.test(name)
	);
}

const definitionStart =
	/\\(?:newcommand|renewcommand|providecommand|DeclareRobustCommand|DeclareMathOperator|NewDocumentCommand|def)\*?[ \t]{0,3}(?:\{[ \t]{0,3}\\([A-Za-z@]{1,40})[ \t]{0,3}\}|\\([A-Za-z@]{1,40}))[ \t]{0,3}((?:\[\d\]|\{(?:m ?){0,9}\}(?=\s{0,5}\{)|(?:#\d){1,9})?)[ \t]{0,3}(?:\[([^\]\n]{0,200})\])?(?:%?[ \t]{0,8}\r?\n)?[ \t]{0,20}\{/g;

function findDefinitions(source: string): ReadonlyMap<string, Definition> {
	const found = new Map<string, Definition>();
	let looks = 0;
	for (const match of source.matchAll(definitionStart)) {
		if (++looks > maxLooks) {
			break;
		}
		const [whole, braced, bare, spec = '', optional] = match;
		const name = braced ?? bare ?? '';
		const body = bodyAt(source, match.index + whole.length);
		if (body === undefined || isReserved(name) || isComment(source, match.index)) {
			continue;
		}
		const digit = /^\[(\d)\]/.exec(spec)?.[1];
		const argumentCount = digit === undefined ? (spec.match(/m|#/g)?.length ?? 0) : Number(digit);
		if (found.size < maxMacros) {
			found.set(name, { body, argumentCount, optional: argumentCount > 0 ? optional : undefined });
		}
	}
	return found;
}

/** The body up to its brace; `undefined` if it is long, or holds definitions or characters that stand for arguments. */
function bodyAt(source: string, start: number): string | undefined {
	let depth = 1;
	const limit = Math.min(source.length, start + maxBodyLength);
	for (let at = start; at < limit; at++) {
		const char = source[at];
		if (char === '\\') {
			at++;
		} else if (char === '{') {
			depth++;
		} else if (char === '}' && --depth === 0) {
			const body = source.slice(start, at);
			return /[\uF8F0-\uF8F9]|\\(?:new|renew|provide)command|\\[egx]?def(?![A-Za-z])/.test(body) ? undefined : body;
		}
	}
	return undefined;
}

function isComment(source: string, at: number): boolean {
	const line = source.slice(Math.max(0, at - 200), at);
	return /(?<!\\)%/.test(line.slice(line.lastIndexOf('\n') + 1));
}

/** Macros whose body is one command around their only argument, or one command alone that they rename. */
function findAliases(definitions: ReadonlyMap<string, Definition>): ReadonlyMap<string, string> {
	const aliases = new Map<string, string>();
	for (const [name, { body, argumentCount, optional }] of definitions) {
		const command =
			argumentCount === 1 && optional === undefined
				? /^\s{0,5}\\([A-Za-z@]{1,40}\*?)\{#1\}%?\s{0,5}$/.exec(body)?.[1]
				: argumentCount === 0
					? /^\s{0,5}\\([A-Za-z@]{1,40}\*?)%?\s{0,5}$/.exec(body)?.[1]
					: undefined;
		if (command !== undefined) {
			aliases.set(name, command);
		}
	}
	return aliases;
}
