import assert from 'node:assert/strict';
import { isDefaultAuthor, isDefaultTime, isDefaultTitle } from '../../../../src/library/readers/officeDefaults.ts';

describe('what office programs write by themselves', () => {
	function check(name: string, isDefault: (value: string) => boolean, none: readonly string[], real: readonly string[]) {
		for (const value of none) {
			it(`${name}: ${value} is nobody's`, () => assert.equal(isDefault(value), true));
		}
		for (const value of real) {
			it(`${name}: ${value} is somebody's`, () => assert.equal(isDefault(value), false));
		}
	}
	check(
		'title',
		isDefaultTitle,
		[
			'Microsoft Word - tides.doc',
			'tides.docx',
			'Document1',
			'Dokument 2',
			'Untitled',
			'제목 없음',
			'[Title]',
			'Nouveau document Microsoft Word',
			'新建 Microsoft Word 文档',
			'Word Document',
			'Template',
		],
		[
			'Tides',
			'Report on the harbour',
			'New documents of the harbour',
			'The document',
			'Normal tides',
			'Letter to the mayor',
			'Documents 1951',
		],
	);
	check(
		'author',
		isDefaultAuthor,
		[
			'Microsoft Office User',
			'Utilisateur Microsoft Office',
			'Windows User',
			'Usuario de Windows',
			'Windows-Benutzer',
			'Пользователь Windows',
			'user1',
			'Administrator',
			'DESKTOP-7A8B9C',
			'WPS_1234567',
			'HP Inc.',
			'python-docx',
			'LibreOffice 7.3',
			'Online2PDF.com',
			'www.example.org',
		],
		['Ana Ruiz', 'Kim Su', 'U. Serra', 'Dell Hymes', 'Harbour Board', 'Root, Elihu', 'Test Committee', 'Admiral Home', 'OHCHR'],
	);
	check(
		'time',
		isDefaultTime,
		['1980-01-01T00:00:00Z', '1601-01-01', '2013-12-23T23:15:00Z'],
		['2013-12-23T09:00:00Z', '1980-01-02T00:00:00Z', '2008-03-01'],
	);
});
