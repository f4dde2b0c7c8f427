import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { isActionWord, isAdverb, isTimeWord } from '../wordLists.ts';
import { modals } from './definitionWords.ts';
import { articles, connectives, determiners, joints, parts, prepositions, type SentenceWords, stoppers, wordSet } from './sentenceWords.ts';

/** Words of a sentence, by index: the first and the last one. */
export interface Words {
	readonly first: number;
	readonly last: number;
}

/** No term has more words. */
export const maxTermWords = 6;

/** A subject is looked for no farther before its verb. */
const maxSubjectWords = 14;

/** The subject of a verb, without its article, and how it stands. */
export function subjectBefore(
	sentence: SentenceWords,
	verb: number,
): { readonly words: Words; readonly cues: readonly string[] } | undefined {
	const { words, gaps } = sentence;
	const cues: string[] = [];
	let end = verb - 1;
	const gap = gaps[verb] ?? '';
	if (gap.includes(')')) {
		let open = verb - 1;
		while (open > 0 && verb - open < 12 && !(gaps[open] ?? '').includes('(')) {
			open--;
		}
		if (!(gaps[open] ?? '').includes('(')) {
			return undefined;
		}
		end = open - 1;
		cues.push('subject: brackets');
	} else if (gap.includes(',')) {
		let comma = verb - 1;
		while (comma > 0 && verb - comma < 14 && !(gaps[comma] ?? '').startsWith(',')) {
			comma--;
		}
		if (!(gaps[comma] ?? '').startsWith(',')) {
			return undefined;
		}
		end = comma - 1;
		cues.push('subject: insertion');
	} else if (parts(gap)) {
		return undefined;
	}
	while (end >= 0 && (isAdverb(words[end] ?? '') || words[end] === 'also' || modals.has(words[end] ?? ''))) {
		end--;
	}
	let first = end;
	while (first >= 0 && end - first < maxSubjectWords && !stoppers.has(words[first] ?? '')) {
		if (parts(gaps[first] ?? '')) {
			break;
		}
		first--;
	}
	const isBehindStopper = first >= 0 && stoppers.has(words[first] ?? '');
	if (isBehindStopper || first < 0) {
		first++;
	}
	if (first > end) {
		return undefined;
	}
	while (first < end && connectives.has(words[first] ?? '')) {
		first++;
	}
	if (first > 0 && isBehindStopper) {
		const stopper = words[first - 1] ?? '';
		cues.push(connectives.has(stopper) || first - 1 === 0 ? 'subject: joined' : 'subject: embedded');
	} else {
		cues.push(first === 0 ? 'subject: first' : (gaps[first] ?? '').includes(',') ? 'subject: behind comma' : 'subject: behind mark');
	}
	const opening = words[first] ?? '';
	if (/^(?:this|these|that|those|such|another|other|its|their|our|his|her|my|your)$/.test(opening)) {
		cues.push('subject: pointing');
	} else if (prepositions.has(opening) && !isHyphen(gaps[first + 1] ?? '')) {
		return undefined;
	}
	// `the term X`, `the concept of X`
	if (articles.has(opening) && /^(?:term|word|concept|notion|phrase|name|expression)$/.test(words[first + 1] ?? '') && first + 1 < end) {
		first += words[first + 2] === 'of' ? 3 : 2;
		cues.push('subject: named term');
	}
	// `The number of neutrons in the nucleus`: what stands before the first preposition but `of`; what a hyphen joins is none (`A per-load contract`).
	let last = first;
	while (
		last < end &&
		(!prepositions.has(words[last + 1] ?? '') || isHyphen(gaps[last + 1] ?? '') || (last + 1 < end && isHyphen(gaps[last + 2] ?? '')))
	) {
		last++;
	}
	if (last < end) {
		cues.push('subject: more behind');
	}
	const term = trimTerm(sentence, first, last);
	return term === undefined ? undefined : { words: term, cues };
}

/** The words of a noun phrase that end before `at`, without its article. */
export function nounsBefore(sentence: SentenceWords, at: number): Words | undefined {
	const { words, gaps } = sentence;
	let last = at - 1;
	if (last >= 0 && (gaps[at] ?? '').startsWith(')')) {
		while (last > 0 && at - last < 12 && !(gaps[last] ?? '').includes('(')) {
			last--;
		}
		last--;
	}
	let first = last;
	while (first >= 0 && last - first < maxTermWords) {
		const word = words[first] ?? '';
		// `fact-finding`, `follow-up`: what is joined is no verb and no preposition.
		const isJoined = isHyphen(gaps[first] ?? '') && !isHyphen(gaps[first + 1] ?? '');
		const isOutside =
			isActionWord(word) ||
			determiners.has(word) ||
			(!joints.has(word) && (!isContentWord(word) || stoppers.has(word) || prepositions.has(word)));
		if (isOutside && !isJoined) {
			break;
		}
		first--;
		if (parts(gaps[first + 1] ?? '')) {
			break;
		}
	}
	return trimTerm(sentence, first + 1, last);
}

