import { takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { hasOwnGap } from './formCheck.ts';
import { keyOfWord, splitFormWords } from './formWords.ts';
import { GrowingNumbers, GrowingTexts, GrowingTrie } from './growingTrie.ts';
import { droppedCard, headerLength, magic, maxFormWords, modes, ownGapBit, type TermForm, version } from './termTable.ts';
import { otherPaths } from './wordJoints.ts';

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

/** After so many forms or cards the caller may let other work in between: some milliseconds. */
const formsPerStep = 20_000;
const cardsPerStep = 200;

/** Collects forms, and packs them with cards into a table; may pack more than once. */
export class TermTableBuilder {
	readonly #trie = new GrowingTrie();
	/** By node: the first and the last of the entries that end there; 0 for none. */
	readonly #nodeEntries = new GrowingNumbers();
	readonly #lastEntries = new GrowingNumbers();
	/** Pairs of form and next entry; entry 0 is none. */
	readonly #entries = new GrowingNumbers();
	readonly #formTexts = new GrowingTexts();
	readonly #formModes = new GrowingNumbers();
	readonly #formCards: number[] = [];

	constructor() {
		this.#entries.push(0);
		this.#entries.push(0);
		this.#nodeEntries.push(0);
		this.#lastEntries.push(0);
	}

	add(form: TermForm): void {
		const words = splitFormWords(form.text);
		if (words.keys.length === 0 || words.keys.length > maxFormWords || form.text.length > 1_000) {
			return;
		}
		const index = this.#formCards.length;
		this.#formCards.push(form.cardIndex);
		this.#formTexts.add(form.text);
		this.#formModes.push(modes.indexOf(form.mode) | (hasOwnGap(form.text, words) ? ownGapBit : 0));
		this.#addPath(words.keys, index);
		const last = words.keys.at(-1) ?? '';
		if (form.mode === 'acronym' && keyOfWord(`${last}s`) !== last) {
			// `RCUs` looks like a Latin singular, and keeps its s.
			this.#addPath([...words.keys.slice(0, -1), `${last}s`], index);
		}
		for (const path of otherPaths(form.text, words, form.mode)) {
			this.#addPath(path, index);
		}
	}

	#addPath(keys: readonly string[], form: number): void {
		const node = this.#trie.addPath(keys);
		while (this.#nodeEntries.length < this.#trie.nodeCount) {
			this.#nodeEntries.push(0);
			this.#lastEntries.push(0);
		}
		// Behind those that are there: the earlier form comes first.
		const entry = this.#entries.length / 2;
		const last = this.#lastEntries.get(node);
		this.#entries.push(form);
		this.#entries.push(0);
		if (last === 0) {
			this.#nodeEntries.set(node, entry);
		} else {
			this.#entries.set(last * 2 + 1, entry);
		}
		this.#lastEntries.set(node, entry);
	}

	/**
	 * Packs everything in steps of a few milliseconds. `toCardIndex` gives the index of a form's card among `cards`, or `undefined` where the
	 * card was dropped; excluded forms (-1) stay excluded.
	 */
	*packInSteps(
		cards: readonly Card[],
		toCardIndex: (cardIndex: number) => number | undefined = (index) => index,
	): Generator<void, ArrayBuffer, void> {
		const encoder = new TextEncoder();
		const cardBytes: Uint8Array[] = [];
		for (const card of cards) {
			cardBytes.push(encoder.encode(JSON.stringify(card)));
			if (cardBytes.length % cardsPerStep === 0) {
				yield;
			}
		}
		const trie = this.#trie;
		const formCount = this.#formCards.length;
		const writer = new TableWriter({
			words: trie.wordCount,
			wordSlots: trie.wordSlots.length,
			edgeSlots: trie.edges.length / 3,
			nodes: trie.nodeCount,
			entries: this.#entries.length / 2,
			forms: formCount,
			cards: cards.length,
			characters: trie.words.length + this.#formTexts.length,
			json: cardBytes.reduce((sum, bytes) => sum + bytes.length, 0),
		});
		yield;
		writer.wordStarts.set(trie.words.starts.view);
		writer.wordStarts[trie.wordCount + 1] = trie.words.length;
		writer.wordSlots.set(trie.wordSlots);
		writer.edges.set(trie.edges);
		writer.characters.set(trie.words.view);
		writer.characters.set(this.#formTexts.view, trie.words.length);
		yield;
		writer.nodeEntries.set(this.#nodeEntries.view);
		writer.entries.set(this.#entries.view);
		writer.formModes.set(this.#formModes.view);
		for (let form = 0; form < formCount; form++) {
			const card = this.#formCards[form] ?? -1;
			writer.formCards[form] = card < 0 ? card : (toCardIndex(card) ?? droppedCard);
			writer.formStarts[form] = trie.words.length + this.#formTexts.starts.get(form);
			if (form % formsPerStep === formsPerStep - 1) {
				yield;
			}
		}
		writer.formStarts[formCount] = trie.words.length + this.#formTexts.length;
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
}
