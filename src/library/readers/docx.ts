import type { Problem } from '../../base/problem.ts';
import { type Relationship, readRelationships } from '../container/relationships.ts';
import { readXml } from '../container/xml.ts';
import { openZip, ZipArchive, type ZipLimits, zipLimitsOf } from '../container/zip.ts';
import { recogniseZip } from '../container/zipFormat.ts';
import { type DocumentContent, emptyContent } from '../document.ts';
import { extensionOf } from '../format.ts';
import { cleanField } from '../metadata/field.ts';
import { readDrawingWords } from './docxDrawing.ts';
import { wordNamespaces } from './docxNames.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { DocxStyles } from './docxStyles.ts';
import { type DocxFrame, DocxText } from './docxText.ts';
import { readEmbeddedPage, writeEmbedded } from './embeddedText.ts';
import { findFormatHeadings } from './formatHeadings.ts';
import type { OfficeFlow } from './officeFlow.ts';
import { writeMargins } from './officeMargins.ts';
import { readProperties, toCount, toMetadata } from './officeProperties.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { type BytesReader, type ReaderContext, stoppedEarly } from './reader.ts';

/**
 * Reads a Word document: its text with headings, lists, tables, notes, comments and text boxes, what headers and footers say besides, documents that
 * are embedded in it, the pages as Word last laid them out, and what its properties say.
 *
 * The source that its offset map leads to is the text of the parts read, decoded, one behind the other: footnotes, endnotes, comments, main part.
 */
export const readDocx: BytesReader = (bytes, context) =>
	readNested(bytes, context, 0, zipLimitsOf(context.caps), { embeddedCount: 50, embeddedBytes: 4 * mebibyte });

/** What the documents that are embedded in one, at whatever depth, may still cost together. */
interface Allowance {
	embeddedCount: number;
	/** Unpacked. */
	embeddedBytes: number;
}

const mebibyte = 1024 * 1024;
/** A document in a document in a document: deeper, nobody puts text. */
const maxNesting = 2;
/** Charts, diagrams, headers and footers are small, and documents in documents mostly. */
const maxSideBytes = 4 * mebibyte;
const maxMargins = 200;
const marginPart = 'header or footer';

function readNested(bytes: Uint8Array, context: ReaderContext, nesting: number, limits: ZipLimits, allowance: Allowance): DocumentContent {
	const { caps, tellStage } = context;
	const archive = openZip(bytes, limits);
	if (!(archive instanceof ZipArchive)) {
		return emptyContent('docx', [archive]);
	}
	const parts = findParts(archive);
	const main = archive.read(parts.main);
	if (!(main instanceof Uint8Array)) {
		return emptyContent('docx', [main ?? { kind: 'damaged', detail: 'The archive holds no main text, as a Word document should' }]);
	}
	const problems: Problem[] = [];
	const readPart = (type: string, name = parts.byType.get(type)): Uint8Array | undefined => {
		const part = name === undefined ? undefined : archive.read(name, type === marginPart ? maxSideBytes : undefined);
		if (part !== undefined && !(part instanceof Uint8Array)) {
			problems.push({ kind: 'partMissing', detail: `Its ${type} could not be read: ${part.detail}` });
			return undefined;
		}
		return part;
	};
	const styles = new DocxStyles(readPart('styles'));
	const written = new Set<string>();
	const writePart = (id: string, isChunk: boolean, flow: OfficeFlow): void => {
		const related = parts.byId.get(id);
		const name = related?.target ?? '';
		// Each once: a thousand references to the same part are an attack.
		const part = related && !written.has(name) ? archive.read(name, Math.min(maxSideBytes, allowance.embeddedBytes)) : undefined;
		if (written.has(name)) {
			return;
		}
		written.add(name);
		if (related && part instanceof Uint8Array && (related.type === 'chart' || related.type === 'diagramData')) {
			flow.writeBehind(readDrawingWords(part));
			return;
		}
		if (!related && !isChunk) {
			// A link to a file elsewhere.
			return;
		}
		if (part instanceof Uint8Array && allowance.embeddedCount-- > 0 && nesting < maxNesting) {
			const nestedLimits = { ...zipLimitsOf(caps), maxTotalBytes: allowance.embeddedBytes };
			const embedded =
				recogniseZip(part, name).kind === 'docx'
					? readNested(part, context, nesting + 1, nestedLimits, allowance)
					: readEmbeddedPage(part, name, caps);
			if (embedded && embedded.text !== '') {
				writeEmbedded(flow, embedded);
				return;
			}
		}
		const problem: Problem = isChunk
			? { kind: 'partMissing', detail: 'A document that is embedded in it could not be read' }
			: {
					kind: 'attachment',
					detail: `It has another file in it (.${extensionOf(name).slice(0, 8)}) that was not read; open the document to see it`,
				};
		if (!problems.some(({ detail }) => detail === problem.detail)) {
			problems.push(problem);
		}
	};
	const numbering = new DocxNumbering(readPart('numbering'));
	const frame: DocxFrame = {
		styles,
		numbering,
		inserts: { writePart },
		maxLength: caps.maxTextLength,
		tellProgress: () => tellStage?.('text'),
	};
	const text = new DocxText(frame);
	for (const part of [readPart('footnotes'), readPart('endnotes'), readPart('comments'), main]) {
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
	writeMargins(
		text.flow,
		parts.margins.slice(0, maxMargins).flatMap((name) => readMargin(readPart(marginPart, name), frame)),
	);
	if (nesting > 0) {
		allowance.embeddedBytes -= archive.unpackedBytes;
		return { ...emptyContent('docx', problems), ...text.flow.blocks.build() };
	}
	tellStage?.('whole');
	const core = readPart('core-properties');
	const extended = readPart('extended-properties');
	const metadata = toMetadata(core ? readProperties(core) : new Map());
	const claimedPages = extended && readProperties(extended).get('app:Pages');
	const built = text.flow.blocks.build();
	const content = { ...built, headings: findFormatHeadings(built, text.flow.looks) };
	const pages = text.flow.pages.build(content.text.length, toCount(claimedPages));
	return {
		...emptyContent('docx', problems),
		...partOfficeQuotes({ ...content, pages }),
		...completeMetadata(metadata, content),
		language: metadata.language ?? cleanField(styles.language),
	};
}

/** The paragraphs of a header or footer. */
function readMargin(part: Uint8Array | undefined, frame: DocxFrame): readonly string[] {
	if (!part) {
		return [];
	}
	const text = new DocxText(frame, true);
	readXml(part, wordNamespaces, text);
	text.flow.finish();
	return text.flow.blocks.build().text.split(/\n+/);
}

interface DocxParts {
	readonly main: string;
	/** By the type of relationship; of several the first. */
	readonly byType: ReadonlyMap<string, string>;
	/** What the main part refers to, by the relationship's id. */
	readonly byId: ReadonlyMap<string, Relationship>;
	/** Headers and footers. */
	readonly margins: readonly string[];
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
	return {
		main,
		byType,
		byId: new Map(relationships.map((relationship) => [relationship.id, relationship])),
		margins: [...new Set(relationships.filter(({ type }) => type === 'header' || type === 'footer').map(({ target }) => target))],
	};
}
