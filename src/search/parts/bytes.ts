/** Bytes written one after the other, growing as needed. Numbers are varints: seven bits a byte, low ones first, the high bit says that more follow. */
export class ByteWriter {
	#bytes = new Uint8Array(1024);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** A whole number from 0 up to 2^32 - 1. */
	addNumber(value: number): void {
		if (this.#length + 5 > this.#bytes.length) {
			this.#reserve(5);
		}
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		this.#bytes[this.#length++] = rest;
	}

	/**
	 * Postings, ascending by passage: of each row how far it is behind the one before, doubled, and one more if the term stands there more than once;
	 * then how often. Written in place: this loop is most of packing.
	 */
	addPostings(passages: Uint32Array, counts: Uint32Array, count: number): void {
		this.#reserve(count * 10);
		const bytes = this.#bytes;
		let to = this.#length;
		let before = -1;
		for (let at = 0; at < count; at++) {
			const passage = passages[at] ?? 0;
			const times = counts[at] ?? 1;
			let rest = (passage - before - 1) * 2 + Number(times > 1);
			before = passage;
			while (rest > 0x7f) {
				bytes[to++] = (rest & 0x7f) | 0x80;
				rest >>>= 7;
			}
			bytes[to++] = rest;
			if (times > 1) {
				rest = times;
				while (rest > 0x7f) {
					bytes[to++] = (rest & 0x7f) | 0x80;
					rest >>>= 7;
				}
				bytes[to++] = rest;
			}
		}
		this.#length = to;
	}

	/** The bytes from `from` on. */
	addBytes(bytes: Uint8Array, from = 0): void {
		const count = bytes.length - from;
		this.#reserve(count);
		if (count < 32) {
			// Few bytes are copied before a view of them is made.
			for (let at = from; at < bytes.length; at++) {
				this.#bytes[this.#length++] = bytes[at] ?? 0;
			}
			return;
		}
		this.#bytes.set(from === 0 ? bytes : bytes.subarray(from), this.#length);
		this.#length += count;
	}

	/**
	 * The ranks of some words, four bits at a time: three of the number, low ones first, and one that says that more follow. Each further group
	 * counts from one, so that no number has two forms: the first 8 ranks take half a byte, the next 64 one, the next 512 one and a half.
	 */
	addNibbles(words: Uint32Array, ranks: Uint32Array): void {
		this.#reserve(words.length * 6 + 1);
		let half = -1;
		for (let index = 0; index < words.length; index++) {
			let rest = ranks[words[index] ?? 0] ?? 0;
			for (;;) {
				const nibble = (rest & 7) | (rest > 7 ? 8 : 0);
				if (half < 0) {
					half = nibble;
				} else {
					this.#bytes[this.#length++] = half | (nibble << 4);
					half = -1;
				}
				if (rest <= 7) {
					break;
				}
				rest = (rest >>> 3) - 1;
			}
		}
		if (half >= 0) {
			this.#bytes[this.#length++] = half;
		}
	}

	/** A copy of everything written. */
	toBytes(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}

	#reserve(count: number): void {
		if (this.#length + count > this.#bytes.length) {
			const grown = new Uint8Array(Math.max(this.#length + count, this.#bytes.length * 2));
			grown.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = grown;
		}
	}
}

/** Reads varints from `at` on. Beyond the end of the bytes every number is 0. */
export class ByteReader {
	bytes: Uint8Array;
	at: number;

	constructor(bytes: Uint8Array, at = 0) {
		this.bytes = bytes;
		this.at = at;
	}

	readNumber(): number {
		let value = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = this.bytes[this.at++] ?? 0;
			value |= (byte & 0x7f) << shift;
			if (byte < 0x80) {
				return value >>> 0;
			}
		}
	}
}

/** Reads what `addNibbles` wrote: appends `count` ranks from `at` on to the list. Gives where the bytes go on. */
export function readNibbles(bytes: Uint8Array, at: number, count: number, into: NumberList): number {
	into.reserve(count);
	const { values } = into;
	const end = into.length + count;
	let to = into.length;
	let place = at * 2;
	// No branch depends on how long a number is: to guess that wrong at most of them took as long as all the rest.
	for (let rank = 0, shift = 0, isMore = 0; to < end; place++) {
		const nibble = ((bytes[place >>> 1] ?? 0) >>> ((place & 1) << 2)) & 15;
		rank += ((nibble & 7) + isMore) << shift;
		values[to] = rank;
		isMore = nibble >>> 3;
		to += 1 - isMore;
		rank &= -isMore;
		shift = (shift + 3) & -isMore;
	}
	into.length = to;
	return (place + 1) >>> 1;
}

/** Whole numbers in a row, growing as needed; read through `values`, of which the first `length` count. */
export class NumberList {
	values: Uint32Array;
	length = 0;

	constructor(capacity = 256) {
		this.values = new Uint32Array(capacity);
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			this.reserve(1);
		}
		this.values[this.length++] = value;
	}

	/** Makes room for so many numbers more, to be written into `values` by hand. */
	reserve(count: number): void {
		if (this.length + count > this.values.length) {
			const grown = new Uint32Array(Math.max(this.length + count, this.values.length * 2));
			grown.set(this.values);
			this.values = grown;
		}
	}

	/** A copy of the numbers that count. */
	toArray(): Uint32Array {
		return this.values.slice(0, this.length);
	}
}
