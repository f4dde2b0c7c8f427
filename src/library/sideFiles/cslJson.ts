import { cleanField } from '../metadata/field.ts';
import { hostOf, withoutEmpty } from './bibReferences.ts';
import { type Reference, toTitleKey } from './reference.ts';
import { readSideValue } from './sideFields.ts';

/** An object as `JSON.parse` makes it: its own fields only are looked at. */
type Fields = Readonly<Record<string, unknown>>;

/** More authors than a document's line can show. */
const maxPeople = 50;

/** The types of the CSL 1.0.2 data schema: what is a list of these is a bibliography, and no list of other things. */
const itemTypes: ReadonlySet<string> = new Set(
	(
		'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry ' +
		'entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture ' +
		'musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report ' +
		'review review-book software song speech standard thesis treaty webpage'
	).split(' '),
);

/**
 * Reads references out of CSL-JSON: a list of items that each have a type of CSL, and an id or a title. Undefined for every other JSON (and for
 * what is none), which is a document like others. Never throws.
 */
export function parseCslJson(text: string): Reference[] | undefined {
	if (!/^\uFEFF?\s{0,100}\[\s{0,100}\{/.test(text.slice(0, 300))) {
		return undefined;
	}
	let items: unknown;
	try {
		items = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		// Broken, or nested beyond the call stack: shown as the text that it is.
		return undefined;
	}
	return Array.isArray(items) && items.length > 0 && items.every(isItem) ? items.map(toReference) : undefined;
}

function isItem(item: unknown): item is Fields {
	return isFields(item) && typeof item.type === 'string' && itemTypes.has(item.type) && (isId(item.id) || typeof item.title === 'string');
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

function toReference(item: Fields): Reference {
	const text = (name: string): string | null => {
		const value = item[name];
		// Titles may hold the few tags that CSL knows.
		return typeof value === 'string'
			? cleanField(value.slice(0, 4_000).replace(/<\/?(?:i|b|em|strong|sup|sub|span)\b[^<>]{0,100}>/gi, ''))
			: null;
	};
	const key = [item['citation-key'], item.id].find((id) => isId(id) && /^[^\s/{},\\]{1,300}$/.test(String(id)));
	const title = text('title');
	const isPeriodical = typeof item.type === 'string' && /^(?:article-|review|post)/.test(item.type);
	const inside = text('container-title');
	return {
		fields: withoutEmpty({
			title,
			author: peopleOf(item.author),
			date: dateOf(item.issued),
			publisher: (isPeriodical ? (inside ?? text('publisher')) : (text('publisher') ?? inside)) ?? hostOf(text('URL')),
			citationKey: key === undefined ? null : String(key),
		}),
		key: key === undefined ? '' : String(key),
		files: typeof item.file === 'string' ? [item.file.slice(0, 4_096)] : [],
		titleKey: title === null ? '' : toTitleKey(title),
	};
}

function peopleOf(people: unknown): string | null {
	if (!Array.isArray(people)) {
		return null;
	}
	const names = people.slice(0, maxPeople).flatMap((person: unknown) => {
		const part = (name: string) => (isFields(person) && typeof person[name] === 'string' ? person[name].slice(0, 200).trim() : '');
		const name =
			part('literal') || ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part).filter(Boolean).join(' ');
		return name === '' ? [] : [name];
	});
	return cleanField([...names, ...(people.length > maxPeople ? ['et al.'] : [])].join(', '));
}

function dateOf(issued: unknown): string | null {
	if (!isFields(issued)) {
		return null;
	}
	const dateParts = issued['date-parts'];
	const parts: unknown = Array.isArray(dateParts) ? dateParts[0] : undefined;
	const numbers = Array.isArray(parts) ? parts.slice(0, 3).map(Number).filter(Number.isInteger) : [];
	const written = numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-');
	const texts = [written, issued.raw, issued.literal].filter((text) => typeof text === 'string' && text !== '');
	return texts.map((text) => readSideValue('date', String(text))).find((date) => date) ?? null;
}
