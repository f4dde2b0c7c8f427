import type { Disposable } from './disposable.ts';

/** Adds a listener; disposing what comes back removes it. Structurally the same as VS Code's `Event`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** An event and the right to fire it. Listeners are called in the order in which they came; one added while firing waits for the next time. */
export class Emitter<T> implements Disposable {
	readonly #listeners = new Set<(value: T) => void>();

	readonly event: Event<T> = (listener) => {
		// A wrapper, so that the same function given twice is two listeners.
		const entry = (value: T) => listener(value);
		this.#listeners.add(entry);
		return { dispose: () => this.#listeners.delete(entry) };
	};

	fire(value: T): void {
		for (const listener of [...this.#listeners]) {
			listener(value);
		}
	}

	dispose(): void {
		this.#listeners.clear();
	}
}
