import type { Caps } from './caps.ts';
import type { ReadAnswer } from './documentSource.ts';
import { readDocument } from './readDocument.ts';
import type { ReadStage } from './readers/reader.ts';

/** Reads bytes as `readDocument` does, unless their hash is one of `knownHashes`: then the asker has the content, and nothing is parsed. */
export async function readUnlessKnown(
	bytes: Uint8Array,
	fileName: string,
	caps: Caps,
	knownHashes: readonly string[],
	tellStage?: (stage: ReadStage) => void,
): Promise<ReadAnswer> {
	const hash = bytes.length > caps.maxFileBytes ? undefined : await hashBytes(bytes);
	if (hash !== undefined && knownHashes.includes(hash)) {
		return { hash, content: undefined };
	}
	return { hash, content: await readDocument(bytes, fileName, caps, tellStage) };
}

/** SHA-256 in hex. By the platform's own code, which Node and browsers share: of 100 MB it takes a fifth of a second. */
async function hashBytes(bytes: Uint8Array): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
