import assert from 'node:assert/strict';
import { findByline } from '../../../../src/library/metadata/byline.ts';
import { readHeaderFields } from '../../../../src/library/metadata/header.ts';

describe('bylines', () => {
	/** `expected`: author and publisher. */
	function check(line: string, author: string | null, publisher: string | null = null) {
		it(line, () => {
			const found = findByline(['The long road home', line, 'The office opened in the spring.']);
			assert.deepEqual(found ? [found.author, found.publisher] : [null, null], [author, publisher]);
		});
	}

	describe('that are lines', () => {
		check('By Ana Ruiz', 'Ana Ruiz');
		check('by Ana Ruiz', 'Ana Ruiz');
		check('BY ANA RUIZ', 'ANA RUIZ');
		check('By: Ana Ruiz', 'Ana Ruiz');
		check('By Ana María Ruiz-Soto', 'Ana María Ruiz-Soto');
		check('By J. M. van der Berg', 'J. M. van der Berg');
		check("By Siobhán O'Neill", "Siobhán O'Neill");
		check('By Choe Sang-Hun', 'Choe Sang-Hun');
		check('By Ana Ruiz and Tom de la Cruz', 'Ana Ruiz and Tom de la Cruz');
		check('By Ana Ruiz, Tom Reed and Kim Min-ji', 'Ana Ruiz, Tom Reed and Kim Min-ji');
		check('Written by Ana Ruiz', 'Ana Ruiz');
		check('Reported by Ana Ruiz', 'Ana Ruiz');
		check('Author: Ana Ruiz', 'Ana Ruiz');
		check('Authors: Ana Ruiz, Tom Reed', 'Ana Ruiz, Tom Reed');
		check('Posted by Ana Ruiz at 10:15 AM', 'Ana Ruiz');
		check('Posted by Ana at 10:15 AM 2 comments', 'Ana');
		check('By Ana Ruiz on March 1, 2008', 'Ana Ruiz');
		check('Posted on March 1, 2008 by Ana Ruiz', 'Ana Ruiz');
		check('Published 2008-03-01 at 10:15, by Ana Ruiz, Harbour News', 'Ana Ruiz', 'Harbour News');
		check('By Ana Ruiz | March 1, 2008', 'Ana Ruiz');
		check('By Ana Ruiz, Staff Writer', 'Ana Ruiz');
		check('By Ana Ruiz, The Harbour Times', 'Ana Ruiz', 'The Harbour Times');
		check('By Ana Ruiz | Harbour News', 'Ana Ruiz', 'Harbour News');
		check('By ANA RUIZ, Associated Press', 'ANA RUIZ', 'Associated Press');
		check('By Ana Ruiz for the Harbour Post', 'Ana Ruiz', 'Harbour Post');
		check('By Ana Ruiz (Harbour Weekly)', 'Ana Ruiz', 'Harbour Weekly');
		check('By Ana Ruiz in Seoul', 'Ana Ruiz');
		check('홍길동 기자', '홍길동');
		check('[서울=연합뉴스] 홍길동 기자 = 여성 단체가 밝혔다.', '홍길동', '연합뉴스');
		check('홍길동 기자 gildong@example.kr', '홍길동');
		check('[하늘일보 홍길동 기자] 시의회는 조사 결과를 들었다.', '홍길동');
	});
	describe('that are sentences about the text', () => {
		check('Below are the first paragraphs of a new article by Ana Ruiz on Harbour News.', 'Ana Ruiz', 'Harbour News');
		check('The following is a story by Tom Reed in the Harbour Times.', 'Tom Reed', 'Harbour Times');
		check('This is an excerpt from a report by Kim Min-ji for Reuters.', 'Kim Min-ji', 'Reuters');
		check('Here is an essay by J. M. van der Berg at harbour.org.', 'J. M. van der Berg', 'harbour.org');
		check('This post was written by Ana Ruiz.', 'Ana Ruiz');
		check('This article by Ana Ruiz originally appeared in the Harbour Review.', 'Ana Ruiz', 'Harbour Review');
		check('Reprinted from a column by Ana Ruiz on AlterNet.', 'Ana Ruiz', 'AlterNet');
	});
	describe('that are none', () => {
		check('By the time they came it was over.', null);
		check('By March 2008 it was over.', null);
		check('By Monday', null);
		check('By The End', null);
		check('An article by Tom Reed in the Harbour Times had said so years before.', null);
		check('The office was paid for by Ana Ruiz.', null);
		check('By Ana Ruiz’s account the office was never closed.', null);
		check('By Train Through The Mountains we came to the town, and by night.', null);
		check('Stand by me', null);
		check('This is an article by Ana Ruiz on China.', 'Ana Ruiz', null);
		check('This is a report by the government on housing.', null);
		check('그 기자 는 말했다', null);
	});
	it('takes an author before whoever posted', () => {
		const lines = ['Posted by Office Blog at 10:15 AM', 'Below is an article by Ana Ruiz on Harbour News.'];
		assert.deepEqual(findByline(lines), { author: 'Ana Ruiz', publisher: 'Harbour News' });
	});
});

describe('header fields', () => {
	function check(name: string, lines: readonly string[], expected: readonly (string | null)[]) {
		it(name, () => {
			const { title, author, date, publisher } = readHeaderFields(lines);
			assert.deepEqual([title, author, date, publisher], expected);
		});
	}
	check(
		'are read',
		['Title: The long road', 'Author: Ana Ruiz', 'Date: 1 March 2008', 'Source: Harbour News'],
		['The long road', 'Ana Ruiz', '2008-03-01', 'Harbour News'],
	);
	check('may stand in any order', ['Published: 2008', 'Headline: The long road'], ['The long road', null, '2008', null]);
	check('count from two on', ['Source: they said so', 'The office opened.'], [null, null, null, null]);
	check('leave out a date that is none', ['Title: The road', 'Date: whenever', 'By: Ana Ruiz'], ['The road', 'Ana Ruiz', null, null]);
	check('leave out the mark of a signature', ['Dated: 1 March 2008', 'By: /s/ Ana Ruiz'], [null, 'Ana Ruiz', '2008-03-01', null]);
	check('keep the first of two', ['Title: One', 'Title: Two', 'Author: Ana Ruiz'], ['One', 'Ana Ruiz', null, null]);
});
