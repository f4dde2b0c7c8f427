import { parseDate } from '../library/metadata/date.ts';
import type { Range } from '../text/range.ts';
import { type EventAbroad, readEventAbroad } from './datedEventsAbroad.ts';
import { prepositions } from './extraction/sentenceWords.ts';

/** When something happened to a term, as one sentence tells it. */
export interface EventDate {
	/** The verb as it is told: `founded`, `died`. Only what happens to a thing once, be it to one that has a name. */
	readonly what: string;
	/** EDTF, as exactly as it is told: `1994`, `2021-05-12`. */
	readonly date: string;
	/** The same in the words of the sentence: `1994`, `12 May 2021`, `2021년 5월`. */
	readonly written: string;
	/** Where it is told in German or French. */
	readonly abroad?: EventAbroad;
}

export interface DatedEvent extends EventDate {
	readonly document: number;
	readonly sentence: number;
	readonly place: Range;
}

/** No event stands further behind the term than this, and no date further before it. */
const maxEvent = 60;
const maxBefore = 40;

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const year = String.raw`(?:1\d{3}|20\d\d)(?![\d–-])`;
const date = String.raw`(?:in\s(?:early\s|late\s)?(?:(?<month>${month}\s${year})|(?<year>${year}))|on\s(?<day>\d{1,2}\s${month}\s${year}|${month}\s\d{1,2},\s${year}))`;
/** What is done to a thing once, and what is done once to a thing with a name: strikes begin each year, the Dockers' Strike began in one. */
const participle = String.raw`(?:founded|established|set\sup|created|formed|built|launched|abolished|dissolved|invented|enacted|ratified|signed|adopted|passed|completed|opened|inaugurated|promulgated)`;
const verb = String.raw`\s(?:(?:was|were)\s(?:first\s|officially\s|formally\s)?(?<what>${participle}|born)|(?<died>died))`;
/** What a thing does itself, not what it does to others: `opened an inquiry in 1997`, `began in 1997 to sell tea`. */
const ownVerb = String.raw`\s(?:first\s|officially\s|formally\s)?(?<what>entered\sinto\sforce|came\sinto\s(?:force|effect)|took\seffect|began|started|commenced|opened)`;
const endsOwn = String.raw`(?=[.,;:)]|$|\s(?:and|but|with|at|as|after|when|while|under|following)(?!\p{L}))`;
/** Where nobody is born and nothing signed twice. */
const inPlace = String.raw`(?:(?<=born|signed|adopted)\s(?:in|at)\s\p{Lu}[\p{L}-]+)?`;

const behindVerb = new RegExp(String.raw`^${verb}${inPlace}\s(?:back\s)?${date}`, 'u');
const behindOwnVerb = new RegExp(String.raw`^${ownVerb}\s(?:back\s)?${date}${endsOwn}`, 'u');
const behindComma = new RegExp(
	String.raw`^,\s(?:(?:which|who)\swas\s)?(?:first\s)?(?:(?<what>${participle}|born)${inPlace}\s${date}|born\s(?<born>${year}))(?=[,.;)])`,
	'u',
);
const afterDate = new RegExp(String.raw`^${verb}(?=[.,;)]|\s(?:by|in|at|to|with|near)\s)(?![\s\p{L},]{0,30}\d)`, 'u');
const ownAfterDate = new RegExp(String.raw`^${ownVerb}${endsOwn}(?![\s\p{L},]{0,30}\d)`, 'u');
const dateBefore = new RegExp(String.raw`(?:^|[.!?”"]\s|\n)${date.replace('(?:in', '(?:[Ii]n').replace('|on', '|[Oo]n')},?\s(?:the\s)?$`);
const bornInBrackets = new RegExp(String.raw`^\s\((?:born|b\.)\s(?:(?<day>\d{1,2}\s${month}\s${year})|(?<year>${year}))\)`);

const koreanVerb =
	'(?:처음\\s)?(?<what>(?:설립|창립|창설|창간|결성|발족|건립|준공|완공|개통|개교|출범|제정|폐지|해산|발명|비준|사망)(?=[됐되돼된했하한])|세워(?=[졌진지])|태어(?=[났난나]))';
