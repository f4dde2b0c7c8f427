import assert from 'node:assert/strict';
import { buildLexicon, makeTermDocument } from '../../support/termDocuments.ts';

/** What is told differently of any term by two documents, each a sentence, or a sentence and the document's date. */
function check(
	name: string,
	a: string | readonly [string, string],
	b: string | readonly [string, string],
	...expected: readonly string[]
): void {
	checkIn('en', name, a, b, ...expected);
}

/** `check`, of documents in another language. */
function checkIn(
	language: string,
	name: string,
	a: string | readonly [string, string],
	b: string | readonly [string, string],
	...expected: readonly string[]
): void {
	it(name, () => {
		const documents = [a, b].map((given, at) => {
			const [text, date] = typeof given === 'string' ? [given, null] : given;
			return makeTermDocument(`file:///${at}`, text, { date, language });
		});
		const { cards } = buildLexicon(...documents);
		assert.deepEqual(
			cards.flatMap((card) => card.disagreements.map(({ what }) => `${card.term}: ${what}`)),
			expected,
		);
		for (const { receipts } of cards.flatMap((card) => card.disagreements)) {
			assert.deepEqual(
				receipts.map(({ documentId }) => documentId),
				['file:///0', 'file:///1'],
			);
			for (const receipt of receipts) {
				const document = documents.find(({ id }) => id === receipt.documentId);
				assert.equal(document?.text.slice(receipt.start, receipt.end), receipt.text);
			}
		}
	});
}

