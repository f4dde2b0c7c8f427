import assert from 'node:assert/strict';
import { emptyContent } from '../../src/library/document.ts';
import { extractInSteps } from '../../src/terms/extraction/extract.ts';
import { limitFor } from '../support/timeLimits.ts';

/** Milliseconds of the processor's time for all steps together and for the longest one. */
function measure(text: string): { totalMs: number; longestMs: number } {
	let totalMs = 0;
	let longestMs = 0;
	const steps = extractInSteps({ ...emptyContent('txt', []), language: 'en', text });
	for (let isDone = false; !isDone; ) {
		const before = process.cpuUsage();
		isDone = steps.next().done === true;
		const { user, system } = process.cpuUsage(before);
		totalMs += (user + system) / 1_000;
		longestMs = Math.max(longestMs, (user + system) / 1_000);
	}
	return { totalMs, longestMs };
}

/** Long enough that a square of it would take hours. */
const textLength = 500_000;

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
	['turns of a talk', 'ANN BROWN: So it is.\nMR. LEE: No.\n'],
	['labels without words', 'Ann Brown:\n'],
	['headers of mails', 'From: Ann Brown <a@b.c>\nTo: Kim Lee\nSubject: Quiet\n\nSo.\n\n'],
	['one field of a header', 'From: From: '],
	['lines that are quoted', '> so it is\n'],
	['marks that quote', '> > >>'],
	['replies in replies', 'On 3 May 2021 Ann Brown wrote:\n> On 2 May 2021 Kim Lee wrote:\n>> no\n'],
	['replies without an end', 'On 3 May 2021 at 10:00 Ann Brown\n'],
	['tables of terms', 'Term\tMeaning\nQuiet\tNo noise at all.\n'],
	['cells', 'Term\tMeaning\t'],
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
	['Korean short names', '「가나(가나라) 나라다 가나 다라마바(이하 가다바,가마,나라 한다) '],
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
	// A collection of garbage falls into some step, and not into the same again.
	this.retries(2);
	for (const [name, piece] of pieces) {
		it(`takes linear time for ${name}`, () => {
			const { totalMs, longestMs } = measure(piece.repeat(Math.ceil(textLength / piece.length)));
			if (process.env.DOSSIER_MEASURE) {
				console.log(`\t${Math.round(totalMs)} ms, longest step ${Math.round(longestMs)} ms`);
			}
			assert.ok(totalMs < limitFor(1_500), `${Math.round(totalMs)} ms`);
			// A step is short, or at least a small part of all on a machine that is slow.
			assert.ok(longestMs < Math.max(1_500, totalMs / 4), `a step of ${Math.round(longestMs)} of ${Math.round(totalMs)} ms`);
		});
	}
	it('takes linear time for two names and a pronoun at each end of long sentences', () => {
		const sentence = `${'Ann Brown '.repeat(1_900)}he says so.\n`;
		const { totalMs } = measure(sentence.repeat(50));
		assert.ok(totalMs < limitFor(1_500), `${Math.round(totalMs)} ms`);
	});
});
