/** Bytes written one after the other, growing as needed. Numbers are varints: seven bits a byte, low ones first, the high bit says that more follow. */
export class ByteWriter {
	#bytes = new Uint8Array(1024);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** A whole number from 0 up to 2^32 - 1. */
	addNumber(value: number): void {
		this.#reserve(5);
		let rest = value;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		this.#bytes[this.#length++] = rest;
	}

	addBytes(bytes: Uint8Array): void {
		this.#reserve(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
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
	readonly bytes: Uint8Array;
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

/** Whole numbers in a row, growing as needed; read through `values`, of which the first `length` count. */
export class NumberList {
	values: Uint32Array;
	length = 0;

	constructor(capacity = 256) {
		this.values = new Uint32Array(capacity);
	}

	push(value: number): void {
		if (this.length === this.values.length) {
			const grown = new Uint32Array(this.values.length * 2);
			grown.set(this.values);
			this.values = grown;
		}
		this.values[this.length++] = value;
	}

	/** A copy of the numbers that count. */
	toArray(): Uint32Array {
		return this.values.slice(0, this.length);
	}
}
