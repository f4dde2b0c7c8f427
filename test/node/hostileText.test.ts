import assert from 'node:assert/strict';
import { toPositions } from '../../src/editor/reader/sourcePosition.ts';
import { countWords } from '../../src/library/summary.ts';
import { parseGlossary } from '../../src/terms/glossary.ts';
import { readMeasuredClauses } from '../../src/terms/measuredClauses.ts';
import { findProse } from '../../src/terms/noteProse.ts';
import { findSentence } from '../../src/terms/receipts.ts';
import { foldWord } from '../../src/text/normalise.ts';
import { splitPassages } from '../../src/text/passages.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { findingsOf } from '../support/termDocuments.ts';
import { inTime } from '../support/timeLimits.ts';

/** Texts that cost the square of their length wherever a rule looks back or ahead without an end. */
describe('hostile text takes no longer than its length', () => {
	function check(name: string, work: () => void): void {
		// Many times what it takes, and a small part of what the square would.
		it(name, () => inTime(500, work));
	}

	function checkPieces(name: string, work: (text: string) => void, length: number, pieces: readonly string[]): void {
		for (const piece of pieces) {
			check(`${name}: ${JSON.stringify(piece)} again and again`, () => work(piece.repeat(Math.floor(length / piece.length))));
		}
	}

	checkPieces('sentences', splitSentences, 60_000, ['a. ', 'A.', '. ', '"', 'a', '\n', ' ', '1.\n', 'Dr. ', '。', 'a\u0301']);
	checkPieces('words', tokenise, 60_000, ['a', "a'", '性', 'か\u3099', '\u00ad', 'a\u0301\u0323', '가', '가a', "l'"]);
	checkPieces('passages', (text) => splitPassages({ text, headings: [] }), 300_000, ['a', 'a ', '\n', 'a\n\n', ' \n', '. ', '性']);
	check('passages: a heading a line', () => {
		const headings = Array.from({ length: 100_000 }, (_, at) => ({ start: at * 4, end: at * 4 + 3, level: 1, text: 'a' }));
		splitPassages({ text: '# a\n'.repeat(100_000), headings });
	});
	for (const [name, separator] of [
		['headings and quotes', '\n\n'],
		['headings and quotes in one line', ' '],
	] as const) {
		check(`passages: ${name}`, () => {
			const unit = `# Tide${separator}“Two a day.”${separator}`;
			const count = 20_000;
			const places = Array.from({ length: count }, (_, index) => index * unit.length);
			const headings = places.map((start) => ({ start, end: start + 6, level: 2, text: 'Tide' }));
			const quotes = places.map((start) => ({ start: start + 6 + separator.length, end: start + unit.length - separator.length }));
			assert.equal(splitPassages({ text: unit.repeat(count), headings, quotes }).length, count);
		});
	}
	check('one word: a flood of combining marks', () => {
		assert.equal(foldWord(`a${'\u0300\u0323'.repeat(500_000)}`), 'a');
		foldWord('\u0915\u094d\u093c'.repeat(300_000));
	});
	check('a summary: ten million characters without a letter', () => assert.equal(countWords('-'.repeat(10_000_000)), 0));
	check('places in a file: four million characters of line ends', () =>
		assert.equal(toPositions('\r\n'.repeat(2_000_000), [4_000_000])[0]?.line, 2_000_000),
	);
	checkPieces('a glossary', parseGlossary, 500_000, ['#', '## a\n', `${'`'.repeat(160_000)}\n`]);
	for (const language of ['markdown', 'latex', 'restructuredtext', 'asciidoc', 'typst', 'plaintext']) {
		checkPieces(`a note in ${language}`, (note) => findProse(note, language), 30_000, [
			'`',
			'[',
			'](',
			'[](',
			'<',
			'<!--',
			'$',
			'$$',
			'**',
			'\\',
			'@',
			'\\begin{verbatim}',
			'\\(',
			'#(',
			'``` \n',
			'[[',
			'<a ',
			'a@',
			':x:`',
		]);
	}
	check('numbers that a sentence tells: a bracket that never closes, in one of many', () => {
		const text = `The Polaris Project has 40 members ( in “Leeds”.${' and so on'.repeat(2_000_000)}`;
		const figure = { value: 40, unit: 'members', qualifier: null, term: null, start: 24, end: 34 };
		for (let sentences = 0; sentences < 20_000; sentences++) {
			readMeasuredClauses(text, { start: 0, end: 48 }, [figure]);
		}
	});
	check('the sentences around places of a text without an empty line', () => {
		const text = '“tides”\n'.repeat(2_000_000);
		for (let places = 0; places < 1_000; places++) {
			findSentence(text, { start: 8_000_000 + places * 8, end: 8_000_007 + places * 8 });
		}
	});
	checkPieces('what a document says of terms', findingsOf, 20_000, [
		...['(', '()', 'A(', '(A', 'known as ', 'AB (', 'A.', '(AB) '],
		...['A ', 'Ab of ', 'Ministry of ', 'Ab-', 'Ab. ', 'Women’s ', 'Ab and ', 'The '],
		...['a ', '“', '(the ', 'A, a ', 'x is ', '이란 ', 'A b c d e f g h i j k l m n is. '],
		...['1', '1,', '1 ', '$', '1.', '12,345 '],
	]);
});
