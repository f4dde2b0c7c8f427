/** States that every automaton has; 0 stands for a step that nobody took yet. */
const found = 1;
const start = 2;

/** Steps are remembered for so many states; then all are forgotten, and made again as they are met. */
const maxStates = 2_000;

/**
 * Finds some words in a row in packed tokens (`ByteWriter.addNibbles`) without unpacking them: a table says for each state, and each byte, the next state.
 * States are made as texts lead to them, most rows never need more than twenty. For `tide table` there is one at the border of any two words, one behind
 * `tide`, one inside of a word that is neither, and one for each half byte of the two.
 */
export class RowAutomaton {
	readonly #length: number;
	/** By node and half byte: the node that it leads to, 0 if none, or `ends`. The ranks of each place of the row make a tree; its first node is the place. */
	readonly #children: number[];
	/** By node: the place of the row. */
	readonly #places: number[];
	/** By state: how many words of the row may stand before it, a bit for each count but 0; -1 inside of a word. */
	readonly #reached: number[] = [];
	/** By state: the nodes in which the next half byte is looked up. */
	readonly #nodes: (readonly number[])[] = [];
	readonly #known = new Map<string, number>();
	/** By state, and by half byte or byte: the state that it leads to. */
	#halfSteps = new Uint16Array(32 * 16);
	#steps = new Uint16Array(32 * 256);

	/** `ranks`: for each place of the row, those of the words that may stand there. At most 31 places. */
	constructor(ranks: readonly (readonly number[])[]) {
		this.#length = ranks.length;
		this.#places = ranks.map((_, place) => place);
		this.#children = new Array(ranks.length * 16).fill(0);
		for (const [place, words] of ranks.entries()) {
			for (const rank of words) {
				this.#addRank(place, rank);
			}
		}
		this.#forgetStates();
	}

	/**
	 * Whether the row stands in the tokens that are these bytes; `undefined` if it may begin in them and run on. Costs a look into a table for each byte:
	 * less than half of what it costs to read the ranks (measured on 100 MB of reports).
	 */
	find(bytes: Uint8Array, from: number, to: number): boolean | undefined {
		if (to <= from) {
			return false;
		}
		if (this.#reached.length > maxStates) {
			this.#forgetStates();
		}
		let steps = this.#steps;
		let state = start;
		const last = to - 1;
		for (let at = from; at < last; at++) {
			const byte = bytes[at] ?? 0;
			let next = steps[(state << 8) | byte] ?? 0;
			if (next <= found) {
				if (next === 0) {
					next = this.#step(state, byte);
					steps = this.#steps;
				}
				if (next === found) {
					return true;
				}
			}
			state = next;
		}
		const byte = bytes[last] ?? 0;
		const half = this.#stepHalf(state, byte & 15);
		const end = this.#stepHalf(half, byte >>> 4);
		if (end === found) {
			return true;
		}
		// The last half may be there to fill the byte only.
		return this.#mayRunOn(end) || (byte >>> 4 === 0 && this.#mayRunOn(half)) ? undefined : false;
	}

	#mayRunOn(state: number): boolean {
		return (this.#reached[state] ?? 0) > 0;
	}

	#step(state: number, byte: number): number {
		const next = this.#stepHalf(this.#stepHalf(state, byte & 15), byte >>> 4);
		this.#steps[(state << 8) | byte] = next;
		return next;
	}

	#stepHalf(state: number, half: number): number {
		if (state === found) {
			return found;
		}
		const known = this.#halfSteps[(state << 4) | half] ?? 0;
		if (known !== 0) {
			return known;
		}
		const next = half > 7 ? this.#goOn(state, half) : this.#endWord(state, half);
		this.#halfSteps[(state << 4) | half] = next;
		return next;
	}

	/** The state inside of a word. */
	#goOn(state: number, half: number): number {
		const nodes: number[] = [];
		for (const node of this.#nodes[state] ?? []) {
			const child = this.#children[node * 16 + half] ?? 0;
			if (child > 0) {
				nodes.push(child);
			}
		}
		return this.#toState(-1, nodes);
	}

	/** The state at the end of a word. */
	#endWord(state: number, half: number): number {
		let reached = 0;
		for (const node of this.#nodes[state] ?? []) {
			if (this.#children[node * 16 + half] === ends) {
				const count = (this.#places[node] ?? 0) + 1;
				if (count === this.#length) {
					return found;
				}
				reached |= 1 << count;
			}
		}
		return this.#toBorder(reached);
	}

	#toBorder(reached: number): number {
		const nodes = [0];
		for (let count = 1; count < this.#length; count++) {
			if ((reached & (1 << count)) !== 0) {
				nodes.push(count);
			}
		}
		return this.#toState(reached, nodes);
	}

	/** The state of these nodes; made if it is new. Nodes with which words begin are in none inside of a word. */
	#toState(reached: number, nodes: readonly number[]): number {
		const key = nodes.join();
		let state = this.#known.get(key);
		if (state === undefined) {
			state = this.#reached.length;
			this.#known.set(key, state);
			this.#reached.push(reached);
			this.#nodes.push(nodes);
			if (this.#steps.length < (state + 1) * 256) {
				this.#halfSteps = grow(this.#halfSteps);
				this.#steps = grow(this.#steps);
			}
		}
		return state;
	}

	#forgetStates(): void {
		this.#known.clear();
		this.#steps.fill(0);
		this.#halfSteps.fill(0);
		this.#reached.length = 0;
		this.#nodes.length = 0;
		// No state, and the one in which all is found.
		this.#reached.push(0, 0);
		this.#nodes.push([], []);
		this.#toBorder(0);
	}

	#addRank(place: number, rank: number): void {
		let node = place;
		let rest = rank;
		for (; rest > 7; rest = (rest >>> 3) - 1) {
			const at = node * 16 + ((rest & 7) | 8);
			node = this.#children[at] ?? 0;
			if (node === 0) {
				node = this.#places.length;
				this.#children[at] = node;
				this.#places.push(place);
				for (let half = 0; half < 16; half++) {
					this.#children.push(0);
				}
			}
		}
		this.#children[node * 16 + rest] = ends;
	}
}

/** Of a half byte: a word of the row ends with it. */
const ends = -1;

function grow(steps: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
	const grown = new Uint16Array(steps.length * 2);
	grown.set(steps);
	return grown;
}
