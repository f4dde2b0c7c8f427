import type { Steps } from '../base/steps.ts';
import type { Token } from '../text/tokenise.ts';
import type { FormSource } from './formSource.ts';
import type { NumberedWords } from './formWalk.ts';
import { endsInHangul, keyOfWord, wordFlags } from './formWords.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import type { GrowingTrie } from './growingTrie.ts';

/** The words of a collection, each once, by number. Grows only: a word that no document has any more costs a few bytes. */
export class Vocabulary {
	readonly keys: string[] = [''];
	/** 1 for Hangul, 2 for a CJK run. */
	readonly kinds: number[] = [0];
	readonly #numbers = new Map<string, number>();
	/** By folded word, whose key need not be made again. */
	readonly #folded = new Map<string, number>();

	/** The number of the key of a token. */
	addToken({ folded, script }: Token): number {
		if (script === 'cjk') {
			return this.add(folded, cjk);
		}
		let number = this.#folded.get(folded);
		if (number === undefined) {
			number = this.add(keyOfWord(folded), endsInHangul(folded) ? hangul : 0);
			this.#folded.set(folded, number);
		}
		return number;
	}

	find(key: string): number | undefined {
		return this.#numbers.get(key);
	}

	/** The words that are written so, folded, in some text: `data` is that of `data` and may be that of `datum`. */
	findWritten(folded: string): number[] {
		const found = [this.#numbers.get(folded), this.#folded.get(folded)];
		return found.filter((number, at) => number !== undefined && found.indexOf(number) === at) as number[];
	}

	isHangul(number: number): boolean {
		return this.kinds[number] === hangul;
	}

	isCjk(number: number): boolean {
		return this.kinds[number] === cjk;
	}

	add(key: string, kind: number): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) {
			return known;
		}
		const number = this.keys.length;
		this.keys.push(key);
		this.kinds.push(kind);
		this.#numbers.set(key, number);
		return number;
	}
}

const hangul = 1;
const cjk = 2;

/** Bits of a packed word: its number, its length, and the gap before it. What does not fit is in `long`. */
const numberBits = 22;
const lengthBits = 6;
const maxLength = (1 << lengthBits) - 1;
const maxGap = (1 << (32 - numberBits - lengthBits)) - 1;
const maxNumber = (1 << numberBits) - 1;

/**
 * The words of a document, four bytes each, so that a collection of 100 MB costs about 70 MB to count in, and none of it is tokenised again
 * when terms change.
 */
export interface PackedWords {
	readonly packed: Uint32Array;
	/** For words that do not fit: by index, their start, end and number. */
	readonly long: ReadonlyMap<number, readonly [start: number, end: number, number: number]>;
}

const packedPerStep = 10_000;

/** The words of a text that are its tokens, in steps of some milliseconds. */
export function* packWords(vocabulary: Vocabulary, tokens: readonly Token[]): Steps<PackedWords> {
	const packed = new Uint32Array(tokens.length);
	const long = new Map<number, readonly [number, number, number]>();
	let end = 0;
	for (let at = 0; at < tokens.length; at++) {
		if (at % packedPerStep === packedPerStep - 1) {
			yield;
		}
		const token = tokens[at];
		if (token === undefined) {
			continue;
		}
		const number = vocabulary.addToken(token);
		const gap = token.start - end;
		const length = token.end - token.start;
		const isFitting = gap < maxGap && length < maxLength && number <= maxNumber;
		if (!isFitting) {
			long.set(at, [token.start, token.end, number]);
		}
		packed[at] =
			(Math.min(number, maxNumber) << (32 - numberBits)) |
			(Math.min(length, maxLength) << (32 - numberBits - lengthBits)) |
			Math.min(gap, maxGap);
		end = token.end;
	}
	return { packed, long };
}

/** The number of one of the words. */
export function numberAt({ packed, long }: PackedWords, at: number): number {
	const bits = (packed[at] ?? 0) >>> (32 - numberBits);
	return bits === maxNumber ? (long.get(at)?.[2] ?? bits) : bits;
}

