import { findDate } from './date.ts';
import { hangulName, mayBeName, personName, publicationName } from './names.ts';

/** Who wrote a text and where it came out, as a byline says. */
export interface Byline {
	readonly author: string | null;
	readonly publisher: string | null;
}

/** One name, or several that end in `and`: a comma alone may lead to a role or a publication. */
const authors = `(?<author>${personName}(?:(?:, ${personName}){0,4},? (?:and|&) ${personName})?)`;
const authorList = `(?<authors>${personName}(?:(?:, and |, | and | & |; )${personName}){0,6})`;
const verbs = 'written|reported|posted|published|story|text|words|article|report|review|edited|compiled|translated';
// `i` would let `\p{Lu}` match small letters, so the cases are spelled out.
const opening = `(?:(?:${[verbs, verbs.toUpperCase(), capitalised(verbs)].join('|')}) )?(?:by|By|BY|von|Von|par|Par|por|Por)`;
const field = '(?:Authors?|AUTHORS?|author|Author\\(s\\)|Byline|Writer|Autor|Auteur):';
/** By Ana Ruiz; Posted by … at 10:15 AM; By NAME on March 1, 2008; By NAME, PUBLICATION; By NAME | PUBLICATION; Author: NAME */
const lineForm = new RegExp(`^[-–—]? ?(?:${opening}:? ${authors}|${field} ${authorList})(?<rest>(?:[\\s,|·•–—(/-].{0,120})?)$`, 'u');

