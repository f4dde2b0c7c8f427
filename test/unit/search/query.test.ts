import assert from 'node:assert/strict';
import type { Clause } from '../../../src/search/query.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { inTime } from '../../support/timeLimits.ts';

describe('parseQuery', () => {
	/** `-` excluded, `"…"` phrase, `*` prefix, ` | ` between clauses. */
	function show(clause: Clause): string {
		const minus = clause.isExcluded ? '-' : '';
		if (clause.kind === 'any') {
			return `${minus}[${clause.alternatives.map((alternative) => alternative.map(show).join(' ')).join(' or ')}]`;
		}
		const text = clause.kind === 'word' ? clause.text : `"${clause.text}"`;
		return `${minus}${text}${clause.kind === 'near' ? `~${clause.distance}` : clause.isPrefix ? '*' : ''}`;
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
	check(
		'a DOI however it is written',
		'doi:10.1000/x https://doi.org/10.1000/x DOI:10.1000/x dx.doi.org/10.1000/x https://www.doi.org/10.1000/x',
		Array(5).fill('10.1000/x').join(' | '),
	);
	check('what only begins as a DOI does', 'doi:x doi.org/about doi 10.1000/x', 'doi:x | doi.org/about | doi | 10.1000/x');
	check('an address', 'https://example.org/a?b=c', 'example.org/a?b=c');
	check(
		'an address of the web',
		'http://www.example.org <https://example.org/> www.example.org',
		'example.org | example.org | example.org',
	);
	check('the beginning of an address', 'https:// www. wwwhat', 'https | www | wwwhat');
	check('other addresses', 'ftp://example.org ann@www.example.org', 'ftp://example.org | ann@www.example.org');
	check('mail, books, telephones', 'mailto:a@b.org isbn:978-0 tel:+442079460958 tel: x', 'a@b.org | 978-0 | 442079460958 | tel | x');
	check('long numbers over spaces', '-(020) 7946 0958 raid +44 20 7946 0958', '-020) 7946 0958 | raid | 44 20 7946 0958');
	check('long numbers in brackets', '(tide OR 020 7946 0958)', '[tide or 020 7946 0958]');
	check('numbers in a row are words', '2019 2020 2021 2022', '2019 | 2020 | 2021 | 2022');
	check('a section number', '3.2.1 §4 § 12 -№5', '3.2.1 | §4 | § 12 | -№5');
	check('signs behind words', 'C++ (C# -F#) A+ 1+2', 'C++ | C# | -F# | A+ | 1+2');
	check('signs before words', '.NET -.NET (.NET)', '.NET | -.NET | .NET');
	check('a star behind signs', 'C+*', 'C+*');
	check('signs and particles', 'C++를', 'C++');
	check('sections, also with a space that does not break', '§\u00a012 §§ 3 №\u202f5', '§\u00a012 | § 3 | №\u202f5');
	check('a lone sign', '§ + # § a', 'a');
	check('abbreviations', 'U.S. AT&T', 'U.S | AT&T');
	check('NOT is a minus', 'kelp NOT raid', 'kelp | -raid');
	check('NOT before a phrase and brackets', 'NOT "a b" NOT (c)', '-"a b" | -c');
	check('NOT with nothing behind it is a word', 'a NOT', 'a | NOT');
	check('not in small letters is a word', 'not kelp', 'not | kelp');
	check('NOTE is a word', 'NOTE kelp', 'NOTE | kelp');
	check('one or the other', 'a OR b', '[a or b]');
	check('three of them', 'a OR b OR c', '[a or b or c]');
	check('OR joins what stands beside it', 'a b OR c d', 'a | [b or c] | d');
	check('phrases too', '"red light" OR polic*', '["red light" or polic*]');
	check('brackets', '(a OR b) c', '[a or b] | c');
	check('brackets joined', '(a b) OR (c d)', '[a b or c d]');
	check('brackets in brackets', '((a OR b) c) OR d', '[[a or b] c or d]');
	check('brackets around words are the words', '(a b)', 'a | b');
	check('an exclusion in an alternative', 'a OR (b -c)', '[a or b -c]');
	check('excluded brackets', '-(a OR b) c', '-[a or b] | c');
	check('excluded brackets with one word', '-(raid)', '-raid');
	check('an excluded OR joins with its minus', 'a OR -b', '[a or -b]');
	check('or in small letters is a word', 'a or b', 'a | or | b');
	check('OR with nothing before it', 'OR a', 'OR | a');
	check('OR with nothing behind it', 'a OR', 'a | OR');
	check('OR after OR', 'a OR OR b', '[a or OR] | b');
	check('OR in a word', 'ORder a', 'ORder | a');
	check('brackets that nothing closes', '(a b', 'a | b');
	check('brackets that nothing opens', 'a) b', 'a | b');
	check('brackets in words', 'f(x) item(s)', 'f(x | item(s');
	check('a phrase in brackets', '("a b" OR c)', '["a b" or c]');
	check('brackets in a phrase', '"a (b) c"', '"a (b) c"');
	check('brackets behind a quotation mark that nothing closes', '5" (a OR b)', '5 | [a or b]');
	check('brackets behind a mark at a word’s start', '"c (a OR b)', 'c | [a or b]');
	check('empty brackets', '() a', 'a');
	check('CJK alternatives', '性交易 OR 警察', '[性 交易 or 警察]');
	check('near', '"police raid"~10', '"police raid"~10');
	check('near with a space is a phrase', '"police raid" ~10', '"police raid" | 10');
	check('near of one word is a phrase', '"police"~10', '"police" | 10');
	check('excluded near', '-"police raid"~3 a', '-"police raid"~3 | a');
	check('very far is far', '"a b"~99999', '"a b"~500');

	function checkFilters(name: string, text: string, expected: string, clauses: string) {
		it(name, () => {
			const query = parseQuery(text);
			assert.equal(query.filters.map(({ field, value, isExcluded }) => `${isExcluded ? '-' : ''}${field}=${value}`).join(' | '), expected);
			assert.equal(query.clauses.map(show).join(' | '), clauses);
		});
	}
	checkFilters('a kind of file', 'type:pdf raid', 'type=pdf', 'raid');
	checkFilters('years', 'year:2019..2023 raid', 'date=2019..2023', 'raid');
	checkFilters('a value in quotes', 'author:"Ann Roe" raid', 'author=Ann Roe', 'raid');
	checkFilters('in capitals', 'Title:Tides', 'title=Tides', '');
	checkFilters('excluded', '-site:example.org raid', '-site=example.org', 'raid');
	checkFilters('excluded by the minus of their brackets', '-(type:pdf) raid', '-type=pdf', 'raid');
	checkFilters('excluded twice', '-(-type:pdf raid)', 'type=pdf', '-raid');
	checkFilters('OR between them is no word', 'title:tides OR title:boats', 'title=tides | title=boats', '');
	checkFilters('OR between them in brackets', '(type:pdf OR type:docx) raid', 'type=pdf | type=docx', 'raid');
	checkFilters('OR behind one joins nothing', 'raid type:pdf OR police', 'type=pdf', 'raid | police');
	checkFilters('OR before one joins nothing', 'raid OR type:pdf', 'type=pdf', 'raid');
	checkFilters('in brackets', '(raid lang:ko)', 'language=ko', 'raid');
	checkFilters('an unknown name is text', 'foo:bar', '', 'foo:bar');
	checkFilters('a name without a value is text', 'title: tides', '', 'title | tides');
	checkFilters('an address is text', 'file://host/a', '', 'file://host/a');
	checkFilters('a time is text', '10:30', '', '10:30');
	checkFilters('a page', 'page:39', 'page=39', '');
	check('punctuation is no clause', '& – …', '');
	check('possessive', "women’s workers'", 'women’s | workers');
	check('Korean', '정부는 -여성', '정부는 | -여성');
	check('particles behind Latin', 'KMP가 OECD는 7로', 'KMP | OECD | 7');
	check('a unit behind a number stays', '12만 5만은', '12만 | 5만은');
	check('a Korean word behind Latin stays', 'K팝', 'K팝');
	check('Chinese by words', '性交易受害者', '性 | 交易 | 受害者');
	check('a Chinese phrase as typed', '"性交易受害者"', '"性交易受害者"');
	check('what is left out of Chinese as typed', '学校 -白桦中学 NOT 性交易', '学校 | -白桦中学 | -性交易');
	check('an excluded prefix in Chinese', '-白桦中学*', '-白桦中学*');
	check('left out, Han behind Latin', '-KMP団体 -KMP가', '-KMP団体 | -KMP');
	check('text straight behind a phrase', '"red light"district', '"red light" | district');
	check('prototype words', '__proto__ constructor', 'proto | constructor');
	check('unpaired surrogates', '\ud800 a\udc00b', 'a\udc00b');
	check('line breaks', 'a\nb\tc\u3000d', 'a | b | c | d');
	check('nothing', '', '');

	function checkHostile(name: string, text: string) {
		it(`takes ${name}`, async () => {
			const { clauses } = await inTime(50, () => parseQuery(text));
			assert.ok(clauses.length <= 400);
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
