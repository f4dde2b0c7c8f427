import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { toRange } from '../convert.ts';
import { coverageScheme, readerScheme } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { toNoteCard } from '../termHover/noteCard.ts';
import type { NoteTerms } from '../termHover/noteTerms.ts';
import { choosePlaces, type Footing, footingOf, isUnderlined } from './underlineChoice.ts';

/** After the last keystroke, so that nothing flickers while somebody writes. */
const afterEditMs = 500;
/** After anything else: a note that opens, new terms. */
const afterOpenMs = 80;
const afterScrollMs = 60;
/** Lines above and below what is seen that are drawn as well, so that a slow scroll finds them there. */
const marginLines = 30;
/** A longer note is a data file. */
const maxNoteLength = 1024 * 1024;

/** A place to underline; what it rests on is told when it is first drawn. */
interface Place {
	readonly range: vscode.Range;
	/** `undefined`: nothing is drawn. */
	toFooting(): Footing | undefined;
}

/**
 * Draws a faint line under key terms of notes: dotted for what several documents tell alike, dashed for what one document tells, waved where they
 * differ. Only what can be seen is drawn, and nothing on the line that is being written.
 */
export class TermUnderlines implements Disposable {
	readonly #terms: NoteTerms;
	readonly #settings: Settings;
	readonly #types: ReadonlyMap<Footing, vscode.TextEditorDecorationType>;
	readonly #places = new Map<string, readonly Place[]>();
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #typedLines = new Map<string, number>();
	readonly #disposables: Disposable[];
	#scrollTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(terms: NoteTerms, settings: Settings) {
		this.#terms = terms;
		this.#settings = settings;
		this.#types = new Map([
			['several', toType('dotted', 'dossier-termUnderline')],
			['single', toType('dashed', 'dossier-termUnderline')],
			['contested', toType('wavy', 'dossier-contestedTermUnderline')],
		]);
		this.#disposables = [
			...this.#types.values(),
			terms.onDidChange(() => this.#lookAtVisible()),
			settings.onDidChange((change) => {
				if (change.affectsConfiguration('dossier.terms') || change.affectsConfiguration('dossier.hover.languages')) {
					this.#lookAtVisible();
				}
			}),
			vscode.window.onDidChangeVisibleTextEditors(() => this.#lookAtVisible()),
			vscode.window.onDidChangeTextEditorVisibleRanges(() => {
				clearTimeout(this.#scrollTimer);
				this.#scrollTimer = setTimeout(() => this.#drawVisible(), afterScrollMs);
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#leaveTypedLine(textEditor)),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.#noteTyping(document, contentChanges)),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.#places.delete(uri.toString());
				this.#typedLines.delete(uri.toString());
			}),
		];
		this.#lookAtVisible();
	}

	/** What is drawn in an editor now, by footing: for the editor suite, which cannot see. */
	drawnIn(editor: vscode.TextEditor): readonly { readonly range: vscode.Range; readonly footing: Footing }[] {
		return this.#toDraw(editor);
	}

	dispose(): void {
		clearTimeout(this.#scrollTimer);
		for (const timer of this.#timers.values()) {
			clearTimeout(timer);
		}
		disposeAll(this.#disposables);
	}

	#isNote({ uri, languageId }: vscode.TextDocument): boolean {
		return (
			![readerScheme, coverageScheme, 'output', 'git'].includes(uri.scheme) && this.#settings.values.hoverLanguages.includes(languageId)
		);
	}

	#lookAtVisible(): void {
		for (const document of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document))) {
			this.#lookAtSoon(document, afterOpenMs);
		}
	}

	#lookAtSoon(document: vscode.TextDocument, delayMs: number): void {
		const key = document.uri.toString();
		clearTimeout(this.#timers.get(key));
		if (!this.#isNote(document) && !this.#places.has(key)) {
			return;
		}
		this.#timers.set(
			key,
			setTimeout(() => {
				this.#timers.delete(key);
				// What fails here is an own fault that the hover tells of too; a line less is no harm.
				this.#lookAt(document).catch(() => undefined);
			}, delayMs),
		);
	}

	async #lookAt(document: vscode.TextDocument): Promise<void> {
		const key = document.uri.toString();
		const mode = this.#settings.values.underline;
		const isLooked = mode !== 'off' && this.#isNote(document) && document.getText().length <= maxNoteLength && !document.isClosed;
		const all = isLooked ? await this.#terms.findAll(document) : undefined;
		if (isLooked && all === undefined) {
			// The note changed meanwhile, which asks anew by itself, or there are no terms yet.
			return;
		}
		const places = choosePlaces(all?.found ?? [], mode).map((term): Place => {
			let footing: Footing | undefined;
			let isKnown = false;
			return {
				range: toRange(document, term),
				toFooting: () => {
					if (!isKnown && all !== undefined) {
						isKnown = true;
						const known = all.getCard(term);
						const card = known && toNoteCard(known, key);
						footing = card !== undefined && isUnderlined(card, mode) ? footingOf(card) : undefined;
					}
					return footing;
				},
			};
		});
		this.#places.set(key, places);
		this.#drawVisible(document);
	}

	#drawVisible(only?: vscode.TextDocument): void {
		for (const editor of vscode.window.visibleTextEditors) {
			if (only === undefined || editor.document === only) {
				this.#draw(editor);
			}
		}
	}

	#draw(editor: vscode.TextEditor): void {
		const key = editor.document.uri.toString();
		// While an edit waits to be looked at, places count in the note before it; the editor itself moves what is drawn.
		if (!this.#places.has(key) || this.#timers.has(key)) {
			return;
		}
		const drawn = this.#toDraw(editor);
		for (const [footing, type] of this.#types) {
			editor.setDecorations(
				type,
				drawn.filter((place) => place.footing === footing).map(({ range }) => range),
			);
		}
	}

	#toDraw(editor: vscode.TextEditor): { readonly range: vscode.Range; readonly footing: Footing }[] {
		const key = editor.document.uri.toString();
		const typed = this.#typedLines.get(key);
		const isSeen = ({ start, end }: vscode.Range) =>
			editor.visibleRanges.some((seen) => end.line >= seen.start.line - marginLines && start.line <= seen.end.line + marginLines);
		return (this.#places.get(key) ?? []).flatMap(({ range, toFooting }) => {
			const isTyped = typed !== undefined && range.start.line <= typed && typed <= range.end.line;
			const footing = isTyped || !isSeen(range) ? undefined : toFooting();
			return footing === undefined ? [] : [{ range, footing }];
		});
	}

	#noteTyping(document: vscode.TextDocument, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
		const last = changes[0];
		if (last === undefined || !this.#isNote(document)) {
			return;
		}
		const lines = last.text.split('\n').length - 1;
		this.#typedLines.set(document.uri.toString(), last.range.start.line + lines);
		this.#lookAtSoon(document, afterEditMs);
	}

	/** Once the caret stands on another line, the line that was typed is as good as the others. */
	#leaveTypedLine(editor: vscode.TextEditor): void {
		const key = editor.document.uri.toString();
		const typed = this.#typedLines.get(key);
		if (typed !== undefined && editor.selection.active.line !== typed) {
			this.#typedLines.delete(key);
			this.#draw(editor);
		}
	}
}

/** Lines as CSS draws them under words; `color` names one of our theme colours by its CSS variable. */
function toType(style: 'dotted' | 'dashed' | 'wavy', color: string): vscode.TextEditorDecorationType {
	return vscode.window.createTextEditorDecorationType({
		textDecoration: `underline ${style} var(--vscode-${color}) 1px; text-underline-offset: 3px`,
		rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
	});
}
