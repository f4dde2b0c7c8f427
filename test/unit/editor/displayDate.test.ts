import assert from 'node:assert/strict';
import { toDisplayDate, yearOf } from '../../../src/editor/displayDate.ts';

describe('toDisplayDate', () => {
	const check = (name: string, date: string, expected: string, style: 'short' | 'long' = 'short') =>
		it(name, () => assert.equal(toDisplayDate(date, 'en', style), expected));
	check('says a day', '2008-03-01', 'Mar 1, 2008');
	check('says it in full', '2008-03-01', 'March 1, 2008', 'long');
	check('says a month', '2008-03', 'Mar 2008');
	check('says a year', '2008', '2008');
	check('leaves a day alone that does not exist', '2008-02-31', '2008-02-31');
	check('leaves a month alone that does not exist', '2008-13', '2008-13');
	check('leaves early years alone', '0008-03-01', '0008-03-01');
	check('leaves other forms alone', '2008-03-01/2008-04', '2008-03-01/2008-04');
	it('knows other languages', () => assert.equal(toDisplayDate('2008-03-01', 'de', 'long'), '1. März 2008'));
	it('takes a display language that is no language tag', () => assert.match(toDisplayDate('2008-03-01', 'not a tag'), /2008/));
});

describe('yearOf', () => {
	it('finds the year', () => assert.equal(yearOf('2008-03-01'), '2008'));
	it('finds none', () => assert.equal(yearOf(null), undefined));
	it('finds none in words', () => assert.equal(yearOf('spring 2008'), undefined));
});
