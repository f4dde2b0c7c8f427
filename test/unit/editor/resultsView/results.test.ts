import assert from 'node:assert/strict';
import { Cancelled } from '../../../../src/base/cancellation.ts';
import { KnownDocuments } from '../../../../src/editor/knownDocuments.ts';
import { Results } from '../../../../src/editor/resultsView/results.ts';
import type { ResultGrouping, ResultHit, ResultNode } from '../../../../src/editor/resultsView/resultsModel.ts';
import { toEmptyLine, toHeaderLine } from '../../../../src/editor/resultsView/resultWords.ts';
import { ChosenScope } from '../../../../src/editor/searchScope.ts';
import { MemorySource } from '../../../support/memorySource.ts';
import { makeLibrary, type OpenLibrary } from '../../../support/openLibrary.ts';
import { translate } from '../translate.ts';

/** One library for all: what a test changes, no other looks at. */
let opened: Promise<OpenLibrary> | undefined;

async function fill(): Promise<OpenLibrary> {
	const source = new MemorySource()
		.write('mem:/n/2008/old.md', '---\ntitle: Old\ndate: 2008-03-01\n---\n\nThe tides of old wells.')
		.write('mem:/n/2019/new.md', '---\ntitle: New\ndate: 2019-05-02\n---\n\nThe tides of late rise.')
		.write('mem:/n/plain.txt', 'Nobody dated these tides.')
		// A heading parts passages: one each.
		.write('mem:/n/long.md', Array.from({ length: 230 }, (_, n) => `# Day ${n}\n\nThe storms.`).join('\n\n'));
	const library = makeLibrary(source);
	await library.open(['mem:/n']);
	return library;
}

async function open(grouping: ResultGrouping = 'document', memory = { get: () => undefined, update: async () => undefined }) {
	opened ??= fill();
	const { library, shown } = await opened;
	const documents = new KnownDocuments();
	documents.apply({ upserted: [...shown.values()], removedIds: [] });
	const scope = new ChosenScope(documents, memory);
	const errors: unknown[] = [];
	const results = new Results(
		{ getLibrary: () => library, documents, scope, locale: 'en', reportFailure: (error) => errors.push(error) },
		grouping,
	);
	return { results, documents, scope, library };
}

const idsOf = (nodes: readonly ResultNode[]) =>
	nodes.map((node) => (node.type === 'document' ? node.documentId.slice('mem:/n/'.length) : node.type));
const placeOf = ({ hit, parent }: ResultHit) => ({ documentId: hit.documentId, isFull: parent.isFull, start: hit.start });

