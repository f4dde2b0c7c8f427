import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

const authors = ['Ada Marsh', 'Ben Okoro', 'Chae-won Lim', 'Dora Weiss'];
const subjects = ['Tides', 'Wells', 'Harbours', 'Rivers', 'Moons', 'Floods'];
/** A ZIP file without its end: nothing can be read of it. */
const damaged = 'PK\u0003\u0004\0\0\0\0\0\0\u0001\u0002';

function makeFiles(): Record<string, string> {
	const files: Record<string, string> = { 'note.md': '# Note\n' };
	for (let index = 0; index < 48; index++) {
		const subject = subjects[index % subjects.length];
		const metadata = [`title: "A Report on ${subject}, Part ${1 + Math.floor(index / 6)}"`, `author: ${authors[index % authors.length]}`];
		if (index % 7 !== 0) {
			metadata.push(`date: ${2008 + (index % 5)}-0${1 + (index % 9)}-11`);
		}
		const body = `# First\n\nThe ${subject?.toLowerCase()} were counted twice a day.\n\n# Second\n\nNobody counted them at night.\n`;
		files[`sources/${index % 2 === 0 ? 'field' : 'press'}/report-${index}.md`] = `---\n${metadata.join('\n')}\n---\n\n${body}`;
	}
	files['sources/press/locked.docx'] = damaged;
	files['sources/press/torn.epub'] = damaged;
	files['sources/field/half.txt'] = `The well was dry.\n${'\u0081\u008d'.repeat(3)}`;
	return files;
}

