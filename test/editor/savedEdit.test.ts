import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { slowness } from '../../scripts/test/patience.mjs';
import type { TestAccess } from '../../src/extension.ts';
import { getReadyAccess, getWorkspace, removeFile, toWorkspaceUri, waitFor, waitForDocument, writeFile } from './support.ts';

/** As letters: numbers would be near to each other. */
const words = ['qaxolotl', 'vkumquat', 'zibex', 'jxoryx', 'wquokka', 'ybongo', 'xnarwhal', 'ftapir'];
const path = 'seeds/edited.md';

describe('a saved edit', () => {
	let access: TestAccess;

	before(async () => {
		access = await getReadyAccess();
		await writeFile(path, '# Edited\n\nNothing yet.\n');
		await waitForDocument(access, path);
	});
	after(async () => {
		await removeFile(path);
		// What comes next counts the documents.
		await waitFor('it to go', () => access.documents.get(toWorkspaceUri(path).toString()) === undefined);
	});

	it('is found soon after its change event', async () => {
		const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(getWorkspace(), path));
		let toldMs: number | undefined;
		const note = () => {
			toldMs ??= performance.now();
		};
		watcher.onDidChange(note);
		watcher.onDidCreate(note);
		const times: number[] = [];
		try {
			for (const word of words) {
				toldMs = undefined;
				await writeFile(path, `# Edited\n\nThe harbour master saw a ${word} on the pier.\n`);
				const foundMs = await waitFor(`${word} to be found`, async () => {
					const answer = await access.host.library?.search(word, { limit: 1, by: 'passage', isTyping: false });
					return answer !== undefined && answer.total > 0 && answer.corrections.length === 0 ? performance.now() : undefined;
				});
				await waitFor('the event', () => toldMs);
				times.push(foundMs - (toldMs ?? foundMs));
				// What follows an edit (terms, what is kept) is done with.
				await access.host.library?.whenReady();
			}
		} finally {
			watcher.dispose();
		}
		const sorted = times.map(Math.round).sort((a, b) => a - b);
		console.log(`      found after ${sorted.join(', ')} ms`);
		// The goal is 300 ms on a quiet machine (`npm run bench` holds it to that); here only what hangs or waits for the wrong thing shows.
		assert.ok((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN) < 60_000 * slowness);
	});
});
