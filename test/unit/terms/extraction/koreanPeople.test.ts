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

	describe('have a name of three syllables before their title', () => {
		for (const words of [
			'정혜린 과장은',
			'김지원 교수',
			'이성대 의원',
			'박종국 대표',
			'노영구 의원',
			'김영자 씨',
			'용혜인 의원',
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
		checkTitled('김민수 감사합니다', false);
		checkTitled('홍길 과장', false);
	});
	describe('speak behind a colon', () => {
		for (const label of ['김민수', '김민수 위원', '이지은 국장', '위원장 김재욱', '기자 용혜인', '김민수 감사', '어윤대 총재']) {
			checkLabel(label, true);
		}
		for (const label of ['회의', '발언 순서', '총 인원']) {
			checkLabel(label, false);
		}
	});
	describe('and offices say', () => {
		checkSpeaker('정혜린 과장은 예산이 없다고 밝혔다.', '정혜린');
		checkSpeaker('고용부 장관은 예산이 없다고 밝혔다.', '고용부 장관');
		checkSpeaker('여성가족부 장관은 예산이 없다고 밝혔다.', '여성가족부 장관');
		checkSpeaker('어민연합회 회장은 예산이 없다고 밝혔다.', '어민연합회 회장');
		checkSpeaker('여성가족부는 예산이 없다고 밝혔다.', '여성가족부');
	});
});
