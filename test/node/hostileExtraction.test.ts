import assert from 'node:assert/strict';
import { emptyContent } from '../../src/library/document.ts';
import { extractInSteps } from '../../src/terms/extraction/extract.ts';
import { takeCounted } from '../support/countedSteps.ts';
import { inTime } from '../support/timeLimits.ts';

/** Takes all steps of the extraction; in how many. */
function extract(text: string): number {
	return takeCounted(extractInSteps({ ...emptyContent('txt', []), language: 'en', text })).count;
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
	['offices that speak', 'the members of the union said '],
	['brackets that speak', 'the union (zone) said '],
	['speakers behind the verb', 'quiet, said the mayor, '],
	['cited authors', 'Brown, Lee and Kim et al. (2019) said '],
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

describe('extraction of hostile texts', () => {
	for (const [name, piece] of pieces) {
		it(`takes linear time and many steps for ${name}`, async () => {
			const stepCount = await inTime(5_000, () => extract(piece.repeat(Math.ceil(textLength / piece.length))));
			assert.ok(stepCount > 30, `${stepCount} steps`);
		});
	}
	it('takes linear time and many steps for speakers of other languages', async () => {
		const text = 'Selon le ministère de la santé Ann Brown estime selon '.repeat(10_000);
		const { count } = await inTime(5_000, () => takeCounted(extractInSteps({ ...emptyContent('txt', []), language: 'fr', text })));
		assert.ok(count > 30, `${count} steps`);
	});
	for (const [language, piece] of [
		['de', 'das Amt für Verkehr, Umwelt und Ämter zum Schutz der Räte und für Amt '],
		['fr', 'la Commission générale et sociale des droits de la grande Commission sur '],
	] as const) {
		it(`takes linear time and many steps for institutions of ${language}`, async () => {
			const text = piece.repeat(Math.ceil(textLength / piece.length));
			const { count } = await inTime(5_000, () => takeCounted(extractInSteps({ ...emptyContent('txt', []), language, text })));
			assert.ok(count > 30, `${count} steps`);
		});
	}
	it('takes linear time for two names and a pronoun at each end of long sentences', async () => {
		const sentence = `${'Ann Brown '.repeat(1_900)}he says so.\n`;
		await inTime(5_000, () => extract(sentence.repeat(50)));
	});
});
