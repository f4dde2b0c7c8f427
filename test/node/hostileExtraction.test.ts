import assert from 'node:assert/strict';
import { emptyContent } from '../../src/library/document.ts';
import { extractInSteps } from '../../src/terms/extraction/extract.ts';

/** Milliseconds of all steps together and of the longest one, on this machine, busy as it is. */
function measure(text: string): { totalMs: number; longestMs: number } {
	const start = performance.now();
	let last = start;
	let longestMs = 0;
	const steps = extractInSteps({ ...emptyContent('txt', []), language: 'en', text });
	for (let isDone = false; !isDone; ) {
		isDone = steps.next().done === true;
		const now = performance.now();
		longestMs = Math.max(longestMs, now - last);
		last = now;
	}
	return { totalMs: last - start, longestMs };
}

/** Pieces that, repeated without a full stop, make long sentences in which each finder has the most to look back at or ahead for. */
const pieces = new Map([
	['announced acronyms', 'called QZ some words '],
	['announced acronyms that are told at length', 'the acronym of QZXV which is qat zed '],
	['open parentheses', 'word (word '],
	['nested parentheses', '((QZ) quiet zone (QZ '],
	['pairs in parentheses', 'a quiet zone (QZ) and '],
	['lists of abbreviations', 'QZ = quiet zone QX: quick xerox\n'],
	['equations', 'QZ which is the acronym for quiet z '],
	['capitals', 'Quiet Zone Authority '],
	['joined names', 'Ministry of Quiet and Zone of and '],
	['possessives', 'Women’s Quiet Zone '],
	['speakers', 'Ann Brown says he said she said '],
	['a name and who she is', 'Ann Brown runs, '],
	['sources', 'according to to according '],
	['quotations that never close', '“Ann Brown,” “said '],
	['closing marks', '” says she '],
	['namings', 'also known as called '],
	['quoted terms', '“Quiet” means “'],
	['verbs that define', `${'quiet is a which is called the zone, or '.repeat(16)}so.\n`],
	['brackets and marks', `${'quiet (zone harbour: a tide — the zone, '.repeat(16)}so.\n`],
	['relatives', `${'quiet, which is, in which, meaning '.repeat(18)}so.\n`],
	['terms inside of terms', 'quiet zone, quiet zone harbour, zone harbour tide survey, '],
	['figures', 'about 1,000,000 at least 1.1.1 '],
	['digits', '1,234,567'],
	['key terms', 'quiet zone harbour tide survey '],
	['Korean nouns', '경찰청은 조사위원회를 경찰청에 따르면 '],
	['Korean syllables', '위원회재단협회'],
	['hyphens', 'quiet-zone-'],
	['capitals without an end', 'QZ'],
	['points', 'Q.Z.'],
	['short lines', 'Quiet\n'],
	['empty lines', 'Ann Brown says so\n\n'],
	['white space', 'short   \t  '],
	['brackets', 'diopters [D quiet zone [QZ '],
	['single letters', 'diopters (D) quiet zone (q) '],
	['titles in quotation marks', 'a "Quiet Zone" and “The '],
	['capital articles', 'on The First Of The Quiet '],
	['codes and ordinals', '1st F-94 Quiet '],
]);

describe('extraction of hostile texts', function () {
	this.timeout(120_000);
	for (const [name, piece] of pieces) {
		it(`takes linear time for ${name}`, () => {
			const { totalMs, longestMs } = measure(piece.repeat(Math.ceil(1_000_000 / piece.length)));
			if (process.env.DOSSIER_MEASURE) {
				console.log(`\t${Math.round(totalMs)} ms, longest step ${Math.round(longestMs)} ms`);
			}
			assert.ok(totalMs < 15_000, `${Math.round(totalMs)} ms for 1 MB`);
			assert.ok(longestMs < 1_500, `a step of ${Math.round(longestMs)} ms`);
		});
	}
	it('takes linear time for two names and a pronoun at each end of long sentences', () => {
		const sentence = `${'Ann Brown '.repeat(1_900)}he says so.\n`;
		const { totalMs } = measure(sentence.repeat(50));
		assert.ok(totalMs < 15_000, `${Math.round(totalMs)} ms for 1 MB`);
	});
});
