import { GrowingNumbers, GrowingTexts } from './growingNumbers.ts';
import type { SectionChange } from './tableSections.ts';
import { hashEdge, hashWord } from './termTable.ts';

/**
 * A trie of words that grows, kept as the packed table has it (slots by the same hashes, at most half full), so that packing it is copying, and what is new is known.
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
	/** Places in both that are others since they were told; all where another hash table took the place of one. */
	#changedSlots: number[] | undefined;
	#changedEdges: number[] | undefined;

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
		return this.words.count - 1;
	}

	/** See `FormSource`. */
	findWord(key: string, rest = ''): number {
		return this.#findHashed(hashWord(key, rest), key, rest);
	}

	#findHashed(hash: number, key: string, rest: string): number {
		const mask = this.#wordSlots.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const word = this.#wordSlots[slot] ?? 0;
			if (word === 0 || (this.#hashes.get(word) === hash && this.words.isText(word, key, rest))) {
				return word;
			}
		}
	}

	/** See `FormSource`. */
	findNext(node: number, word: number): number {
		return this.#edges[findEdgeSlot(this.#edges, node, word) * 3 + 2] ?? 0;
	}

	/** What is different since this was asked last. */
	takeSlots(): { readonly wordSlots: SectionChange; readonly edges: SectionChange } {
		const wordSlots = toChange(this.#wordSlots, this.#changedSlots);
		const edges = toChange(this.#edges, this.#changedEdges);
		this.#changedSlots = [];
		this.#changedEdges = [];
		return { wordSlots, edges };
	}

	/** The node to which these words lead from the start; made if there is none. */
	addPath(keys: readonly string[]): number {
		let node = 0;
		for (let at = 0; at < keys.length; at++) {
			node = this.#step(node, this.#numberWord(keys[at] ?? ''));
		}
		return node;
	}

	#numberWord(key: string): number {
		const hash = hashWord(key);
		const known = this.#findHashed(hash, key, '');
		if (known !== 0) {
			return known;
		}
		this.words.add(key);
		this.#hashes.push(hash);
		const word = this.wordCount;
		if ((word + 1) * 2 > this.#wordSlots.length) {
			this.#wordSlots = new Uint32Array(this.#wordSlots.length * 2);
			this.#changedSlots = undefined;
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
		this.#changedSlots?.push(slot);
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
			this.#changedEdges = undefined;
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
			this.#changedEdges?.push(slot * 3, slot * 3 + 1, slot * 3 + 2);
		}
		return made;
	}
}

/** `changed` are places; `undefined` for all. */
function toChange(all: Uint32Array, changed: readonly number[] | undefined): SectionChange {
	return changed === undefined ? { all, from: 0, changed: [] } : { all, from: all.length, changed };
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
