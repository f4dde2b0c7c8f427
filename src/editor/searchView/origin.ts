import * as vscode from 'vscode';
import { readerScheme } from '../ids.ts';

/** Where the writer was when the search opened: what Esc leads back to. */
export interface Origin {
	readonly viewColumn: vscode.ViewColumn | undefined;
	/** What was being written; `undefined` if nothing, or if a document was being read. */
	readonly note: vscode.TextDocument | undefined;
	/** Brings back the editor, its selection and its scroll position, and closes what only the preview opened. */
	restore(): Promise<void>;
}

/** Remembers the active editor, and which of our documents stand open. */
export function rememberOrigin(): Origin {
	const editor = vscode.window.activeTextEditor;
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	const selections = editor?.selections;
	const visible = editor?.visibleRanges[0];
	const openBefore = new Set(readerTabs().map(toTabKey));
	return {
		viewColumn: vscode.window.tabGroups.activeTabGroup.viewColumn,
		note: editor?.document.uri.scheme === readerScheme ? undefined : editor?.document,
		async restore() {
			if (editor !== undefined && selections !== undefined) {
				const restored = await vscode.window.showTextDocument(editor.document, {
					preview: tab?.isPreview ?? false,
					...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
				});
				restored.selections = selections;
				if (visible !== undefined && !restored.visibleRanges.some((range) => range.contains(visible))) {
					restored.revealRange(visible, vscode.TextEditorRevealType.AtTop);
				}
			}
			const opened = readerTabs().filter((candidate) => !openBefore.has(toTabKey(candidate)) && candidate.isPreview);
			if (opened.length > 0) {
				await vscode.window.tabGroups.close(opened, true);
			}
		},
	};
}

function readerTabs(): vscode.Tab[] {
	return vscode.window.tabGroups.all
		.flatMap((group) => group.tabs)
		.filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === readerScheme);
}

function toTabKey(tab: vscode.Tab): string {
	return `${tab.group.viewColumn}:${tab.input instanceof vscode.TabInputText ? tab.input.uri.toString() : ''}`;
}
