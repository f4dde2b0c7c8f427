import assert from 'node:assert/strict';
import { KnownDocuments } from '../../../src/editor/knownDocuments.ts';
import type { DocumentSummary } from '../../../src/library/document.ts';

function summaryOf(id: string): DocumentSummary {
	return {
		id,
		folder: 'file:///work',
		relativePath: id.slice(id.lastIndexOf('/') + 1),
		sizeBytes: 1,
		modifiedMs: 1,
		title: null,
		author: null,
		date: null,
		publisher: null,
		language: null,
		kind: 'txt',
		state: 'read',
		problems: [],
		pageCount: 0,
		headingCount: 0,
		wordCount: 1,
		opening: '',
	};
}

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
