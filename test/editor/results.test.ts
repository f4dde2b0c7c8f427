import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ResultsNode } from '../../src/editor/resultsView/resultsProvider.ts';
import type { TestAccess } from '../../src/extension.ts';
import { getReadyAccess, removeFile, waitFor, waitForDocument, writeFile } from './support.ts';

describe('the results of a search', () => {
	let access: TestAccess;

	before(async () => {
		access = await getReadyAccess();
	});
	afterEach(async () => {
		await vscode.commands.executeCommand('dossier.clearResults');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	const show = (argument: unknown) => vscode.commands.executeCommand('_dossier.showResults', argument);

	it('are those of the search box: the same totals for the same words', async () => {
		for (const query of ['women', 'traff', 'monthly stipend', 'tydes', 'women -police']) {
			const answer = await access.host.library?.search(query, { limit: 1_000, by: 'passage', isTyping: true });
			await show({ query });
			const shown = access.results.results.shown;
			assert.deepEqual([shown?.set.total, shown?.set.partialTotal], [answer?.total, answer?.partialTotal], query);
			assert.equal(shown?.model.total, answer?.total);
		}
	});

	it('survive whatever a command is called with', async () => {
		for (const argument of [undefined, null, 'women', { query: 3 }, { query: 'women', documentIds: 'x' }, { query: 'x'.repeat(50_000) }]) {
			await show(argument);
		}
		for (const command of [
			'dossier.nextResult',
			'dossier.dismissResult',
			'dossier.copyResult',
			'_dossier.openResult',
			'dossier.insertResult',
		]) {
			await vscode.commands.executeCommand(command, { type: 'nothing' });
		}
	});

	it('become quotations with their source where they are dropped into a note', async () => {
		await show({ query: 'stipend' });
		const { results } = access.results;
		const [document] = results.shown?.model.documents ?? [];
		const [line] = await results.childrenOf(document);
		assert.ok(document !== undefined && line?.type === 'hit');
		const drop = async (nodes: readonly ResultsNode[], content: string, character: number) => {
			const transfer = new vscode.DataTransfer();
			const controller = access.drag.controllerOf<ResultsNode>((dragged) =>
				dragged.flatMap((node) => (node.type === 'hit' ? [node.hit] : [])),
			);
			await controller.handleDrag?.(nodes, transfer, new vscode.CancellationTokenSource().token);
			// On the disk: VS Code shows unsaved texts by itself, over what comes next.
			const note = await vscode.workspace.openTextDocument(await writeFile(`dropped-${character}.md`, content));
			return (await access.drag.provideDocumentDropEdits(note, new vscode.Position(0, character), transfer))?.insertText;
		};
		assert.match(String(await drop([line], '', 0)), /^> [^]*stipend[^]*\n> — [^]*\n$/);
		assert.match(String(await drop([line], 'Before it and after.', 9)), /^\n\n> [^]*stipend[^]*\n\n$/);
		assert.equal(await drop([document], '', 0), undefined);
		await Promise.all(['dropped-0.md', 'dropped-9.md'].map(removeFile));
	});

	it('mark every document that is opened, and are walked to at their first word', async () => {
		await show({ query: 'stipend' });
		const { results } = access.results;
		const document = results.shown?.model.documents[0];
		assert.ok(document !== undefined);
		const content = await access.host.library?.getContent(document.documentId);
		const marks = await results.marksIn(document.documentId);
		assert.deepEqual(
			marks.map(({ start, end }) => content?.text.slice(start, end)),
			['stipend'],
		);
		await vscode.commands.executeCommand('_dossier.openItem', { id: document.documentId, start: 0, end: 0 });
		await waitFor('the document', () => vscode.window.activeTextEditor?.document.uri.scheme === 'dossier');
		await vscode.commands.executeCommand('dossier.nextResult');
		await waitFor('the caret at the word', () => {
			const editor = vscode.window.activeTextEditor;
			return editor?.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active)) === 'stipend';
		});
	});

	it('copy with their source, and insert into the note in one step', async () => {
		const note = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'Here.\n' });
		await vscode.window.showTextDocument(note);
		await show({ query: 'stipend' });
		const [document] = await access.results.provider.getChildren();
		const [hit] = await access.results.provider.getChildren(document);
		assert.equal(hit?.type, 'hit');
		await vscode.commands.executeCommand('dossier.copyResultWithSource', hit);
		assert.match(await vscode.env.clipboard.readText(), /^> .*stipend of 400,000 won[\s\S]*\n> — .*p\. 39/);
		await vscode.commands.executeCommand('dossier.insertResult', hit);
		await waitFor('the quotation', () => /^Here\.\n\n> .*stipend/.test(note.getText()));
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	it('go on to the next document when one is dismissed', async () => {
		await show({ query: 'women' });
		const [first, second] = await access.results.provider.getChildren();
		assert.ok(first?.type === 'document' && second?.type === 'document');
		await vscode.commands.executeCommand('dossier.dismissResult', first);
		await waitFor('the next one', () => access.results.view.selection[0]?.id === second.id);
		assert.equal(access.results.results.shown?.model.total, second.count);
		await vscode.commands.executeCommand('dossier.restoreResults');
	});

	it('follow a file that is written, and one that goes', async () => {
		await show({ query: 'lighthouse' });
		assert.equal(access.results.results.shown?.set.total, 0);
		await waitFor('what says so', () => /^No match in \d+ of \d+ documents/.test(access.results.view.message ?? ''));
		await writeFile('seeds/lights.md', '# Lights\n\nThe lighthouse keeper.\n');
		await waitForDocument(access, 'seeds/lights.md');
		await waitFor('its passages', () => access.results.results.shown?.set.documents.length === 1);
		const [document] = await access.results.provider.getChildren();
		assert.ok(document?.type === 'document');
		assert.equal(access.results.provider.getTreeItem(document).collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
		await removeFile('seeds/lights.md');
		await waitFor('none again', () => access.results.results.shown?.set.total === 0);
	});

	it('stand by year, each line with an id of its own', async () => {
		await show({ query: 'women' });
		await vscode.commands.executeCommand('dossier.resultsByYear');
		const ids: string[] = [];
		const walk = async (node?: ResultsNode): Promise<void> => {
			for (const child of await access.results.provider.getChildren(node)) {
				ids.push(access.results.provider.getTreeItem(child).id ?? '');
				assert.equal(access.results.provider.getParent(child), node);
				await walk(child);
			}
		};
		await walk();
		assert.equal(new Set(ids).size, ids.length);
		assert.ok(ids.length > 10);
		await vscode.commands.executeCommand('dossier.resultsByDocument');
	});
});
