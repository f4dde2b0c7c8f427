// Each engine of the search bench is measured in a process of its own, so that no one's memory or compiled code is another's.
import fs from 'node:fs';
import { capture } from '../../setup/run.mjs';

/** Runs a script of this folder in a process of its own with these options, and gives what it reported; throws with its output if it failed. */
export async function runChild({ node = process.execPath, flags = [], script, options }) {
	const { code, output } = await capture(node, ['--expose-gc', '--no-warnings', ...flags, script, JSON.stringify(options)]);
	const report = /^REPORT (.*)$/m.exec(output)?.[1];
	if (code !== 0 || report === undefined) {
		throw new Error(`${script} ended with ${code}:\n${output.slice(-4000)}`);
	}
	return JSON.parse(report);
}

/** In the child: what it was asked. */
export function readOptions() {
	return JSON.parse(process.argv[2] ?? '{}');
}

/** In the child: its answer, once. */
export function report(values) {
	fs.writeSync(1, `\nREPORT ${JSON.stringify(values)}\n`);
}

/** In the child: the memory of the process, after what is not needed any more is gone. */
export async function measureRss() {
	for (let round = 0; round < 3; round++) {
		globalThis.gc?.();
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return process.memoryUsage().rss;
}

/** In the child: how long some work takes by the clock, and in processor time of all threads of the process. */
export async function measureTime(work) {
	const before = process.cpuUsage();
	const startMs = performance.now();
	const value = await work();
	const { user, system } = process.cpuUsage(before);
	return { value, ms: performance.now() - startMs, cpuMs: (user + system) / 1000 };
}

/** Each query is asked so often, after one time for nothing, and the fastest counts: what else the machine does should not. */
const rounds = 3;

/** In the child: times of each class of queries in ms, sorted. Everything is asked once before, so that nobody pays for compiling code. */
export async function timeQueries(queries, ask) {
	const times = {};
	for (const [name, list] of Object.entries(queries)) {
		const best = list.map(() => Number.POSITIVE_INFINITY);
		for (let round = 0; round <= rounds; round++) {
			for (const [index, words] of list.entries()) {
				const startMs = performance.now();
				await ask(name, words);
				if (round > 0) {
					best[index] = Math.min(best[index], performance.now() - startMs);
				}
			}
		}
		times[name] = best.sort((a, b) => a - b).map((ms) => Math.round(ms * 1000) / 1000);
	}
	return times;
}

/** Of sorted times. */
export function percentile(sorted, percent) {
	return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
