import { documentKinds } from '../library/document.ts';
import type { Range } from '../text/range.ts';
import { spellingApartInNames } from '../text/spellings.ts';
import { tokenise } from '../text/tokenise.ts';

/** What a query can choose documents, or pages of them, by. */
export type Field = 'title' | 'author' | 'site' | 'type' | 'language' | 'date' | 'path' | 'page';

/** Its range counts in the text of the query, minus and quotation marks included. */
export interface Filter extends Range {
	readonly field: Field;
	/** As typed, without quotation marks. */
	readonly value: string;
	readonly isExcluded: boolean;
}

/** What filters know of a document. */
export interface FilteredDocument {
	readonly title: string | null;
	readonly author: string | null;
	readonly publisher: string | null;
	readonly kind: string;
	readonly language: string | null;
	/** EDTF: `2008-03-01`, `2008`. */
	readonly date: string | null;
	/** The URI of the source folder, and the path below it. */
	readonly folder: string;
	readonly relativePath: string;
}

/** As the value of a field: documents of which the author, site, language or date is not known. */
export const unknownValue = 'none';

const names = new Map<string, Field>([
	['title', 'title'],
	['author', 'author'],
	['by', 'author'],
	['site', 'site'],
	['publisher', 'site'],
	['type', 'type'],
	['kind', 'type'],
	['lang', 'language'],
	['language', 'language'],
	['year', 'date'],
	['years', 'date'],
	['date', 'date'],
	['path', 'path'],
	['file', 'path'],
	['folder', 'path'],
	['page', 'page'],
]);

/** The field of this name, in any case; `undefined` if there is none. */
export function fieldOfName(name: string): Field | undefined {
	return names.get(name.toLowerCase());
}

/**
 * Whether the filters choose the document: of each field one of the values must fit, and none of those that are left out may. Pages are not looked at.
 * Titles, authors and sites fit where the words stand in them in a row, accents, case and English spellings aside; kinds where they are called so; languages with all
 * their regions; dates where they lie within (`2019`, `2019-05`, `2019..2023`, `..2023`); paths where they hold the text, as `/reports/2019/Tides.pdf`
 * with the source folder's own name first, so that `path:/reports/` is a folder and all in it. `none` fits where author, site, language or date is not known.
 */
export function isChosen(document: FilteredDocument, filters: readonly Filter[]): boolean {
	const wanted = new Map<Field, boolean>();
	for (const { field, value, isExcluded } of filters) {
		if (field === 'page') {
			continue;
		}
		const fits = fitsField(document, field, value);
		if (isExcluded && fits) {
			return false;
		}
		if (!isExcluded) {
			wanted.set(field, (wanted.get(field) ?? false) || fits);
		}
	}
	return [...wanted.values()].every((fits) => fits);
}

/** Whether the page filters choose a page of this label (`39`, `iv`); null is no page. `3..7` is every number between. */
export function isPageChosen(label: string | null, filters: readonly Filter[]): boolean {
	const pages = filters.filter(({ field }) => field === 'page');
	const fits = (value: string) => {
		const [from, to] = readInterval(value.toLowerCase());
		const number = Number(label);
		return (
			label !== null &&
			(label.toLowerCase() === value.toLowerCase() || (value.includes('..') && number >= Number(from) && number <= Number(to || Infinity)))
		);
	};
	const wanted = pages.filter(({ isExcluded }) => !isExcluded);
	return (
		(wanted.length === 0 || wanted.some(({ value }) => fits(value))) && !pages.some(({ value, isExcluded }) => isExcluded && fits(value))
	);
}

/** Whether no document can ever fit a filter, since what it asks for is no value of its field: `year:abc`, `type:zebra`, `lang:english`, `year:201`. */
export function isImpossible({ field, value }: Pick<Filter, 'field' | 'value'>): boolean {
	if (value.toLowerCase() === unknownValue) {
		return false;
	}
	switch (field) {
		case 'date': {
			const ends = readInterval(value);
			return ends.every((end) => end === '') || !ends.every((end) => /^(?:\d{4}(?:-\d{2}){0,2})?$/.test(end));
		}
		case 'type':
			return !kinds.has(value.toLowerCase()) && !kindNames.has(value.toLowerCase());
		case 'language':
			return !/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(value);
		default:
			return false;
	}
}

