import type { Card } from './card.ts';

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

/** What a buffer of terms begins with. The builder (`termTableBuilder`) writes what this file reads. */
export const magic = 0x4d545344;
export const version = 2;
export const headerLength = 12;
export const modes: readonly FormMode[] = ['phrase', 'capital', 'acronym', 'family'];
/** Set beside the mode where the form itself holds a mark (`&`, `,`, `/`) between words, which then must stand in the text too. */
export const ownGapBit = 4;

/** Stands for the card of a form whose card was dropped when the table was packed: the form is as good as not there. */
export const droppedCard = -2;

/** A form longer than this is no term; it also bounds how far the matcher looks. */
export const maxFormWords = 16;

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
	readonly #isDropped: Uint8Array | undefined;
	readonly #decoded = new Map<number, Card>();

	/**
	 * Takes the buffer as it is, without a copy. Throws where it is none of `packTermTable`’s, which only a broken promise of ours can cause. Without
	 * the cards (1 by index) that are dropped, if some are.
	 */
	static open(buffer: ArrayBuffer, isDropped?: Uint8Array): TermTable {
		return new TermTable(buffer, isDropped);
	}

	/** A table that knows no term. */
	static empty(): TermTable {
		// One slot for words and edges each, one node, one entry, and the ends of no form and no card.
		const buffer = new ArrayBuffer((headerLength + 2 + 1 + 3 + 1 + 2 + 1 + 1) * 4);
		new Uint32Array(buffer).set([magic, version, 0, 1, 1, 1, 1, 0, 0, 0, 0]);
		return new TermTable(buffer);
	}

	private constructor(buffer: ArrayBuffer, isDropped?: Uint8Array) {
		this.#isDropped = isDropped;
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

	/** The number of a word of some form, given whole or in two parts; 0 for a word of none. */
	findWord(key: string, rest = ''): number {
		const mask = this.#wordSlots.length - 1;
		for (let slot = hashWord(key, rest) & mask; ; slot = (slot + 1) & mask) {
			const word = this.#wordSlots[slot] ?? 0;
			if (word === 0 || this.#isWord(word, key, rest)) {
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
		const card = this.#formCards[form] ?? -1;
		return this.#isDropped?.[card] === 1 ? droppedCard : card;
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

	#isWord(word: number, key: string, rest: string): boolean {
		const start = this.#wordStarts[word] ?? 0;
		return (
			(this.#wordStarts[word + 1] ?? 0) - start === key.length + rest.length &&
			this.#standsAt(start, key) &&
			this.#standsAt(start + key.length, rest)
		);
	}

	#standsAt(start: number, characters: string): boolean {
		for (let at = 0; at < characters.length; at++) {
			if (this.#characters[start + at] !== characters.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}
}

/** A card is about 2 kB; more than these are not looked at in one sitting. */
const maxDecodedCards = 500;

/** FNV-1a over the UTF-16 units of a word, given whole or in two parts. */
export function hashWord(key: string, rest = ''): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < key.length; at++) {
		hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
	}
	for (let at = 0; at < rest.length; at++) {
		hash = Math.imul(hash ^ rest.charCodeAt(at), 0x01000193);
	}
	return (hash ^ (hash >>> 15)) >>> 0;
}

export function hashEdge(node: number, word: number): number {
	const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}