describe('the results of a question', () => {
	it('stand by document, with a page of passages in each and a line that leads on', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms', isTyping: false });
		const [document, ...others] = await results.childrenOf(undefined);
		assert.ok(document?.type === 'document' && others.length === 0);
		assert.equal(document.count, results.shown?.set.total);
		const first = await results.childrenOf(document);
		assert.equal(first.length, 101);
		const more = first.at(-1);
		assert.ok(more?.type === 'more');
		assert.equal(more.restCount, document.count - 100);
		results.loadMore(document);
		results.loadMore(document);
		const all = await results.childrenOf(document);
		assert.equal(all.length, document.count);
		assert.ok(all.every((node) => node.type === 'hit'));
	});

	for (const [grouping, expected] of [
		['document', ['2008/old.md 1', '2019/new.md 1', 'plain.txt 1']],
		['year', ['year 2019 1', 'year 2008 1', 'year  1']],
		['folder', ['folder  1', 'folder /2008 1', 'folder /2019 1']],
	] as const) {
		it(`are grouped by ${grouping}`, async () => {
			const { results } = await open(grouping);
			await results.ask({ query: 'tides', isTyping: false });
			const roots = results.shown?.model.roots.map((node) =>
				node.type === 'group' ? `${node.by} ${node.name} ${node.count}` : `${node.documentId.slice('mem:/n/'.length)} ${node.count}`,
			);
			assert.deepEqual(grouping === 'document' ? roots?.sort() : roots, expected);
		});
	}

	it('have what holds only a part in a group of its own, behind the rest', async () => {
		const { results } = await open('year');
		await results.ask({ query: 'tides wells', isTyping: false });
		const { shown } = results;
		assert.deepEqual(
			shown?.model.roots.map((node) => (node.type === 'group' ? [node.by, node.count] : [])),
			[
				['year', 1],
				['partial', 2],
			],
		);
		assert.ok(shown !== undefined);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), '1 passage in 1 of 4 documents; also: 2 without “wells”');
	});

	it('are walked through, over the ends of documents and pages, and begin anew at the end', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms OR tides', isTyping: false });
		const total = results.shown?.set.total ?? 0;
		for (const direction of [1, -1] as const) {
			const seen = new Set<string>();
			let hit: ResultHit | undefined;
			for (let count = 0; count < total; count++) {
				hit = await results.step(hit && placeOf(hit), direction);
				assert.ok(hit !== undefined);
				seen.add(`${hit.hit.documentId} ${hit.hit.start}`);
			}
			assert.equal(seen.size, total);
			const again = await results.step(hit && placeOf(hit), direction);
			assert.ok(again !== undefined && seen.has(`${again.hit.documentId} ${again.hit.start}`));
			// What was walked to is a line of the view.
			const lines = await results.childrenOf(again.parent);
			assert.ok(lines.some((line) => line.type === 'hit' && line.hit.start === again.hit.start));
		}
	});

	it('lose what is dismissed, in every count, and get it back', async () => {
		const { results } = await open('year');
		await results.ask({ query: 'tides', isTyping: false });
		const [group] = results.shown?.model.roots ?? [];
		assert.ok(group?.type === 'group' && group.documents[0] !== undefined);
		const [hit] = await results.childrenOf(group.documents[0]);
		assert.ok(hit?.type === 'hit');
		results.dismiss([hit]);
		const { shown } = results;
		assert.ok(shown !== undefined);
		assert.deepEqual([shown.model.total, shown.model.documentCount, shown.model.roots.length], [2, 2, 2]);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), '2 passages in 2 of 4 documents · 1 dismissed');
		await results.renew();
		assert.equal(results.shown?.model.total, 2);
		results.dismiss(shown.model.roots);
		assert.equal(await results.step(undefined, 1), undefined);
		results.restore();
		assert.equal(results.shown?.model.total, 3);
	});

	it('are renewed by themselves when the scope changes', async () => {
		const { results, scope, documents } = await open();
		await results.ask({ query: 'tides', isTyping: false });
		const plain = documents.get('mem:/n/plain.txt');
		assert.ok(plain !== undefined);
		const changed = new Promise<void>((resolve) => results.onDidChange(resolve));
		await scope.turn(true);
		await scope.setDocuments([plain], false);
		await changed;
		assert.deepEqual(idsOf(results.shown?.model.documents ?? []).sort(), ['2008/old.md', '2019/new.md']);
		results.dispose();
	});

	it('can be of some documents only', async () => {
		const { results } = await open();
		await results.ask({ query: 'tides', isTyping: false, documentIds: ['mem:/n/plain.txt'] });
		assert.deepEqual(idsOf(results.shown?.model.documents ?? []), ['plain.txt']);
	});

	it('are those of the last question', async () => {
		const { results } = await open();
		const first = results.ask({ query: 'tides', isTyping: false });
		const second = results.ask({ query: 'storms', isTyping: false });
		await assert.rejects(first, Cancelled);
		await second;
		assert.equal(results.shown?.set.query, 'storms');
		results.clear();
		assert.equal(results.shown, undefined);
		assert.equal(await results.step(undefined, 1), undefined);
	});

	it('give every passage to an export, without what was dismissed', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms', isTyping: false });
		const [document] = results.shown?.model.documents ?? [];
		assert.ok(document !== undefined);
		const [hit] = await results.childrenOf(document);
		assert.ok(hit?.type === 'hit');
		results.dismiss([hit]);
		let count = 0;
		for await (const { hits } of results.allHits({ isCancellationRequested: false })) {
			count += hits.length;
		}
		assert.equal(count, document.count - 1);
		await assert.rejects(async () => {
			for await (const _ of results.allHits({ isCancellationRequested: true })) {
				assert.fail();
			}
		}, Cancelled);
	});

	it('say in how many documents nothing was found', async () => {
		const { results } = await open();
		await results.ask({ query: 'earthquakes', isTyping: false });
		const { shown } = results;
		assert.ok(shown !== undefined);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), undefined);
		assert.equal(toEmptyLine(shown.set, undefined, translate), 'No match in 4 of 4 documents');
		await results.ask({ query: 'tides type:pdf', isTyping: false });
		assert.equal(results.shown && toEmptyLine(results.shown.set, undefined, translate), 'No match in the documents that type:pdf chooses');
	});
});
