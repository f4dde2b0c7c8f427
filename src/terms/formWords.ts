import { foldWord, singularOf } from '../text/normalise.ts';
import { spellingApartInNames } from '../text/spellings.ts';
import { foldPlainWords, readTokens, type Token, tokenise } from '../text/tokenise.ts';
import { WordMemory } from '../text/wordMemory.ts';

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

/** Whether a word of these flags is Hangul. */
export function isHangul(flags: number | undefined): boolean {
	return ((flags ?? 0) & wordFlags.isHangul) !== 0;
}

/**
 * Words as forms are compared: parallel rows, one entry a word. `keys` are folded singulars in one spelling (`Women’s` is `woman`, `centres` is `center`); a CJK run gives one entry
 * a character, since the same run is segmented differently in different surroundings. Ranges count in the text that was split.
 */
export interface FormWords {
	readonly keys: readonly string[];
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	readonly flags: readonly number[];
}

/** Words to which others are added. */
export interface GrowingFormWords extends FormWords {
	readonly keys: string[];
	readonly starts: number[];
	readonly ends: number[];
	readonly flags: number[];
}

export function emptyFormWords(): GrowingFormWords {
	return { keys: [], starts: [], ends: [], flags: [] };
}

/** Splits `[from, to)` of the text and adds its words to `words`. */
export function addFormWords(words: GrowingFormWords, text: string, from = 0, to = text.length): void {
	readTokens(text, from, to, {
		takePlain: (start, end, hash) => addWord(words, start, end, plainKeys.get(text, start, end, hash), plainFlags),
		take: (start, end, folded, script) => {
			if (script === 'word') {
				addWord(words, start, end, keyOfWord(folded), plainFlags | (endsInHangul(folded) ? wordFlags.isHangul : 0));
			} else {
				addCharacters(words, start, end, folded);
			}
		},
	});
}

/** The words of a form or a short text. */
export function splitFormWords(text: string): FormWords {
	const words = emptyFormWords();
	addFormWords(words, text);
	return words;
}

/** The keys of a form's words alone, as `splitFormWords` has them. */
export function listFormKeys(text: string): readonly string[] {
	const plain = foldPlainWords(text);
	if (plain !== undefined) {
		for (let at = 0; at < plain.length; at++) {
			plain[at] = keyOfWord(plain[at] ?? '');
		}
		return plain;
	}
	const tokens = tokenise(text);
	return tokens.every(({ script }) => script === 'word')
		? tokens.map(keyOfToken)
		: tokens.flatMap((token) => (token.script === 'word' ? [keyOfToken(token)] : listPieces(token)));
}

/**
 * The words of a form whose keys are known already, without splitting it again: of plain letters and digits with one space between words, as nearly all
 * are; `undefined` for others, and where these are not the keys of its words.
 */
export function placePlainWords(text: string, keys: readonly string[]): FormWords | undefined {
	// Lists of their length: those that grow take five times the room, and there are as many as terms.
	const starts = keys.map(() => 0);
	const ends = keys.map(() => 0);
	let start = 0;
	let count = 0;
	for (let at = 0; at <= text.length; at++) {
		const code = at < text.length ? text.charCodeAt(at) : space;
		if (code === space && at > start) {
			if (count === keys.length) {
				return undefined;
			}
			starts[count] = start;
			ends[count++] = at;
			start = at + 1;
		} else if (!isPlainUnit(code)) {
			return undefined;
		}
	}
	return count === keys.length ? { keys, starts, ends, flags: plainFlagsOf(count) } : undefined;
}

const plainFlags = wordFlags.startsWord | wordFlags.endsWord;

function plainFlagsOf(count: number): readonly number[] {
	return someFlags[count] ?? Array.from({ length: count }, () => plainFlags);
}

/** By number of words: one list for all forms. */
const someFlags: readonly (readonly number[])[] = Array.from({ length: 6 }, (_, count) => Array.from({ length: count }, () => plainFlags));

const space = 0x20;

function isPlainUnit(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

/** The key of one token that is no CJK run. */
export function keyOfToken(token: Token): string {
	return keyOfWord(token.folded);
}

/** The key of one folded word: what it has in common with its plural, and with its other spellings. */
export function keyOfWord(folded: string): string {
	return remember(keys, folded, keyOfUnknown);
}

function keyOfUnknown(folded: string): string {
	return singularOf(spellingApartInNames(folded));
}

/** The keys of plain words as they are written. */
const plainKeys = new WordMemory((word) => keyOfWord(foldWord(word)));

/** `singularOf`, for lists of words and for whoever asks whether a word is a plural: `colour` is none, though its key is another. */
export function singularOfWord(folded: string): string {
	return remember(singulars, folded, singularOf);
}

/** The same words come again and again; a regular expression for each would be half the cost of a scan. */
const keys = new Map<string, string>();
const singulars = new Map<string, string>();
const maxCached = 100_000;

function remember(known: Map<string, string>, folded: string, toKey: (folded: string) => string): string {
	let key = known.get(folded);
	if (key === undefined) {
		if (known.size >= maxCached) {
			known.clear();
		}
		key = toKey(folded);
		known.set(folded, key);
	}
	return key;
}

function addWord({ keys, starts, ends, flags }: GrowingFormWords, start: number, end: number, key: string, flag: number): void {
	keys.push(key);
	starts.push(start);
	ends.push(end);
	flags.push(flag);
}

function addCharacters(words: GrowingFormWords, start: number, end: number, folded: string): void {
	const pieces = listPieces({ start, end, folded });
	let from = start;
	pieces.forEach((piece, at) => {
		const isLast = at === pieces.length - 1;
		const to = isLast ? end : from + piece.length;
		addWord(words, from, to, piece, wordFlags.isCjk | (at === 0 ? wordFlags.startsWord : 0) | (isLast ? wordFlags.endsWord : 0));
		from = to;
	});
}

/** The characters of a CJK run. Folding may join or part them (half-width Kana with their marks); then it stays whole rather than at wrong offsets. */
function listPieces({ start, end, folded }: Pick<Token, 'start' | 'end' | 'folded'>): readonly string[] {
	return end - start === folded.length ? [...folded] : [folded];
}

/** Whether a folded word is Hangul, by its last character. */
export function endsInHangul(folded: string): boolean {
	const code = folded.charCodeAt(folded.length - 1);
	return code >= 0xac00 && code <= 0xd7a3;
}
