import { keyOfWord } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isActionWord, isGeneralNoun } from '../wordLists.ts';
import { generalHeads, kindOfClass } from './definitionWords.ts';
import type { Words } from './nounPhrases.ts';
import { determiners, parts, prepositions, type SentenceWords, stoppers, wordSet } from './sentenceWords.ts';

/** Words that say something of the whole sentence. */
const sentenceSignals = new Map<string, string>(
	Object.entries({
		'sentence: self': 'we our us i my you your',
		'sentence: report': 'table figure fig section chapter paper results experiments',
		'sentence: past': 'was were had did',
		'sentence: negated': 'not',
		'sentence: example': 'example instance',
		'sentence: that is': 'i.e',
	}).flatMap(([cue, words]) => words.split(' ').map((word): [string, string] => [word, cue])),
);

const pointingWords = wordSet('it they this these he she those such');

/** What the whole sentence says for or against any definition in it; each cue once. */
export function readSentenceCues({ words, gaps, range }: SentenceWords): string[] {
	const cues = new Set<string>();
	for (const [at, word] of words.entries()) {
		const signal = sentenceSignals.get(word);
		const first = word.charCodeAt(0);
		if (signal !== undefined) {
			cues.add(signal);
		} else if (first >= 0x30 && first <= 0x39) {
			cues.add('sentence: digits');
			if (/^(?:19|20)\d\d$/.test(word)) {
				cues.add('sentence: year');
			}
		} else if (word.endsWith("n't")) {
			cues.add('sentence: negated');
		}
		const isThatIs = word === 'that' && words[at + 1] === 'is' && parts(gaps[at + 2] ?? '');
		if (isThatIs || (word === 'i' && words[at + 1] === 'e')) {
			cues.add('sentence: that is');
		}
	}
	const length = range.end - range.start;
	if (length < 60) {
		cues.add('sentence: short');
	} else if (length > 220) {
		cues.add('sentence: long');
	}
	if (pointingWords.has(words[0] ?? '')) {
		cues.add('sentence: pronoun first');
	}
	if (gaps.at(-1)?.includes('?')) {
		cues.add('sentence: question');
	}
	if (gaps.some((gap) => gap.includes('('))) {
		cues.add('sentence: brackets');
	}
	return [...cues];
}

/** What class of things the complement names, and what parts it from others: `method that`, `collection of`. */
export function addGenusCues(sentence: SentenceWords, from: number, cues: string[]): void {
	const { words, gaps } = sentence;
	let at = determiners.has(words[from] ?? '') ? from + 1 : from;
	if (words[at] === 'of') {
		at += 2;
	}
	let genus = '';
	const first = at;
	for (; at < words.length && at - first < 7; at++) {
		const word = words[at] ?? '';
		const gap = at === first ? '' : (gaps[at] ?? '');
		if (parts(gap)) {
			cues.push(gap.startsWith(',') ? 'genus: comma' : 'genus: mark');
			break;
		}
		if (word === 'that' || word === 'which' || word === 'who' || word === 'whose' || word === 'where' || word === 'when') {
			cues.push('genus: clause');
			break;
		}
		if (prepositions.has(word) || word === 'of') {
			cues.push(/^wh/.test(words[at + 1] ?? '') ? 'genus: clause' : word === 'of' ? 'genus: of' : 'genus: preposition');
			break;
		}
		if (at > first && /(?:ed|ing)$/.test(word)) {
			cues.push('genus: participle');
			break;
		}
		if (stoppers.has(word)) {
			cues.push(word === 'and' || word === 'or' ? 'genus: and' : 'genus: verb');
			break;
		}
		genus = word;
	}
	if (at >= words.length) {
		cues.push('genus: end');
	}
	cues.push(`class: ${kindOfClass(genus)}`);
	if (genus !== '' && keyOfWord(genus) !== genus) {
		cues.push('class: plural');
	}
}

