import assert from 'node:assert/strict';
import { isOtherSpelling, otherStarts } from '../../../src/text/startSpellings.ts';

/** Of these words, those that begin as typed in the other spelling. */
function findWords(start: string, words: readonly string[]): string[] {
	return words.filter((word) => otherStarts(start).some((other) => word.startsWith(other) && isOtherSpelling(word, other, start)));
}

describe('the start of a word', () => {
	function check(start: string, words: string, expected: string) {
		it(`${start}: ${expected || 'nothing'} of ${words}`, () =>
			assert.deepEqual(findWords(start, words.split(' ')), expected.split(' ').filter(Boolean)));
	}
	check('organisatio', 'organization organizations organizer organism', 'organization organizations');
	check('organizatio', 'organisation organisations organiser', 'organisation organisations');
	check('organis', 'organize organizing organza', 'organize organizing');
	check('organiz', 'organise organism organist organisms', 'organise');
	check('realis', 'realize realized realism', 'realize realized');
	check('realiz', 'realise realistic realist', 'realise');
	check('exerciz', 'exercise exercises', '');
	check('labour', 'labor laborer laboratory laborious', 'labor laborer');
	check('labor', 'labour labourer', 'labour labourer');
	check('labourer', 'laborer laborers', 'laborer laborers');
	check('colour', 'color coloring colorado', 'color coloring');
	check('neighbou', 'neighbor neighbors', '');
	check('neighborh', 'neighbourhood neighbour', 'neighbourhood');
	check('doctor', 'doctour', '');
	check('travelli', 'traveling travels', 'traveling');
	check('traveli', 'travelling', 'travelling');
	check('travell', 'travel traveling', '');
	check('call', 'cal calendar', '');
	check('controli', 'controlling', '');
	check('analyz', 'analyse analysed analysis analyst', 'analyse analysed');
	check('analys', 'analyze analyzer', 'analyze analyzer');
	check('judgem', 'judgment', 'judgment');
	check('judgmen', 'judgement judgements', 'judgement judgements');
	check('managm', 'management', '');
	check('defenc', 'defense defenseless', 'defense defenseless');
	check('defens', 'defence defences', 'defence defences');
	check('evidens', 'evidence', '');
	check('paediatri', 'pediatric pediatrician', 'pediatric pediatrician');
	check('pediatri', 'paediatric paediatrics', 'paediatric paediatrics');
	check('anesthe', 'anaesthetic', 'anaesthetic');
	check('estrog', 'oestrogen', 'oestrogen');
	check('israe', 'isre izrael', '');
	check('정부는', '정부는', '');
	check('', 'organize', '');

	it('has few others, however long it is', () => {
		for (const start of ['oreisllysgmensaeoe', 'e'.repeat(40), 'is'.repeat(50_000)]) {
			assert.ok(otherStarts(start).length <= 16);
		}
	});
});
