import { ByteReader, ByteWriter } from './bytes.ts';

/** Stands for a larger number, which follows behind all of them. */
const larger = 0xff;

/** Small numbers in a row, a byte each: what `readColumn` reads. */
export class ColumnWriter {
	readonly #bytes = new ByteWriter();
	readonly #larger = new ByteWriter();

	add(value: number): void {
		this.#bytes.addBytes(Uint8Array.of(Math.min(value, larger)));
		if (value >= larger) {
			this.#larger.addNumber(value);
		}
	}

	finish(): Uint8Array {
		this.#bytes.addBytes(this.#larger.toBytes());
		return this.#bytes.toBytes();
	}
}

/** The first `count` numbers, in the time that it takes to copy them. */
export function readColumn(bytes: Uint8Array, count: number): Uint32Array {
	const small = bytes.subarray(0, count);
	const values = new Uint32Array(small);
	const reader = new ByteReader(bytes, count);
	for (let at = small.indexOf(larger); at >= 0; at = small.indexOf(larger, at + 1)) {
		values[at] = reader.readNumber();
	}
	return values;
}
