import assert from 'node:assert/strict';
import { Cancelled } from '../../../../src/base/cancellation.ts';
import { KnownDocuments } from '../../../../src/editor/knownDocuments.ts';
import { Dismissals } from '../../../../src/editor/resultsView/dismissals.ts';
import { findLineBehind, findLineBeside, stepFrom } from '../../../../src/editor/resultsView/resultSteps.ts';
import { Results } from '../../../../src/editor/resultsView/results.ts';
import { type ResultGrouping, type ResultHit, type ResultNode, toPlace } from '../../../../src/editor/resultsView/resultsModel.ts';
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

const said = 'Every spring the harbour master counts the boats and writes their names into the book.';

/** What a folder of its own says of boats. `whileFolding` comes before each answer to what says the same. */
async function askForBoats(
	source: MemorySource,
	folder: string,
	grouping: ResultGrouping = 'document',
	whileFolding = async (_: Results) => {},
): Promise<Results> {
	const { library, shown, open: openFolders } = makeLibrary(source);
	await openFolders([folder]);
	const documents = new KnownDocuments();
	documents.apply({ upserted: [...shown.values()], removedIds: [] });
	const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
	const reportFailure = (error: unknown) => assert.fail(String(error));
	const findLikeMatches: typeof library.findLikeMatches = async (...asked) => {
		const folds = await library.findLikeMatches(...asked);
		await whileFolding(results);
		return folds;
	};
	const getLibrary = () => ({ ...library, findLikeMatches });
	const results: Results = new Results({ getLibrary, documents, scope, locale: 'en', reportFailure }, grouping);
	await results.ask({ query: 'boats', isTyping: false });
	await results.whenFolded();
	return results;
}

/** The results of a logbook that says one thing three times, and of a note on it. */
async function openWithCopies() {
	const source = new MemorySource()
		.write(
			'mem:/c/log.md',
			`# Day 1\n\n${said}\n\n# Day 2\n\nNo boats came.\n\n# Day 3\n\n${said.toUpperCase()}\n\n# Day 4\n\nTen boats sank.\n\n# Day 5\n\n${said}`,
		)
		.write('mem:/c/note.md', '# Note\n\nNobody knows how many boats there were in all, or who counted them in which year.');
	const results = await askForBoats(source, 'mem:/c');
	const log = results.shown?.model.documents.find(({ documentId }) => documentId === 'mem:/c/log.md');
	assert.ok(log !== undefined);
	return { results, log };
}

/** The results of three reports: the first two say the same beside something else, the third says only that. */
async function openWithReprints(grouping: ResultGrouping = 'document', whileFolding?: (results: Results) => Promise<void>) {
	const source = new MemorySource()
		.write(
			'mem:/r/2018/first.md',
			`${said}\n\n# More\n\nBoats, boats, and again boats were what the old harbour of the town was built for.`,
		)
		.write('mem:/r/2018/second.md', `# Storm\n\nTen boats sank in the storm that came out of the north that night.\n\n# Spring\n\n${said}`)
		.write('mem:/r/2019/third.md', said);
	return { results: await askForBoats(source, 'mem:/r', grouping, whileFolding) };
}

/** The view as it is drawn with every document open: `first: Every +2, Boats`. */
async function drawAll(results: Results): Promise<string[]> {
	const drawn: string[] = [];
	for (const root of await results.childrenOf(undefined)) {
		for (const document of root.type === 'group' ? await results.childrenOf(root) : [root]) {
			if (document.type === 'document') {
				const lines = (await results.childrenOf(document)).map((line) =>
					line.type === 'hit'
						? `${line.hit.text.slice(0, 5).trim()}${line.elsewhere.length > 0 ? ` +${line.elsewhere.length}` : ''}`
						: line.type,
				);
				const above = document.foldedCount === 0 ? '' : ` (${document.foldedCount} above)`;
				drawn.push(`${document.documentId.replace(/^.*\//, '').replace('.md', '')}${above}: ${lines.join(', ')}`);
			}
		}
	}
	return drawn;
}

