import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/extension.ts';
import { drawTree, getReadyAccess, removeFile, toWorkspaceUri, waitFor, waitForDocument, writeFile } from './support.ts';

const tide = 'The tides of Bristol\n\nThe harbour tides rise twice a day, according to the Bristol Tide Office.';

describe('side files', () => {
	let access: TestAccess;

	before(async () => {
		access = await getReadyAccess();
		await writeFile('sources/tide.txt', tide);
		await writeFile('sources/deep/salt.md', '# The salt of York\n\nBy Ana Ruiz\n\nSalt is dug by hand, and carried to the harbour.');
		await waitForDocument(access, 'sources/tide.txt');
		await waitForDocument(access, 'sources/deep/salt.md');
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await removeFile('sources');
		await waitFor(
			'the collection again',
			async () => access.documents.status.phase === 'ready' && (await drawTree(access, 1)).join() === 'seeds | 2 documents',
		);
	});
	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		for (const name of ['dossier.yml', 'tide.txt.yml', 'my.bib']) {
			try {
				await removeFile(`sources/${name}`);
			} catch {
				// This test made none.
			}
		}
		await waitForDocument(access, 'sources/tide.txt', (title) => title === 'The tides of Bristol');
	});

	const open = async (text: string, name = 'dossier.yml') => {
		const document = await vscode.workspace.openTextDocument(await writeFile(`sources/${name}`, text));
		await vscode.window.showTextDocument(document);
		// What an earlier test left may still be shown for a moment.
		await waitFor('the text in the editor', () => document.getText() === text);
		return document;
	};
	/** The faults as `words at the place: message`, once there are as many. */
	const waitForFaults = (document: vscode.TextDocument, count: number) =>
		waitFor(`${count} faults`, () => {
			const own = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Dossier');
			return own.length === count ? own.map(({ range, message }) => `${document.getText(range)}: ${message}`) : undefined;
		});
	const complete = async (document: vscode.TextDocument, position: vscode.Position) => {
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			document.uri,
			position,
		);
		return list.items
			.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
			.map(({ label }) => (typeof label === 'string' ? label : label.label));
	};

	it('change the tree when they are saved, and are no documents', async () => {
		await writeFile('sources/dossier.yml', 'tide.txt:\n  title: The Harbour Book\n  author: Ben Cho\n  date: 2008-03-01\n');
		const summary = await waitForDocument(access, 'sources/tide.txt', (title) => title === 'The Harbour Book');
		assert.equal(summary.author, 'Ben Cho');
		assert.deepEqual(summary.found?.title, 'The tides of Bristol');
		const lines = await waitFor('the new line', async () => {
			const drawn = await drawTree(access, 2);
			return drawn.some((line) => line.includes('The Harbour Book')) ? drawn : undefined;
		});
		assert.ok(lines.includes('  The Harbour Book | Mar 1, 2008 · Ben Cho'), lines.join('\n'));
		assert.ok(lines.includes('sources | 2 documents'), lines.join('\n'));
	});

	it('may be bibliographies', async () => {
		await writeFile('sources/my.bib', '@book{ruiz2008, title={The {T}ide}, author={Ruiz, Ana}, year=2008, file={tide.txt}}');
		const summary = await waitForDocument(access, 'sources/tide.txt', (title) => title === 'The Tide');
		assert.equal(summary.citationKey, 'ruiz2008');
	});

	it('are checked as one types, and when documents come and go', async () => {
		const document = await open('tide.txt:\n  titel: T\n  date: soon\ngravel.txt:\n  title: T\n');
		assert.deepEqual(await waitForFaults(document, 3), [
			'titel: There is no field “titel”; the fields are title, author, date, publisher, language, citationKey. Did you mean “title”?',
			'soon: “soon” is no date. Write 2008-03-01, 2008-03 or 2008.',
			'gravel.txt: No document stands at “gravel.txt”.',
		]);
		await writeFile('sources/gravel.txt', 'Gravel.');
		await waitForFaults(document, 2);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, new vscode.Range(2, 8, 2, 12), '2008');
		await vscode.workspace.applyEdit(edit);
		await waitForFaults(document, 1);
		const place = new vscode.Range(1, 2, 1, 7);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, place);
		const fix = actions.find(({ title }) => title === 'Change to “title”');
		assert.ok(fix?.edit, actions.map(({ title }) => title).join());
		await vscode.workspace.applyEdit(fix.edit);
		await waitForFaults(document, 0);
		await removeFile('sources/gravel.txt');
		await waitForFaults(document, 1);
		await document.save();
	});

	it('beside a file say when that is not there', async () => {
		const document = await open('title: T\n', 'tide.txt.yml');
		await waitForDocument(access, 'sources/tide.txt', (title) => title === 'T');
		await waitForFaults(document, 0);
	});

	it('complete paths, fields and values', async () => {
		const document = await open('tide.txt:\n  author: \n\n');
		assert.deepEqual(await complete(document, new vscode.Position(2, 0)), ['deep/salt.md']);
		assert.deepEqual(await complete(document, new vscode.Position(1, 2)), [
			'title',
			'author',
			'date',
			'publisher',
			'language',
			'citationKey',
		]);
		assert.deepEqual(await complete(document, new vscode.Position(1, 10)), ['Ana Ruiz']);
	});

	it('show over a path what was found', async () => {
		await open('deep/salt.md:\n  title: Other\n');
		await waitForDocument(access, 'sources/deep/salt.md', (title) => title === 'Other');
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			toWorkspaceUri('sources/dossier.yml'),
			new vscode.Position(0, 3),
		);
		const shown = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
		assert.match(shown, /\*\*Other\*\*/);
		assert.match(shown, /title: The salt of York/);
		assert.match(shown, /author: Ana Ruiz/);
		await removeFile('sources/dossier.yml');
		await waitForDocument(access, 'sources/deep/salt.md', (title) => title === 'The salt of York');
	});

	it('are opened at the entry of a document by “Edit Details”, and nothing is written before it is saved', async () => {
		const summary = await waitForDocument(access, 'sources/deep/salt.md');
		await vscode.commands.executeCommand('dossier.editDetails', { summary });
		const editor = await waitFor('the editor', () =>
			vscode.window.activeTextEditor?.document.uri.path.endsWith('/dossier.yml') ? vscode.window.activeTextEditor : undefined,
		);
		await waitFor('the entry', () => editor.document.getText() !== '');
		assert.equal(
			editor.document.getText(),
			[
				'deep/salt.md:',
				'  # title: The salt of York',
				'  # author: Ana Ruiz',
				'  # date:',
				'  # publisher:',
				'  # language: en',
				'  # citationKey:',
				'',
			].join('\n'),
		);
		await waitFor('the caret at the title', () => editor.selection.active.line === 1);
		await assert.rejects(async () => vscode.workspace.fs.stat(toWorkspaceUri('sources/dossier.yml')));
		await editor.edit((edit) => edit.replace(new vscode.Range(1, 0, 1, 100), '  title: The Salt Book'));
		await vscode.commands.executeCommand('workbench.action.files.save');
		await waitForDocument(access, 'sources/deep/salt.md', (title) => title === 'The Salt Book');
		await vscode.commands.executeCommand('dossier.editDetails', { summary: await waitForDocument(access, 'sources/tide.txt') });
		const text = await waitFor('the second entry', () => {
			const current = vscode.window.activeTextEditor?.document;
			return current?.uri.scheme === 'file' && current.getText().includes('tide.txt:') ? current.getText() : undefined;
		});
		assert.match(text, /^deep\/salt\.md:\n {2}title: The Salt Book\n[\s\S]*\ntide\.txt:\n {2}# title: The tides of Bristol\n/);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('are not offered for the sample collection’s own files under another name', async () => {
		const document = await vscode.workspace.openTextDocument(await writeFile('sources/compose.yml', 'titel: T\n'));
		await new Promise((resolve) => setTimeout(resolve, 500));
		assert.deepEqual(
			vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Dossier'),
			[],
		);
		await removeFile('sources/compose.yml');
	});
});
