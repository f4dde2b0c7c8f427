import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { keepPictureOfFailure, openWindow, type SampleWindow } from './sampleWindow.ts';

describe('the writer’s own word on documents', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({
			files: {
				'sources/tide.txt': 'The tides of Bristol\n\nThe harbour tides rise twice a day, as the Bristol Tide Office says.\n',
				'sources/salt.md': '# The salt of York\n\nSalt is dug by hand, and carried to the harbour.\n',
				'sources/dossier.yml': '# My corrections\n',
			},
			file: 'sources/dossier.yml',
		});
		await window.workbench.showView('Dossier');
	});
	after(() => window?.close());
	afterEach(keepPictureOfFailure(() => window));

	it('is completed while it is written, checked, and shows in the tree once it is saved', async () => {
		const { workbench } = window;
		const { page } = workbench;
		await workbench.waitUntil('both documents', async () =>
			(await workbench.treeRows()).some((row) => row.label === 'sources' && row.description === '2 documents'),
		);
		// A small folder stands open from the start.
		await workbench.waitUntil('the document', async () => (await workbench.treeRows()).some((row) => /salt of York/.test(row.label)));
		await page.locator('.editor-instance .view-lines').first().click();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('tide');
		const suggestion = page.locator('.suggest-widget .monaco-list-row', { hasText: 'tide.txt' });
		await suggestion.waitFor();
		await workbench.screenshot('side-files-paths');
		await page.keyboard.press('Enter');
		await page.keyboard.type('tit');
		await page.locator('.suggest-widget .monaco-list-row', { hasText: 'title' }).first().waitFor();
		await page.keyboard.press('Enter');
		await page.keyboard.type('The Harbour Book');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		await page.keyboard.type('autor: Ana');
		await page.keyboard.press('Escape');
		await page.locator('.squiggly-warning').first().waitFor();
		await workbench.screenshot('side-files-fault');
		await page.keyboard.press('Control+s');
		await workbench.waitUntil('the new title in the tree', async () =>
			(await workbench.treeRows()).some((row) => row.label === 'The Harbour Book'),
		);
		const saved = fs.readFileSync(path.join(window.folder, 'sources', 'dossier.yml'), 'utf8');
		assert.equal(saved, '# My corrections\ntide.txt:\n  title: The Harbour Book\n  autor: Ana');
	});
});
