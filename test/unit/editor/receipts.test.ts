import assert from 'node:assert/strict';
import { findReceiptPlace } from '../../../src/editor/reader/receiptPlace.ts';
import { toNoteCard } from '../../../src/editor/termHover/noteCard.ts';
import type { Card, Receipt } from '../../../src/terms/card.ts';

describe('findReceiptPlace', () => {
	const check = (name: string, text: string, receipt: { text: string; start: number }, expected: number | undefined) =>
		it(name, () => {
			const place = findReceiptPlace(text, { ...receipt, end: receipt.start + receipt.text.length });
			assert.equal(place?.start, expected);
			assert.equal(place === undefined ? undefined : text.slice(place.start, place.end), expected === undefined ? undefined : receipt.text);
		});
	check('stays where the words are', 'a tide rises', { text: 'tide', start: 2 }, 2);
	check('follows words that moved down', 'new line. a tide rises', { text: 'tide', start: 2 }, 12);
	check('follows words that moved up', 'tide', { text: 'tide', start: 400 }, 0);
	check('takes the nearest of several', 'tide xxxx tide xxxx tide', { text: 'tide', start: 11 }, 10);
	check('keeps its place among equal words', 'tide tide tide', { text: 'tide', start: 5 }, 5);
	check('gives up on words that are gone', 'a wave rises', { text: 'tide', start: 2 }, undefined);
	check('gives up on words that were changed', 'a tides rises', { text: 'tide rises', start: 2 }, undefined);
});

describe('toNoteCard', () => {
	const receiptOf = (documentId: string): Receipt => ({
		documentId,
		text: 'x',
		title: null,
		page: null,
		date: null,
		speaker: null,
		start: 0,
		end: 1,
	});
	const card: Card = {
		term: 'tide',
		kind: 'concept',
		aliases: [],
		expansion: null,
		own: null,
		definition: receiptOf('a'),
		evidence: [receiptOf('b'), receiptOf('c')],
		figures: [],
		disagreements: [],
		related: [],
		mentions: 3,
		documents: 3,
	};
	it('leaves a card alone in a note that is no document', () => assert.equal(toNoteCard(card, 'note'), card));
	it('does not quote a note to itself', () => {
		assert.deepEqual(toNoteCard(card, 'a')?.definition, null);
		assert.deepEqual(
			toNoteCard(card, 'b')?.evidence.map(({ documentId }) => documentId),
			['c'],
		);
	});
	it('does not quote its figures to it', () =>
		assert.deepEqual(toNoteCard({ ...card, figures: [receiptOf('d'), receiptOf('e')] }, 'd')?.figures, [receiptOf('e')]));
	it('shows figures of others even where nothing else is left', () =>
		assert.deepEqual(toNoteCard({ ...card, evidence: [], figures: [receiptOf('e')] }, 'a')?.figures, [receiptOf('e')]));
	it('shows nothing where only the note itself has the words', () => assert.equal(toNoteCard({ ...card, evidence: [] }, 'a'), undefined));
	it('shows the writer’s own words even then', () => assert.equal(toNoteCard({ ...card, own: 'Mine.', evidence: [] }, 'a')?.own, 'Mine.'));
});
