import assert from 'node:assert/strict';
import { defaultCaps } from '../../../src/library/caps.ts';
import { readDocument } from '../../../src/library/readDocument.ts';
import { checkContent } from '../../support/contentChecks.ts';

async function read(source: string) {
	const content = await readDocument(new TextEncoder().encode(source), 'made.txt', defaultCaps);
	checkContent(content, source);
	return content;
}

const prose =
	'The tenants of the old harbour have nowhere to go when the rents go up. They fear the courts, and at times the judgment of those who say they want to help. Over the past ten years the city has closed sixty-one houses and opened nine.';

/** Other pages as a scanner might have left them: other marks, other breaks, other quotations. */
describe('pages like the sample page', () => {
	interface Page {
		readonly title: string | null;
		readonly pages: readonly string[];
		readonly speaker: string;
		readonly role: string | null;
		readonly has: readonly string[];
		readonly hasNot: readonly RegExp[];
	}
	function check(name: string, source: string, expected: Page) {
		it(name, async () => {
			const content = await read(source);
			assert.equal(content.title, expected.title);
			assert.deepEqual(
				content.pages.map((page) => page.label),
				expected.pages,
			);
			assert.deepEqual(
				content.quotes.map((quote) => [quote.speaker, quote.role]),
				[[expected.speaker, expected.role]],
			);
			for (const words of expected.has) {
				assert.ok(content.text.includes(words), words);
			}
			for (const pattern of expected.hasNot) {
				assert.doesNotMatch(content.text, pattern);
			}
			for (const quote of content.quotes) {
				assert.equal(content.text.slice(Math.max(0, quote.start - 2), quote.start), quote.start === 0 ? '' : '\n\n');
			}
		});
	}
	check(
		'with the number of the page below',
		`${prose} When any- one asked, they could not get re - liable help. left in the cold “We paid our rent for thirty years and now we can’t stay.” — Rosa Marin, tenant, baker\n\n12 \n`,
		{
			title: 'left in the cold',
			pages: ['12'],
			speaker: 'Rosa Marin',
			role: 'tenant, baker',
			has: ['When anyone asked', 'reliable help.\n\nleft in the cold\n\n“We paid'],
			hasNot: [/12/],
		},
	);
	check(
		'with a page word and the title on top',
		`Page 104\n\nLEFT IN THE COLD\n\n104 ${prose} The fam ilies st ay together.\n\n«We paid our rent for thirty years and now it is over.» Rosa Marin, tenant`,
		{
			title: 'LEFT IN THE COLD',
			pages: ['104'],
			speaker: 'Rosa Marin',
			role: 'tenant',
			has: ['The families stay together.'],
			hasNot: [/104/],
		},
	);
	check(
		'of two pages, the quotation on the first',
		`p. 7\n\n7 “We paid our rent for thirty years and now we are out.” Rosa Marin, tenant\n\n${prose} They met in the court-\n\np. 8\n\n8 house of the old town, and t he gov- ernment said noth ing.`,
		{
			title: null,
			pages: ['7', '8'],
			speaker: 'Rosa Marin',
			role: 'tenant',
			has: ['the courthouse of the old town, and the government said nothing.'],
			hasNot: [/p\. ?[78]/, /^[78] /m],
		},
	);
	check(
		'with the quotation in the middle',
		`- 31 -\n\n31 ${prose} no keys ‘We paid our rent for thirty years, and then they changed the lock on us.’ Rosa Marin, tenant, baker In the spring the avail- able rooms were gone.`,
		{
			title: 'no keys',
			pages: ['31'],
			speaker: 'Rosa Marin',
			role: 'tenant, baker',
			has: ['nine.\n\nno keys\n\n‘We paid', 'baker\n\nIn the spring the available rooms'],
			hasNot: [/31/],
		},
	);
	check(
		'in Windows characters, with line ends inside sentences',
		`39 쪽\r\n\r\n39 ${prose.replaceAll('. ', '.\r\n')} The fre\u00ad\r\nquency of\u00a0it. “We paid our rent for thirty years and now we can\u0092t.” – Rosa Marin`,
		{
			title: null,
			pages: ['39'],
			speaker: 'Rosa Marin',
			role: null,
			has: ['The frequency of it.', 'we can’t.”'],
			hasNot: [/39/, /쪽/],
		},
	);
});

