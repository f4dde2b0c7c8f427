/** A brace that is open. */
export interface TexGroup {
	/** Its words are none of the text. */
	readonly isSilent?: boolean;
	/** An empty line ends it, as TeX itself ends a runaway argument: one brace too few must not swallow the file. */
	readonly isShort?: boolean;
	/** Done when it closes. */
	readonly onClose?: () => void;
}

/** Deeper braces are counted and otherwise ignored. */
const maxDepth = 500;

/** The braces of a LaTeX source that are open. */
export class TexGroups {
	readonly #open: TexGroup[] = [];
	#uncountedDepth = 0;
	#silentCount = 0;
	#shortCount = 0;
	#silentSince = 0;

	get depth(): number {
		return this.#open.length;
	}

	/** Whether one of them holds no text. */
	get isSilent(): boolean {
		return this.#silentCount > 0;
	}

	/** Where the outermost of those that hold no text began. */
	get silentSince(): number {
		return this.#silentSince;
	}

	open(group: TexGroup, at: number): void {
		if (this.#open.length >= maxDepth) {
			group.onClose?.();
			this.#uncountedDepth++;
			return;
		}
		this.#open.push(group);
		if (group.isSilent && this.#silentCount++ === 0) {
			this.#silentSince = at;
		}
		this.#shortCount += group.isShort ? 1 : 0;
	}

	/** Closes the innermost one, if one is open. */
	close(): void {
		if (this.#uncountedDepth > 0) {
			this.#uncountedDepth--;
			return;
		}
		const group = this.#open.pop();
		if (group) {
			this.#silentCount -= group.isSilent ? 1 : 0;
			this.#shortCount -= group.isShort ? 1 : 0;
			group.onClose?.();
		}
	}

	/** Closes all but the outermost `depth`. */
	closeTo(depth: number): void {
		this.#uncountedDepth = 0;
		while (this.#open.length > depth) {
			this.close();
		}
	}

	/** Closes until none is left that an empty line ends. */
	closeShort(): void {
		while (this.#shortCount > 0) {
			this.close();
		}
	}
}
