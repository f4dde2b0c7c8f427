import type { Disk } from '../../src/files/textStore/disk.ts';
import { guardedDisk } from './guardedDisk.ts';

/** The disk of which one call fails, and every write after it: a full disk stays full. */
export function failingDisk(failAt: number, code: string): { readonly disk: Disk; readonly calls: () => number } {
	let calls = 0;
	let hasFailed = false;
	const writes = new Set(['write', 'writeFile', 'datasync', 'sync', 'mkdir', 'rename', 'truncate']);
	const disk = guardedDisk((name) => {
		if (name === 'close') {
			return;
		}
		calls += 1;
		if (calls === failAt || (hasFailed && writes.has(name))) {
			hasFailed = true;
			throw Object.assign(new Error(`${code}: ${name}`), { code, errno: -1, syscall: name });
		}
	});
	return { disk, calls: () => calls };
}
