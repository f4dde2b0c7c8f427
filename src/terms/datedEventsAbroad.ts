import type { Range } from '../text/range.ts';

/** An event in another language, as its sentence tells it. */
export interface EventAbroad {
	readonly what: string;
	/** A year, or a date in words. */
	readonly written: string;
	/** Between two dates, and before them. */
	readonly or: string;
	readonly lead: string;
}

interface Grammar {
	readonly or: string;
	/** Before a year that is shown. */
	readonly lead: string;
	/** What begins a sentence before the name: an article, or the date with its verb. */
	readonly opening: RegExp;
	readonly openingWithDate: RegExp;
	/** Behind the name: verb and date, in whatever order; only the verb, where the date opened the sentence. */
	readonly behind: RegExp;
	readonly behindDate: RegExp;
}

const year = String.raw`(?:1\d{3}|20\d\d)(?![\d–-])`;
const begins = String.raw`(?:^|[\p{Ll}\d]{3}[.!?][”"»“]?\s|\n)`;
const ends = String.raw`(?=[.,;]|\s(?:und|et|von|par|durch|in|an|à|dans)\s|$)`;

const germanDone =
	'(?<what>gegründet|eröffnet|eingeweiht|gebaut|erbaut|errichtet|fertiggestellt|verabschiedet|unterzeichnet|aufgelöst|abgeschafft|geboren)';
const germanDate = String.raw`(?:im\sJahre?\s)?(?<written>${year}|am\s\d{1,2}\.\s\p{L}+\s${year})`;
const frenchDone = '(?<what>(?:fond|cré|inaugur|adopt|sign|abol|achev)(?:é|i)e?s?|construite?s?|établie?s?|dissoute?s?|ouverte?s?)';
const frenchDate = String.raw`(?:en\s(?<year>${year})|(?<written>le\s\d{1,2}(?:er)?\s\p{L}+\s${year}))`;

/** What is done to a thing once: the name is the subject of the sentence, and nothing stands before it but an article. */
const grammars: readonly Grammar[] = [
	{
		...{ or: 'oder', lead: '' },
		opening: new RegExp(String.raw`${begins}(?:(?:Der|Die|Das)\s)?$`, 'u'),
		openingWithDate: new RegExp(
			String.raw`${begins}(?:[Ii]m\sJahre?\s)?(?<written>${year}|[Aa]m\s\d{1,2}\.\s\p{L}+\s${year})\swurden?\s(?:der|die|das)\s$`,
			'u',
		),
		behind: new RegExp(
			String.raw`^\swurden?\s(?:erst\s|bereits\s)?${germanDate}(?:\s(?:von|in|durch)\s[^.,;\d]{1,40})?\s${germanDone}${ends}`,
			'u',
		),
		behindDate: new RegExp(String.raw`^(?:\s(?:von|in|durch)\s[^.,;\d]{1,40})?\s${germanDone}${ends}`, 'u'),
	},
	{
		...{ or: 'ou', lead: 'en ' },
		opening: new RegExp(String.raw`${begins}(?:L[ea]s?\s|L['’])?$`, 'u'),
		openingWithDate: new RegExp(
			String.raw`${begins}(?:[Ee]n\s(?<year>${year})|(?<written>[Ll]e\s\d{1,2}(?:er)?\s\p{L}+\s${year})),\s(?:l[ea]s?\s|l['’])?$`,
			'u',
		),
		behind: new RegExp(String.raw`^\s(?:(?:a|ont)\sété|fut|furent)\s(?:officiellement\s)?${frenchDone}\s${frenchDate}${ends}`, 'u'),
		behindDate: new RegExp(String.raw`^\s(?:(?:a|ont)\sété|fut|furent)\s(?:officiellement\s)?${frenchDone}${ends}`, 'u'),
	},
];

/** How these sentences go on behind a name: `wurde`, `a été`, `fut`, or a verb where the date opened. */
const goesOn = /^\s(?:wurden?|(?:a|ont)\sété|furent|fut|gegr|er|ein|ge|fert|ver|unt|auf|abg|von|in|durch)/u;

/** What is said in German or French to have been done to what is named in `[start, end)`, with its date. */
export function readEventAbroad(text: string, { start, end }: Range): EventAbroad | undefined {
	const behind = text.slice(end, end + 120);
	if (!goesOn.test(behind)) {
		return undefined;
	}
	const ahead = text.slice(Math.max(0, start - 50), start);
	for (const { or, lead, opening, openingWithDate, ...verbs } of grammars) {
		const direct = opening.test(ahead) ? verbs.behind.exec(behind)?.groups : undefined;
		const dated = direct ?? openingWithDate.exec(ahead)?.groups;
		const what = (direct ?? (dated && verbs.behindDate.exec(behind)?.groups))?.what;
		if (dated !== undefined && what !== undefined) {
			return { what, written: (dated.written ?? dated.year ?? '').replace(/^(?:am|le)\s/iu, ''), or, lead };
		}
	}
	return undefined;
}
