import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SearchHit } from '../../service/library.ts';
import { registerCommand } from '../commands.ts';
import type { HitQuotations } from '../hitQuotation.ts';
import { commandIds, contextKeys, privateCommandIds, viewIds } from '../ids.ts';
import { findNoteEditor } from '../insertQuotation.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { PassageDrag } from '../passageDrag.ts';
import { toPlainLabel } from '../plainLabel.ts';
import { copyText } from '../quotation.ts';
import type { Reader } from '../reader/reader.ts';
import type { ChosenScope } from '../searchScope.ts';
import { exportResults, makeExport } from './exportCommands.ts';
import { pickFacets } from './narrowPicker.ts';
import { toCountDecoration } from './resultItems.ts';
import { Results, type ResultsQuestion } from './results.ts';
import { type ResultGrouping, resultGroupings } from './resultsModel.ts';
import { type ResultsNode, ResultsProvider } from './resultsProvider.ts';
import { ResultsWalk } from './resultsWalk.ts';

/** What the view needs of the rest. */
export interface ResultsViewOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly quotations: HitQuotations;
	readonly drag: PassageDrag;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

/** The view of results, and what it shows: the editor suite reads it. */
export interface ResultsView extends vscode.Disposable {
	readonly results: Results;
	readonly provider: ResultsProvider;
	readonly view: vscode.TreeView<ResultsNode>;
}

const groupingKey = 'dossier.resultsBy';
/** A selection longer than this is not a query that somebody would type. */
const maxOfferedLength = 200;
/** What is copied as a whole; more is for a file. */
const maxCopiedPassages = 5_000;

const groupCommands: readonly (readonly [string, ResultGrouping])[] = [
	[commandIds.resultsByDocument, 'document'],
	[commandIds.resultsByYear, 'year'],
	[commandIds.resultsByFolder, 'folder'],
];

