import type { Problem } from '../base/problem.ts';
import { type Caps, defaultCaps } from './caps.ts';
import { recogniseMime } from './container/mimeFormat.ts';
import { recogniseZip } from './container/zipFormat.ts';
import type { DocumentKind } from './document.ts';

/** What to do with a file: hand its text or (where there is no problem) its bytes to the reader of `kind`, or say why it cannot be read. */
export type Format =
	| { readonly isText: true; readonly kind: DocumentKind }
	| { readonly isText: false; readonly kind: DocumentKind; readonly problem: Problem | undefined };

/**
 * Recognises what is no text by its first bytes, whatever the file is called: PDF, office files, archives, pictures, sound, programs; and mail,
 * whose parts may each have an encoding of their own.
 * `undefined` if the bytes show nothing of that kind; then the text decides, by `recogniseText`.
 */
export function recogniseBytes(bytes: Uint8Array, fileName: string, caps: Caps = defaultCaps): Format | undefined {
	const head = toLatin(bytes.subarray(0, 1024));
	if (isZip(bytes)) {
		return recogniseZip(bytes, fileName, caps);
	}
	if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) {
		return recogniseCompound(bytes, fileName);
	}
	if (isPdf(head, bytes)) {
		return readByBytes('pdf');
	}
	if (/^(?:\xEF\xBB\xBF)?\s{0,20}\{\\rtf/.test(head)) {
		return readByBytes('rtf');
	}
	// What begins with letters only may be a text about it; sound, pictures and fonts go on with numbers, whose bytes no text has.
	const hasNumbers = [...head.slice(0, 32)].some((char) => char < '\t');
	for (const [start, name, advice] of signatures) {
		const isIt = typeof start === 'string' ? head.startsWith(start) && (hasNumbers || !/^[ -~]+$/.test(start)) : start.test(head);
		if (isIt) {
			return unsupported('other', `${name} ${advice}`);
		}
	}
	if (hasNumbers && /^.{4}ftyp/s.test(head)) {
		return unsupported('other', `A video, sound or picture file ${holdsNoText}`);
	}
	if (hasNumbers && head.startsWith('RIFF') && /^.{8}(WEBP|WAVE|AVI )/s.test(head)) {
		return unsupported('other', `A video, sound or picture file ${holdsNoText}`);
	}
	return recogniseMime(bytes, fileName);
}

/** Whether bytes begin as a zip archive does: with a part, or, if it has none, with its directory's end. */
export function isZip(bytes: Uint8Array): boolean {
	return /^PK(?:\x03\x04|\x05\x06|\x06\x06)/.test(toLatin(bytes.subarray(0, 4)));
}

/**
 * What a decoded text is: HTML by its content, the rest by its name. A text that merely mentions a tag is a text.
 */
