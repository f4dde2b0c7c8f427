import assert from 'node:assert/strict';
import { buildLexicon, explain } from '../../support/termDocuments.ts';

/** What is recognised in a note about somebody whom the documents name once, by whole name, as terms in order. */
function check(name: string, texts: readonly string[], note: string, expected: readonly string[]): void {
	it(name, () => {
		const found = explain(buildLexicon(...texts), note).map((each) => each.split(' => ')[1]);
		assert.deepEqual(found, expected);
	});
}

const auditor = ['Ingrid Vasquez-Holm, the ministry’s chief auditor, said that eleven invoices were lost.'];
const whole = 'Ingrid Vasquez-Holm';

describe('somebody whom documents name once', () => {
	describe('by the family name behind a title', () => {
		check('with a hyphen', auditor, 'Ms Vasquez-Holm left. Dr. Vasquez‑Holm’s report', [whole, whole]);
		check('not by half of it', auditor, 'Ms Holm left. Ms Vasquez left. Ms Vasquez-Lund left.', []);
		check('behind what somebody is', auditor, 'the auditor Vasquez-Holm and Chief Executive Vasquez-Holm', [whole, whole]);
		check('with small words before it', ['They asked Ole van der Berg, a judge.'], 'Mr van der Berg left. Mr Van der Berg', [
			'Ole van der Berg',
			'Ole van der Berg',
		]);
		const titled = ['They asked Ole van der Berg, a judge. They saw that Mr Van Der Berg left. Mr Van Der Berg came.'];
		check('with small words, one card', titled, 'van der Berg and Van Der Berg, Ole van der Berg; Kees van der Berg', [
			'Ole van der Berg',
			'Ole van der Berg',
			'Ole van der Berg',
		]);
		check('with an article before it', ['They asked Omar al-Masri, a judge.'], 'Mr al-Masri left.', ['Omar al-Masri']);
		check('in capitals', ['They asked INGRID VASQUEZ-HOLM, a judge.'], 'Ms Vasquez-Holm left.', [whole]);
		check('that two bear', [...auditor, 'They asked Ole Vasquez-Holm, a judge.'], 'Ms Vasquez-Holm left.', []);
		check('half of which another bears', [...auditor, 'They asked Ole Holm, a judge.'], 'Ms Vasquez-Holm left. Mr Holm', [whole]);
		check('not the second half of a given name', ['They asked Ana Min-ju, a nurse.'], 'Ms Ju left.', []);
	});
	describe('by the family name behind the whole one, in the same note', () => {
		const said = 'Ingrid Vasquez-Holm came.';
		check('at once', auditor, `${said} Then Vasquez-Holm left. Vasquez-Holm’s report`, [whole, whole, whole]);
		check('paragraphs on', auditor, `${said}\n\n${'Nothing else was said. '.repeat(200)}\n\nThen Vasquez-Holm left.`, [whole, whole]);
		check('before it, if it is hardly anything else', auditor, `Then Vasquez-Holm left. ${said}`, [whole, whole]);
		check('not before it, if it is a word', ['They asked Mary Stone, a judge.'], 'Then Stone left. Mary Stone', ['Mary Stone']);
		check('not of a part of another name', auditor, `${said} The Vasquez-Holm Trust, Peter Vasquez-Holm`, [whole]);
		check('nor where another was named since', auditor, `${said} They met Peter Vasquez-Holm. Then Vasquez-Holm left.`, [whole]);
		check(
			'of a plain word, where it begins no sentence',
			['They asked Ingrid Stone, a judge.'],
			'They met Ingrid Stone. Stone walls fell. Then Stone left.',
			['Ingrid Stone', 'Ingrid Stone'],
		);
		const judge = ['They asked Mary Stone, a judge.'];
		check('not behind a longer word', judge, 'Mary Stoneham came. Then Stone left.', []);
		check('but behind both', judge, 'Mary Stone came. Mary Stoneham left. Then Stone left.', ['Mary Stone', 'Mary Stone']);
		check('not where another of two halves was named since', judge, 'They met Mary Stone. They met Ana Stone-Lee. Then Stone left.', [
			'Mary Stone',
		]);
		check('not as a part of a longer one', judge, 'They met Mary Stone-Lee. They met Rose-Mary Stone. The Mary Stone-led panel met.', [
			'Mary Stone',
		]);
		check('not of somebody else', auditor, 'They met Peter Vasquez-Holm. Then Vasquez-Holm left.', []);
	});
	describe('by the family name with a hyphen, alone in the same document', () => {
		const both = [`${auditor[0]} Ms Vasquez-Holm left. They saw that Vasquez-Holm was tired.`];
		check('one card', both, 'Vasquez-Holm; Ingrid Vasquez-Holm', [whole, whole]);
		check('one card, without a title', [`${auditor[0]} They saw that Vasquez-Holm left.`], 'Vasquez-Holm', [whole]);
		check('with an article', ['They asked Omar al-Masri, a judge. Then al-Masri left.'], 'al-Masri', ['Omar al-Masri']);
		check('not of somebody else', both, 'Peter Vasquez-Holm and the Vasquez-Holm Trust', []);
	});
	describe('and what stands once without being a name', () => {
		const text = [
			'It is said in Annex B, in Table Three and near Part IV and Schedule 2 of it. Then Ingrid Vasquez-Holm, the auditor, left Orrin Hythe.',
		];
		check('is no term', text, 'See Annex B, Table Three, Part IV and Schedule 2.', []);
		check('unlike what is one', text, 'She left Orrin Hythe; Vasquez-Holm did not.', ['Orrin Hythe', whole]);
	});
});
