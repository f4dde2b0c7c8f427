import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { IndexedDocument } from '../../src/search/engine.ts';
import { parseQuery } from '../../src/search/query.ts';
import type { Library } from '../../src/service/library.ts';
import { splitPassages } from '../../src/text/passages.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { howMany } from '../support/howMany.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary } from '../support/openLibrary.ts';
import { scanPlainly } from '../support/plainScan.ts';
import { makeRandom } from '../support/random.ts';

/** What was written at the head of a document: what its fields are is known from here, not from what was read. */
interface Made {
	readonly id: string;
	readonly title: string;
	readonly author: string | null;
	readonly site: string | null;
	readonly year: number | null;
	readonly type: 'md' | 'html';
}

/** A clause that chooses documents, and which ones by what was written. */
type FieldClause = readonly [field: string, clause: string, fits: (made: Made) => boolean];

const fieldClauses: readonly FieldClause[] = [
	['author', 'author:"Kim Lee"', ({ author }) => author === 'Kim Lee'],
	['author', 'by:nunez', ({ author }) => author === 'José Núñez'],
	['author', 'author:none', ({ author }) => author === null],
	['site', 'site:"harbour post"', ({ site }) => site === 'The Harbour Post'],
	['site', 'publisher:tide', ({ site }) => site === 'Daily Tide'],
	['site', 'site:none', ({ site }) => site === null],
	['date', 'year:2019', ({ year }) => year === 2019],
	['date', 'year:2009..2020', ({ year }) => year !== null && year >= 2009 && year <= 2020],
	['date', 'date:..2015-12', ({ year }) => year !== null && year <= 2015],
	['date', 'years:2019..', ({ year }) => year !== null && year >= 2019],
	['date', 'year:none', ({ year }) => year === null],
	['type', 'type:html', ({ type }) => type === 'html'],
	['type', 'kind:md', ({ type }) => type === 'md'],
	['path', 'path:/reports/', ({ id }) => id.includes('/reports/')],
	['path', 'folder:reports/old', ({ id }) => id.includes('/reports/old/')],
	['path', 'path:made/notes', ({ id }) => id.includes('/made/notes/')],
	['title', 'title:wells', ({ title }) => title.startsWith('Wells')],
	['title', 'title:"roads of stone"', ({ title }) => title.startsWith('Roads of stone')],
];

let random = makeRandom(4);
function pick<T>(of: readonly T[]): T {
	return of[random(of.length)] as T;
}

