import { append } from '../../base/append.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import { findTableDefinitions, maxEntryWords } from './glossaryTables.ts';
import type { Reading } from './reading.ts';
import { determiners, stoppers } from './sentenceWords.ts';
import { isFiniteVerb } from './verbWords.ts';

/** At least so many entries make a glossary; fewer do where they are half of the lines below its heading. */
const minEntries = 4;
const minAlone = 2;

const glossaryTitle =
	/^(?:\d+[.)]?\s*)?(?:(?:list of )?(?:glossary|definitions?|terminology|vocabulary|abbreviations|acronyms)(?:\s(?:and|of|&)\s(?:terms|definitions|abbreviations|acronyms))?(?=$|\s(?:used|in|for|of|and)\b|[:.])|(?:(?:list of|key|technical|defined)\sterms|terms\s(?:and\s(?:definitions|abbreviations)|used|in\sthis))\b|words?\s(?:used|and\s(?:their\s)?meanings?)\b|what (?:the|our) words mean|meaning of (?:the |our )?(?:words|terms)|glossar|glossaire|glosario|begriffe|begriffsbestimmungen|lexique|lexikon)/iu;
const eastAsianTitle =
	/^(?:제?\d+[.)조장]?\s*)?용어(?:의?\s?(?:정의|뜻)|집|\s?정리|\s?해설|\s?설명|$)|^用語(?:集|の定義|の説明|解説|一覧|$)|^(?:术语|術語)/u;

/** `Asylum: protection that …`, `Asylum – protection that …`, `「자활급여」：…`, on a line of its own. */
const entryLine =
	/^(?:[-*•]\s+|\d{1,2}[.)]\s+)?(?:[「『【《〈（(]\s?(?<quoted>[^\s「」『』【】《》〈〉（）()][^「」『』【】《》〈〉（）()\n]{0,60}?)\s?[」』】》〉）)](?:\s?[:：]\s?|\s+[–—-]{1,2}\s+)|(?<term>[^\s:：–—][^:：–—\n]{0,70}?)(?:\s*:\s+|\s?：\s?|\s+[–—-]{1,2}\s+))(?<definition>\S[^\n]{5,600})$/u;

/**
 * What documents that are glossaries by form define, in them or in a part: heading and first sentence, a line with a term, a colon or dash, and its
 * text, a term on a line and its meaning on the next, and tables of terms and meanings.
 */
export function findGlossaryDefinitions(reading: Reading, score: number): DefinitionFinding[] {
	const { headings, text } = reading;
	const findings: DefinitionFinding[] = findTableDefinitions(text, score);
	for (let at = 0; at < headings.length; at++) {
		const heading = headings[at];
		if (heading === undefined || !isGlossaryTitle(heading.text.trim())) {
			continue;
		}
		let next = at + 1;
		while (next < headings.length && (headings[next]?.level ?? 0) > heading.level) {
			next++;
		}
		const entries = readHeadings(reading, at + 1, next, score);
		const end = headings[next]?.start ?? text.length;
		const readers = [() => entries, () => readLines(text, heading.end, end, score), () => readPairs(text, heading.end, end, score)];
		for (const read of readers) {
			const found = read();
			if (found.length >= minEntries || (found.length >= minAlone && areMost(text, heading.end, end, found))) {
				append(findings, found);
				break;
			}
		}
		at = next - 1;
	}
	append(findings, readUntitled(reading, score));
	return findings;
}

