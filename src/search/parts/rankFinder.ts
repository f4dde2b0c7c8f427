/** Of a byte: a word that is looked for may begin in its first half, in its second, or in the second of the byte before. */
const inFirstHalf = 4;
const inSecondHalf = 8;
const inHalfBefore = 16;
/** Of a byte: how many words end in it. */
const endsBits = 3;

/** The first rank that takes more than two half bytes. */
const firstLongRank = 8 + 64;

/**
 * Finds some words in packed tokens (`ByteWriter.addNibbles`) without unpacking them: one look into a table for each byte, which no other look waits for. The table says
 * which bytes one of the words may begin with, at either half, and how many words end in a byte, so that it is known which token is found.
 */
export class RankFinder {
	readonly #words: ReadonlyMap<number, number>;
	readonly #byByte = endsByByte.slice();

	/** `words`: what to tell of each rank that is looked for. */
	constructor(words: ReadonlyMap<number, number>) {
		this.#words = words;
		for (const rank of words.keys()) {
			const first = toHalf(rank);
			const rest = (rank >>> 3) - 1;
			if (rank > 7) {
				this.#note(inFirstHalf, first, toHalf(rest));
			}
			if (rank >= firstLongRank) {
				this.#note(inHalfBefore, toHalf(rest), toHalf((rest >>> 3) - 1));
			}
			// What stands beside a short one may be anything.
			for (let other = 0; other < 16 && rank < firstLongRank; other++) {
				this.#note(inSecondHalf, other, first);
				if (rank <= 7) {
					this.#note(inFirstHalf, first, other);
				}
			}
		}
	}

	/** Tells of each of the words in the bytes from `from` up to `to` which token it is, in order. */
	findEach(bytes: Uint8Array, from: number, to: number, tell: (word: number, token: number) => void): void {
		const byByte = this.#byByte;
		let token = 0;
		for (let at = from; at < to; at++) {
			const noted = byByte[bytes[at] ?? 0] ?? 0;
			if (noted > endsBits) {
				if ((noted & inHalfBefore) !== 0 && at > from) {
					this.#tellAt(bytes, from, at * 2 - 1, true, token, tell);
				}
				if ((noted & inFirstHalf) !== 0) {
					this.#tellAt(bytes, from, at * 2, undefined, token, tell);
				}
				if ((noted & inSecondHalf) !== 0) {
					this.#tellAt(bytes, from, at * 2 + 1, false, token + Number(((bytes[at] ?? 0) & 8) === 0), tell);
				}
			}
			token += noted & endsBits;
		}
	}

	/** Tells of the word at a half byte, if one begins there and is looked for; only of a long or a short one, where the other is told of elsewhere. */
	#tellAt(
		bytes: Uint8Array,
		from: number,
		place: number,
		isLong: boolean | undefined,
		token: number,
		tell: (word: number, token: number) => void,
	): void {
		if (place > from * 2 && halfAt(bytes, place - 1) > 7) {
			return;
		}
		const rank = rankAt(bytes, place);
		const word = isLong === undefined || rank >= firstLongRank === isLong ? this.#words.get(rank) : undefined;
		if (word !== undefined) {
			tell(word, token);
		}
	}

	#note(bit: number, first: number, second: number): void {
		const byte = first | (second << 4);
		this.#byByte[byte] = (this.#byByte[byte] ?? 0) | bit;
	}
}

/** By byte: how many words end in it. */
const endsByByte = Uint8Array.from({ length: 256 }, (_, byte) => Number((byte & 8) === 0) + Number(byte < 0x80));

/** The half byte with which a rank begins, or the rest of one. */
function toHalf(rest: number): number {
	return (rest & 7) | (rest > 7 ? 8 : 0);
}

function halfAt(bytes: Uint8Array, place: number): number {
	return ((bytes[place >>> 1] ?? 0) >>> ((place & 1) << 2)) & 15;
}

function rankAt(bytes: Uint8Array, start: number): number {
	let half = halfAt(bytes, start);
	let rank = half & 7;
	for (let place = start + 1, shift = 3; half > 7; place++, shift += 3) {
		half = halfAt(bytes, place);
		rank += ((half & 7) + 1) << shift;
	}
	return rank;
}
