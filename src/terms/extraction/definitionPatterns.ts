import type { Range } from '../../text/range.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isAdverb } from '../wordLists.ts';
import { findDefinedHead } from './definedHeads.ts';
import { addGenusCues, readPartedBy } from './definitionCues.ts';
import { adverbsOfBe, classes, modals, participlesOf, readDoing, relatives, type Signal, signals } from './definitionWords.ts';
import {
	findClauseStart,
	findNextComma,
	nounsBefore,
	nounsFrom,
	rangeOf,
	restFrom,
	subjectBefore,
	trimTerm,
	type Words,
} from './nounPhrases.ts';
import { determiners, parts, prepositions, type SentenceWords, stoppers, wordSet } from './sentenceWords.ts';

/** A sentence that patterns look at, and where they put what they find: the term, the words that say what it is, and the cues, the pattern's name first. */
export interface PatternContext {
	readonly text: string;
	readonly sentence: SentenceWords;
	readonly add: (term: Words, definition: Range, cues: readonly string[]) => void;
}

/** The patterns that begin with the word at `at`: verbs that define, `called`, `known as`, `define`, `the term`. */
export function readWord(context: PatternContext, at: number): void {
	const { words } = context.sentence;
	const word = words[at] ?? '';
	const signal = signals.get(word);
	if (signal === 'called') {
		readNaming(context, at, at + 1, signal);
	} else if (signal === 'known as') {
		const as = word === 'referred' ? at + 2 : at + 1;
		if (words[as] === 'as') {
			readNaming(context, at, as + 1, signal);
		}
	} else if (signal === 'define') {
		readDefine(context, at);
	} else if (signal === 'term') {
		readUseOfTerm(context, at);
	}
	const kind = at === 0 ? undefined : kindOfVerb(context, at, signal);
	if (kind !== undefined) {
		readVerb(context, at, kind);
	}
}

/** `X is a …`, `X means …`, `X consists of …`, `X allows …`, and the same behind `which`. */
function readVerb(context: PatternContext, at: number, kind: string): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	// `Police refer to them with the acronym …`: no word refers to `them`.
	const isReferring = kind === 'describes' && words[at]?.startsWith('refer');
	if (isReferring && (words[at + 1] !== 'to' || /^(?:it|them|him|her|us|me|you|themselves|itself)$/.test(words[at + 2] ?? ''))) {
		return;
	}
	const cues: string[] = [];
	const from = readComplement(context, at, kind, cues);
	if (from === undefined) {
		return;
	}
	const before = words[at - 1] ?? '';
	if (relatives.has(before) && before !== 'meaning') {
		const isPreposed = at >= 2 && prepositions.has(words[at - 2] ?? '');
		const comma = isPreposed ? at - 2 : at - 1;
		const marked = gaps[comma] ?? '';
		const term = nounsBefore(sentence, comma);
		if (term !== undefined && (marked.includes(',') || marked.includes('('))) {
			context.add(term, restFrom(sentence, from), ['which', `which ${kind}`, ...cues]);
		}
		return;
	}
	const subject = subjectBefore(sentence, at);
	if (subject !== undefined) {
		context.add(subject.words, restFrom(sentence, from), [kind, ...subject.cues, ...cues]);
	}
}

/** What pattern the verb at this word begins; `undefined` for what is no verb that defines. */
export function kindOfVerb(context: PatternContext, at: number, signal: Signal | undefined): string | undefined {
	if (signal === 'is' || signal === 'was' || signal === 'means' || signal === 'consists' || signal === 'describes') {
		return signal;
	}
	if (signal === 'be') {
		// `can be defined as`, `has been defined as`
		return modals.has(context.sentence.words[at - 1] ?? '') ? 'can be' : undefined;
	}
	return readDoingAt(context, at) === undefined ? undefined : 'does';
}

/** What kind of doing the verb is, after the subject before it. */
function readDoingAt({ text, sentence }: PatternContext, verb: number): string | undefined {
	const { words, gaps, starts } = sentence;
	const code = text.charCodeAt(starts[verb] ?? 0);
	if (code < 0x61 || code > 0x7a) {
		return undefined;
	}
	const hasObject = () => {
		const next = words[verb + 1] ?? '';
		return !parts(gaps[verb + 1] ?? '') && (determiners.has(next) || prepositions.has(next) || next === 'that');
	};
	const findSubject = () => {
		let subject = verb - 1;
		while (subject > 0 && (isAdverb(words[subject] ?? '') || relatives.has(words[subject] ?? ''))) {
			subject--;
		}
		return words[subject] ?? '';
	};
	return readDoing(words[verb] ?? '', hasObject, findSubject);
}

