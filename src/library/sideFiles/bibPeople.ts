import { readLatex } from './latexText.ts';

/** More authors than a document's line can show. */
const maxPeople = 50;

/**
 * The people of an `author` field as Dossier writes them: `Ruiz, Ana and de la Cruz, Ben and {Coast Office}` gives
 * `Ana Ruiz, Ben de la Cruz, Coast Office`. `others` becomes `et al.`
 */
export function readBibPeople(field: string): string {
	const people = splitOutsideBraces(field, /\s+and\s+/giy, maxPeople + 1);
	const shown = people.slice(0, maxPeople).map(readPerson);
	if (people.length > maxPeople) {
		shown.push('et al.');
	}
	return shown.filter((name) => name !== '').join(', ');
}

function readPerson(source: string): string {
	const name = source.trim();
	if (name.toLowerCase() === 'others') {
		return 'et al.';
	}
	if (/\b(?:family|given)\s?=/.test(name.slice(0, 400))) {
		return readNamedParts(name);
	}
	const parts = splitOutsideBraces(name, /\s*,\s*/y, 4).map(readLatex);
	// `Last, First`, or `Last, Jr, First`.
	const [last = '', second = '', third = ''] = parts;
	const ordered = parts.length > 2 ? [third, last, second] : [second, last];
	return (parts.length > 1 ? ordered : [last]).filter((part) => part !== '').join(' ');
}

/** BibLaTeX's other form: `given=Ana, prefix=de, family=Ruiz`. */
function readNamedParts(name: string): string {
	const parts = new Map<string, string>();
	for (const part of splitOutsideBraces(name, /\s*,\s*/y, 10)) {
		const equals = part.indexOf('=');
		parts.set(part.slice(0, equals).trim().toLowerCase(), readLatex(part.slice(equals + 1).replaceAll('"', '')));
	}
	return ['given', 'prefix', 'family', 'suffix']
		.map((key) => parts.get(key) ?? '')
		.filter((part) => part !== '')
		.join(' ');
}

/** The pieces between separators that stand in no braces; at most `limit`. `separator` is sticky. */
function splitOutsideBraces(text: string, separator: RegExp, limit: number): string[] {
	const pieces: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length && pieces.length < limit; at++) {
		const char = text[at];
		if (char === '\\') {
			at++;
		} else if (char === '{') {
			depth++;
		} else if (char === '}') {
			depth = Math.max(0, depth - 1);
		} else if (depth === 0 && (char === ',' || (/\s/.test(char ?? '') && !/\s/.test(text[at - 1] ?? '')))) {
			separator.lastIndex = at;
			const found = separator.exec(text)?.[0];
			if (found !== undefined) {
				pieces.push(text.slice(start, at));
				start = at + found.length;
				at = start - 1;
			}
		}
	}
	if (pieces.length < limit) {
		pieces.push(text.slice(start));
	}
	return pieces.filter((piece) => piece.trim() !== '');
}
