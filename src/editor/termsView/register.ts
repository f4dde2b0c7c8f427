import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { commandIds, contextKeys, viewIds } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { TermList } from '../termList.ts';
import { toTermCount } from './termItems.ts';
import type { TermNode, TermOrder } from './termsModel.ts';
import { TermsProvider } from './termsProvider.ts';

/** Between the last key and the filtering. */
const debounceMs = 60;

const orderKey = 'dossier.termOrder';

/** Each order by two commands: one to choose it, one that is chosen and shows a check mark in its place. */
const orderCommands: readonly (readonly [string, string, TermOrder])[] = [
	[commandIds.sortTermsByMentions, commandIds.sortedTermsByMentions, 'mentions'],
	[commandIds.sortTermsByName, commandIds.sortedTermsByName, 'name'],
	[commandIds.groupTermsByKind, commandIds.groupedTermsByKind, 'kind'],
];

/** What the view of terms needs of the rest. */
export interface TermsViewOptions {
	readonly list: TermList;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

/** The view, and what draws it: the editor suite reads the tree through them. */
export interface TermsView extends vscode.Disposable {
	readonly provider: TermsProvider;
	readonly view: vscode.TreeView<TermNode>;
	/** The term that a line names; `undefined` for anything else. */
	toTerm(argument: unknown): string | undefined;
}

/** Makes the view of all terms: sorted, filtered while one types, each of them opens in the side view. */
export function registerTermsView({ list, memory, log }: TermsViewOptions): TermsView {
	const kept = memory.get<unknown>(orderKey);
	const provider = new TermsProvider(list, kept === 'name' || kept === 'kind' ? kept : 'mentions');
	const view = vscode.window.createTreeView<TermNode>(viewIds.terms, { treeDataProvider: provider, showCollapseAll: true });
	const setContext = (key: string, value: unknown) =>
		vscode.commands.executeCommand('setContext', key, value).then(undefined, () => undefined);
	const sort = async (order: TermOrder) => {
		setContext(contextKeys.termOrder, order);
		await provider.show({ order });
		await memory.update(orderKey, order);
	};
	const filter = async (words: string) => {
		await provider.show({ filter: words });
		setContext(contextKeys.areTermsFiltered, provider.filter !== '');
	};
	const tell = () => {
		const { shown, all } = provider.counts;
		const isFiltered = provider.filter !== '';
		view.description = isFiltered
			? vscode.l10n.t('{0} of {1}', shown.toLocaleString(vscode.env.language), toTermCount(all))
			: all === 0
				? ''
				: toTermCount(all);
		view.message = isFiltered ? vscode.l10n.t('With “{0}”', toPlainLabel(provider.filter, 60)) : undefined;
	};
	let box: Disposable | undefined;
	const askFilter = () => {
		box?.dispose();
		const before = provider.filter;
		const input = vscode.window.createInputBox();
		input.title = vscode.l10n.t('Filter Terms');
		input.placeholder = vscode.l10n.t('Words of the term, of another form of it, or of what it stands for');
		input.value = before;
		input.valueSelection = [0, before.length];
		// Else a look at the tree, by a click on it, would end the filtering.
		input.ignoreFocusOut = true;
		let isKept = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const show = () => {
			filter(input.value).then(
				() => {
					const { shown, all } = provider.counts;
					input.prompt = vscode.l10n.t('{0} of {1}', shown.toLocaleString(vscode.env.language), toTermCount(all));
				},
				() => undefined,
			);
		};
		const parts = [
			input,
			input.onDidChangeValue(() => {
				clearTimeout(timer);
				timer = setTimeout(show, debounceMs);
			}),
			input.onDidAccept(() => {
				isKept = true;
				show();
				input.hide();
			}),
			input.onDidHide(() => {
				clearTimeout(timer);
				box?.dispose();
				box = undefined;
				if (!isKept) {
					filter(before).then(undefined, () => undefined);
				}
			}),
		];
		box = { dispose: () => disposeAll(parts) };
		show();
		input.show();
	};
	setContext(contextKeys.termOrder, provider.order);
	const disposables: Disposable[] = [
		provider,
		view,
		{ dispose: () => box?.dispose() },
		provider.onDidShow(tell),
		...orderCommands.flatMap(([choose, chosen, order]) => [choose, chosen].map((id) => registerCommand(id, log, () => sort(order)))),
		registerCommand(commandIds.filterTerms, log, async () => {
			await vscode.commands.executeCommand(`${viewIds.terms}.focus`);
			askFilter();
		}),
		registerCommand(commandIds.clearTermFilter, log, () => filter('')),
	];
	const toTerm = (argument: unknown) => (provider.isTerm(argument) ? argument.row.term : undefined);
	return { provider, view, toTerm, dispose: () => disposeAll(disposables) };
}
