import { keyOfWord } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isActionWord, isGeneralNoun } from '../wordLists.ts';
import { generalHeads, kindOfClass } from './definitionWords.ts';
import type { Words } from './nounPhrases.ts';
import { determiners, parts, prepositions, type SentenceWords, stoppers, wordSet } from './sentenceWords.ts';

const selfWords = wordSet('we our us i my you your');
const reportWords = wordSet('table figure fig section chapter paper results experiments');
const pasts = wordSet('was were had did');

/** What the whole sentence says for or against any definition in it. */
export function readSentenceCues({ words, gaps, range }: SentenceWords): string[] {
	const cues: string[] = [];
	const length = range.end - range.start;
	const has = (name: string, test: boolean) => {
		if (test) {
			cues.push(name);
		}
	};
	has('sentence: short', length < 60);
	has('sentence: long', length > 220);
	has(
		'sentence: self',
		words.some((word) => selfWords.has(word)),
	);
	has(
		'sentence: report',
		words.some((word) => reportWords.has(word)),
	);
	has('sentence: question', (gaps.at(-1) ?? '').includes('?'));
	has(
		'sentence: digits',
		words.some((word) => /^\d/.test(word)),
	);
	has(
		'sentence: past',
		words.some((word) => pasts.has(word)),
	);
	has('sentence: pronoun first', /^(?:it|they|this|these|he|she|those|such)$/.test(words[0] ?? ''));
	has(
		'sentence: negated',
		words.some((word) => word === 'not' || word.endsWith("n't")),
	);
	has(
		'sentence: year',
		words.some((word) => /^(?:19|20)\d\d$/.test(word)),
	);
	has(
		'sentence: that is',
		words.some(
			(word, at) =>
				word === 'i.e' ||
				(word === 'that' && words[at + 1] === 'is' && parts(gaps[at + 2] ?? '')) ||
				(word === 'i' && words[at + 1] === 'e'),
		),
	);
	has(
		'sentence: example',
		words.some((word) => word === 'example' || word === 'instance'),
	);
	has(
		'sentence: brackets',
		gaps.some((gap) => gap.includes('(')),
	);
	return cues;
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
