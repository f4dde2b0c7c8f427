import { makeStepTest, type Steps, takeAllSteps } from '../base/steps.ts';
import { EntryLines } from './entryLines.ts';
import { goesOnBehindOrdinal, leadsToOrdinal } from './ordinals.ts';
import type { Range } from './range.ts';

/** One locale for all: Unicode's sentence rules hardly differ by language, and a text may mix several. */
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Intl.Segmenter is called on parts of at most this length, so that a line of megabytes costs no more than its length. */
const maxSegmentedLength = 20_000;

function set(words: string): ReadonlySet<string> {
	return new Set(words.split(' '));
}

/** Always followed by a name or more of the sentence. */
const neverLast = set(
	'mr mrs ms messrs mme mlle cllr dr drs prof rev fr hon gen col maj capt cmdr lt sgt cpl pvt adm brig gov sen rep pres supt insp atty st ste mt ft ' +
		'e.g i.e eg ie cf vs v viz approx aprox ca resp incl esp dir asst assoc dept univ',
);
/** Followed by a number: part of the reference if one follows. */
const beforeNumber = set(
	'no nos p pp vol vols fig figs art arts sec secs ch chap para paras par eq ed eds tab app ex sect ser nr pt cl reg ext tel op lit ver col ' +
		'pagg págs ziff abschn jän okt dez',
);
/** `Certificate No. GB 2291`: part of the reference if letters and a number follow. In small letters it is an answer. */
const beforeCode = /^Nos?$/;
/** What a number is of, before `No.`: `Inv. No. 1951.44`. */
const beforeNo = set('Inv Acc Cat Reg Ref Ser Lic Pat Cert Tel');
/** May end a sentence: goes on unless a word follows that often begins one. */
const maybeLast = set(
	'u.s u.k u.n e.u d.c u.s.a u.s.s.r a.m p.m etc al inc corp co ltd llc plc bros jr sr ph.d m.d b.a m.a ll.b ll.m j.d esq b.c a.d a.k.a ' +
		'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat ave blvd rd calif conn fla ga ill ind kan ky la mass md ' +
		'mich minn miss mo neb nev okla ore pa tenn tex va vt wash wis wyo ariz ala ark colo del est min max ibid rel',
);
const frequentStarters = set(
	'the a an this that these those he she it they we i you his her its their our my your in on at by for from to with as of but and or so yet if when while ' +
		'after before since although though because however moreover meanwhile there here one some many most all no not such both each what who how why ' +
		'where according during under among another other even still also then thus',
);

/**
 * The sentences of a text (or of the part `within`) in order: trimmed, without overlap, never across an empty line. A heading line, a row of a
 * table and an item of a list begin their own; closing quotation marks stay with their sentence; `Dr. Lee left the U.S. in No. 5. He` is two.
 * Intl.Segmenter finds the breaks, then those behind abbreviations and initials are taken back. A line break inside a paragraph is a space.
 */
export function splitSentences(text: string, within: Range = { start: 0, end: text.length }): Range[] {
	return takeAllSteps(splitSentencesInSteps(text, within));
}

/** `splitSentences`, some 20,000 units a step. */
export function* splitSentencesInSteps(text: string, within: Range = { start: 0, end: text.length }): Steps<Range[]> {
	const sentences: Range[] = [];
	const isStepDue = makeStepTest(maxSegmentedLength);
	for (const block of findBlocks(text, within)) {
		let start = -1;
		let end = -1;
		for (const pieces of segment(text, block)) {
			for (const piece of pieces) {
				if (start >= 0 && continues(text, start, end, piece)) {
					end = piece.end;
				} else {
					if (start >= 0) {
						sentences.push({ start, end });
					}
					[start, end] = [piece.start, piece.end];
				}
			}
			if (isStepDue(end)) {
				yield;
			}
		}
		if (start >= 0) {
			sentences.push({ start, end });
		}
	}
	return sentences;
}

