import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DocumentDrop, dragController } from '../../src/editor/libraryTree/dragAndDrop.ts';
import type { TreeNode } from '../../src/editor/libraryTree/treeProvider.ts';
import type { TestAccess } from '../../src/extension.ts';
import { getReadyAccess, getWorkspace, removeFile, toWorkspaceUri, waitFor, writeFile } from './support.ts';

describe('documents of the tree', () => {
	let access: TestAccess;
	let nodes: readonly TreeNode[];
	const nobody = new vscode.CancellationTokenSource().token;

	before(async () => {
		access = await getReadyAccess();
		const [group] = await access.tree.provider.getChildren();
		nodes = await access.tree.provider.getChildren(group);
		assert.equal(nodes.length, 2);
		await writeFile('notes/deep (1)/a.md', '# A note\n');
		await writeFile('notes/deep (1)/a.tex', 'A note.\n');
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await removeFile('notes');
	});

	/** What is inserted where the nodes are dragged from the tree and dropped into a note. */
	async function drop(dragged: readonly TreeNode[], path: string): Promise<vscode.DocumentDropEdit | undefined> {
		const transfer = new vscode.DataTransfer();
		await dragController.handleDrag?.(dragged, transfer, nobody);
		return new DocumentDrop(access.documents).provideDocumentDropEdits(
			await vscode.workspace.openTextDocument(toWorkspaceUri(path)),
			new vscode.Position(0, 0),
			transfer,
		);
	}

	it('become links when they are dropped into a note, relative to it', async () => {
		const edit = await drop(nodes, 'notes/deep (1)/a.md');
		assert.equal(
			edit?.insertText,
			'[nowhere to turn](../../seeds/000_b7839f6131af2caa.txt)\n' +
				'[Trafficking of Korean Women in US](../../seeds/003_5330bd3181756004.txt)',
		);
		assert.equal((await drop(nodes.slice(0, 1), 'note.md'))?.insertText, '[nowhere to turn](seeds/000_b7839f6131af2caa.txt)');
	});

	it('become paths in a note that is no Markdown', async () =>
		assert.equal((await drop(nodes.slice(0, 1), 'notes/deep (1)/a.tex'))?.insertText, '../../seeds/000_b7839f6131af2caa.txt'));

	it('leave other drops alone: groups, other files, another extension’s words', async () => {
		const note = await vscode.workspace.openTextDocument(toWorkspaceUri('note.md'));
		const [group] = await access.tree.provider.getChildren();
		assert.ok(group);
		assert.equal(await drop([group], 'note.md'), undefined);
		for (const [mime, value] of [
			['text/uri-list', toWorkspaceUri('note.md').toString()],
			['text/uri-list', 'file:///etc/passwd'],
			['application/vnd.dossier.documents', '["file:///etc/passwd", 5]'],
			['application/vnd.dossier.documents', '[broken'],
		] as const) {
			const transfer = new vscode.DataTransfer();
			transfer.set(mime, new vscode.DataTransferItem(value));
			assert.equal(await new DocumentDrop(access.documents).provideDocumentDropEdits(note, new vscode.Position(0, 0), transfer), undefined);
		}
	});

	it('are inserted as links at the caret', async () => {
		const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'See .' });
		const editor = await vscode.window.showTextDocument(note);
		editor.selection = new vscode.Selection(0, 4, 0, 4);
		await vscode.commands.executeCommand('dossier.insertLink', nodes[0]);
		assert.equal(note.getText(), `See [nowhere to turn](${getWorkspace().toString()}/seeds/000_b7839f6131af2caa.txt).`);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('are selected in the tree when they are revealed, from the reader and from their file', async () => {
		const [first, second] = nodes;
		assert.ok(first?.type === 'document' && second?.type === 'document');
		await access.reader.show(second.summary.id, { start: 0, end: 0 });
		await vscode.commands.executeCommand('dossier.revealInLibrary');
		await waitFor('the document of the reader', () => access.tree.view.selection.some(({ id }) => id === second.id));
		await vscode.window.showTextDocument(vscode.Uri.parse(first.summary.id, true));
		await vscode.commands.executeCommand('dossier.revealInLibrary');
		await waitFor('the document of the file', () => access.tree.view.selection.some(({ id }) => id === first.id));
	});

	it('are followed in the tree while one reads', async () => {
		const [first, second] = nodes;
		assert.ok(first?.type === 'document' && second?.type === 'document');
		await access.reader.show(second.summary.id, { start: 0, end: 0 });
		await waitFor('the second', () => access.tree.view.selection.some(({ id }) => id === second.id));
		await access.reader.show(first.summary.id, { start: 0, end: 0 });
		await waitFor('the first', () => access.tree.view.selection.some(({ id }) => id === first.id));
	});

	it('are asked for their parts once, however often the tree is drawn, and for no more than an outline if that is enough', async () => {
		await writeFile('seeds/sections.md', '# One\n\nWords.\n\n## Two\n\nWords.\n\n## Three\n\nWords.\n');
		await waitFor('the document', () => access.documents.get(toWorkspaceUri('seeds/sections.md').toString()));
		const { library } = access.host;
		assert.ok(library);
		const { getContent, getOutline } = library;
		const asked: string[] = [];
		Object.assign(library, {
			getContent: (id: string) => {
				asked.push(`content ${id.split('/').at(-1)}`);
				return getContent(id);
			},
			getOutline: (id: string) => {
				asked.push(`outline ${id.split('/').at(-1)}`);
				return getOutline(id);
			},
		});
		try {
			const node = await access.tree.provider.findNode(toWorkspaceUri('seeds/sections.md').toString());
			assert.ok(node);
			for (let round = 0; round < 3; round++) {
				const [top] = await access.tree.provider.getChildren(node);
				assert.ok(top);
				const inner = await access.tree.provider.getChildren(top);
				assert.deepEqual(
					inner.map((part) => String(access.tree.provider.getTreeItem(part).label)),
					['Two', 'Three'],
				);
			}
			assert.deepEqual(asked, ['outline sections.md']);
		} finally {
			Object.assign(library, { getContent, getOutline });
			await removeFile('seeds/sections.md');
		}
		await waitFor('it to go', () => access.documents.size === 2);
	});
});
