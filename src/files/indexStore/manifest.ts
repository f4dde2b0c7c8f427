import type { Seal } from '../textStore/seal.ts';
import { keptFileName } from './keptFileName.ts';

/** A file that a manifest names: how long it is, and in folders where others can write the seal of its name and bytes. */
export interface ManifestFile {
	readonly name: string;
	readonly bytes: number;
	readonly seal: string | null;
}

/** What counts of the files of a folder, and what they are. */
export interface Manifest {
	/** Which Dossier wrote it. */
	readonly version: string;
	readonly files: readonly ManifestFile[];
	readonly state: string;
}

/** One line: its seal, a space, JSON. */
export function encodeManifest(manifest: Manifest, seal: Seal): string {
	const json = JSON.stringify(manifest);
	return `${seal.make([json]).toString('base64url')} ${json}\n`;
}

/** `undefined` for what is not as it was written. */
export function decodeManifest(text: string, seal: Seal): Manifest | undefined {
	const space = text.indexOf(' ');
	const json = text.slice(space + 1, -1);
	if (space < 0 || !text.endsWith('\n') || !seal.fits(Buffer.from(text.slice(0, space), 'base64url'), [json])) {
		return undefined;
	}
	try {
		const value: unknown = JSON.parse(json);
		return isManifest(value) ? value : undefined;
	} catch {
		// Where everybody can make the seal it says nothing of what was sealed.
		return undefined;
	}
}

function isManifest(value: unknown): value is Manifest {
	if (!isObject(value)) {
		return false;
	}
	const { version, files, state } = value;
	return typeof version === 'string' && typeof state === 'string' && Array.isArray(files) && files.every(isFile);
}

function isFile(value: unknown): value is ManifestFile {
	if (!isObject(value)) {
		return false;
	}
	const { name, bytes, seal } = value;
	const isName = typeof name === 'string' && keptFileName.test(name);
	return isName && Number.isSafeInteger(bytes) && (bytes as number) >= 0 && (seal === null || typeof seal === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
