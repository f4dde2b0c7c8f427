import type { Disposable } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/event.ts';
import type { ScopeMemory } from '../searchScope.ts';

/** A search that somebody keeps. */
export interface SavedSearch {
	readonly name: string;
	readonly query: string;
	/** As it was asked when it was saved: the same search finds the same. */
	readonly isTyping: boolean;
}

const memoryKey = 'dossier.savedSearches';
/** What is kept of a workspace is small. */
const maxSearches = 500;
const maxLength = 2_000;

/** The searches that were saved in this workspace, in the order of their names. A name stands for one search. */
export class SavedSearches implements Disposable {
	readonly #memory: ScopeMemory;
	readonly #change = new Emitter<void>();
	#searches: readonly SavedSearch[];

	readonly onDidChange: Event<void> = this.#change.event;

	constructor(memory: ScopeMemory) {
		this.#memory = memory;
		this.#searches = read(memory.get(memoryKey));
	}

	get all(): readonly SavedSearch[] {
		return this.#searches;
	}

	has(name: string): boolean {
		return this.#searches.some((search) => search.name === name.trim());
	}

	/** Saves a search, in the place of one of the same name. */
	async save(search: SavedSearch): Promise<void> {
		const name = search.name.trim().slice(0, maxLength);
		await this.#put([...this.#searches.filter((known) => known.name !== name), { ...search, name }]);
	}

	async rename(name: string, newName: string): Promise<void> {
		const known = this.#searches.find((search) => search.name === name);
		const plain = newName.trim().slice(0, maxLength);
		if (known !== undefined && plain !== '') {
			await this.#put([...this.#searches.filter((search) => search !== known && search.name !== plain), { ...known, name: plain }]);
		}
	}

	async delete(name: string): Promise<void> {
		await this.#put(this.#searches.filter((search) => search.name !== name));
	}

	dispose(): void {
		this.#change.dispose();
	}

	async #put(searches: readonly SavedSearch[]): Promise<void> {
		this.#searches = toSorted(searches);
		this.#change.fire();
		await this.#memory.update(memoryKey, this.#searches);
	}
}

/** What is not as we write it is left out. */
function read(stored: unknown): readonly SavedSearch[] {
	const searches = new Map<string, SavedSearch>();
	for (const entry of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
		const { name, query, isTyping } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
		if (typeof name === 'string' && typeof query === 'string' && name !== '' && name.length <= maxLength && query.length <= maxLength) {
			searches.set(name, { name, query, isTyping: isTyping === true });
		}
	}
	return toSorted([...searches.values()]);
}

function toSorted(searches: readonly SavedSearch[]): readonly SavedSearch[] {
	const collator = new Intl.Collator(undefined, { numeric: true });
	return [...searches].sort((a, b) => collator.compare(a.name, b.name)).slice(0, maxSearches);
}
