import type { Channel } from '../../src/base/calls.ts';

/** Two ends of a line that clone what is sent, as threads do. `sent` holds every message, from either end. */
export function makeLine(sent: unknown[] = []): [Channel, Channel] {
	const listeners: ((message: unknown) => void)[][] = [[], []];
	const end = (own: 0 | 1): Channel => ({
		postMessage: (message, transfer = []) => {
			const cloned = structuredClone(message, { transfer: [...transfer] });
			sent.push(cloned);
			queueMicrotask(() => {
				for (const listener of listeners[1 - own] ?? []) {
					listener(cloned);
				}
			});
		},
		onMessage: (listener) => listeners[own]?.push(listener),
	});
	return [end(0), end(1)];
}
