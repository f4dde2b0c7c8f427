import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

const files = {
	'note.md': '# Note\n',
	'names.txt': 'Ada Marsh\nBen Okoro\nNobody Here\n',
	'sources/report.md': '# Report\n\nAda Marsh wrote to Ben Okoro, twice, "in haste".\n',
	'sources/sums.md': '---\nauthor: =1+1\n---\n\n# Sums\n\nAda Marsh counted them.\n',
};

describe('results and files', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files, file: 'note.md', settings: { 'dossier.sampleCollection': 'off' } });
		await window.workbench.showView('Dossier');
		await window.workbench.waitUntil('the documents', async () =>
			(await window.workbench.treeRows()).some(({ label }) => label === 'Sums'),
		);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	/** Takes a row of the list that is open, and names a file in the box that then asks for one, until that had its effect. */
	async function takeFile(row: string, file: string, isTaken: () => Promise<boolean>) {
		const { workbench } = window;
		const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
		await workbench.waitUntil(row, async () => (await rows.filter({ hasText: row }).count()) === 1);
		await workbench.click(rows.filter({ hasText: row }).first());
		// The box writes its own path once it has listed the folder.
		await workbench.waitUntil('the folder', async () => (await workbench.quickPickRows()).some(({ label }) => label === 'sources'));
		const input = workbench.quickInput.locator('input').first();
		const name = async () => {
			await input.fill(file);
			await workbench.press('Enter');
		};
		await workbench.doUntil(`${path.basename(file)} to be taken`, name, isTaken);
	}

	it('come together: a CSV file is written, a passage a line, with no cell that a spreadsheet would reckon', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Show All Results'));
		await workbench.press('Mod+a');
		await workbench.type('"Ada Marsh"');
		await workbench.press('Enter');
		await workbench.waitUntil('results', async () => /2 passages in 2 of 2 documents/.test(await sideBarText()));
		await workbench.openBox(() => workbench.runCommand('Dossier: Export Results'));
		const file = path.join(window.folder, 'found.csv');
		await takeFile('CSV, File', file, async () => fs.existsSync(file) && fs.statSync(file).size > 0);
		const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\r\n');
		assert.equal(lines[0], '\ufeffDocument,Author,Date,Page,Section,Passage,Without,File');
		assert.deepEqual(
			lines.slice(1).sort(),
			[
				`Report,,,,,"Ada Marsh wrote to Ben Okoro, twice, ""in haste"".",,${path.join(window.folder, 'sources', 'report.md')}`,
				`Sums,'=1+1,,,,Ada Marsh counted them.,,${path.join(window.folder, 'sources', 'sums.md')}`,
			].sort(),
		);
	});

	it('come together: a list of queries is read from a file that is chosen', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.openBox(() => workbench.runCommand('Dossier: Run Query List'));
		await takeFile(
			'Choose a File',
			path.join(window.folder, 'names.txt'),
			async () => (await workbench.quickPickRows())[0]?.label === 'As Exact Words',
		);
		await workbench.press('Enter');
		const searches = workbench.page.locator('.part.sidebar .pane', { has: workbench.page.locator('.pane-header[aria-label^="Searches"]') });
		for (const words of [
			['names.txt', '3 queries · 1 without a match'],
			['No Match', '1 query'],
			['Ada Marsh', '2 in 2 documents'],
			['Ben Okoro', '1 in 1 document'],
		]) {
			await workbench.waitUntil(`the line ${words.join(': ')}`, async () =>
				(await searches.locator('.monaco-list-row').allTextContents()).some((line) => words.every((word) => line.includes(word))),
			);
		}
	});

	const sideBarText = async () => (await window.workbench.page.locator('.part.sidebar').innerText()).replaceAll('\u00a0', ' ');
});
