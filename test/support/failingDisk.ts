import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../src/files/textStore/disk.ts';

/** The disk of which one call fails, and every write after it: a full disk stays full. */
export function failingDisk(failAt: number, code: string): { readonly disk: Disk; readonly calls: () => number } {
	let calls = 0;
	let hasFailed = false;
	const writes = new Set(['write', 'writeFile', 'datasync', 'sync', 'mkdir', 'rename', 'truncate']);
	const ask = (name: string) => {
		calls += 1;
		if (calls === failAt || (hasFailed && writes.has(name))) {
			hasFailed = true;
			throw Object.assign(new Error(`${code}: ${name}`), { code, errno: -1, syscall: name });
		}
	};
	const wrap = <T extends object>(target: T): T =>
		new Proxy(target, {
			get: (of, name) => {
				const value: unknown = Reflect.get(of, name, of);
				if (typeof value !== 'function' || name === 'close') {
					return typeof value === 'function' ? value.bind(of) : value;
				}
				return async (...args: unknown[]) => {
					ask(String(name));
					const result: unknown = await value.apply(of, args);
					return name === 'open' ? wrap(result as FileHandle) : result;
				};
			},
		});
	return { disk: wrap({ ...realDisk }), calls: () => calls };
}
