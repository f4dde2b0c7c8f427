import { singularOf } from '../text/normalise.ts';
import { type Token, tokenise } from '../text/tokenise.ts';

/** What is known of a word besides its key, as bits. */
export const wordFlags = {
	/** It begins a word of the text: always so but inside a CJK run. */
	startsWord: 1,
	/** It ends one. */
	endsWord: 2,
	/** Hangul, behind which particles may stand. */
	isHangul: 4,
	/** One character of a CJK run. */
	isCjk: 8,
} as const;

/**
 * Words as forms are compared: parallel rows, one entry a word. `keys` are folded singulars (`Women’s` is `woman`); a CJK run gives one entry
 * a character, since the same run is segmented differently in different surroundings. Ranges count in the text that was split.
 */
export interface FormWords {
	readonly keys: string[];
	readonly starts: number[];
	readonly ends: number[];
	readonly flags: number[];
}

export function emptyFormWords(): FormWords {
	return { keys: [], starts: [], ends: [], flags: [] };
}

/** Splits `[from, to)` of the text and adds its words to `words`. */
export function addFormWords(words: FormWords, text: string, from = 0, to = text.length): void {
	for (const token of tokenise(text, from, to)) {
		addToken(words, token);
	}
}

/** The words of a form or a short text. */
export function splitFormWords(text: string): FormWords {
	const words = emptyFormWords();
	addFormWords(words, text);
	return words;
}

/** The key of one token that is no CJK run. */
export function keyOfToken(token: Token): string {
	return keyOfWord(token.folded);
}

/** The key of one folded word. */
export function keyOfWord(folded: string): string {
	const known = singulars.get(folded);
	if (known !== undefined) {
		return known;
	}
	if (singulars.size >= maxCachedSingulars) {
		singulars.clear();
	}
	const key = singularOf(folded);
	singulars.set(folded, key);
	return key;
}

/** The same words come again and again; a regular expression for each would be half the cost of a scan. */
const singulars = new Map<string, string>();
const maxCachedSingulars = 100_000;

function addToken(words: FormWords, token: Token): void {
	if (token.script === 'word') {
		words.keys.push(keyOfToken(token));
		words.starts.push(token.start);
		words.ends.push(token.end);
		words.flags.push(wordFlags.startsWord | wordFlags.endsWord | (endsInHangul(token.folded) ? wordFlags.isHangul : 0));
		return;
	}
	const characters = [...token.folded];
	const isMeasurable = token.end - token.start === token.folded.length;
	// Folding may join or part characters (half-width Kana with their marks); then the token stays whole rather than at wrong offsets.
	const pieces = isMeasurable ? characters : [token.folded];
	let start = token.start;
	pieces.forEach((piece, at) => {
		const end = at === pieces.length - 1 ? token.end : start + piece.length;
		words.keys.push(piece);
		words.starts.push(start);
		words.ends.push(end);
		words.flags.push(wordFlags.isCjk | (at === 0 ? wordFlags.startsWord : 0) | (at === pieces.length - 1 ? wordFlags.endsWord : 0));
		start = end;
	});
}

/** Whether a folded word is Hangul, by its last character. */
export function endsInHangul(folded: string): boolean {
	const code = folded.charCodeAt(folded.length - 1);
	return code >= 0xac00 && code <= 0xd7a3;
}
