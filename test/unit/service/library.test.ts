import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/base/cancellation.ts';
import { defaultCaps } from '../../../src/library/caps.ts';
import type { SearchScope } from '../../../src/search/engine.ts';
import { findTermAt } from '../../../src/terms/matcher.ts';
import { MemorySource } from '../../support/memorySource.ts';
import { makeLibrary, makeSourceFolder, type OpenLibrary } from '../../support/openLibrary.ts';
import { followTables } from '../../support/termDocuments.ts';

const tides = 'The tides of Bristol\n\nThe harbour tides rise twice a day, according to the Bristol Tide Office. Spring tides are higher.';
const wells = 'The wells of York\n\nThe deep wells of York were dug by hand. The Wells Survey of York (WSY) counted ninety wells.';
const passageOptions = { limit: 20, by: 'passage', isTyping: false } as const;

async function hitsOf({ library }: OpenLibrary, query: string): Promise<string[]> {
	return (await library.search(query, passageOptions)).hits.map((hit) => hit.documentId);
}

async function refresh({ library }: OpenLibrary, ids?: readonly string[]): Promise<void> {
	await library.refresh(ids);
	await library.whenReady();
}

describe('library', () => {
	it('reads, finds and tells what a folder holds', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/tides.txt', tides).write('mem:/a/deep/wells.txt', wells));
		await opened.open(['mem:/a']);
		assert.deepEqual([...opened.shown.keys()].sort(), ['mem:/a/deep/wells.txt', 'mem:/a/tides.txt']);
		assert.deepEqual(await hitsOf(opened, 'harbour'), ['mem:/a/tides.txt']);
		const answer = await opened.library.search('harbour', passageOptions);
		const hit = answer.hits[0];
		const content = await opened.library.getContent('mem:/a/tides.txt');
		assert.equal(hit?.text, content?.text.slice(hit?.start, hit?.end));
		assert.deepEqual(
			hit?.highlights.map(({ start, end }) => content?.text.slice(start, end)),
			['harbour'],
		);
		assert.deepEqual(answer.coverage, { found: 2, read: 2, partial: 0, skipped: 0 });
		assert.equal(opened.statuses.at(-1)?.phase, 'ready');
		assert.deepEqual(opened.errors, []);
	});

	it('searches in a scope, and finds what a scope leaves out again without it', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/tides.txt', tides).write('mem:/a/wells.txt', wells));
		await opened.open(['mem:/a']);
		const idsOf = async (scope?: SearchScope) =>
			(await opened.library.search('the', { ...passageOptions, by: 'document', ...(scope && { scope }) })).hits
				.map((hit) => hit.documentId)
				.sort();
		assert.deepEqual(await idsOf({ kind: 'only', ids: new Set(['mem:/a/wells.txt']) }), ['mem:/a/wells.txt']);
		assert.deepEqual(await idsOf({ kind: 'without', ids: new Set(['mem:/a/wells.txt']) }), ['mem:/a/tides.txt']);
		assert.deepEqual(await idsOf(), ['mem:/a/tides.txt', 'mem:/a/wells.txt']);
	});

	it('finds the mentions of somebody by a family name that another bears, in the documents that name nobody else of it', async () => {
		const ofRuth = 'They met Ruth Oduya, a nurse, there. They say that Oduya left the harbour.';
		const ofPeter = 'They met Peter Oduya, a judge, there. They say that Oduya closed the court. Then Oduya went home.';
		const source = new MemorySource().write('mem:/a/1.txt', ofRuth).write('mem:/a/2.txt', ofPeter);
		const opened = makeLibrary(source.write('mem:/a/3.txt', `${ofRuth} ${ofPeter}`).write('mem:/a/4.txt', 'They say that Oduya stayed.'));
		await opened.open(['mem:/a']);
		const card = (await opened.library.getCards()).find(({ term }) => term === 'Peter Oduya');
		const { hits } = await opened.library.findMentions('Peter Oduya', 100);
		const found = hits.map(({ documentId, highlights }) => [documentId.at(-5), highlights.length]);
		assert.deepEqual(found, [
			['2', 3],
			['3', 1],
		]);
		assert.equal(card?.mentions, 4);
	});

	it('finds as mentions the Company and the Ministry of the documents that mean the one, as many as the card counts', async () => {
		const harbour = 'This agreement is made with Harbour Fisheries Ltd (“the Company”). The Company sold two boats.';
		const glass = 'This loan is made to Orrin Glass Ltd (“the Company”). They say that the Company closed. The Company stayed.';
		const health = 'The Ministry of Health met in May. They asked the Ministry why.';
		const works = 'The Ministry of Works met in June. They asked the Ministry when.';
		const source = new MemorySource().write('mem:/a/1.txt', `${harbour} ${health}`).write('mem:/a/2.txt', `${glass} ${works}`);
		const opened = makeLibrary(source.write('mem:/a/3.txt', `${health} ${works} They asked the Company.`));
		await opened.open(['mem:/a']);
		const cards = await opened.library.getCards();
		const found: Record<string, readonly number[]> = {};
		for (const name of ['Harbour Fisheries Ltd', 'Orrin Glass Ltd', 'Ministry of Health', 'Ministry of Works']) {
			const { hits } = await opened.library.findMentions(name, 100);
			const places = hits.reduce((sum, { highlights }) => sum + highlights.length, 0);
			found[name] = [places, cards.find(({ term }) => term === name)?.mentions ?? 0];
		}
		assert.deepEqual(found, {
			'Harbour Fisheries Ltd': [3, 3],
			'Orrin Glass Ltd': [4, 4],
			'Ministry of Health': [3, 3],
			'Ministry of Works': [3, 3],
		});
	});

	it('lists all terms, and those of a document', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/tides.txt', tides).write('mem:/a/wells.txt', wells));
		await opened.open(['mem:/a']);
		const rows = await opened.library.getTerms();
		const cards = await opened.library.getCards();
		assert.deepEqual(
			rows.map(({ term, mentions }) => [term, mentions]),
			cards.map(({ term, mentions }) => [term, mentions]),
		);
		const survey = cards.find(({ expansion }) => expansion === 'Wells Survey of York');
		assert.deepEqual(await opened.library.getCard(survey?.term ?? ''), survey);
		assert.equal(await opened.library.getCard('wsy'), undefined);
		const termsOf = async (id: string) => (await opened.library.getDocumentTerms(id, 20)).map(({ term }) => term);
		assert.ok((await termsOf('mem:/a/wells.txt')).includes(survey?.term ?? ''));
		assert.ok(!(await termsOf('mem:/a/tides.txt')).includes(survey?.term ?? ''));
		assert.equal((await opened.library.getDocumentTerms('mem:/a/wells.txt', 1)).length, 1);
		assert.deepEqual(await termsOf('mem:/a/none.txt'), []);
	});

	it('says of a passage in which section it stands, unless that is the title', async () => {
		const mail = (subject: string) =>
			`From ann@x.org Mon Mar  6 10:00:00 2023\nFrom: Ann <ann@x.org>\nSubject: ${subject}\n\nThe fees rose.\n\n`;
		const opened = makeLibrary(
			new MemorySource()
				.write('mem:/a/list.mbox', `${mail('Landing')}${mail('Ice')}`)
				.write('mem:/a/report.md', '# Harbour\n\nThe fees rose.\n\n## Landing\n\nThe fees fell.\n\n## Ice\n\nNo fees.')
				.write('mem:/a/note.md', '# Wells\n\nThe fees rose.\n\n## Fees\n\nNo fees.'),
		);
		await opened.open(['mem:/a']);
		const { hits } = await opened.library.search('fees', { limit: 20, by: 'passage', isTyping: false });
		assert.deepEqual(hits.map(({ documentId, section }) => `${documentId.slice(7)}: ${section}`).sort(), [
			'list.mbox: Ice',
			'list.mbox: Landing',
			'note.md: null',
			'note.md: null',
			'report.md: Ice',
			'report.md: Landing',
			'report.md: null',
		]);
	});

	it('gives the pages and headings of a document without its text', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/tides.md', '# Tides\n\nTwice a day.\n\n## Spring\n\nHigher.'));
		await opened.open(['mem:/a']);
		const content = await opened.library.getContent('mem:/a/tides.md');
		const outline = await opened.library.getOutline('mem:/a/tides.md');
		assert.deepEqual(
			outline?.headings.map(({ text, level }) => [level, text]),
			[
				[1, 'Tides'],
				[2, 'Spring'],
			],
		);
		assert.deepEqual(outline, { pages: content?.pages, headings: content?.headings });
		assert.equal(await opened.library.getOutline('mem:/a/gone.md'), undefined);
	});

	it('reads nothing twice that did not change', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		await refresh(opened);
		assert.equal(source.readIds.length, 2);
	});

	it('follows what was created, changed and deleted', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.write('mem:/a/1.txt', 'Now about lighthouses, and their keepers.');
		source.write('mem:/a/3.txt', 'A third text, about lighthouses too.');
		source.delete('mem:/a/2.txt');
		await refresh(opened, ['mem:/a/1.txt', 'mem:/a/2.txt', 'mem:/a/3.txt']);
		assert.deepEqual(await hitsOf(opened, 'tides'), []);
		assert.deepEqual((await hitsOf(opened, 'lighthouses')).sort(), ['mem:/a/1.txt', 'mem:/a/3.txt']);
		assert.deepEqual(await hitsOf(opened, 'wells'), []);
		assert.deepEqual([...opened.shown.keys()].sort(), ['mem:/a/1.txt', 'mem:/a/3.txt']);
		assert.equal(source.listings, 1, 'no listing for named files');
	});

	it('sees by a look at everything what no event told', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.write('mem:/a/1.txt', 'Lighthouses.');
		source.delete('mem:/a/2.txt');
		await refresh(opened);
		assert.deepEqual(await hitsOf(opened, 'lighthouses'), ['mem:/a/1.txt']);
		assert.deepEqual([...opened.shown.keys()], ['mem:/a/1.txt']);
	});

	it('reads a file again that is said to have changed, though size and time are the same', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', 'The old words of it.');
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.overwriteUnseen('mem:/a/1.txt', 'The new words of it.');
		await refresh(opened);
		assert.deepEqual(await hitsOf(opened, 'old'), ['mem:/a/1.txt']);
		await refresh(opened, ['mem:/a/1.txt']);
		assert.deepEqual(await hitsOf(opened, 'old'), []);
		assert.deepEqual(await hitsOf(opened, 'new'), ['mem:/a/1.txt']);
	});

	it('looks at everything when a folder comes or goes', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.write('mem:/a/new/2.txt', wells);
		await refresh(opened, ['mem:/a/new']);
		assert.equal(opened.shown.size, 2);
		source.delete('mem:/a/new/2.txt');
		await refresh(opened, ['mem:/a/new']);
		assert.equal(opened.shown.size, 1);
	});

	for (const id of ['mem:/a/.git/index', 'mem:/a/~$1.docx', 'mem:/b/elsewhere.txt', 'mem:/a/.x']) {
		it(`does not look at anything for ${id}`, async () => {
			const source = new MemorySource().write('mem:/a/1.txt', tides);
			const opened = makeLibrary(source);
			await opened.open(['mem:/a']);
			await refresh(opened, [id]);
			assert.equal(source.listings, 1);
		});
	}

	it('lists again when asked while it lists', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/b/2.txt', wells);
		const opened = makeLibrary(source);
		source.beforeListing = async () => {
			// While the second folder is walked, a file comes into the first.
			if (source.listings === 2) {
				source.write('mem:/a/3.txt', 'Lighthouses.');
				await opened.library.refresh();
			}
		};
		await opened.open(['mem:/a', 'mem:/b']);
		assert.deepEqual([...opened.shown.keys()].sort(), ['mem:/a/1.txt', 'mem:/a/3.txt', 'mem:/b/2.txt']);
	});

	it('keeps what stays when other folders are opened', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/b/2.txt', wells);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		await opened.open(['mem:/a', 'mem:/b']);
		assert.deepEqual(source.readIds, ['mem:/a/1.txt', 'mem:/b/2.txt']);
		await opened.open(['mem:/b']);
		assert.deepEqual([...opened.shown.keys()], ['mem:/b/2.txt']);
		assert.deepEqual(await hitsOf(opened, 'tides'), []);
		assert.deepEqual((await opened.library.search('wells', passageOptions)).coverage, { found: 1, read: 1, partial: 0, skipped: 0 });
	});

	it('reads everything anew when the limits change', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/1.txt', `${'Long words. '.repeat(300)}\n\nThe end of it.`));
		await opened.open(['mem:/a'], { caps: { ...defaultCaps, maxTextLength: 1_000 } });
		assert.equal(opened.shown.get('mem:/a/1.txt')?.state, 'partial');
		await opened.open(['mem:/a']);
		assert.equal(opened.shown.get('mem:/a/1.txt')?.state, 'read');
	});

	it('counts every found file in one state, with its reason', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', 'Bytes\u0000\u0000\u0000');
		source.writeProblem('mem:/a/pipe', { kind: 'notAFile', detail: 'It is a pipe' });
		source.writeProblem('mem:/a/glossary.md', { kind: 'notAFile', detail: 'It is a pipe' });
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		const { coverage } = await opened.library.search('tides', passageOptions);
		assert.equal(coverage.found, 4);
		assert.equal(coverage.read + coverage.partial + coverage.skipped, 4);
		assert.deepEqual(opened.shown.get('mem:/a/pipe')?.problems, [{ kind: 'notAFile', detail: 'It is a pipe' }]);
		assert.ok(!source.readIds.includes('mem:/a/pipe'));
	});

	it('keeps a file that was deleted while it was read, with its reason, until the next listing', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides);
		source.beforeRead = (id) => source.delete(id);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		assert.equal(opened.shown.get('mem:/a/1.txt')?.problems[0]?.kind, 'vanished');
		await refresh(opened);
		assert.equal(opened.shown.size, 0);
	});

	it('keeps what was read of a drive that does not answer', async () => {
		const source = new MemorySource().write('mem:/a/net/1.txt', tides);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.delete('mem:/a/net/1.txt');
		source.writeProblem('mem:/a/net', { kind: 'unreachable', detail: 'It does not answer' });
		await refresh(opened);
		assert.deepEqual(await hitsOf(opened, 'harbour'), ['mem:/a/net/1.txt']);
	});

	it('answers while it still reads, and says how far it is', async () => {
		const source = new MemorySource();
		for (let index = 0; index < 40; index += 1) {
			source.write(`mem:/a/${String(index).padStart(2, '0')}.txt`, `${tides} Number ${index}.`);
		}
		let release: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		source.beforeRead = (id) => (id.endsWith('/20.txt') ? held : undefined);
		const opened = makeLibrary(source);
		const folders = [makeSourceFolder('mem:/a')];
		await opened.library.open({ folders, caps: defaultCaps, glossaryFiles: [] });
		while (!source.readIds.includes('mem:/a/20.txt')) {
			await new Promise((resolve) => setImmediate(resolve));
		}
		const { coverage, total } = await opened.library.search('harbour', passageOptions);
		assert.equal(coverage.found, 40);
		assert.ok(total >= 18 && total <= 20, `found ${total} of the first 20`);
		release();
		await opened.library.whenReady();
		assert.equal((await opened.library.search('harbour', passageOptions)).total, 40);
	});

	it('reads a changed file before those that wait', async () => {
		const source = new MemorySource();
		for (let index = 10; index < 40; index += 1) {
			source.write(`mem:/a/${index}.txt`, `Text number ${index}.`);
		}
		const opened = makeLibrary(source);
		let isTold = false;
		source.beforeRead = async () => {
			if (!isTold) {
				isTold = true;
				source.write('mem:/a/39.txt', 'Changed.');
				await opened.library.refresh(['mem:/a/39.txt']);
			}
		};
		await opened.open(['mem:/a']);
		assert.ok(source.readIds.indexOf('mem:/a/39.txt') < 5, source.readIds.slice(0, 6).join(' '));
		assert.equal(new Set(source.readIds).size, 30);
	});

	it('stops, keeps what was read, and goes on when asked', async () => {
		const source = new MemorySource();
		for (let index = 10; index < 40; index += 1) {
			source.write(`mem:/a/${index}.txt`, `Text number ${index}.`);
		}
		const opened = makeLibrary(source);
		source.beforeRead = async (id) => {
			if (id.endsWith('/20.txt')) {
				await opened.library.stopReading();
			}
		};
		await opened.open(['mem:/a']);
		assert.ok(opened.shown.size >= 9 && opened.shown.size <= 12, `${opened.shown.size} read`);
		assert.equal((await opened.library.search('text', passageOptions)).coverage.found, 30, 'what waits is known');
		source.beforeRead = () => undefined;
		await refresh(opened);
		assert.equal(opened.shown.size, 30);
	});

	for (const [name, ask] of [
		['a file changes', ({ library }: OpenLibrary) => library.refresh(['mem:/a/10.txt', 'mem:/a/new.txt'])],
		['the same folders are opened again', (opened: OpenLibrary) => opened.open(['mem:/a'])],
	] as const) {
		it(`stays stopped when ${name}, and is stopped, not idle`, async () => {
			const source = new MemorySource();
			for (let index = 10; index < 40; index += 1) {
				source.write(`mem:/a/${index}.txt`, `Text number ${index}.`);
			}
			const opened = makeLibrary(source);
			source.beforeRead = async (id) => {
				if (id.endsWith('/20.txt')) {
					await opened.library.stopReading();
				}
			};
			await opened.open(['mem:/a']);
			const readCount = source.readIds.length;
			source.beforeRead = () => undefined;
			source.write('mem:/a/10.txt', 'Now about lighthouses.').write('mem:/a/new.txt', 'Lighthouses.');
			await ask(opened);
			await opened.library.whenReady();
			assert.equal(source.readIds.length, readCount);
			assert.equal(opened.statuses.at(-1)?.phase, 'stopped');
			await refresh(opened);
			assert.deepEqual((await hitsOf(opened, 'lighthouses')).sort(), ['mem:/a/10.txt', 'mem:/a/new.txt']);
			assert.equal(opened.shown.size, 31);
			assert.equal(opened.statuses.at(-1)?.phase, 'ready');
		});
	}

	it('goes on with other folders after a stop, and stops nothing where nothing waits', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/b/2.txt', wells);
		const opened = makeLibrary(source);
		source.beforeListing = () => (source.listings === 1 ? opened.library.stopReading() : undefined);
		await opened.open(['mem:/a']);
		assert.equal(opened.statuses.at(-1)?.phase, 'stopped');
		await opened.open(['mem:/a', 'mem:/b']);
		assert.equal(opened.shown.size, 2);
		await opened.library.stopReading();
		source.write('mem:/a/3.txt', 'Lighthouses.');
		await refresh(opened, ['mem:/a/3.txt']);
		assert.equal(opened.shown.size, 3);
	});

	it('shows a folder at which listing failed by a fault of ours, keeps what was read of it, and reads the others', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/b/2.txt', wells);
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		source.beforeListing = (folder) => {
			if (folder.uri === 'mem:/a') {
				throw new TypeError('a fault of ours');
			}
		};
		await opened.open(['mem:/a', 'mem:/b']);
		assert.deepEqual([...opened.shown.keys()].sort(), ['mem:/a', 'mem:/a/1.txt', 'mem:/b/2.txt']);
		assert.deepEqual(opened.shown.get('mem:/a')?.problems, [{ kind: 'crashed', detail: 'Dossier failed to list it (TypeError)' }]);
		assert.deepEqual(await hitsOf(opened, 'harbour'), ['mem:/a/1.txt']);
		assert.equal(opened.errors.length, 1);
		source.beforeListing = () => undefined;
		await refresh(opened);
		assert.deepEqual([...opened.shown.keys()].sort(), ['mem:/a/1.txt', 'mem:/b/2.txt']);
	});

	for (const [name, error, errorCount] of [
		['fails by a fault of ours', new TypeError('a fault of ours'), 1],
		['is interrupted', new Cancelled(), 0],
	] as const) {
		it(`looks at the other changed files when the look at one ${name}`, async () => {
			const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells).write('mem:/a/3.txt', wells);
			const opened = makeLibrary(source);
			await opened.open(['mem:/a']);
			const changed = ['mem:/a/1.txt', 'mem:/a/2.txt', 'mem:/a/3.txt'];
			for (const id of changed) {
				source.write(id, 'Lighthouses.');
			}
			let looks = 0;
			source.beforeLook = () => {
				looks += 1;
				if (looks === 1) {
					throw error;
				}
			};
			await refresh(opened, changed);
			assert.deepEqual((await hitsOf(opened, 'lighthouses')).sort(), errorCount > 0 ? changed.slice(1) : changed);
			assert.equal(opened.errors.length, errorCount);
		});
	}

	it('reads a glossary again at which reading was interrupted', async () => {
		const source = new MemorySource().write('mem:/a/glossary.md', '# Mine\n\n## Harbour\n\nWhere ships lie.');
		const opened = makeLibrary(source);
		let reads = 0;
		source.beforeSideFile = () => {
			reads += 1;
			if (reads === 1) {
				throw new Cancelled();
			}
		};
		await opened.open(['mem:/a']);
		assert.equal((await opened.library.explainNote('The harbour.', 'plaintext'))[0]?.card.own, 'Where ships lie.');
	});

	it('shows a document at which reading failed by a fault of ours, and goes on', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells);
		source.beforeRead = (id) => {
			if (id.endsWith('1.txt')) {
				throw new TypeError('a fault of ours');
			}
		};
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		assert.equal(opened.shown.get('mem:/a/1.txt')?.problems[0]?.kind, 'crashed');
		assert.equal(opened.shown.get('mem:/a/2.txt')?.state, 'read');
		assert.equal(opened.errors.length, 1);
	});
});

