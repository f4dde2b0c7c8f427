import type { MatchPage, SearchHit } from '../../service/library.ts';
import type { Range } from '../../text/range.ts';
import type { Dismissals } from './dismissals.ts';
import type { ResultFolds } from './resultFolds.ts';
import { type HitPlace, type ResultDocument, type ResultHit, type ResultsModel, toHitLines, toNode } from './resultsModel.ts';

/** The reader draws no more. */
const maxMarkedPassages = 2_000;
/** In pages, so that no answer is larger than a list needs. */
const pageLength = 1_000;

/** What lines are made from. */
export interface ResultLinesOptions {
	readonly model: ResultsModel;
	readonly folds: ResultFolds;
	readonly dismissals: Dismissals;
	readonly getMatches: (page: MatchPage) => Promise<readonly SearchHit[]>;
}

/** The passages of one answer, loaded document by document when they are looked at, and the lines that they make. */
export class ResultLines {
	readonly #options: ResultLinesOptions;
	readonly #hits = new WeakMap<ResultDocument, { readonly end: number; readonly hits: Promise<readonly SearchHit[]> }>();
	readonly #lines = new WeakMap<ResultDocument, { readonly count: number; readonly lines: Promise<readonly ResultHit[]> }>();
	readonly #marks = new WeakMap<ResultDocument, Promise<readonly Range[]>>();
	/** What stands behind a line though it is of other documents. */
	readonly #elsewhere = new WeakMap<ResultHit, Promise<readonly ResultHit[]>>();

	constructor(options: ResultLinesOptions) {
		this.#options = options;
	}

	/** The lines of a document's first `count` passages. What stands behind a line of another document has none of its own. */
	load(document: ResultDocument, count: number): Promise<readonly ResultHit[]> {
		const known = this.#lines.get(document);
		if (known?.count === count) {
			return known.lines;
		}
		const { folds } = this.#options;
		const lines = this.hitsOf(document, count).then((hits) => {
			const own = hits.filter((hit) => folds.firstOf(toHitPlace(hit, document)) === undefined);
			return toHitLines(own, document, (place) => folds.othersOf(place));
		});
		this.#lines.set(document, { count, lines });
		lines.catch(() => this.#lines.delete(document));
		return lines;
	}

	/** Every passage among a document's first `count` as a line, in its order, also those that stand behind other lines. */
	async loadAll(document: ResultDocument, count: number): Promise<readonly ResultHit[]> {
		const lines = await this.load(document, count);
		const own = lines.flatMap((line) => [line, ...line.like]);
		const { folds } = this.#options;
		for (const hit of document.foldedCount === 0 ? [] : await this.hitsOf(document, count)) {
			const first = folds.firstOf(toHitPlace(hit, document));
			const behind = first && (await this.find(first));
			if (behind !== undefined) {
				own.push(toNode(hit, document, behind));
			}
		}
		return own.sort((a, b) => a.hit.start - b.hit.start);
	}

	/** The line of a passage, alone or behind another of its document, among the first of it. */
	async find(place: HitPlace): Promise<ResultHit | undefined> {
		const document = this.#options.model.find(place);
		const lines = document === undefined ? [] : await this.load(document, this.#lines.get(document)?.count ?? firstCount);
		return lines.flatMap((line) => [line, ...line.like]).find(({ hit }) => hit.start === place.start);
	}

	/** What is folded behind a line: passages of its own document, then those of others. */
	async behind(line: ResultHit): Promise<readonly ResultHit[]> {
		const known = this.#elsewhere.get(line);
		if (known !== undefined || line.elsewhere.length === 0) {
			return [...line.like, ...((await known) ?? [])];
		}
		const loading = this.#loadElsewhere(line);
		this.#elsewhere.set(line, loading);
		loading.catch(() => this.#elsewhere.delete(line));
		return [...line.like, ...(await loading)];
	}

	/** The words of the query in the passages of a document, whether they are loaded or not; those of a book's first two thousand. */
	marksOf(document: ResultDocument): Promise<readonly Range[]> {
		const known = this.#marks.get(document);
		if (known !== undefined) {
			return known;
		}
		const loading = this.#load(document, maxMarkedPassages).then((hits) => hits.flatMap(({ highlights }) => highlights));
		this.#marks.set(document, loading);
		loading.catch(() => this.#marks.delete(document));
		return loading;
	}

	/** The first `end` passages of a document, without what was dismissed. */
	async hitsOf(document: ResultDocument, end: number): Promise<readonly SearchHit[]> {
		return this.withoutDismissed(await this.#load(document, end), document);
	}

	/** Those of a document's passages that are shown. */
	withoutDismissed(hits: readonly SearchHit[], document: ResultDocument): readonly SearchHit[] {
		return hits.filter((hit) => !this.#options.dismissals.isDismissed(toHitPlace(hit, document)));
	}

	async #loadElsewhere(line: ResultHit): Promise<readonly ResultHit[]> {
		const loaded = line.elsewhere.map(async (place) => {
			const document = this.#options.model.find(place);
			const hits = document === undefined ? [] : await this.hitsOf(document, firstCount);
			const hit = hits.find(({ start }) => start === place.start);
			return document === undefined || hit === undefined ? [] : [toNode(hit, document, line)];
		});
		return (await Promise.all(loaded)).flat();
	}

	#load(document: ResultDocument, end: number): Promise<readonly SearchHit[]> {
		const known = this.#hits.get(document);
		if (known !== undefined && known.end >= end) {
			return known.hits.then((hits) => hits.slice(0, end));
		}
		const hits = this.#ask(document, end);
		this.#hits.set(document, { end, hits });
		hits.catch(() => this.#hits.delete(document));
		return hits;
	}

	async #ask({ documentId, isFull, matchCount }: ResultDocument, end: number): Promise<readonly SearchHit[]> {
		const hits: SearchHit[] = [];
		for (let from = 0; from < Math.min(end, matchCount); from += pageLength) {
			const count = Math.min(pageLength, end - from);
			hits.push(...(await this.#options.getMatches({ documentId, isFull, from, count })));
		}
		return hits;
	}
}

/** Folded over documents are only passages among the first of each. */
const firstCount = 100;

function toHitPlace({ documentId, start }: SearchHit, { isFull }: ResultDocument): HitPlace {
	return { documentId, isFull, start };
}
