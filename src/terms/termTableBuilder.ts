import { takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { hasOwnGap } from './formCheck.ts';
import { keyOfWord, splitFormWords } from './formWords.ts';
import {
	droppedCard,
	hashEdge,
	hashWord,
	headerLength,
	magic,
	maxFormWords,
	modes,
	ownGapBit,
	type TermForm,
	version,
} from './termTable.ts';
import { joinedPaths } from './wordJoints.ts';

/**
 * Packs cards and their forms into one buffer that can be transferred to another thread and asked there at once: `TermTable.open`.
 * Forms without a word, or of more than `maxFormWords` words, are left out. Where two forms are the same words, the earlier one comes first.
 */
export function packTermTable(cards: readonly Card[], forms: readonly TermForm[]): ArrayBuffer {
	const builder = new TermTableBuilder();
	for (const form of forms) {
		builder.add(form);
	}
	return takeAllSteps(builder.packInSteps(cards));
}

/** After so many words, edges or cards the caller may let other work in between: some milliseconds. */
const stepSize = 4_000;
const cardsPerStep = 200;

/** Collects forms, and packs them with cards into a table; may pack more than once. */
export class TermTableBuilder {
	readonly #words = new Map<string, number>();
	/** `node * 2^24 + word` → node. */
	readonly #edges = new Map<number, number>();
	readonly #nodeEntries: number[] = [0];
	readonly #lastEntries: number[] = [0];
	/** Pairs of form and next entry; entry 0 is none. */
	readonly #entries: number[] = [0, 0];
	readonly #forms: TermForm[] = [];
	readonly #formModes: number[] = [];

	add(form: TermForm): void {
		const words = splitFormWords(form.text);
		if (words.keys.length === 0 || words.keys.length > maxFormWords || form.text.length > 1_000) {
			return;
		}
		const index = this.#forms.length;
		this.#forms.push(form);
		this.#formModes.push(modes.indexOf(form.mode) | (hasOwnGap(form.text, words) ? ownGapBit : 0));
		this.#addPath(words.keys, index);
		const last = words.keys.at(-1) ?? '';
		if (form.mode === 'acronym' && keyOfWord(`${last}s`) !== last) {
			// `RCUs` looks like a Latin singular, and keeps its s.
			this.#addPath([...words.keys.slice(0, -1), `${last}s`], index);
		}
		for (const path of joinedPaths(form.text, words, form.mode)) {
			this.#addPath(path, index);
		}
	}

	#addPath(keys: readonly string[], form: number): void {
		let node = 0;
		for (const key of keys) {
			let word = this.#words.get(key);
			if (word === undefined) {
				word = this.#words.size + 1;
				this.#words.set(key, word);
			}
			const edge = node * 0x1000000 + word;
			let next = this.#edges.get(edge);
			if (next === undefined) {
				next = this.#nodeEntries.length;
				this.#nodeEntries.push(0);
				this.#lastEntries.push(0);
				this.#edges.set(edge, next);
			}
			node = next;
		}
		// Behind those that are there: the earlier form comes first.
		const entry = this.#entries.length / 2;
		const last = this.#lastEntries[node] ?? 0;
		this.#entries.push(form, 0);
		if (last === 0) {
			this.#nodeEntries[node] = entry;
		} else {
			this.#entries[last * 2 + 1] = entry;
		}
		this.#lastEntries[node] = entry;
	}

	/**
	 * Packs everything in steps of a few milliseconds. `toCardIndex` gives the index of a form's card among `cards`, or `undefined` where the
	 * card was dropped; excluded forms (-1) stay excluded.
	 */
	*packInSteps(
		cards: readonly Card[],
		toCardIndex: (cardIndex: number) => number | undefined = (index) => index,
	): Generator<void, ArrayBuffer, void> {
		const words = [...this.#words.keys()];
		const encoder = new TextEncoder();
		const cardBytes: Uint8Array[] = [];
		for (const card of cards) {
			cardBytes.push(encoder.encode(JSON.stringify(card)));
			if (cardBytes.length % cardsPerStep === 0) {
				yield;
			}
		}
		const forms = this.#forms;
		const sizes = {
			words: words.length,
			wordSlots: slotsFor(words.length + 1),
			edgeSlots: slotsFor(this.#edges.size + 1),
			nodes: this.#nodeEntries.length,
			entries: this.#entries.length / 2,
			forms: forms.length,
			cards: cards.length,
			characters: words.reduce((sum, word) => sum + word.length, 0) + forms.reduce((sum, form) => sum + form.text.length, 0),
			json: cardBytes.reduce((sum, bytes) => sum + bytes.length, 0),
		};
		const writer = new TableWriter(sizes);
		yield;
		const pool = new CharacterPool(writer.characters);
		for (const [at, word] of words.entries()) {
			writer.wordStarts[at + 1] = pool.length;
			pool.add(word);
			let slot = hashWord(word) & (sizes.wordSlots - 1);
			while (writer.wordSlots[slot] !== 0) {
				slot = (slot + 1) & (sizes.wordSlots - 1);
			}
			writer.wordSlots[slot] = at + 1;
			if (at % stepSize === stepSize - 1) {
				yield;
			}
		}
		writer.wordStarts[words.length + 1] = pool.length;
		let edgeCount = 0;
		for (const [edge, next] of this.#edges) {
			writer.addEdge(Math.floor(edge / 0x1000000), edge % 0x1000000, next);
			if (++edgeCount % stepSize === 0) {
				yield;
			}
		}
		writer.nodeEntries.set(this.#nodeEntries);
		writer.entries.set(this.#entries);
		writer.formModes.set(this.#formModes);
		for (const [at, form] of forms.entries()) {
			writer.formCards[at] = form.cardIndex < 0 ? form.cardIndex : (toCardIndex(form.cardIndex) ?? droppedCard);
			writer.formStarts[at] = pool.length;
			pool.add(form.text);
			if (at % stepSize === stepSize - 1) {
				yield;
			}
		}
		writer.formStarts[forms.length] = pool.length;
		let jsonAt = 0;
		for (const [at, bytes] of cardBytes.entries()) {
			writer.cardStarts[at] = jsonAt;
			writer.json.set(bytes, jsonAt);
			jsonAt += bytes.length;
		}
		writer.cardStarts[cards.length] = jsonAt;
		return writer.buffer;
	}
}

interface TableSizes {
	readonly words: number;
	readonly wordSlots: number;
	readonly edgeSlots: number;
	readonly nodes: number;
	readonly entries: number;
	readonly forms: number;
	readonly cards: number;
	readonly characters: number;
	readonly json: number;
}

/** The sections of a new buffer, in the order in which `TermTable` takes them. */
class TableWriter {
	readonly buffer: ArrayBuffer;
	readonly wordStarts: Uint32Array;
	readonly wordSlots: Uint32Array;
	readonly edges: Uint32Array;
	readonly nodeEntries: Uint32Array;
	readonly entries: Uint32Array;
	readonly formCards: Int32Array;
	readonly formStarts: Uint32Array;
	readonly cardStarts: Uint32Array;
	readonly formModes: Uint8Array;
	readonly characters: Uint16Array;
	readonly json: Uint8Array;

	constructor(sizes: TableSizes) {
		const { words, wordSlots, edgeSlots, nodes, entries, forms, cards, characters, json } = sizes;
		const counts = [words + 2, wordSlots, edgeSlots * 3, nodes, entries * 2, forms, forms + 1, cards + 1];
		const bytes = [...counts.map((count) => count * 4), forms, characters * 2, json];
		const starts: number[] = [];
		let length = headerLength * 4;
		for (const size of bytes) {
			starts.push(length);
			length += (size + 3) & ~3;
		}
		this.buffer = new ArrayBuffer(length);
		const header = [magic, version, words, wordSlots, edgeSlots, nodes, entries, forms, cards, characters, json];
		new Uint32Array(this.buffer, 0, headerLength).set(header);
		const start = (section: number) => starts[section] ?? 0;
		this.wordStarts = new Uint32Array(this.buffer, start(0), words + 2);
		this.wordSlots = new Uint32Array(this.buffer, start(1), wordSlots);
		this.edges = new Uint32Array(this.buffer, start(2), edgeSlots * 3);
		this.nodeEntries = new Uint32Array(this.buffer, start(3), nodes);
		this.entries = new Uint32Array(this.buffer, start(4), entries * 2);
		this.formCards = new Int32Array(this.buffer, start(5), forms);
		this.formStarts = new Uint32Array(this.buffer, start(6), forms + 1);
		this.cardStarts = new Uint32Array(this.buffer, start(7), cards + 1);
		this.formModes = new Uint8Array(this.buffer, start(8), forms);
		this.characters = new Uint16Array(this.buffer, start(9), characters);
		this.json = new Uint8Array(this.buffer, start(10), json);
	}

	addEdge(node: number, word: number, next: number): void {
		const mask = this.edges.length / 3 - 1;
		let slot = hashEdge(node, word) & mask;
		while (this.edges[slot * 3 + 2] !== 0) {
			slot = (slot + 1) & mask;
		}
		this.edges[slot * 3] = node;
		this.edges[slot * 3 + 1] = word;
		this.edges[slot * 3 + 2] = next;
	}
}

/** Texts one behind the other. */
class CharacterPool {
	readonly #characters: Uint16Array;
	length = 0;

	constructor(characters: Uint16Array) {
		this.#characters = characters;
	}

	add(text: string): void {
		for (let at = 0; at < text.length; at++) {
			this.#characters[this.length++] = text.charCodeAt(at);
		}
	}
}

/** Slots for so many entries: a power of two, at most half full, so that a search for what is not there ends soon. */
function slotsFor(count: number): number {
	let slots = 4;
	while (slots < count * 2) {
		slots *= 2;
	}
	return slots;
}
