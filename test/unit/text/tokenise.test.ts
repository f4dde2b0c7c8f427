import assert from 'node:assert/strict';
import { analyse, locateWords, splitWords } from '../../../src/text/analyse.ts';
import { foldPlainWords, tokenise } from '../../../src/text/tokenise.ts';

describe('tokenise', () => {
	function check(name: string, text: string, expected: string) {
		it(name, () => {
			const tokens = tokenise(text);
			assert.equal(tokens.map((token) => text.slice(token.start, token.end)).join(' | '), expected);
		});
	}
	check('words', 'Sex workers feel.', 'Sex | workers | feel');
	check('possessives and contractions', "Women’s groups don't", "Women’s | groups | don't");
	check('closing quote is no apostrophe', '‘rescue’ them', 'rescue | them');
	check('plural possessive leaves its mark out', "the workers' pay", 'the | workers | pay');
	check('hyphens part', 'long-term non‑profit', 'long | term | non | profit');
	check('numbers', '17,500 of 3.5% in 2019–2023', '17 | 500 | of | 3 | 5 | in | 2019 | 2023');
	check('letters and digits together', 'COVID19 B2B', 'COVID19 | B2B');
	check('exponents', 'of 10⁶ and 10⁻⁶ cells', 'of | 10 | ⁶ | and | 10 | ⁶ | cells');
	check('marks of notes', 'women¹ said in 2019²³, ¹The café\u0301⁴', 'women | ¹ | said | in | 2019 | ²³ | ¹ | The | café\u0301 | ⁴');
	check('raised digits of units', '5 m², 3km³ s² ft²', '5 | m² | 3km³ | s² | ft²');
	check('small digits below', 'CO₂ H₂SO₄', 'CO₂ | H₂SO₄');
	check('fractions', '1½ miles, ½', '1 | ½ | miles | ½');
	check('raised digits before Hangul', 'km²를 여성들¹은', 'km² | 를 | 여성들 | ¹ | 은');
	check('abbreviations', 'U.S. AT&T', 'U | S | AT | T');
	check('a DOI', 'doi:10.1000/xyz123', 'doi | 10 | 1000 | xyz123');
	check('underscores part', '__proto__ a_b', 'proto | a | b');
	check('French elision', 'l’homme d’une qu’il aujourd’hui', 'l | homme | d | une | qu | il | aujourd’hui');
	check('English apostrophes stay', "o'clock O’Brien it's", "o'clock | O’Brien | it's");
	check('decomposed accents stay inside', 'cafe\u0301s', 'cafe\u0301s');
	check('soft hyphens stay inside', 'traf\u00adfic', 'traf\u00adfic');
	check('what shows nothing is cut off the end', 'Kim\u200b \u200bLee', 'Kim | Lee');
	check('Hangul by spaces', '한국 정부는 밝혔다', '한국 | 정부는 | 밝혔다');
	check('Latin and Hangul part', 'KMP가 OECD는 20대', 'KMP | 가 | OECD | 는 | 20 | 대');
	check(
		'what is counted in ten thousands of Korean',
		'3만명이 5천만달러 1억5천만원 3만여명 200여명',
		'3 | 만 | 명이 | 5 | 천만 | 달러 | 1 | 억 | 5 | 천만 | 원 | 3 | 만여 | 명 | 200 | 여 | 명',
	);
	check('with spaces', '3만 명이 450억 원 3만여 명', '3 | 만 | 명이 | 450 | 억 | 원 | 3 | 만여 | 명');
	check(
		'other words behind digits of Korean',
		'3조각 3만큼 3만이 3만부터 제3자인 5천리 20대 1조치 제3조건 3조장',
		'3 | 조각 | 3 | 만큼 | 3 | 만이 | 3 | 만부터 | 제 | 3 | 자인 | 5 | 천리 | 20 | 대 | 1 | 조치 | 제 | 3 | 조건 | 3 | 조장',
	);
	check('units of Korean with a particle', '8만명의 15명의 3회의 명의 회의', '8 | 만 | 명 | 의 | 15 | 명 | 의 | 3 | 회 | 의 | 명의 | 회의');
	check('no number without digits', '만명 수만명 백만원', '만명 | 수만명 | 백만원');
	check(
		'articles of laws',
		'제9조제1항제5호의 제2조의2제1항 제1조제정',
		'제 | 9 | 조 | 제 | 1 | 항 | 제 | 5 | 호 | 의 | 제 | 2 | 조 | 의 | 2 | 제 | 1 | 항 | 제 | 1 | 조제정',
	);
	check('Han and Kana by words', '東京都に住む', '東京 | 都 | に | 住む');
	check('Chinese by words', '性交易受害者', '性 | 交易 | 受害者');
	check('Han and Hangul part', '大韓民國은', '大韓民國 | 은');
	check('Cyrillic', 'Торговля людьми', 'Торговля | людьми');
	check('Thai is one run', 'การค้ามนุษย์', 'การค้ามนุษย์');
	check('unpaired surrogates are no words', 'a\ud800b \udc00', 'a | b');
	check('an unpaired surrogate takes nothing with it', 'tide \ud800harbour', 'tide | harbour');
	check('emoji are no words', 'a 👩‍👩‍👧 b', 'a | b');
	check('digits outside the first plane', '𝟏𝟐 𝐤', '𝟏𝟐 | 𝐤');
	check('nothing', '', '');

	it('tells scripts and folded forms', () => {
		assert.deepEqual(tokenise('Women’s 性'), [
			{ start: 0, end: 7, folded: 'women', script: 'word' },
			{ start: 8, end: 9, folded: '性', script: 'cjk' },
		]);
	});
	it('looks only at the part asked for, with offsets of the whole', () => {
		assert.deepEqual(
			tokenise('one two three', 4, 9).map(({ start, end, folded }) => [start, end, folded]),
			[
				[4, 7, 'two'],
				[8, 9, 't'],
			],
		);
	});
	it('cuts giants, whole characters only', () => {
		const text = '𝐤'.repeat(1_000);
		const tokens = tokenise(text);
		assert.ok(tokens.every((token) => token.end - token.start <= 100 && (token.end - token.start) % 2 === 0));
		assert.equal(tokens.map((token) => text.slice(token.start, token.end)).join(''), text);
	});
});

