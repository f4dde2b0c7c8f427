/** Holds what was asked for last, up to a size; what was asked for longest ago goes first. One thing stays, however large it is. */
export class BoundedCache<T> {
	readonly #maxSize: number;
	readonly #sizeOf: (value: T) => number;
	readonly #values = new Map<string, T>();
	#size = 0;

	constructor(maxSize: number, sizeOf: (value: T) => number) {
		this.#maxSize = maxSize;
		this.#sizeOf = sizeOf;
	}

	get(key: string): T | undefined {
		const value = this.#values.get(key);
		if (value !== undefined) {
			this.#values.delete(key);
			this.#values.set(key, value);
		}
		return value;
	}

	set(key: string, value: T): void {
		this.delete(key);
		this.#values.set(key, value);
		this.#size += this.#sizeOf(value);
		for (const [oldest] of this.#values) {
			if (this.#size <= this.#maxSize || oldest === key) {
				return;
			}
			this.delete(oldest);
		}
	}

	delete(key: string): void {
		const value = this.#values.get(key);
		if (value !== undefined) {
			this.#size -= this.#sizeOf(value);
			this.#values.delete(key);
		}
	}

	clear(): void {
		this.#values.clear();
		this.#size = 0;
	}
}
