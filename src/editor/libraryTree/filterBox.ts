import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { contextKeys } from '../ids.ts';
import { toIconFreeLabel } from '../plainLabel.ts';
import { toLanguageName } from './languageName.ts';
import { FilterTexts, TreeFilter } from './treeFilter.ts';
import { toKindName, toStateName } from './treeItems.ts';
import type { LibraryTreeProvider } from './treeProvider.ts';

/** Between the last key and the filtering: this only joins what comes at once. */
const debounceMs = 40;

const searchInsideButton: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('search'),
	tooltip: vscode.l10n.t('Search Inside the Documents'),
};

/** Narrows the tree to the documents that have some words, while they are typed. */
export class FilterBox implements Disposable {
	readonly #provider: LibraryTreeProvider;
	readonly #total: () => number;
	readonly #searchInside: (words: string) => Thenable<unknown>;
	readonly #texts = new FilterTexts((summary) => [
		toKindName(summary.kind),
		// As many write it: “email”, “ebook”.
		toKindName(summary.kind).replaceAll('-', ''),
		toStateName(summary.state),
		summary.language === null ? '' : toLanguageName(summary.language, vscode.env.language),
	]);
	#open: { readonly input: vscode.InputBox; readonly disposables: readonly Disposable[] } | undefined;

	/** `total` says how many documents there are; `searchInside` opens the search with some words. */
	constructor(provider: LibraryTreeProvider, total: () => number, searchInside: (words: string) => Thenable<unknown>) {
		this.#provider = provider;
		this.#total = total;
		this.#searchInside = searchInside;
	}

	/** The words of the filter that is on; `''` without one. */
	get text(): string {
		return this.#provider.view.filter?.text ?? '';
	}

	/** Shows the documents that have these words; all for none. Resolves when they show. */
	async filter(text: string): Promise<void> {
		const filter = new TreeFilter(text, this.#texts);
		await this.#provider.show({ filter: filter.isEmpty ? undefined : filter });
		await vscode.commands.executeCommand('setContext', contextKeys.isFiltered, !filter.isEmpty);
	}

	/** Asks for words. Enter keeps the filter, Esc brings back the one of before. Where nothing matches, Enter searches inside the documents. */
	show(): void {
		this.#close();
		const before = this.text;
		const input = vscode.window.createInputBox();
		input.title = vscode.l10n.t('Filter Documents');
		input.placeholder = vscode.l10n.t('Words of the title, author, site, path, date, language or kind');
		input.value = before;
		input.valueSelection = [0, before.length];
		input.buttons = [searchInsideButton];
		// Else a look at the tree, by a click on it, would end the filtering.
		input.ignoreFocusOut = true;
		let isKept = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const tell = () => {
			const shown = this.#provider.shownCount;
			const isNothing = shown === 0 && input.value.trim() !== '';
			input.prompt = vscode.l10n.t('{0} of {1} documents', toNumber(shown), toNumber(this.#total()));
			input.validationMessage = isNothing
				? {
						message: vscode.l10n.t('No document matches. Enter searches inside the documents for “{0}”.', toIconFreeLabel(input.value, 60)),
						severity: vscode.InputBoxValidationSeverity.Info,
					}
				: undefined;
		};
		const searchInside = () => {
			const words = input.value.trim();
			input.hide();
			this.#searchInside(words).then(undefined, () => undefined);
		};
		const accept = async () => {
			await this.filter(input.value);
			if (this.#provider.shownCount === 0 && input.value.trim() !== '') {
				searchInside();
				return;
			}
			isKept = true;
			input.hide();
		};
		const disposables = [
			input,
			input.onDidChangeValue((value) => {
				clearTimeout(timer);
				timer = setTimeout(() => {
					this.filter(value).then(tell, () => undefined);
				}, debounceMs);
			}),
			input.onDidTriggerButton(searchInside),
			input.onDidAccept(() => {
				clearTimeout(timer);
				accept().then(undefined, () => undefined);
			}),
			input.onDidHide(() => {
				clearTimeout(timer);
				this.#close();
				if (!isKept) {
					this.filter(before).then(undefined, () => undefined);
				}
			}),
		];
		this.#open = { input, disposables };
		tell();
		input.show();
	}

	dispose(): void {
		this.#close();
	}

	#close(): void {
		const open = this.#open;
		this.#open = undefined;
		disposeAll(open?.disposables ?? []);
	}
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