describe('analyse', () => {
	function check(name: string, text: string, language: string | null, expected: string) {
		it(name, () =>
			assert.equal(
				analyse(text, language)
					.map((token) => token.term)
					.join(' '),
				expected,
			),
		);
	}
	check('stems', 'Women’s traffickers were trafficked', 'en', 'women traffick were traffick');
	check('Korean nouns without particles', '정부는 여성들에게 KMP가', 'ko', '정부 여성 kmp 가');
	check('Han and Kana by characters', '性交易 ｶﾞか\u3099', 'zh', '性 交 易 ガ が');
	check('German by its own rules', 'Häuser', 'de', 'haus');
	it('gives ranges of the characters', () => {
		assert.deepEqual(
			analyse('x 性か\u3099', null).map(({ start, end }) => [start, end]),
			[
				[0, 1],
				[2, 3],
				[3, 5],
			],
		);
	});
});

describe('locateWords', () => {
	function check(name: string, text: string, within = { start: 0, end: text.length }) {
		it(name, () => {
			const ranges = splitWords(text, within).flatMap(({ start, end }) => [start, end]);
			assert.deepEqual([...locateWords(text, within, Number.POSITIVE_INFINITY)], ranges);
			assert.deepEqual([...locateWords(text, within, 2)].slice(0, 4), ranges.slice(0, 4));
		});
	}
	check('plain words', 'Two tides, 24 hours.');
	check('apostrophes, elision, accents', 'Women’s l’homme re\u0301sume\u0301 don’t');
	check('Han and Kana by characters', 'ab 性交易ab ｶﾞか\u3099 정부는 KMP가');
	check('signs beyond the first plane', '\u{1F600} a \u{1D424}b \u{20000}');
	check('what shows nothing', 'so\u00adft \u200b x\u200b');
	check('raised digits', 'women¹ said 10⁶ m² 1½ ²x');
	check('a part that ends inside of a word', 'ab don’t cd', { start: 1, end: 7 });
	check('a part that ends behind an apostrophe', "ab don't cd", { start: 3, end: 7 });
	check('giants', `${'x'.repeat(250)} ${'y'.repeat(101)}`);
	check('a word that only what is behind its apostrophe makes a giant', `${'x'.repeat(99)}’s`);
	check('a giant behind many words', `${'ab '.repeat(400)}${'y'.repeat(700)}, cd`);
	it('anything in any order', () => {
		let state = 5;
		const random = (below: number) => {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			return Math.floor((state / 2 ** 32) * below);
		};
		const pieces = [
			'a',
			'B',
			'7',
			' ',
			' ',
			'. ',
			'-',
			"'",
			'`',
			'’',
			'‘',
			'´',
			'“',
			'–',
			'\u00a0',
			'\u00ad',
			'\u200b',
			'\u2060',
			'é',
			'e\u0301',
			'ª',
			'½',
			'²',
			'⁶',
			'qu’',
			"l'",
		];
		pieces.push('性', 'か\u3099', 'ｶﾞ', '정', '\u{1F600}', '\u{1D424}', '\ud800', '\udc00', 'ж', 'word', 'x'.repeat(60));
		for (let text = '', round = 0; round < 200; round++) {
			text = Array.from({ length: random(30) }, () => pieces[random(pieces.length)]).join('');
			const within = { start: random(Math.min(3, text.length + 1)), end: text.length - random(Math.min(3, text.length + 1)) };
			const ranges = splitWords(text, within).flatMap(({ start, end }) => [start, end]);
			assert.deepEqual([...locateWords(text, within, Number.POSITIVE_INFINITY)], ranges, JSON.stringify(text));
			const count = random(12);
			assert.deepEqual([...locateWords(text, within, count)].slice(0, count * 2), ranges.slice(0, count * 2), JSON.stringify(text));
		}
	});
});

describe('folded words of a plain text', () => {
	function check(name: string, text: string, isPlain: boolean) {
		it(name, () => assert.deepEqual(foldPlainWords(text), isPlain ? tokenise(text).map(({ folded }) => folded) : undefined));
	}
	check('are those of its tokens', 'Tide Gauge of 1953', true);
	check('whatever plain marks stand between them', ' (long-term) U.S., AT&T: 3.5%\n', true);
	check('are none of nothing', '', true);
	check('are none of marks', ' - ', true);
	check('behind an opening apostrophe', "'tide gauge", true);
	check('not with an apostrophe behind a word', "the workers' pay", false);
	check('not with one inside', "Women's groups", false);
	check('not with an accent', 'Café', false);
	check('not with a decomposed one', 'Cafe\u0301', false);
	check('not with another script', 'KMP가', false);
	check('of a word as long as a token may be', `tide ${'a'.repeat(100)}`, true);
	check('not of a longer one, which is several', `tide ${'a'.repeat(101)}`, false);
	check('of many words', 'tide '.repeat(49), true);
	check('not of very many', 'tide '.repeat(51), false);

	it('are nobody else’s at the next call', () => {
		const first = foldPlainWords('Tide Gauge');
		foldPlainWords('Salt Marsh');
		assert.deepEqual(first, ['tide', 'gauge']);
	});
});
