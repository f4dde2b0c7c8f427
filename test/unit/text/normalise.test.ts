import assert from 'node:assert/strict';
import { foldWord, singularOf, stemWord } from '../../../src/text/normalise.ts';

describe('foldWord', () => {
	function check(name: string, word: string, expected: string) {
		it(`${name}: ${word.slice(0, 20)}`, () => assert.equal(foldWord(word), expected));
	}
	check('case', 'KMPs', 'kmps');
	check('keeps plain words', 'seoul2008', 'seoul2008');
	check('accents', 'Résumé', 'resume');
	check('decomposed accents', 're\u0301sume\u0301', 'resume');
	check('full width', 'ＯＥＣＤ', 'oecd');
	check('half-width Kana', 'ｶﾞｲﾄﾞ', 'ガイド');
	check('ligatures', 'ﬁnance', 'finance');
	check('ß', 'Straße', 'strasse');
	check('capital ß', 'STRAẞE', 'strasse');
	check('ø', 'Ødegård', 'odegard');
	check('æ', 'Æthelred', 'aethelred');
	check('ł and đ', 'Łódź', 'lodz');
	check('Turkish dotted İ', 'İstanbul', 'istanbul');
	check('Turkish dotless ı', 'Diyarbakır', 'diyarbakir');
	check('long s', 'ſcience', 'science');
	check('final sigma', 'ΛΌΓΟΣ', 'λογοσ');
	check('possessive', "women's", 'women');
	check('curly possessive', 'Women’s', 'women');
	check('plural possessive', 'workers’', 'workers');
	check('modifier apostrophe', 'Womenʼs', 'women');
	check('inner apostrophe', 'O’Brien', "o'brien");
	check('a lone apostrophe', "'", "'");
	check('soft hyphen', 'traf\u00adfic', 'traffic');
	check('zero-width joiner', 'Kim\u200d', 'kim');
	check('Hangul stays composed', '정부', '정부');
	check('decomposed Hangul is composed', '정부'.normalize('NFD'), '정부');
	check('й stays, ё becomes е', 'Йёлка', 'йелка');
	check('voiced Kana keeps its mark', 'か\u3099', 'が');
	check('Arabic vowel signs', 'كِتَاب', 'كتاب');
	check('Arabic digits', '٢٠٢٢', '2022');
	check('Persian digits', '۱۴۰۲', '1402');
	check('Devanagari digits', '१२३', '123');
	check('digits beside letters', 'Б५२', 'б52');
	check('Chinese numerals are words', '二〇二一', '二〇二一');
	check('Roman numerals', 'Ⅻ', 'xii');
	check('Devanagari keeps its vowel signs', 'हिन्दी', 'हिन्दी');
	check('prototype words are words', '__proto__', '__proto__');
	check('empty', '', '');

	it('digits of every script count from nought to nine', () => {
		const digits = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((sign) => /\p{Nd}/u.test(sign));
		assert.ok(digits.length > 500);
		assert.equal(digits.map((digit) => foldWord(digit)).join(''), '0123456789'.repeat(digits.length / 10));
	});

	it('folding twice is folding once', () => {
		for (const word of ['İ', 'ǅ', 'ﬃ', 'ŉ', 'Ω', 'ẞ', 'ǰ', 'ΐ', '㎏', '½', 'Ⅷ', "rock'n'roll’s"]) {
			assert.equal(foldWord(foldWord(word)), foldWord(word), word);
		}
	});
});

describe('singularOf', () => {
	function check(word: string, expected: string) {
		it(`${word} → ${expected}`, () => assert.equal(singularOf(word), expected));
	}
	const rows =
		'parlors parlor|kmps kmp|ngos ngo|agencies agency|churches church|boxes box|classes class|brothels brothel|women woman|policewomen policewoman|' +
		'congressmen congressman|children child|grandchildren grandchild|houses house|cases case|abuses abuse|judges judge|policies policy|movies movie|' +
		'districts district|crises crisis|curricula curriculum|appendices appendix|data datum|midwives midwife|bureaux bureau|journaux journal|viruses virus|keys key|heroes hero|ibises ibis|octopuses octopus|promises promise|causes cause|' +
		'news news|faux faux|series series|congress congress|status status|analysis analysis|us us|kim kim|human human|specimen specimen|philippines philippines|gas gas|정부 정부';
	for (const row of rows.split('|')) {
		const [word = '', expected = ''] = row.split(' ');
		check(word, expected);
	}
});

describe('stemWord', () => {
	function check(folded: string, language: string | null, expected: string) {
		it(`${folded} (${language}) → ${expected}`, () => assert.equal(stemWord(folded, language), expected));
	}
	check('trafficking', 'en', 'traffick');
	check('traffickers', null, 'traffick');
	check('organizations', 'en-GB', 'organ');
	check('constructor', 'en', 'constructor');
	check('hauser', 'de', 'haus');
	check('nations', 'fr', 'nation');
	check('trafficking', 'ko', 'traffick');
	check('covid19s', 'en', 'covid19s');
	check('us', 'en', 'us');
	check('정부', 'ko', '정부');
	it('leaves giants alone', () => assert.equal(stemWord('a'.repeat(100), 'en').length, 100));
});
