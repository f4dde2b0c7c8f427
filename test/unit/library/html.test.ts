import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

/** A page around an article, with the machinery that pages have. */
function pageOf(article: string, around = ''): string {
	const menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>';
	const footer = '<footer><a href="/about">About us</a> <a href="/terms">Terms of use</a> © 2024 The Harbour Post</footer>';
	return `<!doctype html><html lang="en"><head><title>Tides — The Harbour Post</title></head><body>${menu}<main><article>${article}</article></main>${around}${footer}</body></html>`;
}

const sentences = [
	'The tide comes in twice a day, as every fisherman of the coast will tell you, and it goes out as often.',
	'In the harbour of Mokpo, the difference is four metres, which is why the boats lie in the mud, waiting, for half of the day.',
	'Researchers have measured the water, the wind and the ships since 1952, and what they found, they say, worries them.',
	'The harbour office counts the boats, their owners, and their catch, and publishes the figures, every March, in a thick report.',
];
const paragraphs = sentences.map((sentence) => `<p>${sentence} ${sentence}</p>`).join('\n');
const longText = sentences.map((sentence) => `${sentence} ${sentence}`).join('\n\n');

describe('html', () => {
	function check(name: string, html: string, expected: string) {
		it(name, async () => assert.equal((await readText(html, 'a.html')).text, expected));
	}

	describe('text', () => {
		check('paragraphs', '<p>One\n  two</p><p>three</p>', 'One two\n\nthree');
		check('white space folds across elements', '<p>a <b> b</b> c</p>', 'a b c');
		check('no space where there is none', '<p>a<b>b</b>c</p>', 'abc');
		check('divisions are paragraphs', '<div>a</div><div>b<div>c</div>d</div>', 'a\n\nb\n\nc\n\nd');
		check('line breaks', '<p>a<br>b<br/>c</p>', 'a\nb\nc');
		check('two line breaks part paragraphs', '<p>a<br><br>b</p>', 'a\n\nb');
		check('list items are lines', '<p>x</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>y', 'x\n\na\nb\nc\n\ny');
		check('definition lists', '<dl><dt>KMP</dt><dd>Korean massage parlor</dd></dl>', 'KMP\nKorean massage parlor');
		check(
			'table rows are lines, cells parted by tabs',
			'<table><tr><th>Year</th><th>n</th></tr><tr><td>2004</td><td>61</td></tr></table>',
			'Year\tn\n2004\t61',
		);
		check('preformatted text stays', '<pre>a\n  b\n\n\n\nc</pre>', 'a\n  b\n\nc');
		check('preformatted text with elements', '<pre><b>a</b> <i>b</i> c\n d</pre>', 'a b c\n d');
		check('entities', '<p>Caf&eacute; &amp; &#x201C;tea&#8221; &lt;b&gt;</p>', 'Café & “tea” <b>');
		check('entities of nothing', '<p>a&#0;b&#xD800;c &bogus; d&', 'a\uFFFDb\uFFFDc &bogus; d&');
		check('hard spaces are spaces', '<p>a&nbsp;&nbsp;b\u00A0c</p>', 'a b c');
		check('soft hyphens and zero-width spaces are nothing', '<p>exit&shy;pro\u00ADgrams a\u200Bb</p>', 'exitprograms ab');
		check('control characters and line separators', '<p>a\u0001b\u2028c\u2029d\u007Fe\r\nf</p>', 'ab c de f');
		check('comments are nothing', '<p>a<!-- x -->b</p>', 'ab');
		check('scripts and styles are nothing', '<style>p{}</style><p>a<script>x<y</script>b</p><noscript>c</noscript>', 'a b');
		check('pictures are nothing', '<p>a <img src="http://e/x.png" alt="b"> c</p>', 'a c');
		check('hidden elements are nothing', '<p>a</p><p hidden>b</p><p style="display: none">c</p><p style="visibility:hidden">d</p>', 'a');
		check('fields are nothing', '<form><select><option>x</option></select><textarea>y</textarea></form><p>a</p>', 'a');
		check('elements that were never closed', '<div><p>a<p>b<li>c<b>d', 'a\n\nb\ncd');
		check('closing tags of nothing', 'a</div></p>b</html>c', 'a\n\nbc');
		check('no body', '<h1>Title</h1><p>x', 'Title\n\nx');
		check('the page title is not in the text', '<html><head><title>T</title></head><body><p>x</p></body></html>', 'x');
		check('only a title', '<html><head><title>T</title></head><body></body></html>', '');
		check('Korean', '<p>성매매 <b>피해자</b>를</p>', '성매매 피해자를');
		check(
			'marks of notes stand apart from their words',
			'<p>Seoul<sup><a href="#n1">1</a></sup> and Mokpo<sup>[2]</sup>, 4 m<sup>2</sup>, the 1<sup>st</sup></p>',
			'Seoul 1 and Mokpo [2], 4 m2, the 1st',
		);
		check(
			'line ends between Chinese or Japanese characters are nothing',
			'<p>日本\n  語の、\n文 章\n한국\n어 a\n日</p>',
			'日本語の、文 章 한국 어 a 日',
		);
		check('short quotations get the marks that a browser shows', '<p>She said <q>no <b>more</b></q>.</p>', 'She said “no more”.');
		check('ruby keeps its base and reading apart from its marks', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', '漢 kan');
	});

	describe('headings', () => {
		it('stand in the text, with level and place', async () => {
			const { headings, text } = await readText('<h1>Tides <i>of</i><br>Korea</h1><p>a</p><h3> Mokpo </h3><p>b</p><h2></h2>', 'a.html');
			assert.equal(text, 'Tides of Korea\n\na\n\nMokpo\n\nb');
			assert.deepEqual(headings, [
				{ level: 1, start: 0, end: 14, text: 'Tides of Korea' },
				{ level: 3, start: 19, end: 24, text: 'Mokpo' },
			]);
		});
		it('of a page that is all text stay, its title too', async () => {
			const { text } = await readText(
				`<html><head><title>Tides</title></head><body><h1>Tides</h1><p>By Kim</p>${paragraphs}</body></html>`,
				'a.html',
			);
			assert.ok(text.startsWith('Tides\n\nBy Kim\n\nThe tide'), text.slice(0, 60));
		});
	});

	it('knows headings by their role', async () => {
		const { headings } = await readText(
			'<div role="heading" aria-level="4">a</div><p>b</p><div role="heading" aria-level="x">c</div>',
			'a.html',
		);
		assert.deepEqual(
			headings.map(({ level, text }) => [level, text]),
			[
				[4, 'a'],
				[2, 'c'],
			],
		);
	});

	it('counts the outermost of nested headings', async () => {
		const { headings } = await readText('<h2>a<div><h3>b</h3></div>c</h2><p>d</p>', 'a.html');
		assert.deepEqual(
			headings.map((heading) => heading.text),
			['a b c'],
		);
	});

	describe('quotations', () => {
		function checkQuotes(name: string, html: string, expected: readonly (readonly [string, string, string | null])[]) {
			it(name, async () => {
				const { quotes, text } = await readText(html, 'a.html');
				assert.deepEqual(
					quotes.map(({ start, end, speaker, role }) => [text.slice(start, end), speaker, role]),
					expected,
				);
			});
		}
		const words = 'We stood up to employers, all of us together.';
		checkQuotes('with a footer', `<p>x</p><blockquote><p>${words}</p><footer>— Kim Yeo-ni, sex worker, activist</footer></blockquote>`, [
			[words, 'Kim Yeo-ni', 'sex worker, activist'],
		]);
		checkQuotes('with a citation in the paragraph', `<blockquote><p>${words} <cite>Kim Lee</cite></p></blockquote>`, [
			[words, 'Kim Lee', null],
		]);
		checkQuotes('with a caption', `<figure><blockquote>${words}</blockquote><figcaption>Ann Roe, fisher</figcaption></figure>`, [
			[words, 'Ann Roe', 'fisher'],
		]);
		checkQuotes('with a citation right behind', `<blockquote>${words}</blockquote> <cite>홍길동, 기자</cite>`, [[words, '홍길동', '기자']]);
		checkQuotes('of several paragraphs', `<blockquote><p>One.</p><p>Two.</p><footer>Ann Roe</footer></blockquote>`, [
			['One.\n\nTwo.', 'Ann Roe', null],
		]);
		checkQuotes(
			'in running text',
			`<p>There were exit programs. ‘In the past, the workers stuck together in solidarity.’ Kim Yeo-ni, sex worker, activist</p>`,
			[['‘In the past, the workers stuck together in solidarity.’', 'Kim Yeo-ni', 'sex worker, activist']],
		);
		checkQuotes('without anybody named', `<blockquote>${words}</blockquote><p>The Last Report</p>`, []);
		checkQuotes('with the title of a book', `<blockquote>${words}<cite>the book of tides (1952)</cite></blockquote>`, []);
		checkQuotes('that is dialogue', '<p>“We stood up to employers, all of us together,” she says.</p>', []);
	});

	describe('notes', () => {
		it('are marked as such', async () => {
			const { notes, text } = await readText(
				'<p>Text.<sup>1</sup></p><ol><li role="doc-endnote">A note.</li><li role="doc-endnote">Another.</li></ol>',
				'a.html',
			);
			assert.deepEqual(
				notes.map(({ start, end }) => text.slice(start, end)),
				['A note.', 'Another.'],
			);
		});
	});

	describe('main content', () => {
		check('leaves menu and footer out', pageOf(paragraphs), longText);
		check('keeps the headline over the article', pageOf(`<h1>Tides</h1>${paragraphs}`), `Tides\n\n${longText}`);
		check(
			'keeps a headline that begins the title',
			pageOf(`<h2>Tides of the sea</h2>${paragraphs}`).replace('Tides —', 'Tides of the sea —'),
			`Tides of the sea\n\n${longText}`,
		);
		check(
			'leaves the name of the site out',
			pageOf(paragraphs).replace('<nav>', '<h1><a href="/">The Harbour Post</a></h1><nav>'),
			longText,
		);
		check(
			'leaves a byline and share buttons out',
			pageOf(`<p class="byline">By <a href="/kim">Kim</a></p><div class="share-bar"><a href="#">Tweet</a></div>${paragraphs}`),
			longText,
		);
		check(
			'leaves a gallery out',
			pageOf(`<div class="photo-gallery"><p>Image 1 of 9</p><p>A boat. Photo: AP</p></div>${paragraphs}`),
			longText,
		);
		check(
			'leaves related articles out',
			pageOf(
				`${paragraphs}<h3>You may also like</h3><ul><li><a href="/a">Ten boats to see this year</a></li><li><a href="/b">More mud</a></li></ul>`,
			),
			longText,
		);
		check(
			'leaves a pointer in the text out',
			pageOf(paragraphs.replace('</p>\n', '</p><p><strong>Related:</strong> <a href="/x">Why the mud is rising everywhere</a></p>\n')),
			longText,
		);
		check(
			'leaves comments out',
			pageOf(paragraphs, '<div id="comments"><h3>2 comments</h3><p>First! What a text, really, I say.</p></div>'),
			longText,
		);
		check(
			'leaves a cookie notice out',
			pageOf(`<div class="cookie-notice"><p>We use cookies, as everybody does.</p></div>${paragraphs}`),
			longText,
		);
		check(
			'leaves a table of contents out',
			pageOf(
				`<div><ul><li><a href="#a">The first part of it</a></li><li><a href="#b">The second part of it</a></li><li><a href="#c">The third part of it</a></li></ul></div>${paragraphs}`,
			),
			longText,
		);
		check(
			'keeps a sentence that speaks of sharing',
			pageOf(`${paragraphs}<p>Related crimes are rare, they say, and few people share this view of the harbour.</p>`),
			`${longText}\n\nRelated crimes are rare, they say, and few people share this view of the harbour.`,
		);
		check('keeps a quotation whose class says share, if it is the article', pageOf(`<div class="share">${paragraphs}</div>`), longText);
		check('keeps headings within the article', pageOf(`${paragraphs}<h2>Mud</h2>${paragraphs}`), `${longText}\n\nMud\n\n${longText}`);
		for (const [maker, lines] of [
			[
				'Blogger',
				[
					'Labels: boats, mud',
					'Comments: Post a Comment',
					'Links to this post:',
					'Create a Link',
					'<< Home',
					'This page is powered by Blogger.',
				],
			],
			['WordPress', ['Filed under: Boats', 'Leave a comment', 'Share this:', 'Proudly powered by WordPress']],
			['a newspaper', ['Share this article', '12 comments', 'Email this article']],
		] as const) {
			it(`leaves the lines of ${maker} out, whatever its elements are called`, async () => {
				const { text } = await readText(
					`<html><body>${paragraphs}${lines.map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`).join('')}</body></html>`,
					'a.html',
				);
				assert.equal(text, longText);
			});
		}
		it('keeps all of a short page, whatever its machinery', async () => {
			const { text } = await readText('<html><body><div class="comments"><p>One short line.</p></div></body></html>', 'a.html');
			assert.equal(text, 'One short line.');
		});
		it('gives something of every page that shows something', async () => {
			for (const html of [
				'<nav>Menu</nav>',
				'<footer>x</footer>',
				'<a href="x">link</a>',
				'<p class="byline">By Kim</p>',
				'<button>Go</button>',
				'bare words<br>',
			]) {
				assert.notEqual((await readText(`<html><body>${html}</body></html>`, 'a.html')).text, '', html);
			}
		});
	});

	describe('places', () => {
		function checkPlace(name: string, html: string, words: string, expected: string) {
			it(name, async () => {
				const { text, offsetMap } = await readText(html, 'a.html');
				const start = text.indexOf(words);
				assert.ok(start >= 0, text);
				const range = toSourceRange(offsetMap, { start, end: start + words.length });
				assert.equal(range && html.slice(range.start, range.end), expected);
			});
		}
		checkPlace('words of a paragraph', '<html><p class="x">The tide comes in.</p>', 'tide comes', 'tide comes');
		checkPlace(
			'words across an element',
			'<html><p>The <b class="x">tide</b> comes in.</p>',
			'The tide comes',
			'The <b class="x">tide</b> comes',
		);
		checkPlace('words across lines', '<html><p>The\r\n   tide</p>', 'The tide', 'The\r\n   tide');
		checkPlace('words around an entity', '<html><p>Kim &amp; Lee met</p>', 'Kim & Lee', 'Kim &amp; Lee');
		checkPlace(
			'words behind entities, scripts and comments',
			'<html><script>"</p>"</script><!-- <p>x</p> --><p>&eacute;&eacute; here</p>',
			'here',
			'here',
		);
		checkPlace('the second of two equal paragraphs', '<html><p>same</p><p>same </p>z', 'same\n\nz', 'same </p>z');
		checkPlace('words of an article on a page', pageOf(paragraphs), 'Researchers have measured', 'Researchers have measured');
	});
});
