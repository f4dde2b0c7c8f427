/**
 * Where a path leads that a side file writes, below the source folder, without `.` and `..`: from `a` the path `./b/../c.pdf` is `a/c.pdf`.
 * Undefined for one that leaves the folder or begins at the root of a disk. Composed as one writes names (NFC), with `/`.
 */
export function resolveSidePath(folderPath: string, path: string): string | undefined {
	const slashed = toPathKey(path);
	if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) {
		return undefined;
	}
	const names = folderPath === '' ? [] : toPathKey(folderPath).split('/');
	for (const name of slashed.split('/')) {
		if (name === '..') {
			if (names.pop() === undefined) {
				return undefined;
			}
		} else if (name !== '.' && name !== '') {
			names.push(name);
		}
	}
	return names.join('/');
}

/** The form in which paths are compared: some systems take letters and their accents apart in names. */
export function toPathKey(path: string): string {
	return path.normalize('NFC').replaceAll('\\', '/');
}

/** The path of the folder that a file stands in; empty at the top. */
export function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path below the source folder as a side file in `folderPath` writes it; undefined if it does not stand below. */
export function relativeTo(folderPath: string, path: string): string | undefined {
	const start = folderPath === '' ? '' : `${toPathKey(folderPath)}/`;
	return path.startsWith(start) ? path.slice(start.length) : undefined;
}
