import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestAccess } from '../../src/extension.ts';
import { changeSetting, drawTree, getReadyAccess, getWorkspace, removeFile, toWorkspaceUri, waitFor, writeFile } from './support.ts';

const tide = 'The tide rises twice a day.';

describe('document folders', () => {
	let access: TestAccess;

	before(async () => {
		access = await getReadyAccess();
	});
	afterEach(async () => {
		await changeSetting('folders', undefined);
		await changeSetting('sampleCollection', undefined);
		await waitFor(
			'the collection again',
			async () => access.documents.status.phase === 'ready' && (await drawTree(access, 1)).join() === 'seeds | 2 documents',
		);
	});

	const waitForLines = (...expected: readonly string[]) =>
		waitFor(expected.join(', '), async () => (await drawTree(access, 1)).join() === expected.join());

	describe('say in the start view what is missing', () => {
		const check = (name: string, files: Readonly<Record<string, string>>, pattern: string, expected: string) =>
			it(name, async () => {
				for (const [path, text] of Object.entries(files)) {
					await writeFile(path, text);
				}
				await changeSetting('sampleCollection', 'off');
				await changeSetting('folders', [pattern]);
				await waitFor(expected, () => access.documents.status.phase === 'ready' && access.opener.state === expected);
				for (const path of new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))) {
					await removeFile(path);
				}
			});
		check('no folder of such a name', {}, 'nowhere', 'noSources');
		check('a folder without documents', { 'bare/.hidden': 'x' }, 'bare', 'noDocuments');
		check('nothing that can be read', { 'failed/a.pdf': '%PDF-1.4\n', 'failed/b.txt': 'PK\u0003\u0004' }, 'failed', 'allFailed');
		check('nothing, if one can be read', { 'mixed/a.pdf': '%PDF-1.4\n', 'mixed/b.txt': tide }, 'mixed', 'ready');
	});

	it('are the workspace itself after “Use This Folder”, and each document is there once', async () => {
		await vscode.commands.executeCommand('dossier.useThisFolder');
		const name = getWorkspace().path.split('/').at(-1) ?? '';
		await waitForLines(`${name} | 3 documents`);
		assert.deepEqual(vscode.workspace.getConfiguration('dossier').inspect<string[]>('folders')?.workspaceValue?.slice(-1), ['.']);
		await vscode.commands.executeCommand('dossier.useThisFolder');
		assert.equal(
			vscode.workspace
				.getConfiguration('dossier')
				.get<string[]>('folders')
				?.filter((pattern) => pattern === '.').length,
			1,
		);
	});

	it('are named above the tree where they are not there, until they are', async () => {
		await changeSetting('folders', ['seeds', 'talks']);
		const waitForLine = (expected: string | undefined) => waitFor(`the line ${expected}`, () => access.tree.view.message === expected);
		const line = 'The folder “talks” of the setting “dossier.folders” is not there.';
		await waitForLine(line);
		await writeFile('talks/a.txt', tide);
		await waitForLines('seeds | 2 documents', 'talks | 1 document');
		await waitForLine(undefined);
		await vscode.workspace.fs.rename(toWorkspaceUri('talks'), toWorkspaceUri('conversations'));
		await waitForLine(line);
		await removeFile('conversations');
	});

	it('are all that are selected in the Explorer, without the files among them', async () => {
		await writeFile('field/a.txt', tide);
		await writeFile('coast [1]/b.txt', tide);
		const selected = ['field', 'note.md', 'coast [1]'].map(toWorkspaceUri);
		await vscode.commands.executeCommand('dossier.useAsDocumentFolder', selected[0], selected);
		await waitFor('all three', async () => {
			const lines = await drawTree(access, 1);
			return lines.length === 3 && lines.includes('field | 1 document') && lines.includes('coast [1] | 1 document');
		});
		await removeFile('field');
		await removeFile('coast [1]');
	});

	/** Reads the documents of a folder, and stops as soon as one is told to be read: whether that was heard before all of them were. */
	async function stopWhileReading(folder: string, count: number): Promise<boolean> {
		const listener = access.documents.onDidChangeStatus(({ phase, done }) => {
			if (phase === 'reading' && done > 0) {
				listener.dispose();
				void vscode.commands.executeCommand('dossier.stopReading');
			}
		});
		try {
			await changeSetting('folders', [folder]);
			const { phase, done } = await waitFor('the end of reading', () => {
				const { status, size } = access.documents;
				return status.phase === 'stopped' || (status.phase === 'ready' && size === count) ? status : undefined;
			});
			return phase === 'stopped' && done < count;
		} finally {
			listener.dispose();
		}
	}

	it('stay as they are while reading is stopped, until they are refreshed', async () => {
		let count = 3_000;
		for (;;) {
			const length = count;
			await Promise.all(
				Array.from({ length }, (_, index) => writeFile(`many/${index}.txt`, `${tide} ${tide} Number ${index} of ${length}.`)),
			);
			if (await stopWhileReading('many', length)) {
				break;
			}
			// The window may have been too busy to hear of it in time: then once more, with more of them.
			assert.ok(length < 40_000, `all ${length} were read before it was stopped`);
			await changeSetting('folders', undefined);
			await vscode.commands.executeCommand('dossier.refreshLibrary');
			await waitForLines('seeds | 2 documents');
			count *= 2;
		}
		const line = new RegExp(`^Reading was stopped at [\\d,]+ of ${count.toLocaleString('en')} documents`);
		await waitFor('the line that says so', () => line.test(access.tree.view.message ?? ''));
		await writeFile('many/0.txt', `${tide} Changed.`);
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		assert.equal(access.documents.status.phase, 'stopped');
		await vscode.commands.executeCommand('dossier.refreshLibrary');
		await waitFor('the rest', () => access.documents.status.phase === 'ready' && access.documents.size === count, 200_000);
		await removeFile('many');
	});
});
