import assert from 'node:assert/strict';
import { toHitSnippet, toMarkedSnippet } from '../../../src/editor/searchView/markedSnippet.ts';
import { toRowTitle } from '../../../src/editor/searchView/rowTitle.ts';
import {
	isAtFault,
	toAbsenceLine,
	toCorrectionLine,
	toPlaceholder,
	toQueryLine,
	toResultLine,
} from '../../../src/editor/searchView/searchWords.ts';
import type { SearchAnswer, SearchHit } from '../../../src/service/library.ts';
import { translate } from './translate.ts';

const coverage = { found: 4, read: 3, partial: 0, skipped: 1 };

function answerOf(fields: Partial<SearchAnswer>, documentIds: readonly string[] = []): SearchAnswer {
	const hits = documentIds.map(
		(documentId): SearchHit => ({
			documentId,
			title: null,
			date: null,
			page: null,
			section: null,
			score: 1,
			text: '',
			start: 0,
			end: 0,
			highlights: [],
			missing: documentId.endsWith(' without') ? ['x'] : [],
		}),
	);
	return { query: 'tide', total: hits.length, partialTotal: 0, coverage, corrections: [], hits, ...fields };
}

describe('toResultLine', () => {
	const check = (name: string, answer: SearchAnswer, expected: string) =>
		it(name, () => assert.equal(toResultLine(answer, translate, 'en'), expected));
	check('counts passages and documents', answerOf({}, ['a', 'a', 'b']), '3 passages in 2 documents');
	check('counts one document', answerOf({}, ['a', 'a']), '2 passages in 1 document');
	check('counts one', answerOf({}, ['a']), '1 passage in 1 document');
	check('does not count documents of hits that are not there', answerOf({ total: 1_900 }, ['a', 'b']), '1,900 passages');
	check(
		'tells parts of the words apart',
		answerOf({ total: 1, partialTotal: 1 }, ['a', 'b without']),
		'1 passage in 1 document · 1 more with a part of the words',
	);
	check(
		'tells when there are only parts',
		answerOf({ total: 0, partialTotal: 2 }, ['a without', 'b without']),
		'2 passages with a part of the words',
	);
	check('is honest about nothing', answerOf({}), 'No match in 3 of 4 documents; 1 could not be read');
});

describe('toAbsenceLine', () => {
	const check = (name: string, fields: Partial<typeof coverage>, expected: string) =>
		it(name, () => assert.equal(toAbsenceLine({ found: 0, read: 0, partial: 0, skipped: 0, ...fields }, translate), expected));
	check('says that everything was searched', { found: 2, read: 2 }, 'No match in 2 of 2 documents');
	check('says what could not be read', { found: 5, read: 3, skipped: 2 }, 'No match in 3 of 5 documents; 2 could not be read');
	check('says what was read in part', { found: 2, read: 1, partial: 1 }, 'No match in 2 of 2 documents; 1 was read in part');
	check('says what is not read yet', { found: 10, read: 4 }, 'No match in 4 of 10 documents; 6 are still being read');
	check('says that there is nothing to search', {}, 'There are no documents to search yet');
	const checkScope = (name: string, fields: Partial<typeof coverage>, expected: string) =>
		it(name, () => assert.equal(toAbsenceLine({ found: 0, read: 0, partial: 0, skipped: 0, ...fields }, translate, 'en', 2_000), expected));
	checkScope('says the scope', { found: 12, read: 12 }, 'No match in 12 of the 12 documents that are checked, of 2,000');
	checkScope(
		'says what of the scope could not be read',
		{ found: 12, read: 11, skipped: 1 },
		'No match in 11 of the 12 documents that are checked, of 2,000; 1 could not be read',
	);
	checkScope('says that the scope is empty', {}, 'No document is checked to be searched');
});

describe('isAtFault', () => {
	function check(query: string, expected: boolean) {
		it(query, () => assert.equal(isAtFault(query), expected));
	}
	check('year:abc ferry', true);
	check('type:zebra', true);
	check('-year:abc ferry', false);
	check('year:1066 ferry', false);
	check('zebra crossing', false);
	check('(((', true);
});

describe('toQueryLine', () => {
	const check = (query: string, expected: string | undefined) =>
		it(query, () => assert.equal(toQueryLine({ query, coverage }, translate), expected));
	check('tide', undefined);
	check('tide -moon', undefined);
	check('-moon', undefined);
	check('', undefined);
	check('(((', 'There is no word in it to search for');
	check('" "', 'There is no word in it to search for');
	check('*', 'There is no word in it to search for');
	check('title:', undefined);
	check('type:rtf tide', 'No match in the documents that type:rtf chooses; 1 could not be read');
	check('kind:zebra tide', 'No match: “zebra” is no kind, as pdf, word, web or mail would be');
	check('year:abc', 'No match: “abc” is no date, as 2019 or 2019..2023 would be');
	check('tide lang:englsh', 'No match: “englsh” is no language, as en or ko would be');
	check('tide -year:abc type:pdf', 'No match in the documents that -year:abc type:pdf chooses; 1 could not be read');
	check('-author:weiss year:2009', 'No match in the documents that -author:weiss year:2009 chooses; 1 could not be read');
	check('title:$(zap)', 'No match in the documents that title:＄(zap) chooses; 1 could not be read');
	it('leaves it to others to say that nothing is there', () =>
		assert.equal(toQueryLine({ query: 'type:pdf', coverage: { ...coverage, found: 0 } }, translate), undefined));
	it('stands in the line above the results too', () =>
		assert.equal(
			toResultLine(answerOf({ query: 'type:pdf moon' }), translate),
			'No match in the documents that type:pdf chooses; 1 could not be read',
		));
});

