import assert from 'node:assert/strict';
import { type ExplainLine, toExplainLines, wrap } from '../../../src/editor/explainView/explainLines.ts';
import type { Card, Receipt } from '../../../src/terms/card.ts';
import { hostileStrings } from './hostileStrings.ts';
import { translate } from './translate.ts';

function receiptOf(text: string, fields: Partial<Receipt> = {}): Receipt {
	return {
		documentId: 'file:///a',
		text,
		title: 'The Sea',
		page: '39',
		date: null,
		speaker: null,
		start: 10,
		end: 10 + text.length,
		...fields,
	};
}

const card: Card = {
	term: 'tide',
	kind: 'concept',
	aliases: [],
	expansion: null,
	own: null,
	definition: null,
	evidence: [],
	figures: [],
	disagreements: [],
	related: [],
	mentions: 0,
	documents: 0,
};

function linesOf(fields: Partial<Card>): readonly ExplainLine[] {
	return toExplainLines({ ...card, ...fields }, { translate, locale: 'en', sourceOf: () => ({ title: 'a', author: 'Ana Sol' }) });
}

function draw(lines: readonly ExplainLine[], indent = ''): string[] {
	return lines.flatMap(({ label, description, children }) => [
		indent + [label, description].filter((part) => part !== '').join(' | '),
		...draw(children, `${indent}  `),
	]);
}

describe('toExplainLines', () => {
	const check = (name: string, fields: Partial<Card>, expected: readonly string[]) =>
		it(name, () => assert.deepEqual(draw(linesOf(fields)), expected));
	check('a term alone', {}, ['tide']);
	check('what it is', { kind: 'acronym', expansion: 'tidal index', aliases: ['TIDE', 'tides', 'tidal index'] }, [
		'tide | tidal index · abbreviation · also tides',
	]);
	check(
		'own words apart from what was found',
		{ kind: 'own', own: 'What the moon does.\n\nTwice a day.', definition: receiptOf('A tide rises.') },
		[
			'tide | your term',
			'Your Glossary',
			'  What the moon does.',
			'  Twice a day.',
			'Definition in Your Sources',
			'  A tide rises.',
			'  Ana Sol, The Sea, p. 39',
		],
	);
	check(
		'everything, nothing twice',
		{
			definition: receiptOf('A tide rises.'),
			evidence: [receiptOf('A tide rises.', { documentId: 'copy' }), receiptOf('It falls.')],
			figures: [receiptOf('It falls.'), receiptOf('3 m.')],
			disagreements: [{ what: 'the year', receipts: [receiptOf('In 1850.'), receiptOf('In 1851.')] }],
			related: ['moon', 'sea'],
			mentions: 1_200,
			documents: 2,
		},
		[
			'tide',
			'Definition in Your Sources',
			'  A tide rises.',
			'  Ana Sol, The Sea, p. 39',
			'What Your Sources Say',
			'  It falls.',
			'  Ana Sol, The Sea, p. 39',
			'Figures',
			'  3 m.',
			'  Ana Sol, The Sea, p. 39',
			'Sources Differ: the year | 2',
			'  In 1850.',
			'  Ana Sol, The Sea, p. 39',
			'  In 1851.',
			'  Ana Sol, The Sea, p. 39',
			'Related Terms | 2',
			'  moon',
			'  sea',
			'1,200 mentions in 2 documents',
		],
	);
	it('shows a long sentence in lines that can be read, with its term marked, and says it whole', () => {
		const text = 'Before it comes to anything at all in the harbour, the spring tide rises twice a day and falls as often.';
		const [, section] = linesOf({ term: 'spring tide', evidence: [receiptOf(text)] });
		assert.deepEqual(
			section?.children.map(({ label, description, mark }) => [label || description, mark && label.slice(mark.start, mark.end)]),
			[
				['Before it comes to anything at all', undefined],
				['in the harbour, the spring tide', 'spring tide'],
				['rises twice a day and falls as', undefined],
				['often.', undefined],
				['Ana Sol, The Sea, p. 39', undefined],
			],
		);
		assert.equal(section?.children[0]?.spoken, `${text}, Ana Sol, The Sea, p. 39`);
		assert.equal(section?.children[1]?.tooltip, `${text}\n— Ana Sol, The Sea, p. 39`);
	});
	it('names what the words may mean as well', () => {
		const options = { translate, locale: 'en', sourceOf: () => undefined };
		assert.deepEqual(draw(toExplainLines(card, options, [{ ...card, term: 'TIDE', expansion: 'tidal index' }])), [
			'tide',
			'May Also Mean',
			'  TIDE | tidal index',
		]);
	});
	it('gives each line a name of its own', () => {
		const ids = linesOf({ own: 'a\nb', evidence: [receiptOf('A.'), receiptOf('B.')], related: ['c', 'd'], mentions: 2 }).flatMap((line) => [
			line.id,
			...line.children.map(({ id }) => id),
		]);
		assert.equal(new Set(ids).size, ids.length);
	});
	it('shows plain words only, whatever a document brought', () => {
		for (const text of hostileStrings) {
			const receipt = receiptOf(text, { title: text, page: text, date: text, speaker: text });
			const fields = { term: text, aliases: [text], expansion: `${text}x`, own: text, definition: receipt, related: [text] };
			const lines = linesOf({ ...fields, disagreements: [{ what: text, receipts: [receipt] }] });
			for (const { label, description, spoken } of lines.flatMap((line) => [line, ...line.children])) {
				assert.doesNotMatch(label + description + spoken, /[\p{Cc}\p{Cf}]/u);
				assert.ok(label + description !== '');
			}
		}
	});
});

describe('wrap', () => {
	const check = (name: string, text: string, expected: readonly string[]) =>
		it(name, () =>
			assert.deepEqual(
				wrap(text, 10, 4).map(({ start, end }) => text.slice(start, end)),
				expected,
			),
		);
	check('nothing', '', []);
	check('one line', 'one two', ['one two']);
	check('at spaces', 'one two three four', ['one two', 'three four']);
	check('words that are too long', 'abcdefghijklmnop', ['abcdefghij', 'klmnop']);
	check('wide characters', '여성가족부 장관은', ['여성가족부', '장관은']);
	check('no more than so many', 'a'.repeat(100), ['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(10), 'a'.repeat(10)]);
	check('no character in two', '😀'.repeat(12), ['😀'.repeat(10), '😀😀']);
});
