import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, sampleFiles, showNote, tidyUp } from './sampleWindow.ts';

const note = `# Note

The KMPs here and KMPs there
said Kim Yeo-ni
the Polaris Project
asked a woman of the QZXW
end

The Min

About the exit programs.
`;

describe('key terms beside the text', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({
			files: { ...sampleFiles(), 'note.md': note, 'meanings.md': '# Meanings\n\nWhat they said of the ICC is another matter.\n' },
			file: 'note.md',
		});
		await window.workbench.showView('Dossier');
		assert.ok(await window.workbench.hoverWord('Polaris Project'), 'no card ever showed');
		await window.workbench.leaveHover();
	});
	after(() => window?.close());
	beforeEach(showNote(() => window, 'note.md'));
	afterEach(tidyUp(() => window));

	const underlineOf = (words: string, occurrence?: number) => window.workbench.underlineOf(words, occurrence);

	const rowsWith = (pattern: RegExp) =>
		window.workbench.waitUntil(`a row like ${pattern}`, async () =>
			(await window.workbench.treeRows()).find((row) => pattern.test(`${row.label} ${row.description}`)),
		);

	it('have a faint line under their first place only', async () => {
		await window.workbench.waitUntil('the line under KMPs', async () => (await underlineOf('KMPs')) === 'dashed');
		assert.equal(await underlineOf('KMPs', 2), '');
		assert.equal(await underlineOf('Kim Yeo-ni'), 'dashed');
		assert.equal(await underlineOf('here and'), '');
	});

	it('have none on the line that is being written, until the caret leaves it', async () => {
		const { workbench } = window;
		await workbench.clickAt('end');
		await workbench.press('End');
		await workbench.type(' of Infoshop News');
		await workbench.page.waitForTimeout(1_200);
		assert.equal(await underlineOf('Infoshop News'), '');
		await workbench.press('ArrowUp');
		await workbench.waitUntil('the line under it', async () => (await underlineOf('Infoshop News')) === 'dashed');
	});

	it('are explained in the side bar, which follows the caret', async () => {
		const { workbench } = window;
		await workbench.clickAt('KMPs');
		await workbench.runCommand('Dossier: Explain Term in the Side Bar');
		await rowsWith(/^KMP Korean massage parlors/);
		await rowsWith(/^Definition in Your Sources/);
		const said = await rowsWith(/Kari Lydersen, Trafficking of Korean Women in US/);
		assert.match(said.ariaLabel, /Kari Lydersen/);
		const first = await rowsWith(/^Korean massage parlors/);
		assert.match(first.ariaLabel, /refer to them with the acronym of KMPs\., Kari Lydersen/, 'not spoken whole');
		await workbench.clickAt('Kim Yeo-ni');
		await rowsWith(/^Kim Yeo-ni sex worker, activist/);
	});

	it('open the very words from the side bar', async () => {
		const { workbench } = window;
		await workbench.clickAt('KMPs');
		await rowsWith(/^KMP /);
		await workbench.doUntil(
			'the document',
			() => workbench.click(workbench.treeRow('so much that those')),
			async () => (await workbench.activeTab()) === 'Trafficking of Korean Women in US',
		);
		await workbench.waitUntil('the words', async () => /Korean massage parlors are a common presence/.test(await workbench.visibleText()));
		await workbench.openFile('note.md');
	});

	it('lead to their definition and to all their mentions', async () => {
		const { workbench } = window;
		await workbench.clickAt('KMPs');
		await workbench.press('F12');
		await workbench.waitUntil('the document', async () => (await workbench.activeTab()) === 'Trafficking of Korean Women in US');
		await workbench.openFile('note.md');
		await workbench.clickAt('KMPs');
		await workbench.press('Shift+F12');
		const places = workbench.page.locator('.reference-zone-widget .monaco-list-row');
		await workbench.waitUntil('the places', async () => (await places.count()) >= 3);
		assert.match((await places.allInnerTexts()).join('\n'), /KMPs/);
		await workbench.press('Escape');
	});

	it('complete themselves on Ctrl+Space', async () => {
		const { workbench } = window;
		await workbench.clickAt('The Min');
		await workbench.press('End');
		const rows = workbench.page.locator('.suggest-widget .monaco-list-row');
		await workbench.doUntil(
			'the ministry',
			() => workbench.press('Escape', 'Control+Space'),
			async () => (await rows.allInnerTexts()).some((text) => text.includes('Ministry of Gender Equality')),
		);
		await workbench.click(rows.filter({ hasText: 'Ministry of Gender Equality' }).first());
		await workbench.waitUntil('it in the note', async () =>
			(await workbench.visibleText()).includes('The Ministry of Gender Equality and Family'),
		);
	});

	it('put a quotation with its source into the note', async () => {
		const { workbench } = window;
		await workbench.clickAt('Polaris Project');
		await workbench.runCommand('Dossier: Insert Quotation about Term');
		await workbench.waitUntil('the quotation', async () => /> — Kari Lydersen/.test(await workbench.visibleText()));
		await workbench.press('Mod+z');
		await workbench.waitUntil('it gone by one step', async () => !/> — Kari Lydersen/.test(await workbench.visibleText()));
	});

	for (const command of ['Find All Mentions of Term', 'Copy Quotation about Term', 'Insert Quotation about Term', 'Not This Term Here']) {
		it(`are said not to stand at the caret by “${command}”`, async () => {
			const { workbench } = window;
			await workbench.clickAt('asked a woman');
			const status = workbench.page.locator('.part.statusbar');
			await workbench.waitUntil('no word of the command before', async () => !/No key term/.test(await status.innerText()));
			await workbench.runCommand(`Dossier: ${command}`);
			await workbench.waitUntil('the line that says so', async () =>
				/No key term of your documents stands at the caret/.test(await status.innerText()),
			);
		});
	}

	it('are listed in a view of their own, with a filter', async () => {
		const { workbench } = window;
		await workbench.click(workbench.page.locator('.pane-header', { hasText: 'Key Terms' }).first());
		await rowsWith(/^sex workers .*mentions/);
		await workbench.openBox(() => workbench.runCommand('Dossier: Filter Terms…'));
		await workbench.type('parlors korean');
		await workbench.waitUntil('one term', async () => !(await workbench.treeRows()).some((row) => row.label === 'sex workers'));
		await rowsWith(/^KMP Korean massage parlors/);
		await workbench.press('Escape');
		await rowsWith(/^sex workers /);
	});

	it('that stand in no document are listed with their places', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.runCommand('Dossier: Names Not in Your Sources'));
		const rows = await workbench.waitUntil('the names', async () => {
			const shown = await workbench.quickPickRows();
			return shown.some((row) => row.label === 'QZXW') ? shown : undefined;
		});
		assert.ok(rows.some((row) => row.label === 'QZXW' && row.description === 'abbreviation · 1 place · line 6'));
		assert.ok(!rows.some((row) => /KMP|Polaris/.test(row.label)));
		await workbench.closeBox();
		// The caret goes back to where it was.
		await workbench.page.waitForTimeout(1_000);
	});

	it('are defined in the glossary, which is made for it', async () => {
		const { workbench } = window;
		await workbench.clickAt('exit programs');
		await workbench.runCommand('Dossier: Define Term');
		await workbench.waitUntil('the glossary', async () => (await workbench.activeTab()) === 'glossary.md');
		await workbench.waitForFocus('.editor-group-container.active .monaco-editor');
		await workbench.type('Leaving the trade with help.');
		await workbench.press('Mod+s');
		const file = path.join(window.folder, 'glossary.md');
		await workbench.waitUntil(
			'it on the disk',
			async () => fs.readFileSync(file, 'utf8') === '# Glossary\n\n## exit programs\n\nLeaving the trade with help.',
		);
		await workbench.openFile('note.md');
		await workbench.waitUntil('the own words on the card', async () =>
			/Leaving the trade with help\. — your glossary/.test((await workbench.hoverWord('exit programs', { limitMs: 20_000 })) ?? ''),
		);
		await workbench.leaveHover();
	});

	it('are hidden by the glossary', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('Kim Yeo-ni');
		await workbench.runCommand('Dossier: Hide Term');
		const file = path.join(window.folder, 'glossary.md');
		await workbench.waitUntil('it on the disk', async () => fs.readFileSync(file, 'utf8').includes('Hidden: Kim Yeo-ni\n'));
		await workbench.waitUntil('silence', async () => (await workbench.hoverWord('Kim Yeo-ni', { limitMs: 2_000 })) === undefined);
	});

	it('leave a meaning out at a click on Not This, and explain it again when asked', async () => {
		const { workbench } = window;
		const write = (name: string, text: string) => fs.writeFileSync(path.join(window.folder, name), text);
		write('seeds/court.md', '# Courts\n\nThe International Criminal Court (ICC) sits in The Hague. The ICC tries persons, not states.\n');
		write('seeds/trade.md', '# Trade\n\nThe International Chamber of Commerce (ICC) sits in Paris. The ICC writes rules for merchants.\n');
		await workbench.openFile('meanings.md');
		const cardOf = async () => (await workbench.hoverWord('ICC', { limitMs: 20_000 })) ?? '';
		const meaningIn = (card: string) => /International (?:Criminal Court|Chamber of Commerce)/.exec(card)?.[0];
		const card = await workbench.waitUntil('a card of two meanings', async () => {
			const text = await cardOf();
			return /Not This/.test(text) ? text : undefined;
		});
		const first = meaningIn(card);
		await workbench.clickInHover('ICC', 'Not This');
		const other = await workbench.waitUntil('the other meaning alone', async () => {
			const text = await cardOf();
			return text !== '' && !/Not This/.test(text) ? text : undefined;
		});
		assert.ok(first !== undefined && meaningIn(other) !== undefined && meaningIn(other) !== first, `${card}\n---\n${other}`);
		await workbench.leaveHover();
		await workbench.runCommand('Dossier: Explain All Left-Out Terms Again');
		await workbench.waitUntil('both again', async () => /Not This/.test(await cardOf()));
		await workbench.leaveHover();
	});
});
