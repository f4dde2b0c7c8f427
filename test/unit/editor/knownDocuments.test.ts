import assert from 'node:assert/strict';
import { KnownDocuments } from '../../../src/editor/knownDocuments.ts';
import { makeFolder, makeSummary } from '../../support/summaries.ts';

const work = { ...makeFolder('work'), uri: 'file:///work' };
const summaryOf = (id: string) => makeSummary(id.slice(work.uri.length + 1), {}, work);

describe('KnownDocuments.waitFor', () => {
	it('gives what is known at once', async () => {
		const documents = new KnownDocuments();
		documents.apply({ upserted: [summaryOf('file:///work/a.txt')], removedIds: [] });
		assert.equal((await documents.waitFor('file:///work/a.txt', 0))?.relativePath, 'a.txt');
	});
	it('waits for what the library is about to tell', async () => {
		const documents = new KnownDocuments();
		const waiting = documents.waitFor('file:///work/b.txt', 10_000);
		documents.apply({ upserted: [summaryOf('file:///work/a.txt')], removedIds: [] });
		documents.apply({ upserted: [summaryOf('file:///work/b.txt')], removedIds: [] });
		assert.equal((await waiting)?.relativePath, 'b.txt');
	});
	it('gives up on what never comes', async () => {
		assert.equal(await new KnownDocuments().waitFor('file:///work/a.txt', 1), undefined);
	});
});

describe('KnownDocuments.holdsBelow', () => {
	const documents = new KnownDocuments();
	documents.apply({ upserted: [summaryOf('file:///work/deep/a.txt')], removedIds: [] });
	const check = (name: string, folder: string, expected: boolean) => it(name, () => assert.equal(documents.holdsBelow(folder), expected));
	check('knows the folder', 'file:///work/deep', true);
	check('knows the folder above', 'file:///work', true);
	check('does not take a like name for it', 'file:///wor', false);
	check('does not take the document for a folder', 'file:///work/deep/a.txt', false);
});
