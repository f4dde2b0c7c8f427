import assert from 'node:assert/strict';
import { isTitledName, mayNameSpeaker } from '../../../../src/terms/extraction/koreanPeople.ts';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Whether the first word of `words` is the name of whoever has the title behind it. */
function checkTitled(words: string, expected: boolean): void {
	it(`${words}: ${expected ? 'somebody' : 'nobody'}`, () => {
		const [name = '', title = ''] = words.split(' ');
		assert.equal(isTitledName(name, title), expected);
	});
}

function checkLabel(label: string, expected: boolean): void {
	it(`${label}: ${expected ? 'somebody' : 'nobody'}`, () => assert.equal(mayNameSpeaker(label), expected));
}

/** Who says the sentence. */
function checkSpeaker(sentence: string, expected: string): void {
	it(sentence, () =>
		assert.deepEqual(
			findingsOf(sentence, { language: 'ko' }).claims.map(({ speaker }) => speaker),
			[expected],
		),
	);
}

/** The kinds of the names of a sentence, by name. */
function checkKind(sentence: string, name: string, expected: string | undefined): void {
	it(`${sentence} ${name}: ${expected ?? 'no name'}`, () =>
		assert.equal(findingsOf(sentence, { language: 'ko' }).names.find(({ text }) => text === name)?.kind, expected));
}

