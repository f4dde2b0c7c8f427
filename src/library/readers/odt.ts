import type { Problem } from '../../base/problem.ts';
import type { Caps } from '../caps.ts';
import { readXml } from '../container/xml.ts';
import { openZip, ZipArchive } from '../container/zip.ts';
import { type DocumentContent, emptyContent } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { OdtText, openDocumentNamespaces, type PageFormats } from './odtText.ts';
import { readProperties, toCount, toMetadata } from './officeProperties.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { type BytesReader, type Reader, stoppedEarly } from './reader.ts';

/**
 * Reads an OpenDocument text: headings, lists, tables, notes, text boxes, pages where the file knows them, and what its properties say.
 * The source that its offset map leads to is the part `content.xml`, decoded.
 */
export const readOdt: BytesReader = (bytes, { caps }) => {
	const archive = openZip(bytes);
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
	return readParts(content, readPart('styles.xml'), readPart('meta.xml'), problems, caps);
};

/** Reads an OpenDocument text that is one XML file (.fodt). The source is the decoded file. */
export const readFlatOdt: Reader = (source, { caps }) => readParts(source, source, source, [], caps);

type Part = Uint8Array | string;

function readParts(content: Part, styles: Part | undefined, meta: Part | undefined, problems: Problem[], caps: Caps): DocumentContent {
	const style = styles ? readStyles(styles) : { formats: new Map<string, string>(), language: null };
	const text = new OdtText(style.formats, caps.maxTextLength);
	const outcome = readXml(content, openDocumentNamespaces, text);
	if (outcome.problem) {
		problems.push(outcome.problem);
	}
	if (text.isDone()) {
		problems.push(stoppedEarly);
	}
	const properties = meta ? readProperties(meta) : new Map<string, string>();
	const metadata = toMetadata(properties);
	const built = text.blocks.build();
	const pages = text.pages.build(built.text.length, toCount(properties.get('meta:page-count')));
	return {
		...emptyContent('odt', problems),
		...partOfficeQuotes({ ...built, pages }),
		...completeMetadata(metadata, built),
		language: metadata.language ?? style.language,
	};
}

/** How the kinds of pages are numbered, and the language of the default paragraph. */
function readStyles(styles: Part): { readonly formats: PageFormats; readonly language: string | null } {
	const formatOfLayout = new Map<string, string>();
	const layoutOfMaster = new Map<string, string>();
	let layout = '';
	let isDefault = false;
	let language: string | null = null;
	readXml(styles, openDocumentNamespaces, {
		open(name, attributes) {
			switch (name) {
				case 'style:page-layout':
					layout = attributes.get('style:name') ?? '';
					break;
				case 'style:page-layout-properties':
					formatOfLayout.set(layout, attributes.get('style:num-format') ?? '1');
					break;
				case 'style:master-page':
					layoutOfMaster.set(attributes.get('style:name') ?? '', attributes.get('style:page-layout-name') ?? '');
					break;
				case 'style:default-style':
					isDefault = attributes.get('style:family') === 'paragraph';
					break;
				case 'style:text-properties':
					if (isDefault && language === null) {
						language = toLanguage(attributes.get('fo:language'), attributes.get('fo:country'));
					}
					break;
			}
		},
		close(name) {
			if (name === 'style:default-style') {
				isDefault = false;
			}
		},
		text() {},
	});
	const formats = new Map<string, string>();
	for (const [master, layoutName] of layoutOfMaster) {
		formats.set(master, formatNames.get(formatOfLayout.get(layoutName) ?? '1') ?? 'decimal');
	}
	return { formats, language };
}

/** OpenDocument's signs for ways of numbering, in Word's words. */
const formatNames: ReadonlyMap<string, string> = new Map([
	['i', 'lowerRoman'],
	['I', 'upperRoman'],
	['a', 'lowerLetter'],
	['A', 'upperLetter'],
]);

function toLanguage(language: string | undefined, country: string | undefined): string | null {
	if (!language || language === 'none' || language === 'zxx') {
		return null;
	}
	return cleanField(country && country !== 'none' ? `${language}-${country}` : language);
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
