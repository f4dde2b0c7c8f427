import { applyEdits, type Edit, type MappedText } from './edits.ts';

/** What no clean text holds as it stands: line ends but `\n`, control characters, invisible ones, odd spaces, ligatures. */
const oddCharacters =
	/\r\n?|[\u2028\u2029\u0085\v]|[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|\u00ad(?:[ \t]{0,20}\r?\n[ \t]{0,20}(?=\p{L}))?|[\u200b\u2060\ufeff]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\ufb00-\ufb06]/gu;

const ligatures = new Map([
	['\ufb00', 'ff'],
	['\ufb01', 'fi'],
	['\ufb02', 'fl'],
	['\ufb03', 'ffi'],
	['\ufb04', 'ffl'],
	['\ufb05', 'st'],
	['\ufb06', 'st'],
]);

/**
 * Makes the characters of a decoded text those of clean text: every line end is `\n`, control characters (NUL too) and invisible ones are
 * gone (soft hyphens with the line break behind them), odd spaces are spaces, Latin ligatures are letters. Form feeds and tabs stay, as
 * they say where pages and cells end. For `"of\uFB01ce\r\n"` this is `"office\n"`.
 */
export function cleanCharacters(source: string): MappedText {
	const edits: Edit[] = [];
	for (const match of source.matchAll(oddCharacters)) {
		const [found] = match;
		edits.push({ start: match.index, end: match.index + found.length, replacement: replacementOf(found) });
	}
	// `\r\n` keeps its `\n` as a character of the source, so that most of a Windows file is runs of whole lines.
	return applyEdits(
		source,
		edits.map((edit) => (source.startsWith('\r\n', edit.start) ? { start: edit.start, end: edit.start + 1, replacement: '' } : edit)),
	);
}

function replacementOf(found: string): string {
	if (/^[\r\u2028\u2029\u0085\v]/.test(found)) {
		return '\n';
	}
	return /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(found) ? ' ' : (ligatures.get(found) ?? '');
}
