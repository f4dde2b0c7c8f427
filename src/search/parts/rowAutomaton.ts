/** States that every automaton has; 0 stands for a step that nobody took yet. */
const found = 1;
const start = 2;

/** Told of places in which the row stands as a whole: the bit of no words, which would stand before any end. */
export const wholeRow = 1;

/** The tokens of a passage, as bytes, and how far the row was looked for in them. */
export interface TokenPlace {
	bytes: Uint8Array;
	from: number;
	to: number;
	/** The byte that comes next, and where the steps of the state begin that those before it led to. For `RowAutomaton` only. */
	at: number;
	state: number;
}

/** Places in which the row is looked for at the same time. */
export type TokenLanes<Place extends TokenPlace> = readonly [Place, Place, Place, Place];

/**
 * Finds some words in a row in packed tokens (`ByteWriter.addNibbles`) without unpacking them: a table says for each state, and each byte, the next state.
 * States are made as texts lead to them, most rows never need more than twenty. For `tide table` there is one at the border of any two words, one behind
 * `tide`, one inside of a word that is neither, and one for each half byte of the two.
 */
export class RowAutomaton {
	readonly #length: number;
	/** Steps are remembered for so many states; then all are forgotten, and made again as they are met. */
	readonly #maxStates: number;
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
	#halfSteps = new Int32Array(32 * 16);
	/**
	 * By state and byte: where the steps of the state begin that it leads to, 256 times the state. Signed: of numbers that may be 2^31 or more V8 makes
	 * doubles, and the walk over them took twice the time.
	 */
	#steps = new Int32Array(32 * 256);

	/** `ranks`: for each place of the row, those of the words that may stand there. At most 31 places. */
	constructor(ranks: readonly (readonly number[])[], maxStates = 2_000) {
		this.#maxStates = maxStates;
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
	 * Looks for the row in the tokens of each of some places: `next` puts the tokens of one into what it is given, or says that there are no more. `tell` gets the
	 * answers, in no order: `wholeRow` if the row stands there, else how many words of it stand before the end, a bit for each count that may; 0 for none.
	 *
	 * Costs a look into a table for each byte. Each look waits for the one before it, so four places are looked at at once: half the time of one after the other
	 * (the bare walk over 40,000 passages of reports, in one run). This is most of what a row of words costs.
	 */
	findEach<Place extends TokenPlace>(
		lanes: TokenLanes<Place>,
		next: (into: Place) => boolean,
		tell: (place: Place, begun: number) => void,
	): void {
		let open: readonly Place[] = lanes.filter((lane) => this.#begin(lane, lanes, next));
		while (open.length === lanes.length) {
			this.#walkTogether(lanes);
			for (const lane of lanes) {
				if (lane.at >= lane.to - 1) {
					tell(lane, this.#finish(lane));
					if (!this.#begin(lane, lanes, next)) {
						open = open.filter((other) => other !== lane);
					}
				}
			}
		}
		for (const lane of open) {
			while (lane.at < lane.to - 1) {
				this.#stepOver(lane);
			}
			tell(lane, this.#finish(lane));
		}
	}

	/** Puts the next tokens into the lane; false if there are no more. */
	#begin<Place extends TokenPlace>(lane: Place, lanes: TokenLanes<Place>, next: (into: Place) => boolean): boolean {
		const isOpen = next(lane);
		lane.at = lane.from;
		lane.state = start << 8;
		if (this.#reached.length > this.#maxStates) {
			this.#forgetStates();
			for (const other of lanes) {
				other.at = other.from;
				other.state = start << 8;
			}
		}
		return isOpen;
	}

	/** Goes on in all lanes, until one of them is at its last byte. */
	#walkTogether([a, b, c, d]: TokenLanes<TokenPlace>): void {
		const steps = this.#steps;
		const { bytes: aBytes, at: aAt } = a;
		const { bytes: bBytes, at: bAt } = b;
		const { bytes: cBytes, at: cAt } = c;
		const { bytes: dBytes, at: dAt } = d;
		let [aState, bState, cState, dState] = [a.state, b.state, c.state, d.state];
		const count = Math.min(a.to - aAt, b.to - bAt, c.to - cAt, d.to - dAt) - 1;
		let done = 0;
		for (; done < count; done++) {
			const aNext = steps[aState | (aBytes[aAt + done] ?? 0)] ?? 0;
			const bNext = steps[bState | (bBytes[bAt + done] ?? 0)] ?? 0;
			const cNext = steps[cState | (cBytes[cAt + done] ?? 0)] ?? 0;
			const dNext = steps[dState | (dBytes[dAt + done] ?? 0)] ?? 0;
			// Nobody took the step yet, or all is found.
			if (aNext <= found << 8 || bNext <= found << 8 || cNext <= found << 8 || dNext <= found << 8) {
				break;
			}
			aState = aNext;
			bState = bNext;
			cState = cNext;
			dState = dNext;
		}
		a.at = aAt + done;
		b.at = bAt + done;
		c.at = cAt + done;
		d.at = dAt + done;
		a.state = aState;
		b.state = bState;
		c.state = cState;
		d.state = dState;
		if (done < count) {
			// Those whose step is known wait: most often one of them has found all.
			this.#stepOverUnknown(a);
			this.#stepOverUnknown(b);
			this.#stepOverUnknown(c);
			this.#stepOverUnknown(d);
		}
	}

	#stepOverUnknown(lane: TokenPlace): void {
		if ((this.#steps[lane.state | (lane.bytes[lane.at] ?? 0)] ?? 0) <= found << 8) {
			this.#stepOver(lane);
		}
	}

	/** Takes one step; to the last byte where all is found. */
	#stepOver(lane: TokenPlace): void {
		lane.state = this.#step(lane.state, lane.bytes[lane.at] ?? 0);
		lane.at = lane.state === found << 8 ? lane.to - 1 : lane.at + 1;
	}

	/** The answer before the last byte: its last half may be there to fill the byte only. */
	#finish({ state, bytes, from, to }: TokenPlace): number {
		if (to <= from) {
			return 0;
		}
		if (state === found << 8) {
			return wholeRow;
		}
		const byte = bytes[to - 1] ?? 0;
		const half = this.#stepHalf(state >>> 8, byte & 15);
		const end = this.#stepHalf(half, byte >>> 4);
		return end === found ? wholeRow : this.#begunAt(end) | (byte >>> 4 === 0 ? this.#begunAt(half) : 0);
	}

	#begunAt(state: number): number {
		return Math.max(0, this.#reached[state] ?? 0);
	}

	/** Notes the steps of all bytes that begin with the same half: a row of words meets thousands of bytes for the first time, and each stops the walk. */
	#step(state: number, byte: number): number {
		const known = this.#steps[state | byte] ?? 0;
		if (known !== 0) {
			return known;
		}
		const middle = this.#stepHalf(state >>> 8, byte & 15);
		for (let half = 0; half < 16; half++) {
			const next = this.#stepHalf(middle, half) << 8;
			this.#steps[state | (half << 4) | (byte & 15)] = next;
		}
		return this.#steps[state | byte] ?? 0;
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

function grow(steps: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const grown = new Int32Array(steps.length * 2);
	grown.set(steps);
	return grown;
}
