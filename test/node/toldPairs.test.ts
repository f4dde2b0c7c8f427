import assert from 'node:assert/strict';
import { parsePairs, scorePair, sumPairs } from '../../scripts/evaluate/toldPairs.mjs';
import { extractFindings } from '../../src/terms/extraction/extract.ts';
import { Lexicon } from '../../src/terms/lexicon.ts';
import englishFirst from '../support/disagreements/english.first.txt';
import englishFourth from '../support/disagreements/english.fourth.txt';
import englishSecond from '../support/disagreements/english.second.txt';
import englishSixth from '../support/disagreements/english.sixth.txt';
import englishThird from '../support/disagreements/english.third.txt';
import frenchFirst from '../support/disagreements/french.first.txt';
import frenchSecond from '../support/disagreements/french.second.txt';
import germanFirst from '../support/disagreements/german.first.txt';
import germanSecond from '../support/disagreements/german.second.txt';
import koreanFirst from '../support/disagreements/korean.first.txt';
import koreanSecond from '../support/disagreements/korean.second.txt';

/** What pairs of documents are said to tell differently, against what a reader would say; each miss is printed. */
function check(name: string, language: string, pairs: Uint8Array, goal: { readonly precision: number; readonly recall: number }): void {
	it(name, () => {
		const core = { Lexicon, extractFindings };
		const scores = parsePairs(new TextDecoder().decode(pairs)).map((pair) => scorePair(core, pair, language));
		const { precision, recall, right, missed, wrong, details } = sumPairs(scores);
		const counts = `P ${precision.toFixed(3)} R ${recall.toFixed(3)}; ${right} right, ${missed} missed, ${wrong} wrong`;
		console.log(`      ${counts}\n${details.map((detail: string) => `      ${detail}`).join('\n')}`);
		assert.ok(precision >= goal.precision && recall >= goal.recall, counts);
	});
}

describe('pairs of documents that tell something differently, or do not', () => {
	check('English', 'en', englishFirst, { precision: 0.95, recall: 0.9 });
	check('English, second half', 'en', englishSecond, { precision: 0.95, recall: 0.85 });
	check('English, of what is no term', 'en', englishThird, { precision: 0.95, recall: 0.85 });
	check('English, of what is no term, second half', 'en', englishFourth, { precision: 0.95, recall: 0.7 });
	check('English, at a site', 'en', englishSixth, { precision: 0.95, recall: 0.8 });
	check('German', 'de', germanFirst, { precision: 0.95, recall: 0.8 });
	check('German, second half', 'de', germanSecond, { precision: 0.95, recall: 0.7 });
	check('French', 'fr', frenchFirst, { precision: 0.95, recall: 0.8 });
	check('French, second half', 'fr', frenchSecond, { precision: 0.95, recall: 0.8 });
	check('Korean', 'ko', koreanFirst, { precision: 0.95, recall: 0.9 });
	check('Korean, second half', 'ko', koreanSecond, { precision: 0.95, recall: 0.85 });
	it('count as told only with the numbers in the order that is wanted', () => {
		const documents = [41, 14].map((killed) => ({ date: '2001-03-04', text: `The Marlow Fire killed ${killed} people.` }));
		const score = (label: string) => scorePair({ Lexicon, extractFindings }, { isShown: true, label, documents }, 'en');
		assert.deepEqual(
			[score('41 or 14 people'), score('14 or 41 people'), score('4 or 1 people')].map(({ right, wrong }) => [right, wrong]),
			[
				[1, 0],
				[0, 1],
				[0, 1],
			],
		);
	});
});
