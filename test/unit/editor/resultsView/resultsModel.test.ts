import assert from 'node:assert/strict';
import { type ResultDocument, toHitLines } from '../../../../src/editor/resultsView/resultsModel.ts';
import type { SearchHit } from '../../../../src/service/library.ts';

const document: ResultDocument = {
	type: 'document',
	id: 'document:a',
	documentId: 'a',
	isFull: true,
	parent: undefined,
	count: 0,
	matchCount: 0,
	foldedCount: 0,
};

function toHits(texts: readonly string[]): SearchHit[] {
	return texts.map((text, start) => ({
		documentId: 'a',
		title: null,
		date: null,
		page: null,
		section: null,
		score: 1,
		text,
		start,
		end: start + 1,
		highlights: [],
		missing: [],
	}));
}

/** `0 1`: two lines; `0(2) 1`: the third passage is behind the first. */
function renderLines(texts: readonly string[]): string {
	return toHitLines(toHits(texts), document)
		.map(({ hit, like }) => `${hit.start}${like.length > 0 ? `(${like.map((other) => other.hit.start).join(' ')})` : ''}`)
		.join(' ');
}

function check(name: string, texts: readonly string[], expected: string): void {
	it(name, () => assert.equal(renderLines(texts), expected));
}

const boats = 'Every spring the harbour master counts the boats and writes their names.';
const wells = 'The old wells of the upper town were closed after the great fire of May.';

describe('the lines of a document', () => {
	check('are its passages', [boats, wells], '0 1');
	check('are none without passages', [], '');
	check('fold what says the same behind the first', [boats, wells, boats.toUpperCase(), wells, `“${boats}”`], '0(2 4) 1(3)');
	check('keep short passages apart', ['The storms.', 'The storms.'], '0 1');
	check('keep apart what differs in a word', [boats, boats.replace('spring', 'autumn')], '0 1');

	it('stay where they are when more passages come', () => {
		const before = toHitLines(toHits([boats, wells, boats]), document);
		const after = toHitLines(toHits([boats, wells, boats, `${boats} ${wells}`, wells, 'No.']), document);
		assert.deepEqual(
			after.slice(0, before.length).map(({ id }) => id),
			before.map(({ id }) => id),
		);
		assert.deepEqual(
			after.map(({ like }) => like.length),
			[1, 1, 0, 0],
		);
	});

	it('hold every passage once, each with an id of its own, and know what they are folded behind', () => {
		const lines = toHitLines(toHits([boats, boats, wells, boats, wells]), document);
		const all = lines.flatMap((line) => [line, ...line.like]);
		assert.deepEqual(all.map(({ hit }) => hit.start).sort(), [0, 1, 2, 3, 4]);
		assert.equal(new Set(all.map(({ id }) => id)).size, 5);
		assert.ok(lines.every((line) => line.behind === undefined && line.like.every(({ behind }) => behind === line)));
	});

	it('stand by themselves behind the first thousand passages', () => {
		const lines = toHitLines(toHits([...Array.from({ length: 1_000 }, () => boats), boats, boats]), document);
		assert.deepEqual(
			lines.map(({ hit, like }) => [hit.start, like.length]),
			[
				[0, 999],
				[1_000, 0],
				[1_001, 0],
			],
		);
	});
});
