import { findQuotations, parseQuery } from './query.ts';

/** A query that finds more than another, by leaving out what that asks for. */
export interface WiderQuery {
	/** What is left out, as typed; `undefined` where it is the quotation marks. */
	readonly fields: string | undefined;
	readonly query: string;
}

/**
 * What may be searched for where a query finds nothing: the words of its quotations, wherever they stand, and its words in whatever document. The narrowest
 * first; none where the query asks for nothing but words, or has none.
 */
export function widerQueries(text: string): readonly WiderQuery[] {
	const wider: WiderQuery[] = [];
	const quotations = findQuotations(text).filter(({ words }) => /\s/.test(words.trim()));
	if (quotations.length > 0) {
		const query = replaceAll(text, quotations, ({ words }) => words);
		wider.push({ fields: undefined, query });
	}
	const { clauses, filters } = parseQuery(text);
	if (filters.length > 0 && clauses.some((clause) => !clause.isExcluded)) {
		const fields = filters.map(({ start, end }) => text.slice(start, end)).join(' ');
		wider.push({ fields, query: replaceAll(text, filters, () => '') });
	}
	return wider;
}

function replaceAll<T extends { readonly start: number; readonly end: number }>(
	text: string,
	parts: readonly T[],
	by: (part: T) => string,
): string {
	let query = '';
	let at = 0;
	for (const part of parts) {
		query += text.slice(at, part.start) + by(part);
		at = part.end;
	}
	return (query + text.slice(at)).replace(/\s+/g, ' ').trim();
}
