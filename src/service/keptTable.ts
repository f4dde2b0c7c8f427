import type { KeptFile, KeptFiles, KeptSet } from '../library/keptFiles.ts';
import type { TableBuffer } from '../terms/tableSections.ts';
import type { KeptState } from './keptState.ts';

/** A table of terms, and the file that holds it, packed, with its checksum. */
export interface KeptTable {
	readonly file: KeptFile;
	readonly check: number;
	readonly table: TableBuffer;
}

/** `undefined` if there is none, or if it is not as it was written. */
export async function readTable(kept: KeptSet, { terms }: KeptState, files: KeptFiles): Promise<KeptTable | undefined> {
	const file = terms === null ? undefined : kept.files.get(terms.table);
	const packed = file?.read(0, Number.MAX_SAFE_INTEGER);
	if (file === undefined || packed === undefined || terms === null || files.checksum(packed) !== terms.check) {
		return undefined;
	}
	const bytes = await files.packing.unpackLarge(packed);
	return bytes && { file, check: terms.check, table: toOwnBuffer(bytes) };
}

/** `undefined` if it could not be done. */
export async function writeTable(table: TableBuffer, files: KeptFiles): Promise<KeptTable | undefined> {
	const packed = await files.packing.packLarge(new Uint8Array(table));
	const file = await files.write([packed], 'terms');
	return file && { file, check: files.checksum(packed), table };
}

/** The bytes in a buffer of just their length: what a table is opened from, and given to another thread. */
function toOwnBuffer(bytes: Uint8Array): ArrayBuffer {
	const { buffer } = bytes;
	return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length ? buffer : new Uint8Array(bytes).buffer;
}
