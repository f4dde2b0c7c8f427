import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { parseQuery } from '../../search/query.ts';
import { toTitle } from '../documentTitle.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { ChosenScope } from '../searchScope.ts';
import { isAtFault } from '../searchView/searchWords.ts';
import { type NoticeNode, toDocumentItem, toGroupItem, toHitItem, toMoreItem, toNoticeItem, toTooltip } from './resultItems.ts';
import type { Results, ResultsQuestion, ShownResults } from './results.ts';
import type { ResultNode } from './resultsModel.ts';
import { toEmptyLine, toHeaderLine } from './resultWords.ts';

/** Any line of the view. */
export type ResultsNode = ResultNode | NoticeNode;

/** Groups stand open at first if there are so few, and the documents in which the first passages are that one can see. */
const maxOpenGroups = 4;
const maxOpenPassages = 40;

/** The results as a tree: groups, documents, passages; where there are none, lines that say so and lead on. */
export class ResultsProvider implements vscode.TreeDataProvider<ResultsNode>, Disposable {
	readonly #results: Results;
	readonly #documents: KnownDocuments;
	readonly #scope: ChosenScope;
	readonly #changeEmitter = new vscode.EventEmitter<undefined>();
	readonly #disposables: Disposable[];
	/** Counts the questions: which lines are open is remembered for each, so that another one begins anew. */
	#round = 0;
	#question: ShownResults['question'] | undefined;
	#hasWords = false;
	/**
	 * Documents that stand open at first: decided for each question once there are any and all is read, so that what comes later opens nothing under the
	 * reader's eyes.
	 */
	#openIds: ReadonlySet<string> = new Set();
	#isOpeningDecided = false;

	readonly onDidChangeTreeData = this.#changeEmitter.event;

	constructor(results: Results, documents: KnownDocuments, scope: ChosenScope) {
		this.#results = results;
		this.#documents = documents;
		this.#scope = scope;
		this.#disposables = [this.#changeEmitter, results.onDidChange(() => this.#update())];
	}

	getTreeItem(node: ResultsNode): vscode.TreeItem {
		const item = this.#toItem(node);
		item.id = `${this.#round}:${node.id}`;
		return item;
	}

	async getChildren(node?: ResultsNode): Promise<ResultsNode[]> {
		const { shown } = this.#results;
		if (node?.type === 'hit') {
			return [...(await this.#results.behind(node))];
		}
		if (shown === undefined || node?.type === 'more' || node?.type === 'notice') {
			return [];
		}
		return node === undefined && shown.model.roots.length === 0 ? this.#toNotices(shown) : [...(await this.#results.childrenOf(node))];
	}

	getParent(node: ResultsNode): ResultsNode | undefined {
		if (node.type === 'notice') {
			return undefined;
		}
		return node.type === 'hit' ? (node.behind ?? node.parent) : node.parent;
	}

	resolveTreeItem(item: vscode.TreeItem, node: ResultsNode): vscode.TreeItem {
		if (node.type === 'hit' || node.type === 'document') {
			item.tooltip = toTooltip(node, (id) => this.#documents.get(id));
		}
		return item;
	}

	/** The words above the lines, which may be longer than any of them: how much was found, or in how many documents nothing was. */
	get message(): string | undefined {
		const { shown } = this.#results;
		if (shown === undefined) {
			return undefined;
		}
		const { set, model, question } = shown;
		return (
			toHeaderLine(set, model, vscode.l10n.t, vscode.env.language) ??
			toEmptyLine(set, this.#isScoped(question) ? this.#documents.size : undefined, vscode.l10n.t, vscode.env.language)
		);
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	#toItem(node: ResultsNode): vscode.TreeItem {
		switch (node.type) {
			case 'group': {
				const groups = this.#results.shown?.model.roots ?? [];
				const folder = this.#documents.folders.find(({ uri }) => uri === node.folderUri);
				return toGroupItem(node, folder?.name, groups.length <= maxOpenGroups && (node.by !== 'partial' || groups.length === 1));
			}
			case 'document':
				return toDocumentItem(node, this.#documents.get(node.documentId), this.#openIds.has(node.id));
			case 'hit': {
				const summary = this.#documents.get(node.hit.documentId);
				return toHitItem(node, summary === undefined ? '' : toTitle(summary, 120), this.#hasWords);
			}
			case 'more':
				return toMoreItem(node);
			case 'notice':
				return toNoticeItem(node);
		}
	}

	#update(): void {
		const { shown } = this.#results;
		if (shown !== undefined && shown.question !== this.#question) {
			this.#round++;
			this.#question = shown.question;
			this.#hasWords = parseQuery(shown.question.query).clauses.some(({ isExcluded }) => !isExcluded);
			this.#isOpeningDecided = false;
		}
		if (shown !== undefined && !this.#isOpeningDecided) {
			this.#openIds = pickOpenIds(shown);
			const { found, read, partial, skipped } = shown.set.coverage;
			this.#isOpeningDecided = this.#openIds.size > 0 && read + partial + skipped === found;
		}
		this.#changeEmitter.fire(undefined);
	}

	/** What only looked in the documents that are checked. */
	#isScoped({ documentIds }: ResultsQuestion): boolean {
		return documentIds === undefined && this.#scope.searchScope !== undefined;
	}

	#toNotices({ set, question }: ShownResults): NoticeNode[] {
		if (this.#results.hasDismissed && set.total + set.partialTotal > 0) {
			const label = vscode.l10n.t('Everything was dismissed; bring it back');
			return [{ type: 'notice', id: 'notice:dismissed', label, icon: 'eye-closed', command: 'restoreResults' }];
		}
		const { skipped, partial } = set.coverage;
		const notices: NoticeNode[] = [];
		if (skipped + partial > 0 && !isAtFault(question.query)) {
			notices.push({
				type: 'notice',
				id: 'notice:coverage',
				label: vscode.l10n.t('Show what could not be read'),
				icon: 'warning',
				command: 'showCoverage',
			});
		}
		if (this.#isScoped(question)) {
			const all = vscode.l10n.t('Search in all {0} documents', this.#documents.size.toLocaleString(vscode.env.language));
			notices.push({ type: 'notice', id: 'notice:all', label: all, icon: 'list-selection', command: 'searchInAll' });
		}
		return notices;
	}
}

/** The first documents, until they hold as many passages as are shown without being asked for. */
function pickOpenIds({ model }: ShownResults): ReadonlySet<string> {
	const openIds = new Set<string>();
	let passages = 0;
	for (const { id, count, foldedCount } of model.documents) {
		if (passages >= maxOpenPassages) {
			break;
		}
		openIds.add(id);
		passages += count - foldedCount;
	}
	return openIds;
}
