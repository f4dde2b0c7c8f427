import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../../src/editor/escapeMarkdown.ts';
import { toMarkdownKey, toMarkdownTerm, toMarkdownText, toPlainTerm } from '../../../src/editor/noteMarkdown.ts';
import { toPlainLabel } from '../../../src/editor/plainLabel.ts';
import { hostileStrings } from './hostileStrings.ts';

const renderers = [new MarkdownIt({ html: true, linkify: true, typographer: false }), new MarkdownIt('commonmark', { html: true })];

/** Tags that a renderer makes of plain words in a paragraph, and of nothing else. */
function tagsOf(html: string): string[] {
	return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map((match) => match[1] ?? '').filter((tag) => tag !== 'p');
}

function textOf(html: string): string {
	return html
		.replace(/<[^>]*>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&')
		.trim();
}

describe('escapeMarkdown', () => {
	for (const text of hostileStrings) {
		it(`makes nothing but text of ${JSON.stringify(text)}`, () => {
			for (const renderer of renderers) {
				// Alone, behind other words, and as the words of a link of ours.
				for (const markdown of [escapeMarkdown(text), `Term: ${escapeMarkdown(text)} — more`]) {
					assert.deepEqual(tagsOf(renderer.render(markdown)), []);
				}
				const html = renderer.render(`[${escapeMarkdown(text)}](command:ours)`);
				assert.deepEqual(tagsOf(html), ['a', 'a'], html);
			}
		});
		it(`keeps the words of ${JSON.stringify(text)}`, () => {
			assert.equal(textOf(renderers[0]?.render(escapeMarkdown(text)) ?? ''), toPlainLabel(text, 1_000));
		});
	}

	it('leaves no address and no icon for a renderer that looks at the source', () => {
		for (const text of hostileStrings) {
			assert.doesNotMatch(escapeMarkdown(text), /:\/\/|www\.|@|\$\(|[<>[\]!`*_]/i);
		}
	});
	it('cuts at the length asked for, before escaping', () => assert.equal(escapeMarkdown('ab cd ef', 6), 'ab cd…'));
	it('keeps letters of every script', () => assert.equal(escapeMarkdown('정부는 “naïve” don’t'), '정부는 “naïve” don’t'));
});

describe('toMarkdownText', () => {
	for (const text of hostileStrings) {
		it(`makes no link, image or markup of ${JSON.stringify(text)} in a note`, () => {
			for (const renderer of renderers) {
				assert.deepEqual(
					tagsOf(renderer.render(`> ${toMarkdownText(text).replaceAll('\n', '\n> ')}`)).filter((tag) => tag !== 'blockquote'),
					[],
				);
			}
		});
	}
	it('leaves ordinary prose as it is', () => {
		const prose = '“It isn’t (so) simple,” she says: 17,500 women – 80 percent; A & B. Why?';
		assert.equal(toMarkdownText(prose), prose);
	});
	it('keeps the cells of a row apart', () => {
		assert.equal(toMarkdownText('2019\t4,150\nBearing plate\tA steel plate'), '2019 4,150\nBearing plate A steel plate');
	});
});

describe('toMarkdownTerm', () => {
	for (const text of hostileStrings) {
		it(`makes no link, image, code or HTML of ${JSON.stringify(text)} in a note`, () => {
			for (const renderer of renderers) {
				const tags = tagsOf(renderer.render(`It is ${toMarkdownTerm(text)} there.`));
				assert.deepEqual(
					tags.filter((tag) => !['p', 'em', 'strong', 's', 'del'].includes(tag)),
					[],
				);
			}
		});
	}
	const check = (term: string, expected: string) => it(JSON.stringify(term), () => assert.equal(toMarkdownTerm(term), expected));
	check('R&D', 'R&D');
	check('Yahoo!', 'Yahoo!');
	check('Neap\nTide', 'Neap Tide');
	check('Red \u202eHarbour', 'Red Harbour');
	check('می\u200cخواهم', 'می\u200cخواهم');
	check('Blue [x](y) Tide', 'Blue \\[x\\](y) Tide');
	it('is plain in other notes', () => assert.equal(toPlainTerm('Blue [x]\u202e(y)\nTide'), 'Blue [x](y) Tide'));
});

describe('toMarkdownKey', () => {
	const check = (key: string, expected: string) => it(key, () => assert.equal(toMarkdownKey(key), expected));
	check('ruiz_2019:a', 'ruiz_2019:a');
	check('https://doi.org/10.1000/182', 'https://doi.org/10.1000/182');
	for (const key of ['x](https://evil.example/', 'x]![a](https://evil.example/a.png)[', '<img/src=https://evil.example>', '`a`']) {
		it(`makes no link, image, code or HTML of ${key}`, () => {
			for (const renderer of renderers) {
				assert.deepEqual(
					tagsOf(renderer.render(`See [@${toMarkdownKey(key)}].`)).filter((tag) => tag !== 'p'),
					[],
				);
			}
		});
	}
});
