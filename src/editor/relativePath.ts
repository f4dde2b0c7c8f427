/** Of a URI what its place is told by, nothing escaped. VS Code's `Uri` fits. */
export interface UriPlace {
	readonly scheme: string;
	readonly authority: string;
	/** With `/`; on Windows with the drive as its first part (`/c:/…`). */
	readonly path: string;
}

/**
 * The way from a note to a file, escaped so that it can stand in a Markdown link: from `/work/notes/a.md` to `/work/sources/b c.txt` it is
 * `../sources/b%20c.txt`. Without a note it is the file's name. Where no way leads (another scheme, machine, share or drive) it is the whole URI.
 */
export function toRelativePath(note: UriPlace | undefined, file: UriPlace): string {
	const to = file.path.split('/');
	if (note === undefined) {
		return escapePart(to.at(-1) ?? '');
	}
	const folder = note.path.split('/').slice(0, -1);
	if (note.scheme !== file.scheme || !isSameName(note.authority, file.authority) || !isSameName(driveOf(note), driveOf(file))) {
		return `${file.scheme}://${escapePart(file.authority)}${to.map(escapePart).join('/')}`;
	}
	// The same drive may be written in either case.
	let shared = driveOf(file) === '' ? 0 : 2;
	while (shared < folder.length && shared < to.length - 1 && folder[shared] === to[shared]) {
		shared++;
	}
	return [...folder.slice(shared).map(() => '..'), ...to.slice(shared).map(escapePart)].join('/');
}

function driveOf({ scheme, path }: UriPlace): string {
	return scheme === 'file' ? (/^\/([a-z]:)(?:\/|$)/i.exec(path)?.[1] ?? '') : '';
}

function isSameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

/** As in a URI, and the brackets and marks too that would end a link. */
function escapePart(part: string): string {
	return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
