import { singularOfWord } from '../formWords.ts';
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
	// `For the purposes of this report, a child is …`
	if (words[0] === 'for' && words.indexOf('of', 1) <= 4 && words.slice(1, 4).some((word) => word === 'purpose' || word === 'purposes')) {
		cues.add('sentence: purposes');
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
	const parted = genus === '' ? undefined : irregularParticiples.has(genus) ? 'parted: participle' : readPartedBy(words, at);
	if (parted !== undefined) {
		cues.push(parted);
	}
	cues.push(`class: ${kindOfClass(genus)}`);
	if (genus === 'people') {
		cues.push('class: people');
	}
	if (genus !== '' && singularOfWord(genus) !== genus) {
		cues.push('class: plural');
	}
}

/** Whether what stands from word `at` on parts a class from others: `who …`, `that is …`, `captured by …`, `of a …`; `happy that …` does not. */
export function readPartedBy(words: readonly string[], at: number): string | undefined {
	const [word, next] = [words[at] ?? '', words[at + 1] ?? ''];
	if (relativePronouns.has(word) && !wordsBeforeThat.has(words[at - 1] ?? '')) {
		return 'parted: clause';
	}
	if (word.endsWith('ed') && prepositions.has(next)) {
		return 'parted: participle';
	}
	const isOfAny = word === 'of' && (next === 'a' || next === 'an' || next === 'any' || next === 'someone');
	const noun = words[at - 1] ?? '';
	return word === 'of' && (isDoing(noun) || (isOfAny && isAct(noun))) ? 'parted: of a' : undefined;
}

/** `the lowering of the bed`: what is done, whatever it is done to; `the making of a king` and `the beginning of wisdom` praise or blame. */
function isDoing(noun: string): boolean {
	return noun.endsWith('ing') && noun.length > 5 && !noDoings.has(noun);
}

const noDoings = wordSet(
	'making undoing beginning ending turning building meaning being feeling saying blessing calling crowning dawning evening morning spring string king lining offspring painting parting reckoning setting sibling standing thing understanding warning wedding wellbeing writing drawing finding hearing meeting opening closing',
);

/** `the killing of a …`, `the return of a …`; `the scene of a …` is no act. */
function isAct(noun: string): boolean {
	return acts.has(noun) || /(?:ing|tion|sion|ment|ance|ence)$/.test(noun);
}

const acts = wordSet(
	'return release transfer theft sale purchase use misuse loss murder rape abuse seizure removal denial arrest search gift loan trade',
);

const irregularParticiples = wordSet(
	'paid made given taken held sold kept built sent drawn grown written spoken seen told found spent worn caught bought brought',
);

const relativePronouns = wordSet('that who whose whom which');

/** Behind these a clause says what somebody is glad or sure of. */
const wordsBeforeThat = wordSet(
	`happy unhappy sure unsure aware unaware glad sorry afraid certain uncertain confident clear unclear likely unlikely possible impossible true right wrong
	proud worried concerned convinced angry sad pleased hopeful upset evident obvious doubtful adamant optimistic pessimistic disappointed grateful thankful
	lucky fortunate mindful conscious anxious careful good bad necessary important essential crucial vital`,
);

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
	if (singularOfWord(head) !== head) {
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
	if (isGeneric(cues)) {
		return true;
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
		isGeneric(cues) ||
		has('describes refer', 'define as', 'defined as') ||
		(has('is a', 'is one') && has('class: kind', 'class: other')) ||
		(has('means') && has('complement: article')) ||
		(has('is defined') && has('participle as')) ||
		(has('was defined') && has('as any') && has('term: bare', 'term: a'));
	return (
		isSaid &&
		has('subject: first', 'subject: behind comma', 'subject: brackets', 'define as', 'defined as') &&
		!has('subject: pointing', 'term: general head', 'term: many words', 'subject: more behind') &&
		(!has('term: general') || has('sentence: purposes')) &&
		(!has('sentence: self') || has('define as'))
	);
}

/** Whether it is said of every such thing, as nobody says of one: `X is water that is lost`, `X is the return of a …`, `X occurs when …`, `the term X describes …`. */
function isGeneric(cues: ReadonlySet<string>): boolean {
	const has = (...names: readonly string[]) => names.some((name) => cues.has(name));
	if (has('sentence: purposes')) {
		return has('is', 'means') && has('subject: behind comma');
	}
	if (has('describes describe', 'describes represent')) {
		return has('subject: named term');
	}
	if (!has('term: bare', 'term: a') || has('term: ordinary', 'term: general', 'subject: behind mark')) {
		return false;
	}
	const isClass = has('class: kind', 'class: other') || (has('class: role') && has('class: plural', 'class: people', 'is one'));
	return (
		has('does when', 'defined as') ||
		(has('means') && has('parted: clause', 'parted: participle')) ||
		(has('is other', 'is one') && !has('one of') && isClass && has('parted: clause', 'parted: participle')) ||
		(has('is the') && isClass && has('parted: of a'))
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
