import { analysisLanguage } from './normalise.ts';
import type { Token } from './tokenise.ts';

/** Tokens that make one number, written in groups of three digits. */
export interface DigitGroups {
	/** The first of the tokens, and how many there are. */
	readonly at: number;
	readonly count: number;
	/** The number without what parts its groups. */
	readonly folded: string;
}

/** `999,999,999,999` is the longest number that is joined. */
const maxGroups = 4;

/** What parts groups of digits in any language: spaces at which no line breaks, and the Swiss apostrophe. */
const separators = "\u00a0\u2007\u2009\u202f'’";

/** Where an ordinary space parts groups, as well as those. Elsewhere `12 400` is two numbers. */
const groupedBySpace = new Set(['fr', 'ru', 'sv', 'fi', 'nb', 'nn', 'no', 'hu']);

const none: readonly DigitGroups[] = [];

/** What may stand between groups of digits in this language: `12,400` in English, where `12.400` is a decimal; the other way round in most of Europe. */
export function digitSeparatorsOf(language: string | null): string {
	const analysed = analysisLanguage(language);
	return `${separators}${analysed === 'en' ? ',' : '.'}${groupedBySpace.has(analysed) ? ' ' : ''}`;
}

/**
 * The numbers among the tokens of a text that are written in groups of digits, all parted by the same sign: `12,400` is `12` and `400`, and `12400`. In order,
 * without overlap. `0,125`, `2019,200`, `3,14` and what has more than four groups are none.
 */
export function findDigitGroups(text: string, tokens: readonly Token[], digitSeparators: string): readonly DigitGroups[] {
	let found: DigitGroups[] | undefined;
	for (let at = 0; at + 1 < tokens.length; at++) {
		const separator = separatorBehind(text, tokens, at, digitSeparators);
		if (separator === undefined) {
			continue;
		}
		let last = at + 1;
		let isOneSign = true;
		for (let next: string | undefined; (next = separatorBehind(text, tokens, last, digitSeparators)) !== undefined; last++) {
			isOneSign &&= next === separator;
		}
		const first = tokens[at]?.folded ?? '';
		const count = last - at + 1;
		if (isOneSign && count <= maxGroups && first.length <= 3 && !first.startsWith('0') && isDigits(first)) {
			const groups = tokens.slice(at, last + 1);
			found ??= [];
			found.push({ at, count, folded: groups.map(({ folded }) => folded).join('') });
		}
		at = last;
	}
	return found ?? none;
}

/** The tokens, each number in groups of digits as one. The same array if there is none. */
export function joinDigitGroups<T extends Token>(text: string, tokens: readonly T[], language: string | null): readonly T[] {
	const groups = findDigitGroups(text, tokens, digitSeparatorsOf(language));
	if (groups.length === 0) {
		return tokens;
	}
	const byStart = new Map(groups.map((group) => [group.at, group]));
	const joined: T[] = [];
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		const group = byStart.get(at);
		if (token !== undefined) {
			joined.push(group === undefined ? token : { ...token, end: tokens[at + group.count - 1]?.end ?? token.end, folded: group.folded });
		}
		at += (group?.count ?? 1) - 1;
	}
	return joined;
}

/** The sign between this token and the next, if that is three digits. */
function separatorBehind(text: string, tokens: readonly Token[], at: number, digitSeparators: string): string | undefined {
	const right = tokens[at + 1];
	if (right === undefined || right.folded.length !== 3 || !isDigits(right.folded)) {
		return undefined;
	}
	const end = tokens[at]?.end ?? 0;
	const separator = right.start - end === 1 ? text.charAt(end) : '';
	return separator !== '' && digitSeparators.includes(separator) ? separator : undefined;
}

/** Whether a folded word is nothing but digits, and some. */
export function isDigits(folded: string): boolean {
	for (let at = 0; at < folded.length; at++) {
		if (!isDigit(folded.charCodeAt(at))) {
			return false;
		}
	}
	return folded !== '';
}

/** Whether a UTF-16 unit of a folded word is a digit. */
export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}
