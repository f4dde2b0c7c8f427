import { type Caps, defaultCaps } from '../caps.ts';
import { extensionOf, type Format, kindOfName, readByBytes, unsupported } from '../format.ts';
import { readRelationships } from './relationships.ts';
import { openZip, ZipArchive, zipLimitsOf } from './zip.ts';

/**
 * Which format a zip archive is, by its parts: a Word document, an OpenDocument text, an e-book, or something that is not read. An archive whose
 * directory is broken is a damaged document of the kind that its name says.
 */
export function recogniseZip(bytes: Uint8Array, fileName: string, caps: Caps = defaultCaps): Format {
	const archive = openZip(bytes, zipLimitsOf(caps));
	const named = kindOfName(fileName);
	if (!(archive instanceof ZipArchive)) {
		return { isText: false, kind: named === 'docx' || named === 'odt' || named === 'epub' ? named : 'other', problem: archive };
	}
	const saveAs = 'save this one as HTML or plain text to have it read';
	const mimetype = readMimetype(archive);
	if (mimetype === 'application/epub+zip' || archive.has('META-INF/container.xml')) {
		return readByBytes('epub');
	}
	if (textTypes.has(mimetype) || (mimetype === '' && archive.has('content.xml') && archive.has('META-INF/manifest.xml'))) {
		return readByBytes('odt');
	}
	if (mimetype.startsWith('application/vnd.oasis.opendocument') || mimetype.startsWith('application/vnd.sun.xml')) {
		return unsupported('other', `OpenDocument tables and slides are not read; ${saveAs}`);
	}
	if (archive.has('Contents/content.hpf') || mimetype === 'application/hwp+zip') {
		return unsupported('other', `Hangul (HWPX) documents are not read; ${saveAs}`);
	}
	const main = readRelationships(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
	if (archive.has('xl/workbook.xml') || archive.has('xl/workbook.bin') || main.startsWith('xl/')) {
		return unsupported('other', 'Excel workbooks are not read; export the sheets as CSV');
	}
	if (archive.has('ppt/presentation.xml') || main.startsWith('ppt/')) {
		return unsupported('other', `PowerPoint slides are not read; ${saveAs}`);
	}
	if (archive.has('word/document.xml') || (main !== '' && archive.has(main) && (main.startsWith('word/') || named === 'docx'))) {
		return readByBytes('docx');
	}
	if (named === 'docx' || named === 'odt' || named === 'epub') {
		const detail = `The file is a zip archive, but not one that a .${extensionOf(fileName)} file should be`;
		return { isText: false, kind: named, problem: { kind: 'damaged', detail } };
	}
	return unsupported('other', 'A zip archive is not opened; unpack it first');
}

const textTypes: ReadonlySet<string> = new Set([
	'application/vnd.oasis.opendocument.text',
	'application/vnd.oasis.opendocument.text-template',
	'application/vnd.oasis.opendocument.text-master',
	'application/vnd.oasis.opendocument.text-web',
]);

/** The part by which OpenDocument texts and e-books say what they are; empty if there is none. */
function readMimetype(archive: ZipArchive): string {
	const bytes = archive.read('mimetype');
	return bytes instanceof Uint8Array ? new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trim() : '';
}
