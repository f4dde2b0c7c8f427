import type { Steps } from '../../base/steps.ts';
import { cleanField } from '../metadata/field.ts';
import { readBibFiles } from './bibFiles.ts';
import { readBibPeople } from './bibPeople.ts';
import type { BibEntry } from './bibtex.ts';
import { readLatex } from './latexText.ts';
import { type Reference, toTitleKey } from './reference.ts';
import { type Correction, readSideValue } from './sideFields.ts';

/** What an entry says of its document. A field that says nothing is left out. */
export function toReference({ type, key, fields }: BibEntry): Reference {
	const first = (...names: readonly string[]): string | null => {
		for (const name of names) {
			const value = cleanField(readLatex((fields.get(name) ?? '').slice(0, 4_000)));
			if (value !== null) {
				return value;
			}
		}
		return null;
	};
	const people = (name: string) => cleanField(readBibPeople((fields.get(name) ?? '').slice(0, 8_000)));
	const mainTitle = first('title') ?? first('booktitle', 'maintitle');
	const subtitle = fields.has('title') ? first('subtitle') : null;
	const title = mainTitle !== null && subtitle !== null ? `${mainTitle}: ${subtitle}` : mainTitle;
	const isPeriodical = /^(?:article|periodical|suppperiodical)$/.test(type);
	const found: Record<string, string | null> = {
		title,
		// A collection has no authors: its editors are who is cited.
		author: people('author') ?? (/^(?:mv)?(?:book|collection|proceedings|reference)$/.test(type) ? people('editor') : null),
		date: dateOf(first),
		publisher: isPeriodical
			? first('journaltitle', 'journal', 'shortjournal', 'publisher')
			: (first('publisher', 'institution', 'school', 'organization', 'journaltitle', 'journal', 'booktitle') ?? hostOf(first('url'))),
		citationKey: key === '' ? null : key,
	};
	// A book that has no title but its `booktitle` came out nowhere but in itself.
	if (found.publisher === title) {
		found.publisher = null;
	}
	return {
		fields: withoutEmpty(found),
		key,
		files: readBibFiles((fields.get('file') ?? '').slice(0, 16_000)),
		titleKey: mainTitle === null ? '' : toTitleKey(mainTitle),
	};
}

/** `toReference` of each entry with what it takes over from the one that it refers to (`crossref`, one level deep), in steps. */
export function* toReferencesInSteps(entries: readonly BibEntry[]): Steps<Reference[]> {
	const references: Reference[] = [];
	const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
	for (const [index, entry] of entries.entries()) {
		const crossref = entry.fields.get('crossref')?.trim().toLowerCase();
		const parent = crossref ? byKey.get(crossref) : undefined;
		references.push(toReference(parent === undefined || parent === entry ? entry : inherit(entry, parent)));
		if (index % 50 === 49) {
			yield;
		}
	}
	return references;
}

const inherited = ['publisher', 'year', 'date', 'month', 'journal', 'journaltitle', 'institution', 'school', 'organization'];

/** A chapter of a collection came out when and where that did; its title is the chapter's book title. */
function inherit(entry: BibEntry, { fields: parent }: BibEntry): BibEntry {
	const fields = new Map(entry.fields);
	const hasDate = fields.has('year') || fields.has('date');
	const give = (name: string, value: string | undefined) => {
		if (value !== undefined && !fields.has(name) && !(hasDate && /^(?:year|date|month)$/.test(name))) {
			fields.set(name, value);
		}
	};
	for (const name of inherited) {
		give(name, parent.get(name));
	}
	give('booktitle', parent.get('booktitle') ?? parent.get('title'));
	return { ...entry, fields };
}

/** Only what says something: a bibliography that leaves out the author does not deny that there is one. */
export function withoutEmpty(fields: Readonly<Record<string, string | null>>): Correction {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** BibLaTeX's `date`, else `year` with `month` (`mar`, `3`, `mar # "~1"`) and `day`. */
function dateOf(first: (...names: readonly string[]) => string | null): string | null {
	const whole = first('date');
	const date = whole === null ? null : readSideValue('date', whole);
	if (date) {
		return date;
	}
	const year = /\d{4}/.exec(first('year') ?? whole ?? '')?.[0];
	if (year === undefined) {
		return null;
	}
	const month = first('month') ?? '';
	const day = first('day') ?? /\d{1,2}/.exec(/[a-z]/i.test(month) ? month : '')?.[0] ?? '';
	const name =
		/\d{1,2}/.exec(month)?.[0] !== undefined && !/[a-z]/i.test(month) ? monthNumbers[Number(month) - 1] : /\p{L}{3,12}/u.exec(month)?.[0];
	const forms = name === undefined ? [year] : [`${day} ${name} ${year}`, `${name} ${year}`, year];
	return forms.map((form) => readSideValue('date', form.trim())).find((value) => value) ?? null;
}

const monthNumbers = 'January February March April May June July August September October November December'.split(' ');

/** The site of a page: `https://www.example.org/a` is `example.org`. */
export function hostOf(url: string | null): string | null {
	return /^https?:\/\/(?:www\.)?([^/\s:?#@]{3,100})/i.exec(url ?? '')?.[1]?.toLowerCase() ?? null;
}
