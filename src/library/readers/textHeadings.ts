import type { Heading } from '../document.ts';
import { parseDate } from '../metadata/date.ts';

const maxHeadingLength = 100;
const maxHeadingWords = 12;
/** Where more of the paragraphs look like headings, they are a list. Headings with a paragraph under each are half. */
const maxShare = 0.6;

/** `2.1 Methods`, `Chapter 3`, `PART II: THE ROAD`, `제2장 …`. */
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.? {1,3}\p{Lu}/u;
const named =
	/^(?:chapter|part|section|appendix|annex|book|kapitel|chapitre|capítulo) (?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)\b|^제 ?\d{1,3} ?[장절편]/iu;
const wellKnown =
	/^(?:abstract|summary|executive summary|introduction|background|methods?|methodology|results?|discussion|conclusions?|recommendations?|references|bibliography|acknowledge?ments?|notes|foreword|preface|appendix|annex|contents|table of contents|glossary)$/iu;

/** Whether a line is what only a section is called: numbered (`2.1 Methods`), or `Contents`, `Chapter 3`. */
export function isSectionHeading(line: string): boolean {
	return numbered.test(line) || named.test(line) || wellKnown.test(line);
}

/**
 * Finds headings in clean text without mark-up: lines that are paragraphs by themselves, short, without an end mark, and in capitals, numbered,
 * called what sections are called, or underlined. `title` is the heading already known; the others come under it.
 */
export function findTextHeadings(text: string, title: Heading | undefined): Heading[] {
	const headings: Heading[] = [];
	let paragraphs = 0;
	for (let start = 0; start < text.length; ) {
		const gap = text.indexOf('\n\n', start);
		const end = gap < 0 ? text.length : gap;
		paragraphs++;
		if (title && start <= title.start && title.start < end) {
			headings.push(title);
		} else if (end - start <= 2 * maxHeadingLength && gap >= 0) {
			const [line = '', ruler] = text.slice(start, end).split('\n');
			const level = ruler === undefined ? levelOf(line) : levelUnder(text.slice(start, end));
			if (level !== undefined) {
				headings.push({ level: title ? level + 1 : level, text: line, start, end: start + line.length });
			}
		}
		start = end + 2;
	}
	return headings.length > Math.max(3, paragraphs * maxShare) ? (title ? [title] : []) : headings;
}

/** The level of a line with a ruler of `===` or `---` under it. */
function levelUnder(paragraph: string): number | undefined {
	const [line = '', ruler = '', ...more] = paragraph.split('\n');
	const isRuled = more.length === 0 && line.length <= maxHeadingLength && /\p{L}/u.test(line) && isRuler(ruler);
	return isRuled ? (ruler.startsWith('=') ? 1 : 2) : undefined;
}

/** Whether a line is drawn under a heading. */
function isRuler(line: string): boolean {
	return /^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/.test(line);
}

function levelOf(line: string): number | undefined {
	if (
		line.length > maxHeadingLength ||
		/[.,;!?:…。、，；！？：]$/u.test(line) ||
		parseDate(line) !== undefined ||
		(line.match(/\S+/gu)?.length ?? 0) > maxHeadingWords
	) {
		return undefined;
	}
	const number = numbered.exec(line)?.[1];
	if (number !== undefined) {
		return number.split('.').length;
	}
	if (named.test(line) || wellKnown.test(line)) {
		return 1;
	}
	// In Chinese or Japanese the capitals of one abbreviation are all the capitals there could be.
	const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
	const isCapitals = line === line.toUpperCase() && capitals * 2 >= (line.match(/\p{L}/gu)?.length ?? 0) && /\p{Lu}{4}/u.test(line);
	return isCapitals && !/\d{3}|[|=_\t]/u.test(line) ? 1 : undefined;
}
