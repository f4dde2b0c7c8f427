import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { Card, Receipt } from '../../terms/card.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import { followCaret } from '../followCaret.ts';
import { commandIds, privateCommandIds, readerLanguageId, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LinkTargets } from '../linkTargets.ts';
import { toIconFreeLabel, toMessage, toPlainLabel } from '../plainLabel.ts';
import type { Settings } from '../settings.ts';
import type { ExcludedSenses } from '../termHover/excludedSenses.ts';
import { commandLimitMs, type NoteTerms } from '../termHover/noteTerms.ts';
import type { ExplainLine } from './explainLines.ts';
import { ExplainProvider } from './explainProvider.ts';

/** The caret rests this long before the view follows it. */
const followAfterMs = 200;

/** What the side view needs of the rest. */
export interface ExplainViewOptions {
	readonly host: LibraryHost;
	readonly terms: NoteTerms;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	readonly excludedSenses: ExcludedSenses;
	readonly links: LinkTargets;
	readonly log: vscode.LogOutputChannel;
}

/** The side view, for those who show a term in it. The editor suite reads its tree. */
export interface ExplainView extends vscode.Disposable {
	readonly provider: ExplainProvider;
	readonly view: vscode.TreeView<ExplainLine>;
	/** Shows the card in full, and the view with it. */
	show(card: Card, focus: boolean): Promise<void>;
	/** The term that a line of the view names, or whose card it is of; `undefined` for anything else. */
	toTerm(argument: unknown): string | undefined;
}

/**
 * Makes the side view that explains the term at the caret, as the hover's card does, in full and without hiding the text. It follows the caret
 * while it can be seen; where no term stands, it keeps the last one.
 */
