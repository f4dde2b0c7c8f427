import type { Range } from '../text/range.ts';

/** Where a name stood. */
export interface HeadPlace {
	readonly sentence: number;
	readonly end: number;
}

/** What a name ends in that may stand for it with an article; of things and bodies only, since `the river` and `the church` may be any. */
const heads: ReadonlySet<string> = new Set(
	`project programme program scheme initiative bridge dam tunnel hospital stadium refinery reactor plant mine port airport railway canal lighthouse museum institute
	foundation society association union trust agency authority commission council company corporation bank fund party university college election referendum
	plebiscite festival act treaty convention earthquake eruption`.split(/\s+/),
);

const maxHead = 14;

/** The last word of the name that ends at `end`, in small letters, if it may stand for the whole: `project` of `Orrin Dam Project`. */
export function findHead(text: string, end: number): string | undefined {
	const [, head = ''] = /[\p{L}\p{N}’'-]\s(\p{Lu}\p{Ll}{2,})$/u.exec(text.slice(Math.max(0, end - maxHead - 3), end)) ?? [];
	const folded = head.toLowerCase();
	return heads.has(folded) ? folded : undefined;
}

/** `The project cost $9.2 billion.`: what begins the sentence as its subject, by itself. */
export function readReference(text: string, sentence: Range): { readonly head: string; readonly place: Range } | undefined {
	const [whole = '', head = ''] =
		/^(?:[Tt]he|[Tt]his)\s(\p{Ll}{3,13})(?=,?\s\p{Ll})/u.exec(text.slice(sentence.start, sentence.start + maxHead + 8)) ?? [];
	if (
		!heads.has(head) ||
		/^\s(?:of|in|on|at|near|for|between|from|that|which|and|or)\s/.test(
			text.slice(sentence.start + whole.length, sentence.start + whole.length + 10),
		)
	) {
		return undefined;
	}
	const end = sentence.start + whole.length;
	return { head, place: { start: end - head.length, end } };
}

/** No more is looked through for another one of that word. UTF-16 units. */
const maxBetween = 1_000;

/** Whether another one may be meant: the word stands between, with anything but `the` before it. */
export function standsBetween(text: string, from: number, to: number, head: string): boolean {
	if (to - from > maxBetween) {
		return true;
	}
	const between = text.slice(from, to).toLowerCase();
	for (let at = between.indexOf(head); at >= 0; at = between.indexOf(head, at + 1)) {
		if (!between.slice(0, at).endsWith('the ')) {
			return true;
		}
	}
	return false;
}
