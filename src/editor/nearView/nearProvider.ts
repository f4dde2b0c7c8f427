import * as vscode from 'vscode';
import type { Fold } from '../../search/nearDuplicates.ts';
import type { SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import { privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { toHighlightedLabel } from '../resultsView/highlightedLabel.ts';

/** A passage in the view; `others` say the same. */
export interface NearNode {
	readonly type: 'near';
	readonly hit: SearchHit;
	readonly others: readonly NearNode[];
}

/** What fits into a wide side bar; VS Code cuts what does not. */
const maxLineLength = 160;
/** Nobody reads a longer tooltip. */
const maxTooltipLength = 1_500;

/** The passages near a paragraph as lines of a view: the words they share with it marked, then where they stand. */
export class NearProvider implements vscode.TreeDataProvider<NearNode>, vscode.Disposable {
	readonly #documents: KnownDocuments;
	readonly #change = new vscode.EventEmitter<undefined>();
	#nodes: readonly NearNode[] = [];

	readonly onDidChangeTreeData = this.#change.event;

	constructor(documents: KnownDocuments) {
		this.#documents = documents;
	}

	/** The passages that are shown, nearest first. */
	get nodes(): readonly NearNode[] {
		return this.#nodes;
	}

	show(folds: readonly Fold<SearchHit>[]): void {
		this.#nodes = folds.map(({ first, others }) => toNode(first, others));
		this.#change.fire(undefined);
	}

	getChildren(node?: NearNode): readonly NearNode[] & NearNode[] {
		return [...(node?.others ?? this.#nodes)];
	}

	getTreeItem({ hit, others }: NearNode): vscode.TreeItem {
		const summary = this.#documents.get(hit.documentId);
		const label = toHighlightedLabel(hit, maxLineLength);
		const item = new vscode.TreeItem(
			label,
			others.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
		);
		const title = summary === undefined ? toPlainLabel(hit.title ?? vscode.l10n.t('Document'), 120) : toTitle(summary, 120);
		const place = [
			...(others.length === 0 ? [] : [vscode.l10n.t('+{0} like it', others.length.toLocaleString(vscode.env.language))]),
			title,
			...(hit.page === null ? [] : [vscode.l10n.t('p. {0}', toPlainLabel(hit.page, 20))]),
			...(hit.date === null ? [] : [toPlainLabel(toDisplayDate(hit.date, vscode.env.language), 40)]),
		];
		item.description = place.join(' · ');
		item.iconPath = new vscode.ThemeIcon(iconOf(summary?.kind ?? 'other'));
		item.contextValue = 'nearPassage';
		item.accessibilityInformation = { label: [...place, label.label].join(', ') };
		item.command = { command: privateCommandIds.openNear, title: vscode.l10n.t('Open'), arguments: [{ hit }] };
		return item;
	}

	/** The passage as it stands, below its source. As plain text: a document's words are no markup. */
	resolveTreeItem(item: vscode.TreeItem, { hit }: NearNode): vscode.TreeItem {
		const lines = hit.text.slice(0, maxTooltipLength).split('\n');
		item.tooltip = [item.description, '', ...lines.map((line) => toPlainLabel(line, maxTooltipLength))].join('\n');
		return item;
	}

	dispose(): void {
		this.#change.dispose();
	}
}

function toNode(hit: SearchHit, others: readonly SearchHit[]): NearNode {
	return { type: 'near', hit, others: others.map((other) => toNode(other, [])) };
}
