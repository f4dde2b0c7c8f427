import type { Disposable } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/event.ts';

/** What is kept of the workspace: `vscode.Memento` fits. */
export interface Memory {
	get(key: string): unknown;
	update(key: string, value: unknown): Thenable<void>;
}

const key = 'dossier.excludedSenses';

/** More than these nobody said; the oldest are forgotten. */
const maxIds = 5_000;

/**
 * What the writer said of the card of some words: not this. Kept for the workspace as ids (`senseIdOf`), out of which nobody reads a word of a
 * note or a document.
 */
export class ExcludedSenses implements Disposable {
	readonly #memory: Memory;
	readonly #changeEmitter = new Emitter<void>();
	#ids: ReadonlySet<string>;

	readonly onDidChange: Event<void> = this.#changeEmitter.event;

	constructor(memory: Memory) {
		this.#memory = memory;
		const kept = memory.get(key);
		this.#ids = new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string' && /^[0-9a-z]{8,14}$/.test(id)) : []);
	}

	get ids(): ReadonlySet<string> {
		return this.#ids;
	}

	/** Leaves the sense out from now on, or takes it in again. */
	async set(id: string, isExcluded: boolean): Promise<void> {
		const ids = [...this.#ids].filter((other) => other !== id);
		await this.#keep(isExcluded ? [...ids, id].slice(-maxIds) : ids);
	}

	/** Takes all senses in again. */
	async clear(): Promise<void> {
		await this.#keep([]);
	}

	dispose(): void {
		this.#changeEmitter.dispose();
	}

	async #keep(ids: readonly string[]): Promise<void> {
		this.#ids = new Set(ids);
		this.#changeEmitter.fire();
		await this.#memory.update(key, ids.length === 0 ? undefined : ids);
	}
}
