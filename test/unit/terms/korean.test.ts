import assert from 'node:assert/strict';
import { buildLexicon, explain, findingsOf, makeTermDocument } from '../../support/termDocuments.ts';

const text =
	'여성가족부는 2014년 성매매 피해자 지원시설이 91곳이라고 밝혔다. 정부는 성매매 피해 여성을 지원한다.\n\n' +
	'성매매란 금품을 주고받기로 하고 성행위를 하는 것을 말한다. 국가인권위원회는 이주노동자의 처우를 조사했다. ' +
	'이주노동자들은 고용허가제에 따라 일한다. 고용허가제는 사업장 변경을 제한하는 제도이다. 성매매방지법은 2004년에 제정되었다. ' +
	'김영희 변호사는 "피해자 지원이 부족하다"고 말했다. 경제협력개발기구(OECD)는 37개국이다. 내부 고발자를 보호해야 한다. 내부 고발자는 약하다.';

describe('Korean terms', () => {
	const findings = findingsOf(text, { language: 'ko' });
	const build = buildLexicon(makeTermDocument('file:///ko', text, { language: 'ko' }));

	it('names with their kinds, without particles', () =>
		assert.deepEqual(
			findings.names.map((name) => `${text.slice(name.start, name.end)} / ${name.kind}`),
			[
				'여성가족부 / organisation',
				'국가인권위원회 / organisation',
				'성매매방지법 / law',
				'김영희 / person',
				'경제협력개발기구 / organisation',
				'OECD / concept',
			],
		));
	it('who says what', () =>
		assert.deepEqual(
			findings.claims.map((claim) => claim.speaker),
			['여성가족부', '김영희'],
		));
	it('an acronym in Latin letters', () => assert.equal(findings.acronyms[0]?.long, '경제협력개발기구'));
	for (const [note, expected] of [
		['여성가족부가 여성가족부에서도 여성 가족부의', ['여성가족부', '여성가족부', '여성 가족부']],
		['성매매를 성매매의', ['성매매', '성매매']],
		['이주노동자들에게 이주 노동자는', ['이주노동자', '이주 노동자']],
		['고용허가제와', ['고용허가제']],
		['OECD는 경제협력개발기구가', ['OECD', '경제협력개발기구']],
		['내부고발자를 내부 고발자도', ['내부고발자', '내부 고발자']],
		['국가인권위원회와 성매매방지법에 김영희는', ['국가인권위원회', '성매매방지법', '김영희']],
		['여성가족부은 성매매을', []],
		['행정부는 감사합니다 외부 내부에서 정부는', []],
		['신성매매라는 말', []],
	] as const) {
		it(note, () =>
			assert.deepEqual(
				explain(build, note).map((found) => found.split(' => ')[0]),
				expected,
			),
		);
	}
	it('short forms and their long forms are one term, also where a document has the short form alone', () => {
		const named = buildLexicon(
			makeTermDocument('file:///1', '고위공직자범죄수사처(공수처, CIO)와 중앙선거관리위원회(선관위)가 협약을 맺었다.', { language: 'ko' }),
			makeTermDocument('file:///2', '공수처는 수사를 시작했다. 공수처가 밝혔다. 공수처의 수사를 공수처에서 마쳤다.', { language: 'ko' }),
		);
		assert.deepEqual(explain(named, '공수처에서도 CIO가 고위공직자범죄수사처를 선관위는 선관위원이 중앙선거관리위원회의'), [
			'공수처 => 고위공직자범죄수사처',
			'CIO => 고위공직자범죄수사처',
			'고위공직자범죄수사처 => 고위공직자범죄수사처',
			'선관위 => 중앙선거관리위원회',
			'중앙선거관리위원회 => 중앙선거관리위원회',
		]);
	});
	it('a definition and evidence in whole sentences', () => {
		const card = build.cards.find((candidate) => candidate.term === '성매매');
		assert.equal(card?.definition?.text, '성매매란 금품을 주고받기로 하고 성행위를 하는 것을 말한다.');
		assert.equal(card?.evidence[0]?.speaker, '여성가족부');
	});
	it('what stands in brackets is no part of a term, nor are particles behind it a name', () => {
		const { names, definitions } = findingsOf(
			'배터리관리시스템(BMS)이란 셀의 전압을 측정하는 장치를 말한다. “열폭주”란 열이 이어지는 현상을 말한다.',
			{
				language: 'ko',
			},
		);
		assert.deepEqual(
			definitions.map(({ term }) => term),
			['배터리관리시스템', '열폭주'],
		);
		assert.equal(
			names.some(({ text: name }) => name === '이란'),
			false,
		);
	});
	it('who stands second, and who sits in court', () => {
		const { names, claims } = findingsOf('류재원 부사장은 몰랐다고 말했다. 문도현 재판장은 아니라고 밝혔다. 부사장은 떠났다.', {
			language: 'ko',
		});
		assert.deepEqual(
			names.map((name) => `${name.text} / ${name.kind}`),
			['류재원 / person', '문도현 / person'],
		);
		assert.deepEqual(
			claims.map((claim) => claim.speaker),
			['류재원', '문도현'],
		);
	});
	it('candidates, parties and who heads a society', () => {
		const { names, claims } = findingsOf(
			'해린군수 선거에서 시민혁신당 오세린 후보가 이겼다. 장민혁 후보는 다시 세어야 한다고 주장했다. 민주당 후보가 있다. 운전원 없이 구내식당에서. ' +
				'이수연 한국의료윤리학회 회장은 물어야 한다고 지적했다.',
			{ language: 'ko' },
		);
		assert.deepEqual(
			names.map((name) => `${name.text} / ${name.kind}`),
			[
				'시민혁신당 / organisation',
				'오세린 / person',
				'장민혁 / person',
				'민주당 / organisation',
				'이수연 / person',
				'한국의료윤리학회 / organisation',
			],
		);
		assert.deepEqual(
			claims.map((claim) => claim.speaker),
			['장민혁', '이수연'],
		);
	});
	it('who says it', () => {
		const speakers = (text: string) =>
			findingsOf(text, { language: 'ko' }).claims.map((claim) => `${claim.speaker}: ${claim.verb} ${claim.hedge ?? ''}`.trim());
		for (const [text, expected] of [
			['노조는 해고가 부당하다고 주장했으나 회사 측은 이를 부인했다.', ['회사 측: 부인했다 denied']],
			['서울시 관계자는 “확인 중”이라고 설명했다.', ['서울시 관계자: 설명했다']],
			['그날 관계자는 없다고 밝혔다.', ['관계자: 밝혔다']],
			['위원회는 법안을 환영한다고 했다.', ['위원회: 했다']],
			['위원회는 사실이 아니라고 적었다. 신청자의 수가 적었다.', ['위원회: 적었다']],
			['연구소는 인구가 줄 것이라고 전망했다.', ['연구소: 전망했다 estimated']],
			['이를 ‘공정무역’이라고 한다. 그는 일을 했다.', []],
		] as const) {
			assert.deepEqual(speakers(text), expected, text);
		}
	});
});
