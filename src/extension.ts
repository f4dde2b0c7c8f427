import * as vscode from 'vscode';
import { registerFolderCommands } from './editor/chooseFolders.ts';
import { registerCommand } from './editor/commands.ts';
import { registerCoverage } from './editor/coverage/register.ts';
import { registerExplainView } from './editor/explainView/register.ts';
import { registerGlossary } from './editor/glossary/register.ts';
import { HitQuotations } from './editor/hitQuotation.ts';
import { commandIds } from './editor/ids.ts';
import { KeptTexts } from './editor/keptTexts.ts';
import { KnownDocuments } from './editor/knownDocuments.ts';
import { LibraryHost } from './editor/libraryHost.ts';
import { LibraryOpener } from './editor/libraryOpener.ts';
import { registerLibraryTree } from './editor/libraryTree/register.ts';
import { LinkTargets } from './editor/linkTargets.ts';
import { registerMetadataFiles } from './editor/metadataFiles/register.ts';
import { registerNearView } from './editor/nearView/register.ts';
import { PassageDrag } from './editor/passageDrag.ts';
import { OpenContents } from './editor/reader/openContents.ts';
import { Reader } from './editor/reader/reader.ts';
import { registerReader } from './editor/reader/register.ts';
import { registerResultsView } from './editor/resultsView/register.ts';
import { registerSearches } from './editor/searches/register.ts';
import { ChosenScope } from './editor/searchScope.ts';
import { registerSearchView } from './editor/searchView/register.ts';
import { SearchHistory } from './editor/searchView/searchHistory.ts';
import { Settings } from './editor/settings.ts';
import { TermCompletion } from './editor/termCompletion/termCompletion.ts';
import { ExcludedSenses } from './editor/termHover/excludedSenses.ts';
import { NoteTerms } from './editor/termHover/noteTerms.ts';
import { registerTermHover } from './editor/termHover/register.ts';
import { TermList } from './editor/termList.ts';
import { registerTermPlaces } from './editor/termPlaces/register.ts';
import { registerTermsView } from './editor/termsView/register.ts';
import { registerTextCommands } from './editor/textCommands.ts';
import { TermUnderlines } from './editor/underlines/termUnderlines.ts';
import { registerUnknownNames } from './editor/unknownNames/register.ts';
import { workspaceFiles } from './editor/workspaceFiles.ts';

/** What the editor suite looks at. Given out in tests only: nobody else gets at the text of documents. */
export interface TestAccess {
	readonly documents: KnownDocuments;
	readonly host: LibraryHost;
	readonly opener: LibraryOpener;
	readonly tree: ReturnType<typeof registerLibraryTree>;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly drag: PassageDrag;
	readonly results: ReturnType<typeof registerResultsView>;
	readonly texts: KeptTexts;
	readonly explain: ReturnType<typeof registerExplainView>;
	readonly underlines: TermUnderlines;
	readonly termsView: ReturnType<typeof registerTermsView>;
}

/** Makes everything, and reads nothing: the worker starts when activation is over. */
export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
	const log = vscode.window.createOutputChannel('Dossier', { log: true });
	const settings = new Settings(log);
	const host = new LibraryHost({ workerPath: context.asAbsolutePath('dist/libraryWorker.js'), files: workspaceFiles, log });
	const documents = new KnownDocuments();
	const links = new LinkTargets();
	const texts = new KeptTexts({ context, settings, log });
	const sampleUri = vscode.Uri.joinPath(context.extensionUri, 'seeds');
	const opener = new LibraryOpener({ host, documents, settings, sampleUri, texts, log });
	const contents = new OpenContents(documents, host);
	const reader = new Reader(documents, contents);
	const scope = new ChosenScope(documents, context.workspaceState);
	const history = new SearchHistory({ memory: context.globalState, workspace: context.storageUri?.path.split('/').at(-2) ?? '', settings });
	const quotations = new HitQuotations(documents, settings);
	const drag = new PassageDrag(quotations);
	const results = registerResultsView({ host, documents, scope, reader, quotations, drag, memory: context.workspaceState, log });
	const tree = registerLibraryTree({ host, documents, scope, opener, settings, memory: context.workspaceState, log });
	const excludedSenses = new ExcludedSenses(context.workspaceState);
	const terms = new NoteTerms({ host, documents, settings, excludedSenses, log });
	const near = registerNearView({ host, documents, scope, reader, terms, quotations, drag, settings, log });
	const explain = registerExplainView({ host, terms, documents, settings, excludedSenses, links, log });
	const underlines = new TermUnderlines(terms, settings);
	const list = new TermList(host);
	const termsView = registerTermsView({ list, memory: context.workspaceState, log });
	const toTerm = (argument: unknown) => explain.toTerm(argument) ?? termsView.toTerm(argument);
	context.subscriptions.push(
		log,
		settings,
		opener,
		documents,
		contents,
		reader,
		tree,
		scope,
		drag,
		results,
		registerSearches({ host, documents, scope, results: results.results, memory: context.workspaceState, log }),
		registerCoverage(documents, log),
		registerReader({ reader, contents, documents, settings, links, log }),
		history,
		registerSearchView({ host, documents, scope, reader, links, quotations, history, log }),
		excludedSenses,
		terms,
		explain,
		near,
		registerTermHover({ terms, documents, settings, links, log }),
		underlines,
		list,
		termsView,
		new TermCompletion(list, settings),
		registerUnknownNames({ host, documents, log }),
		registerTermPlaces({ host, terms, reader, contents, settings }),
		registerGlossary({ terms, links, list, toTerm, log }),
		registerFolderCommands(settings, log),
		registerTextCommands({ host, texts, history, log }),
		registerMetadataFiles({ documents, log }),
		registerCommand(commandIds.showLog, log, () => log.show()),
		registerCommand(commandIds.openSampleNote, log, () => openSampleNote(context.extensionUri)),
		// Last: what listens to the worker lets go before it ends.
		host,
	);
	setImmediate(() => host.start());
	return context.extensionMode === vscode.ExtensionMode.Test
		? { documents, host, opener, tree, scope, reader, drag, results, texts, explain, underlines, termsView }
		: undefined;
}

/** The sample note as an unsaved copy, so that trying things out changes nothing. */
async function openSampleNote(extensionUri: vscode.Uri): Promise<void> {
	const note = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(extensionUri, 'media', 'walkthrough', 'sample-note.md'));
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: note.getText() }));
}
