import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

const files = {
	'seeds/tides.md': `# Tides

The Neap Tide Bureau (NTB) is the office that counts tides. The Neap Tide Bureau opened its doors in Bonn.
`,
	'seeds/offices.md': `# Offices

The Neap Tide Bureau (NTB) is the office that counts tides. The Neap Tide Bureau keeps books.

The Harbour Light Council is an office that keeps lamps. The Harbour Light Council was founded in 1911.
`,
	'seeds/lamps.md': `# Lamps

The Harbour Light Council was founded in 1923. Marie Dubois, a judge, said so.

The Tallow Lamp Society is a club of collectors. The Tallow Lamp Society meets in spring.

국가인권위원회는 인권을 지키는 독립 기관이다. 국가인권위원회는 해마다 의견을 낸다.
`,
	'note.md': `# Note

the Neap Tide Bureau

the Harbour Light Council

the Tallow Lamp Society

said Marie Dubois

국가인권위원회는 물었다
`,
};

describe('which key terms are told of, and how', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files, file: 'note.md' });
		assert.ok(await window.workbench.hoverWord('Neap Tide Bureau'), 'no card ever showed');
		await window.workbench.leaveHover();
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	for (const [words, style, what] of [
		['Neap Tide Bureau', 'dotted', 'two documents tell alike'],
		['Harbour Light Council', 'wavy', 'two documents tell differently'],
		['Tallow Lamp Society', 'dashed', 'one document tells'],
	] as const) {
		it(`${style} lines stand under what ${what}`, async () => {
			await window.workbench.waitUntil(`the line under ${words}`, async () => (await window.workbench.underlineOf(words)) !== '');
			assert.equal(await window.workbench.underlineOf(words), style);
		});
	}

	/** Writes the settings of the workspace as the writer does, while the window is open. */
	function change(settings: Readonly<Record<string, unknown>>): void {
		const file = path.join(window.folder, '.vscode', 'settings.json');
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, JSON.stringify(settings));
	}

	for (const [setting, value, silent, told] of [
		['kinds', ['own', 'acronym', 'person', 'place'], 'Tallow Lamp Society', 'Marie Dubois'],
		['kinds', ['organisation'], 'Marie Dubois', 'Tallow Lamp Society'],
		['scripts', ['latin'], '국가인권위원회', 'Tallow Lamp Society'],
		['scripts', ['hangul'], 'Tallow Lamp Society', '국가인권위원회'],
	] as const) {
		it(`${setting} ${value.join(', ')}: nothing is said of ${silent}, still of ${told}, and of both when it is taken back`, async () => {
			const { workbench } = window;
			await workbench.waitUntil('the line of before', async () => (await workbench.underlineOf(silent)) !== '');
			change({ [`dossier.terms.${setting}`]: value });
			await workbench.waitUntil('no line', async () => (await workbench.underlineOf(silent)) === '');
			assert.notEqual(await workbench.underlineOf(told), '');
			assert.equal(await workbench.hoverWord(silent, { limitMs: 3_000 }), undefined);
			assert.ok(await workbench.hoverWord(told));
			await workbench.leaveHover();
			change({});
			await workbench.waitUntil('the line again', async () => (await workbench.underlineOf(silent)) !== '');
			assert.ok(await workbench.hoverWord(silent));
		});
	}
});
