import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openWindow, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

describe('a hostile workspace in Restricted Mode', () => {
	let window: SampleWindow;
	let outside: string;
	let own: string;

	before(async () => {
		outside = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-outside-'));
		fs.writeFileSync(path.join(outside, 'secret.md'), '# A Secret Report\n\nNobody of this workspace may show this.\n');
		own = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-own-'));
		fs.writeFileSync(path.join(own, 'mine.md'), '# A Report of My Own\n\nThe tide rises twice a day.\n');
		const settings = {
			'dossier.folders': ['seeds', 'way/out', outside, '/', '../..', '{seeds,../../..}'],
			'dossier.limits.maxFileMegabytes': 1_024,
			'dossier.limits.maxReadSeconds': -1,
			'dossier.hover.languages': 'none',
			'dossier.citation.format': 5,
		};
		window = await openWindow({
			files: { ...sampleFiles(), 'note.md': '# Note\n\nthe Polaris Project\n', '.vscode/settings.json': JSON.stringify(settings) },
			file: 'note.md',
			trust: false,
			settings: { 'dossier.folders': [own] },
		});
		fs.mkdirSync(path.join(window.folder, 'way'));
		fs.symlinkSync(outside, path.join(window.folder, 'way', 'out'));
		await window.workbench.showView('Dossier');
		// The link was made after the first look.
		await window.workbench.waitUntil('the documents', async () => (await window.workbench.treeRows()).length >= 5);
		await window.workbench.runCommand('Dossier: Refresh');
		await window.workbench.page.waitForTimeout(2_000);
	});
	after(async () => {
		await window?.close();
		fs.rmSync(outside, { recursive: true, force: true });
		fs.rmSync(own, { recursive: true, force: true });
	});
	afterEach(tidyUp(() => window));

	it('leads to no folder outside itself, hides none that the person’s own settings name, and everything else works', async () => {
		const { workbench } = window;
		const rows = await workbench.waitUntil('the documents', async () => {
			const found = await workbench.treeRows();
			return found.length >= 5 ? found : undefined;
		});
		assert.deepEqual(
			rows.map(({ label }) => label),
			['seeds', 'nowhere to turn', 'Trafficking of Korean Women in US', path.basename(own), 'A Report of My Own'],
		);
	});

	it('cannot switch off what it sets to nonsense', async () => {
		assert.match((await window.workbench.hoverWord('Polaris Project')) ?? '', /focused extensively/);
	});
});
