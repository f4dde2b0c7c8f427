import assert from 'node:assert/strict';
import { isEdtf } from '../../../../src/library/metadata/edtf.ts';
import { readSideValue } from '../../../../src/library/sideFiles/sideFields.ts';

describe('EDTF', () => {
	const check = (text: string, expected: boolean) => it(text || 'nothing', () => assert.equal(isEdtf(text), expected));
	check('2008-03-01', true);
	check('2008-03', true);
	check('2008', true);
	check('0850', true);
	check('2008~', true);
	check('2008-03?', true);
	check('2008-21', true);
	check('200X', true);
	check('20XX', true);
	check('2008/2010', true);
	check('2008-03/..', true);
	check('../2008', true);
	check('2008-13', false);
	check('2008-03-32', false);
	check('08-03-01', false);
	check('March 2008', false);
	check('/', false);
	check('../..', false);
	check('', false);
	check('2008'.repeat(20), false);

	const checkValue = (text: string, expected: string | null | undefined) =>
		it(`as a date of a side file: ${text}`, () => assert.equal(readSideValue('date', text), expected));
	checkValue('2008-02-29', '2008-02-29');
	checkValue('2007-02-29', undefined);
	checkValue('2007-02-01/2007-02-30', undefined);
	checkValue('March 1, 2008', '2008-03-01');
	checkValue(' ', null);
	checkValue('soon', undefined);
});
