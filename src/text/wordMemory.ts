/**
 * What is made of the last plain words (ASCII letters and digits), by a hash of their letters. A text uses the same words over and over: known ones
 * cost neither a slice nor what is made of it, and who looks that up in a map finds it sooner where it is the same string each time. A map by the
 * word itself was slower than no memory at all.
 */
export class WordMemory {
	readonly #make: (word: string) => string;
	/** Each word, and behind it what is made of it: both are looked at together. */
	readonly #known: string[] = new Array(2 * slotCount).fill('');

	constructor(make: (word: string) => string) {
		this.#make = make;
	}

	/** What is made of a word of the text. `hash`: that of its units, where it is known. */
	get(text: string, start: number, end: number, hash = hashUnits(text, start, end)): string {
		if (end - start > maxKnownWord) {
			return this.#make(text.slice(start, end));
		}
		const slot = 2 * ((hash ^ (hash >>> 15)) & (slotCount - 1));
		if (!isAt(this.#known[slot] ?? '', text, start, end)) {
			const word = text.slice(start, end);
			this.#known[slot] = word;
			this.#known[slot + 1] = this.#make(word);
		}
		return this.#known[slot + 1] ?? '';
	}
}

const slotCount = 2 ** 15;

/** A longer string may be a view of its document, which would be kept alive by it. UTF-16 units. */
const maxKnownWord = 12;

/** The hash of a word and one more unit; that of no unit is 0. */
export function hashUnit(hash: number, unit: number): number {
	return Math.imul(hash, 31) + unit;
}

function hashUnits(text: string, start: number, end: number): number {
	let hash = 0;
	for (let at = start; at < end; at++) {
		hash = hashUnit(hash, text.charCodeAt(at));
	}
	return hash;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
	if (word.length !== end - start) {
		return false;
	}
	for (let at = 0; at < word.length; at++) {
		if (word.charCodeAt(at) !== text.charCodeAt(start + at)) {
			return false;
		}
	}
	return true;
}
