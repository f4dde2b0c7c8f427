import { ByteReader, NumberList, readNibbles } from './bytes.ts';
import { HeldBlocks } from './heldBlocks.ts';
import type { RowFinder, WordFinder } from './part.ts';
import type { PassageRows } from './passageRows.ts';
import { RankFinder } from './rankFinder.ts';
import { RowAutomaton, type TokenLanes, type TokenPlace, wholeRow } from './rowAutomaton.ts';
import type { Section } from './section.ts';
import type { JoinedWord, Matcher, TokenTable } from './tokenTable.ts';

/** The words of a packed part's texts, passage by passage, as `packParts` wrote them: by rank, the most frequent word first. */
export class PackedTokens {
	#tokens: Uint8Array | HeldBlocks;
	/** Of documents whose rows were needed before. */
	readonly #tokenStarts: Uint32Array;
	readonly #rankBytes: Section;
	/** 0 where it was not read yet; 0, which stands for a border, is its own rank. */
	readonly #wordsByRank: Uint32Array;
	#knownRanks: Uint32Array | undefined;
	/** How often a finder of words was asked for before. */
	#finderCount = 0;
	/** By passage: how many tokens it has and one more, once it was asked. */
	#counts: Uint16Array | undefined;
	/** By passage: one more than `#firstRank`, once it was asked. */
	#firstRanks: Uint32Array | undefined;
	/** Words of the window last decoded. */
	readonly #numbers = new NumberList(4096);

	constructor(tokens: Uint8Array | HeldBlocks, { tokenStarts }: PassageRows, wordsByRank: Section) {
		this.#tokens = tokens;
		this.#tokenStarts = tokenStarts;
		this.#rankBytes = wordsByRank;
		this.#wordsByRank = new Uint32Array(wordsByRank.length / 3 + 1);
	}

	/** Reads the same bytes from elsewhere from now on. */
	takeFrom(tokens: Uint8Array | HeldBlocks): void {
		this.#tokens = tokens;
	}

	/** How many tokens the passage has. */
	count(passage: number): number {
		const counts = (this.#counts ??= new Uint16Array(this.#tokenStarts.length));
		const known = counts[passage] ?? 0;
		if (known > 0) {
			return known - 1;
		}
		const start = this.#tokenStarts[passage] ?? 0;
		const count = new ByteReader(this.#read(start, start + 5)).readNumber();
		counts[passage] = count < 0xffff ? count + 1 : 0;
		return count;
	}

	/** See `IndexPart.makeRowFinder`. */
	makeRowFinder(words: readonly Matcher[]): RowFinder {
		const ranksOf = this.#ranksByWord;
		const ranks = words.map((numbers) => Array.from(numbers, (number) => ranksOf[number] ?? 0));
		const isRank = makeTest(ranks.flat());
		const isLater = makeTest(ranks.slice(1).flat());
		// Of more words the first ones say where it is worth to look.
		const isCut = ranks.length > maxRowLength;
		const followed = ranks.slice(0, maxRowLength);
		const automaton = new RowAutomaton(followed);
		const lanes: TokenLanes<RowPlace> = [makePlace(), makePlace(), makePlace(), makePlace()];
		return {
			findEach: ({ values }, from, to, tell) => {
				let at = from;
				let held = from;
				const next = (into: RowPlace) => {
					if (at >= held) {
						return false;
					}
					this.#place(values[at++] ?? 0, isRank, into);
					return true;
				};
				while (at < to) {
					held = this.#hold(values, at, to);
					automaton.findEach(lanes, next, ({ passage, mayBeJoined }, begun) => {
						const isFound = begun === wholeRow;
						if (begun !== 0 || mayBeJoined) {
							tell(passage, isCut || (mayBeJoined && !isFound) ? 'unknown' : isFound ? 'found' : 'runsOn', begun);
						}
					});
				}
			},
			mayRunInto: (passage, begun) => {
				const first = this.#firstRank(passage);
				return (
					first === anyRank ||
					(isLater(first) && (begun === undefined || followed.some((next, count) => (begun & (1 << count)) !== 0 && next.includes(first))))
				);
			},
		};
	}

	/** See `IndexPart.makeWordFinder`. */
	makeWordFinder(words: Iterable<number>): WordFinder | undefined {
		if (this.#knownRanks === undefined && this.#finderCount++ < decodedFinders) {
			return undefined;
		}
		const ranksOf = this.#ranksByWord;
		const wordsOf = new Map<number, number>();
		for (const word of words) {
			wordsOf.set(ranksOf[word] ?? 0, word);
		}
		const finder = new RankFinder(wordsOf);
		return {
			findEach: (passage, tell) => {
				const bytes = this.#read(this.#tokenStarts[passage] ?? 0, this.#tokenStarts[passage + 1] ?? 0);
				const reader = new ByteReader(bytes);
				const count = reader.readNumber();
				for (let left = reader.readNumber(); left > 0; left--) {
					reader.readNumber();
					for (let joined = reader.readNumber(); joined > 0; joined--) {
						if (wordsOf.has(reader.readNumber())) {
							return undefined;
						}
						reader.readNumber();
					}
				}
				finder.findEach(bytes, reader.at, bytes.length, tell);
				return Number(count > 0 && ((bytes[reader.at] ?? 0) & 15) === 0);
			},
		};
	}

	/** Sees to it that the tokens of some passages stay where they are while these are looked at; gives where the first stands of which they do not. */
	#hold(passages: Int32Array | Uint32Array, from: number, to: number): number {
		const tokens = this.#tokens;
		if (!(tokens instanceof HeldBlocks)) {
			return to;
		}
		tokens.startGroup();
		let at = from;
		while (at < to) {
			const passage = passages[at] ?? 0;
			if (!tokens.addToGroup(this.#tokenStarts[passage] ?? 0, this.#tokenStarts[passage + 1] ?? 0)) {
				break;
			}
			at++;
		}
		tokens.readGroup();
		return at;
	}

	#read(start: number, end: number): Uint8Array {
		return this.#tokens instanceof HeldBlocks ? this.#tokens.read(start, end) : this.#tokens.subarray(start, end);
	}

	/** Where the tokens of the passage are, and whether a joined word of it is one of these. */
	#place(passage: number, isRank: (rank: number) => boolean, into: RowPlace): void {
		into.passage = passage;
		const start = this.#tokenStarts[passage] ?? 0;
		const end = this.#tokenStarts[passage + 1] ?? 0;
		const tokens = this.#tokens;
		let at = start;
		if (tokens instanceof HeldBlocks) {
			at = tokens.find(start, end);
			into.bytes = at < 0 ? tokens.read(start, end) : tokens.bytes;
			at = Math.max(0, at);
		} else {
			into.bytes = tokens;
		}
		into.to = at + end - start;
		into.mayBeJoined = false;
		// How many tokens there are: the high bit says that the number goes on.
		while ((into.bytes[at++] ?? 0) > 0x7f) {}
		if (into.bytes[at] === 0) {
			// No joined words, as in most passages.
			into.from = at + 1;
			return;
		}
		const reader = new ByteReader(into.bytes, at);
		for (let left = reader.readNumber(); left > 0; left--) {
			reader.readNumber();
			for (let joined = reader.readNumber(); joined > 0; joined--) {
				const rank = reader.readNumber();
				into.mayBeJoined ||= isRank(rank);
				reader.readNumber();
			}
		}
		into.from = reader.at;
	}

