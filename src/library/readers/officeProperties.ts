import { readXml, type XmlNamespaces } from '../container/xml.ts';
import type { Metadata } from '../document.ts';
import { parseDate } from '../metadata/date.ts';
import { cleanField } from '../metadata/field.ts';
import { isDefaultAuthor, isDefaultTime, isDefaultTitle } from './officeDefaults.ts';

const namespaces: XmlNamespaces = new Map([
	['http://purl.org/dc/elements/1.1/', 'dc'],
	['http://purl.org/dc/terms/', 'dcterms'],
	['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
	['http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', 'app'],
	['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', 'app'],
	['urn:oasis:names:tc:opendocument:xmlns:meta:1.0', 'meta'],
	['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
]);

/** Each property of a metadata part by its name (`dc:title`), as it stands there; of several the first. Of its attributes `meta:page-count` only. */
export function readProperties(source: Uint8Array | string): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	let text = '';
	readXml(source, namespaces, {
		open(_name, attributes) {
			text = '';
			const pageCount = attributes.get('meta:page-count');
			if (pageCount !== undefined) {
				values.set('meta:page-count', pageCount);
			}
		},
		close(name) {
			if (text.trim() !== '' && !values.has(name) && values.size < 1000) {
				values.set(name, text.trim());
			}
			text = '';
		},
		text(piece) {
			if (text.length < maxValueLength) {
				text += piece.slice(0, maxValueLength);
			}
		},
	});
	return values;
}

const maxValueLength = 4096;

/** A title that somebody gave. */
export function toTitle(value: string | undefined): string | null {
	const title = cleanField(value);
	return title === null || isDefaultTitle(title) ? null : title;
}

/** An author that is somebody. */
export function toAuthor(value: string | undefined): string | null {
	const author = cleanField(value?.replace(/\s*;\s*/g, ', '));
	return author === null || isDefaultAuthor(author) ? null : author;
}

/** The day of a time such as `2008-03-01T10:15:00Z`, if something happened then. */
export function toDay(value: string | undefined): string | null {
	const time = value?.trim() ?? '';
	return time === '' || isDefaultTime(time) ? null : (parseDate(time.replace(/T.*$/, '')) ?? null);
}

/** Title, author, date and language as a core properties part of Office or a meta part of OpenDocument gives them. */
export function toMetadata(properties: ReadonlyMap<string, string>): Metadata {
	const get = (...names: readonly string[]) => names.map((name) => properties.get(name)).find((value) => value !== undefined);
	return {
		title: toTitle(get('dc:title')),
		author: toAuthor(get('meta:initial-creator', 'dc:creator')),
		date:
			['dcterms:created', 'meta:creation-date', 'dcterms:modified', 'dc:date']
				.map((name) => toDay(properties.get(name)))
				.find((day) => day !== null) ?? null,
		publisher: cleanField(get('dc:publisher')),
		language: cleanField(get('dc:language')),
	};
}

/** A number of pages; undefined if it is none. */
export function toCount(value: string | undefined): number | undefined {
	return value !== undefined && /^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined;
}
