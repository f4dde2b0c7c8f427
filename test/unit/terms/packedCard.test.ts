import assert from 'node:assert/strict';
import type { Card, Receipt } from '../../../src/terms/card.ts';
import { packCard, unpackCard } from '../../../src/terms/packedCard.ts';

const receipt: Receipt = {
	...{ documentId: 'file:///tides.txt', start: 4, end: 11, text: 'Two a day' },
	...{ title: null, page: 'iv', date: '2023-04-01', speaker: null, writer: null },
};

const plain: Card = {
	...{ term: 'tide gauge', kind: 'concept', aliases: [], expansion: null, own: null, definition: null },
	...{ evidence: [], figures: [], disagreements: [], related: [], mentions: 0, documents: 0 },
};

function entry(text: string, context: string | null = null, vision: string | null = null) {
	return { glossaryId: 'file:///glossary.md', context, vision, text };
}

describe('a card in the table', () => {
	function check(name: string, card: Card): void {
		it(`comes back whole: ${name}`, () => {
			const read = unpackCard(packCard(card));
			assert.deepEqual(read, card);
			assert.deepEqual(Object.keys(read), Object.keys(card), 'in the order in which the command line prints it');
		});
	}

	check('with nothing but its name', plain);
	check('with all that documents say', {
		...plain,
		...{
			kind: 'organisation',
			aliases: ['TGO', 'Office'],
			expansion: 'Tide Gauge Office',
			definition: receipt,
			evidence: [receipt],
			figures: [receipt],
		},
		...{ disagreements: [{ what: 'founded', receipts: [receipt, receipt] }], related: ['harbour'], mentions: 12, documents: 3 },
	});
	check('with an empty name and an empty long form', { ...plain, term: '', expansion: '' });
	check('of the writer’s, with a text', { ...plain, kind: 'own', own: 'About tides.', ownEntries: [entry('About tides.')] });
	check('of the writer’s, without one', { ...plain, kind: 'own', own: '', ownEntries: [entry('')] });
	check('of the writer’s, of a context', {
		...plain,
		kind: 'own',
		own: 'Tides.',
		ownEntries: [entry('Tides.', 'Harbour', 'Ships come in')],
	});
	check('of the writer’s, of a context for nothing told', {
		...plain,
		kind: 'own',
		own: 'Tides.',
		ownEntries: [entry('Tides.', 'Harbour')],
	});
	check('of two glossaries', { ...plain, kind: 'own', own: 'One.\n\nTwo.', ownEntries: [entry('One.'), entry('Two.', '', '')] });
	check('of two glossaries, both without a text', { ...plain, kind: 'own', own: '', ownEntries: [entry(''), entry('')] });
	check('of the writer’s, with another text than its entry', { ...plain, kind: 'own', own: 'Tides.', ownEntries: [entry('')] });
	check('with characters that JSON writes otherwise', { ...plain, term: '"\\\n\u2028 \ud800 정부', aliases: ['\u0000', '__proto__'] });

	for (const odd of ['The “quay”', 'the "quay"', 'C:\\Quay', 'quay\nside', 'quay\u0000', 'quay\u007f', 'quay \ud800', '부두', '']) {
		check(`of the writer’s, of ${JSON.stringify(odd)}`, { ...plain, kind: 'own', term: odd, own: odd, ownEntries: [entry(odd)] });
	}

	check('of the writer’s, with another name', { ...plain, kind: 'own', aliases: ['gauge'], own: 'Tides.', ownEntries: [entry('Tides.')] });
	check('of the writer’s, that documents name', {
		...plain,
		kind: 'own',
		own: 'Tides.',
		mentions: 1,
		documents: 1,
		ownEntries: [entry('Tides.')],
	});
	check('of the writer’s, that stands with others', {
		...plain,
		kind: 'own',
		own: 'Tides.',
		related: ['quay'],
		ownEntries: [entry('Tides.')],
	});

	it('has no room for what is not said', () => {
		assert.equal(packCard(plain), '{"term":"tide gauge","kind":"concept"}');
		const own: Card = { ...plain, kind: 'own', own: 'Tides.', ownEntries: [entry('Tides.')] };
		assert.equal(packCard(own), '{"term":"tide gauge","glossaryId":"file:///glossary.md","text":"Tides."}');
	});
});
