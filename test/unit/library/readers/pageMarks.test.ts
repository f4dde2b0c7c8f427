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
			`1: ${one}`,
			`2: ${two}`,
			`3: ${three}`,
		]);
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
