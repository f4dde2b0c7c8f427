import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readPageMemory } from '../../scripts/host/pageMemory.mjs';
import { openWindow, type SampleWindow, tidyUp } from './sampleWindow.ts';

/** Stands in a document, and in no program. */
const said = 'quetzalwhistle';
/** Stands in a question, and in no document. */
const asked = 'marmaladewren';
const report = `# Report\n\nThe ${said} was heard twice.\n\n${'Nobody knows who heard it first, or where that was. '.repeat(40)}\n`;

describe('Delete All Indexed Data', () => {
	for (const location of ['profile', 'besideSources']) {
		describe(`with dossier.index.location “${location}”`, () => {
			let window: SampleWindow;
			let dataFolder: string;

			before(async () => {
				dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-data-'));
				window = await openWindow({
					files: { 'note.md': '# Note\n', 'sources/report.md': report },
					file: 'note.md',
					dataFolder,
					settings: { 'dossier.index.location': location, 'dossier.sampleCollection': 'off' },
				});
				await window.workbench.showView('Dossier');
				await window.workbench.waitUntil('the document', async () =>
					(await window.workbench.treeRows()).some(({ label }) => label === 'Report'),
				);
			});
			after(async () => {
				await window?.close();
				fs.rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
			});
			afterEach(tidyUp(() => window));

			/** Files of the index, in whatever folder of the profile or of the sources: what is packed shows no word to who looks for one. */
			function indexFiles(): readonly string[] {
				return [dataFolder, window.folder].flatMap((folder) =>
					listFiles(folder).filter((file) => /^(\.dossier|texts)$/.test(path.basename(path.dirname(file)))),
				);
			}

			/** Where one of the words stands outside of the documents: in files of the profile and beside the sources, and in the memory of the page. */
			async function traces(): Promise<readonly string[]> {
				const files = [...listFiles(dataFolder), ...listFiles(window.folder)].filter(
					(file) => path.relative(window.folder, file) !== path.join('sources', 'report.md') && holdsWord(file),
				);
				const kept = await readPageMemory(window.workbench.page);
				return [...files, ...kept.filter((entry) => entry.includes(said) || entry.includes(asked))];
			}

			/** Asks for the two words, and opens and closes the document that has one of them. */
			async function askAndRead() {
				const { workbench } = window;
				await workbench.openBox(() => workbench.runCommand('Dossier: Search Documents'));
				await workbench.press('Mod+a');
				await workbench.type(`${said} OR ${asked}`);
				await workbench.waitUntil('the passage', async () => (await workbench.quickPickRows())[0]?.label === 'Report');
				await workbench.press('Enter');
				await workbench.waitForOpened('Report');
				await workbench.runCommand('View: Close Editor');
			}

			it('leaves neither a word of the documents nor a question', async () => {
				const { workbench } = window;
				await askAndRead();
				await workbench.waitUntil('an index on disk', async () => indexFiles().some((file) => path.basename(file).startsWith('index-')));
				await workbench.waitUntil('texts on disk', async () => indexFiles().some(holdsWord));
				if (location === 'profile') {
					await workbench.waitUntil('the question to be kept', async () =>
						(await readPageMemory(window.workbench.page)).some((entry) => entry.includes(asked)),
					);
				}

				const dialog = workbench.page.locator('.monaco-dialog-box');
				await workbench.doUntil(
					'to be asked',
					() => workbench.runCommand('Dossier: Delete All Indexed Data'),
					() => dialog.isVisible(),
				);
				await workbench.click(dialog.locator('.monaco-button', { hasText: /^Delete$/ }));
				await workbench.waitUntil('its word', async () =>
					(await workbench.notifications()).some((text) => /^Deleted .* MB: the texts of 1 documents? here/.test(text)),
				);
				assert.deepEqual(indexFiles(), []);
				// VS Code writes its memory a moment later.
				let left: readonly string[] = [];
				await workbench
					.waitUntil('no trace', async () => {
						left = await traces();
						return left.length === 0;
					})
					.catch((error: unknown) => {
						throw new Error(`Left:\n${left.join('\n')}`, { cause: error });
					});
			});

			it('keeps nothing of what is asked and written after it', async () => {
				const { workbench } = window;
				await askAndRead();
				fs.writeFileSync(path.join(window.folder, 'sources', 'later.md'), '# Later\n\nWhat came later.\n');
				await workbench.waitUntil('the new one', async () => (await workbench.treeRows()).some(({ label }) => label === 'Later'));
				assert.deepEqual(indexFiles(), []);
				assert.deepEqual(await traces(), []);
			});
		});
	}
});

function listFiles(folder: string): readonly string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
}

/** Whether one of the words stands in a file, in one byte or two for each letter. What goes while it is looked at holds none. */
function holdsWord(file: string): boolean {
	let bytes: Buffer;
	try {
		bytes = fs.readFileSync(file);
	} catch {
		return false;
	}
	return [said, asked].some((word) => bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le'));
}