/** Sentences of real text, without the lines at its head that name author and source. */
const sentences = fs
	.readdirSync('seeds')
	.flatMap((name) =>
		fs
			.readFileSync(path.join('seeds', name), 'utf8')
			.split(/\n\s*\n/)
			.slice(3),
	)
	.flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?]) /))
	.filter((sentence) => sentence.length > 40 && !/[<>#*_`|[\]]/.test(sentence));
const korean = ['정부는 댐을 새로 지었다.', '여성들이 댐에 반대했다.', '정부가 여성들의 말을 들었다.'];

function writeDocuments(source: MemorySource): readonly Made[] {
	return Array.from({ length: 24 }, (_, at) => {
		const type = pick(['md', 'md', 'html'] as const);
		const made: Made = {
			id: `mem:/made/${pick(['', 'reports/', 'reports/old/', 'notes/'])}d${at}.${type}`,
			title: `${pick(['Wells', 'Roads of stone', 'Letters'])} ${at}`,
			author: pick(['Kim Lee', 'José Núñez', 'Ann Roe', null]),
			site: pick(['The Harbour Post', 'Daily Tide', null]),
			year: pick([2008, 2015, 2019, 2023, null]),
			type,
		};
		const { title, author, site, year } = made;
		const paragraphs = Array.from({ length: 2 + random(5) }, () =>
			Array.from({ length: 1 + random(4) }, () => (random(6) === 0 ? pick(korean) : pick(sentences))).join(' '),
		);
		const lines = (form: readonly (readonly [unknown, string])[]) =>
			form.flatMap(([value, line]) => (value === null ? [] : [line])).join('\n');
		source.write(
			made.id,
			type === 'md'
				? `---\n${lines([
						[title, `title: ${title}`],
						[author, `author: ${author}`],
						[site, `publisher: ${site}`],
						[year, `date: ${year}-05-02`],
					])}\n---\n\n${paragraphs.join('\n\n')}\n`
				: `<html><head><title>${title}</title>${lines([
						[author, `<meta name="author" content="${author}">`],
						[site, `<meta property="og:site_name" content="${site}">`],
						[year, `<meta property="article:published_time" content="${year}-05-02">`],
					])}</head><body><article>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
		);
		return made;
	});
}

/** What the library answers to text with fields, against what was written at the heads and a plain scan of the texts. A fixed seed: a failure can be run again. */
describe('search with fields agrees with a plain scan', () => {
	const source = new MemorySource();
	const all = writeDocuments(source);
	let library: Library;
	let documents: readonly IndexedDocument[];
	let tokens: readonly { readonly text: string; readonly tokens: ReturnType<typeof tokenise> }[];

	before(async () => {
		const opened = makeLibrary(source);
		await opened.open(['mem:/made']);
		({ library } = opened);
		documents = await Promise.all(
			all.map(async ({ id }) => {
				const content = await library.getContent(id);
				assert.ok(content !== undefined, id);
				return { id, title: content.title ?? '', language: content.language, text: content.text, passages: splitPassages(content) };
			}),
		);
		tokens = documents.map(({ text }) => ({ text, tokens: tokenise(text) }));
	});

	/** Words in a row out of one of the texts. */
	function pickRow(count: number): readonly string[] {
		const { text, tokens: row } = pick(tokens);
		const at = random(Math.max(1, row.length - count));
		return row.slice(at, at + count).map(({ start, end }) => text.slice(start, end));
	}
	const word = () => pickRow(1).join('');
	const phrase = () => {
		const { text, tokens: row } = pick(tokens);
		const at = random(row.length - 5);
		return `"${text.slice(row[at]?.start, row[at + 1 + random(4)]?.end).replaceAll(/["“”]/g, ' ')}"`;
	};
	const near = () => {
		const row = pickRow(2 + random(7));
		return `"${row.at(-1)} ${row[0]}"~${random(10)}`;
	};
	const kinds: readonly (readonly [string, () => string])[] = [
		['a word', word],
		['two words', () => pickRow(6).slice(-2).join(' ')],
		['a phrase', phrase],
		['words near to each other', near],
		['one of two', () => `(${word()} OR ${phrase()})`],
		['an excluded word', () => `${word()} -${word()}`],
		['the start of a word', () => `${word().slice(0, 4)}*`],
		['Korean', () => pick(['정부', '댐', '여성', '"댐에 반대"', '정부 댐', '"여성들 말을"~3', '(정부 OR 반대) -댐'])],
	];
	const asked = howMany(20, 1_300);
	for (const [at, [kind, make]] of kinds.entries()) {
		it(`${kind}: ${asked.said} queries`, async () => {
			random = makeRandom(at);
			let [found, full, narrowed] = [0, 0, 0];
			for (let run = 0; run < asked.count; run++) {
				const chosen = Array.from({ length: 1 + random(3) }, () => ({ clause: pick(fieldClauses), isExcluded: random(4) === 0 }));
				const isChosen = (made: Made) =>
					chosen.every(
						({ clause: [field, , fits], isExcluded }) =>
							(isExcluded && !fits(made)) ||
							(!isExcluded && chosen.some((other) => !other.isExcluded && other.clause[0] === field && other.clause[2](made))),
					);
				const fields = chosen.map(({ clause: [, clause], isExcluded }) => (isExcluded ? '-' : '') + clause);
				const text = make();
				const query = (random(2) === 0 ? [text, ...fields] : [...fields, text]).join(' ');
				const answer = await library.search(query, { limit: 10_000, by: 'passage', isTyping: false });
				const everywhere = scanPlainly(documents, parseQuery(text));
				const ids = new Set(all.filter(isChosen).map(({ id }) => id));
				const expected = everywhere.filter(({ documentId }) => ids.has(documentId));
				const key = (hit: { documentId: string; start: number; missing: readonly string[] }) =>
					`${hit.documentId} ${hit.start} ${hit.missing.join()}`;
				assert.deepEqual(answer.corrections, [], query);
				assert.deepEqual(answer.hits.map(key).sort(), expected.map(key).sort(), query);
				const whole = expected.filter(({ missing }) => missing.length === 0);
				const total = whole.length;
				assert.deepEqual([answer.total, answer.partialTotal], [total, expected.length - total], query);
				const byDocument = await library.search(query, { limit: 10_000, by: 'document', isTyping: false });
				const documentsOf = (hits: readonly { documentId: string }[]) => new Set(hits.map(({ documentId }) => documentId)).size;
				assert.deepEqual([byDocument.inOnePassage, byDocument.hits.length], [documentsOf(whole), documentsOf(expected)], query);
				found += Number(expected.length > 0);
				full += Number(total > 0);
				narrowed += Number(expected.length > 0 && expected.length < everywhere.length);
			}
			const enough = asked.count / 4;
			assert.ok(
				found > enough && full > enough && narrowed > enough,
				`${found} found something, ${full} everything, ${narrowed} less for their fields`,
			);
		});
	}
});
