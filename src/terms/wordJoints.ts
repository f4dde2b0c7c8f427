import { foldWord } from '../text/normalise.ts';
import { isContentWord } from '../text/stopWords.ts';
import { isJoinedByHyphens } from './formCheck.ts';
import type { FormWords } from './formWords.ts';
import { wordFlags } from './formWords.ts';
import type { FormMode } from './termTable.ts';

/**
 * Words that writers part or join at will: `whistle-blower`, `whistle blower`, `whistleblower`. A form is known by its own words and by those
 * that `otherPaths` gives; two words of a text are read as one by `FormWalk`.
 */

/** So short a word is more often one by itself: `may be`, `a part`, `off set`. */
const minPartLength = 3;

/** Whether two words of a text that stand beside each other may be one to another writer: `whistle blower`, `data base`; not `the rapist`. */
export function isJoinable(key: string, next: string): boolean {
	return areLongParts(key, next) && isContentWord(key) && isContentWord(next);
}

/** Whether both are long enough for it, which most are not. */
export function areLongParts(key: string, next: string): boolean {
	return isLongPart(key) && isLongPart(next) && key.length + next.length >= 7;
}

function isLongPart(key: string): boolean {
	return key.length >= minPartLength && key.charCodeAt(0) >= 0x61;
}

/** A word inside of a joined one, as it is written, folded: `data` in `database`. `key` is its key. */
export function foldedPart(text: string, start: number, end: number, key: string): string {
	return end - start === key.length && isWrittenAs(text, start, key) ? key : foldWord(text.slice(start, end));
}

/** Whether the key stands there letter for letter, capitals or not: `Grey` is not written as its key. Asked of each word of a note. */
function isWrittenAs(text: string, start: number, key: string): boolean {
	for (let at = 0; at < key.length; at++) {
		if ((text.charCodeAt(start + at) | 0x20) !== key.charCodeAt(at)) {
			return false;
		}
	}
	return true;
}

/**
 * The ways to write a form with other words: all its hyphens left out, or one of them, or one space of two or three words; an acronym with points
 * and without.
 */
export function otherPaths(text: string, words: FormWords, mode: FormMode): readonly (readonly string[])[] {
	const { keys, flags } = words;
	if (mode === 'acronym' && /^[A-Z]{2,5}$/.test(text)) {
		return [[...text.toLowerCase()]];
	}
	if (mode === 'acronym' && /^(?:[A-Z]\.){2,5}$/.test(text)) {
		return [[keys.join('')]];
	}
	if (keys.length < 2 || keys.length > maxJoinedWords) {
		return noPaths;
	}
	if (flags.every((flag) => (flag & wordFlags.isHangul) !== 0)) {
		return [
			[
				keys
					.slice(0, -1)
					.map((_, at) => partOf(text, words, at))
					.join('') + (keys.at(-1) ?? ''),
			],
		];
	}
	if (mode !== 'phrase' && !(mode === 'acronym' && isJoinedByHyphens(text, words))) {
		return noPaths;
	}
	let paths: string[][] | undefined;
	let hyphens = 0;
	for (let at = 0; at + 1 < keys.length; at++) {
		const key = keys[at] ?? '';
		const next = keys[at + 1] ?? '';
		const isHyphen = isHyphenBehind(text, words, at);
		hyphens += isHyphen ? 1 : 0;
		if (isHyphen || (keys.length <= 3 && isSpaceBehind(text, words, at) && isLongPart(key) && isLongPart(next))) {
			const path = keys.slice(1);
			for (let before = 0; before < at; before++) {
				path[before] = keys[before] ?? '';
			}
			path[at] = partOf(text, words, at) + next;
			paths = paths === undefined ? [path] : [...paths, path];
		}
	}
	if (hyphens > 1) {
		paths?.push(joinAll(text, words));
	}
	return paths ?? noPaths;
}

const noPaths: readonly (readonly string[])[] = [];

/** Longer forms are long enough to be written in one way. */
const maxJoinedWords = 5;

/** A word of a form as it is before another one in a joined word. */
function partOf(text: string, { keys, starts, ends }: FormWords, at: number): string {
	return foldedPart(text, starts[at] ?? 0, ends[at] ?? 0, keys[at] ?? '');
}

function isHyphenBehind(text: string, { starts, ends }: FormWords, at: number): boolean {
	const end = ends[at] ?? 0;
	return starts[at + 1] === end + 1 && isHyphenMark(text.charCodeAt(end));
}

/** Also one that does not break a line, and that of typesetters. */
function isHyphenMark(code: number): boolean {
	return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function isSpaceBehind(text: string, { starts, ends }: FormWords, at: number): boolean {
	const end = ends[at] ?? 0;
	return starts[at + 1] === end + 1 && text.charCodeAt(end) === 0x20;
}

function joinAll(text: string, words: FormWords): string[] {
	const { keys } = words;
	const joined: string[] = [];
	let before = '';
	keys.forEach((key, at) => {
		if (at + 1 < keys.length && isHyphenBehind(text, words, at)) {
			before += partOf(text, words, at);
		} else {
			joined.push(before + key);
			before = '';
		}
	});
	return joined;
}
