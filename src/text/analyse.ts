import { isNounOfOneSyllable, splitParticles } from './korean.ts';
import { contractVerb, nounOfVerb } from './koreanVerbs.ts';
import { foldWord, stemWord } from './normalise.ts';
import type { Range } from './range.ts';
import type { Token } from './tokenise.ts';
import { locateTokens, tokenise } from './tokenise.ts';

/** A token with the term that search files it under. */
export interface AnalysedToken extends Token {
	/** The stem of a word, the noun of a Korean word with its particles taken off, the character itself in Han and Kana. */
	readonly term: string;
}

/**
 * The one pipeline for what is indexed, asked and highlighted: tokens of the text (or of the part `within`) in order, each with its term.
 * `Women’s traffickers` gives the terms `women`, `traffick`; `정부는` gives `정부`. See `splitWords` for what is a token.
 */
export function analyse(text: string, language: string | null, within?: Range): AnalysedToken[] {
	return splitWords(text, within).map((token) => ({ ...token, term: termOf(token.folded, language) }));
}

/**
 * The tokens that search counts, without their terms: those of `tokenise`, but a run of Han or Kana comes character by character, not as the
 * segmenter's words. So a query is found wherever its characters stand in a row, one character is enough, and no answer depends on how two
 * texts were segmented. Recall is 1 by construction; the price is precision (for bigrams measured .83 against .95 for segmented words,
 * Japanese nouns in sentences).
 */
export function splitWords(text: string, within?: Range): Token[] {
	const tokens = tokenise(text, within?.start, within?.end);
	if (tokens.every(({ script }) => script === 'word')) {
		return tokens;
	}
	const words: Token[] = [];
	for (const token of tokens) {
		if (token.script === 'word') {
			words.push(token);
			continue;
		}
		for (const character of text.slice(token.start, token.end).matchAll(characterWithMarks)) {
			const start = token.start + character.index;
			words.push({ start, end: start + character[0].length, folded: foldWord(character[0]), script: 'cjk' });
		}
	}
	return words;
}

/** Where the first `count` words of `splitWords(text, within)` stand, or some more, start and end of each in turn, good until the next call: to mark words that are known by their places. */
export function locateWords(text: string, within: Range, count: number): Uint32Array {
	return locateTokens(text, within, count, (run) => splitWords(text, run));
}

/** Voicing marks of decomposed and of half-width Kana belong to the character before them. */
const characterWithMarks = /[^][\p{M}ﾞﾟ]*/gu;

/** The term of one folded word in a document of this language. */
export function termOf(folded: string, language: string | null): string {
	return beginsWithHangul(folded) ? (nounOfVerb(folded) ?? splitParticles(contractVerb(folded)).stem) : stemWord(folded, language);
}

/**
 * Whether a term is this one-syllable Korean noun with its particles: `댐이` and `댐을` are for `댐`. Asked of the noun only: where words are filed they keep what
 * may as well be their own end (`회의`), or everything about `회` would be about it too.
 */
export function isSyllableWithParticles(noun: string, term: string): boolean {
	return noun.length === 1 && beginsWithHangul(noun) && term.length > 1 && term.startsWith(noun) && isNounOfOneSyllable(term);
}

/**
 * Whether a word of Katakana ends with a long vowel that many writers leave out (`サーバー`, `サーバ`), as standards for technical texts do in words of this length; not
 * `バター`. Asked of a query: what is found without it may go on, as every run of Kana may.
 */
export function mayLeaveOutLongVowel(word: readonly Token[]): boolean {
	return word.length >= 4 && word.at(-1)?.folded === 'ー' && word.every(({ folded }) => /^[ァ-ヺー]$/u.test(folded));
}

/** Whether a folded word begins with a Hangul syllable, and so may carry particles. */
export function beginsWithHangul(folded: string): boolean {
	const code = folded.charCodeAt(0);
	return code >= 0xac00 && code <= 0xd7a3;
}
