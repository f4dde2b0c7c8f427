import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../../src/base/steps.ts';
import { findSideFaults } from '../../../../src/editor/metadataFiles/sideFaults.ts';
import { wordFault } from '../../../../src/editor/metadataFiles/sideWords.ts';
import { suggestKey } from '../../../../src/editor/metadataFiles/suggestKey.ts';
import type { DocumentSummary } from '../../../../src/library/document.ts';
import { parseSideYamlInSteps } from '../../../../src/library/sideFiles/sideYaml.ts';
import { translate } from '../translate.ts';

const paths = new Map(['tide.pdf', 'deep/salt.txt', 'deep/er/sand.md', 'caf\u00e9.txt'].map((path) => [path, {} as DocumentSummary]));

/** `expected`: the words at the place of each fault, and what is said of them. */
function check(name: string, text: string, expected: readonly (readonly [string, string])[], at = 'dossier.yml'): void {
	it(name, () => {
		const faults = findSideFaults(takeAllSteps(parseSideYamlInSteps(text, 'folder')), at, paths);
		assert.deepEqual(
			faults.map((fault) => [text.slice(fault.start, fault.end), wordFault(fault, translate)]),
			expected,
		);
	});
}

describe('faults of dossier.yml', () => {
	check('none', 'tide.pdf:\n  title: T\ndeep/:\n  publisher: P\ncafe\u0301.txt:\n', []);
	check('a path that no document has', 'nothing.pdf:\n', [['nothing.pdf', 'No document stands at “nothing.pdf”.']]);
	check('a path that is spelt nearly right', 'tyde.pdf:\n', [['tyde.pdf', 'No document stands at “tyde.pdf”. Did you mean “tide.pdf”?']]);
	check('a file in another folder', 'salt.txt:\n', [['salt.txt', 'No document stands at “salt.txt”. Did you mean “deep/salt.txt”?']]);
	check(
		'a path from another folder',
		'er/sand.md:\n  title: T\nsalt.text:\n',
		[['salt.text', 'No document stands at “salt.text”. Did you mean “salt.txt”?']],
		'deep/dossier.yml',
	);
	check('a folder that is none', 'dep/:\n', [['dep/', 'No document stands at “dep/”.']]);
	check('a path that leaves the folder', '../tide.pdf:\n', [
		['../tide.pdf', '“../tide.pdf” leads out of the document folder. Write a path below the folder of this file.'],
	]);
	check('a field that is spelt nearly right', 'tide.pdf:\n  titel: T\n', [
		['titel', 'There is no field “titel”; the fields are title, author, date, publisher, language, citationKey. Did you mean “title”?'],
	]);
	check('a field that is no field', 'tide.pdf:\n  pages: 3\n', [
		['pages', 'There is no field “pages”; the fields are title, author, date, publisher, language, citationKey.'],
	]);
	check('a date', 'tide.pdf:\n  date: soon\n', [['soon', '“soon” is no date. Write 2008-03-01, 2008-03 or 2008.']]);
	check('marks of direction in a name', 'tide.pdf:\n  "a\u202Eb": T\n', [
		['"a\u202Eb"', 'There is no field “ab”; the fields are title, author, date, publisher, language, citationKey.'],
	]);
});

describe('a citation key out of a document', () => {
	const checkKey = (name: string, document: Partial<DocumentSummary>, expected: string | undefined) =>
		it(name, () => assert.equal(suggestKey({ author: null, date: null, title: null, language: 'en', ...document }), expected));
	checkKey('author and year', { author: 'Ana María Ruiz, Ben Cho', date: '2008-03-01', title: 'The Tide' }, 'ruiz2008');
	checkKey('author and title', { author: 'Ana Ruiz and Ben Cho', title: 'The Tide' }, 'ruiztide');
	checkKey('year and title', { date: '2008', title: 'A Tide' }, '2008tide');
	checkKey('a name in Hangul', { author: '김여니', date: '2008' }, '김여니2008');
	checkKey('too little', { title: 'Tide' }, undefined);
});
