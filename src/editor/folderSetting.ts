/** Where a list of `dossier.folders` is written: in the person's own settings, in the workspace's, or in those of the root. */
export type FolderSettingTarget = 'user' | 'workspace' | 'root';

/** What is known when a folder is to be added to `dossier.folders`. */
export interface FolderToAdd {
	/** What stands for the folder: a glob against the path below its root, or a whole path. */
	readonly pattern: string;
	/** Whether it stands below no root of the window. */
	readonly isElsewhere: boolean;
	readonly isTrusted: boolean;
	readonly rootCount: number;
	/** The list that counts now for the folder's root, or for the window if it stands elsewhere. */
	readonly patterns: readonly string[];
	/** The list of the person's own settings. */
	readonly usersPatterns: readonly string[];
}

/**
 * The list with which a folder becomes a source, and where to write it; `undefined` if it is one already. A folder elsewhere goes to the workspace's
 * settings if the workspace is trusted; else to the person's own, since an untrusted workspace's word does not count outside its roots. What an
 * untrusted workspace says never gets into the person's own settings.
 */
export function addToFolders(
	folder: FolderToAdd,
): { readonly target: FolderSettingTarget; readonly patterns: readonly string[] } | undefined {
	const target = toTarget(folder);
	const patterns = target === 'user' ? folder.usersPatterns : folder.patterns;
	return patterns.includes(folder.pattern) ? undefined : { target, patterns: [...patterns, folder.pattern] };
}

function toTarget({ isElsewhere, isTrusted, rootCount }: FolderToAdd): FolderSettingTarget {
	if (isElsewhere) {
		return isTrusted && rootCount > 0 ? 'workspace' : 'user';
	}
	return rootCount > 1 ? 'root' : 'workspace';
}

/** In whose settings the list stands that counts. Of several roots one may have its own; a sole root's is the workspace's. */
export function findListTarget(rootCount: number, hasListOfRoot: boolean, hasListOfWorkspace: boolean): FolderSettingTarget {
	if (hasListOfRoot && rootCount > 1) {
		return 'root';
	}
	return hasListOfRoot || hasListOfWorkspace ? 'workspace' : 'user';
}
