import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';

/**
 * Resolves in the next turn of the message loop, after the messages that already wait. `setImmediate` where it exists (Node), since a timer of
 * zero costs a millisecond there; a message to oneself elsewhere, since browsers hold nested timers back by four.
 */
export function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof setImmediate === 'function') {
			setImmediate(resolve);
			return;
		}
		const { port1, port2 } = new MessageChannel();
		// Node's types know `onmessage` only by name of its own events; browsers have it.
		(port1 as unknown as { onmessage: () => void }).onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

/** Milliseconds that only go forward, from an arbitrary start. */
export type Clock = () => number;

/**
 * Gives way: call `pause` between small pieces of work; once `sliceMs` have passed since the last time, it lets waiting messages through.
 * So a query that comes while a long job runs waits for one slice and the piece that overran it, not for the job.
 */
export class Turns {
	#sliceStart: number;
	readonly #first = new Line();
	readonly #soon = new Line();

	constructor(
		readonly sliceMs: number,
		private readonly clock: Clock = () => performance.now(),
	) {
		this.#sliceStart = clock();
	}

	pause(): Promise<void> {
		return this.#pause(false);
	}

	/** Takes all steps of a piece of work, giving way between them, and gives its result. Throws `Cancelled` between two steps once that is asked for. */
	run<T>(steps: Generator<void, T, void>, cancel: Cancellation = neverCancelled): Promise<T> {
		return this.#run(steps, cancel, false);
	}

	/** `run` for what is soon asked for, such as a saved edit: work of `run` pauses until it is done. Of several each is done in turn. */
	runSoon<T>(steps: Generator<void, T, void>, cancel: Cancellation = neverCancelled): Promise<T> {
		return this.#soon.take(() => this.#run(steps, cancel, true));
	}

	/**
	 * `run` for what somebody waits for: all other work pauses from the moment of the call until it is done, while messages are let through now and then, the first
	 * time before it begins: while typing, the cancel of a question stands behind it in the line. Of several that are asked for meanwhile each is done in
	 * turn, those that were cancelled not at all.
	 */
	runFirst<T>(steps: Generator<void, T, void>, cancel: Cancellation = neverCancelled): Promise<T> {
		return this.#first.take(async () => {
			throwIfCancelled(cancel);
			await nextTurn();
			throwIfCancelled(cancel);
			return await this.#runAlone(steps, cancel);
		});
	}

	async #pause(isSoon: boolean): Promise<void> {
		await this.#whenFree(isSoon);
		if (this.clock() - this.#sliceStart >= this.sliceMs) {
			await nextTurn();
			// Among the messages that were let through may be what comes first.
			await this.#whenFree(isSoon);
			this.#sliceStart = this.clock();
		}
	}

	async #whenFree(isSoon: boolean): Promise<void> {
		for (;;) {
			const before = this.#first.end ?? (isSoon ? undefined : this.#soon.end);
			if (before === undefined) {
				return;
			}
			await before;
		}
	}

	async #run<T>(steps: Generator<void, T, void>, cancel: Cancellation, isSoon: boolean): Promise<T> {
		for (;;) {
			const step = steps.next();
			if (step.done === true) {
				return step.value;
			}
			await this.#pause(isSoon);
			throwIfCancelled(cancel);
		}
	}

	async #runAlone<T>(steps: Generator<void, T, void>, cancel: Cancellation): Promise<T> {
		try {
			for (let sliceStart = this.clock(); ; ) {
				const step = steps.next();
				if (step.done === true) {
					return step.value;
				}
				if (this.clock() - sliceStart >= this.sliceMs) {
					await nextTurn();
					throwIfCancelled(cancel);
					sliceStart = this.clock();
				}
			}
		} finally {
			// What was cancelled leaves nothing behind.
			steps.return(undefined as T);
		}
	}
}

/** Who goes one after another. */
class Line {
	#end: Promise<void> | undefined;

	/** Settles when who stands last in it now is done; `undefined` if nobody does. */
	get end(): Promise<void> | undefined {
		return this.#end;
	}

	/** Takes a place at once, and does the work when those before are done, whatever became of them. */
	async take<T>(work: () => Promise<T>): Promise<T> {
		const before = this.#end;
		let leave = () => {};
		const own = new Promise<void>((resolve) => {
			leave = resolve;
		});
		this.#end = own;
		try {
			await before;
			return await work();
		} finally {
			if (this.#end === own) {
				this.#end = undefined;
			}
			leave();
		}
	}
}
