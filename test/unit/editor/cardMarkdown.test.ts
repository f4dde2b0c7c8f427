import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { cardCommandIds } from '../../../src/editor/ids.ts';
import { LinkTargets } from '../../../src/editor/linkTargets.ts';
import { type CardOptions, maxCardLength, renderCard } from '../../../src/editor/termHover/cardMarkdown.ts';
import type { Card, Receipt } from '../../../src/terms/card.ts';
import { hostileStrings } from './hostileStrings.ts';
import { translate } from './translate.ts';

function receiptOf(fields: Partial<Receipt> = {}): Receipt {
	return {
		documentId: 'file:///a',
		text: 'Tides rise twice a day.',
		title: 'The Sea',
		page: '39',
		date: '2008-03-01',
		speaker: null,
		start: 10,
		end: 33,
		...fields,
	};
}

function cardOf(fields: Partial<Card> = {}): Card {
	return {
		term: 'tide',
		kind: 'concept',
		aliases: [],
		expansion: null,
		own: null,
		definition: receiptOf(),
		evidence: [],
		figures: [],
		disagreements: [],
		related: [],
		mentions: 3,
		documents: 2,
		...fields,
	};
}

function render(
	card: Card,
	more: Partial<CardOptions> = {},
): { readonly lines: readonly string[]; readonly links: LinkTargets; readonly html: string } {
	const links = new LinkTargets();
	const markdown = renderCard(card, { translate, locale: 'en', links, sourceOf: () => ({ title: 'a', author: 'Ana Sol' }), ...more });
	const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
	const plain = html
		.replace(/<[^>]*>/g, '')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>');
	return { lines: plain.trim().split('\n'), links, html };
}

