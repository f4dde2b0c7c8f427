import type { Problem } from '../../base/problem.ts';
import { resolvePart } from '../container/relationships.ts';
import { readXml } from '../container/xml.ts';
import { openZip, ZipArchive, zipLimitsOf } from '../container/zip.ts';
import { type DocumentContent, emptyContent } from '../document.ts';
import { writeEmbedded } from './embeddedText.ts';
import { findFormatHeadings } from './formatHeadings.ts';
import { readFormula } from './formula.ts';
import { openDocumentNamespaces } from './odtNames.ts';
import { OdtStyles } from './odtStyles.ts';
import { type OdtInserts, OdtText } from './odtText.ts';
import type { OfficeFlow } from './officeFlow.ts';
import { writeMargins } from './officeMargins.ts';
import { readProperties, toCount, toMetadata } from './officeProperties.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { type BytesReader, type Reader, type ReaderContext, stoppedEarly } from './reader.ts';

/**
 * Reads an OpenDocument text: headings, lists, tables, notes, text boxes, pages where the file knows them, and what its properties say.
 * The source that its offset map leads to is the part `content.xml`, decoded.
 */
export const readOdt: BytesReader = (bytes, context) => {
	const archive = openZip(bytes, zipLimitsOf(context.caps));
	if (!(archive instanceof ZipArchive)) {
		return emptyContent('odt', [archive]);
	}
	if (isLocked(archive)) {
		return emptyContent('odt', [{ kind: 'encrypted', detail: 'The document is locked by a password; save a copy without it' }]);
	}
	const content = archive.read('content.xml');
	if (!(content instanceof Uint8Array)) {
		return emptyContent('odt', [content ?? { kind: 'damaged', detail: 'The archive holds no content, as an OpenDocument text should' }]);
	}
	const problems: Problem[] = [];
	const readPart = (name: string): Uint8Array | undefined => {
		const part = archive.read(name);
		if (part !== undefined && !(part instanceof Uint8Array)) {
			problems.push({ kind: 'partMissing', detail: `Its part ${name} could not be read: ${part.detail}` });
			return undefined;
		}
		return part;
	};
	return readParts({ content, styles: readPart('styles.xml'), meta: readPart('meta.xml') }, problems, context, (name, maxBytes) =>
		archive.read(name, maxBytes),
	);
};

/** Reads an OpenDocument text that is one XML file (.fodt). The source is the decoded file. */
export const readFlatOdt: Reader = (source, context) =>
	readParts({ content: source, styles: source, meta: source }, [], context, () => undefined);

type Part = Uint8Array | string;

interface OdtParts {
	readonly content: Part;
	readonly styles: Part | undefined;
	readonly meta: Part | undefined;
}

/** An object in an object in a document: deeper, nobody puts text. */
const maxNesting = 2;
/** Of objects that are read, each once, nested ones included; what each may unpack to. */
const maxObjects = 500;
const maxObjectBytes = 4 * 1024 * 1024;

function readParts(
	parts: OdtParts,
	problems: Problem[],
	{ caps, tellStage }: ReaderContext,
	read: (name: string, maxBytes: number) => Uint8Array | Problem | undefined,
): DocumentContent {
	const styles = new OdtStyles();
	if (parts.styles) {
		readXml(parts.styles, openDocumentNamespaces, styles);
	}
	const written = new Set<string>();
	const tellProgress = () => tellStage?.('text');
	const insertsOf = (folder: string, nesting: number): OdtInserts => ({
		tellProgress,
		writeObject: (link, flow) => {
			const name = resolvePart(folder, link);
			if (link === '' || nesting >= maxNesting || written.has(name) || written.size >= maxObjects) {
				return;
			}
			written.add(name);
			const part = read(`${name}/content.xml`, maxObjectBytes);
			if (part instanceof Uint8Array) {
				writeObject(part, flow, insertsOf(`${name}/`, nesting + 1), caps.maxTextLength);
			}
		},
	});
	const text = new OdtText(styles, insertsOf('', 0), caps.maxTextLength);
	const outcome = readXml(parts.content, openDocumentNamespaces, text);
	if (outcome.problem) {
		problems.push(outcome.problem);
	}
	if (text.isDone()) {
		problems.push(stoppedEarly);
	}
	if (parts.styles) {
		const margins = new OdtText(styles, { writeObject() {}, tellProgress }, caps.maxTextLength, true);
		readXml(parts.styles, openDocumentNamespaces, margins);
		margins.flow.finish();
		writeMargins(text.flow, margins.flow.blocks.build().text.split(/\n+/));
	}
	tellStage?.('whole');
	const properties = parts.meta ? readProperties(parts.meta) : new Map<string, string>();
	const metadata = toMetadata(properties);
	const built = text.flow.blocks.build();
	const content = { ...built, headings: findFormatHeadings(built, text.flow.looks) };
	const pages = text.flow.pages.build(content.text.length, toCount(properties.get('meta:page-count')));
	return {
		...emptyContent('odt', problems),
		...partOfficeQuotes({ ...content, pages }),
		...completeMetadata(metadata, content),
		language: metadata.language ?? styles.language,
	};
}

/** Writes an object: a formula where it stands, other text behind the paragraph. */
function writeObject(part: Uint8Array, flow: OfficeFlow, inserts: OdtInserts, maxLength: number): void {
	const formula = readFormula(part);
	if (formula !== '') {
		flow.write(formula, -1);
		return;
	}
	const text = new OdtText(new OdtStyles(), inserts, maxLength);
	readXml(part, openDocumentNamespaces, text);
	text.flow.finish();
	writeEmbedded(flow, text.flow.blocks.build());
}

/** Locked documents keep their parts' names; the manifest says how they are locked. */
function isLocked(archive: ZipArchive): boolean {
	if (archive.has('encrypted-package')) {
		return true;
	}
	const manifest = archive.read('META-INF/manifest.xml');
	let isEncrypted = false;
	if (manifest instanceof Uint8Array) {
		readXml(manifest, new Map(), {
			open(name) {
				isEncrypted ||= name.endsWith('encryption-data');
			},
			close() {},
			text() {},
			isDone: () => isEncrypted,
		});
	}
	return isEncrypted;
}
