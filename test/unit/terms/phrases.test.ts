import assert from 'node:assert/strict';
import { noUtterances } from '../../../src/terms/extraction/utterances.ts';
import { findPhraseCandidates, makePhraseCard, toWrittenPhrase } from '../../../src/terms/phrases.ts';

function check(name: string, note: string, expected: readonly string[]): void {
	it(name, () => {
		const candidates = findPhraseCandidates(note, [{ start: 0, end: note.length }]);
		assert.deepEqual(
			candidates.map((candidate) => candidate.text),
			expected,
		);
		for (const candidate of candidates) {
			assert.equal(note.slice(candidate.start, candidate.end), candidate.text);
		}
	});
}

describe('phrases', () => {
	check('a phrase of two words', 'the exit programs of', ['exit programs']);
	check('the longest first', 'the red light districts are', ['red light districts', 'red light', 'light districts']);
	check('over a line break', 'the vocational\ntraining of', ['vocational\ntraining']);
	check('no small words of other languages', 'Wasserversorgung ist, por ciento, loi sur', []);
	check('at the end of the note', 'exit programs', ['exit programs']);
	check('not across punctuation', 'They exit. Programs exist, districts do', []);
	check('no verb with its object', 'Groups help women exit the industry', []);
	check('no subject with its verb', 'The women exit. Workers protest. People vote.', []);
	check('plurals that stand before a noun', 'a rights report and a sales tax', ['rights report', 'sales tax']);
	check('adjectives that look like adverbs', 'the monthly stipend, a family house', ['monthly stipend', 'family house']);
	check('no verb behind a subject', 'They exit programs that', []);
	check('no reporting', 'The officials said Monday that', []);
	check('no time', 'It rose last year and this past month', []);
	check('no amounts', 'There were many people, and 300 people, and several people', []);
	check('nothing that is counted in words', 'the six packs, seven states; the Six Nations', ['Six Nations']);
	check('no adverbs', 'It is widely known, and highly profitable', []);
	check('no possessive at the end', "the labor union's members", ["labor union's members", "union's members"]);
	check('nothing cut out of a compound', 'the crown-of-thorns starfish, a state-of-the-art lamp', []);
	check('a compound as a whole', 'the peat-bog farmers', ['peat-bog farmers', 'peat-bog']);
	check('nothing cut out at an ampersand', 'Health & Safety Executive', []);
	check('no joints of other languages', 'Chambre de commerce et, torre del puerto y, Haus und', [
		'Chambre de commerce',
		'torre del puerto',
	]);
	check('nothing in function words', 'It is what they would have been if not for them', []);
	check('Korean nouns, and nothing behind particles or verbs', '이수연 회장은 환자에게 위험한 자리에서 사람을 보궐선거 재검표를 했다', [
		'이수연 회장',
		'보궐선거 재검표',
	]);
	for (const [written, expected] of [
		['exit\nprograms', 'exit programs'],
		['the exit. Programs', undefined],
		['회장은 “환자가', undefined],
		['동항 투표소에서', '동항 투표소'],
		['전수 점검하겠다', '전수 점검'],
		['U.S. programs', 'U.S. programs'],
	] as const) {
		it(`as a document writes it: ${written}`, () => {
			assert.equal(toWrittenPhrase(written), expected);
		});
	}
	it('makes a card that says where and by whom', () => {
		const text = 'First there was rain. “The water rights are ours,” says Ana Ruiz.\n\nThe water rights were sold.';
		const document = {
			id: 'file:///a',
			title: 'A',
			author: null,
			publisher: null,
			date: '2001',
			language: 'en',
			text,
			pages: [{ label: '7', start: 0, end: text.length }],
			headings: [],
			quotes: [],
		};
		const first = text.indexOf('water rights');
		const second = text.lastIndexOf('water rights');
		const claims = [{ start: 22, end: 67, speaker: 'Ana Ruiz', verb: 'says', hedge: null }];
		const card = makePhraseCard(
			'water rights',
			[first, second].map((start) => ({ document, start, end: start + 12, said: { claims, utterances: noUtterances } })),
			2,
			1,
		);
		assert.deepEqual(
			card.evidence.map((receipt) => [receipt.text, receipt.speaker, receipt.page]),
			[
				['“The water rights are ours,” says Ana Ruiz.', 'Ana Ruiz', '7'],
				['The water rights were sold.', null, '7'],
			],
		);
		assert.equal(card.definition, null);
	});
	it('has no label of a transcript for a sentence, where there are others', () => {
		const text = 'MS. ADEYEMI-COLE: The film shrank.\n\nMs. Adeyemi-Cole left.';
		const document = {
			id: 'file:///a',
			title: null,
			author: null,
			publisher: null,
			date: null,
			language: 'en',
			text,
			pages: [],
			headings: [],
			quotes: [],
		};
		const utterances = { all: [], people: [], labels: [{ start: 0, end: 18 }] };
		const occurrences = [4, text.lastIndexOf('Adeyemi')].map((start) => ({
			document,
			start,
			end: start + 12,
			said: { claims: [], utterances },
		}));
		assert.deepEqual(
			makePhraseCard('Adeyemi-Cole', occurrences, 2, 1).evidence.map((receipt) => receipt.text),
			['Ms. Adeyemi-Cole left.'],
		);
	});
});
