import type { Range } from '../../text/range.ts';
import type { Reading } from './reading.ts';

/** The words of one sentence and what stands between them. `gaps[i]` is before word `i`, trimmed; the last one is behind the last word. */
export interface SentenceWords {
	readonly words: readonly string[];
	readonly gaps: readonly string[];
	/** Offsets in the document. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	readonly range: Range;
}

/** Words of a sentence beyond these are not looked at. */
const maxWords = 130;

/** The words of a reading's sentence. */
export function readSentenceWords(reading: Reading, index: number): SentenceWords {
	const range = reading.sentences[index] ?? { start: 0, end: 0 };
	const words: string[] = [];
	const gaps: string[] = [];
	const starts: number[] = [];
	const ends: number[] = [];
	const first = reading.firstTokens[index] ?? 0;
	const to = Math.min(reading.firstTokens[index + 1] ?? first, first + maxWords);
	let last = range.start;
	for (let at = first; at < to; at++) {
		const token = reading.tokens[at];
		if (token === undefined || token.end > range.end) {
			break;
		}
		// `[12]`, `[link]`: the mark of a note or a reference is no word of the sentence.
		if (isReference(reading.text, token)) {
			continue;
		}
		gaps.push(readGap(reading.text, last, token.start));
		words.push(token.folded);
		starts.push(token.start);
		ends.push(token.end);
		last = token.end;
	}
	gaps.push(readGap(reading.text, last, range.end));
	return { words, gaps, starts, ends, range };
}

/** Whether a word stands alone in square brackets. */
function isReference(text: string, word: Range): boolean {
	const before = text[word.start - 1] === ' ' ? text[word.start - 2] : text[word.start - 1];
	const behind = text[word.end] === ' ' ? text[word.end + 1] : text[word.end];
	return before === '[' && behind === ']';
}

function readGap(text: string, from: number, to: number): string {
	if (to - from === 1 && text.charCodeAt(from) === 0x20) {
		return '';
	}
	const gap = text.slice(from, to).trim();
	return gap.includes('[') ? gap.replace(/\[[^[\]]{0,24}\]/g, '').trim() : gap;
}

/** Whether what stands between two words parts them: anything but a hyphen, a slash, quotation marks and emphasis. */
export function parts(gap: string): boolean {
	return gap !== '' && !/^[-‐‑/&"“”‘’'`*_]+$/.test(gap);
}

export function wordSet(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

export const articles = wordSet('a an the');

/** Before a noun, and no part of a term. */
export const determiners = wordSet(
	'a an the this that these those its his her their our my your each every any some no all both another other such many most several few one two three',
);

/** Between the words of one term: `balance of payments`, `right to work`. */
export const joints = wordSet('of');

export const prepositions = wordSet(
	'in on at by for from to with without within into onto upon about across after against along among around as before behind below beneath between beyond despite down during inside like near off out outside over past per since through throughout till toward towards under until up via than unlike according',
);

/** Where a clause begins, or what is no noun: a phrase that is read backwards stops behind these. */
export const stoppers = wordSet(
	`and or but nor so yet that which who whom whose what when where while whereas whether because although though if unless how why since
	is are was were be been being am has have had having do does did doing will would shall should can could may might must cannot not
	it he she they we you i him them us me himself itself themselves there here also then thus hence therefore however moreover furthermore too very
	called known termed named dubbed labeled labelled titled said referred defined means mean meant refers include includes included including
	i.e e.g eg ie etc et al`,
);

/** What may open a clause before its subject. */
export const connectives = wordSet(
	'however thus therefore hence also then so finally similarly likewise moreover furthermore next first second third here now and but or generally basically usually often sometimes recently typically again still while whereas where',
);
