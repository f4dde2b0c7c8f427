import type { Range } from '../../text/range.ts';

/** A date as it stands in a text. */
export interface FoundDate extends Range {
	/** EDTF: `2008-03-01`, `2008-03`, `2008`. */
	readonly date: string;
}

const months: ReadonlyMap<string, number> = new Map(
	[
		'january jan janvier januar enero gennaio janeiro januari stycznia января січня ocak',
		'february feb février februar febrero febbraio fevereiro februari lutego февраля лютого şubat',
		'march mar mars märz marzo março maart marca марта березня mart',
		'april apr avril abril aprile kwietnia апреля квітня nisan',
		'may mai mayo maggio maio mei maj maja мая травня mayıs',
		'june jun juin juni junio giugno junho czerwca июня червня haziran',
		'july jul juillet juli julio luglio julho lipca июля липня temmuz',
		'august aug août agosto augustus augusti sierpnia августа серпня ağustos',
		'september sep sept septembre septiembre settembre setembro września сентября вересня eylül',
		'october oct octobre oktober octubre ottobre outubro października октября жовтня ekim',
		'november nov novembre noviembre novembro listopada ноября листопада kasım',
		'december dec décembre dezember diciembre dicembre dezembro grudnia декабря грудня aralık',
	].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Whether a word in small letters is a month's name or its short form, in the languages of Europe with the most speakers. */
export function isMonthName(word: string): boolean {
	return months.has(word);
}

const monthNames = `(?:${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const year = '(?:1[0-9]|20)\\d\\d';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const noWordBefore = '(?<![\\p{L}\\p{N}\\-/.])';
const noWordBehind = '(?![\\p{L}\\p{N}]|[-/.]\\d)';

/** Each form once; the names of its groups are the parts. `\b` knows ASCII only, so the edges are spelled out. */
const forms: readonly RegExp[] = [
	// 2008-03-01, 2008-03-01T10:15:00Z, 2008/3/1, 2008.03.01, 2008. 3. 1.
	`(?<year>${year})(?:-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?|/(?<month2>\\d{1,2})/(?<day2>\\d{1,2})|\\. ?(?<month3>\\d{1,2})\\. ?(?<day3>\\d{1,2})\\.?)${noWordBehind}`,
	// March 1, 2008; Mar. 1st 2008; Saturday, March 01, 2008
	`${weekday}(?<name>${monthNames})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>${year})${noWordBehind}`,
	// 1 March 2008; the 1st of March, 2008; 1er mars 2008; 1. März 2008; Sat, 01 Mar 2008 (mail)
	`${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?: of| de)? (?<name>${monthNames})\\.?,?(?: de)? (?<year>${year})${noWordBehind}`,
	// 2008년 3월 1일, 2008年3月1日
	`(?<year>${year}) ?[년年] ?(?<month>\\d{1,2}) ?[월月](?: ?(?<day>\\d{1,2}) ?[일日])?`,
	// March 2008; Mar. 2008; but not the rest of `99 March 2008`, which is no month but an impossible day
	`(?<!\\d(?:st|nd|rd|th|er|\\.)? )(?<name>${monthNames})\\.?,? (?<year>${year})${noWordBehind}`,
].map((source) => new RegExp(noWordBefore + source, 'giu'));

/** Texts of which only the beginning is asked: a date further in is one the text talks about. */
const maxLength = 100_000;

/** The first date that a text spells out in full or to the month; a year alone is none, nor is `may 12 people`. Impossible dates are passed over. */
export function findDate(text: string): FoundDate | undefined {
	let first: FoundDate | undefined;
	const part = text.length > maxLength ? text.slice(0, maxLength) : text;
	// Every form has a number; most lines have none.
	if (!/\d/.test(part)) {
		return undefined;
	}
	for (const form of forms) {
		for (const match of part.matchAll(form)) {
			const date = toEdtf(match.groups ?? {});
			if (date !== undefined) {
				const end = match.index + match[0].length;
				if (!first || match.index < first.start || (match.index === first.start && end > first.end)) {
					first = { date, start: match.index, end };
				}
				break;
			}
		}
	}
	return first;
}

/** What may stand beside the date on a line that is a date: a weekday, a time, and words such as `Published`; not `Updated`, which dates a change. */
const lineStart =
	/^(?:(?:date|dated|published|posted|first published|released|issued|written)(?: on| at)?:? ?)?(?:(?:le|den|am|el) )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? ?|(?:lun|mar|mercre|jeu|vendre|same)di,? |dimanche,? |(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch),? (?:(?:den|dem) )?|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?$/iu;
const lineEnd =
	/^[\s,.)|·•–—-]*(?:(?:at|@|[T|·•–—-])? ?\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,5}(?:[+-]\d{1,4})?| ?[+-]\d{4})?)?[\s,.()월화수목금토일]*$/iu;

/**
 * The date of a text that is a date and little else: a date line, a metadata field. EDTF; undefined if it is something else or impossible.
 * For `Saturday, March 01, 2008` this is `2008-03-01`, for `2008` it is `2008`.
 */
export function parseDate(text: string): string | undefined {
	const line = text.trim();
	if (line.length > 80) {
		return undefined;
	}
	const bareYear = /^(?:(?:date|published|copyright|©|\(c\))[: ] ?)?((?:1[0-9]|20)\d\d)$/iu.exec(line)?.[1];
	if (bareYear !== undefined) {
		return bareYear;
	}
	const bareMonth = /^((?:1[0-9]|20)\d\d)-(\d\d)$/.exec(line);
	if (bareMonth) {
		return toEdtf({ year: bareMonth[1], month: bareMonth[2] });
	}
	const found = findDate(line);
	return found && lineStart.test(line.slice(0, found.start)) && lineEnd.test(line.slice(found.end)) ? found.date : undefined;
}

function toEdtf(parts: Readonly<Record<string, string | undefined>>): string | undefined {
	const yearNumber = Number(parts.year);
	const monthText = parts.month ?? parts.month2 ?? parts.month3;
	const dayText = parts.day ?? parts.day2 ?? parts.day3;
	const month = parts.name === undefined ? Number(monthText) : (months.get(parts.name.toLowerCase()) ?? 0);
	if (!(month >= 1 && month <= 12)) {
		return undefined;
	}
	const start = `${parts.year}-${String(month).padStart(2, '0')}`;
	if (dayText === undefined) {
		return start;
	}
	const day = Number(dayText);
	return day >= 1 && day <= daysOf(yearNumber, month) ? `${start}-${String(day).padStart(2, '0')}` : undefined;
}

function daysOf(yearNumber: number, month: number): number {
	if (month === 2) {
		return yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0) ? 29 : 28;
	}
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