/** The text below a heading that is an entry is no longer. UTF-16 units. */
const maxEntryText = 400;
/** Whatever comes behind these in a sentence may have a verb of its own. */
const clauseStart = /[,;:(]|\b(?:that|which|who|whom|whose|where|when|than|after|before|while|because|if|as)\b/iu;
const relative = /\b(?:that|which|who|whom|whose|where|when|than)\b/iu;
const noEntry = /^(?:we|it|they|he|she|i|you|this|these|that|there|see|please|in|on|at|by|for|from|to|with|no|yes)\b/iu;

/**
 * Headings of one level, each with a line or two that is no sentence but says what it is (`The line that joins the deepest points of a river.`): a
 * glossary, whatever its title. Half of the lines part what they name from others by a clause; agendas and minutes in headwords do not.
 */
function readUntitled(reading: Reading, score: number): DefinitionFinding[] {
	const { headings, text } = reading;
	const found: DefinitionFinding[] = [];
	for (let from = 0; from < headings.length; ) {
		const level = headings[from]?.level;
		let to = from;
		while (to < headings.length && headings[to]?.level === level) {
			to++;
		}
		const isTitled = isGlossaryTitle(headings[from - 1]?.text.trim() ?? '');
		const entries = to - from < minEntries || isTitled ? [] : readHeadings(reading, from, to, score);
		const meant = entries.filter((entry) => isMeaning(reading, entry));
		const parted = meant.filter((entry) => relative.test(entry.text));
		const length = (headings[to]?.start ?? text.length) - (headings[from]?.start ?? 0);
		if (meant.length >= minEntries && meant.length === to - from && parted.length * 2 >= meant.length && length < to * maxEntryText) {
			append(found, meant);
		}
		from = to;
	}
	return found;
}

/** Whether the sentence only names what something is, and has no verb but in a clause. */
function isMeaning({ text }: Reading, { start, end }: Range): boolean {
	const sentence = text.slice(start, end);
	const words = tokenise(sentence.slice(0, clauseStart.exec(sentence)?.index ?? sentence.length));
	const isSaid = words.some(({ folded }, at) => {
		const next = words[at + 1]?.folded ?? '';
		return stoppers.has(folded)
			? folded !== 'and' && folded !== 'or'
			: isFiniteVerb(folded) || (folded.endsWith('ed') && determiners.has(next));
	});
	return !isSaid && !noEntry.test(sentence) && /[.。]$/u.test(sentence) && tokenise(sentence).length >= minMeaning;
}

const minMeaning = 5;

/** Whether the entries are half of what stands there: a long text with two colons in it is none. */
function areMost(text: string, from: number, to: number, entries: readonly DefinitionFinding[]): boolean {
	const isEntry = (start: number, end: number) =>
		entries.some((entry) => start < Math.max(entry.end, entry.termEnd) && Math.min(entry.start, entry.termStart) < end);
	let [own, others] = [0, 0];
	for (let start = from; start < to && others <= 2 * minEntries; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? to : Math.min(newline, to);
		if (text.slice(start, Math.min(end, start + maxLine)).trim() !== '') {
			if (isEntry(start, end)) {
				own++;
			} else {
				others++;
			}
		}
		start = end + 1;
	}
	return own >= others;
}

function isGlossaryTitle(title: string): boolean {
	return title.length < 100 && (glossaryTitle.test(title) || eastAsianTitle.test(title));
}

/** The headings from `first` up to `to`, each with the sentence below it. */
function readHeadings(reading: Reading, first: number, to: number, score: number): DefinitionFinding[] {
	const { headings, text } = reading;
	const entries: DefinitionFinding[] = [];
	for (let at = first; at < to; at++) {
		const entry = headings[at];
		const sentence = entry === undefined ? undefined : firstSentenceIn(reading, entry.end, headings[at + 1]?.start ?? text.length);
		if (entry !== undefined && sentence !== undefined && tokenise(entry.text).length <= maxEntryWords) {
			const termStart = text.indexOf(entry.text, entry.start);
			const hasTerm = termStart >= entry.start && termStart < entry.end;
			entries.push({
				term: entry.text,
				text: text.slice(sentence.start, sentence.end),
				termStart: hasTerm ? termStart : entry.start,
				termEnd: hasTerm ? termStart + entry.text.length : entry.end,
				definitionStart: sentence.start,
				definitionEnd: sentence.end,
				score,
				start: sentence.start,
				end: sentence.end,
			});
		}
	}
	return entries;
}

function readLines(text: string, from: number, to: number, score: number): DefinitionFinding[] {
	const entries: DefinitionFinding[] = [];
	for (let start = from; start < to; ) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? to : Math.min(newline, to);
		for (const part of end - start > maxLine ? [] : partLine(text, { start, end })) {
			const entry = readEntry(text, part, score);
			if (entry !== undefined) {
				entries.push(entry);
			}
		}
		start = end + 1;
	}
	return entries;
}

