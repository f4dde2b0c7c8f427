import { type Exclusions, excludeAddresses, MarkFinder } from './exclusions.ts';

/** Functions whose bracketed content is prose; a link's text is not. */
const proseFunctions =
	/^(?:emph|strong|text|quote|footnote|figure|block|box|align|underline|highlight|smallcaps|heading|list|enum|par|columns|pad)$/;

/**
 * Leaves out what is not prose in Typst: comments, raw text, maths, code after `#` with its arguments, links with their text, labels and
 * references.
 */
export function excludeTypst(text: string, exclusions: Exclusions): void {
	const marks = new MarkFinder(text);
	let at = 0;
	while (at < text.length) {
		const character = text[at];
		const next = text[at + 1];
		if (character === '\\') {
			at += 2;
		} else if (character === '/' && next === '/' && text[at - 1] !== ':') {
			at = excludeTo(text, marks, at, '\n', 0, exclusions);
		} else if (character === '/' && next === '*') {
			at = excludeTo(text, marks, at, '*/', 2, exclusions);
		} else if (character === '`') {
			const mark = text.startsWith('```', at) ? '```' : '`';
			at = excludeTo(text, marks, at, mark, mark.length, exclusions);
		} else if (character === '$') {
			at = excludeTo(text, marks, at, '$', 1, exclusions);
		} else if (character === '#') {
			at = skipCode(text, marks, at, exclusions);
		} else if ((character === '@' || character === '<') && /[\p{L}_]/u.test(next ?? '')) {
			const key = /^(?:@[\p{L}\p{N}_:.-]{1,100}|<[\p{L}\p{N}_:.-]{1,100}>)/u.exec(text.slice(at, at + 104))?.[0] ?? character;
			exclusions.add(at, at + key.length);
			at += key.length;
		} else {
			at++;
		}
	}
	excludeAddresses(text, { start: 0, end: text.length }, exclusions);
}

function skipCode(text: string, marks: MarkFinder, at: number, exclusions: Exclusions): number {
	const name = /^[\p{L}_][\p{L}\p{N}_.-]{0,60}/u.exec(text.slice(at + 1, at + 62))?.[0];
	if (name === undefined) {
		return at + 1;
	}
	if (/^(?:import|include|let|set|show)$/.test(name)) {
		return excludeTo(text, marks, at, '\n', 0, exclusions);
	}
	let end = at + 1 + name.length;
	if (text[end] === '(') {
		end = findClosing(text, end);
	}
	if (text[end] === '[' && !proseFunctions.test(name)) {
		end = findClosing(text, end);
	}
	exclusions.add(at, end);
	return end;
}

/** Behind the bracket that closes the one at `at`; just behind that one if none does within 1,000 characters. */
function findClosing(text: string, at: number): number {
	const [open, close] = text[at] === '(' ? ['(', ')'] : ['[', ']'];
	let depth = 0;
	for (let end = at; end < Math.min(text.length, at + 1_000); end++) {
		if (text[end] === open) {
			depth++;
		} else if (text[end] === close && --depth === 0) {
			return end + 1;
		}
	}
	return at + 1;
}

function excludeTo(text: string, marks: MarkFinder, at: number, mark: string, openingLength: number, exclusions: Exclusions): number {
	const found = marks.findNext(mark, at + openingLength);
	const end = found < 0 ? (mark === '\n' ? text.length : at + openingLength) : found + mark.length;
	exclusions.add(at, end);
	return end;
}
