import assert from 'node:assert/strict';
import { findFurniture } from '../../../src/library/furniture.ts';
import { findRunningLines } from '../../../src/library/furnitureOfPages.ts';

const body = [
	'The office opened in the spring, and the people of the town came to it with their questions about work and housing.',
	'Nobody knew who had paid for the rooms, and it was the rule of the house that nobody asked about the money.',
	'By the end of the year it was closed.',
];

describe('page furniture', () => {
	/** `B` stands for the body. */
	function check(name: string, lines: readonly string[], expected: readonly string[]) {
		it(name, () => {
			const all = lines.flatMap((line) => (line === 'B' ? body : [line]));
			const { first, end } = findFurniture(all);
			const wanted = expected.flatMap((line) => (line === 'B' ? body : [line]));
			assert.deepEqual(all.slice(first, end), wanted);
		});
	}

	describe('goes with readers’ comments', () => {
		const end = ['Post a Comment', 'Links to this post:', 'Create a Link', '<< Home'];
		check(
			'Blogger',
			['B', 'posted by Ana R. @ 9:14 PM 2 comments', '1 Comments:', 'At 10:02 PM, Anonymous said...', 'My dad was there.', ...end],
			['B'],
		);
		check(
			'WordPress',
			[
				'B',
				'2 thoughts on “The Rooms”',
				'Pete says:',
				'April 13, 2014 at 9:02 am',
				'Lovely news!',
				'Reply',
				'Leave a Reply',
				'Name *',
				'Email *',
			],
			['B'],
		);
		check(
			'Typepad',
			[
				'B',
				'Comments',
				'You can follow this conversation by subscribing to the comment feed for this post.',
				'Wonderful. My aunt did the same.',
				'Posted by: Lena | July 08, 2009 at 10:31 AM',
				'Verify your Comment',
			],
			['B'],
		);
		check('later Blogger', ['B', 'Comments', 'Mags 18 May 2019 at 08:15', 'Love it!', 'Reply Delete', ...end], ['B']);
		check('with a signature above', ['B', 'Ana Ruiz, Leeds', '2 Comments:', 'Jo said...', 'Yes.', ...end], ['B', 'Ana Ruiz, Leeds']);
		const stays = (name: string, lines: readonly string[]) => check(name, lines, lines);
		stays('but no section of an article', [
			'B',
			'Comments',
			'The ministry says:',
			'We know.',
			'The union says:',
			'So do we.',
			'The owner says:',
			'Well.',
			'B',
		]);
		stays('but no link above the text', ['The Rooms', '2 comments', 'B', 'B']);
		check('but no text below such a link', ['The Rooms', '2 comments', 'B', ...end], ['The Rooms', '2 comments', 'B']);
		check(
			'but no text below a link and a button',
			['The Rooms', '2 comments', 'Share this', 'Ana, May 3, 2010 10:15', 'B', ...end],
			['The Rooms', '2 comments', 'Share this', 'Ana, May 3, 2010 10:15', 'B'],
		);
		stays('but no letter’s signature', ['B', 'Share this', 'Yours,', 'M. Ellis', 'Archives']);
		stays('but no other signature', ['B', 'Share this:', 'With best wishes', 'Ana', 'Home']);
	});

	describe('goes with a site’s menu', () => {
		const title = 'The Rooms in the Spring';
		check('and its name', ['The Notebook', 'Birds and mud', 'Home', 'About', 'Contact', title, 'B'], [title, 'B']);
		check('above a date', ['The Notebook', 'Home', 'About', 'Archives', 'May 17, 2019', title, 'B'], ['May 17, 2019', title, 'B']);
		check('behind a skip link', ['Skip to content', 'The Notebook', 'Home', 'News', 'Contact', title, 'B'], [title, 'B']);
		const stays = (name: string, lines: readonly string[]) => check(name, lines, lines);
		stays('but not with the only title', [title, 'Home', 'About', 'Contact', 'B']);
		stays('but not where a byline follows', [title, 'Home', 'About', 'Contact', 'By Ana Ruiz', 'B']);
		stays('but not with two entries', ['The Notebook', 'Home', 'News', title, 'B']);
	});

	describe('goes from the end', () => {
		check('Blogger', ['B', 'Labels: work, housing', 'Comments: Post a Comment', 'Links to this post:', 'Create a Link', '<< Home'], ['B']);
		check(
			'Blogger of later years',
			[
				'B',
				'Posted by Ana at 10:15 AM',
				'Email ThisBlogThis!Share to Twitter',
				'2 comments:',
				'Post a Comment',
				'Newer Post Older Post Home',
				'Subscribe to: Post Comments (Atom)',
				'Powered by Blogger.',
			],
			['B'],
		);
		check(
			'WordPress',
			[
				'B',
				'Share this:',
				'Twitter',
				'Facebook',
				'Like this:',
				'Like Loading...',
				'Posted in News, Work',
				'Tagged housing, work',
				'3 Comments',
				'Leave a Reply',
				'Proudly powered by WordPress',
			],
			['B'],
		);
		check('Typepad', ['B', 'Posted at 11:20 PM in Books | Permalink', 'Comments (0)', 'TrackBack (0)', 'Powered by TypePad'], ['B']);
		check('Medium', ['B', '120 claps', '4 responses', 'Written by Ana Ruiz', 'Follow', 'More from Medium', 'Open in app'], ['B']);
		check('a pointer to the rest', ['B', 'Read the rest of the article here.', 'See also:', 'Labels: , , ,'], ['B']);
		check(
			'names of neighbours between',
			['B', 'Related posts:', 'The long road home', 'Leave a comment', 'Previous post: Another office', 'Next post: The rooms'],
			['B'],
		);
		check(
			'sharing of a newspaper',
			[
				'B',
				'Share on Facebook',
				'Share on Twitter',
				'Email this article',
				'Print this page',
				'© 2012 The Daily Office',
				'All rights reserved.',
			],
			['B'],
		);
	});
	describe('goes from the beginning', () => {
		check('navigation', ['Skip to content', 'Home | About | Contact', 'Search', 'B'], ['B']);
		check('where the post was filed', ['<< Home', 'Posted in News', 'B'], ['B']);
		check('a menu line by line', ['Home', 'About', 'Contact', 'The Office', 'B'], ['The Office', 'B']);
	});
	describe('stays', () => {
		check(
			'in the middle of the text',
			[...body, 'Labels: a word for paper', 'Post a Comment', ...body],
			[...body, 'Labels: a word for paper', 'Post a Comment', ...body],
		);
		check('one line that could be prose', ['B', 'Home'], ['B', 'Home']);
		check(
			'a sentence about labels',
			['B', 'Labels: they tell people what is in the food. Comments are welcome.'],
			['B', 'Labels: they tell people what is in the food. Comments are welcome.'],
		);
		check('a list of labels alone', ['B', 'Labels: paper, glue'], ['B', 'Labels: paper, glue']);
		check('somebody without a comment', ['B', 'No comment.'], ['B', 'No comment.']);
		check('a copyright line alone', ['B', '© 2012 The Office'], ['B', '© 2012 The Office']);
		check(
			'a sentence about it',
			['B', 'Post a comment below and tell us what happened to you.'],
			['B', 'Post a comment below and tell us what happened to you.'],
		);
		check('a byline at the top', ['Posted by Ana Ruiz at 10:15 AM', 'B'], ['Posted by Ana Ruiz at 10:15 AM', 'B']);
		check('a last short line', ['B', 'The end'], ['B', 'The end']);
		check(
			'a see-also with something after it',
			['B', 'See also: The rooms of the house, 2012'],
			['B', 'See also: The rooms of the house, 2012'],
		);
		check(
			'everything of a short file',
			['Notes', 'Home', 'Post a Comment', 'Leave a Reply', 'Share this:'],
			['Notes', 'Home', 'Post a Comment', 'Leave a Reply', 'Share this:'],
		);
		check('nothing of nothing', [], []);
	});
});

