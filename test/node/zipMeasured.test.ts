import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { stateOf } from '../../src/base/problem.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import { openZip } from '../../src/library/container/zip.ts';
import { readDocument } from '../../src/library/readDocument.ts';

/** Hostile and broken archives of yauzl's tests, which are not part of the project: their names are the errors that yauzl expects. */
const folder = '/work/shared/data/doc-zip-yauzl';

describe('archives that others broke', () => {
	const files = ['failure', 'wrong-entry-sizes'].flatMap((name) => {
		const where = path.join(folder, name);
		return fs.existsSync(where) ? fs.readdirSync(where).map((file) => path.join(where, file)) : [];
	});

	it('are each refused with a reason, whatever they are called', async () => {
		if (files.length === 0) {
			console.log('      0 files: the measuring data is not here');
			return;
		}
		for (const file of files) {
			const bytes = new Uint8Array(fs.readFileSync(file));
			for (const name of ['a.zip', 'a.docx', 'a.odt', 'a.epub']) {
				const { problems, text } = await readDocument(bytes, name, defaultCaps);
				assert.equal(text, '', file);
				assert.ok(stateOf(problems) === 'skipped' || problems.some(({ kind }) => kind === 'empty'), `${file} as ${name}`);
				assert.doesNotMatch(problems.map(({ detail }) => detail).join(), /reader failed/);
			}
		}
		console.log(`      ${files.length} files`);
	});

	it('open only as far as their parts are whole', () => {
		if (files.length === 0) {
			return;
		}
		let refusedCount = 0;
		for (const file of files) {
			const archive = openZip(new Uint8Array(fs.readFileSync(file)));
			const parts = 'kind' in archive ? [archive] : [...archive.names].map((name) => archive.read(name));
			refusedCount += parts.some((part) => part !== undefined && 'kind' in part) ? 1 : 0;
		}
		// The others only have names that would be dangerous as paths (4), bytes behind the archive (1), or a broken extra field that nobody asks for (1);
		// a name is no path here.
		assert.equal(refusedCount, files.length - 6, `${refusedCount} of ${files.length}`);
	});
});
