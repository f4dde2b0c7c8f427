import assert from 'node:assert/strict';
import { slowness } from '../../scripts/test/patience.mjs';

/**
 * The most that something may take which usually takes `usualMs` on an idle laptop: ten times that, and ten seconds at least. A clock in a test
 * shows a hang or a square where a line was meant, never a speed: the machine may be a tenth as fast as the one the test was written on.
 */
export function limitFor(usualMs = 0): number {
	return Math.max(10_000, 10 * usualMs) * slowness;
}

/** How long a test waits for what must come, by the clock: a machine that is shared may do nothing of ours for many seconds. */
export const waitLimitMs = 90_000 * slowness;

/** Asks until the answer is true; fails with what it waited for. */
export async function waitFor(what: string, isThere: () => boolean | Promise<boolean>, limitMs = waitLimitMs): Promise<void> {
	for (const end = performance.now() + limitMs; !(await isThere()); ) {
		assert.ok(performance.now() < end, `Waited ${limitMs} ms in vain for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
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
