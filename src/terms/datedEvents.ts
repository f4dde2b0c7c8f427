import { parseDate } from '../library/metadata/date.ts';
import type { Range } from '../text/range.ts';

/** When something happened to a term, as one sentence tells it. */
export interface EventDate {
	/** The verb as it is told: `founded`, `died`. Only what happens to a thing once: doors open and close again. */
	readonly what: string;
	/** EDTF, as exactly as it is told: `1994`, `2021-05-12`. */
	readonly date: string;
	/** The same in the words of the sentence: `1994`, `12 May 2021`, `2021년 5월`. */
	readonly written: string;
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
const verb = String.raw`\s(?:(?:was|were)\s(?:first\s|officially\s|formally\s)?(?<what>founded|established|set\sup|created|formed|built|born|launched|abolished|dissolved|invented|enacted|ratified)|(?<died>died))`;

const behindVerb = new RegExp(String.raw`^${verb}\s(?:back\s)?${date}`);
const afterDate = new RegExp(String.raw`^${verb}(?![\s\p{L},]{0,30}\d)`, 'u');
const dateBefore = new RegExp(String.raw`(?:^|[.!?”"]\s|\n)${date.replace('(?:in', '(?:[Ii]n').replace('|on', '|[Oo]n')},?\s(?:the\s)?$`);
const bornInBrackets = new RegExp(String.raw`^\s\((?:born|b\.)\s(?:(?<day>\d{1,2}\s${month}\s${year})|(?<year>${year}))\)`);

const koreanVerb =
	'(?:처음\\s)?(?<what>설립|창립|창설|창간|결성|발족|건립|준공|완공|개통|개교|출범|제정|폐지|해산|발명|비준|세워|사망|태어)';
const koreanDate = '(?<written>(?:1\\d{3}|20\\d\\d)년(?:\\s\\d{1,2}월(?:\\s\\d{1,2}일)?)?)에?\\s';
const korean = new RegExp(`^(?:은|는|이|가)\\s(?:[^\\s.,]{1,12}\\s)?${koreanDate}${koreanVerb}`, 'u');
const koreanAfterDate = new RegExp(`^(?:은|는|이|가)\\s${koreanVerb}`, 'u');
const koreanDateBefore = new RegExp(`(?:^|[.!?]\\s|\\n)${koreanDate}$`, 'u');

/**
 * What is said to have happened to the term in `[start, end)`, directly behind it, with a date there or at the start of the sentence; `undefined` if no
 * verb with a date stands so.
 */
export function readEvent(text: string, { start, end }: Range): EventDate | undefined {
	const next = text.charCodeAt(end + 1);
	// Cheap to refuse: only `was`, `were`, `died`, `(b` and a Korean particle go on.
	const isHangul = isHangulAt(text, end);
	if (next !== 0x77 && next !== 0x64 && !isHangul && !(next === 0x28 && text[end + 2] === 'b')) {
		return undefined;
	}
	const behind = text.slice(end, end + maxEvent);
	const direct = (isHangul ? korean : behindVerb).exec(behind)?.groups;
	if (direct !== undefined) {
		return toEvent(direct, direct);
	}
	const born = isHangul ? undefined : bornInBrackets.exec(behind)?.groups;
	if (born !== undefined) {
		return toEvent({ what: 'born' }, born);
	}
	const told = (isHangul ? koreanAfterDate : afterDate).exec(behind)?.groups;
	const before = told && (isHangul ? koreanDateBefore : dateBefore).exec(text.slice(Math.max(0, start - maxBefore), start))?.groups;
	return told && before && toEvent(told, before);
}

type Groups = Readonly<Record<string, string | undefined>>;

function toEvent(told: Groups, when: Groups): EventDate | undefined {
	const written = when.day ?? when.month ?? when.year ?? when.written ?? '';
	const found = isHangulAt(written, written.length - 1)
		? written
				.replace(/\D+/g, '-')
				.replace(/-$/, '')
				.replace(/-(?=\d(?:-|$))/g, '-0')
		: parseDate(written);
	return found === undefined ? undefined : { what: (told.what ?? told.died ?? '').replace(/\s/g, ' '), date: found, written };
}

function isHangulAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xac00 && code <= 0xd7a3;
}

/** At most so many tellings of one event are kept. */
const maxTellings = 12;

/** Verbs that tell of one event: a board is founded once, in whatever words. */
const founding = /^(?:founded|established|set up|created)$/;
const koreanFounding = /^(?:설립|창립|창설|결성|발족)$/u;

/** The events of one term. */
export class DatedEvents {
	readonly #tellings = new Map<string, DatedEvent[]>();

	add(event: DatedEvent): void {
		const key = founding.test(event.what) ? 'founded' : koreanFounding.test(event.what) ? '설립' : event.what;
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

/** `founded in 1961 or 1962`, `founded in 1994 or established in 1996`, `died on 12 May 2021 or 21 May 2021`. */
function wordEvents(events: readonly DatedEvent[]): string {
	const [first] = events;
	const years = events.map(({ date: told }) => told.slice(0, 4));
	const dates = new Set(years).size === events.length ? years : events.map(({ written }) => written);
	if (isHangulAt(first?.what ?? '', 0)) {
		const inYears = dates === years;
		return `${dates.join(' 또는 ')}${inYears ? '년' : ''} ${first?.what}`;
	}
	return events
		.map(({ what }, at) => {
			const isSame = at > 0 && what === events[at - 1]?.what;
			return isSame ? dates[at] : `${what} ${/^\d{1,2}\s|\s\d{1,2},/.test(dates[at] ?? '') ? 'on' : 'in'} ${dates[at]}`;
		})
		.join(' or ');
}
