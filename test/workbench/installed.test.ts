import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installExtension } from '../../scripts/host/vscodeServer.mjs';
import { openWindow, type SampleWindow, sampleFiles, tidyUp } from './sampleWindow.ts';

describe('the package, installed into a clean VS Code', () => {
	let extensionsFolder: string;

	before(async () => {
		const vsix = process.env['DOSSIER_VSIX'];
		assert.ok(vsix && fs.existsSync(vsix), 'DOSSIER_VSIX names no package: run `npm test -- build package workbench`');
		extensionsFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-installed-'));
		await installExtension(vsix, extensionsFolder);
	});
	after(() => extensionsFolder && fs.rmSync(extensionsFolder, { recursive: true, force: true }));

	function works(how: string, trust: boolean): void {
		describe(how, () => {
			let window: SampleWindow;
			before(async () => {
				window = await openWindow({
					files: { ...sampleFiles(), 'note.md': '# Note\n\nThe Polaris Project\n' },
					file: 'note.md',
					extensionsFolder,
					trust,
				});
			});
			after(() => window?.close());
			afterEach(tidyUp(() => window));

			it(trust ? 'is trusted' : 'is in Restricted Mode', async () => {
				const badge = window.workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' });
				if (trust) {
					assert.equal(await badge.count(), 0);
				} else {
					await badge.first().waitFor();
				}
			});
			it('explains a term under the mouse', async () => {
				assert.match((await window.workbench.hoverWord('Polaris Project')) ?? 'no card', /2008/);
			});
			it('lists the documents', async () => {
				await window.workbench.showView('Dossier');
				await window.workbench.waitUntil('both documents', async () => {
					const labels = (await window.workbench.treeRows()).map((row) => row.label);
					return labels.includes('Trafficking of Korean Women in US') && labels.some((label) => /^nowhere to turn$/i.test(label));
				});
			});
		});
	}
	works('in a trusted folder', true);
	works('in Restricted Mode', false);

	describe('in a folder without documents', () => {
		let window: SampleWindow;
		before(async () => {
			window = await openWindow({ files: { 'note.md': '# Note\n\nThe Polaris Project\n' }, file: 'note.md', extensionsFolder });
		});
		after(() => window?.close());
		afterEach(tidyUp(() => window));

		it('shows the sample collection, which comes with it', async () => {
			await window.workbench.showView('Dossier');
			await window.workbench.waitUntil('the sample collection', async () =>
				(await window.workbench.treeRows()).some((row) => /Trafficking of Korean Women|Sample Collection/.test(row.label)),
			);
		});
		it('explains terms of the sample collection', async () => {
			assert.match((await window.workbench.hoverWord('Polaris Project')) ?? 'no card', /2008/);
		});
	});
});