/** Whether a document fits one value of a field. */
export function fitsField(document: FilteredDocument, field: Exclude<Field, 'page'>, value: string): boolean {
	if (value.toLowerCase() === unknownValue && isUnknown(document, field)) {
		return true;
	}
	switch (field) {
		case 'title':
			return holdsWords(document.title, value);
		case 'author':
			return holdsWords(document.author, value);
		case 'site':
			return holdsWords(document.publisher, value);
		case 'type':
			return (kindNames.get(value.toLowerCase()) ?? [value.toLowerCase()]).includes(document.kind);
		case 'language':
			return document.language !== null && `${document.language.toLowerCase()}-`.startsWith(`${value.toLowerCase()}-`);
		case 'date':
			return isWithin(document.date, value);
		case 'path':
			return toFullPath(document).normalize('NFC').toLowerCase().includes(value.normalize('NFC').toLowerCase());
	}
}

/** The path of a document as `path:` sees it: the source folder's own name, then the path below it. */
export function toFullPath({ folder, relativePath }: Pick<FilteredDocument, 'folder' | 'relativePath'>): string {
	const name = folder.replace(/\/+$/, '').split('/').at(-1) ?? '';
	try {
		return `/${decodeURIComponent(name)}/${relativePath}`;
	} catch {
		return `/${name}/${relativePath}`;
	}
}

function isUnknown(document: FilteredDocument, field: Exclude<Field, 'page'>): boolean {
	switch (field) {
		case 'author':
			return document.author === null;
		case 'site':
			return document.publisher === null;
		case 'language':
			return document.language === null;
		case 'date':
			return document.date === null;
		default:
			return false;
	}
}

/** Every kind: the type holds the list whole. */
const kinds: ReadonlySet<string> = new Set(documentKinds);

/** What people call kinds of files. */
const kindNames = new Map<string, readonly string[]>([
	['word', ['docx']],
	['doc', ['docx']],
	['text', ['txt']],
	['markdown', ['md']],
	['htm', ['html']],
	['web', ['html']],
	['webpage', ['html']],
	['mail', ['eml', 'mbox']],
	['email', ['eml', 'mbox']],
	['e-mail', ['eml', 'mbox']],
	['ebook', ['epub']],
	['e-book', ['epub']],
	['book', ['epub']],
	['latex', ['tex']],
	['table', ['csv']],
	['subtitles', ['srt', 'vtt']],
]);

function holdsWords(text: string | null, value: string): boolean {
	const fold = (words: string) =>
		` ${tokenise(words)
			.map(({ folded }) => spellingApartInNames(folded))
			.join(' ')} `;
	return text !== null && fold(text).includes(fold(value));
}

/** Whether a date lies within an interval: as far as it is known, and with as much as is asked. */
function isWithin(date: string | null, value: string): boolean {
	if (date === null) {
		return false;
	}
	const [from, to] = readInterval(value);
	const start = date.slice(0, Math.max(4, from.length));
	const end = date.slice(0, Math.max(4, to.length));
	return (from === '' || start >= from.slice(0, start.length)) && (to === '' || end <= to);
}

/** `2019..2023` as its two ends, `2019` as both, `..2023` and `2019..` with an empty one; `2019-2023`, `>=2019` and the like too. */
function readInterval(value: string): readonly [string, string] {
	const years = /^(\d{4})[-–](\d{4})$/.exec(value);
	if (years !== null) {
		return [years[1] ?? '', years[2] ?? ''];
	}
	const bound = /^([<>])(=?)(\d{1,4})$/.exec(value);
	if (bound !== null) {
		const number = Number(bound[3]);
		const width = bound[3]?.length ?? 0;
		const shown = (next: number) => String(next).padStart(width, '0');
		return bound[1] === '>' ? [shown(bound[2] === '=' ? number : number + 1), ''] : ['', shown(bound[2] === '=' ? number : number - 1)];
	}
	const dots = value.indexOf('..');
	return dots < 0 ? [value, value] : [value.slice(0, dots), value.slice(dots + 2)];
}
