import assert from 'node:assert/strict';
import { foldWord } from '../../../src/text/normalise.ts';
import { isOtherSpelling, otherStarts } from '../../../src/text/startSpellings.ts';

/** Of these words, those that begin as typed in the other spelling. */
function findWords(start: string, words: readonly string[]): string[] {
	return words.filter((word) => otherStarts(start).some((other) => word.startsWith(other) && isOtherSpelling(word, other, start)));
}

describe('the start of a word', () => {
	function check(start: string, words: string, expected: string) {
		it(`${start}: ${expected || 'nothing'} of ${words}`, () =>
			assert.deepEqual(findWords(foldWord(start), words.split(' ')), expected.split(' ').filter(Boolean)));
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
	check('정부는', '정부는', '정부는');
	check('국ㅈ', '국정원 국적 국제 국가 국', '국정원 국적 국제');
	check('국저', '국정원 국적 국제 국가 국저', '국정원 국적 국저');
	check('국정우', '국정원 국정운영 국정우 국정은', '국정원 국정운영 국정우');
	check('국정ㅇ', '국정원 국정 국정감사', '국정원');
	check('국겁', '국거북 국겂 국거', '국거북 국겂');
	check('사입', '사이버 사이비 사이 사인', '사이버 사이비');
	check('헌벖', '헌법사 헌법', '헌법사');
	check('시고', '시과 시괴 시구 시공 시교', '시과 시괴 시공');
	check('시과', '시고 시괴 시과', '시과');
	check('이ㅆ', '이쌍 이사', '이쌍');
	check('ㅈ', '정부 ㅈ', '');
	check('저', '정부 저', '');
	check('', 'organize', '');

	it('has few others, however long it is', () => {
		for (const start of ['oreisllysgmensaeoe', 'e'.repeat(40), 'is'.repeat(50_000)]) {
			assert.ok(otherStarts(start).length <= 16);
		}
	});
});
