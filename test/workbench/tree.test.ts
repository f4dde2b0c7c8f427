import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

describe('the tree in the side bar', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { ...sampleFiles(), 'note.md': '# Note\n' }, file: 'note.md' });
		await window.workbench.showView('Dossier');
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	async function rowLike(pattern: RegExp) {
		return window.workbench.waitUntil(`a row like ${pattern}`, async () =>
			(await window.workbench.treeRows()).find((row) => pattern.test(row.label)),
		);
	}

	it('names documents by their own titles, with date and source', async () => {
		const post = await rowLike(/^Trafficking of Korean Women in US$/);
		assert.match(post.description, /2008/);
		assert.match(post.description, /Kari Lydersen|Infoshop News/);
		await rowLike(/^nowhere to turn$/i);
	});

	it('shows a new document by itself, and takes away one that is gone', async () => {
		const file = path.join(window.folder, 'seeds', 'a-new-report.md');
		fs.writeFileSync(file, '# A New Report on Tides\n\nThe tide comes twice a day.\n');
		await rowLike(/^A New Report on Tides$/);
		fs.rmSync(file);
		await window.workbench.waitUntil(
			'the row gone',
			async () => !(await window.workbench.treeRows()).some((row) => /Tides/.test(row.label)),
		);
	});

	it('says of a document whose file went while it was open that it is gone', async () => {
		const { workbench } = window;
		const file = path.join(window.folder, 'seeds', 'passing.md');
		fs.writeFileSync(file, '# A Passing Report\n\nThe tide comes twice a day.\n');
		await rowLike(/^A Passing Report$/);
		await workbench.click(workbench.treeRow('A Passing Report'));
		await workbench.clickAt('twice a day');
		await workbench.press('Mod+a');
		fs.rmSync(file);
		await workbench.waitUntil('the row gone', async () => !(await workbench.treeRows()).some((row) => /Passing/.test(row.label)));
		for (const command of ['Copy Quotation with Source', 'Open Original']) {
			await workbench.runCommand('Notifications: Clear All Notifications');
			await workbench.runCommand(`Dossier: ${command}`);
			await workbench.waitUntil(`the word of “${command}”`, async () =>
				(await workbench.notifications()).includes('This document is no longer in the library.'),
			);
		}
		await workbench.runCommand('View: Close Editor');
	});

	it('says why a document without words shows nothing, and shows no empty page', async () => {
		fs.writeFileSync(path.join(window.folder, 'seeds', 'empty.txt'), '');
		await window.workbench.waitUntil('a row that says so', async () =>
			(await window.workbench.treeRows()).some(({ label, description }) => label === 'empty' && description === 'no words'),
		);
		await window.workbench.click(window.workbench.treeRow('empty'));
		await window.workbench.waitUntil('the reason', async () =>
			(await window.workbench.notifications()).some((text) => /^empty\.txt: The file/.test(text)),
		);
		assert.equal(await window.workbench.activeTab(), 'note.md');
	});

	it('keeps a file that cannot be read, with the reason', async () => {
		fs.writeFileSync(path.join(window.folder, 'seeds', 'broken.txt'), Buffer.from([0, 1, 2, 3, 0, 0, 0, 255, 254, 0]));
		await window.workbench.waitUntil('a row with a reason', async () =>
			(await window.workbench.treeRows()).some(({ label, description }) => /broken/.test(label) && description.length > 5),
		);
	});
});
