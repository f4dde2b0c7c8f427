// Each engine of the search bench is measured in a process of its own, so that no one's memory or compiled code is another's.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

/** Runs a script of this folder in a process of its own with these options, and gives what it reported; throws with its output if it failed. */
export async function runChild(child) {
	const running = startChild(child);
	while (await running.takeTurn()) {}
	return running.report;
}

/**
 * Starts a script of this folder in a process of its own, where it does what it does alone until it waits for its first turn, or ends. `takeTurn` lets it ask its
 * queries once and says whether it waits for another turn; `report` is what it reports when it ends, an error with its output if it failed.
 */
export function startChild({ node = process.execPath, flags = [], script, options }) {
	const args = ['--expose-gc', '--no-warnings', ...flags, script, JSON.stringify(options)];
	const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (chunk) => {
			output += chunk;
		});
	}
	const report = new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => {
			const line = /^REPORT (.*)$/m.exec(output)?.[1];
			if (code === 0 && line !== undefined) {
				resolve(JSON.parse(line));
			} else {
				reject(new Error(`${script} ended with ${code}:\n${output.slice(-4000)}`));
			}
		});
	});
	// Nobody may have asked for it yet when it fails.
	report.catch(() => {});
	const ended = report.then(
		() => false,
		() => false,
	);
	const waits = () => Promise.race([ended, new Promise((resolve) => child.once('message', () => resolve(true)))]);
	let isWaiting = waits();
	return {
		report,
		isWaiting,
		async takeTurn() {
			if (await isWaiting) {
				isWaiting = waits();
				child.send('turn');
			}
			return await isWaiting;
		},
	};
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

/** In the child: waits until it is its turn, if somebody gives turns. */
async function waitForTurn() {
	if (process.send !== undefined) {
		await new Promise((resolve) => {
			process.once('message', resolve);
			process.send('waiting');
		});
	}
}

/**
 * In the child: times of each class of queries in ms, sorted. Everything is asked once before, so that nobody pays for compiling code. Each class takes a turn for each time
 * it is asked: those who are compared are asked the same one after the other, so that a slow minute of the machine is a slow minute of all.
 */
export async function timeQueries(queries, ask) {
	const times = {};
	for (const [name, list] of Object.entries(queries)) {
		const best = list.map(() => Number.POSITIVE_INFINITY);
		for (let round = 0; round <= rounds; round++) {
			await waitForTurn();
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
