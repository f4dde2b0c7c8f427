import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, showNote, tidyUp } from './sampleWindow.ts';

const files = {
	'seeds/lamps.md': `# Lamps

The Harbour Light Council (HLC) is an office of the coast that keeps every lamp between the two capes.

The Tallow Lamp Society is a club of collectors. The Tallow Lamp Society meets in spring.

The Neap Tide Bureau is the office that counts tides. The Neap Tide Bureau keeps books.

The Heron Watch Union is a club of people who count herons. The Heron Watch Union meets at dawn.
`,
	'note.md': `# Note

the Harbour Light Council
the Tallow Lamp Society
the Neap Tide Bureau
Wednesday was a sunny afternoon
`,
};

describe('what a card can do', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files, file: 'note.md' });
		assert.ok(await window.workbench.hoverWord('Harbour Light Council'), 'no card ever showed');
	});
	after(() => window?.close());
	beforeEach(showNote(() => window, 'note.md'));
	afterEach(tidyUp(() => window));

	it('shows all in the side bar at a click on More', async () => {
		const { workbench } = window;
		await workbench.showView('Dossier');
		const rows = async () => (await workbench.treeRows()).map(({ label }) => label);
		assert.ok(!(await rows()).some((label) => label.startsWith('Harbour Light Council')));
		await workbench.clickInHover('Harbour Light Council', 'More');
		await workbench.waitUntil('its lines', async () =>
			(await rows()).some((label) => label.startsWith('The Harbour Light Council (HLC) is')),
		);
	});

	it('shows the card at the caret by “Explain Term”', async () => {
		const { workbench } = window;
		await workbench.clickAt('Tallow Lamp Society');
		await workbench.doUntil(
			'the card',
			() => workbench.runCommand('Dossier: Explain Term'),
			() => workbench.hover.first().isVisible(),
		);
		assert.match(await workbench.hoverText(), /^Tallow Lamp Society/);
	});

	const glossary = () => {
		const file = path.join(window.folder, 'glossary.md');
		return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
	};

	it('writes into the glossary at a click on Define, and shows the own words from then on', async () => {
		const { workbench } = window;
		await workbench.clickInHover('Tallow Lamp Society', 'Define');
		await workbench.waitForOpened('glossary.md');
		await workbench.type('Friends of old lamps.');
		await workbench.press('Mod+s');
		await workbench.waitUntil('it on the disk', async () => glossary() === '# Glossary\n\n## Tallow Lamp Society\n\nFriends of old lamps.');
		await workbench.openFile('note.md');
		const card = await workbench.waitUntil('the own words on the card', async () => {
			const text = (await workbench.hoverWord('Tallow Lamp Society', { limitMs: 20_000 })) ?? '';
			return text.includes('Friends of old lamps. — your glossary') ? text : undefined;
		});
		assert.match(card, /Edit Definition/);
	});

	it('explains no more what was hidden by a click on Hide', async () => {
		const { workbench } = window;
		await workbench.clickInHover('Neap Tide Bureau', 'Hide');
		await workbench.waitUntil('it on the disk', async () => glossary().includes('Hidden: Neap Tide Bureau\n'));
		await workbench.waitUntil('silence', async () => (await workbench.hoverWord('Neap Tide Bureau', { limitMs: 2_000 })) === undefined);
	});

	it('explains another form of a term that “Add Alias” told of', async () => {
		const { workbench } = window;
		assert.equal(await workbench.hoverWord('sunny', { limitMs: 3_000 }), undefined);
		await workbench.clickAt('sunny');
		await workbench.openBox(() => workbench.runCommand('Dossier: Add Alias'));
		await workbench.type('Heron Watch');
		await workbench.waitUntil('the term', async () => (await workbench.quickPickRows())[0]?.label === 'Heron Watch Union');
		await workbench.press('Enter');
		await workbench.waitUntil('it on the disk', async () => /## Heron Watch Union\n+Also: sunny\n/.test(glossary()));
		await workbench.waitUntil('the card', async () =>
			/^Heron Watch Union/.test((await workbench.hoverWord('sunny', { limitMs: 20_000 })) ?? ''),
		);
	});
});
