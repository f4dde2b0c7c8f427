import { isParticleChain } from '../text/korean.ts';
import { measureLongNumber } from '../text/longNumbers.ts';
import { type Range, sliceOf } from '../text/range.ts';
import { withSigns } from '../text/signs.ts';
import type { Token } from '../text/tokenise.ts';
import { tokenise } from '../text/tokenise.ts';
import { type Field, type Filter, fieldOfName } from './filters.ts';

/** A query as it was understood. What is not a clause is text: nothing that people type is an error. */
export interface Query {
	/** As typed. */
	readonly text: string;
	readonly clauses: readonly Clause[];
	/** What chooses documents and pages, whatever they say. */
	readonly filters: readonly Filter[];
}

export type Clause = RowClause | NearClause | AnyClause;

/** `phrase` must stand as typed, words in order; `isExcluded` clauses remove what holds them. */
export interface RowClause {
	readonly kind: 'word' | 'phrase';
	/** As typed, without quotation marks, minus or star. */
	readonly text: string;
	/** `word*`: anything that starts so. */
	readonly isPrefix: boolean;
	readonly isExcluded: boolean;
}

/** `"a b"~10`: all of the words, in any order, with at most so many others between them. */
export interface NearClause {
	readonly kind: 'near';
	/** The words, without quotation marks. */
	readonly text: string;
	readonly distance: number;
	readonly isExcluded: boolean;
}

/** `a OR (b c)`: one of the alternatives, each all of its clauses. An alternative that only leaves something out holds nothing. */
export interface AnyClause {
	readonly kind: 'any';
	/** As typed. */
	readonly text: string;
	readonly alternatives: readonly (readonly Clause[])[];
	readonly isExcluded: boolean;
}

/** What is typed beyond this is not looked at, so that a pasted book costs no more than a pasted page. UTF-16 units. */
const maxQueryLength = 10_000;
/** More clauses than a long paragraph has words; the rest is left out. */
const maxClauses = 400;
/** Brackets nested deeper are text. */
const maxDepth = 20;
/** Words farther apart than about two pages are not near. */
const maxDistance = 500;
/** Words that are looked for near to each other; more are a phrase. */
const maxNearWords = 8;

