import * as vscode from 'vscode';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SearchAnswer, SearchHit } from '../../service/library.ts';
import { viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import type { Reader } from '../reader/reader.ts';
import type { ChosenScope } from '../searchScope.ts';
import { type Origin, rememberOrigin } from './origin.ts';
import {
	copyQuotationButton,
	isHitItem,
	isNoticeItem,
	openBesideButton,
	type SearchItem,
	searchAllButton,
	toSearchItems,
} from './searchItems.ts';
import { toCorrectionLine, toPlaceholder, toResultLine } from './searchWords.ts';

/** Between the last key and the question. Typing comes every 100 ms or so; this only joins what comes at once. */
const debounceMs = 25;
/** Between moving and the preview, so that holding an arrow key does not open every document on the way. */
const previewDelayMs = 60;
/** Before the only result is previewed, long enough to type on. */
const onlyPreviewDelayMs = 350;
/** While documents are being read, the list is asked for anew this often. */
const followEveryMs = 1_000;
/** A document may be found before the editor is told of it, which happens a few times a second. */
const newDocumentLimitMs = 1_000;
/** Nobody scrolls further in a list of this kind; the title line still tells how many there are. */
const maxHits = 100;

/** What one search needs of the rest. */
export interface SearchPickerOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly copyHit: (hit: SearchHit, note: vscode.TextDocument | undefined) => Promise<void>;
	readonly reportFailure: (error: unknown) => void;
}

type Ask = (library: NonNullable<LibraryHost['library']>, cancel: { readonly isCancellationRequested: boolean }) => Promise<SearchAnswer>;

/** What the list starts with: a query that is run at once, or all mentions of a term. */
export type SearchStart = { readonly kind: 'query'; readonly query: string } | { readonly kind: 'mentions'; readonly term: string };

/**
 * One search, from opening the box to Enter or Esc. Results while typing; moving through them previews in the reader; Enter opens there; Esc
 * leads back to the note and caret. `onQuery` hears the last query, to be offered the next time.
 */
export class SearchPicker implements Disposable {
	readonly #options: SearchPickerOptions;
	readonly #pick = vscode.window.createQuickPick<SearchItem>();
	readonly #origin: Origin = rememberOrigin();
	readonly #disposables: Disposable[] = [this.#pick];
	#cancel = { isCancellationRequested: false };
	#lastAsk: Ask | undefined;
	#lastAskMs = 0;
	#searchTimer: ReturnType<typeof setTimeout> | undefined;
	#previewTimer: ReturnType<typeof setTimeout> | undefined;
	/** Previews come one after another; the last one is waited for before the editor of before is brought back. */
	#previewing: Promise<unknown> = Promise.resolve();
	#hasPreview = false;
	#hasMoved = false;
	#isAccepted = false;
	#closing: Promise<void> | undefined;
	/** What the list is of, until something is typed. */
	#subject: string | undefined;

