import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import type { EngineAnswer, IndexedDocument, SearchEngine, SearchOptions, SearchScope } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/query.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { assertListsTheSame, makeDocument } from '../support/engineConformance.ts';
import { howMany } from '../support/howMany.ts';
import { makeRandom } from '../support/random.ts';
import { ReopenedIndex } from '../support/reopenedIndex.ts';
import { textSourceOf } from '../support/textSource.ts';

/** Words that share stems, beginnings, pieces and scripts, some of them stop words in some languages only. */
const words = (
	'red light lights lighting the of long term longterm police policy tide tides table tower t U S a does doe women’s 12 400 12400 12,400 ' +
	'4.2.1 C-37/09 AT&T co-op é Häuser 정부는 정부 정 여성들 12만 댐 댐이 性 交易 東京'
).split(' ');
const gaps = [' ', ' ', ' ', ' ', '-', '\n', '\n\n', '. ', '.', ',', '- '];
const starts = 't l li p d 1 r 정 th a lon long-t 4. 12,4'.split(' ');

type Pick = <T>(of: readonly T[]) => T;

function makeDocuments(random: (below: number) => number, pick: Pick): IndexedDocument[] {
	const makeText = (most: number) => Array.from({ length: 1 + random(most) }, () => pick(words) + pick(gaps)).join('');
	return Array.from({ length: 1 + random(8) }, (_, at) => {
		const heading = random(3) === 0 ? '# red-light police 12,400\n\n' : '';
		const section = random(4) === 0 ? `\n\n## ${makeText(4).replace(/\s/g, ' ')}\n\n${makeText(20)}` : '';
		return makeDocument(`${pick(['a', 'b', 'z'])}${at}`, heading + makeText(60) + section, {
			language: pick(['en', 'en', 'en', 'de', 'ko', 'fr', null]),
			title: pick(['', 'light policy', 'red police', 'Tides 12,400']),
			maxLength: pick([8, 20, 60, 300]),
		});
	});
}

function makeQuery(documents: readonly IndexedDocument[], random: (below: number) => number, pick: Pick): string {
	const texts = documents.flatMap(({ text }) => text.split(/[\s#]+/).filter((word) => word !== ''));
	const row = () => {
		const at = random(texts.length);
		return texts.slice(at, at + 1 + random(5)).join(' ');
	};
	const clauses: readonly (() => string)[] = [
		() => pick(words),
		() => pick(words),
		() => `"${row()}"`,
		() => `"${row()}"`,
		() => `"${pick(words)} ${pick(words)}"~${random(9)}`,
		() => `${pick(starts)}*`,
		() => `-${pick(words)}`,
		() => `-"${row()}"`,
		() => `(${pick(words)} OR ${pick(words)})`,
		() => `("${row()}" OR (${pick(words)} ${pick(words)}))`,
		() => `${pick(words)}-${pick(words)}`,
	];
	const typed = Array.from({ length: 1 + random(4) }, () => pick(clauses)()).join(' ');
	return random(2) === 0 ? typed : `${typed} ${pick(starts)}`;
}

function makeScopes(documents: readonly IndexedDocument[]): readonly (SearchScope | undefined)[] {
	const ids = new Set(documents.slice(0, 2).map(({ id }) => id));
	const ranges = new Map([[documents[0]?.id ?? '', [{ start: 5, end: 25 }]]]);
	return [undefined, undefined, { kind: 'only', ids }, { kind: 'without', ids }, { kind: 'without', ids: new Set(), ranges }];
}

/** Fills an index of each kind with the same documents, some of which came and went before. */
function fillIndexes(documents: readonly IndexedDocument[], seed: number): ReadonlyMap<string, SearchEngine> {
	const joined = new SearchIndex({ maxLivePassages: 3, mergedParts: 50 });
	const indexes = new Map<string, SearchEngine>([
		['live', new SearchIndex({ maxLivePassages: Number.POSITIVE_INFINITY })],
		['packed', new SearchIndex({ maxLivePassages: 2, mergedParts: 2 })],
		['kept and opened', new ReopenedIndex()],
		['joined', joined],
	]);
	for (const index of indexes.values()) {
		for (const document of documents) {
			index.replaceDocument(document);
		}
		for (const document of seed % 2 === 0 ? documents.slice(0, 3) : []) {
			index.replaceDocument(makeDocument(document.id, 'red tide light police', { maxLength: 6 }));
			index.replaceDocument(document);
		}
		if (seed % 3 === 0) {
			index.removeDocument(documents[0]?.id ?? '');
		}
	}
	takeAllSteps(joined.packAllInSteps());
	takeAllSteps(joined.joinInSteps());
	return indexes;
}

/**
 * An answer with its hits as text, as far as sums in another order are the same: of passages with other words whose worth happens to be equal, the last
 * bit of a sum may say which comes first.
 */
function tell({ hits, ...rest }: EngineAnswer) {
	const told = hits.map(({ documentId, start, score, missing, highlights }) => {
		const marks = highlights.map((mark) => `${mark.start}-${mark.end}`).join();
		return { score: score.toPrecision(9), text: `${documentId} ${start} !${missing.join()} ${marks}` };
	});
	const tied: { readonly score: string; readonly texts: string[] }[] = [];
	for (const { score, text } of told) {
		const last = tied.at(-1);
		if (last?.score === score) {
			last.texts.push(text);
		} else {
			tied.push({ score, texts: [text] });
		}
	}
	return { ...rest, hits: tied.map(({ score, texts }) => `${score}: ${texts.sort().join(' / ')}`) };
}

/** What is found, in which order, and what it is worth follows from the documents only, not from the parts in which they lie. */
describe('indexes of the same documents', () => {
	const collections = howMany(20, 400);
	it(`answer the same, however they lie: 8 questions each of ${collections.said} collections`, () => {
		let found = 0;
		for (let seed = 1; seed <= collections.count; seed++) {
			const random = makeRandom(seed);
			const pick: Pick = (of) => of[random(of.length)] as (typeof of)[number];
			const documents = makeDocuments(random, pick);
			const indexes = fillIndexes(documents, seed);
			const texts = new Map(documents.map(({ id, text }) => [id, text]));
			for (let question = 0; question < 8; question++) {
				const query = parseQuery(makeQuery(documents, random, pick));
				const isTyping = random(2) === 0;
				const scope = pick(makeScopes(documents));
				const options = { isTyping, ...(scope && { scope }) };
				const ask = (index: SearchEngine, by: SearchOptions['by'], limit: number) =>
					index.search(query, { ...options, by, limit }, textSourceOf(texts));
				for (const by of ['passage', 'document'] as const) {
					let expected: ReturnType<typeof tell> | undefined;
					for (const [name, index] of indexes) {
						const label = `${seed}, ${name}, by ${by}, ${isTyping ? 'typing' : 'typed'}, ${scope?.kind}: ${query.text}`;
						const all = ask(index, by, Number.POSITIVE_INFINITY);
						expected ??= tell(all);
						assert.deepEqual(tell(all), expected, label);
						assert.deepEqual(ask(index, by, 3), { ...all, hits: all.hits.slice(0, 3) }, `the first of ${label}`);
						if (by === 'passage') {
							assertListsTheSame(index, query, options);
						}
						found += all.total;
					}
				}
			}
		}
		assert.ok(found > collections.count * 20, `${found} found`);
	});
});
