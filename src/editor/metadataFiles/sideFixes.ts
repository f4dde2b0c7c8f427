import * as vscode from 'vscode';
import { toPlainLabel } from '../plainLabel.ts';
import type { SideDiagnostics } from './sideDiagnostics.ts';
import { toYamlText } from './sideLines.ts';

/** Offers to write what was probably meant, and to put quotation marks around a text with a colon. */
export class SideFixes implements vscode.CodeActionProvider {
	readonly #diagnostics: SideDiagnostics;

	constructor(diagnostics: SideDiagnostics) {
		this.#diagnostics = diagnostics;
	}

	provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
		return this.#diagnostics.findFaults(document, range).flatMap((fault) => {
			const place = new vscode.Range(document.positionAt(fault.start), document.positionAt(fault.end));
			const written = document.getText(place);
			const meant =
				fault.kind === 'unquotedColon'
					? JSON.stringify(written)
					: fault.suggestion === undefined
						? undefined
						: toYamlText(fault.suggestion);
			if (meant === undefined) {
				return [];
			}
			const title =
				fault.kind === 'unquotedColon'
					? vscode.l10n.t('Put it in quotation marks')
					: vscode.l10n.t('Change to “{0}”', toPlainLabel(meant, 200));
			const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
			action.edit = new vscode.WorkspaceEdit();
			action.edit.replace(document.uri, place, meant);
			action.diagnostics = context.diagnostics.filter((diagnostic) => diagnostic.code === fault.kind && diagnostic.range.isEqual(place));
			action.isPreferred = true;
			return [action];
		});
	}
}
