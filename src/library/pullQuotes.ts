import type { Range } from '../text/range.ts';
import type { Quote } from './document.ts';
import { hangulName, isFunctionWord, mayBeName, personName } from './metadata/names.ts';
import type { Edit } from './repair/edits.ts';

/** The pull quotes of a text, and the breaks that make each an own paragraph. All ranges count in the text before the edits. */
export interface PullQuotes {
	readonly quotes: readonly Quote[];
	/** Short lines set above a pull quote, which a scan runs together with the sentence before: `nowhere to turn`. */
	readonly displayTitles: readonly Range[];
	readonly edits: readonly Edit[];
}

/** What closes a quotation, and what opened it. */
const openingOf: ReadonlyMap<string, string> = new Map([
	['’', '‘'],
	['”', '“„'],
	['“', '„'],
	['"', '"'],
	['»', '«'],
	['›', '‹'],
	['」', '「'],
	['』', '『'],
]);

/** A closing mark, then a dash or a name: everything else is not looked at twice. */
const closing = /[’”“"»›」』](?=\s{0,2}(?:[-–—―~]{1,2}\s?\S|\p{Lu}|[가-힣]))/gu;
const maxQuoteLength = 2_000;
const minQuoteWords = 6;
/** Characters count for words where words are not parted by spaces. */
const minQuoteLength = 20;
/** The same for a quotation that is a paragraph by itself, with a speaker who has a role. */
const minOwnQuoteWords = 4;
const minOwnQuoteLength = 10;
const maxAttributionLength = 140;
const maxRoleWords = 14;
/** So many places are looked at in one text. A long book of dialogue has 5,000. */
const maxCandidates = 50_000;
const maxTitleWords = 8;
const maxTitleLength = 80;
/** So much text before a quotation says whether something leads into it. */
const maxLeadLength = 300;

/**
 * Finds pull quotes: a quotation of six words or more and right behind it who said it, `Name, role, role` or `— Name`, closing the paragraph, or
 * followed by a new sentence without any mark between. Dialogue (`“…,” she says.`) is none, nor is a quotation that a sentence leads to
 * (`Lee told me ‘…’`). For `… programs. a river without people ‘We used to …’ Ana Ruiz, fisher` the quotation becomes an own paragraph
 * together with its speaker, and so does the title above it. Linear: what is looked at around a mark is bounded.
 */
export function findPullQuotes(text: string): PullQuotes {
	const quotes: Quote[] = [];
	const displayTitles: Range[] = [];
	const edits: Edit[] = [];
	let done = 0;
	let looked = 0;
	for (const match of text.matchAll(closing)) {
		const closeAt = match.index;
		if (++looked > maxCandidates) {
			break;
		}
		const found = closeAt < done ? undefined : readPullQuote(text, done, closeAt);
		if (!found) {
			continue;
		}
		if (found.title) {
			displayTitles.push(found.title);
			addBreak(edits, text, found.title.start);
		}
		addBreak(edits, text, found.quote.start);
		if (found.parting) {
			edits.push(found.parting);
		}
		addBreak(edits, text, found.end);
		quotes.push(found.quote);
		done = found.end;
	}
	return { quotes, displayTitles, edits };
}

/** Puts an empty line at an offset, in the place of the white space around it. */
function addBreak(edits: Edit[], text: string, at: number): void {
	let start = at;
	let end = at;
	while (start > 0 && /\s/u.test(text[start - 1] ?? '')) {
		start--;
	}
	while (end < text.length && /\s/u.test(text[end] ?? '')) {
		end++;
	}
	const last = edits.at(-1);
	if (start === 0 || end === text.length || text.slice(start, end) === '\n\n' || (last && start < last.end) || (last && last.end === end)) {
		return;
	}
	edits.push({ start, end, replacement: '\n\n' });
}

interface FoundQuote {
	readonly quote: Quote;
	readonly title: Range | undefined;
	/** Closes the gap between a quotation and the speaker's own paragraph. */
	readonly parting: Edit | undefined;
	/** Where the attribution ends. */
	readonly end: number;
}

function readPullQuote(text: string, from: number, closeAt: number): FoundQuote | undefined {
	const windowStart = Math.max(from, closeAt - maxQuoteLength - 2 * maxLeadLength);
	const gap = text.slice(windowStart, closeAt).lastIndexOf('\n\n');
	const paragraphStart = gap < 0 ? windowStart : windowStart + gap + 2;
	const openAt = findOpening(text, Math.max(paragraphStart, closeAt - maxQuoteLength), closeAt);
	if (openAt === undefined) {
		return undefined;
	}
	const inner = text.slice(openAt + 1, closeAt).trim();
	// A quotation that is a paragraph by itself with its speaker may be shorter than one within the text.
	const mayBeShort = openAt === paragraphStart && /\s/u.test(text[closeAt + 1] ?? '');
	if (/[,，、]$/u.test(inner) || !isLongEnough(inner, mayBeShort)) {
		return undefined;
	}
	const attribution = readAttribution(text, closeAt + 1);
	if (!attribution || (!attribution.hasDash && attribution.role === null && !/[.!?…。！？]$/u.test(inner))) {
		return undefined;
	}
	if (attribution.role === null && !isLongEnough(inner, false)) {
		return undefined;
	}
	const lead = readLead(text, paragraphStart, openAt);
	if (!lead || (attribution.parting && lead.hasTextBefore)) {
		return undefined;
	}
	const quote = { start: openAt, end: closeAt + 1, speaker: attribution.speaker, role: attribution.role };
	return { quote, title: lead.title, parting: attribution.parting, end: attribution.end };
}

/** So many opening marks are tried before one is given up. */
const maxOpenings = 20;

function findOpening(text: string, from: number, closeAt: number): number | undefined {
	const part = text.slice(from, closeAt);
	let found = -1;
	for (const mark of openingOf.get(text[closeAt] ?? '') ?? '') {
		let at = part.lastIndexOf(mark);
		for (let tried = 0; at >= 0 && !isOpening(text, from + at) && tried < maxOpenings; tried++) {
			at = at === 0 ? -1 : part.lastIndexOf(mark, at - 1);
		}
		found = Math.max(found, at >= 0 && isOpening(text, from + at) ? at : -1);
	}
	return found < 0 ? undefined : from + found;
}

/** Whether a mark has a space or nothing before it and none behind. */
function isOpening(text: string, at: number): boolean {
	return (at === 0 || /[\s(]/u.test(text[at - 1] ?? '')) && /\S/u.test(text[at + 1] ?? '');
}

function isLongEnough(inner: string, mayBeShort: boolean): boolean {
	const [words, length] = mayBeShort ? [minOwnQuoteWords, minOwnQuoteLength] : [minQuoteWords, minQuoteLength];
	return (inner.match(/\S+/gu)?.length ?? 0) >= words || (/[\p{Lo}]/u.test(inner) && inner.length >= length);
}

interface Attribution {
	readonly speaker: string;
	readonly role: string | null;
	readonly hasDash: boolean;
	readonly end: number;
	readonly parting: Edit | undefined;
}

const attributionStart = new RegExp(
	`^(?<gap>\\s{0,2})(?<dash>[-–—―~]{1,2}\\s?)?(?<name>${personName}|${hangulName}(?: ?(?:씨|대표|활동가|기자|교수|소장|위원장))?)(?=[,，.(\\s]|$)`,
	'u',
);
const reporting =
	/\b(?:said|says?|saying|told|tells?|ask(?:s|ed)|add(?:s|ed)|writes?|wrote|explain(?:s|ed)|argue[sd]|recall(?:s|ed)|not(?:es|ed)|claim(?:s|ed)|according|repl(?:ies|ied)|insist(?:s|ed)|continue[sd]|remember(?:s|ed)|admit(?:s|ted)|warn(?:s|ed)|shout(?:s|ed)|whisper(?:s|ed)|think|thinks|thought|describe[sd]|puts?|was|were|is|are|has|had|have|who|which)\b/iu;

/** Reads who said it, right behind the closing mark. */
function readAttribution(text: string, at: number): Attribution | undefined {
	const slice = text.slice(at, at + maxAttributionLength + 1);
	const start = attributionStart.exec(slice);
	const speaker = start?.groups?.name;
	if (!start || speaker === undefined || !mayBeName(speaker)) {
		return undefined;
	}
	const hasDash = start.groups?.dash !== undefined;
	const standsApart = start.groups?.gap === '\n\n';
	const behind = slice.slice(start[0].length);
	const lineEnd = behind.indexOf('\n');
	const line = lineEnd < 0 ? behind : behind.slice(0, lineEnd);
	const endsHere = lineEnd >= 0 || at + start[0].length + behind.length >= text.length;
	const role = endsHere ? readClosingRole(line, hasDash) : undefined;
	if (role !== undefined) {
		const isSure = hasDash || role.text !== null;
		if (!isSure && (standsApart || !speaker.includes(' '))) {
			return undefined;
		}
		const parting = standsApart ? { start: at, end: at + 2, replacement: '\n' } : undefined;
		return { speaker, role: role.text, hasDash, end: at + start[0].length + line.trimEnd().length, parting };
	}
	const inner = readRoleBeforeSentence(line);
	return inner === undefined
		? undefined
		: { speaker, role: inner.trim(), hasDash, end: at + start[0].length + 1 + inner.length, parting: undefined };
}

/** The role where the attribution closes its line: everything behind the name, or nothing. Undefined if that is a sentence. */
function readClosingRole(line: string, hasDash: boolean): { readonly text: string | null } | undefined {
	const rest = line.trimEnd();
	if (rest === '' || (rest === '.' && hasDash)) {
		return { text: null };
	}
	const text = (/^[,，] ?(.+)$/u.exec(rest)?.[1] ?? /^ \((.+)\)$/u.exec(rest)?.[1])?.trim();
	if (text === undefined) {
		return undefined;
	}
	const role = hasDash ? text.replace(/\.$/u, '') : text;
	const isSentence = /[!?…:;“”"«»]|[.](?:\s|$)/u.test(role.replace(/\b(?:\p{Lu}|Dr|Mr|Ms|St|Jr|Sr)\./gu, '')) || reporting.test(role);
	return isSentence || role.split(' ').length > maxRoleWords ? undefined : { text: role };
}

/**
 * The role in the middle of a run-together page: words in small letters, then a new sentence with no mark between (`, sex worker, activist Over the
 * past decade`). Ordinary prose never reads like that. The sentence begins with a word such as `Over` or `The`; a name could belong to the role.
 */
function readRoleBeforeSentence(line: string): string | undefined {
	const words = /^[,，]((?: \p{Ll}[\p{L}\p{M}'’-]*,?){1,8}) (\p{Lu}\p{Ll}*)(?= \p{Ll})/u.exec(line);
	const [, role = '', next = ''] = words ?? [];
	const last = role.slice(role.lastIndexOf(' ') + 1);
	return words && isFunctionWord(next) && !isFunctionWord(last) && !last.endsWith(',') && !reporting.test(role) ? role : undefined;
}

const sentenceEnd = /[.!?…。！？][)\]"'”’»」』]{0,3}$/u;

/** What stands before the quotation in its paragraph: nothing, whole sentences, or a title behind them. Undefined if a sentence leads into it. */
function readLead(
	text: string,
	paragraphStart: number,
	openAt: number,
): { readonly title: Range | undefined; readonly hasTextBefore: boolean } | undefined {
	const leadStart = Math.max(paragraphStart, openAt - maxLeadLength);
	const lead = text.slice(leadStart, openAt).trimEnd();
	if (lead.trim() === '') {
		return { title: titleParagraphBefore(text, paragraphStart), hasTextBefore: false };
	}
	if (sentenceEnd.test(lead)) {
		return { title: undefined, hasTextBefore: true };
	}
	const ends = [...lead.matchAll(/[.!?…。！？][)\]"'”’»」』]{0,3}\s+/gu)].at(-1);
	if (!ends && leadStart > paragraphStart) {
		return undefined;
	}
	const titleStart = leadStart + (ends ? ends.index + ends[0].length : lead.length - lead.trimStart().length);
	const title = { start: titleStart, end: leadStart + lead.length };
	return isDisplayTitle(text.slice(title.start, title.end)) ? { title, hasTextBefore: titleStart > paragraphStart } : undefined;
}

/** A title that is the paragraph right before. */
function titleParagraphBefore(text: string, paragraphStart: number): Range | undefined {
	let end = paragraphStart;
	while (end > 0 && /\s/u.test(text[end - 1] ?? '')) {
		end--;
	}
	const windowStart = Math.max(0, end - maxTitleLength - 2);
	const gap = text.slice(windowStart, end).lastIndexOf('\n\n');
	if (end === 0 || (gap < 0 && windowStart > 0)) {
		return undefined;
	}
	const start = gap < 0 ? 0 : windowStart + gap + 2;
	const line = text.slice(start, end);
	return line.length <= maxTitleLength && !line.includes('\n') && isDisplayTitle(line) ? { start, end } : undefined;
}

const leadingWords =
	/\b(?:i|he|she|they|we|you|it|him|her|them|me|us|who|that|words?|quote|motto|reads?|headline|titled|called|as|like)\b/iu;

/** Whether a few words are a title and not a clause that leads into the quotation. */
function isDisplayTitle(words: string): boolean {
	const count = words.match(/\S+/gu)?.length ?? 0;
	const hasOnlyWords = /^[\p{L}\p{M}\p{N}'’&,\- ]+$/u.test(words) && /\p{L}$/u.test(words);
	return (
		count >= 1 &&
		count <= maxTitleWords &&
		hasOnlyWords &&
		/\p{L}{3}/u.test(words) &&
		!reporting.test(words) &&
		!leadingWords.test(words) &&
		(count >= 2 || words === words.toUpperCase())
	);
}
