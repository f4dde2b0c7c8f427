import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/extension.ts';
import { getReadyAccess, removeFile, toWorkspaceUri, waitFor, waitForDocument, writeFile } from './support.ts';

describe('the reader', () => {
	let access: TestAccess;
	let pageId: string;

	before(async () => {
		access = await getReadyAccess();
		pageId = [...access.documents.all()].find(({ title }) => title === 'nowhere to turn')?.id ?? '';
		assert.ok(pageId);
	});
	afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

	/** The file itself in the active editor, with these words selected: the selection may come a moment after the editor. */
	const waitForOriginal = (id: string, words: string) =>
		waitFor(`“${words}” in the file`, () => {
			const editor = vscode.window.activeTextEditor;
			return editor?.document.uri.toString() === id && editor.document.getText(editor.selection) === words;
		});

	it('shows exactly the clean text, read-only, in its own language, under the document’s title', async () => {
		const content = await access.host.library?.getContent(pageId);
		const editor = await access.reader.show(pageId, { start: 0, end: 0 });
		assert.equal(editor?.document.getText(), content?.text);
		assert.equal(editor?.document.languageId, 'dossier-document');
		await waitFor('the title on its tab', () => vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'nowhere to turn');
		await vscode.commands.executeCommand('type', { text: 'x' });
		assert.equal(editor?.document.getText(), content?.text);
		assert.equal(editor?.document.isDirty, false);
	});

	it('opens at the words asked for', async () => {
		const content = await access.host.library?.getContent(pageId);
		const start = content?.text.indexOf('monthly stipend') ?? -1;
		const editor = await access.reader.show(pageId, { start, end: start + 15 });
		assert.ok(editor);
		await waitFor('the caret at the words', () => editor.document.offsetAt(editor.selection.active) === start);
		await waitFor('the words in sight', () => editor.visibleRanges.some((range) => range.contains(editor.selection.active)));
	});

	it('has an outline', async () => {
		const editor = await access.reader.show(pageId, { start: 0, end: 0 });
		const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			editor?.document.uri,
		);
		assert.deepEqual(
			symbols.map(({ name }) => name),
			['Page 39'],
		);
	});

	it('leads to the untouched file, at the same words', async () => {
		const content = await access.host.library?.getContent(pageId);
		const start = content?.text.indexOf('available to women') ?? -1;
		assert.ok(start > 0);
		const editor = await access.reader.show(pageId, { start, end: start });
		assert.ok(editor);
		editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + 'available'.length));
		await vscode.commands.executeCommand('dossier.openOriginal');
		await waitForOriginal(pageId, 'avail- able');
	});

	it('leads to the same words of a file with line ends of several kinds', async () => {
		const lines = Array.from({ length: 60 }, (_, index) => `The tide of day ${index} rises twice.`);
		await writeFile('seeds/mixed.txt', lines.map((line, index) => line + (['\r\n\r\n', '\n\n', '\r\r'][index % 3] ?? '')).join(''));
		const { id } = await waitForDocument(access, 'seeds/mixed.txt');
		const content = await access.host.library?.getContent(id);
		const start = content?.text.indexOf('tide of day 57') ?? -1;
		const editor = await access.reader.show(id, { start, end: start });
		assert.ok(editor);
		editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(start + 'tide of day 57'.length));
		await vscode.commands.executeCommand('dossier.openOriginal');
		await waitForOriginal(id, 'tide of day 57');
		await removeFile('seeds/mixed.txt');
		await waitFor('the document to go', () => access.documents.get(id) === undefined);
	});

	it('follows the file, and keeps its tab', async () => {
		await writeFile('seeds/tides.md', '# On Tides\n\nThe tide rises.\n');
		const { id } = await waitForDocument(access, 'seeds/tides.md', (title) => title === 'On Tides');
		const editor = await access.reader.show(id, { start: 0, end: 0 });
		assert.match(editor?.document.getText() ?? '', /The tide rises/);
		await writeFile('seeds/tides.md', '# On Tides\n\nThe tide falls.\n');
		await waitFor('the new text', () => /The tide falls/.test(editor?.document.getText() ?? ''));
		await removeFile('seeds/tides.md');
		await waitFor('the document to go', () => access.documents.get(id) === undefined);
	});

	describe('finds nothing but documents of the library', () => {
		const check = (name: string, toUri: () => vscode.Uri) =>
			it(name, async () => {
				await assert.rejects(async () => {
					const document = await vscode.workspace.openTextDocument(toUri());
					assert.equal(document.getText(), '', 'something was shown');
					throw new Error('nothing was shown');
				});
			});
		const path = '/Dossier Library/x/y';
		check('not a file of the system', () => vscode.Uri.from({ scheme: 'dossier', path, query: 'file:///etc/passwd' }));
		check('not a file beside the folder', () => vscode.Uri.from({ scheme: 'dossier', path, query: toWorkspaceUri('note.md').toString() }));
		check('not by climbing', () => vscode.Uri.from({ scheme: 'dossier', path, query: `${toWorkspaceUri('seeds').toString()}/../note.md` }));
		check('not by escaped climbing', () =>
			vscode.Uri.from({ scheme: 'dossier', path, query: `${toWorkspaceUri('seeds').toString()}/..%2fnote.md` }),
		);
		check('not by climbing that is escaped twice', () =>
			vscode.Uri.from({ scheme: 'dossier', path, query: `${toWorkspaceUri('seeds').toString()}/..%252fnote.md` }),
		);
		check('not by path', () => vscode.Uri.from({ scheme: 'dossier', path: '/etc/passwd' }));
		check('not under another authority', () => vscode.Uri.from({ scheme: 'dossier', authority: 'evil', path, query: pageId }));
		check('not under another folder', () => vscode.Uri.from({ scheme: 'dossier', path: '/x/y', query: pageId }));
		check('not without a name', () => vscode.Uri.from({ scheme: 'dossier', path }));
	});

	describe('commands take no arguments but their own', () => {
		const hostile: readonly unknown[] = [
			undefined,
			null,
			'file:///etc/passwd',
			'command:workbench.action.quit',
			{ id: 'file:///etc/passwd', start: 0, end: 0 },
			{ id: 'x'.repeat(1_000_000), start: 0, end: 0 },
			{ summary: { id: 'file:///etc/passwd' } },
			{ start: -1, end: Number.NaN },
			[1, 2, 3],
			999_999_999,
			-1,
		];
		for (const command of [
			'_dossier.openItem',
			'_dossier.openReceipt',
			'_dossier.copyReceipt',
			'_dossier.findMentions',
			'dossier.openToSide',
			'dossier.toggleInScope',
			'dossier.openOriginal',
		]) {
			it(command, async () => {
				await vscode.env.clipboard.writeText('before');
				for (const argument of hostile) {
					await vscode.commands.executeCommand(command, argument);
				}
				assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
				assert.equal(await vscode.env.clipboard.readText(), 'before');
			});
		}
	});

	it('copies a selection with its source', async () => {
		const content = await access.host.library?.getContent(pageId);
		const start = content?.text.indexOf('A monthly stipend') ?? -1;
		const editor = await access.reader.show(pageId, { start, end: start });
		assert.ok(editor);
		editor.selection = new vscode.Selection(
			editor.document.positionAt(start),
			editor.document.positionAt(start + 'A monthly stipend'.length),
		);
		await vscode.commands.executeCommand('dossier.copyQuotation');
		assert.equal(
			await vscode.env.clipboard.readText(),
			'> A monthly stipend\n> — *nowhere to turn*, p. 39, [000\\_b7839f6131af2caa.txt](000_b7839f6131af2caa.txt)',
		);
	});

	it('names a house once that is author and publisher', async () => {
		const text = '---\ntitle: Second Opinion\nauthor: Kestrel Ltd\npublisher: Kestrel Ltd\n---\n\nThe stand is fit.\n';
		await writeFile('seeds/house.md', text);
		const { id, publisher } = await waitForDocument(access, 'seeds/house.md', (title) => title === 'Second Opinion');
		assert.equal(publisher, 'Kestrel Ltd');
		const editor = await access.reader.show(id, { start: 0, end: 0 });
		assert.ok(editor);
		const start = editor.document.getText().indexOf('The stand');
		editor.selection = new vscode.Selection(
			editor.document.positionAt(start),
			editor.document.positionAt(start + 'The stand is fit.'.length),
		);
		await vscode.commands.executeCommand('dossier.copyQuotation');
		assert.match(await vscode.env.clipboard.readText(), /\n> — Kestrel Ltd, \*Second Opinion\*, \[house\.md\]/);
		await removeFile('seeds/house.md');
		await waitFor('the document to go', () => access.documents.get(id) === undefined);
	});

	it('breaks an endless paragraph at its sentences, and everything still leads to the very words', async () => {
		const sentences = Array.from({ length: 300 }, (_, at) => `On day ${at} the tide came in twice, and Ms. Roe wrote it down.`);
		await writeFile('seeds/endless.md', `# Endless\n\n${sentences.join(' ')}\n\n## 潮\n\n${'海は静かだった。'.repeat(900)}終わり。\n`);
		const { id } = await waitForDocument(access, 'seeds/endless.md');
		const content = await access.host.library?.getContent(id);
		assert.ok(content);
		for (const words of ['day 250 the tide', '終わり']) {
			const start = content.text.indexOf(words);
			const range = { start, end: start + words.length };
			const editor = await access.reader.show(id, range, { words: [range] });
			assert.ok(editor);
			const lines = editor.document.getText().split('\n');
			assert.ok(lines.every((line) => line.length <= 5_000));
			const shown = await waitFor('the caret at the words', () => {
				const caret = editor.selection.active;
				const behind = new vscode.Range(caret, caret.translate(0, words.length));
				return editor.document.getText(behind) === words ? behind : undefined;
			});
			editor.selection = new vscode.Selection(shown.start, shown.end);
			await vscode.commands.executeCommand('dossier.openOriginal');
			await waitForOriginal(id, words);
		}
		// A selection over a break that is only shown is copied as it is written.
		const editor = await access.reader.show(id, { start: 0, end: 0 });
		assert.ok(editor);
		const line = editor.document
			.getText()
			.split('\n')
			.findIndex((text) => text.startsWith('On day'));
		const end = editor.document.lineAt(line).range.end;
		editor.selection = new vscode.Selection(end.translate(0, -5), new vscode.Position(line + 1, 6));
		await vscode.commands.executeCommand('dossier.copyQuotation');
		assert.match(await vscode.env.clipboard.readText(), /^> down\. On day\n/);
		const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			editor.document.uri,
		);
		const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
			list.flatMap((symbol) => [editor.document.getText(symbol.selectionRange), ...names(symbol.children)]);
		assert.deepEqual(names(symbols), ['Endless', '潮']);
		await removeFile('seeds/endless.md');
		await waitFor('the document to go', () => access.documents.get(id) === undefined);
	});
});
