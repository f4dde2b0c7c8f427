import { makeStepTest, type Steps, takeAllSteps } from '../base/steps.ts';
import type { Range } from './range.ts';
import { splitSentencesInSteps } from './sentences.ts';

/** A part of a document that is searched, shown and quoted as one. */
export interface Passage extends Range {
	/** The texts of the headings above it, outermost first. */
	readonly headingPath: readonly string[];
}

/** What of a document decides where passages begin and end. `DocumentContent` fits. */
export interface PassageSource {
	readonly text: string;
	readonly headings: readonly (Range & { readonly level: number; readonly text: string })[];
	readonly notes?: readonly Range[];
	readonly quotes?: readonly Range[];
}

/** A paragraph, or the part of one that is a heading, a note or a pull quote. */
interface Block extends Range {
	readonly kind: 'body' | 'own' | 'heading';
	/** Of a heading. */
	readonly level: number;
	readonly text: string;
}

/**
 * Splits a document into passages, the unit of search. In order, never overlapping, each at most `maxLength` UTF-16 units.
 * A paragraph is a passage; short ones of one section are packed together up to half of `maxLength`, long ones split at sentence ends (a longer
 * sentence at a space). Notes and paragraphs with a pull quote are passages of their own.
 * For `"# Tides\n\nTwo a day."` this gives one passage, `Two a day.`, with heading path `['Tides']`; a heading with nothing under it, not even
 * a deeper heading's text, is a passage itself, under the headings above it.
 * Whitespace between passages belongs to none. Never throws: text without structure gives paragraphs, ranges outside the text are cut to it.
 */
export function splitPassages(content: PassageSource, maxLength?: number): Passage[] {
	return takeAllSteps(splitPassagesInSteps(content, maxLength));
}

/** `splitPassages`, some milliseconds a step. */
export function* splitPassagesInSteps(content: PassageSource, maxLength = 1_200): Steps<Passage[]> {
	const isStepDue = makeStepTest();
	const passages: Passage[] = [];
	const path: { level: number; text: string }[] = [];
	// Headings that wait for text under them.
	let waiting: { block: Block; headingPath: readonly string[] }[] = [];
	let pack: Range | undefined;

	const closePack = function* (): Steps<void> {
		if (pack !== undefined) {
			yield* addSplit(passages, content.text, pack, maxLength, textsOf(path));
			pack = undefined;
		}
	};
	const releaseWaiting = function* (fromLevel: number): Steps<void> {
		// In order of place: whoever waits with a level as deep as the new heading's will get no text any more.
		for (const { block, headingPath } of waiting.filter((heading) => heading.block.level >= fromLevel)) {
			yield* addSplit(passages, content.text, block, maxLength, headingPath);
		}
		waiting = waiting.filter((heading) => heading.block.level < fromLevel);
	};
	const blocks = findBlocks(content);
	yield;
	for (const block of blocks) {
		if (isStepDue(block.start)) {
			yield;
		}
		if (block.kind === 'heading') {
			yield* closePack();
			yield* releaseWaiting(block.level);
			while (path.length > 0 && (path.at(-1)?.level ?? 0) >= block.level) {
				path.pop();
			}
			waiting.push({ block, headingPath: textsOf(path) });
			path.push({ level: block.level, text: block.text });
			continue;
		}
		waiting = [];
		if (block.kind === 'own') {
			yield* closePack();
			yield* addSplit(passages, content.text, block, maxLength, textsOf(path));
		} else if (pack !== undefined && block.end - pack.start <= maxLength / 2) {
			pack = { start: pack.start, end: block.end };
		} else {
			yield* closePack();
			pack = { start: block.start, end: block.end };
		}
	}
	yield* closePack();
	yield* releaseWaiting(0);
	// A heading that stayed without text is only known to be one after those below it.
	return passages.sort((a, b) => a.start - b.start);
}

function textsOf(path: readonly { readonly text: string }[]): string[] {
	return path.map((heading) => heading.text);
}

