import type { NumberColumn } from './parts/columns.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import type { TermBits } from './parts/termBits.ts';
import { type NotedWindow, type PassageNotes, rankOf } from './passageNotes.ts';
import type { Question } from './question.ts';
import { type Norms, readGain, type Selection } from './ranking.ts';
import type { Scores } from './scores.ts';
import type { WorthRows } from './termChoice.ts';

/** Beside the bits of clauses the one that tells of a passage's own words. */
export const ownBit = 1 << 24;

/** Passages that are noted at a time: their notes take as much memory as is nearest to a processor. */
export const windowLength = 2_048;

/** The rows of a term in one field, as far as they were looked at. */
export interface Run extends WorthRows {
	at: number;
	readonly norms: Norms;
	readonly lengths: NumberColumn;
	readonly termBits: TermBits | undefined;
}

/** What is to be scored of each question, in the order in which a passage gains by it, so that its score is the same sum as on a scoreboard. */
export function listRuns(scores: Scores): ReadonlyMap<Question, Run[]> {
	const runs = new Map<Question, Run[]>();
	for (const { parts, worth, norms } of scores.weigh()) {
		for (const field of ['body', 'context'] satisfies Field[]) {
			for (const { question, weight, clause, [field]: rows } of parts) {
				const ofQuestion = runs.get(question) ?? [];
				runs.set(question, ofQuestion);
				const { part } = question.placed;
				const lengths = field === 'body' ? part.bodyLengths : part.contextLengths;
				const bits = (1 << (clause - 1)) | (field === 'body' ? ownBit : 0);
				const { from, to, termBits } = rows;
				ofQuestion.push({ at: from, from, to, times: weight * worth[field], norms: norms[field], lengths, bits, termBits });
			}
		}
	}
	return runs;
}

/** The first passage of the rows that were not looked at; `undefined` if there are none. */
export function findFirst(runs: readonly Run[], passages: Uint32Array): number | undefined {
	let first: number | undefined;
	for (const { at, to } of runs) {
		const next = at < to ? (passages[at] ?? 0) : Number.POSITIVE_INFINITY;
		first = next < (first ?? Number.POSITIVE_INFINITY) ? next : first;
	}
	return first;
}

/** A window of passages from `start` up to `end`. */
export interface OpenWindow {
	readonly start: number;
	readonly end: number;
	readonly window: NotedWindow;
	/** So many are noted. */
	count: number;
}

/** Notes the rows of one term that are of passages of the window. */
export function noteRun({ placed, asked, ofLanguage }: Question, run: Run, { rows }: PassageNotes, open: OpenWindow): void {
	const passages = rows.passages.values;
	const { start, end } = open;
	if (run.at === run.to || (passages[run.at] ?? 0) >= end) {
		return;
	}
	const { bits, scores, places } = open.window;
	const counts = rows.counts.values;
	const { documentNumbers } = placed.part;
	const { to, times, norms, lengths, bits: held } = run;
	const { gains } = norms;
	const isAll = asked === ofLanguage;
	let noted = open.count;
	let at = run.at;
	for (; at < to; at++) {
		const passage = passages[at] ?? 0;
		if (passage >= end) {
			break;
		}
		if (isAll || asked[documentNumbers[passage] ?? 0] === 1) {
			const length = lengths[passage] ?? 0;
			const count = counts[at] ?? 0;
			const gain = readGain(gains, norms, count, length);
			const place = passage - start;
			const before = bits[place] ?? 0;
			places[noted] = place;
			noted += Number(before === 0);
			bits[place] = before | held;
			scores[place] = (scores[place] ?? 0) + times * gain;
		}
	}
	run.at = at;
	open.count = noted;
}

/** What is asked of a passage: the bits of all clauses it needs, and whether those that hold them come first. */
interface Ranks {
	readonly needed: number;
	readonly fullFirst: boolean;
}

/** Takes what is noted of these passages into the selection, and leaves nothing noted of them. Gives how many hold all that is needed. */
export function takeWindow(selection: Selection, first: number, { window, count }: OpenWindow, { needed, fullFirst }: Ranks): number {
	const { bits, scores, places } = window;
	let { worstRank, worstScore } = selection;
	let full = 0;
	for (let at = 0; at < count; at++) {
		const place = places[at] ?? 0;
		const held = bits[place] ?? 0;
		const score = scores[place] ?? 0;
		bits[place] = 0;
		scores[place] = 0;
		const isFull = (held & needed) === needed;
		full += Number(isFull);
		const rank = fullFirst ? rankOf(isFull, (held & ownBit) !== 0) : 0;
		if (rank > worstRank || (rank === worstRank && score >= worstScore)) {
			selection.add(first + place, rank, score);
			({ worstRank, worstScore } = selection);
		}
	}
	return full;
}
