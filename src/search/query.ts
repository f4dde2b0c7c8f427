import { isParticleChain } from '../text/korean.ts';
import { sliceOf } from '../text/range.ts';
import type { Token } from '../text/tokenise.ts';
import { tokenise } from '../text/tokenise.ts';

/** A query as it was understood. What is not a clause is text: nothing that people type is an error. */
export interface Query {
	/** As typed. */
	readonly text: string;
	readonly clauses: readonly Clause[];
}

/** `phrase` must stand as typed, words in order; `isExcluded` clauses remove what holds them. */
export interface Clause {
	readonly kind: 'word' | 'phrase';
	/** As typed, without quotation marks, minus or star. */
	readonly text: string;
	/** `word*`: anything that starts so. */
	readonly isPrefix: boolean;
	readonly isExcluded: boolean;
}

/** What is typed beyond this is not looked at, so that a pasted book costs no more than a pasted page. UTF-16 units. */
const maxQueryLength = 10_000;
/** More clauses than a long paragraph has words; the rest is left out. */
const maxClauses = 400;

const isOpeningQuote = (character: string) => '"“„‟«＂”»'.includes(character);
const closingQuote = /["“”„‟«»＂]/g;

/**
 * Understands a query: `trafficking "red light" -Chicago polic*` is a word, a phrase, an excluded word, and the start of a word.
 *
 * Quotation marks may be straight or curly; one that nothing closes is text. A minus counts at the start of a word, a star at its end.
 * A word of several tokens stays one clause (`long-term`, `10.1000/xyz123`, `3.2.1`, an address): it is found as typed. A run of Han or Kana
 * is a clause for each of its words; particles behind a Latin word or a number are left out (`KMP가` is `KMP`). What holds neither letter nor
 * digit is no clause. Never throws; time is bounded whatever is pasted.
 */
export function parseQuery(text: string): Query {
	const clauses: Clause[] = [];
	const source = text.slice(0, maxQueryLength);
	let at = 0;
	while (at < source.length && clauses.length < maxClauses) {
		const character = source.charAt(at);
		if (/\s/.test(character)) {
			at++;
			continue;
		}
		const isExcluded = /[-−–]/.test(character) && /^["“„‟«＂\p{L}\p{N}]/u.test(source.slice(at + 1, at + 3));
		const start = isExcluded ? at + 1 : at;
		if (isOpeningQuote(source.charAt(start))) {
			closingQuote.lastIndex = start + 1;
			const close = closingQuote.exec(source)?.index;
			if (close !== undefined) {
				addPhrase(clauses, source.slice(start + 1, close), isExcluded);
				at = close + 1;
				continue;
			}
		}
		const end = findWordEnd(source, start);
		addWords(clauses, source.slice(start, end), isExcluded);
		at = end;
	}
	return { text, clauses: clauses.slice(0, maxClauses) };
}

/** The next white space; `foo"bar baz"` ends before a mark that opens a phrase, `5" pipes` does not. */
function findWordEnd(source: string, start: number): number {
	let end = start + 1;
	while (end < source.length && !/\s/.test(source.charAt(end))) {
		end++;
	}
	return end;
}

function addPhrase(clauses: Clause[], text: string, isExcluded: boolean): void {
	if (tokenise(text).length > 0) {
		clauses.push({ kind: 'phrase', text: text.trim(), isPrefix: false, isExcluded });
	}
}

function addWords(clauses: Clause[], text: string, isExcluded: boolean): void {
	const tokens = tokenise(text);
	const last = tokens.at(-1);
	const isPrefix = last !== undefined && /^\*+$/.test(text.slice(last.end));
	for (const group of groupTokens(tokens)) {
		const [first] = group;
		const end = group.at(-1);
		if (first !== undefined && end !== undefined) {
			const clauseText = sliceOf(text, { start: first.start, end: end.end });
			clauses.push({ kind: 'word', text: clauseText, isPrefix: isPrefix && end === last, isExcluded });
		}
	}
}

/** Tokens that make one clause: each CJK word by itself, everything between together, without particles behind a foreign word. */
function groupTokens(tokens: readonly Token[]): Token[][] {
	const groups: Token[][] = [];
	let group: Token[] = [];
	let before: Token | undefined;
	for (const token of tokens) {
		if (token.script === 'cjk') {
			groups.push(group, [token]);
			group = [];
		} else if (!(before?.end === token.start && isParticleChain(before.folded, token.folded))) {
			group.push(token);
		}
		before = token;
	}
	groups.push(group);
	return groups.filter((found) => found.length > 0);
}
