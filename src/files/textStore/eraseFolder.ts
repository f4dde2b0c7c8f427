import path from 'node:path';
import { errorCode } from '../systemProblem.ts';
import { type Disk, realDisk } from './disk.ts';
import { isOwnName } from './ownNames.ts';

/** Removes the files of ours in a folder, and the folder if nothing else is in it; gives their bytes. Nothing that only may be ours is removed. */
export async function eraseFolder(folder: string, disk: Disk = realDisk): Promise<number> {
	let bytes = 0;
	try {
		if (!(await disk.lstat(folder)).isDirectory()) {
			return 0;
		}
		for (const name of await disk.readdir(folder)) {
			const own = path.join(folder, name);
			const stats = isOwnName(name) ? await disk.lstat(own) : undefined;
			if (stats !== undefined && !stats.isDirectory()) {
				bytes += stats.size;
				await disk.rm(own, { force: true });
			}
		}
		await disk.rmdir(folder);
	} catch (error) {
		if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) {
			throw error;
		}
	}
	return bytes;
}