describe('Korean people', () => {
	describe('have a name behind their title that ends as offices do', () => {
		checkKind('공단 이사장 서재원은 배를 모두 보내겠다고 말했다.', '서재원', 'person');
		checkKind('어제 원장 최서원이 자리를 떠났다.', '최서원', 'person');
		checkKind('어제 장관 국방부에서 만났다.', '국방부', 'organisation');
		checkKind('대표 이사회는 오늘 열렸다.', '이사회', undefined);
		checkKind('어구에 이름과 연락처를 적는다.', '연락처', undefined);
		checkKind('그 땅은 지적공부에 등록된다.', '지적공부', undefined);
		checkKind('어제 조사원 김도연이 떠났다.', '조사원', undefined);
		checkKind('국립해양조사원은 바다를 잰다.', '국립해양조사원', 'organisation');
	});

	describe('have a name behind their title where they say something', () => {
		checkKind('소방청장 윤태경은 병원을 모두 살피겠다고 밝혔다.', '윤태경', 'person');
		checkKind('입학사정관 채희린은 규칙이 없었다고 증언했다.', '채희린', 'person');
		checkKind('노동청장 심보라는 되풀이되면 안 된다고 말했다.', '심보라', 'person');
		checkKind('소방청장 윤태경은 집에 갔다.', '윤태경', undefined);
		checkKind('장관 임명안은 곧 나온다고 밝혔다.', '임명안', undefined);
		checkKind('위원장 지지자는 아니라고 말했다.', '지지자', undefined);
		checkKind('의장 경호팀은 몰랐다고 말했다.', '경호팀', undefined);
	});

	describe('have how it is written, or how old they are, behind their name', () => {
		checkKind('서정훈(徐廷勳) 교수는 혐의를 부인했다.', '서정훈', 'person');
		checkKind('정해원(52)씨는 사과가 없었다고 말했다.', '정해원', 'person');
		checkKind('민도영(가람당·서구) 의원은 떠났다.', '민도영', 'person');
		checkKind('고용부(세종) 장관은 떠났다.', '고용부', 'organisation');
	});

	describe('have a name of three syllables before their title', () => {
		for (const words of [
			'정혜린 과장은',
			'김지원 교수',
			'이성대 의원',
			'박종국 대표',
			'노영구 의원',
			'김영자 씨',
			'용혜인 의원',
			'이정희 시의원',
			'박세은 학생건강정책관',
			'문성일 화재대응조사과장',
			'강태수 교장',
			'강태수 참고인',
			'탁현민 감독',
			'조이한 작가',
		]) {
			checkTitled(words, true);
		}
		for (const words of [
			'고용부 장관',
			'여가부 장관은',
			'금융위 위원장',
			'민주당 대표',
			'서울대 교수',
			'연합회 회장',
			'서울시 시장',
			'강원도 도지사',
		]) {
			checkTitled(words, false);
		}
		for (const words of [
			'지역구 의원',
			'방송국 기자',
			'국정원 원장',
			'노조원 대표',
			'조합원 대표',
			'소설가 작가',
			'어린이 대표',
			'유명한 작가',
		]) {
			checkTitled(words, false);
		}
		for (const words of ['지난달 장관이', '지난해 부산시장이', '이번엔 국회의원이', '서울시 구의원', '이러한 증인', '유력한 후보']) {
			checkTitled(words, false);
		}
		checkTitled('김민수 감사합니다', false);
		checkTitled('홍길 과장', false);
	});
	describe('speak behind a colon', () => {
		for (const label of [
			'교육부장관 이주형',
			'참고인 강태수',
			'김민수',
			'김민수 위원',
			'이지은 국장',
			'위원장 김재욱',
			'기자 용혜인',
			'김민수 감사',
			'어윤대 총재',
		]) {
			checkLabel(label, true);
		}
		for (const label of ['회의', '발언 순서', '총 인원']) {
			checkLabel(label, false);
		}
	});
	describe('and offices say', () => {
		checkSpeaker('정혜린 과장은 예산이 없다고 밝혔다.', '정혜린');
		checkSpeaker('서정훈(徐廷勳) 교수는 혐의를 부인했다.', '서정훈');
		checkSpeaker('정해원(52)씨는 사과가 없었다고 말했다.', '정해원');
		checkSpeaker('노동청장 심보라는 되풀이되면 안 된다고 말했다.', '심보라');
		checkSpeaker('HUG 관계자는 빚이 늘고 있다고 설명했다.', 'HUG 관계자');
		checkSpeaker('고용부 장관은 예산이 없다고 밝혔다.', '고용부 장관');
		checkSpeaker('여성가족부 장관은 예산이 없다고 밝혔다.', '여성가족부 장관');
		checkSpeaker('어민연합회 회장은 예산이 없다고 밝혔다.', '어민연합회 회장');
		checkSpeaker('여성가족부는 예산이 없다고 밝혔다.', '여성가족부');
		checkSpeaker('한별케미칼 대표이사는 예산이 없다고 밝혔다.', '한별케미칼 대표이사');
		checkSpeaker('당시 위원장은 예산이 없다고 밝혔다.', '위원장');
		checkSpeaker('반면 경기연구원은 매출이 늘었다고 분석했다.', '경기연구원');
	});
	describe('say what stands in marks, whose subjects say nothing', () => {
		checkSpeaker('위탁업체의 대표 오세진 씨는 “식단가는 한 끼에 4,500원이었다”고 설명했다.', '오세진');
		checkSpeaker('산토스 씨는 “노동부가 숫자를 줄였다”고 주장했다.', '산토스');
		checkSpeaker('수리시의회 이정희 시의원은 7일 “업체가 챙긴 수입이 20억 원에 이른다”고 주장했다.', '이정희');
		checkSpeaker('같은 날 “업체가 숨겼다”며 이정희 시의원은 자료를 요구했다.', '이정희');
		checkSpeaker('“아이들이 먹은 밥이었다”고 학부모회는 밝혔다.', '학부모회');
		checkSpeaker('“열폭주”는 끝났다고 소방청은 밝혔다.', '소방청');
		checkSpeaker('이현수 시장은 의혹을 일축했다.', '이현수');
		checkSpeaker('대책위는 그 수가 2만 명을 넘는다고 본다.', '대책위');
	});
	describe('are told as sources', () => {
		checkSpeaker('김현우 의원에 따르면 계약은 41건이다.', '김현우');
		checkSpeaker('수리시에 따르면 발행액은 2억 원이다.', '수리시');
		checkSpeaker('증인 강태수의 법정진술에 의하면 차용증은 없다.', '강태수');
		checkSpeaker('소방청의 보고서에 따르면 불은 꺼졌다.', '보고서');
	});
	describe('are called by family name and title further on', () => {
		const speakersOf = (text: string) => findingsOf(text, { language: 'ko' }).claims.map(({ speaker }) => speaker);
		it('with the office in the title', () =>
			assert.deepEqual(speakersOf('문성일 화재대응조사과장은 정황을 확인했다고 밝혔다. 문 과장은 곧 점검하겠다고 덧붙였다.'), [
				'문성일',
				'문성일',
			]));
		it('without one', () =>
			assert.deepEqual(speakersOf('오세진 씨는 밥이 적었다고 말했다. 오 씨는 곧 떠나겠다고 말했다.'), ['오세진', '오세진']));
		it('with the age between', () =>
			assert.deepEqual(speakersOf('대표 길은성(57)씨는 결과를 존중한다고 밝혔다. 길 씨는 모두 주겠다고 약속했다.'), ['길은성', '길은성']));
		it('with the company between name and title', () =>
			assert.deepEqual(speakersOf('최동원 한별케미칼 대표이사는 수칙을 지켰다고 말했다. 최 대표는 유족께 사과한다고 말했다.'), [
				'최동원',
				'최동원',
			]));
		it('but nobody is who is not', () =>
			assert.deepEqual(speakersOf('이주민 지원단체 대표는 집이 없다고 말했다. 이 대표가 아니다.'), ['지원단체 대표']));
	});
	describe('stand before a court', () => {
		checkKind('피고인 김영선은 돈을 보냈다.', '김영선', 'person');
		checkKind('증인 강태수의 말은 다르다.', '강태수', 'person');
		checkKind('피고인 방어권을 지켜야 한다.', '방어권', undefined);
		checkKind('참고인 진술서를 읽었다.', '진술서', undefined);
		checkKind('피고인 한 명이 울었다.', '한', undefined);
	});
	it('are no key terms with what they are before the name', () => {
		const text =
			'피고인 김영선은 학교법인 솔뫼학원의 이사장이다. 피고인 김영선은 떠났다. 학교법인 솔뫼학원의 돈이다. 연안 여객선은 떠났다. 연안 여객선의 돈이다.';
		const terms = findingsOf(text, { language: 'ko' }).keyTerms.map(({ term }) => term);
		assert.deepEqual(
			['피고인 김영선', '학교법인 솔뫼학원', '연안 여객선'].filter((term) => terms.includes(term)),
			['연안 여객선'],
		);
	});
	describe('govern towns', () => {
		checkKind('가람시의 돈이다. 가람시장은 떠났다.', '가람시', 'place');
		checkKind('가람시의 돈이다. 시장은 떠났다.', '가람시', undefined);
		checkKind('신도시의 땅이다. 신도시의회는 없다.', '신도시', undefined);
		checkKind('해린군의 바다다. 해린군수는 왔다.', '해린군', 'place');
	});
	describe('work where', () => {
		checkKind('가람소방서는 불을 껐다.', '가람소방서', 'organisation');
		checkKind('가람예산감시단은 자료를 냈다.', '가람예산감시단', 'organisation');
		checkKind('서울중앙지법에서 열렸다.', '서울중앙지법', 'organisation');
		checkKind('성매매방지법을 고쳤다.', '성매매방지법', 'law');
		checkKind('조건부 인증을 받았다.', '조건부', undefined);
	});
	describe('have companies, by their form', () => {
		checkKind('위탁업체 (주)푸른찬의 밥이다.', '푸른찬', 'organisation');
		checkKind('㈜푸른찬은 밥을 댄다.', '푸른찬', 'organisation');
		checkKind('푸른찬(주)은 밥을 댄다.', '푸른찬', 'organisation');
		checkKind('주식회사 푸른찬의 대표이사이다.', '푸른찬', 'organisation');
		checkKind('법무법인 동백은 변호했다.', '동백', 'organisation');
		checkKind('주식회사 설립을 마쳤다.', '설립', undefined);
		checkKind('학교법인 이사장은 떠났다.', '이사장', undefined);
		checkKind('학교법인 이사회를 열었다.', '이사회', undefined);
		checkKind('푸른찬이 밥을 댄다.', '푸른찬', undefined);
	});
	describe('are no countries', () => {
		checkKind('LEL이란 가스가 폭발할 수 있는 최저 농도를 뜻한다.', '이란', undefined);
		checkKind('이란은 석유를 판다.', '이란', 'place');
		checkKind('수리시의회 이정희 시의원은 자료를 냈다.', '시의원', undefined);
		checkKind('최동원 한별케미칼 대표이사는 떠났다. 최 대표는 곧 왔다.', '최동원', 'person');
	});
});
