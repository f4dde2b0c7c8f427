import assert from 'node:assert/strict';
import pageBytes from '../../../seeds/000_b7839f6131af2caa.txt';
import postBytes from '../../../seeds/003_5330bd3181756004.txt';
import { defaultCaps } from '../../../src/library/caps.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import { toSourceRange } from '../../../src/text/offsetMap.ts';

// Read before the tests are made: mocha does not wait for a description.
const page = await readDocument(pageBytes, '000_b7839f6131af2caa.txt', defaultCaps);
const post = await readDocument(postBytes, '003_5330bd3181756004.txt', defaultCaps);

describe('the sample collection', () => {
	describe('the magazine page', () => {
		const source = new TextDecoder().decode(pageBytes);
		const { text } = page;

		it('is read without a problem', () => assert.deepEqual([page.kind, page.problems], ['txt', []]));
		it('has its title, and no author, date or publisher', () =>
			assert.deepEqual([page.title, page.author, page.date, page.publisher, page.language], ['nowhere to turn', null, null, null, 'en']));
		it('is page 39, all of it', () => assert.deepEqual(page.pages, [{ label: '39', start: 0, end: text.length }]));
		it('begins and ends with words of the page', () => {
			assert.match(text, /^In the face of daily threats/);
			assert.match(text, /sex worker, activist$/);
		});
		it('has the pull quote as an own paragraph with its speaker', () => {
			const [quote, ...others] = page.quotes;
			assert.deepEqual(others, []);
			assert.deepEqual([quote?.speaker, quote?.role], ['Kim Yeo-ni', 'sex worker, activist']);
			assert.equal(
				text.slice(quote?.start, quote?.end),
				'‘In the past, the sex workers stuck together and worked together with solidarity like a labor union; we stood up to employers if we felt like one of us was being mistreated, but now we can’t.’',
			);
			assert.equal(text.slice((quote?.start ?? 0) - 2, quote?.start), '\n\n');
			assert.equal(text.slice(quote?.end), ' Kim Yeo-ni, sex worker, activist');
		});
		it('has its title as a heading and an own paragraph', () => {
			assert.deepEqual(
				page.headings.map((heading) => [heading.level, heading.text, text.slice(heading.start, heading.end)]),
				[[1, 'nowhere to turn', 'nowhere to turn']],
			);
			assert.match(text, /exit programs\.\n\nnowhere to turn\n\n‘In the past/);
		});

		function checkWhole(clean: string, raw: string) {
			it(`has "${raw}" whole, and leads back to it`, () => {
				assert.ok(!text.includes(raw), `${raw} still stands in the text`);
				const start = text.indexOf(clean);
				assert.ok(start >= 0, `${clean} is not in the text`);
				const range = toSourceRange(page.offsetMap, { start, end: start + clean.length });
				assert.equal(range && source.slice(range.start, range.end), raw);
			});
		}
		checkWhole('when someone was', 'when some- one was');
		checkWhole('of people in', 'of peo - ple in');
		checkWhole('services available to', 'services avail- able to');
		checkWhole('the frequency of', 'the frequen- cy of');
		checkWhole('workers stuck together', 'workers st uck together');
		checkWhole('union; we stood', 'union; w e stood');
		it('changes nothing else', () => {
			const undone = [
				['someone was interested', 'some- one was interested'],
				['people in', 'peo - ple in'],
				['available to', 'avail- able to'],
				['frequency', 'frequen- cy'],
				['stuck', 'st uck'],
				['we stood', 'w e stood'],
				['programs.\n\n', 'programs. '],
				['turn\n\n', 'turn '],
			].reduce((raw, [clean = '', broken = '']) => raw.replace(clean, broken), text);
			assert.equal(`39page\n\n39 ${undone}`, source);
		});
	});

	describe('the blog post', () => {
		const source = new TextDecoder().decode(postBytes);
		const { text } = post;

		it('is read without a problem', () => assert.deepEqual([post.kind, post.problems], ['txt', []]));
		it('has title, author, date and publisher', () =>
			assert.deepEqual(
				[post.title, post.author, post.date, post.publisher, post.language],
				['Trafficking of Korean Women in US', 'Kari Lydersen', '2008-03-01', 'Infoshop News', 'en'],
			));
		it('has its title as a heading', () =>
			assert.deepEqual(
				post.headings.map((heading) => [heading.level, heading.text, text.slice(heading.start, heading.end)]),
				[[1, 'Trafficking of Korean Women in US', 'Trafficking of Korean Women in US']],
			));
		for (const furniture of [
			'Labels',
			'Comments',
			'Links to this',
			'Create a Link',
			'Home',
			'Blogger',
			'See also',
			'<<',
			'Read the rest',
		]) {
			it(`holds nothing of "${furniture}"`, () => assert.ok(!text.includes(furniture)));
		}
		it('holds the whole article, a paragraph a line', () => {
			const article = source
				.slice(0, source.indexOf('\nRead the rest'))
				.split('\n')
				.filter((line) => line !== '');
			assert.deepEqual(text.split('\n\n'), article);
		});
		it('leads back to the file', () => {
			const start = text.indexOf('National Immigrant Justice Center');
			const range = toSourceRange(post.offsetMap, { start, end: start + 33 });
			assert.equal(range && source.slice(range.start, range.end), 'National Immigrant Justice Center');
		});
		it('has neither pages nor pull quotes', () => assert.deepEqual([post.pages, post.quotes], [[], []]));
	});
});
