import assert from 'node:assert/strict';
import { noUtterances } from '../../../src/terms/extraction/utterances.ts';
import { findSpeaker, makeReceipt } from '../../../src/terms/receipts.ts';
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
			assert.equal(findSpeaker({ ...makeTermDocument('a', text), quotes }, { claims, utterances: noUtterances }, { start, end }), expected),
		);
	}
	check('the speaker of the first pull quote', 10, 15, 'Ann Brown');
	check('the speaker of the last pull quote', 59, 60, 'Kim Lee');
	check('nobody, in a quote of nobody', 31, 35, null);
	check('the claim, before the quotes', 5, 8, 'The Ministry');
	check('the claim, between the quotes', 20, 25, 'The Ministry');
	check('the claim, behind the quotes', 60, 70, 'The Ministry');

	it('the sender of a mail, who is its author too', () => {
		const utterances = { ...noUtterances, all: [{ start: 0, end: 100, speaker: 'Ann Brown', date: '2021-05-04', isQuoted: false }] };
		const mail = makeTermDocument('a', text, { author: 'Ann Brown' });
		assert.equal(findSpeaker(mail, { claims: [], utterances }, { start: 5, end: 8 }), 'Ann Brown');
	});
	it('told apart from whose mail it stands in, which may be quoted in another', () => {
		const all = [
			{ start: 0, end: 100, speaker: 'Ann Brown', date: '2021-05-04', isQuoted: false },
			{ start: 20, end: 40, speaker: 'Jens Holt', date: '2021-05-03', isQuoted: true },
			{ start: 60, end: 70, speaker: null, date: null, isQuoted: true },
		];
		const cited = [{ start: 24, end: 34, speaker: 'The Trust', verb: 'says', hedge: null }];
		const mail = makeTermDocument('a', text, { author: 'Ann Brown' });
		const said = { claims: cited, utterances: { ...noUtterances, all } };
		const tell = (start: number, end: number) => {
			const { speaker, writer, date } = makeReceipt(mail, { start, end }, said);
			return { speaker, writer, date };
		};
		assert.deepEqual(tell(2, 9), { speaker: 'Ann Brown', writer: 'Ann Brown', date: '2021-05-04' });
		assert.deepEqual(makeReceipt({ ...mail, date: '2021-05-04' }, { start: 62, end: 68 }, said).date, null);
		assert.deepEqual(tell(25, 30), { speaker: 'The Trust', writer: 'Jens Holt', date: '2021-05-03' });
		assert.deepEqual(tell(35, 39), { speaker: 'Jens Holt', writer: 'Jens Holt', date: '2021-05-03' });
		assert.deepEqual(tell(61, 66), { speaker: null, writer: null, date: null });
		const plain = makeReceipt(mail, { start: 2, end: 9 }, { claims: [], utterances: noUtterances });
		assert.ok(!('writer' in plain));
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
		assert.equal(findSpeaker(document, said, { start: 90_001, end: 90_003 }), 'Speaker 9000');
		assert.ok(looks < 50, `${looks} looks`);
	});
});
