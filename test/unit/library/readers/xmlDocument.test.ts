import assert from 'node:assert/strict';
import { toSourceRange } from '../../../../src/text/offsetMap.ts';
import { readText } from '../../../support/reading.ts';

const rss = (items: string, channel = '') =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour notes</title><link>https://www.tides.example/</link><description>All about mud</description>${channel}${items}</channel></rss>`;
const atom = (entries: string) =>
	`<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour notes</title><link rel="self" href="https://a.example/f"/><link href="https://tides.example/"/><updated>2021-03-04T05:06:07Z</updated><author><name>Ana Lee</name></author>${entries}</feed>`;

describe('XML that is no page', () => {
	function check(name: string, source: string, expected: string, fileName = 'a.xml') {
		it(name, async () => {
			const content = await readText(source, fileName);
			assert.equal(content.text, expected);
			assert.equal(content.kind, 'other');
		});
	}

	describe('feeds', () => {
		check(
			'entries with HTML as CDATA and escaped',
			rss(
				'<item><title>Ebb &amp;amp; flow</title><dc:creator>Ana Lee</dc:creator><pubDate>Sat, 01 Mar 2008 10:00:00 GMT</pubDate><description><![CDATA[<p>One <b>tide</b>.</p><p>Two.</p>]]></description></item><item><title><![CDATA[Mud]]></title><description>&lt;p&gt;A&lt;br&gt;B&lt;/p&gt;</description></item>',
			),
			'Harbour notes\n\nAll about mud\n\nEbb & flow\n\nAna Lee · Sat, 01 Mar 2008 10:00:00 GMT\n\nOne tide.\n\nTwo.\n\nMud\n\nA\nB',
		);
		check(
			'a summary that begins the text is left out, another stays',
			rss(
				'<item><title>A</title><description>One tide […]</description><content:encoded><![CDATA[<p>One tide and two.</p>]]></content:encoded></item><item><title>B</title><description>In short.</description><content:encoded>At length.</content:encoded></item>',
			),
			'Harbour notes\n\nAll about mud\n\nA\n\nOne tide and two.\n\nB\n\nIn short.\n\nAt length.',
		);
		check(
			'Atom with elements of XHTML, HTML and plain text',
			atom(
				'<entry><title>A</title><content type="xhtml"><div><p>One</p><p>two</p></div></content></entry><entry><title type="html">B &lt;i&gt;b&lt;/i&gt;</title><content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry><entry><title>C</title><summary>3 &lt; 4\n\nyes</summary></entry>',
			),
			'Harbour notes\n\nA\n\nOne\n\ntwo\n\nB b\n\nx\n\nC\n\n3 < 4\n\nyes',
			'a.txt',
		);
		check(
			'RSS 1.0, whose entries stand beside the channel',
			'<?xml version="1.0"?><rdf:RDF><channel><title>T</title></channel><item><title>A</title><description>b</description></item></rdf:RDF>',
			'T\n\nA\n\nb',
			'a.rdf',
		);
		it('title, author, date, site and headings', async () => {
			const content = await readText(atom('<entry><title>A</title><summary>b</summary></entry>'), 'a.xml');
			const { title, author, date, publisher, headings } = content;
			assert.deepEqual([title, author, date, publisher], ['Harbour notes', 'Ana Lee', '2021-03-04', 'tides.example']);
			assert.deepEqual(
				headings.map(({ level, text }) => [level, text]),
				[
					[1, 'Harbour notes'],
					[2, 'A'],
				],
			);
		});
		it('the newest entry dates a feed without a date', async () => {
			const items = ['03 Mar 2008', '05 Mar 2008', '01 Mar 2008'].map((day) => `<item><title>x</title><pubDate>${day}</pubDate></item>`);
			assert.equal((await readText(rss(items.join('')), 'a.xml')).date, '2008-03-05');
		});
		it('places in CDATA', async () => {
			const source = rss('<item><title>A</title><description><![CDATA[<p>Of the estuary</p>]]></description></item>');
			const { text, offsetMap } = await readText(source, 'a.xml');
			const start = text.indexOf('estuary');
			const range = toSourceRange(offsetMap, { start, end: start + 7 });
			assert.equal(range && source.slice(range.start, range.end), 'estuary');
		});
	});

	describe('documents', () => {
		check(
			'elements apart, those beside text not',
			'<?xml version="1.0"?><log><entry><who>Ana</who><what>Dredged the <b>north</b> shore</what></entry><entry><who>Bo</who><what>Slept</what></entry></log>',
			'Ana\n\nDredged the north shore\n\nBo\nSlept',
		);
		check('CDATA and no entity of its own', '<!DOCTYPE a [<!ENTITY x "boo">]><a><![CDATA[1 < 2]]> &x;</a>', '1 < 2 &x;');
		check(
			'an outline',
			'<opml version="2.0"><head><title>Reading</title></head><body><outline text="Mud"><outline text="Of the shore"/></outline></body></opml>',
			'Reading\n\nMud\nOf the shore',
			'a.opml',
		);
		check(
			'settings, which say nothing between their tags, as they stand',
			'<?xml version="1.0"?>\n<set depth="4"/>',
			'<?xml version="1.0"?>\n<set depth="4"/>',
		);
		it('an article of a journal', async () => {
			const source =
				'<?xml version="1.0"?><article xml:lang="en"><front><journal-meta><journal-title>Mud Studies</journal-title></journal-meta><article-meta><title-group><article-title>Of <italic>tides</italic></article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Lee</surname><given-names>Ana</given-names></name></contrib><contrib contrib-type="author"><name><surname>Kim</surname><given-names>Bo</given-names></name></contrib></contrib-group><pub-date><day>4</day><month>3</month><year>2020</year></pub-date><abstract><p>In short.</p></abstract></article-meta></front><body><sec><title>Methods</title><p>We <italic>dug</italic>.</p><sec><title>Tools</title><p><bold>Spades</bold> <italic>only</italic></p></sec></sec></body></article>';
			const { title, author, date, publisher, language, headings, text } = await readText(source, 'a.xml');
			assert.deepEqual([title, author, date, publisher, language], ['Of tides', 'Ana Lee; Bo Kim', '2020-03-04', 'Mud Studies', 'en']);
			assert.deepEqual(
				headings.map(({ level, text }) => [level, text]),
				[
					[1, 'Of tides'],
					[1, 'Methods'],
					[2, 'Tools'],
				],
			);
			assert.ok(text.endsWith('In short.\n\nMethods\n\nWe dug.\n\nTools\n\nSpades only'), text);
		});
		it('a book as FictionBook, its pictures left out', async () => {
			const source =
				'<?xml version="1.0"?><FictionBook><description><title-info><author><first-name>Ana</first-name><last-name>Lee</last-name></author><book-title>Mud</book-title><lang>en</lang></title-info></description><body><section><title><p>One</p></title><p>It rained.</p></section></body><binary id="a">aGVsbG8=</binary></FictionBook>';
			const { title, author, headings, text } = await readText(source, 'a.fb2');
			assert.deepEqual([title, author, headings.map((heading) => heading.text)], ['Mud', 'Ana Lee', ['One']]);
			assert.ok(text.endsWith('One\n\nIt rained.'), text);
		});
		it('a page under the name of XML is a page', async () =>
			assert.equal((await readText('<?xml version="1.0"?><html><body><p>x</p></body></html>', 'a.xml')).kind, 'html'));
	});
});