export function recogniseText(text: string, fileName: string): Format {
	const extension = extensionOf(fileName);
	const named = textKinds.get(extension);
	if (isFlatOpenDocument(text)) {
		return { isText: true, kind: 'odt' };
	}
	if (looksLikeXml(text, named, extension) || (extension === 'ipynb' && /^\s*\{/.test(text.slice(0, 200)))) {
		return { isText: true, kind: 'other' };
	}
	if (looksLikeHtml(text, named)) {
		return { isText: true, kind: 'html' };
	}
	return { isText: true, kind: named === 'html' ? 'txt' : (named ?? 'txt') };
}

/**
 * Readers of PDF accept the mark anywhere in the first kilobyte, behind what a printer or a Mac put before it. A text that only talks of it has
 * words before it, and does not end as a PDF does.
 */
function isPdf(head: string, bytes: Uint8Array): boolean {
	if (/^[\s\0\xEF\xBB\xBF]*%PDF-\d/.test(head)) {
		return true;
	}
	return /%PDF-\d/.test(head) && /startxref\s+\d+\s+%%EOF/.test(toLatin(bytes.subarray(Math.max(0, bytes.length - 2048))));
}

/** The text in front of the file's last dot left out, lower case: `html`; empty if there is no dot. */
export function extensionOf(fileName: string): string {
	const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
	const dot = name.lastIndexOf('.');
	return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** What the name alone says; for files whose bytes were never seen. */
export function kindOfName(fileName: string): DocumentKind {
	const extension = extensionOf(fileName);
	return textKinds.get(extension) ?? otherKinds.get(extension) ?? 'other';
}

const textKinds = new Map<string, DocumentKind>([
	['txt', 'txt'],
	['text', 'txt'],
	['md', 'md'],
	['markdown', 'md'],
	['mdown', 'md'],
	['mkd', 'md'],
	['mdx', 'md'],
	['qmd', 'md'],
	['rmd', 'md'],
	['html', 'html'],
	['htm', 'html'],
	['xhtml', 'html'],
	['shtml', 'html'],
	['csv', 'csv'],
	['tsv', 'csv'],
	['tex', 'tex'],
	['latex', 'tex'],
	['ltx', 'tex'],
	['org', 'org'],
	['rst', 'rst'],
	['rest', 'rst'],
	['adoc', 'adoc'],
	['asciidoc', 'adoc'],
	['asc', 'adoc'],
	['srt', 'srt'],
	['vtt', 'vtt'],
]);

const otherKinds = new Map<string, DocumentKind>([
	['pdf', 'pdf'],
	['docx', 'docx'],
	['docm', 'docx'],
	['dotx', 'docx'],
	['odt', 'odt'],
	['ott', 'odt'],
	['fodt', 'odt'],
	['rtf', 'rtf'],
	['epub', 'epub'],
	['eml', 'eml'],
	['mbox', 'mbox'],
	['mbx', 'mbox'],
	['mht', 'html'],
	['mhtml', 'html'],
]);

const holdsNoText = 'holds no text to read';

/** First bytes, what they mean, and what to do. Those of letters only count where bytes follow that no text has. */
const signatures: readonly (readonly [string | RegExp, string, string])[] = [
	['\x89PNG\r\n\x1A\n', 'A picture (PNG)', `${holdsNoText}; if it is a scan, its text must be recognised first`],
	['\xFF\xD8\xFF', 'A picture (JPEG)', `${holdsNoText}; if it is a scan, its text must be recognised first`],
	['GIF87a', 'A picture (GIF)', holdsNoText],
	['GIF89a', 'A picture (GIF)', holdsNoText],
	['II*\0', 'A picture (TIFF)', `${holdsNoText}; if it is a scan, its text must be recognised first`],
	['MM\0*', 'A picture (TIFF)', `${holdsNoText}; if it is a scan, its text must be recognised first`],
	['8BPS', 'A Photoshop picture', holdsNoText],
	['AT&TFORM', 'DjVu files', 'are not read; convert it to PDF or text'],
	[/^%!PS(?:-Adobe-|[\r\n])/, 'PostScript files', 'are not read; convert it to PDF'],
	['\x1F\x8B', 'A compressed file (gzip)', 'is not opened; unpack it first'],
	[/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, 'A compressed file (bzip2)', 'is not opened; unpack it first'],
	['\xFD7zXZ\0', 'A compressed file (xz)', 'is not opened; unpack it first'],
	['7z\xBC\xAF\x27\x1C', 'A compressed archive (7-Zip)', 'is not opened; unpack it first'],
	['Rar!\x1A\x07', 'A compressed archive (RAR)', 'is not opened; unpack it first'],
	['\x28\xB5\x2F\xFD', 'A compressed file (zstd)', 'is not opened; unpack it first'],
	['ID3', 'A sound file', holdsNoText],
	['OggS', 'A sound or video file', holdsNoText],
	['fLaC', 'A sound file', holdsNoText],
	['\x1A\x45\xDF\xA3', 'A video file', holdsNoText],
	['\x7FELF', 'A program', 'is not read'],
	['MZ\x90\0', 'A program', 'is not read'],
	['\xCA\xFE\xBA\xBE', 'A program', 'is not read'],
	['\0asm', 'A program', 'is not read'],
	['SQLite format 3\0', 'A database', 'is not read; export what matters as text or CSV'],
	['wOFF', 'A font', holdsNoText],
	['wOF2', 'A font', holdsNoText],
	['\0\x01\0\0\0', 'A font', holdsNoText],
];

/** A format that is known and not read; `detail` says what to do. */
export function unsupported(kind: DocumentKind, detail: string): Format {
	return { isText: false, kind, problem: { kind: 'unsupported', detail } };
}

/** A format that is no text, and has a reader. */
export function readByBytes(kind: DocumentKind): Format {
	return { isText: false, kind, problem: undefined };
}

/** Old Office files, Outlook messages, Hangul files, and Office files locked by a password share one container. Names in it are UTF-16. */
function recogniseCompound(bytes: Uint8Array, fileName: string): Format {
	const names = toLatin(bytes.subarray(0, 262_144)) + toLatin(bytes.subarray(Math.max(262_144, bytes.length - 65_536)));
	const has = (name: string) => names.includes([...name].join('\0'));
	if (has('EncryptedPackage')) {
		const named = kindOfName(fileName);
		const kind = named === 'docx' ? named : 'other';
		return { isText: false, kind, problem: { kind: 'encrypted', detail: 'The document is locked by a password; save a copy without it' } };
	}
	const saveAs = 'save this one in a newer format, or as HTML or plain text';
	if (has('__substg1.0_') || has('__properties_version1.0')) {
		return unsupported('other', 'Outlook messages (.msg) are not read; save this one as .txt or .html');
	}
	if (has('WordDocument')) {
		return unsupported('other', `Word documents of the old kind (.doc) are not read; ${saveAs}`);
	}
	if (has('HwpSummaryInformation') || has('BodyText')) {
		return unsupported('other', 'Hangul documents (.hwp) are not read; save this one as HTML or plain text');
	}
	return unsupported('other', `Office files of the old kind are not read; ${saveAs}`);
}

/**
 * Whether a text is an HTML document: it begins with a doctype or a root element, after comments and an XML declaration at most; or it is named
 * .html and holds a tag at all; or, under another name than Markdown's or a program's, it begins with a tag and closes several.
 */
function looksLikeHtml(text: string, named: DocumentKind | undefined): boolean {
	const start = skipPreamble(text.slice(0, 20_000));
	if (/^<!doctype\s+html\b|^<(?:html|head|body)(?=[\s>])/i.test(start)) {
		return true;
	}
	if (named === 'html') {
		return /<[a-z][^<>]{0,1000}>|<\/[a-z]/i.test(text.slice(0, 200_000)) || text.trim() === '';
	}
	if (named !== undefined && named !== 'txt') {
		return false;
	}
	if (!/^<[a-z][a-z0-9]{0,10}(?=[\s>])/i.test(start)) {
		return false;
	}
	const closed = start.match(/<\/(?:p|div|title|head|body|html|table|ul|ol|h[1-6]|article|section|span|a|b|i|em|strong)>/gi) ?? [];
	return closed.length >= 3;
}

/**
 * Whether a text is XML other than a page: a feed under any name, or, under no other format's name, what declares itself as XML or is called so
 * and begins with an element.
 */
function looksLikeXml(text: string, named: DocumentKind | undefined, extension: string): boolean {
	const head = text.slice(0, 20_000);
	const root = /^(?:<!doctype\s[^<>[]{0,1000}(?:\[[^\]]{0,10000}\]\s{0,100})?>\s{0,100})?<([a-z_][\w.:-]{0,100})(?=[\s>/])/i.exec(
		skipPreamble(head),
	)?.[1];
	const name = root?.toLowerCase();
	if (name === undefined || /^(?:html|head|body)$/.test(name)) {
		return false;
	}
	if (/^(?:rss|rdf:rdf|(?:\w+:)?feed)$/.test(name)) {
		return named === undefined || named === 'txt' || named === 'html';
	}
	return (named === undefined || named === 'txt') && (/^\s*<\?xml\s/.test(head.replace('\uFEFF', '')) || xmlExtensions.has(extension));
}

/** Names of XML whose words are for people. */
const xmlExtensions: ReadonlySet<string> = new Set(['xml', 'rss', 'atom', 'opml', 'fb2', 'nxml', 'jats', 'dbk', 'docbook', 'tei']);

/** Whether a text is an OpenDocument text in one XML file. */
function isFlatOpenDocument(text: string): boolean {
	const start = skipPreamble(text.slice(0, 20_000));
	return (
		/^<[\w.-]{1,40}:document\s/.test(start) && start.includes('urn:oasis:names:tc:opendocument') && start.includes('opendocument.text')
	);
}

/** Without white space, comments and processing instructions before the first element. */
function skipPreamble(text: string): string {
	let at = 0;
	for (;;) {
		while (at < text.length && /[\s\uFEFF]/.test(text[at] ?? '')) {
			at++;
		}
		const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 3 : text.startsWith('<?', at) ? text.indexOf('>', at) + 1 : 0;
		if (end <= at) {
			return text.slice(at);
		}
		at = end;
	}
}

/** Bytes as characters of the same number. */
function toLatin(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192) {
		pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	}
	return pieces.join('');
}
