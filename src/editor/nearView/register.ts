import * as vscode from 'vscode';
import { ConnectionLost } from '../../base/calls.ts';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SearchScope } from '../../search/engine.ts';
import { foldNearDuplicates } from '../../search/nearDuplicates.ts';
import type { NearAnswer, SearchHit } from '../../service/library.ts';
import type { Range } from '../../text/range.ts';
import { registerCommand } from '../commands.ts';
import { followCaret } from '../followCaret.ts';
import type { HitQuotations } from '../hitQuotation.ts';
import { commandIds, contextKeys, privateCommandIds, settingIds, viewIds } from '../ids.ts';
import { findNoteEditor } from '../insertQuotation.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { PassageDrag } from '../passageDrag.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { Reader } from '../reader/reader.ts';
import { fromReaderUri } from '../reader/readerUri.ts';
import type { ChosenScope } from '../searchScope.ts';
import { showHit } from '../searchView/hitOpener.ts';
import { toGapLine } from '../searchView/searchWords.ts';
import type { Settings } from '../settings.ts';
import type { NoteTerms } from '../termHover/noteTerms.ts';
import { type NearNode, NearProvider } from './nearProvider.ts';
import { findParagraph, proseWithin } from './paragraph.ts';

/** The caret rests, and no key is pressed, this long before the view follows. */
const followAfterMs = 400;
/** Documents that come and go in a burst are one question; while more come in, one a second and a half. */
const renewAfterMs = 200;
const renewWhileReadingMs = 1_500;
/** As many as stand in a view without scrolling. */
const maxPassages = 12;

/** What the view needs of the rest. */
export interface NearViewOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly reader: Reader;
	readonly terms: NoteTerms;
	readonly quotations: HitQuotations;
	readonly drag: PassageDrag;
	readonly settings: Settings;
	readonly log: vscode.LogOutputChannel;
}

/** The view, for those who look at it. */
export interface NearView extends vscode.Disposable {
	readonly provider: NearProvider;
	readonly view: vscode.TreeView<NearNode>;
}

/** A paragraph that passages are looked for. */
interface Paragraph {
	readonly document: vscode.TextDocument;
	readonly text: string;
	readonly prose: readonly Range[];
}

/**
 * Makes the view of the passages near the paragraph under the caret: asked for by a command, or following the caret where that is switched on
 * (`dossier.near.followCaret`). A later question ends the one before; the note itself, where it is a document, is never near itself.
 */
