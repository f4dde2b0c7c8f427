import assert from 'node:assert/strict';
import { splitSentences } from '../../../src/text/sentences.ts';

describe('splitSentences', () => {
	/** `expected` is the text with ` | ` between sentences. */
	function check(name: string, expected: string, text = expected.replaceAll(' | ', ' ')) {
		it(name, () => {
			const sentences = splitSentences(text);
			assert.equal(sentences.map((sentence) => text.slice(sentence.start, sentence.end)).join(' | '), expected);
		});
	}
	check('two sentences', 'They fear prosecution. | Kim agrees.');
	check('titles', 'Dr. Lee met Mr. Kim. | Prof. Park left.');
	check('U.S. inside', 'The U.S. Government estimates it.');
	check('U.S. at the end', 'They live in the U.S. | The Polaris Project helps.');
	check('initials', 'J. Edgar Hoover and M. L. King met. | So did Lydersen.');
	check('No. with a number', 'See No. 5 and p. 12 of vol. 3. | It says so.');
	check(
		'No. with letters and a number',
		'It lost Certificate No. GB 2291 and Flight No. BA117. | It was Inv. No. 1951.44 (Reg. No. A 5). | The Bronze (Inv. No. 1951.44) and two others.',
	);
	check(
		'other words before No. and before codes',
		'They went to Rome. | No. 5 was shut. | They saw the cat. | No. 5 was shut. | She said no. | BA 117 left.',
	);
	check('no as an answer', 'She said no. | Then she left.');
	check('e.g. and i.e.', 'Some, e.g. Korea, i.e. Seoul, do. | Others do not.');
	check('et al.', 'Kim et al. found it. | The rest agreed.', 'Kim et al. found it. The rest agreed.');
	check('etc. at the end', 'Food, rent, etc. | They paid all.');
	check('months', 'On Mar. 1 and Sept. 30 they met. | He came.');
	check('the day of a German date', 'Das Gesetz vom 2. März 2021 setzte es um. | Es gilt seit dem 1. Mai. | Am 3. Oktober kam er.');
	check('days before months that English has, too', 'Es galt vom 30. April bis zum 2. August. | Am 4. September endete es.');
	check(
		'several days, and days behind a weekday',
		'Montag, 2. März, und am 1./2. Juni, 2. und 3. Juli sowie 5. – 7. Mai tagte er. | Er ging.',
	);
	check('a date without a word before it', 'Wien, 2. März 2021. | Bericht folgt.');
	check('short months', 'Es galt vom 2. Okt. 2021 bis 5. Dez. 2022. | Dann endete es.');
	check('German centuries and ordinals', 'Der 3. Senat sprach im 19. Jahrhundert zum 25. Mal. | Er irrte.');
	check(
		'a German ordinal at the end of a sentence',
		'Die Frist läuft bis zum 15. | Danach ist es zu spät. | Er wurde der 12. | Der Rest ging.',
	);
	check('a German count before a month', 'Die Zahl stieg auf 12. | Mai 2020 war schwach. | Es waren 12. | Juni 2020 war besser.');
	check('a German year before a month', 'Es geschah 2021. | März und Mai waren still. | Er kam am 3.5.2021. | Mai war es.');
	check('an English number before a month', 'It rose to 12. | August was hot. | I am 12. | April is next. | We saw 31. | Mars is red.');
	check('an English number before a name', 'They counted 12. | Mai left. | It took 3. | Jan stayed.');
	check('Danish, Norwegian and Czech days', 'Loven af 2. marts 2021 gælder. | Den 17. mai kom de. | Dne 2. března 2021 začal. | Skončil.');
	check('a Danish or Norwegian day at the end of a sentence', 'De kom den 3. | Han gik den 4. | Deretter var det slut.');
	check('Danish months as they were written', 'Grundloven af 5. Juni 1849 gjaldt. | Den 3. August kom de.');
	check('a German day at the start of a line', 'Es trat am\n2. März 2021 in Kraft. | Der\n3. Senat ging.');
	check(
		'German days that are items of a list',
		'Termine | 1. Mai: Kundgebung | 2. Juni: Pause',
		'Termine\n1. Mai: Kundgebung\n2. Juni: Pause',
	);
	check(
		'items of a German law',
		'1. die Länder, | 2. die Gemeinden und | 3. die Kreise.',
		'1. die Länder,\n2. die Gemeinden und\n3. die Kreise.',
	);
	check('companies', 'Acme Inc. announced it. | Others followed.');
	check('a.m.', 'At 9 a.m. Monday they met. | He came.');
	check(
		'a sentence that begins with the sign of a section',
		'The crews were paid. | § 12 of the act applies. | It was so under Abs. § 3 of it.',
	);
	check('a sentence that begins with a number', 'It carries bacteria. | 1 in 6 patients died. | In 2019. | 1,214 people fell ill.');
	check('numbers of short forms', 'See approx. 3 of them, cf. secs. 4 and 5 of para. 6 on it.');
	check('decimals', 'It rose 3.5 percent. | Then it fell.');
	check('quotation marks stay', '“They were right.” | She left.');
	check('question in a quotation', '“Is it so?” he asked. | She nodded.');
	check('exclamation in a quotation', '“Stop!” she said.');
	check('ellipsis', 'He waited... and left. | She stayed.');
	check('brackets', 'It failed (see Fig. 2). | They knew.');
	check('a list number stays with its item', '1. The first thing. | It matters.');
	check(
		'lettered definitions of a contract',
		'For this treaty: | (a) "fishing" means taking fish; | (b) “Party” means a state.',
		'For this treaty:\n(a) "fishing" means taking fish;\n(b) “Party” means a state.',
	);
	check('a lettered part', 'It is described in Annex B. | "Spillway" means a gate. | See Schedule C. | Gates are told there.');
	check('Roman numbers', 'World War II. | He served.', 'World War II. He served.');
	check('a numbered heading', 'Section 6. Workers’ Rights. | It says so.', 'Section 6. Workers’ Rights. It says so.');
	check('a letter behind a hyphen', 'They joined ISIS-K. | Suicide bombs followed.');
	check('Korean', '정부는 밝혔다. | 여성들은 떠났다.');
	check(
		'Korean days',
		'김영선은 2020. 3. 2.경부터 2022. 12. 30.경까지 보냈다. | 대법원 2017. 3. 9. 선고 판결을 본다. | 2023. 12. 18.(월)에 왔다.',
	);
	check('a Korean month', '2011. 9. 실태조사를 했다. | 2012. 3.부터 바뀌었다.');
	check(
		'a Korean day at the end of a line',
		'판결선고 2024. 2. 15. | 주문 피고인을 벌한다. | 끝이다.',
		'판결선고 2024. 2. 15.\n주문 피고인을 벌한다. 끝이다.',
	);
	check(
		'a year at the end of a sentence',
		'It began in 2017. | 3 ships came. | 그 일은 2017. | 다음 일은 없다.',
		'It began in 2017. 3 ships came. 그 일은 2017. 다음 일은 없다.',
	);
	check('Chinese', '他走了。 | 她留下。', '他走了。她留下。');
	check('Japanese with brackets', '「行く。」と言った。 | 彼は去った。', '「行く。」と言った。彼は去った。');
	check('a line break in a sentence', 'The number of\ncenters rose. | It fell.', 'The number of\ncenters rose. It fell.');
	check('an empty line always parts', 'The number of | centers rose.', 'The number of\n\ncenters rose.');
	check('an empty line with spaces parts', 'one | two', 'one\n \t\ntwo');
	check('a heading line is its own', '# Dr. | Tides come.', '# Dr.\nTides come.');
	check('items of a list', '- one | - two', '- one\n- two');
	check(
		'lines that begin with labels',
		'Board of 2 May | Present: A. Dunmore, P. Raman,\nB. Lee | In attendance: C. Hurst\n   J. Hurst | Apologies: Lord Ashby',
		'Board of 2 May\nPresent: A. Dunmore, P. Raman,\nB. Lee\nIn attendance: C. Hurst\n   J. Hurst\nApologies: Lord Ashby',
	);
	check('labels of a Korean judgment', '피고인: 김영선 | 변호인: 이철수', '피고인: 김영선\n변호인: 이철수');
	check(
		'one label by itself, which prose that was broken there has, too',
		'They warned of the war in the\nGulf: nobody listened to\nthem. | At 10:30\nLondon 11:30\nwas told.',
		'They warned of the war in the\nGulf: nobody listened to\nthem. At 10:30\nLondon 11:30\nwas told.',
	);
	check(
		'colons of long clauses and of small letters',
		'What all of them had said about it: too late,\nand as they say: never,\nso it went.',
		'What all of them had said about it: too late,\nand as they say: never,\nso it went.',
	);
	check(
		'lines that say what a word means',
		'In this certificate | "the Holder" means the Club; | “spectator” means anybody in a\nstand; | "capacity" has the meaning given in it.',
		'In this certificate\n"the Holder" means the Club;\n“spectator” means anybody in a\nstand;\n"capacity" has the meaning given in it.',
	);
	check(
		'one such line, and lines that begin with a quotation',
		'In the Act\n"fishing" means taking fish. | He wrote of\n"the Holder" and then of\n"the Club" in it.',
		'In the Act\n"fishing" means taking fish. He wrote of\n"the Holder" and then of\n"the Club" in it.',
	);
	check('no end mark', 'nowhere to turn');
	check('nothing', '', ' \n\n ');

	it('looks only at the part asked for', () => {
		const text = 'One. Two. Three.';
		assert.deepEqual(splitSentences(text, { start: 5, end: 9 }), [{ start: 5, end: 9 }]);
	});
});
