import { type Cancellation, throwIfCancelled } from '../../base/cancellation.ts';
import { takeAllSteps } from '../../base/steps.ts';
import type { Library, MatchFold, MatchList, MatchQuestion } from '../../service/library.ts';
import type { Dismissals } from './dismissals.ts';
import { type HitPlace, type ResultDocument, type ResultGroup, ResultsModel, type ResultsModelOptions } from './resultsModel.ts';

/** Nobody reads further in a list, and the library folds no more passages than this. */
const maxPassages = 1_000;

/** Folded over documents is what the best of them say. */
const maxDocuments = 1_000;

const none: readonly HitPlace[] = [];

/** Which passages stand behind one of another document, because they say the same. What was dismissed stands nowhere, and nothing behind it. */
export class ResultFolds {
	readonly #others = new Map<string, readonly HitPlace[]>();
	readonly #firsts = new Map<string, HitPlace>();
	readonly #counts = new Map<string, number>();

	constructor(folds: readonly MatchFold[], dismissals: Dismissals) {
		for (const { first, others } of folds) {
			const left = dismissals.isDismissed(first) ? none : others.filter((place) => !dismissals.isDismissed(place));
			if (left.length > 0) {
				this.#others.set(toPlaceKey(first), left);
			}
			for (const place of left) {
				this.#firsts.set(toPlaceKey(place), first);
				const key = toDocumentKey(place);
				this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
			}
		}
	}

	/** The passages of other documents that stand behind this one. */
	othersOf(place: HitPlace): readonly HitPlace[] {
		return this.#others.get(toPlaceKey(place)) ?? none;
	}

	/** The passage of another document that this one stands behind. */
	firstOf(place: HitPlace): HitPlace | undefined {
		return this.#firsts.get(toPlaceKey(place));
	}

	/** How many passages of a document stand behind those of others. */
	countOf(document: Pick<HitPlace, 'documentId' | 'isFull'>): number {
		return this.#counts.size === 0 ? 0 : (this.#counts.get(toDocumentKey(document)) ?? 0);
	}
}

/** Asks the library what says the same in several documents, of those that are shown so. Rejects with `Cancelled`. */
export async function findFolds(
	library: Pick<Library, 'findLikeMatches'>,
	question: MatchQuestion,
	options: ResultsModelOptions,
	cancel: Cancellation,
): Promise<readonly MatchFold[]> {
	const best = { ...options.set, documents: options.set.documents.slice(0, maxDocuments) };
	const lists = toFoldLists(takeAllSteps(ResultsModel.makeInSteps({ ...options, set: best })).roots);
	const folds = lists.length === 0 ? [] : await library.findLikeMatches(question, lists, cancel);
	throwIfCancelled(cancel);
	return folds;
}

/** The documents as the view lists them, each group a list of its own: what is asked of the library. As many as have the first thousand passages. */
function toFoldLists(roots: readonly (ResultGroup | ResultDocument)[]): readonly MatchList[] {
	let passages = 0;
	const toList = (documents: readonly ResultDocument[], isFull: boolean): MatchList => {
		const documentIds: string[] = [];
		for (const { documentId, count } of documents) {
			if (passages >= maxPassages) {
				break;
			}
			passages += count;
			documentIds.push(documentId);
		}
		return { isFull, documentIds };
	};
	const single = roots.filter((root) => root.type === 'document');
	const groups = roots.filter((root) => root.type === 'group');
	return [toList(single, true), ...groups.map(({ by, documents }) => toList(documents, by !== 'partial'))].filter(
		({ documentIds }) => documentIds.length > 1,
	);
}

function toDocumentKey({ documentId, isFull }: Pick<HitPlace, 'documentId' | 'isFull'>): string {
	return `${isFull}\n${documentId}`;
}

function toPlaceKey(place: HitPlace): string {
	return `${place.start}\n${toDocumentKey(place)}`;
}
