import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { MatchCounts } from '../../service/library.ts';
import { privateCommandIds } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { toPassageCount } from '../resultsView/resultWords.ts';
import type { SavedSearches } from './savedSearches.ts';
import type { SearchCounts } from './searchCounts.ts';
import { type RunList, type SearchesNode, toSearchesNodes } from './searchesModel.ts';

/** Lists of queries and saved searches, each with how much it finds now; a line leads to its results. */
export class SearchesProvider implements vscode.TreeDataProvider<SearchesNode>, Disposable {
	readonly #saved: SavedSearches;
	readonly #counts: SearchCounts;
	readonly #changeEmitter = new vscode.EventEmitter<undefined>();
	readonly #disposables: Disposable[];
	#list: RunList | undefined;

	readonly onDidChangeTreeData = this.#changeEmitter.event;

	constructor(saved: SavedSearches, counts: SearchCounts) {
		this.#saved = saved;
		this.#counts = counts;
		this.#disposables = [
			this.#changeEmitter,
			counts.onDidChange(() => this.#changeEmitter.fire(undefined)),
			saved.onDidChange(() => this.#changeEmitter.fire(undefined)),
		];
	}

	/** The list that was run last. */
	get list(): RunList | undefined {
		return this.#list;
	}

	showList(list: RunList | undefined): void {
		this.#list = list;
		this.#changeEmitter.fire(undefined);
	}

	getChildren(node?: SearchesNode): SearchesNode[] {
		if (node === undefined) {
			return [...toSearchesNodes(this.#list, this.#saved.all, (query) => this.#counts.get(query))];
		}
		return node.type === 'list' || node.type === 'noMatch' ? [...node.children] : [];
	}

	/** Only saved searches are gone to: they stand at the top. */
	getParent(): undefined {
		return undefined;
	}

	getTreeItem(node: SearchesNode): vscode.TreeItem {
		const item = toItem(node);
		item.id = node.id;
		return item;
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}
}

function toItem(node: SearchesNode): vscode.TreeItem {
	switch (node.type) {
		case 'saved':
			return toQueryItem(toPlainLabel(node.search.name, 120), node.search, node.counts, 'bookmark', 'savedSearch');
		case 'query':
			return toQueryItem(toPlainLabel(node.query.line, 120), node.query, node.counts, 'search', 'listedQuery');
		case 'list': {
			const item = new vscode.TreeItem(toPlainLabel(node.list.name, 120), vscode.TreeItemCollapsibleState.Expanded);
			const parts = [toQueryCount(node.list.queries.length)];
			if (node.noMatchCount > 0) {
				parts.push(vscode.l10n.t('{0} without a match', toNumber(node.noMatchCount)));
			}
			if (node.list.leftCount > 0) {
				parts.push(
					node.list.leftCount === 1 ? vscode.l10n.t('1 line left out') : vscode.l10n.t('{0} lines left out', toNumber(node.list.leftCount)),
				);
			}
			item.description = parts.join(' · ');
			item.iconPath = new vscode.ThemeIcon('list-unordered');
			item.contextValue = 'queryList';
			item.accessibilityInformation = { label: [toPlainLabel(node.list.name, 120), ...parts].join(', ') };
			return item;
		}
		case 'noMatch': {
			const item = new vscode.TreeItem(vscode.l10n.t('No Match'), vscode.TreeItemCollapsibleState.Collapsed);
			item.description = toQueryCount(node.children.length);
			item.iconPath = new vscode.ThemeIcon('search-stop');
			item.contextValue = 'noMatch';
			item.accessibilityInformation = { label: `${vscode.l10n.t('No Match')}, ${item.description}` };
			return item;
		}
	}
}

function toQueryItem(
	label: string,
	{ query, isTyping }: { readonly query: string; readonly isTyping: boolean },
	counts: MatchCounts | undefined,
	icon: string,
	contextValue: string,
): vscode.TreeItem {
	const item = new vscode.TreeItem(label || '…', vscode.TreeItemCollapsibleState.None);
	item.description = counts === undefined ? '' : toCounts(counts, (count) => toNumber(count));
	item.iconPath = new vscode.ThemeIcon(counts?.total === 0 ? 'search-stop' : icon);
	item.contextValue = contextValue;
	item.tooltip = toPlainLabel(query, 500);
	const spoken = counts === undefined ? [] : [toCounts(counts, (count) => toPassageCount(count, vscode.l10n.t, vscode.env.language))];
	item.accessibilityInformation = { label: [label, ...spoken].join(', ') };
	item.command = {
		command: privateCommandIds.showResults,
		title: vscode.l10n.t('Show Results'),
		arguments: [{ query, isTyping }],
	};
	return item;
}

/** A side bar is narrow: it is told how many, not of what. */
function toCounts({ total, partialTotal, documentCount }: MatchCounts, toPassages: (count: number) => string): string {
	if (total === 0) {
		return partialTotal === 0 ? vscode.l10n.t('no match') : vscode.l10n.t('no match for all words');
	}
	const documents = documentCount === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', toNumber(documentCount));
	return vscode.l10n.t('{0} in {1}', toPassages(total), documents);
}

/** `1 query`, `2,000 queries`. */
export function toQueryCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 query') : vscode.l10n.t('{0} queries', toNumber(count));
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
