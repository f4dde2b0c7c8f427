import { type DigitGroups, isDigit, isDigits } from './digitGroups.ts';
import { type Token, tokenise } from './tokenise.ts';

/**
 * Numbers that are called, paid to or ordered by, which people part as they like: `+44 (0)20 7946-0958`, `020 7946 0958`, `DE89 3704 0044 0532 0130 00`,
 * `978-0-306-40615-7`, `4111 1111 1111 1111`. Each is one number without what parts it. Told by how they begin, since tables are full of numbers in rows.
 */

const maxGroups = 12;
/** Shorter ones are dates, amounts and pages. */
const minDigits = 9;
/** Of a telephone number, and of a card. */
const maxDialled = 15;
const maxDigits = 19;
/** Letters and digits of an account. */
const minAccount = 15;
const maxAccount = 34;

/**
 * The long numbers that begin at the tokens of a text, each without what parts it, and without the `(0)` of `+44 (0)20`. Several where the end cannot be told: what
 * stands behind `020 7946 0958` may be another number. In order. Linear in the length of the text.
 */
export function findLongNumbers(text: string, tokens: readonly Token[]): readonly DigitGroups[] {
	let found: DigitGroups[] | undefined;
	for (let at = 0; at + 1 < tokens.length; at++) {
		const bounds = boundsOf(text, tokens[at] as Token);
		if (bounds === undefined || !isParted(text, tokens[at] as Token, tokens[at + 1] as Token)) {
			continue;
		}
		const numbers = readGroups(text, tokens, at).filter(({ folded }) => folded.length >= bounds.least && folded.length <= bounds.most);
		const ends = bounds.isAccount ? numbers.slice(-1) : numbers;
		if (ends.length > 0) {
			found ??= [];
			found.push(...ends);
			// What is within it begins no other.
			at += (ends.at(-1)?.count ?? 1) - 1;
		}
	}
	return found ?? none;
}

/** All of some words that are asked for as one long number, whatever it begins with; `undefined` if they are none, or one already. */
export function joinLongNumber(text: string, tokens: readonly Token[]): string | undefined {
	const whole = tokens.length > 1 ? readGroups(text, tokens, 0).at(-1) : undefined;
	const isLong =
		whole !== undefined && whole.folded.length >= minDigits && whole.folded.length <= (isDigits(whole.folded) ? maxDigits : maxAccount);
	return isLong && whole.count === tokens.length ? whole.folded : undefined;
}

/** Up to where a query goes on with a long number that begins it, over spaces; 0 if none does. */
export function measureLongNumber(query: string): number {
	const start = query.slice(0, maxTyped);
	if (!beginning.test(start)) {
		return 0;
	}
	const tokens = tokenise(start);
	const ends = findLongNumbers(start, tokens).flatMap(({ at, count }) => (at === 0 ? [tokens[count - 1]?.end ?? 0] : []));
	return ends.findLast((end) => isEnd.test(query.slice(end, end + 2))) ?? 0;
}

/** What a typed number may be followed by: nothing, a space, a bracket, or what ends a part of a sentence. */
const isEnd = /^(?:$|[\s)]|[,;.!?](?:\s|$))/;
/** Longer ones than anybody types with spaces. UTF-16 units. */
const maxTyped = 60;
const beginning = /^[+(]{0,2}(?:\d|[A-Z]{2}\d\d[ -])/;

const none: readonly DigitGroups[] = [];

/** How long a number may be that begins with this token; `undefined` if none does. */
function boundsOf(
	text: string,
	{ start, end, folded }: Token,
): { readonly least: number; readonly most: number; readonly isAccount: boolean } | undefined {
	if (!isDigits(folded)) {
		// As `DE89`, in capitals: `no12 3456` is none.
		const isAccount = folded.length === 4 && isDigit(folded.charCodeAt(3)) && /^[A-Z]{2}\d\d$/.test(text.slice(start, end));
		return isAccount ? { least: minAccount, most: maxAccount, isAccount } : undefined;
	}
	const before = text.charAt(start - 1);
	const behind = text.charAt(end);
	const isInBrackets = before === '(' && behind === ')' && folded.length <= 3;
	const isDialled =
		before === '+' ||
		(before === '(' && text.charAt(start - 2) === '+') ||
		(folded.length > 1 && folded.startsWith('0') && !date.test(text.slice(start, start + 11)) && !isFilledUp(text, start, end));
	if (isDialled || isInBrackets || (behind === '.' && /^\.\d{3}\.\d{4}(?!\d)/.test(text.slice(end, end + 10)))) {
		return { least: minDigits, most: maxDialled, isAccount: false };
	}
	if (folded === '978' || folded === '979') {
		return { least: 13, most: 13, isAccount: false };
	}
	const isCard = folded.length === 4 && /^[3-6]/.test(folded) && /^(?:[- ]\d{4}){3}(?!\d)/.test(text.slice(end, end + 16));
	return isCard ? { least: 16, most: 16, isAccount: false } : undefined;
}

/** `04/03/2021`, `04.03.21`, `03/2021`; in hyphens or with more pairs behind it that is a telephone number: `02-2019-1234`, `01.02.03.04.05`. */
const date = /^\d\d(?:([./-])[0-3]\d\1(?:(?:19|20)\d\d(?!\d)|\d\d(?!\1?\d))|[./](?:19|20)\d\d(?![./-]?\d))/;

/** Whether the next number is as long and begins with a nought as well, as numbers of pages and files do: `0012 0034`. */
function isFilledUp(text: string, start: number, end: number): boolean {
	const length = end - start;
	return length >= 3 && /^ 0\d+(?!\d)/.exec(text.slice(end, end + length + 2))?.[0].length === length + 1;
}

/** What groups from this one on make together: two of them, three, and so on. */
function readGroups(text: string, tokens: readonly Token[], at: number): DigitGroups[] {
	const first = tokens[at] as Token;
	const isAccount = /^[a-z]{2}\d\d$/.test(first.folded);
	const found: DigitGroups[] = [];
	let { folded } = first;
	let isOpen = isAccount || isDigits(folded);
	for (let count = 2; isOpen && count <= maxGroups && at + count <= tokens.length; count++) {
		const group = tokens[at + count - 1] as Token;
		const isNumber = isDigits(group.folded);
		// The bank has letters, and so may what follows have beside digits.
		const isOfAccount = isAccount && group.folded.length === 4 && (count === 2 || /\d/.test(group.folded));
		if (
			!isParted(text, tokens[at + count - 2] as Token, group) ||
			!(isOfAccount || (isNumber && (!isAccount || group.folded.length < 4)))
		) {
			break;
		}
		isOpen = !isAccount || isOfAccount;
		folded += group.folded === '0' && text.charAt(group.start - 1) === '(' ? '' : group.folded;
		found.push({ at, count, folded });
	}
	return found;
}

/** Whether nothing stands between but what may part groups of one number. */
function isParted(text: string, left: Token, right: Token): boolean {
	const gap = right.start - left.end;
	return gap > 0 && gap <= 2 && partings.has(text.slice(left.end, right.start));
}

const partings = new Set([
	' ',
	'\u00a0',
	'\u2009',
	'\u202f',
	'-',
	'\u2010',
	'\u2011',
	'–',
	'.',
	'/',
	' (',
	') ',
	')',
	'(',
	')-',
	')/',
	'\u00a0(',
	')\u00a0',
]);
