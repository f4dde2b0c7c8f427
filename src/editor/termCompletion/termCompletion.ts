import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { Turns } from '../../service/turns.ts';
import type { TermRow } from '../../terms/termRow.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { toMarkdownTerm, toPlainTerm } from '../noteMarkdown.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { Settings } from '../settings.ts';
import { toKindWord, toMentionCount } from '../termHover/receiptWords.ts';
import type { TermList } from '../termList.ts';
import { type Suggestion, SuggestionIndex } from './termSuggestions.ts';

/** VS Code asks for completions some ten milliseconds after a letter was typed; a person needs longer to press Ctrl+Space. */
const typingMs = 120;
const sliceMs = 8;

/**
 * Offers terms while a note is written: on Ctrl+Space, or while typing if the setting says so. The form is written as the documents have it; a
 * Korean particle behind it becomes the one that it asks for.
 */
export class TermCompletion implements vscode.CompletionItemProvider, Disposable {
	readonly #list: TermList;
	readonly #settings: Settings;
	readonly #turns = new Turns(sliceMs);
	readonly #disposables: Disposable[];
	#registration: Disposable | undefined;
	#rows: readonly TermRow[] | undefined;
	#index: Promise<SuggestionIndex> | undefined;
	#lastEditMs = Number.NEGATIVE_INFINITY;

	constructor(list: TermList, settings: Settings) {
		this.#list = list;
		this.#settings = settings;
		this.#disposables = [
			settings.onDidChange((change) => {
				if (change.affectsConfiguration('dossier.terms') || change.affectsConfiguration('dossier.hover.languages')) {
					this.#register();
				}
			}),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				// Logs grow without anybody typing.
				if (document.uri.scheme !== 'output') {
					this.#lastEditMs = performance.now();
				}
			}),
		];
		this.#register();
	}

	async provideCompletionItems(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
		{ triggerKind }: vscode.CompletionContext,
	): Promise<vscode.CompletionList | undefined> {
		const { completion } = this.#settings.values;
		// A list that was asked for goes on while somebody types.
		const goesOn = triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
		if (completion === 'onRequest' && !goesOn && this.#isTyping(document)) {
			return undefined;
		}
		const index = await this.#getIndex();
		if (token.isCancellationRequested) {
			return undefined;
		}
		const { text } = document.lineAt(position.line);
		const items = index
			.suggest(text, position.character)
			.map((suggestion, rank) => toItem(suggestion, rank, { line: position.line, isMarkdown: document.languageId === 'markdown' }));
		// Two letters begin more terms than are listed: with the next letter it is asked again.
		return new vscode.CompletionList(items, items.length > 0);
	}

	dispose(): void {
		this.#registration?.dispose();
		disposeAll(this.#disposables);
	}

	#register(): void {
		this.#registration?.dispose();
		const { completion, hoverLanguages } = this.#settings.values;
		this.#registration =
			completion === 'off'
				? undefined
				: vscode.languages.registerCompletionItemProvider(
						hoverLanguages.map((language) => ({ language })),
						this,
					);
	}

	/** VS Code does not tell whether somebody asked or only typed: where it never asks by itself, somebody asked; else a letter comes just before. */
	#isTyping(document: vscode.TextDocument): boolean {
		const quick = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
		const isQuiet =
			quick === false ||
			(typeof quick === 'object' && quick !== null && 'other' in quick && (quick.other === 'off' || quick.other === false));
		return !isQuiet && performance.now() - this.#lastEditMs < typingMs;
	}

	async #getIndex(): Promise<SuggestionIndex> {
		const rows = await this.#list.get();
		if (rows !== this.#rows || this.#index === undefined) {
			this.#rows = rows;
			this.#index = this.#turns.run(SuggestionIndex.makeInSteps(rows));
		}
		return this.#index;
	}
}

function toItem(
	{ row, form, text, range, typed }: Suggestion,
	rank: number,
	{ line, isMarkdown }: { readonly line: number; readonly isMarkdown: boolean },
): vscode.CompletionItem {
	const isSame = row.term === form;
	const stands = isSame ? row.expansion : row.term;
	const item = new vscode.CompletionItem(
		{ label: toPlainLabel(form, 120), ...(stands === null ? {} : { description: toPlainLabel(stands, 80) }) },
		vscode.CompletionItemKind.Text,
	);
	item.insertText = isMarkdown ? toMarkdownTerm(text) : toPlainTerm(text);
	item.range = new vscode.Range(line, range.start, line, range.end);
	// It fits by its folded letters, which the editor does not fold: what is compared begins as it was typed.
	item.filterText = typed + form.slice(typed.length);
	item.sortText = String(rank).padStart(4, '0');
	const words = { translate: vscode.l10n.t, locale: vscode.env.language, sourceOf: () => undefined };
	const kind = row.isOwn ? vscode.l10n.t('your glossary') : toKindWord(row.kind, vscode.l10n.t);
	item.detail = [...(kind === undefined ? [] : [kind]), ...(row.mentions === 0 ? [] : [toMentionCount(row, words)])].join(' · ');
	if (stands !== null) {
		item.documentation = new vscode.MarkdownString(`**${escapeMarkdown(form, 120)}** · ${escapeMarkdown(stands, 200)}`);
	}
	return item;
}
