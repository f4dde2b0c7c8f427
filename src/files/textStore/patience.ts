/** Waits for a disk only so long: a dead network drive answers never, and whoever waits for it waits as long. */
export class Patience {
	readonly #limitMs: number;
	readonly #onEnd: () => void;
	#hasEnded = false;

	/** `onEnd` is called once, when something took too long. */
	constructor(limitMs: number, onEnd: () => void) {
		this.#limitMs = limitMs;
		this.#onEnd = onEnd;
	}

	/** Whether something took too long: from then on nobody waits for anything. */
	get hasEnded(): boolean {
		return this.#hasEnded;
	}

	/** The answer, if it comes in time. What comes later, an error too, is nobody's. */
	async wait<T>(answer: Promise<T>): Promise<T | undefined> {
		if (this.#hasEnded) {
			answer.catch(() => undefined);
			return undefined;
		}
		let timer: NodeJS.Timeout | undefined;
		const end = new Promise<undefined>((resolve) => {
			timer = setTimeout(() => {
				if (!this.#hasEnded) {
					this.#hasEnded = true;
					this.#onEnd();
				}
				resolve(undefined);
			}, this.#limitMs);
		});
		try {
			return await Promise.race([answer, end]);
		} finally {
			clearTimeout(timer);
		}
	}
}
