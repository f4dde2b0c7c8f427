import { type Cancellation, Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/event.ts';
import { takeAllSteps } from '../../base/steps.ts';
import type { SearchScope } from '../../search/engine.ts';
import type { Library, MatchFold, MatchPage, MatchQuestion, MatchSet, SearchHit } from '../../service/library.ts';
import { Turns } from '../../service/turns.ts';
import type { Range } from '../../text/range.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { ChosenScope } from '../searchScope.ts';
import { DismissalChanges, foundAtOnce } from './dismissalChanges.ts';
import { Dismissals } from './dismissals.ts';
import { LookedAt, type OpenLine } from './lookedAt.ts';
import { RenewTimer } from './renewTimer.ts';
import { findFolds, ResultFolds } from './resultFolds.ts';
import { ResultLines } from './resultLines.ts';
import {
	hasOwnLine,
	type ResultDocument,
	type ResultGroup,
	type ResultGrouping,
	type ResultHit,
	type ResultNode,
	ResultsModel,
	type ResultsModelOptions,
} from './resultsModel.ts';

/** The lines of so many documents are made in some milliseconds; more in slices of half a frame of the screen. */
const maxAtOnce = 2_000;
const sliceMs = 8;

/** What the view is asked to show. */
export interface ResultsQuestion {
	readonly query: string;
	/** As in `SearchOptions`: what the search box showed is shown again only if its last word is read in the same way. */
	readonly isTyping: boolean;
	/** Only these documents; without it those of the chosen scope. */
	readonly documentIds?: readonly string[];
}

/** What results are made with. */
export interface ResultsOptions {
	/** The library of now; `undefined` while there is none. */
	readonly getLibrary: () => Pick<Library, 'findMatches' | 'getMatches' | 'findLikeMatches'> | undefined;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly locale: string | undefined;
	/** What fails in the background. */
	readonly reportFailure: (error: unknown) => void;
}

/** What the results are of now: the question, the match set, and its lines. */
export interface ShownResults {
	readonly question: ResultsQuestion;
	readonly set: MatchSet;
	readonly model: ResultsModel;
}

/**
 * The results of one question, kept true while sources come and go: asked anew by itself after each change. Passages are loaded page by page, when
 * somebody looks at them or walks to them.
 */
export class Results implements Disposable {
	readonly #options: ResultsOptions;
	readonly #change = new Emitter<void>();
	readonly #disposables: Disposable[];
	#question: ResultsQuestion | undefined;
	/** What the set that is shown answers: another question than `#question` while that is on its way. */
	#answered: ResultsQuestion | undefined;
	/** The same object for as long as the question is: the library is sent each scope once. */
	readonly #ownScopes = new WeakMap<ResultsQuestion, SearchScope>();
	#grouping: ResultGrouping;
	#dismissals = new Dismissals();
	readonly #changes = new DismissalChanges();
	#set: MatchSet | undefined;
	/** What is shown of it. */
	#shown: ShownResults | undefined;
	readonly #turns = new Turns(sliceMs);
	/** Counts what was to be shown: only the last of it is. */
	#round = 0;
	#lines: ResultLines | undefined;
	/** What says the same in several documents, of the answer that is shown and as it is grouped; none until the library has said so. */
	#folds: readonly MatchFold[] = [];
	#folding: Promise<void> = Promise.resolve();
	#lookedAt = new LookedAt();
	#cancel = { isCancellationRequested: false };
	readonly #timer = new RenewTimer();

	/** Other lines are shown than before. */
	readonly onDidChange: Event<void> = this.#change.event;

	constructor(options: ResultsOptions, grouping: ResultGrouping) {
		this.#options = options;
		this.#grouping = grouping;
		this.#disposables = [
			this.#change,
			options.documents.onDidChange(({ upserted, removedIds }) => {
				if (!this.#dismissals.isEmpty) {
					this.#changes.note(upserted.map(({ id }) => id));
				}
				if (upserted.length + removedIds.length > 0) {
					this.#renewSoon();
				}
			}),
			options.scope.onDidChange(() => this.#renewSoon()),
		];
	}

	/** `undefined` before the first answer, and once the results were cleared. */
	get shown(): ShownResults | undefined {
		return this.#shown;
	}

	get question(): ResultsQuestion | undefined {
		return this.#question;
	}

	get grouping(): ResultGrouping {
		return this.#grouping;
	}

	/** Whether something was taken out of the view. */
	get hasDismissed(): boolean {
		return !this.#dismissals.isEmpty;
	}

	/** Shows another question; what was dismissed of the one before comes back. Rejects with `Cancelled` if something else was asked since. */
	async ask(question: ResultsQuestion): Promise<void> {
		this.#dismissals = new Dismissals();
		await this.#askFor(question);
	}

	/** Shows a question that asks for a part of what is shown: what was dismissed stays so. */
	async narrow(question: ResultsQuestion): Promise<void> {
		// A passage may hold all of it no more, or be no match: it takes nothing off a count, until it is one again.
		this.#changes.noteQuestion(this.#dismissals.partedIds);
		this.#dismissals.dismissParts();
		await this.#askFor(question);
	}

	async #askFor(question: ResultsQuestion): Promise<void> {
		this.#question = question;
		if (question.documentIds !== undefined) {
			this.#ownScopes.set(question, { kind: 'only', ids: new Set(question.documentIds) });
		}
		this.#lookedAt = new LookedAt();
		await this.renew();
	}

	/** Asks the same again. */
	async renew(): Promise<void> {
		this.#timer.stop();
		const library = this.#options.getLibrary();
		const question = this.#question;
		if (question === undefined || library === undefined) {
			return;
		}
		this.#cancel.isCancellationRequested = true;
		const cancel: { isCancellationRequested: boolean } = { isCancellationRequested: false };
		this.#cancel = cancel;
		this.#timer.didAsk();
		const set = await library.findMatches(this.toMatchQuestion(question), cancel);
		const getMatches = (page: MatchPage) => library.getMatches(this.toMatchQuestion(question), page, cancel);
		await this.#changes.follow(this.#dismissals, set, getMatches, cancel);
		if (cancel.isCancellationRequested) {
			throw new Cancelled();
		}
		const grouping = this.#grouping;
		// What is shown already stays as it is until it is known what of the new says the same: lines do not unfold and fold again under the reader's eyes.
		const found =
			question === this.#answered ? await findFolds(library, this.toMatchQuestion(question), this.#toModelOptions(set), cancel) : undefined;
		// Each group is folded by itself, and they may be other ones by now.
		const folds = grouping === this.#grouping ? found : undefined;
		this.#set = set;
		this.#answered = question;
		this.#folds = folds ?? [];
		await this.#rebuild();
		if (folds === undefined) {
			this.#foldSoon();
		}
	}

	/** Resolves when what says the same in several documents is folded, as far as it was asked for. */
	whenFolded(): Promise<void> {
		return this.#folding;
	}

	clear(): void {
		this.#cancel.isCancellationRequested = true;
		this.#timer.stop();
		this.#question = undefined;
		this.#answered = undefined;
		this.#set = undefined;
		this.#shown = undefined;
		this.#round++;
		this.#change.fire();
	}

	async groupBy(grouping: ResultGrouping): Promise<void> {
		this.#grouping = grouping;
		// Each group is folded by itself.
		this.#folds = [];
		await this.#rebuild();
		this.#foldSoon();
	}

	async dismiss(nodes: Iterable<Parameters<Dismissals['dismiss']>[0]>): Promise<void> {
		for (const node of nodes) {
			this.#dismissals.dismiss(node);
		}
		await this.#rebuild();
	}

	/** Brings back what was dismissed. */
	async restore(): Promise<void> {
		this.#dismissals = new Dismissals();
		await this.#rebuild();
	}

	/** The lines below a line, or at the top: as many as were looked at so far, the first page at least; behind them a line that leads on, if there are more. */
	async childrenOf(node: OpenLine): Promise<readonly ResultNode[]> {
		if (node?.type === 'document') {
			const lines = await this.#load(node);
			return [...lines, ...this.#lookedAt.moreOf(node, node.matchCount)];
		}
		const all = this.#listBelow(node);
		return [...all.slice(0, this.lookedAtOf(node)), ...this.#lookedAt.moreOf(node, all.length)];
	}

	/** What is folded behind a line: passages of its own document, then those of others. */
	async behind(line: ResultHit): Promise<readonly ResultHit[]> {
		return (await this.#lines?.behind(line)) ?? [];
	}

	/** The passages of a document that were looked at so far, in its order, also those that are folded behind others. */
	async hitsOf(document: ResultDocument): Promise<readonly ResultHit[]> {
		return (await this.#lines?.loadAll(document, this.lookedAtOf(document))) ?? [];
	}

	/** The words of the query in a document, in its passages that hold everything; in those with a part where no passage holds everything. */
	async marksIn(documentId: string): Promise<readonly Range[]> {
		const { shown } = this;
		const document = shown?.model.find({ documentId, isFull: shown.set.total !== 0 });
		return document === undefined ? [] : this.marksOf(document);
	}

	/** The words of the query in the passages of a document, whether they are loaded or not; those of a book's first two thousand. */
	async marksOf(document: ResultDocument): Promise<readonly Range[]> {
		return (await this.#lines?.marksOf(document)) ?? [];
	}

	/** The passages of lines, of documents and groups all that are shown, loaded or not, each once, in their order: for the clipboard. */
	async passagesOf(nodes: readonly ResultNode[]): Promise<readonly SearchHit[]> {
		const passages = new Map<string, SearchHit>();
		const add = (hit: SearchHit) => passages.set(`${hit.documentId}\n${hit.start}`, hit);
		for (const node of nodes) {
			if (node.type === 'hit') {
				add(node.hit);
			}
			for (const document of node.type === 'group' ? node.documents : node.type === 'document' ? [node] : []) {
				((await this.#lines?.hitsOf(document, document.matchCount)) ?? []).forEach(add);
			}
		}
		return [...passages.values()];
	}

	/** Has the next page shown. */
	loadMore(node: OpenLine): void {
		this.lookAt(node, this.lookedAtOf(node) + 1);
	}

	/** All passages that are shown, loaded or not, document by document: for export. */
	async *allHits(cancel: Cancellation): AsyncGenerator<{ readonly document: ResultDocument; readonly hits: readonly SearchHit[] }> {
		const { shown } = this;
		const library = this.#options.getLibrary();
		const lines = this.#lines;
		if (shown === undefined || library === undefined || lines === undefined) {
			return;
		}
		for (const document of shown.model.documents) {
			const hits: SearchHit[] = [];
			for (let from = 0; from < document.matchCount; from += foundAtOnce) {
				const page = { documentId: document.documentId, isFull: document.isFull, from, count: foundAtOnce };
				hits.push(...(await library.getMatches(this.toMatchQuestion(shown.question), page, cancel)));
				if (cancel.isCancellationRequested) {
					throw new Cancelled();
				}
			}
			yield { document, hits: lines.withoutDismissed(hits, document) };
		}
	}

	dispose(): void {
		this.#cancel.isCancellationRequested = true;
		this.#timer.stop();
		disposeAll(this.#disposables);
	}

	/** The lines of documents below a group, or at the top. */
	#listBelow(node: ResultGroup | undefined): readonly (ResultGroup | ResultDocument)[] {
		const all = node === undefined ? (this.#shown?.model.roots ?? []) : node.documents;
		return this.#folds.length === 0 ? all : all.filter((line) => line.type === 'group' || hasOwnLine(line));
	}

	/** Has the line of a document shown, however far down it stands. */
	lookAtLineOf(document: ResultDocument): void {
		this.lookAt(document.parent, this.#listBelow(document.parent).indexOf(document) + 1);
	}

	/** How many lines below this one, or at the top, are shown. */
	lookedAtOf(node: OpenLine): number {
		return this.#lookedAt.countOf(node);
	}

	/** Has so many lines shown below this one, or at the top. */
	lookAt(node: OpenLine, count: number): void {
		if (this.#lookedAt.extend(node, count)) {
			this.#change.fire();
		}
	}

	async #load(document: ResultDocument): Promise<readonly ResultHit[]> {
		return (await this.#lines?.load(document, this.lookedAtOf(document))) ?? [];
	}

	/** The question as the library is asked it, in the scope of now. */
	toMatchQuestion(question: ResultsQuestion): MatchQuestion {
		const { query, isTyping } = question;
		const scope = this.#ownScopes.get(question) ?? this.#options.scope.searchScope;
		return { query, isTyping, ...(scope && { scope }) };
	}

	/** Shows what is known as it is to be grouped, folded and dismissed now: at once where it is not much, else in slices. Only the last of several is shown. */
	async #rebuild(): Promise<void> {
		const round = ++this.#round;
		const [set, question] = [this.#set, this.#answered];
		if (set === undefined || question === undefined) {
			this.#change.fire();
			return;
		}
		const dismissals = this.#dismissals;
		const folds = new ResultFolds(this.#folds, dismissals);
		const steps = ResultsModel.makeInSteps({ ...this.#toModelOptions(set), countFolded: (document) => folds.countOf(document) });
		const model = set.documents.length <= maxAtOnce ? takeAllSteps(steps) : await this.#turns.run(steps);
		if (round === this.#round) {
			this.#shown = { question, set, model };
			this.#lines = new ResultLines({
				model,
				folds,
				dismissals,
				getMatches: async (page) => (await this.#options.getLibrary()?.getMatches(this.toMatchQuestion(question), page)) ?? [],
			});
			this.#change.fire();
		}
	}

	#toModelOptions(set: MatchSet): ResultsModelOptions {
		const { documents, locale } = this.#options;
		return {
			set,
			grouping: this.#grouping,
			dismissals: this.#dismissals,
			findSummary: (id) => documents.get(id),
			locale,
		};
	}

	/** Folds what is shown. Whatever is asked for meanwhile ends it. */
	#foldSoon(): void {
		const library = this.#options.getLibrary();
		const [set, question, grouping, cancel] = [this.#set, this.#answered, this.#grouping, this.#cancel];
		if (library === undefined || set === undefined || question === undefined) {
			return;
		}
		const fold = async () => {
			const folds = await findFolds(library, this.toMatchQuestion(question), this.#toModelOptions(set), cancel);
			if (this.#set === set && this.#grouping === grouping && folds.length > 0) {
				this.#folds = folds;
				await this.#rebuild();
			}
		};
		this.#folding = fold().catch((error: unknown) => this.#reportInBackground(error));
	}

	#renewSoon(): void {
		if (this.#question === undefined) {
			return;
		}
		const { phase } = this.#options.documents.status;
		const renew = () => {
			this.renew().catch((error: unknown) => this.#reportInBackground(error));
		};
		this.#timer.start(renew, phase === 'finding' || phase === 'reading');
	}

	#reportInBackground(error: unknown): void {
		if (!Cancelled.is(error)) {
			this.#options.reportFailure(error);
		}
	}
}
