import type { Card } from './card.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { packCard } from './packedCard.ts';
import { droppedBit, type SectionChange } from './tableSections.ts';

/**
 * Cards as the table has them: JSON (`packCard`) in UTF-8, one behind the other. A card that changes is written behind the others; what it was stays as waste,
 * and so does what is deleted, for whoever still holds its number, and for a card that comes again as it was.
 */
export class CardTexts {
	readonly #encoder = new TextEncoder();
	#bytes = new Uint8Array(1 << 16);
	#length = 0;
	#told = 0;
	#wasted = 0;
	/** By number of the card: where it begins, and how long it is. */
	readonly #starts = new GrowingNumbers();
	readonly #lengths = new GrowingNumbers();

	set(id: number, card: Card): void {
		const written = this.#write(packCard(card));
		if (this.#isAtEnd(id, written)) {
			this.#wasted -= this.#lengths.get(id) === written ? 0 : written;
			this.#lengths.set(id, written);
			return;
		}
		this.delete(id);
		this.#starts.growTo(id + 1);
		this.#lengths.growTo(id + 1);
		this.#starts.set(id, this.#length);
		this.#lengths.set(id, written);
		this.#length += written;
	}

	/** Writes the text behind all others, where the next one is written too unless it is counted. Gives its bytes. */
	#write(text: string): number {
		this.#reserve(text.length);
		if (text.length <= maxPlainLength && this.#writePlain(text)) {
			return text.length;
		}
		const { read, written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length));
		if (read === text.length) {
			return written;
		}
		// A unit of UTF-16 is at most three bytes.
		this.#reserve(text.length * 3);
		return this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
	}

	/** Whether it was plain text, and is written. */
	#writePlain(text: string): boolean {
		const bytes = this.#bytes;
		const start = this.#length;
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code >= 0x80) {
				return false;
			}
			bytes[start + at] = code;
		}
		return true;
	}

	delete(id: number): void {
		const length = this.#lengths.get(id);
		if (length > 0 && length < droppedBit) {
			this.#wasted += length;
			this.#lengths.set(id, length + droppedBit);
		}
	}

	/** Takes the waste away once there is much of it. `ids`: those that are there, in the order in which they are wanted. */
	tidy(ids: Uint32Array): void {
		if (this.#wasted * 3 < this.#length) {
			return;
		}
		const bytes = new Uint8Array(this.#length);
		let length = 0;
		const isKept = new Uint8Array(this.#lengths.length);
		for (const id of ids) {
			const start = this.#starts.get(id);
			isKept[id] = 1;
			bytes.set(this.#bytes.subarray(start, start + this.#lengths.get(id)), length);
			this.#starts.set(id, length);
			length += this.#lengths.get(id);
		}
		for (let id = 0; id < isKept.length; id++) {
			if (isKept[id] === 0) {
				this.#lengths.set(id, 0);
			}
		}
		this.#bytes = bytes;
		this.#length = length;
		this.#told = 0;
		this.#wasted = 0;
	}

	/** What is different since this was asked last. */
	takeChange(): { readonly cardStarts: SectionChange; readonly cardLengths: SectionChange; readonly json: SectionChange } {
		const json = { all: this.#bytes.subarray(0, this.#length), from: this.#told, changed: [] };
		this.#told = this.#length;
		return { cardStarts: this.#starts.takeChange(), cardLengths: this.#lengths.takeChange(), json };
	}

	/** Whether what stands behind all others, so many bytes, is the card as it was. */
	#isAtEnd(id: number, length: number): boolean {
		if (this.#lengths.get(id) % droppedBit !== length) {
			return false;
		}
		const start = this.#starts.get(id);
		for (let at = 0; at < length; at++) {
			if (this.#bytes[start + at] !== this.#bytes[this.#length + at]) {
				return false;
			}
		}
		return true;
	}

	#reserve(bytes: number): void {
		if (this.#length + bytes > this.#bytes.length) {
			const larger = new Uint8Array(2 * (this.#length + bytes));
			larger.set(this.#bytes.subarray(0, this.#length));
			this.#bytes = larger;
		}
	}
}

/** Longer texts are encoded sooner by the machine's own way, which takes longer to be called. */
const maxPlainLength = 300;