describe('running lines', () => {
	function check(name: string, pages: readonly (readonly string[])[], line: string, expected: boolean) {
		it(name, () => assert.equal(findRunningLines(pages)(line), expected));
	}
	const report = ['Annual Report 2012', 'Other', 'Annual Report 2013', 'Text'].map((header, at) => [header, `${header} of page ${at}`]);
	check(
		'repeat with other digits',
		[
			['The Office 1', 'a'],
			['The Office 2', 'b'],
			['The Office 3', 'c'],
		],
		'The Office 9',
		true,
	);
	check(
		'stand on left pages only',
		[
			['Left', 'a'],
			['Right', 'b'],
			['Left', 'c'],
			['Right', 'd'],
			['Left', 'e'],
			['Right', 'f'],
		],
		'Left',
		true,
	);
	for (const [name, heads, expected] of [
		['count with the pages', ['Harbour News 3', 'Harbour News 4', 'Harbour News 5', 'Harbour News 6'], true],
		['count with the sheets', ['Hearing, pages 1 to 4', 'Hearing, pages 5 to 8', 'Hearing, pages 9 to 12'], true],
		['stay, and count', ['12.05.2021 page 1 of 4', '12.05.2021 page 2 of 4', '12.05.2021 page 3 of 4', '12.05.2021 page 4 of 4'], true],
		['count anew in each letter', ['The Office 1', 'The Office 2', 'The Office 1', 'The Office 2'], true],
		['change with the parts', ['Of 1914', 'Of 1914', 'Of 1914', 'Of 1916', 'Of 1916', 'Of 1919'], true],
		['are misread once', ['The Tides 7', 'The Tides 8', 'The Tides 9', 'The Tides 70', 'The Tides 11', 'The Tides 12'], true],
		['are balances', ['Carried forward 2,310.77', 'Carried forward 1,190.03', 'Carried forward 4,025.10'], false],
		['are totals', ['Total due: 310', 'Total due: 742', 'Total due: 125', 'Total due: 388'], false],
		['are of invoices', ['Invoice 4821', 'Invoice 4950', 'Invoice 5127'], false],
	] as const) {
		const line = heads.at(-1) ?? '';
		const pages = heads.map((head, at) => [head, `text ${'abcdef'[at]}`]);
		check(`${expected ? 'are' : 'are not'} those whose numbers ${name}`, pages, line, expected);
	}
	check('are not on two pages only', report, 'Annual Report 2012', false);
	check('are none in two pages', [['The Office'], ['The Office']], 'The Office', false);
	check('are not numbers alone', [['12'], ['13'], ['14']], '12', false);
	check('are not long', [['a '.repeat(80)], ['a '.repeat(80)], ['a '.repeat(80)]], 'a '.repeat(80), false);
});
