import { parseDate } from './date.ts';

/** What the lines `Title: …`, `Author: …` at the top of a text say. */
export interface HeaderFields {
	readonly title: string | null;
	readonly author: string | null;
	readonly date: string | null;
	readonly publisher: string | null;
}

const field =
	/^(title|headline|subject|authors?|by|byline|writer|date|dated|published|publication date|publisher|source|publication|site|website|newspaper|journal)\s?:\s(.{1,200})$/iu;

/** What court papers write before a name that signs. */
const signed = /^\/?[sS]\/\s*(?=\p{Lu})/u;

/** Reads such lines out of a text's first lines; null where none says. Two different fields at least, so that no sentence with a colon counts. */
export function readHeaderFields(lines: readonly string[]): HeaderFields {
	const found = new Map<keyof HeaderFields, string>();
	for (const line of lines) {
		const [, name = '', value = ''] = field.exec(line) ?? [];
		const key = keyOf(name.toLowerCase());
		const text = key === 'date' ? parseDate(value) : value.replace(signed, '').trim();
		if (key && text !== undefined && text !== '' && !found.has(key)) {
			found.set(key, text);
		}
	}
	const get = (key: keyof HeaderFields) => (found.size >= 2 ? (found.get(key) ?? null) : null);
	return { title: get('title'), author: get('author'), date: get('date'), publisher: get('publisher') };
}

/** Whether the line is such a field. */
export function isHeaderField(line: string): boolean {
	return field.test(line);
}

function keyOf(name: string): keyof HeaderFields | undefined {
	switch (name) {
		case 'title':
		case 'headline':
		case 'subject':
			return 'title';
		case 'author':
		case 'authors':
		case 'by':
		case 'byline':
		case 'writer':
			return 'author';
		case 'date':
		case 'dated':
		case 'published':
		case 'publication date':
			return 'date';
		case '':
			return undefined;
		default:
			return 'publisher';
	}
}
