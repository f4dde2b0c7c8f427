import path from 'node:path';

/**
 * Paths as URIs, exactly as VS Code's `Uri.file(path).toString()` writes them: the identity of a document is the same string whether the
 * editor's watcher names it or our walk does. Unreserved characters stay, every other byte is `%XX`; a drive letter is small.
 *
 * `/home/kim/a b.txt` is `file:///home/kim/a%20b.txt`; `C:\x` is `file:///c%3A/x`; `\\server\share\x` is `file://server/share/x`.
 *
 * Names that are not UTF-8 are escaped byte by byte, so that they can be read again; an editor shows such an escape as it is.
 */
export function toFileUri(filePath: string | Buffer): string {
	const bytes = typeof filePath === 'string' ? Buffer.from(filePath) : filePath;
	if (path.sep === '\\') {
		return toWindowsUri(bytes.toString());
	}
	return `file://${escapeBytes(bytes)}`;
}

/** The path of a `file:` URI, as bytes where the system's names are bytes; `undefined` for another scheme, a host (but Windows), a NUL. */
export function fromFileUri(uri: string): string | Buffer | undefined {
	const isFile = uri.startsWith('file://');
	const bytes = isFile ? unescapeBytes(uri.slice('file://'.length)) : undefined;
	if (bytes === undefined || bytes.includes(0)) {
		return undefined;
	}
	if (path.sep === '\\') {
		const text = bytes.toString();
		return (/^\/[a-z]:/i.test(text) ? text.slice(1) : `//${text}`).replaceAll('/', '\\');
	}
	if (bytes[0] !== 0x2f) {
		return undefined;
	}
	const text = bytes.toString();
	return Buffer.from(text).equals(bytes) ? text : bytes;
}

/** The URI of a path below a folder: `relative` with `/`. */
export function joinUri(folderUri: string, relative: string | Buffer): string {
	return `${folderUri}/${escapeBytes(typeof relative === 'string' ? Buffer.from(relative) : relative)}`;
}

/** The path of a URI below the folder's, decoded for people, with `/`; `undefined` if it does not stand below it. */
export function relativePathOf(folderUri: string, uri: string): string | undefined {
	return uri.startsWith(`${folderUri}/`) ? unescapeBytes(uri.slice(folderUri.length + 1))?.toString() : undefined;
}

function toWindowsUri(filePath: string): string {
	const slashed = filePath.replaceAll('\\', '/');
	if (slashed.startsWith('//')) {
		return `file:${escapeBytes(Buffer.from(slashed))}`;
	}
	const withDrive = slashed.replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
	return `file:///${escapeBytes(Buffer.from(withDrive))}`;
}

const unreserved = new Set([...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/')]);

function escapeBytes(bytes: Buffer): string {
	let escaped = '';
	for (const byte of bytes) {
		escaped += unreserved.has(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return escaped;
}

function unescapeBytes(escaped: string): Buffer | undefined {
	const source = Buffer.from(escaped);
	const bytes: number[] = [];
	for (let at = 0; at < source.length; at += 1) {
		const byte = source[at] ?? 0;
		if (byte !== 0x25) {
			bytes.push(byte);
			continue;
		}
		const code = source.subarray(at + 1, at + 3).toString('latin1');
		if (!/^[0-9a-f]{2}$/i.test(code)) {
			return undefined;
		}
		bytes.push(Number.parseInt(code, 16));
		at += 2;
	}
	return Buffer.from(bytes);
}
