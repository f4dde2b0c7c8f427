import assert from 'node:assert/strict';
import { defaultCaps } from '../../src/library/caps.ts';
import { decodeBytes } from '../../src/library/charset.ts';
import { readDocument } from '../../src/library/readDocument.ts';
import { checkContent } from '../support/contentChecks.ts';
import { inTime } from '../support/timeLimits.ts';

/** What the worst of these takes of the processor on an idle laptop; the reader worker would end it at `maxReadMs`. */
const usualMs = 3_000;

/** Files that somebody can make so that a reader hangs, runs out of memory, or loses the words beside the trap. */
describe('hostile markup', () => {
	const many = (count: number, piece: string | ((at: number) => string)) =>
		Array.from({ length: count }, (_, at) => (typeof piece === 'string' ? piece : piece(at))).join('');
	const page = (body: string, head = '') => `<html><head>${head}</head><body>${body}<p>The words that count.</p></body></html>`;
	const words = 'The words that count.';

	/** `expected` is what must be in the text, if anything can be promised. */
	function check(name: string, fileName: string, make: () => string, expected?: string) {
		it(name, async () => {
			const bytes = new TextEncoder().encode(make());
			const content = await inTime(usualMs, () => readDocument(bytes, fileName, defaultCaps));
			checkContent(content, decodeBytes(bytes).text);
			if (expected !== undefined) {
				assert.ok(content.text.includes(expected), JSON.stringify(content.text.slice(-200)));
			}
		});
	}

	const html = (name: string, make: () => string, expected = words) => check(`html: ${name}`, 'a.html', make, expected);
	html('100,000 nested divisions', () => page(many(100_000, '<div>')));
	html('190 levels over 2,000 paragraphs', () => page(many(190, '<div>') + many(2000, '<p>deep text, here</p>')));
	html('190 levels over 28,000 paragraphs', () =>
		page(many(190, '<div>') + many(28_000, '<p>some words, here and more of them than that</p>')),
	);
	html('100,000 elements that are never closed', () => page(many(100_000, '<b>x ')));
	html('300,000 closing tags of nothing', () => page(many(150, '<div>') + many(300_000, '</x>')));
	html('an attribute of 10 MB', () => page(`<p title="${many(1_000_000, 'x y z w v ')}">a</p>`));
	html('a picture of 10 MB in its address', () => page(`<img src="data:image/png;base64,${many(1_000_000, 'AAAAAAAAAA')}">`));
	html('100,000 attributes', () => page(`<p ${many(100_000, (at) => `a${at}=b `)}>a</p>`));
	html('200,000 paragraphs', () => page(many(200_000, '<p>some words, here</p>')));
	html('28,000 paragraphs', () => page(many(28_000, '<p>some words, here and more of them to make one.</p>')));
	html('28,000 line breaks', () => page(many(14_000, 'some words, here and more<br><br>')));
	html('14,000 links', () => page(many(14_000, '<div><a href="#x">word here, with commas</a></div>')));
	html('90,000 pointers to other articles, each with a list of them', () =>
		page(
			many(20, '<p>The harbour was quiet that morning and nobody came.</p>') +
				many(90_000, '<p><a href="x">See also</a></p><ul><li><a href="y">Tides</a></li></ul>'),
		),
	);
	html('14,000 labels of related articles', () => page(many(14_000, '<p>Related</p>')));
	html('14,000 paragraphs of rights, in 150 that are called so', () =>
		page(many(150, '<div class="copyright">') + many(14_000, '<p>© 2019 All of it.</p>') + many(150, '</div>')),
	);
	html('3,000 lists of headlines', () =>
		page(
			`<p>Some words, here.</p>${many(3000, '<ul><li><a href="/a">Eleven amazing mills</a></li><li><a href="/b">The oldest boats of all</a></li><li><a href="/c">Why mussels do matter</a></li></ul>')}`,
		),
	);
	html('14,000 headings that lead home', () => page(many(14_000, '<h1><a href="/">The Harbour Post</a></h1>')));
	html('a call in 25,000 italics', () => page(`<p>Subscribe ${many(100, '<em>')}${many(25_000, '<em></em>')}`), '');
	html('tables in tables', () => page(many(60, '<table><tr><td>') + many(3000, '<p>some text, here and more</p>')), '');
	html('a million brackets', () => page(many(1_000_000, '<')), '');
	html('comments that never end', () => page(many(300_000, '<!--')), '');
	html('scripts that never end', () => page(many(300_000, '<script>')), '');
	html('a million entities', () => page(many(300_000, '&amp;&eacute;&#x1F600;')));
	html('two million ampersands', () => page(many(2_000_000, '&')));
	html('a million preformatted lines', () => page(`<pre>${many(1_000_000, 'x\n')}</pre>`));
	html('a word of 30 MB', () => `<p>${many(3_000_000, 'wwwwwwwwww')}`, 'wwww');
	html('JSON-LD nested 200,000 deep', () => page('', `<script type="application/ld+json">${many(200_000, '[')}</script>`));
	html('JSON-LD with 40,000 objects', () => page('', `<script type="application/ld+json">[${many(40_000, '{"@type":"X"},')}{}]</script>`));
	html('everything that fetches', () =>
		page(
			'<img src="http://192.0.2.1/a"><iframe src="http://192.0.2.1/b"></iframe><object data="http://192.0.2.1/c"></object><video src="http://192.0.2.1/d"></video>',
			'<meta http-equiv="refresh" content="0;url=http://192.0.2.1/"><base href="http://192.0.2.1/"><link rel="stylesheet" href="x.css"><style>@import "y.css"; p { background: url(z.png) }</style>',
		),
	);

	const markdown = (name: string, make: () => string, expected?: string) => check(`markdown: ${name}`, 'a.md', make, expected);
	for (const piece of [
		'[',
		'![',
		'*',
		'*a ',
		'**a',
		'_a__b ',
		'>',
		'> > > a\n',
		'`',
		'- ',
		'[a](',
		'[a](<b',
		'<',
		'<a ',
		'x <!-- ',
		'x <? ',
		'x <![CDATA[ ',
		'~~a ',
		'&',
		'\\',
		'[a]: b\n',
		'[a\n',
		'# a\n',
		'a\n=\n',
		'---\n',
		'<div>a\n\n',
		'    c\n',
		'|a',
		'<http://é.e/ä> ',
		'`a` ',
		'[a](b) ',
		'"',
	]) {
		markdown(`50,000 times ${JSON.stringify(piece)}`, () => many(50_000, piece));
	}
	markdown('lists, each deeper than the last', () => many(1000, (at) => `${' '.repeat(at * 2)}- a\n`), 'a');
	markdown('code marks, each longer than the last', () => many(500, (at) => `${'`'.repeat(at)}a`), 'a');
	markdown('a table of 5,000 columns', () => `${many(5000, '|a')}|\n${many(5000, '|-')}|\n${many(5000, '|x\n')}`, 'a');
	markdown('a table of 90,000 rows', () => `|a|b|\n|-|-|\n${many(90_000, '|some|text|\n')}`, 'some\ttext');
	markdown('20 MB of paragraphs', () => many(600_000, 'Some words in a *line* of text.\n\n'), 'Some words');
	markdown('20 MB in one line', () => many(4_000_000, 'word '), 'word word');

	it('markdown: what is too long is read as plain text, and that is said', async () => {
		const content = await readDocument(new TextEncoder().encode(many(250_000, '**a** b\n')), 'a.md', defaultCaps);
		assert.ok(content.text.startsWith('**a** b'));
		assert.deepEqual(
			content.problems.map((problem) => problem.kind),
			['tooDeep'],
		);
	});

	const yaml = (name: string, block: () => string) =>
		markdown(`front matter: ${name}`, () => `---\ntitle: T\n${block()}\n---\n${words}`, words);
	yaml(
		'aliases that would grow to a billion',
		() => `k0: &k0 [lol, lol]\n${many(30, (at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}, *k${at}]\n`)}`,
	);
	yaml('60,000 brackets', () => `a: ${many(60_000, '[')}`);
	yaml('15,000 braces', () => `a: ${many(15_000, '{a: ')}`);
	yaml('30,000 dashes', () => `a:\n ${many(30_000, '- ')}`);
	yaml('5,000 fields', () => many(5000, (at) => `k${at}: v\n`));
});