describe('toPlaceholder', () => {
	const check = (name: string, count: number, included: number | undefined, expected: string) =>
		it(name, () => assert.ok(toPlaceholder(count, included, translate, 'en').startsWith(expected)));
	check('counts one', 1, undefined, 'Search in 1 document;');
	check('counts all', 2_000, undefined, 'Search in 2,000 documents;');
	check('counts the scope', 2_000, 12, 'Search in 12 of 2,000 documents;');
});

describe('toCorrectionLine', () => {
	it('says what was searched instead', () =>
		assert.equal(
			toCorrectionLine(answerOf({ corrections: [{ typed: 'tiide', searched: ['tide', 'tie'] }] }), translate),
			'Showing “tide”, “tie” for “tiide”',
		));
	it('names three words, and shows that there are more', () =>
		assert.equal(
			toCorrectionLine(answerOf({ corrections: [{ typed: '준설', searched: ['준설량', '준설토', '준설선', '준설기'] }] }), translate),
			'Showing “준설량”, “준설토”, “준설선”… for “준설”',
		));
	it('takes no icon and no unseen character from a word', () =>
		assert.equal(
			toCorrectionLine(answerOf({ corrections: [{ typed: '$(bug)\u202Ex', searched: ['$(alert)'] }] }), translate),
			'Showing “＄(alert)” for “＄(bug)x”',
		));
	it('says nothing where all words are known', () => assert.equal(toCorrectionLine(answerOf({}), translate), undefined));
	it('says nothing where nothing is like the word', () =>
		assert.equal(toCorrectionLine(answerOf({ corrections: [{ typed: 'x', searched: [] }] }), translate), undefined));
});

describe('toRowTitle', () => {
	const inquiry = 'Report of the Commission of Inquiry into the Circumstances of the Sinking of the Motor Vessel Northern Star';
	const check = (name: string, title: string, behind: string, expected: string) =>
		it(name, () => assert.equal(toRowTitle(title, behind), expected));
	check('leaves a short title alone', 'Logbook', 'Jun 30, 2022 · +7 like it', 'Logbook');
	check('leaves a title alone where nothing stands behind it', inquiry, '', inquiry);
	check('gives room to a page and a date', inquiry, 'p. 312 · Jun 30, 2022', 'Report of the Commission of Inquiry into the…');
	check(
		'keeps what tells documents apart where all of it fits',
		'2023 Country Reports on Human Rights Practices: Slovenia',
		'p. 39 · Apr 22, 2024',
		'2023 Country Reports on Human Rights Practices: Slovenia',
	);
	check('keeps its beginning, whatever stands behind it', inquiry, 'without '.repeat(12), 'Report of the Commission of Inquiry into…');
	check(
		'counts wide letters twice',
		'북항 평형수 배출 사건 진상조사위원회 조사관 증언 기록과 재판 기록 모음집',
		'2021년 2월 12일 · 39쪽 · 같은 내용 2개 더',
		'북항 평형수 배출 사건 진상조사위원회 조사관…',
	);
	check('cuts no character in two', '𝒜'.repeat(100), 'p. 1', `${'𝒜'.repeat(74)}…`);
});

describe('toMarkedSnippet', () => {
	const check = (name: string, text: string, words: readonly string[], expected: string) =>
		it(name, () => {
			let from = 0;
			const highlights = words.map((word) => {
				const start = text.indexOf(word, from);
				from = start + word.length;
				return { start, end: from };
			});
			assert.equal(toMarkedSnippet(text, highlights), expected);
		});
	check('marks words', 'the tide rises', ['tide'], 'the ‹tide› rises');
	check('marks words at both ends', 'tide and tides', ['tide', 'tides'], '‹tide› and ‹tides›');
	check('marks words that touch', 'tidewater', ['tide', 'water'], '‹tide›‹water›');
	check('makes one line', 'the\n\ntide\trises', ['tide'], 'the ‹tide› rises');
	check('takes no icons', 'the $(alert) tide', ['tide'], 'the ＄(alert) ‹tide›');
	check('takes no icon that a mark would hide', 'x $(alert)', ['$'], 'x ‹$›(alert)');
	check('keeps its marks for itself', 'a ‹fake› tide', ['tide'], 'a <fake> ‹tide›');
	check('takes no unseen characters', 'ti\u200Bde \u202Eab', ['ti\u200Bde'], '‹tide› ab');
	it('leaves out highlights that do not fit', () => assert.equal(toMarkedSnippet('abc', [{ start: 2, end: 9 }]), 'abc'));
});

describe('toHitSnippet', () => {
	const text = `${'filling '.repeat(40)}the tide rises ${'filling '.repeat(40)}`;
	const start = text.indexOf('tide');
	const hit = { text, start: 1_000, end: 1_000 + text.length, highlights: [{ start: 1_000 + start, end: 1_000 + start + 4 }] };
	it('shows the words, whatever stands before them', () => {
		const line = toHitSnippet(hit, 80);
		assert.match(line, /^….{0,40}the ‹tide› rises .*…$/);
		assert.ok(line.length <= 84, line);
	});
	it('shows a short passage whole', () =>
		assert.equal(toHitSnippet({ text: 'a tide', start: 9, end: 15, highlights: [{ start: 11, end: 15 }] }, 80), 'a ‹tide›'));
	it('shows the beginning of a passage whose heading matched', () =>
		assert.match(toHitSnippet({ ...hit, highlights: [] }, 80), /^filling /));
});
