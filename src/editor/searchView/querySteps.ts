/** Steps through the queries of before: up is older, down is newer, and the newest step down gives back what was typed. */
export class QuerySteps {
	/** Which of the queries stands in the box; -1 for what was typed. */
	#index = -1;
	#typed = '';

	/** Something was typed: the next step begins there. */
	reset(): void {
		this.#index = -1;
	}

	/** The query that comes next, or before; `undefined` where there is none. `queries`: newest first. */
	step(by: 'older' | 'newer', shown: string, queries: readonly string[]): string | undefined {
		if (this.#index < 0) {
			this.#typed = shown;
		}
		let index = this.#index + (by === 'older' ? 1 : -1);
		// What stands in the box already is no step.
		if (by === 'older' && queries[index] === shown) {
			index++;
		}
		if (index < -1 || index >= queries.length) {
			return undefined;
		}
		this.#index = index;
		return queries[index] ?? this.#typed;
	}
}
