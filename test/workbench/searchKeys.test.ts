import { strict as assert } from 'node:assert';
import { firstHits } from '../../src/editor/searchView/listLengths.ts';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

const note = '# Note\n\nThe caret stands here.\n\nThe end.\n';
const same =
	'The harbour master wrote that the lighthouse keepers had counted forty ships before the storm, and that none of them came back.';
const page = (title: string, text: string) => `# ${title}\n\n${text}\n`;

/** Titles whose order by name is not that of their worth; one passage stands in two documents; one file cannot be read. */
const files = {
	'note.md': note,
	'sources/alpha.md': page(
		'Alpha',
		`Many words of other things, and one zeppelin among them, far from the others. ${'More words of it. '.repeat(20)}`,
	),
	'sources/beta.md': page('Beta', 'A zeppelin and another zeppelin rose over the town.'),
	'sources/gamma.md': page('Gamma', 'Zeppelin, zeppelin, zeppelin.'),
	'sources/logbook.md': page('Logbook', `${same}\n\n## Later\n\nThe keepers left the lighthouse in spring.`),
	'sources/reprint.md': page('Reprint', same.replace(',', ' –')),
	'sources/birds.md': page(
		'Birds',
		Array.from({ length: 40 }, (_, index) => `## Field ${index}\n\nOne corncrake called there${' all night'.repeat(index)}.`).join('\n\n'),
	),
	'sources/oven.md': page(
		'Oven',
		`Smoke means danger to all. ${'The bakers stood by the river. '.repeat(6)}The oven measured forty degrees.`,
	),
	'sources/broken.pdf': '%PDF-1.7\nThis is no more than a beginning.',
};

