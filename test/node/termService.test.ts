import assert from 'node:assert/strict';
import { silentLog } from '../../src/base/log.ts';
import { type DocumentContent, emptyContent } from '../../src/library/document.ts';
import { TermService } from '../../src/service/termService.ts';
import { nextTurn, Turns } from '../../src/service/turns.ts';
import type { TableBuffer } from '../../src/terms/tableSections.ts';

const id = 'file:///a';

function makeContent(name: string, sentences: number): DocumentContent {
	return { ...emptyContent('txt', []), text: `They say that the ${name} grew. `.repeat(sentences) };
}

async function wait(turns: number): Promise<void> {
	for (let turn = 0; turn < turns; turn++) {
		await nextTurn();
	}
}

describe('the terms of a kept document that changes while they are filed', () => {
	const [first, second, third] = [makeContent('Harbor Trust', 600), makeContent('Water Bank', 300), makeContent('Stone Council', 1)];

	/** What is known of it in the end, where it changes after so many turns of the loop, and again so many after that was filed. */
	async function listTerms(turns: number, turnsBehind: number, last: DocumentContent | undefined): Promise<readonly string[]> {
		let content: DocumentContent | undefined = first;
		const service = new TermService({
			turns: new Turns(0, () => 0),
			log: silentLog,
			clock: () => 0,
			hasEarlyTables: false,
			onDidFind: () => {},
			onDidBuild: () => {},
		});
		service.restore({ ids: [id], readContent: () => content, readFindings: () => undefined, table: undefined, glossaries: [] });
		const built = service.getCards();
		await wait(turns);
		content = second;
		await service.replaceDocument(id, second);
		await wait(turnsBehind);
		content = last;
		if (last === undefined) {
			service.removeDocument(id);
		} else {
			await service.replaceDocument(id, last);
		}
		await built;
		const cards = await service.getCards();
		service.dispose();
		return cards.map(({ term }) => term);
	}

	/** The second text comes while the first one is filed; the last one about when that is done. */
	async function check(last: DocumentContent | undefined, expected: readonly string[]): Promise<void> {
		for (const turns of [0, 4, 8]) {
			for (let behind = 6; behind < 24; behind += 2) {
				assert.deepEqual(await listTerms(turns, behind, last), expected, `${turns} and ${behind} turns`);
			}
		}
	}

	it('are those of its last text, whenever it changes', () => check(third, ['Stone Council']));
	it('are none once it is gone, whenever it goes', () => check(undefined, []));
});

describe('what is told of a document that changes while it is filed', () => {
	/** The names in what is told, where the document is filed and the next thing happens at once. */
	async function listTold(then: (service: TermService) => Promise<void> | void): Promise<readonly (readonly string[])[]> {
		const told: (readonly string[])[] = [];
		const service = new TermService({
			turns: new Turns(0, () => 0),
			log: silentLog,
			clock: () => 0,
			hasEarlyTables: false,
			onDidFind: (_, { names }) => told.push([...new Set(names.map(({ text }) => text))]),
			onDidBuild: () => {},
		});
		await Promise.all([service.replaceDocument(id, makeContent('Harbor Trust', 600)), then(service)]);
		service.dispose();
		return told;
	}

	it('is never said of an older text after the later one', async () => {
		assert.deepEqual(await listTold((service) => service.replaceDocument(id, makeContent('Stone Council', 1))), [['Stone Council']]);
	});
	it('is nothing once it is gone', async () => {
		assert.deepEqual(await listTold((service) => service.removeDocument(id)), []);
	});
});

describe('the table of an earlier run', () => {
	const glossary = Array.from({ length: 200 }, (_, at) => `## Mark${at}y\n\nOne of many.\n`).join('\n');

	function makeService(): TermService {
		return new TermService({
			turns: new Turns(4, () => 0),
			log: silentLog,
			clock: () => 0,
			hasEarlyTables: false,
			onDidFind: () => {},
			onDidBuild: () => {},
		});
	}

	async function keepTable(content: DocumentContent): Promise<TableBuffer | undefined> {
		const service = makeService();
		await service.replaceDocument(id, content);
		await service.getCards();
		const kept = service.kept?.table;
		service.dispose();
		return kept;
	}

	const documentTerms = async (service: TermService) => {
		const terms = (await service.getCards()).map(({ term }) => term);
		return { own: terms.filter((term) => term.startsWith('Mark')).length, others: terms.filter((term) => !term.startsWith('Mark')) };
	};

	it('is not taken where the writer’s words are known already, and later changes are of all', async () => {
		const content = makeContent('Harbor Trust', 2);
		const table = await keepTable(content);
		assert.ok(table !== undefined);
		const service = makeService();
		service.setGlossary('file:///glossary.md', glossary);
		await service.getCards();
		service.restore({ ids: [id], readContent: () => content, readFindings: () => undefined, table, glossaries: [] });
		assert.deepEqual(await documentTerms(service), { own: 200, others: ['Harbor Trust'] });
		await service.replaceDocument(id, makeContent('Stone Council', 2));
		assert.deepEqual(await documentTerms(service), { own: 200, others: ['Stone Council'] });
		service.dispose();
	});
	it('is taken where nothing is known', async () => {
		const content = makeContent('Harbor Trust', 2);
		const service = makeService();
		service.restore({
			ids: [id],
			readContent: () => content,
			readFindings: () => undefined,
			table: await keepTable(content),
			glossaries: [],
		});
		assert.deepEqual(
			service.getTerms().map(({ term }) => term),
			['Harbor Trust'],
		);
		service.dispose();
	});
});