/** Other posts as somebody might have copied them out of a browser. */
describe('posts like the sample post', () => {
	function check(name: string, source: string, expected: readonly (string | null)[], text: string) {
		it(name, async () => {
			const content = await read(source);
			assert.deepEqual([content.title, content.date, content.author, content.publisher], expected);
			assert.equal(content.text, text);
			assert.equal(content.headings[0]?.text, content.title);
		});
	}
	check(
		'of Blogger, some years later',
		`Sunday, June 7, 2015\n\nThe Houses of the Harbour\n\n${prose}\n\nPosted by Rosa Marin at 9:41 PM\nEmail ThisBlogThis!Share to Twitter\nLabels: harbour, housing\n\n3 comments:\n\nPost a Comment\n\nNewer PostOlder PostHome\nSubscribe to: Post Comments (Atom)\nPowered by Blogger.`,
		['The Houses of the Harbour', '2015-06-07', 'Rosa Marin', null],
		`Sunday, June 7, 2015\n\nThe Houses of the Harbour\n\n${prose}`,
	);
	check(
		'of WordPress',
		`Skip to content\nHome | About | Contact\n\nThe Houses of the Harbour\nPosted on June 7, 2015 by Rosa Marin\n\n${prose}\n\nShare this:\nTwitter\nFacebook\nLike this:\nLike Loading...\n\nThis entry was posted in Housing and tagged harbour, rents. Bookmark the permalink.\n← The Old Town\nThe New Town →\nLeave a Reply\nProudly powered by WordPress`,
		['The Houses of the Harbour', '2015-06-07', 'Rosa Marin', null],
		`The Houses of the Harbour\nPosted on June 7, 2015 by Rosa Marin\n\n${prose}`,
	);
	check(
		'of Typepad, with a sentence that says whose it is',
		`June 07, 2015\n\nThe Houses of the Harbour\n\nThe following is from an article by Rosa Marin in the Harbour Times.\n${prose}\n\nPosted at 11:20 PM in Housing | Permalink\nComments (2)\nTrackBack (0)\n\nPowered by TypePad`,
		['The Houses of the Harbour', '2015-06-07', 'Rosa Marin', 'Harbour Times'],
		`June 07, 2015\n\nThe Houses of the Harbour\n\nThe following is from an article by Rosa Marin in the Harbour Times.\n\n${prose}`,
	);
	check(
		'of Medium',
		`The Houses of the Harbour\nRosa Marin\nJun 7, 2015\n\n${prose}\n\n240 claps\n3 responses\nWritten by Rosa Marin\nFollow\nMore from Medium\nOpen in app`,
		['The Houses of the Harbour', '2015-06-07', 'Rosa Marin', null],
		`The Houses of the Harbour\nRosa Marin\nJun 7, 2015\n\n${prose}`,
	);
	check(
		'of a newspaper',
		`The Houses of the Harbour\n\nBy ROSA MARIN, Harbour Times\n7 June 2015\n\n${prose}\n\nContinue reading...\n\nShare on Facebook\nEmail this article\nPrint this page\n© 2015 Harbour Times\nAll rights reserved.`,
		['The Houses of the Harbour', '2015-06-07', 'ROSA MARIN', 'Harbour Times'],
		`The Houses of the Harbour\n\nBy ROSA MARIN, Harbour Times\n7 June 2015\n\n${prose}`,
	);
	check(
		'that points to the rest elsewhere',
		`2015-06-07\n\nThe Houses of the Harbour\n\nHere are the first lines of a new report by Rosa Marin for Reuters.\n\n${prose}\nRead the rest of the story here.\nSee also:\n\nLabels: , ,\n\nComments: Post a Comment\n\n<< Home`,
		['The Houses of the Harbour', '2015-06-07', 'Rosa Marin', 'Reuters'],
		`2015-06-07\n\nThe Houses of the Harbour\n\nHere are the first lines of a new report by Rosa Marin for Reuters.\n\n${prose}`,
	);
});