/** What stands behind the verb; where the definition begins. `undefined` where it defines nothing. */
function readComplement(context: PatternContext, verb: number, kind: string, cues: string[]): number | undefined {
	const { sentence } = context;
	const { words, gaps } = sentence;
	let at = verb + 1;
	if (kind === 'does') {
		cues.push(`does ${readDoingAt(context, verb)}`);
		if (/^(?:occur|happen|arise)s?$/.test(words[verb] ?? '') && /^(?:when|where|if|whenever)$/.test(words[at] ?? '')) {
			cues.push('does when');
		}
		return verb;
	}
	if (kind === 'consists') {
		cues.push(`consists ${words[verb]}`.replace(/s$/, ''));
		return verb;
	}
	while (adverbsOfBe.has(words[at] ?? '') && at - verb < 3) {
		at++;
	}
	const first = words[at] ?? '';
	if (first === '' || parts(gaps[at] ?? '')) {
		return undefined;
	}
	if (kind === 'means' || kind === 'describes') {
		cues.push(`${kind} ${words[verb]}`.replace(/s$/, ''));
		const skipped = first === 'that' || (words[verb]?.startsWith('refer') && first === 'to') || first === 'for' ? at + 1 : at;
		cues.push(first === 'that' ? 'complement: that' : determiners.has(words[skipped] ?? '') ? 'complement: article' : 'complement: other');
		const parted = first === 'that' ? undefined : readPartedBy(words, skipped + 1);
		if (parted !== undefined) {
			cues.push(parted);
		}
		return skipped;
	}
	if (first === 'a' || first === 'an') {
		cues.push(`${kind} a`);
	} else if (first === 'the') {
		cues.push(`${kind} the`);
	} else if (pronounClasses.has(first)) {
		cues.push(`${kind} one`);
		if (words[at + 1] === 'of') {
			cues.push('one of');
		}
	} else if (first === 'when' || first === 'where' || first === 'what' || first === 'how' || first === 'that') {
		cues.push(`${kind} when`);
	} else if (participlesOf.has(first)) {
		if (first === 'called' || first === 'known') {
			return undefined;
		}
		cues.push(`${kind} ${first}`);
		if (words[at + 1] === 'as') {
			cues.push('participle as', ...(determiners.has(words[at + 2] ?? '') ? ['as any'] : []));
			return at + 2;
		}
		return at;
	} else if (/(?:ed|ing)$/.test(first)) {
		cues.push(`${kind} participle`);
		return at;
	} else if (prepositions.has(first) || stoppers.has(first) || first === 'not' || /^\d/.test(first)) {
		cues.push(`${kind} in`);
		return at;
	} else {
		cues.push(`${kind} other`);
	}
	addGenusCues(sentence, at, cues);
	return at;
}

/** Words that stand for a class behind `is`: `somebody who …`. */
const pronounClasses = wordSet('one any those something anything someone somebody anyone anybody all');

