import type { Range } from '../text/range.ts';

/** That something happened to a term in a year, as one sentence tells it. */
export interface DatedEvent {
	/** The verb as it is told: `founded`, `died`. Only what happens to a thing once: doors open and close again. */
	readonly what: string;
	readonly year: string;
	readonly document: number;
	readonly sentence: number;
	readonly place: Range;
}

/** No event stands further behind the term than this. */
const maxEvent = 60;

const passive =
	/^\s(?:was|were)\s(?:first\s|officially\s|formally\s)?(?<what>founded|established|set\sup|created|formed|built|born|launched|abolished|dissolved|invented|enacted|ratified)\s(?:back\s)?in\s(?:(?:early|late|January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?<year>1\d{3}|20\d\d)(?![\d–-])/;
const active =
	/^\s(?<what>died)\sin\s(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?(?<year>1\d{3}|20\d\d)(?![\d–-])/;

const korean =
	/^(?:은|는|이|가)\s(?:[^\s.,]{1,12}\s)?(?<year>1\d{3}|20\d\d)년(?:에|\s\d{1,2}월(?:에|\s\d{1,2}일(?:에)?)?)?\s(?:처음\s)?(?<what>설립|창립|창설|창간|건립|준공|완공|출범|제정|폐지|해산|발명|비준|세워|사망|태어)/u;

/** What is said to have happened to the term that ends at `end`, directly behind it; `undefined` if no verb with a year stands there. */
export function readEventBehind(text: string, end: number): { readonly what: string; readonly year: string } | undefined {
	const next = text.charCodeAt(end + 1);
	// Cheap to refuse: only `was`, `were`, `died` and a Korean particle go on.
	const isHangul = isHangulAt(text, end);
	if (next !== 0x77 && next !== 0x64 && !isHangul) {
		return undefined;
	}
	const behind = text.slice(end, end + maxEvent);
	const groups = (isHangul ? korean.exec(behind) : (passive.exec(behind) ?? active.exec(behind)))?.groups;
	return groups === undefined ? undefined : { what: (groups.what ?? '').replace(/\s/g, ' '), year: groups.year ?? '' };
}

function isHangulAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code >= 0xac00 && code <= 0xd7a3;
}

/** At most so many tellings of one event are kept. */
const maxTellings = 12;

/** The events of one term. */
export class DatedEvents {
	readonly #tellings = new Map<string, DatedEvent[]>();

	add(event: DatedEvent): void {
		const tellings = this.#tellings.get(event.what);
		if (tellings === undefined) {
			this.#tellings.set(event.what, [event]);
		} else if (
			tellings.length < maxTellings &&
			!tellings.some(({ year, document }) => year === event.year && document === event.document)
		) {
			tellings.push(event);
		}
	}

	/** The events for which documents give different years: one telling a year, each of another document, in the order of documents. */
	findDisagreements(): { readonly what: string; readonly tellings: readonly DatedEvent[] }[] {
		const found: { readonly what: string; readonly tellings: readonly DatedEvent[] }[] = [];
		for (const [what, tellings] of this.#tellings) {
			const chosen: DatedEvent[] = [];
			for (const telling of tellings) {
				// A document that gives two years speaks of two events.
				const isTwice = tellings.some(({ year, document }) => document === telling.document && year !== telling.year);
				if (!isTwice && chosen.every(({ year, document }) => year !== telling.year && document !== telling.document)) {
					chosen.push(telling);
				}
			}
			if (chosen.length > 1) {
				const years = chosen.map(({ year }) => year);
				const isKorean = isHangulAt(what, 0);
				found.push({ what: isKorean ? `${years.join(' 또는 ')}년 ${what}` : `${what} in ${years.join(' or ')}`, tellings: chosen });
			}
		}
		return found;
	}
}
