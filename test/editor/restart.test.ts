import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { KnownDocuments } from '../../src/editor/knownDocuments.ts';
import { LibraryHost } from '../../src/editor/libraryHost.ts';
import { LibraryOpener } from '../../src/editor/libraryOpener.ts';
import { Settings } from '../../src/editor/settings.ts';
import { workspaceFiles } from '../../src/editor/workspaceFiles.ts';
import type { TestAccess } from '../../src/extension.ts';
import { getReadyAccess, waitFor } from './support.ts';

describe('a worker that ends', () => {
	let access: TestAccess;
	let folder: string;

	before(async () => {
		access = await getReadyAccess();
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-restart-'));
	});
	after(() => fs.rmSync(folder, { recursive: true, force: true }));

	/** The real worker, but that its first life tells of two documents, one after the other, and ends as it tells of the second: before that is shown, if nothing is slow. */
	function writeWorker(extensionPath: string): string {
		const [summary] = access.documents.all();
		const tell = (id: string) =>
			`parentPort.postMessage(${JSON.stringify({ kind: 'tell', name: 'didChangeDocuments', args: [{ upserted: [{ ...summary, id }], removedIds: [] }] })});`;
		const workerPath = path.join(folder, 'worker.cjs');
		fs.writeFileSync(
			workerPath,
			`const fs = require('node:fs');
			const { parentPort } = require('node:worker_threads');
			if (fs.existsSync(__filename + '.lived')) {
				require(${JSON.stringify(path.join(extensionPath, 'dist', 'libraryWorker.js'))});
			} else {
				fs.writeFileSync(__filename + '.lived', '');
				parentPort.once('message', () => {
					${tell('file:///first.txt')}
					setTimeout(() => {
						${tell('file:///ghost.txt')}
						setImmediate(() => process.exit(7));
					}, 100);
				});
			}`,
		);
		return workerPath;
	}

	it('leaves no document behind that the next one does not know', async () => {
		const extension = vscode.extensions.getExtension('dossier.dossier');
		assert.ok(extension);
		const log = vscode.window.createOutputChannel('Dossier: restart', { log: true });
		const settings = new Settings(log);
		const documents = new KnownDocuments();
		const host = new LibraryHost({ workerPath: writeWorker(extension.extensionPath), files: workspaceFiles, log });
		const opener = new LibraryOpener({ host, documents, settings, sampleUri: vscode.Uri.joinPath(extension.extensionUri, 'seeds'), log });
		try {
			host.start();
			await waitFor('the first document', () => documents.get('file:///first.txt'));
			await waitFor('the next worker to have read everything', () => documents.status.phase === 'ready' && documents.size >= 2);
			await new Promise((resolve) => setTimeout(resolve, 500));
			assert.deepEqual([...documents.all()].map(({ id }) => id).sort(), [...access.documents.all()].map(({ id }) => id).sort());
		} finally {
			opener.dispose();
			host.dispose();
			documents.dispose();
			settings.dispose();
			log.dispose();
		}
	});
});
