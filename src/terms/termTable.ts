import type { Card } from './card.ts';
import { hasOwnGap, isCapital, isJoinedByHyphens } from './formCheck.ts';
import { type FormWords, splitFormWords, wordFlags } from './formWords.ts';

/**
 * How a form is compared with what stands in a text.
 * - `phrase`: in any case and number: `Massage Parlors` for `massage parlor`.
 * - `capital`: where the form has a capital letter the text must have one too, and the number must be the same: names of one word, people.
 * - `acronym`: letter for letter, a small plural `s` aside: `WHO` is not `who`.
 * - `family`: as `capital`, and no other name beside it: `Kim` alone, not in `Kim Jong-il` or `Andrew Kim`.
 */
export type FormMode = 'phrase' | 'capital' | 'acronym' | 'family';

/** A form by which a term is recognised. */
export interface TermForm {
	readonly text: string;
	/** The index of its card; -1 for words that must not be recognised as anything (`Not:` of a glossary). */
	readonly cardIndex: number;
	readonly mode: FormMode;
}

const magic = 0x4d545344;
const version = 1;
const headerLength = 12;
const modes: readonly FormMode[] = ['phrase', 'capital', 'acronym', 'family'];
/** Set beside the mode where the form itself holds a mark (`&`, `,`, `/`) between words, which then must stand in the text too. */
const ownGapBit = 4;

/** A form longer than this is no term; it also bounds how far the matcher looks. */
export const maxFormWords = 16;

/**
 * Packs cards and their forms into one buffer that can be transferred to another thread and asked there at once: `TermTable.open`.
 * Forms without a word, or of more than `maxFormWords` words, are left out. Where two forms are the same words, the earlier one comes first.
 */
export function packTermTable(cards: readonly Card[], forms: readonly TermForm[]): ArrayBuffer {
	const trie = new TrieBuilder();
	for (const form of forms) {
		trie.add(form);
	}
	return trie.pack(cards);
}

/**
 * All terms of a collection as one buffer: a trie of words (`formWords`), the forms, and the cards as JSON that is decoded when asked for.
 * Opening it costs nothing, whatever its size.
 */
export class TermTable {
	readonly cardCount: number;
	readonly #wordStarts: Uint32Array;
	readonly #wordSlots: Uint32Array;
	readonly #edges: Uint32Array;
	readonly #nodeEntries: Uint32Array;
	readonly #entries: Uint32Array;
	readonly #formCards: Int32Array;
	readonly #formStarts: Uint32Array;
	readonly #formModes: Uint8Array;
	readonly #cardStarts: Uint32Array;
	readonly #characters: Uint16Array;
	readonly #json: Uint8Array;
	readonly #decoded = new Map<number, Card>();

	/** Takes the buffer as it is, without a copy. Throws where it is none of `packTermTable`'s, which only a broken promise of ours can cause. */
	static open(buffer: ArrayBuffer): TermTable {
		return new TermTable(buffer);
	}

	/** A table that knows no term. */
	static empty(): TermTable {
		return new TermTable(packTermTable([], []));
	}

	private constructor(buffer: ArrayBuffer) {
		const header = new Uint32Array(buffer, 0, headerLength);
		const [
			mark,
			ownVersion,
			words = 0,
			wordSlots = 0,
			edgeSlots = 0,
			nodes = 0,
			entries = 0,
			forms = 0,
			cards = 0,
			characters = 0,
			json = 0,
		] = header;
		if (mark !== magic || ownVersion !== version) {
			throw new RangeError('Dossier: not a term table of this version');
		}
		let at = headerLength * 4;
		const take = (bytes: number) => {
			const start = at;
			at += (bytes + 3) & ~3;
			return start;
		};
		this.cardCount = cards;
		this.#wordStarts = new Uint32Array(buffer, take((words + 2) * 4), words + 2);
		this.#wordSlots = new Uint32Array(buffer, take(wordSlots * 4), wordSlots);
		this.#edges = new Uint32Array(buffer, take(edgeSlots * 12), edgeSlots * 3);
		this.#nodeEntries = new Uint32Array(buffer, take(nodes * 4), nodes);
		this.#entries = new Uint32Array(buffer, take(entries * 8), entries * 2);
		this.#formCards = new Int32Array(buffer, take(forms * 4), forms);
		this.#formStarts = new Uint32Array(buffer, take((forms + 1) * 4), forms + 1);
		this.#cardStarts = new Uint32Array(buffer, take((cards + 1) * 4), cards + 1);
		this.#formModes = new Uint8Array(buffer, take(forms), forms);
		this.#characters = new Uint16Array(buffer, take(characters * 2), characters);
		this.#json = new Uint8Array(buffer, take(json), json);
	}