/** `… called X`, `…, known as X`: the term is behind. */
function readNaming(context: PatternContext, verb: number, from: number, name: string): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	const term = nounsFrom(sentence, from);
	// `so-called X` is somebody's word for it.
	if (term === undefined || ((gaps[verb] ?? '') === '-' && words[verb - 1] === 'so')) {
		return;
	}
	const cues = words[from] === 'the' ? [name, 'named the'] : [name];
	if (!/^(?:called|termed|dubbed|known|referred)$/.test(words[verb] ?? '')) {
		cues.push('named loosely');
	}
	let before = verb - 1;
	const adverb = words[before] ?? '';
	if (adverbsOfBe.has(adverb) || isAdverb(adverb)) {
		cues.push(adverb === 'also' || adverb === 'sometimes' ? `${name} also` : 'named adverb');
		before--;
	}
	const isPassive = /^(?:is|are|was|were|be|been)$/.test(words[before] ?? '');
	const marked = gaps[before + 1] ?? '';
	if (isPassive) {
		cues.push(`${name} passive`);
		before--;
	} else if (marked.includes(',') || marked.includes('(') || marked.includes('—')) {
		cues.push(`${name} comma`);
	} else if (/^(?:it|they|he|she|we|i|what|who|you|also)$/.test(words[before] ?? '')) {
		return;
	} else {
		cues.push(isOrdinaryWord(words[before] ?? '') || classes.has(words[before] ?? '') ? `${name} class` : `${name} noun`);
	}
	const relative = words[before] ?? '';
	if (
		relative === 'which' ||
		relative === 'that' ||
		relative === 'this' ||
		relative === 'these' ||
		relative === 'it' ||
		relative === 'they'
	) {
		cues.push(`named ${relative === 'which' || relative === 'that' ? 'which' : 'this'}`);
		before--;
	}
	const first = findClauseStart(sentence, Math.max(0, before));
	const wordsBefore = before - first + 1;
	cues.push(wordsBefore < 2 ? 'named little' : wordsBefore < 5 ? 'named some' : 'named much');
	const definition = { start: sentence.starts[Math.min(first, verb)] ?? 0, end: sentence.ends[Math.max(first, before)] ?? 0 };
	context.add(term, definition, cues);
}

/** `we define X as …`. */
function readDefine(context: PatternContext, at: number): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	// `Microplastics, defined as …,`: what is defined is before the comma. `as defined in` defines nothing here.
	if (words[at] === 'defined' && words[at + 1] === 'as' && /^[,(]/.test(gaps[at] ?? '')) {
		const term = findDefinedHead(sentence, at);
		const close = findNextComma(sentence, at + 1);
		if (term !== undefined) {
			const definition = close === undefined ? restFrom(sentence, at + 2) : rangeOf(sentence, at + 2, close - 1);
			context.add(term, definition, ['defined as', ...(term.first <= 1 ? ['at start'] : [])]);
		}
		return;
	}
	const relative = words[at + 1] === 'as' ? findRelative(sentence, at) : undefined;
	if (relative !== undefined) {
		const term = findDefinedHead(sentence, relative);
		if (term !== undefined) {
			context.add(term, restFrom(sentence, at + 2), ['defined as', ...(term.first <= 1 ? ['at start'] : [])]);
		}
		return;
	}
	if (words[at + 1] === 'as' || prepositions.has(words[at + 1] ?? '')) {
		return;
	}
	for (let as = at + 2; as < Math.min(words.length, at + 9); as++) {
		if (words[as] === 'as' || (words[as] === 'to' && words[as + 1] === 'be')) {
			const term = trimTerm(sentence, at + 1, as - 1);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, words[as] === 'as' ? as + 1 : as + 2), ['define as']);
			}
			return;
		}
	}
}

/** Where `which` stands of `femicides, which the law defines as …`, before the verb at `at` and its subject. */
function findRelative({ words, gaps }: SentenceWords, at: number): number | undefined {
	for (let before = at - 2; before > 0 && before > at - maxDefiner; before--) {
		if (words[before] === 'which' || words[before] === 'whom') {
			return /^[,(]/.test(gaps[before] ?? '') ? before : undefined;
		}
		if (parts(gaps[before] ?? '') || stoppersBeforeDefiner.has(words[before] ?? '')) {
			return undefined;
		}
	}
	return undefined;
}

/** Who defines has no more words: `which the Attorney General’s Office defined as`. */
const maxDefiner = 8;
const stoppersBeforeDefiner = wordSet('and or but is are was were has have had be been not');

/** `use the term X to refer to …`, `the term X is used for …`. */
function readUseOfTerm(context: PatternContext, at: number): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	for (let verb = at + 2; verb < Math.min(words.length, at + 8); verb++) {
		const word = words[verb] ?? '';
		if (
			word === 'to' ||
			signals.get(word) === 'is' ||
			signals.get(word) === 'means' ||
			word === 'refers' ||
			word === 'describes' ||
			word === 'for'
		) {
			const term = trimTerm(sentence, at + 1, verb - 1);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, verb + 1), ['term', /["“‘]/.test(gaps[at + 1] ?? '') ? 'term quoted' : 'term bare']);
			}
			return;
		}
	}
}
