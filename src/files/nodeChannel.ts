import type { MessagePort, Worker } from 'node:worker_threads';
import type { Channel } from '../base/calls.ts';

/** A worker of Node, or the port to whoever started it, as a channel. */
export function toChannel(port: MessagePort | Worker): Channel {
	return {
		postMessage: (message, transfer) => port.postMessage(message, transfer),
		onMessage: (listener) => {
			port.on('message', listener);
		},
	};
}
