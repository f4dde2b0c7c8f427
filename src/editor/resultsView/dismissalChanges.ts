import { type Cancellation, throwIfCancelled } from '../../base/cancellation.ts';
import type { MatchPage, MatchSet } from '../../service/library.ts';
import type { Dismissals, FoundPassage } from './dismissals.ts';

/** So many passages of a document are asked for at once where all of them are wanted. */
export const foundAtOnce = 500;

/** Documents in which what was dismissed may match in another way, or stand elsewhere, since it was looked for. */
export class DismissalChanges {
	/** By id, the number of the last change, and whether the document itself is another. */
	readonly #changes = new Map<string, { readonly number: number; readonly isOfText: boolean }>();
	#lastChange = 0;

	/** These documents changed. */
	note(ids: Iterable<string>): void {
		this.#note(ids, true);
	}

	/** These documents are asked for in another way. */
	noteQuestion(ids: Iterable<string>): void {
		this.#note(ids, false);
	}

	#note(ids: Iterable<string>, isOfText: boolean): void {
		for (const id of ids) {
			this.#changes.set(id, { number: ++this.#lastChange, isOfText: isOfText || this.#changes.get(id)?.isOfText === true });
		}
	}

	/** Finds what was dismissed again in documents that changed; in those of which nothing is found now, as soon as something is. */
	async follow(
		dismissals: Dismissals,
		{ documents }: Pick<MatchSet, 'documents'>,
		getMatches: (page: MatchPage) => Promise<readonly Omit<FoundPassage, 'isFull'>[]>,
		cancel: Cancellation,
	): Promise<void> {
		const parted = dismissals.partedIds;
		for (const id of this.#changes.keys()) {
			if (!parted.has(id)) {
				this.#changes.delete(id);
			}
		}
		for (const { id: documentId, count, partialCount } of this.#changes.size === 0 ? [] : documents) {
			const change = this.#changes.get(documentId);
			if (change === undefined) {
				continue;
			}
			const found: FoundPassage[] = [];
			for (const [isFull, end] of [[true, count] as const, [false, partialCount] as const]) {
				for (let from = 0; from < end; from += foundAtOnce) {
					throwIfCancelled(cancel);
					const page = await getMatches({ documentId, isFull, from, count: foundAtOnce });
					found.push(...page.map(({ start, text }) => ({ start, text, isFull })));
				}
			}
			throwIfCancelled(cancel);
			dismissals.follow(documentId, found, change.isOfText);
			// It may have changed once more meanwhile.
			if (this.#changes.get(documentId) === change) {
				this.#changes.delete(documentId);
			}
		}
	}
}
