import type { Disk } from '../../src/files/textStore/disk.ts';
import { guardedDisk } from './guardedDisk.ts';

export interface Turns {
	/** One for each; every call of one waits until it is its turn. */
	readonly disks: readonly Disk[];
	/** Does the tasks side by side, one call of one of them at a time; gives their results in order. */
	readonly whenDone: <T>(tasks: readonly (() => Promise<T>)[]) => Promise<T[]>;
}

/** The real disk, as several processes use it at once: whose call comes next is `random`, and the same in each run. */
export function takeTurns(count: number, random: (below: number) => number): Turns {
	const waiting: ((() => void) | undefined)[] = [];
	const disks = Array.from({ length: count }, (_, index) =>
		guardedDisk(
			() =>
				new Promise((resolve) => {
					waiting[index] = resolve;
				}),
		),
	);
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
