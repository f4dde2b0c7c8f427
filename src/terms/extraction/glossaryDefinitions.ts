import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import type { Reading } from './reading.ts';

/** At least so many entries make a glossary. */
const minEntries = 4;

/** No entry's term has more words. */
const maxTermWords = 8;

const glossaryTitle =
	/^(?:\d+[.)]?\s*)?(?:glossary|definitions?|terms and definitions|glossary of terms|key terms|terminology|abbreviations and definitions)\b|^(?:\d+[.)]?\s*)?용어(?:의?\s?정의|집|\s?해설|\s?설명|$)/iu;

/** `Asylum: protection that …`, `Asylum – protection that …`, on a line of its own. */
const entryLine = /^(?:[-*•]\s+)?(?<term>[^\s:–—][^:–—\n]{1,70}?)(?:\s*:\s+|\s+[–—-]{1,2}\s+)(?<definition>\S[^\n]{8,600})$/u;

/** What documents that are glossaries by form define, in them or in a part: heading and first sentence, or a line with a term, a colon or dash, and its text. */
export function findGlossaryDefinitions(reading: Reading, score: number): DefinitionFinding[] {
	const { headings, text } = reading;
	const findings: DefinitionFinding[] = [];
	for (let at = 0; at < headings.length; at++) {
		const heading = headings[at];
		if (heading === undefined || !glossaryTitle.test(heading.text.trim())) {
			continue;
		}
		let next = at + 1;
		while (next < headings.length && (headings[next]?.level ?? 0) > heading.level) {
			next++;
		}
		const entries = readHeadings(reading, at + 1, next, score);
		const lines = entries.length >= minEntries ? [] : readLines(text, heading.end, headings[next]?.start ?? text.length, score);
		findings.push(...(entries.length >= minEntries ? entries : lines.length >= minEntries ? lines : []));
		at = next - 1;
	}
	return findings;
}

/** The headings from `first` up to `to`, each with the sentence below it. */
function readHeadings(reading: Reading, first: number, to: number, score: number): DefinitionFinding[] {
	const { headings, text } = reading;
	const entries: DefinitionFinding[] = [];
	for (let at = first; at < to; at++) {
		const entry = headings[at];
		const sentence = entry === undefined ? undefined : firstSentenceIn(reading, entry.end, headings[at + 1]?.start ?? text.length);
		if (entry !== undefined && sentence !== undefined && tokenise(entry.text).length <= maxTermWords) {
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
		const line = end - start > 700 ? '' : text.slice(start, end).trimEnd();
		const lead = line.length - line.trimStart().length;
		const match = entryLine.exec(line.trimStart());
		const term = match?.groups?.term ?? '';
		const definition = match?.groups?.definition ?? '';
		if (match !== null && tokenise(term).length > 0 && tokenise(term).length <= maxTermWords) {
			const termStart = start + lead + match[0].indexOf(term);
			const definitionStart = start + line.length - definition.length;
			entries.push({
				term,
				text: line.slice(lead),
				termStart,
				termEnd: termStart + term.length,
				definitionStart,
				definitionEnd: definitionStart + definition.length,
				score,
				start: start + lead,
				end: start + line.length,
			});
		}
		start = end + 1;
	}
	return entries;
}

function firstSentenceIn(reading: Reading, from: number, to: number): Range | undefined {
	const sentence = reading.sentences[findLastAtOrBefore(reading.sentences, from - 1) + 1];
	return sentence !== undefined && sentence.end <= to && sentence.end - sentence.start > 8 ? sentence : undefined;
}
