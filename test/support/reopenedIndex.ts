import { type Steps, takeAllSteps } from '../../src/base/steps.ts';
import type {
	EngineAnswer,
	EngineMatches,
	IndexedDocument,
	SearchEngine,
	SearchOptions,
	TextSource,
	WordCounts,
} from '../../src/search/engine.ts';
import { openPart } from '../../src/search/parts/packedPart.ts';
import { toFileBytes } from '../../src/search/parts/segmentFile.ts';
import type { Query } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';

/** An index that is kept as bytes and opened from them before each question that follows a change. */
export class ReopenedIndex implements SearchEngine {
	#index = new SearchIndex({ maxLivePassages: 3, mergedParts: 3 });
	#hasChanged = false;

	replaceDocument(document: IndexedDocument): void {
		this.#hasChanged = true;
		this.#index.replaceDocument(document);
	}

	*replaceDocumentInSteps(document: IndexedDocument): Steps<void> {
		yield* this.#index.replaceDocumentInSteps(document);
		this.#hasChanged = true;
	}

	tidyInSteps(): Steps<void> {
		return this.#index.tidyInSteps();
	}

	removeDocument(id: string): void {
		this.#hasChanged = true;
		this.#index.removeDocument(id);
	}

	search(query: Query, options: SearchOptions, textOf: TextSource): EngineAnswer {
		this.#reopen();
		return this.#index.search(query, options, textOf);
	}

	searchInSteps(query: Query, options: SearchOptions, textOf: TextSource): Steps<EngineAnswer> {
		this.#reopen();
		return this.#index.searchInSteps(query, options, textOf);
	}

	listMatchesInSteps(query: Query, options: Pick<SearchOptions, 'isTyping' | 'scope'>): Steps<EngineMatches> {
		this.#reopen();
		return this.#index.listMatchesInSteps(query, options);
	}

	countUses(words: readonly string[]): WordCounts {
		this.#reopen();
		return this.#index.countUses(words);
	}

	#reopen(): void {
		if (!this.#hasChanged) {
			return;
		}
		this.#hasChanged = false;
		const before = this.#index;
		takeAllSteps(before.packAllInSteps());
		const parts = before.packedParts.map((part) => {
			const { sections } = part;
			if (sections === undefined) {
				return part;
			}
			const bytes = Buffer.concat(toFileBytes(sections));
			const opened = openPart((start, end) => bytes.subarray(start, end));
			if (opened === undefined) {
				throw new Error('A part does not open');
			}
			for (const number of part.listRemoved()) {
				opened.removeAt(number);
			}
			return opened;
		});
		this.#index = new SearchIndex({ maxLivePassages: 3, mergedParts: 3 });
		this.#index.addParts(parts);
	}
}
