import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

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
	afterEach(tidyUp(() => window));

	it('is completed while it is written, checked, and shows in the tree once it is saved', async () => {
		const { workbench } = window;
		const { page } = workbench;
		/** Waits until a line of the list of completions has the focus; they come by themselves, or when they are asked for. */
		const waitForSuggestion = async (words: string) => {
			let isFirst = true;
			await workbench.doUntil(
				`${words} to be suggested`,
				async () => {
					await workbench.press(...(isFirst ? [] : ['Escape', 'Control+Space']));
					isFirst = false;
				},
				() => page.locator('.suggest-widget .monaco-list-row.focused', { hasText: words }).isVisible(),
			);
		};
		await workbench.waitUntil('both documents', async () =>
			(await workbench.treeRows()).some((row) => row.label === 'sources' && row.description === '2 documents'),
		);
		// A small folder stands open from the start.
		await workbench.waitUntil('the document', async () => (await workbench.treeRows()).some((row) => /salt of York/.test(row.label)));
		await workbench.clickAt('corrections');
		await page.keyboard.press('Control+End');
		await page.keyboard.type('tide');
		await waitForSuggestion('tide.txt');
		await workbench.screenshot('side-files-paths');
		await page.keyboard.press('Enter');
		await page.keyboard.type('tit');
		await waitForSuggestion('title');
		await page.keyboard.press('Enter');
		await page.keyboard.type('The Harbour Book');
		await page.keyboard.press('Escape');
		// A new line, which Enter is not where a suggestion comes late.
		await page.keyboard.press('Control+Enter');
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
