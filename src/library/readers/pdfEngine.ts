import { Inflate } from 'fflate/browser';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Problem } from '../../base/problem.ts';

/** A PDF that is open. Whoever opened it closes it. */
export interface OpenPdf {
	readonly document: PDFDocumentProxy;
	close(): Promise<void>;
}

/**
 * Opens a PDF with pdf.js, which is loaded at the first one. No worker, no network, no files, no WebAssembly, no code made of text: the build takes
 * those out of it, and no picture is decoded. An empty password opens what it opens. A problem if a password is needed or pdf.js finds no PDF.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | Problem> {
	const { getDocument } = await import('unpdf/pdfjs');
	const task = getDocument({
		// A copy: pdf.js takes the buffer away.
		data: new Uint8Array(bytes),
		BinaryDataFactory: CharacterMapFactory,
		cMapUrl: mapFolder,
		useWorkerFetch: false,
		useWasm: false,
		useSystemFonts: false,
		disableFontFace: true,
		fontExtraProperties: false,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		// Pictures hold no text; larger ones than this, in pixels, are not looked at.
		maxImageSize: 0,
		stopAtErrors: false,
		enableXfa: false,
		verbosity: 0,
	});
	try {
		return { document: await task.promise, close: () => task.destroy() };
	} catch (error) {
		await task.destroy();
		return isPasswordMissing(error)
			? { kind: 'encrypted', detail: 'The document is locked by a password; save a copy without it' }
			: { kind: 'damaged', detail: 'Its structure is broken; if another program opens it, save it anew there' };
	}
}

function isPasswordMissing(error: unknown): boolean {
	return error instanceof Error && error.name === 'PasswordException';
}

/** The folder that pdf.js believes the maps to be in. */
const mapFolder = 'maps/';

/** Gives pdf.js the character maps of fonts that are not embedded; it asks for nothing else. */
class CharacterMapFactory {
	#maps: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

	async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
		if (kind !== 'cMapUrl') {
			// The shapes of standard fonts, which text does not need.
			throw new Error('Not shipped');
		}
		this.#maps ??= unpackMaps();
		const map = (await this.#maps).get(filename.replace(/\.bcmap$/, ''));
		if (map === undefined) {
			throw new Error('No such map');
		}
		return map.slice();
	}
}

/** Unpacks all maps at once, about 1.2 MB: a font names its map, and that one the map it adds to. */
async function unpackMaps(): Promise<ReadonlyMap<string, Uint8Array>> {
	const { characterMapLengths, packedCharacterMaps } = await import('dossier:character-maps');
	const total = characterMapLengths.reduce((sum, [, length]) => sum + length, 0);
	const all = new Uint8Array(total);
	let filled = 0;
	const inflate = new Inflate((chunk) => {
		all.set(chunk, filled);
		filled += chunk.length;
	});
	const packed = atob(packedCharacterMaps);
	const bytes = new Uint8Array(packed.length);
	for (let at = 0; at < packed.length; at++) {
		bytes[at] = packed.charCodeAt(at);
	}
	inflate.push(bytes, true);
	let start = 0;
	return new Map(
		characterMapLengths.map(([name, length]) => {
			start += length;
			return [name, all.subarray(start - length, start)];
		}),
	);
}