function capitalised(words: string): string {
	return words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const restForm = new RegExp(
	`^(?:,| ?[|·•/(–—-]| (?:for|in|on|of|at|from))\\s?(?<publisher>${publicationName})\\)?(?: ?[,|·•–—-] .{0,60})?$`,
	'u',
);
const koreanLine = new RegExp(
	`(?:^|[\\s\\])=·/])(?<author>${hangulName}) ?(?:기자|특파원|선임기자|논설위원|편집위원|통신원|객원기자)(?=$|[\\s=(·/.,\\]〕】)])`,
	'u',
);
const koreanAgency = /[([〔【][가-힣·, ]{1,20}=(?<publisher>[가-힣A-Za-z]{2,12})[)\]〕】]/u;
const roles =
	/\b(?:staff|writer|reporter|editor|correspondent|contributor|columnist|professor|director|fellow|author|student|ph\.?d|m\.?d|jr|sr|esq|special to|guest|senior|associate|chief|president|activist|researcher|journalist)\b/iu;

/** What makes a sentence speak of the text it stands in, not of some other article. */
const ownText =
	/\b(?:below|following|follows|this (?:is|article|story|report|piece|essay|post|column|interview|text|excerpt)|here (?:is|are)|above|re-?printed|re-?posted|cross-?posted|re-?published|originally|excerpt(?:s|ed)?|paragraphs|courtesy)\b/iu;
const genre =
	'(?:article|story|report|piece|essay|post|column|feature|interview|investigation|account|text|excerpt|op-ed|editorial|dispatch|analysis|commentary|review|entry)';
const sentenceForm = new RegExp(
	`\\b(?:${genre}|written|reported|authored) by ${authors}(?: (?:on|in|for|at|from|of|by) (?<publisher>${publicationName}))?`,
	'u',
);
const publisherForm = new RegExp(
	`\\b(?:(?:originally )?(?:published|appeared|posted|printed|ran)(?: [a-z]{2,10})? (?:by|on|in|at)|re-?(?:printed|posted|published) from|courtesy of|from) (?<publisher>${publicationName})`,
	'u',
);

const publicationWords =
	/\b(?:news|times|post|press|journal|review|magazine|herald|tribune|observer|guardian|gazette|daily|weekly|monthly|today|reports?|blog|wire|network|online|net|media|radio|tv|quarterly|bulletin|independent|telegraph|globe|mirror|star|sun|monitor|examiner|chronicle|register|standard|mail|courier|dispatch|digest|atlantic|nation|economist|reuters|medium|substack|wired|slate|salon|bbc|cnn|npr|agency|newsletter|university|institute|foundation|reader|voice|ledger|inquirer|record|spectator|statesman|sentinel|argus|echo|zeitung|monde|país)\b/iu;

/** Whether capitals behind `on`, `in` or `for` name a place of publication, and not a country or topic. */
function isPublication(name: string): boolean {
	return publicationWords.test(name) || /\.[a-z]{2,4}$/u.test(name) || /\p{Ll}\p{Lu}/u.test(name) || /^\p{Lu}{2,6}$/u.test(name);
}

const maxLineLength = 200;
const maxSentenceLength = 600;

/**
 * Finds the byline among a text's first and last lines, given in order and trimmed: `By Name`, `Posted by Name at …`, `Author: Name`,
 * `By NAME, PUBLICATION`, `홍길동 기자`, or a sentence that says of this text who wrote it (`Below is an article by Name on Publication.`).
 * A sentence about somebody else's article is none. Undefined if nothing says who.
 */
export function findByline(lines: readonly string[]): Byline | undefined {
	let poster: Byline | undefined;
	for (const line of lines) {
		const found = line.length <= maxLineLength ? (readBylineLine(line) ?? readKoreanLine(line)) : undefined;
		if (found && /^[-–—]? ?posted by/iu.test(line)) {
			poster ??= found;
		} else if (found) {
			return found;
		}
	}
	for (const line of lines) {
		const found = readSentence(line.slice(0, maxSentenceLength));
		if (found) {
			return found;
		}
	}
	return poster;
}

/** The byline that is a line by itself. */
export function readBylineLine(line: string): Byline | undefined {
	const groups = lineForm.exec(dateBehind(line))?.groups;
	const author = groups?.author ?? groups?.authors;
	if (author === undefined || !author.split(/, and |, | and | & |; /u).every(mayBeName)) {
		return undefined;
	}
	const rest = groups?.rest ?? '';
	if (rest.trim() === '' || isAside(rest)) {
		return { author, publisher: null };
	}
	const publisher = restForm.exec(rest)?.groups?.publisher;
	if (publisher !== undefined && mayBePublisher(publisher)) {
		const isSure = /^ ?[|·•/(–—-]/u.test(rest) || isPublication(publisher);
		return { author, publisher: isSure ? tidyPublisher(publisher) : null };
	}
	return roles.test(rest) && !/[.!?]$/u.test(rest) ? { author, publisher: null } : undefined;
}

/** `Posted on June 7, 2015 by Name` with the date after the name, as most write it. */
function dateBehind(line: string): string {
	const lead = /^(?:Posted|Published|Written|Filed)(?: on)?:? /u.exec(line)?.[0];
	const date = lead === undefined ? undefined : findDate(line);
	const name = date && /^(?: at \d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?)?,? by /iu.exec(line.slice(date.end))?.[0];
	return date && name !== undefined && date.start === lead?.length ? `By ${line.slice(date.end + name.length)}` : line;
}

/** Whether what follows the name is a time, date or address and no sentence: ` at 10:15 AM`, ` on March 1, 2008`. */
function isAside(rest: string): boolean {
	const date = findDate(rest);
	const left = (date ? rest.slice(0, date.start) + rest.slice(date.end) : rest)
		.replace(/\S+@\S+/gu, '')
		.replace(/\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?/iu, '')
		.replace(/\d{1,4} comments?/iu, '')
		.replace(/ in \p{Lu}[\p{L}\p{N}, &]{1,80} ?\| ?permalink$/iu, '')
		.replace(/\| ?permalink$/iu, '');
	return (
		left.length < rest.length &&
		left
			.replace(/\b(?:at|on|in|updated|published|posted|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|[A-Z]{2,4})\b/giu, '')
			.replace(/[\s,|·•–—()./:@-]/gu, '') === ''
	);
}

function readKoreanLine(line: string): Byline | undefined {
	const author = koreanLine.exec(line)?.groups?.author;
	return author === undefined ? undefined : { author, publisher: koreanAgency.exec(line)?.groups?.publisher ?? null };
}

function readSentence(line: string): Byline | undefined {
	const found = sentenceForm.exec(line);
	const author = found?.groups?.author;
	if (!found || author === undefined || !author.includes(' ') || !mayBeName(author)) {
		return undefined;
	}
	const sentenceStart = Math.max(...['. ', '! ', '? ', '\n'].map((mark) => line.lastIndexOf(mark, found.index))) + 1;
	const tail = line.slice(found.index + found[0].length);
	const sentence = line.slice(Math.max(0, sentenceStart), found.index + found[0].length + (/^[^.!?\n]*/u.exec(tail)?.[0].length ?? 0));
	if (!ownText.test(sentence)) {
		return undefined;
	}
	const named = found.groups?.publisher ?? publisherForm.exec(sentence)?.groups?.publisher;
	const publisher = named === undefined ? undefined : tidyPublisher(named);
	return {
		author: author.replace(/\.$/u, ''),
		publisher: publisher !== undefined && mayBePublisher(publisher) && isPublication(publisher) ? publisher : null,
	};
}

function mayBePublisher(name: string): boolean {
	return !roles.test(name) && findDate(name) === undefined && mayBeName(name.replace(/^[Tt]he /u, ''));
}

/** Without the sentence's own full stop and article. */
function tidyPublisher(name: string): string {
	return name.replace(/^the /u, '').replace(/[.’']+$/u, '');
}
