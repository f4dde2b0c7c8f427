import type { Problem } from '../../base/problem.ts';
import { type Relationship, readRelationships } from '../container/relationships.ts';
import { readXml } from '../container/xml.ts';
import { openZip, ZipArchive } from '../container/zip.ts';
import { emptyContent } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { wordNamespaces } from './docxNames.ts';
import { readDocxStyles } from './docxStyles.ts';
import { DocxText } from './docxText.ts';
import { findTitle, readProperties, toCount, toMetadata } from './officeProperties.ts';
import type { BytesReader } from './reader.ts';

/**
 * Reads a Word document: its text with headings, tables, notes and text boxes, the pages as Word last laid them out, and what its properties say.
 *
 * The source that its offset map leads to is the text of the parts read, decoded, one behind the other: footnotes, endnotes, main part.
 */
export const readDocx: BytesReader = (bytes, { caps }) => {
	const archive = openZip(bytes);
	if (!(archive instanceof ZipArchive)) {
		return emptyContent('docx', [archive]);
	}
	const parts = findParts(archive);
	const main = archive.read(parts.main);
	if (!(main instanceof Uint8Array)) {
		return emptyContent('docx', [main ?? { kind: 'damaged', detail: 'The archive holds no main text, as a Word document should' }]);
	}
	const problems: Problem[] = [];
	const readPart = (type: string): Uint8Array | undefined => {
		const name = parts.byType.get(type);
		const part = name === undefined ? undefined : archive.read(name);
		if (part !== undefined && !(part instanceof Uint8Array)) {
			problems.push({ kind: 'partMissing', detail: `Its ${type} could not be read: ${part.detail}` });
			return undefined;
		}
		return part;
	};
	const styles = readDocxStyles(readPart('styles'));
	const text = new DocxText(styles, { writeChunk() {} }, caps.maxTextLength);
	for (const part of [readPart('footnotes'), readPart('endnotes'), main]) {
		if (part) {
			const outcome = readXml(part, wordNamespaces, text);
			text.sourceBase += outcome.length;
			if (outcome.problem) {
				problems.push(outcome.problem);
			}
		}
	}
	const core = readPart('core-properties');
	const extended = readPart('extended-properties');
	const metadata = toMetadata(core ? readProperties(core) : new Map());
	const claimedPages = extended && readProperties(extended).get('app:Pages');
	const content = text.blocks.build();
	return {
		...emptyContent('docx', problems),
		...content,
		...metadata,
		title: metadata.title ?? findTitle(content.headings),
		language: metadata.language ?? cleanField(styles.language),
		pages: text.pages.build(content.text.length, toCount(claimedPages)),
	};
};
/** The main part, and the parts it refers to by their type. The main part's name is free; only a relationship tells it. */
function findParts(archive: ZipArchive): { readonly main: string; readonly byType: ReadonlyMap<string, string> } {
	const byType = new Map<string, string>();
	const add = (relationships: readonly Relationship[]) => {
		for (const { type, target } of relationships) {
			if (!byType.has(type) && archive.has(target)) {
				byType.set(type, target);
			}
		}
	};
	add(readRelationships(archive, ''));
	const main = byType.get('officeDocument') ?? 'word/document.xml';
	add(readRelationships(archive, main));
	return { main, byType };
}
