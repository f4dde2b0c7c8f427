import assert from 'node:assert/strict';
import type { Steps } from '../../src/base/steps.ts';
import { limitFor } from './timeLimits.ts';

/** What a piece of work gave, and in how many steps. That number is the same on each machine: a step ends after so many lines or words, not after a time. */
export interface CountedSteps<T> {
	readonly value: T;
	readonly count: number;
}

/** Takes all steps. Fails where one of them hangs, by the processor's time. */
export function takeCounted<T>(steps: Steps<T>): CountedSteps<T> {
	for (let count = 1; ; count += 1) {
		const before = process.cpuUsage();
		const step = steps.next();
		const { user, system } = process.cpuUsage(before);
		const tookMs = (user + system) / 1_000;
		assert.ok(tookMs < limitFor(), `step ${count} took ${Math.round(tookMs)} ms`);
		if (step.done === true) {
			return { value: step.value, count };
		}
	}
}
