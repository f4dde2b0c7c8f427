import type { FileHandle } from 'node:fs/promises';
import { type Disk, realDisk } from '../../src/files/textStore/disk.ts';

export interface Turns {
	/** One for each; every call of one waits until it is its turn. */
	readonly disks: readonly Disk[];
	/** Does the tasks side by side, one call of one of them at a time; gives their results in order. */
	readonly whenDone: <T>(tasks: readonly (() => Promise<T>)[]) => Promise<T[]>;
}

/** The real disk, as several processes use it at once: whose call comes next is `random`, and the same in each run. */
export function takeTurns(count: number, random: (below: number) => number): Turns {
	const waiting: ((() => void) | undefined)[] = [];
	const disks = Array.from({ length: count }, (_, index) => {
		const wrap = <T extends object>(target: T): T =>
			new Proxy(target, {
				get: (of, name) => {
					const value: unknown = Reflect.get(of, name, of);
					if (typeof value !== 'function') {
						return value;
					}
					return async (...args: unknown[]) => {
						await new Promise<void>((resolve) => {
							waiting[index] = resolve;
						});
						const result: unknown = await value.apply(of, args);
						return name === 'open' ? wrap(result as FileHandle) : result;
					};
				},
			});
		return wrap({ ...realDisk });
	});
	const whenDone = async <T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> => {
		const busy = new Set(tasks.keys());
		const results = tasks.map(async (task, index) => task().finally(() => busy.delete(index)));
		const all = Promise.all(results);
		// What fails is told at the end, by `all`.
		all.catch(() => undefined);
		while (busy.size > 0) {
			// Each who is not done asks for one thing at a time: once all have asked, any may be next.
			if ([...busy].every((index) => waiting[index] !== undefined)) {
				const next = [...busy][random(busy.size)] as number;
				const go = waiting[next];
				waiting[next] = undefined;
				go?.();
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
		return all;
	};
	return { disks, whenDone };
}
