import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import type { Range } from '../../text/range.ts';
import { toRange } from '../convert.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { OpenContent } from './openContents.ts';
import type { ShownText } from './shownText.ts';

/** What is marked in a shown document: the passage that was asked for, and the words in it. */
export interface Marks {
	readonly passage: Range;
	readonly words: readonly Range[];
}

/** More pages or headings than this are not drawn: decorations are one object each. */
const maxDecorations = 5_000;

/** Draws pages, headings, quotations and marks over the shown text, which itself is never changed. */
export class ReaderMarks implements Disposable {
	readonly #passage = vscode.window.createTextEditorDecorationType({
		backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
		// High contrast themes have no such background, and borders in its place; where they have none it is transparent.
		border: '1px dotted',
		borderColor: new vscode.ThemeColor('editor.rangeHighlightBorder'),
	});
	readonly #word = vscode.window.createTextEditorDecorationType({
		backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
		border: '1px solid',
		borderColor: new vscode.ThemeColor('editor.findMatchHighlightBorder'),
		overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
		overviewRulerLane: vscode.OverviewRulerLane.Center,
	});
	readonly #heading = vscode.window.createTextEditorDecorationType({ fontWeight: 'bold' });
	readonly #quote = vscode.window.createTextEditorDecorationType({ fontStyle: 'italic' });
	readonly #page = vscode.window.createTextEditorDecorationType({
		before: {
			color: new vscode.ThemeColor('editorCodeLens.foreground'),
			backgroundColor: new vscode.ThemeColor('textBlockQuote.background'),
			margin: '0 0.8em 0 0',
			fontStyle: 'normal',
			fontWeight: 'normal',
		},
	});

	/** Draws what the document has of itself. */
	drawStructure(editor: vscode.TextEditor, { content, shown }: OpenContent): void {
		const { document } = editor;
		editor.setDecorations(
			this.#heading,
			content.headings.slice(0, maxDecorations).map((heading) => toRange(document, shown.toShown(heading))),
		);
		editor.setDecorations(
			this.#quote,
			content.quotes.slice(0, maxDecorations).map((quote) => toRange(document, shown.toShown(quote))),
		);
		editor.setDecorations(
			this.#page,
			content.pages.slice(0, maxDecorations).map((page) => ({
				range: toRange(document, shown.toShown({ start: page.start, end: page.start })),
				renderOptions: { before: { contentText: ` ${vscode.l10n.t('p. {0}', toPlainLabel(page.label, 20))} ` } },
			})),
		);
	}

	drawMarks(editor: vscode.TextEditor, shown: ShownText, marks: Marks | undefined): void {
		const { document } = editor;
		const isPassage = marks !== undefined && marks.passage.end > marks.passage.start;
		editor.setDecorations(this.#passage, isPassage ? [toRange(document, shown.toShown(marks.passage))] : []);
		editor.setDecorations(
			this.#word,
			(marks?.words ?? []).slice(0, maxDecorations).map((word) => toRange(document, shown.toShown(word))),
		);
	}

	dispose(): void {
		for (const type of [this.#passage, this.#word, this.#heading, this.#quote, this.#page]) {
			type.dispose();
		}
	}
}
