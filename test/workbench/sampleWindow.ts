import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Workbench } from '../../scripts/host/workbench.mjs';
import { slowness } from '../../scripts/test/patience.mjs';

/** The checkout: mocha is started in it. */
export const root = process.cwd();

/** What a window is opened with. `files` are written below the folder, paths relative to it, before the window opens. */
export interface WindowOptions {
	readonly files: Readonly<Record<string, string | Uint8Array>>;
	/** The file to show, relative; none shows nothing. */
	readonly file?: string;
	/** Where a packaged Dossier is installed; without it the one under development runs. */
	readonly extensionsFolder?: string;
	readonly trust?: boolean;
	/** Where the window keeps its data, for who looks at what lies there; a temporary folder without it. */
	readonly dataFolder?: string;
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** A window of VS Code over a temporary folder. `close` ends the window and removes the folder. */
export interface SampleWindow {
	readonly workbench: Workbench;
	readonly folder: string;
	close(): Promise<void>;
}

/** The two documents of the sample collection as files of a folder `seeds`. */
export function sampleFiles(): Record<string, string> {
	const seeds = path.join(root, 'seeds');
	return Object.fromEntries(fs.readdirSync(seeds).map((name) => [`seeds/${name}`, fs.readFileSync(path.join(seeds, name), 'utf8')]));
}

/** Opens a window over the files with Dossier in it. */
export async function openWindow(options: WindowOptions): Promise<SampleWindow> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-window-'));
	const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
	try {
		for (const [name, text] of Object.entries(options.files)) {
			const file = path.join(folder, name);
			fs.mkdirSync(path.dirname(file), { recursive: true });
			fs.writeFileSync(file, text);
		}
		const workbench = await Workbench.open({
			folder,
			...(options.file === undefined ? {} : { file: path.join(folder, options.file) }),
			...(options.extensionsFolder === undefined ? { development: root } : { extensionsFolder: options.extensionsFolder }),
			trust: options.trust ?? true,
			...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
			settings: { ...options.settings },
			pictures: path.join(root, 'out', 'pictures'),
		});
		return {
			workbench,
			folder,
			close: async () => {
				await workbench.close();
				removeFolder();
			},
		};
	} catch (error) {
		removeFolder();
		throw error;
	}
}

/**
 * Shows another folder, workspace or nothing in the same window, as "Open Workspace…" or "Close Folder" do, with Dossier's view, and waits until
 * `isThere`. Now and then VS Code's server build opens a workspace and says that it has no folder (`workspaceFolderCount` is 0): then it is asked again.
 */
export async function reopen(
	{ workbench }: SampleWindow,
	toQuery: (query: URLSearchParams) => void,
	isThere: () => Promise<boolean>,
): Promise<void> {
	const address = new URL(workbench.page.url());
	toQuery(address.searchParams);
	for (let left = reopenings; ; left--) {
		await workbench.page.goto(address.toString());
		await workbench.page.locator('.part.statusbar .statusbar-item').first().waitFor();
		await workbench.showView('Dossier');
		try {
			await workbench.waitUntil('what is opened', isThere, reopenMs);
			return;
		} catch (error) {
			if (left === 1) {
				throw error;
			}
			console.log('      again: the window is opened once more');
		}
	}
}

/** So often a window is opened anew, and so long it has to show what was opened. Usually it takes two seconds. */
const reopenings = 3;
const reopenMs = 30_000 * slowness;

/** Shows the note again where something else was left open, as a test that failed does: `beforeEach(showNote(() => window, 'note.md'))`. */
export function showNote(get: () => SampleWindow, name: string): () => Promise<void> {
	return async () => {
		const { workbench } = get();
		if ((await workbench.activeTab()) !== name) {
			await workbench.openFile(name);
		}
	};
}

/**
 * Keeps a picture of the window when a test failed, and takes away what the test left over the window, so that the next one, or the next try of this one, begins
 * without: `afterEach(tidyUp(() => window))`.
 */
export function tidyUp(get: () => SampleWindow | undefined): (this: Mocha.Context) => Promise<void> {
	return async function () {
		if (this.currentTest?.state === 'failed') {
			const name = `failed-${this.currentTest
				.fullTitle()
				.replace(/[^\w]+/g, '-')
				.slice(0, 80)}`;
			const file = await get()
				?.workbench.screenshot(name)
				.catch(() => undefined);
			console.log(`      picture: ${file}`);
		}
		await get()?.workbench.clear();
	};
}
