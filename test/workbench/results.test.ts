import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, reopen, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

describe('the view of results, by mouse and keys', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({
			files: { ...sampleFiles(), 'note.md': '# Note\n\nKim Yeo-ni\nBonn\nPolaris Project\n' },
			file: 'note.md',
		});
		await window.workbench.showView('Dossier');
		await window.workbench.waitUntil('the documents', async () =>
			(await window.workbench.treeRows()).some(({ label }) => /^Trafficking of Korean Women/.test(label)),
		);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	function paneOf(view: string) {
		return window.workbench.page.locator('.part.sidebar .pane', {
			has: window.workbench.page.locator(`.pane-header[aria-label^="${view}"]`),
		});
	}

	/** The rows of one view of the side bar, from the top. */
	async function rowsOf(view: string) {
		return paneOf(view)
			.locator('.monaco-list-row')
			.evaluateAll((rows) =>
				rows
					.map((row) => ({ row, top: row.getBoundingClientRect().top }))
					.sort((a, b) => a.top - b.top)
					.map(({ row }) => ({
						label: row.querySelector('.label-name')?.textContent ?? '',
						description: row.querySelector('.label-description')?.textContent ?? '',
						marks: [...row.querySelectorAll('.highlight')].map((mark) => mark.textContent ?? ''),
						spoken: row.getAttribute('aria-label') ?? '',
						level: Number(row.getAttribute('aria-level')),
						isSelected: row.classList.contains('selected'),
					})),
			);
	}

	async function messageOf(view: string): Promise<string> {
		return ((await paneOf(view).locator('.message').first().textContent()) ?? '').trim();
	}

	async function showAll(query: string, expected: RegExp) {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Show All Results'));
		await workbench.press('Mod+a');
		await workbench.type(query);
		await workbench.press('Enter');
		await workbench.waitUntil(`results of ${query}`, async () => expected.test(await messageOf('Results')));
		return workbench.waitUntil('lines', () => rowsOf('Results'));
	}

	it('shows all passages by document, with their words marked, and says each line', async () => {
		const rows = await showAll('women', /^8 passages in 2 of 2 documents$/);
		const hits = rows.filter(({ marks }) => marks.length > 0);
		assert.ok(hits.length >= 5);
		assert.ok(hits.every(({ marks }) => marks.every((mark) => /^wom[ae]n/i.test(mark))));
		assert.ok(rows.some(({ spoken }) => /^nowhere to turn, page 39, [23] matches/.test(spoken)));
		assert.ok(rows.some(({ label, description }) => label === 'Saturday, March 01, 2008' && description === 'by its title'));
		assert.ok(rows.some(({ spoken }) => /^Trafficking of Korean Women in US, 6 passages, Mar 1, 2008/.test(spoken)));
	});

	/** The passage that is selected, and the document that it stands in, once the passage is another than before and that document is the active tab. */
	async function stepFrom(before: string) {
		return window.workbench.waitUntil(`a step from “${before}”`, async () => {
			const rows = await rowsOf('Results');
			const at = rows.findIndex(({ isSelected, level }) => isSelected && level > 1);
			const spoken = rows[at]?.spoken ?? '';
			const title = rows.slice(0, at + 1).findLast(({ level }) => level === 1)?.label ?? '';
			return at >= 0 && spoken !== before && (await window.workbench.activeTab()) === title ? { spoken, title } : undefined;
		});
	}

	it('walks through all passages with F4, also in folded documents, and back with Shift+F4', async () => {
		const { workbench } = window;
		await workbench.runCommand('Dossier: Focus on Results View').catch(() => undefined);
		await workbench.openFile('note.md');
		const steps: { spoken: string; title: string }[] = [];
		for (let step = 0; step < 8; step++) {
			await workbench.press('F4');
			steps.push(await stepFrom(steps.at(-1)?.spoken ?? ''));
		}
		const titles = steps.map(({ title }) => title);
		assert.deepEqual([...new Set(titles)].sort(), ['Trafficking of Korean Women in US', 'nowhere to turn']);
		assert.equal(titles.filter((title) => title === 'nowhere to turn').length, 2);
		await workbench.press('Shift+F4');
		assert.deepEqual(await stepFrom(steps[7]?.spoken ?? ''), steps[6]);
	});

	it('leaves F4 to the search of VS Code while that is used', async () => {
		const { workbench } = window;
		await workbench.doUntil(
			'the search of VS Code',
			() => workbench.runCommand('Search: Find in Files'),
			() => workbench.hasFocusIn('.search-view'),
		);
		await workbench.type('Polaris');
		await workbench.press('Enter');
		await workbench.waitUntil('its results', async () => (await workbench.page.locator('.search-view .linematch').count()) > 0);
		await workbench.press('F4');
		await workbench.waitUntil('its result', async () => /^(note\.md|003_|.*\.txt)/.test(await workbench.activeTab()));
		await workbench.showView('Dossier');
		await workbench.waitUntil('our lines', () => rowsOf('Results'));
		// The extension hears of it a moment later; until then the key is the search's.
		await workbench.waitUntil('ours', async () => {
			await workbench.page.waitForTimeout(1_000);
			await workbench.press('F4');
			await workbench.page.waitForTimeout(1_000);
			return /^(nowhere to turn|Trafficking of)/.test(await workbench.activeTab());
		});
	});

	it('takes away what is dismissed, and counts without it', async () => {
		const { workbench } = window;
		const row = paneOf('Results')
			.locator('.monaco-list-row', { has: workbench.page.locator('.highlight') })
			.first();
		await workbench.clickInRow(row, '.action-label[aria-label^="Dismiss"]');
		await workbench.waitUntil('one less', async () => /^7 passages in 2 of 2 documents · 1 dismissed$/.test(await messageOf('Results')));
		await workbench.runCommand('Dossier: Restore Dismissed Results');
		await workbench.waitUntil('all again', async () => /^8 passages in 2 of 2 documents$/.test(await messageOf('Results')));
	});

	it('goes on to the next line when one is dismissed by key', async () => {
		const { workbench } = window;
		const hits = async () => (await rowsOf('Results')).filter(({ marks }) => marks.length > 0);
		const [first, second] = await hits();
		assert.ok(first !== undefined && second !== undefined);
		await workbench.click(
			paneOf('Results')
				.locator('.monaco-list-row', { has: workbench.page.locator('.highlight') })
				.first(),
		);
		await workbench.waitUntil('it to open', async () => /Trafficking|nowhere/.test(await workbench.activeTab()));
		await workbench.press('Delete');
		await workbench.waitUntil('the next one', async () =>
			(await hits()).some(({ label, isSelected }) => isSelected && label === second.label),
		);
		assert.ok(!(await hits()).some(({ label }) => label === first.label));
		await workbench.runCommand('Dossier: Restore Dismissed Results');
		await workbench.waitUntil('all again', async () => /^8 passages in 2 of 2 documents$/.test(await messageOf('Results')));
	});

	it('dismisses and copies by key what has the focus, whatever is selected', async () => {
		const { workbench } = window;
		const hits = async () => (await rowsOf('Results')).filter(({ marks }) => marks.length > 0);
		const [first, second, third] = await hits();
		assert.ok(first !== undefined && second !== undefined && third !== undefined);
		await workbench.click(
			paneOf('Results')
				.locator('.monaco-list-row', { has: workbench.page.locator('.highlight') })
				.first(),
		);
		await workbench.waitUntil('it to open', async () => /Trafficking|nowhere/.test(await workbench.activeTab()));
		await workbench.press('ArrowDown');
		await workbench.press('Delete');
		await workbench.waitUntil('the next one', async () =>
			(await hits()).some(({ label, isSelected }) => isSelected && label === third.label),
		);
		assert.deepEqual(
			(await hits()).slice(0, 2).map(({ label }) => label),
			[first.label, third.label],
		);
		await workbench.press('ArrowUp');
		const words = first.label.replace(/^…|…$/g, '').slice(0, 40);
		await workbench.doUntil(
			'the first passage in the clipboard',
			() => workbench.press('Mod+c'),
			async () => (await workbench.clipboard()).replace(/\s+/g, ' ').includes(words),
		);
		await workbench.runCommand('Dossier: Restore Dismissed Results');
		await workbench.waitUntil('all again', async () => /^8 passages in 2 of 2 documents$/.test(await messageOf('Results')));
	});

	it('follows the sources by itself', async () => {
		const file = path.join(window.folder, 'seeds', 'new.md');
		fs.writeFileSync(file, '# New\n\nThe women of the harbour.\n');
		await window.workbench.waitUntil('one more', async () => /^9 passages in 3 of 3 documents$/.test(await messageOf('Results')));
		fs.rmSync(file);
		await window.workbench.waitUntil('as before', async () => /^8 passages in 2 of 2 documents$/.test(await messageOf('Results')));
	});

	it('folds what says the same, and F4 unfolds it', async () => {
		const { workbench } = window;
		const file = path.join(window.folder, 'seeds', 'log.md');
		const said = 'Every spring the harbour master counts the boats and writes their names into the book.';
		fs.writeFileSync(file, `# Log\n\n## One\n\n${said}\n\n## Two\n\nNo boats.\n\n## Three\n\n${said}\n\n## Four\n\n${said}\n`);
		try {
			await workbench.waitUntil('the document', async () => (await workbench.treeRows()).some(({ label }) => label === 'Log'));
			await showAll('boats', /^4 passages in 1 of 3 documents$/);
			const hits = async () => (await rowsOf('Results')).filter(({ marks }) => marks.length > 0);
			const [folded, other] = await workbench.waitUntil('two lines', async () => {
				const lines = await hits();
				return lines.length === 2 ? lines : undefined;
			});
			assert.equal(folded?.description, 'One · +2 like it');
			assert.match(folded.spoken, /^Log, One, 1 match, \+2 like it, …master counts/);
			assert.deepEqual([other?.label, other?.description], ['No boats.', 'Two']);
			for (const expected of ['>,', ',>', ',>,,']) {
				await workbench.press('F4');
				await workbench.waitUntil(
					`a step to ${expected}`,
					async () => (await hits()).map(({ isSelected }) => (isSelected ? '>' : '')).join() === expected,
				);
			}
		} finally {
			fs.rmSync(file);
			await showAll('women', /^8 passages in 2 of 2 documents$/);
		}
	});

	it('folds what several documents say alike, opens it to them, and F4 walks there', async () => {
		const { workbench } = window;
		const said = 'Every spring the harbour master counts the boats and writes their names into the book.';
		const write = (name: string, text: string) => fs.writeFileSync(path.join(window.folder, 'seeds', name), text);
		write('log.md', `# Log\n\n${said}\n`);
		write('reprint.md', `# Reprint\n\n${said}\n`);
		try {
			await workbench.waitUntil('the documents', async () => (await workbench.treeRows()).some(({ label }) => label === 'Reprint'));
			await showAll('boats', /^2 passages in 2 of 4 documents$/);
			const [folded, ...others] = await workbench.waitUntil('one line', async () => {
				const lines = (await rowsOf('Results')).filter(({ marks }) => marks.length > 0);
				return lines.length === 1 && lines[0]?.description === '+1 like it' ? lines : undefined;
			});
			assert.ok(folded !== undefined && others.length === 0);
			await workbench.press('F4');
			await workbench.waitUntil(
				'the first',
				async () => (await workbench.activeTab()) === 'Log' || (await workbench.activeTab()) === 'Reprint',
			);
			const first = await workbench.activeTab();
			await workbench.press('F4');
			await workbench.waitUntil(
				'the other',
				async () => ['Log', 'Reprint'].includes(await workbench.activeTab()) && (await workbench.activeTab()) !== first,
			);
			const other = await workbench.activeTab();
			// The line that it is folded behind is open, and it stands there under its own title.
			await workbench.waitUntil('its line', async () =>
				(await rowsOf('Results')).some(({ label, isSelected }) => isSelected && label === other),
			);
		} finally {
			fs.rmSync(path.join(window.folder, 'seeds', 'log.md'));
			fs.rmSync(path.join(window.folder, 'seeds', 'reprint.md'));
			await showAll('women', /^8 passages in 2 of 2 documents$/);
		}
	});

	it('puts a passage that is dragged into a note there as a quotation with its source', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		const line = paneOf('Results')
			.locator('.monaco-list-row', { has: workbench.page.locator('.highlight') })
			.first();
		const place = await workbench.placeOf('Bonn');
		const box = await line.boundingBox();
		assert.ok(box !== null);
		const drag = async () => {
			await workbench.page.mouse.move(box.x + 60, box.y + box.height / 2);
			await workbench.page.mouse.down();
			await workbench.page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 5 });
			await workbench.page.mouse.move(place.left, place.y, { steps: 20 });
			await workbench.page.waitForTimeout(500);
			await workbench.page.mouse.up();
		};
		await workbench.doUntil('the quotation', drag, async () => /> — .*\*/.test(await workbench.visibleText()));
		await workbench.press('Mod+z');
	});

	it('narrows by what is checked, in words of the query', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Narrow Results'));
		await workbench.waitUntil('values', async () => (await workbench.quickPickRows()).some(({ label }) => label === '2008'));
		const row = (await workbench.quickPickRows()).find(({ label }) => label === '2008');
		assert.equal(row?.description, '6 passages in 1 document');
		await workbench.click(workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '2008' }).first());
		await workbench.press('Enter');
		await workbench.waitUntil('fewer', async () => /^6 passages in 1 of 2 documents$/.test(await messageOf('Results')));
		const title = window.workbench.page.locator('.part.sidebar .pane-header[aria-label^="Results"] .description');
		await workbench.waitUntil('the words of it all', async () => (await title.textContent())?.trim() === 'year:2008 women');
	});

	it('exports them as Markdown with their sources', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Export Results'));
		await workbench.waitUntil('formats', async () =>
			(await workbench.quickPickRows()).some(({ label }) => /^Markdown with Citations, New/.test(label)),
		);
		await workbench.press('Enter');
		for (const pattern of [/# Results for/, /6 passages in 1 of 2 documents/, /> — Kari Lydersen, \*Trafficking of Korean Women in US\*/]) {
			await workbench.waitUntil(`${pattern} in the export`, async () => pattern.test(await workbench.visibleText()));
		}
	});

	it('says in how many documents nothing was found', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Show All Results'));
		await workbench.press('Mod+a');
		await workbench.type('"zebra crossing"');
		await workbench.press('Enter');
		await workbench.waitUntil('absence', async () => (await messageOf('Results')) === 'No match in 2 of 2 documents');
	});

	it('runs the selected lines as a list: what has no match first, a click for the results', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('Kim Yeo-ni');
		await workbench.press('Mod+Shift+End');
		await workbench.openBox(() => workbench.runCommand('Dossier: Run Query List'));
		await workbench.waitUntil('sources', async () => (await workbench.quickPickRows())[0]?.label === 'Selected Lines');
		await workbench.press('Enter');
		await workbench.waitUntil('readings', async () => (await workbench.quickPickRows())[0]?.label === 'As Exact Words');
		await workbench.press('Enter');
		const expected = [
			'Selected Lines: 3 queries · 1 without a match',
			'No Match: 1 query',
			'Kim Yeo-ni: 1 in 1 document',
			'Polaris Project: 1 in 1 document',
		];
		await workbench.waitUntil(`the list ${expected.join(' | ')}`, async () => {
			const lines = (await rowsOf('Searches')).map(({ label, description }) => `${label}: ${description}`);
			return expected.every((line, at) => lines[at] === line);
		});
		await workbench.click(workbench.treeRow('Polaris Project'));
		await workbench.waitUntil('its results', async () => /^1 passage in 1 of 2 documents$/.test(await messageOf('Results')));
	});

	it('keeps a search under a name', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Save Search'));
		await workbench.press('Mod+a');
		await workbench.type('The project');
		await workbench.press('Enter');
		await workbench.waitUntil('the saved search', async () =>
			(await rowsOf('Searches')).some(({ label, description }) => label === 'The project' && description === '1 in 1 document'),
		);
	});

	async function savedNames(): Promise<readonly string[]> {
		return (await rowsOf('Searches')).filter(({ level }) => level === 1).map(({ label }) => label);
	}

	it('gives a saved search another name, deletes it, and brings it back, by keys', async () => {
		const { workbench } = window;
		const row = (label: string) => paneOf('Searches').locator('.monaco-list-row', { hasText: label }).first();
		await workbench.click(row('The project'));
		await workbench.waitUntil('its results', async () => /^1 passage in 1 of 2 documents$/.test(await messageOf('Results')));
		await workbench.openBox(async () => {
			await workbench.click(row('The project'));
			await workbench.press('F2');
		});
		await workbench.press('Mod+a');
		await workbench.type('Polaris');
		await workbench.press('Enter');
		await workbench.waitUntil('the new name', async () => (await savedNames()).includes('Polaris'));
		assert.ok(!(await savedNames()).includes('The project'));
		await workbench.waitUntil('its line', async () =>
			(await rowsOf('Searches')).some(({ label, isSelected }) => isSelected && label === 'Polaris'),
		);
		await workbench.press('Delete');
		await workbench.waitUntil('it to be gone', async () => !(await savedNames()).includes('Polaris'));
		// A window that is driven shows no notification by itself.
		const undo = workbench.page.locator('.notifications-center .monaco-button', { hasText: 'Undo' }).first();
		await workbench.doUntil(
			'what was deleted',
			() => workbench.runCommand('Notifications: Show Notifications'),
			() => undo.isVisible(),
		);
		await workbench.click(undo);
		await workbench.waitUntil('it again, counted', async () =>
			(await rowsOf('Searches')).some(({ label, description }) => label === 'Polaris' && description === '1 in 1 document'),
		);
	});

	it('knows saved searches, and what was searched last, after the window was loaded anew', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
		await workbench.press('Mod+a');
		await workbench.type('counseling cen');
		await workbench.waitUntil('hits', async () => (await workbench.quickPickRows()).some(({ label }) => /nowhere to turn/i.test(label)));
		await workbench.press('Escape');
		// VS Code writes it a moment later.
		await workbench.page.waitForTimeout(1_000);
		await reopen(
			window,
			() => undefined,
			async () => (await savedNames()).includes('Polaris'),
		);
		await workbench.waitUntil('its count', async () =>
			(await rowsOf('Searches')).some(({ label, description }) => label === 'Polaris' && description === '1 in 1 document'),
		);
		await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
		assert.equal(await workbench.quickInput.locator('input').first().inputValue(), 'counseling cen');
		await workbench.waitUntil('hits', async () => (await workbench.quickPickRows()).some(({ label }) => /nowhere to turn/i.test(label)));
		await workbench.press('Escape');
	});
});
