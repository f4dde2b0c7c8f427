import { type Cancellation, throwIfCancelled } from '../../base/cancellation.ts';
import type { MatchPage, MatchSet, SearchHit } from '../../service/library.ts';
import type { Dismissals } from './resultsModel.ts';

/** So many passages of a document are asked for at once where all of them are wanted. */
export const foundAtOnce = 500;

/** Documents that may have changed since passages of them were dismissed. */
export class DismissalChanges {
	/** By id, the number of its last change. */
	readonly #changes = new Map<string, number>();
	#lastChange = 0;

	/** These documents changed, or are asked for in another way. */
	note(ids: Iterable<string>): void {
		for (const id of ids) {
			this.#changes.set(id, ++this.#lastChange);
		}
	}

	/** Finds what was dismissed again in documents that changed; in those of which nothing is found now, as soon as something is. */
	async follow(
		dismissals: Dismissals,
		{ documents }: Pick<MatchSet, 'documents'>,
		getMatches: (page: MatchPage) => Promise<readonly SearchHit[]>,
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
			for (const [isFull, end] of [[true, count] as const, [false, partialCount] as const]) {
				const hits: SearchHit[] = [];
				throwIfCancelled(cancel);
				for (let from = 0; from < end; from += foundAtOnce) {
					hits.push(...(await getMatches({ documentId, isFull, from, count: foundAtOnce })));
					throwIfCancelled(cancel);
				}
				dismissals.follow({ documentId, isFull }, hits);
			}
			// It may have changed once more meanwhile.
			if (this.#changes.get(documentId) === change) {
				this.#changes.delete(documentId);
			}
		}
	}
}
