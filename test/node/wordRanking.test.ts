import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import type { SearchOptions } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { makeDocument } from '../support/engineConformance.ts';

/** A scope that leaves nothing out, but by which no query is ranked by words alone: a scoreboard ranks it. */
const everything = { kind: 'without', ids: new Set<string>(), ranges: new Map() } as const;

describe('ranking by words', () => {
	let state = 11;
	const random = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const words =
		'tide harbour reports reported storm coast island light tower keeper signal rescue the of 정부는 정부 2023 state-of-the-art enquiries gray grey inquiry'.split(
			' ',
		);
	// The first words of the list are the most frequent.
	const makeText = (count: number) =>
		Array.from({ length: count }, () => words[Math.min(random(words.length), random(words.length))]).join(' ');
	const documents = Array.from({ length: 500 }, (_, n) =>
		makeDocument(`d${n}`, `# ${makeText(2)}\n\n${makeText(20 + random(200))}${n % 150 === 1 ? ' lantern' : ''}`, {
			title: n % 3 === 0 ? '' : makeText(3),
			language: ['en', 'en', 'fr', 'ko', null][n % 5] ?? null,
			maxLength: 120,
		}),
	);
	// No word of these stands in a title or heading.
	const untitled = documents.map((_, n) =>
		makeDocument(`d${n}`, `${makeText(20 + random(200))}${n % 150 === 1 ? ' lantern' : ''}`, { title: '', language: 'en', maxLength: 120 }),
	);
	const whole = new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY });
	const wholeUntitled = new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY });
	const engines = [
		['live', new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY })],
		['several parts', new SearchIndex({ maxLivePassages: 500, mergedParts: 3 })],
		['one part', whole],
		['one part without titles', wholeUntitled],
	] as const;
	before(() => {
		for (const [, engine] of engines) {
			for (const document of engine === wholeUntitled ? untitled : documents) {
				engine.replaceDocument(document);
			}
			if (engine === whole || engine === wholeUntitled) {
				takeAllSteps(engine.packAllInSteps());
			}
			for (let n = 0; n < documents.length; n += 11) {
				engine.removeDocument(`d${n}`);
			}
		}
	});
	const search = (engine: SearchIndex, query: string, options: SearchOptions) => engine.search(parseQuery(query), options, () => undefined);

	function check(name: string, query: string, isTyping = false) {
		it(`is that of a scoreboard: ${name}`, () => {
			for (const [kind, engine] of engines) {
				for (const limit of [0, 1, 20, 100_000]) {
					const options = { limit, by: 'passage', isTyping } as const;
					const expected = search(engine, query, { ...options, scope: everything });
					assert.deepEqual(search(engine, query, options), expected, `${kind}, the first ${limit}`);
					assert.ok(expected.total + expected.partialTotal > 0);
				}
				const ids = new Set(documents.slice(100, 300).map(({ id }) => id));
				for (const scope of [{ kind: 'only', ids } as const, { kind: 'without', ids } as const]) {
					const options = { limit: 20, by: 'passage', isTyping } as const;
					const expected = search(engine, query, { ...options, scope: { ...scope, ranges: new Map() } });
					assert.deepEqual(search(engine, query, { ...options, scope }), expected, `${kind}, ${scope.kind} some documents`);
				}
			}
		});
	}
	check('a word', 'storm');
	check('a rare word', 'rescue');
	check('a word in several forms', 'report');
	check('a word of several terms', '정부');
	check('two words', 'tide keeper');
	check('four words', 'tide light tower 2023');
	check('three words', 'harbour storm keeper');
	check('three words, one of them rare', 'harbour storm lantern');
	check('three words, one of which nobody knows', 'harbour storm qqqqqqqq');
	check('five words', 'tide light tower reports keeper');
	check('six words', 'tide light tower signal storm coast');
	// Of these the frequent ones are scored where a rare one stands, and else counted.
	check('frequent words, and one that stands in few passages', 'tide harbour reports lantern');
	check('frequent words and rarer ones', 'tide harbour reports storm rescue');
	check('one of frequent words and rarer ones', 'tide OR harbour OR reports OR rescue');
	check('a word that was typed twice', 'tide tide island');
	check('one of some words', 'tower OR signal OR rescue');
	check('one of some words, and another', 'tide (tower OR signal)');
	check('a stop word among words', 'the tide of rescue');
	check('the start of a word', 'rep', true);
	check('the start of a word behind another', 'storm sig', true);
	check('the start of any word', 'harb* coas*');
	check('one letter', 's', true);
	check('one letter that is a stop word too', 'a', true);
	check('two letters of words and stop words', 'th', true);
	check('a stop word that is the start of no other', 'the', true);
	check('two letters behind a word', 'storm ti', true);
	check('a letter behind a word that few passages hold', 'lantern s', true);
	check('a letter behind words', 'tide harbour keeper r', true);
	check('a letter behind so many words that their scores alone count', 'tide light tower reports keeper s', true);
	check('a letter behind one of some words', '(tide OR rescue) s', true);
	check('the start of some words of a term', 'reporte', true);
	check('the start of some words of a term behind a word', 'storm reporte', true);
	check('the start of some words of a term behind words', 'tide light tower signal storm reporte', true);
	check('the start of some words of a term, of any of them', 'reporte* tide');
	check('two letters of a word with other spellings, and of some words of its term', 'gr', true);
	check('two letters behind such a start', 'grey* in', true);
	check('a misspelt word', 'harbuor tide');
	check('a word that nobody knows, and one that somebody does', 'qqqqqqqq tide');
	check('a word with hyphens', 'state-of-the-art tide');
});
