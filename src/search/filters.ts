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
	['intitle', 'title'],
	['author', 'author'],
	['by', 'author'],
	['site', 'site'],
	['publisher', 'site'],
	['type', 'type'],
	['kind', 'type'],
	['filetype', 'type'],
	['ext', 'type'],
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
 * Titles, authors and sites fit where the words stand in them in a row, accents, case, apostrophes and English spellings aside, an author's family name first too
 * (`"Roe, Ann"`); kinds where they are called so; languages with all their regions, or by name; dates where they lie within (`2019`, `2019-05`, `2019..2023`,
 * `..2023`); paths where they hold the text, `*` for anything, as `/reports/2019/Tides.pdf` with the source folder's own name first, so that `path:/reports/`
 * is a folder and all in it. `none` fits where author, site, language or date is not known.
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

/** Whether the page filters choose a page of this label (`39`, `iv`); null is no page. `3..7` and `3-7` are every number between. */
export function isPageChosen(label: string | null, filters: readonly Filter[]): boolean {
	const pages = filters.filter(({ field }) => field === 'page');
	const number = Number(label);
	const fits = (value: string) => {
		const range = value.toLowerCase().replace(/^(\d+)[-–](\d+)$/, '$1..$2');
		const [from, to] = readInterval(range);
		const isBetween = range.includes('..') && number >= Number(from) && number <= Number(to || Infinity);
		return label !== null && (label.toLowerCase() === value.toLowerCase() || isBetween);
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
			return !/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/.test(toLanguageCode(value));
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
			return namesInOrder(value).some((name) => namesInOrder(document.author ?? '').some((author) => holdsWords(author, name)));
		case 'site':
			return holdsWords(document.publisher, value);
		case 'type':
			return (kindNames.get(value.toLowerCase()) ?? [value.toLowerCase()]).includes(document.kind);
		case 'language':
			return document.language !== null && `${document.language.toLowerCase()}-`.startsWith(`${toLanguageCode(value)}-`);
		case 'date':
			return isWithin(document.date, value);
		case 'path':
			return holdsPath(toFullPath(document), value);
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

/** A family name that stands first, before a comma, may stand last as well: `Roe, Ann` is `Ann Roe`. Several authors stand behind semicolons. */
function namesInOrder(names: string): readonly string[] {
	const turned = names.replace(/([^;,]+),([^;,]+)(?=;|$)/g, '$2 $1');
	return turned === names ? [names] : [names, turned];
}

function holdsWords(text: string | null, value: string): boolean {
	const fold = (words: string) =>
		` ${tokenise(words)
			.map(({ folded }) => spellingApartInNames(folded.replaceAll("'", '')))
			.join(' ')} `;
	return text !== null && fold(text).includes(fold(value));
}

/** Whether a path holds the text, its parts between stars in turn; `*.doc` is no `.docx`. Windows parts folders by backslashes. */
function holdsPath(path: string, value: string): boolean {
	const fold = (text: string) => text.normalize('NFC').toLowerCase();
	const whole = fold(path);
	let at = 0;
	const parts = fold(value).replaceAll('\\', '/').replaceAll('**/', '*').split('*');
	const last = parts.at(-1) ?? '';
	if (parts.length > 1 && /\.[\p{L}\p{N}]+$/u.test(last) && !whole.endsWith(last)) {
		return false;
	}
	for (const part of parts) {
		const start = whole.indexOf(part, at);
		if (start < 0) {
			return false;
		}
		at = start + part.length;
	}
	return true;
}

/** The code of a language that is asked for by its name, in English or in itself: `German` and `Deutsch` are `de`. Anything else as it is, in small letters. */
function toLanguageCode(value: string): string {
	const asked = value.normalize('NFC').toLowerCase();
	if (/^[a-z]{1,3}(?:-|$)/.test(asked)) {
		return asked;
	}
	if (languageCodes.size === 0) {
		nameLanguages();
	}
	return languageCodes.get(asked) ?? asked;
}

/** By name; filled when a name is first asked for. */
const languageCodes = new Map<string, string>();

function nameLanguages(): void {
	const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
	const letters = [...'abcdefghijklmnopqrstuvwxyz'];
	for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
		const name = english.of(code);
		const ownName = name && new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
		for (const known of [name, ownName]) {
			// Two codes may have one name (`no`, `nb`): the first is that of the language with all its kinds.
			if (known !== undefined && known !== '' && !languageCodes.has(known.toLowerCase())) {
				languageCodes.set(known.toLowerCase(), code);
			}
		}
	}
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

/** `2019..2023` as its two ends, `2019` as both, `..2023` and `2019..` with an empty one; `2019-2023`, `>=2019`, `2019/05` and the like too. */
function readInterval(typed: string): readonly [string, string] {
	// Systems make one sign of three dots.
	const value = typed.replace(/…|\.{3}/, '..').replace(/(?<=\d{4}(?:\/\d{2})?)\/(?=\d{2}(?!\d))/g, '-');
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
