/** A burst of changes is one question. */
const renewDelayMs = 100;
/** While documents come in, the question is asked anew at most this often. */
const renewEveryMs = 1_500;

/** When the question is asked anew after a change. */
export class RenewTimer {
	#timer: ReturnType<typeof setTimeout> | undefined;
	#lastAskMs = Number.NEGATIVE_INFINITY;

	/** Has it asked anew soon, once for several changes. */
	start(renew: () => void, isReading: boolean): void {
		const restMs = isReading ? renewEveryMs - (performance.now() - this.#lastAskMs) : 0;
		this.#timer ??= setTimeout(renew, Math.max(renewDelayMs, restMs));
	}

	/** It is asked now. */
	didAsk(): void {
		this.stop();
		this.#lastAskMs = performance.now();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}