describe('renderCard', () => {
	const check = (name: string, card: Partial<Card>, expected: readonly string[]) =>
		it(name, () => assert.deepEqual(render(cardOf(card)).lines, expected));
	const foot = '3 mentions in 2 documents · Open · Find All Mentions · Copy Quotation · Insert · Define · Hide · More';
	check('quotes and attributes to the author', {}, ['tide', '“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008', foot]);
	check('tells the author from those who are cited', { definition: receiptOf({ speaker: 'Kim' }) }, [
		'tide',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008, citing Kim',
		foot,
	]);
	check('attributes spoken words to the speaker', { definition: receiptOf({ text: '“Tides rise.”', speaker: 'Kim' }) }, [
		'tide',
		'“Tides rise.” — Kim, in The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check(
		'names the writer of a quoted mail, not the sender of the mail that quotes it',
		{ definition: receiptOf({ speaker: 'Kim', writer: 'Jens' }) },
		['tide', '“Tides rise twice a day.” — Jens, The Sea, p. 39, Mar 1, 2008, citing Kim', foot],
	);
	check('names nobody where a mail quotes it does not say whom', { definition: receiptOf({ speaker: null, writer: null }) }, [
		'tide',
		'“Tides rise twice a day.” — The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('names the sender of a mail', { definition: receiptOf({ speaker: 'Jens', writer: 'Jens' }) }, [
		'tide',
		'“Tides rise twice a day.” — Jens, in The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('cites nobody by themselves', { definition: receiptOf({ speaker: 'Ana Sol' }) }, [
		'tide',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('leaves out what is not known', { definition: receiptOf({ page: null, date: null }) }, [
		'tide',
		'“Tides rise twice a day.” — Ana Sol, The Sea',
		foot,
	]);
	check('does not quote twice', { definition: receiptOf({ text: '“Tides rise,” she says.' }) }, [
		'tide',
		'“Tides rise,” she says. — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('closes a quotation that goes on', { definition: receiptOf({ text: '“Tides rise.', page: null, date: null }) }, [
		'tide',
		'“Tides rise.” — Ana Sol, The Sea',
		foot,
	]);
	check('opens a quotation that began before', { definition: receiptOf({ text: 'Tides rise.”', page: null, date: null }) }, [
		'tide',
		'“Tides rise.” — Ana Sol, The Sea',
		foot,
	]);
	check('puts own words first, and says whose they are', { own: 'What the moon does.' }, [
		'tide',
		'What the moon does. — your glossary',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot.replace('Define', 'Edit Definition'),
	]);
	check('says the long form', { kind: 'acronym', expansion: 'tidal index' }, [
		'tide · tidal index',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('does not say the same twice', { term: 'Red Cross', kind: 'acronym', expansion: 'Red Cross', aliases: ['Red Cross', 'RC'] }, [
		'Red Cross · also RC',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('has no other name that reads as two', { term: 'Tobias Renn', kind: 'person', aliases: ['Renn', 'Renn, Tobias'] }, [
		'Tobias Renn · person · also Renn',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	check('says the kind', { kind: 'person' }, ['tide · person', '“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008', foot]);
	check('has no way to what is nowhere', { definition: null, mentions: 0, own: 'Mine.' }, [
		'tide',
		'Mine. — your glossary',
		'Edit Definition · Hide · More',
	]);
	check('says nothing twice', { evidence: [receiptOf({ documentId: 'copy' }), receiptOf({ documentId: 'other copy' })] }, [
		'tide',
		'“Tides rise twice a day.” — Ana Sol, The Sea, p. 39, Mar 1, 2008',
		foot,
	]);
	const sentences = (count: number, text = 'Sentence') =>
		Array.from({ length: count }, (_, index) => receiptOf({ text: `${text} ${index}.`, start: 100 + index }));
	const line = (text: string) => `“${text}” — Ana Sol, The Sea, p. 39, Mar 1, 2008`;
	check('shows a definition and three more quotations', { evidence: sentences(5) }, [
		'tide',
		line('Tides rise twice a day.'),
		...[0, 1, 2].map((index) => line(`Sentence ${index}.`)),
		foot,
	]);
	check('shows figures where there is little else', { figures: sentences(2, 'It is 3 m, says line') }, [
		'tide',
		line('Tides rise twice a day.'),
		line('It is 3 m, says line 0.'),
		foot,
	]);
	check('names related terms', { related: ['neap tide', 'moon'] }, [
		'tide',
		line('Tides rise twice a day.'),
		'Related: neap tide, moon',
		foot,
	]);
	check(
		'puts values that differ side by side',
		{
			disagreements: [
				{
					what: 'the year it opened',
					receipts: [receiptOf({ text: 'It opened in 1850.' }), receiptOf({ text: 'It opened in 1851.', title: 'Tides' })],
				},
			],
		},
		[
			'tide',
			line('Tides rise twice a day.'),
			'Sources differ: the year it opened “It opened in 1850.” The Sea, 2008 · “It opened in 1851.” Tides, 2008',
			foot,
		],
	);
	it('stays within them in Korean, whose letters are as wide as two', () => {
		const text = '정부란 법을 집행하고 나라의 살림을 맡으며 해마다 예산을 짜서 국회에 내는 기관을 말하고 그 수반은 대통령이다. '.repeat(3);
		const { lines } = render(
			cardOf({
				term: '정부',
				definition: receiptOf({ text }),
				evidence: [1, 2, 3].map((number) => receiptOf({ text: `정부가 ${number}번 말했다. ${text}`, documentId: `file:///${number}` })),
			}),
		);
		const columns = (line: string) => [...line].reduce((sum, character) => sum + (/[가-힣]/.test(character) ? 2 : 1), 0);
		const rows = lines.filter((line) => line !== '').reduce((sum, line) => sum + Math.ceil(columns(line) / 84), 0);
		assert.ok(rows <= 8, `${rows}: ${lines.join('\n')}`);
		assert.ok(lines.some((line) => line.startsWith('“정부란')));
		assert.ok(rows >= 6, lines.join('\n'));
	});
	it('stays within eight lines of a hover, whatever there is to say', () => {
		const long = (index: number) => `The tide number ${index} ${'rises and falls and '.repeat(20)}rests.`;
		const receipts = [0, 1, 2, 3, 4, 5].map((index) => receiptOf({ text: long(index), start: index * 1_000 }));
		const { lines } = render(
			cardOf({
				definition: receipts[0] ?? null,
				evidence: receipts.slice(1, 4),
				figures: receipts.slice(4),
				related: ['neap tide', 'spring tide', 'moon', 'sun', 'sea'],
				disagreements: [{ what: 'the year', receipts: receipts.slice(0, 2) }],
			}),
		);
		const rows = lines.filter((text) => text !== '').reduce((sum, text) => sum + Math.ceil(text.length / 84), 0);
		assert.ok(rows <= 8, lines.join('\n'));
		assert.ok(lines.some((text) => text.startsWith('“The tide number 0')));
	});
	check(
		'says a long sentence whole where there is room',
		{
			definition: null,
			evidence: [receiptOf({ text: `${'Long before anything else is said here, '.repeat(5)}the tide rises.`, page: null, date: null })],
		},
		['tide', `“${'Long before anything else is said here, '.repeat(5)}the tide rises.” — Ana Sol, The Sea`, foot],
	);
	check(
		'shows a second source before related terms, cut where it fits only so',
		{
			definition: receiptOf({
				text: `The tide ${'rises and falls '.repeat(7)}and rests.`,
				title: `Minutes of the Harbour ${'Council '.repeat(5)}`,
			}),
			evidence: [
				receiptOf({
					text: `The chair said that the tide ${'rises and falls '.repeat(4)}and rests.`,
					title: `Letter to ${'Wick '.repeat(12)}`,
				}),
			],
			related: ['moon'],
		},
		[
			'tide',
			`“The tide ${'rises and falls '.repeat(7)}and rests.” — Ana Sol, Minutes of the Harbour ${'Council '.repeat(4)}Council, p. 39, Mar 1, 2008`,
			`“The chair said that the tide rises and falls rises and…” — Ana Sol, Letter to ${'Wick '.repeat(11)}Wick, p. 39, Mar 1, 2008`,
			foot,
		],
	);
	it('says no date that the title says', () => {
		const { lines } = render(cardOf({ definition: receiptOf({ title: 'Minutes, 1 March 2008', page: null }) }));
		assert.equal(lines[1], '“Tides rise twice a day.” — Ana Sol, Minutes, 1 March 2008');
		const cut = render(cardOf({ definition: receiptOf({ title: `${'Minutes '.repeat(12)}of 1 March 2008`, page: null }) })).lines[1];
		assert.match(cut ?? '', /…, Mar 1, 2008$/);
	});
	it('leads each link to what it stands beside', () => {
		const { html, links } = render(cardOf({ evidence: [receiptOf({ text: 'Another.', start: 99 })] }));
		const handles = [...html.matchAll(/href="command:_dossier\.openReceipt\?%5B(\d+)%5D"/g)].map((match) => links.find(Number(match[1])));
		assert.deepEqual(
			handles.map((target) => (target?.kind === 'receipt' ? target.receipt.start : -1)),
			[10, 99, 10],
		);
	});
	it('names other meanings, and lets the writer say: not this', () => {
		const otherSenses = [cardOf({ term: 'TIDE', expansion: 'tidal index' })];
		const { lines, links, html } = render(cardOf(), { words: 'tides', otherSenses });
		assert.deepEqual(lines.slice(2), ['May also mean: TIDE, tidal index', foot.replace('Hide', 'Not This')]);
		const handle = Number(/_dossier\.excludeSense\?%5B(\d+)%5D/.exec(html)?.[1]);
		assert.deepEqual(links.find(handle), { kind: 'sense', words: 'tides', term: 'tide' });
	});
	it('is never longer than a glance', () => {
		const evidence = [1, 2, 3].map(() => receiptOf({ text: '#'.repeat(5_000), title: '*'.repeat(5_000) }));
		const card = cardOf({
			term: '('.repeat(5_000),
			expansion: '['.repeat(5_000),
			own: '!'.repeat(100_000),
			evidence,
			definition: evidence[0] ?? null,
		});
		const options = { translate, locale: 'en', links: new LinkTargets(), sourceOf: () => undefined };
		const markdown = renderCard(card, options);
		assert.ok(markdown.length <= maxCardLength, String(markdown.length));
		assert.match(markdown, /Copy Quotation/);
	});
	for (const text of hostileStrings) {
		it(`holds no link but ours for ${JSON.stringify(text)}`, () => {
			const receipt = receiptOf({ text, title: text, page: text, date: text, speaker: text });
			const card = cardOf({
				term: text,
				aliases: [text],
				own: text,
				definition: receipt,
				evidence: [receipt],
				figures: [receiptOf({ text: `${text} 3`, title: text })],
				related: [text],
				disagreements: [{ what: text, receipts: [receipt] }],
			});
			for (const kind of [{ expansion: text }, { expansion: null }]) {
				const { html } = render({ ...card, ...kind }, { words: text, otherSenses: [{ ...card, ...kind }] });
				const tags = [...html.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/gi)];
				assert.deepEqual(
					[...new Set(tags.map((tag) => tag[1]))].filter((tag) => !['p', 'strong', 'em', 'a'].includes(tag ?? '')),
					[],
				);
				for (const [, tag, attributes = ''] of tags) {
					const href = /href="([^"]*)"/.exec(attributes)?.[1];
					assert.ok(tag !== 'a' || cardCommandIds.some((id) => new RegExp(`^command:${id}\\?%5B\\d+%5D$`).test(href ?? '')), href);
				}
			}
		});
	}
});

describe('LinkTargets', () => {
	it('finds what it gave', () => {
		const links = new LinkTargets();
		const handle = links.add({ kind: 'mentions', term: 'tide' });
		assert.deepEqual(links.find(handle), { kind: 'mentions', term: 'tide' });
	});
	for (const handle of [undefined, null, 0, -1, 2, 1.5, Number.NaN, '1', [1], {}, 'x'.repeat(1_000_000)]) {
		it(`finds nothing for ${String(handle).slice(0, 20)}`, () => {
			const links = new LinkTargets();
			links.add({ kind: 'mentions', term: 'tide' });
			assert.equal(links.find(handle), undefined);
		});
	}
	it('forgets the oldest', () => {
		const links = new LinkTargets();
		const first = links.add({ kind: 'mentions', term: 'tide' });
		for (let count = 0; count < 5_000; count++) {
			links.add({ kind: 'mentions', term: 'tide' });
		}
		assert.equal(links.find(first), undefined);
	});
	it('holds what stays on the screen until it is let go', () => {
		const links = new LinkTargets();
		const held = links.hold({ kind: 'mentions', term: 'tide' });
		for (let count = 0; count < 5_000; count++) {
			links.add({ kind: 'mentions', term: 'wave' });
		}
		assert.deepEqual(links.find(held), { kind: 'mentions', term: 'tide' });
		links.letGo([held]);
		assert.equal(links.find(held), undefined);
	});
});
