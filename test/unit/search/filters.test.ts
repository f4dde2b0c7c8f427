import assert from 'node:assert/strict';
import { type FilteredDocument, isChosen, isImpossible, isPageChosen } from '../../../src/search/filters.ts';
import { parseQuery } from '../../../src/search/query.ts';

const report: FilteredDocument = {
	title: 'Tides of the Côte d’Azur',
	author: 'Ann Roe; Kim Yeo-ni',
	publisher: 'example.org',
	kind: 'pdf',
	language: 'en-GB',
	date: '2019-05-02',
	folder: 'file:///work/my%20sources',
	relativePath: 'reports/2019/Tides.pdf',
};
const bare: FilteredDocument = {
	title: null,
	author: null,
	publisher: null,
	kind: 'txt',
	language: null,
	date: null,
	folder: 'file:///work/100%',
	relativePath: 'a.txt',
};

describe('filters', () => {
	function check(query: string, expected: boolean, document = report) {
		it(`${query} ${expected ? 'chooses' : 'leaves out'} ${document.relativePath}`, () =>
			assert.equal(isChosen(document, parseQuery(query).filters), expected));
	}
	check('type:e-mail', true, { ...bare, kind: 'mbox' });
	check('type:subtitles', true, { ...bare, kind: 'vtt' });
	check('title:tides', true);
	check('title:tide', false);
	check('title:"colour code"', true, { ...report, title: 'A Color Code' });
	check('title:"cote d\'azur"', true);
	check('title:"azur tides"', false);
	check('author:roe', true);
	check('author:"kim yeo-ni"', true);
	check('author:lee', false);
	check('author:"Roe, Ann"', true);
	check('author:"Lee, Ann"', false);
	check('author:"Ann Roe"', true, { ...report, author: 'Roe, Ann; Kim, Yeo-ni' });
	check('author:"Yeo-ni Kim"', true, { ...report, author: 'Roe, Ann; Kim, Yeo-ni' });
	check('author:osullivan', true, { ...report, author: 'Niamh O’Sullivan' });
	check("author:o'sullivan", true, { ...report, author: 'Niamh OSullivan' });
	check('author:sullivan', false, { ...report, author: 'Niamh O’Sullivan' });
	check('intitle:tides', true);
	check('author:"ministry of labor"', true, { ...report, author: 'Ministry of Labour' });
	check('author:gray', false, { ...report, author: 'Ann Grey' });
	check('author:roe author:lee', true);
	check('author:roe title:storms', false);
	check('-author:roe', false);
	check('-author:lee', true);
	check('site:example.org', true);
	check('type:pdf', true);
	check('type:PDF', true);
	check('type:word', false);
	check('filetype:pdf', true);
	check('ext:docx', false);
	check('type:mail', true, { ...report, kind: 'mbox' });
	check('type:ebook', true, { ...report, kind: 'epub' });
	check('lang:en', true);
	check('lang:en-GB', true);
	check('lang:en-US', false);
	check('lang:e', false);
	check('lang:English', true);
	check('language:german', false);
	check('lang:deutsch', true, { ...report, language: 'de-AT' });
	check('lang:français', true, { ...report, language: 'fr' });
	check('lang:한국어', true, { ...report, language: 'ko' });
	check('lang:none', false);
	check('year:2019', true);
	check('year:2018', false);
	check('year:2018..2020', true);
	check('year:2020..2023', false);
	check('year:..2019', true);
	check('year:2019..', true);
	check('year:2018-2020', true);
	check('year:2010-2018', false);
	check('year:>2018', true);
	check('year:>2019', false);
	check('year:>=2019', true);
	check('year:<2019', false);
	check('year:<=2019', true);
	check('date:2019-05', true);
	check('date:2019-06', false);
	check('date:2019/05', true);
	check('date:2019/05/02', true);
	check('date:2019/06', false);
	check('year:2018…2020', true);
	check('year:2018...2020', true);
	check('year:2020…2023', false);
	check('date:2019-05-01..2019-05-03', true);
	check('date:2019-05-03..2019-06', false);
	check('date:2019-05', true, { ...report, date: '2019' });
	check('year:2019', false, bare);
	check('-year:2019', true, bare);
	check('path:reports/2019', true);
	check('path:TIDES.PDF', true);
	check('path:notes', false);
	check('path:"/my sources/reports/"', true);
	check('path:/reports/', true);
	check('path:/report/', false);
	check('path:reports\\2019', true);
	check('path:*.pdf', true);
	check('path:reports/*.pdf', true);
	check('path:*.md', false);
	check('path:*.pd', false);
	check('path:2019*', true);
	check('path:2019*.pd*', true);
	check('path:reports/**/*.pdf', true);
	check('path:2019/**/*.pdf', true);
	check('path:2019*reports', false);
	check('path:/100%/', true, bare);
	check('author:none', true, bare);
	check('author:none', false);
	check('year:none', true, bare);
	check('year:none year:2019', true);
	check('-year:none', false, bare);
	check('site:none lang:none', true, bare);
	check('title:none', false, bare);
	check('page:3', true);
	check('author:roe', false, bare);
	check('title:__proto__', false);

	function checkPage(query: string, label: string | null, expected: boolean) {
		it(`${query} ${expected ? 'chooses' : 'leaves out'} page ${label}`, () =>
			assert.equal(isPageChosen(label, parseQuery(query).filters), expected));
	}
	checkPage('page:39', '39', true);
	checkPage('page:39', '3', false);
	checkPage('page:iv', 'IV', true);
	checkPage('page:3..7', '5', true);
	checkPage('page:3..7', '8', false);
	checkPage('page:3..3', '3', true);
	checkPage('page:3-7', '5', true);
	checkPage('page:3–7', '8', false);
	checkPage('page:3-7', '3-7', true);
	checkPage('page:A-7', '5', false);
	checkPage('page:5', '05', false);
	checkPage('page:3..', '312', true);
	checkPage('page:..3', '2', true);
	checkPage('-page:39', '39', false);
	checkPage('-page:39', '40', true);
	checkPage('page:39 page:40', '40', true);
	checkPage('page:39', null, false);
	checkPage('title:a', null, true);
});

describe('a value that no document can have', () => {
	function check(query: string, expected: boolean) {
		it(`${query}: ${expected}`, () => assert.equal(parseQuery(query).filters.some(isImpossible), expected));
	}
	for (const query of [
		'year:abc',
		'year:201',
		'date:20190502',
		'year:2019..abc',
		'year:>20x',
		'type:zebra',
		'lang:englsh',
		'lang:e',
		'date:14/05/2019',
	]) {
		check(query, true);
	}
	for (const query of [
		'year:2019',
		'year:2018..2020',
		'year:..2019',
		'year:2019..',
		'year:2018-2020',
		'year:>=2019',
		'date:2019-05-02',
		'date:2019-05..2019-08',
		'year:none',
		'year:NONE',
		'type:PDF',
		'type:word',
		'type:other',
		'lang:en-GB',
		'lang:zh-Hant-TW',
		'lang:none',
		'author:zebra',
		'page:zebra',
	]) {
		check(query, false);
	}
});
