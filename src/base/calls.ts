import { type Cancellation, Cancelled, neverCancelled } from './cancellation.ts';
import type { Disposable } from './disposable.ts';

/** One end of a line between two threads. Workers and message ports of Node and of browsers fit with a few lines (`files/nodeChannel`). */
export interface Channel {
	postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
	onMessage(listener: (message: unknown) => void): void;
}

/** A set of functions that one side offers the other: arguments and answers are values that can be cloned. */
export type CallSet<T> = { readonly [K in keyof T]: (...args: never[]) => unknown };

/** What answers a set of calls. Each answerer may take one parameter more, the caller's cancellation; that is seen only by those who wait. */
export type Answerers<T extends CallSet<T>> = {
	readonly [K in keyof T]: (...args: [...Parameters<T[K]>, Cancellation]) => ReturnType<T[K]> | Promise<Awaited<ReturnType<T[K]>>>;
};

/** Asks the other side. */
export interface Connection<Remote extends CallSet<Remote>> extends Disposable {
	/** Rejects with `Cancelled`, with `RemoteError` for what was thrown over there, with `ConnectionLost` if the other side is gone. */
	call<K extends keyof Remote & string>(
		name: K,
		args: Parameters<Remote[K]>,
		cancel?: Cancellation,
	): Promise<Awaited<ReturnType<Remote[K]>>>;
	/** Calls without waiting for an answer; what is thrown over there goes to the log there. Buffers in `transfer` are given away. */
	tell<K extends keyof Remote & string>(name: K, args: Parameters<Remote[K]>, transfer?: readonly ArrayBuffer[]): void;
	/** The other side is gone: everything that waits rejects with `ConnectionLost`, and so does every later call. */
	close(reason: string): void;
}

/** Thrown for an error on the other side. `remoteStack` is for the log. */
export class RemoteError extends Error {
	readonly kind = 'remote';

	constructor(
		message: string,
		readonly remoteName: string,
		readonly remoteStack: string,
	) {
		super(message);
	}
}

/** Thrown when the other side ended before it answered. */
export class ConnectionLost extends Error {
	readonly kind = 'connectionLost';
}

/** `answer` to a `call` carries the same `id`; `tell` has none. Everything else on the line is not ours and is ignored. */
type Message =
	| { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
	| { readonly kind: 'tell'; readonly name: string; readonly args: readonly unknown[] }
	| { readonly kind: 'cancel'; readonly id: number }
	| { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
	| {
			readonly kind: 'failure';
			readonly id: number;
			readonly isCancelled: boolean;
			readonly name: string;
			readonly message: string;
			readonly stack: string;
	  };

interface Pending {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
	readonly cancel: Cancellation;
	isCancelSent: boolean;
}

/** `Cancellation` can only be asked, not listened to: while calls wait, each is asked this often. A fifth of the 100 ms in which a cancel must act. */
const cancelPollMs = 20;

/**
 * Speaks over a channel: answers the other side's calls with `answerers`, and gives the means to call it.
 * An answer that is bytes and nothing else (a whole `Uint8Array` or `ArrayBuffer`) is transferred, not copied: who answers gives it away.
 * `onFault` hears what was thrown by a call that nobody waits for.
 */
export function connect<Remote extends CallSet<Remote>, Local extends CallSet<Local>>(
	channel: Channel,
	answerers: Answerers<Local>,
	onFault: (error: unknown) => void,
): Connection<Remote> {
	const pending = new Map<number, Pending>();
	const answering = new Map<number, { isCancellationRequested: boolean }>();
	let lastId = 0;
	let lost: string | undefined;
	let poll: ReturnType<typeof setInterval> | undefined;

	const settle = (id: number): Pending | undefined => {
		const entry = pending.get(id);
		pending.delete(id);
		if (pending.size === 0 && poll !== undefined) {
			clearInterval(poll);
			poll = undefined;
		}
		return entry;
	};
	const pollCancels = () => {
		for (const [id, entry] of pending) {
			if (!entry.isCancelSent && entry.cancel.isCancellationRequested) {
				entry.isCancelSent = true;
				channel.postMessage({ kind: 'cancel', id } satisfies Message);
			}
		}
	};
	const run = async (name: string, args: readonly unknown[], cancel: Cancellation): Promise<unknown> => {
		// `hasOwn`, so that a name like `constructor` is nobody's function.
		const answerer = Object.hasOwn(answerers, name) ? answerers[name as keyof Local] : undefined;
		if (answerer === undefined) {
			throw new TypeError(`No such call: ${name}`);
		}
		return await (answerer as (...all: unknown[]) => unknown)(...args, cancel);
	};
	const answer = async (id: number, name: string, args: readonly unknown[]): Promise<void> => {
		const cancel = { isCancellationRequested: false };
		answering.set(id, cancel);
		try {
			const value = await run(name, args, cancel);
			channel.postMessage({ kind: 'answer', id, value } satisfies Message, buffersOf(value));
		} catch (error) {
			channel.postMessage({ kind: 'failure', id, ...describe(error) } satisfies Message);
		} finally {
			answering.delete(id);
		}
	};

	channel.onMessage((received) => {
		const message = received as Message;
		switch (message?.kind) {
			case 'call':
				answer(message.id, message.name, message.args).catch(onFault);
				break;
			case 'tell':
				run(message.name, message.args, neverCancelled).catch(onFault);
				break;
			case 'cancel': {
				const cancel = answering.get(message.id);
				if (cancel !== undefined) {
					cancel.isCancellationRequested = true;
				}
				break;
			}
			case 'answer':
				settle(message.id)?.resolve(message.value);
				break;
			case 'failure': {
				const error = message.isCancelled ? new Cancelled() : new RemoteError(message.message, message.name, message.stack);
				settle(message.id)?.reject(error);
				break;
			}
		}
	});

	const close = (reason: string) => {
		lost ??= reason;
		for (const id of [...pending.keys()]) {
			settle(id)?.reject(new ConnectionLost(reason));
		}
		for (const cancel of answering.values()) {
			cancel.isCancellationRequested = true;
		}
	};
	return {
		call: (name, args, cancel = neverCancelled) =>
			new Promise((resolve, reject) => {
				if (lost !== undefined || cancel.isCancellationRequested) {
					reject(lost === undefined ? new Cancelled() : new ConnectionLost(lost));
					return;
				}
				// What is given up for this call is told before it, or this one would wait for that one's answer.
				pollCancels();
				const id = ++lastId;
				pending.set(id, { resolve: resolve as (value: unknown) => void, reject, cancel, isCancelSent: false });
				try {
					channel.postMessage({ kind: 'call', id, name, args } satisfies Message);
				} catch (error) {
					settle(id);
					throw error;
				}
				if (cancel !== neverCancelled) {
					poll ??= setInterval(pollCancels, cancelPollMs);
				}
			}),
		tell: (name, args, transfer) => {
			if (lost === undefined) {
				channel.postMessage({ kind: 'tell', name, args } satisfies Message, transfer);
			}
		},
		close,
		dispose: () => close('closed'),
	};
}

function buffersOf(value: unknown): readonly ArrayBuffer[] {
	if (value instanceof ArrayBuffer) {
		return [value];
	}
	// A view of a part of a larger buffer (Node's pool) must be copied, or its neighbours would go too.
	return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
		? [value.buffer]
		: [];
}

function describe(error: unknown): { isCancelled: boolean; name: string; message: string; stack: string } {
	if (error instanceof Error) {
		return { isCancelled: Cancelled.is(error), name: error.name, message: error.message, stack: error.stack ?? '' };
	}
	return { isCancelled: false, name: 'Error', message: String(error), stack: '' };
}