const isOpeningQuote = (character: string) => '"“„‟«＂”»'.includes(character);
const closingQuote = /["“”„‟«»＂]/g;

/**
 * Understands a query: `trafficking "red light" -Chicago polic* (rescue OR raid) "police raid"~10 year:2019..2023` is a word, a phrase, an excluded
 * word, the start of a word, one of two words, two words near to each other, and the years of the documents.
 *
 * Quotation marks may be straight or curly; one that nothing closes is text, and so is a bracket. A minus, or `NOT`, counts at the start of a word
 * or bracket, a star at a word's end. `OR` joins what stands before and behind it, and nothing else: `a b OR c` is `a (b OR c)`.
 * A word of several tokens stays one clause (`long-term`, `10.1000/xyz123`, `3.2.1`, an address): it is found as typed, an address and a DOI without what only
 * says how it is reached (`https://www.`, `https://doi.org/`, `doi:`); so are signs that make
 * another word of one (`C++`, `.NET`, `§ 12`). A run of Han or Kana is a clause for each of its words, but one where it
 * is left out: who leaves out `白桦` does not mean every `白`. Particles behind a Latin word or a number are left out (`KMP가` is `KMP`). What holds neither letter nor digit is no clause. Never throws; time is bounded whatever is pasted.
 */
export function parseQuery(text: string): Query {
	const parser = new Parser(text.slice(0, maxQueryLength));
	return { text, clauses: parser.parseAll(), filters: parser.filters };
}

/** Where the quotations are that a passage must hold, with their marks and how near; `words` is what stands between the marks. In order. */
export function findQuotations(text: string): readonly (Range & { readonly words: string })[] {
	const parser = new Parser(text.slice(0, maxQueryLength));
	parser.parseAll();
	return parser.quotations;
}

/** All clauses that are no alternatives of others, those inside of alternatives too. */
export function* leavesOf(clauses: readonly Clause[]): Generator<RowClause | NearClause> {
	for (const clause of clauses) {
		if (clause.kind === 'any') {
			for (const alternative of clause.alternatives) {
				yield* leavesOf(alternative);
			}
		} else {
			yield clause;
		}
	}
}

class Parser {
	readonly filters: Filter[] = [];
	readonly quotations: (Range & { readonly words: string })[] = [];
	readonly #source: string;
	/** For each bracket that has a partner, where that is. */
	readonly #partners: ReadonlyMap<number, number>;
	#at = 0;
	#clauseCount = 0;
	/** Whether what is read now stands in brackets that are left out. */
	#isLeftOut = false;

	constructor(source: string) {
		this.#source = source;
		this.#partners = findBrackets(source);
	}

	parseAll(): Clause[] {
		return this.#parseUpTo(this.#source.length);
	}

	/** The clauses up to there, with what `OR` joins made one. */
	#parseUpTo(end: number): Clause[] {
		const clauses: Clause[] = [];
		/** What the last thing before gave, and where it began: what an `OR` behind it would join. */
		let before: { readonly start: number; readonly clauses: readonly Clause[] } | undefined;
		let joined: { readonly start: number; readonly alternatives: (readonly Clause[])[] } | undefined;
		let isOrBefore = false;
		let isFilterBefore = false;
		const finish = () => {
			if (joined !== undefined) {
				const text = this.#source.slice(joined.start, lastEnd).trim();
				clauses.push({ kind: 'any', text, alternatives: joined.alternatives, isExcluded: false });
			} else if (before !== undefined) {
				clauses.push(...before.clauses);
			}
			joined = undefined;
			before = undefined;
		};
		let lastEnd = this.#at;
		while (this.#skipSpace(end) && this.#clauseCount < maxClauses) {
			const start = this.#at;
			if (this.#isOr(end)) {
				// Filters of one field are alternatives as they are.
				if (isFilterBefore && this.#hasMore(end)) {
					this.#at += 2;
					isFilterBefore = false;
					continue;
				}
				// With nothing to join before it or behind it, `OR` is a word.
				const isJoining = before !== undefined && before.clauses.length > 0 && !isOrBefore && this.#hasMore(end);
				if (isJoining) {
					this.#at += 2;
					isOrBefore = true;
					continue;
				}
			}
			const filterCount = this.filters.length;
			const found = this.#parseOne(end);
			if (isOrBefore && found.length > 0 && before !== undefined) {
				joined ??= { start: before.start, alternatives: [before.clauses] };
				joined.alternatives.push(found);
				before = { start, clauses: found };
			} else if (found.length > 0) {
				finish();
				before = { start, clauses: found };
			}
			isOrBefore = false;
			isFilterBefore = found.length === 0 && this.filters.length > filterCount;
			lastEnd = this.#at;
		}
		finish();
		this.#at = end;
		return clauses.slice(0, maxClauses);
	}

	#skipSpace(end: number): boolean {
		while (this.#at < end && /\s/.test(this.#source.charAt(this.#at))) {
			this.#at++;
		}
		return this.#at < end;
	}

	#isOr(end: number): boolean {
		return this.#at + 2 <= end && /^OR(?:\s|$)/.test(this.#source.slice(this.#at, this.#at + 3));
	}

	/** Whether anything with a letter or a digit follows the `OR`. */
	#hasMore(end: number): boolean {
		return /[\p{L}\p{N}]/u.test(this.#source.slice(this.#at + 2, end));
	}

	/** What begins here: several clauses only where a word is (Han, Kana). */
	#parseOne(end: number): Clause[] {
		const source = this.#source;
		const minus = this.#findMinus(end);
		const isExcluded = minus > 0;
		const start = this.#at + minus;
		const longNumber = measureLongNumber(source.slice(start, end));
		if (longNumber > 0) {
			this.#at = start + longNumber;
			return this.#count(toWords(source.slice(start, this.#at), isExcluded));
		}
		const partner = this.#partners.get(start);
		if (partner !== undefined && partner < end) {
			this.#at = start + 1;
			const isLeftOut = this.#isLeftOut;
			this.#isLeftOut = isLeftOut !== isExcluded;
			const inside = this.#parseUpTo(partner);
			this.#isLeftOut = isLeftOut;
			this.#at = partner + 1;
			return group(inside, source.slice(start, partner + 1), isExcluded);
		}
		const filterEnd = this.#takeFilter(start, end, isExcluded);
		if (filterEnd > 0) {
			this.#at = filterEnd;
			return [];
		}
		if (isOpeningQuote(source.charAt(start))) {
			closingQuote.lastIndex = start + 1;
			const close = closingQuote.exec(source)?.index;
			if (close !== undefined && close < end) {
				const words = source.slice(start + 1, close);
				const quoted = this.#parseQuoted(words, close + 1, isExcluded);
				if (quoted.length > 0 && !isExcluded && !this.#isLeftOut) {
					this.quotations.push({ start, end: this.#at, words });
				}
				return this.#count(quoted);
			}
		}
		this.#at = findWordEnd(source, start, end, this.#partners);
		return this.#count(toWords(source.slice(start, this.#at).replace(addressHead, ''), isExcluded));
	}

	/** How long the minus before a word, a quotation or a bracket is, `NOT` too; 0 if there is none. */
	#findMinus(end: number): number {
		const source = this.#source.slice(this.#at, Math.min(end, this.#at + 64));
		const sign = /^(?:[-−–]|NOT\s{1,20})(?=["“„‟«＂(\p{L}\p{N}§№]|\.\p{L})/u.exec(source);
		return sign?.[0].length ?? 0;
	}

	#count(clauses: Clause[]): Clause[] {
		this.#clauseCount += clauses.length;
		return clauses;
	}

	#parseQuoted(text: string, behind: number, isExcluded: boolean): Clause[] {
		this.#at = behind;
		const words = tokenise(text).length;
		if (words === 0) {
			return [];
		}
		const distance = /^~(\d{1,6})(?![\p{L}\p{N}])/u.exec(this.#source.slice(behind, behind + 8));
		if (distance !== null && words > 1 && words <= maxNearWords) {
			this.#at += distance[0].length;
			return [{ kind: 'near', text: text.trim(), distance: Math.min(maxDistance, Number(distance[1])), isExcluded }];
		}
		return [{ kind: 'phrase', text: text.trim(), isPrefix: false, isExcluded }];
	}

	/** Takes `name:value` or `name:"value"` with a field's name; gives where it ends, 0 if there is none. */
	#takeFilter(start: number, end: number, isExcluded: boolean): number {
		const source = this.#source;
		const name = /^[a-z]{2,10}:(?=\S)/i.exec(source.slice(start, start + 12))?.[0];
		const field: Field | undefined = name === undefined ? undefined : fieldOfName(name.slice(0, -1));
		if (name === undefined || field === undefined) {
			return 0;
		}
		const from = start + name.length;
		let value = '';
		let behind = 0;
		if (isOpeningQuote(source.charAt(from))) {
			closingQuote.lastIndex = from + 1;
			const close = closingQuote.exec(source)?.index;
			if (close !== undefined && close < end) {
				value = source.slice(from + 1, close);
				behind = close + 1;
			}
		} else {
			behind = findWordEnd(source, from, end, this.#partners);
			value = source.slice(from, behind);
		}
		// An address that begins like a field's name is text.
		if (!/[\p{L}\p{N}]/u.test(value) || value.startsWith('//')) {
			return 0;
		}
		this.filters.push({ field, value: value.trim(), isExcluded: isExcluded !== this.#isLeftOut, start: this.#at, end: behind });
		return behind;
	}
}

/** How an address is reached, which a text may leave out or write otherwise: the scheme, `www.`, and before a DOI what resolves it. */
const addressHead =
	/^[^\p{L}\p{N}]*(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(?=10\.\d)|doi:(?=10\.\d)|(?:https?:\/\/)(?:www\.)?(?=[\p{L}\p{N}])|www\.(?=[\p{L}\p{N}])|mailto:(?=[\p{L}\p{N}])|(?:tel|isbn):(?=\+?\d))/iu;

/** Brackets that stand as such: an opening one at the start of a word, its closing one at the end of one. Of others nobody meant a group. */
function findBrackets(source: string): Map<number, number> {
	const partners = new Map<number, number>();
	const open: number[] = [];
	for (let at = 0; at < source.length; at++) {
		const character = source.charAt(at);
		const before = source.charAt(at - 1);
		const isAtStart = at === 0 || /[\s(\-−–]/.test(before);
		if ((isAtStart || before === ':') && isOpeningQuote(character)) {
			closingQuote.lastIndex = at + 1;
			// What stands in quotation marks has no brackets; one that nothing closes is text.
			at = closingQuote.exec(source)?.index ?? at;
		} else if (character === '(' && isAtStart) {
			open.push(at);
		} else if (character === ')') {
			const start = open.pop();
			if (start !== undefined && open.length < maxDepth && (at + 1 === source.length || /[\s)]/.test(source.charAt(at + 1)))) {
				partners.set(start, at);
			}
		}
	}
	return partners;
}

/** What stands in brackets, as clauses of their own: one by itself, several as one clause, since they are left out, or joined, together. */
function group(inside: readonly Clause[], text: string, isExcluded: boolean): Clause[] {
	const [only, ...others] = inside;
	if (only === undefined) {
		return [];
	}
	if (!isExcluded) {
		return [...inside];
	}
	return others.length === 0 && !only.isExcluded
		? [{ ...only, isExcluded: true }]
		: [{ kind: 'any', text, alternatives: [inside], isExcluded: true }];
}

/** The next white space, or the bracket that closes what the word stands in; `foo"bar baz"` is one word, `5" pipes` two. */
function findWordEnd(source: string, start: number, end: number, partners: ReadonlyMap<number, number>): number {
	// `§ 12` is one word, as `§12` is.
	let at = start + (/^(?:§{1,2}|№)[ \u00a0\u202f](?=\d)/.exec(source.slice(start, start + 4))?.[0].length ?? 1);
	while (at < end && !/\s/.test(source.charAt(at)) && !partners.has(at)) {
		at++;
	}
	return Math.min(at, end);
}

function toWords(text: string, isExcluded: boolean): Clause[] {
	const tokens = tokenise(text);
	const last = tokens.at(-1);
	const isPrefix = last !== undefined && /^\*+$/.test(text.slice(withSigns(text, last).end));
	return groupTokens(text, tokens, isExcluded).flatMap((tokensOfClause): Clause[] => {
		const [first] = tokensOfClause;
		const end = tokensOfClause.at(-1);
		return first === undefined || end === undefined
			? []
			: [
					{
						kind: 'word',
						text: sliceOf(text, withSigns(text, { start: first.start, end: end.end })),
						isPrefix: isPrefix && end === last,
						isExcluded,
					},
				];
	});
}

/** Tokens that make one clause: each CJK word by itself, unless all is one, everything between together, without particles behind a foreign word. */
function groupTokens(text: string, tokens: readonly Token[], isOne: boolean): Token[][] {
	const groups: Token[][] = [];
	let found: Token[] = [];
	let before: Token | undefined;
	for (const token of tokens) {
		if (token.script === 'cjk' && !isOne) {
			groups.push(found, [token]);
			found = [];
		} else if (!(before !== undefined && withSigns(text, before).end === token.start && isParticleChain(before.folded, token.folded))) {
			found.push(token);
		}
		before = token;
	}
	groups.push(found);
	return groups.filter((tokensOfClause) => tokensOfClause.length > 0);
}
