import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { registerCommand } from '../commands.ts';
import { commandIds, contextKeys, readerScheme, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import { toMarkdownText } from '../noteMarkdown.ts';
import { toIconFreeLabel, toMessage, toPlainLabel } from '../plainLabel.ts';
import type { Results } from '../resultsView/results.ts';
import { toCsvHead, toCsvLine } from '../resultsView/resultsExport.ts';
import type { ChosenScope } from '../searchScope.ts';
import { toGapLine } from '../searchView/searchWords.ts';
import { type QueryListKind, type QueryListReading, readQueryList } from './queryList.ts';
import { SavedSearches } from './savedSearches.ts';
import { SearchCounts } from './searchCounts.ts';
import { type SearchesNode, toListReport, toSearchesNodes } from './searchesModel.ts';
import { SearchesProvider, toQueryCount } from './searchesProvider.ts';

/** What the view of searches needs of the rest. */
export interface SearchesOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly results: Results;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
}

/** Where a list comes from. */
interface ListSource {
	readonly name: string;
	readonly text: string;
	readonly kind: QueryListKind;
}

/** Makes saved searches and lists of queries: a view of both that is there once there is one of them. */
export function registerSearches({ host, documents, scope, results, memory, log }: SearchesOptions): vscode.Disposable {
	const saved = new SavedSearches(memory);
	const counts = new SearchCounts({
		getLibrary: () => host.library,
		documents,
		scope,
		getQueries: () => [...saved.all, ...(provider.list?.queries ?? [])],
		reportFailure: (error) => log.error(`searches: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
	});
	const provider = new SearchesProvider(saved, counts);
	const view = vscode.window.createTreeView<SearchesNode>(viewIds.searches, { treeDataProvider: provider });
	const setContext = (key: string, value: boolean) =>
		vscode.commands.executeCommand('setContext', key, value).then(undefined, () => undefined);
	const update = () => {
		setContext(contextKeys.hasSearches, saved.all.length > 0 || provider.list !== undefined);
		setContext(contextKeys.hasQueryList, provider.list !== undefined);
	};
	const nameOf = (node: unknown): string | undefined => {
		const chosen = (node ?? view.selection[0]) as Partial<SearchesNode> | undefined;
		return chosen?.type === 'saved' ? chosen.search?.name : undefined;
	};
	/** Keys go on at the line of a search that has another name now. */
	const goToLineOf = async (name: string) => {
		const line = provider.getChildren().find((node) => node.type === 'saved' && node.search.name === name);
		if (line !== undefined && view.visible) {
			await view.reveal(line, { select: true, focus: true });
		}
	};
	const runList = async (source: ListSource, reading: QueryListReading) => {
		const { queries, leftCount } = readQueryList(source.text, source.kind, reading);
		if (queries.length === 0) {
			await vscode.window.showInformationMessage(vscode.l10n.t('There is no query in it: each line is one, or each row of a CSV file.'));
			return;
		}
		const list = { name: source.name, queries: queries.map((query) => ({ ...query, isTyping: false })), leftCount };
		const before = provider.list;
		// Shown first: what is counted anew meanwhile, since sources changed, must be counted for it too.
		provider.showList(list);
		try {
			await vscode.window.withProgress(
				{ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Running queries…'), cancellable: true },
				async (progress, cancel) => {
					let last = 0;
					await counts.count(list.queries, cancel, (done, total) => {
						progress.report({ message: `${toNumber(done)} / ${toNumber(total)}`, increment: ((done - last) / total) * 100 });
						last = done;
					});
				},
			);
		} catch (error) {
			provider.showList(before);
			throw error;
		}
		update();
		await vscode.commands.executeCommand(`${viewIds.searches}.focus`);
	};
	update();
	const disposables: Disposable[] = [
		saved,
		counts,
		provider,
		view,
		saved.onDidChange(update),
		registerCommand(commandIds.saveSearch, log, async () => {
			const { question } = results;
			if (question === undefined) {
				return;
			}
			const name = await askName(vscode.l10n.t('Save This Search'), question.query, saved, undefined);
			if (name !== undefined) {
				await saved.save({ name, query: question.query, isTyping: question.isTyping });
				if (question.documentIds !== undefined) {
					vscode.window.setStatusBarMessage(
						vscode.l10n.t('The saved search looks in all documents, not only in the one that is shown'),
						6_000,
					);
				}
				await counts.recount();
			}
		}),
		registerCommand(commandIds.renameSearch, log, async (node) => {
			const name = nameOf(node);
			const newName = name === undefined ? undefined : await askName(vscode.l10n.t('Rename Saved Search'), name, saved, name);
			if (name !== undefined && newName !== undefined) {
				await saved.rename(name, newName);
				await goToLineOf(newName);
			}
		}),
		registerCommand(commandIds.deleteSearch, log, async (node) => {
			const name = nameOf(node);
			const search = saved.all.find((known) => known.name === name);
			if (search === undefined) {
				return;
			}
			await saved.delete(search.name);
			// One click too many takes nothing away for good.
			const undo = vscode.l10n.t('Undo');
			const choice = await vscode.window.showInformationMessage(
				toMessage(vscode.l10n.t('“{0}” was deleted.', toPlainLabel(search.name, 80))),
				undo,
			);
			if (choice === undo) {
				await saved.save(search);
				await counts.recount();
			}
		}),
		registerCommand(commandIds.runQueryList, log, async (argument) => {
			const source = argument instanceof vscode.Uri ? await readFile(argument) : await pickSource();
			const reading = source === undefined ? undefined : await pickReading();
			if (source !== undefined && reading !== undefined) {
				await runList(source, reading);
			}
		}),
		registerCommand(commandIds.closeQueryList, log, () => {
			provider.showList(undefined);
			update();
		}),
		registerCommand(commandIds.reportQueryList, log, async () => {
			const [node] = toSearchesNodes(provider.list, [], (query) => counts.get(query));
			if (node?.type !== 'list') {
				return;
			}
			const coverage = scope.searchScope === undefined ? documents.status.coverage : scope.coverage;
			const gaps = toGapLine(coverage, vscode.l10n.t, vscode.env.language);
			const summary = vscode.l10n.t(
				'{0} in {1} of {2} documents',
				toQueryCount(node.list.queries.length),
				toNumber(coverage.read + coverage.partial),
				toNumber(coverage.found),
			);
			const report = toListReport(
				node,
				{
					heading: toMarkdownText(toPlainLabel(node.list.name, 120)),
					summary: gaps === undefined ? `${summary}.` : `${summary}; ${gaps}.`,
					noMatch: vscode.l10n.t('No Match ({0})', toNumber(node.noMatchCount)),
					columns: [vscode.l10n.t('Query'), vscode.l10n.t('Passages'), vscode.l10n.t('Documents')],
				},
				(text) => toMarkdownText(toPlainLabel(text, 300)),
			);
			await showText('markdown', report);
		}),
		registerCommand(commandIds.exportQueryList, log, async () => {
			const { list } = provider;
			if (list === undefined) {
				return;
			}
			const rows = list.queries.map((query) => {
				const found = counts.get(query);
				return toCsvLine([query.line, String(found?.total ?? ''), String(found?.documentCount ?? '')]);
			});
			const head = toCsvHead([vscode.l10n.t('Query'), vscode.l10n.t('Passages'), vscode.l10n.t('Documents')]);
			await showText('plaintext', head + rows.join(''));
		}),
	];
	if (saved.all.length > 0) {
		counts.recount().catch(() => undefined);
	}
	return new vscode.Disposable(() => disposeAll(disposables));
}

async function showText(language: string, content: string): Promise<void> {
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }), { preview: false });
}

async function askName(title: string, value: string, saved: SavedSearches, own: string | undefined): Promise<string | undefined> {
	const name = await vscode.window.showInputBox({
		title,
		value,
		validateInput: (text) =>
			text.trim() !== '' && text.trim() !== own && saved.has(text)
				? {
						message: vscode.l10n.t('There is a search of this name; it would be replaced.'),
						severity: vscode.InputBoxValidationSeverity.Warning,
					}
				: undefined,
	});
	return name === undefined || name.trim() === '' ? undefined : name.trim();
}

/** The lines that are selected, the file that is open, or one that is chosen. */
async function pickSource(): Promise<ListSource | undefined> {
	const editor = vscode.window.activeTextEditor;
	const document = editor?.document.uri.scheme === readerScheme ? undefined : editor?.document;
	const items: (vscode.QuickPickItem & { readonly give: () => Promise<ListSource | undefined> })[] = [];
	if (editor !== undefined && document !== undefined && !editor.selection.isEmpty) {
		const text = document.getText(editor.selection);
		items.push({
			label: vscode.l10n.t('Selected Lines'),
			description: toIconFreeLabel(text, 60),
			iconPath: new vscode.ThemeIcon('selection'),
			give: async () => ({ name: vscode.l10n.t('Selected Lines'), text, kind: 'lines' }),
		});
	}
	if (document !== undefined) {
		const name = document.uri.path.split('/').at(-1) ?? '';
		items.push({
			label: vscode.l10n.t('This File'),
			description: toIconFreeLabel(name, 60),
			iconPath: new vscode.ThemeIcon('file'),
			give: async () => ({ name, text: document.getText(), kind: toKind(name) }),
		});
	}
	const chooseFile = async () => {
		const [uri] =
			(await vscode.window.showOpenDialog({
				title: vscode.l10n.t('Run Query List'),
				filters: { [vscode.l10n.t('Lists')]: ['txt', 'csv', 'tsv', 'md'] },
			})) ?? [];
		return uri && readFile(uri);
	};
	if (items.length === 0) {
		return chooseFile();
	}
	items.push({ label: vscode.l10n.t('Choose a File…'), iconPath: new vscode.ThemeIcon('folder-opened'), give: chooseFile });
	const picked = await vscode.window.showQuickPick(items, {
		title: vscode.l10n.t('Run Query List'),
		placeHolder: vscode.l10n.t('Each line is a query, or each first cell of a CSV file'),
	});
	return picked?.give();
}

async function pickReading(): Promise<QueryListReading | undefined> {
	const items: (vscode.QuickPickItem & { readonly reading: QueryListReading })[] = [
		{ label: vscode.l10n.t('As Exact Words'), detail: vscode.l10n.t('Names and places: the words of a line in a row'), reading: 'exact' },
		{
			label: vscode.l10n.t('As Typed'),
			detail: vscode.l10n.t('All words of a line in any order, with fields and marks'),
			reading: 'typed',
		},
	];
	return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Run Query List') }))?.reading;
}

/** As VS Code reads it: the person's encoding counts. */
async function readFile(uri: vscode.Uri): Promise<ListSource> {
	const name = uri.path.split('/').at(-1) ?? '';
	return { name, text: (await vscode.workspace.openTextDocument(uri)).getText(), kind: toKind(name) };
}

function toKind(name: string): QueryListKind {
	return /\.[ct]sv$/i.test(name) ? 'csv' : 'lines';
}

function toNumber(count: number): string {
	return count.toLocaleString(vscode.env.language);
}
