import type { Problem } from '../../base/problem.ts';
import { resolvePart } from '../container/relationships.ts';
import { readXml, type XmlNamespaces } from '../container/xml.ts';
import type { ZipArchive } from '../container/zip.ts';
import type { Metadata } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { toDay } from './officeProperties.ts';

/** What the package file of an e-book says: of the book, and which parts make it up. */
export interface EpubPackage extends Metadata {
	/** The parts to read, in order, each once. */
	readonly chapters: readonly string[];
	/** The part with the tables of contents, of EPUB 3 and 2. */
	readonly navigation: string | undefined;
	readonly ncx: string | undefined;
}

const namespaces: XmlNamespaces = new Map([
	['http://www.idpf.org/2007/opf', ''],
	['http://openebook.org/namespaces/oeb-package/1.0/', ''],
	['http://purl.org/dc/elements/1.1/', 'dc'],
	['http://purl.org/metadata/dublin_core', 'dc'],
	['urn:oasis:names:tc:opendocument:xmlns:container', ''],
]);

interface Item {
	readonly part: string;
	readonly type: string;
	readonly isNavigation: boolean;
}

interface Value {
	readonly name: string;
	readonly id: string | undefined;
	readonly role: string | undefined;
	readonly event: string | undefined;
	text: string;
}

/** Finds and reads the package file; a problem if there is none. */
export function readEpubPackage(archive: ZipArchive): EpubPackage | Problem {
	const name = findPackage(archive);
	const bytes = name === undefined ? undefined : archive.read(name);
	if (name === undefined || !(bytes instanceof Uint8Array)) {
		return bytes && 'kind' in bytes ? bytes : { kind: 'damaged', detail: 'The e-book does not say which of its parts are its text' };
	}
	const folder = name.slice(0, name.lastIndexOf('/') + 1);
	const items = new Map<string, Item>();
	const spine: string[] = [];
	const contents = new Set<string>();
	const values: Value[] = [];
	/** What `meta refines="#id"` says of a value: its role. */
	const roles = new Map<string, string>();
	let refined: { readonly id: string; text: string } | undefined;
	let value: Value | undefined;
	let ncxId: string | undefined;
	readXml(bytes, namespaces, {
		open(element, attributes) {
			if (element === 'item') {
				const part = toPart(folder, attributes.get('href') ?? '');
				const isNavigation = (attributes.get('properties') ?? '').split(/\s/).includes('nav');
				items.set(attributes.get('id') ?? '', { part, type: attributes.get('media-type') ?? '', isNavigation });
			} else if (element === 'itemref') {
				spine.push(attributes.get('idref') ?? '');
			} else if (element === 'spine') {
				ncxId = attributes.get('toc');
			} else if (element === 'reference' && attributes.get('type') === 'toc') {
				contents.add(toPart(folder, attributes.get('href') ?? ''));
			} else if (element.startsWith('dc:') && values.length < maxValues) {
				value = {
					name: element.toLowerCase(),
					id: attributes.get('id'),
					role: attributes.get('opf:role') ?? attributes.get('role'),
					event: attributes.get('opf:event') ?? attributes.get('event'),
					text: '',
				};
				values.push(value);
			} else if (element === 'meta' && attributes.get('property') === 'role') {
				refined = { id: (attributes.get('refines') ?? '').replace(/^#/, ''), text: '' };
			}
		},
		close(element) {
			if (refined && element === 'meta') {
				roles.set(refined.id, refined.text.trim());
				refined = undefined;
			} else if (element.startsWith('dc:')) {
				value = undefined;
			}
		},
		text(text) {
			const target = value ?? refined;
			if (target && target.text.length < maxValueLength) {
				target.text += text.slice(0, maxValueLength);
			}
		},
		isDone: () => items.size + spine.length > maxItems,
	});
	const navigation = [...items.values()].find(({ isNavigation }) => isNavigation)?.part;
	const chapters = new Set<string>();
	for (const id of spine) {
		const item = items.get(id);
		// A page of contents tells nothing that the chapters' headings do not; unless it is all there is.
		if (item && isText(item.type) && !item.isNavigation && !contents.has(item.part)) {
			chapters.add(item.part);
		}
	}
	return {
		...toMetadata(values, roles),
		chapters: [...chapters],
		navigation,
		ncx: (ncxId === undefined ? undefined : items.get(ncxId)?.part) ?? [...items.values()].find(({ type }) => type === ncxType)?.part,
	};
}

const maxValues = 10_000;
const maxItems = 100_000;
const maxValueLength = 4096;
const ncxType = 'application/x-dtbncx+xml';

function isText(type: string): boolean {
	return type === 'application/xhtml+xml' || type === 'text/html' || type === 'text/x-oeb1-document' || type === 'application/x-dtbook+xml';
}

/** The package file, as the container says; failing that, the first that is named like one. */
function findPackage(archive: ZipArchive): string | undefined {
	const container = archive.read('META-INF/container.xml');
	let found: string | undefined;
	if (container instanceof Uint8Array) {
		readXml(container, namespaces, {
			open(name, attributes) {
				if (name === 'rootfile') {
					found ??= attributes.get('full-path');
				}
			},
			close() {},
			text() {},
		});
	}
	if (found !== undefined && archive.has(found)) {
		return found;
	}
	for (const name of archive.names) {
		if (name.endsWith('.opf')) {
			return name;
		}
	}
	return undefined;
}

/** The part that a link leads to, without the place in it. */
export function toPart(folder: string, link: string): string {
	return resolvePart(folder, decodeLink(link.replace(/[#?].*$/s, '')));
}

/** `%20` and the like; as it stands if that makes no sense. */
export function decodeLink(link: string): string {
	try {
		return decodeURIComponent(link);
	} catch (error) {
		if (error instanceof URIError) {
			return link;
		}
		throw error;
	}
}

function toMetadata(values: readonly Value[], roles: ReadonlyMap<string, string>): Metadata {
	const first = (name: string) => cleanField(values.find((value) => value.name === name && value.text.trim() !== '')?.text);
	const creators = values.filter(({ name }) => name === 'dc:creator');
	const roleOf = (value: Value) => value.role ?? (value.id === undefined ? undefined : roles.get(value.id)) ?? 'aut';
	const authors = creators.filter((value) => roleOf(value) === 'aut');
	const names = (authors.length > 0 ? authors : creators).map(({ text }) => cleanField(text)).filter((name) => name !== null);
	const dates = values.filter(({ name, event }) => name === 'dc:date' && event !== 'modification' && event !== 'conversion');
	const date =
		dates.find(({ event }) => event === 'original-publication') ?? dates.find(({ event }) => event === 'publication') ?? dates[0];
	return {
		title: first('dc:title'),
		author: cleanField([...new Set(names)].slice(0, 20).join(', ')),
		date: toDay(date?.text),
		publisher: first('dc:publisher'),
		language: first('dc:language'),
	};
}
