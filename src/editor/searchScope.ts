import { type Disposable, disposeAll } from '../base/disposable.ts';
import { Emitter, type Event } from '../base/event.ts';
import type { DocumentSummary } from '../library/document.ts';
import type { SearchScope } from '../search/engine.ts';
import type { Coverage } from '../service/library.ts';
import type { KnownDocuments } from './knownDocuments.ts';
import { folderPathOf } from './libraryTree/treeModel.ts';
import { groupNameOf, toFolderId, toGroupId } from './libraryTree/treeOrder.ts';

/** Where the choice is kept from one time to the next: a workspace's memory fits. */
export interface ScopeMemory {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

const memoryKey = 'dossier.searchScope';
const plainGroupings = ['year', 'kind', 'source', 'language'] as const;

/**
 * The documents that a person chose to search in, by checkboxes in the tree. What is kept is what was said: of single documents by id, of groups
 * by group, so that a document that comes later is searched unless its group is out. Of a document itself what was said last counts; of the
 * folders it stands in the nearest; and any year, kind, source or language that is out leaves it out.
 */
export class ChosenScope implements Disposable {
	readonly #documents: KnownDocuments;
	readonly #memory: ScopeMemory;
	readonly #change = new Emitter<void>();
	readonly #disposables: Disposable[];
	readonly #groups = new Map<string, 'in' | 'out'>();
	readonly #inIds = new Set<string>();
	readonly #outIds = new Set<string>();
	/** The known documents that are left out. */
	readonly #left = new Set<string>();
	#isOn = false;
	#searchScope: SearchScope | undefined;

	/** Something else was chosen, or the choosing was begun or ended. */
	readonly onDidChange: Event<void> = this.#change.event;

	constructor(documents: KnownDocuments, memory: ScopeMemory) {
		this.#documents = documents;
		this.#memory = memory;
		this.#read(memory.get(memoryKey));
		this.#disposables = [
			this.#change,
			documents.onDidChange(({ upserted, removedIds }) => {
				for (const id of removedIds) {
					this.#left.delete(id);
				}
				for (const summary of upserted) {
					this.#place(summary);
				}
				this.#searchScope = undefined;
			}),
		];
	}

	/** Whether documents can be chosen, and the choice counts. What was chosen stays while it is off. */
	get isOn(): boolean {
		return this.#isOn;
	}

	/** Whether a search leaves the document out. */
	isOut(id: string): boolean {
		return this.#isOn && this.#left.has(id);
	}

	/** How many of the known documents are searched. */
	get includedCount(): number {
		return this.#documents.size - (this.#isOn ? this.#left.size : 0);
	}

	/** For a search; the same object until something changes. `undefined`: everything is searched. */
	get searchScope(): SearchScope | undefined {
		if (!this.#isOn || this.#left.size === 0) {
			return undefined;
		}
		if (this.#searchScope === undefined) {
			// The shorter list: it is sent to the library.
			const isMostOut = this.#left.size > this.#documents.size / 2;
			const ids = isMostOut ? [...this.#documents.all()].map(({ id }) => id).filter((id) => !this.#left.has(id)) : this.#left;
			this.#searchScope = { kind: isMostOut ? 'only' : 'without', ids: new Set(ids) };
		}
		return this.#searchScope;
	}

	/** What became of the documents that are searched. */
	get coverage(): Coverage {
		const counts = { read: 0, partial: 0, skipped: 0 };
		for (const { id, state } of this.#documents.all()) {
			counts[state] += this.isOut(id) ? 0 : 1;
		}
		return { found: counts.read + counts.partial + counts.skipped, ...counts };
	}

	/** Begins or ends the choosing. */
	async turn(isOn: boolean): Promise<void> {
		if (this.#isOn !== isOn) {
			this.#isOn = isOn;
			await this.#changed();
		}
	}

	/** Takes single documents in, or leaves them out. */
	async setDocuments(summaries: Iterable<DocumentSummary>, isIn: boolean): Promise<void> {
		for (const summary of summaries) {
			this.#setDocument(summary, isIn);
		}
		await this.#changed();
	}

	/** Takes a group in or leaves it out, with all documents in it, and those that come to it later. */
	async setGroup(groupId: string, summaries: Iterable<DocumentSummary>, isIn: boolean): Promise<void> {
		for (const known of [...this.#groups.keys()]) {
			if (known === groupId || (groupId.startsWith('folder:') && known.startsWith(`${groupId}/`))) {
				this.#groups.delete(known);
			}
		}
		// Without an order of its own, a folder goes by those above it.
		if (!isIn || groupId.startsWith('folder:')) {
			this.#groups.set(groupId, isIn ? 'in' : 'out');
		}
		for (const summary of summaries) {
			this.#inIds.delete(summary.id);
			this.#outIds.delete(summary.id);
			this.#setDocument(summary, isIn);
		}
		await this.#changed();
	}

	/** Takes everything in, or leaves everything out that stands in these folders. What was said before is forgotten. */
	async setAll(folderUris: readonly string[], isIn: boolean): Promise<void> {
		this.#groups.clear();
		this.#inIds.clear();
		this.#outIds.clear();
		for (const uri of isIn ? [] : folderUris) {
			this.#groups.set(toFolderId(uri, ''), 'out');
		}
		for (const summary of this.#documents.all()) {
			this.#place(summary);
		}
		await this.#changed();
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	#setDocument(summary: DocumentSummary, isIn: boolean): void {
		const [wanted, other] = isIn ? [this.#inIds, this.#outIds] : [this.#outIds, this.#inIds];
		other.delete(summary.id);
		if (this.#isLeftByGroups(summary) === isIn) {
			wanted.add(summary.id);
		}
		this.#place(summary);
	}

	#place(summary: DocumentSummary): void {
		const isOut = this.#outIds.has(summary.id) || (!this.#inIds.has(summary.id) && this.#isLeftByGroups(summary));
		if (isOut) {
			this.#left.add(summary.id);
		} else {
			this.#left.delete(summary.id);
		}
	}

	#isLeftByGroups(summary: DocumentSummary): boolean {
		if (this.#groups.size === 0) {
			return false;
		}
		for (let path = folderPathOf(summary); ; path = path.slice(0, path.lastIndexOf('/'))) {
			const said = this.#groups.get(toFolderId(summary.folder, path));
			if (said === 'out') {
				return true;
			}
			if (said === 'in' || path === '') {
				break;
			}
		}
		return plainGroupings.some((by) => this.#groups.get(toGroupId(by, groupNameOf(summary, by))) === 'out');
	}

	async #changed(): Promise<void> {
		this.#searchScope = undefined;
		this.#change.fire();
		await this.#memory.update(memoryKey, {
			isOn: this.#isOn,
			groups: [...this.#groups],
			inIds: [...this.#inIds],
			outIds: [...this.#outIds],
		});
	}

	/** What is not as we write it is left out. */
	#read(stored: unknown): void {
		const { isOn, groups, inIds, outIds } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
		this.#isOn = isOn === true;
		for (const entry of toList(groups)) {
			const [id, said] = toList(entry);
			if (typeof id === 'string' && (said === 'in' || said === 'out')) {
				this.#groups.set(id, said);
			}
		}
		for (const [ids, target] of [
			[inIds, this.#inIds],
			[outIds, this.#outIds],
		] as const) {
			for (const id of toList(ids)) {
				if (typeof id === 'string') {
					target.add(id);
				}
			}
		}
	}
}

function toList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
