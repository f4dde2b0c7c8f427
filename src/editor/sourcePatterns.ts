import { isLiteralPath } from '../base/glob.ts';

/**
 * The patterns of a root that may be used. A settings file inside a workspace is the workspace's word, not the person's: unless the workspace is
 * trusted, what it says may not lead outside its own root (absolute, `~/`, `..`). The person's own settings may name any place.
 */
export function toAllowedPatterns(
	patterns: readonly string[],
	mayLeaveRoot: boolean,
): { allowed: readonly string[]; refused: readonly string[] } {
	const allowed: string[] = [];
	const refused: string[] = [];
	for (const pattern of patterns) {
		(mayLeaveRoot || !leavesRoot(pattern) ? allowed : refused).push(pattern);
	}
	return { allowed, refused };
}

/** Whether a pattern names a place of its own, or climbs out of the root that it is read against. */
export function leavesRoot(pattern: string): boolean {
	return isAbsolutePattern(pattern) || pattern.split(/[\\/{},]/).includes('..');
}

/** Whether a pattern stands for itself, whatever the root. */
export function isAbsolutePattern(pattern: string): boolean {
	return /^(?:[\\/~]|[a-z]:|[a-z][a-z0-9+.-]+:\/)/i.test(pattern);
}

/**
 * Those of the patterns that name one folder below a root, where it is not there: it is none of the folders that were found, nor in one of them.
 * `foundPaths` are below the root. Patterns with wildcards may match nothing.
 */
export function findAbsentPaths(patterns: readonly string[], foundPaths: readonly string[]): readonly string[] {
	const found = foundPaths.map((path) => path.toLowerCase());
	return patterns.filter((pattern) => {
		const names = pattern.split(/[\\/]/).filter((name) => name !== '' && name !== '.');
		const path = names.join('/').toLowerCase();
		const isNamed = isLiteralPath(pattern) && !leavesRoot(pattern) && path !== '';
		return isNamed && !found.some((other) => other === '' || path === other || path.startsWith(`${other}/`));
	});
}

/**
 * `files.exclude` as VS Code keeps it, as patterns against the paths below one folder. Entries that are switched off or that depend on a sibling
 * (`when`) are left out. `folderPath` is the folder's path below its root (`''` for the root itself, `undefined` for a folder elsewhere): patterns anchored at the root are cut
 * to what is left of them inside the folder, and dropped if they never reach it.
 */
export function toExcludePatterns(filesExclude: unknown, folderPath: string | undefined): readonly string[] {
	if (typeof filesExclude !== 'object' || filesExclude === null) {
		return [];
	}
	const excludes: string[] = [];
	for (const [pattern, value] of Object.entries(filesExclude)) {
		if (value !== true) {
			continue;
		}
		if (folderPath === '' || pattern.startsWith('**')) {
			excludes.push(pattern);
		} else if (folderPath !== undefined && pattern.startsWith(`${folderPath}/`)) {
			excludes.push(pattern.slice(folderPath.length + 1));
		}
	}
	return excludes.slice(0, maxExcludes);
}

/** A settings file with more is not written by a person. */
const maxExcludes = 500;

/** A glob that matches in any case where the matcher has no such option: `notes` becomes `[nN][oO][tT][eE][sS]`. */
export function toAnyCaseGlob(pattern: string): string {
	return pattern.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
