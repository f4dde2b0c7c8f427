import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { Card } from '../../terms/card.ts';
import { addAlias, defineTerm, hideTerm } from '../../terms/glossaryEdits.ts';
import { registerCommand } from '../commands.ts';
import { commandIds, privateCommandIds, readerScheme } from '../ids.ts';
import type { LinkTargets } from '../linkTargets.ts';
import { toIconFreeLabel, toMessage, toPlainLabel } from '../plainLabel.ts';
import { commandLimitMs, type NoteTerms } from '../termHover/noteTerms.ts';
import type { TermList } from '../termList.ts';
import { editInPlace, editInView, openGlossary } from './glossaryFiles.ts';

/** What the glossary's commands need of the rest. */
export interface GlossaryOptions {
	readonly list: TermList;
	readonly terms: NoteTerms;
	readonly links: LinkTargets;
	/** The term that a menu's or button's argument names: a line of one of our views. */
	readonly toTerm: (argument: unknown) => string | undefined;
	readonly log: vscode.LogOutputChannel;
}

/** Words longer than this are no term. */
const maxTermLength = 120;

/** Makes the commands that write to the writer's glossary: define a term, add another form to one, hide one. */
export function registerGlossary({ list, terms, links, toTerm, log }: GlossaryOptions): vscode.Disposable {
	const findTerm = async (argument: unknown) =>
		toTerm(argument) ?? getSelectedWords() ?? (await getCardAtCaret(terms))?.term ?? getWordAtCaret();
	const withGlossary = async (term: string, doIt: (document: vscode.TextDocument) => Promise<unknown>) => {
		const document = await openGlossary(term);
		if (document === undefined) {
			await vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of your notes first: your glossary stands in it.'));
			return;
		}
		await doIt(document);
	};
	const define = (term: string) => withGlossary(term, (document) => editInView(document, (markdown) => defineTerm(markdown, term)));
	const hide = (term: string) =>
		withGlossary(term, async (document) => {
			await editInPlace(document, (markdown) => hideTerm(markdown, term));
			const open = vscode.l10n.t('Open Glossary');
			const said = vscode.l10n.t('“{0}” is no longer explained. Your glossary lists it behind “Hidden:”.', toPlainLabel(term, 80));
			const choice = await vscode.window.showInformationMessage(toMessage(said), open);
			if (choice === open) {
				await vscode.window.showTextDocument(document);
			}
		});
	const sayWhat = () => vscode.window.showInformationMessage(vscode.l10n.t('Put the caret on a word, or select a few, first.'));
	const cardOf = (handle: unknown): Card | undefined => {
		const target = links.find(handle);
		return target?.kind === 'card' ? target.card : undefined;
	};
	const hideHover = () => vscode.commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
	const disposables: Disposable[] = [
		registerCommand(commandIds.defineTerm, log, async (argument) => {
			const term = await findTerm(argument);
			await (term === undefined ? sayWhat() : define(term));
		}),
		registerCommand(commandIds.hideTerm, log, async (argument) => {
			const term = toTerm(argument) ?? (await getCardAtCaret(terms))?.term ?? getSelectedWords();
			await (term === undefined ? sayWhat() : hide(term));
		}),
		registerCommand(privateCommandIds.defineCard, log, async (handle) => {
			const card = cardOf(handle);
			if (card !== undefined) {
				await hideHover();
				await define(card.term);
			}
		}),
		registerCommand(privateCommandIds.hideCard, log, async (handle) => {
			const card = cardOf(handle);
			if (card !== undefined) {
				await hideHover();
				await hide(card.term);
			}
		}),
		registerCommand(commandIds.addAlias, log, async (argument) => {
			const ofView = toTerm(argument);
			const words = getSelectedWords() ?? (ofView === undefined ? getWordAtCaret() : undefined);
			const alias = words ?? (await askAlias(ofView));
			const term = alias === undefined ? undefined : (ofView ?? (await pickTerm(list, alias)));
			if (alias === undefined || term === undefined) {
				return;
			}
			await withGlossary(term, async (document) => {
				await editInPlace(document, (markdown) => addAlias(markdown, term, alias));
				const said = vscode.l10n.t('“{0}” now stands for “{1}” too', toPlainLabel(alias, 80), toPlainLabel(term, 80));
				vscode.window.setStatusBarMessage(toIconFreeLabel(said), 5_000);
			});
		}),
	];
	return { dispose: () => disposeAll(disposables) };
}

async function getCardAtCaret(terms: NoteTerms): Promise<Card | undefined> {
	const editor = vscode.window.activeTextEditor;
	return editor === undefined
		? undefined
		: (await terms.explainAt(editor.document, editor.document.offsetAt(editor.selection.active), commandLimitMs))?.card;
}

function getSelectedWords(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	const words = editor === undefined || editor.selection.isEmpty ? '' : editor.document.getText(editor.selection);
	const term = words.replace(/\s+/g, ' ').trim();
	return term === '' || term.length > maxTermLength ? undefined : term;
}

function getWordAtCaret(): string | undefined {
	const editor = vscode.window.activeTextEditor;
	const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
	return editor === undefined || range === undefined || editor.document.uri.scheme === readerScheme
		? undefined
		: editor.document.getText(range).slice(0, maxTermLength);
}

function askAlias(term: string | undefined): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		// VS Code makes links of what looks like one in a prompt, as in a message.
		prompt:
			term === undefined
				? vscode.l10n.t('Another form of a term')
				: toMessage(vscode.l10n.t('Another form of “{0}”', toPlainLabel(term, 80))),
		validateInput: (value) => (value.trim().length > maxTermLength ? vscode.l10n.t('That is too long for a term.') : undefined),
	});
}

/** For which term the words stand: the writer's own first, then those of the documents. */
async function pickTerm(list: TermList, alias: string): Promise<string | undefined> {
	const items = list.get().then((all) =>
		all.slice(0, 20_000).map((row) => ({
			label: toIconFreeLabel(row.term),
			description: [row.isOwn ? vscode.l10n.t('your glossary') : '', row.expansion === null ? '' : toIconFreeLabel(row.expansion, 80)]
				.filter((part) => part !== '')
				.join(' · '),
			term: row.term,
		})),
	);
	const picked = await vscode.window.showQuickPick(items, {
		placeHolder: vscode.l10n.t('Which term does “{0}” stand for?', toIconFreeLabel(alias, 80)),
		matchOnDescription: true,
	});
	return picked?.term;
}