describe('a collection in the side bar', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: makeFiles(), file: 'note.md', settings: { 'dossier.sampleCollection': 'off' } });
		await window.workbench.showView('Dossier');
		await labelLike(/^field$/);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	const labels = async () => (await window.workbench.treeRows()).map(({ label }) => label);
	const labelLike = (pattern: RegExp) =>
		window.workbench.waitUntil(`a row like ${pattern}`, async () => (await labels()).find((label) => pattern.test(label)));
	const viewText = async () => (await window.workbench.page.locator('.part.sidebar').innerText()).replaceAll('\u00a0', ' ');
	const messageLike = (pattern: RegExp) =>
		window.workbench.waitUntil(`words like ${pattern} in the view`, async () => pattern.test(await viewText()));
	const openFilter = async (ask = () => window.workbench.runCommand('Dossier: Filter Documents')) => {
		await window.workbench.openBox(ask);
		await window.workbench.page.locator('.quick-input-title:visible', { hasText: 'Filter Documents' }).waitFor();
	};
	const input = () => window.workbench.page.locator('.quick-input-widget input:visible').first();

	it('is grouped by year from the menu, newest first, with a check mark at what is chosen', async () => {
		const { workbench } = window;
		const { page } = workbench;
		const header = page.locator('.part.sidebar .pane-header', { hasText: 'Documents' }).first();
		const checked = page.locator('.monaco-menu .action-label', { hasText: /✓ (Folder|Year)/ }).first();
		const expected = ['2012', '2011', '2010', '2009', '2008', 'No Date'];
		const chosen: string[] = [];
		// What is read meanwhile draws the buttons anew, which shuts their menu.
		const groupByYear = () =>
			workbench.chooseInMenu(
				() => workbench.clickInRow(header, '.codicon-toolbar-more'),
				['Group By', /^(✓ )?Year$/],
				async (timeout) => {
					await checked.waitFor({ timeout });
					chosen.push(await checked.innerText({ timeout }));
					await workbench.screenshot('tree-group-menu');
				},
			);
		const years = await workbench.doUntil(`the years ${expected.join()}`, groupByYear, async () => {
			const found = (await workbench.treeRows()).filter(({ level }) => level === 1);
			return found.map(({ label }) => label).join() === expected.join() ? found : undefined;
		});
		assert.equal(chosen[0], '✓ Folder');
		assert.ok(years.every(({ description }) => /^\d+ documents/.test(description)));
		await workbench.click(workbench.treeRow('2012'));
		await labelLike(/^A Report on/);
		await workbench.setTheme('Dark 2026');
		await workbench.screenshot('tree-by-year-dark');
		await workbench.setTheme('Light 2026');
		await workbench.screenshot('tree-by-year-light');
	});

	it('reads each line to those who do not see it: kind, title, date, source', async () => {
		const row = (await window.workbench.treeRows()).find(({ label }) => /^A Report on/.test(label));
		assert.match(row?.ariaLabel ?? '', /^Markdown, A Report on \w+, Part \d, \w+ 11, 2012, [A-Z]/);
	});

	it('is filtered by keys over documents that were never drawn, and Esc brings all back', async () => {
		const { workbench } = window;
		await workbench.click(workbench.treeRow('2012'));
		await openFilter(() => workbench.press('Mod+f'));
		await workbench.type('dora floods');
		await messageLike(/Filter “dora floods”: 4 of 51/);
		// The line above the tree is drawn before the tree.
		await workbench.waitUntil('the four', async () => (await labels()).filter((label) => /^A Report on Floods/.test(label)).length === 4);
		await workbench.screenshot('tree-filter');
		await workbench.press('Mod+a');
		await workbench.type('not read');
		await messageLike(/Filter “not read”: 2 of 51/);
		// By their whole names: nothing else is known of them.
		await labelLike(/^locked\.docx$/);
		await labelLike(/^torn\.epub$/);
		await workbench.press('Escape');
		await workbench.waitUntil('all again', async () => !/Filter “/.test(await viewText()));
		await openFilter();
		await workbench.type('dora floods');
		await messageLike(/4 of 51/);
		await workbench.press('Enter');
		await workbench.quickInput.waitFor({ state: 'hidden' });
		await messageLike(/Filter “dora floods”: 4 of 51/);
		await workbench.click(workbench.treeRow('Part 2'));
		// The reader takes the keys when it opens, and only then can the tree have them back.
		await workbench.waitUntil('the document', async () => /counted twice a day/.test(await workbench.visibleText()));
		await workbench.doUntil(
			'all again',
			async () => {
				await workbench.click(workbench.treeRow('2009'));
				await workbench.waitForFocus('.part.sidebar');
				await workbench.press('Escape');
			},
			async () => !/Filter “/.test(await viewText()),
		);
	});

	it('says that a filter matches nothing, and leads on to the search for its words', async () => {
		const { workbench } = window;
		await openFilter();
		await workbench.type('nobody counted');
		await messageLike(/No document matches the filter/);
		await workbench.screenshot('tree-filter-nothing');
		await workbench.press('Enter');
		const row = await workbench.waitUntil('a passage', async () =>
			(await workbench.quickPickRows()).find(({ detail }) => /‹counted›/.test(detail)),
		);
		assert.ok(row);
		await workbench.press('Escape');
		await workbench.waitUntil('all again', async () => (await labels()).includes('2012'));
	});

	it('has a scope chosen by keys, which searches keep to, and leave when asked', async () => {
		const { workbench } = window;
		const { page } = workbench;
		await workbench.runCommand('Dossier: Choose Scope for Search');
		await messageLike(/Search looks in all 51 documents/);
		const boxes = page.locator('.part.sidebar .pane-body .custom-view-tree-node-item-checkbox');
		await boxes.first().waitFor();
		await workbench.click(workbench.treeRow('2012'));
		await workbench.press('Space');
		await messageLike(/Search looks in \d\d of 51 documents/);
		const isBox = (state: 'true' | 'false') =>
			workbench.waitUntil(`a box that says ${state}`, async () => (await boxes.first().getAttribute('aria-checked')) === state);
		await isBox('false');
		await workbench.press('Space');
		await messageLike(/Search looks in all 51 documents/);
		await isBox('true');
		await workbench.click(boxes.first());
		await messageLike(/Search looks in \d\d of 51 documents/);
		await workbench.setTheme('Dark 2026');
		await workbench.screenshot('tree-scope-dark');
		await workbench.setTheme('Light 2026');
		await workbench.screenshot('tree-scope-light');
		await workbench.runCommand('Dossier: Uncheck All Shown');
		await messageLike(/Search looks in 0 of 51 documents/);
		await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
		await workbench.waitUntil('the box of the search', async () =>
			/^Search in 0 of 51 documents/.test((await input().getAttribute('placeholder')) ?? ''),
		);
		await page.keyboard.insertText('night');
		await workbench.waitUntil('that none is checked', async () =>
			(await workbench.quickPickRows()).some(({ label }) => label === 'No document is checked to be searched'),
		);
		await workbench.screenshot('search-in-scope');
		await workbench.click(page.locator('.quick-input-list .monaco-list-row', { hasText: 'Search in all 51 documents' }));
		await workbench.waitUntil('passages', async () => (await workbench.quickPickRows()).some(({ detail }) => /‹night›/.test(detail)));
		await workbench.press('Escape');
		await boxes.first().waitFor({ state: 'detached' });
	});

	it('says on a page what was not read and why, and its lines open the files', async () => {
		const { workbench } = window;
		await workbench.runCommand('Dossier: Show Coverage');
		// Until the whole of it is drawn: lines take their places one after another.
		await workbench.waitUntil('the page', async () => {
			const text = await workbench.visibleText();
			const hasCounts = /Found: 51 Read: (48|49) Partly read: [01] Not read: 2 Not Read \(2\)/.test(text);
			return hasCounts && /Damaged \(2\) \S.* sources\/press\/locked\.docx sources\/press\/torn\.epub/.test(text);
		});
		await workbench.setTheme('Dark 2026');
		await workbench.screenshot('coverage-dark');
		await workbench.setTheme('Light 2026');
		await workbench.screenshot('coverage-light');
		const badge = workbench.page
			.locator('.part.activitybar .action-item', { has: workbench.page.locator('[aria-label^="Dossier"]') })
			.locator('.badge-content');
		await workbench.waitUntil('two in the badge', async () => (await badge.first().innerText()) === '2');
	});

	it('makes one notification at most of a thousand files that cannot be read', async () => {
		const { workbench, folder } = window;
		const many = path.join(folder, 'sources', 'torn');
		fs.mkdirSync(many);
		for (let index = 0; index < 1_000; index++) {
			fs.writeFileSync(path.join(many, `torn-${index}.docx`), damaged);
		}
		await workbench.waitUntil('them to be counted', async () => /Not read: 1,002/.test(await workbench.visibleText()), 240_000);
		assert.ok((await workbench.notifications()).length <= 1);
		// What a person asks for is answered: the count above would see it.
		await openFilter();
		await workbench.type('locked');
		await workbench.press('Enter');
		await workbench.click(workbench.treeRow('locked.docx'));
		await workbench.waitUntil('why it cannot be opened', async () =>
			(await workbench.notifications()).some((text) => /^locked\.docx: /.test(text)),
		);
		await workbench.screenshot('coverage-thousand');
	});
});