	/** The number of a word of some form; 0 for a word of none. */
	findWord(key: string): number {
		const mask = this.#wordSlots.length - 1;
		for (let slot = hashWord(key) & mask; ; slot = (slot + 1) & mask) {
			const word = this.#wordSlots[slot] ?? 0;
			if (word === 0 || this.#isWord(word, key)) {
				return word;
			}
		}
	}

	/** Where the word leads from the node (0 is the start of every form); 0 if no form goes on like that. */
	findNext(node: number, word: number): number {
		const mask = this.#edges.length / 3 - 1;
		for (let slot = hashEdge(node, word) & mask; ; slot = (slot + 1) & mask) {
			const next = this.#edges[slot * 3 + 2] ?? 0;
			if (next === 0 || (this.#edges[slot * 3] === node && this.#edges[slot * 3 + 1] === word)) {
				return next;
			}
		}
	}

	/** The first entry of the forms that end at this node; 0 if none does. */
	getEntry(node: number): number {
		return this.#nodeEntries[node] ?? 0;
	}

	getNextEntry(entry: number): number {
		return this.#entries[entry * 2 + 1] ?? 0;
	}

	getForm(entry: number): number {
		return this.#entries[entry * 2] ?? 0;
	}

	getFormCard(form: number): number {
		return this.#formCards[form] ?? -1;
	}

	getFormMode(form: number): FormMode {
		return modes[(this.#formModes[form] ?? 0) & 3] ?? 'phrase';
	}

	hasOwnGap(form: number): boolean {
		return ((this.#formModes[form] ?? 0) & ownGapBit) !== 0;
	}

	getFormText(form: number): string {
		return String.fromCharCode(...this.#characters.subarray(this.#formStarts[form], this.#formStarts[form + 1]));
	}

	/** Every word of every form with its number. */
	*words(): Iterable<readonly [key: string, word: number]> {
		for (let word = 1; word < this.#wordStarts.length - 1; word++) {
			yield [String.fromCharCode(...this.#characters.subarray(this.#wordStarts[word], this.#wordStarts[word + 1])), word];
		}
	}

	/** The card, decoded when it is first asked for. `cardIndex` is that of a match. */
	getCard(cardIndex: number): Card {
		const known = this.#decoded.get(cardIndex);
		if (known !== undefined) {
			return known;
		}
		const json = this.#json.subarray(this.#cardStarts[cardIndex], this.#cardStarts[cardIndex + 1]);
		const card = JSON.parse(new TextDecoder().decode(json)) as Card;
		if (this.#decoded.size >= maxDecodedCards) {
			this.#decoded.clear();
		}
		this.#decoded.set(cardIndex, card);
		return card;
	}

	#isWord(word: number, key: string): boolean {
		const start = this.#wordStarts[word] ?? 0;
		if ((this.#wordStarts[word + 1] ?? 0) - start !== key.length) {
			return false;
		}
		for (let at = 0; at < key.length; at++) {
			if (this.#characters[start + at] !== key.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}
}

/** A card is about 2 kB; more than these are not looked at in one sitting. */
const maxDecodedCards = 500;

/** FNV-1a over UTF-16 units. */
function hashWord(key: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at++) {
		hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	}
	return (hash ^ (hash >>> 15)) >>> 0;
}

function hashEdge(node: number, word: number): number {
	const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Slots for so many entries: a power of two, at most half full, so that a search for what is not there ends soon. */
function slotsFor(count: number): number {
	let slots = 4;
	while (slots < count * 2) {
		slots *= 2;
	}
	return slots;
}

class TrieBuilder {
	readonly #words = new Map<string, number>();
	/** `node * 2^24 + word` → node. */
	readonly #edges = new Map<number, number>();
	readonly #nodeEntries: number[] = [0];
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
		const joined = joinedKey(form, words);
		if (joined !== undefined) {
			this.#addPath([joined], index);
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
				this.#edges.set(edge, next);
			}
			node = next;
		}
		// Behind those that are there: the earlier form comes first.
		let last = this.#nodeEntries[node] ?? 0;
		const entry = this.#entries.length / 2;
		this.#entries.push(form, 0);
		if (last === 0) {
			this.#nodeEntries[node] = entry;
			return;
		}
		while (this.#entries[last * 2 + 1] !== 0) {
			last = this.#entries[last * 2 + 1] ?? 0;
		}
		this.#entries[last * 2 + 1] = entry;
	}

	pack(cards: readonly Card[]): ArrayBuffer {
		const words = [...this.#words.keys()];
		const encoder = new TextEncoder();
		const cardBytes = cards.map((card) => encoder.encode(JSON.stringify(card)));
		const wordSlots = slotsFor(words.length + 1);
		const edgeSlots = slotsFor(this.#edges.size + 1);
		const nodes = this.#nodeEntries.length;
		const entries = this.#entries.length / 2;
		const forms = this.#forms.length;
		const characters = words.reduce((sum, word) => sum + word.length, 0) + this.#forms.reduce((sum, form) => sum + form.text.length, 0);
		const json = cardBytes.reduce((sum, bytes) => sum + bytes.length, 0);
		const sections = [
			(words.length + 2) * 4,
			wordSlots * 4,
			edgeSlots * 12,
			nodes * 4,
			entries * 8,
			forms * 4,
			(forms + 1) * 4,
			(cards.length + 1) * 4,
			forms,
			characters * 2,
			json,
		];
		const starts: number[] = [];
		let length = headerLength * 4;
		for (const bytes of sections) {
			starts.push(length);
			length += (bytes + 3) & ~3;
		}
		const buffer = new ArrayBuffer(length);
		new Uint32Array(buffer, 0, headerLength).set([
			magic,
			version,
			words.length,
			wordSlots,
			edgeSlots,
			nodes,
			entries,
			forms,
			cards.length,
			characters,
			json,
		]);
		const section = (at: number) => starts[at] ?? 0;
		const pool = new Uint16Array(buffer, section(9), characters);
		let poolAt = 0;
		const pour = (text: string) => {
			for (let at = 0; at < text.length; at++) {
				pool[poolAt++] = text.charCodeAt(at);
			}
		};
		const wordStarts = new Uint32Array(buffer, section(0), words.length + 2);
		const slots = new Uint32Array(buffer, section(1), wordSlots);
		words.forEach((word, at) => {
			wordStarts[at + 1] = poolAt;
			pour(word);
			let slot = hashWord(word) & (wordSlots - 1);
			while (slots[slot] !== 0) {
				slot = (slot + 1) & (wordSlots - 1);
			}
			slots[slot] = at + 1;
		});
		wordStarts[words.length + 1] = poolAt;
		const edges = new Uint32Array(buffer, section(2), edgeSlots * 3);
		for (const [edge, next] of this.#edges) {
			const node = Math.floor(edge / 0x1000000);
			const word = edge % 0x1000000;
			let slot = hashEdge(node, word) & (edgeSlots - 1);
			while (edges[slot * 3 + 2] !== 0) {
				slot = (slot + 1) & (edgeSlots - 1);
			}
			edges.set([node, word, next], slot * 3);
		}
		new Uint32Array(buffer, section(3), nodes).set(this.#nodeEntries);
		new Uint32Array(buffer, section(4), entries * 2).set(this.#entries);
		new Int32Array(buffer, section(5), forms).set(this.#forms.map((form) => form.cardIndex));
		const formStarts = new Uint32Array(buffer, section(6), forms + 1);
		this.#forms.forEach((form, at) => {
			formStarts[at] = poolAt;
			pour(form.text);
		});
		formStarts[forms] = poolAt;
		const cardStarts = new Uint32Array(buffer, section(7), cards.length + 1);
		new Uint8Array(buffer, section(8), forms).set(this.#formModes);
		const jsonBytes = new Uint8Array(buffer, section(10), json);
		let jsonAt = 0;
		cardBytes.forEach((bytes, at) => {
			cardStarts[at] = jsonAt;
			jsonBytes.set(bytes, jsonAt);
			jsonAt += bytes.length;
		});
		cardStarts[cards.length] = jsonAt;
		return buffer;
	}
}

/** The form written as one word, where writers do that: `whistle-blower` → `whistleblower`, and Korean, whose spaces come and go. */
function joinedKey(form: TermForm, words: FormWords): string | undefined {
	if (words.keys.length < 2 || words.keys.length > 4) {
		return undefined;
	}
	const isHangul = words.flags.every((flags) => (flags & wordFlags.isHangul) !== 0);
	const isHyphenated = form.mode === 'phrase' && !isCapital(form.text) && isJoinedByHyphens(form.text, words);
	return isHangul || isHyphenated ? words.keys.join('') : undefined;
}
