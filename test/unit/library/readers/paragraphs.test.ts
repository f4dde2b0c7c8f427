import assert from 'node:assert/strict';
import { Lines } from '../../../../src/library/readers/lines.ts';
import { layOutParagraphs } from '../../../../src/library/readers/paragraphs.ts';

describe('paragraphs of plain text', () => {
	function check(name: string, source: string, expected: string) {
		it(name, () => assert.equal(layOutParagraphs(new Lines(source), new Set(), []).text, expected));
	}
	function checkKept(name: string, source: string) {
		check(name, source, source);
	}

	describe('prose wrapped at a width', () => {
		check(
			'becomes one line',
			'The office opened in the spring, and the people of the\ntown came to it with their questions about work and\nhousing. Nobody knew who had paid for the rooms, and\nnobody asked.',
			'The office opened in the spring, and the people of the town came to it with their questions about work and housing. Nobody knew who had paid for the rooms, and nobody asked.',
		);
		check(
			'ends a paragraph where a short line ends a sentence',
			'The office opened in the spring, and the people of the\ntown came to it with their questions about work and\nhousing.\nNobody knew who had paid for the rooms, and it was the\nrule of the house that nobody asked about the money or\nabout the men.',
			'The office opened in the spring, and the people of the town came to it with their questions about work and housing.\n\nNobody knew who had paid for the rooms, and it was the rule of the house that nobody asked about the money or about the men.',
		);
		check(
			'ends a paragraph where a line is indented',
			'The office opened in the spring, and the people of the\ntown came to it with their questions about their work.\n   Nobody knew who had paid for the rooms, and it was\nthe rule of the house that nobody asked for the money\nor about the men.',
			'The office opened in the spring, and the people of the town came to it with their questions about their work.\n\nNobody knew who had paid for the rooms, and it was the rule of the house that nobody asked for the money or about the men.',
		);
		check(
			'of two lines takes the width of the others',
			'The office opened in the spring, and the people of the\ntown came to it with their questions about work and\nhousing, and about the\n\nschool. It was the rule of the house that nobody asked\nabout the money.',
			'The office opened in the spring, and the people of the town came to it with their questions about work and housing, and about the\n\nschool. It was the rule of the house that nobody asked about the money.',
		);
		check(
			'meets with a space in Korean, without one in Chinese',
			'사람들은 봄에 사무실을 열었고 많은 사람들이 찾아와서 일과\n집에 대해 물었다.\n\n办公室在春天开放，镇上的人们来到这里询问有关工作和住房的问题，没有人知道是谁付了\n房租，也没有人问过这些房间和钱是从哪里来的，这就是这所房子的规矩，大家都是知道\n的。',
			'사람들은 봄에 사무실을 열었고 많은 사람들이 찾아와서 일과 집에 대해 물었다.\n\n办公室在春天开放，镇上的人们来到这里询问有关工作和住房的问题，没有人知道是谁付了房租，也没有人问过这些房间和钱是从哪里来的，这就是这所房子的规矩，大家都是知道的。',
		);
		check(
			'loses its double spaces',
			'The office opened in the spring.  The people  of the town came to it with questions.',
			'The office opened in the spring. The people of the town came to it with questions.',
		);
	});

	describe('a line that is a paragraph', () => {
		const long = `${'The office opened in the spring, and the people of the town came to it. '.repeat(3).trim()}`;
		check('gets an empty line before the next', `${long}\n${long}`, `${long}\n\n${long}`);
		check('gets one after a short line', `An article about the office.\n${long}`, `An article about the office.\n\n${long}`);
	});

	describe('a list', () => {
		check(
			'has one line an item',
			'* The office opened in the spring, and the people of the\n  town came to it with their questions about work and\n  housing.\n* Nobody knew who had paid for the rooms, and it was\n  the rule of the house that nobody asked.',
			'* The office opened in the spring, and the people of the town came to it with their questions about work and housing.\n* Nobody knew who had paid for the rooms, and it was the rule of the house that nobody asked.',
		);
		checkKept('keeps the lines that an item breaks', '* The office:\n  12 Harbour Street\n  Old Town\n* The rooms:\n  14 Harbour Street');
		checkKept('keeps its levels', '- work\n  - the law\n  - the office\n- housing');
	});

	check(
		'indented as a whole is set at the edge',
		'    The Office\n      12 Harbour Street\n    Old Town',
		'The Office\n  12 Harbour Street\nOld Town',
	);

	describe('line breaks that mean something stay', () => {
		checkKept(
			'in verse',
			'The sea is calm tonight.\nThe tide is full, the moon lies fair\nUpon the straits; on the French coast the light\nGleams and is gone.',
		);
		checkKept(
			'in a list',
			'- work and the law, and everything that follows from it\n- housing, and how to find a room for a family\n- schools for the children of those who came',
		);
		checkKept(
			'in a numbered list',
			'1. work and the law, and everything that follows\n2. housing, and how to find a room for the family\n3. schools for the children of those who came late',
		);
		checkKept('in a table', 'Year\tPlaces\tPeople\n2004\t61\t1,200\n2014\t91\t2,800');
		checkKept('in columns of spaces', 'Year     Places     People\n2004     61         1,200\n2014     91         2,800');
		checkKept('in code', 'function f(x) {\n    if (x) {\n        return 1;\n    }\n}');
		checkKept('in an address', 'The Office\n12 Harbour Street\nOld Town');
		checkKept('in a dialogue', '“Who is there?”\n“It is me.”\n“Come in, then.”');
	});

	check('loses empty lines at its ends and doubled ones inside', '\n\n  one\n\n\n \ntwo\n\n', 'one\n\ntwo');
	check('stays empty', ' \n\n ', '');
});
