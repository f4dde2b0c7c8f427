import { Cancelled } from '../../base/cancellation.ts';
import type { Disposable } from '../../base/disposable.ts';
import type { SearchAnswer } from '../../service/library.ts';
import type { LibraryHost } from '../libraryHost.ts';

/** Between two questions while typing: the first key is asked at once, what comes this soon after it is asked together. */
const betweenAsksMs = 25;
/** An answer that takes longer shows that it is under way. Before, the bar would only flicker, and cost two messages to the window. */
const busyAfterMs = 150;

/** The library, while it runs. */
export type RunningLibrary = NonNullable<LibraryHost['library']>;

/** One question; a later one cancels it. */
export type Ask = (library: RunningLibrary, cancel: { readonly isCancellationRequested: boolean }) => Promise<SearchAnswer>;

/** What becomes of questions. */
export interface LiveQuestionsOptions {
	readonly host: LibraryHost;
	readonly onAnswer: (answer: SearchAnswer) => void;
	readonly onBusy: (isBusy: boolean) => void;
	/** There is no library to ask. */
	readonly onNoLibrary: () => void;
	readonly reportFailure: (error: unknown) => void;
	/** Of what nobody asked for. */
	readonly logFailure: (error: unknown) => void;
}

/** Questions while somebody types: each ends the one before, and only the last one's answer is heard. */
export class LiveQuestions implements Disposable {
	readonly #options: LiveQuestionsOptions;
	#cancel = { isCancellationRequested: false };
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** A question waits to be asked together with what comes soon. */
	#isDue = false;
	/** What is asked once it is quiet, until it is answered or has failed. */
	#later: { readonly ask: Ask; readonly waitMs: number } | undefined;
	#last: Ask | undefined;
	#lastMs = 0;
	#isBusy = false;

	constructor(options: LiveQuestionsOptions) {
		this.#options = options;
	}

	/** How long ago the last question was asked; `undefined` if there is none that could be asked again. */
	get sinceLastMs(): number | undefined {
		return this.#last === undefined ? undefined : performance.now() - this.#lastMs;
	}

	/** Asks at once, or together with what comes soon. */
	askSoon(ask: Ask): void {
		clearTimeout(this.#timer);
		this.#isDue = false;
		this.#later = undefined;
		const wait = betweenAsksMs - (performance.now() - this.#lastMs);
		if (wait <= 0) {
			this.ask(ask);
		} else {
			this.#isDue = true;
			this.#timer = setTimeout(() => this.ask(ask), wait);
		}
	}

	/** Asks once it is quiet for so long: any other question before comes in its place, and one that is about to be asked already. */
	askLater(ask: Ask, waitMs: number): void {
		if (this.#isDue) {
			return;
		}
		clearTimeout(this.#timer);
		this.#later = { ask, waitMs };
		this.#timer = setTimeout(() => this.#start(ask), waitMs);
	}

	/** It is not quiet: what waits for that waits anew, though it was asked for already. */
	noteMove(): void {
		if (this.#later !== undefined) {
			this.#cancel.isCancellationRequested = true;
			this.#setBusy(false);
			this.askLater(this.#later.ask, this.#later.waitMs);
		}
	}

	/** Asks so that the first questions are answered sooner; the answers are nobody's, who fails is in the log only, and any question ends it. */
	prepare(ask: (...asked: Parameters<Ask>) => Promise<unknown>): void {
		this.#cancel.isCancellationRequested = true;
		this.#setBusy(false);
		const cancel = { isCancellationRequested: false };
		this.#cancel = cancel;
		const { library } = this.#options.host;
		if (library !== undefined) {
			ask(library, cancel).catch((error: unknown) => {
				if (!cancel.isCancellationRequested) {
					this.#options.logFailure(error);
				}
			});
		}
	}

	ask(ask: Ask): void {
		clearTimeout(this.#timer);
		this.#isDue = false;
		this.#later = undefined;
		this.#start(ask);
	}

	#start(ask: Ask): void {
		this.#run(ask).catch((error: unknown) => {
			if (!Cancelled.is(error)) {
				this.#options.reportFailure(error);
			}
		});
	}

	/** Asks the last question once more. */
	askAgain(): void {
		if (this.#last !== undefined) {
			this.ask(this.#last);
		}
	}

	/** Nothing is asked any more: no answer is heard, and there is no question to ask again. */
	end(): void {
		clearTimeout(this.#timer);
		this.#isDue = false;
		this.#later = undefined;
		this.#cancel.isCancellationRequested = true;
		this.#last = undefined;
		this.#setBusy(false);
	}

	dispose(): void {
		this.end();
	}

	async #run(ask: Ask): Promise<void> {
		this.#last = ask;
		this.#lastMs = performance.now();
		this.#cancel.isCancellationRequested = true;
		const cancel = { isCancellationRequested: false };
		this.#cancel = cancel;
		const { library } = this.#options.host;
		if (library === undefined) {
			this.#options.onNoLibrary();
			return;
		}
		const busyTimer = setTimeout(() => this.#setBusy(!cancel.isCancellationRequested), busyAfterMs);
		try {
			const answer = await ask(library, cancel);
			this.#forgetLater(ask, cancel);
			if (!cancel.isCancellationRequested) {
				this.#options.onAnswer(answer);
			}
		} catch (error) {
			// What failed is asked again when somebody types, not whenever they move in the list.
			this.#forgetLater(ask, cancel);
			if (!cancel.isCancellationRequested) {
				throw error;
			}
		} finally {
			clearTimeout(busyTimer);
			if (!cancel.isCancellationRequested) {
				this.#setBusy(false);
			}
		}
	}

	/** The question came to its end, unless it was taken back to be asked later. */
	#forgetLater(ask: Ask, cancel: { readonly isCancellationRequested: boolean }): void {
		if (!cancel.isCancellationRequested && this.#later?.ask === ask) {
			this.#later = undefined;
		}
	}

	#setBusy(isBusy: boolean): void {
		if (this.#isBusy !== isBusy) {
			this.#isBusy = isBusy;
			this.#options.onBusy(isBusy);
		}
	}
}
