import { findOwnTail, hasOwnGap } from './formCheck.ts';
import { keyOfWord, placePlainWords, splitFormWords } from './formWords.ts';
import { GrowingNumbers, GrowingTexts } from './growingNumbers.ts';
import { GrowingTrie } from './growingTrie.ts';
import { type FormMode, maxFormWords, modes, ownGapBit, ownTailBit } from './termTable.ts';
import { otherPaths } from './wordJoints.ts';

/**
 * The ways of forms through one trie of words. Grows only, so that the next table need not split the same forms again, and its nodes have the same
 * numbers; who uses it begins with a new one when most of it is of use no more.
 */
export class FormPaths {
	readonly trie = new GrowingTrie();
	/** How each form is written, by its number, and its mode as the table has it. */
	readonly texts = new GrowingTexts();
	readonly modes = new GrowingNumbers();
	readonly #known = new Map(modes.map((mode) => [mode, new Map<string, number>()]));
	/** Where among `nodes` those of each form begin, by its number, and where the last ones end. */
	readonly nodeStarts = new GrowingNumbers();
	/** The nodes of the trie at which each form ends. */
	readonly nodes = new GrowingNumbers();

	constructor() {
		// Form 0 is none.
		this.texts.add('');
		this.modes.push(0);
		this.nodeStarts.growTo(2);
	}

	/** How many forms it knows. */
	get size(): number {
		return this.modes.length - 1;
	}

	/**
	 * The number of the form, from 1, one for each text and mode; 0 for forms without a word, or of more than `maxFormWords` words. `keys`: those of its
	 * words, where they are known.
	 */
	get(text: string, mode: FormMode, keys?: readonly string[]): number {
		const known = this.#known.get(mode);
		let form = known?.get(text);
		if (form === undefined) {
			form = this.#make(text, mode, keys);
			known?.set(text, form);
		}
		return form;
	}

	#make(text: string, mode: FormMode, keys: readonly string[] | undefined): number {
		const words = (keys && placePlainWords(text, keys)) ?? splitFormWords(text);
		if (words.keys.length === 0 || words.keys.length > maxFormWords || text.length > 1_000) {
			return 0;
		}
		this.#addPath(words.keys);
		const last = words.keys.at(-1) ?? '';
		if (mode === 'acronym' && keyOfWord(`${last}s`) !== last) {
			// `RCUs` looks like a Latin singular, and keeps its s.
			this.#addPath([...words.keys.slice(0, -1), `${last}s`]);
		}
		const others = otherPaths(text, words, mode);
		for (let at = 0; at < others.length; at++) {
			this.#addPath(others[at] ?? []);
		}
		this.nodeStarts.push(this.nodes.length);
		this.texts.add(text);
		this.modes.push(modes.indexOf(mode) | (hasOwnGap(text, words) ? ownGapBit : 0) | (findOwnTail(text) !== '' ? ownTailBit : 0));
		return this.size;
	}

	/** A way of the form that is being made; where two lead to one node, it ends there once. */
	#addPath(keys: readonly string[]): void {
		const node = this.trie.addPath(keys);
		for (let at = this.nodeStarts.get(this.size + 1); at < this.nodes.length; at++) {
			if (this.nodes.get(at) === node) {
				return;
			}
		}
		this.nodes.push(node);
	}
}
