import { englishWords } from '../repair/wordList.ts';
import type { PdfLine } from './pdfLines.ts';

/** How two lines of a paragraph meet: how many characters of the first are left out, and what stands between them. */
export interface LineJoint {
	readonly cut: number;
	readonly separator: '' | ' ';
}

const brokenWord = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u;
const restOfWord = /^[\p{L}\p{M}]+/u;
/** What a hyphen that stands for a word's second half is followed by. */
const conjunction = /^(?:and|or|nor|to|und|oder|bzw|et|ou|y|o|u|e)\b/iu;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]/u;

/**
 * Says how lines meet. A hyphen at a line's end goes where the document writes the word without it, or where the word is in the English list; it
 * stays where the document writes it so, or where both halves are English words by themselves (`cost-effective`). Nobody knowing, it goes: a
 * line's end is where words are broken.
 */
export class LineJoints {
	readonly #known: ReadonlySet<string>;

	/** `lines` are those of the whole document. */
	constructor(lines: readonly PdfLine[]) {
		const asked = new Set<string>();
		for (const [at, line] of lines.entries()) {
			const first = brokenWord.exec(line.text.slice(-60));
			const rest = first ? restOfWord.exec(lines[at + 1]?.text.slice(0, 60) ?? '') : undefined;
			if (first && rest) {
				asked.add(fold(`${first[1]}${rest[0]}`)).add(fold(`${first[1]}-${rest[0]}`));
			}
		}
		this.#known = asked.size > 0 ? findWords(lines, asked) : asked;
	}

	joint(before: string, after: string): LineJoint {
		const found = brokenWord.exec(before.slice(-60));
		const rest = restOfWord.exec(after.slice(0, 60))?.[0];
		if (!found || rest === undefined) {
			const isTight = (wide.test(before.slice(-1)) && wide.test(after.slice(0, 1))) || /[\d/][-\u2010]$/u.test(before);
			return { cut: 0, separator: isTight ? '' : ' ' };
		}
		const [, first = '', hyphen] = found;
		if (hyphen === '\u00ad') {
			return { cut: 1, separator: '' };
		}
		if (conjunction.test(after) && !this.#known.has(fold(first + rest))) {
			return { cut: 0, separator: ' ' };
		}
		return { cut: this.#isHyphenMeant(first, rest) ? 0 : 1, separator: '' };
	}

	#isHyphenMeant(first: string, rest: string): boolean {
		if (/^\p{Lu}/u.test(rest)) {
			return true;
		}
		if (this.#known.has(fold(`${first}-${rest}`))) {
			return !this.#known.has(fold(first + rest));
		}
		if (this.#known.has(fold(first + rest)) || englishWords.has(first + rest)) {
			return false;
		}
		return first.length >= 3 && rest.length >= 3 && englishWords.has(first) && englishWords.has(rest);
	}
}

function fold(word: string): string {
	return word.toLowerCase().replace('\u2010', '-');
}

/** Which of the asked words stand within a line somewhere. */
function findWords(lines: readonly PdfLine[], asked: ReadonlySet<string>): ReadonlySet<string> {
	const found = new Set<string>();
	for (const { text } of lines) {
		for (const match of text.matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)?/gu)) {
			const word = fold(match[0]);
			// What ends or begins a line may be half a word.
			if (asked.has(word) && match.index > 0 && match.index + match[0].length < text.length) {
				found.add(word);
			}
		}
	}
	return found;
}
