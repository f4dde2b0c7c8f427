import assert from 'node:assert/strict';
import { parseCslJson } from '../../../../src/library/sideFiles/cslJson.ts';

describe('CSL-JSON', () => {
	describe('is', () => {
		const check = (name: string, text: string, expected: boolean) =>
			it(name, () => assert.equal(parseCslJson(text) !== undefined, expected));
		check('a list of items', '[{"id":"a","type":"book","title":"T"}]', true);
		check('an item without an id', ' [ {"type":"webpage","title":"T"}]', true);
		check('an item behind a mark of byte order', '\uFEFF[{"id":1,"type":"book"}]', true);
		check('not an empty list', '[]', false);
		check('not an object', '{"id":"a","type":"book","title":"T"}', false);
		check('not a list of other things', '[{"id":"a","type":"Feature"}]', false);
		check('not a list with one other thing', '[{"id":"a","type":"book"},{"id":"b","type":"bar"}]', false);
		check('not a type alone', '[{"type":"book"}]', false);
		check('not numbers', '[1, 2]', false);
		check('not what is broken', '[{"id":"a","type":"book"}', false);
		check('not nested without end', `[{"id":"a","type":"book","x":${'['.repeat(200_000)}`, false);
		check('not words', 'A text [{ about JSON.', false);
		check('not nothing', '', false);
	});

	describe('says', () => {
		const check = (name: string, item: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, string>>) =>
			it(name, () => assert.deepEqual(parseCslJson(JSON.stringify([{ type: 'book', ...item }]))?.[0]?.fields, expected));
		const ruiz = { family: 'Ruiz', given: 'Ana' };
		check(
			'title and people',
			{ id: 'k', title: 'T', author: [ruiz, { literal: 'Coast Office' }] },
			{
				title: 'T',
				author: 'Ana Ruiz, Coast Office',
				citationKey: 'k',
			},
		);
		check(
			'particles',
			{ id: 'k', author: [{ family: 'Cruz', given: 'Ben', 'non-dropping-particle': 'de la', suffix: 'Jr.' }] },
			{
				author: 'Ben de la Cruz Jr.',
				citationKey: 'k',
			},
		);
		check(
			'a key beside an id of Zotero',
			{ id: 'http://zotero.org/u/1', 'citation-key': 'ruiz2008', title: 'T' },
			{ title: 'T', citationKey: 'ruiz2008' },
		);
		check('an id that is no key', { id: 'http://zotero.org/u/1', title: 'T' }, { title: 'T' });
		check('a number for an id', { id: 12, title: 'T' }, { title: 'T', citationKey: '12' });
		check(
			'a journal',
			{ id: 'k', type: 'article-journal', 'container-title': 'Coast Review', publisher: 'Acme' },
			{
				publisher: 'Coast Review',
				citationKey: 'k',
			},
		);
		check(
			'a publisher',
			{ id: 'k', type: 'chapter', 'container-title': 'Coasts', publisher: 'Acme' },
			{ publisher: 'Acme', citationKey: 'k' },
		);
		check('a site', { id: 'k', type: 'webpage', URL: 'https://www.example.org/x' }, { publisher: 'example.org', citationKey: 'k' });
		check(
			'tags in a title',
			{ id: 'k', title: 'The <i>Tide</i> of <span class="nocase">x</span>' },
			{ title: 'The Tide of x', citationKey: 'k' },
		);
		check('things that are no text', { id: 'k', title: 3, author: 'Ana', issued: '2008', publisher: null }, { citationKey: 'k' });

		const checkDate = (name: string, issued: unknown, expected: string | undefined) =>
			it(name, () => assert.equal(parseCslJson(JSON.stringify([{ type: 'book', id: 'k', issued }]))?.[0]?.fields.date, expected));
		checkDate('a day', { 'date-parts': [[2008, 3, 1]] }, '2008-03-01');
		checkDate('a month, in letters', { 'date-parts': [['2008', '3']] }, '2008-03');
		checkDate('a year', { 'date-parts': [[2008]] }, '2008');
		checkDate('the first of two', { 'date-parts': [[2008], [2010]] }, '2008');
		checkDate('words', { literal: 'March 2008' }, '2008-03');
		checkDate('a raw date', { raw: '2008-03-01' }, '2008-03-01');
		checkDate('no day', { 'date-parts': [[2008, 13, 41]] }, undefined);
		checkDate('nothing', { 'date-parts': [[]] }, undefined);
	});
});
