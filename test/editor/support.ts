import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { slowness } from '../../scripts/test/patience.mjs';
import type { TreeNode } from '../../src/editor/libraryTree/treeProvider.ts';
import type { TestAccess } from '../../src/extension.ts';

/** The running extension, as `activate` gives it out in tests, once everything is read. */
export async function getReadyAccess(): Promise<TestAccess> {
	const extension = vscode.extensions.getExtension<TestAccess>('dossier.dossier');
	assert.ok(extension, 'Dossier is not there');
	const access = await extension.activate();
	await waitFor('the collection to be read', () => access.documents.status.phase === 'ready' && access.documents.size > 0);
	return access;
}

/** Asks until the answer is neither `undefined` nor `false`, and gives it. */
export async function waitFor<T>(what: string, probe: () => T | Promise<T>, limitMs = 120_000 * slowness): Promise<NonNullable<T>> {
	const end = performance.now() + limitMs;
	for (;;) {
		const value = await probe();
		if (value !== undefined && value !== null && value !== false) {
			return value as NonNullable<T>;
		}
		assert.ok(performance.now() < end, `Waited ${limitMs} ms in vain for ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** The tree as it would be drawn, opened to this depth: two spaces a level, then label and description. */
export async function drawTree({ tree }: TestAccess, depth: number, node?: TreeNode, indent = ''): Promise<string[]> {
	if (depth === 0) {
		return [];
	}
	const lines: string[] = [];
	for (const child of await tree.provider.getChildren(node)) {
		const item = tree.provider.getTreeItem(child);
		lines.push(`${indent}${String(item.label)} | ${String(item.description ?? '')}`);
		lines.push(...(await drawTree({ tree } as TestAccess, depth - 1, child, `${indent}  `)));
	}
	return lines;
}

/** The first folder of the window, where the sample collection stands in `seeds/` and the sample note is `note.md`. */
export function getWorkspace(): vscode.Uri {
	const uri = vscode.workspace.workspaceFolders?.[0]?.uri;
	assert.ok(uri);
	return uri;
}

export function toWorkspaceUri(path: string): vscode.Uri {
	return vscode.Uri.joinPath(getWorkspace(), path);
}

/** Writes a file of the workspace through the system, as another program would. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
	const uri = toWorkspaceUri(path);
	await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
	return uri;
}

export async function removeFile(path: string): Promise<void> {
	await vscode.workspace.fs.delete(toWorkspaceUri(path), { recursive: true });
}

/** The summary of the document at a path of the workspace, once the library has it. */
export function waitForDocument(access: TestAccess, path: string, isWanted: (title: string | null) => boolean = () => true) {
	return waitFor(`the document ${path}`, () => {
		const summary = access.documents.get(toWorkspaceUri(path).toString());
		return summary !== undefined && isWanted(summary.title) ? summary : undefined;
	});
}

export async function changeSetting(id: string, value: unknown): Promise<void> {
	await vscode.workspace.getConfiguration('dossier').update(id, value, vscode.ConfigurationTarget.Workspace);
}
