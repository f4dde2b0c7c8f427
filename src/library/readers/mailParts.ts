import { firstField, type MimePart } from '../container/mime.ts';
import { parseFieldValue } from '../container/mimeFields.ts';

/** What a leaf of a message is for its reader. */
export type PartRole = 'plain' | 'html' | 'mail' | 'attachment' | 'encrypted' | 'signed' | 'nothing';

/** What a leaf is for. `isFirst` says that no text came before it: then a text with a file's name is still the message itself. */
export function roleOf(bytes: Uint8Array, part: MimePart, isFirst: boolean): PartRole {
	const { type } = part;
	if (encryptedTypes.has(type)) {
		const kind = part.parameters.get('smime-type')?.toLowerCase();
		return type.endsWith('pkcs7-mime') && kind !== undefined && kind.startsWith('signed') ? 'signed' : 'encrypted';
	}
	if (machineTypes.has(type)) {
		return 'nothing';
	}
	const disposition = parseFieldValue(firstField(bytes, part, 'content-disposition')).value.toLowerCase();
	if (type === 'message/rfc822' || type === 'message/global') {
		return 'mail';
	}
	if (disposition === 'attachment' || (nameOf(bytes, part) !== null && !(isFirst && /^text\/(?:plain|html)$/.test(type)))) {
		return 'attachment';
	}
	if (type === 'text/html' || type === 'application/xhtml+xml') {
		return 'html';
	}
	if (plainTypes.has(type) || (type.startsWith('multipart/') && part.parts.length === 0)) {
		return 'plain';
	}
	return type.startsWith('image/') && firstField(bytes, part, 'content-id') !== '' ? 'nothing' : 'attachment';
}

const encryptedTypes: ReadonlySet<string> = new Set([
	'application/pkcs7-mime',
	'application/x-pkcs7-mime',
	'application/pgp-encrypted',
	'multipart/encrypted',
]);

/** Signatures of what stands beside them. */
const machineTypes: ReadonlySet<string> = new Set([
	'application/pgp-signature',
	'application/pkcs7-signature',
	'application/x-pkcs7-signature',
	'application/pgp-keys',
]);

/** Types whose text is the message; the marks of enriched text are few. */
const plainTypes: ReadonlySet<string> = new Set([
	'text/plain',
	'text/enriched',
	'text/richtext',
	'text/markdown',
	'text/x-markdown',
	'text/x-diff',
	'text/x-patch',
	'message/delivery-status',
	'message/disposition-notification',
	'message/feedback-report',
	'message/partial',
]);

/** The file name that a part gives itself; null if it gives none. */
export function nameOf(bytes: Uint8Array, part: MimePart): string | null {
	const disposition = parseFieldValue(firstField(bytes, part, 'content-disposition'));
	const name = disposition.parameters.get('filename') ?? part.parameters.get('name');
	return name === undefined || name.trim() === '' ? null : name;
}

/** The part that a multipart/related is about: the one its `start` names, else the first that is a page, else the first. */
export function mainPartOf(bytes: Uint8Array, part: MimePart): MimePart | undefined {
	const start = part.parameters.get('start')?.replace(/[<>\s]/g, '');
	const named =
		start === undefined ? undefined : part.parts.find((child) => firstField(bytes, child, 'content-id').replace(/[<>\s]/g, '') === start);
	return named ?? part.parts.find((child) => findLeaf(child, 'text/html')) ?? part.parts[0];
}

/** The first leaf of that type below, itself included. */
export function findLeaf(part: MimePart, type: string): MimePart | undefined {
	const stack = [part];
	for (let one = stack.pop(); one; one = stack.pop()) {
		if (one.type === type && one.parts.length === 0) {
			return one;
		}
		stack.push(...[...one.parts].reverse());
	}
	return undefined;
}
