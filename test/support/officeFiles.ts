import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { openZip, ZipArchive } from '../../src/library/container/zip.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from './contentChecks.ts';
import { makeZip } from './zipFiles.ts';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a made Word document besides the body. */
export interface MadeDocx {
	readonly styles?: string;
	readonly numbering?: string;
	readonly comments?: string;
	readonly footnotes?: string;
	readonly endnotes?: string;
	/** The elements of `docProps/core.xml`. */
	readonly core?: string;
	readonly pageCount?: number;
	/** More parts by their names. */
	readonly parts?: ReadonlyMap<string, string | Uint8Array>;
	/** More relationships of the main part. */
	readonly relationships?: string;
}

/** Makes a Word document around the elements of its body. */
export function makeDocx(body: string, made: MadeDocx = {}): Uint8Array {
	const root = (name: string, content: string) =>
		`<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${w}" xmlns:r="${relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${content}</w:${name}>`;
	const related: [string, string][] = [];
	const parts = new Map<string, string | Uint8Array>([['word/document.xml', root('document', `<w:body>${body}</w:body>`)]]);
	for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
		const content = made[name];
		if (content !== undefined) {
			parts.set(`word/${name}.xml`, root(name, content));
			related.push([name, `${name}.xml`]);
		}
	}
	if (made.core !== undefined) {
		parts.set(
			'docProps/core.xml',
			`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${made.core}</cp:coreProperties>`,
		);
	}
	if (made.pageCount !== undefined) {
		parts.set(
			'docProps/app.xml',
			`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>${made.pageCount}</Pages></Properties>`,
		);
	}
	for (const [name, content] of made.parts ?? []) {
		parts.set(name, content);
	}
	parts.set(
		'_rels/.rels',
		toRelationships([
			['officeDocument', 'word/document.xml'],
			['core-properties', 'docProps/core.xml'],
			['extended-properties', 'docProps/app.xml'],
		]),
	);
	parts.set('word/_rels/document.xml.rels', toRelationships(related, made.relationships));
	return makeZip([...parts].map(([name, data]) => ({ name, data })));
}

function toRelationships(related: readonly (readonly [string, string])[], more = ''): string {
	const elements = related.map(([type, target]) => `<Relationship Id="${type}" Type="${relationships}/${type}" Target="${target}"/>`);
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}${more}</Relationships>`;
}

/**
 * Reads a made archive and checks what holds for every content. `sourceParts` are the parts that the offset map leads to, in the reader's order;
 * those that are not there count for nothing.
 */
export async function readArchive(bytes: Uint8Array, fileName: string, sourceParts: readonly string[]): Promise<DocumentContent> {
	const content = await readDocument(bytes, fileName, defaultCaps);
	const archive = openZip(bytes);
	assert.ok(archive instanceof ZipArchive);
	const source = sourceParts
		.map((name) => archive.read(name))
		.map((part) => (part instanceof Uint8Array ? new TextDecoder().decode(part) : ''));
	checkContent(content, source.join(''));
	return content;
}

/** The same of a Word document. */
export async function readMadeDocx(bytes: Uint8Array): Promise<DocumentContent> {
	return await readArchive(bytes, 'a.docx', ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml', 'word/document.xml']);
}
