import { readXml, type XmlNamespaces } from '../container/xml.ts';
import type { ZipArchive } from '../container/zip.ts';
import { cleanField } from '../metadata/field.ts';
import { decodeLink, type EpubPackage, toPart } from './epubPackage.ts';

/** Where the pages of the printed book begin, by part and id (`text/c1.xhtml#p39`), with their labels. */
export type PageList = ReadonlyMap<string, string>;

const namespaces: XmlNamespaces = new Map([
	['http://www.w3.org/1999/xhtml', ''],
	['http://www.idpf.org/2007/ops', 'epub'],
	['http://www.daisy.org/z3986/2005/ncx/', ''],
]);

/** Reads the list of pages that an e-book may have beside its contents: `nav epub:type="page-list"` of EPUB 3, `pageList` of EPUB 2. */
export function readPageList(archive: ZipArchive, book: EpubPackage): PageList {
	const pages = new Map<string, string>();
	readNavigation(archive, book.navigation, pages);
	if (pages.size === 0) {
		readNcx(archive, book.ncx, pages);
	}
	return pages;
}

/** The name of a place, as the list of pages names it. */
export function toPlace(folder: string, link: string): string {
	const hash = link.indexOf('#');
	return `${toPart(folder, link)}#${hash < 0 ? '' : decodeLink(link.slice(hash + 1))}`;
}

function readNavigation(archive: ZipArchive, name: string | undefined, pages: Map<string, string>): void {
	const bytes = name === undefined ? undefined : archive.read(name);
	if (name === undefined || !(bytes instanceof Uint8Array)) {
		return;
	}
	const folder = name.slice(0, name.lastIndexOf('/') + 1);
	let isList = false;
	let link: string | undefined;
	let label = '';
	readXml(bytes, namespaces, {
		open(element, attributes) {
			if (element === 'nav') {
				isList = (attributes.get('epub:type') ?? '').split(/\s/).includes('page-list') || attributes.get('role') === 'doc-pagelist';
			} else if (element === 'a' && isList) {
				link = attributes.get('href');
				label = '';
			}
		},
		close(element) {
			if (element === 'nav') {
				isList = false;
			} else if (element === 'a' && link !== undefined) {
				add(pages, toPlace(folder, link), label);
				link = undefined;
			}
		},
		text(text) {
			label += label.length < 100 ? text.slice(0, 100) : '';
		},
	});
}

function readNcx(archive: ZipArchive, name: string | undefined, pages: Map<string, string>): void {
	const bytes = name === undefined ? undefined : archive.read(name);
	if (name === undefined || !(bytes instanceof Uint8Array)) {
		return;
	}
	const folder = name.slice(0, name.lastIndexOf('/') + 1);
	let isTarget = false;
	let label = '';
	let link = '';
	readXml(bytes, namespaces, {
		open(element, attributes) {
			if (element === 'pageTarget') {
				isTarget = true;
				label = '';
				link = '';
			} else if (element === 'content' && isTarget) {
				link = attributes.get('src') ?? '';
			}
		},
		close(element) {
			if (element === 'pageTarget') {
				add(pages, toPlace(folder, link), label);
				isTarget = false;
			}
		},
		text(text) {
			label += label.length < 100 ? text.slice(0, 100) : '';
		},
	});
}

function add(pages: Map<string, string>, place: string, text: string): void {
	const label = cleanField(text);
	if (label !== null && pages.size < maxPages && !pages.has(place)) {
		pages.set(place, label);
	}
}

const maxPages = 100_000;