/** What the term's own words say for or against it. */
export function readTermCues(text: string, { words, gaps, starts, ends }: SentenceWords, term: Words): string[] {
	const cues: string[] = [];
	const count = term.last - term.first + 1;
	cues.push(count === 1 ? 'term: one word' : count === 2 ? 'term: two words' : count === 3 ? 'term: three words' : 'term: many words');
	const head = words[term.last] ?? '';
	const form = text.slice(starts[term.first], ends[term.last]);
	const before = words[term.first - 1] ?? '';
	cues.push(
		before === 'a' || before === 'an'
			? 'term: a'
			: before === 'the'
				? 'term: the'
				: determiners.has(before)
					? 'term: determined'
					: 'term: bare',
	);
	const tail = form.slice(1);
	if (/\p{Lu}/u.test(term.first === 0 ? tail : form)) {
		cues.push(/\p{Lu}{2}/u.test(form) ? 'term: capitals' : 'term: name');
	}
	if (isGeneralNoun(head)) {
		cues.push('term: general');
	} else if (count === 1 && isOrdinaryWord(head)) {
		cues.push('term: ordinary');
	} else if (isOrdinaryWord(head)) {
		cues.push('term: ordinary head');
	}
	if (generalHeads.has(head)) {
		cues.push('term: general head');
	}
	if (words.slice(term.first, term.last + 1).some((word) => isActionWord(word))) {
		cues.push('term: verb');
	}
	if (keyOfWord(head) !== head) {
		cues.push('term: plural');
	}
	if (/["“‘]/.test(gaps[term.first] ?? '')) {
		cues.push('term: quoted');
	}
	if (words.slice(term.first, term.last + 1).includes('of')) {
		cues.push('term: of');
	}
	return cues;
}

/** Whether a candidate's cues are those of a pattern that defines in any text. */
export function isFirmPattern(cues: ReadonlySet<string>): boolean {
	const has = (...names: readonly string[]) => names.some((name) => cues.has(name));
	if (has('subject: pointing', 'subject: embedded', 'sentence: question', 'term: verb', 'named this')) {
		return false;
	}
	if (has('which')) {
		return has('is a', 'is the', 'is one') && has('genus: clause', 'genus: of', 'genus: participle', 'genus: preposition');
	}
	if (has('is')) {
		return has('is a', 'is the', 'is one', 'is when', 'participle as') || (has('is other') && has('genus: clause') && has('class: plural'));
	}
	if (has('was')) {
		return has('was a', 'was the') && has('term: name', 'term: capitals') && has('subject: first');
	}
	if (has('called', 'known as')) {
		return has('named much') && !has('named the', 'called noun', 'known as noun', 'named loosely');
	}
	return has('means', 'describes refer', 'consists consist', 'consists comprise', 'participle as', 'define as', 'term');
}

/** Whether the sentence says so in so many words: `X refers to …`. */
export function isExplicit(cues: ReadonlySet<string>): boolean {
	const has = (...names: readonly string[]) => names.some((name) => cues.has(name));
	const isSaid =
		has('describes refer', 'define as') ||
		(has('is a', 'is one') && has('class: kind', 'class: other')) ||
		(has('means') && has('complement: article')) ||
		(has('is defined') && has('participle as'));
	return (
		isSaid &&
		has('subject: first', 'subject: behind comma', 'subject: brackets', 'define as') &&
		!has('subject: pointing', 'term: general', 'term: general head', 'term: many words', 'subject: more behind', 'sentence: self')
	);
}

/** Whether it says who or what a name is. */
export function isNameAndClass(cues: ReadonlySet<string>): boolean {
	const has = (...names: readonly string[]) => names.some((name) => cues.has(name));
	return (
		has('is a', 'is the', 'was a', 'was the') &&
		has('term: name', 'term: capitals') &&
		has('subject: first') &&
		has('class: kind', 'class: other') &&
		has('genus: clause', 'genus: of', 'genus: participle', 'genus: preposition', 'genus: end') &&
		!has(
			'term: one word',
			'subject: pointing',
			'subject: more behind',
			'term: general',
			'term: general head',
			'sentence: negated',
			'term: verb',
		)
	);
}
