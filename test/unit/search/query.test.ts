import assert from 'node:assert/strict';
import type { Clause } from '../../../src/search/query.ts';
import { parseQuery } from '../../../src/search/query.ts';

describe('parseQuery', () => {
	/** `-` excluded, `"…"` phrase, `*` prefix, ` | ` between clauses. */
	function show(clause: Clause): string {
		const text = clause.kind === 'phrase' ? `"${clause.text}"` : clause.text;
		return `${clause.isExcluded ? '-' : ''}${text}${clause.isPrefix ? '*' : ''}`;
	}
	function check(name: string, text: string, expected: string) {
		it(name, () => {
			const query = parseQuery(text);
			assert.equal(query.text, text);
			assert.equal(query.clauses.map(show).join(' | '), expected);
		});
	}
	check('words', 'monthly stipend', 'monthly | stipend');
	check('a phrase', '"counseling centers" Seoul', '"counseling centers" | Seoul');
	check('curly quotes', '“counseling centers”', '"counseling centers"');
	check('German and French quotes', '„rotes Licht“ «rouge»', '"rotes Licht" | "rouge"');
	check('mixed quotes', '“counseling centers"', '"counseling centers"');
	check('an unbalanced quote is text', '"counseling centers', 'counseling | centers');
	check('a lone quote', '"', '');
	check('an empty phrase', '"" " " "--"', '');
	check('excluded', 'police -raid', 'police | -raid');
	check('an excluded phrase', 'police -"red light"', 'police | -"red light"');
	check('an unbalanced excluded phrase', '-"red light', '-red | light');
	check('a hyphen inside is no minus', 'long-term', 'long-term');
	check('a minus before nothing', 'a - b', 'a | b');
	check('two minus signs are text', '--force', 'force');
	check('a prefix', 'traffick*', 'traffick*');
	check('a star alone', '* ** ?', '');
	check('a star inside', 'tra*fick', 'tra*fick');
	check('an excluded prefix', '-traff*', '-traff*');
	check('a DOI', '10.1000/xyz123', '10.1000/xyz123');
	check('an address', 'https://example.org/a?b=c', 'https://example.org/a?b=c');
	check('a section number', '3.2.1 §4', '3.2.1 | 4');
	check('abbreviations', 'U.S. AT&T', 'U.S | AT&T');
	check('brackets and OR are text', '(a OR b)', 'a | OR | b');
	check('punctuation is no clause', '& – …', '');
	check('possessive', "women’s workers'", 'women’s | workers');
	check('Korean', '정부는 -여성', '정부는 | -여성');
	check('particles behind Latin', 'KMP가 OECD는 7로', 'KMP | OECD | 7');
	check('a Korean word behind Latin stays', 'K팝', 'K팝');
	check('Chinese by words', '性交易受害者', '性 | 交易 | 受害者');
	check('a Chinese phrase as typed', '"性交易受害者"', '"性交易受害者"');
	check('text straight behind a phrase', '"red light"district', '"red light" | district');
	check('prototype words', '__proto__ constructor', 'proto | constructor');
	check('unpaired surrogates', '\ud800 a\udc00b', 'a\udc00b');
	check('line breaks', 'a\nb\tc\u3000d', 'a | b | c | d');
	check('nothing', '', '');

	function checkHostile(name: string, text: string) {
		it(`takes ${name}`, () => {
			const before = performance.now();
			assert.ok(parseQuery(text).clauses.length <= 400);
			assert.ok(performance.now() - before < 1_000, String(performance.now() - before));
		});
	}
	checkHostile('100,000 letters', 'a'.repeat(100_000));
	checkHostile('100,000 quotes', '"'.repeat(100_000));
	checkHostile('opening quotes with text', '"a '.repeat(30_000));
	checkHostile('100,000 minus signs', '-'.repeat(100_000));
	checkHostile('minus and quote', '-"'.repeat(50_000));
	checkHostile('100,000 stars', '*'.repeat(100_000));
	checkHostile('1,000 words', 'word '.repeat(1_000));
	checkHostile('a run of Han', '性'.repeat(100_000));
	checkHostile('combining marks', `a${'\u0301\u0323'.repeat(50_000)}`);
	checkHostile('dots', '1.'.repeat(50_000));
});
