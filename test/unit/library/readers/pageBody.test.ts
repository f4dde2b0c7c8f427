import assert from 'node:assert/strict';
import { readText } from '../../../support/reading.ts';

const menu = '<nav><a href="/">Home</a> <a href="/news">News</a></nav>';
const prose =
	'The estuary was dredged in 1964, and the sand that came up was spread along the north shore, where it buried the old mussel beds. People who had lived from the beds for generations were told that the work would bring jobs to the port.';
const long = `<p>${prose}</p>`.repeat(4);
const short = '<p>The beds at Whitstable reopened on Monday after two years of tests, and the first boats went out before dawn.</p>';
const page = (body: string) => `<!doctype html><html lang="en"><head><title>Report</title></head><body>${body}</body></html>`;

describe('the body of a page', () => {
	/** Every phrase of `kept` stands in the text, in this order; none of `left` does. */
	function check(name: string, html: string, kept: readonly string[], left: readonly string[] = []) {
		it(name, async () => {
			const { text } = await readText(html, 'a.html');
			let at = 0;
			for (const phrase of kept) {
				const found = text.indexOf(phrase, at);
				assert.ok(found >= 0, `${JSON.stringify(phrase)} is not where it should be in ${JSON.stringify(text)}`);
				at = found + phrase.length;
			}
			for (const phrase of left) {
				assert.ok(!text.includes(phrase), `${JSON.stringify(phrase)} should not be in ${JSON.stringify(text)}`);
			}
		});
	}

	describe('keeps', () => {
		check(
			'a second division of a short report',
			page(
				`${menu}<div><h1>Oyster beds</h1>${short}${short}</div><div><h2>Landings</h2><ul><li>1200 tons in 2016</li><li>900 tons</li></ul></div>`,
			),
			['Oyster beds', 'Whitstable', 'Landings', '1200 tons', '900 tons'],
			['Home', 'News'],
		);
		check(
			'short sections behind a long one',
			page(
				`${menu}<div class=section><h2>Findings</h2>${long}</div><div class=section><h2>Recommendations</h2><ol><li>Stop dredging</li><li>Pay a pension</li></ol></div><div class=section><h2>Contact</h2><p>Tyne Harbour Board, 1 Quay Street</p></div>`,
			),
			['Findings', 'jobs to the port', 'Recommendations', 'Stop dredging', 'Pay a pension', 'Contact', 'Tyne Harbour Board'],
			['Home'],
		);
		check(
			'a section in front of a long one',
			page(
				`${menu}<section><h2>Summary</h2><ul><li>Landings fell</li><li>Nobody was paid</li></ul></section><section><h2>Findings</h2>${long}</section>`,
			),
			['Summary', 'Landings fell', 'Nobody was paid', 'Findings', 'jobs to the port'],
			['Home'],
		);
		check(
			'sections with names of their own',
			page(
				`${menu}<div id="findings"><h2>Findings</h2>${long}</div><div id="landings"><h2>Landings</h2><table><tr><th>Year</th><th>Tons</th></tr><tr><td>1964</td><td>310</td></tr></table></div><div id="annex"><h2>Annex</h2><p>Minutes of the Board, 4 June 1964.</p></div>`,
			),
			['Findings', 'jobs to the port', 'Landings', '1964\t310', 'Annex', 'Minutes of the Board'],
			['Home'],
		);
		check(
			'tables, lists, definitions, code and captions between paragraphs',
			page(
				`${menu}<main><article><h1>Spat</h1>${short}<table><caption>Harvest</caption><tr><th>Year</th><th>Tons</th></tr><tr><td>2016</td><td>12</td></tr></table><dl><dt>Spat</dt><dd>A young mussel</dd></dl>${short}<pre>raw   notes\nof the survey</pre><figure><img src="x.png"><figcaption>The north shore at low tide</figcaption></figure><ul><li>Draft</li><li>Final</li></ul>${short}</article></main>`,
			),
			['Harvest', '2016\t12', 'Spat', 'A young mussel', 'raw   notes\nof the survey', 'The north shore', 'Draft', 'Final', 'Whitstable'],
			['Home'],
		);
		check(
			'blocks that stand beside the article without a wrapper',
			page(
				`${menu}<div class="intro">${long}</div><h2>Landings</h2><ul><li>310 tons</li><li>41 tons</li></ul><h2>Spat</h2><dl><dt>Spat</dt><dd>A young mussel</dd></dl>`,
			),
			['jobs to the port', 'Landings', '310 tons', '41 tons', 'Spat', 'A young mussel'],
			['Home'],
		);
		for (const name of [
			'comment-from-board',
			'related-work',
			'author-note',
			'sidebar-history',
			'share-capital',
			'legal-framework',
			'sponsor-statement',
			'related',
			'sidebar',
			'reply-of-the-ministry',
			'social-history',
			'footer-note',
			'header-statement',
			'menu-of-options',
			'ad-hoc-committee',
			'popup-clinic',
		]) {
			check(
				`a paragraph called ${name}`,
				page(
					`<div id=nav><a href="/">Home</a></div><div id=main><h1>Report</h1>${long}<div class="${name}"><p>The Board says that it regrets the loss.</p></div>${long}</div>`,
				),
				['Report', 'jobs to the port', 'The Board says that it regrets the loss.', 'jobs to the port'],
				['Home'],
			);
			check(
				`a last paragraph that is called ${name} itself`,
				page(`${menu}<main>${long}<p class="${name}">The Board says that it regrets the loss.</p></main>`),
				['jobs to the port', 'The Board says that it regrets the loss.'],
				['Home'],
			);
		}
		check(
			'several articles of one page',
			page(
				`${menu}<article><h2>Beds</h2>${long}</article><article><h2>Boats</h2>${short}</article><article><h2>Mills</h2><p>Eleven mills stood on the Teme.</p></article>`,
			),
			['Beds', 'Boats', 'Whitstable', 'Mills', 'Eleven mills'],
			['Home'],
		);
		check(
			'the cells of a page laid out by a table',
			`<html><body><table><tr><td><a href="/">Home</a><br><a href="/mills">Mills</a></td><td><h1>Mills of the Teme</h1>${short}<p>The last closed in 1931.</p></td></tr><tr><td></td><td><p>Ashford Mill, Ludlow</p></td></tr></table></body></html>`,
			['Mills of the Teme', 'Whitstable', 'The last closed in 1931.', 'Ashford Mill, Ludlow'],
			['Home'],
		);
		check(
			'rows of a long page laid out by a table',
			`<html><body><table><tr><td colspan=2><a href="/">Home</a> | <a href="/mills">Mills</a></td></tr><tr><td><h1>Mills</h1>${long}</td></tr><tr><td><h2>Owners</h2><ul><li>Ann Roe, 1801</li><li>Len Hook, 1850</li></ul></td></tr></table></body></html>`,
			['Mills', 'jobs to the port', 'Owners', 'Ann Roe, 1801', 'Len Hook, 1850'],
			['Home'],
		);
		check(
			'addresses',
			page(`${menu}<article><h1>Report</h1>${long}<h2>Contact</h2><address>Tyne Harbour Board<br>1 Quay Street</address></article>`),
			['jobs to the port', 'Contact', 'Tyne Harbour Board', '1 Quay Street'],
			['Home'],
		);
		check(
			'the speaker in the footer of a quotation',
			page(
				`${menu}<h1>Beds</h1>${short}${short}<blockquote><p>I never stopped eating them.</p><footer>Len Hook, of the Kent Fishermen's League</footer></blockquote>`,
			),
			['Whitstable', 'I never stopped eating them.', "Len Hook, of the Kent Fishermen's League"],
			['Home'],
		);
		check(
			'headings in headers of sections',
			page(`${menu}<main>${long}<section><header><h2>Landings</h2></header><p>They fell by 87 per cent.</p></section></main>`),
			['jobs to the port', 'Landings', 'They fell by 87 per cent.'],
		);
		check(
			'questions and answers',
			page(
				`${menu}<main>${long}<details><summary>Who paid?</summary><p>Nobody has paid so far.</p></details><div class="faq"><h3>Who dredged?</h3><p>A firm.</p></div></main>`,
			),
			['Who paid?', 'Nobody has paid so far.', 'Who dredged?', 'A firm.'],
		);
		check(
			'Korean sections',
			page(
				`${menu}<div><h1>하구</h1><p>${'하구는 1964년에 준설되었고, 퍼 올린 모래는 북쪽 해안에 쌓였다. '.repeat(6)}</p></div><div><h2>권고</h2><ul><li>준설을 멈춘다</li><li>연금을 준다</li></ul></div>`,
			),
			['하구', '준설되었고', '권고', '준설을 멈춘다', '연금을 준다'],
			['Home'],
		);
		check(
			'a list whose items hold a link each',
			page(
				`${menu}<main>${long}<h2>Sources</h2><ul><li>Port Authority, <a href="/r">Annual Report</a>, 1964, with the minutes of the Board</li><li>Hansard, <a href="/h">3 May</a> 1971, columns 12 to 40</li></ul></main>`,
			),
			['Sources', 'Port Authority', 'Hansard'],
		);
	});

	describe('keeps, whatever stands around it,', () => {
		check(
			'divisions of other names behind the article',
			page(
				`${menu}<div class=findings>${long}</div><div class=results><h2>Results</h2><ul><li>r1 310</li><li>r2 41</li></ul></div><div class=annex-b><h3>Annex</h3><p>Minutes, 4 June.</p></div>`,
			),
			['jobs to the port', 'Results', 'r1 310', 'r2 41', 'Annex', 'Minutes, 4 June.'],
			['Home'],
		);
		check(
			'a table in a column',
			page(
				`${menu}<main><div class=row><div class=col-8>${long}</div><div class=col-4><h3>Facts</h3><table><tr><td>Year</td><td>1964</td></tr><tr><td>Tons</td><td>3</td></tr></table></div></div></main>`,
			),
			['jobs to the port', 'Facts', 'Year\t1964', 'Tons\t3'],
			['Home'],
		);
		check(
			'the footer of an article that is prose',
			page(
				`${menu}<article>${long}<footer><p>This report was printed in 1975.</p></footer></article><footer><p>We are a member of the Press Council.</p></footer>`,
			),
			['jobs to the port', 'This report was printed in 1975.'],
			['Home', 'Press Council'],
		);
		check(
			'notes with links back',
			page(
				`${menu}<article>${long}<div class="footnotes"><ol><li id=f1>Port minutes, 1964. <a href="#r1">↩</a></li><li id=f2>Hansard. <a href="#r2">↩</a></li></ol></div></article>`,
			),
			['jobs to the port', 'Port minutes, 1964.', 'Hansard.'],
		);
		check(
			'a quotation whose class says promotion',
			page(
				`${menu}<article>${long}<blockquote class="promo-quote"><p>Nobody asked us, ever, at all.</p><cite>Nell Carrick</cite></blockquote><ol start=3><li>Survey</li></ol></article>`,
			),
			['jobs to the port', 'Nobody asked us', 'Nell Carrick', 'Survey'],
		);
		check(
			'the address of an author',
			page(`${menu}<article>${long}<div class="author-address"><p>Prof. Ann Roe<br>Harbour Institute, 1 Quay Street</p></div></article>`),
			['jobs to the port', 'Ann Roe', 'Harbour Institute, 1 Quay Street'],
		);
		check(
			'text without paragraphs',
			page(`${menu}The first line.<br><br>${prose}<br>The third line.<hr><h2>Mud</h2>The last line`),
			['The first line.', 'jobs to the port', 'The third line.', 'Mud', 'The last line'],
			['Home'],
		);
		check(
			'a table that is the page',
			page(
				`${menu}<table>${Array.from({ length: 40 }, (_, at) => `<tr><td>Boat ${at}</td><td>${at * 3} tons</td><td>Of the north shore</td></tr>`).join('')}</table>`,
			),
			['Boat 0\t0 tons', 'Boat 39\t117 tons'],
			['Home'],
		);
		check(
			'a page within a form',
			page(
				`<form><div id=top><a href="/">Home</a></div><div id=c><h1>Report</h1>${long}</div><div><h2>Advice</h2><ol><li>Stop</li><li>Pay</li></ol></div></form>`,
			),
			['Report', 'jobs to the port', 'Advice', 'Stop', 'Pay'],
			['Home'],
		);
		check(
			'short parts of a short page',
			page(
				`${menu}<div id=content><h1>Report</h1>${short}<h2>A</h2><p>Short.</p><h2>B</h2><ul><li>Shorter</li></ul><h2>C</h2><table><tr><td>Shortest</td></tr></table></div><div id=footer><a href="/c">Contact</a> © 2001</div>`,
			),
			['Report', 'Whitstable', 'A', 'Short.', 'B', 'Shorter', 'C', 'Shortest'],
			['Home', 'Contact'],
		);
	});

	describe('keeps, though it sounds like the site', () => {
		const keeps = (name: string, html: string, ...kept: string[]) =>
			check(name, page(`${menu}<main><article><h1>Report</h1>${long}${html}</article></main>`), kept);
		keeps(
			'a last sentence about subscriptions',
			'<p>The Board ended all subscriptions to its newsletter in 1971.</p>',
			'ended all subscriptions',
		);
		keeps(
			'a linked last sentence about following',
			'<p>Many followed <a href="/p">her post</a> about the port, and nobody asked why.</p>',
			'Many followed her post',
		);
		keeps(
			'calls in the middle of a text',
			`<p><em>Subscribe to our union, said <a href="/l">the leaflet</a>, and be free.</em></p>${short}`,
			'Subscribe to our union',
			'Whitstable',
		);
		keeps(
			'links that a sentence leads to',
			`<p>These papers were read:</p><ul><li><a href="/a">Minutes of the Board</a></li><li><a href="/b">Minutes of the Council</a></li><li><a href="/c">Letters of the dredgers</a></li></ul>`,
			'Minutes of the Board',
			'Letters of the dredgers',
		);
		keeps(
			'links under a heading',
			`<h2>Sources</h2><ul><li><a href="/a">Minutes of the Board</a></li><li><a href="/b">Minutes of the Council</a></li><li><a href="/c">Letters of the dredgers</a></li></ul>`,
			'Minutes of the Board',
		);
		keeps(
			'prose about credit',
			'<div class="credit"><p>Each fisher had credit at the shop until spring.</p></div>',
			'Each fisher had credit',
		);
		keeps(
			'prose about copyright',
			'<div class="copyright"><p>Copyright in the charts was given to the Board by the King.</p></div>',
			'Copyright in the charts',
		);
		keeps(
			'what is called breaking news',
			'<div class="breaking-news"><p>Breaking news reached the port on foot in those years.</p></div>',
			'reached the port on foot',
		);
		keeps('a sentence that begins with advertisement', '<p>Advertisement of the sale was made in 1964.</p>', 'Advertisement of the sale');
	});

	describe('keeps the headline', () => {
		const keeps = (name: string, title: string, html: string, ...kept: string[]) =>
			check(name, page(`${menu}${html}`).replace('<title>Report', `<title>${title}`), kept);
		keeps(
			'that is a link',
			'Beds of mud - Tyne Diary',
			`<article><h1><a href="/beds">Beds of mud</a></h1>${long}</article>`,
			'Beds of mud',
			'jobs',
		);
		keeps('below a date', 'Beds of mud', `<article><p>7 May 2019</p><h1>Beds of mud</h1>${long}</article>`, 'Beds of mud', 'jobs');
		keeps(
			'with a colon',
			'Interview: beds – The Tyne',
			`<div><h2 class="entry-title">Interview: beds</h2>${long}</div>`,
			'Interview: beds',
			'jobs',
		);
	});

	describe('keeps what is said in a thread', () => {
		const post = (words: string) =>
			`<div class="topic-post"><div class="names"><a href="/u/ann">ann</a></div><div class="cooked">${words}</div><button>Reply</button></div>`;
		check(
			'though it is short',
			page(`${menu}<div class="posts">${post(`<p>${prose}</p>`)}${post(`<p>${prose}</p>`)}${post('<p>Thank you both!</p>')}</div>`),
			['jobs to the port', 'jobs to the port', 'Thank you both!'],
			['Reply'],
		);
	});

	describe('keeps sections', () => {
		check(
			'whose names sound like machinery, around a long one',
			page(
				`${menu}<main><section id=related-research><h2>Research</h2><p>Bell measured the spat in 1970.</p></section><section id=s2><h2>Beds</h2>${long}</section><section id=author-statement><h2>Statement</h2><p>I saw the beds die.</p></section></main>`,
			),
			['Research', 'Bell measured', 'Beds', 'jobs to the port', 'Statement', 'I saw the beds die.'],
			['Home'],
		);
		check(
			'that are called sidebar and hold prose',
			page(
				`${menu}<section><h2>Beds</h2>${long}</section><section class=sidebar><h2>Board</h2><p>The Board has twelve members.</p></section>`,
			),
			['Beds', 'jobs to the port', 'Board', 'The Board has twelve members.'],
			['Home'],
		);
		check(
			'of prose about shares, and single comments between paragraphs',
			page(
				`${menu}<article>${long}<div class="share"><p>Each fisher held a share of the boat, and of the catch.</p></div>${short}<div class="comment"><p>The committee noted it all.</p></div>${short}</article>`,
			),
			['Each fisher held a share', 'Whitstable', 'The committee noted it all.', 'Whitstable'],
		);
	});

	describe('leaves out', () => {
		const article = `<main><article><h1>Report</h1>${long}</article></main>`;
		const kept = ['Report', 'jobs to the port'];
		check(
			'a menu of divisions',
			page(`<div class="menu"><div><a href="/">Home</a></div><div><a href="/a">About</a></div></div>${short}${short}`),
			['Whitstable'],
			['Home', 'About'],
		);
		check(
			'a menu of a list',
			page(`<ul><li><a href="/">Home</a></li><li><a href="/a">About</a></li></ul>${short}${short}`),
			['Whitstable'],
			['Home', 'About'],
		);
		check(
			'a menu of words and bars',
			page(`<p><a href="/">Home</a> | <a href="/a">About</a></p>${short}${short}`),
			['Whitstable'],
			['Home', 'About'],
		);
		check(
			'a menu at the foot',
			page(`${short}${short}<p><a href="/t">Terms</a> · <a href="/p">Privacy</a></p>`),
			['Whitstable'],
			['Terms', 'Privacy'],
		);
		check(
			'a menu of a role',
			page(`<div role="navigation"><a href="/">Home</a></div>${short}<ul><li>310 tons</li></ul>`),
			['Whitstable', '310 tons'],
			['Home'],
		);
		check(
			'a side column',
			page(
				`${article}<div id="sidebar"><h3>Latest</h3><ul><li><a href="/x">Crab season opens</a></li><li><a href="/y">Mud rises</a></li></ul></div>`,
			),
			kept,
			['Latest', 'Crab season', 'Mud rises'],
		);
		check(
			'an aside',
			page(`<article>${long}<aside><p>Priya Nair has written of the coast for years.</p></aside>${long}</article>`),
			['jobs to the port'],
			['Priya Nair'],
		);
		check(
			'comments',
			page(
				`${article}<div id="comments" class="comments-area"><h3>2 comments</h3><ol class="comment-list"><li class="comment"><p>Bob says: What a text, really, I say.</p></li></ol></div>`,
			),
			kept,
			['2 comments', 'Bob'],
		);
		check(
			'comments in the article',
			page(
				`<article><h1>Report</h1>${long}<section class="comments"><h3>2 comments</h3><p>Bob: What a text, really, I say.</p></section></article>`,
			),
			kept,
			['2 comments', 'Bob'],
		);
		check(
			'a form',
			page(`<article><h1>Report</h1>${long}<form><p>Tell us what you think of this report.</p><input></form></article>`),
			kept,
			['Tell us'],
		);
		check(
			'related articles',
			page(
				`<article><h1>Report</h1>${long}<div class="related-posts"><h3>Related posts</h3><ul><li><a href="/x">Crab season opens in May</a></li></ul></div></article>`,
			),
			kept,
			['Related', 'Crab'],
		);
		check(
			'teasers',
			page(
				`<article><h1>Report</h1>${long}</article><div><div><h3><a href="/x">Crab season opens</a></h3><p>The boats of the south coast are out again today.</p></div></div>`,
			),
			kept,
			['Crab', 'south coast'],
		);
		check(
			'a share bar',
			page(`<article><h1>Report</h1>${long}<div class="share-bar"><a href="#">Tweet</a><span>Share this</span></div></article>`),
			kept,
			['Tweet', 'Share this'],
		);
		check(
			'a cookie banner',
			page(`<div class="cookie-banner"><p>We use cookies to make this site work for you.</p></div>${article}`),
			kept,
			['cookies'],
		);
		check('a footer', page(`${article}<footer><p>The Harbour Post is a member of the Press Council.</p></footer>`), kept, [
			'Press Council',
		]);
		check(
			'what a wiki prints into its text',
			page(
				`<div class="mw-body"><h1>Report</h1><a class="mw-jump-link" href="#head">Jump to navigation</a><div class="toc"><h2>Contents</h2><ul><li><a href="#b">1 Beds</a></li></ul></div>${long}<h2><span>Beds</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>${short}<div class="catlinks"><a href="/c">Categories</a></div></div>`,
			),
			['Report', 'jobs to the port', 'Beds', 'Whitstable'],
			['Jump', 'Contents', 'edit', 'Categories'],
		);
		check(
			'the wall before a paid text',
			page(
				`${menu}<article><h1>Report</h1><p>${prose}</p>${short}<div class="paywall-overlay"><h2>Keep reading with a subscription</h2><p>You have read all your free articles this month. Subscribe now for full access.</p></div></article>`,
			),
			['Report', 'jobs to the port'],
			['Keep reading', 'free articles'],
		);
		check(
			'rights in other languages, and who may be written to',
			page(
				`${menu}<div><h1>하구</h1><p>${'하구는 1964년에 준설되었고, 퍼 올린 모래는 북쪽 해안에 쌓였다. '.repeat(8)}</p><p>kim@hangang.example</p><p>저작권자 ⓒ 한강일보, 무단전재 및 재배포 금지</p></div>`,
			),
			['하구', '준설되었고'],
			['저작권자', 'kim@'],
		);
		check(
			'lines that say who and when again',
			page(
				`${menu}<article><h1>Report</h1><p>By Ann Roe - 7 May 2019 11:04 PM EST</p><p>Tuesday, May 7, 2019</p>${long}</article><meta name="author" content="Ann Roe"><meta name="date" content="2019-05-07">`,
			),
			['Report', 'The estuary'],
			['Ann Roe', '2019'],
		);
		check(
			'no line that says more of who and when',
			page(
				`${menu}<article><h1>Report</h1><p>By Ann Roe, who fished there - 7 May 2019</p><p>8 May 2019</p>${long}</article><meta name="author" content="Ann Roe"><meta name="date" content="2019-05-07">`,
			),
			['Report', 'who fished there', '8 May 2019', 'The estuary'],
		);
		check(
			'the name of the site over the title',
			page(
				`${menu}<div><h1>The Tyne Blog</h1></div><article><h1>Report</h1>${long}<h2>The Tyne</h2>${short}</article><script type="application/ld+json">{"@type":"BlogPosting","headline":"Report","publisher":{"name":"The Tyne Blog"}}</script>`,
			),
			['Report', 'jobs to the port', 'The Tyne'],
			['The Tyne Blog'],
		);
		check(
			'what is only printed',
			page(
				`${menu}<article><h1>Report</h1>${long}<div class="d-none d-print-block"><p>Citation: Report (2019), found on a Monday.</p></div></article>`,
			),
			kept,
			['Citation'],
		);
		check(
			'rights under a name that says so',
			page(
				`${menu}${article}<div class="copyright-region"><p>The contents of this site are ©2019 Tyne Publishing Corp., a subsidiary of North Communications, Inc.</p></div>`,
			),
			kept,
			['Tyne Publishing'],
		);
		check(
			'who took a picture',
			page(
				`${menu}<article><h1>Report</h1>${long}<figure><img src="x.png"><figcaption>The north shore at low tide</figcaption><div class="photo-credit">Ann Roe/Getty Images</div></figure>${long}</article>`,
			),
			[...kept, 'The north shore at low tide'],
			['Getty'],
		);
		check(
			'labels of advertisements',
			page(`${menu}<article><h1>Report</h1>${long}<center><span>Advert</span><br></center><p>Werbung</p>${long}</article>`),
			kept,
			['Advert', 'Werbung'],
		);
		check(
			'what the shops pay for',
			page(
				`${menu}<article><p>This post may contain affiliate and/or referral links. Please see my disclosure page.</p><h1>Report</h1>${long}</article>`,
			),
			kept,
			['affiliate'],
		);
		check(
			'headlines of other articles that nothing leads to',
			page(
				`${menu}<article><h1>Report</h1>${long}<p class="mid"></p><ul><li><a href="/a">Eleven amazing mills</a></li><li><a href="/b">The oldest boats of the Tyne</a></li><li><a href="/c">Why mussels matter</a></li></ul>${long}</article>`,
			),
			kept,
			['amazing', 'oldest', 'matter'],
		);
		check(
			'a pointer in capitals, save a small letter',
			page(
				`${menu}<article><h1>Report</h1>${long}<p><a href="/x">BOATS CLEARED TO SAIL AT THE AMAs AFTER A LONG FEUD</a></p>${long}</article>`,
			),
			kept,
			['CLEARED'],
		);
		check(
			'what the site says for itself below',
			page(
				`${menu}<article><h1>Report</h1>${long}<p><em>We’d like to hear from you. Here is how to write </em><a href="/l"><em>letters to the editor</em></a><em>.</em></p><p><em>Follow The Tyne Post on Facebook and Twitter.</em></p><a href="/pro">Get access to the fastest growing paper of the coast. Use the code TYNE.</a></article>`,
			),
			kept,
			['hear from you', 'Follow', 'Get access'],
		);
		check(
			'names that scripts go by',
			page(
				`${menu}${article}<div class="detector"><span>0 : 0</span><ul><li>above-phone</li><li>landscape-tablet-and-below</li><li>wide-browser</li></ul></div>`,
			),
			kept,
			['above-phone', '0 : 0'],
		);
		check(
			'cards of other articles',
			page(
				`${menu}<div>${long}</div><div class="card-group"><article class="m-card"><p class="m-card--body">Mussels are what is for dinner.</p></article><article class="m-card"><p>What does the Board do here, anyway?</p></article></div>`,
			),
			['jobs to the port'],
			['dinner', 'anyway'],
		);
		check(
			'the lines of other makers at the end',
			page(
				`${menu}<article><h1>Report</h1>${long}<p>Get Tyne Monthly through your letterbox. 12 issues for £11.99. Click here for more information.</p><h3>Tell us what YOU think...</h3><p>comments</p></article>`,
			),
			kept,
			['Tyne Monthly', 'Tell us', 'comments'],
		);
		check(
			'what is hidden',
			page(
				`<article><h1>Report</h1>${long}<p hidden>Words that nobody sees are here.</p><ul style="display:none"><li>a b c</li><li>d e f</li></ul></article>`,
			),
			kept,
			['nobody sees', 'a b c'],
		);
	});

	describe('keeps of formulas', () => {
		const math =
			'<math><semantics><mrow><mi>v</mi><mo>=</mo><mn>3</mn></mrow><annotation encoding="application/x-tex">v = 3 \\cdot 1</annotation></semantics></math>';
		const drawn = `<span><span>${math}</span><span aria-hidden="true"><i>v</i><b>=</b><i>3</i></span></span>`;
		const speeds = (formula: string) => `<p>The speed is ${formula} at the mouth of the river.</p>`;
		check(
			'them once in an article',
			page(`${menu}<article><h1>Report</h1>${long}${speeds(math)}${long}</article>`),
			['speed is v=3 at'],
			['cdot'],
		);
		check('those that are drawn too, in an article', page(`${menu}<article><h1>Report</h1>${long}${speeds(drawn)}${long}</article>`), [
			'is v=3 at',
		]);
		check('those that are drawn too, in a short page', page(speeds(drawn)), ['is v=3 at'], ['cdot']);
	});

	describe('keeps of an index', () => {
		const links = (word: string) =>
			Array.from({ length: 12 }, (_, number) => `<a href="${word}.html#${number}">${word}${number}</a><br>`).join('');
		check(
			'the links, which are all there is, below a long heading',
			page(
				`<div><h1>All that is known of the shore, each by its module</h1></div><table><tr><td><h2>Mud</h2><p>${links('mud')}</p><h2>Sand</h2><p>${links('sand')}</p></td></tr></table>`,
			),
			['mud0', 'mud11', 'sand0', 'sand11'],
		);
		check(
			'the links behind a sentence',
			page(
				`${menu}<div><p>Here is all that is known of the shore.</p></div><table><tr><td><h2>Mud</h2><p>${links('mud')}</p><h2>Sand</h2><p>${links('sand')}</p></td></tr></table>`,
			),
			['all that is known', 'mud0', 'mud11', 'sand0', 'sand11'],
			['Home'],
		);
	});

	describe('leaves out of headings', () => {
		check(
			'the sign that links to them',
			page(`<h2 id="a">Beds<a href="#a">¶</a></h2>${short}<h2 id="b">In C# <a href="#b">#</a></h2>${short}`),
			['Beds\n', 'In C#\n'],
			['¶'],
		);
	});

	describe('keeps of code', () => {
		const paragraphs = Array.from({ length: 8 }, (_, number) => `<p>${prose} ${number}.</p>`);
		const codePage = (block: (number: number) => string) => page(paragraphs.map((paragraph, number) => paragraph + block(number)).join(''));
		const notes = Array.from({ length: 8 }, (_, number) => `# depth ${number}`);
		check(
			'comments that a program coloured',
			codePage((number) => `<pre><code>dredge(); <span class="hljs-comment"># depth ${number}</span></code></pre>`),
			notes,
		);
		check(
			'comments as tokens, without `code`',
			codePage((number) => `<pre>dredge(); <span class="line"><span class="token comment"># depth ${number}</span></span></pre>`),
			notes,
		);
		check(
			'words named as a page names its parts',
			codePage((number) => `<p>Set <code><span class="tags">sand-${number}</span></code> first.</p>`),
			['sand-0', 'sand-7'],
		);
		check(
			'all but the button that copies it',
			codePage((number) => `<pre><code>dredge(${number});</code><button class="copy">Copy me</button></pre>`),
			['dredge(0);', 'dredge(7);'],
			['Copy me'],
		);
	});

	describe('takes for the author', () => {
		function checkAuthor(name: string, html: string, expected: string | null) {
			it(name, async () => assert.equal((await readText(html, 'a.html')).author, expected));
		}
		checkAuthor(
			'no sentence about the author',
			page(`${menu}${long}<div class="author-note"><p>The author was a mussel picker until 1970.</p></div>`),
			null,
		);
		checkAuthor(
			'no sentence in a byline',
			page(`${menu}<p class="byline">Written with the help of people who would not be named.</p>${long}`),
			null,
		);
		checkAuthor(
			'no sentence that is marked as author',
			page(`${menu}<p rel="author">She lives in Kent and writes about boats.</p>${long}`),
			null,
		);
		checkAuthor(
			'no address',
			page(`${menu}${long}<div class="author-address"><p>Ann Roe, Harbour Institute, 1 Quay Street</p></div>`),
			null,
		);
		checkAuthor('a name', page(`${menu}<p class="byline">By Priya Nair</p>${long}`), 'Priya Nair');
		checkAuthor('a name with a stop', page(`${menu}<p class="byline">By Martin Luther King, Jr.</p>${long}`), 'Martin Luther King, Jr.');
		checkAuthor('a name in small letters', page(`<meta name="author" content="bell hooks">${long}`), 'bell hooks');
	});
});
