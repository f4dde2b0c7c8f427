import type { ByteSource } from '../../library/recordFile.ts';
import { ByteReader, NumberList, readNibbles } from './bytes.ts';
import type { RowFinder } from './part.ts';
import type { PassageRows } from './passageRows.ts';
import type { Section } from './section.ts';
import type { JoinedWord, Matcher, TokenTable } from './tokenTable.ts';

/** Where the tokens of a packed part are read from. */
export interface TokenBytes {
	/** All of them, where they are in memory. */
	readonly whole: Uint8Array | undefined;
	readonly read: ByteSource;
}

/** The words of a packed part's texts, passage by passage, as `packParts` wrote them: by rank, the most frequent word first. */
export class PackedTokens {
	#bytes: TokenBytes;
	/** Of documents whose rows were needed before. */
	readonly #tokenStarts: Uint32Array;
	readonly #rankBytes: Section;
	/** 0 where it was not read yet; 0, which stands for a border, is its own rank. */
	readonly #wordsByRank: Uint32Array;
	/** All word numbers are below this. */
	readonly #wordCapacity: number;
	/** By passage: how many tokens it has and one more, once it was asked. */
	#counts: Uint16Array | undefined;
	/** Words of the window last decoded. */
	readonly #numbers = new NumberList(4096);

	constructor(bytes: TokenBytes, { tokenStarts }: PassageRows, wordsByRank: Section) {
		this.#bytes = bytes;
		this.#tokenStarts = tokenStarts;
		this.#rankBytes = wordsByRank;
		this.#wordsByRank = new Uint32Array(wordsByRank.length / 3 + 1);
		this.#wordCapacity = this.#wordsByRank.length;
	}

	/** Reads the same bytes from elsewhere from now on. */
	takeFrom(bytes: TokenBytes): void {
		this.#bytes = bytes;
	}

	/** How many tokens the passage has. */
	count(passage: number): number {
		const counts = (this.#counts ??= new Uint16Array(this.#tokenStarts.length));
		const known = counts[passage] ?? 0;
		if (known > 0) {
			return known - 1;
		}
		const start = this.#tokenStarts[passage] ?? 0;
		const count = new ByteReader(this.#bytes.read(start, start + 5)).readNumber();
		counts[passage] = count < 0xffff ? count + 1 : 0;
		return count;
	}

	/** See `IndexPart.makeRowFinder`. */
	makeRowFinder(words: readonly Matcher[]): RowFinder {
		if (words.length > maxRowLength) {
			return () => undefined;
		}
		/** By word: a bit for each place of the row where it may stand. */
		const places = words.length > 8 ? new Uint32Array(this.#wordCapacity) : new Uint8Array(this.#wordCapacity);
		for (const [place, numbers] of words.entries()) {
			for (const number of numbers) {
				places[number] = (places[number] ?? 0) | (1 << place);
			}
		}
		const wordsByRank = this.#wordsByRank;
		const isWhole = 1 << (words.length - 1);
		return (passage) => {
			const start = this.#tokenStarts[passage] ?? 0;
			const { whole } = this.#bytes;
			const bytes = whole ?? this.#bytes.read(start, this.#tokenStarts[passage + 1] ?? 0);
			const reader = new ByteReader(bytes, whole === undefined ? 0 : start);
			/** A bit for each place of the row that the words up to here may have come to. */
			let reached = 0;
			const count = reader.readNumber();
			let half = reader.at * 2;
			// As `readNibbles` reads: to put the words into a list first would take as long again.
			for (let left = count; left > 0; left--) {
				let nibble = ((bytes[half >>> 1] ?? 0) >>> ((half & 1) << 2)) & 15;
				half++;
				let rank = nibble & 7;
				for (let shift = 3; nibble > 7; shift += 3) {
					nibble = ((bytes[half >>> 1] ?? 0) >>> ((half & 1) << 2)) & 15;
					half++;
					rank += ((nibble & 7) + 1) << shift;
				}
				const word = wordsByRank[rank] ?? 0;
				reached = ((reached << 1) | 1) & (places[word === 0 && rank > 0 ? this.#readRank(rank) : word] ?? 0);
				if ((reached & isWhole) !== 0) {
					return true;
				}
			}
			if (reached !== 0) {
				return undefined;
			}
			reader.at = (half + 1) >>> 1;
			for (let left = reader.readNumber(); left > 0; left--) {
				reader.readNumber();
				for (let joined = reader.readNumber(); joined > 0; joined--) {
					if (places[this.wordOf(reader.readNumber())] !== 0) {
						return undefined;
					}
					reader.readNumber();
				}
			}
			return false;
		};
	}

	/** The tokens of these passages in a table, without their contexts; its numbers are good until the next call. */
	decode(from: number, to: number): TokenTable {
		const start = this.#tokenStarts[from] ?? 0;
		const bytes = this.#bytes.read(start, this.#tokenStarts[to] ?? 0);
		const reader = new ByteReader(bytes);
		const numbers = this.#numbers;
		numbers.length = 0;
		const passageStarts = [0];
		let joined: Map<number, JoinedWord[]> | undefined;
		const joinedStarts: number[] = [];
		const wordsByRank = this.#wordsByRank;
		while (passageStarts.length <= to - from) {
			const first = numbers.length;
			const count = reader.readNumber();
			reader.at = readNibbles(bytes, reader.at, count, numbers);
			const { values, length } = numbers;
			for (let at = first; at < length; at++) {
				const rank = values[at] ?? 0;
				const word = wordsByRank[rank] ?? 0;
				values[at] = word === 0 && rank > 0 ? this.#readRank(rank) : word;
			}
			for (let left = reader.readNumber(); left > 0; left--) {
				const at = first + reader.readNumber();
				const words: JoinedWord[] = [];
				for (let count = reader.readNumber(); count > 0; count--) {
					words.push({ number: this.wordOf(reader.readNumber()), length: reader.readNumber() });
				}
				joined ??= new Map();
				joined.set(at, words);
				joinedStarts.push(at);
			}
			passageStarts.push(numbers.length);
		}
		return {
			numbers: numbers.values.subarray(0, numbers.length),
			passageStarts: new Uint32Array(passageStarts),
			joined: joined ?? noJoined,
			joinedStarts: joinedStarts.length === 0 ? nothing : new Uint32Array(joinedStarts),
			contexts: [],
			repeatedTitle: nothing,
		};
	}

	/** The number of the word of this rank. */
	wordOf(rank: number): number {
		const word = this.#wordsByRank[rank] ?? 0;
		return word === 0 && rank > 0 ? this.#readRank(rank) : word;
	}

	#readRank(rank: number): number {
		const at = rank * 3 - 3;
		this.#rankBytes.need(at, at + 3);
		const { bytes } = this.#rankBytes;
		const word = ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) + 1;
		this.#wordsByRank[rank] = word;
		return word;
	}
}

/** Rows are followed in the bits of one number. */
const maxRowLength = 31;
const nothing = new Uint32Array();
const noJoined: ReadonlyMap<number, readonly JoinedWord[]> = new Map();
