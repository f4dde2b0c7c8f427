import * as vscode from 'vscode';
import type { Fold } from '../../search/nearDuplicates.ts';
import type { SearchHit } from '../../service/library.ts';
import { toDisplayDate } from '../displayDate.ts';
import { toTitle } from '../documentTitle.ts';
import { wrap } from '../explainView/explainLines.ts';
import { privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import { iconOf } from '../libraryTree/treeModel.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { type HighlightedLabel, toHighlightedLabel } from '../resultsView/highlightedLabel.ts';

/** A passage in the view, by its document; below it stand its words, and the passages that say the same. */
export interface PassageNode {
	readonly type: 'passage';
	readonly hit: SearchHit;
	readonly others: readonly SearchHit[];
}

/** A line of a passage's words. */
export interface WordsNode {
	readonly type: 'words';
	readonly hit: SearchHit;
	readonly label: HighlightedLabel;
	/** From 0, in the passage's lines. */
	readonly line: number;
}

/** Any line of the view. */
export type NearNode = PassageNode | WordsNode;

/** What a side bar of its usual width shows of a line; tree lines do not wrap by themselves. */
const lineWidth = 34;
/** So many lines tell what a passage is about; the rest is in its tooltip, and a click away. */
const maxLines = 3;
/** Nobody reads a longer tooltip. */
const maxTooltipLength = 1_500;

/** The passages near a paragraph as lines of a view: where each stands, and its words with what they share with the paragraph marked. */
export class NearProvider implements vscode.TreeDataProvider<NearNode>, vscode.Disposable {
	readonly #documents: KnownDocuments;
	readonly #change = new vscode.EventEmitter<undefined>();
	#nodes: readonly PassageNode[] = [];

	readonly onDidChangeTreeData = this.#change.event;

	constructor(documents: KnownDocuments) {
		this.#documents = documents;
	}

	/** The passages that are shown, nearest first. */
	get nodes(): readonly PassageNode[] {
		return this.#nodes;
	}

	show(folds: readonly Fold<SearchHit>[]): void {
		this.#nodes = folds.map(({ first, others }) => ({ type: 'passage', hit: first, others }));
		this.#change.fire(undefined);
	}

	/** Takes out the passages of these documents. */
	drop(documentIds: ReadonlySet<string>): void {
		const isLeft = ({ documentId }: SearchHit) => !documentIds.has(documentId);
		const isTouched = this.#nodes.some(({ hit, others }) => ![hit, ...others].every(isLeft));
		if (isTouched) {
			this.show(
				this.#nodes.flatMap(({ hit, others }) => {
					const [first, ...rest] = [hit, ...others].filter(isLeft);
					return first === undefined ? [] : [{ first, others: rest }];
				}),
			);
		}
	}

	getChildren(node?: NearNode): NearNode[] {
		if (node === undefined) {
			return [...this.#nodes];
		}
		return node.type === 'words'
			? []
			: [...toLines(node.hit), ...node.others.map((hit): PassageNode => ({ type: 'passage', hit, others: [] }))];
	}

	getTreeItem(node: NearNode): vscode.TreeItem {
		const item = node.type === 'words' ? toWordsItem(node) : this.#toPassageItem(node);
		item.contextValue = 'nearPassage';
		item.command = { command: privateCommandIds.openNear, title: vscode.l10n.t('Open'), arguments: [{ hit: node.hit }] };
		return item;
	}

	/** The passage as it stands, below its source. As plain text: a document's words are no markup. */
	resolveTreeItem(item: vscode.TreeItem, { hit }: NearNode): vscode.TreeItem {
		const lines = hit.text.slice(0, maxTooltipLength).split('\n');
		item.tooltip = [this.#toPlace(hit).join(' · '), '', ...lines.map((line) => toPlainLabel(line, maxTooltipLength))].join('\n');
		return item;
	}

	#toPassageItem({ hit, others }: PassageNode): vscode.TreeItem {
		const [title = '', ...place] = this.#toPlace(hit);
		const isFirst = this.#nodes.some((node) => node.hit === hit);
		const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
		const item = new vscode.TreeItem(title, isFirst ? Expanded : Collapsed);
		item.id = `${hit.documentId}#${hit.start}`;
		const like = others.length === 0 ? [] : [vscode.l10n.t('+{0} like it', others.length.toLocaleString(vscode.env.language))];
		item.description = [...place, ...like].join(' · ');
		item.iconPath = new vscode.ThemeIcon(iconOf(this.#documents.get(hit.documentId)?.kind ?? 'other'));
		const words = toHighlightedLabel(hit, lineWidth * maxLines).label;
		item.accessibilityInformation = { label: [title, ...place, ...like, words].join(', ') };
		return item;
	}

	/** Title, section, page and date. */
	#toPlace(hit: SearchHit): string[] {
		const summary = this.#documents.get(hit.documentId);
		return [
			summary === undefined ? toPlainLabel(hit.title ?? vscode.l10n.t('Document'), 120) : toTitle(summary, 120),
			...(hit.section === null ? [] : [toPlainLabel(hit.section, 60)]),
			...(hit.page === null ? [] : [vscode.l10n.t('p. {0}', toPlainLabel(hit.page, 20))]),
			...(hit.date === null ? [] : [toPlainLabel(toDisplayDate(hit.date, vscode.env.language), 40)]),
		];
	}

	dispose(): void {
		this.#change.dispose();
	}
}

function toWordsItem({ hit, label, line }: WordsNode): vscode.TreeItem {
	const item = new vscode.TreeItem({ label: label.label, highlights: label.highlights });
	item.id = `${hit.documentId}#${hit.start}:${line}`;
	// The passage's own line says all of it.
	item.accessibilityInformation = { label: label.label };
	return item;
}

/** The words of a passage around what is marked, in lines that fit. */
function toLines(hit: SearchHit): WordsNode[] {
	const { label, highlights } = toHighlightedLabel(hit, lineWidth * maxLines);
	return wrap(label, lineWidth, maxLines).map(({ start, end }, line) => ({
		type: 'words',
		hit,
		line,
		label: {
			label: label.slice(start, end),
			highlights: highlights
				.filter(([from, to]) => from < end && to > start)
				.map(([from, to]): [number, number] => [Math.max(from, start) - start, Math.min(to, end) - start]),
		},
	}));
}