/** The words of a noun phrase from `at` on. */
export function nounsFrom(sentence: SentenceWords, at: number): Words | undefined {
	const { words, gaps } = sentence;
	let first = at;
	while (articles.has(words[first] ?? '') && first - at < 1) {
		first++;
	}
	let end = first;
	// `“Eve teasing”`: what is quoted is whole.
	if (/["“]$/.test(gaps[first] ?? '')) {
		for (end = first + 1; end < words.length && end - first < 5; end++) {
			if (/^[,.]?["”]/.test(gaps[end] ?? '')) {
				return trimTerm(sentence, first, end - 1);
			}
		}
		end = first;
	}
	for (; end < words.length && end - first < 5; end++) {
		const word = words[end] ?? '';
		if (end > first && (parts(gaps[end] ?? '') || /["”’]/.test(gaps[end] ?? ''))) {
			break;
		}
		if (
			stoppers.has(word) ||
			prepositions.has(word) ||
			determiners.has(word) ||
			(!joints.has(word) && !isContentWord(word)) ||
			(end > first && /^[a-z]+(?:ed|ing)$/.test(word) && word.length > 5 && end > first)
		) {
			break;
		}
	}
	return trimTerm(sentence, first, end - 1);
}

/** Without articles, determiners and joints at its ends; `undefined` for what is no term. */
export function trimTerm(sentence: SentenceWords, from: number, to: number): Words | undefined {
	const { words, gaps } = sentence;
	let [first, last] = [from, to];
	while (
		first <= last &&
		(determiners.has(words[first] ?? '') ||
			joints.has(words[first] ?? '') ||
			connectives.has(words[first] ?? '') ||
			(isAdverb(words[first] ?? '') && !isOfClass(words[first] ?? '', words[first + 1] ?? '')) ||
			/^\d/.test(words[first] ?? ''))
	) {
		first++;
	}
	while (last >= first && (joints.has(words[last] ?? '') || isAdverb(words[last] ?? '')) && !isHyphen(gaps[last] ?? '')) {
		last--;
	}
	if (last < first || last - first >= maxTermWords) {
		return undefined;
	}
	for (let at = first; at <= last; at++) {
		// `Observers charged the CSA` is no term, `rights of the child` is one.
		const isClause = articles.has(words[at] ?? '') && !joints.has(words[at - 1] ?? '') && !isHyphen(gaps[at] ?? '');
		if (isClause || stoppers.has(words[at] ?? '')) {
			return undefined;
		}
	}
	const head = words[last] ?? '';
	return (!isContentWord(head) && !isHyphen(gaps[last] ?? '')) || isTimeWord(head) || /^\d/.test(head) ? undefined : { first, last };
}

/** `By-catch`, `fact-finding`: one word of two. */
function isHyphen(gap: string): boolean {
	return /^[-‐‑]$/.test(gap);
}

/** Adverbs that make a class of people or things: `internally displaced persons`, `forcibly displaced people`. Of time and degree they make none. */
const adverbsOfClass = wordSet(
	'internally externally forcibly severely acutely moderately critically publicly privately genetically legally illegally socially economically environmentally mentally physically sexually federally nationally jointly fully partially biologically chemically commercially politically racially ethnically digitally remotely',
);

function isOfClass(adverb: string, next: string): boolean {
	return adverbsOfClass.has(adverb) && /(?:ed|en|ing|ive|able|ible|sick|ill)$/.test(next);
}

/** The first word of the clause that holds word `at`. */
export function findClauseStart(sentence: SentenceWords, at: number): number {
	const { words, gaps } = sentence;
	let first = at;
	while (first > 0 && at - first < 40 && !/[;:—]/.test(gaps[first] ?? '')) {
		if ((gaps[first] ?? '').includes(',') && first < 8 && (prepositions.has(words[0] ?? '') || connectives.has(words[0] ?? ''))) {
			break;
		}
		first--;
	}
	return first;
}

/** The next comma, semicolon, dash or closing bracket: the index of the word behind it. */
export function findNextComma(sentence: SentenceWords, from: number): number | undefined {
	const { words, gaps } = sentence;
	for (let at = from + 1; at < Math.min(words.length, from + 30); at++) {
		if (/^[,;—–)]/.test(gaps[at] ?? '')) {
			return at;
		}
	}
	return undefined;
}

/** The words from this one to the sentence’s end. */
export function restFrom(sentence: SentenceWords, from: number): Range {
	const { words, starts, ends } = sentence;
	return { start: starts[from] ?? 0, end: ends[words.length - 1] ?? 0 };
}

/** The place of words. */
export function rangeOf(sentence: SentenceWords, first: number, last: number): Range {
	return { start: sentence.starts[first] ?? 0, end: sentence.ends[last] ?? 0 };
}
