import { hashEdge, hashWord } from './termTable.ts';

/** Numbers one behind the other, without a limit. */
export class GrowingNumbers {
	#numbers = new Uint32Array(1_024);
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
		this.#numbers[at] = number;
	}

	/** What is there, by reference: to be copied before the next `push`. */
	get view(): Uint32Array {
		return this.#numbers.subarray(0, this.length);
	}
}

/** Texts one behind the other: text `n` begins at `starts.get(n)` and ends where the next begins. */
export class GrowingTexts {
	readonly starts = new GrowingNumbers();
	#characters = new Uint16Array(16_384);
	length = 0;

	add(text: string): void {
		this.starts.push(this.length);
		if (this.length + text.length > this.#characters.length) {
			const larger = new Uint16Array(2 * (this.length + text.length));
			larger.set(this.#characters);
			this.#characters = larger;
		}
		for (let at = 0; at < text.length; at++) {
			this.#characters[this.length++] = text.charCodeAt(at);
		}
	}

	isText(number: number, text: string): boolean {
		const start = this.starts.get(number);
		const end = number + 1 < this.starts.length ? this.starts.get(number + 1) : this.length;
		if (end - start !== text.length) {
			return false;
		}
		for (let at = 0; at < text.length; at++) {
			if (this.#characters[start + at] !== text.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}

	get(number: number): string {
		const end = number + 1 < this.starts.length ? this.starts.get(number + 1) : this.length;
		return String.fromCharCode(...this.#characters.subarray(this.starts.get(number), end));
	}

	get view(): Uint16Array {
		return this.#characters.subarray(0, this.length);
	}
}

/**
 * A trie of words that grows, kept as the packed table has it (slots by the same hashes, at most half full), so that packing it is copying.
 * Words and nodes have numbers from 1; node 0 is the start of every form.
 */
export class GrowingTrie {
	/** Text 0 is empty, so that a word's number is its text's. */
	readonly words = new GrowingTexts();
	readonly #hashes = new GrowingNumbers();
	nodeCount = 1;
	/** By node: the one before it, and the word that leads to it from there. */
	readonly #parents = new GrowingNumbers();
	readonly #lastWords = new GrowingNumbers();
	#wordSlots = new Uint32Array(1_024);
	#edges = new Uint32Array(1_024 * 3);
	#edgeCount = 0;

	constructor() {
		this.words.add('');
		this.#hashes.push(0);
		this.#parents.push(0);
		this.#lastWords.push(0);
	}

	/** The words that lead to the node, the last one first. */
	getPath(node: number): string[] {
		const keys: string[] = [];
		for (let at = node; at !== 0; at = this.#parents.get(at)) {
			keys.push(this.words.get(this.#lastWords.get(at)));
		}
		return keys;
	}

	get wordCount(): number {
		return this.words.starts.length - 1;
	}

	get wordSlots(): Uint32Array {
		return this.#wordSlots;
	}

	/** Three numbers a slot: node, word, next node. */
	get edges(): Uint32Array {
		return this.#edges;
	}

	/** The node to which these words lead from the start; made if there is none. */
	addPath(keys: readonly string[]): number {
		let node = 0;
		for (const key of keys) {
			node = this.#step(node, this.#numberWord(key));
		}
		return node;
	}

	#numberWord(key: string): number {
		const hash = hashWord(key);
		const mask = this.#wordSlots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const word = this.#wordSlots[slot] ?? 0;
			if (word === 0) {
				break;
			}
			if (this.#hashes.get(word) === hash && this.words.isText(word, key)) {
				return word;
			}
		}
		this.words.add(key);
		this.#hashes.push(hash);
		const word = this.wordCount;
		if ((word + 1) * 2 > this.#wordSlots.length) {
			this.#wordSlots = new Uint32Array(this.#wordSlots.length * 2);
			for (let each = 1; each <= word; each++) {
				this.#fileWord(each);
			}
		} else {
			this.#fileWord(word);
		}
		return word;
	}

	#fileWord(word: number): void {
		const mask = this.#wordSlots.length - 1;
		let slot = this.#hashes.get(word) & mask;
		while (this.#wordSlots[slot] !== 0) {
			slot = (slot + 1) & mask;
		}
		this.#wordSlots[slot] = word;
	}

	#step(node: number, word: number): number {
		const slot = findEdgeSlot(this.#edges, node, word);
		const next = this.#edges[slot * 3 + 2] ?? 0;
		if (next !== 0) {
			return next;
		}
		const made = this.nodeCount++;
		this.#parents.push(node);
		this.#lastWords.push(word);
		this.#edgeCount++;
		if ((this.#edgeCount + 1) * 2 > this.#edges.length / 3) {
			const smaller = this.#edges;
			this.#edges = new Uint32Array(smaller.length * 2);
			for (let at = 0; at < smaller.length; at += 3) {
				if (smaller[at + 2] !== 0) {
					fileEdge(this.#edges, smaller[at] ?? 0, smaller[at + 1] ?? 0, smaller[at + 2] ?? 0);
				}
			}
			fileEdge(this.#edges, node, word, made);
		} else {
			this.#edges[slot * 3] = node;
			this.#edges[slot * 3 + 1] = word;
			this.#edges[slot * 3 + 2] = made;
		}
		return made;
	}
}

/** The slot of the edge, or the free one where it belongs. */
function findEdgeSlot(edges: Uint32Array, node: number, word: number): number {
	const mask = edges.length / 3 - 1;
	let slot = hashEdge(node, word) & mask;
	while (edges[slot * 3 + 2] !== 0 && !(edges[slot * 3] === node && edges[slot * 3 + 1] === word)) {
		slot = (slot + 1) & mask;
	}
	return slot;
}

function fileEdge(edges: Uint32Array, node: number, word: number, next: number): void {
	const slot = findEdgeSlot(edges, node, word);
	edges[slot * 3] = node;
	edges[slot * 3 + 1] = word;
	edges[slot * 3 + 2] = next;
}