/** Lines that are longer hold no entries. */
const maxLine = 6_000;

/** `「수급권자」：`, `부양의무자：`: where an entry begins. */
const wideEntry = /(?:^|(?<=\s)|(?=[「『【（]))(?:[「『【（][^「」『』【】（）\n]{1,40}[」』】）]|[^\s：「」『』【】（）()]{1,30})\s?：/gu;

/** The line, or, where its entries have wide colons and stand one behind the other, each of them. */
function partLine(text: string, { start, end }: Range): Range[] {
	const line = text.slice(start, end);
	const starts = line.includes('：') ? [...line.matchAll(wideEntry)].map(({ index }) => index) : [];
	return starts.length < 2
		? [{ start, end }]
		: starts.map((entry, at) => ({ start: start + entry, end: start + (starts[at + 1] ?? line.length) }));
}

function readEntry(text: string, { start, end }: Range, score: number): DefinitionFinding | undefined {
	const line = end - start > 700 ? '' : text.slice(start, end).trimEnd();
	const lead = line.length - line.trimStart().length;
	const match = entryLine.exec(line.trimStart());
	const term = match?.groups?.quoted ?? match?.groups?.term ?? '';
	const definition = match?.groups?.definition ?? '';
	const wordCount = tokenise(term).length;
	if (match === null || wordCount === 0 || wordCount > maxEntryWords) {
		return undefined;
	}
	const termStart = start + lead + match[0].indexOf(term);
	const definitionStart = start + line.length - definition.length;
	const place = { definitionStart, definitionEnd: definitionStart + definition.length, start: start + lead, end: start + line.length };
	return { term, text: line.slice(lead), termStart, termEnd: termStart + term.length, score, ...place };
}

/** A term on a line, and what it means on the next, as lists of definitions of web pages are: line by line, up to an empty one. */
function readPairs(text: string, from: number, to: number, score: number): DefinitionFinding[] {
	const pairs: DefinitionFinding[] = [];
	let before: Range | undefined;
	for (let lineStart = from; lineStart < to; ) {
		const newline = text.indexOf('\n', lineStart);
		const lineEnd = newline < 0 ? to : Math.min(newline, to);
		const written = text.slice(lineStart, Math.min(lineEnd, lineStart + 700)).trimEnd();
		const line = written.trimStart();
		const start = lineStart + written.length - line.length;
		const end = start + line.length;
		const isMeaning = before !== undefined && /[.!。]$/u.test(line) && line.length >= 12;
		if (isMeaning && before !== undefined) {
			const place = { definitionStart: start, definitionEnd: end, start, end };
			const term = text.slice(before.start, before.end);
			pairs.push({ term, text: line, termStart: before.start, termEnd: before.end, score, ...place });
		}
		const isTerm = !isMeaning && line !== '' && line.length <= 80 && !/[.!?:;,。]$/u.test(line) && tokenise(line).length <= maxEntryWords;
		before = isTerm ? { start, end } : undefined;
		lineStart = lineEnd + 1;
	}
	return pairs;
}

function firstSentenceIn(reading: Reading, from: number, to: number): Range | undefined {
	const sentence = reading.sentences[findLastAtOrBefore(reading.sentences, from - 1) + 1];
	return sentence !== undefined && sentence.end <= to && sentence.end - sentence.start > 8 ? sentence : undefined;
}
