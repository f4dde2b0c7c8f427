import { extensionOf, type Format, readByBytes } from '../format.ts';
import { findMessages, isSeparator } from './mailboxMessages.ts';
import { fieldNameAt, firstField, knownFields, type MimePart, parseMime, withLineFeeds } from './mime.ts';

/** A header is looked for so far; the longest known, with thousands of recipients, are named .eml. Bytes. */
const headLength = 65_536;

/**
 * Recognises mail: a message, a mailbox, or a saved web page in the form of one. By what it says where its header leaves no doubt, whatever it is
 * called; and by its name where it has a header at all. `undefined` if it is none of these.
 */
export function recogniseMime(file: Uint8Array, fileName: string): Format | undefined {
	const bytes = withLineFeeds(file);
	const start = startOfText(bytes);
	const hasSeparator = isSeparator(bytes, start);
	if (!hasSeparator && fieldNameAt(bytes, start, Math.min(bytes.length, start + 200)) === undefined) {
		return undefined;
	}
	const extension = extensionOf(fileName);
	const head = bytes.subarray(start, start + headLength);
	const { root } = parseMime(head);
	const known = new Set(root.fields.map(({ name }) => name).filter((name) => knownFields.has(name)));
	if (extension === 'mht' || extension === 'mhtml') {
		return known.size > 0 ? readByBytes('html') : undefined;
	}
	if (isWebArchive(head, root, extension !== 'eml')) {
		return readByBytes('html');
	}
	if (extension === 'mbox' || extension === 'mbx') {
		return hasSeparator || known.size > 0 ? readByBytes('mbox') : undefined;
	}
	const isMail = extension === 'eml' ? root.fields.length > 0 : !ownNames.has(extension) && isClearlyMail(head, root, known);
	if (!isMail) {
		return undefined;
	}
	return hasSeparator && hasSecondMessage(bytes) ? readByBytes('mbox') : readByBytes('eml');
}

/** Names under which header lines are something else: front matter, source, examples. */
const ownNames: ReadonlySet<string> = new Set(
	'md markdown mdown mkd mdx qmd rmd html htm xhtml shtml csv tsv tex latex ltx org rst rest adoc asciidoc asc srt vtt yml yaml json'.split(
		' ',
	),
);

/** Where the first line that is not blank begins, behind a byte order mark. */
function startOfText(bytes: Uint8Array): number {
	let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
	while (at < bytes.length && at < 1000 && (bytes[at] === 10 || bytes[at] === 13)) {
		at++;
	}
	return at;
}

/**
 * Whether a header is that of a mail, and not the first lines of somebody's text: a sender and two more fields that everybody knows, and either a
 * field that only programs write, or an address.
 */
function isClearlyMail(head: Uint8Array, root: MimePart, known: ReadonlySet<string>): boolean {
	const isEnded = root.bodyStart < head.length || head.length < headLength;
	if (!isEnded || known.size < 3 || !(known.has('from') || known.has('received') || known.has('message-id'))) {
		return false;
	}
	return machineFields.some((name) => known.has(name)) || firstField(head, root, 'from').includes('@');
}

const machineFields = [
	'message-id',
	'received',
	'mime-version',
	'return-path',
	'delivered-to',
	'content-type',
	'newsgroups',
	'in-reply-to',
];

/** Whether a message is a page that a browser or Word saved: nobody sent it, and its parts are a page and what belongs to it. Word says nothing else. */
function isWebArchive(head: Uint8Array, root: MimePart, mayBeWord: boolean): boolean {
	if (root.fields.some(({ name }) => name === 'to' || name === 'received' || name === 'delivered-to' || name === 'message-id')) {
		return false;
	}
	const isSaved =
		root.fields.some(({ name }) => name === 'snapshot-content-location' || name === 'content-location') ||
		/^"?<Saved by /i.test(firstField(head, root, 'from'));
	const isPage = root.type === 'multipart/related' || root.type === 'text/html';
	return isPage && (isSaved || (mayBeWord && root.type === 'multipart/related' && !root.fields.some(({ name }) => name === 'from')));
}

function hasSecondMessage(bytes: Uint8Array): boolean {
	let count = 0;
	for (const _ of findMessages(bytes)) {
		if (++count > 1) {
			return true;
		}
	}
	return false;
}