export function registerExplainView({ host, terms, documents, settings, excludedSenses, links, log }: ExplainViewOptions): ExplainView {
	const provider = new ExplainProvider(documents, links);
	const view = vscode.window.createTreeView<ExplainLine>(viewIds.explain, { treeDataProvider: provider, showCollapseAll: false });
	let latest = 0;

	const setCard = (card: Card, otherSenses: readonly Card[] = []) => {
		provider.show(card, otherSenses);
		view.description = toPlainLabel(card.term, 60);
	};
	const show = async (card: Card, focus: boolean, otherSenses: readonly Card[] = []) => {
		latest++;
		setCard(card, otherSenses);
		await vscode.commands.executeCommand(`${viewIds.explain}.${focus ? 'focus' : 'open'}`).then(undefined, () => undefined);
		if (focus && provider.head !== undefined) {
			await view.reveal(provider.head, { select: true, focus: true });
		}
	};
	const toTerm = (argument: unknown) => (provider.holds(argument) ? (argument.term ?? provider.card?.term) : undefined);
	const exclude = async (words: string, term: string) => {
		// Its stemmers are loaded with the recognition, not with the extension.
		const { senseIdOf } = await import('../../terms/recognise.ts');
		const id = senseIdOf(words, { term });
		await excludedSenses.set(id, true);
		const undo = vscode.l10n.t('Undo');
		const said = vscode.l10n.t('“{0}” no longer means “{1}” in this workspace.', toPlainLabel(words, 60), toPlainLabel(term, 60));
		if ((await vscode.window.showInformationMessage(toMessage(said), undo)) === undo) {
			await excludedSenses.set(id, false);
		}
	};
	const isNote = (document: vscode.TextDocument) =>
		document.languageId === readerLanguageId || settings.values.hoverLanguages.includes(document.languageId);
	const explainAtCaret = async () => {
		const editor = vscode.window.activeTextEditor;
		return editor === undefined || !isNote(editor.document)
			? undefined
			: terms.explainAt(editor.document, editor.document.offsetAt(editor.selection.active), commandLimitMs);
	};
	const say = (words: string) => {
		vscode.window.setStatusBarMessage(toIconFreeLabel(words), 4_000);
	};
	const sayNoTerm = () => say(vscode.l10n.t('No key term of your documents stands at the caret'));
	const follow = async () => {
		const request = ++latest;
		const found = await explainAtCaret();
		// A list of the same words drawn anew would only flicker.
		if (request === latest && found !== undefined && view.visible && JSON.stringify(found.card) !== JSON.stringify(provider.card)) {
			setCard(found.card, found.otherSenses);
		}
	};
	const follower = followCaret(view, followAfterMs, () => follow().catch((error: unknown) => log.debug(`side view: ${String(error)}`)));
	const disposables: Disposable[] = [
		provider,
		view,
		follower,
		terms.onDidChange(() => follower.soon()),

		registerCommand(commandIds.explainTerm, log, async () => {
			if (settings.values.isHoverEnabled) {
				await vscode.commands.executeCommand('editor.action.showHover', { focus: 'focusIfVisible' });
			}
			const found = await explainAtCaret();
			if (found === undefined) {
				sayNoTerm();
			} else if (!settings.values.isHoverEnabled) {
				await show(found.card, true, found.otherSenses);
			}
		}),
		registerCommand(commandIds.explainInSideBar, log, async () => {
			const found = await explainAtCaret();
			if (found !== undefined) {
				await show(found.card, true, found.otherSenses);
			} else {
				await vscode.commands.executeCommand(`${viewIds.explain}.focus`);
				sayNoTerm();
			}
		}),
		registerCommand(commandIds.findTermMentions, log, async (argument) => {
			const term = toTerm(argument) ?? toRowTerm(argument) ?? (await explainAtCaret())?.card.term;
			if (term === undefined) {
				sayNoTerm();
				return;
			}
			await vscode.commands.executeCommand(privateCommandIds.findMentions, links.add({ kind: 'mentions', term }));
		}),
		...(
			[
				[commandIds.copyTermQuotation, privateCommandIds.copyReceipt],
				[commandIds.insertTermQuotation, privateCommandIds.insertReceipt],
			] as const
		).map(([id, inner]) =>
			registerCommand(id, log, async (argument) => {
				const line = provider.holds(argument) ? argument : undefined;
				const card = line === undefined ? (await explainAtCaret())?.card : undefined;
				const receipt = line?.receipt ?? toBestReceipt(card);
				if (receipt !== undefined) {
					await vscode.commands.executeCommand(inner, links.add({ kind: 'receipt', receipt }));
				} else if (card !== undefined) {
					say(vscode.l10n.t('No passage of your documents says anything of “{0}” to quote', toPlainLabel(card.term, 60)));
				} else if (line === undefined) {
					sayNoTerm();
				}
			}),
		),
		registerCommand(commandIds.notThisTerm, log, async () => {
			const document = vscode.window.activeTextEditor?.document;
			const version = document?.version;
			const found = await explainAtCaret();
			if (found === undefined || document === undefined || document.version !== version) {
				sayNoTerm();
				return;
			}
			await exclude(document.getText(toRange(document, found)), found.card.term);
		}),
		registerCommand(privateCommandIds.excludeSense, log, async (handle) => {
			const target = links.find(handle);
			if (target?.kind === 'sense') {
				await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
				await exclude(target.words, target.term);
			}
		}),
		registerCommand(commandIds.forgetNotThis, log, async () => {
			const count = excludedSenses.ids.size;
			await excludedSenses.clear();
			const said = count === 0 ? vscode.l10n.t('Nothing was left out here.') : vscode.l10n.t('All meanings are explained again.');
			vscode.window.setStatusBarMessage(said, 5_000);
		}),
		registerCommand(privateCommandIds.explainMore, log, async (handle) => {
			const target = links.find(handle);
			if (target?.kind === 'card') {
				await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
				await show(target.card, true);
			}
		}),
		registerCommand(privateCommandIds.explainName, log, async (handle) => {
			const target = links.find(handle);
			const term = target?.kind === 'term' ? target.term : toTermArgument(handle);
			const card = term === undefined ? undefined : await host.library?.getCard(term);
			if (card !== undefined) {
				await vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
				await show(card, true);
			}
		}),
	];
	return { provider, view, show, toTerm, dispose: () => disposeAll(disposables) };
}

/** The term of a line of a list of terms, whichever list it is. */
function toRowTerm(argument: unknown): string | undefined {
	return typeof argument === 'object' && argument !== null && 'row' in argument ? toTermArgument(argument.row) : undefined;
}

/** A line of a list of terms names its term: such commands are handed all sorts of things. */
function toTermArgument(argument: unknown): string | undefined {
	return typeof argument === 'object' && argument !== null && 'term' in argument && typeof argument.term === 'string'
		? argument.term
		: undefined;
}

function toBestReceipt(card: Card | undefined): Receipt | undefined {
	return card?.definition ?? card?.evidence[0];
}
