// `npm run pictures`: drives the real workbench over the sample collection and note, and keeps media/pictures/*.png: tree, search, hover card,
// reader and results, in a dark and a light theme. The README shows them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { run } from './setup/run.mjs';

await ensureDependencies();
await run(process.execPath, ['scripts/build.mjs'], { cwd: root });
const { Workbench } = await import('./host/workbench.mjs');
const { copySampleWorkspace } = await import('./sampleWorkspace.mjs');

const themes = [
	{ name: 'dark', theme: 'Dark 2026' },
	{ name: 'light', theme: 'Light 2026' },
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-pictures-'));
// The folder's name stands in the title bar.
const workspace = path.join(folder, 'my-story');
copySampleWorkspace(workspace);
const workbench = await Workbench.open({
	folder: workspace,
	file: path.join(workspace, 'note.md'),
	development: root,
	size: { width: 1200, height: 720 },
	scale: 2,
	pictures: path.join(root, 'media', 'pictures'),
	settings: {
		'breadcrumbs.enabled': false,
		'editor.fontSize': 15,
		'editor.minimap.enabled': false,
		'editor.wordWrap': 'on',
		'window.commandCenter': false,
		'window.title': '${rootName}',
		'workbench.layoutControl.enabled': false,
	},
});
try {
	await workbench.showView('Dossier');
	await workbench.hoverWord('Polaris Project', { limitMs: 40_000 });
	for (const { name, theme } of themes) {
		await workbench.setTheme(theme);
		await takePictures(name);
	}
} finally {
	await workbench.close();
	fs.rmSync(folder, { recursive: true, force: true });
}

async function takePictures(theme) {
	await workbench.openFile('note.md');
	await workbench.leaveHover();
	await workbench.page.mouse.move(5, 5);
	await keep(`tree-${theme}`);

	await workbench.hoverWord('Polaris Project');
	await workbench.page.waitForTimeout(500);
	await keep(`hover-${theme}`);
	await workbench.leaveHover();

	await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
	await workbench.press('Mod+a');
	await workbench.type('counseling centers');
	await workbench.waitUntil('hits', async () => (await workbench.quickPickRows()).some((row) => /nowhere to turn/i.test(row.label)));
	await workbench.page.waitForTimeout(1_000);
	await keep(`search-${theme}`);

	await workbench.press('Enter');
	await workbench.waitForOpened(/nowhere to turn/i);
	await workbench.page.waitForTimeout(1_000);
	await keep(`reader-${theme}`);
	await workbench.runCommand('View: Close Editor');

	await workbench.openBox(() => workbench.runCommand('Dossier: Show All Results'));
	await workbench.press('Mod+a');
	await workbench.type('women');
	await workbench.press('Enter');
	await workbench.waitUntil('results', async () => (await workbench.page.locator('.part.sidebar .monaco-list-row .highlight').count()) > 3);
	await workbench.press('F4', 'F4');
	await workbench.waitUntil('the reader', async () => /Trafficking|nowhere/i.test(await workbench.activeTab()));
	await workbench.page.mouse.move(5, 5);
	await workbench.page.waitForTimeout(1_000);
	await keep(`results-${theme}`);
	await workbench.runCommand('View: Close Editor');
	await workbench.runCommand('Dossier: Clear Results');
}

async function keep(name) {
	console.log(path.relative(root, await workbench.screenshot(name)));
}
