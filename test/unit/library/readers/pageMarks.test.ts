import assert from 'node:assert/strict';
import { defaultCaps } from '../../../../src/library/caps.ts';
import { readPlainText } from '../../../../src/library/readers/plainText.ts';

const one = 'The office opened in the spring, and people came to it with their questions about work.';
const two = 'Others stayed away because they had heard what happened to those who asked too much.';
const three = 'By the end of the year nobody in the town could say who had opened it, or why.';

describe('page marks', () => {
	/** `expected` gives each page as `label: text`. */
	function check(name: string, source: string, expected: readonly string[], text?: string) {
		it(name, () => {
			const content = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
			assert.deepEqual(
				content.pages.map((page) => `${page.label}: ${content.text.slice(page.start, page.end).trim()}`),
				expected,
			);
			for (const [at, page] of content.pages.entries()) {
				assert.equal(page.end, content.pages[at + 1]?.start ?? content.text.length, 'pages tile the text');
			}
			if (text !== undefined) {
				assert.equal(content.text, text);
			}
		});
	}

	describe('above their page', () => {
		check('39page', `39page\n\n${one}`, [`39: ${one}`], one);
		check('Page 39', `Page 39\n\n${one}\n\nPage 40\n\n${two}`, [`39: ${one}`, `40: ${two}`], `${one}\n\n${two}`);
		check('p. 7', `p. 7\n${one}`, [`7: ${one}`], one);
		check('- 12 -', `- 12 -\n\n${one}\n\n- 13 -\n\n${two}`, [`12: ${one}`, `13: ${two}`]);
		check('Page 3 of 10', `Page 3 of 10\n\n${one}`, [`3: ${one}`], one);
		check('39쪽', `39쪽\n\n${one}`, [`39: ${one}`], one);
		check('a Roman number', `Page iv\n\n${one}`, [`iv: ${one}`], one);
		check('a bare number at the top', `12\n\n${one}`, [`12: ${one}`], one);
	});
	describe('below their page', () => {
		check('a bare number at the bottom', `${one}\n\n12`, [`12: ${one}`], one);
		check('Page 1, Page 2', `${one}\n\nPage 1\n\n${two}\n\nPage 2`, [`1: ${one}`, `2: ${two}`]);
		check('— 8 —', `${one}\n\n— 8 —`, [`8: ${one}`], one);
	});
	describe('with the printed number once more', () => {
		check('before the text', `39page\n\n39 ${one}`, [`39: ${one}`], one);
		check('before the text, on the next line', `Page 12\n12 ${one}`, [`12: ${one}`], one);
		check('before a quotation', `p. 7\n\n7 “Yes,” ${one}`, [`7: “Yes,” ${one}`]);
		check('on a line of its own', `39page\n\n39\n\n${one}`, [`39: ${one}`], one);
		check('on every page', `Page 1\n\n1 ${one}\n\nPage 2\n\n2 ${two}`, [`1: ${one}`, `2: ${two}`], `${one}\n\n${two}`);
		check('behind the text', `${one} 12\n\nPage 12`, [`12: ${one}`], one);
		check('but a number that counts stays', `Page 12\n\n12 people came to the office in the spring.`, [
			'12: 12 people came to the office in the spring.',
		]);
		check('and another number stays', `Page 12\n\n14 ${one}`, [`12: 14 ${one}`]);
	});
	describe('by form feeds', () => {
		check('without numbers', `${one}\f${two}\f${three}\f`, [`1: ${one}`, `2: ${two}`, `3: ${three}`]);
		check('with numbers below', `${one}\n\n7\n\f${two}\n\n8\n\f`, [`7: ${one}`, `8: ${two}`], `${one}\n\n${two}`);
		check('with numbers above', `7\n\n${one}\n\f8\n\n${two}`, [`7: ${one}`, `8: ${two}`], `${one}\n\n${two}`);
		check('with running headers', `Annual Report\n\n${one}\n\fAnnual Report\n\n${two}\n\fAnnual Report\n\n${three}`, [
			`1: ${one}`,
			`2: ${two}`,
			`3: ${three}`,
		]);
		check('with a running footer that counts', `${one}\n\nThe Office | 7\n\f${two}\n\nThe Office | 8\n\f${three}\n\nThe Office | 9`, [
			`7: ${one}`,
			`8: ${two}`,
			`9: ${three}`,
		]);
		check(
			'with numbers in running heads',
			`44 HARBOUR LIGHTS\n\n${one}\n\f45 HARBOUR LIGHTS\n\n${two}\n\f46 HARBOUR LIGHTS\n\n${three}`,
			[`44: ${one}`, `45: ${two}`, `46: ${three}`],
			`${one}\n\n${two}\n\n${three}`,
		);
		check(
			'with heads that differ left and right',
			`210   HARBOUR LIGHTS\n\n${one}\n\fTHE KEEPERS   211\n\n${two}\n\f212   HARBOUR LIGHTS\n\n${three}\n\fTHE KEEPERS   213\n\n${one}`,
			[`210: ${one}`, `211: ${two}`, `212: ${three}`, `213: ${one}`],
			`${one}\n\n${two}\n\n${three}\n\n${one}`,
		);
		check('with a first page that has no head', `${one}\n\f8 | The Office\n\n${two}\n\f9 | The Office\n\n${three}`, [
			`7: ${one}`,
			`8: ${two}`,
			`9: ${three}`,
		]);
		check(
			'with a plate between',
			`7 The Office\n\n${one}\n\f${two}\n\f8 The Office\n\n${three}\n\f9 The Office\n\n${one}\n\f10 The Office\n\n${two}`,
			[`7: ${one}`, `7–8: ${two}`, `8: ${three}`, `9: ${one}`, `10: ${two}`],
		);
		check('with Roman numbers', `vii\n\n${one}\n\fviii\n\n${two}\n\f1\n\n${three}`, [`vii: ${one}`, `viii: ${two}`, `1: ${three}`]);
		check('with one Roman number, which stays', `II\n\n${one}\n\f${two}`, [`1: II\n\n${one}`, `2: ${two}`]);
		check('with numbered chapters, which stay', `Chapter 7\n\n${one}\n\fChapter 8\n\n${two}`, [
			`1: Chapter 7\n\n${one}`,
			`2: Chapter 8\n\n${two}`,
		]);
		check('with three numbered chapters, which stay', `Chapter 7\n\n${one}\n\fChapter 8\n\n${two}\n\fChapter 9\n\n${three}`, [
			`1: Chapter 7\n\n${one}`,
			`2: Chapter 8\n\n${two}`,
			`3: Chapter 9\n\n${three}`,
		]);
		check('with years, which stay', `Report 2001\n\n${one}\n\fReport 2002\n\n${two}`, [
			`1: Report 2001\n\n${one}`,
			`2: Report 2002\n\n${two}`,
		]);
		check('with counts that do not count up', `44 people\n\n${one}\n\f40 people\n\n${two}`, [
			`1: 44 people\n\n${one}`,
			`2: 40 people\n\n${two}`,
		]);
	});
	describe('of a text that is one page', () => {
		check('between dashes', `- 57 - THE OFFICE opened. ${two}`, [`57: THE OFFICE opened. ${two}`], `THE OFFICE opened. ${two}`);
		check('in brackets', `[Page 8] ${two}`, [`8: ${two}`], two);
		check('at both ends', `204 ${one} ${two} 204`, [`204: ${one} ${two}`], `${one} ${two}`);
		check('of two pages', `204 ${one} ${two} 205`, [`204–205: ${one} ${two}`], `${one} ${two}`);
		check('in a masthead', `RIVERS & ROADS   Vol. 12, No. 3   March 2011   17\n\n${one}`, [
			`17: RIVERS & ROADS   Vol. 12, No. 3   March 2011   17\n\n${one}`,
		]);
		check('in a masthead and below', `112 | THE COUNTRY REVIEW | JUNE 1998\n\n${one}\nTHE COUNTRY REVIEW 112`, [`112: ${one}`], one);
		check('not a number that begins a sentence', `204 People came. ${two}`, []);
		check('not years at both ends', `1998 The office opened. ${two} They left in 1999`, []);
		check('not a table', `12   Seoul   March 2011\n13   Busan   April 2011\n\n${one}`, []);
		check('not a range', `57 - 60 people came. ${two}`, []);
	});
	describe('within a sentence', () => {
		const [head, tail] = ['The office opened in the spring, and people came to it with', 'their questions about work and about houses.'];
		check('joins it again', `Page 1\n\n${head}\n\nPage 2\n\n${tail}`, [`1: ${head}`, `2: ${tail}`], `${head} ${tail}`);
		check('joins it over a form feed', `${head}\f${tail}`, [`1: ${head}`, `2: ${tail}`], `${head} ${tail}`);
		check('joins a broken word', 'Page 1\n\nThe women of the town and the gov-\n\nPage 2\n\nernment met in spring.', [
			'1: The women of the town and the gov',
			'2: ernment met in spring.',
		]);
		check('finds bare numbers that count up', `${head}\n\n4\n\n${tail} And then ${head}\n\n5\n\n${tail} And then ${head}\n\n6\n\n${tail}`, [
			`4: ${tail} And then ${head}`,
			`5: ${tail} And then ${head}`,
			`6: ${tail}`,
		]);
	});
	describe('are not', () => {
		check('a year as the title', `1984\n\n${one}`, []);
		check('numbered chapters', `1\n\n${one}\n\n2\n\n${two}\n\n3\n\n${three}`, [], `1\n\n${one}\n\n2\n\n${two}\n\n3\n\n${three}`);
		check('a number in the text', `${one}\n\n17\n\n${two}`, []);
		check('a sentence about a page', `Page 39 was missing.\n\n${one}`, []);
		check('a price', `${one}\n\n-39\n\n${two}`, []);
	});
});
