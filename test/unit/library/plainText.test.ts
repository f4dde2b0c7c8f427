import assert from 'node:assert/strict';
import { defaultCaps } from '../../../src/library/caps.ts';
import { readPlainText } from '../../../src/library/readers/plainText.ts';
import { checkContent } from '../../support/contentChecks.ts';

const one = 'The office opened in the spring, and the people of the town came to it with their questions about work and housing.';
const two = 'Nobody knew who had paid for the rooms, and it was the rule of the house that nobody asked about the money.';

function read(source: string) {
	const content = readPlainText(source, { fileName: 'a.txt', caps: defaultCaps });
	checkContent(content, source);
	return content;
}

describe('plain text', () => {
	describe('whose title', () => {
		function check(name: string, source: string, title: string | null, heading: string | null = title) {
			it(name, () => {
				const content = read(source);
				assert.equal(content.title, title);
				assert.deepEqual(content.headings[0]?.text ?? null, heading);
			});
		}
		check('is its first short line', `The Long Road Home\n\n${one}\n\n${two}`, 'The Long Road Home');
		check('is in capitals', `THE LONG ROAD HOME\n\n${one}`, 'THE LONG ROAD HOME');
		check('is underlined', `The Long Road Home\n==================\n\n${one}`, 'The Long Road Home');
		check('is a question', `Who Paid for the Rooms?\n\n${one}`, 'Who Paid for the Rooms?');
		check('follows a date', `Saturday, March 01, 2008\n\n\nThe Long Road Home\n\n${one}`, 'The Long Road Home');
		check('follows a date without an empty line', `Sunday, July 19, 2009\nThe Long Road Home\n${one}`, 'The Long Road Home');
		check('follows a byline', `By Ana Ruiz\n\nThe Long Road Home\n\n${one}`, 'The Long Road Home');
		check('stands over a byline', `The Long Road Home\nBy Ana Ruiz\nMarch 1, 2008\n\n${one}`, 'The Long Road Home');
		check('is a field', `Title: The Long Road Home\nAuthor: Ana Ruiz\n\n${one}`, 'The Long Road Home', null);
		check(
			'is Korean',
			'먼 길\n\n사무실은 봄에 문을 열었고 많은 사람들이 찾아와서 일과 집에 대해 물었다. 누가 돈을 냈는지는 아무도 몰랐다.',
			'먼 길',
		);
		check('has a page mark above', `Page 7\n\nThe Long Road Home\n\n${one}`, 'The Long Road Home');
		check('stands under a masthead', `City Rails Quarterly   Winter 2004\n\nThe Long Road Home\n\n${one}`, 'The Long Road Home');
		check('stands under a masthead with bars', `THE REVIEW | Vol. 3 | 2004\n\nTHE LONG ROAD HOME\n\n${one}`, 'THE LONG ROAD HOME');
		check('stands under a number', `14\nTHE LONG ROAD HOME\n${one}`, 'THE LONG ROAD HOME');
		check('stands under a word for its kind', `INTERVIEW\nThe Long Road Home\n\n${one}`, 'The Long Road Home');
		check('is not a broken line', `The lamp was lit by Danish engin-\neers. ${one} ${two}`, null);
		check('is not a broken line of a page', `The lamp was lit by engin\u00ac\neers. ${one} ${two}`, null);
		check('is not the first line of a sentence', `The lamp was lit by the keeper\nof the harbour. ${one} ${two}`, null);
		check('is not a masthead', `RIVERS & ROADS   Vol. 12, No. 3   17\n\n${one} ${two}`, null);
		check('is not the line under a table row', `Seoul   12   14\nBusan   13   15\n\n${one}`, null);
		check('is not a number over prose', `14\nThe lamp was lit\n\n${one}`, null);
		check('is not a first sentence', `${one}\n\n${two}`, null);
		check('is not a short sentence', `It was spring.\n\n${one}`, null);
		check('is not a greeting', `Dear Ana,\n\n${one}`, null);
		check('is not the item of a list', `- bread\n- milk\n- eggs`, null);
		check('is not the whole text', 'The Long Road Home', null);
		check('is not a line in small letters', `and so it goes\n\n${one}`, null);
		check('is not a line of verse', 'The sea is calm tonight\nThe tide is full\nthe moon lies fair\nUpon the straits', null);
		check('is not an address', `https://example.org/a\n\n${one}`, null);
	});

	it('reads the date in a French byline', () =>
		assert.equal(read(`Le canal\n\nPar Ana Ruiz, le 14 juillet 1998\n\n${one}`).date, '1998-07-14'));
	it('reads no date in a sentence that begins like one', () => {
		assert.equal(
			read(`Le canal\n\nPar la suite, le 14 juillet 1998, on a fermé le bureau de la ville, et personne ne savait.\n\n${one}`).date,
			null,
		);
	});
	it('takes neither a date nor a sentence with an abbreviation for a heading', () => {
		const source = `Die Bauern\n\n3. März 2007\n\n${one}\n\n気象庁は警報を発表した。研究所（NIED）によると、波の高さは九メートルを超えた\n\n${two}`;
		assert.deepEqual(
			read(source).headings.map((heading) => heading.text),
			['Die Bauern'],
		);
	});
	it('joins a word that was broken over a line end, though the rest is one long line', () => {
		assert.equal(
			read(`The lamp was lit by Danish engin-\neers. ${one} ${two}`).text,
			`The lamp was lit by Danish engineers. ${one} ${two}`,
		);
	});
	it('keeps verse with a hyphen at a line end', () => {
		const verse = 'The sea was bitter-\nsweet that year,\nThe tide was out,\nThe moon was near.';
		assert.equal(read(verse).text, verse);
	});

	describe('whose date and byline', () => {
		function check(name: string, source: string, expected: readonly (string | null)[]) {
			it(name, () => {
				const { date, author, publisher } = read(source);
				assert.deepEqual([date, author, publisher], expected);
			});
		}
		check('stand above the text', `The Long Road Home\n\nBy Ana Ruiz, Harbour News\n\nMarch 1, 2008\n\n${one}`, [
			'2008-03-01',
			'Ana Ruiz',
			'Harbour News',
		]);
		check('stand below the text', `${one}\n\n${two}\n\nPosted by Ana Ruiz on March 1, 2008`, ['2008-03-01', 'Ana Ruiz', null]);
		check('stand among the furniture', `${one}\n\nPosted by Ana Ruiz at 10:15 AM\n\nLabels: work\n\n0 comments:\n\nPost a Comment`, [
			null,
			'Ana Ruiz',
			null,
		]);
		check('stand in a sentence', `Sunday, 2 March 2008\n\nThe Road\n\nBelow is an article by Ana Ruiz on Harbour News.\n${one}`, [
			'2008-03-02',
			'Ana Ruiz',
			'Harbour News',
		]);
		check(
			'are not dates the text talks about',
			`${one} It opened on March 1, 2008, as a report by Ana Ruiz in the Harbour News had said.`,
			[null, null, null],
		);
		check('are not a year', `${one}\n\n2008 was a good year.`, [null, null, null]);
	});

	describe('that is clean', () => {
		function checkKept(name: string, source: string) {
			it(`stays as it is: ${name}`, () => {
				const content = read(source);
				assert.equal(content.text, source);
				assert.deepEqual(content.offsetMap, source === '' ? [] : [0, 0, source.length]);
			});
		}
		checkKept('prose', `${one}\n\n${two}`);
		checkKept('dialogue', '“Who paid for it?” she asked. “They did,” said Ana, “and they never told us why.”\n\n“Home,” he said.');
		checkKept('verse', 'The sea is calm tonight.\nThe tide is full, the moon lies fair\nUpon the straits.\n\nGleams and is gone.');
		checkKept('a list', '- bread\n- milk\n- eggs\n\n1. one\n2. two');
		checkKept('code', 'function f(x) {\n    return x - 1;\n}\n\nf(2);');
		checkKept('a table', 'Year\tPlaces\n2004\t61\n2014\t91');
		checkKept('hyphens and dashes', 'A long-term plan - pre- and post-war - was made; e-mail and co-op, too.');
		checkKept('numbers', '39 people came.\n\n17,500 others stayed at home, in 2008.');
		checkKept('nothing', '');
		checkKept('words of furniture', 'Home is where the labels are.\n\nPost a comment if you like, and share this with a friend.');
		checkKept('mathematics', 'Let x be the sum of a and b, where n is the size of B at the start, and i = 1.');
		checkKept('Korean', '사무실은 봄에 문을 열었다.\n\n누가 돈을 냈는지는 아무도 몰랐다.');
	});

	it('takes sections by what they are called', () => {
		const content = read(
			`The Long Road Home\n\nIntroduction\n\n${one}\n\n2.1 Methods of Work\n\n${two}\n\nTHE ROOMS\n\n${one}\n\nChapter 3\n\n${two}`,
		);
		assert.deepEqual(
			content.headings.map((heading) => [heading.level, heading.text]),
			[
				[1, 'The Long Road Home'],
				[2, 'Introduction'],
				[3, '2.1 Methods of Work'],
				[2, 'THE ROOMS'],
				[2, 'Chapter 3'],
			],
		);
	});

	it('says that it left out the end of a giant file', () => {
		const caps = { ...defaultCaps, maxTextLength: 100 };
		const kinds = (source: string) => readPlainText(source, { fileName: 'a.txt', caps }).problems.map((problem) => problem.kind);
		assert.deepEqual(kinds(`${one} ${two}`), []);
		assert.deepEqual(kinds(`${one}${'\n'.repeat(200)}${two}`), [], 'readDocument cuts what is still too long');
		assert.deepEqual(kinds(`One.${'\n'.repeat(200)}${two}`), ['truncated']);
	});
});