describe('search: keys, buttons, history', () => {
	let window: SampleWindow;

	before(async () => {
		// Nothing asks whether to save.
		window = await openWindow({ files, file: 'note.md', settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 } });
		const { workbench } = window;
		await workbench.showView('Dossier');
		await workbench.waitUntil('the documents', async () => (await workbench.treeRows()).length >= 8);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));
	beforeEach(async () => {
		const { workbench } = window;
		// What is not yet saved would be asked about.
		await workbench.waitUntil('all to be saved', async () => (await workbench.page.locator('.tab.dirty').count()) === 0);
		await workbench.runCommand('View: Close All Editors');
		await workbench.openFile('note.md');
		await workbench.clickAt('The caret stands here');
	});

	const input = () => window.workbench.quickInput.locator('input').first();
	const title = async () => (await window.workbench.quickInput.locator('.quick-input-title').first().textContent()) ?? '';
	const labels = async () => (await window.workbench.quickPickRows()).map(({ label }) => label);

	async function open() {
		const { workbench } = window;
		await workbench.openBox(() => workbench.press('Mod+Shift+Alt+f'));
	}

	/** Opens the search and types; what stood there is typed over without a key more. */
	async function search(query: string, ...expected: readonly string[]) {
		await open();
		await window.workbench.type(query);
		await window.workbench.waitUntil(`rows ${expected.join()}`, async () => {
			const rows = await labels();
			return expected.every((label, index) => rows[index] === label);
		});
		// The answer to the last letter may be on its way behind one that looks the same.
		await window.workbench.page.waitForTimeout(200);
	}

	/** Esc, and back in the note: what opens before that would be closed by it. */
	async function leave() {
		const { workbench } = window;
		await workbench.closeBox();
		await workbench.page.locator('.editor-group-container.active .editor-instance .monaco-editor.focused').waitFor();
		await workbench.page.waitForTimeout(300);
	}

	it('shows the rows in the order of their worth', async () => {
		await search('zeppelin', 'Gamma', 'Beta', 'Alpha');
		assert.match(await title(), /3 passages in 3 documents/);
	});

	it('selects the words of before, so that typing replaces them', async () => {
		await search('zeppelin', 'Gamma');
		await leave();
		await open();
		assert.equal(await input().inputValue(), 'zeppelin');
		await window.workbench.type('storm');
		assert.equal(await input().inputValue(), 'storm');
	});

	it('opens a passage beside the note by Ctrl+Enter', async () => {
		const { workbench } = window;
		await search('zeppelin', 'Gamma', 'Beta');
		await workbench.press('ArrowDown');
		await workbench.waitUntil('the preview', async () => (await workbench.activeTab()) === 'Beta');
		await workbench.press('Mod+Enter');
		await workbench.waitUntil('two groups', async () => (await workbench.page.locator('.editor-group-container').count()) === 2);
		await workbench.waitForOpened('Beta');
		const tabs = await workbench.page
			.locator('.editor-group-container .tab')
			.evaluateAll((all) => all.map((tab) => tab.getAttribute('data-resource-name')));
		assert.deepEqual(
			tabs.map((name) => name?.split('/').at(-1)),
			['note.md', 'Beta'],
		);
	});

	it('opens a passage at the words of the whole query, though its line looked the same before it was typed to the end', async () => {
		const { workbench } = window;
		await search('oven mea', 'Oven');
		// Misspelt, so that the words over the list tell when the answer has come; at once, since what lies between would change the line.
		await workbench.page.keyboard.insertText('sred');
		await workbench.waitUntil('the answer', async () => (await title()).endsWith('Showing “measured” for “measred”'));
		assert.deepEqual(await labels(), ['Oven']);
		await workbench.press('Enter');
		await workbench.waitForOpened('Oven');
		const column = `Col ${(files['sources/oven.md'].split('\n')[2]?.indexOf('oven') ?? -1) + 1}`;
		const place = workbench.page.locator('.statusbar-item', { hasText: /^Ln \d+, Col/ });
		await workbench.waitUntil(`the oven, at ${column}`, async () => /Col \d+/.exec((await place.textContent()) ?? '')?.[0] === column);
	});

	it('inserts a quotation with its source by Alt+Enter, below the caret’s line, and takes it back in one step', async () => {
		const { workbench } = window;
		await search('zeppelin rose', 'Beta');
		await workbench.press('Alt+Enter');
		await workbench.waitUntil('the quotation', async () =>
			(await workbench.visibleLines()).some((line) => line.startsWith('> A zeppelin and another')),
		);
		const lines = await workbench.visibleLines();
		const at = lines.findIndex((line) => line.startsWith('> A zeppelin'));
		assert.deepEqual([lines[at - 2], lines[at - 1]], ['The caret stands here.', '']);
		assert.match(lines[at + 1] ?? '', /^> — \*Beta\*, \[beta\.md\]\(sources\/beta\.md\)$/);
		assert.deepEqual(lines.slice(at + 2, at + 4), ['', 'The end.']);
		await workbench.press('Mod+z');
		await workbench.waitUntil('the note as it was', async () => !(await workbench.visibleLines()).some((line) => line.startsWith('>')));
	});

	it('copies a quotation by Ctrl+Shift+C', async () => {
		const { workbench } = window;
		await search('zeppelin rose', 'Beta');
		await workbench.press('Mod+Shift+c');
		await workbench.waitUntil('the quotation', async () =>
			(await workbench.clipboard()).includes('> A zeppelin and another zeppelin rose over the town.'),
		);
		assert.match(await workbench.clipboard(), /\*Beta\*/);
	});

	it('searches in one document by Ctrl+D, and in all again', async () => {
		const { workbench } = window;
		await search('keepers', 'Logbook');
		assert.ok((await labels()).length > 1);
		await workbench.press('Mod+d');
		await workbench.waitUntil('the document', async () => (await title()).includes('in “Logbook”'));
		await workbench.waitUntil('its passages only', async () => new Set(await labels()).size === 1);
		await workbench.press('Mod+a');
		await workbench.type('zeppelin');
		await workbench.waitUntil('that it has none', async () => (await labels())[0] === 'No match in “Logbook”');
		await workbench.press('Mod+d');
		await workbench.waitUntil('all documents', async () => (await labels())[0] === 'Gamma');
		assert.doesNotMatch(await title(), /in “/);
	});

	/** Clicks on a button of the first passage, which shows while the mouse is over it. */
	const clickButton = (name: string) =>
		window.workbench.clickInRow(window.workbench.quickInput.locator('.monaco-list-row').first(), `.action-label[aria-label^="${name}"]`);

	it('narrows to one document by the button of a passage, and widens by the one of the list', async () => {
		const { workbench } = window;
		await search('zeppelin', 'Gamma', 'Beta', 'Alpha');
		await clickButton('Search in This Document Only');
		await workbench.waitUntil(
			'its passages only',
			async () => (await title()).includes('in “Gamma”') && (await labels()).join() === 'Gamma',
		);
		await workbench.click(workbench.quickInput.locator('.action-label[aria-label^="Search in the Other Documents Too"]'));
		await workbench.waitUntil(
			'all documents',
			async () => !(await title()).includes('in “') && (await labels()).join() === 'Gamma,Beta,Alpha',
		);
	});

	it('has the buttons of each passage once nobody types', async () => {
		const { workbench } = window;
		await search('zeppelin', 'Gamma', 'Beta', 'Alpha');
		await workbench.waitUntil(
			'the buttons of three passages',
			async () => (await workbench.quickInput.locator('.action-label[aria-label^="Search in This Document Only"]').count()) === 3,
		);
	});

	it('inserts a quotation by its button', async () => {
		const { workbench } = window;
		await search('zeppelin rose', 'Beta');
		await clickButton('Insert Quotation into the Note');
		await workbench.waitUntil('the quotation', async () =>
			(await workbench.visibleLines()).some((line) => line.startsWith('> A zeppelin and another')),
		);
		await workbench.press('Mod+z');
		await workbench.waitUntil('the note as it was', async () => !(await workbench.visibleLines()).some((line) => line.startsWith('>')));
	});

	it('opens a passage beside the note by its button', async () => {
		const { workbench } = window;
		await search('zeppelin', 'Gamma');
		await clickButton('Open to the Side');
		await workbench.waitUntil('two groups', async () => (await workbench.page.locator('.editor-group-container').count()) === 2);
		await workbench.waitForOpened('Gamma');
	});

	it('lets the lines below those that are seen wait until nobody moves, and leaves who moved where they are', async () => {
		const { workbench } = window;
		const moves = 12;
		await search('corncrake', 'Birds');
		await workbench.waitUntil('all of its lines', async () => (await workbench.quickPickLength()) === 40);
		await workbench.watchQuickPick();
		/**
		 * Another question with the same answer, and then down its list, for longer than the further lines wait: whether they came after the last move only, and left
		 * the place as it was.
		 */
		const moveDown = async (key: string): Promise<boolean> => {
			const before = (await workbench.quickPickEvents()).length;
			await workbench.press(key);
			// Two changes of the list at once are seen as none.
			const isFirst = async () => (await workbench.quickPickEvents()).slice(before).some(({ length }) => length !== undefined);
			const isSeen = await workbench.waitUntil('the first lines', isFirst, 10_000).catch(() => false);
			for (let move = 0; move < moves; move++) {
				await workbench.press('ArrowDown');
				await workbench.page.waitForTimeout(60);
			}
			await workbench.waitUntil('all of its lines again', async () => (await workbench.quickPickLength()) === 40);
			const places = await workbench.page
				.locator('.quick-input-list .monaco-list-row.focused')
				.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-posinset')));
			const [, shown, ...others] = (await workbench.quickPickEvents()).slice(before);
			// With the line that leads to all of them.
			const isTwice = shown?.length === firstHits + 1 && others.at(-1)?.length === 40;
			const isLater = others.length === moves + 1 && others.slice(0, moves).every(({ key }) => key === 'ArrowDown');
			return isSeen && isTwice && isLater && places.join() === String(moves + 1);
		};
		// Where the machine is busy elsewhere, Dossier hears of a move when it is long over: then once more.
		let hasWaited = false;
		for (let left = 24; left > 0 && !hasWaited; left--) {
			hasWaited = await moveDown(left % 2 === 0 ? 'Space' : 'Backspace');
		}
		assert.ok(hasWaited);
		await leave();
	});

	it('folds what says the same, and shows it by Ctrl+L', async () => {
		const { workbench } = window;
		await search('harbour master', 'Logbook');
		await workbench.waitUntil('one line of two passages', async () => {
			const [first, ...others] = await workbench.quickPickRows();
			return /2 passages in 2 documents/.test(await title()) && /\+1 like it$/.test(first?.description ?? '') && others.length === 0;
		});
		await workbench.press('Mod+l');
		await workbench.waitUntil('the other', async () => (await labels()).join() === 'Logbook,↳ Reprint');
		assert.equal((await workbench.quickPickRows())[0]?.active, true);
		await workbench.press('Mod+l');
		await workbench.waitUntil('one line again', async () => (await labels()).join() === 'Logbook');
		await workbench.press('Mod+l');
		await workbench.waitUntil('the other', async () => (await labels()).length === 2);
		await workbench.press('ArrowDown');
		await workbench.waitUntil('its preview', async () => (await workbench.activeTab()) === 'Reprint');
		await workbench.press('Enter');
		await workbench.waitForOpened('Reprint');
	});

	it('says what could not be read where nothing is found, and leads there', async () => {
		const { workbench } = window;
		await search('xylophone', 'No match in 7 of 8 documents; 1 could not be read');
		await workbench.press('Enter');
		await workbench.waitUntil('the coverage', async () => (await workbench.activeTab()).includes('Coverage'));
		await workbench.waitUntil('the file', async () => /broken\.pdf/.test(await workbench.visibleText()));
	});

	it('offers the words of a quotation, and all documents, where nothing is found', async () => {
		const { workbench } = window;
		const none = 'No match in 7 of 8 documents; 1 could not be read';
		await search('"rose over the zeppelin"', none, 'Search without quotation marks');
		await workbench.press('ArrowDown', 'Enter');
		await workbench.waitUntil('its words', async () => (await labels())[0] === 'Beta');
		assert.equal(await input().inputValue(), 'rose over the zeppelin');
		await workbench.press('Mod+a');
		await workbench.type('zeppelin type:word');
		await workbench.waitUntil('the way on', async () => (await labels()).at(-1) === 'Search without type:word');
		await workbench.press('ArrowDown', 'Enter');
		await workbench.waitUntil('all documents', async () => (await labels()).join() === 'Gamma,Beta,Alpha');
	});

	it('says which word was searched in the place of a misspelt one', async () => {
		await search('zepelin', 'Gamma');
		await window.workbench.waitUntil('the word', async () => (await title()).endsWith('Showing “zeppelin” for “zepelin”'));
	});

	it('lists recent searches in an empty box, and goes through them by Alt+Up', async () => {
		const { workbench } = window;
		await workbench.runCommand('Dossier: Clear Recent Searches');
		for (const query of ['zeppelin', 'keepers']) {
			await search(query, query === 'zeppelin' ? 'Gamma' : 'Logbook');
			await workbench.press('Enter');
			await workbench.waitForOpened(query === 'zeppelin' ? 'Gamma' : 'Logbook');
		}
		await open();
		await workbench.press('Delete');
		await workbench.waitUntil('the list', async () => (await labels()).join() === 'keepers,zeppelin');
		await workbench.press('ArrowDown', 'Enter');
		await workbench.waitUntil(
			'the search of before',
			async () => (await input().inputValue()) === 'zeppelin' && (await labels())[0] === 'Gamma',
		);
		await workbench.press('Alt+ArrowUp');
		await workbench.waitUntil('the newest', async () => (await input().inputValue()) === 'keepers');
		await workbench.press('Alt+ArrowDown');
		await workbench.waitUntil('what stood there', async () => (await input().inputValue()) === 'zeppelin');
		await leave();
		await workbench.runCommand('Dossier: Clear Recent Searches');
		await open();
		assert.equal(await input().inputValue(), '');
		assert.deepEqual(await labels(), []);
	});

	it('helps by a question mark', async () => {
		const { workbench } = window;
		await open();
		await workbench.press('Mod+a');
		await workbench.type('?');
		await workbench.waitUntil('the help', async () => (await labels()).includes('"police raid"~10'));
	});

	it('gives back the preview that it replaced on Escape', async () => {
		const { workbench } = window;
		await workbench.doUntil(
			'a document in the preview tab',
			() => workbench.click(workbench.treeRow('Alpha')),
			async () => (await workbench.activeTab()) === 'Alpha',
		);
		await workbench.openFile('note.md');
		await workbench.clickAt('The end');
		await search('zeppelin', 'Gamma', 'Beta');
		await workbench.press('ArrowDown');
		await workbench.waitUntil('the preview', async () => (await workbench.activeTab()) === 'Beta');
		await leave();
		const tabs = workbench.page.locator('.editor-group-container .tab');
		await workbench.waitUntil('the tabs of before', async () => {
			const names = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('data-resource-name')?.split('/').at(-1)));
			return names.sort().join() === 'Alpha,note.md';
		});
		await workbench.waitUntil('the note', async () => (await workbench.activeTab()) === 'note.md');
		await workbench.type('X');
		await workbench.waitUntil('what was typed, at the caret', async () => (await workbench.visibleLines()).includes('XThe end.'));
	});

	it('closes what only it opened on Escape, where nothing was open', async () => {
		const { workbench } = window;
		await workbench.press('Mod+z');
		await workbench.runCommand('View: Close All Editors');
		await search('zeppelin', 'Gamma', 'Beta');
		await workbench.press('ArrowDown');
		await workbench.waitUntil('the preview', async () => (await workbench.activeTab()) === 'Beta');
		await workbench.press('Escape');
		await workbench.waitUntil('no editor', async () => (await workbench.page.locator('.editor-group-container .tab').count()) === 0);
	});

	// At the end: the results take the room of the tree.
	for (const [how, send] of [
		['Ctrl+Shift+Enter', () => window.workbench.press('Mod+Shift+Enter')],
		[
			'its button',
			() => window.workbench.click(window.workbench.quickInput.locator('.action-label[aria-label^="Show All in the Side Bar"]')),
		],
	] as const) {
		it(`sends all passages to the view of results by ${how}`, async () => {
			const { workbench } = window;
			// Another question each time, so that the view shows nothing that stood there before.
			const [query, total] = how === 'its button' ? ['corncrake', '40 passages in 1 '] : ['zeppelin', '3 passages in 3 '];
			await search(query, how === 'its button' ? 'Birds' : 'Gamma');
			await send();
			const results = workbench.page.locator('.part.sidebar .pane', {
				has: workbench.page.locator('.pane-header[aria-label^="Results"]'),
			});
			await workbench.waitUntil(
				'its total',
				async () => (await results.locator('.message').first().textContent())?.includes(total) === true,
			);
			await workbench.waitUntil('its words marked', async () => (await results.locator('.highlight').allTextContents()).includes(query));
			await workbench.waitUntil('no box', async () => !(await workbench.quickInput.isVisible()));
		});
	}
});
