import { compileGlobs, type PathTest } from '../base/glob.ts';

/**
 * Whether a file or folder of this name is never a document: hidden, the lock file that an office program leaves beside an open one, the copy of
 * what it was that an editor leaves (`tides.txt~`), the index of a mailbox (`Inbox.msf`), the packages of a program.
 */
export function isHiddenName(name: string): boolean {
	return name.startsWith('.') || name.startsWith('~$') || name.endsWith('~') || /\.msf$/i.test(name) || systemNames.has(name.toLowerCase());
}

/** What programs keep for themselves; of files, those that Windows hides by an attribute that other systems do not show. */
const systemNames: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', 'node_modules']);

/**
 * The names of the pages that this folder may belong to, small: browsers save `tides.html` with its pictures in `tides_files`.
 * Empty for a folder that no browser would name so.
 */
export function pagesOfFolder(folderName: string): readonly string[] {
	const stem = /^(.+)_files$/i.exec(folderName)?.[1]?.toLowerCase();
	return stem === undefined ? [] : ['html', 'htm', 'xhtml', 'shtml'].map((extension) => `${stem}.${extension}`);
}

/** A test of relative paths (with `/`): whether the path, or a folder above it, is hidden or excluded. */
export function makeLeftOutTest(excludes: readonly string[]): PathTest {
	const isExcluded = compileGlobs(excludes);
	return (relativePath) => {
		const names = relativePath.split('/');
		return names.some(isHiddenName) || (excludes.length > 0 && names.some((_, index) => isExcluded(names.slice(0, index + 1).join('/'))));
	};
}

/** A side file (a glossary, a bibliography) is read up to this size: thirty thousand references with their abstracts. */
export const maxSideFileBytes = 20 * 1024 * 1024;
