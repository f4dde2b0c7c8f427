import assert from 'node:assert/strict';
import { cutAround, findTermIn, toMentionRange } from '../../../src/editor/termHover/receiptWords.ts';
import { translate } from './translate.ts';

describe('cutAround', () => {
	const check = (name: string, text: string, term: string, maxLength: number, expected: string) =>
		it(name, () => {
			const cut = cutAround(text, findTermIn(text, { term, aliases: [], expansion: null }), maxLength);
			assert.equal(cut, expected);
			assert.ok(cut.length <= maxLength);
		});
	check('keeps what is short', 'a tide', 'tide', 10, 'a tide');
	check('cuts the end behind a term at the start', 'tide one two three four', 'tide', 15, 'tide one two…');
	check('cuts the start before a term at the end', 'one two three four five tide', 'tide', 16, '…four five tide');
	check(
		'keeps the beginning where the term fits behind it',
		'one two three four tide five six seven eight',
		'tide',
		24,
		'one two three four tide…',
	);
	check('keeps it with the marks behind the term', 'one two three four tide, five six seven', 'tide', 25, 'one two three four tide,…');
	check('cuts both where the term does not fit', 'one two three four five tide six seven eight nine', 'tide', 20, '…five tide six…');
	check('cuts both where the marks behind the term do not fit', 'one two three four tide, five six', 'tide', 24, '…four tide, five six');
	check(
		'keeps who or what a sentence is about',
		'The country ranks third as the point of origin in the north, according to the Coastal Water Center, behind others and ahead of the rest.',
		'Coastal Water Center',
		105,
		'The country ranks third as the point of origin in the north, according to the Coastal Water Center,…',
	);
	check('cuts the end where the term is not told', 'one two three four', 'tide', 9, 'one two…');
	check('cuts no character in two', `${'😀'.repeat(9)} tide`, 'tide', 13, '…😀😀😀 tide');
	it('has room for the term wherever it stands', () => {
		for (let before = 0; before < 60; before++) {
			const text = `${'a '.repeat(before)}tide${' b'.repeat(60 - before)}`;
			const cut = cutAround(text, findTermIn(text, { term: 'tide', aliases: [], expansion: null }), 30);
			assert.ok(cut.includes('tide') && cut.length <= 30, `${before}: ${cut}`);
		}
	});
});

describe('findTermIn', () => {
	const check = (name: string, text: string, expected: string | undefined) =>
		it(name, () => {
			const found = findTermIn(text, { term: 'Tide', aliases: ['neap'], expansion: 'moon work' });
			assert.equal(found && text.slice(found.start, found.end), expected);
		});
	check('in any case', 'The TIDE.', 'TIDE');
	check('by an alias', 'A neap.', 'neap');
	check('by what it stands for', 'Moon work.', 'Moon work');
	check('not at all', 'Nothing.', undefined);
	check('not where small letters are longer', 'İ tide', undefined);
});

describe('toMentionRange', () => {
	const check = (from: number, to: number, expected: string) =>
		it(expected, () => assert.equal(toMentionRange(from, to, { translate, locale: 'en' }), expected));
	check(1, 1, '1 mention');
	check(2, 2, '2 mentions');
	check(2, 1, '2 – 1 mentions');
	check(1_200, 9, '1,200 – 9 mentions');
});
