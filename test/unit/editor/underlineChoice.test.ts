import assert from 'node:assert/strict';
import { choosePlaces, footingOf, isUnderlined, type UnderlineMode } from '../../../src/editor/underlines/underlineChoice.ts';
import type { Card } from '../../../src/terms/card.ts';

const receipt = { documentId: 'a', text: 'A tide rises.', title: null, page: null, date: null, speaker: null, start: 0, end: 13 };
const card: Card = {
	term: 'tide',
	kind: 'concept',
	aliases: [],
	expansion: null,
	own: null,
	definition: null,
	evidence: [receipt],
	figures: [],
	disagreements: [],
	related: [],
	mentions: 1,
	documents: 1,
};

describe('underlines', () => {
	const places = [0, 1, 0, 2, 1].map((sense, at, all) => ({
		start: at * 10,
		end: at * 10 + 4,
		senses: [sense],
		isFirst: all.indexOf(sense) === at,
	}));
	const check = (mode: UnderlineMode, expected: readonly number[]) =>
		it(`stand at ${expected.length} of five places in mode ${mode}`, () =>
			assert.deepEqual(
				choosePlaces(places, mode).map(({ start }) => start),
				expected,
			));
	check('off', []);
	check('quiet', [0, 10, 30]);
	check('first', [0, 10, 30]);
	check('all', [0, 10, 20, 30, 40]);

	const tells = (name: string, fields: Partial<Card>, expected: string, isQuiet: boolean) =>
		it(`tell ${name}`, () => {
			const made = { ...card, ...fields };
			assert.equal(footingOf(made), expected);
			assert.equal(isUnderlined(made, 'quiet'), isQuiet);
			assert.ok(isUnderlined(made, 'first'));
		});
	tells('a phrase of one document', {}, 'single', false);
	tells('a phrase of several documents', { documents: 2 }, 'several', false);
	tells('a phrase that is defined', { definition: receipt }, 'single', true);
	tells('a name of one document', { kind: 'person' }, 'single', true);
	tells('a name of several documents', { kind: 'place', documents: 9 }, 'several', true);
	tells('the writer’s own term', { kind: 'own', own: '', documents: 0 }, 'several', true);
	tells(
		'what documents tell differently',
		{ kind: 'law', documents: 9, disagreements: [{ what: 'the year', receipts: [receipt] }] },
		'contested',
		true,
	);
});
