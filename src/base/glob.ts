/** Whether a path (with `/`, relative, no slash at either end) matches. */
export type PathTest = (path: string) => boolean;

export interface GlobOptions {
	/** Folds case on both sides. */
	readonly ignoreCase?: boolean;
}

/**
 * Makes a test of a glob pattern, as VS Code's settings write them: `*` and `?` within a name, `**` for any number of folders (none too),
 * `{a,b}` for either, `[a-z]` and `[!a-z]` for one character. A slash at either end and a leading `./` mean nothing.
 * What is not a pattern is text; nothing throws. Time is at most pattern length times path length: nothing backtracks.
 *
 * `{notes,sources}` matches `notes`; two stars before it match `a/b/notes` too; neither matches `notes/c`.
 */
export function compileGlob(pattern: string, { ignoreCase = false }: GlobOptions = {}): PathTest {
	const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text);
	const alternatives = expandBraces(fold(pattern)).map((alternative) => trimSlashes(alternative).split('/').map(parseSegment));
	return (path) => {
		const names = fold(path).split('/');
		return alternatives.some((segments) => matchesSegments(segments, names));
	};
}

/** A test that is true where any of the patterns matches. */
export function compileGlobs(patterns: readonly string[], options?: GlobOptions): PathTest {
	const tests = [...new Set(patterns)].map((pattern) => compileGlob(pattern, options));
	return (path) => tests.some((test) => test(path));
}

/** Whether the pattern is an ordinary path: it matches nothing but itself. */
export function isLiteralPath(pattern: string): boolean {
	return !/[*?{}[\]]/.test(pattern);
}

/** One character of a name: itself, any, any run (`*`), or one of a set. */
type Part =
	| string
	| { readonly kind: 'any' }
	| { readonly kind: 'run' }
	| { readonly kind: 'set'; readonly accepts: (char: string) => boolean };

/** A name in the pattern, or `**`. */
type Segment = readonly Part[] | 'folders';

/** More alternatives than this stay text: `{a,b}{a,b}…` doubles with every brace. */
const maxAlternatives = 256;

function expandBraces(pattern: string): string[] {
	let done = [''];
	let at = 0;
	while (at < pattern.length) {
		const open = pattern.indexOf('{', at);
		const close = open < 0 ? -1 : closingBrace(pattern, open);
		if (close < 0) {
			break;
		}
		const before = pattern.slice(at, open);
		const options = splitTopLevel(pattern.slice(open + 1, close)).flatMap(expandBraces);
		if (done.length * options.length > maxAlternatives) {
			break;
		}
		done = done.flatMap((start) => options.map((option) => start + before + option));
		at = close + 1;
	}
	const rest = pattern.slice(at);
	return done.map((start) => start + rest);
}

function closingBrace(pattern: string, open: number): number {
	let depth = 0;
	for (let at = open; at < pattern.length; at += 1) {
		depth += pattern[at] === '{' ? 1 : pattern[at] === '}' ? -1 : 0;
		if (depth === 0) {
			return at;
		}
	}
	return -1;
}

function splitTopLevel(list: string): string[] {
	const items: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < list.length; at += 1) {
		depth += list[at] === '{' ? 1 : list[at] === '}' ? -1 : 0;
		if (depth === 0 && list[at] === ',') {
			items.push(list.slice(start, at));
			start = at + 1;
		}
	}
	items.push(list.slice(start));
	return items;
}

function trimSlashes(pattern: string): string {
	let start = pattern.startsWith('./') ? 2 : 0;
	let end = pattern.length;
	while (start < end && pattern[start] === '/') {
		start += 1;
	}
	while (end > start && pattern[end - 1] === '/') {
		end -= 1;
	}
	return pattern.slice(start, end);
}

function parseSegment(segment: string): Segment {
	if (segment === '**') {
		return 'folders';
	}
	const parts: Part[] = [];
	for (let at = 0; at < segment.length; ) {
		const char = String.fromCodePoint(segment.codePointAt(at) ?? 0);
		const setEnd = char === '[' ? segment.indexOf(']', at + 2) : -1;
		if (setEnd > 0) {
			parts.push({ kind: 'set', accepts: parseSet(segment.slice(at + 1, setEnd)) });
			at = setEnd + 1;
			continue;
		}
		parts.push(char === '*' ? { kind: 'run' } : char === '?' ? { kind: 'any' } : char);
		at += char.length;
	}
	return parts;
}

function parseSet(body: string): (char: string) => boolean {
	const isNegated = body.startsWith('!') || body.startsWith('^');
	const chars = [...(isNegated ? body.slice(1) : body)];
	const ranges: [string, string][] = [];
	for (let at = 0; at < chars.length; at += 1) {
		const first = chars[at] ?? '';
		const isRange = chars[at + 1] === '-' && at + 2 < chars.length;
		ranges.push([first, isRange ? (chars[at + 2] ?? '') : first]);
		at += isRange ? 2 : 0;
	}
	return (char) => ranges.some(([first, last]) => first <= char && char <= last) !== isNegated;
}

/** Row by row: after pattern segment `i`, `reached[j]` says whether the first `j` names are matched. */
function matchesSegments(segments: readonly Segment[], names: readonly string[]): boolean {
	let reached = new Array<boolean>(names.length + 1).fill(false);
	reached[0] = true;
	for (const segment of segments) {
		const next = new Array<boolean>(names.length + 1).fill(false);
		let isOpen = false;
		for (let count = 0; count <= names.length; count += 1) {
			if (segment === 'folders') {
				isOpen ||= reached[count] ?? false;
				next[count] = isOpen;
			} else if (count > 0 && reached[count - 1]) {
				next[count] = matchesName(segment, names[count - 1] ?? '');
			}
		}
		reached = next;
	}
	return reached[names.length] ?? false;
}

/** Greedy with one fall-back point: a later `*` makes every earlier one final. */
function matchesName(parts: readonly Part[], name: string): boolean {
	const chars = [...name];
	let at = 0;
	let part = 0;
	let runPart = -1;
	let runAt = 0;
	while (at < chars.length) {
		const current = parts[part];
		if (typeof current === 'object' && current.kind === 'run') {
			runPart = part;
			runAt = at;
			part += 1;
		} else if (current !== undefined && accepts(current, chars[at] ?? '')) {
			at += 1;
			part += 1;
		} else if (runPart >= 0) {
			runAt += 1;
			at = runAt;
			part = runPart + 1;
		} else {
			return false;
		}
	}
	return parts.slice(part).every((rest) => typeof rest === 'object' && rest.kind === 'run');
}

function accepts(part: Part, char: string): boolean {
	if (typeof part === 'string') {
		return part === char;
	}
	return part.kind === 'any' || (part.kind === 'set' && part.accepts(char));
}
