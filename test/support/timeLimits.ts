import assert from 'node:assert/strict';
import { slowness } from '../../scripts/test/patience.mjs';

/**
 * The most that something may take which usually takes `usualMs` on an idle laptop: ten times that, and ten seconds at least. A clock in a test
 * shows a hang or a square where a line was meant, never a speed: the machine may be a tenth as fast as the one the test was written on.
 */
export function limitFor(usualMs = 0): number {
	return Math.max(10_000, 10 * usualMs) * slowness;
}

/**
 * Does the work, and fails if it took more than `limitFor(usualMs)` of the processor's time. That is the time of this process, all threads of
 * it: what else the machine does is none of it.
 */
export async function inTime<T>(usualMs: number, work: () => T | Promise<T>, what = ''): Promise<T> {
	const start = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(start);
	const tookMs = (user + system) / 1_000;
	assert.ok(tookMs < limitFor(usualMs), `${what} took ${Math.round(tookMs)} of ${limitFor(usualMs)} ms`.trim());
	return result;
}
