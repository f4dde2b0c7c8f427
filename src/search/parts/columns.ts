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

/** Numbers in a row, by their place. */
export type NumberColumn = Uint8Array | Uint32Array;

/** The first `count` numbers: the bytes themselves where all of them are small, which are nearer to a processor than numbers of four bytes. */
export function readColumn(bytes: Uint8Array, count: number): NumberColumn {
	const small = bytes.subarray(0, count);
	if (!small.includes(larger)) {
		return small;
	}
	const values = new Uint32Array(small);
	const reader = new ByteReader(bytes, count);
	for (let at = small.indexOf(larger); at >= 0; at = small.indexOf(larger, at + 1)) {
		values[at] = reader.readNumber();
	}
	return values;
}
