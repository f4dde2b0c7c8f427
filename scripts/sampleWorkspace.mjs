// The sample collection and note as a folder that a person (or a test) can open and change.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup/dependencies.mjs';

/** Copies the seeds to `FOLDER/seeds/` and the sample note to `FOLDER/note.md`. What is already there is left as the person made it. */
export function copySampleWorkspace(folder) {
	const seeds = path.join(root, 'seeds');
	fs.mkdirSync(path.join(folder, 'seeds'), { recursive: true });
	for (const name of fs.readdirSync(seeds)) {
		copyOnce(path.join(seeds, name), path.join(folder, 'seeds', name));
	}
	copyOnce(path.join(root, 'media/walkthrough/sample-note.md'), path.join(folder, 'note.md'));
}

function copyOnce(from, to) {
	try {
		fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
	} catch (error) {
		if (error.code !== 'EEXIST') {
			throw error;
		}
	}
}

// Run by itself (by F5, see .vscode/tasks.json): into the folder that `npm start` uses too.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	copySampleWorkspace(path.join(root, '.try', 'workspace'));
}