/** Cuts the text at empty lines and at the edges of headings and notes; trimmed, in order. */
function findBlocks(content: PassageSource): Block[] {
	const { text } = content;
	const headings = inText(content.headings, text.length);
	const notes = inText(content.notes ?? [], text.length);
	const quotes = inText(content.quotes ?? [], text.length);
	const blocks: Block[] = [];
	let at = 0;
	let quoteAt = 0;
	for (const mark of [
		...headings.map((heading) => ({ ...heading, isHeading: true as const })),
		...notes.map((note) => ({ ...note, isHeading: false as const })),
	].sort((a, b) => a.start - b.start)) {
		if (mark.start < at) {
			continue;
		}
		quoteAt = addParagraphs(blocks, text, at, mark.start, quotes, quoteAt);
		addBlock(
			blocks,
			text,
			mark,
			mark.isHeading ? { kind: 'heading', level: mark.level, text: mark.text } : { kind: 'own', level: 0, text: '' },
		);
		at = mark.end;
	}
	addParagraphs(blocks, text, at, text.length, quotes, quoteAt);
	return blocks;
}

/** Those with a place in the text, cut to it, ascending. */
function inText<T extends Range>(ranges: readonly T[], length: number): T[] {
	return ranges
		.map((range) => ({ ...range, start: Math.max(0, range.start), end: Math.min(length, range.end) }))
		.filter((range) => range.start < range.end)
		.sort((a, b) => a.start - b.start);
}

/** Looks at the quotes from `firstQuote` on, and gives the first one that what comes later may lie in. */
function addParagraphs(blocks: Block[], text: string, from: number, to: number, quotes: readonly Range[], firstQuote: number): number {
	let quoteAt = firstQuote;
	let start = from;
	// An empty line may hold spaces: found line by line, in one pass.
	for (let at = from; at < to; ) {
		// Within the slice: in a giant line with many marks, the next line break is far behind each of them.
		const newline = text.slice(at, to).indexOf('\n');
		const end = newline < 0 ? to : at + newline;
		const isEmpty = text.slice(at, Math.min(end, at + 1_000)).trim() === '' && text.slice(at, end).trim() === '';
		if (isEmpty || end + 1 >= to) {
			const paragraph = { start, end: isEmpty ? at : end };
			while (quoteAt < quotes.length && (quotes[quoteAt]?.end ?? 0) <= paragraph.start) {
				quoteAt++;
			}
			const hasQuote = (quotes[quoteAt]?.start ?? Number.POSITIVE_INFINITY) < paragraph.end;
			addBlock(blocks, text, paragraph, { kind: hasQuote ? 'own' : 'body', level: 0, text: '' });
			start = end;
		}
		at = end + 1;
	}
	return quoteAt;
}

/** Adds the range without the white space around it; nothing if that is all there is. */
function addBlock(blocks: Block[], text: string, range: Range, rest: Pick<Block, 'kind' | 'level' | 'text'>): void {
	const raw = text.slice(range.start, range.end);
	const trimmed = raw.trim();
	if (trimmed !== '') {
		const start = range.start + (raw.length - raw.trimStart().length);
		blocks.push({ start, end: start + trimmed.length, ...rest });
	}
}

/** Adds the range as passages of at most `maxLength`, broken at sentence ends. */
function* addSplit(passages: Passage[], text: string, range: Range, maxLength: number, headingPath: readonly string[]): Steps<void> {
	if (range.end - range.start <= maxLength) {
		passages.push({ start: range.start, end: range.end, headingPath });
		return;
	}
	let current: Range | undefined;
	const sentences = yield* splitSentencesInSteps(text, range);
	for (const sentence of sentences.flatMap((found) => cutAtSpaces(text, found, maxLength))) {
		if (current !== undefined && sentence.end - current.start <= maxLength) {
			current = { start: current.start, end: sentence.end };
		} else {
			if (current !== undefined) {
				passages.push({ ...current, headingPath });
			}
			current = sentence;
		}
	}
	if (current !== undefined) {
		passages.push({ ...current, headingPath });
	}
}

/** Parts of at most `maxLength`: cut at the last white space that fits, or hard where there is none, but never inside a surrogate pair. */
function cutAtSpaces(text: string, range: Range, maxLength: number): Range[] {
	const parts: Range[] = [];
	let { start } = range;
	while (range.end - start > maxLength) {
		const window = text.slice(start, start + maxLength + 1);
		let length = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
		if (length < maxLength / 4) {
			const last = window.charCodeAt(maxLength - 1);
			length = last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength;
		}
		pushTrimmed(parts, text, start, start + length);
		start += length;
	}
	pushTrimmed(parts, text, start, range.end);
	return parts;
}

function pushTrimmed(parts: Range[], text: string, start: number, end: number): void {
	const raw = text.slice(start, end);
	const trimmed = raw.trim();
	if (trimmed !== '') {
		const from = start + raw.length - raw.trimStart().length;
		parts.push({ start: from, end: from + trimmed.length });
	}
}
