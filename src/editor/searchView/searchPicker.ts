import * as vscode from 'vscode';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SearchScope } from '../../search/engine.ts';
import type { SearchAnswer, SearchHit } from '../../service/library.ts';
import { toTitle } from '../documentTitle.ts';
import type { HitQuotations } from '../hitQuotation.ts';
import { commandIds, privateCommandIds, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { Reader } from '../reader/reader.ts';
import type { ChosenScope } from '../searchScope.ts';
import { HitPreview } from './hitPreview.ts';
import { firstHits, maxHits, maxMentions, restAfterMs } from './listLengths.ts';
import { type Ask, LiveQuestions } from './liveQuestions.ts';
import { helpQuery } from './queryHelp.ts';
import { QuerySteps } from './querySteps.ts';
import { type HitAction, isHitAction, isSearchButton, type ListAction, listButtons, type SearchAction } from './searchButtons.ts';
import type { SearchHistory } from './searchHistory.ts';
import {
	isHitItem,
	isNoticeItem,
	isQueryItem,
	type ListedIn,
	type NoticeItem,
	type SearchItem,
	toHelpItems,
	toRecentItems,
} from './searchItems.ts';
import { SearchList } from './searchList.ts';
import { toCorrectionLine, toPlaceholder, toResultLine } from './searchWords.ts';

/** While documents are being read, the list is asked for anew this often. */
const followEveryMs = 1_000;
/**
 * Asked while somebody thinks of the first key: the first question of all takes twice as long as the next, since all that answers it is loaded and compiled, and
 * of each letter it is remembered what starts with it.
 */
const firstLetters = 'etaoinsrhldcumfpgwybvkxjqz';
/** So many passages of the document that is shown have their words marked. */
const maxMarkedPassages = 1_000;

/** What one search needs of the rest. */
export interface SearchPickerOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly quotations: HitQuotations;
	readonly history: SearchHistory;
	readonly reportFailure: (error: unknown) => void;
	readonly logFailure: (error: unknown) => void;
}

/** What the list starts with: a query that is run at once, or all mentions of a term. */
export type SearchStart = { readonly kind: 'query'; readonly query: string } | { readonly kind: 'mentions'; readonly term: string };

/**
 * One search, from opening the box to Enter or Esc. Results while typing; moving through them previews in the reader; Enter opens there; Esc
 * leads back to the note and caret. An empty box lists the searches of before.
 */
export class SearchPicker implements Disposable {
	readonly #options: SearchPickerOptions;
	readonly #pick = vscode.window.createQuickPick<SearchItem>();
	readonly #preview: HitPreview;
	readonly #steps = new QuerySteps();
	readonly #disposables: Disposable[] = [this.#pick];
	readonly #questions: LiveQuestions;
	readonly #list = new SearchList(this.#pick, () => this.#listedIn);
	#isAccepted = false;
	#hasTyped = false;
	/** How many of the first letters were asked for. */
	#preparedLetters = 0;
	#closing: Promise<void> | undefined;
	/** What the list is of, until something is typed. */
	#subject: string | undefined;
	/** The only document that is searched. */
	#narrowed: { readonly title: string; readonly scope: SearchScope } | undefined;
	/** What was asked last is what somebody who types sees first. */
	#isLive = false;
	/** Asks for the lines below those that are seen at once, and the buttons of all. */
	#askRest: (() => void) | undefined;
	/** Set by ourselves, and no sign of somebody typing. */
	#ownValue: string | undefined;

