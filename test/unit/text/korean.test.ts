import assert from 'node:assert/strict';
import { fitParticles, isNounOfOneSyllable, isParticleChain, splitParticles } from '../../../src/text/korean.ts';

describe('isParticleChain', () => {
	function check(stem: string, remainder: string, expected: boolean) {
		it(`${stem}+${remainder}: ${expected}`, () => assert.equal(isParticleChain(stem, remainder), expected));
	}
	for (const particle of '는 가 를 와 로 에 에서 에게 께 의 도 만 까지 부터 처럼 보다 라고 란 다 입니다 이며 이고 인 였다 들 들이 들은 에서는 로부터 까지도 만의 에서의 라는 로서'.split(
		' ',
	)) {
		check('정부', particle, true);
	}
	for (const particle of '은 이 을 과 으로 이라고라 합니다 하다 는는 는가 의를 들를 장관 에는은 으로서'.split(' ')) {
		check('정부', particle, false);
	}
	for (const particle of '은 이 을 과 으로 이라고 이란 이다 입니다 이며 들에게도 으로부터 만으로도 뿐만'.split(' ')) {
		check('여성', particle, true);
	}
	for (const particle of '는 가 를 와 로 라고 란 였다 부'.split(' ')) {
		check('여성', particle, false);
	}
	for (const particle of '는커녕 나마 야말로 라든지 면 거나 이기도 이니까 라고는 인데도 였기에 분들께서는 라지만 였다고 라니'.split(' ')) {
		check('정부', particle, true);
	}
	check('12', '만', false);
	check('12', '만은', false);
	check('KMP', '만', true);
	check('피해', '야', false);
	check('피해', '를', true);
	check('서울', '로', true);
	check('서울', '으로', false);
	check('서울', '은', true);
	check('행정', '부는', false);
	check('감사', '합니다', false);
	check('OECD', '는', true);
	check('OECD', '은', true);
	check('KMP', '가', true);
	check('UN', '은', true);
	check('UN', '는', false);
	check('UN', '으로', true);
	check('NHL', '로', true);
	check('NHL', '으로', false);
	check('FIFA', '의', true);
	check('3', '은', true);
	check('3', '는', false);
	check('2', '가', true);
	check('7', '로', true);
	check('정부', '', false);
	check('', '는', false);
});

describe('splitParticles', () => {
	function check(word: string, expected: string) {
		it(`${word} → ${expected}`, () => {
			const { stem, particles } = splitParticles(word);
			assert.equal(particles === '' ? stem : `${stem}+${particles}`, expected);
		});
	}
	const rows =
		'정부는+ 정부+는|행정부는 행정부+는|여성들에게 여성+들에게|사람들이 사람+들이|한국에서의 한국+에서의|위원회의 위원회+의|서울로 서울+로|대통령이라고 대통령+이라고|' +
		'학생입니다 학생+입니다|피해자에게는 피해자+에게는|정부로부터 정부+로부터|법에서 법+에서|아이들 아이+들|결과는 결과+는|국가에 국가+에|어린이들은 어린이+들은|미국과 미국+과|' +
		'감사합니다 감사합니다|말하고 말하고|밝혔다 밝혔다|한반도 한반도|한반도는 한반도+는|민주주의 민주주의|민주주의를 민주주의+를|어린이 어린이|국가 국가|평가 평가|결과 결과|' +
		'외국인 외국인|나는 나는|정부 정부|가 가|고속도로 고속도로|하지만 하지만|kmp kmp|여성a 여성a|性은 性은';
	for (const row of rows.split('|')) {
		const [word = '', expected = ''] = row.split(' ');
		check(word.replace(/\+$/, ''), expected);
	}
	it('leaves giants alone', () => assert.equal(splitParticles('가'.repeat(100_000)).particles, ''));
});

describe('fitParticles', () => {
	const check = (stem: string, particles: string, expected: string) =>
		it(`${stem} + ${particles} is ${stem}${expected}`, () => assert.equal(fitParticles(stem, particles), expected));
	check('장관', '는', '은');
	check('정부', '은', '는');
	check('정부', '는', '는');
	check('장관', '가', '이');
	check('정부', '을', '를');
	check('장관', '와', '과');
	check('서울', '으로', '로');
	check('장관', '로', '으로');
	check('정부', '으로부터', '로부터');
	check('장관', '라고', '이라고');
	check('여성', '에게는', '에게는');
	check('장관', '에서는', '에서는');
	check('OECD', '은', '은');
	check('장관', '', '');
	check('장관', '동산', '동산');
});

describe('isNounOfOneSyllable', () => {
	const check = (word: string, expected: boolean) => it(`${word}: ${expected}`, () => assert.equal(isNounOfOneSyllable(word), expected));
	for (const word of '댐이 댐을 댐의 댐은 댐에는 물과 법도 법만 비가 비를 집으로 돈이라고 말에서'.split(' ')) {
		check(word, true);
	}
	for (const word of '댐 댐가 비이 회의 결과 종이 정도 대만 하는 서울 사람 댐건설 물하다 감사합니다 kmp'.split(' ')) {
		check(word, false);
	}
});
