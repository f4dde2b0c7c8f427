import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** The terms that a document under this heading defines by its form, each with what it means: `term: meaning`. */
function check(name: string, heading: string, lines: string, expected: readonly string[]): void {
	it(name, () => {
		const text = `${heading}\n\n${lines}`;
		const headings = heading === '' ? [] : [{ level: 1, text: heading, start: 0, end: heading.length }];
		const found = findingsOf(text, { headings, language: null }).definitions.filter(({ score }) => score === 0.9);
		assert.deepEqual(
			found.map(({ term, definitionStart, definitionEnd }) => `${term}: ${text.slice(definitionStart, definitionEnd)}`),
			expected,
		);
		for (const { term, text: words, termStart, termEnd, start, end } of found) {
			assert.equal(text.slice(termStart, termEnd), term);
			assert.equal(text.slice(start, end), words);
		}
	});
}

const dashes = 'Slip — a ramp for boats\nCodend — the end of a trawl\nLay-up — time in port\nGillnet — a net like a wall';
const read = ['Slip: a ramp for boats', 'Codend: the end of a trawl', 'Lay-up: time in port', 'Gillnet: a net like a wall'];
const table = 'Turbary\tThe right to cut turf.\nPannage\tThe right to let pigs eat acorns.';
const readTable = ['Turbary: The right to cut turf.', 'Pannage: The right to let pigs eat acorns.'];

describe('glossaries by form', () => {
	describe('have one of many headings', () => {
		for (const heading of [
			'Glossary',
			'Glossary of terms',
			'2. Definitions',
			'Terms and definitions',
			'Key terms',
			'List of abbreviations',
			'Words used in this handbook',
			'Words and their meanings',
			'Words and meanings',
			'What the words mean',
			'Terms used in this report',
			'Vocabulary',
			'Glossar',
			'Glossaire',
			'Begriffsbestimmungen',
		]) {
			check(heading, heading, dashes, read);
		}
		for (const heading of [
			'Wordsworth',
			'Words',
			'Words of welcome',
			'Words of thanks',
			'Words and deeds',
			'Terms of payment',
			'Terms',
			'The harbour',
			'Definitely not',
			'Acronymic',
		]) {
			check(`not ${heading}`, heading, dashes, []);
		}
	});
	check('of two lines', 'Glossary', dashes.split('\n').slice(2).join('\n'), read.slice(2));
	check('of two lines with a number', '용어의 정의', '1. 자망: 벽처럼 치는 그물\n2) 선거: 배를 고치는 곳', [
		'자망: 벽처럼 치는 그물',
		'선거: 배를 고치는 곳',
	]);
	check('not of one line', 'Glossary', 'Slip — a ramp for boats', []);
	check(
		'not of two lines in a text',
		'Terms used in this report',
		`Slip — a ramp for boats\n${'We met in May.\n'.repeat(3)}Codend — the end of a trawl`,
		[],
	);
	check(
		'wide colons and brackets',
		'用語集',
		'（TAC）：漁獲してよい量の上限\n「底引き網」：海の底を引く網\n『禁漁期』：とってはならない期間\n混獲：目的としない魚がとれること',
		['TAC: 漁獲してよい量の上限', '底引き網: 海の底を引く網', '禁漁期: とってはならない期間', '混獲: 目的としない魚がとれること'],
	);
	check(
		'several on a line',
		'용어 정리',
		'（KMP）：한국 마사지 업소 「자활급여」：돕는 급여의 하나 『수급권자』：자격을 가진 사람 부양의무자：부양할 책임이 있는 사람',
		['KMP: 한국 마사지 업소', '자활급여: 돕는 급여의 하나', '수급권자: 자격을 가진 사람', '부양의무자: 부양할 책임이 있는 사람'],
	);
	check(
		'a term over its meaning',
		'Glossary',
		'Slip\nA ramp for boats.\nCodend\nThe end of a trawl.\nLay-up\nTime spent in port.\nGillnet\nA net like a wall.',
		['Slip: A ramp for boats.', 'Codend: The end of a trawl.', 'Lay-up: Time spent in port.', 'Gillnet: A net like a wall.'],
	);
	check(
		'a term over its meaning, which is set in',
		'Glossary',
		'Slip\n    A ramp for boats.\n  Codend\n\t\tThe end of a trawl.\nLay-up\n  Time spent in port.  \nGillnet\n A net like a wall.',
		['Slip: A ramp for boats.', 'Codend: The end of a trawl.', 'Lay-up: Time spent in port.', 'Gillnet: A net like a wall.'],
	);
	it('have two headings', () => {
		const text = 'Glossary\n\nSlip\n\nA ramp for boats.\n\nCodend\n\nThe end of a trawl.\n';
		const headings = ['Glossary', 'Slip', 'Codend'].map((heading, at) => {
			const start = text.indexOf(heading);
			return { level: at === 0 ? 1 : 2, text: heading, start, end: start + heading.length };
		});
		const found = findingsOf(text, { headings }).definitions.filter(({ score }) => score === 0.9);
		assert.deepEqual(
			found.map(({ term, text: meaning }) => `${term}: ${meaning}`),
			['Slip: A ramp for boats.', 'Codend: The end of a trawl.'],
		);
	});
	describe('are tables with a head that says so', () => {
		check('of indicators that are described', 'Rules', `Indicator\tDescription\tSource\n${table}`, readTable);
		check('with what the columns are in', 'Rules', `Term (EN)\tDefinition (short)\n${table}`, readTable);
		check('not of a bill', 'Rules', `Item\tDescription\tPrice\n${table}`, []);
		check('anywhere', 'Rules', `Term\tMeaning\n${table}`, readTable);
		check('in other words', 'Rules', `Word\tDefinition\n${table}`, readTable);
		check(
			'of three columns',
			'',
			'No.\tTerm\tMeaning\n1\tTurbary\tThe right to cut turf.\n2\tPannage\tThe right to let pigs eat acorns.',
			readTable,
		);
		check('in Korean', '', '용어\t정의\n자활급여\t자립하도록 돕는 급여를 말함\n수급권자\t급여를 받을 자격이 있는 사람', [
			'자활급여: 자립하도록 돕는 급여를 말함',
			'수급권자: 급여를 받을 자격이 있는 사람',
		]);
		check('up to their end', '', `Term\tMeaning\n${table}\n\nName\tShoe size\nAna\tAbout forty or so.`, readTable);
		check('of indicators', '', `Indicator\tDefinition\n${table}`, readTable);
		check('not of names with remarks', '', `Name\tDescription\n${table}`, []);
		check('not others', '', `Right\tRemarks\n${table}`, []);
		check('not of one row', '', 'Term\tMeaning\nTurbary\tThe right to cut turf.', []);
		check('not where cells are empty', '', 'Term\tMeaning\nTurbary\t\nPannage\t', []);
	});
});
