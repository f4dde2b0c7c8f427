import { mergeInSteps } from '../../base/sortInSteps.ts';
import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Heading } from '../../library/document.ts';
import { foldWord } from '../../text/normalise.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { endsInTitle } from './koreanPeople.ts';
import { type MailMark, readMailMark } from './mailMarks.ts';
import { isHead, titles } from './nameLists.ts';
import { chooseTranscriptLabels, type LabelCandidate, readTranscriptLabel, type TranscriptLabel } from './transcriptLabels.ts';

/** What one of several says or writes in a document: a speaker's words in a transcript, a mail, what a reply quotes of another mail. */
export interface Utterance extends Range {
	/** As a reader would name them; null where only a role's letter (`Q`) or nothing tells. */
	readonly speaker: string | null;
	/** The day of a mail, EDTF; null if it is not told. */
	readonly date: string | null;
	/** Whether it stands in the document as another one's words, a mail within a mail: the document's day is not that of it. */
	readonly isQuoted: boolean;
}

/** Who says what in a document in which several speak. */
export interface Utterances {
	/** Ordered by start; one may hold others: what a mail quotes. */
	readonly all: readonly Utterance[];
	/** Those who have a name, and not only a part to play or an address. */
	readonly people: readonly string[];
	/** `DR. SANA QURESHI:`, `From: …`, the `>` of a quotation: what names or marks an utterance and is no part of a sentence. Ascending. */
	readonly labels: readonly Range[];
}

export const noUtterances: Utterances = { all: [], people: [], labels: [] };

/** Lines longer than this are looked at no further: a label stands at the beginning. */
const maxLabel = 400;

/**
 * Finds the labels of transcripts (`DR. SANA QURESHI: We closed …`, `Sana Qureshi  00:12:33` over her words), headers of mails and the lines by which
 * replies quote. A label counts only where it is surely a speaker's (`chooseTranscriptLabels`): `Note: …` is none. Linear in the text's length.
 */
export function* findUtterances(text: string, headings: readonly Heading[]): Steps<Utterances> {
	const isStepDue = makeStepTest();
	const candidates: LabelCandidate[] = [];
	const mails: MailMark[] = [];
	/** The first line of a text is its title, unless who speaks there speaks again: `Q. LEE: Who signed it?` */
	let title: LabelCandidate | undefined;
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline;
		const mark = readMailMark(text, start, end);
		if (mark !== undefined) {
			mails.push(mark);
			start = Math.max(end, mark.end) + 1;
		} else {
			const label = readTranscriptLabel(text.slice(start, Math.min(end, start + maxLabel)), start);
			if (label !== undefined && !isHeading(headings, start)) {
				addCandidate(candidates, label, text);
			} else if (candidates.length === 0) {
				title ??= label;
			}
			start = end + 1;
		}
		if (isStepDue(start)) {
			yield;
		}
	}
	if (title !== undefined && candidates.some(({ key }) => key === title?.key)) {
		candidates.unshift(title);
	}
	const transcript = yield* chooseTranscriptLabels(candidates);
	if (transcript.length === 0 && mails.length === 0) {
		return noUtterances;
	}
	const all = yield* mergeInSteps(
		yield* toMails(text, headings, mails),
		yield* toTurns(text, headings, transcript),
		(a, b) => a.start - b.start || b.end - a.end,
	);
	const labels = yield* mergeInSteps(yield* toLines(text, mails), transcript, (a, b) => a.start - b.start);
	const names = new Set(transcript.flatMap(({ speaker, isNamed }) => (isNamed && speaker !== null ? [speaker] : [])));
	const people = new Set([...names].map(withoutTitle));
	yield;
	for (const name of new Set(mails.flatMap((mark) => mark.names))) {
		if (isPersonal(name)) {
			people.add(name);
		}
	}
	return { all, people: [...people], labels };
}

/** Labels one below the other, as the stations of a timetable are (`Skagen  09:12`), have nothing between them that is said: neither is what a row has behind it. */
function addCandidate(candidates: LabelCandidate[], label: LabelCandidate, text: string): void {
	const above = candidates.at(-1);
	const isRow = above !== undefined && !/\S/.test(text.slice(above.end, label.start));
	if (isRow) {
		candidates[candidates.length - 1] = { ...above, isSaid: false };
	}
	candidates.push(isRow && label.isAlone ? { ...label, isSaid: false } : label);
}

