import { takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import type { FormSource } from './formSource.ts';
import { unpackCard } from './packedCard.ts';
import {
	droppedBit,
	makeNumbers,
	type Numbers,
	packSections,
	type ReadSection,
	readSections,
	roomFor,
	type SectionName,
	sections,
	type TableBuffer,
	type TableChange,
} from './tableSections.ts';

/**
 * How a form is compared with what stands in a text.
 * - `phrase`: in any case and number: `Massage Parlors` for `massage parlor`.
 * - `capital`: where the form has a capital letter the text must have one too, and the number must be the same: names of one word, people.
 * - `acronym`: letter for letter, a small plural `s` aside: `WHO` is not `who`.
 * - `family`: as `capital`, and no other name beside it: `Kim` alone, not in `Kim Jong-il` or `Andrew Kim`.
 * - `titled`: as `family`, and only behind a title: `Judge Aasen`.
 * - `called`: as `capital`, behind `the`, and no part of a longer name: `the Company`, which each document has another of.
 * - `person`: a whole name, as `capital` in one spelling, and no half of a longer one: not in `Mary Stone-Lee`.
 */
export type FormMode = 'phrase' | 'capital' | 'acronym' | 'family' | 'titled' | 'person' | 'called';

/** A form by which a term is recognised. */
export interface TermForm {
	readonly text: string;
	/** The index of its card; -1 for words that must not be recognised as anything (`Not:` of a glossary). */
	readonly cardIndex: number;
	readonly mode: FormMode;
}

export const modes: readonly FormMode[] = ['phrase', 'capital', 'acronym', 'family', 'titled', 'person', 'called'];
/** The bits of a mode. */
export const modeBits = 7;
/** Set beside the mode where the form itself holds a mark (`&`, `,`, `/`) between words, which then must stand in the text too. */
export const ownGapBit = 8;
/** Set where it ends in marks that belong to it: `C++`, `U.S.`. */
export const ownTailBit = 16;

/** Stands for the card of a form whose card is not kept: the form is as good as not there. */
export const droppedCard = -2;

/** A form longer than this is no term; it also bounds how far the matcher looks. */
export const maxFormWords = 16;

/** Numbers, with room behind the ones that count. */
interface Row {
	numbers: Numbers;
	length: number;
}

const noNumbers: Numbers = new Uint32Array();

/**
 * All terms of a collection in a few rows of numbers (`tableSections`): a trie of words (`formWords`), the forms, and the cards as JSON that is decoded
 * when asked for. Opening it costs nothing, whatever its size; following a change costs what changed. A card keeps its number as long as the table is
 * followed, and whoever holds a number from before a change still gets a card for it: that of now, or the last one that there was.
 */
export class TermTable implements FormSource {
	readonly #rows: Record<SectionName, Row>;
	#sequence = 0;
	// What is looked up for each word of a note, as it is in `#rows`.
	#wordStarts: Numbers = noNumbers;
	#wordSlots: Numbers = noNumbers;
	#edges: Numbers = noNumbers;
	#nodeEntries: Numbers = noNumbers;
	#entries: Numbers = noNumbers;
	#wordCharacters: Numbers = noNumbers;
	readonly #decoded = new Map<number, Card>();

	/** Takes the buffer as it is, without a copy. Throws where it is no whole table, which only a broken promise of ours can cause. */
	static open(buffer: TableBuffer): TermTable {
		return TermTable.update(undefined, buffer);
	}

	/**
	 * The table of now: that of the buffer, if it holds a whole one; else `table`, which follows the change that it holds. A change that is not the next
	 * one is a broken promise of ours, and throws.
	 */
	static update(table: TermTable | undefined, buffer: TableBuffer): TermTable {
		const { isWhole, sequence, sections: read } = readSections(buffer);
		const updated = isWhole || table === undefined ? new TermTable() : table;
		if (!isWhole && updated.#sequence !== sequence - 1) {
			throw new RangeError('Dossier: not the next change of the term table');
		}
		updated.#sequence = sequence;
		for (const section of read) {
			updated.#take(section, isWhole);
		}
		updated.#openRows();
		return updated;
	}

	/** A table that knows no term. */
	static empty(): TermTable {
		return new TermTable();
	}

	private constructor() {
		// One slot for words and edges each.
		const lengths: Partial<Record<SectionName, number>> = { wordSlots: 1, edges: 3 };
		const rows = sections.map((name) => [name, { numbers: makeNumbers(name, lengths[name] ?? 0), length: lengths[name] ?? 0 }]);
		this.#rows = Object.fromEntries(rows) as Record<SectionName, Row>;
		this.#openRows();
	}

	get cardCount(): number {
		return this.#rows.order.length;
	}

	/** All cards, the writer's own first, then best first. */
	listCards(): Card[] {
		const { numbers, length } = this.#rows.order;
		return Array.from(numbers.subarray(0, length), (id) => this.#decode(id));
	}

	/** The table as it is, whole, for `open`. */
	pack(): TableBuffer {
		const changes = sections.map((name) => {
			const { numbers, length } = this.#rows[name];
			return [name, { all: numbers.subarray(0, length), from: 0, changed: [] }];
		});
		const options = { sequence: this.#sequence, isWhole: true, hasRoom: false };
		return takeAllSteps(packSections(Object.fromEntries(changes) as TableChange, options));
	}

	#take({ name, length, from, places, values, fresh }: ReadSection, isWhole: boolean): void {
		const row = this.#rows[name];
		if (isWhole || from === 0) {
			row.numbers = isWhole ? fresh : fresh.slice();
			row.length = length;
			return;
		}
		for (let at = 0; at < places.length; at++) {
			const place = places[at] ?? 0;
			row.numbers[place] = values[at] ?? 0;
			if (name === 'cardStarts' || name === 'cardLengths') {
				this.#decoded.delete(place);
			}
		}
		if (length > row.numbers.length) {
			const larger = makeNumbers(name, roomFor(name, length));
			larger.set(row.numbers.subarray(0, from));
			row.numbers = larger;
		}
		row.numbers.set(fresh, from);
		row.length = length;
	}

	#openRows(): void {
		this.#wordStarts = this.#rows.wordStarts.numbers;
		this.#wordSlots = this.#rows.wordSlots.numbers;
		this.#edges = this.#rows.edges.numbers;
		this.#nodeEntries = this.#rows.nodeEntries.numbers;
		this.#entries = this.#rows.entries.numbers;
		this.#wordCharacters = this.#rows.wordCharacters.numbers;
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

	findNext(node: number, word: number): number {
		const mask = this.#edges.length / 3 - 1;
		for (let slot = hashEdge(node, word) & mask; ; slot = (slot + 1) & mask) {
			const next = this.#edges[slot * 3 + 2] ?? 0;
			if (next === 0 || (this.#edges[slot * 3] === node && this.#edges[slot * 3 + 1] === word)) {
				return next;
			}
		}
	}

	getEntry(node: number): number {
		return this.#nodeEntries[node] ?? 0;
	}

	getNextEntry(entry: number): number {
		return this.#entries[entry * 3 + 2] ?? 0;
	}

	getForm(entry: number): number {
		return this.#entries[entry * 3] ?? 0;
	}

	getEntryCard(entry: number): number {
		const card = (this.#entries[entry * 3 + 1] ?? 0) - 1;
		const length = this.#rows.cardLengths.numbers[card] ?? 0;
		return card >= 0 && (length === 0 || length >= droppedBit) ? droppedCard : card;
	}

	getFormMode(form: number): FormMode {
		return modes[(this.#rows.formModes.numbers[form] ?? 0) & modeBits] ?? 'phrase';
	}

	hasOwnGap(form: number): boolean {
		return ((this.#rows.formModes.numbers[form] ?? 0) & ownGapBit) !== 0;
	}

	hasOwnTail(form: number): boolean {
		return ((this.#rows.formModes.numbers[form] ?? 0) & ownTailBit) !== 0;
	}

	getFormText(form: number): string {
		const { formStarts, formCharacters } = this.#rows;
		return String.fromCharCode(...formCharacters.numbers.subarray(formStarts.numbers[form], formStarts.numbers[form + 1]));
	}

	/** Whether the card of a match is there: that of one found before a change may be no more. */
	hasCard(cardIndex: number): boolean {
		return (this.#rows.cardLengths.numbers[cardIndex] ?? 0) % droppedBit > 0;
	}

	/** The card, decoded when it is first asked for. `cardIndex` is that of a match. */
	getCard(cardIndex: number): Card {
		const known = this.#decoded.get(cardIndex);
		if (known !== undefined) {
			return known;
		}
		const card = this.#decode(cardIndex);
		if (this.#decoded.size >= maxDecodedCards) {
			this.#decoded.clear();
		}
		this.#decoded.set(cardIndex, card);
		return card;
	}

	#decode(cardIndex: number): Card {
		const start = this.#rows.cardStarts.numbers[cardIndex] ?? 0;
		const length = (this.#rows.cardLengths.numbers[cardIndex] ?? 0) % droppedBit;
		// Copied: a browser's decoder takes no shared memory.
		return unpackCard(decoder.decode(this.#rows.json.numbers.slice(start, start + length)));
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
			if (this.#wordCharacters[start + at] !== characters.charCodeAt(at)) {
				return false;
			}
		}
		return true;
	}
}

const decoder = new TextDecoder();

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
