import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { openWindow, reopen, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

describe('a window of several folders', () => {
	let window: SampleWindow;

	before(async () => {
		const workspace = { folders: [{ path: 'one' }, { path: 'two' }, { path: 'three' }], settings: { 'dossier.sampleCollection': 'off' } };
		window = await openWindow({
			files: {
				...Object.fromEntries(Object.entries(sampleFiles()).map(([name, text]) => [`one/${name}`, text])),
				'two/sources/tides.md': '# On Tides\n\nThe Neap Tide Bureau (NTB) is the office that counts tides. The Neap Tide Bureau says so.\n',
				'two/.vscode/settings.json': JSON.stringify({ 'dossier.folders': ['sources', 'field'] }),
				'two/field/notes.md': '# Field Notes\n\nWords.\n',
				'three/sources/moons.md': '# On Moons\n\nThe moon draws the water.\n',
				'three/field/left-out.md': '# Left Out\n\nOnly the second folder takes this.\n',
				'one/note.md': '# Note\n\nThe Neap Tide Bureau and the Polaris Project.\n',
				'all.code-workspace': JSON.stringify(workspace),
			},
		});
		const { workbench } = window;
		await reopen(
			window,
			(query) => {
				query.set('workspace', path.join(query.get('folder') ?? '', 'all.code-workspace'));
				query.delete('folder');
			},
			async () => (await workbench.treeRows()).length > 0,
		);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	it('takes the documents of each by its own settings, and tells folders of one name apart', async () => {
		const { workbench } = window;
		const rows = await workbench.waitUntil('all documents', async () => {
			const found = await workbench.treeRows();
			return found.length === 9 ? found : undefined;
		});
		assert.deepEqual(
			rows.map(({ label, level }) => `${level} ${label}`),
			[
				'1 seeds',
				'2 nowhere to turn',
				'2 Trafficking of Korean Women in US',
				'1 field',
				'2 Field Notes',
				`1 ${path.join('two', 'sources')}`,
				'2 On Tides',
				`1 ${path.join('three', 'sources')}`,
				'2 On Moons',
			],
		);
	});

	it('explains terms of all of them in a note of one', async () => {
		const { workbench } = window;
		await workbench.openFile('note.md');
		assert.match((await workbench.hoverWord('Neap Tide Bureau')) ?? '', /counts tides/);
		assert.match((await workbench.hoverWord('Polaris Project')) ?? '', /focused extensively/);
	});

	it('shows what comes to one of them', async () => {
		fs.writeFileSync(path.join(window.folder, 'three', 'sources', 'new.md'), '# A New Moon\n\nIt is dark.\n');
		await window.workbench.waitUntil('the document', async () =>
			(await window.workbench.treeRows()).some(({ label }) => label === 'A New Moon'),
		);
	});
});

const noFolder = 'Open the folder that holds your notes';

describe('a window without a folder', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files: { 'note.md': '# Note\n' } });
		const { workbench } = window;
		await reopen(
			window,
			(query) => {
				query.delete('folder');
				query.set('ew', 'true');
			},
			() => workbench.page.locator('.part.sidebar .welcome-view:visible', { hasText: noFolder }).first().isVisible(),
		);
	});
	after(() => window?.close());
	afterEach(tidyUp(() => window));

	it('offers to open one, and shows the sample collection', async () => {
		const { workbench } = window;
		const welcome = workbench.page.locator('.part.sidebar .welcome-view:visible', { hasText: noFolder });
		await welcome.first().waitFor();
		assert.ok(await welcome.locator('.monaco-button', { hasText: 'Open Folder' }).first().isVisible());
		await workbench.waitUntil('the sample collection', async () =>
			(await workbench.treeRows()).some(({ label }) => label === 'Sample Collection'),
		);
	});
});
