import assert from 'node:assert/strict';
import { findDate, parseDate } from '../../../../src/library/metadata/date.ts';
import { inTime } from '../../../support/timeLimits.ts';

describe('dates', () => {
	describe('of a line that is a date', () => {
		function check(line: string, expected: string | undefined) {
			it(line, () => assert.equal(parseDate(line), expected));
		}
		check('2008-03-01', '2008-03-01');
		check('2008-03-01T10:15:00Z', '2008-03-01');
		check('2008-03-01T10:15:00.123+09:00', '2008-03-01');
		check('2008-03-01 10:15', '2008-03-01');
		check('2008/3/1', '2008-03-01');
		check('2008. 3. 1.', '2008-03-01');
		check('2008-03', '2008-03');
		check('2008', '2008');
		check('© 2008', '2008');
		check('March 01, 2008', '2008-03-01');
		check('Saturday, March 01, 2008', '2008-03-01');
		check('Sat Mar 1, 2008', '2008-03-01');
		check('Mar. 1, 2008', '2008-03-01');
		check('March 1st, 2008', '2008-03-01');
		check('1 March 2008', '2008-03-01');
		check('01 MARCH 2008', '2008-03-01');
		check('the 1st of March 2008', undefined);
		check('1st of March 2008', '2008-03-01');
		check('1. März 2008', '2008-03-01');
		check('1er mars 2008', '2008-03-01');
		check('1 de marzo de 2008', '2008-03-01');
		check('Sat, 01 Mar 2008 10:15:00 +0100', '2008-03-01');
		check('March 1, 2008 at 10:15 AM', '2008-03-01');
		check('Published: March 1, 2008', '2008-03-01');
		check('Posted on March 1, 2008', '2008-03-01');
		check('2008년 3월 1일', '2008-03-01');
		check('2008년 3월 1일 (토)', '2008-03-01');
		check('2008年3月1日', '2008-03-01');
		check('2008년 3월', '2008-03');
		check('March 2008', '2008-03');
		check('Sept. 2008', '2008-09');
		check('29 February 2008', '2008-02-29');
		check('February 29, 2007', undefined);
		check('February 29, 1900', undefined);
		check('February 29, 2000', '2000-02-29');
		check('March 32, 2008', undefined);
		check('2008-13-01', undefined);
		check('2008-00-10', undefined);
		check('April 31 2008', undefined);
		check('99 March 2008', undefined);
		check('may 12 people', undefined);
		check('in March 2008 the office opened', undefined);
		check('12345', undefined);
		check('1.5.2008', undefined);
		check('', undefined);
	});

	describe('within a text', () => {
		/** `expected`: the date, and the words it was read from. */
		function check(text: string, expected: readonly [string, string] | undefined) {
			it(text, () => {
				const found = findDate(text);
				assert.deepEqual(found && [found.date, text.slice(found.start, found.end)], expected);
			});
		}
		check('The office opened on March 1, 2008 in the town.', ['2008-03-01', 'March 1, 2008']);
		check('It opened in March 2008, and closed on 4 May 2009.', ['2008-03', 'March 2008']);
		check('On Saturday, 1 March 2008, it opened.', ['2008-03-01', 'Saturday, 1 March 2008']);
		check('(2008-03-01)', ['2008-03-01', '2008-03-01']);
		check('사무실은 2008년 3월 1일에 열렸다.', ['2008-03-01', '2008년 3월 1일']);
		check('In 2008 it opened, and may 12 people come.', undefined);
		check('They march 2,000 strong.', undefined);
		check('on 31 June 2008 or on 3 July 2008', ['2008-07-03', '3 July 2008']);
		check('version 1.2008.03.01 and code 2008-03-01-17', undefined);
	});

	it('takes no time over a megabyte of almost-dates', () => inTime(100, () => findDate('March 99, 2008 2008-13-41 '.repeat(50_000))));
});
