import { findUnfinished } from './analysedQuery.ts';
import type { Field } from './filters.ts';
import { parseQuery } from './query.ts';

/** A query, and whether its last word may be unfinished. */
export interface QueryText {
	readonly text: string;
	readonly isTyping: boolean;
}

/** What a field is written as in a query. */
const fieldNames: Readonly<Record<Field, string>> = {
	title: 'title',
	author: 'author',
	site: 'site',
	type: 'type',
	language: 'lang',
	date: 'year',
	path: 'path',
	page: 'page',
};

/**
 * Writes a query so that of one field it asks for these values, any of them, and for nothing else of that field: `tide year:2019` with the years
 * 2020 and 2021 is `year:2020..2021 tide`. Without values the field is not asked for. The words of the query stay as they are, and so does what they find:
 * a last word that was finished by a field behind it stays finished.
 */
export function withFieldValues({ text, isTyping }: QueryText, field: Field, values: readonly string[]): QueryText {
	const written = field === 'date' ? joinYears(values) : values;
	const asked = written.map((value) => `${fieldNames[field]}:${quoteWhereNeeded(value)}`);
	const rest = withoutField(text, field);
	return {
		text: [...asked, rest].filter((part) => part !== '').join(' '),
		isTyping: isTyping && findUnfinished(parseQuery(text)) !== undefined,
	};
}

/**
 * The rows of words that a query begins with, and that every passage must hold one of: `Polaris Project` and `KMP` of `("Polaris Project" OR "KMP") women`. Fields in
 * front of them do not count. None where nothing else is asked for: then they are the query.
 */
export function listTermPhrases(text: string): readonly string[] {
	return findTermPhrases(text)?.phrases ?? [];
}

/** The query with other rows of words at its beginning: one of these must stand in each passage. Without any, what it asks for beside them. */
export function withTerms({ text, isTyping }: QueryText, terms: readonly string[]): QueryText {
	const found = findTermPhrases(text);
	const rest = found === undefined ? text : `${text.slice(0, found.start)}${text.slice(found.end)}`.replace(/\s+/g, ' ').trim();
	const quoted = terms.map((term) => `"${toPlainWords(term)}"`);
	const asked = quoted.length > 1 ? `(${quoted.join(' OR ')})` : quoted.join('');
	return { text: [asked, rest].filter((part) => part !== '').join(' '), isTyping };
}

function findTermPhrases(text: string): { readonly phrases: readonly string[]; readonly start: number; readonly end: number } | undefined {
	const { clauses } = parseQuery(text);
	const [first, ...others] = clauses;
	if (first === undefined || first.isExcluded || !others.some(({ isExcluded }) => !isExcluded)) {
		return undefined;
	}
	const alternatives = first.kind === 'any' ? first.alternatives : [[first]];
	const phrases = alternatives.map(([only, ...more]) =>
		only?.kind === 'phrase' && !only.isExcluded && more.length === 0 ? only.text : undefined,
	);
	const written = first.kind === 'any' ? `(${first.text})` : `"${first.text}"`;
	const start = text.indexOf(written);
	return start < 0 || phrases.includes(undefined)
		? undefined
		: { phrases: phrases.filter((phrase) => phrase !== undefined), start, end: start + written.length };
}

function withoutField(text: string, field: Field): string {
	let rest = text;
	const ranges = parseQuery(text).filters.filter((filter) => filter.field === field);
	for (const { start, end } of ranges.reverse()) {
		const before = rest.slice(0, start);
		const behind = rest.slice(end);
		const or = /(?:^|[\s(])OR\s+$/.exec(before);
		// What joined it with others goes with it, and brackets that held nothing else.
		rest =
			or === null
				? before + behind.replace(/^\s+OR(?=[\s)]|$)/, '')
				: `${before.slice(0, or.index)}${before.charAt(or.index) === '(' ? '(' : ''}${behind}`;
		rest = rest.replace(/(?:[-–−]|\bNOT\s{1,20})?\(\s*\)/, '');
	}
	return rest.replace(/\s+/g, ' ').trim();
}

/** Years in a row as one range: `2019..2021`. */
function joinYears(values: readonly string[]): string[] {
	const years = [...new Set(values.filter((value) => /^\d{4}$/.test(value)))].sort();
	const joined: string[] = [];
	for (let from = 0, to = 0; from < years.length; from = to) {
		for (to = from + 1; Number(years[to]) === Number(years[to - 1]) + 1; to++) {
			// One more in the row.
		}
		joined.push(to - from > 1 ? `${years[from]}..${years[to - 1]}` : `${years[from]}`);
	}
	return [...joined, ...values.filter((value) => !/^\d{4}$/.test(value))];
}

function quoteWhereNeeded(value: string): string {
	const plain = value
		.replace(/["“”„‟«»＂]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return /^[\p{L}\p{N}./_-]+$/u.test(plain) ? plain : `"${plain}"`;
}

/** Without quotation marks, which would end those around it. */
function toPlainWords(value: string): string {
	return value
		.replace(/["“”„‟«»＂]/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