const koreanDate = '(?<written>(?:1\\d{3}|20\\d\\d)년(?:\\s\\d{1,2}월(?:\\s\\d{1,2}일)?)?)에?\\s';
const korean = new RegExp(`^(?:은|는|이|가)\\s(?:[^\\s.,]{1,12}\\s)?${koreanDate}${koreanVerb}`, 'u');
const koreanAfterDate = new RegExp(`^(?:은|는|이|가)\\s${koreanVerb}`, 'u');
/** What is done to a thing: `체결되었다`; `체결한 협정` tells what somebody did to another. */
const koreanDone = '(?<what>체결|서명|채택|통과|발효|개관|착공)(?:되었|됐|되어)';
const koreanPassive = new RegExp(`^(?:은|는|이|가)\\s(?:[^\\s.,]{1,12}\\s)?${koreanDate}${koreanDone}`, 'u');
const koreanPassiveAfterDate = new RegExp(`^(?:은|는|이|가)\\s${koreanDone}`, 'u');
const koreanDateBefore = new RegExp(`(?:^|[.!?]\\s|\\n)${koreanDate}$`, 'u');

/**
 * What is said to have happened to the term in `[start, end)`, directly behind it, with a date there or at the start of the sentence; `undefined` if no
 * verb with a date stands so.
 */
export function readEvent(text: string, { start, end }: Range): EventDate | undefined {
	// Cheap to refuse: only a few letters, a bracket and a Korean particle go on.
	const isHangul = isHangulAt(text, end);
	if (!isHangul && !startsEvent.test(text.slice(end, end + 3))) {
		return undefined;
	}
	const ahead = text.slice(Math.max(0, start - maxBefore), start);
	if (partBefore.test(ahead)) {
		return undefined;
	}
	const abroad = isHangul ? undefined : readEventAbroad(text, { start, end });
	const date = abroad && parseDate(abroad.written);
	if (abroad !== undefined && date !== undefined) {
		return { what: abroad.what, date, written: abroad.written, abroad };
	}
	const behind = text.slice(end, end + maxEvent);
	const inSentence = ahead.split(sentenceEnd).at(-1) ?? '';
	const ofVerbs = otherBefore.test(inSentence) ? [] : [behindVerb, behindOwnVerb];
	const direct = findFirst(isHangul ? [korean, koreanPassive] : [...ofVerbs, behindComma], behind);
	if (direct !== undefined) {
		return toEvent(direct, direct);
	}
	const born = isHangul ? undefined : bornInBrackets.exec(behind)?.groups;
	if (born !== undefined) {
		return toEvent({ what: 'born' }, born);
	}
	const told = findFirst(isHangul ? [koreanAfterDate, koreanPassiveAfterDate] : [afterDate, ownAfterDate], behind);
	const before = told && (isHangul ? koreanDateBefore : dateBefore).exec(ahead)?.groups;
	return told && before && toEvent(told, before);
}