	/** The rank of the passage's first token; `anyRank` where there is none, or joined words begin with it. */
	#firstRank(passage: number): number {
		const ranks = (this.#firstRanks ??= new Uint32Array(this.#tokenStarts.length));
		const known = ranks[passage] ?? 0;
		if (known > 0) {
			return known - 1;
		}
		const bytes = this.#read(this.#tokenStarts[passage] ?? 0, this.#tokenStarts[passage + 1] ?? 0);
		const reader = new ByteReader(bytes);
		let rank = reader.readNumber() === 0 ? anyRank : 0;
		for (let left = reader.readNumber(); left > 0; left--) {
			rank = reader.readNumber() === 0 ? anyRank : rank;
			for (let joined = reader.readNumber(); joined > 0; joined--) {
				reader.readNumber();
				reader.readNumber();
			}
		}
		if (rank !== anyRank) {
			const first = new NumberList(1);
			readNibbles(bytes, reader.at, 1, first);
			rank = first.values[0] ?? 0;
		}
		ranks[passage] = rank + 1;
		return rank;
	}

	/** The tokens of these passages in a table, without their contexts; its numbers are good until the next call. */
	decode(from: number, to: number): TokenTable {
		const start = this.#tokenStarts[from] ?? 0;
		const bytes = this.#read(start, this.#tokenStarts[to] ?? 0);
		const reader = new ByteReader(bytes);
		const numbers = this.#numbers;
		numbers.length = 0;
		const passageStarts = new Uint32Array(to - from + 1);
		let joined: Map<number, JoinedWord[]> | undefined;
		const joinedStarts: number[] = [];
		const wordsByRank = this.#wordsByRank;
		for (let ordinal = 1; ordinal <= to - from; ordinal++) {
			const first = numbers.length;
			const count = reader.readNumber();
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
			reader.at = readNibbles(bytes, reader.at, count, numbers);
			const { values, length } = numbers;
			for (let at = first; at < length; at++) {
				const rank = values[at] ?? 0;
				const word = wordsByRank[rank] ?? 0;
				values[at] = word === 0 && rank > 0 ? this.#readRank(rank) : word;
			}
			passageStarts[ordinal] = numbers.length;
		}
		return {
			numbers: numbers.values.subarray(0, numbers.length),
			passageStarts,
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

	/** By word: its rank. Made with the first row of words that is asked for. */
	get #ranksByWord(): Uint32Array {
		if (this.#knownRanks === undefined) {
			const count = this.#wordsByRank.length;
			this.#rankBytes.need(0, this.#rankBytes.length);
			const { bytes } = this.#rankBytes;
			const ranks = new Uint32Array(count);
			for (let rank = 1, at = 0; rank < count; rank++, at += 3) {
				ranks[((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) + 1] = rank;
			}
			this.#knownRanks = ranks;
		}
		return this.#knownRanks;
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

interface RowPlace extends TokenPlace {
	passage: number;
	/** A joined word may stand for one of the row: only the tokens tell. */
	mayBeJoined: boolean;
}

/** Whether a number is one of some. Most are not, and their last bits tell so without asking a set. */
function makeTest(numbers: readonly number[]): (number: number) => boolean {
	const known = new Set(numbers);
	const mayBe = new Uint8Array(1024);
	for (const number of numbers) {
		mayBe[number & 1023] = 1;
	}
	return (number) => mayBe[number & 1023] === 1 && known.has(number);
}

function makePlace(): RowPlace {
	return { passage: 0, bytes: noBytes, from: 0, to: 0, at: 0, state: 0, mayBeJoined: false };
}

const noBytes = new Uint8Array();
/** No rank: there are fewer words than this. */
const anyRank = 2 ** 24;
/** So many questions are answered without the ranks of all words: who opens an index waits for the first answer. */
const decodedFinders = 3;
/** Rows are followed in the bits of one number. */
const maxRowLength = 31;
const nothing = new Uint32Array();
const noJoined: ReadonlyMap<number, readonly JoinedWord[]> = new Map();
