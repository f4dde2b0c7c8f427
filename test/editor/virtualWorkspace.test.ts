import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Cancelled } from '../../src/base/cancellation.ts';
import { findWorkspaceFolders, workspaceFiles } from '../../src/editor/workspaceFiles.ts';
import type { TestAccess } from '../../src/extension.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { getReadyAccess, waitFor } from './support.ts';

/** A remote that keeps its files in memory, as far as reading goes. */
class MemoryFiles implements vscode.FileSystemProvider {
	readonly files = new Map<string, string>();
	readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}
	stat(uri: vscode.Uri): vscode.FileStat {
		const text = this.files.get(uri.path);
		const isFolder = [...this.files.keys()].some((path) => path.startsWith(`${uri.path}/`));
		if (text === undefined && !isFolder) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 1, mtime: 1, size: text?.length ?? 0 };
	}
	readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
		if (uri.path.endsWith('/locked')) {
			throw vscode.FileSystemError.NoPermissions(uri);
		}
		const names = new Map<string, vscode.FileType>();
		for (const path of this.files.keys()) {
			if (path.startsWith(`${uri.path}/`)) {
				const [name = '', ...rest] = path.slice(uri.path.length + 1).split('/');
				names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
			}
		}
		return [...names];
	}
	readFile(uri: vscode.Uri): Uint8Array {
		const text = this.files.get(uri.path);
		if (text === undefined) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return new TextEncoder().encode(text);
	}
	createDirectory(): void {
		throw vscode.FileSystemError.NoPermissions();
	}
	writeFile(): void {
		throw vscode.FileSystemError.NoPermissions();
	}
	delete(): void {
		throw vscode.FileSystemError.NoPermissions();
	}
	rename(): void {
		throw vscode.FileSystemError.NoPermissions();
	}
}

describe('documents that only the editor can reach', () => {
	const memory = new MemoryFiles();
	const root = vscode.Uri.from({ scheme: 'dossier-test', path: '/work' });
	let provider: vscode.Disposable;
	let access: TestAccess;

	before(async () => {
		access = await getReadyAccess();
		memory.files.set('/work/Sources/tides.md', '# On Tides\n\nThe spring tide rises highest.\n');
		memory.files.set(
			'/work/Sources/deep/page.html',
			'<title>A Page</title><article><p>The neap tide is the lowest of all the tides of the month.</p></article>',
		);
		memory.files.set('/work/Sources/page_files/ad.html', 'x');
		memory.files.set('/work/Sources/page.html', '<article><p>A saved page with enough words to be an article.</p></article>');
		memory.files.set('/work/Sources/.hidden/x.txt', 'x');
		memory.files.set('/work/Sources/locked/x.txt', 'x');
		memory.files.set('/work/Sources/old/x.txt', 'x');
		memory.files.set('/work/node_modules/sources/x.txt', 'x');
		memory.files.set('/work/other/x.txt', 'x');
		provider = vscode.workspace.registerFileSystemProvider('dossier-test', memory, { isReadonly: true });
	});
	after(async () => {
		provider?.dispose();
		await vscode.commands.executeCommand('dossier.refreshLibrary');
		await waitFor(
			'the collection again',
			() => access.documents.status.phase === 'ready' && [...access.documents.all()].every(({ id }) => id.startsWith('file:')),
		);
	});

	const findFolders = (patterns: readonly string[]) => findWorkspaceFolders(root, { roots: [], patterns, excludes: ['**/old'] });

	it('are found in folders of any case, and packages are left alone', async () => {
		const folders = await findFolders(['**/{seeds,sources}']);
		assert.deepEqual(
			folders.map(({ uri, name }) => [uri, name]),
			[['dossier-test:/work/Sources', 'Sources']],
		);
	});

	it('are listed without what is no document, and with what cannot be listed', async () => {
		const [folder] = await findFolders(['**/sources']);
		assert.ok(folder);
		const files = await workspaceFiles.listFiles(folder);
		assert.deepEqual(files.map(({ relativePath, problem }) => `${relativePath} ${problem?.kind ?? ''}`).sort(), [
			'deep/page.html ',
			'locked unreadable',
			'page.html ',
			'tides.md ',
		]);
	});

	it('are no longer listed once nobody wants them', async () => {
		const [folder] = await findFolders(['**/sources']);
		assert.ok(folder);
		const cancel = { isCancellationRequested: false };
		const listing = workspaceFiles.listFiles(folder, cancel);
		cancel.isCancellationRequested = true;
		await assert.rejects(listing, Cancelled);
	});

	it('say why they cannot be had', async () => {
		const at = (path: string) => vscode.Uri.joinPath(root, path).toString();
		assert.deepEqual(await workspaceFiles.readBytes(at('Sources/gone.txt'), 100), {
			kind: 'vanished',
			detail: 'The file is no longer there.',
		});
		const large = await workspaceFiles.readBytes(at('Sources/tides.md'), 4);
		assert.ok('kind' in large && large.kind === 'tooLarge');
		const [folder] = await findFolders(['**/sources']);
		assert.ok(folder);
		assert.equal(await workspaceFiles.findFile(folder, at('Sources/old/x.txt')), undefined);
		assert.equal(await workspaceFiles.findFile(folder, at('other/x.txt')), undefined);
		assert.equal(await workspaceFiles.findFile(folder, at('Sources/page_files/ad.html')), undefined);
		assert.equal((await workspaceFiles.findFile(folder, at('Sources/tides.md')))?.relativePath, 'tides.md');
	});

	it('are read, searched and explained by the worker like any other', async () => {
		const { library } = access.host;
		assert.ok(library);
		const folders = await findFolders(['**/sources']);
		await library.open({ folders, caps: defaultCaps, glossaryFiles: [] });
		await library.whenReady();
		const answer = await library.search('spring tide', { limit: 5, by: 'passage', isTyping: false });
		assert.equal(answer.hits[0]?.documentId, 'dossier-test:/work/Sources/tides.md');
		const content = await library.getContent('dossier-test:/work/Sources/deep/page.html');
		assert.match(content?.text ?? '', /neap tide/);
		assert.deepEqual(answer.coverage, { found: 4, read: 3, partial: 0, skipped: 1 });
	});
});
