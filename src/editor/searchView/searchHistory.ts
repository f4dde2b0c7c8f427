import type { Disposable } from '../../base/disposable.ts';
import type { Event } from '../../base/event.ts';
import type { TextLocation } from '../textPlaces.ts';

/** Where queries are kept from one time to the next: the editor's own memory fits. */
export interface HistoryMemory {
	keys(): readonly string[];
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

/** What the history needs of the rest. */
export interface SearchHistoryOptions {
	readonly memory: HistoryMemory;
	/** Tells this workspace from others. */
	readonly workspace: string;
	readonly settings: { readonly values: { readonly textLocation: TextLocation }; readonly onDidChange: Event<unknown> };
}

/** What every key of ours in the memory begins with. */
const keyStart = 'dossier.searches:';
/** More are never looked through. */
const maxQueries = 50;
/** What is longer was pasted, and is no query that somebody types again. UTF-16 units. */
const maxQueryLength = 200;

/**
 * The queries of this workspace, newest first, and the last one typed. What people look for tells as much as what they read: so queries are written to the
 * profile only where texts are kept there (`dossier.index.location`); else they are known until the window closes. One memory holds the
 * queries of all workspaces, so that all can be deleted from any of them.
 */
export class SearchHistory implements Disposable {
	readonly #options: SearchHistoryOptions;
	readonly #listener: Disposable;
	#queries: readonly string[];
	#last = '';
	#isErased = false;

	constructor(options: SearchHistoryOptions) {
		this.#options = options;
		const stored = this.#isKept ? options.memory.get(this.#key) : undefined;
		this.#queries = (Array.isArray(stored) ? (stored as readonly unknown[]) : [])
			.filter((query): query is string => typeof query === 'string' && isQuery(query))
			.slice(0, maxQueries);
		const last = this.#isKept ? options.memory.get(this.#lastKey) : undefined;
		this.#last = typeof last === 'string' && isQuery(last) ? last : (this.#queries[0] ?? '');
		this.#listener = options.settings.onDidChange(() => {
			for (const key of [this.#key, this.#lastKey]) {
				if (!this.#isKept && options.memory.get(key) !== undefined) {
					options.memory.update(key, undefined).then(undefined, () => undefined);
				}
			}
		});
	}

	/** Newest first, each once. */
	get queries(): readonly string[] {
		return this.#queries;
	}

	/** What the search is opened with: the last thing typed, whether it led anywhere or not. */
	get last(): string {
		return this.#last;
	}

	/** Hears what is typed: it is offered the next time. */
	setLast(query: string): void {
		this.#last = query.length > maxQueryLength ? '' : query;
	}

	/** Keeps what was typed last, so that it is offered after the window was loaded anew too. Not at each key: a memory is written as a whole. */
	async keepLast(): Promise<void> {
		const { memory } = this.#options;
		const last = isQuery(this.#last) ? this.#last : undefined;
		if (this.#isKept && memory.get(this.#lastKey) !== last) {
			await memory.update(this.#lastKey, last);
		}
	}

	/** Keeps a query that led somewhere; one that is known comes to the front. */
	async add(query: string): Promise<void> {
		const plain = query.trim();
		if (isQuery(plain) && this.#queries[0] !== plain) {
			await this.#set([plain, ...this.#queries.filter((known) => known !== plain)].slice(0, maxQueries));
		}
	}

	async remove(query: string): Promise<void> {
		await this.#set(this.#queries.filter((known) => known !== query));
	}

	/** Forgets the queries of this workspace: at once, and then in the memory. */
	async clear(): Promise<void> {
		this.#last = '';
		await this.#set([]);
		await this.keepLast();
	}

	/** Deletes the queries of all workspaces, and writes none until the window starts anew. */
	async erase(): Promise<void> {
		await this.clear();
		this.#isErased = true;
		const { memory } = this.#options;
		for (const key of memory.keys()) {
			if (key.startsWith(keyStart)) {
				await memory.update(key, undefined);
			}
		}
	}

	dispose(): void {
		this.#listener.dispose();
	}

	get #key(): string {
		return keyStart + this.#options.workspace;
	}

	get #lastKey(): string {
		return `${keyStart}last:${this.#options.workspace}`;
	}

	get #isKept(): boolean {
		return !this.#isErased && this.#options.settings.values.textLocation === 'profile';
	}

	async #set(queries: readonly string[]): Promise<void> {
		this.#queries = queries;
		if (this.#isKept) {
			await this.#options.memory.update(this.#key, queries.length === 0 ? undefined : queries);
		}
	}
}

function isQuery(text: string): boolean {
	return text.trim() !== '' && text.length <= maxQueryLength;
}
