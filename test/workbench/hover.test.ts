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
In [Polaris Project](https://example.org/of) the words of a link
at https://example.org/KMPs/list
as [@KMPs, p. 3] says
the Harbour Light Council
`;

/** Documents that say much of one term, and a little of two. */
const more = {
	'seeds/lamps.md': `# Lamps

The Harbour Light Council (HLC) is an office of the coast that keeps every lamp between the two capes, pays the keepers who live beside them through the winter, and prints a list of all lights for the masters of ships. The Harbour Light Council was founded in 1911. Marie Dubois said that the Harbour Light Council had spent 4,500 euros on oil for a single lamp in one winter, which nobody on the coast could believe at the time.

The Tallow Lamp Society is a club of collectors. The Tallow Lamp Society meets in spring.

The Neap Tide Bureau is the office that counts tides. The Neap Tide Bureau keeps books.

`,
	'seeds/capes.md': `# Capes

The Harbour Light Council was founded in 1923. According to the almanac, the Harbour Light Council looked after sixty lamps in that year, among them the three that stand on rocks which no boat can reach while the wind blows from the west. The Harbour Light Council wrote to the Neap Tide Bureau and to the Tallow Lamp Society about the oil, and asked both of them for the names of merchants whom a keeper may trust.
`,
	'seeds/keepers.md': `# Keepers

The keepers wrote to the Harbour Light Council in 1931 that the nights were long, that the bread was old when the boat brought it, and that they wanted their wages by the month. The Harbour Light Council and the Tallow Lamp Society argued for years about who may sell the lamps that are no longer lit on the coast.
`,
};

describe('hover with a real mouse', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { ...sampleFiles(), ...more, 'note.md': note }, file: 'note.md' });
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
			const lines = await window.workbench.hoverLines();
			assert.ok(lines >= 3 && lines <= 8, `${lines} lines`);
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
	explains('Harbour Light Council', /HLC/, /keeps every lamp/, /Sources differ: .*1911.*1923/, /More$/);

	function isQuiet(what: string, words: string, occurrence = 1): void {
		it(`says nothing on ${what}`, async () => {
			assert.equal(await window.workbench.hoverWord(words, { occurrence, limitMs: 3_000 }), undefined);
		});
	}
	isQuiet('ordinary words', 'sunny afternoon');
	isQuiet('code', 'Polaris Project', 2);
	isQuiet('the words of a link', 'Polaris Project', 3);
	isQuiet('a citation', 'KMPs', 3);

	for (const [words, occurrence] of [
		['example.org/of', 1],
		['KMPs', 2],
	] as const) {
		it(`leaves ${words} in an address to VS Code, which offers to follow it`, async () => {
			assert.match((await window.workbench.hoverWord(words, { occurrence })) ?? '', /^Follow link \([^)]*\)$/);
		});
	}

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
			/\n> — Kari Lydersen, \*Trafficking of Korean Women in US\*, Infoshop News \((?:2008-03-01|March 1, 2008)\), .*\(seeds\/003_5330bd3181756004\.txt\)/,
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
