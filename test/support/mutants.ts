import assert from 'node:assert/strict';
import type { DocumentContent } from '../../src/library/document.ts';
import { checkRanges } from './contentChecks.ts';
import { toBytes } from './zipFiles.ts';

/** A linear congruential generator (Numerical Recipes): the same mutants in every run. */
export function makeMutantRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** A copy with one to eight faults: bytes changed, copied over others, written over with one of `splinters`, or the end cut off. */
export function mutate(bytes: Uint8Array, random: () => number, splinters: readonly string[]): Uint8Array {
	let mutant = bytes.slice();
	const times = 1 + Math.floor(random() * 8);
	for (let time = 0; time < times && mutant.length > 0; time++) {
		const at = Math.floor(random() * mutant.length);
		const kind = random();
		if (kind < 0.4) {
			mutant[at] = Math.floor(random() * 256);
		} else if (kind < 0.6) {
			const from = Math.floor(random() * mutant.length);
			mutant.copyWithin(at, from, from + Math.floor(random() * 200));
		} else if (kind < 0.9) {
			const splinter = toBytes(splinters[Math.floor(random() * splinters.length)] ?? '');
			mutant.set(splinter.subarray(0, mutant.length - at), at);
		} else {
			mutant = mutant.slice(0, at);
		}
	}
	return mutant;
}

/** Checks what holds of a content whatever its file was, where no source is known: no reader failed, and the ranges stand in the text. */
export function checkWhole(content: DocumentContent, name: string): void {
	const { text, problems } = content;
	assert.ok(
		!problems.some(({ detail }) => detail.startsWith('Its reader failed')),
		`${name}: ${problems.map(({ detail }) => detail).join('; ')}`,
	);
	assert.doesNotMatch(text, /[\r\0\u2028\u2029]/, name);
	assert.ok(!/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text), `${name}: half a pair`);
	checkRanges(content, name);
}
