import { type Filter, isImpossible } from '../../search/filters.ts';
import { parseQuery } from '../../search/query.ts';
import type { Coverage, SearchAnswer } from '../../service/library.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { Translate } from '../translate.ts';

/** Longest word that the line above the results repeats. */
const maxWordLength = 40;

/** The line above the results: how much was found, and in what; honest about what could not be read. */
export function toResultLine(answer: SearchAnswer, translate: Translate, locale?: string): string {
	const { total, partialTotal, hits } = answer;
	if (total === 0 && partialTotal === 0) {
		return toQueryLine(answer, translate, locale) ?? toAbsenceLine(answer.coverage, translate, locale);
	}
	const count = (value: number) => value.toLocaleString(locale);
	const whole = hits.filter((hit) => hit.missing.length === 0);
	const documents = new Set(whole.map((hit) => hit.documentId)).size;
	const parts: string[] = [];
	if (total > whole.length) {
		parts.push(plural(total, translate('1 passage'), translate('{0} passages', count(total))));
	} else if (total > 0) {
		parts.push(
			documents === 1
				? plural(total, translate('1 passage in 1 document'), translate('{0} passages in 1 document', count(total)))
				: translate('{0} passages in {1} documents', count(total), count(documents)),
		);
	}
	if (partialTotal > 0) {
		parts.push(
			total > 0
				? translate('{0} more with a part of the words', count(partialTotal))
				: plural(
						partialTotal,
						translate('1 passage with a part of the words'),
						translate('{0} passages with a part of the words', count(partialTotal)),
					),
		);
	}
	return parts.join(' · ');
}

/**
 * What it means that nothing was found: in how many documents was looked, and how many could not be. In a scope, `coverage` is of the documents
 * in it, and `total` is how many there are in all.
 */
export function toAbsenceLine({ found, read, partial, skipped }: Coverage, translate: Translate, locale?: string, total?: number): string {
	const count = (value: number) => value.toLocaleString(locale);
	if (found === 0 && total !== undefined) {
		return translate('No document is checked to be searched');
	}
	if (found === 0) {
		return translate('There are no documents to search yet');
	}
	const line =
		total === undefined
			? translate('No match in {0} of {1} documents', count(read + partial), count(found))
			: translate('No match in {0} of the {1} documents that are checked, of {2}', count(read + partial), count(found), count(total));
	return withGaps(line, { found, read, partial, skipped }, translate, locale);
}

/**
 * What of the query itself may be why nothing was found: it has no word, chooses documents by fields, or asks a field for what none can have. `undefined` if it
 * is none of that, and where there is nothing to search.
 */
export function toQueryLine(
	{ query, coverage }: Pick<SearchAnswer, 'query' | 'coverage'>,
	translate: Translate,
	locale?: string,
): string | undefined {
	const { filters } = parseQuery(query);
	if (coverage.found === 0) {
		return undefined;
	}
	if (isOnlySigns(query)) {
		return translate('There is no word in it to search for');
	}
	if (filters.length === 0) {
		return undefined;
	}
	const fault = findFault(filters);
	if (fault !== undefined) {
		return toFaultLine(fault, translate);
	}
	const fields = filters.map(({ start, end }) => query.slice(start, end)).join(' ');
	return withGaps(
		translate('No match in the documents that {0} chooses', toIconFreeLabel(fields, maxWordLength)),
		coverage,
		translate,
		locale,
	);
}

/** Whether the query has no word, or asks a field for what no document can have: then nothing is found whatever could be read. */
export function isAtFault(query: string): boolean {
	return isOnlySigns(query) || findFault(parseQuery(query).filters) !== undefined;
}

function isOnlySigns(query: string): boolean {
	const { clauses, filters } = parseQuery(query);
	return clauses.length + filters.length === 0 && query.trim() !== '';
}

function findFault(filters: readonly Filter[]): Filter | undefined {
	return filters.find((filter) => !filter.isExcluded && isImpossible(filter));
}

/** What is wrong with a value that no document can have, and what to write instead. */
function toFaultLine({ field, value }: Filter, translate: Translate): string {
	const shown = toIconFreeLabel(value, maxWordLength);
	switch (field) {
		case 'date':
			return translate('No match: “{0}” is no date, as 2019 or 2019..2023 would be', shown);
		case 'type':
			return translate('No match: “{0}” is no kind, as pdf, word, web or mail would be', shown);
		default:
			return translate('No match: “{0}” is no language, as en or ko would be', shown);
	}
}

function withGaps(line: string, coverage: Coverage, translate: Translate, locale: string | undefined): string {
	const gaps = toGapLine(coverage, translate, locale);
	return gaps === undefined ? line : `${line}; ${gaps}`;
}

/** How many documents could not be looked in; `undefined` if all were. */
export function toGapLine(coverage: Coverage, translate: Translate, locale?: string): string | undefined {
	const { partial, skipped } = coverage;
	const count = (value: number) => value.toLocaleString(locale);
	const gaps: string[] = [];
	if (skipped > 0) {
		gaps.push(plural(skipped, translate('1 could not be read'), translate('{0} could not be read', count(skipped))));
	}
	if (partial > 0) {
		gaps.push(plural(partial, translate('1 was read in part'), translate('{0} were read in part', count(partial))));
	}
	const waiting = toWaitingLine(coverage, translate, locale);
	if (waiting !== undefined) {
		gaps.push(waiting);
	}
	return gaps.length === 0 ? undefined : gaps.join(', ');
}

/** How many documents were not looked at yet; `undefined` if all were. */
export function toWaitingLine({ found, read, partial, skipped }: Coverage, translate: Translate, locale?: string): string | undefined {
	const waiting = found - read - partial - skipped;
	return waiting > 0
		? plural(waiting, translate('1 is still being read'), translate('{0} are still being read', waiting.toLocaleString(locale)))
		: undefined;
}

/** What was searched in the place of words that no document has: `Showing “ministry” for “minstry”`; `undefined` if everything was known. */
export function toCorrectionLine({ corrections }: SearchAnswer, translate: Translate): string | undefined {
	const lines = corrections
		.filter(({ searched }) => searched.length > 0)
		.slice(0, 3)
		.map(({ typed, searched }) => {
			const words = searched.slice(0, 3).map((word) => `“${toIconFreeLabel(word, maxWordLength)}”`);
			return translate('{0} for “{1}”', words.join(', ') + (searched.length > 3 ? '…' : ''), toIconFreeLabel(typed, maxWordLength));
		});
	return lines.length === 0 ? undefined : translate('Showing {0}', lines.join(', '));
}

/** What the empty box says: in how many documents it searches. `included`: only in so many of them. */
export function toPlaceholder(documentCount: number, included: number | undefined, translate: Translate, locale?: string): string {
	const count = documentCount.toLocaleString(locale);
	if (included !== undefined) {
		return translate(
			'Search in {0} of {1} documents; "quotation marks" for exact words, ? for help',
			included.toLocaleString(locale),
			count,
		);
	}
	return plural(
		documentCount,
		translate('Search in 1 document; "quotation marks" for exact words, ? for help'),
		translate('Search in {0} documents; "quotation marks" for exact words, ? for help', count),
	);
}

function plural(count: number, one: string, many: string): string {
	return count === 1 ? one : many;
}
