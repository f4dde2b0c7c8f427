import { isHiddenName } from '../../library/fileRules.ts';
import { keptFileName } from '../indexStore/keptFileName.ts';

/** What we make in our folder, beside the files of the index. */
const ownNames = /^(?:\.gitignore|lock(?:\.next)*|files\.journal|index\.manifest|texts-\d+\.pack)(?:\.new)?$/;

/** Whether we may have made a file of this name in our folder. */
export function isOwnName(name: string): boolean {
	return ownNames.test(name) || keptFileName.test(name);
}

/** Whether these are the names of our folder: of one that holds texts or an index, and nothing that may be a document. */
export function areOfOwnFolder(names: readonly string[]): boolean {
	return names.includes('files.journal') && names.every((name) => isOwnName(name) || isHiddenName(name));
}
