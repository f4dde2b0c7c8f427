import assert from 'node:assert/strict';
import type { Metadata } from '../../../src/library/document.ts';
import { cleanField } from '../../../src/library/metadata/field.ts';
import { cleanTitle } from '../../../src/library/readers/pageTitle.ts';
import { readText } from '../../support/reading.ts';

const text = 'The tide comes in twice a day, as every fisherman of the coast will tell you, and it goes out as often. '.repeat(6);

describe('html metadata', () => {
	function check(name: string, head: string, expected: Partial<Metadata>, body = '') {
		it(name, async () => {
			const content = await readText(
				`<!doctype html><html><head>${head}</head><body>${body}<article><p>${text}</p></article></body></html>`,
				'a.html',
			);
			for (const [key, value] of Object.entries(expected)) {
				assert.equal(content[key as keyof Metadata], value, key);
			}
		});
	}
	const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
	const article = {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		headline: 'Tides of Korea',
		author: { '@type': 'Person', name: 'Kim Lee' },
		datePublished: '2008-03-01T09:00:00+09:00',
		publisher: { '@type': 'Organization', name: 'Harbour Post' },
	};
	const all = { title: 'Tides of Korea', author: 'Kim Lee', date: '2008-03-01', publisher: 'Harbour Post' };

	check('nothing is known', '', { title: null, author: null, date: null, publisher: null });
	check(
		'several authors',
		'<meta name="author" content="Kim Lee"><meta name="author" content="Ann Roe"><meta name="author" content="Kim Lee">',
		{
			author: 'Kim Lee; Ann Roe',
		},
	);
	check('a title whose colon stands in brackets', '<title>The Basics (mudlib: the portable dredging library)</title>', {
		title: 'The Basics (mudlib: the portable dredging library)',
	});
	check('a title with a subtitle in small letters', '<title>dredge: the mud engine of the estuary</title>', {
		title: 'dredge: the mud engine of the estuary',
	});
	check('JSON-LD', jsonLd(article), all);
	check('JSON-LD in a list', jsonLd([{ '@type': 'WebSite', name: 'X' }, article]), all);
	check(
		'JSON-LD in a graph, with references',
		jsonLd({
			'@graph': [
				{ '@type': 'Organization', '@id': '#o', name: 'Harbour Post' },
				{ ...article, author: [{ '@id': '#k' }], publisher: { '@id': '#o' } },
				{ '@type': 'Person', '@id': '#k', name: 'Kim Lee' },
			],
		}),
		all,
	);
	check('JSON-LD with several authors', jsonLd({ ...article, author: ['Kim Lee', { name: 'Ann Roe' }] }), { author: 'Kim Lee, Ann Roe' });
	check('JSON-LD with the site as name', `<title>Tides of Korea</title>${jsonLd({ ...article, name: 'Harbour Post' })}`, {
		title: 'Tides of Korea',
	});
	check('JSON-LD of a page, for want of an article', jsonLd({ '@type': 'WebPage', name: 'Slovenia', datePublished: '2024-04-17' }), {
		title: 'Slovenia',
		date: '2024-04-17',
	});
	check('broken JSON-LD', `<title>A long enough title here</title><script type="application/ld+json">{"headline": </script>`, {
		title: 'A long enough title here',
	});
	check('an author that is an address', jsonLd({ ...article, author: 'https://e.org/kim' }), { author: null });
	check(
		'Open Graph',
		'<meta property="og:title" content="Tides of Korea"><meta property="article:author" content="Kim Lee"><meta property="article:published_time" content="2008-03-01"><meta property="og:site_name" content="Harbour Post">',
		all,
	);
	check(
		'plain meta fields',
		'<title>Tides of Korea</title><meta name="author" content="Kim Lee"><meta name="date" content="1 March 2008"><meta name="publisher" content="Harbour Post">',
		all,
	);
	check(
		'Dublin Core',
		'<meta name="DC.title" content="Tides of Korea"><meta name="dc.creator" content="Kim Lee"><meta name="DC.date.issued" content="2008-03-01"><meta name="dc.publisher" content="Harbour Post">',
		all,
	);
	check(
		'citation fields',
		'<meta name="citation_title" content="Tides of Korea"><meta name="citation_author" content="Lee, Kim"><meta name="citation_author" content="Roe, Ann"><meta name="citation_publication_date" content="2008/3/1">',
		{ title: 'Tides of Korea', author: 'Lee, Kim; Roe, Ann', date: '2008-03-01' },
	);
	check(
		'microdata',
		'',
		{ author: 'Kim Lee', date: '2008-03-01' },
		'<span itemprop="author">Kim Lee</span><time itemprop="datePublished" datetime="2008-03-01T10:00">today</time>',
	);
	check('a byline that is seen', '', { author: 'Kim Lee' }, '<p class="byline">By Kim Lee</p>');
	check('a byline with the word and the paper', '<meta name="author" content="By Kim Lee | Harbour Post">', { author: 'Kim Lee' });
	check('a byline in two blocks', '', { author: 'Kim Lee' }, '<div class="byline"><div>By Kim Lee</div><div>Harbour Post</div></div>');
	check(
		'no author of what a page judges',
		'<script type="application/ld+json">{"@type":"ClaimReview","itemReviewed":{"@type":"CreativeWork","author":{"name":"The ministry"},"datePublished":"2001-01-01"}}</script>',
		{ author: null, date: null },
	);
	check('a byline with a date', '<meta name="author" content="Kim Lee March 1, 2008">', { author: 'Kim Lee' });
	check('a byline that is a date', '<meta name="author" content="Last Updated: January 7, 2025">', { author: null });
	check('a time', '', { date: '2008-03-01' }, '<time datetime="2008-03-01">1 March</time>');
	check('a time without a machine form', '', { date: '2008-03-01' }, '<time>Saturday, March 01, 2008</time>');
	check(
		'the time of publication, not of change',
		'',
		{ date: '2008-03-01' },
		'<time class="updated" datetime="2009-01-01">x</time><time class="published" datetime="2008-03-01">x</time>',
	);
	check(
		'a date that is only seen',
		'',
		{ date: '2008-03-01' },
		'<div class="post-meta">By Kim, on Saturday, March 1st, 2008 at 11:08 a.m.</div>',
	);
	check('a date that the text speaks of', '', { date: null }, '<p>On March 1, 2008, the tide came in.</p>');
	check(
		'a maker that names itself',
		`${jsonLd({ ...article, publisher: { name: 'Blogger' } })}<meta property="og:site_name" content="Harbour Post">`,
		{ publisher: 'Harbour Post' },
	);
	check('an impossible date', '<meta name="date" content="2008-02-31">', { date: null });
	check('a date in the address', '<link rel="canonical" href="https://harbour.example/2008/03/01/tides">', {
		date: '2008-03-01',
		publisher: 'harbour.example',
	});
	check('an address without a date', '<link rel="canonical" href="https://www.harbour.example/12/45/tides">', {
		date: null,
		publisher: 'harbour.example',
	});
	check('entities that were escaped twice', '<meta property="og:title" content="Kim &amp;amp; Lee&amp;#8217;s tides">', {
		title: 'Kim & Lee’s tides',
	});
	check('a site that is an address', '<meta property="og:site_name" content="http://www.tides.example">', { publisher: null });
	check('no control or direction marks', '<meta name="author" content="Kim\u202E \u0001Lee">', { author: 'Kim Lee' });
	check('the language of the page', '<meta http-equiv="content-language" content="en-GB">', { language: 'en-GB' });
	check(
		'a description in the title of a drawing',
		'<title>A long enough title here</title>',
		{ title: 'A long enough title here' },
		'<svg><title>Icon</title></svg>',
	);

	check(
		'a title with a colon',
		'<title>Interview: “We waited” – The Harbour</title>',
		{ title: 'Interview: “We waited”' },
		'<h2 class="entry-title">Interview: “We waited”</h2><p>Three times we wrote, and nobody came to see the boats.</p>',
	);
	check(
		'a site that the title names',
		'<title>Tides of Korea | Harbour Post</title>',
		{ title: 'Tides of Korea', publisher: 'Harbour Post' },
		'<h1>Tides of Korea</h1>',
	);
	check('no site in a subtitle', '<title>Tides of Korea: a history</title>', { publisher: null }, '<h1>Tides of Korea</h1>');
	check(
		'a site whose heading leads home',
		'<title>Tides of Korea - Harbour Post</title>',
		{ title: 'Tides of Korea', publisher: 'Harbour Post' },
		'<h1><a href="https://harbour.example/">Harbour Post</a></h1><h1>Tides of Korea</h1>',
	);
	check('the place of a dateline is no author', '', { author: null }, '<p class="dateline">NEWCASTLE, 7 May 2019</p>');
	check('a name in capitals is one', '', { author: 'KIM LEE' }, '<p class="byline">KIM LEE, 7 May 2019</p>');

	it('reads an old blog as people do', async () => {
		const sentence = 'Korean boats are a common presence in most harbours, so much that those in the know refer to them by their letters. ';
		const content = await readText(
			`<html><head><title>Harbour blog: Trafficking of Boats</title></head><body><div id="header"><h1><a href="/">Harbour blog</a></h1></div>
			<div id="main"><h2 class="date-header">Saturday, March 01, 2008</h2><h3 class="post-title">Trafficking of Boats</h3>
			<div class="post-body"><p>Below are the first few paragraphs from a new article by Ann Roe-Lee on Harbour News.<br>${sentence.repeat(4)}</p><p>${sentence.repeat(5)}</p>
			<p>Read the <a href="x">rest of the article here</a>.</p></div>
			<p class="post-footer">Labels: <a href="l">boats</a>, <a href="m">mud</a></p><div id="comments"><h4>Comments:</h4><a href="c">Post a Comment</a></div>
			<p><a href="b">&lt;&lt; Home</a></p></div><p>This page is powered by Blogger. Isn't yours?</p></body></html>`,
			'a.html',
		);
		const { title, author, date, publisher } = content;
		assert.deepEqual(
			{ title, author, date, publisher },
			{ title: 'Trafficking of Boats', author: 'Ann Roe-Lee', date: '2008-03-01', publisher: 'Harbour News' },
		);
		assert.doesNotMatch(content.text, /Labels|Post a Comment|Home|Blogger/);
		assert.match(content.text, /Korean boats/);
	});

	it('reads a byline and a date that are lines like any other', async () => {
		for (const name of ['a.html', 'a.md']) {
			const lines = ['Tides of Korea', 'By Kim Lee', 'March 1, 2008', text];
			const { author, date } = await readText(name === 'a.md' ? lines.join('\n\n') : lines.map((line) => `<p>${line}</p>`).join(''), name);
			assert.deepEqual([author, date], ['Kim Lee', '2008-03-01'], name);
		}
	});

	it('knows the address that a browser writes into a saved page', async () => {
		const { publisher } = await readText(
			`<!-- saved from url=(0033)https://www.harbour.example/tides -->\n<html><body><p>${text}</p></body></html>`,
			'a.html',
		);
		assert.equal(publisher, 'harbour.example');
	});

	describe('titles', () => {
		function checkTitle(title: string, siteNames: readonly string[], headings: readonly string[], expected: string) {
			it(`${title} → ${expected}`, () => assert.equal(cleanTitle(title, siteNames, headings), expected));
		}
		checkTitle('Tides — The Harbour Post', ['Harbour Post'], [], 'Tides');
		checkTitle('Tides | harbourpost.com', ['harbourpost.com'], [], 'Tides');
		checkTitle('Harbour Post: Tides', ['Harbour Post'], ['Tides'], 'Tides');
		checkTitle('Harbour Post » News » Tides', ['Harbour Post'], [], 'News » Tides');
		checkTitle('Tides - News - Harbour Post', ['Harbour Post'], ['Tides'], 'Tides - News');
		checkTitle('Tides of Korea - Report', [], ['Tides of Korea'], 'Tides of Korea');
		checkTitle('Harbour blog: Tides of Korea', [], ['Harbour blog', 'Tides of Korea'], 'Tides of Korea');
		checkTitle('Tides - a report', ['Harbour Post'], [], 'Tides - a report');
		checkTitle('Harbour Post', ['Harbour Post'], ['Harbour Post'], 'Harbour Post');
		checkTitle('Well-known tides', ['known'], [], 'Well-known tides');
		checkTitle('The New Tides', [], ['Tides'], 'The New Tides');
	});

	describe('fields', () => {
		for (const [value, expected] of [
			[' a \n b ', 'a b'],
			['', null],
			[' \u200B ', null],
			[null, null],
			['x'.repeat(600), 'x'.repeat(500)],
			['\u{1F600}'.repeat(300), '\u{1F600}'.repeat(250)],
			[`x${'\u{1F600}'.repeat(300)}`, `x${'\u{1F600}'.repeat(249)}\uFFFD`],
		] as const) {
			it(`${JSON.stringify(value)?.slice(0, 20)}`, () => assert.equal(cleanField(value), expected));
		}
	});
});
