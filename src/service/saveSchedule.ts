/** Saving waits this long for more to save; while documents come without end, this long at most. */
const quietMs = 1_000;
const maxWaitMs = 20_000;
/** Once all is saved and nothing came for so long, the parts of the index are made one: ten seconds of work at 100 MB of text. */
const joinAfterMs = 10_000;

/** What is saved, and how. */
export interface Saver {
	/** Saves what is not saved yet; `isLast` once it has been quiet for a while, with the index in as few parts as it can be. */
	save(isLast: boolean): Promise<void>;
	/** Whether there is a place to save to. */
	canSave(): boolean;
	/** Whether the index is in more parts than it has to be. */
	isScattered(): boolean;
	/** Saving that nobody asked for failed. */
	onFailure(error: unknown): void;
}

/** When what is new is saved: soon where nothing is left to read, rarely while very much is read, and one at a time. */
export class SaveSchedule {
	readonly #saver: Saver;
	#isSettled = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSinceMs: number | undefined;
	#saving: { readonly isLast: boolean; readonly done: Promise<void> } | undefined;
	/** Nothing is saved any more. */
	#isEnded = false;

	constructor(saver: Saver) {
		this.#saver = saver;
	}

	/** Whether nothing is left to read. */
	get isSettled(): boolean {
		return this.#isSettled;
	}

	get isEnded(): boolean {
		return this.#isEnded;
	}

	/** Nothing is left to read: what is new is saved soon, however little it is. */
	settle(): void {
		this.#isSettled = true;
		this.schedule();
	}

	/** Something is to be read again. */
	unsettle(): void {
		this.#isSettled = false;
	}

	/** There is something to save. */
	schedule(): void {
		if (this.#isEnded || !this.#saver.canSave()) {
			return;
		}
		const now = performance.now();
		this.#waitingSinceMs ??= now;
		this.#saveIn(this.#isSettled ? quietMs : Math.max(quietMs, maxWaitMs - (now - this.#waitingSinceMs)), false);
	}

	/** Saves now; see `Saver.save`. */
	async save(isLast: boolean): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#waitingSinceMs = undefined;
		// Whoever asked for the one before hears of it if that fails; this one saves all the same.
		await Promise.allSettled([this.#saving?.done]);
		// One that waited as well, and joins nothing, may have begun meanwhile.
		while (isLast && this.#saving?.isLast === false) {
			await Promise.allSettled([this.#saving.done]);
		}
		this.#saving ??= {
			isLast,
			done: this.#saver.save(isLast).finally(() => {
				this.#saving = undefined;
			}),
		};
		await this.#saving.done;
		if (!isLast && this.#timer === undefined && this.#isSettled && this.#saver.isScattered()) {
			this.#saveIn(joinAfterMs, true);
		}
	}

	/** Waits until nothing is being saved; throws what that throws. */
	async whenSaved(): Promise<void> {
		await this.#saving?.done;
	}

	end(): void {
		this.#isEnded = true;
		clearTimeout(this.#timer);
	}

	#saveIn(ms: number, isLast: boolean): void {
		clearTimeout(this.#timer);
		if (!this.#isEnded) {
			this.#timer = setTimeout(() => {
				this.save(isLast).catch((error) => this.#saver.onFailure(error));
			}, ms);
		}
	}
}