	constructor(options: SearchPickerOptions, start: SearchStart, onDone: () => void) {
		this.#options = options;
		this.#preview = new HitPreview({ ...options, askAll: (id) => this.#askAll(id) });
		this.#questions = new LiveQuestions({
			...options,
			onAnswer: (answer) => this.#show(answer),
			onBusy: (isBusy) => {
				this.#pick.busy = isBusy;
			},
			onNoLibrary: () => {
				this.#pick.title = vscode.l10n.t('The library is not running; refresh it to start it again');
			},
		});
		this.#disposables.push(this.#preview, this.#questions);
		const pick = this.#pick;
		// Not in the stable typings (microsoft/vscode#73904); without it the list is sorted anew by how labels match.
		(pick as { sortByLabel?: boolean }).sortByLabel = false;
		pick.matchOnDescription = false;
		pick.matchOnDetail = false;
		pick.placeholder = start.kind === 'mentions' ? vscode.l10n.t('Type to search for something else') : this.#toPlaceholder();
		this.#disposables.push(
			pick.onDidChangeValue((value) => this.#onValue(value)),
			pick.onDidChangeActive(([item]) => this.#onActive(item)),
			pick.onDidAccept(() => this.#guard(this.#accept())),
			pick.onDidTriggerItemButton(({ item, button }) => this.#guard(this.#onButton(button, item))),
			pick.onDidTriggerButton((button) => this.#guard(this.#onButton(button, undefined))),
			options.scope.onDidChange(() => this.#followScope()),
			options.documents.onDidChangeStatus(() => this.#followReading()),
			pick.onDidHide(() => {
				this.#guard(this.close());
				onDone();
			}),
		);
		if (start.kind === 'mentions') {
			this.#subject = vscode.l10n.t('Mentions of “{0}”', toIconFreeLabel(start.term, 80));
			pick.title = this.#subject;
			pick.show();
			this.#isLive = false;
			this.#questions.ask((library) => library.findMentions(start.term, maxMentions));
		} else {
			pick.value = start.query;
			// Not in the stable typings either: without it the words of before are not selected, and typing goes on behind them.
			(pick as { valueSelection?: readonly [number, number] }).valueSelection = [0, start.query.length];
			this.#showButtons();
			pick.title = vscode.l10n.t('Search Documents');
			pick.show();
			this.#ownValue = start.query;
			this.#schedule(start.query);
		}
	}

	/** Hides the list, and resolves when the writer is back where the search was opened, unless a passage was chosen. */
	close(): Promise<void> {
		this.#closing ??= this.#hide();
		return this.#closing;
	}

	/** Does what a key asks for, with the passage that the list stands on. */
	async run(action: SearchAction): Promise<void> {
		const [item] = this.#pick.activeItems;
		await this.#do(action === 'narrow' && this.#narrowed !== undefined ? 'leaveDocument' : action, item);
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	#onValue(value: string): void {
		if (value === this.#ownValue) {
			this.#ownValue = undefined;
			return;
		}
		this.#ownValue = undefined;
		this.#hasTyped = true;
		this.#steps.reset();
		this.#options.history.setLast(value);
		this.#leaveSubject();
		this.#schedule(value);
	}

	/** Types a query in the writer's place. */
	#setValue(query: string): void {
		this.#ownValue = query;
		this.#pick.value = query;
		this.#options.history.setLast(query);
		this.#leaveSubject();
		this.#schedule(query);
	}

	#leaveSubject(): void {
		if (this.#subject !== undefined) {
			this.#subject = undefined;
			this.#showButtons();
		}
	}

	#schedule(query: string): void {
		this.#list.noteTyping();
		const plain = query.trim();
		if (plain === '' || plain === helpQuery) {
			this.#questions.end();
			this.#pick.title = this.#toTitleLine(vscode.l10n.t('Search Documents'));
			this.#list.showItems(plain === helpQuery ? toHelpItems() : toRecentItems(this.#options.history.queries));
			this.#prepare();
			return;
		}
		const ask =
			(limit: number): Ask =>
			(library, cancel) => {
				this.#isLive = limit === firstHits;
				const scope = this.#narrowed?.scope ?? this.#options.scope.searchScope;
				return library.search(query, { limit, by: 'passage', isTyping: true, ...(scope && { scope }) }, cancel);
			};
		this.#askRest = () => this.#questions.askLater(ask(maxHits), restAfterMs);
		this.#questions.askSoon(ask(firstHits));
	}

	/** Asks for what a key may ask for, where nobody types; goes on where a key ended it. */
	#prepare(): void {
		this.#questions.prepare(async (library, cancel) => {
			for (; this.#preparedLetters < firstLetters.length; this.#preparedLetters++) {
				const letter = firstLetters.charAt(this.#preparedLetters);
				await library.search(letter, { limit: firstHits, by: 'passage', isTyping: true }, cancel);
			}
		});
	}

	/** While documents are still being read, the list grows with them; but not under somebody who moves in it. */
	#followReading(): void {
		const { status } = this.#options.documents;
		const isReady = status.phase === 'ready' || status.phase === 'stopped';
		if (this.#subject === undefined) {
			this.#pick.placeholder = this.#toPlaceholder();
		}
		const sinceMs = this.#questions.sinceLastMs;
		if (sinceMs !== undefined && !this.#list.hasMoved && (isReady || sinceMs >= followEveryMs)) {
			this.#questions.askAgain();
		}
	}

	#show(answer: SearchAnswer): void {
		const correction = toCorrectionLine(answer, vscode.l10n.t);
		const line = answer.hits.length === 0 ? vscode.l10n.t('Search Documents') : toResultLine(answer, vscode.l10n.t, vscode.env.language);
		this.#pick.title = this.#toTitleLine(this.#subject, line, correction);
		this.#list.show(answer, this.#isLive);
		if (!this.#hasTyped) {
			// What stood in the box when it opened is selected: the next key is the first letter of something else.
			this.#prepare();
		}
		if (this.#isLive && answer.hits.length > 1) {
			this.#askRest?.();
		}
	}

	/** What the lines say beyond an answer. */
	get #listedIn(): Omit<ListedIn, 'unfolded' | 'isLive'> {
		return {
			documents: this.#options.documents,
			scope: this.#subject === undefined ? this.#options.scope : undefined,
			documentTitle: this.#narrowed?.title,
			canShowAll: this.#subject === undefined,
		};
	}

	#toTitleLine(...parts: readonly (string | undefined)[]): string {
		const place = this.#narrowed && vscode.l10n.t('in “{0}”', this.#narrowed.title);
		return [...parts, place].filter((part) => part !== undefined).join(' · ');
	}

	#onActive(item: SearchItem | undefined): void {
		this.#preview.cancel();
		this.#list.noteActive(item);
		// Lines that come while somebody moves would take them back to where they were when these were asked for.
		this.#questions.noteMove();
		// Nobody can move to the only line there is; so that one is shown after a while.
		const isOnly = this.#pick.items.length === 1;
		if (isHitItem(item) && (this.#list.hasMoved || this.#preview.isShown || isOnly)) {
			this.#preview.showSoon(item.hit, isOnly);
		}
	}

	async #accept(): Promise<void> {
		const [item] = this.#pick.activeItems;
		if (isNoticeItem(item)) {
			await this.#follow(item);
		} else if (isQueryItem(item)) {
			this.#setValue(item.query);
		} else if (isHitItem(item)) {
			await this.#leave();
			await this.#preview.open(item.hit);
		}
	}

	async #follow({ action }: NoticeItem): Promise<void> {
		if (action === 'searchAll' || action === 'leaveDocument' || action === 'showAll') {
			await this.#do(action, undefined);
			return;
		}
		this.#pick.hide();
		await vscode.commands.executeCommand(action === 'showCoverage' ? commandIds.showCoverage : `${viewIds.documents}.focus`);
	}

	async #onButton(button: vscode.QuickInputButton, item: SearchItem | undefined): Promise<void> {
		if (isSearchButton(button)) {
			await this.#do(button.action, item);
		}
	}

	async #do(action: SearchAction, item: SearchItem | undefined): Promise<void> {
		if (!isHitAction(action)) {
			await this.#doWithList(action, item);
		} else if (isHitItem(item)) {
			await this.#doWithHit(action, item.hit);
		}
	}

	async #doWithList(action: ListAction, item: SearchItem | undefined): Promise<void> {
		const { history, scope } = this.#options;
		switch (action) {
			case 'searchAll':
				await scope.turn(false);
				break;
			case 'leaveDocument':
				this.#narrow(undefined);
				break;
			case 'showAll': {
				const query = this.#pick.value;
				if (query.trim() !== '' && query.trim() !== helpQuery) {
					const documentIds = this.#narrowed && [...this.#narrowed.scope.ids];
					await this.#leave();
					await this.#preview.restore();
					await vscode.commands.executeCommand(privateCommandIds.showResults, { query, ...(documentIds && { documentIds }) });
				}
				break;
			}
			case 'showHistory':
				this.#setValue('');
				break;
			case 'showHelp':
				this.#setValue(helpQuery);
				break;
			case 'olderQuery':
				this.#step('older');
				break;
			case 'newerQuery':
				this.#step('newer');
				break;
			case 'removeQuery':
				if (isQueryItem(item)) {
					await history.remove(item.query);
					this.#list.showItems(toRecentItems(history.queries));
				}
				break;
		}
	}

	async #doWithHit(action: HitAction, hit: SearchHit): Promise<void> {
		const { history, quotations } = this.#options;
		const note = this.#preview.origin.noteEditor;
		if (action === 'showLike') {
			this.#list.toggleLike(hit);
		} else if (action === 'narrow') {
			this.#narrow(hit);
		} else if (action === 'openToSide') {
			await this.#leave();
			await this.#preview.restore();
			await this.#preview.open(hit, { viewColumn: vscode.ViewColumn.Beside });
		} else if (action === 'insertQuotation' && note !== undefined) {
			await this.#leave();
			await this.#preview.restore();
			await quotations.insert(hit, vscode.window.activeTextEditor ?? note);
		} else {
			// Without a note there is nothing to insert into.
			await quotations.copy(hit, note?.document);
			await history.add(this.#pick.value);
			this.#pick.hide();
		}
	}

	/** Searches in the document of this passage only, or in all again. */
	#narrow(hit: SearchHit | undefined): void {
		const summary = hit && this.#options.documents.get(hit.documentId);
		this.#narrowed =
			hit === undefined
				? undefined
				: {
						title: toIconFreeLabel(summary === undefined ? (hit.title ?? '') : toTitle(summary, 60), 60),
						scope: { kind: 'only', ids: new Set([hit.documentId]) },
					};
		this.#leaveSubject();
		this.#showButtons();
		this.#schedule(this.#pick.value);
	}

	#step(by: 'older' | 'newer'): void {
		const query = this.#steps.step(by, this.#pick.value, this.#options.history.queries);
		if (query !== undefined) {
			this.#setValue(query);
		}
	}

	/** Hides the list for a passage or a view that was chosen. */
	async #leave(): Promise<void> {
		this.#isAccepted = true;
		await this.#options.history.add(this.#pick.value);
		this.#pick.hide();
	}

	async #hide(): Promise<void> {
		this.#questions.end();
		this.#preview.cancel();
		this.#pick.hide();
		if (!this.#isAccepted && this.#preview.isShown) {
			await this.#options.history.add(this.#pick.value);
			await this.#preview.restore();
		}
		await this.#options.history.keepLast();
	}

	/** All that matches in a document. */
	async #askAll(documentId: string): Promise<SearchAnswer | undefined> {
		const query = this.#subject === undefined ? this.#list.answer?.query : undefined;
		return query === undefined
			? this.#list.answer
			: this.#options.host.library?.search(query, {
					limit: maxMarkedPassages,
					by: 'passage',
					isTyping: true,
					scope: { kind: 'only', ids: new Set([documentId]) },
				});
	}

	/** Another scope is another answer, to everything but mentions: those are of all documents. */
	#followScope(): void {
		this.#showButtons();
		if (this.#subject === undefined) {
			this.#pick.placeholder = this.#toPlaceholder();
			this.#questions.askAgain();
		}
	}

	#showButtons(): void {
		this.#pick.buttons = listButtons({
			isInOneDocument: this.#narrowed !== undefined,
			isInScope: this.#options.scope.isOn,
			isQuery: this.#subject === undefined,
		});
	}

	#toPlaceholder(): string {
		const { documents, scope } = this.#options;
		const included = scope.searchScope === undefined ? undefined : scope.includedCount;
		return toPlaceholder(documents.size, included, vscode.l10n.t, vscode.env.language);
	}

	#guard(work: Promise<unknown>): void {
		work.catch((error: unknown) => {
			if (!Cancelled.is(error)) {
				this.#options.reportFailure(error);
			}
		});
	}
}
