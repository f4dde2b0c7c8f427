import { strict as assert } from 'node:assert';
import { column, makePdf } from '../support/pdfFiles.ts';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

const pageCount = 320;
const note = '# Note\n\nThe caret stands here.\n';
const kinds = ['tide', 'ferry', 'quay', 'beacon', 'mooring', 'pilot', 'buoy'];

/** A report of many pages; on one of them alone a lantern is named. */
const report = makePdf(
	Array.from({ length: pageCount }, (_, index) => {
		const number = index + 1;
		const kind = (offset: number) => kinds[(number * 3 + offset) % kinds.length];
		const lines = Array.from(
			{ length: 12 },
			(_, line) =>
				`On day ${line + 1} of week ${number} the ${kind(line)} was seen by ${number * 7 + line} people at the ${kind(line + 2)}.`,
		);
		return column(60, 80, number === 312 ? [...lines.slice(0, 6), 'Then the lantern keeper was heard.', ...lines.slice(6)] : lines);
	}),
	{ info: '/Title (The Long Report)' },
);

describe('a long PDF in the window', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { 'note.md': note, 'sources/long.pdf': report }, file: 'note.md' });
		const { workbench } = window;
		await workbench.showView('Dossier');
		await workbench.waitUntil('the report', async () =>
			(await workbench.treeRows()).some(
				({ label, description }) => label === 'The Long Report' && description.includes(`${pageCount} pages`),
			),
		);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	it('is found at page 312, opens there with the words marked, and leads back to note and caret', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('The caret stands here');
		await workbench.openBox(() => workbench.press('Mod+Shift+Alt+f'));
		await workbench.type('lantern');
		const [row] = await workbench.waitUntil('the one passage', async () => {
			const rows = await workbench.quickPickRows();
			return rows.length === 1 && /‹lantern›/.test(rows[0]?.detail ?? '') ? rows : undefined;
		});
		assert.equal(row?.label, 'The Long Report');
		assert.match(row?.description ?? '', /p\. 312\b/);
		await workbench.press('Escape');
		await workbench.waitUntil('the note', async () => (await workbench.activeTab()) === 'note.md');
		await workbench.type('x');
		await workbench.waitUntil('the caret where it was', async () => /xThe caret stands/.test(await workbench.visibleText()));
		await workbench.press('Mod+z');

		await workbench.openBox(() => workbench.press('Mod+Shift+Alt+f'));
		await workbench.type('lantern');
		await workbench.waitUntil('the passage', async () => (await workbench.quickPickRows()).length === 1);
		await workbench.press('Enter');
		await workbench.waitForOpened('The Long Report');
		await workbench.waitUntil('the words', async () => (await workbench.visibleText()).includes('the lantern keeper'));
		await workbench.waitUntil('the word marked', () => workbench.isMarked('lantern'));
		assert.ok((await workbench.drawnBefore()).includes('p. 312'), (await workbench.drawnBefore()).join());
		assert.equal(await workbench.isMarked('keeper'), false);
		await workbench.screenshot('pdf-page-312');
	});
});
