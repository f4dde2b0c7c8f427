import { hasOwnGap } from './formCheck.ts';
import { keyOfWord, splitFormWords } from './formWords.ts';
import { GrowingNumbers, GrowingTexts } from './growingNumbers.ts';
import { GrowingTrie } from './growingTrie.ts';
import { type FormMode, maxFormWords, modes, ownGapBit } from './termTable.ts';
import { otherPaths } from './wordJoints.ts';

/** How a form is found: the nodes of the trie at which it ends. */
export interface FormPath {
	/** One for each text and mode, from 1. */
	readonly number: number;
	readonly nodes: readonly number[];
}

/**
 * The ways of forms through one trie of words. Grows only, so that the next table need not split the same forms again, and its nodes have the same
 * numbers; who uses it begins with a new one when most of it is of use no more.
 */
export class FormPaths {
	readonly trie = new GrowingTrie();
	/** How each form is written, by its number, and its mode as the table has it. */
	readonly texts = new GrowingTexts();
	readonly modes = new GrowingNumbers();
	readonly #known = new Map(modes.map((mode) => [mode, new Map<string, FormPath | undefined>()]));
	#count = 0;

	constructor() {
		// Form 0 is none.
		this.texts.add('');
		this.modes.push(0);
	}

	/** How many forms it knows. */
	get size(): number {
		return this.#count;
	}

	/** `undefined` for forms without a word, or of more than `maxFormWords` words. */
	get(text: string, mode: FormMode): FormPath | undefined {
		const known = this.#known.get(mode);
		let path = known?.get(text);
		if (path === undefined && known?.has(text) !== true) {
			path = this.#make(text, mode);
			known?.set(text, path);
		}
		return path;
	}

	#make(text: string, mode: FormMode): FormPath | undefined {
		const words = splitFormWords(text);
		if (words.keys.length === 0 || words.keys.length > maxFormWords || text.length > 1_000) {
			return undefined;
		}
		const nodes = [this.trie.addPath(words.keys)];
		const last = words.keys.at(-1) ?? '';
		if (mode === 'acronym' && keyOfWord(`${last}s`) !== last) {
			// `RCUs` looks like a Latin singular, and keeps its s.
			nodes.push(this.trie.addPath([...words.keys.slice(0, -1), `${last}s`]));
		}
		for (const path of otherPaths(text, words, mode)) {
			nodes.push(this.trie.addPath(path));
		}
		this.#count++;
		this.texts.add(text);
		this.modes.push(modes.indexOf(mode) | (hasOwnGap(text, words) ? ownGapBit : 0));
		return { number: this.#count, nodes: [...new Set(nodes)] };
	}
}
