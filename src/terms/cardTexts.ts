import type { Card } from './card.ts';
import { GrowingNumbers } from './growingTrie.ts';

/** Cards as they are packed: JSON in UTF-8, one behind the other. A card that changes is written behind the others; what it was stays as waste. */
export class CardTexts {
	readonly #encoder = new TextEncoder();
	#bytes = new Uint8Array(1 << 16);
	#length = 0;
	#wasted = 0;
	/** By number of the card: where it begins, and how long it is; nothing is 0 bytes long. */
	readonly #starts = new GrowingNumbers();
	readonly #lengths = new GrowingNumbers();

	/** How many bytes the card has; 0 for one that is not there. */
	lengthOf(id: number): number {
		return id < this.#lengths.length ? this.#lengths.get(id) : 0;
	}

	set(id: number, card: Card): void {
		this.delete(id);
		const text = JSON.stringify(card);
		this.#reserve(text.length);
		let { read, written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length));
		if (read < text.length) {
			// A unit of UTF-16 is at most three bytes.
			this.#reserve(text.length * 3);
			({ written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)));
		}
		this.#starts.growTo(id + 1);
		this.#lengths.growTo(id + 1);
		this.#starts.set(id, this.#length);
		this.#lengths.set(id, written);
		this.#length += written;
	}

	delete(id: number): void {
		const length = this.lengthOf(id);
		if (length > 0) {
			this.#wasted += length;
			this.#lengths.set(id, 0);
		}
	}

	/** Writes the cards of these numbers one behind the other, and where each begins and the last one ends. */
	copyTo(target: Uint8Array, starts: Uint32Array, ids: readonly number[]): void {
		let to = 0;
		// Those that stand side by side already are copied at once.
		let [from, end] = [0, 0];
		for (const [index, id] of ids.entries()) {
			const [start, length] = [this.#starts.get(id), this.lengthOf(id)];
			if (start !== end) {
				target.set(this.#bytes.subarray(from, end), to - (end - from));
				from = start;
			}
			starts[index] = to;
			end = start + length;
			to += length;
		}
		target.set(this.#bytes.subarray(from, end), to - (end - from));
		starts[ids.length] = to;
	}

	/** Takes the waste away once there is much of it. `ids`: those that are there, in the order in which they are wanted. */
	tidy(ids: readonly number[]): void {
		if (this.#wasted * 2 < this.#length) {
			return;
		}
		const bytes = new Uint8Array(this.#length);
		const starts = new Uint32Array(ids.length + 1);
		this.copyTo(bytes, starts, ids);
		for (const [index, id] of ids.entries()) {
			this.#starts.set(id, starts[index] ?? 0);
		}
		this.#bytes = bytes;
		this.#length = starts[ids.length] ?? 0;
		this.#wasted = 0;
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes > this.#bytes.length) {
			const larger = new Uint8Array(2 * (this.#length + bytes));
			larger.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = larger;
		}
	}
}
