/**
 * The way from a note to a file, both as paths of URIs (`/` parts, nothing escaped), escaped so that it can stand in a Markdown link:
 * from `/work/notes/a.md` to `/work/sources/b c.txt` it is `../sources/b%20c.txt`. Without a note it is the file's name.
 */
export function toRelativePath(notePath: string | undefined, filePath: string): string {
	const file = filePath.split('/');
	if (notePath === undefined) {
		return escapePart(file.at(-1) ?? '');
	}
	const folder = notePath.split('/').slice(0, -1);
	let shared = 0;
	while (shared < folder.length && shared < file.length - 1 && folder[shared] === file[shared]) {
		shared++;
	}
	return [...folder.slice(shared).map(() => '..'), ...file.slice(shared).map(escapePart)].join('/');
}

/** As in a URI, and the brackets and marks too that would end a link. */
function escapePart(part: string): string {
	return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