/** Runs of lines that belong together: up to an empty line, a heading line, the next row of a table, item of a list or entry. */
function findBlocks(text: string, within: Range): Range[] {
	const blocks: Range[] = [];
	let start = -1;
	let lastIsHeading = false;
	let lastIsRow = false;
	const entries = new EntryLines();
	const close = (end: number) => {
		if (start >= 0) {
			blocks.push({ start, end });
			start = -1;
		}
	};
	for (let at = within.start; at < within.end; ) {
		const newline = text.indexOf('\n', at);
		const end = newline < 0 || newline > within.end ? within.end : newline;
		const opening = text.slice(at, Math.min(end, at + 200)).trimStart();
		if (opening === '' && text.slice(at, end).trim() === '') {
			close(at);
		} else {
			const isHeading = /^#{1,6}\s/.test(opening);
			// A row of a table, as its readers write it.
			const isRow = opening.includes('\t');
			const isItem = /^(?:[-*+•‣–]\s|\(?\d{1,3}[.)]\s|\([a-z]{1,3}\)\s["“‘]|\|)/.test(opening);
			// `… trat am` with `2. März 2021` in the next line.
			const isOrdinal = isItem && start >= 0 && /^\d{1,3}\.\s/.test(opening) && leadsToOrdinal(text.slice(Math.max(start, at - 20), at));
			if (lastIsHeading || isHeading || lastIsRow || isRow || (isItem && !isOrdinal)) {
				close(at);
			}
			for (const entry of entries.next(text.slice(at, end), at, start < 0)) {
				if (entry > start) {
					close(entry);
					start = entry;
				}
			}
			start = start < 0 ? at : start;
			lastIsHeading = isHeading;
			lastIsRow = isRow;
		}
		at = end + 1;
	}
	close(within.end);
	return blocks;
}

/**
 * The full stop behind a whole word, or a year, before a sentence that begins with a number: `many died. 214 people …`, `Crews were paid. § 12 of …`, which Unicode's
 * rules take for one sentence, since a small letter follows. A word of four letters and more: shorter ones are often short forms (`Abs. 2 des`).
 */
const stopBeforeNumber = /(?<=\p{Ll}{4}|\s\d{4})\.(?=\s(?:§{1,2}\s?)?\d[\d.,]{0,12}\s\p{Ll})/gu;

/** The segmenter's pieces of a block, trimmed, part by part of the longest length; those without a letter or digit are left with the piece before. */
function* segment(text: string, block: Range): Iterable<Range[]> {
	for (let from = block.start; from < block.end; ) {
		let to = Math.min(block.end, from + maxSegmentedLength);
		if (to < block.end) {
			const space = text.lastIndexOf(' ', to);
			to = space > from + maxSegmentedLength / 2 ? space + 1 : to;
		}
		const isCut = to < block.end;
		const part = text.slice(from, to).replaceAll('\n', ' ');
		const pieces: Range[] = [];
		let next = to;
		for (const { segment: sentence, index } of segmenter.segment(part)) {
			const start = from + index;
			if (isCut && start > from && start + sentence.length >= to) {
				// The last piece of a part may go on in the next one: read it again from its start.
				next = start;
				break;
			}
			let begun = 0;
			for (const { index: stop } of [...sentence.matchAll(stopBeforeNumber), { index: sentence.length - 1 }]) {
				const written = sentence.slice(begun, stop + 1);
				const lead = written.length - written.trimStart().length;
				if (lead < written.length) {
					pieces.push({ start: start + begun + lead, end: start + begun + written.trimEnd().length });
				}
				begun = stop + 1;
			}
		}
		from = next;
		yield pieces;
	}
}

/** Whether the piece goes on with the sentence before it. */
function continues(text: string, start: number, end: number, piece: Range): boolean {
	const before = text.slice(Math.max(start, end - 40), end);
	const after = text.slice(piece.start, Math.min(piece.end, piece.start + 40));
	if (!/[\p{L}\p{N}]/u.test(text.slice(piece.start, Math.min(piece.end, piece.start + 200)))) {
		return true;
	}
	// `"Is it so?" he asked` and `(See also …)` inside a sentence.
	if (/^\p{Ll}/u.test(after) && /[?!…]["'”’»)\]]*$/u.test(before)) {
		return true;
	}
	// A Japanese quotation with the particle that quotes it: `「行く。」と言った。`
	if (/[」』]$/.test(before) && /^(?:と|って|など)/.test(after)) {
		return true;
	}
	// A numbered heading on one line: `Section 6. Workers’ Rights`.
	if (
		end - start <= 20 &&
		/^(?:section|chapter|part|article|annex|appendix|table|figure|title) [\divxIVX]{1,5}\.$/i.test(text.slice(start, end))
	) {
		return true;
	}
	// The number of a list item or a paragraph: `1.`, `(a)`, `IV.`.
	if (end - start <= 6 && /^\(?(?:\d{1,3}|[a-z]|[ivxIVX]{1,4})[.)]{1,2}$/.test(text.slice(start, end))) {
		return true;
	}
	if (goesOnBehindDay(before, text.slice(end, piece.start), after)) {
		return true;
	}
	if (!before.endsWith('.')) {
		return false;
	}
	if (goesOnBehindOrdinal(before, after)) {
		return true;
	}
	const word = lastWordOf(before.slice(0, -1));
	return word !== '' && word.length <= 20 && continuesAfterAbbreviation(word, after, before);
}

/** `2020. 3. 2.경부터`, `2024. 2. 15. 선고`, `2023. 12. 18.(월)`: days as Korea writes them, a full stop behind each number. What stands on the next line is no part of it. */
function goesOnBehindDay(before: string, gap: string, after: string): boolean {
	const numbers = /(?:^|[^\d.])(?:19|20)\d\d\.(?<month>\s?\d{1,2}\.(?<day>\s?\d{1,2}\.\(?)?)?$/u.exec(before)?.groups;
	if (numbers === undefined || (numbers.day === undefined && /^\d{1,2}\./u.test(after))) {
		return numbers !== undefined;
	}
	return numbers.month !== undefined && (gap === '' || (gap === ' ' && /^(?:[가-힣]|[~(,–-])/u.test(after)));
}

/** `Annex B.`, `Schedule C.`: a letter that tells one of several, and no initial of a name. */
const letteredPart =
	/(?:^|\s)(?:annex|appendix|exhibit|schedule|section|part|group|class|type|category|zone|block|vitamin|hepatitis) \p{Lu}\.$/iu;

/** What stands behind the last white space, dash or opening mark; a hyphen belongs to the word. */
function lastWordOf(before: string): string {
	let at = before.length;
	while (at > 0 && !/[\s(["'“‘—–]/.test(before.charAt(at - 1))) {
		at--;
	}
	return before.slice(at);
}

function continuesAfterAbbreviation(word: string, after: string, before: string): boolean {
	const lower = word.toLowerCase();
	const nextWord = /^["'“‘(]*([\p{L}\p{N}’'-]+)/u.exec(after)?.[1] ?? '';
	if (neverLast.has(lower)) {
		// `the St.` or `Ft.` are short forms only when capital; `fig` is a fruit, `no` an answer.
		return (
			lower.includes('.') ||
			/^\p{Lu}/u.test(word) ||
			['eg', 'ie', 'cf', 'vs', 'v', 'viz', 'approx', 'aprox', 'ca', 'resp', 'incl', 'esp'].includes(lower)
		);
	}
	if (beforeNumber.has(lower) && /^[\d§ivxIVX]/.test(nextWord)) {
		return true;
	}
	if ((beforeCode.test(word) && /^\p{Lu}{1,4}[ ./-]?\d/u.test(after)) || (beforeNo.has(word) && /^Nos?\.(?:\s|$)/.test(after))) {
		return true;
	}
	if (maybeLast.has(lower) && (/^\p{Lu}/u.test(word) || lower === 'etc' || lower === 'al' || lower.includes('.'))) {
		return !frequentStarters.has(nextWord.toLowerCase());
	}
	// Initials: `J. Edgar`, `M.L. King`, not `vitamin C. The` and not `World War I. It`.
	if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) {
		const isInitial = !letteredPart.test(before) && (word !== 'I' || /(?:^|\s)[\p{Lu}]\p{Ll}+ I\.$/u.test(before) === false);
		return isInitial && /^\p{Lu}/u.test(nextWord) && !frequentStarters.has(nextWord.toLowerCase());
	}
	return false;
}
