import type { MatchSet } from '../../service/library.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import { toAbsenceLine, toCorrectionLine, toQueryLine, toWaitingLine } from '../searchView/searchWords.ts';
import type { Translate } from '../translate.ts';
import type { ResultsModel } from './resultsModel.ts';

/** Longest word that the line above the results repeats. */
const maxWordLength = 40;
/** More missing words than this are no help. */
const maxMissingWords = 3;

/** `1 passage`, `2,000 passages`. */
export function toPassageCount(count: number, translate: Translate, locale?: string): string {
	return count === 1 ? translate('1 passage') : translate('{0} passages', count.toLocaleString(locale));
}

/**
 * The line above the results: `14 passages in 3 of 1,204 documents; 2 are still being read; also: 3 without “won”`, what was searched in place of
 * unknown words, and what was dismissed. `undefined` if nothing was found: see `toEmptyLine`.
 */
export function toHeaderLine(
	set: MatchSet,
	model: Pick<ResultsModel, 'total' | 'documentCount' | 'partialTotal'>,
	translate: Translate,
	locale?: string,
): string | undefined {
	if (set.total + set.partialTotal === 0) {
		return undefined;
	}
	const count = (value: number) => value.toLocaleString(locale);
	const { read, partial } = set.coverage;
	const passages = toPassageCount(model.total, translate, locale);
	const first =
		set.total === 0
			? translate('No passage holds everything')
			: read + partial === 1
				? translate('{0} in 1 document', passages)
				: translate('{0} in {1} of {2} documents', passages, count(model.documentCount), count(read + partial));
	const missing = set.missing
		.slice(0, maxMissingWords)
		.map(({ text, count: without }) => translate('{0} without “{1}”', count(without), toIconFreeLabel(text, maxWordLength)));
	const also =
		missing.length > 0
			? translate('also: {0}', missing.join(', '))
			: set.partialTotal > 0
				? translate('also: {0} with a part of the words', count(set.partialTotal))
				: undefined;
	const dismissed = set.total + set.partialTotal - model.total - model.partialTotal;
	return [
		[first, toWaitingLine(set.coverage, translate, locale), also].filter((part) => part !== undefined).join('; '),
		toCorrectionLine({ ...set, hits: [] }, translate),
		dismissed > 0 ? translate('{0} dismissed', count(dismissed)) : undefined,
	]
		.filter((part) => part !== undefined)
		.join(' · ');
}

/** What stands above the empty view: in how many documents nothing was found, and how many could not be read. `total`: how many there are, where only some were searched. */
export function toEmptyLine(set: MatchSet, total: number | undefined, translate: Translate, locale?: string): string {
	return toQueryLine(set, translate, locale) ?? toAbsenceLine(set.coverage, translate, locale, total);
}
