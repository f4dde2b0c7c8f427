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
	return isLongPart(key) && isLongPart(next) && key.length + next.length >= 7 && isContentWord(key) && isContentWord(next);
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
	const { keys, starts, ends, flags } = words;
	if (mode === 'acronym' && /^[A-Z]{2,5}$/.test(text)) {
		return [[...text.toLowerCase()]];
	}
	if (mode === 'acronym' && /^(?:[A-Z]\.){2,5}$/.test(text)) {
		return [[keys.join('')]];
	}
	if (keys.length < 2 || keys.length > maxJoinedWords) {
		return [];
	}
	const parts = keys.map((key, at) => foldedPart(text, starts[at] ?? 0, ends[at] ?? 0, key));
	if (flags.every((flag) => (flag & wordFlags.isHangul) !== 0)) {
		return [[parts.slice(0, -1).join('') + (keys.at(-1) ?? '')]];
	}
	if (mode !== 'phrase' && !(mode === 'acronym' && isJoinedByHyphens(text, words))) {
		return [];
	}
	const paths: string[][] = [];
	const isHyphen = (at: number) => /^[-‐‑]$/.test(text.slice(ends[at], starts[at + 1]));
	const isSpace = (at: number) => text.slice(ends[at], starts[at + 1]) === ' ';
	const hyphens = keys.slice(1).filter((_, at) => isHyphen(at)).length;
	for (let at = 0; at + 1 < keys.length; at++) {
		const isOptional = isHyphen(at) || (keys.length <= 3 && isSpace(at) && isLongPart(keys[at] ?? '') && isLongPart(keys[at + 1] ?? ''));
		if (isOptional) {
			paths.push([...keys.slice(0, at), (parts[at] ?? '') + (keys[at + 1] ?? ''), ...keys.slice(at + 2)]);
		}
	}
	if (hyphens > 1) {
		paths.push(joinAll(keys, parts, isHyphen));
	}
	return paths;
}

/** Longer forms are long enough to be written in one way. */
const maxJoinedWords = 5;

function joinAll(keys: readonly string[], parts: readonly string[], isHyphen: (at: number) => boolean): string[] {
	const joined: string[] = [];
	let before = '';
	keys.forEach((key, at) => {
		if (at + 1 < keys.length && isHyphen(at)) {
			before += parts[at] ?? '';
		} else {
			joined.push(before + key);
			before = '';
		}
	});
	return joined;
}
