import { packedEnglishWords } from 'dossier:words-en';
import { foldWord } from '../../text/normalise.ts';

/** Says which words a language spells. */
export interface WordList {
	/** Whether the word is in the list as it is written: `Korea` is, `korea` is not; `They`, `THEY` and `they` all are. Accents and a possessive 's do not count. */
	has(word: string): boolean;
}

/**
 * The English list: about 89,000 forms, names with their capitals. It is opened at the first question, which
 * costs a search for line ends; the words under two first letters are unpacked when they are first asked for, and kept.
 */
export class PackedWordList implements WordList {
	readonly #packed: string;
	#groups: { readonly words: PackedGroups; readonly names: PackedGroups } | undefined;

	/** `packed` as `packWords` of `scripts/wordList.mjs` writes it. */
	constructor(packed: string) {
		this.#packed = packed;
	}

	has(word: string): boolean {
		const folded = foldWord(word);
		this.#groups ??= this.#open();
		return this.#groups.words.has(folded) || (word !== word.toLowerCase() && this.#groups.names.has(folded));
	}

	#open(): { readonly words: PackedGroups; readonly names: PackedGroups } {
		const gap = this.#packed.indexOf('\n\n');
		const end = gap < 0 ? this.#packed.length : gap;
		return { words: new PackedGroups(this.#packed, 0, end), names: new PackedGroups(this.#packed, end + 2, this.#packed.length) };
	}
}

/** The lines of one half of the packed list, by their two first letters. */
class PackedGroups {
	readonly #lines = new Map<string, string>();
	readonly #opened = new Map<string, ReadonlySet<string>>();

	constructor(packed: string, start: number, end: number) {
		for (let at = start; at < end; ) {
			const lineBreak = packed.indexOf('\n', at);
			const lineEnd = lineBreak < 0 ? end : Math.min(lineBreak, end);
			this.#lines.set(packed.slice(at, at + 2), packed.slice(at + 2, lineEnd));
			at = lineEnd + 1;
		}
	}

	has(small: string): boolean {
		const key = small.slice(0, 2).padEnd(2);
		let endings = this.#opened.get(key);
		if (!endings) {
			endings = unpack(this.#lines.get(key) ?? '');
			this.#opened.set(key, endings);
		}
		return endings.has(small.slice(2));
	}
}

/** Reads one line: for each word, a capital letter that counts what it shares with the one before it, and the rest. `AblesDy` is `bles`, `bley`. */
function unpack(line: string): ReadonlySet<string> {
	const endings = new Set<string>();
	let previous = '';
	for (let at = 0; at < line.length; ) {
		const shared = line.charCodeAt(at) - 65;
		let end = at + 1;
		while (end < line.length && line.charCodeAt(end) > 90) {
			end++;
		}
		previous = previous.slice(0, shared) + line.slice(at + 1, end);
		endings.add(previous);
		at = end;
	}
	return endings;
}

/** The shipped English list. */
export const englishWords: WordList = new PackedWordList(packedEnglishWords);
