import { applyEdits, type Edit, type MappedText } from './edits.ts';

/**
 * Letters with the marks behind them, syllables of Hangul in their parts, Kana with their voicing mark: what a Mac writes in file names, and what is
 * copied from there. Of marks no more than any writing has (Unicode's stream-safe text has thirty): to put a hundred thousand in order takes minutes.
 */
const parted =
	/\p{L}[\u0300-\u036f]{1,30}|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[\u3040-\u30ff][\u3099\u309a]/gu;

const partsAlone = /[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/;

/** The letters of a text that stand in parts and have a character of their own, in order. */
export function findPartedLetters(text: string): readonly Edit[] {
	const edits: Edit[] = [];
	if (partsAlone.test(text)) {
		for (const { 0: letter, index } of text.matchAll(parted)) {
			const replacement = letter.normalize('NFC');
			if (replacement.length < letter.length) {
				edits.push({ start: index, end: index + letter.length, replacement });
			}
		}
	}
	return edits;
}

/**
 * Makes one character of what is written in parts (NFC, for letters alone): the same text reads the same to every reader and every rule, whoever
 * typed it. Of `한` in three parts this is `한`, of `é` in two `é`. What has no one character stays (`x̂`), and so do signs that only look the same (`Å`
 * of Ångström).
 */
export function composeLetters(text: string): MappedText {
	return applyEdits(text, findPartedLetters(text));
}
