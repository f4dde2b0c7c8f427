import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import type { DocumentContent } from '../../src/library/document.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from './contentChecks.ts';

/** Reads a text as the file `fileName` would be read, and checks what holds for every content. */
export async function readText(source: string, fileName: string): Promise<DocumentContent> {
	return await readBytes(new TextEncoder().encode(source), fileName);
}

/** The same of bytes. */
export async function readBytes(bytes: Uint8Array, fileName: string): Promise<DocumentContent> {
	const content = await readDocument(bytes, fileName, defaultCaps);
	checkContent(content, decodeBytes(bytes).text);
	return content;
}

/** Bytes out of a text whose characters are all below U+0100: `\xC7\xD1`. */
export function bytesOf(latin: string): Uint8Array {
	return Uint8Array.from(latin, (char) => char.charCodeAt(0));
}
