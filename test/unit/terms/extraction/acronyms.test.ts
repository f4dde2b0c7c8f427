import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `short = long`, in order; `-` where the document gives no long form. */
function check(name: string, text: string, expected: readonly string[]): void {
	it(name, () => {
		const { acronyms } = findingsOf(text);
		assert.deepEqual(
			acronyms.map((finding) => `${finding.short} = ${finding.long ?? '-'}`),
			expected,
		);
		for (const finding of acronyms) {
			assert.equal(text.slice(finding.shortStart, finding.shortEnd), finding.short);
			if (finding.longStart !== null && finding.longEnd !== null) {
				assert.equal(text.slice(finding.longStart, finding.longEnd).replace(/\s+/g, ' '), finding.long);
			}
		}
	});
}

describe('acronyms', () => {
	check('in parentheses', 'The World Food Programme (WFP) met.', ['WFP = World Food Programme']);
	check('small words of French', "La Chambre de commerce et d'industrie (CCI) gère le port.", ["CCI = Chambre de commerce et d'industrie"]);
	check('small words of Spanish', 'La Unión de Ejidos de la Selva (UES) vende.', ['UES = Unión de Ejidos de la Selva']);
	check('a name in small letters', 'The Scottish Environment Protection Agency (Sepa) met.', [
		'Sepa = Scottish Environment Protection Agency',
	]);
	check('a town is none', 'The Royal Northern Ballet Club (Inverness) met, and the Steel Union (Leeds).', []);
	check('the other way round', 'The WFP (World Food Programme) met.', ['WFP = World Food Programme']);
	check('each later one has the long form', 'A water users group (WUG) met. The WUG left.', [
		'WUG = water users group',
		'WUG = water users group',
	]);
	check('plural', 'Some water users groups (WUGs) met; a WUG left.', ['WUGs = water users groups', 'WUG = water users groups']);
	check('small words in between', 'the Bank of the State (BOS) and the Rule of Law (ROL)', [
		'BOS = Bank of the State',
		'ROL = Rule of Law',
	]);
	check('letters inside words', 'by deoxyribonucleic acid (DNA)', ['DNA = deoxyribonucleic acid']);
	check('with a remark', 'the Rights Advisory Council (RAC; 12 members)', ['RAC = Rights Advisory Council']);
	check('in quotation marks', 'the Rights Advisory Council (“RAC”)', ['RAC = Rights Advisory Council']);
	check('over a line break', 'the Rights\nAdvisory Council (RAC)', ['RAC = Rights Advisory Council']);
	check('in a list of equations', 'GHG = greenhouse gas; DFP = designated focal point.', [
		'GHG = greenhouse gas',
		'DFP = designated focal point',
	]);
	check('lines of a list', 'Abbreviations\n\nGHG: greenhouse gas\nDFP – designated focal point\nRCU\trural credit union', [
		'GHG = greenhouse gas',
		'DFP = designated focal point',
		'RCU = rural credit union',
	]);
	check('no remark behind a colon', 'NATO: the meeting was over.', ['NATO = -']);
	check('the last of two', 'the joint FAO/WHO (World Health Organization) programme', ['FAO = -', 'WHO = World Health Organization']);
	check('no long form', 'He spoke to NATO today.', ['NATO = -']);
	check('no long form that does not fit', 'He left early (NATO).', ['NATO = -']);
	check('no remark', 'They came (see below) and left (all of them).', []);
	check('no number', 'The first (1) and the second (2b)', []);
	check('no shouted line', 'THIS IS ALL IN CAPITALS', []);
	check('no roman numeral', 'Henry VIII and part III', []);
	describe('beyond parentheses', () => {
		const long = [
			'Korean massage parlors',
			'Coastal water cooperatives',
			'Private lending circles',
			'Mobile health teams',
			'Night shelter volunteers',
		];
		for (const words of long) {
			const short = words
				.split(' ')
				.map((word) => word[0]?.toUpperCase())
				.join('');
			check(`the acronym of ${short}s`, `${words} are so common that people refer to them with the acronym of ${short}s.`, [
				`${short}s = ${words}`,
			]);
		}
		check('known as', 'Rural credit unions are known as RCUs.', ['RCUs = Rural credit unions']);
		check('abbreviated to', 'The Rural Credit Union is abbreviated to RCU.', ['RCU = Rural Credit Union']);
		check('short for', 'RCU, short for Rural Credit Union, is old.', ['RCU = Rural Credit Union']);
		check('stands for', 'RCU stands for Rural Credit Union.', ['RCU = Rural Credit Union']);
		check('in the sentence before', 'Rural credit unions are old. They are often called RCUs.', ['RCUs = Rural credit unions']);
		check('no words that do not fit', 'Old banks are known as RCUs.', ['RCUs = -']);
	});
});
