import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, sampleFiles, showNote, tidyUp } from './sampleWindow.ts';

const note = [
	'# Draft',
	'',
	'In Chicago, groups for the rights of immigrants and against violence at home begin to reach out to women from Korea.',
	'',
	'Whoever leaves the industry gets 400,000 won a month, though a single person needs 600,000 won to live in Seoul.',
	'',
	'```',
	'const stipend = "monthly counseling centers and shelter facilities in Seoul";',
	'```',
	'',
	'So it is.',
	'',
].join('\n');

describe('passages near a paragraph', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { ...sampleFiles(), 'seeds/draft.md': note }, file: 'seeds/draft.md' });
		const { workbench } = window;
		await workbench.showView('Dossier');
		await workbench.waitUntil('the documents', async () => (await workbench.treeRows()).length >= 4);
		// The other views would leave it no room.
		await workbench.click(workbench.page.locator('.pane-header', { hasText: 'Documents' }));
	});
	after(() => window?.close());
	beforeEach(showNote(() => window, 'draft.md'));
	afterEach(tidyUp(() => window));

	const pane = () =>
		window.workbench.page.locator('.part.sidebar .pane', {
			has: window.workbench.page.locator('.pane-header', { hasText: 'Near This Paragraph' }),
		});

	/** The passages of the view, nearest first: the line that says where each stands, and those of its words. */
	async function passages() {
		const rows = await pane()
			.locator('.monaco-list-row')
			.evaluateAll((all) =>
				all
					.map((row) => ({ row, top: row.getBoundingClientRect().top }))
					.sort((a, b) => a.top - b.top)
					.map(({ row }) => ({
						level: Number(row.getAttribute('aria-level')),
						label: row.querySelector('.label-name')?.textContent ?? '',
						marked: [...row.querySelectorAll('.label-name .highlight')].map((mark) => mark.textContent ?? ''),
					})),
			);
		const found: { title: string; words: string; marked: string[] }[] = [];
		for (const { level, label, marked } of rows) {
			const last = found.at(-1);
			if (level === 1 || last === undefined) {
				found.push({ title: label, words: '', marked: [] });
			} else {
				last.words += `${label} `;
				last.marked.push(...marked);
			}
		}
		return found;
	}

	const firstRow = (expected: RegExp) =>
		window.workbench.waitUntil(`a first passage like ${expected}`, async () => {
			const [first] = await passages();
			return first && expected.test(first.title) && first.words !== '' ? first : undefined;
		});

	it('shows the passage that says the same in other words, its words marked, and not the note itself', async () => {
		const { workbench } = window;
		await workbench.clickAt('groups for the rights');
		await workbench.runCommand('Dossier: Show Passages Near This Paragraph');
		const first = await firstRow(/Trafficking of Korean Women in US/);
		assert.ok(
			first.marked.some((word) => /Chicago|immigrants/.test(word)),
			JSON.stringify(first),
		);
		assert.ok((await passages()).every(({ title }) => !title.includes('Draft')));
	});

	it('does not follow the caret until it is switched on', async () => {
		const { workbench } = window;
		await workbench.clickAt('Whoever leaves');
		await workbench.page.waitForTimeout(1_500);
		await firstRow(/Trafficking of Korean Women in US/);
	});

	it('follows the caret once it is switched on', async () => {
		const { workbench } = window;
		await workbench.runCommand('Dossier: Near Passages Follow the Caret');
		await workbench.clickAt('Whoever leaves');
		await firstRow(/nowhere to turn/i);
		await workbench.clickAt('groups for the rights');
		await firstRow(/Trafficking of Korean Women in US/);
	});

	it('says that code is code, and that few words are few', async () => {
		const { workbench } = window;
		await workbench.clickAt('const stipend');
		await workbench.waitUntil('that', async () => (await pane().textContent())?.includes('Here stands code') === true);
		await workbench.clickAt('So it is');
		await workbench.waitUntil('that', async () => (await pane().textContent())?.includes('too few words') === true);
	});

	it('opens a passage with its words marked, and leaves the caret in the note', async () => {
		const { workbench } = window;
		await workbench.clickAt('Whoever leaves');
		await firstRow(/nowhere to turn/i);
		await workbench.doUntil(
			'the document',
			() => workbench.click(pane().locator('.monaco-list-row').first()),
			async () => /nowhere to turn/i.test(await workbench.activeTab()),
		);
		await workbench.waitUntil('the words', async () => /monthly stipend/.test(await workbench.visibleText()));
		await workbench.runCommand('View: Close Editor');
		await workbench.waitUntil('the note', async () => (await workbench.activeTab()) === 'draft.md');
	});

	it('inserts a quotation below the line of the caret', async () => {
		const { workbench } = window;
		await workbench.clickAt('Whoever leaves');
		await firstRow(/nowhere to turn/i);
		await workbench.clickInRow(pane().locator('.monaco-list-row').first(), '.action-label[aria-label*="Insert Quotation"]');
		await workbench.waitUntil('the quotation', async () => {
			const lines = await workbench.visibleLines();
			const at = lines.findIndex((line) => line.startsWith('> '));
			return at > 0 && lines.slice(0, at).some((line) => line.startsWith('Whoever leaves')) && lines.some((line) => line.startsWith('> —'));
		});
		await workbench.press('Mod+z');
		await workbench.runCommand('Dossier: Near Passages Stop Following the Caret');
	});

	it('loses the passages of a document that goes, and gains those of one that comes, wherever the caret is', async () => {
		const { workbench } = window;
		await workbench.clickAt('groups for the rights');
		await workbench.runCommand('Dossier: Show Passages Near This Paragraph');
		await firstRow(/Trafficking of Korean Women in US/);
		const file = path.join(window.folder, 'seeds', 'echo.md');
		fs.writeFileSync(
			file,
			'# Echo\n\nIn Chicago, groups for the rights of immigrants and against violence at home begin to reach out to women from Korea today.\n',
		);
		await firstRow(/Echo/);
		fs.rmSync(file);
		await workbench.waitUntil('it to go', async () => !(await passages()).some(({ title }) => /Echo/.test(title)));
		await firstRow(/Trafficking of Korean Women in US/);
	});
});