describe('told differently', () => {
	describe('what something has', () => {
		const told = 'Polaris Project: has 40 or 65 members';
		check('two counts', 'The Polaris Project has 40 members.', 'The Polaris Project has 65 members.', told);
		check('with an adverb', 'The Polaris Project now has 40 members.', 'The Polaris Project has only 65 members.', told);
		check(
			'in the past, of one year',
			['The Polaris Project had 40 members.', '2008'],
			['The Polaris Project has 65 members.', '2008-03-01'],
			told,
		);
		check(
			'of a year that both name',
			'In 2008 the Polaris Project had 40 members.',
			'The Polaris Project had 65 members in 2008.',
			`${told} in 2008`,
		);
		check('by somebody', 'According to Reuters, the Polaris Project has 40 members.', 'The Polaris Project has 65 members.', told);
		check('in a longer sentence', 'The Polaris Project has 40 members, who all pay.', 'The Polaris Project has 65 members.', told);
		check(
			'what it employs',
			'The Polaris Project employs 12 nurses.',
			'The Polaris Project employed 17 nurses.',
			'Polaris Project: employs 12 or 17 nurses',
		);
		check(
			'what it costs',
			'The Safe Harbor Act costs $3 million.',
			'The Safe Harbor Act costs $5 million.',
			'Safe Harbor Act: costs 3 million or 5 million dollars',
		);
		check(
			'a population',
			'Whitbury has a population of 51,000. They live in Whitbury.',
			'Whitbury has a population of about 64,000, near Leeds.',
			'Whitbury: population 51,000 or about 64,000 people',
		);
		check(
			'in two units',
			'Lake Chad covers 1,000 hectares.',
			'Lake Chad covers 9,000 acres.',
			'Lake Chad: covers 1,000 hectares or 9,000 acres',
		);
		check(
			'a floor that is not reached',
			'The Polaris Project has more than 90 members.',
			'The Polaris Project has 65 members.',
			'Polaris Project: has at least 90 or 65 members',
		);
		check(
			'a ceiling that is passed',
			'The Polaris Project has fewer than 40 members.',
			'The Polaris Project has 65 members.',
			'Polaris Project: has at most 40 or 65 members',
		);
		check(
			'far from about',
			'The Polaris Project has about 40 members.',
			'The Polaris Project has 65 members.',
			'Polaris Project: has about 40 or 65 members',
		);
		check('in the same place', 'In Leeds the Polaris Project has 40 members.', 'The Polaris Project has 65 members in Leeds.', told);
	});
	describe('how many of all', () => {
		const [eleven, nine] = ['The Polaris Project closed 11 of 21 clinics in 2022.', 'The Polaris Project closed 9 of 21 clinics in 2022.'];
		check('in a year', eleven, nine, 'Polaris Project: closed 11 or 9 of 21 clinics in 2022');
		check(
			'said by somebody',
			eleven,
			'The Polaris Project closed 9 of 21 clinics in 2022, residents say.',
			'Polaris Project: closed 11 or 9 of 21 clinics in 2022',
		);
		check(
			'in another order',
			eleven,
			'In 2022, the Polaris Project closed 9 of its 21 clinics.',
			'Polaris Project: closed 11 or 9 of 21 clinics in 2022',
		);
		check('of another year', eleven, 'The Polaris Project closed 9 of 21 clinics in 2021.');
		check('of other ones', eleven, 'The Polaris Project closed 9 of 30 clinics in 2022.');
		check('of other things', eleven, 'The Polaris Project closed 9 of 21 schools in 2022.');
		check('done to them otherwise', eleven, 'The Polaris Project opened 9 of 21 clinics in 2022.');
		check('without the year', eleven, 'The Polaris Project closed 9 of 21 clinics.');
		const unusable = '14 of 60 life jackets on the Marlow Ferry were unusable.';
		check(
			'of what is named first',
			unusable,
			'On the Marlow Ferry, 9 of 60 life jackets were unusable.',
			'Marlow Ferry: 14 or 9 of 60 life jackets on the Marlow Ferry were unusable',
		);
		check(
			'in words',
			'Three of the 11 pumps at the Corvan Station failed in 2019.',
			'Five of the 11 pumps at the Corvan Station failed in 2019.',
			'Corvan Station: 3 or 5 of 11 pumps at the Corvan Station failed in 2019',
		);
		check(
			'in Korean',
			'해양경찰청의 구명조끼 60벌 중 14벌이 불량이었다.',
			'해양경찰청 구명조끼 60벌 가운데 9벌이 불량이었다.',
			'해양경찰청: 구명조끼 60벌 중 14 또는 9벌',
		);
		for (const [one, other, told] of [
			[
				'The report said that 14 of 60 cabins at Gorran Camp had failed.',
				'Inspectors said 9 of 60 cabins at Gorran Camp had failed.',
				'Gorran Camp: 14 or 9 of 60 cabins at Gorran Camp had failed',
			],
			[
				'14 of 60 cabins at Gorran Camp failed the test.',
				'Nine of 60 cabins at Gorran Camp failed the test.',
				'Gorran Camp: 14 or 9 of 60 cabins at Gorran Camp failed the test',
			],
			[
				'The inquiry found that 3 of the 12 lifts at Lister Hospital were broken.',
				'Managers said 5 of the 12 lifts at Lister Hospital were broken.',
				'Lister Hospital: 3 or 5 of 12 lifts at Lister Hospital were broken',
			],
			[
				'Auditors said that 11 of 40 wells in Tarvo had dried up.',
				'Villagers say 17 of 40 wells in Tarvo had dried up.',
				'Tarvo: 11 or 17 of 40 wells in Tarvo had dried up',
			],
			[
				'According to the council, 6 of 30 bridges in Orrin had cracks.',
				'The engineers wrote that 9 of 30 bridges in Orrin had cracks.',
				'Orrin: 6 or 9 of 30 bridges in Orrin had cracks',
			],
			[
				'The union said 21 of 80 drivers at Corvan Station had resigned.',
				'The company reported that 12 of 80 drivers at Corvan Station had resigned.',
				'Corvan Station: 21 or 12 of 80 drivers at Corvan Station had resigned',
			],
			[
				'Officials said only 4 of 16 clinics in Ellin had doctors.',
				'Nurses said that 8 of 16 clinics in Ellin had doctors.',
				'Ellin: 4 or 8 of 16 clinics in Ellin had doctors',
			],
			[
				'The survey noted that 30 of 90 homes in Port Ellery lacked water.',
				'Residents said 55 of 90 homes in Port Ellery lacked water.',
				'Port Ellery: 30 or 55 of 90 homes in Port Ellery lacked water',
			],
			[
				'The coroner said 3 of 7 alarms at Varnby Prison had been switched off.',
				'Guards said that 5 of 7 alarms at Varnby Prison had been switched off.',
				'Varnby Prison: 3 or 5 of 7 alarms at Varnby Prison had been switched off',
			],
		] as const) {
			check(other, one, other, told);
		}
		for (const other of [
			'Inspectors said 9 of 50 cabins at Gorran Camp had failed.',
			'Inspectors said 9 of 60 cabins at Tarn Camp had failed.',
			'Inspectors said 9 of 60 cabins at Gorran Camp had passed.',
			'Inspectors said 14 of 60 cabins at Gorran Camp had failed.',
			'Inspectors said at least 9 of 60 cabins at Gorran Camp had failed.',
			'Inspectors said 9 of 60 cabins at Gorran Camp had failed twice.',
			'Inspectors said that 9 of 60 cabins at Gorran Camp could fail.',
			'Inspectors denied that 9 of 60 cabins at Gorran Camp had failed.',
			'Last week 9 of 60 cabins at Gorran Camp had failed.',
			'Inspectors said 9 of 60 cabins at Gorran Camp had not failed.',
			'Inspectors said 9 of 60 cabins in the north of Gorran Camp had failed.',
			'Inspectors said 9 of 60 children at Gorran Camp had failed.',
		]) {
			check(other, 'The report said that 14 of 60 cabins at Gorran Camp had failed.', other);
		}
		check(
			'in documents of two years',
			['The report said that 14 of 60 cabins at Gorran Camp had failed.', '2019-03-01'],
			['Inspectors said 9 of 60 cabins at Gorran Camp had failed.', '2021-03-01'],
		);
		check('of which something else is so', unusable, 'On the Marlow Ferry, 9 of 60 life jackets were missing.');
		check('of another whole', unusable, 'On the Marlow Ferry, 9 of 30 life jackets were unusable.');
		check('of another Korean whole', '해양경찰청의 구명조끼 60벌 중 14벌이 불량이었다.', '해양경찰청의 구명조끼 30벌 중 9벌이 불량이었다.');
		check('of those of another', unusable, 'On the Corrie Ferry, 9 of 60 life jackets were unusable.');
	});
	describe('what somebody did in a year', () => {
		check(
			'a catch',
			'The Polaris Project landed 4,200 tonnes of cod in 2020.',
			'In 2020, the Polaris Project landed 3,100 tonnes of cod.',
			'Polaris Project: landed 4,200 or 3,100 tonnes of cod in 2020',
		);
		check(
			'with a clause between',
			'The Polaris Project, which has many boats, landed 4,200 tonnes of cod in 2020.',
			'The Polaris Project landed 3,100 tonnes of cod in 2020, critics say.',
			'Polaris Project: landed 4,200 or 3,100 tonnes of cod in 2020',
		);
		check(
			'in Korean',
			'강원수산협회는 2020년 대구 4,200톤을 잡았다.',
			'2020년 강원수산협회는 대구 3,100톤을 잡았다고 밝혔다.',
			'강원수산협회: 대구 4,200 또는 3,100톤 (2020년)',
		);
		check(
			'a Korean year',
			'양심수후원재단은 1961년 설립되었다.',
			'양심수후원재단은 1962년에 설립됐다.',
			'양심수후원재단: 1961 또는 1962년 설립',
		);
	});
	describe('where to', () => {
		check(
			'of both',
			'The Coastal Trust sold 40 tonnes of cod to Norway in 2018.',
			'The Coastal Trust sold about 70 tonnes of cod to Norway in 2018.',
			'Coastal Trust: sold 40 or about 70 tonnes of cod to Norway in 2018',
			'Norway: 40 or about 70 tonnes of cod to Norway in 2018',
		);
		check(
			'so much',
			'The Polaris Project grew to 40 members in 2018.',
			'In 2018 the Polaris Project grew to 90 members.',
			'Polaris Project: grew to 40 or 90 members in 2018',
		);
		check(
			'by the same',
			'The city spent $4 million on the Marlow Bridge.',
			'The city spent $2 million on the Marlow Bridge.',
			'Marlow Bridge: costs 4 million or 2 million dollars',
		);
	});
	describe('what is no term itself', () => {
		const turnout = 'Westmark Referendum: turnout 41 or 38 percent';
		check(
			'a turnout, in two ways',
			'Turnout in the Westmark Referendum was 41 %.',
			'The Westmark Referendum saw a turnout of 38 %.',
			turnout,
		);
		check(
			'a flood that reached and peaked',
			'In March 2019 the flood of Lake Chad reached 1,340 m3/s.',
			'The flood of Lake Chad peaked at 980 cubic metres per second in March 2019.',
			'Lake Chad: flood 1,340 m3/s or 980 cubic metres per second in 2019',
		);
		check(
			'with the month behind the figure, and the year once',
			'The flood of Lake Chad reached 1,340 m3/s in March 2019.',
			'In March 2019, the flood of Lake Chad peaked at 980 m3/s.',
			'Lake Chad: flood 1,340 or 980 m3/s in March 2019',
		);
		check(
			'what was spent on it',
			'The city spent $4.2 million on the Polaris Project.',
			'The Polaris Project cost $6.8 million.',
			'Polaris Project: costs 4.2 million or 6.8 million dollars',
		);
		check(
			'one in so many',
			'In Whitbury, 1 in 10 girls leaves school. Whitbury is poor, and Whitbury grows.',
			'1 in 20 girls in Whitbury leaves school.',
			'Whitbury: 1 in 10 or 1 in 20 girls',
		);
		check(
			'a rate',
			'In 2019 the poverty rate in Whitbury was 12 percent. Whitbury is poor, and Whitbury grows.',
			'Poverty in Whitbury reached 21 percent in 2019.',
			'Whitbury: poverty rate 12 or 21 percent in 2019',
		);
		check(
			'of the project that was named before',
			'The Polaris Project cost $4 million.',
			'The Polaris Project was late. In the end, it failed. The project cost $9 million.',
			'Polaris Project: costs 4 million or 9 million dollars',
		);
		check(
			'a rate of anything in percent',
			'Recycling in Whitbury stood at 34 percent in 2020. Whitbury is poor, and Whitbury grows.',
			'Whitbury had a recycling rate of 43 percent in 2020.',
			'Whitbury: recycling 34 or 43 percent in 2020',
		);
		check(
			'what it came to',
			'The total cost of the Polaris Project came to £5 million.',
			'The Polaris Project was completed at a cost of £8 million.',
			'Polaris Project: total cost 5 million or 8 million pounds',
		);
		check(
			'where it lies',
			'The Tarvo Camp lies 12 kilometres from the border.',
			'The Tarvo Camp is located 20 kilometres from the border.',
			'Tarvo Camp: lies 12 or 20 kilometres from the border',
		);
		check(
			'how far it runs',
			'The Norrland Pipeline runs for 340 kilometres.',
			'The Norrland Pipeline is 430 kilometres long.',
			'Norrland Pipeline: runs 340 or 430 kilometres',
		);
		check(
			'in a Korean sign, with and without a particle',
			'소래국립공원의 길이는 340m이다.',
			'소래국립공원은 길이가 430m다.',
			'소래국립공원: 길이 340 또는 430m',
		);
		check(
			'a Korean rate that was so much in other verbs',
			'2020년 서한시청의 재활용률은 34%였다.',
			'서한시청 재활용률은 2020년 43%에 그쳤다.',
			'서한시청: 재활용률 34 또는 43% (2020년)',
		);
		check('a Korean rate of some', '2020년 서한시청의 여성 문해율은 34%였다.', '서한시청 남성 문해율은 2020년 43%에 그쳤다.');
		check('from elsewhere', 'The Tarvo Camp lies 12 kilometres from the border.', 'The Tarvo Camp lies 20 kilometres from the coast.');
		check(
			'a stretch of it',
			'The Norrland Pipeline runs for 40 kilometres through Estara.',
			'The Norrland Pipeline is 430 kilometres long.',
		);
		check(
			'two rates',
			'The return rate of the Polaris Project was 62 percent in 2020.',
			'The refund rate of the Polaris Project was 48 percent in 2020.',
		);
		check('turnout of some', 'Turnout in the Westmark Referendum was 41 %.', 'Turnout among men in the Westmark Referendum was 38 %.');
		check('what it required', 'Turnout in the Westmark Referendum was 41 %.', 'The Westmark Referendum required a turnout of 50 %.');
		check('a level that may peak', 'The level of Lake Chad was 3 m.', 'The level of Lake Chad peaked at 5 m.');
		check('spent on a part', 'The city spent $4 million on the roof of the Polaris Project.', 'The Polaris Project cost $9 million.');
		check('spent in a year', 'The city spent $4 million on the Polaris Project in 2019.', 'The Polaris Project cost $9 million.');
		check('has spent', 'The city has spent $4 million on the Polaris Project.', 'The Polaris Project cost $9 million.');
		check('denied', 'The mayor denied that the Polaris Project cost $4 million.', 'The Polaris Project cost $9 million.');
		check(
			'the same share',
			'In Whitbury, 1 in 10 girls leaves school. Whitbury is poor, and Whitbury grows.',
			'10 percent of girls in Whitbury leave school.',
		);
		check(
			'a people, in whatever country',
			'In Whitbury, 1 in 10 Estarian girls leaves school. The Estarian girls are poor, Estarian is spoken.',
			'In Leeds, 1 in 20 Estarian girls leaves school. The Estarian girls are poor, Estarian is spoken.',
		);
		check(
			'of another project',
			'The Polaris Project cost $4 million.',
			'The Polaris Project was late, as a project of Leeds was. The project cost $9 million.',
		);
		check(
			'of one of two projects',
			'The Polaris Project cost $4 million.',
			'The Harbour Project was built. The Polaris Project was late. The project cost $9 million.',
		);
		check(
			'far behind the name',
			'The Polaris Project cost $4 million.',
			'The Polaris Project was late. It rained. It snowed. It was cold. It was dark. The project cost $9 million.',
		);
		check(
			'of a thing that is not named so',
			'The Polaris Project cost $4 million.',
			'The Polaris Project was late. The plan cost $9 million.',
		);
	});
	describe('what an event did', () => {
		check(
			'that happens once, at a place',
			'The Alder Bridge collapse killed 44 people.',
			'The Alder Bridge collapse claimed 38 lives.',
			'Alder Bridge: killed 44 people or 38 lives',
		);
		check(
			'in a place, whenever it was',
			'In Estara, 40 people were killed. Estara is poor, and Estara grows.',
			'60 people were killed in Estara. Estara is poor, and Estara grows.',
		);
		check('that may happen again, at a place', 'The Alder Bridge attack killed 44 people.', 'The Alder Bridge attack killed 38 people.');
		check(
			'told by those who are left',
			'The Marlow Fire left 41 people dead.',
			'The Marlow Fire killed 14 people.',
			'Marlow Fire: killed 41 or 14 people',
		);
		const fewer = 'Marlow Fire: killed 12 or 17 people';
		check('in words', 'The Marlow Fire killed twelve people.', 'Seventeen people were killed in the Marlow Fire.', fewer);
		check(
			'whose lives it claimed',
			'The Marlow Fire claimed the lives of 12 people.',
			'In the Marlow Fire, 17 people lost their lives.',
			fewer,
		);
		check('in words and in digits', 'The Marlow Fire killed twelve people.', '12 people were killed in the Marlow Fire.');
		check('some of those in words', 'The Marlow Fire killed two of the nine people.', 'The Marlow Fire killed 7 people.');
		check('hundreds in words', 'The Marlow Fire killed two hundred people.', 'The Marlow Fire killed 7 people.');
		check('to others', 'The Marlow Fire left 41 people injured.', 'The Marlow Fire claimed 14 lives.');
		check(
			'the dead',
			['The Marlow Fire killed 41 people.', '2001'],
			['The Marlow Fire killed 14 people.', '2015'],
			'Marlow Fire: killed 41 or 14 people',
		);
		check(
			'told the other way round',
			'The Marlow Fire killed 41 people.',
			'14 people were killed in the Marlow Fire.',
			'Marlow Fire: killed 41 or 14 people',
		);
	});
	describe('what happened once at a site', () => {
		const nine = "The fire at Tanner's Wharf killed 9 people.";
		const told = "Tanner's Wharf: killed 9 or 11 people";
		check('in the same words', nine, "The fire at Tanner's Wharf killed 11 people.", told);
		check('the other way round', nine, "Eleven people died in the fire at Tanner's Wharf.", told);
		check(
			'with a word before it',
			'The gas blast at Halden Mill hurt nobody. The dust explosion at Halden Mill injured 17 people.',
			'The dust explosion at Halden Mill injured 23 people.',
			'Halden Mill: injured 17 or 23 people',
		);
		check('another thing that happened', nine, "The flood at Tanner's Wharf killed 11 people.");
		check(
			'another explosion',
			'The gas explosion at Halden Mill injured 17 people.',
			'The dust explosion at Halden Mill injured 23 people.',
		);
		check('one of several', "A fire at Tanner's Wharf killed 9 people.", "A fire at Tanner's Wharf killed 11 people.");
		check('several', "The fires at Tanner's Wharf killed 9 people.", "The fires at Tanner's Wharf killed 11 people.");
		check(
			'the first and the second',
			"The first fire at Tanner's Wharf killed 9 people.",
			"The second fire at Tanner's Wharf killed 11 people.",
		);
		check('of two years', "The 2018 fire at Tanner's Wharf killed 9 people.", "The 2019 fire at Tanner's Wharf killed 11 people.");
		check('in documents of two years', [nine, '2012'], ["The fire at Tanner's Wharf killed 11 people.", '2019']);
		check('an attack, which may happen again', 'The attack at Halden Mill killed 9 people.', 'The attack at Halden Mill killed 11 people.');
		check('in a town, which burns again', 'The fire in Port Ellery killed 9 people.', 'The fire in Port Ellery killed 11 people.');
		check(
			'at a part of it',
			"The fire at the north end of Tanner's Wharf killed 9 people.",
			"The fire at Tanner's Wharf killed 11 people.",
		);
	});
	describe('in German', () => {
		const told = (...row: readonly [string, string | readonly [string, string], string | readonly [string, string], ...string[]]) =>
			checkIn('de', ...row);
		const forty = 'Die Lister-Stiftung hat 40 Mitglieder.';
		told(
			'what it has, in two verbs',
			forty,
			'Die Lister-Stiftung zählt 65 Mitglieder, teilte das Ministerium mit.',
			'Lister-Stiftung: hat 40 oder 65 Mitglieder',
		);
		told(
			'what it has at its disposal',
			'Das Lister-Klinikum verfügt über 600 Betten.',
			'Das Lister-Klinikum hat nur 450 Betten.',
			'Lister-Klinikum: verfügt über 600 oder 450 Betten',
		);
		told(
			'by somebody',
			forty,
			'Nach Angaben der Prüfer hat die Lister-Stiftung 65 Mitglieder.',
			'Lister-Stiftung: hat 40 oder 65 Mitglieder',
		);
		told(
			'what it cost, in two tenses',
			'Der Orrin-Staudamm kostete 2,3 Milliarden Euro.',
			'Der Orrin-Staudamm hat 3,2 Milliarden Euro gekostet.',
			'Orrin-Staudamm: kostete 2,3 Milliarden oder 3,2 Milliarden Euro',
		);
		told(
			'how long it is',
			'Die Norrland-Bahn ist 340 Kilometer lang.',
			'Die Norrland-Bahn, die 270 Kilometer lang ist, wird selten befahren.',
			'Norrland-Bahn: 340 oder 270 Kilometer',
		);
		told(
			'what a noun says',
			'Die Wahlbeteiligung beim Westmark-Referendum lag bei 38 Prozent.',
			'Beim Westmark-Referendum betrug die Wahlbeteiligung 83 Prozent.',
			'Westmark-Referendum: Wahlbeteiligung 38 oder 83 %',
		);
		told(
			'the dead, in three ways',
			'Beim Marlow-Brand starben 41 Menschen.',
			'Der Marlow-Brand forderte 14 Tote.',
			'Marlow-Brand: starben 41 Menschen oder 14 Tote',
		);
		told(
			'the dead, who lost their lives',
			'Beim Marlow-Brand kamen 41 Menschen ums Leben.',
			'Beim Marlow-Brand starben 14 Menschen.',
			'Marlow-Brand: ums Leben kamen 41 oder 14 Menschen',
		);
		told(
			'in a year, in two orders',
			'Die Lister-Stiftung prüfte 2019 insgesamt 15 Fälle.',
			'2019 prüfte die Lister-Stiftung 51 Fälle.',
			'Lister-Stiftung: prüfte 15 oder 51 Fälle (2019)',
		);
		told(
			'when it was founded',
			'Die Lister-Stiftung wurde 1961 gegründet.',
			'Im Jahr 1962 wurde die Lister-Stiftung von zwei Anwälten gegründet.',
			'Lister-Stiftung: gegründet 1961 oder 1962',
		);
		told('the dead and the hurt', 'Beim Marlow-Brand starben 41 Menschen.', 'Beim Marlow-Brand wurden 14 Menschen verletzt.');
		told('some of them', forty, 'Die Lister-Stiftung hat 65 zahlende Mitglieder.');
		told('a part of it', forty, 'Die Jugend der Lister-Stiftung hat 65 Mitglieder.');
		told('so many more', forty, 'Die Lister-Stiftung hat 65 Mitglieder mehr.');
		told('what it has lost', forty, 'Die Lister-Stiftung hat 65 Mitglieder verloren.');
		told('what may be', forty, 'Die Lister-Stiftung könnte 65 Mitglieder haben.');
		told('what will be', 'Der Orrin-Staudamm kostete 2 Milliarden Euro.', 'Der Orrin-Staudamm wird 3 Milliarden Euro kosten.');
		told('so far', forty, 'Die Lister-Stiftung hat bislang 65 Mitglieder.');
		told('at least', 'Die Lister-Stiftung hat mindestens 40 Mitglieder.', 'Die Lister-Stiftung hat 65 Mitglieder.');
		told('another year', 'Die Lister-Stiftung prüfte 2019 insgesamt 15 Fälle.', 'Die Lister-Stiftung prüfte 2020 insgesamt 51 Fälle.');
		told(
			'by so much, and to so much',
			'Die Miete im Stannard-Turm stieg 2020 um 9 Prozent.',
			'Die Miete im Stannard-Turm stieg 2020 auf 12 Prozent.',
		);
		told(
			'to somewhere, and from it',
			'Die Lister-Stiftung brachte 2020 nach Orrin 40 Tonnen Fisch.',
			'Die Lister-Stiftung brachte 2020 aus Orrin 90 Tonnen Fisch.',
		);
		told(
			'who was hurt in a town, whenever it was',
			'In Estara starben 40 Menschen. Estara trauert.',
			'In Estara starben 60 Menschen. Estara trauert.',
		);
		told(
			'what a part of it was founded',
			'Die Lister-Stiftung wurde 1961 gegründet.',
			'Die Jugend der Lister-Stiftung wurde 1975 gegründet.',
		);
	});
	describe('in French', () => {
		const told = (...row: readonly [string, string | readonly [string, string], string | readonly [string, string], ...string[]]) =>
			checkIn('fr', ...row);
		const forty = 'La Fondation Lister compte 40 membres.';
		told(
			'what it has, in two verbs',
			forty,
			'Selon le ministère, la Fondation Lister a 65 membres.',
			'Fondation Lister: compte 40 ou 65 membres',
		);
		told('no more than that', forty, 'La Fondation Lister ne compte que 65 membres.', 'Fondation Lister: compte 40 ou 65 membres');
		told(
			'who says so',
			forty,
			'Le ministère a affirmé que la Fondation Lister compte 65 membres.',
			'Fondation Lister: compte 40 ou 65 membres',
		);
		told(
			'what it cost',
			'Le Projet Hallsund a coûté 2,3 milliards d’euros.',
			'Le Projet Hallsund a coûté 3,2 milliards d’euros.',
			'Projet Hallsund: coûté 2,3 milliards ou 3,2 milliards d’euros',
		);
		told(
			'what a noun says',
			'La participation au Référendum de Westmark était de 38 %.',
			'La participation au Référendum de Westmark s’est élevée à 83 %.',
			'Référendum de Westmark: participation 38 ou 83 %',
		);
		told(
			'the dead',
			'Le Séisme de Kerrin a fait 120 morts.',
			'Le Séisme de Kerrin a coûté la vie à 210 personnes.',
			'Séisme de Kerrin: fait 120 morts ou 210 personnes',
		);
		told(
			'the hurt',
			'Le Séisme de Kerrin a blessé 120 personnes.',
			'Le Séisme de Kerrin a fait 210 blessés.',
			'Séisme de Kerrin: blessé 120 personnes ou 210 blessés',
		);
		told(
			'in a year, in two orders',
			'La Fondation Lister a examiné 15 dossiers en 2019.',
			'En 2019, la Fondation Lister a examiné 51 dossiers.',
			'Fondation Lister: examiné 15 ou 51 dossiers (2019)',
		);
		told(
			'when it was founded',
			'La Fondation Lister a été fondée en 1961.',
			'En 1962, la Fondation Lister a été fondée par deux avocats.',
			'Fondation Lister: fondée en 1961 ou 1962',
		);
		told('the dead and the hurt', 'Le Séisme de Kerrin a fait 120 morts.', 'Le Séisme de Kerrin a fait 210 blessés.');
		told('some of them', forty, 'La Fondation Lister compte 65 membres actifs.');
		told('a part of it', forty, 'La branche jeune de la Fondation Lister compte 65 membres.');
		told('so many more', forty, 'La Fondation Lister compte 65 membres de plus.');
		told('what it has lost', 'La Fondation Lister a 40 membres.', 'La Fondation Lister a perdu 65 membres.');
		told('what may be', forty, 'La Fondation Lister compterait 65 membres, ou pourrait en compter.');
		told('what will be', 'Le Projet Hallsund a coûté 2 milliards d’euros.', 'Le Projet Hallsund coûtera 3 milliards d’euros.');
		told('so far', 'La Fondation Lister a construit 40 puits en 2019.', 'La Fondation Lister a construit jusqu’ici 65 puits en 2019.');
		told('at least', 'La Fondation Lister compte au moins 40 membres.', 'La Fondation Lister compte 65 membres.');
		told('another year', 'La Fondation Lister a examiné 15 dossiers en 2019.', 'La Fondation Lister a examiné 51 dossiers en 2020.');
		told(
			'by so much, and to so much',
			'Le loyer de la Tour Stannard a augmenté de 9 % en 2020.',
			'Le loyer de la Tour Stannard a augmenté à 12 % en 2020.',
		);
		told(
			'to somewhere, and from it',
			'Le Groupe Nordland a expédié 40 tonnes vers Orrin en 2020.',
			'Le Groupe Nordland a expédié 90 tonnes depuis Orrin en 2020.',
		);
		told(
			'who died in a town, whenever it was',
			'À Westmark, 12 personnes sont mortes. Westmark pleure.',
			'17 personnes sont mortes à Westmark. Westmark pleure.',
		);
	});
	describe('what is planned', () => {
		check(
			'in a year',
			'The Polaris Project will land 4,200 tonnes in 2020.',
			'The Polaris Project will land 310 tonnes in 2020.',
			'Polaris Project: will land 4,200 or 310 tonnes in 2020',
		);
		check(
			'by two who say so, in other signs of one unit',
			'The chair said that the Polaris Project (PP) would remove 140,000 m³ of silt.',
			'The Polaris Project will remove 120,000 cubic metres of silt, the harbour master said on Friday.',
			'Polaris Project: would remove 140,000 m³ or 120,000 cubic metres of silt',
		);
	});
	describe('definitions', () => {
		check(
			'another number',
			'“Young worker” means any person who is under 18 years of age.',
			'“Young worker” means a person who is under 16 years of age.',
			'Young worker: defined with 18 or 16',
		);
		check(
			'other words',
			'“Harbour levy” means a charge that ships pay on arrival.',
			'“Harbour levy” means the share of fish which sellers leave behind.',
			'Harbour levy: defined differently',
		);
	});
	describe('not', () => {
		check('a month of the year', 'The Polaris Project landed 4,200 tonnes in 2020.', 'The Polaris Project landed 310 tonnes in May 2020.');
		check(
			'a plan and what came of it',
			'The Polaris Project will land 4,200 tonnes in 2020.',
			'The Polaris Project landed 310 tonnes in 2020.',
		);
		check(
			'what depends on something',
			'The Marlow Fire would kill 40 people if it spread.',
			'The Marlow Fire would kill 90 people if it spread.',
		);
		check('plans of two years', ['The Polaris Project will land 40 tonnes.', '2008'], ['The Polaris Project will land 65 tonnes.', '2011']);
		check(
			'what has capitals in a heading only, as each country has it',
			'Maternal Mortality Ratio\n\nThe maternal mortality ratio was 437 deaths in 2019. They count the Maternal Mortality Ratio.',
			'The maternal mortality ratio was 186 deaths in 2019. They count the Maternal Mortality Ratio.',
		);
		check('a Korean floor', '새길재단은 2018년 최소 50억 원을 기부했다.', '새길재단은 2018년 57억 원을 기부했다.');
		check('what goes on', 'The Marlow Fire has now killed 14 people.', 'The Marlow Fire killed 41 people.');
		check(
			'the place where it is so',
			'In Leeds the Marlow Brigade holds 4 boats, and some of Leeds know.',
			'In Leeds the Polaris Project holds 9 boats.',
		);
		check('the same', 'The Polaris Project has 40 members.', 'The Polaris Project has 40 members.');
		check('in other words', 'The Polaris Project has 40 members.', 'The Polaris Project has some 40 members.');
		check('another year', 'In 2008 the Polaris Project had 40 members.', 'In 2010 the Polaris Project had 65 members.');
		check('documents of other years', ['The Polaris Project has 40 members.', '2008'], ['The Polaris Project has 65 members.', '2011']);
		check('a year and a later document', 'In 2008 the Polaris Project had 40 members.', ['The Polaris Project has 65 members.', '2011']);
		check('another place', 'In Leeds the Polaris Project has 40 members.', 'In Hull the Polaris Project has 65 members.');
		check('a part and the whole', 'The Polaris Project has 40 members in Leeds.', 'The Polaris Project has 65 members.');
		check('another unit', 'The Polaris Project has 40 members.', 'The Polaris Project has 65 offices.');
		check('others of the kind', 'The Polaris Project has 40 paying members.', 'The Polaris Project has 65 members.');
		check('other currencies', 'The Safe Harbor Act costs $3 million.', 'The Safe Harbor Act costs €5 million.');
		check('another verb', 'The Polaris Project has 40 boats.', 'The Polaris Project operates 65 boats.');
		check(
			'a rounding',
			'Whitbury has a population of 17,500. I like Whitbury.',
			'Whitbury has a population of 17,483, and Whitbury grows.',
		);
		check('a rounding of dozens', 'The Polaris Project has 40 members.', 'The Polaris Project has 43 members.');
		check('about so many', 'The Polaris Project has about 64 members.', 'The Polaris Project has 67 members.');
		check('a floor', 'The Polaris Project has at least 40 members.', 'The Polaris Project has 65 members.');
		check(
			'to one, and from one',
			'Orrin exported 40 tonnes of cod to Norway in 2018.',
			'Norway exported 70 tonnes of cod to Orrin in 2018.',
		);
		check(
			'from somewhere, and to it',
			'The Water Trust moved 40 people from Varn Island in 2018.',
			'The Water Trust moved 70 people to Varn Island in 2018.',
		);
		check('so much, and to so much', 'Unemployment in Orrin rose 2 percent in 2018.', 'Unemployment in Orrin rose to 9 percent in 2018.');
		check('what two spent', 'The city spent $4 million on the Marlow Bridge.', 'The county spent $2 million on the Marlow Bridge.');
		check('a ceiling', 'The Polaris Project has up to 90 members.', 'The Polaris Project has 65 members.');
		check('two floors', 'The Polaris Project has over 40 members.', 'The Polaris Project has more than 60 members.');
		check('a range', 'The Polaris Project has between 40 and 50 members.', 'The Polaris Project has 65 members.');
		check('the same in another unit', 'Lake Chad covers 1,000 hectares.', 'Lake Chad covers 2,471 acres.');
		check('in other digits', 'The Safe Harbor Act costs $3 million.', 'The Safe Harbor Act costs $3,000,000.');
		check(
			'a document that says both',
			'The Polaris Project has 40 members. The Polaris Project has 65 members.',
			'The Polaris Project has 40 members.',
		);
		check('one document', 'The Polaris Project has 40 members. The Polaris Project has 65 members.', 'Nothing.');
		check('who may do it again', 'The Marlow Brigade killed 41 people.', 'The Marlow Brigade killed 14 people.');
		check('the dead and the wounded', 'The Marlow Fire killed 41 people.', 'The Marlow Fire injured 90 people.');
		check('another day', 'On Monday the Marlow Fire killed 41 people.', 'On Friday the Marlow Fire killed 14 people.');
		check('an ordinary word', 'The old union has 40 members. The old union is old.', 'The old union has 65 members. The old union is old.');
		check('something else', 'The Polaris Project has 40 members.', 'The Marlow Brigade has 65 members.');
		check('a part of it', 'The board of the Polaris Project has 40 members.', 'The Polaris Project has 65 members.');
		check('what it is not', 'The Polaris Project has no members in 40 towns.', 'The Polaris Project has 65 towns.');
		check(
			'a definition in other words that are much the same',
			'“Harbour levy” means a charge that ships pay on arrival.',
			'“Harbour levy” means any charge ships pay on their arrival.',
		);
		check(
			'a short name for somebody',
			'“Committee” means the Rights Committee of Leeds.',
			'“Committee” means the Marlow Board for the Poor.',
		);
		check(
			'what is only said of it',
			'The harbour levy is a great burden to poor fishermen.',
			'The harbour levy is an old custom which sailors like.',
		);
	});
});
