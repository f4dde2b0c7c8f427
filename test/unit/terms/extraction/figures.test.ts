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
	check('une perte de 1,2 milliard de couronnes en mars', ['1200000000 couronnes'], 'fr');
	check('murieron 18.000 personas y 3,5% de 1.200.000 barcos', ['18000 personas', '3.5 percent', '1200000 barcos'], 'es');
	check('it weighs 18.000 tonnes', ['18 tonnes']);
});

/** The same over sentences of one language. */
function checkAll(language: string, rows: readonly (readonly [text: string, ...expected: string[]])[]): void {
	for (const [text, ...expected] of rows) {
		check(text, expected, language);
	}
}

describe('figures with a decimal comma', () => {
	checkAll('de', [
		['Das Projekt kostet rund 3 Mrd. Euro, davon trägt das Land 1,4 Millionen Euro.', 'rund 3000000000 euros', '1400000 euros'],
		['Der Hafen hat 12.500 Beschäftigte und 1 250 Boote.', '12500 Beschäftigte', '1250 Boote'],
		['Es fehlen 20 Mio. € und 4,1 Milliarden US-Dollar.', '20000000 euros', '4100000000 dollars'],
		['Mindestens 400 Menschen kamen ums Leben, bis zu 90 Tage lang.', 'mindestens 400 Menschen', 'bis zu 90 Tage'],
		['Über 200 kleine Betriebe und 14 getötete Menschen', 'über 200 kleine Betriebe', '14 getötete Menschen'],
		['37,5 % der Stimmen, knapp 12 Prozent der Boote', '37.5 percent', 'knapp 12 percent'],
		['Zwischen 40 und 50 Menschen, 3 bis 5 Boote', 'zwischen 50 Menschen', 'bis 5 Boote'],
		['Es waren 15–25 Boote und zwischen 3 % und 5 % der Leute.', 'to 25 Boote', 'zwischen 3 percent', 'zwischen 5 percent'],
		['Der Umsatz stieg von 3,2 auf 4,1 Milliarden Euro.', 'von 4100000000 euros'],
		['Die Brücke ist 1.340 Meter lang und 12 km breit.', '1340 Meter', '12 km'],
		['am 3. März 2021 um 12 Uhr, im Jahr 2019 Menschen wie Anna, § 12 Satz 3, Artikel 5 Absatz 2, Seite 39'],
		['Mit 14 machte Anna, mit 12 hatte Karl, von 60 fehlten Westen.'],
		['Nr. 12 Boote, Kapitel 3 Menschen und Tabelle 2 Tonnen'],
		['Das Klinikum verfügt über 600 Betten und behandelt über 90 Kranke.', '600 Betten', 'über 90 Kranke'],
	]);
	checkAll('fr', [
		['L’État a dépensé 1 250 000 € et environ 2,3 milliards d’euros.', '1250000 euros', 'environ 2300000000 euros'],
		['Plus de 3 millions de tonnes, 4 M€ et 2,5Md€', 'plus de 3000000 tonnes', '4000000 euros', '2500000000 euros'],
		['Au moins 12 500 salariés et quelque 40 petites entreprises', 'au moins 12500 salariés', 'quelque 40 petites entreprises'],
		['37,5 % des voix, 12 pour cent des bateaux', '37.5 percent', '12 percent'],
		['Entre 40 et 50 personnes, jusqu’à 90 jours', 'entre 50 personnes', 'jusqu’à 90 jours'],
		['Un pont de 340 mètres et 1,5 tonne de blé', '340 mètres', '1.5 tonne'],
		['le 1er janvier 2020, le 12 mars, l’article 5, la page 39, le chapitre 3 dans la loi'],
		['En 2019 les pertes, avec 12 sans lui'],
	]);
	checkAll('es', [
		['Gastó 1.200 millones de dólares y 3 mil millones de pesos.', '1200000000 dollars', '3000000000 pesos'],
		['Al menos 400 personas, cerca de 40 pequeñas empresas', 'al menos 400 personas', 'cerca de 40 pequeñas empresas'],
		['el 37,5 % y un 12 por ciento, más de 12 500 empleados', '37.5 percent', '12 percent', 'más de 12500 empleados'],
		['el 3 de mayo de 2020, el artículo 5, la página 39 y 1,250 barcos'],
	]);
	checkAll('it', [
		['Ha speso 1,2 miliardi di euro, circa 2,3 milioni di dollari.', '1200000000 euros', 'circa 2300000 dollars'],
		['Almeno 400 persone, oltre 3 mila tonnellate', 'almeno 400 persone', 'oltre 3000 tonnellate'],
		['il 37,5 % e il 12 per cento, 12.500 dipendenti', '37.5 percent', '12 percent', '12500 dipendenti'],
		['il 3 maggio 2020, l’articolo 5, la pagina 39, con 12 mentre'],
	]);
	checkAll('pt', [
		['Gastou 1,2 mil milhões de euros e cerca de R$ 3 bilhões.', '1200000000 euros'],
		['Pelo menos 400 pessoas e 12.500 trabalhadores', 'pelo menos 400 pessoas', '12500 trabalhadores'],
		['37,5% dos votos, até 12 por cento', '37.5 percent', 'até 12 percent'],
		['em 3 de maio de 2020, o artigo 5, a página 39'],
	]);
	checkAll('nl', [
		['Het kost ongeveer 2,3 miljard euro en 4 miljoen dollar.', 'ongeveer 2300000000 euros', '4000000 dollars'],
		[
			'Minstens 400 mensen, meer dan 12.500 werknemers, 14 kleine bedrijven',
			'minstens 400 mensen',
			'meer dan 12500 werknemers',
			'14 kleine bedrijven',
		],
		['37,5 procent, op 3 mei 2020 om 12 uur, artikel 5', '37.5 percent'],
	]);
	checkAll('pl', [
		['Projekt kosztował około 2,3 mld zł i 4 miliony euro.', 'około 2300000000 zł', '4000000 euros'],
		[
			'Co najmniej 400 osób zginęło, 12 500 pracowników, 3 tys. małych firm',
			'co najmniej 400 osób',
			'12500 pracowników',
			'3000 małych firm',
		],
		['37,5 proc. i 12 procent, dnia 3 maja 2020 roku, art. 5, 12 zginęło', '37.5 percent', '12 percent'],
	]);
	checkAll('ru', [
		['Проект стоит около 2,3 млрд рублей и 4 миллиона евро.', 'около 2300000000 рублей', '4000000 euros'],
		[
			'Не менее 400 человек, 12 500 сотрудников, 3 тыс. малых предприятий',
			'не менее 400 человек',
			'12500 сотрудников',
			'3000 малых предприятий',
		],
		['37,5 % и 12 процентов, 3 марта 2021 года, статья 5, 12 погибли', '37.5 percent', '12 percent'],
	]);
	checkAll('uk', [
		['Проєкт коштує близько 2,3 млрд гривень.', 'близько 2300000000 гривень'],
		['Щонайменше 400 людей, 12 500 працівників', 'щонайменше 400 людей', '12500 працівників'],
		['37,5 % і 12 відсотків, 3 березня 2021 року, стаття 5, 12 загинули', '37.5 percent', '12 percent'],
	]);
	checkAll('tr', [
		['Proje yaklaşık 2,3 milyar avro tutuyor.', 'yaklaşık 2300000000 euros'],
		['En az 400 kişi, 12.500 çalışan', 'en az 400 kişi', '12500 çalışan'],
		['Oran yüzde 37,5 ve %12 oldu, 3 Mart 2021, Madde 5', '37.5 percent', '12 percent'],
	]);
	checkAll('sv', [
		['Det kostar cirka 2,3 miljarder kronor och 4 miljoner euro.', 'cirka 2300000000 kronor', '4000000 euros'],
		['Minst 400 personer, 12 500 anställda, 37,5 procent, den 3 maj 2020', 'minst 400 personer', '12500 anställda', '37.5 percent'],
	]);
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
	checkTerm('A former engineer, Tom Ashdown, told the inquiry that 14 of 60 jackets were missing.', [null]);
	checkTerm('The operator, Coastal Trust, says that 9 of 60 jackets were missing.', [null]);
	checkTerm('The plan of the Coastal Trust, says she, cost 9 million dollars.', ['Coastal Trust']);
	checkTerm('According to the Coastal Trust, 38 percent of the girls left school.', [null]);
	checkTerm('The Varn Foundation employs 400 people, the Coastal Trust said.', ['Varn Foundation']);
	checkTerm('The Coastal Trust reported losses of 400 tonnes.', ['Coastal Trust']);
});
