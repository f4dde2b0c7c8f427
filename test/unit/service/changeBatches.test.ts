import assert from 'node:assert/strict';
import type { DocumentSummary } from '../../../src/library/document.ts';
import { ChangeBatches } from '../../../src/service/changeBatches.ts';
import type { LibraryEvents } from '../../../src/service/library.ts';

describe('ChangeBatches', () => {
	function gather(work: (batches: ChangeBatches) => void): [number, number][] {
		const told: [number, number][] = [];
		const events: LibraryEvents = {
			onDidChangeDocuments: ({ upserted, removedIds }) => told.push([upserted.length, removedIds.length]),
			onDidChangeStatus: () => undefined,
			onDidBuildTermTable: () => undefined,
		};
		const batches = new ChangeBatches(events, () => ({
			phase: 'ready',
			done: 0,
			total: 0,
			coverage: { found: 0, read: 0, partial: 0, skipped: 0 },
		}));
		work(batches);
		batches.flush();
		batches.dispose();
		return told;
	}
	const upsertMany = (count: number) => (batches: ChangeBatches) => {
		for (let index = 0; index < count; index++) {
			batches.upsert({ id: `mem:/${index}` } as DocumentSummary);
		}
	};
	const check = (name: string, work: (batches: ChangeBatches) => void, expected: readonly [number, number][]) =>
		it(name, () => assert.deepEqual(gather(work), expected));
	check('tells nothing of nothing', () => undefined, []);
	check('tells a document once, as it was last', (batches) => [upsertMany(3), upsertMany(3)].forEach((work) => work(batches)), [[3, 0]]);
	check('tells many documents in messages of a thousand', upsertMany(2_500), [
		[1_000, 0],
		[1_000, 0],
		[500, 0],
	]);
	check(
		'tells many that go with those that come',
		(batches) => {
			upsertMany(2_500)(batches);
			for (let index = 1_200; index < 2_500; index++) {
				batches.remove(`mem:/${index}`);
			}
		},
		[
			[1_000, 1_000],
			[200, 300],
		],
	);
});
