import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** The best terms of a text begin with these, in this order; `without` are not among any. */
function check(name: string, text: string, best: readonly string[], without: readonly string[] = [], language = 'en'): void {
	it(name, () => {
		const terms = findingsOf(text, { language }).keyTerms.map(({ term }) => term);
		assert.deepEqual(terms.slice(0, best.length), best, terms.join(', '));
		for (const term of without) {
			assert.ok(!terms.includes(term), `${term} in ${terms.join(', ')}`);
		}
	});
}

describe('key terms', () => {
	check(
		'a run of words ends at a verb',
		'The feedback scheme enhances the signal. A magnetic field modifies the yield, and we obtain sharp images.',
		['feedback scheme'],
		['feedback scheme enhances', 'magnetic field modifies', 'obtain sharp images'],
	);
	check(
		'many who do something are no part of it',
		'Claimants demand payment, and residents report flood damage there.',
		['flood damage'],
		['Claimants demand payment', 'residents report flood damage', 'demand payment', 'report flood damage'],
	);
	check('but a plural that belongs to what is behind it', 'The arms trade treaty was read with the sales tax.', [
		'arms trade treaty',
		'sales tax',
	]);
	check(
		'a Korean name with its title behind it is no part of where it belongs, whose other nouns are',
		'남도신문 배지영 기자는 말했다. 남도신문 배지영 기자가 왔다. 서한시청 도시계획 위원장은 없다. 서한시청 도시계획 위원장이 없다.',
		[],
		['남도신문 배지영', '배지영 기자', '남도신문 배지영 기자'],
		'ko',
	);
	check(
		'an office with a title behind it is',
		'남도신문 편집국 기자는 말했다. 남도신문 편집국 기자가 왔다.',
		['남도신문 편집국 기자'],
		[],
		'ko',
	);
	check(
		'a participle that joins as a preposition does',
		'There were significant reports regarding prison conditions. They told of flood damage concerning mills.',
		[],
		['significant reports regarding prison', 'flood damage concerning mills', 'reports regarding prison conditions'],
	);
	check(
		'what stands in capitals where not all does',
		'FOR IMMEDIATE RELEASE. The flood damage was seen by the UN Flood Mission there.',
		['UN Flood Mission', 'flood damage'],
		['IMMEDIATE RELEASE'],
	);
	check('where all stands in capitals', 'THE FLOOD DAMAGE WAS SEEN. THE FLOOD DAMAGE WAS TOLD.', ['FLOOD DAMAGE']);
	check(
		'how many is no part of a term',
		'Twelve new boats were built that year, all of them by the two yards of the old town. The Three Gorges Dam is far.',
		[],
		['Twelve new boats', 'two yards'],
	);
	check(
		'a participle at the end is no part of a term',
		'The reef survey conducted in June was short. The reef survey published in July was long.',
		['reef survey'],
		['reef survey conducted', 'reef survey published'],
	);
	check(
		'what many longer terms hold, and stands alone too, comes first',
		'Soil is not everywhere. Soil erosion, soil drainage, soil chemistry, soil mapping and soil texture are described. Good soil is rare; so is time.',
		['soil'],
	);
	check(
		'a modifier that never stands alone is no term',
		'An international treaty, an international court, an international tribunal, an international panel and an international inquiry met.',
		['international treaty'],
		['international'],
	);
	check(
		'what hardly stands outside of a better term is left out',
		'The queen conch is caught. The queen conch is sold. The queen conch is eaten. One conch was thrown back, one conch kept.',
		['queen conch'],
		['conch'],
	);
	check(
		'addresses are none',
		'See https://www.tides.org/tide-tables.html and https://www.tides.org/news.html for tide tables. Tide tables are free.',
		[],
		['www', 'http', 'https', 'org', 'html'],
	);
	check(
		'an everyday word counts less than a rare one',
		'The problem of water and of bilharzia is old. Where water is, bilharzia is. No water, no bilharzia.',
		['bilharzia', 'water'],
	);
	check(
		'Korean, without particles',
		'내부 고발자는 조직의 비리를 알린다. 내부 고발자를 보호하는 법은 약하다. 정부는 내부 고발자 보호를 약속했다.',
		['내부 고발자'],
		['고발자를', '정부는'],
		'ko',
	);
	check(
		'Korean, without forms of verbs, numbers and nouns of a syllable',
		'정산하지 않은 계약이 있다. 남은 계약도 정산하지 않은 계약이다. 구내식당을 폐지하겠다고 했다. 구내식당을 다시 폐지하겠다고 했다. ' +
			'3천만 원을 냈다. 2천만 원을 냈다. 2021 년에 샀다. 2022 년에 샀다. 정순례 씨의 유족과 정순례 씨의 유족. ' +
			'집을 가진 사업자가 있다. 차를 가진 사업자가 있다. 돈을 돌려주지 못한 혐의다. 갚지 못한 혐의다. 계획을 밝힌 회사와 뜻을 밝힌 회사.',
		['구내식당', '계약'],
		[
			'않은 계약',
			'남은 계약',
			'폐지하겠다고',
			'천만',
			'천만 원을',
			'원을',
			'년에',
			'씨의 유족',
			'씨의',
			'가진 사업자',
			'못한 혐의',
			'밝힌 회사',
		],
		'ko',
	);
	check(
		'Korean, whole where a word only ends like a particle',
		'한들도시철도 대표는 떠났다. 한들도시철도와 협상한다. 한들도시철도의 몫이다. 질의 내용을 읽었다. 질의를 읽었다. 가람시도 읽었다.',
		['한들도시철도', '질의'],
		['한들도시철', '가람시도'],
		'ko',
	);
	check(
		'Korean, a long word that stands once',
		'병원의 자동화재탐지설비는 꺼져 있었다. 병원의 소화기는 없었다.',
		['병원', '자동화재탐지설비'],
		['소화기'],
		'ko',
	);
	it('Korean, long words however often they stand', () => {
		const nouns = '강물 바다 하늘 구름 나무 바위 모래 호수 언덕 골짜기 폭포 등대 갈대 안개';
		const often = nouns.split(' ').map((noun) => `${noun}의 빛깔. ${noun}의 소리. ${noun}의 흔적.`);
		const terms = findingsOf(`${often.join(' ')} 수질원격감시체계가 멈췄다. 감시체계가 멈췄다.`, { language: 'ko' }).keyTerms.map(
			({ term }) => term,
		);
		assert.ok(terms.includes('수질원격감시체계'), terms.join(', '));
		assert.ok(!terms.includes('감시체계'), terms.join(', '));
	});
	check(
		'Japanese, compounds whole',
		'港湾都市の人口は減った。港湾都市では漁業が盛んである。漁業は港湾都市を支える。',
		['港湾都市', '漁業'],
		['港湾', 'では'],
		'ja',
	);
	check(
		'adjectives, and what any report speaks of, come after what it is about',
		'The objectives are coastal. Objectives were met at the workshops; workshops on mangroves, and coastal, and mangroves. In Senegal they saw it, and Senegal was glad.',
		['mangroves', 'Senegal'],
	);
	check('nothing to say', 'It is so. We are here, and they were not.', []);
	it('best first', () => {
		const scores = findingsOf('Tide tables help. Red tide harms fish. The red tide of May was long. Fish fled the red tide.').keyTerms;
		assert.deepEqual(
			scores.map(({ score }) => score),
			scores.map(({ score }) => score).sort((a, b) => b - a),
		);
	});
});
