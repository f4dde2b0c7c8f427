import { applyEdits, type Edit, type MappedText } from './edits.ts';

/** What no clean text holds as it stands: line ends but `\n`, control characters, invisible ones, odd spaces, ligatures. */
const oddCharacters =
	/\r\n?|[\u2028\u2029\u0085\v]|[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|(?<=\p{L})\u00ad\r?\n[ \t]{0,20}(?=\p{Ll})|\u00ad|[\u200b\u2060\ufeff]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\ufb00-\ufb06]/gu;

const ligatures = new Map([
	['\ufb00', 'ff'],
	['\ufb01', 'fi'],
	['\ufb02', 'fl'],
	['\ufb03', 'ffi'],
	['\ufb04', 'ffl'],
	['\ufb05', 'st'],
	['\ufb06', 'st'],
]);

/** The control characters that a text from Windows shows instead of its quotation marks and dashes, once somebody took it for Latin-1. */
const fromWindows = new Map(
	[...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, index) => [
		String.fromCharCode(
			[
				0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
				0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
			][index] ?? 0,
		),
		character,
	]),
);

/**
 * Makes the characters of a decoded text those of clean text: every line end is `\n`, control characters (NUL too) and invisible ones are
 * gone (soft hyphens within a word, with the line break behind them), odd spaces are spaces, Latin ligatures are letters, and the quotation marks of
 * Windows are themselves. Form feeds and tabs stay, as
 * they say where pages and cells end. For `"of\uFB01ce\r\n"` this is `"office\n"`.
 */
export function cleanCharacters(source: string): MappedText {
	const edits: Edit[] = [];
	for (const match of source.matchAll(oddCharacters)) {
		const [found] = match;
		const end = match.index + found.length;
		edits.push({ start: match.index, end, replacement: found === '\u00ad' ? softHyphenIn(source, match.index) : replacementOf(found) });
	}
	// `\r\n` keeps its `\n` as a character of the source, so that most of a Windows file is runs of whole lines.
	return applyEdits(
		source,
		edits.map((edit) => (source.startsWith('\r\n', edit.start) ? { start: edit.start, end: edit.start + 1, replacement: '' } : edit)),
	);
}

/** Between two letters a soft hyphen shows nothing. Beside anything else (`22­24 June`) it is the hyphen somebody meant. */
function softHyphenIn(source: string, at: number): string {
	return /\p{L}/u.test(source[at - 1] ?? '') && /\p{L}/u.test(source[at + 1] ?? '') ? '' : '-';
}

function replacementOf(found: string): string {
	if (/^[\r\u2028\u2029\u0085\v]/.test(found)) {
		return '\n';
	}
	return /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(found) ? ' ' : (ligatures.get(found) ?? fromWindows.get(found) ?? '');
}