/** Adds `by` to the count of each word, by its number. */
export function countWords(counts: GrowingNumbers, words: PackedWords | undefined, by: 1 | -1): void {
	for (let at = 0; words !== undefined && at < words.packed.length; at++) {
		const number = numberAt(words, at);
		counts.growTo(number + 1);
		counts.set(number, counts.get(number) + by);
	}
}

/** The index of the first word from `at` on whose number is marked with more than 0; -1 if there is none. */
export function findMarked({ packed, long }: PackedWords, marks: Uint32Array, at: number): number {
	for (let index = at; index < packed.length; index++) {
		const bits = (packed[index] ?? 0) >>> (32 - numberBits);
		if ((marks[bits === maxNumber ? (long.get(index)?.[2] ?? bits) : bits] ?? 0) > 0) {
			return index;
		}
	}
	return -1;
}

/** The number of each word of a vocabulary in a trie of words; 0 where no form has it. Both grow only. */
export class VocabularyNumbers {
	readonly #numbers = new GrowingNumbers();
	#wordCount = 0;

	/** Takes in the words that came to either. By number in the vocabulary. */
	update(vocabulary: Vocabulary, trie: GrowingTrie): Uint32Array {
		const known = this.#numbers.length;
		this.#numbers.growTo(vocabulary.keys.length);
		for (let word = this.#wordCount + 1; word <= trie.wordCount; word++) {
			const number = vocabulary.find(trie.words.get(word));
			if (number !== undefined) {
				this.#numbers.set(number, word);
			}
		}
		this.#wordCount = trie.wordCount;
		for (let at = Math.max(1, known); at < this.#numbers.length; at++) {
			this.#numbers.set(at, trie.findWord(vocabulary.keys[at] ?? ''));
		}
		return this.#numbers.view;
	}
}

/** Where unpacking stands: the next word, and where the one before it ends in the text. */
export interface UnpackCursor {
	at: number;
	end: number;
}

/** The next `count` words as the matcher takes them; moves the cursor on. Empty behind the last word. */
export function unpackWords(
	words: PackedWords,
	cursor: UnpackCursor,
	count: number,
	{ vocabulary, numbers, table }: { readonly vocabulary: Vocabulary; readonly numbers: Uint32Array; readonly table: FormSource },
): NumberedWords {
	const unpacked = { keys: [] as string[], starts: [] as number[], ends: [] as number[], flags: [] as number[], numbers: [] as number[] };
	const to = Math.min(words.packed.length, cursor.at + count);
	for (; cursor.at < to; cursor.at++) {
		const bits = words.packed[cursor.at] ?? 0;
		const long = words.long.size === 0 ? undefined : words.long.get(cursor.at);
		const number = long?.[2] ?? bits >>> (32 - numberBits);
		const start = long?.[0] ?? cursor.end + (bits & maxGap);
		cursor.end = long?.[1] ?? start + ((bits >>> (32 - numberBits - lengthBits)) & maxLength);
		const kind = vocabulary.kinds[number] ?? 0;
		const key = vocabulary.keys[number] ?? '';
		if (kind === cjk) {
			addCharacters(unpacked, key, start, cursor.end, table);
			continue;
		}
		unpacked.keys.push(key);
		unpacked.starts.push(start);
		unpacked.ends.push(cursor.end);
		unpacked.flags.push(wordFlags.startsWord | wordFlags.endsWord | (kind === hangul ? wordFlags.isHangul : 0));
		unpacked.numbers.push(numbers[number] ?? 0);
	}
	return unpacked;
}

/** A CJK run, character by character, as `addFormWords` has it. */
function addCharacters(
	unpacked: { keys: string[]; starts: number[]; ends: number[]; flags: number[]; numbers: number[] },
	key: string,
	start: number,
	end: number,
	table: FormSource,
): void {
	const pieces = end - start === key.length ? [...key] : [key];
	let from = start;
	pieces.forEach((piece, at) => {
		const to = at === pieces.length - 1 ? end : from + piece.length;
		unpacked.keys.push(piece);
		unpacked.starts.push(from);
		unpacked.ends.push(to);
		unpacked.flags.push(wordFlags.isCjk | (at === 0 ? wordFlags.startsWord : 0) | (at === pieces.length - 1 ? wordFlags.endsWord : 0));
		unpacked.numbers.push(table.findWord(piece));
		from = to;
	});
}