/** Makes the view of results and everything that is done with them: walk, dismiss, copy, export, narrow. */
export function registerResultsView({ host, documents, scope, reader, quotations, drag, memory, log }: ResultsViewOptions): ResultsView {
	const results = new Results(
		{
			getLibrary: () => host.library,
			documents,
			scope,
			locale: vscode.env.language,
			reportFailure: (error) => log.error(`results: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
		},
		resultGroupings.find((known) => known === memory.get(groupingKey)) ?? 'document',
	);
	const provider = new ResultsProvider(results, documents, scope);
	const view = vscode.window.createTreeView<ResultsNode>(viewIds.results, {
		treeDataProvider: provider,
		showCollapseAll: true,
		canSelectMany: true,
		dragAndDropController: drag.controllerOf((nodes) => nodes.flatMap((node) => (node.type === 'hit' ? [node.hit] : []))),
	});
	const walk = new ResultsWalk({ results, view, reader, documents });
	const setContext = (key: string, value: unknown) =>
		vscode.commands.executeCommand('setContext', key, value).then(undefined, () => undefined);
	const use = (isUsed: boolean) => setContext(contextKeys.isResultsLastUsed, isUsed);
	const update = () => {
		const { shown, question } = results;
		view.message = provider.message;
		view.description = question === undefined ? '' : toPlainLabel(question.query, 80);
		reader.markEverywhere(shown === undefined ? undefined : (id) => results.marksIn(id));
		setContext(contextKeys.hasResults, shown !== undefined);
		setContext(contextKeys.hasDismissed, results.hasDismissed);
		setContext(contextKeys.resultsBy, results.grouping);
	};
	const show = async (question: ResultsQuestion, ask: (question: ResultsQuestion) => Promise<void> = (asked) => results.ask(asked)) => {
		walk.reset();
		// What was marked is of another question.
		reader.markEverywhere(undefined);
		setContext(contextKeys.hasSearched, true);
		use(true);
		await vscode.window.withProgress({ location: { viewId: viewIds.results } }, () => ask(question));
		await vscode.commands.executeCommand(`${viewIds.results}.focus`);
	};
	/** A key hands over the line that has the focus: where that is one of several that are selected, all of them are meant. */
	const choose = (node: unknown, nodes: unknown): readonly ResultsNode[] => {
		const isSelected = !isResultsNode(node) || view.selection.includes(node);
		const chosen: readonly unknown[] = Array.isArray(nodes) ? nodes : isSelected ? view.selection : [node];
		return chosen.filter(isResultsNode);
	};
	/** `undefined` where they are too many to paste, which is said. */
	const passagesOf = async (chosen: readonly ResultsNode[]): Promise<readonly SearchHit[] | undefined> => {
		const count = chosen.reduce((sum, node) => sum + (node.type === 'document' || node.type === 'group' ? node.count : 1), 0);
		if (count > maxCopiedPassages) {
			await vscode.window.showInformationMessage(
				vscode.l10n.t('So many passages are no text to paste. Export them to a file, or choose fewer.'),
			);
			return undefined;
		}
		return results.passagesOf(chosen.filter((node) => node.type !== 'notice'));
	};
	update();
	const disposables: Disposable[] = [
		results,
		provider,
		view,
		results.onDidChange(update),
		vscode.window.registerFileDecorationProvider({ provideFileDecoration: toCountDecoration }),
		view.onDidChangeSelection(({ selection }) => {
			walk.standAt(selection[0]);
			use(true);
		}),
		view.onDidChangeVisibility(({ visible }) => use(visible)),
		registerCommand(privateCommandIds.showResults, log, async (argument) => {
			const question = toQuestion(argument);
			if (question !== undefined) {
				await show(question);
			}
		}),
		registerCommand(commandIds.showResults, log, async () => {
			const query = await vscode.window.showInputBox({
				title: vscode.l10n.t('Show All Results of a Search'),
				value: results.question?.query ?? getSelectedWords() ?? '',
				placeHolder: vscode.l10n.t('words "exact words" -without type:pdf year:2019..2023'),
			});
			if (query !== undefined && query.trim() !== '') {
				await show({ query, isTyping: true });
			}
		}),
		registerCommand(privateCommandIds.openResult, log, async (node) => {
			if (isResultsNode(node) && node.type === 'hit') {
				use(true);
				await walk.open(node, true);
			}
		}),
		registerCommand(privateCommandIds.showMoreResults, log, (node) => {
			if (isResultsNode(node) && node.type === 'more') {
				results.loadMore(node.parent);
			}
		}),
		registerCommand(commandIds.nextResult, log, () => walk.step(1)),
		registerCommand(commandIds.previousResult, log, () => walk.step(-1)),
		registerCommand(commandIds.refreshResults, log, () =>
			vscode.window.withProgress({ location: { viewId: viewIds.results } }, () => results.renew()),
		),
		registerCommand(commandIds.clearResults, log, () => {
			results.clear();
			use(false);
		}),
		registerCommand(commandIds.dismissResult, log, async (node, nodes) => {
			const chosen = choose(node, nodes).filter((line) => line.type !== 'more' && line.type !== 'notice');
			const [first, ...others] = chosen;
			if (first !== undefined && others.length === 0) {
				await walk.dismiss(first);
			} else {
				await results.dismiss(chosen);
			}
		}),
		registerCommand(commandIds.insertResult, log, async (node) => {
			const hit = isResultsNode(node) ? node : view.selection[0];
			const editor = findNoteEditor();
			if (hit?.type !== 'hit') {
				return;
			}
			if (editor === undefined) {
				await vscode.window.showInformationMessage(vscode.l10n.t('Open a note first.'));
				return;
			}
			await quotations.insert(hit.hit, editor);
		}),
		registerCommand(commandIds.openResultToSide, log, async (node) => {
			const hit = isResultsNode(node) ? node : view.selection[0];
			if (hit?.type === 'hit') {
				await walk.open(hit, false, vscode.ViewColumn.Beside);
			}
		}),
		registerCommand(commandIds.restoreResults, log, () => results.restore()),
		registerCommand(commandIds.copyResult, log, async (node, nodes) => {
			const hits = await passagesOf(choose(node, nodes));
			if (hits !== undefined) {
				await vscode.env.clipboard.writeText(hits.map(({ text }) => text).join('\n\n'));
			}
		}),
		registerCommand(commandIds.copyResultWithSource, log, async (node, nodes) => {
			const hits = await passagesOf(choose(node, nodes));
			if (hits === undefined) {
				return;
			}
			const note = findNoteEditor()?.document;
			const citations: string[] = [];
			for (const hit of hits) {
				citations.push((await quotations.cite(hit, note)) ?? '');
			}
			await copyText(citations.filter((citation) => citation !== '').join('\n\n'));
		}),
		registerCommand(commandIds.copyAllResults, log, async () => {
			const { shown } = results;
			if (shown === undefined || shown.model.total > maxCopiedPassages) {
				await exportResults({ results, documents, quotations });
				return;
			}
			const never = { isCancellationRequested: false };
			await copyText(await makeExport({ results, documents, quotations }, 'markdown', undefined, never));
		}),
		registerCommand(commandIds.exportResults, log, () => exportResults({ results, documents, quotations })),
		registerCommand(commandIds.narrowResults, log, async () => {
			const { question } = results;
			const { library } = host;
			if (question === undefined || library === undefined) {
				return;
			}
			const facets = await vscode.window.withProgress({ location: { viewId: viewIds.results } }, () =>
				library.findFacets(results.toMatchQuestion(question)),
			);
			const narrowed = await pickFacets(facets, { text: question.query, isTyping: question.isTyping });
			if (narrowed !== undefined) {
				await show({ ...question, query: narrowed.text, isTyping: narrowed.isTyping }, (asked) => results.narrow(asked));
			}
		}),
		...groupCommands.map(([id, grouping]) =>
			registerCommand(id, log, async () => {
				await results.groupBy(grouping);
				await memory.update(groupingKey, grouping);
			}),
		),
	];
	return { results, provider, view, dispose: () => disposeAll(disposables) };
}

/** A query as other parts hand it over. Commands are called by anybody. */
function toQuestion(argument: unknown): ResultsQuestion | undefined {
	const { query, isTyping, documentIds } = (typeof argument === 'object' && argument !== null ? argument : {}) as Record<string, unknown>;
	if (typeof query !== 'string') {
		return undefined;
	}
	const ids = Array.isArray(documentIds) ? documentIds.filter((id): id is string => typeof id === 'string') : undefined;
	return { query, isTyping: isTyping !== false, ...(ids && { documentIds: ids }) };
}

function isResultsNode(node: unknown): node is ResultsNode {
	const types = ['group', 'document', 'hit', 'more', 'notice'];
	return typeof node === 'object' && node !== null && 'type' in node && typeof node.type === 'string' && types.includes(node.type);
}

function getSelectedWords(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	const words = editor === undefined ? '' : editor.document.getText(editor.selection).trim();
	return words === '' || words.length > maxOfferedLength || words.includes('\n') ? undefined : words;
}