export function registerNearView(options: NearViewOptions): NearView {
	const { host, documents, scope, reader, terms, quotations, drag, settings, log } = options;
	const provider = new NearProvider(documents);
	const view = vscode.window.createTreeView<NearNode>(viewIds.near, {
		treeDataProvider: provider,
		showCollapseAll: false,
		dragAndDropController: drag.controllerOf((nodes) => nodes.map(({ hit }) => hit)),
	});
	let cancel = { isCancellationRequested: false };
	/** What is shown, so that nothing is asked twice while the caret moves within a paragraph. */
	let shownKey = '';
	/** The paragraph that was asked for last: asked for again when documents come and go. */
	let lastParagraph: Paragraph | undefined;
	let renewTimer: ReturnType<typeof setTimeout> | undefined;

	const isNote = ({ languageId }: vscode.TextDocument) => settings.values.hoverLanguages.includes(languageId);
	const say = (message: string, about?: string) => {
		view.message = message;
		view.description = about === undefined ? '' : toPlainLabel(about, 60);
	};
	const setShown = () => vscode.commands.executeCommand('setContext', contextKeys.hasNear, true);
	const readParagraph = async ({ document, selection }: vscode.TextEditor): Promise<Paragraph | undefined> => {
		const note = await terms.read(document);
		const range = note && findParagraph(note.text, document.offsetAt(selection.active));
		return note && range && { document, text: note.text.slice(range.start, range.end), prose: proseWithin(range, note.prose) };
	};
	const ask = async (paragraph: Paragraph): Promise<void> => {
		const { document, text, prose } = paragraph;
		cancel.isCancellationRequested = true;
		const own = { isCancellationRequested: false };
		cancel = own;
		const key = `${document.uri.toString()}\n${text}`;
		lastParagraph = paragraph;
		if (key === shownKey || host.library === undefined) {
			return;
		}
		if (prose.every(({ start, end }) => text.slice(start, end).trim() === '')) {
			shownKey = key;
			lastParagraph = undefined;
			provider.show([]);
			say(vscode.l10n.t('Here stands code, or nothing but links.'), text);
			return;
		}
		const scopeOfNote = withoutDocument(scope.searchScope, fromReaderUri(document.uri) ?? document.uri.toString());
		const answer = await host.library.findNear({ text, prose, limit: maxPassages, scope: scopeOfNote }, own);
		if (!own.isCancellationRequested) {
			shownKey = key;
			await setShown();
			provider.show(foldNearDuplicates(answer.hits));
			say(toMessage(answer), text);
		}
	};
	const follow = async () => {
		const editor = vscode.window.activeTextEditor;
		if (editor === undefined || !isNote(editor.document) || !view.visible || !settings.values.isNearFollowing) {
			return;
		}
		const paragraph = await readParagraph(editor);
		// On an empty line the last paragraph's passages stay: that is where the next one is begun.
		if (paragraph !== undefined) {
			await ask(paragraph);
		}
	};
	const inBackground = (work: Promise<void>) =>
		work.catch((error: unknown) => {
			if (!Cancelled.is(error) && !(error instanceof ConnectionLost)) {
				log.error(`near: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			}
		});
	const follower = followCaret(view, followAfterMs, () => inBackground(follow()));
	const renewSoon = () => {
		shownKey = '';
		if (lastParagraph === undefined || !view.visible) {
			return;
		}
		const { phase } = documents.status;
		renewTimer ??= setTimeout(
			() => {
				renewTimer = undefined;
				// An answer that was on its way when documents changed may have come since; it is of before.
				shownKey = '';
				if (lastParagraph !== undefined && view.visible) {
					void inBackground(ask(lastParagraph));
				}
			},
			phase === 'finding' || phase === 'reading' ? renewWhileReadingMs : renewAfterMs,
		);
	};
	// Where the workspace says something of its own, what the person's settings say counts for nothing there.
	const setFollowing = async (isOn: boolean) => {
		const configuration = vscode.workspace.getConfiguration('dossier');
		const isOfWorkspace = configuration.inspect(settingIds.nearFollowCaret)?.workspaceValue !== undefined;
		const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
		await configuration.update(settingIds.nearFollowCaret, isOn, target);
	};
	const open = (hit: SearchHit, viewColumn: vscode.ViewColumn | undefined) =>
		showHit({ documents, reader }, hit, {
			preview: viewColumn === undefined,
			preserveFocus: viewColumn === undefined,
			...(viewColumn === undefined ? {} : { viewColumn }),
		});
	const chosen = (node: unknown): SearchHit | undefined => (isNearNode(node) ? node.hit : view.selection[0]?.hit);

	const disposables: Disposable[] = [
		provider,
		view,
		follower,
		settings.onDidChange(() => follower.soon()),
		{ dispose: () => clearTimeout(renewTimer) },
		scope.onDidChange(renewSoon),
		documents.onDidChange(({ removedIds }) => {
			// At once: a passage of what is gone leads nowhere.
			provider.drop(new Set(removedIds));
			renewSoon();
		}),
		documents.onDidChangeStatus(({ phase }) => {
			if (phase === 'ready') {
				renewSoon();
				follower.soon();
			}
		}),
		view.onDidChangeVisibility(({ visible }) => {
			if (visible && shownKey === '') {
				renewSoon();
			}
		}),
		registerCommand(commandIds.showNearPassages, log, async () => {
			const editor = vscode.window.activeTextEditor;
			await setShown();
			const paragraph = editor === undefined ? undefined : await readParagraph(editor);
			shownKey = '';
			lastParagraph = undefined;
			if (paragraph === undefined) {
				provider.show([]);
				say(vscode.l10n.t('Put the caret in a paragraph of a note first.'));
			} else if (host.library === undefined) {
				provider.show([]);
				say(vscode.l10n.t('The library is not running; refresh it to start it again'));
			} else {
				await vscode.window.withProgress({ location: { viewId: viewIds.near } }, () => ask(paragraph));
			}
			await vscode.commands.executeCommand(`${viewIds.near}.focus`);
		}),
		registerCommand(commandIds.followCaret, log, () => setFollowing(true)),
		registerCommand(commandIds.stopFollowingCaret, log, () => setFollowing(false)),
		registerCommand(privateCommandIds.openNear, log, async (node) => {
			if (isNearNode(node)) {
				await open(node.hit, undefined);
			}
		}),
		registerCommand(commandIds.openNearToSide, log, async (node) => {
			const hit = chosen(node);
			if (hit !== undefined) {
				await open(hit, vscode.ViewColumn.Beside);
			}
		}),
		registerCommand(commandIds.insertNearQuotation, log, async (node) => {
			const [hit, editor] = [chosen(node), findNoteEditor()];
			if (hit !== undefined && editor !== undefined) {
				await quotations.insert(hit, editor);
			} else if (hit !== undefined) {
				await quotations.copy(hit, undefined);
			}
		}),
		registerCommand(commandIds.copyNearQuotation, log, async (node) => {
			const hit = chosen(node);
			if (hit !== undefined) {
				await quotations.copy(hit, findNoteEditor()?.document);
			}
		}),
	];
	return { provider, view, dispose: () => disposeAll(disposables) };
}

/** What stands above the passages: nothing where there are some. */
function toMessage({ kind, hits, coverage }: NearAnswer): string {
	if (hits.length > 0) {
		return '';
	}
	const locale = vscode.env.language;
	const searched = coverage.read + coverage.partial;
	const line =
		kind === 'tooShort'
			? vscode.l10n.t('This paragraph has too few words that your documents know.')
			: searched === 1
				? vscode.l10n.t('No passage of 1 document comes near this paragraph.')
				: vscode.l10n.t('No passage of {0} documents comes near this paragraph.', searched.toLocaleString(locale));
	const gaps = toGapLine(coverage, vscode.l10n.t, locale);
	return gaps === undefined ? line : `${line} (${gaps})`;
}

/** The scope, and the note left out of it. */
function withoutDocument(scope: SearchScope | undefined, id: string): SearchScope {
	if (scope?.kind === 'only') {
		return { ...scope, ids: new Set([...scope.ids].filter((known) => known !== id)) };
	}
	return { kind: 'without', ids: new Set([...(scope?.ids ?? []), id]) };
}

function isNearNode(node: unknown): node is { readonly hit: SearchHit } {
	return typeof node === 'object' && node !== null && 'hit' in node && typeof node.hit === 'object' && node.hit !== null;
}