/** How what happened begins behind a name: `was`, `died`, `(born`, `, signed`. */
const startsEvent = /^(?:\s[wdebcotsfaguvi]|\s\(b|,\s[a-z])/;

/** Whether it happens once only to what has a name of its own. */
export function isOfNames(event: EventDate): boolean {
	return ofNames.test(event.what);
}

const ofNames =
	/^(?:signed|adopted|passed|completed|opened|inaugurated|promulgated|entered|came|took|began|started|commenced|unterzeichnet|verabschiedet|eröffnet|eingeweiht|fertiggestellt|sign[ée]|adopt|inaugur|achev|ouvert|체결|서명|채택|통과|발효|개관|착공)/u;

const leadsAway = String.raw`(?<!\b(?:city|town|village|kingdom|republic|state|province|district|duchy|university|college|church|bank|order|diocese|ministry|department))\sof`;
/** `The youth wing of the Polaris Board was founded`: not the board. `The city of Whitbury` is Whitbury. */
const partBefore = new RegExp(String.raw`\bof\sthe\s$|${leadsAway}\s$`, 'i');

/** `The trust that runs the Polaris Board was founded`, `A school in Whitbury opened`: the verb tells of what stands before; not `long before it was`. */
const otherBefore = new RegExp(
	String.raw`(?:${leadsAway}|\s(?:${[...prepositions].filter((word) => !/^(?:after|before|since|until)$/.test(word)).join('|')}|\p{Ll}{2,}ing|(?:who|which|that)\s(?!(?:the|an?)\s)\p{Ll}+|if|whether))(?:\s[\p{L}’'-]+\.?){0,3}\s$`,
	'u',
);

/** A point behind a short form (`Dr.`) ends none. */
const sentenceEnd = /(?<=[\p{Ll}\d]{3}[.!?][”"’)]*)\s/u;

type Groups = Readonly<Record<string, string | undefined>>;

function findFirst(patterns: readonly RegExp[], words: string): Groups | undefined {
	for (const pattern of patterns) {
		const groups = pattern.exec(words)?.groups;
		if (groups !== undefined) {
			return groups;
		}
	}
	return undefined;
}

function toEvent(told: Groups, when: Groups): EventDate | undefined {
	const written = when.day ?? when.month ?? when.year ?? when.born ?? when.written ?? '';
	const found = isHangulAt(written, written.length - 1)
		? written
				.replace(/\D+/g, '-')
				.replace(/-$/, '')
				.replace(/-(?=\d(?:-|$))/g, '-0')
		: parseDate(written);
	return found === undefined
		? undefined
		: { what: (told.what ?? told.died ?? (told.born === undefined ? '' : 'born')).replace(/\s/g, ' '), date: found, written };
}

function isHangulAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xac00 && code <= 0xd7a3;
}

/** At most so many tellings of one event are kept. */
const maxTellings = 12;

/** Verbs that tell of one event: a board is founded once, in whatever words. */
const oneEvent: readonly (readonly [key: string, verbs: RegExp])[] = [
	['founded', /^(?:founded|established|set up|created)$/],
	['entered into force', /^(?:entered|came|took)\s/],
	['began', /^(?:began|started|commenced)$/],
	['gebaut', /^(?:gebaut|erbaut|errichtet)$/],
	['fondé', /^(?:fond|cré|établ)/],
	['설립', /^(?:설립|창립|창설|결성|발족)$/u],
];

/** The events of one term. */
export class DatedEvents {
	readonly #tellings = new Map<string, DatedEvent[]>();

	add(event: DatedEvent): void {
		const key = oneEvent.find(([, verbs]) => verbs.test(event.what))?.[0] ?? event.what;
		const tellings = this.#tellings.get(key);
		if (tellings === undefined) {
			this.#tellings.set(key, [event]);
		} else if (
			tellings.length < maxTellings &&
			!tellings.some(({ date: other, document }) => other === event.date && document === event.document)
		) {
			tellings.push(event);
		}
	}

	/** The events for which documents give dates that cannot all be right: one telling a date, each of another document, in the order of documents. */
	findDisagreements(): { readonly what: string; readonly tellings: readonly DatedEvent[] }[] {
		const found: { readonly what: string; readonly tellings: readonly DatedEvent[] }[] = [];
		for (const tellings of this.#tellings.values()) {
			const chosen: DatedEvent[] = [];
			for (const telling of tellings) {
				// A document that gives two dates speaks of two events.
				const isTwice = tellings.some((other) => other.document === telling.document && !mayBeOne(other, telling));
				if (!isTwice && chosen.every((other) => other.document !== telling.document && !mayBeOne(other, telling))) {
					chosen.push(telling);
				}
			}
			if (chosen.length > 1) {
				found.push({ what: wordEvents(chosen), tellings: chosen });
			}
		}
		return found;
	}
}

/** Whether both dates may be right: `May 2021` and `12 May 2021`. */
function mayBeOne({ date: a }: EventDate, { date: b }: EventDate): boolean {
	return a.startsWith(b) || b.startsWith(a);
}

/** What is no noun by itself, as one: `2001 또는 2003년 세워짐`. */
const koreanNames = new Map([
	['세워', '세워짐'],
	['태어', '태어남'],
]);

/** `founded in 1961 or 1962`, `founded in 1994 or established in 1996`, `died on 12 May 2021 or 21 May 2021`. */
function wordEvents(events: readonly DatedEvent[]): string {
	const [first] = events;
	const years = events.map(({ date: told }) => told.slice(0, 4));
	const dates = new Set(years).size === events.length ? years : events.map(({ written }) => written);
	if (isHangulAt(first?.what ?? '', 0)) {
		const inYears = dates === years;
		const what = koreanNames.get(first?.what ?? '') ?? first?.what;
		return `${dates.join(' 또는 ')}${inYears ? '년' : ''} ${what}`;
	}
	if (first?.abroad !== undefined) {
		return `${first.what} ${dates === years ? first.abroad.lead : ''}${dates.join(` ${first.abroad.or} `)}`;
	}
	return events
		.map(({ what }, at) => {
			const isSame = at > 0 && what === events[at - 1]?.what;
			return isSame ? dates[at] : `${what} ${/^\d{1,2}\s|\s\d{1,2},/.test(dates[at] ?? '') ? 'on' : 'in'} ${dates[at]}`;
		})
		.join(' or ');
}
