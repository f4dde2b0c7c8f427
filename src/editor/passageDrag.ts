import * as vscode from 'vscode';
import type { SearchHit } from '../service/library.ts';
import type { HitQuotations } from './hitQuotation.ts';
import { placeDropped } from './insertion.ts';

/** What dragged passages carry: which drag of ours they are. Their text stays here. */
const passagesMime = 'application/vnd.dossier.passages';
/** What is dragged into a note is meant to be read there; more is an export. */
const maxPassages = 50;

/** Lets found passages be dragged out of views into a text, where they become quotations with their source: one edit, so one undo. */
export class PassageDrag implements vscode.DocumentDropEditProvider, vscode.Disposable {
	readonly #quotations: HitQuotations;
	readonly #registration: vscode.Disposable;
	#dragCount = 0;
	#dragged: readonly SearchHit[] = [];

	constructor(quotations: HitQuotations) {
		this.#quotations = quotations;
		this.#registration = vscode.languages.registerDocumentDropEditProvider('*', this, {
			dropMimeTypes: [passagesMime],
			providedDropEditKinds: [toKind()],
		});
	}

	/** For a view whose lines are `T`: `toHits` gives the passages of those that are dragged. */
	controllerOf<T>(toHits: (nodes: readonly T[]) => readonly SearchHit[]): vscode.TreeDragAndDropController<T> {
		return {
			dragMimeTypes: [passagesMime],
			dropMimeTypes: [],
			handleDrag: (nodes, transfer) => {
				const hits = toHits(nodes);
				if (hits.length > maxPassages) {
					vscode.window.setStatusBarMessage(
						vscode.l10n.t('Only the first {0} passages come along; export more of them to a file', maxPassages),
						6_000,
					);
				}
				if (hits.length > 0) {
					this.#dragged = hits.slice(0, maxPassages);
					transfer.set(passagesMime, new vscode.DataTransferItem(String(++this.#dragCount)));
				}
			},
		};
	}

	async provideDocumentDropEdits(
		note: vscode.TextDocument,
		position: vscode.Position,
		transfer: vscode.DataTransfer,
	): Promise<vscode.DocumentDropEdit | undefined> {
		// Another window's drag, or one of before: nothing of ours.
		if ((await transfer.get(passagesMime)?.asString()) !== String(this.#dragCount)) {
			return undefined;
		}
		const citations: string[] = [];
		for (const hit of this.#dragged) {
			citations.push((await this.#quotations.cite(hit, note)) ?? '');
		}
		const text = citations.filter((citation) => citation !== '').join('\n\n');
		if (text === '') {
			return undefined;
		}
		const line = note.lineAt(position.line).text;
		const placed = placeDropped(text, { before: line.slice(0, position.character), after: line.slice(position.character) });
		const edit = new vscode.DocumentDropEdit(placed.replaceAll('\n', note.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'));
		edit.title = vscode.l10n.t('Insert Quotation with Source');
		edit.kind = toKind();
		return edit;
	}

	dispose(): void {
		this.#registration.dispose();
	}
}

function toKind(): vscode.DocumentDropOrPasteEditKind {
	return vscode.DocumentDropOrPasteEditKind.Text.append('quotation', 'dossier');
}
