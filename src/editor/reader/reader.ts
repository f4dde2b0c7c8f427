import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { toRange } from '../convert.ts';
import { toTitle } from '../documentTitle.ts';
import { readerScheme } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { OpenContents } from './openContents.ts';
import { type Marks, ReaderMarks } from './readerMarks.ts';
import { fromReaderUri, toReaderPath } from './readerUri.ts';
import { ShownText } from './shownText.ts';

/** How a document is to be shown. */
export interface ShowOptions {
	readonly viewColumn?: vscode.ViewColumn;
	/** In the tab that the next preview replaces. */
	readonly preview?: boolean;
	readonly preserveFocus?: boolean;
	/** Words to mark, in the passage or all through the document. */
	readonly words?: readonly Range[];
}

/** Shows documents as read-only text under our own scheme: the clean text, endless paragraphs broken, with pages and marks drawn over it. */
export class Reader implements vscode.TextDocumentContentProvider, Disposable {
	readonly #documents: KnownDocuments;
	readonly #contents: OpenContents;
	readonly #marks = new ReaderMarks();
	readonly #marksOf = new Map<string, Marks>();
	#findWords: ((id: string) => Promise<readonly Range[]>) | undefined;
	readonly #changeEmitter = new vscode.EventEmitter<vscode.Uri>();
	readonly #disposables: Disposable[];

	readonly onDidChange = this.#changeEmitter.event;

	constructor(documents: KnownDocuments, contents: OpenContents) {
		this.#documents = documents;
		this.#contents = contents;
		this.#disposables = [
			this.#marks,
			this.#changeEmitter,
			vscode.workspace.registerTextDocumentContentProvider(readerScheme, this),
			vscode.window.onDidChangeVisibleTextEditors((editors) => this.#drawAll(editors)),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (document.uri.scheme === readerScheme) {
					this.#drawAll(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
				}
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#marksOf.delete(uri.toString())),
			documents.onDidChange(({ upserted }) => this.#refreshOpen(new Set(upserted.map(({ id }) => id)))),
		];
	}

	async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
		const id = fromReaderUri(uri);
		return id === undefined ? undefined : (await this.#contents.get(id))?.shown.text;
	}

	/** The URI under which a document is shown now: the one that is open already if it is, though its title has changed since. */
	toUri(id: string): vscode.Uri | undefined {
		const summary = this.#documents.get(id);
		if (summary === undefined) {
			return undefined;
		}
		const open = vscode.workspace.textDocuments.find((document) => !document.isClosed && fromReaderUri(document.uri) === id);
		const folder = this.#documents.folders.find(({ uri }) => uri === summary.folder);
		return open?.uri ?? vscode.Uri.from({ scheme: readerScheme, path: toReaderPath(folder?.name ?? '', toTitle(summary)), query: id });
	}

	/** Opens the document at the range, marks it, and puts the caret at the first word in it. `undefined` if the library does not know it. */
	async show(id: string, range: Range, options: ShowOptions = {}): Promise<vscode.TextEditor | undefined> {
		const uri = this.toUri(id);
		if (uri === undefined) {
			return undefined;
		}
		const document = await vscode.workspace.openTextDocument(uri);
		const words = options.words ?? [];
		this.#marksOf.set(uri.toString(), { passage: range, words });
		const shown = (await this.#contents.get(id))?.shown ?? new ShownText(document.getText(), []);
		const first = words.find((word) => overlaps(word, range)) ?? range;
		const caret = document.positionAt(shown.toShown(first).start);
		const editor = await vscode.window.showTextDocument(document, {
			preview: options.preview ?? true,
			preserveFocus: options.preserveFocus ?? false,
			selection: new vscode.Range(caret, caret),
			...(options.viewColumn === undefined ? {} : { viewColumn: options.viewColumn }),
		});
		// In the middle even where it can be seen already: the list of results covers the upper half.
		editor.revealRange(toRange(document, shown.toShown(first)), vscode.TextEditorRevealType.InCenter);
		this.#draw(editor);
		return editor;
	}

	/** Marks more words in a document that was shown with these `words`, unless it was shown with others since. */
	markAlso(id: string, words: readonly Range[], others: readonly Range[]): void {
		const key = this.toUri(id)?.toString() ?? '';
		const marks = this.#marksOf.get(key);
		if (marks?.words === words && others.length > 0) {
			this.#marksOf.set(key, { ...marks, words: [...words, ...others] });
			this.#drawAll(vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === key));
		}
	}

	/**
	 * Marks words in every document that is shown without words of its own, now and later, until something else is marked so. `undefined`
	 * ends it, and takes away all marks of before: what they were of is no longer asked for.
	 */
	markEverywhere(findWords: ((id: string) => Promise<readonly Range[]>) | undefined): void {
		this.#findWords = findWords;
		if (findWords === undefined) {
			this.#marksOf.clear();
		}
		this.#drawAll(vscode.window.visibleTextEditors);
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	#refreshOpen(changedIds: ReadonlySet<string>): void {
		for (const document of vscode.workspace.textDocuments) {
			const id = fromReaderUri(document.uri);
			if (id !== undefined && changedIds.has(id)) {
				// The marks counted in the text of before.
				this.#marksOf.delete(document.uri.toString());
				this.#changeEmitter.fire(document.uri);
			}
		}
	}

	#drawAll(editors: readonly vscode.TextEditor[]): void {
		for (const editor of editors) {
			if (editor.document.uri.scheme === readerScheme) {
				this.#draw(editor);
			}
		}
	}

	#draw(editor: vscode.TextEditor): void {
		const id = fromReaderUri(editor.document.uri);
		if (id === undefined) {
			return;
		}
		const own = this.#marksOf.get(editor.document.uri.toString());
		const findWords = own === undefined || own.words.length === 0 ? this.#findWords : undefined;
		Promise.all([this.#contents.get(id), findWords?.(id)]).then(
			([open, words]) => {
				// While a change is on its way the shown text is another; the change draws anew. So does what is marked since.
				const isLatest =
					own === this.#marksOf.get(editor.document.uri.toString()) && (words === undefined || findWords === this.#findWords);
				if (open !== undefined && isLatest && open.shown.text === editor.document.getText()) {
					const marks = words === undefined || words.length === 0 ? own : { passage: own?.passage ?? { start: 0, end: 0 }, words };
					this.#marks.drawMarks(editor, open.shown, marks);
					this.#marks.drawStructure(editor, open);
				}
			},
			() => undefined,
		);
	}
}
