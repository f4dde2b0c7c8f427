import { strict as assert } from 'node:assert';
import { openWindow, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

const note = '# Note\n\nFirst line of the note.\n\nThe caret stands here.\n';
const mailbox = ['Ice', 'Re: Buoys']
	.map(
		(subject) =>
			`From ann@x.org Mon Mar  6 10:00:00 2023\nFrom: Ann <ann@x.org>\nSubject: ${subject}\n\n${subject} at the mooring buoys.\n`,
	)
	.join('\n');

describe('search by keys', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { ...sampleFiles(), 'seeds/list.mbox': mailbox, 'note.md': note }, file: 'note.md' });
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	/** Opens the search, types, and gives the rows once the first holds what is expected. */
	async function search(query: string, expected: RegExp) {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
		await workbench.press('Mod+a');
		await workbench.type(query);
		return workbench.waitUntil(`a first row like ${expected}`, async () => {
			const rows = await workbench.quickPickRows();
			const [first] = rows;
			return first && expected.test(`${first.label} ${first.description} ${first.detail}`) ? rows : undefined;
		});
	}

	function leadsTo(query: string, title: RegExp, words: RegExp): void {
		it(`leads from “${query}” to the right passage first`, async () => {
			const { workbench } = window;
			const [first] = await search(query, title);
			assert.ok(first);
			assert.match(`${first.label} ${first.detail}`.replace(/[‹›«»“”[\]*_]/g, ''), words);
			await workbench.press('Enter');
			await workbench.waitUntil('the reader at the passage', async () => words.test(await workbench.visibleText()));
			// Not the preview that may have stood there before.
			await workbench.waitForOpened(title);
		});
	}
	leadsTo('brothels', /Trafficking of Korean Women in US/, /essentially as brothels/);
	leadsTo('monthly stipend', /nowhere to turn/i, /monthly stipend of 400,000 won/);
	leadsTo('"counseling centers"', /nowhere to turn/i, /counseling centers and shelter/);
	leadsTo('traffick', /Trafficking of Korean Women in US/, /[Tt]raffick/);

	it('shows the rows in the order of the ranking, none hidden by VS Code’s own filter', async () => {
		// No label holds the typed word: VS Code's own filter would hide them all.
		const rows = await search('stipend won household', /nowhere to turn/i);
		assert.ok(rows.length >= 1);
		await window.workbench.press('Escape');
	});

	it('says the message of a mailbox behind its title', async () => {
		const [first] = await search('mooring buoys', /^list Re: Buoys /);
		assert.equal(first?.description, 'Re: Buoys');
		await window.workbench.press('Escape');
	});

	it('returns to the note and the caret on Escape', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('The caret stands here');
		await search('brothels', /Trafficking/);
		await workbench.press('ArrowDown');
		await workbench.page.waitForTimeout(500);
		await workbench.press('Escape');
		await workbench.waitUntil('the note again', async () => (await workbench.activeTab()) === 'note.md');
		await workbench.type('X');
		await workbench.waitUntil('what was typed, at the caret', async () =>
			(await workbench.visibleLines()).includes('XThe caret stands here.'),
		);
	});

	it('opened over a search leads back to the note all the same, and offers what was typed', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('The caret stands here');
		await search('brothels', /Trafficking/);
		await workbench.press('ArrowDown');
		await workbench.waitUntil('the preview', async () => (await workbench.activeTab()) !== 'note.md');
		await workbench.press('Mod+Shift+Alt+f');
		await workbench.waitUntil('the note behind the new search', async () => (await workbench.activeTab()) === 'note.md');
		await workbench.waitUntil(
			'the words of before',
			async () => (await workbench.quickInput.isVisible()) && (await workbench.quickInput.locator('input').inputValue()) === 'brothels',
		);
		await workbench.press('ArrowDown');
		await workbench.waitUntil('the preview again', async () => (await workbench.activeTab()) !== 'note.md');
		await workbench.press('Escape');
		await workbench.waitUntil('the note again', async () => (await workbench.activeTab()) === 'note.md');
		await workbench.type('Y');
		await workbench.waitUntil('what was typed, at the caret', async () =>
			(await workbench.visibleLines()).some((line) => line.endsWith('YThe caret stands here.')),
		);
	});

	it('offers the selected words as the query', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('First line');
		await workbench.press('Shift+End');
		await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
		await workbench.waitUntil('the query', async () =>
			(await workbench.quickInput.locator('input').first().inputValue()).includes('First line of the note'),
		);
		await workbench.press('Escape');
	});
});
