import assert from 'node:assert/strict';
import { isHiddenName } from '../../../src/library/fileRules.ts';

describe('file rules', () => {
	for (const name of ['.git', '~$tides.docx', 'Thumbs.db', 'tides.txt~', 'Inbox.msf', 'node_modules']) {
		it(`${name} is no document`, () => assert.ok(isHiddenName(name)));
	}
	for (const name of ['tides.txt', '~tides.txt', 'msf.txt', 'Inbox', 'node_modules.txt']) {
		it(`${name} may be a document`, () => assert.ok(!isHiddenName(name)));
	}
});
