import { type Cancellation, Cancelled, neverCancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/event.ts';
import type { Library, MatchCounts, MatchQuestion } from '../../service/library.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { ChosenScope } from '../searchScope.ts';

/** So many queries are one question to the library: small enough to be cancelled, large enough to cost no time of its own. */
const batchLength = 50;
/** After a change of the sources, once nothing is being read. */
const recountDelayMs = 500;

/** What is counted. */
export type CountedQuery = Omit<MatchQuestion, 'scope'>;

/** What counts are made with. */
export interface SearchCountsOptions {
	readonly getLibrary: () => Pick<Library, 'countMatches'> | undefined;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	/** All queries that are shown now. */
	readonly getQueries: () => readonly CountedQuery[];
	readonly reportFailure: (error: unknown) => void;
}

/** How much queries find: counted when asked for, and again after each change of sources or scope. */
export class SearchCounts implements Disposable {
	readonly #options: SearchCountsOptions;
	readonly #change = new Emitter<void>();
	readonly #disposables: Disposable[];
	#counts = new Map<string, MatchCounts>();
	#cancel = { isCancellationRequested: false };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isStale = false;

	/** Some counts are others than before. */
	readonly onDidChange: Event<void> = this.#change.event;

	constructor(options: SearchCountsOptions) {
		this.#options = options;
		this.#disposables = [
			this.#change,
			options.documents.onDidChange(() => this.#recountSoon()),
			options.documents.onDidChangeStatus(() => {
				if (this.#isStale) {
					this.#recountSoon();
				}
			}),
			options.scope.onDidChange(() => this.#recountSoon()),
		];
	}

	/** `undefined` if it was not counted yet. */
	get(query: CountedQuery): MatchCounts | undefined {
		return this.#counts.get(toKey(query));
	}

	/** Counts queries; `report` hears how many are done. Rejects with `Cancelled`, and then nothing has changed. */
	async count(
		queries: readonly CountedQuery[],
		cancel: Cancellation = neverCancelled,
		report?: (done: number, total: number) => void,
	): Promise<void> {
		const counted = await this.#ask(queries, cancel, report);
		for (const [key, counts] of counted) {
			this.#counts.set(key, counts);
		}
		this.#change.fire();
	}

	/** Counts again what is shown, and forgets the rest. */
	async recount(): Promise<void> {
		this.#cancel.isCancellationRequested = true;
		const cancel = { isCancellationRequested: false };
		this.#cancel = cancel;
		this.#isStale = false;
		const counted = await this.#ask(this.#options.getQueries(), cancel);
		this.#counts = counted;
		this.#change.fire();
	}

	dispose(): void {
		this.#cancel.isCancellationRequested = true;
		clearTimeout(this.#timer);
		disposeAll(this.#disposables);
	}

	async #ask(
		queries: readonly CountedQuery[],
		cancel: Cancellation,
		report?: (done: number, total: number) => void,
	): Promise<Map<string, MatchCounts>> {
		const counted = new Map<string, MatchCounts>();
		const scope = this.#options.scope.searchScope;
		for (let from = 0; from < queries.length; from += batchLength) {
			const batch = queries.slice(from, from + batchLength);
			const counts = (await this.#options.getLibrary()?.countMatches(batch, scope, cancel)) ?? [];
			if (cancel.isCancellationRequested) {
				throw new Cancelled();
			}
			batch.forEach((query, index) => {
				const found = counts[index];
				if (found !== undefined) {
					counted.set(toKey(query), found);
				}
			});
			report?.(Math.min(from + batchLength, queries.length), queries.length);
		}
		return counted;
	}

	#recountSoon(): void {
		if (this.#options.getQueries().length === 0) {
			return;
		}
		const { phase } = this.#options.documents.status;
		this.#isStale = true;
		if (phase === 'finding' || phase === 'reading') {
			return;
		}
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			this.recount().catch((error: unknown) => {
				if (!Cancelled.is(error)) {
					this.#options.reportFailure(error);
				}
			});
		}, recountDelayMs);
	}
}

function toKey({ query, isTyping }: CountedQuery): string {
	return `${isTyping ? 'typing' : 'typed'}\n${query}`;
}