/** The innermost utterance that holds the range; `undefined` if none does. */
export function findUtterance({ all }: Utterances, range: Range): Utterance | undefined {
	const last = findLastAtOrBefore(all, range.start);
	for (let at = last; at >= 0 && last - at < maxNested; at--) {
		const utterance = all[at];
		if (utterance !== undefined && range.end <= utterance.end) {
			return utterance;
		}
	}
	return undefined;
}

/** A mail's own words may go on behind so many quotations; behind more they are nobody's. */
const maxNested = 400;

/** Whether the range lies in a label. */
export function isInLabel({ labels }: Utterances, range: Range): boolean {
	const label = labels[findLastAtOrBefore(labels, range.start)];
	return label !== undefined && range.end <= label.end;
}

function withoutTitle(name: string): string {
	if (/\p{Script=Hangul}/u.test(name)) {
		// `김재욱 위원장`, `위원장 김재욱`
		const words = name.split(' ');
		return words.find((word) => word.length === 3 && words.length > 1 && !endsInTitle(word)) ?? name;
	}
	const [first = '', ...rest] = name.split(' ');
	return rest.length > 0 && titles.has(foldWord(first.replace(/\.$/, ''))) ? rest.join(' ') : name;
}

/** `Ana Holt` of a mail; `Harbour Office` is none. */
function isPersonal(name: string): boolean {
	const words = name.split(/\s+/);
	return (
		words.length >= 2 &&
		words.length <= 4 &&
		words.every((word) => /^\p{Lu}[\p{L}\p{M}.’'-]*$/u.test(word)) &&
		!words.some((word) => isHead(foldWord(word)) || isOrdinaryWord(foldWord(word)))
	);
}

/** The sentence around a place without the label before it; the label alone where the place stands in one. */
export function withoutLabel(text: string, { labels }: Utterances, sentence: Range, place: Range): Range {
	let { start, end } = sentence;
	for (let at = findLastAtOrBefore(labels, sentence.end - 1); at >= 0; at--) {
		const label = labels[at] as Range;
		if (label.end <= start) {
			break;
		}
		if (label.start <= place.start && place.end <= label.end) {
			start = Math.max(start, label.start);
			end = Math.min(end, label.end);
			break;
		}
		if (label.start >= place.end) {
			end = Math.min(end, label.start);
		} else if (label.end <= place.start) {
			start = label.end;
			break;
		}
	}
	const words = text.slice(start, end);
	const from = start + words.length - words.trimStart().length;
	return { start: from, end: Math.max(place.end, from + words.trim().length) };
}

/** Each line of a header says a thing of its own. */
function* toLines(text: string, marks: readonly Range[]): Steps<Range[]> {
	const isStepDue = makeStepTest();
	const lines: Range[] = [];
	for (const { start, end } of marks) {
		for (let at = start; at < end; ) {
			const newline = text.indexOf('\n', at);
			const lineEnd = newline < 0 ? end : Math.min(newline, end);
			lines.push({ start: at, end: lineEnd });
			at = lineEnd + 1;
		}
		if (isStepDue(end)) {
			yield;
		}
	}
	return lines;
}

function isHeading(headings: readonly Heading[], offset: number): boolean {
	const heading = headings[findLastAtOrBefore(headings, offset)];
	return heading !== undefined && offset < heading.end;
}

/** The start of the first heading behind the offset, which ends whatever is said; the text's end if there is none. */
function nextHeading(text: string, headings: readonly Heading[], offset: number): number {
	return headings[findLastAtOrBefore(headings, offset) + 1]?.start ?? text.length;
}

/** So many paragraphs may stand between two labels of which the first speaker says all. */
const maxTurnParagraphs = 12;

/** Where many speak, the words between two labels are the first speaker's; where few do, only those of the paragraph. */
function* toTurns(text: string, headings: readonly Heading[], labels: readonly TranscriptLabel[]): Steps<Utterance[]> {
	const isStepDue = makeStepTest();
	const turns: Utterance[] = [];
	for (const [at, label] of labels.entries()) {
		const next = labels[at + 1]?.start ?? text.length;
		const limit = Math.min(next, nextHeading(text, headings, label.end));
		const paragraph = findParagraphEnd(text, label.end, limit);
		const isClosed = next < text.length && limit === next && labels.length >= 4;
		const end = isClosed && countParagraphs(text, paragraph, limit) <= maxTurnParagraphs ? limit : paragraph;
		turns.push({ start: label.end, end, speaker: label.speaker, date: null, isQuoted: false });
		if (isStepDue(label.end)) {
			yield;
		}
	}
	return turns;
}

function findParagraphEnd(text: string, from: number, limit: number): number {
	// Asked of the words up to the next label alone: looking for an empty line in all of the text would take its length for each label.
	const words = text.slice(from, limit);
	// A label on a line of its own has its words below, perhaps behind an empty line.
	const end = words.indexOf('\n\n', words.length - words.trimStart().length);
	return end < 0 ? limit : from + end;
}

function countParagraphs(text: string, from: number, to: number): number {
	return text.slice(from, to).split('\n\n').length - 1;
}

/** Mails from one header to the next; what is quoted by `>`, as long as the marks go on. */
function* toMails(text: string, headings: readonly Heading[], marks: readonly MailMark[]): Steps<Utterance[]> {
	const isStepDue = makeStepTest();
	const mails: Utterance[] = [];
	/** Who was last said to have written what follows in so many `>`. */
	const writers: (MailMark | undefined)[] = [];
	const headers = marks.filter(({ kind }) => kind === 'header');
	// Where nobody writes to anybody, `>` may stand before any line.
	const isOfMails = marks.some(({ kind }) => kind !== 'quote');
	let header = 0;
	for (const [at, mark] of marks.entries()) {
		if (isStepDue(mark.start)) {
			yield;
		}
		if (mark.kind !== 'quote') {
			const isHeader = mark.kind === 'header';
			while (header < headers.length && (headers[header]?.start ?? 0) <= mark.start) {
				header++;
			}
			const mailEnd = startOfMail(headings, headers[header]?.start ?? text.length);
			writers.length = isHeader ? 0 : Math.min(writers.length, mark.depth + 1);
			writers[mark.depth + 1] = isHeader ? undefined : mark;
			const isMarked = !isHeader && marks[at + 1]?.kind === 'quote' && /^\s*$/.test(text.slice(mark.end, marks[at + 1]?.start));
			if (!isMarked && mark.end < mailEnd) {
				mails.push({
					start: mark.end,
					end: mailEnd,
					speaker: mark.writer,
					date: mark.date,
					isQuoted: !isHeader || !isOwnHeader(text, headings, mark),
				});
			}
			continue;
		}
		const end = findLineEnd(text, mark.end);
		const writer = writers[mark.depth];
		const last = mails.at(-1);
		if (last?.start !== undefined && last.speaker === (writer?.writer ?? null) && last.end === mark.start - 1 && mark.depth > 0) {
			mails[mails.length - 1] = { ...last, end };
		} else {
			mails.push({ start: mark.end, end, speaker: writer?.writer ?? null, date: writer?.date ?? null, isQuoted: isOfMails });
		}
	}
	return mails;
}

/** What a document begins with is its own header, behind headings perhaps; `-----Original Message-----` is over none. */
function isOwnHeader(text: string, headings: readonly Heading[], { start }: Range): boolean {
	const above = headings[findLastAtOrBefore(headings, start)]?.end ?? 0;
	const isFirst = start <= maxAbove && (headings[0]?.start ?? 0) < maxAbove && !/\S/.test(text.slice(Math.min(start, above), start));
	return isFirst && !/^\s*(?:[-_–—]{3}|Begin forwarded|Anfang der weitergeleiteten)/.test(text.slice(start, start + 40));
}

/** UTF-16 units. */
const maxAbove = 400;

function findLineEnd(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

/** A mail in a box begins with the heading over its header. */
function startOfMail(headings: readonly Heading[], header: number): number {
	const heading = headings[findLastAtOrBefore(headings, header - 1)];
	return heading !== undefined && header - heading.end <= 2 && header >= heading.end ? heading.start : header;
}
