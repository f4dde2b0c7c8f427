import { MappedTextBuilder } from '../../text/offsetMap.ts';
import type { MappedText } from './edits.ts';

/** What stands in the place of characters that no clean text holds. What is not here stays; the empty string leaves out. */
const replacements: ReadonlyMap<number, string> = new Map([
	...range(0x00, 0x08, ''),
	[0x0b, '\n'],
	...range(0x0e, 0x1f, ''),
	...range(0x7f, 0x9f, ''),
	[0x85, '\n'],
	[0xa0, ' '],
	...range(0x2000, 0x200a, ' '),
	[0x200b, ''],
	[0x2028, '\n'],
	[0x2029, '\n'],
	[0x202f, ' '],
	[0x205f, ' '],
	[0x2060, ''],
	[0x3000, ' '],
	[0xfeff, ''],
	// Latin ligatures.
	...['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'].map((letters, index): [number, string] => [0xfb00 + index, letters]),
	// The control characters that a text from Windows shows instead of its quotation marks and dashes, once somebody took it for Latin-1.
	...[...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((character, index): [number, string][] =>
		character === ' ' || index === 5 ? [] : [[0x80 + index, character]],
	),
]);

function range(first: number, last: number, replacement: string): [number, string][] {
	return Array.from({ length: last - first + 1 }, (_, index) => [first + index, replacement]);
}

const [tab, newline, formFeed, carriageReturn, softHyphen] = [0x09, 0x0a, 0x0c, 0x0d, 0xad];

/**
 * Makes the characters of a decoded text those of clean text: every line end is `\n`, control characters (NUL too) and invisible ones are
 * gone (soft hyphens within a word, with the line break behind them), odd spaces are spaces, Latin ligatures are letters, and the quotation
 * marks of Windows are themselves. Form feeds and tabs stay, as they say where pages and cells end. For `"of\uFB01ce\r\n"` this is `"office\n"`.
 */
export function cleanCharacters(source: string): MappedText {
	const builder = new MappedTextBuilder();
	let done = 0;
	for (let at = 0; at < source.length; at++) {
		const unit = source.charCodeAt(at);
		if ((unit >= 0x20 && unit < 0x7f) || unit === newline || unit === tab || unit === formFeed) {
			continue;
		}
		const replacement =
			unit === carriageReturn ? lineEndOf(source, at) : unit === softHyphen ? softHyphenIn(source, at) : replacements.get(unit);
		if (replacement !== undefined) {
			builder.addFromSource(source.slice(done, at), done);
			builder.addOwn(replacement);
			done = unit === softHyphen && replacement === '' ? endOfBreak(source, at + 1) : at + 1;
			const wordEnd = done > at + 1 && isWrappedLine(source, at) ? endOfCarriedWord(source, done) : undefined;
			if (wordEnd !== undefined) {
				builder.addFromSource(source.slice(done, wordEnd), done);
				builder.addOwn('\n');
				done = wordEnd + 1;
			}
			at = done - 1;
		}
	}
	builder.addFromSource(done === 0 ? source : source.slice(done), done);
	return builder.build();
}

/** `\r\n` keeps its `\n` as a character of the source. */
function lineEndOf(source: string, at: number): string {
	return source.charCodeAt(at + 1) === newline ? '' : '\n';
}

/** Between two letters a soft hyphen shows nothing, nor at the end of a line that a word runs over. Beside anything else (`22\u00AD24 June`) it is the hyphen somebody meant. */
function softHyphenIn(source: string, at: number): string {
	const isBehindLetter = /\p{L}/u.test(source[at - 1] ?? '');
	return isBehindLetter && /\p{L}/u.test(source[endOfBreak(source, at + 1)] ?? '') ? '' : '-';
}

/** So much of a line must follow the word that began on the line before, or the rest of it is no line of its own. */
const minCarriedLine = 10;

/**
 * Where the second half of a word ends that a soft hyphen carried over a line end, if a space and most of a line follow: the line end moves
 * there, so that the lines keep about their width. Only plain letters and signs, so that nothing in the word would be cleaned.
 */
function endOfCarriedWord(source: string, start: number): number | undefined {
	const length = /^[\x21-\x7e\u00c0-\u024f]{1,40}(?= )/.exec(source.slice(start, start + 41))?.[0].length;
	const end = start + (length ?? 0);
	return length !== undefined && !/[\r\n\f]/.test(source.slice(end, end + minCarriedLine)) && end + minCarriedLine <= source.length
		? end
		: undefined;
}

const maxColumnWidth = 75;

/** Whether the line up to here is about as long as the lines of a column are. */
function isWrappedLine(source: string, end: number): boolean {
	const length = /[^\r\n\f]{0,80}$/.exec(source.slice(Math.max(0, end - maxColumnWidth - 1), end))?.[0].length ?? 0;
	return length >= 28 && length <= maxColumnWidth;
}

/** The offset behind a line break and the indentation after it; `at` itself if none stands there. */
function endOfBreak(source: string, at: number): number {
	const found = /^\r?\n[ \t]{0,20}(?=\p{Ll})/u.exec(source.slice(at, at + 24));
	return at + (found?.[0].length ?? 0);
}
