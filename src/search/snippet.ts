import type { Range } from '../text/range.ts';

/** A line out of a passage, for lists. */
export interface Snippet {
	/** One line: runs of white space are single spaces. A cut end shows as `…`. */
	readonly text: string;
	/** Where the snippet begins in the document's text. */
	readonly start: number;
	/** Counted in the snippet's own text; ascending, without overlap. */
	readonly highlights: readonly Range[];
}

/**
 * Cuts one line of at most `maxLength` units out of a hit's passage, around the place where most of its highlights stand close together, and
 * the longest ones: there a phrase beats its words. Cut at word ends where there are any. What stands before the first highlight takes a
 * quarter at most, where more than that follows, and never more than `maxLead` units, so that a narrow list still shows it. `text` is the document's clean
 * text, in which `hit` counts.
 */
export function makeSnippet(
	text: string,
	hit: Range & { readonly highlights: readonly Range[] },
	maxLength: number,
	maxLead = maxLength,
): Snippet {
	const passage = text.slice(hit.start, hit.end);
	const marks = hit.highlights
		.filter((mark) => mark.start >= hit.start && mark.end <= hit.end)
		.map((mark) => ({ start: mark.start - hit.start, end: mark.end - hit.start }));
	const room = Math.max(1, maxLength - 2);
	if (passage.length <= maxLength && (marks[0]?.start ?? 0) <= maxLead) {
		return foldLine(passage, marks, hit.start, '', '');
	}
	const first = findDensest(marks, room);
	const lead = Math.min(first, Math.floor(room / 4));
	// At the end of the passage the room behind would stay empty: begin earlier.
	const filled = Math.min(first - lead, Math.max(0, passage.length - room));
	const start = toWordStart(passage, Math.max(filled, first - maxLead), first);
	const end = toWordEnd(passage, Math.min(passage.length, start + room), start);
	const inside = marks
		.filter((mark) => mark.start < end && mark.end > start)
		.map((mark) => ({ start: Math.max(0, mark.start - start), end: Math.min(end, mark.end) - start }));
	return foldLine(passage.slice(start, end), inside, hit.start + start, start > 0 ? '…' : '', end < passage.length ? '…' : '');
}

/** The start of the mark from which a window of this length holds the most marked text; of equals the first. 0 without marks. */
function findDensest(marks: readonly Range[], length: number): number {
	let best = marks[0]?.start ?? 0;
	let most = 0;
	let sum = 0;
	let last = 0;
	for (let from = 0; from < marks.length; from++) {
		const start = marks[from]?.start ?? 0;
		for (let next = marks[last]; next !== undefined && next.end <= start + (length * 3) / 4; next = marks[last]) {
			sum += next.end - next.start;
			last++;
		}
		if (sum > most) {
			[best, most] = [start, sum];
		}
		if (last > from) {
			sum -= (marks[from]?.end ?? 0) - start;
		} else {
			last = from + 1;
		}
	}
	return best;
}

/** The start of the first word at or after `at`, but no later than `limit`. */
function toWordStart(text: string, at: number, limit: number): number {
	if (at === 0 || /\s/.test(text.charAt(at - 1))) {
		return at;
	}
	const space = text.slice(at, limit).search(/\s/);
	return space < 0 ? Math.min(limit, notInsideCharacter(text, at, 1)) : at + space + 1;
}

/** The end of the last whole word at or before `at`; `at` itself where a script has no spaces. */
function toWordEnd(text: string, at: number, start: number): number {
	if (at >= text.length || /\s/.test(text.charAt(at))) {
		return at;
	}
	let end = at;
	while (end > start && end > at - 40 && !/\s/.test(text.charAt(end - 1))) {
		end--;
	}
	return end > start && end > at - 40 ? end : Math.max(start, notInsideCharacter(text, at, -1));
}

/** The first place from this one on, by steps of so much, that is not inside of a character: one of a pair, a mark on a letter, a later letter of a syllable that Hangul is taken apart to. */
function notInsideCharacter(text: string, at: number, step: 1 | -1): number {
	for (let place = at; place > 0 && place < text.length && Math.abs(place - at) < maxCharacterLength; place += step) {
		if (!goesOn.test(text.slice(place, place + 2))) {
			return place;
		}
	}
	return at;
}

const goesOn = /^(?:[\p{M}\u1160-\u11ff\uff9e\uff9f\u200d]|[\udc00-\udfff])/u;

/** More marks on one letter are a flood of them. */
const maxCharacterLength = 16;

/** Folds white space, and moves the highlights along. */
function foldLine(raw: string, marks: readonly Range[], start: number, before: string, after: string): Snippet {
	const positions = new Map<number, number>();
	for (const mark of marks) {
		positions.set(mark.start, 0);
		positions.set(mark.end, 0);
	}
	let line = before;
	let isInSpace = true;
	for (let at = 0; at <= raw.length; at++) {
		const character = raw.charAt(at);
		const isSpace = character !== '' && /\s/.test(character);
		if (isSpace && !isInSpace) {
			positions.set(at, line.length);
			line += ' ';
		} else {
			if (positions.has(at)) {
				positions.set(at, line.length);
			}
			line += isSpace ? '' : character;
		}
		isInSpace = isSpace;
	}
	const trimmed = line.trimEnd();
	const highlights = marks
		.map((mark) => ({ start: positions.get(mark.start) ?? 0, end: Math.min(trimmed.length, positions.get(mark.end) ?? 0) }))
		.filter((mark) => mark.start < mark.end);
	return { text: trimmed + after, start, highlights };
}
