import assert from 'node:assert/strict';
import { type LinesAround, placeDropped, placeQuotation } from '../../../src/editor/insertion.ts';

const block = '> words\n> — *Title*';

describe('placeQuotation', () => {
	const check = (name: string, citation: string, around: LinesAround, text: string, isAtCaret = false) =>
		it(name, () => assert.deepEqual(placeQuotation(citation, around), { text, isAtCaret }));
	check(
		'puts one line at the caret',
		'“words” (Kim 2020)',
		{ line: 'As it says, ', before: undefined, after: undefined },
		'“words” (Kim 2020)',
		true,
	);
	check('puts a block below the line', block, { line: 'As it says:', before: 'a', after: 'b' }, `\n\n${block}\n`);
	check('doubles no empty line below', block, { line: 'As it says:', before: 'a', after: '' }, `\n\n${block}`);
	check('takes the place of an empty line', block, { line: '', before: 'a', after: 'b' }, `\n${block}\n`);
	check('takes the place of an empty line among empty lines', block, { line: '  ', before: '', after: ' ' }, block);
	check('ends the note with a line end', block, { line: 'As it says:', before: 'a', after: undefined }, `\n\n${block}\n`);
	check('begins an empty note', block, { line: '', before: undefined, after: undefined }, `${block}\n`);
	check('takes a quotation of one line for a block', '> words', { line: 'As it says:', before: 'a', after: 'b' }, '\n\n> words\n');
	check('takes an item of a list for a block', '- words', { line: '', before: '', after: '' }, '- words');
});

describe('placeDropped', () => {
	const check = (name: string, citation: string, before: string, after: string, expected: string) =>
		it(name, () => assert.equal(placeDropped(citation, { before, after }), expected));
	check('leaves one line where it is dropped', '“words” (Kim 2020)', 'As it says, ', ' and so on', '“words” (Kim 2020)');
	check('parts a line around a block', block, 'Before', 'after', `\n\n${block}\n\n`);
	check('puts a block below a line that it is dropped behind', block, 'Before', '', `\n\n${block}\n`);
	check('takes an empty line', block, '', '', `${block}\n`);
});
