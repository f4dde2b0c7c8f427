import type { SectionChange } from './tableSections.ts';

/** Numbers one behind the other, without a limit. Remembers what is different since it was asked last. */
export class GrowingNumbers {
	#numbers = new Uint32Array(1_024);
	/** What stands before this was told. */
	#told = 0;
	#changed: number[] = [];
	length = 0;

	push(number: number): void {
		if (this.length === this.#numbers.length) {
			const larger = new Uint32Array(this.length * 2);
			larger.set(this.#numbers);
			this.#numbers = larger;
		}
		this.#numbers[this.length++] = number;
	}

	/** Fills up with zeros. */
	growTo(length: number): void {
		if (length > this.#numbers.length) {
			const larger = new Uint32Array(Math.max(length, this.#numbers.length * 2));
			larger.set(this.view);
			this.#numbers = larger;
		}
		this.length = Math.max(this.length, length);
	}

	get(at: number): number {
		return this.#numbers[at] ?? 0;
	}

	set(at: number, number: number): void {
		if (at < this.#told && this.#numbers[at] !== number) {
			this.#changed.push(at);
		}
		this.#numbers[at] = number;
	}

	/** What is there, by reference: to be copied before the next `push`. */
	get view(): Uint32Array {
		return this.#numbers.subarray(0, this.length);
	}

	/** What is different since this was asked last. */
	takeChange(): SectionChange {
		const change = { all: this.view, from: this.#told, changed: [...new Set(this.#changed)] };
		this.#told = this.length;
		this.#changed = [];
		return change;
	}
}

/** Texts one behind the other: text `n` begins at `starts.get(n)` and ends where the next begins. */
export class GrowingTexts {
	/** The last one is the end of all. */
	readonly starts = new GrowingNumbers();
	#characters = new Uint16Array(16_384);
	#length = 0;
	#told = 0;

	constructor() {
		this.starts.push(0);
	}

	get count(): number {
		return this.starts.length - 1;
	}

	add(text: string): void {
		if (this.#length + text.length > this.#characters.length) {
			const larger = new Uint16Array(2 * (this.#length + text.length));
			larger.set(this.#characters);
			this.#characters = larger;
		}
		for (let at = 0; at < text.length; at++) {
			this.#characters[this.#length++] = text.charCodeAt(at);
		}
		this.starts.push(this.#length);
	}

	/** Whether the text is this one, given whole or in two parts. */
	isText(number: number, text: string, rest = ''): boolean {
		const start = this.starts.get(number);
		if (this.starts.get(number + 1) - start !== text.length + rest.length) {
			return false;
		}
		return this.#standsAt(start, text) && this.#standsAt(start + text.length, rest);
	}

	get(number: number): string {
		return String.fromCharCode(...this.#characters.subarray(this.starts.get(number), this.starts.get(number + 1)));
	}

	/** What is different in the characters since this was asked last. */
	takeCharacters(): SectionChange {
		const change = { all: this.#characters.subarray(0, this.#length), from: this.#told, changed: [] };
		this.#told = this.#length;
		return change;
	}

	#standsAt(start: number, text: string): boolean {
		for (let at = 0; at < text.length; at++) {
			if (this.#characters[start + at] !== text.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}
}
