import type { Problem } from '../../base/problem.ts';
import { decodeBytes } from '../charset.ts';
import { type Relationship, readRelationships } from '../container/relationships.ts';
import { readXml } from '../container/xml.ts';
import { openZip, ZipArchive } from '../container/zip.ts';
import { type DocumentContent, emptyContent } from '../document.ts';
import { recogniseBytes, recogniseText } from '../format.ts';
import { cleanField } from '../metadata/field.ts';
import type { BlockFlow } from './blockFlow.ts';
import { wordNamespaces } from './docxNames.ts';
import { readDocxStyles } from './docxStyles.ts';
import { DocxText } from './docxText.ts';
import { renderMarkup } from './htmlText.ts';
import { MarkupTooDeep, parseMarkup } from './markupTree.ts';
import { findPageOfArchive } from './mhtChunk.ts';
import { readProperties, toCount, toMetadata } from './officeProperties.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { type BytesReader, stoppedEarly } from './reader.ts';
import { stripTags } from './stripTags.ts';

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
	const writeChunk = (id: string, blocks: BlockFlow) => {
		const name = parts.byId.get(id);
		const chunk = name === undefined ? undefined : archive.read(name);
		if (name === undefined || !(chunk instanceof Uint8Array) || !writeEmbeddedText(chunk, name, blocks, caps.maxMarkupDepth)) {
			problems.push({ kind: 'partMissing', detail: 'A document that is embedded in it could not be read' });
		}
	};
	const text = new DocxText(styles, { writeChunk }, caps.maxTextLength);
	for (const part of [readPart('footnotes'), readPart('endnotes'), main]) {
		if (part) {
			const outcome = readXml(part, wordNamespaces, text);
			text.sourceBase += outcome.length;
			if (outcome.problem) {
				problems.push(outcome.problem);
			}
		}
	}
	if (text.isDone()) {
		problems.push(stoppedEarly);
	}
	const core = readPart('core-properties');
	const extended = readPart('extended-properties');
	const metadata = toMetadata(core ? readProperties(core) : new Map());
	const claimedPages = extended && readProperties(extended).get('app:Pages');
	const content = text.blocks.build();
	const pages = text.pages.build(content.text.length, toCount(claimedPages));
	return {
		...emptyContent('docx', problems),
		...partOfficeQuotes({ ...content, pages }),
		...completeMetadata(metadata, content),
		language: metadata.language ?? cleanField(styles.language),
	};
};
interface DocxParts {
	readonly main: string;
	/** By the type of relationship; of several the first. */
	readonly byType: ReadonlyMap<string, string>;
	/** What the main part refers to, by the relationship's id. */
	readonly byId: ReadonlyMap<string, string>;
}

/** The main part, and the parts it refers to. The main part's name is free; only a relationship tells it. */
function findParts(archive: ZipArchive): DocxParts {
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
	const relationships = readRelationships(archive, main);
	add(relationships);
	return { main, byType, byId: new Map(relationships.map(({ id, target }) => [id, target])) };
}

/** Writes an embedded page or text; false if it is of another kind. */
function writeEmbeddedText(part: Uint8Array, name: string, blocks: BlockFlow, maxDepth: number): boolean {
	const bytes = findPageOfArchive(part) ?? part;
	const format = recogniseBytes(bytes, name) ?? recogniseText(decodeBytes(bytes).text, name);
	if (!format.isText || (format.kind !== 'html' && format.kind !== 'txt')) {
		return false;
	}
	const { text } = decodeBytes(bytes);
	const { text: clean, headings } = format.kind === 'html' ? renderPage(text, maxDepth) : { text, headings: [] };
	const levels = new Map(headings.map(({ start, level }) => [start, level]));
	let start = 0;
	for (const line of clean.split('\n')) {
		if (line.trim() !== '') {
			blocks.startParagraph();
			blocks.startHeading(levels.get(start) ?? 0);
			blocks.write(line, -1);
			blocks.endParagraph();
		}
		start += line.length + 1;
	}
	return true;
}

function renderPage(source: string, maxDepth: number): Pick<DocumentContent, 'text' | 'headings'> {
	try {
		return renderMarkup(parseMarkup(source, maxDepth).root, { includesElement: () => true, includesText: () => true });
	} catch (error) {
		if (error instanceof MarkupTooDeep) {
			return stripTags(source);
		}
		throw error;
	}
}
