import assert from 'node:assert/strict';
import { noUtterances } from '../../../src/terms/extraction/utterances.ts';
import { findSpeaker } from '../../../src/terms/receipts.ts';
import { makeTermDocument } from '../../support/termDocuments.ts';

describe('who says the words of a receipt', () => {
	const text = 'x'.repeat(100);
	const quotes = [
		{ start: 10, end: 20, speaker: 'Ann Brown', role: null },
		{ start: 30, end: 40, speaker: null, role: null },
		{ start: 50, end: 60, speaker: 'Kim Lee', role: null },
	];
	const claims = [{ start: 0, end: 100, speaker: 'The Ministry', verb: 'says', hedge: null }];
	function check(name: string, start: number, end: number, expected: string | null) {
		it(name, () =>
			assert.equal(
				findSpeaker({ ...makeTermDocument('a', text), quotes }, { claims, utterances: noUtterances }, { start, end }).speaker,
				expected,
			),
		);
	}
	check('the speaker of the first pull quote', 10, 15, 'Ann Brown');
	check('the speaker of the last pull quote', 59, 60, 'Kim Lee');
	check('nobody, in a quote of nobody', 31, 35, null);
	check('the claim, before the quotes', 5, 8, 'The Ministry');
	check('the claim, between the quotes', 20, 25, 'The Ministry');
	check('the claim, behind the quotes', 60, 70, 'The Ministry');

	it('the sender of a mail, who is its author too', () => {
		const utterances = { ...noUtterances, all: [{ start: 0, end: 100, speaker: 'Ann Brown', date: '2021-05-04' }] };
		const mail = makeTermDocument('a', text, { author: 'Ann Brown' });
		assert.deepEqual(findSpeaker(mail, { claims: [], utterances }, { start: 5, end: 8 }), { speaker: 'Ann Brown', isSpoken: true });
	});
	it('is found without a look at every quote', () => {
		let looks = 0;
		const many = Array.from({ length: 10_000 }, (_, index) => ({
			get start() {
				looks += 1;
				return index * 10;
			},
			end: index * 10 + 5,
			speaker: `Speaker ${index}`,
			role: null,
		}));
		const document = { ...makeTermDocument('a', text), quotes: many };
		const said = { claims: [], utterances: noUtterances };
		assert.equal(findSpeaker(document, said, { start: 90_001, end: 90_003 }).speaker, 'Speaker 9000');
		assert.ok(looks < 50, `${looks} looks`);
	});
});
