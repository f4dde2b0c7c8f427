/** States that every automaton has; 0 stands for a step that nobody took yet. */
const found = 1;
const start = 2;

/** Steps are remembered for so many states; then all are forgotten, and made again as they are met. */
const maxStates = 2_000;

/** The tokens of a passage, as bytes; and whether the row stands there, once it was looked for. */
export interface TokenPlace {
	bytes: Uint8Array;
	from: number;
	to: number;
	isFound: boolean | undefined;
}

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
	/** By state and half byte: the state that it leads to. */
	#halfSteps = new Uint32Array(32 * 16);
	/** By state and byte: where the steps of the state begin that it leads to, 256 times the state. */
	#steps = new Uint32Array(32 * 256);

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
		this.#makeRoom();
		return this.#finish(this.#walk(start << 8, bytes, from, to - 1), bytes, from, to);
	}

	/**
	 * `find` in two places at once. Each look waits for the one before it, and the other place is looked at meanwhile: half the time for each (measured
	 * in one run on 20,000 passages of reports).
	 */
	findTwo(first: TokenPlace, second: TokenPlace): void {
		this.#makeRoom();
		const { bytes, from, to } = first;
		const { bytes: others, from: otherFrom, to: otherTo } = second;
		const count = Math.max(0, Math.min(to - from, otherTo - otherFrom) - 1);
		let steps = this.#steps;
		let state = start << 8;
		let other = start << 8;
		let done = 0;
		for (; done < count; done++) {
			const byte = bytes[from + done] ?? 0;
			const otherByte = others[otherFrom + done] ?? 0;
			let next = steps[state | byte] ?? 0;
			let otherNext = steps[other | otherByte] ?? 0;
			if (next === 0 || otherNext === 0) {
				next = this.#step(state, byte);
				otherNext = this.#step(other, otherByte);
				steps = this.#steps;
			}
			state = next;
			other = otherNext;
		}
		first.isFound = this.#finish(this.#walk(state, bytes, from + done, to - 1), bytes, from, to);
		second.isFound = this.#finish(this.#walk(other, others, otherFrom + done, otherTo - 1), others, otherFrom, otherTo);
	}

	/** Where the steps of the state begin to which these bytes lead. */
	#walk(before: number, bytes: Uint8Array, from: number, to: number): number {
		let steps = this.#steps;
		let state = before;
		for (let at = from; at < to; at++) {
			const byte = bytes[at] ?? 0;
			let next = steps[state | byte] ?? 0;
			if (next <= found << 8) {
				if (next === 0) {
					next = this.#step(state, byte);
					steps = this.#steps;
				}
				if (next === found << 8) {
					return next;
				}
			}
			state = next;
		}
		return state;
	}

	/** The answer before the last byte: its last half may be there to fill the byte only. */
	#finish(state: number, bytes: Uint8Array, from: number, to: number): boolean | undefined {
		if (to <= from) {
			return false;
		}
		const byte = bytes[to - 1] ?? 0;
		const half = this.#stepHalf(state >>> 8, byte & 15);
		const end = this.#stepHalf(half, byte >>> 4);
		if (end === found) {
			return true;
		}
		return this.#mayRunOn(end) || (byte >>> 4 === 0 && this.#mayRunOn(half)) ? undefined : false;
	}

	#makeRoom(): void {
		if (this.#reached.length > maxStates) {
			this.#forgetStates();
		}
	}

	#mayRunOn(state: number): boolean {
		return (this.#reached[state] ?? 0) > 0;
	}

	#step(state: number, byte: number): number {
		const next = this.#stepHalf(this.#stepHalf(state >>> 8, byte & 15), byte >>> 4) << 8;
		this.#steps[state | byte] = next;
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

function grow(steps: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const grown = new Uint32Array(steps.length * 2);
	grown.set(steps);
	return grown;
}