/** Passages by their first words, and how many are folded behind each. */
const linesOf = (nodes: readonly ResultNode[]) =>
	nodes.map((node) =>
		node.type === 'hit' ? `${node.hit.text.split(' ')[0]}${node.like.length > 0 ? ` +${node.like.length}` : ''}` : node.type,
	);
const idsOf = (nodes: readonly ResultNode[]) =>
	nodes.map((node) => (node.type === 'document' ? node.documentId.slice('mem:/n/'.length) : node.type));

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

	it('are copied whole, each once, though only a page of them is loaded', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms', isTyping: false });
		const [document] = await results.childrenOf(undefined);
		assert.ok(document?.type === 'document');
		const [first] = await results.childrenOf(document);
		assert.ok(first?.type === 'hit');
		const hits = await results.passagesOf([document, first]);
		assert.equal(hits.length, document.count);
		assert.ok(hits.length > 200);
		await results.dismiss([first]);
		assert.equal((await results.passagesOf(await results.childrenOf(undefined))).length, results.shown?.model.total);
	});

	it('stay those of their own question until the next one is answered', async () => {
		const { results } = await open();
		await results.ask({ query: 'tides', isTyping: false });
		const asked = results.ask({ query: 'storms', isTyping: false, documentIds: ['mem:/n/long.md'] });
		assert.equal(results.shown?.question.query, 'tides');
		const [document] = await results.childrenOf(undefined);
		const [hit] = document === undefined || document.type === 'hit' || document.type === 'more' ? [] : await results.childrenOf(document);
		assert.ok(hit?.type === 'hit' && /tides/.test(hit.hit.text));
		await asked;
		assert.equal(results.shown?.question.query, 'storms');
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
		// Asked while documents were still being read, the four are not all.
		const early = { ...shown.set, coverage: { ...shown.set.coverage, found: 221 } };
		assert.equal(
			toHeaderLine(early, shown.model, translate),
			'1 passage in 1 of 4 documents; 217 are still being read; also: 2 without “wells”',
		);
	});

	it('are walked through, over the ends of documents and pages, and begin anew at the end', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms OR tides', isTyping: false });
		const total = results.shown?.set.total ?? 0;
		for (const direction of [1, -1] as const) {
			const seen = new Set<string>();
			let hit: ResultHit | undefined;
			for (let count = 0; count < total; count++) {
				hit = await stepFrom(results, hit && toPlace(hit), direction);
				assert.ok(hit !== undefined);
				seen.add(`${hit.hit.documentId} ${hit.hit.start}`);
			}
			assert.equal(seen.size, total);
			const again = await stepFrom(results, hit && toPlace(hit), direction);
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
		await results.dismiss([hit]);
		const { shown } = results;
		assert.ok(shown !== undefined);
		assert.deepEqual([shown.model.total, shown.model.documentCount, shown.model.roots.length], [2, 2, 2]);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), '2 passages in 2 of 4 documents · 1 dismissed');
		await results.renew();
		assert.equal(results.shown?.model.total, 2);
		await results.dismiss(shown.model.roots);
		assert.equal(await stepFrom(results, undefined, 1), undefined);
		await results.restore();
		assert.equal(results.shown?.model.total, 3);
	});

	it('fold what says the same in a document, and count it all the same', async () => {
		const { results, log } = await openWithCopies();
		const lines = await results.childrenOf(log);
		assert.deepEqual(linesOf(lines), ['Every +2', 'No', 'Ten']);
		assert.deepEqual([log.count, results.shown?.model.total], [5, 6]);
		assert.deepEqual(linesOf(await results.hitsOf(log)), ['Every +2', 'No', 'EVERY', 'Ten', 'Every']);
		let count = 0;
		for await (const { hits } of results.allHits({ isCancellationRequested: false })) {
			count += hits.length;
		}
		assert.equal(count, 6);
	});

	for (const direction of [1, -1] as const) {
		it(`are walked through by place, also where they are folded (${direction})`, async () => {
			const { results, log } = await openWithCopies();
			const walked: ResultHit[] = [];
			for (let count = 0; count < 6; count++) {
				const last = walked.at(-1);
				const hit = await stepFrom(results, last && toPlace(last), direction);
				assert.ok(hit !== undefined);
				walked.push(hit);
			}
			const inLog = walked.filter(({ parent }) => parent === log);
			const expected = ['Every +2', 'No', 'EVERY', 'Ten', 'Every'];
			assert.deepEqual(linesOf(inLog), direction === 1 ? expected : expected.reverse());
			// The line that unfolds to show it is a line of the view.
			const [first] = await results.childrenOf(log);
			assert.deepEqual(
				inLog.map(({ behind }) => behind).filter((behind) => behind !== undefined),
				[first, first],
			);
		});
	}

	it('lose a line with all that is folded behind it', async () => {
		const { results, log } = await openWithCopies();
		const [first] = await results.childrenOf(log);
		assert.ok(first?.type === 'hit');
		await results.dismiss([first]);
		const { shown } = results;
		assert.ok(shown !== undefined);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), '3 passages in 2 of 2 documents · 3 dismissed');
		assert.deepEqual(linesOf(await results.childrenOf(shown.model.find(toPlace(first)))), ['No', 'Ten']);
	});

	it('keep a line of which one that was folded is dismissed', async () => {
		const { results, log } = await openWithCopies();
		const [first] = await results.childrenOf(log);
		assert.ok(first?.type === 'hit' && first.like[0] !== undefined);
		await results.dismiss([first.like[0]]);
		assert.deepEqual(linesOf(await results.childrenOf(results.shown?.model.find(toPlace(first)))), ['Every +1', 'No', 'Ten']);
	});

	it('fold what several documents say alike behind the first, and count it all the same', async () => {
		const { results } = await openWithReprints();
		const drawn = await drawAll(results);
		// Which document comes first is the ranking's own.
		const [first] = results.shown?.model.documents.filter(({ foldedCount }) => foldedCount === 0) ?? [];
		assert.ok(first !== undefined);
		const others = drawn.filter((line) => /above/.test(line));
		assert.equal(drawn.filter((line) => /\+2/.test(line)).length, 1, drawn.join(' / '));
		assert.ok(
			others.every((line) => !/Every/.test(line)),
			drawn.join(' / '),
		);
		assert.deepEqual([results.shown?.model.total, results.shown?.model.documentCount, results.shown?.set.total], [5, 3, 5]);
		let count = 0;
		for await (const { hits } of results.allHits({ isCancellationRequested: false })) {
			count += hits.length;
		}
		assert.equal(count, 5);
	});

	it('open a line to the passages of other documents, each in its own', async () => {
		const { results } = await openWithReprints();
		const [line] = (await Promise.all((results.shown?.model.documents ?? []).map((document) => results.childrenOf(document))))
			.flat()
			.filter((node) => node.type === 'hit' && node.elsewhere.length > 0);
		assert.ok(line?.type === 'hit');
		const behind = await results.behind(line);
		assert.equal(behind.length, 2);
		assert.ok(behind.every((node) => node.behind === line && node.parent !== line.parent && node.hit.text.startsWith('Every spring')));
		assert.equal(new Set([line, ...behind].map(({ hit }) => hit.documentId)).size, 3);
	});

	it('bring back what was dismissed behind another line once it says something else', async () => {
		const { results } = await openWithReprints();
		const [line] = (await Promise.all((results.shown?.model.documents ?? []).map((document) => results.childrenOf(document))))
			.flat()
			.filter((node) => node.type === 'hit' && node.elsewhere.length > 0);
		assert.ok(line?.type === 'hit');
		const dismissals = new Dismissals();
		dismissals.dismiss(line);
		const [first, second] = line.elsewhere;
		assert.ok(first !== undefined && second !== undefined);
		dismissals.follow(first.documentId, [{ ...first, text: said.toUpperCase() }], true);
		dismissals.follow(second.documentId, [{ ...second, text: 'Nobody counts the boats any more, since the last of them was sold.' }], true);
		assert.deepEqual([dismissals.isDismissed(first), dismissals.isDismissed(second)], [true, false]);
	});

	for (const direction of [1, -1] as const) {
		it(`are walked through also where they stand behind another document (${direction})`, async () => {
			const { results } = await openWithReprints();
			const walked: ResultHit[] = [];
			for (let count = 0; count < 5; count++) {
				const last = walked.at(-1);
				const hit = await stepFrom(results, last && toPlace(last), direction);
				assert.ok(hit !== undefined);
				walked.push(hit);
			}
			assert.equal(new Set(walked.map(({ hit }) => `${hit.documentId} ${hit.start}`)).size, 5);
			const folded = walked.filter(({ behind }) => behind !== undefined);
			assert.equal(folded.length, 2);
			// The line that unfolds to show it is a line of the view.
			for (const { behind, hit } of folded) {
				assert.ok(behind !== undefined && behind.hit.documentId !== hit.documentId);
				assert.ok((await results.childrenOf(behind.parent)).some((line) => line.id === behind.id));
			}
		});
	}

	it('lose a line with what stands behind it in other documents; of a document that goes the others stand by themselves', async () => {
		const { results } = await openWithReprints();
		const find = async () =>
			(await Promise.all((results.shown?.model.documents ?? []).map((document) => results.childrenOf(document))))
				.flat()
				.find((node) => node.type === 'hit' && node.elsewhere.length > 0);
		const line = await find();
		assert.ok(line?.type === 'hit');
		await results.dismiss([line]);
		assert.deepEqual([results.shown?.model.total, (await drawAll(results)).some((drawn) => /Every/.test(drawn))], [2, false]);
		await results.restore();
		const again = await find();
		assert.ok(again?.type === 'hit');
		await results.dismiss([again.parent]);
		assert.equal((await drawAll(results)).filter((drawn) => /Every/.test(drawn)).length, 2);
	});

	it('fold each group by itself', async () => {
		const { results } = await openWithReprints('folder');
		const drawn = await drawAll(results);
		assert.equal(drawn.filter((line) => /Every \+1/.test(line)).length, 1, drawn.join(' / '));
		assert.ok(drawn.includes('third: Every'), drawn.join(' / '));
		await results.groupBy('document');
		await results.whenFolded();
		assert.equal((await drawAll(results)).filter((line) => /Every \+2/.test(line)).length, 1);
	});

	it('fold each group by itself, also where they are grouped while they are renewed', async () => {
		let then: ((results: Results) => Promise<void>) | undefined;
		const { results } = await openWithReprints('document', async (shown) => {
			const now = then;
			then = undefined;
			await now?.(shown);
		});
		then = (shown) => shown.groupBy('folder');
		await results.renew();
		await results.whenFolded();
		const drawn = await drawAll(results);
		assert.ok(drawn.includes('third: Every'), drawn.join(' / '));
	});

	for (const [what, at, expected] of [
		['a line with others behind it', 0, 'No'],
		['a line before one that is folded elsewhere', 1, 'Ten'],
		['a folded one: the next behind the same line', 2, 'Every'],
		['the last folded one: the next line', 4, 'No'],
	] as const) {
		it(`know which line stands where one goes: ${what}`, async () => {
			const { results, log } = await openWithCopies();
			const hit = (await results.hitsOf(log))[at];
			assert.ok(hit !== undefined);
			const next = await findLineBehind(results, hit);
			assert.ok(next !== undefined);
			assert.deepEqual(linesOf([next]), [expected]);
		});
	}

	it('know that no line stands where the only one goes', async () => {
		const { results } = await openWithCopies();
		await results.ask({ query: 'spring', isTyping: false, documentIds: ['mem:/c/log.md'] });
		const [document] = results.shown?.model.documents ?? [];
		const [line, ...others] = await results.childrenOf(document);
		assert.ok(line?.type === 'hit' && line.like.length === 2 && others.length === 0);
		assert.equal(await findLineBehind(results, line), undefined);
	});

	/** What is dismissed of a diary that says of wells in three of its entries, and what is left once the diary is another. */
	function follows(name: string, changed: string, left: readonly string[], narrowed: readonly string[] = []) {
		it(name, async () => {
			const source = new MemorySource().write(
				'mem:/d/diary.md',
				'# One\n\nDry wells.\n\n# Two\n\nDeep wells of salt.\n\n# Three\n\nThe old wells.',
			);
			const { library, shown, open: openFolders } = makeLibrary(source);
			await openFolders(['mem:/d']);
			const documents = new KnownDocuments();
			documents.apply({ upserted: [...shown.values()], removedIds: [] });
			const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
			const results = new Results(
				{ getLibrary: () => library, documents, scope, locale: 'en', reportFailure: (error) => assert.fail(String(error)) },
				'document',
			);
			await results.ask({ query: 'wells', isTyping: false });
			const [, second] = await results.childrenOf(results.shown?.model.documents[0]);
			assert.ok(second?.type === 'hit');
			await results.dismiss([second]);
			source.write('mem:/d/diary.md', changed);
			await library.refresh(['mem:/d/diary.md']);
			await library.whenReady();
			documents.apply({ upserted: [...shown.values()], removedIds: [] });
			await results.renew();
			for (const query of narrowed) {
				await results.narrow({ query, isTyping: false });
			}
			const { model } = results.shown ?? {};
			const lines = (await Promise.all((model?.documents ?? []).map((document) => results.childrenOf(document)))).flat();
			assert.deepEqual(
				lines.map((line) => (line.type === 'hit' ? line.hit.text : line.type)),
				left,
			);
			assert.equal((model?.total ?? 0) + (model?.partialTotal ?? 0), left.length);
			results.dispose();
		});
	}
	const diary = '# One\n\nDry wells.\n\n# Two\n\nDeep wells of salt.\n\n# Three\n\nThe old wells.';
	follows('know what was dismissed where more stands in front of it', `A foreword.\n\n${diary}`, ['Dry wells.', 'The old wells.']);
	follows('know what was dismissed beside what is new', `${diary}\n\n# Four\n\nNew wells.`, ['Dry wells.', 'The old wells.', 'New wells.']);
	follows('bring back what says something else now', diary.replace('salt', 'tar'), ['Dry wells.', 'Deep wells of tar.', 'The old wells.']);
	follows('take nothing off for what is gone', '# One\n\nDry wells.\n\n# Three\n\nThe old wells.', ['Dry wells.', 'The old wells.']);
	follows('leave out what was dismissed when they are narrowed', diary, ['Dry wells.', 'The old wells.'], ['wells type:md']);
	follows('take nothing off for what does not match the narrower query', diary, ['Dry wells.', 'The old wells.'], ['"dry" wells']);
	follows('leave out what was dismissed and matches only in part now', diary, ['Dry wells.', 'The old wells.'], ['dry wells']);
	follows('leave out what was dismissed when they are as wide again', diary, ['Dry wells.', 'The old wells.'], ['dry -deep', 'wells']);
	follows(
		'know what was dismissed when they are as wide again, though its document changed meanwhile',
		`A foreword.\n\n${diary}`,
		['Dry wells.', 'The old wells.'],
		['dry -deep', 'wells'],
	);
	follows(
		'bring back what says something else, when they are as wide again',
		diary.replace('salt', 'tar'),
		['Dry wells.', 'Deep wells of tar.', 'The old wells.'],
		['dry -deep', 'wells'],
	);

	it('leave out a document that was dismissed when it matches only in part', async () => {
		const { results } = await open();
		await results.ask({ query: 'tides', isTyping: false });
		await results.dismiss((results.shown?.model.documents ?? []).filter(({ documentId }) => documentId.endsWith('new.md')));
		await results.narrow({ query: 'tides wells', isTyping: false });
		assert.deepEqual(results.shown?.model.documents.map(({ documentId }) => documentId.slice(7)).sort(), ['2008/old.md', 'plain.txt']);
		await results.narrow({ query: 'tides', isTyping: false });
		assert.equal(results.shown?.model.total, 2);
	});

	it('take nothing off for what is gone from a document that was out of the scope when it changed', async () => {
		const source = new MemorySource().write('mem:/d/diary.md', diary).write('mem:/d/other.md', 'Other wells.');
		const { library, shown, open: openFolders } = makeLibrary(source);
		await openFolders(['mem:/d']);
		const documents = new KnownDocuments();
		documents.apply({ upserted: [...shown.values()], removedIds: [] });
		const scope = new ChosenScope(documents, { get: () => undefined, update: async () => undefined });
		const results = new Results(
			{ getLibrary: () => library, documents, scope, locale: 'en', reportFailure: (error) => assert.fail(String(error)) },
			'document',
		);
		await results.ask({ query: 'wells', isTyping: false });
		const book = results.shown?.model.find({ documentId: 'mem:/d/diary.md', isFull: true });
		const [, second] = await results.childrenOf(book);
		assert.ok(second?.type === 'hit');
		await results.dismiss([second]);
		const summary = documents.get('mem:/d/diary.md');
		assert.ok(summary !== undefined);
		await scope.turn(true);
		await scope.setDocuments([summary], false);
		source.write('mem:/d/diary.md', '# One\n\nDry wells.\n\n# Three\n\nThe old wells.');
		await library.refresh(['mem:/d/diary.md']);
		await library.whenReady();
		documents.apply({ upserted: [...shown.values()], removedIds: [] });
		await results.renew();
		assert.equal(results.shown?.model.total, 1);
		await scope.turn(false);
		await results.renew();
		assert.equal(results.shown?.set.total, 3);
		assert.equal(results.shown?.model.total, 3);
		results.dispose();
	});

	it('go on beside a document or group that is dismissed', async () => {
		const { results } = await open('year');
		await results.ask({ query: 'tides', isTyping: false });
		const [first, second, third] = results.shown?.model.roots ?? [];
		assert.ok(first?.type === 'group' && second?.type === 'group' && third?.type === 'group');
		const idAfter = async (line: Parameters<typeof findLineBeside>[1]) => (await findLineBeside(results, line))?.id;
		assert.deepEqual([await idAfter(first), await idAfter(third)], [second.id, second.id]);
		// With its only document the group goes.
		assert.ok(second.documents[0] !== undefined);
		assert.equal(await idAfter(second.documents[0]), third.id);
		await results.groupBy('document');
		const ids = (results.shown?.model.roots ?? []).map(({ id }) => id);
		assert.deepEqual(await Promise.all((results.shown?.model.documents ?? []).map(idAfter)), [ids[1], ids[2], ids[1]]);
	});

	it('count what is dismissed of those with a part of the words', async () => {
		const { results } = await open();
		await results.ask({ query: 'tides wells', isTyping: false });
		await results.dismiss((results.shown?.model.roots ?? []).filter(({ type }) => type === 'group'));
		const { shown } = results;
		assert.ok(shown !== undefined);
		assert.equal(toHeaderLine(shown.set, shown.model, translate), '1 passage in 1 of 4 documents; also: 2 without “wells” · 2 dismissed');
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
		assert.equal(await stepFrom(results, undefined, 1), undefined);
	});

	it('give every passage to an export, without what was dismissed', async () => {
		const { results } = await open();
		await results.ask({ query: 'storms', isTyping: false });
		const [document] = results.shown?.model.documents ?? [];
		assert.ok(document !== undefined);
		const [hit] = await results.childrenOf(document);
		assert.ok(hit?.type === 'hit');
		await results.dismiss([hit]);
		let count = 0;
		for await (const { hits } of results.allHits({ isCancellationRequested: false })) {
			count += hits.length;
		}
		assert.equal(count, results.shown?.model.total);
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
