import assert from 'node:assert/strict';
import { silentLog } from '../../src/base/log.ts';
import { KnownDocuments } from '../../src/editor/knownDocuments.ts';
import { stepFrom } from '../../src/editor/resultsView/resultSteps.ts';
import { Results } from '../../src/editor/resultsView/results.ts';
import { ChosenScope } from '../../src/editor/searchScope.ts';
import { defaultCaps } from '../../src/library/caps.ts';
import type { DocumentSummary } from '../../src/library/document.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import { createLibrary } from '../../src/service/libraryService.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeSourceFolder } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';
import { inTime } from '../support/timeLimits.ts';

/** Sections are passages of their own. */
const documentCount = 2_000;
const sectionsEach = 50;

describe('a hundred thousand matches', () => {
	const shown = new Map<string, DocumentSummary>();
	const library = createLibrary({
		source: fill(),
		engine: new SearchIndex(),
		events: {
			onDidChangeDocuments: ({ upserted }) => upserted.forEach((summary) => shown.set(summary.id, summary)),
			onDidChangeStatus: () => undefined,
			onDidBuildTermTable: () => undefined,
		},
		log: silentLog,
		uses: { search: true, terms: false, earlyTables: false },
	});

	before(async () => {
		await library.open({ folders: [makeSourceFolder('mem:/n')], caps: defaultCaps, glossaryFiles: [] });
		await library.whenReady();
	});
	after(() => library.dispose());

	async function open() {
		const documents = new KnownDocuments();
		documents.apply({ upserted: [...shown.values()], removedIds: [] });
		const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
		return new Results(
			{ getLibrary: () => library, documents, scope, locale: 'en', reportFailure: (error) => assert.fail(String(error)) },
			'year',
		);
	}

	it('are counted as a plain count of the sources has them, in every sum', async () => {
		const results = await open();
		await results.ask({ query: 'tide', isTyping: false });
		const { shown: now } = results;
		assert.ok(now !== undefined);
		assert.equal(now.set.total, documentCount * sectionsEach);
		assert.equal(now.model.total, now.set.total);
		assert.equal(
			now.model.roots.reduce((sum, root) => sum + root.count, 0),
			now.set.total,
		);
		const facets = await library.findFacets({ query: 'tide', isTyping: false });
		const years = facets.find(({ field }) => field === 'date');
		assert.equal(
			years?.values.reduce((sum, { count }) => sum + count, 0),
			now.set.total,
		);
		assert.equal(
			years?.values.reduce((sum, { documentCount: ofYear }) => sum + ofYear, 0),
			documentCount,
		);
	});

	it('are counted, drawn, walked through and summed without a hang', async () => {
		const results = await open();
		const question = { query: 'tide', isTyping: false };
		await inTime(100, () => library.findMatches(question), 'counting');
		await inTime(300, () => results.ask(question), 'their lines');
		await results.whenFolded();
		const [first] = results.shown?.model.documents ?? [];
		assert.ok(first !== undefined);
		const page = { documentId: first.documentId, isFull: true };
		const { length } = await inTime(50, () => library.getMatches(question, { ...page, from: 0, count: 100 }), 'a page');
		assert.equal(length, sectionsEach);
		const before = await inTime(50, () => stepFrom(results, { ...page, start: -1 }, -1), 'a step back from the first');
		assert.ok(before !== undefined && before.hit.documentId !== first.documentId, 'it goes round to the last document');
		await inTime(150, () => library.findFacets(question), 'facets');
	});
});

function fill(): MemorySource {
	const random = makeRandom(7);
	const source = new MemorySource();
	for (let number = 0; number < documentCount; number++) {
		const sections = Array.from({ length: sectionsEach }, (_, at) => `# Part ${at}\n\nThe tide of ${random(1_000_000)} came.`);
		source.write(
			`mem:/n/${number % 20}/${number}.md`,
			`---\ndate: ${1990 + (number % 30)}\nauthor: Writer ${number % 300}\n---\n\n${sections.join('\n\n')}\n`,
		);
	}
	return source;
}
