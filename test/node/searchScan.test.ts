import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseQuery } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import {
	assertListsTheSame,
	describeAgainstPlainScan,
	describeEngineAtLength,
	FilledEngine,
	makeDocument,
} from '../support/engineConformance.ts';
import { howMany } from '../support/howMany.ts';
import { scanPlainly } from '../support/plainScan.ts';
import { ReopenedIndex } from '../support/reopenedIndex.ts';

describeEngineAtLength('a live index', () => new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY }));
describeEngineAtLength('an index of packed parts', () => new SearchIndex({ maxLivePassages: 1, mergedParts: 3 }));
describeAgainstPlainScan('a live index', () => new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY }));
describeAgainstPlainScan('an index that was kept and opened again', () => new ReopenedIndex());
describeAgainstPlainScan('an index of packed parts', () => new SearchIndex({ maxLivePassages: 2, mergedParts: 2 }));

/** Words and phrases out of real text, asked of it again. Pseudo-random with a fixed seed, so that a failure can be run again. */
describe('search agrees with a plain scan on real text', () => {
	const seeds = path.resolve('seeds');
	const documents = fs
		.readdirSync(seeds)
		.map((name) =>
			makeDocument(name, fs.readFileSync(path.join(seeds, name), 'utf8').replaceAll('\r', ''), { title: name, maxLength: 300 }),
		);
	const engine = new FilledEngine(new SearchIndex());
	for (const document of documents) {
		engine.replaceDocument(document);
	}
	let state = 20_261_121;
	const random = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state % below;
	};
	const texts = documents.map(({ text }) => ({ text, tokens: tokenise(text) }));
	/** A few words in a row, as they stand in a text. */
	const pick = (count: number): string => {
		const { text, tokens } = texts[random(texts.length)] ?? { text: '', tokens: [] };
		const at = random(Math.max(1, tokens.length - count));
		return text.slice(tokens[at]?.start ?? 0, tokens[at + count - 1]?.end ?? 0).replaceAll(/["“”]/g, ' ');
	};
	/** The ends of a few words in a row, the last first, at their distance or somewhat less or more. */
	const pickNear = (): string => {
		const row = pick(2 + random(8)).split(/\s+/);
		return `"${row.at(-1)} ${row[0]}"~${Math.max(0, row.length + random(3) - 3)}`;
	};
	const kinds: readonly (readonly [string, () => string])[] = [
		['one word', () => pick(1)],
		['three words', () => `${pick(1)} ${pick(1)} ${pick(1)}`],
		['a phrase', () => `"${pick(2 + random(4))}"`],
		['a long phrase', () => `"${pick(10 + random(40))}"`],
		['a phrase and a word', () => `"${pick(2)}" ${pick(1)}`],
		['an excluded word', () => `${pick(1)} -${pick(1)}`],
		['an excluded phrase', () => `${pick(1)} -"${pick(2)}"`],
		['a sentence', () => pick(12)],
		['words near to each other', () => pickNear()],
		['words near to each other, and a word', () => `${pickNear()} ${pick(1)}`],
		['one of two words', () => `${pick(1)} OR ${pick(1)}`],
		['one of several clauses, and a word', () => `(${pick(1)} OR "${pick(3)}" OR (${pick(1)} -${pick(1)})) ${pick(1)}`],
	];
	const asked = howMany(60, 1_000);
	for (const [kind, make] of kinds) {
		it(`${kind}: ${asked.said} queries`, () => {
			let full = 0;
			for (let run = 0; run < asked.count; run++) {
				const query = parseQuery(make());
				const answer = engine.search(query, { limit: 10_000, by: 'passage', isTyping: false });
				const key = (hit: { documentId: string; start: number; missing: readonly string[] }) =>
					`${hit.documentId} ${hit.start} ${hit.missing.join()}`;
				const expected = scanPlainly(documents, query);
				assert.deepEqual(answer.hits.map(key).sort(), expected.map(key).sort(), query.text);
				assert.equal(answer.total, expected.filter((hit) => hit.missing.length === 0).length, query.text);
				assertListsTheSame(engine.engine, query, { isTyping: run % 2 === 0 });
				full += Number(answer.total > 0);
			}
			assert.ok(full > asked.count / 5, `${full} of ${asked.count} queries found everything`);
		});
	}
});
