import assert from 'node:assert/strict';
import { KnownDocuments } from '../../../src/editor/knownDocuments.ts';
import { ChosenScope, type ScopeMemory } from '../../../src/editor/searchScope.ts';
import { makeFolder, makeSummary, sourcesFolder } from '../../support/summaries.ts';

const library = makeFolder('library');
const summaries = [
	makeSummary('a.txt', { date: '2008' }),
	makeSummary('b.txt', { date: '2008', language: 'ko' }),
	makeSummary('deep/c.txt', { date: '2014' }),
	makeSummary('deep/er/d.txt', {}),
	makeSummary('e.txt', { date: '2014' }, library),
];
const deepId = `folder:${sourcesFolder.uri}/deep`;
const sourcesId = `folder:${sourcesFolder.uri}`;

class Memory implements ScopeMemory {
	readonly values = new Map<string, unknown>();
	get(key: string): unknown {
		return this.values.get(key);
	}
	async update(key: string, value: unknown): Promise<void> {
		// As it comes back from the disk.
		this.values.set(key, JSON.parse(JSON.stringify(value)));
	}
}

function start(memory = new Memory()) {
	const documents = new KnownDocuments();
	const scope = new ChosenScope(documents, memory);
	documents.apply({ upserted: summaries, removedIds: [] });
	return { documents, scope, memory };
}

type Started = ReturnType<typeof start>;
const inScope = ({ documents, scope }: Started) =>
	[...documents.all()]
		.filter(({ id }) => !scope.isOut(id))
		.map(({ relativePath }) => relativePath)
		.join(' ');
const pick = (...paths: readonly string[]) => summaries.filter(({ relativePath }) => paths.includes(relativePath));
const inDeep = pick('deep/c.txt', 'deep/er/d.txt');
const ofSources = summaries.filter(({ folder }) => folder === sourcesFolder.uri);

