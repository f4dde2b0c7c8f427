import assert from 'node:assert/strict';
import { NumberList } from '../../../src/search/parts/bytes.ts';
import type { PostingLists } from '../../../src/search/parts/part.ts';
import { countBits, countCommonBits, noLength, PartBits, TermBits } from '../../../src/search/parts/termBits.ts';

type Row = readonly [passage: number, count: number];

function addRows(lists: PostingLists, rows: readonly Row[]): void {
	for (const [passage, count] of rows) {
		lists.passages.push(passage);
		lists.counts.push(count);
	}
}

function makeLists(rows: readonly Row[]): PostingLists {
	const lists = { passages: new NumberList(), counts: new NumberList() };
	addRows(lists, rows);
	return lists;
}

function listPassages(bits: Uint32Array): number[] {
	return Array.from({ length: bits.length * 32 }, (_, passage) => passage).filter(
		(passage) => (((bits[passage >>> 5] ?? 0) >>> (passage & 31)) & 1) === 1,
	);
}

function lengthsOf(passageCount: number) {
	return { bodyLengths: new Uint8Array(passageCount), contextLengths: new Uint8Array(passageCount) };
}

describe('bits of terms', () => {
	function check(name: string, rows: readonly Row[], passageCount = 1_000) {
		it(`say who holds a term, and how often: ${name}`, () => {
			const termBits = new TermBits();
			termBits.fill(makeLists([[7, 7], ...rows]), 1, new Uint8Array(passageCount));
			assert.equal(termBits.count, rows.length);
			assert.deepEqual(
				listPassages(termBits.bits),
				rows.map(([passage]) => passage),
			);
			assert.deepEqual(
				rows.map(([passage]) => termBits.countAt(passage)),
				rows.map(([, count]) => count),
			);
			// What stood there before is gone.
			termBits.fill(makeLists([[3, 2]]), 0, new Uint8Array(passageCount));
			assert.deepEqual([listPassages(termBits.bits), termBits.countAt(3), termBits.count], [[3], 2, 1]);
		});
	}
	check('nobody', []);
	check('the first and the last', [
		[0, 1],
		[999, 2],
	]);
	check('all around where a number of bits ends', [
		[30, 1],
		[31, 2],
		[32, 3],
		[63, 4],
		[64, 5],
	]);
	check('all around where a place of the directory ends', [
		[126, 1],
		[127, 2],
		[128, 3],
		[500, 4],
		[511, 5],
		[512, 6],
	]);
	check(
		'everybody',
		Array.from({ length: 1_000 }, (_, passage) => [passage, (passage % 5) + 1]),
	);
	check('counts that take more than a byte', [
		[1, 254],
		[2, 255],
		[3, 256],
		[700, 70_000],
	]);

	it('say where a term can give most: in the shortest passage of those in which it stands equally often', () => {
		const termBits = new TermBits();
		const lengths = Uint8Array.of(9, 5, 7, 200, 4, 3, 1);
		const rows: readonly Row[] = [
			[0, 1],
			[1, 1],
			[2, 1],
			[3, 7],
			[4, 300],
			[5, 8],
		];
		termBits.fill(makeLists(rows), 0, lengths);
		assert.deepEqual([...termBits.shortest], [noLength, 5, noLength, noLength, noLength, noLength, noLength, 200, 3]);
		assert.equal(termBits.highestCount, 300);
		assert.deepEqual(
			rows.map((_, row) => termBits.countOf(row)),
			rows.map(([, count]) => count),
		);
		// Who holds it next is asked for anew.
		termBits.fill(makeLists([[6, 2]]), 0, lengths);
		assert.deepEqual([termBits.shortest[1], termBits.shortest[2], termBits.highestCount], [noLength, 1, 2]);
	});

	it('are counted', () => {
		const numbers = [0, 1, 2, 3, 0x80000000, 0xffffffff, 0x55555555, 0xf0f0f0f1];
		assert.deepEqual(numbers.map(countBits), [0, 1, 1, 2, 1, 32, 16, 17]);
		assert.equal(countCommonBits(Uint32Array.of(0xff, 0x0f), Uint32Array.of(0x0f, 0xf0)), 4);
	});

	it('are held of terms that many passages hold, those that are asked for least gone first', () => {
		const read: number[] = [];
		// Each term stands in as many passages as its number says.
		const readPostings = (term: number, _field: string, lists: PostingLists) => {
			read.push(term);
			addRows(
				lists,
				Array.from({ length: term }, (_, passage) => [passage, 1]),
			);
		};
		const bits = new PartBits({ passageCapacity: 1_280, readPostings, ...lengthsOf(1_280) }, Uint32Array.of(0, 1_280));
		const room = new TermBits();
		for (const term of [500, 500, 2, 2, 501, 500]) {
			assert.equal(bits.ofTerm(term, 'body', room).count, term);
		}
		assert.deepEqual(read, [500, 2, 2, 501]);
		// There is room for some forty kilobytes.
		read.length = 0;
		for (let term = 20; term < 400; term++) {
			bits.ofTerm(term, 'body', room);
		}
		bits.ofTerm(399, 'body', room);
		bits.ofTerm(20, 'body', room);
		assert.equal(read.length, 381);
		bits.ofTerm(399, 'context', room);
		assert.equal(read.length, 382);
	});

	it('say which passages are of some documents', () => {
		const bits = new PartBits({ passageCapacity: 200, readPostings: () => {}, ...lengthsOf(200) }, Uint32Array.of(0, 3, 3, 70, 134, 200));
		const documents = Uint8Array.of(1, 1, 0, 1, 0);
		const expected = [0, 1, 2, ...Array.from({ length: 64 }, (_, at) => 70 + at)];
		assert.deepEqual(listPassages(bits.ofDocuments(documents)), expected);
		assert.equal(bits.ofDocuments(documents), bits.ofDocuments(documents));
		assert.deepEqual(
			listPassages(bits.ofDocuments(Uint8Array.of(0, 0, 1, 1, 1))),
			Array.from({ length: 197 }, (_, at) => 3 + at),
		);
	});
});