	constructor(options: SearchPickerOptions, start: SearchStart, onQuery: (query: string) => void, onDone: () => void) {
		this.#options = options;
		const pick = this.#pick;
		// Not in the stable typings (microsoft/vscode#73904); without it the list is sorted anew by how labels match.
		(pick as { sortByLabel?: boolean }).sortByLabel = false;
		pick.matchOnDescription = false;
		pick.matchOnDetail = false;
		pick.placeholder = start.kind === 'mentions' ? vscode.l10n.t('Type to search for something else') : this.#toPlaceholder();
		this.#disposables.push(
			pick.onDidChangeValue((value) => {
				onQuery(value);
				this.#subject = undefined;
				this.#schedule(value);
			}),
			pick.onDidChangeActive(([item]) => this.#onActive(item)),
			pick.onDidAccept(() => this.#guard(this.#accept())),
			pick.onDidTriggerItemButton(({ item, button }) => this.#guard(this.#onButton(item, button))),
			pick.onDidTriggerButton(() => this.#guard(options.scope.turn(false))),
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
			this.#guard(this.#run((library) => library.findMentions(start.term, maxHits)));
		} else {
			pick.value = start.query;
			pick.buttons = options.scope.isOn ? [searchAllButton] : [];
			pick.title = vscode.l10n.t('Search Documents');
			pick.show();
			this.#schedule(start.query);
		}
	}

	/** Hides the list, and resolves when the writer is back where the search was opened, unless a passage was chosen. */
	close(): Promise<void> {
		this.#closing ??= this.#hide();
		return this.#closing;
	}

	dispose(): void {
		this.#cancel.isCancellationRequested = true;
		clearTimeout(this.#searchTimer);
		clearTimeout(this.#previewTimer);
		disposeAll(this.#disposables);
	}

	#schedule(query: string): void {
		clearTimeout(this.#searchTimer);
		this.#searchTimer = setTimeout(() => {
			this.#guard(this.#run((library, cancel) => this.#search(library, query, cancel)));
		}, debounceMs);
	}

	/** While documents are still being read, the list grows with them; but not under somebody who moves in it. */
	#followReading(): void {
		const { status } = this.#options.documents;
		const isReady = status.phase === 'ready' || status.phase === 'stopped';
		if (this.#lastAsk === undefined || this.#hasMoved || (!isReady && performance.now() - this.#lastAskMs < followEveryMs)) {
			return;
		}
		if (this.#subject === undefined) {
			this.#pick.placeholder = this.#toPlaceholder();
		}
		this.#guard(this.#run(this.#lastAsk));
	}

	/** Asks, and shows the answer unless something else was asked since. */
	async #run(ask: Ask): Promise<void> {
		this.#lastAsk = ask;
		this.#lastAskMs = performance.now();
		this.#cancel.isCancellationRequested = true;
		const cancel = { isCancellationRequested: false };
		this.#cancel = cancel;
		const { library } = this.#options.host;
		if (library === undefined) {
			this.#pick.title = vscode.l10n.t('The library is not running; refresh it to start it again');
			return;
		}
		this.#pick.busy = true;
		try {
			const answer = await ask(library, cancel);
			if (!cancel.isCancellationRequested) {
				this.#show(answer);
			}
		} catch (error) {
			if (!Cancelled.is(error) && !cancel.isCancellationRequested) {
				throw error;
			}
		} finally {
			if (!cancel.isCancellationRequested) {
				this.#pick.busy = false;
			}
		}
	}

	#show(answer: SearchAnswer): void {
		const pick = this.#pick;
		const correction = toCorrectionLine(answer, vscode.l10n.t);
		const line = answer.hits.length === 0 ? vscode.l10n.t('Search Documents') : toResultLine(answer, vscode.l10n.t, vscode.env.language);
		this.#hasMoved = false;
		pick.title = [this.#subject, line, correction].filter((part) => part !== undefined).join(' · ');
		pick.items = toSearchItems(answer, this.#options.documents, this.#subject === undefined ? this.#options.scope : undefined);
	}

	#onActive(item: SearchItem | undefined): void {
		clearTimeout(this.#previewTimer);
		// The list makes its first line active by itself: that is no move, and no reason to open a document. Once one is open it keeps up.
		this.#hasMoved ||= item !== undefined && item !== this.#pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
		// Nobody can move to the only line there is; so that one is shown after a while.
		const isOnly = this.#pick.items.length === 1;
		if (!isHitItem(item) || !(this.#hasMoved || this.#hasPreview || isOnly)) {
			return;
		}
		this.#previewTimer = setTimeout(
			() => {
				this.#hasPreview = true;
				this.#previewing = this.#open(item.hit, { preview: true, preserveFocus: true }).catch(this.#options.reportFailure);
			},
			isOnly && !this.#hasPreview ? onlyPreviewDelayMs : previewDelayMs,
		);
	}

	async #accept(): Promise<void> {
		const [item] = this.#pick.activeItems;
		if (isNoticeItem(item) && item.action === 'searchAll') {
			await this.#options.scope.turn(false);
			return;
		}
		if (isNoticeItem(item)) {
			this.#pick.hide();
			await vscode.commands.executeCommand(`${viewIds.documents}.focus`);
			return;
		}
		if (!isHitItem(item)) {
			return;
		}
		this.#isAccepted = true;
		this.#pick.hide();
		await this.#previewing;
		await this.#open(item.hit, { preview: false });
	}

	async #onButton(item: SearchItem, button: vscode.QuickInputButton): Promise<void> {
		if (!isHitItem(item)) {
			return;
		}
		if (button === openBesideButton) {
			this.#isAccepted = true;
			this.#pick.hide();
			if (this.#hasPreview) {
				await this.#previewing;
				await this.#origin.restore();
			}
			await this.#open(item.hit, { preview: false, viewColumn: vscode.ViewColumn.Beside });
		} else if (button === copyQuotationButton) {
			await this.#options.copyHit(item.hit, this.#origin.note);
			this.#pick.hide();
		}
	}

	async #hide(): Promise<void> {
		clearTimeout(this.#searchTimer);
		clearTimeout(this.#previewTimer);
		this.#cancel.isCancellationRequested = true;
		this.#pick.hide();
		if (!this.#isAccepted && this.#hasPreview) {
			await this.#previewing;
			await this.#origin.restore();
		}
	}

	async #open(
		hit: SearchHit,
		how: { readonly preview: boolean; readonly preserveFocus?: boolean; readonly viewColumn?: vscode.ViewColumn },
	): Promise<void> {
		await this.#options.documents.waitFor(hit.documentId, newDocumentLimitMs);
		const viewColumn = how.viewColumn ?? this.#origin.viewColumn;
		await this.#options.reader.show(
			hit.documentId,
			{ start: hit.start, end: hit.end },
			{
				preview: how.preview,
				preserveFocus: how.preserveFocus ?? false,
				words: hit.highlights,
				...(viewColumn === undefined ? {} : { viewColumn }),
			},
		);
	}

	#search(library: NonNullable<LibraryHost['library']>, query: string, cancel: { readonly isCancellationRequested: boolean }) {
		const scope = this.#options.scope.searchScope;
		return library.search(query, { limit: maxHits, by: 'passage', isTyping: true, ...(scope && { scope }) }, cancel);
	}

	/** Another scope is another answer, to everything but mentions: those are of all documents. */
	#followScope(): void {
		this.#pick.buttons = this.#options.scope.isOn ? [searchAllButton] : [];
		if (this.#subject === undefined) {
			this.#pick.placeholder = this.#toPlaceholder();
			if (this.#lastAsk !== undefined) {
				this.#guard(this.#run(this.#lastAsk));
			}
		}
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