describe('ChosenScope', () => {
	const check = (name: string, choose: (scope: ChosenScope) => Promise<void>, expected: string) => {
		it(name, async () => {
			const started = start();
			await started.scope.turn(true);
			await choose(started.scope);
			assert.equal(inScope(started), expected);
			assert.equal(started.scope.includedCount, expected === '' ? 0 : expected.split(' ').length);
		});
		it(`${name}, and remembers it`, async () => {
			const { scope, memory } = start();
			await scope.turn(true);
			await choose(scope);
			const again = start(memory);
			assert.equal(inScope(again), expected);
		});
	};
	check('holds everything at first', async () => undefined, 'a.txt b.txt deep/c.txt deep/er/d.txt e.txt');
	check('leaves out a document', (scope) => scope.setDocuments(pick('b.txt'), false), 'a.txt deep/c.txt deep/er/d.txt e.txt');
	check('leaves out a folder', (scope) => scope.setGroup(deepId, inDeep, false), 'a.txt b.txt e.txt');
	check('leaves out a year', (scope) => scope.setGroup('year:2014', pick('deep/c.txt', 'e.txt'), false), 'a.txt b.txt deep/er/d.txt');
	check(
		'takes a document of a folder back',
		async (scope) => {
			await scope.setGroup(sourcesId, ofSources, false);
			await scope.setDocuments(pick('deep/c.txt'), true);
		},
		'deep/c.txt e.txt',
	);
	check(
		'takes a folder in a folder back',
		async (scope) => {
			await scope.setGroup(sourcesId, ofSources, false);
			await scope.setGroup(deepId, inDeep, true);
		},
		'deep/c.txt deep/er/d.txt e.txt',
	);
	check(
		'takes back all of a folder, with what was said of folders and documents in it',
		async (scope) => {
			await scope.setGroup(deepId, inDeep, false);
			await scope.setDocuments(pick('a.txt'), false);
			await scope.setGroup(sourcesId, ofSources, true);
		},
		'a.txt b.txt deep/c.txt deep/er/d.txt e.txt',
	);
	check(
		'takes back a year of a folder that is out',
		async (scope) => {
			await scope.setGroup(sourcesId, ofSources, false);
			await scope.setGroup('year:2008', pick('a.txt', 'b.txt'), true);
		},
		'a.txt b.txt e.txt',
	);
	check(
		'leaves out all and takes some back',
		async (scope) => {
			await scope.setAll([sourcesFolder.uri, library.uri], false);
			await scope.setDocuments(pick('e.txt'), true);
		},
		'e.txt',
	);
	check(
		'takes all back',
		async (scope) => {
			await scope.setDocuments(pick('a.txt', 'b.txt'), false);
			await scope.setAll([sourcesFolder.uri], true);
		},
		'a.txt b.txt deep/c.txt deep/er/d.txt e.txt',
	);

	const checkNew = (name: string, choose: (scope: ChosenScope) => Promise<void>, path: string, isIn: boolean) =>
		it(name, async () => {
			const { documents, scope } = start();
			await scope.turn(true);
			await choose(scope);
			const summary = makeSummary(path, { date: '2008' });
			documents.apply({ upserted: [summary], removedIds: [] });
			assert.equal(!scope.isOut(summary.id), isIn);
		});
	checkNew('takes in what comes later', (scope) => scope.setDocuments(ofSources, false), 'new.txt', true);
	checkNew('but not to a folder that is out', (scope) => scope.setGroup(deepId, inDeep, false), 'deep/er/new.txt', false);
	checkNew('nor to a year that is out', (scope) => scope.setGroup('year:2008', pick('a.txt', 'b.txt'), false), 'new.txt', false);
	checkNew('nor to anything when all was left out', (scope) => scope.setAll([sourcesFolder.uri, library.uri], false), 'new.txt', false);

	it('counts only while it is on, and stays chosen', async () => {
		const { scope } = start();
		await scope.setDocuments(pick('a.txt'), false);
		assert.equal(scope.searchScope, undefined);
		await scope.turn(true);
		assert.deepEqual(scope.searchScope, { kind: 'without', ids: new Set([pick('a.txt')[0]?.id]) });
		await scope.turn(false);
		assert.equal(scope.searchScope, undefined);
		assert.equal(scope.includedCount, 5);
	});
	it('gives the same scope until something changes, and the shorter list', async () => {
		const { documents, scope } = start();
		await scope.turn(true);
		await scope.setDocuments(pick('a.txt', 'b.txt', 'deep/c.txt', 'deep/er/d.txt'), false);
		const first = scope.searchScope;
		assert.deepEqual(first, { kind: 'only', ids: new Set([`${library.uri}/e.txt`]) });
		assert.equal(scope.searchScope, first);
		documents.apply({ upserted: [makeSummary('new.txt')], removedIds: [] });
		assert.deepEqual([...(scope.searchScope?.ids ?? [])].length, 2);
	});
	it('goes by what a document says of itself now', async () => {
		const { documents, scope } = start();
		await scope.turn(true);
		await scope.setGroup('language:ko', pick('b.txt'), false);
		assert.ok(scope.isOut(`${sourcesFolder.uri}/b.txt`));
		documents.apply({ upserted: [makeSummary('b.txt', { language: 'en' })], removedIds: [] });
		assert.ok(!scope.isOut(`${sourcesFolder.uri}/b.txt`));
	});
	it('says what became of the documents that are searched', async () => {
		const { documents, scope } = start();
		documents.apply({ upserted: [makeSummary('bad.txt', { state: 'skipped' })], removedIds: [`${library.uri}/e.txt`] });
		await scope.turn(true);
		await scope.setDocuments(pick('a.txt'), false);
		assert.deepEqual(scope.coverage, { found: 4, read: 3, partial: 0, skipped: 1 });
	});
	for (const stored of [undefined, null, 7, 'x', { isOn: 'yes', groups: [['a'], 3, ['b', 'maybe']], inIds: {}, outIds: [1, null] }]) {
		it(`takes what somebody else wrote for nothing: ${JSON.stringify(stored)}`, () => {
			const memory = new Memory();
			memory.values.set('dossier.searchScope', stored);
			const { scope } = start(memory);
			assert.equal(scope.isOn, false);
			assert.equal(scope.includedCount, 5);
		});
	}
});
