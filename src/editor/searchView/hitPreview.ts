import type { Disposable } from '../../base/disposable.ts';
import type { SearchAnswer, SearchHit } from '../../service/library.ts';
import { type HitOpenerOptions, type HitShowing, showHit } from './hitOpener.ts';
import { type Origin, rememberOrigin } from './origin.ts';

/** Between moving and the preview, so that holding an arrow key does not open every document on the way. */
const previewDelayMs = 60;
/** Before the only result is previewed, long enough to type on. */
const onlyPreviewDelayMs = 350;

/** What previews need of the rest. */
export interface HitPreviewOptions extends HitOpenerOptions {
	/** All that matches in a document, to be marked in it. */
	readonly askAll: (documentId: string) => Promise<SearchAnswer | undefined>;
	readonly reportFailure: (error: unknown) => void;
}

/** Shows passages of the list while somebody moves in it, and knows the way back. Made before the list is shown. */
export class HitPreview implements Disposable {
	readonly #options: HitPreviewOptions;
	readonly #origin: Origin = rememberOrigin();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Previews come one after another; the last one is waited for before the editor of before is brought back. */
	#previewing: Promise<unknown> = Promise.resolve();
	#isShown = false;

	constructor(options: HitPreviewOptions) {
		this.#options = options;
	}

	/** Whether a passage was shown. */
	get isShown(): boolean {
		return this.#isShown;
	}

	/** Where the search was opened. */
	get origin(): Pick<Origin, 'noteEditor'> {
		return this.#origin;
	}

	/** Shows the passage soon, in the place of another that waits. Nobody moved to the only one there is: that one waits longer. */
	showSoon(hit: SearchHit, isOnly: boolean): void {
		this.cancel();
		this.#timer = setTimeout(
			() => {
				this.#isShown = true;
				this.#previewing = this.#show(hit, { preview: true, preserveFocus: true }).catch(this.#options.reportFailure);
			},
			isOnly && !this.#isShown ? onlyPreviewDelayMs : previewDelayMs,
		);
	}

	/** What waits is not shown. */
	cancel(): void {
		clearTimeout(this.#timer);
	}

	/** Opens the passage to stay, once what is under way is there. */
	async open(hit: SearchHit, how: Pick<HitShowing, 'viewColumn'> = {}): Promise<void> {
		this.cancel();
		await this.#previewing;
		await this.#show(hit, { preview: false, ...how });
	}

	/** Brings back the editor of before, if a preview took its place. */
	async restore(): Promise<void> {
		this.cancel();
		await this.#previewing;
		if (this.#isShown) {
			await this.#origin.restore();
		}
	}

	dispose(): void {
		this.cancel();
	}

	async #show(hit: SearchHit, how: HitShowing): Promise<void> {
		const viewColumn = how.viewColumn ?? this.#origin.viewColumn;
		await showHit(this.#options, hit, { ...how, ...(viewColumn === undefined ? {} : { viewColumn }), askAll: this.#options.askAll });
	}
}
