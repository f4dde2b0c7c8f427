import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * What VS Code calls in its extension host: runs every `*.test.js` that stands beside this file, and rejects if any failed. The counts go to
 * the file that `DOSSIER_TEST_REPORT` names, written by the reporter that `DOSSIER_TEST_REPORTER` names; `DOSSIER_TEST_GREP` picks tests,
 * `DOSSIER_TEST_FILES` files.
 */
export async function run(): Promise<void> {
	const {
		DOSSIER_TEST_REPORTER: reporter,
		DOSSIER_TEST_GREP: grep,
		DOSSIER_TEST_FILES: files,
		DOSSIER_TEST_TIMEOUT: timeout,
		DOSSIER_TEST_RETRIES: retries,
	} = process.env;
	const mocha = new Mocha({
		ui: 'bdd',
		timeout: Number(timeout ?? 300_000),
		retries: Number(retries ?? 0),
		...(reporter ? { reporter } : {}),
		...(grep ? { grep } : {}),
	});
	const wanted = files ? new Set(files.split(path.delimiter)) : undefined;
	for (const name of fs.readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
		const file = path.join(__dirname, name);
		if (name.endsWith('.test.js') && wanted?.has(file) !== false) {
			mocha.addFile(file);
		}
	}
	await new Promise<void>((resolve, reject) => {
		mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} of the editor suite failed`))));
	});
}
