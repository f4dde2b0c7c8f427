import assert from 'node:assert/strict';
import type { Heading } from '../../../../src/library/document.ts';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `qualifier value unit`, in order. */
function check(text: string, expected: readonly string[], language = 'en', headings: readonly Heading[] = []): void {
	it(text, () => {
		const { figures } = findingsOf(text, { language, headings });
		assert.deepEqual(
			figures.map((figure) => [figure.qualifier, figure.value, figure.unit].filter((part) => part !== null).join(' ')),
			expected,
		);
		for (const figure of figures) {
			assert.match(text.slice(figure.start, figure.end), /^\S.*\S$/);
		}
	});
}

describe('figures', () => {
	check('about 17,500 foreigners are trafficked', ['about 17500 foreigners']);
	check('at least 10,000 Korean women are', ['at least 10000 Korean women']);
	check('a stipend of 400,000 won is granted', ['400000 won']);
	check('It closed 11 of 21 clinics in 2022.', ['11 clinics']);
	check('It closed 11 of the 1,200 clinics.', ['11 clinics']);
	check('Some 40 of their 60 members came.', ['some 40 members']);
	check('In the autumn of 12 years ago, 5 of 9 left.', ['12 years']);
	check('Some 3 of 21 million people fled.', ['21000000 people']);
	check('a rise of 4 of 12 percent, and 3 of 21 per cent', ['12 percent', '21 percent']);
	check('3 of 21 won a prize, and 3 of 20,000 won.', []);
	check('2 of 5 km were built, 3 of 20 tonnes came', ['2 km', '3 tonnes']);
	check('1 in 20 patients dies, one in 12 pupils left, 9 in 10 women came', ['1 in 20 patients', '9 in 10 women']);
	check('They won 5 in 12 towns, and 3 in 1990.', ['12 towns']);
	check('It would cost 310 million kroner.', ['310000000 kroner']);
	check('2 Terms', [], 'en', [{ text: '2 Terms', level: 1, start: 0, end: 7 }]);
	check('12 boats sink', ['12 boats'], 'en', [{ text: '12 boats sink', level: 1, start: 0, end: 13 }]);
	check('56대와 3,256표를 얻은 20대 여성', ['56 대', '3256 표']);
	check('It was one of 21 clinics.', ['21 clinics']);
	check('over 600,000 won per month', ['over 600000 won']);
	check('about 80 percent of cases, 12.5% of all', ['about 80 percent', '12.5 percent']);
	check('it cost $5 million and €20', ['5000000 dollars', '20 euros']);
	check('it paid €1.2bn, £300m and KRW 3 million', ['1200000000 euros', '300000000 pounds', '3000000 won']);
	check('a part of 10,000 km2 burned', ['10000 km2']);
	check('landings fell from 412 t to 255 t', ['from 412 t', 'from 255 t']);
	check('140,000 m³ of silt, 95,000 m3 and 12 m²', ['140000 m³', '95000 m3', '12 m²']);
	check('a 20km road, 5 kg of fish, 3.5 GW and 12 °C', ['20 km', '5 kg', '3.5 GW', '12 °C']);
	check('5 t-shirts, a 5 m-wide gap, a 12 km-long road', ['5 m', '12 km']);
	check('5m people and 5G masts, 3 to the left, 4 tea', []);
	check('Between 40 and 50 people died', ['between 50 people']);
	check('it went from 8 to 20 percent', ['from 20 percent']);
	check('some 3 to 5 million people fled', ['to 5000000 people']);
	check('약 300명과 5만 원', ['약 300 명', '50000 원']);
	check('1만2400명이 대피했고 1조 2000억 원을 잃었다', ['12400 명', '1200000000000 원']);
	check('1억 2,500만 원과 3만 톤', ['125000000 원', '30000 톤']);
	check('대구 4,200톤을 잡고 38%가 줄었다', ['4200 톤', '38 percent']);
	check('어선 17척이 떠났고 3곳에 닿았다', ['17 척', '3 곳']);
	check('3개월 동안 5회차 강의와 2원칙', []);
	check('직원 100~150명과 15–25 officers', ['to 150 명', 'to 25 officers']);
	check('2만 2023년', []);
	check('in 2004 and on March 3, 2008', []);
	check('Article 5, page 39 and Resolution 1325', []);
	check('version 1.2.3, 10:30, 2008-03-01 and 12/05', []);
	check('the 3rd and the 19th century', []);
	check('COVID-19 and B2B', []);
	check('sent on 12 Jul, due by 4 Oct and 12 mars', []);
	check('a loss of 1,2 boats', []);
	check('une perte de 1,2 milliard de couronnes en mars', ['1.2 milliard de couronnes'], 'fr');
	check('murieron 18.000 personas y 3,5% de 1.200.000 barcos', ['18000 personas', '3.5 percent', '1200000 barcos'], 'es');
	check('it weighs 18.000 tonnes', ['18 tonnes']);
});

/** Expected are the names of which the figures tell. */
function checkTerm(text: string, expected: readonly (string | null)[]): void {
	it(text, () => {
		assert.deepEqual(
			findingsOf(text).figures.map(({ term }) => term),
			expected,
		);
	});
}

describe('whom figures tell of', () => {
	checkTerm('The Coastal Trust employs 400 people.', ['Coastal Trust']);
	checkTerm('The Coastal Trust said that water loss was 41 per cent.', [null]);
	checkTerm('The Coastal Trust (CT) said on 4 May that water loss was 41 per cent.', [null]);
	checkTerm('The operator, Coastal Trust, says that 9 of 60 jackets were missing.', [null]);
	checkTerm('The plan of the Coastal Trust, says she, cost 9 million dollars.', ['Coastal Trust']);
	checkTerm('According to the Coastal Trust, 38 percent of the girls left school.', [null]);
	checkTerm('The Varn Foundation employs 400 people, the Coastal Trust said.', ['Varn Foundation']);
	checkTerm('The Coastal Trust reported losses of 400 tonnes.', ['Coastal Trust']);
});
