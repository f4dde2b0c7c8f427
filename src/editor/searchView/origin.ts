import * as vscode from 'vscode';
import { readerScheme } from '../ids.ts';

/** Where the writer was when the search opened: what Esc leads back to. */
export interface Origin {
	readonly viewColumn: vscode.ViewColumn | undefined;
	/** Where something was being written; `undefined` if nothing was, or if a document was being read. */
	readonly noteEditor: vscode.TextEditor | undefined;
	/** Brings back the editor, its selection and its scroll position, and the tab that the preview replaced; closes what only the preview opened. */
	restore(): Promise<void>;
}

/** Remembers the active editor, and which of our documents stand open. */
export function rememberOrigin(): Origin {
	const editor = vscode.window.activeTextEditor;
	const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
	const selections = editor?.selections;
	const visible = editor?.visibleRanges[0];
	const replaceable = findReplaceable(tab);
	const openBefore = new Set(readerTabs().map(toTabKey));
	return {
		viewColumn: vscode.window.tabGroups.activeTabGroup.viewColumn,
		noteEditor: editor?.document.uri.scheme === readerScheme ? undefined : editor,
		async restore() {
			if (replaceable !== undefined && !isOpen(replaceable)) {
				await vscode.window.showTextDocument(replaceable.uri, { preview: true, preserveFocus: true, viewColumn: replaceable.viewColumn });
			}
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

/** A tab behind the active one that the next preview takes the place of. */
function findReplaceable(active: vscode.Tab | undefined): { readonly uri: vscode.Uri; readonly viewColumn: vscode.ViewColumn } | undefined {
	const { tabs, viewColumn } = vscode.window.tabGroups.activeTabGroup;
	const input = tabs.find((tab) => tab.isPreview && tab !== active)?.input;
	return input instanceof vscode.TabInputText ? { uri: input.uri, viewColumn } : undefined;
}

function isOpen({ uri, viewColumn }: { readonly uri: vscode.Uri; readonly viewColumn: vscode.ViewColumn }): boolean {
	const group = vscode.window.tabGroups.all.find((candidate) => candidate.viewColumn === viewColumn);
	return group?.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()) ?? false;
}

function readerTabs(): vscode.Tab[] {
	return vscode.window.tabGroups.all
		.flatMap((group) => group.tabs)
		.filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === readerScheme);
}

function toTabKey(tab: vscode.Tab): string {
	return `${tab.group.viewColumn}:${tab.input instanceof vscode.TabInputText ? tab.input.uri.toString() : ''}`;
}