describe('terms of a library', () => {
	it('come as a table when everything is read', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/2.txt', wells));
		await opened.open(['mem:/a']);
		const table = followTables(opened.tables);
		assert.ok(table.cardCount > 0);
	});

	it('know the names of a note that stand in no document', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells));
		await opened.open(['mem:/a']);
		const unknown = await opened.library.findUnknownNames('The Wells Survey of York met Jonas Whitfield of the RMAC.', 'markdown');
		assert.deepEqual(
			unknown.map(({ text }) => text),
			['Jonas Whitfield', 'RMAC'],
		);
	});

	it('explain a note, each occurrence once', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells));
		await opened.open(['mem:/a']);
		const note = 'The WSY again: the Wells Survey of York, `WSY`, and harbour tides.';
		const explained = await opened.library.explainNote(note, 'markdown');
		assert.deepEqual(
			explained.map(({ text }) => text),
			['WSY', 'Wells Survey of York', 'harbour tides'],
		);
		for (const { start, end, text, card } of explained) {
			assert.equal(note.slice(start, end), text);
			for (const receipt of [...card.evidence, ...(card.definition ? [card.definition] : [])]) {
				const content = await opened.library.getContent(receipt.documentId);
				assert.equal(content?.text.slice(receipt.start, receipt.end), receipt.text);
			}
		}
	});

	it('explain the same phrase at every caret as in the whole note', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells));
		await opened.open(['mem:/a']);
		// Phrases side by side and over each other, so that the longest and the first must win alike.
		const note =
			'Of harbour tides and deep wells, and of the Wells Survey of York. Bristol harbour tides rise; the deep wells of York, ' +
			'harbour tides deep wells, Bristol tide office tide, higher spring harbour tides.';
		const prose = [{ start: 0, end: note.length }];
		const whole = await opened.library.explainNote(note, 'plaintext');
		const table = followTables(opened.tables);
		let compared = 0;
		for (let offset = 0; offset <= note.length; offset += 1) {
			if (findTermAt(table, note, prose, offset) === undefined) {
				const at = whole.filter(({ start, end }) => start <= offset && offset <= end);
				const explained = await opened.library.explainPhraseAt(note, prose, offset);
				assert.equal(explained !== undefined, at.length > 0, `at ${offset}`);
				assert.ok(
					explained === undefined || at.some((term) => term.start === explained.start && term.end === explained.end),
					`at ${offset}`,
				);
				compared += at.length;
			}
		}
		assert.ok(compared > 20, `${compared} places with a phrase`);
	});

	it('explain nothing that a glossary hides, term or mere phrase', async () => {
		const source = new MemorySource()
			.write(
				'mem:/a/1.txt',
				'The Neap Tide Bureau is the office that counts tides. The Neap Tide Bureau keeps books. Old harbour lamps are lit.',
			)
			.write('mem:/a/2.txt', 'They wrote to the Neap Tide Bureau about old harbour lamps.');
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		const note = 'The Neap Tide Bureau, and old harbour lamps.';
		const prose = [{ start: 0, end: note.length }];
		const found = async () => (await opened.library.explainNote(note, 'plaintext')).map(({ text }) => text);
		assert.deepEqual(await found(), ['Neap Tide Bureau', 'old harbour lamps']);
		source.write('mem:/a/my.glossary.md', '# Mine\n\nHidden: Neap Tide Bureau, old harbour lamps\n');
		await opened.open(['mem:/a']);
		assert.deepEqual(await found(), []);
		for (let offset = 0; offset <= note.length; offset += 1) {
			assert.equal(await opened.library.explainPhraseAt(note, prose, offset), undefined, `at ${offset}`);
		}
	});

	it('take the words of a glossary of Contextive', async () => {
		const source = new MemorySource()
			.write('mem:/a/1.txt', tides)
			.write('mem:/a/port.glossary.yml', 'contexts:\n- name: Ports\n  terms:\n  - name: Harbour\n    definition: Where ships lie.\n');
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		assert.deepEqual([...opened.shown.keys()], ['mem:/a/1.txt']);
		const [term] = await opened.library.explainNote('A harbour.', 'plaintext');
		assert.deepEqual(term?.card.ownEntries, [
			{ glossaryId: 'mem:/a/port.glossary.yml', context: 'Ports', vision: null, text: 'Where ships lie.' },
		]);
	});

	it('take the words of a glossary, which is no document, and let them go with it', async () => {
		const source = new MemorySource()
			.write('mem:/a/1.txt', tides)
			.write('mem:/a/my.glossary.md', '# Mine\n\n## Harbour\nAlso: port\n\nWhere ships lie.');
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		assert.deepEqual([...opened.shown.keys()], ['mem:/a/1.txt']);
		assert.equal((await opened.library.explainNote('A port.', 'plaintext'))[0]?.card.own, 'Where ships lie.');
		source.write('mem:/a/my.glossary.md', '# Mine\n\n## Harbour\nAlso: port\n\nWhere boats lie.');
		await refresh(opened, ['mem:/a/my.glossary.md']);
		assert.equal((await opened.library.explainNote('A port.', 'plaintext'))[0]?.card.own, 'Where boats lie.');
		source.delete('mem:/a/my.glossary.md');
		await refresh(opened, ['mem:/a/my.glossary.md']);
		assert.deepEqual(await opened.library.explainNote('A port.', 'plaintext'), []);
	});

	it('take a glossary from outside the folders', async () => {
		const source = new MemorySource().write('mem:/a/1.txt', tides).write('mem:/glossary.md', '# Mine\n\n## Harbour\n\nWhere ships lie.');
		const opened = makeLibrary(source);
		await opened.open(['mem:/a'], { glossaryFiles: ['mem:/glossary.md'] });
		assert.equal((await opened.library.explainNote('The harbour.', 'plaintext'))[0]?.card.own, 'Where ships lie.');
		const tableCount = opened.tables.length;
		await refresh(opened);
		assert.equal(opened.tables.length, tableCount, 'looking again at the same text builds nothing');
		source.write('mem:/glossary.md', '# Mine\n\n## Harbour\n\nWhere boats lie.');
		await refresh(opened);
		assert.equal((await opened.library.explainNote('The harbour.', 'plaintext'))[0]?.card.own, 'Where boats lie.');
		assert.equal(opened.tables.length, tableCount + 1);
		source.delete('mem:/glossary.md');
		await refresh(opened, ['mem:/glossary.md']);
		assert.equal((await opened.library.explainNote('The harbour.', 'plaintext'))[0]?.card.own ?? null, null);
	});

	it('find every mention, in order of place', async () => {
		const opened = makeLibrary(new MemorySource().write('mem:/a/1.txt', tides).write('mem:/a/2.txt', wells));
		await opened.open(['mem:/a']);
		const answer = await opened.library.findMentions('spring tides', 10);
		assert.equal(answer.total, 1);
		const words = answer.hits.flatMap((hit) => hit.highlights.map(({ start, end }) => hit.text.slice(start - hit.start, end - hit.start)));
		assert.deepEqual(words, ['Spring tides']);
	});
});
