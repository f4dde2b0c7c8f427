import { strict as assert } from 'node:assert';
import { openWindow, type SampleWindow, sampleFiles, showNote, tidyUp } from './sampleWindow.ts';

/** A note with one thing to rest on per line, so that each stands in one visual line. */
const note = `# Note

Korean massage parlors
called KMPs here
the Polaris Project
the National Immigrant Justice Center
the Ministry of Gender Equality and Family
the Gender Equality Ministry
said Kim Yeo-ni
by Kari Lydersen
on Infoshop News
the exit programs
in red light districts
Wednesday was a sunny afternoon
In code \`Polaris Project\` stays code
[a link](https://example.org/Polaris-Project)
`;

describe('hover with a real mouse', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { ...sampleFiles(), 'note.md': note }, file: 'note.md' });
		// The first card waits for the reading of the collection.
		assert.ok(await window.workbench.hoverWord('Polaris Project'), 'no card ever showed');
	});
	after(() => window?.close());
	beforeEach(showNote(() => window, 'note.md'));
	afterEach(tidyUp(() => window));

	function explains(words: string, ...expected: readonly RegExp[]): void {
		it(`explains ${words}`, async () => {
			const card = await window.workbench.hoverWord(words);
			assert.ok(card, 'no card showed');
			for (const pattern of expected) {
				assert.match(card, pattern);
			}
		});
	}
	explains('Korean massage parlors', /KMPs?/, /Trafficking of Korean Women in US/);
	explains('KMPs', /Korean massage parlors/i, /Trafficking of Korean Women in US/);
	explains('Polaris Project', /Polaris Project/, /2008/);
	explains('National Immigrant Justice Center', /Trafficking of Korean Women in US/);
	explains('Ministry of Gender Equality and Family', /nowhere to turn/i, /39/);
	explains('Gender Equality Ministry', /nowhere to turn/i, /39/);
	explains('Kim Yeo-ni', /sex worker, activist/, /39/);
	explains('Kari Lydersen', /Trafficking of Korean Women in US/);
	explains('Infoshop News', /Trafficking of Korean Women in US/);
	explains('exit programs', /nowhere to turn/i);
	explains('red light districts', /nowhere to turn/i);

	function isQuiet(what: string, words: string, occurrence = 1): void {
		it(`says nothing on ${what}`, async () => {
			assert.equal(await window.workbench.hoverWord(words, { occurrence, limitMs: 3_000 }), undefined);
		});
	}
	isQuiet('ordinary words', 'sunny afternoon');
	isQuiet('code', 'Polaris Project', 2);

	it('opens the exact place from a line of the card', async () => {
		const { workbench } = window;
		await workbench.clickInHover('KMPs', 'Trafficking of Korean Women');
		const text = await workbench.waitUntil('the reader with the sentence', async () => {
			const visible = await workbench.visibleText();
			return visible.includes('acronym of KMPs') ? visible : undefined;
		});
		assert.match(text, /Korean massage parlors are a common presence/);
		assert.equal(await workbench.activeTab(), 'Trafficking of Korean Women in US');
	});

	it('copies the quotation with its source', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		const copied = await workbench.doUntil(
			'the quotation in the clipboard',
			() => workbench.clickInHover('Polaris Project', 'Copy Quotation'),
			async () => {
				const text = await workbench.clipboard();
				return text.includes('Polaris Project') ? text : undefined;
			},
		);
		assert.match(copied, /^> .*Polaris Project has focused extensively/);
		assert.match(
			copied,
			/\n> — Kari Lydersen, \*Trafficking of Korean Women in US\* \((?:2008-03-01|March 1, 2008)\), .*\(seeds\/003_5330bd3181756004\.txt\)/,
		);
	});

	it('lists all mentions', async () => {
		const { workbench } = window;
		await workbench.openBox(() => workbench.clickInHover('KMPs', 'Find All Mentions'));
		const rows = await workbench.waitUntil('three mentions', async () => {
			const shown = await workbench.quickPickRows();
			return shown.length >= 2 ? shown : undefined;
		});
		assert.ok(rows.every((row) => row.label.includes('Trafficking of Korean Women in US')));
		await workbench.press('Escape');
	});

	it('shows the card at the caret by the keyboard', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		await workbench.clickAt('Kari Lydersen');
		await workbench.doUntil(
			'the card',
			() => workbench.runCommand('Show or Focus Hover'),
			() => workbench.hover.first().isVisible(),
		);
		assert.match(await workbench.hoverText(), /Kari Lydersen/);
	});
});
