import { promisify } from 'node:util';
import { deflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import type { DocumentContent } from '../../library/document.ts';
import type { Seal } from './seal.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** `DTX1`, the length as it stands here, the length of the JSON, the seal; then the content as deflated JSON. */
const headBytes = 4 + 4 + 4 + 32;
const magic = 'DTX1';

/** JSON of the longest text that the caps allow, with its map: each unit at most six bytes, and some for the map. */
const maxJsonBytes = 512 * 1024 * 1024;

/**
 * A content as one record of a pack. The seal covers what it is the text of, so that a record that stands in the wrong place is none.
 * The fastest level: the next takes half as long again to save a twentieth.
 */
export async function encodeRecord(content: DocumentContent, textId: string, recipe: string, seal: Seal): Promise<Buffer> {
	const json = Buffer.from(JSON.stringify(content));
	const packed = await deflate(json, { level: 1 });
	const lengths = Buffer.alloc(8);
	lengths.writeUInt32LE(packed.length, 0);
	lengths.writeUInt32LE(json.length, 4);
	return Buffer.concat([Buffer.from(magic), lengths, seal.make([textId, recipe, lengths, packed]), packed]);
}

/** The content of a record, if it is whole and is the text of just that; `undefined` for everything else. */
export async function decodeRecord(record: Buffer, textId: string, recipe: string, seal: Seal): Promise<DocumentContent | undefined> {
	const checked = checkRecord(record, textId, recipe, seal);
	try {
		return checked && parseContent(await inflate(checked.packed, { maxOutputLength: checked.jsonBytes }));
	} catch {
		// Sealed, and yet no content: nothing of ours. It is read again.
		return undefined;
	}
}

/** `decodeRecord`, at once. */
export function decodeRecordNow(record: Buffer, textId: string, recipe: string, seal: Seal): DocumentContent | undefined {
	const checked = checkRecord(record, textId, recipe, seal);
	try {
		return checked && parseContent(inflateRawSync(checked.packed, { maxOutputLength: checked.jsonBytes }));
	} catch {
		return undefined;
	}
}

function checkRecord(
	record: Buffer,
	textId: string,
	recipe: string,
	seal: Seal,
): { readonly packed: Buffer; readonly jsonBytes: number } | undefined {
	if (record.length < headBytes || record.toString('latin1', 0, 4) !== magic) {
		return undefined;
	}
	const lengths = record.subarray(4, 12);
	const jsonBytes = lengths.readUInt32LE(4);
	const packed = record.subarray(headBytes);
	const isWhole = lengths.readUInt32LE(0) === packed.length && jsonBytes <= maxJsonBytes;
	return isWhole && seal.fits(record.subarray(12, headBytes), [textId, recipe, lengths, packed]) ? { packed, jsonBytes } : undefined;
}

function parseContent(json: Buffer): DocumentContent {
	return JSON.parse(json.toString()) as DocumentContent;
}
