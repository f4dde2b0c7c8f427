import { takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { CardTexts } from './cardTexts.ts';
import { FormPaths } from './formPaths.ts';
import { GrowingNumbers, GrowingTexts } from './growingTrie.ts';
import { droppedCard, headerLength, magic, type TermForm, version } from './termTable.ts';

/**
 * Packs cards and their forms into one buffer that can be transferred to another thread and asked there at once: `TermTable.open`.
 * Forms without a word, or of more than `maxFormWords` words, are left out. Where two forms are the same words, the earlier one comes first.
 */
export function packTermTable(cards: readonly Card[], forms: readonly TermForm[]): ArrayBuffer {
	const builder = new TermTableBuilder();
	for (const form of forms) {
		builder.add(form);
	}
	const texts = new CardTexts();
	for (const [index, card] of cards.entries()) {
		texts.set(index, card);
	}
	return takeAllSteps(builder.packInSteps(texts, [...cards.keys()]));
}

/** After so many forms the caller may let other work in between: some milliseconds. */
const formsPerStep = 20_000;

/** Collects forms, and packs them with cards into a table; may pack more than once. */
export class TermTableBuilder {
	readonly #paths: FormPaths;
	/** By node: the first and the last of the entries that end there; 0 for none. */
	readonly #nodeEntries = new GrowingNumbers();
	readonly #lastEntries = new GrowingNumbers();
	/** Pairs of form and next entry; entry 0 is none. */
	readonly #entries = new GrowingNumbers();
	readonly #formTexts = new GrowingTexts();
	readonly #formModes = new GrowingNumbers();
	readonly #formCards: number[] = [];
	/** By form: its number among the paths. */
	readonly #formNumbers = new GrowingNumbers();

	/** `paths` may know forms of earlier tables. */
	constructor(paths = new FormPaths()) {
		this.#paths = paths;
		this.#entries.growTo(2);
	}

	get formCount(): number {
		return this.#formCards.length;
	}

	add({ text, mode, cardIndex }: TermForm): void {
		const known = this.#paths.get(text, mode);
		if (known === undefined) {
			return;
		}
		const index = this.#formCards.length;
		this.#formCards.push(cardIndex);
		this.#formTexts.add(text);
		this.#formModes.push(known.modeBits);
		this.#formNumbers.push(known.number);
		this.#nodeEntries.growTo(this.#paths.trie.nodeCount);
		this.#lastEntries.growTo(this.#paths.trie.nodeCount);
		for (const node of known.nodes) {
			this.#addEntry(node, index);
		}
	}

	#addEntry(node: number, form: number): void {
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
	 * What ends at each node, as two numbers that are the same for the same forms of the same cards in the same order; two zeros where nothing
	 * does.
	 */
	signNodes(): Uint32Array {
		const signatures = new Uint32Array(this.#paths.trie.nodeCount * 2);
		for (let node = 1; node < this.#nodeEntries.length; node++) {
			let [one, two] = [0, 0];
			for (let entry = this.#nodeEntries.get(node); entry !== 0; entry = this.#entries.get(entry * 2 + 1)) {
				const form = this.#entries.get(entry * 2);
				const card = this.#formCards[form] ?? -1;
				one = mix(mix(one, this.#formNumbers.get(form) + 1), card + 1, 0x85ebca6b);
				two = mix(mix(two, card + 2, 0xc2b2ae35), this.#formNumbers.get(form), 0x27d4eb2f);
			}
			signatures[node * 2] = one;
			signatures[node * 2 + 1] = two;
		}
		return signatures;
	}

	/**
	 * Packs everything in steps of a few milliseconds, with the cards of these numbers, in this order. `toCardIndex` gives the index of a form's
	 * card among them, or `undefined` where the card was dropped; excluded forms (-1) stay excluded.
	 */
	*packInSteps(
		texts: CardTexts,
		cards: readonly number[],
		toCardIndex: (cardIndex: number) => number | undefined = (index) => index,
	): Generator<void, ArrayBuffer, void> {
		const { trie } = this.#paths;
		this.#nodeEntries.growTo(trie.nodeCount);
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
			json: cards.reduce((sum, id) => sum + texts.lengthOf(id), 0),
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
		yield;
		texts.copyTo(writer.json, writer.cardStarts, cards);
		return writer.buffer;
	}
}

/** FNV-1a over numbers, spread at the end. */
function mix(hash: number, number: number, factor = 0x9e3779b1): number {
	const mixed = Math.imul(hash ^ number ^ (number >>> 15), factor) + 0x7f4a7c15;
	return (mixed ^ (mixed >>> 13)) >>> 0;
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
