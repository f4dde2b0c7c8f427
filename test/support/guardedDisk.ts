import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../src/files/textStore/disk.ts';

/** The real disk, and the files that it opens: `before` is told of each call by its name, and may delay it, or fail it by an error of its own. */
export function guardedDisk(before: (name: string) => Promise<void> | void): Disk {
	const wrap = <T extends object>(target: T): T =>
		new Proxy(target, {
			get: (of, key) => {
				const value: unknown = Reflect.get(of, key, of);
				if (typeof value !== 'function') {
					return value;
				}
				return async (...args: unknown[]) => {
					await before(String(key));
					const result: unknown = await value.apply(of, args);
					return key === 'open' ? wrap(result as FileHandle) : result;
				};
			},
		});
	return wrap({ ...realDisk });
}
