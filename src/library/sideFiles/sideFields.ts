import { parseDate } from '../metadata/date.ts';
import { isEdtf } from '../metadata/edtf.ts';
import { cleanField } from '../metadata/field.ts';

/** The fields of a document that its reader's word replaces, as side files name them. */
export const sideFields = ['title', 'author', 'date', 'publisher', 'language', 'citationKey'] as const;

export type SideField = (typeof sideFields)[number];

/** What side files say of a document. A field that is not there keeps what the document says of itself; null says that there is none. */
export type Correction = { readonly [Field in SideField]?: string | null };

const otherNames: ReadonlyMap<string, SideField> = new Map([
	['authors', 'author'],
	['site', 'publisher'],
	['lang', 'language'],
	['key', 'citationKey'],
]);

/** The field of this name, in any case, with or without hyphens and spaces: `Citation key` is `citationKey`. */
export function findSideField(name: string): SideField | undefined {
	const plain = name.toLowerCase().replace(/[\s_-]/g, '');
	return sideFields.find((field) => field.toLowerCase() === plain) ?? otherNames.get(plain);
}

/** What a field's text means: null for an empty one; undefined if it cannot be meant, as a date that is none. */
export function readSideValue(field: SideField, text: string): string | null | undefined {
	const value = cleanField(text);
	if (value === null) {
		return null;
	}
	switch (field) {
		case 'date':
			return isEdtf(value) ? (checkDay(value) ? value : undefined) : parseDate(value);
		case 'language':
			return toLanguageTag(value);
		case 'citationKey':
			return /[\s,{}\\]/.test(value) ? undefined : value;
		default:
			return value;
	}
}

/** The 31st of June is a form of EDTF and no day. */
function checkDay(edtf: string): boolean {
	return edtf.split('/').every((part) => !/^\d{4}-(?:0[1-9]|1[0-2])-\d\d/.test(part) || isDay(part.slice(0, 10)));
}

function isDay(date: string): boolean {
	const time = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

function toLanguageTag(text: string): string | undefined {
	try {
		return /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i.test(text) ? Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] : undefined;
	} catch {
		// Letters in the form of a tag that is none.
		return undefined;
	}
}
