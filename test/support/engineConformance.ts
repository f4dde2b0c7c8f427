import assert from 'node:assert/strict';
import { type Steps, takeAllSteps } from '../../src/base/steps.ts';
import type { EngineAnswer, IndexedDocument, SearchEngine, SearchOptions, SearchScope } from '../../src/search/engine.ts';
import { parseQuery, type Query } from '../../src/search/query.ts';
import { splitPassages } from '../../src/text/passages.ts';
import { howMany } from './howMany.ts';
import { scanPlainly } from './plainScan.ts';
import { fc } from './properties.ts';
import { textSourceOf } from './textSource.ts';
import { inTime } from './timeLimits.ts';

/** A document whose lines that begin with `#` are headings; passages of at most `maxLength` units. */
export function makeDocument(
	id: string,
	text: string,
	options: { title?: string; language?: string | null; maxLength?: number } = {},
): IndexedDocument {
	const headings = [...text.matchAll(/^(#+) (.*)$/gm)].map((match) => ({
		level: match[1]?.length ?? 1,
		text: match[2] ?? '',
		start: match.index,
		end: match.index + match[0].length,
	}));
	return {
		id,
		title: options.title ?? '',
		language: options.language === undefined ? 'en' : options.language,
		text,
		passages: splitPassages({ text, headings }, options.maxLength),
	};
}

/** An engine with the texts that it was given, which it asks for when it marks words. */
export class FilledEngine {
	readonly engine: SearchEngine;
	readonly #texts = new Map<string, string>();
	readonly #textOf = textSourceOf(this.#texts);

	constructor(engine: SearchEngine, documents: readonly IndexedDocument[] = []) {
		this.engine = engine;
		for (const document of documents) {
			this.replaceDocument(document);
		}
	}

	replaceDocument(document: IndexedDocument): void {
		this.#texts.set(document.id, document.text);
		this.engine.replaceDocument(document);
	}

	tidyInSteps(): Steps<void> {
		return this.engine.tidyInSteps();
	}

	removeDocument(id: string): void {
		this.engine.removeDocument(id);
	}

	replaceDocumentInSteps(document: IndexedDocument): Steps<void> {
		return this.engine.replaceDocumentInSteps(document);
	}

	search(query: Query, options: SearchOptions): EngineAnswer {
		return this.engine.search(query, options, this.#textOf);
	}

	searchInSteps(query: Query, options: SearchOptions): Steps<EngineAnswer> {
		return this.engine.searchInSteps(query, options, this.#textOf);
	}
}

const defaultOptions: SearchOptions = { limit: 100, by: 'passage', isTyping: false };

/**
 * What every engine must do, whatever it is made of. `makeEngine` gives a fresh, empty one for each test.
 * Scores are the engine's own; what is found, what is missing, what is marked, what comes before what by rule, is not.
 */
export function describeEngine(name: string, makeEngine: () => SearchEngine): void {
	describe(`${name}: conformance`, () => {
		const load = (documents: readonly IndexedDocument[]) => new FilledEngine(makeEngine(), documents);

		/** Each hit as its marks, then what it misses behind `!`; hits of full passages first as the engine gives them. */
		function show(answer: EngineAnswer, documents: readonly IndexedDocument[]): string {
			return answer.hits
				.map((hit) => {
					const text = documents.find((document) => document.id === hit.documentId)?.text ?? '';
					const marks = hit.highlights.map((mark) => text.slice(mark.start, mark.end)).join('|');
					return `${hit.documentId}: ${marks}${hit.missing.map((word) => ` !${word}`).join('')}`;
				})
				.join(' / ');
		}
		function check(
			what: string,
			text: string | readonly IndexedDocument[],
			query: string,
			expected: string,
			options: Partial<SearchOptions> = {},
		) {
			it(`${what}: ${query.slice(0, 40)}`, () => {
				const documents = typeof text === 'string' ? [makeDocument('a', text)] : text;
				const answer = load(documents).search(parseQuery(query), { ...defaultOptions, ...options });
				assert.equal(show(answer, documents), expected);
				if (options.by !== 'document') {
					assertListsTheSame(load(documents).engine, parseQuery(query), { isTyping: false, ...options });
				}
			});
		}

		check('a word', 'They fear prosecution.', 'prosecution', 'a: prosecution');
		check('stems', 'Traffickers trafficked.', 'trafficking', 'a: Traffickers|trafficked');
		check('spellings', 'Organised labour travelled.', 'organizing labor traveling', 'a: Organised|labour|travelled');
		check(
			'spellings, the other way round',
			'Centers of gray theater programs',
			'centre grey theatres programme',
			'a: Centers|gray|theater|programs',
		);
		check('spellings in a phrase, as plurals', 'A labor center opened.', '"labour centres"', 'a: labor center');
		check('spellings that are left out', 'the colour blue\n\ncolorful', 'blue -color', '');
		check('spellings near each other', 'the defence of a harbor', '"harbour defense"~3', 'a: defence|harbor');
		check('spellings with hyphens', 'a data-centre, a datacenter', 'datacentre', 'a: data-centre|datacenter');
		check('spellings of English only', [makeDocument('a', 'le centre de la tour', { language: 'fr' })], '"center"', '');
		check('what only ends alike is another word', 'four prizes in an hour', 'for priser or', '');
		check('possessives', 'Women’s groups', "women's", 'a: Women’s');
		check('accents, case, width', 'Le RÉSUMÉ ｗｏｎ', 'resume won', 'a: RÉSUMÉ|ｗｏｎ');
		check('decomposed accents', 'a cafe\u0301 b', 'café', 'a: cafe\u0301');
		check('a phrase is one mark', 'The counseling centers opened.', '"counseling centers"', 'a: counseling centers');
		check('a phrase over a line break', 'The counseling\ncenters opened.', '"counseling centers"', 'a: counseling\ncenters');
		check('a phrase in another order is none', 'centers for counseling', '"counseling centers"', '');
		check('a phrase with stop words', 'to be or not to be', '"or not to"', 'a: or not to');
		check('stop words in a phrase count', 'red in light', '"red light"', '');
		check('only stop words', 'it is of the', 'of the', 'a: of|the');
		check('stop words beside others are dropped', 'districts', 'the districts of', 'a: districts');
		check('a prefix', 'police policy polite', 'polic*', 'a: police|policy');
		check('a prefix is exact', 'trafficked', 'trafficki*', '');
		check('excluded words', 'red light\n\nblue light', 'light -red', '');
		check('excluded from one passage', [makeDocument('a', 'red light\n\nblue light', { maxLength: 12 })], 'light -red', 'a: light');
		check('excluded phrases', [makeDocument('a', 'red light\n\nlight red', { maxLength: 10 })], 'light -"red light"', 'a: light');
		check('only excluded words find the rest', [makeDocument('a', 'red light'), makeDocument('b', 'blue')], '-blue', 'a: ');
		check('an empty query finds nothing', 'red light', '  ', '');
		check('signs behind a word', 'C, C++ and C#, c++11', 'C++', 'a: C++|c++');
		check('signs behind a word are no part of it', 'C, C++ and C#', 'c', 'a: C|C|C');
		check('other signs are another word', 'C, C++ and C#', 'C#', 'a: C#');
		check('a plus', [makeDocument('a', 'grade A+'), makeDocument('b', 'a grade A'), makeDocument('c', '1a+b')], 'A+', 'a: A+');
		check('a point before a word', 'the net, .NET and ASP.NET, net. Nets', '.NET', 'a: .NET|.NET');
		check('a section', 'under § 12, §12 and 12', '§ 12', 'a: § 12|§12');
		check('a number', '№ 5 and 5', '№5', 'a: № 5');
		check('signs in a phrase', 'a C++ compiler, a C compiler', '"C++ compiler"', 'a: C++ compiler');
		check('signs that are left out', 'C++ code\n\nC code', 'code -C++', '');
		check('signs near each other', 'C++ or C code', '"code C++"~4', 'a: C++|code');
		check('signs with particles', 'C++를 쓰고 C를 쓴다', 'C++', 'a: C++');
		check('points of names as typed', 'Node js and Node.js', 'node.js', 'a: Node js|Node.js');
		check('signs in titles', [makeDocument('a', 'It is old.', { title: 'On C++' })], 'C++', 'a: ');
		check('signs that nobody wrote', 'a language, C', 'C++', 'a: C');
		check('hyphens: parts', 'a long-term plan', '"long term"', 'a: long-term');
		check('hyphens: joined in the query', 'a long-term plan', 'longterm', 'a: long-term');
		check('hyphens: joined in the text', 'a longterm plan', 'long-term', 'a: longterm');
		check('hyphens: joined over the end of a line', 'by the au-\nthority itself', 'authority', 'a: au-\nthority');
		check(
			'hyphens: joined over what is left of the end of a line',
			'by the au- thority itself',
			'"the authority itself"',
			'a: the au- thority itself',
		);
		check('hyphens: parts over the end of a line', 'by the au-\nthority itself', '"au thority"', 'a: au-\nthority');
		check('hyphens: one that waits for its word', 'pre- and post-war', '"preand"', '');
		check('hyphens: one behind a number', 'of 12- mile zones', '"12mile"', '');
		check('hyphens: one before a name', 'the report- Seoul was', '"reportSeoul"', '');
		check('hyphens: two words', 'a long-term plan', 'term long', 'a: long|term');
		check('a compound in part', 'a long plan', 'long-term', 'a: long !long-term');
		check('a DOI as typed', 'see doi 10.1000/xyz123 there', '10.1000/xyz123', 'a: 10.1000/xyz123');
		check('a case number as typed', 'in C-37/09 and in 37 of 120', 'C-37/09', 'a: C-37/09');
		check('a case number by its pieces is none', 'in 37 of 120 on 9 May, T', 'T-37/09', '');
		check('a sign as typed', 'AT&T in S.A.', 'AT&T', 'a: AT&T');
		check('a sign by its pieces is none', 'the letter T', 'AT&T', '');
		check('a number of Korean by its digits is none', 'of 12.400 ha and 12', '12만', '');
		check('a compound with a short piece counts in part', 'by plan b', 'b-plan', 'a: plan|b !b-plan');
		check('a section number as typed', 'in 3.2.1 and 1.2.3', '3.2.1', 'a: 3.2.1');
		check('a number, typed without its comma', 'of 12,400 women', '12400', 'a: 12,400');
		check('a number, typed with a comma', 'of 12400 women', '12,400', 'a: 12400');
		check('a number in groups of both', 'of 1,234,567 women', '1234567', 'a: 1,234,567');
		check('a number in a phrase', 'of 12,400 women', '"12400 women"', 'a: 12,400 women');
		check('a number in a quoted phrase, the other way', 'of 12400 women', '"12,400 women"', 'a: 12400 women');
		check('a group of a number as it stands', 'of 12,400 women', '12,400', 'a: 12,400');
		check('a part of a number is not the number', 'of 1,234,567 women', '1234', '');
		check('a number that goes on is none of its ends', 'of 1,234,567 women', '234567', '');
		check('a decimal is no group', 'of 0,125 and 3,14', '0125 OR 314', '');
		check('a year and a number are two', 'in 2019,200 women', '2019200', '');
		check('a list of numbers is no number', 'see 100,200,300,400,500', '100200 OR 400500', '');
		check('in English a point is a decimal', 'of 12.400 women', '12400', '');
		check('in German it parts groups', [makeDocument('a', 'von 12.400 Frauen', { language: 'de' })], '12400', 'a: 12.400');
		check('in German a comma is a decimal', [makeDocument('a', 'von 12,400 Frauen', { language: 'de' })], '12400', '');
		check('in French a space parts them', [makeDocument('a', 'de 12 400 femmes', { language: 'fr' })], '12400', 'a: 12 400');
		check('a space that does not break does so anywhere', 'of 12\u00a0400 women', '12400', 'a: 12\u00a0400');
		check('a number before Hangul', '약 12,400명이', '12400', 'a: 12,400');
		check('a word before the mark of a note', 'the women¹ said in 2019²', '2019 women', 'a: women|2019');
		check('a number is no power of its digits', 'of 10⁶ cells', '106', '');
		check('a power as typed', 'of 10⁶ cells, 106 cells', '10⁶', 'a: 10⁶');
		check('numbers filled up with noughts', 'page 0012 and 0034, not 0056', '0012 0034 0056', 'a: 0012|0034|0056');
		check('a fraction by its number is none', 'in 1 of them', '1½', '');
		check('a name with a digit, by its pieces, is none', 'a 5G network, add 5 g of salt', '5G', 'a: 5G');
		check('a company is no length', 'walk 3 m, 3 million doors', '3M', 'a: 3 million');
		check('dates beside each other', 'on 01.02.19 at 10.30', '01.02.19 10.30', 'a: 01.02.19|10.30');
		check('a measure, apart', 'ran 25km there', '25 km', 'a: 25km');
		check('a measure, in a row', 'ran 25 km, then 25 boats', '25km', 'a: 25 km');
		check('a measure, in part, is nothing of it', 'of 25 boats', '25km', '');
		check('a name with a digit is no measure', 'an H5N1 strain, 5G, an A4', '5 OR 4', '');
		check('an hour with what is left out of it', 'at 7 p.m., 7pm', '7pm', 'a: 7 p.m|7pm');
		check('typing: a measure', 'ran 25 km, rose 25 kmh', '25km', 'a: 25 km', { isTyping: true });
		check('typing: a telephone number', 'call (020) 7946 0958', '020794609', 'a: 020) 7946 0958', { isTyping: true });
		check('money in short', 'cost $1.4m', '$1.4 million', 'a: 1.4m');
		check('money at length', 'cost 1.4 million', '€1.4m', 'a: 1.4 million');
		check('money of another scale', 'cost €1.4bn', '€1.4m', '');
		check('a version without its letter', 'in v2.3.1', '2.3.1', 'a: v2.3.1');
		check('a version with it', 'in 2.3.1', 'v2.3.1', 'a: 2.3.1');
		check('another version', 'in v2.3.2', '2.3.1', '');
		check('a date before a time', 'at 2021-03-04T10:15', '2021-03-04', 'a: 2021-03-04T10');
		check('a time behind a date', 'at 2021-03-04T10:15', '10:15', 'a: 04T10:15');
		check('a date with a time, apart', 'at 2021-03-04 10:15', '2021-03-04T10:15', 'a: 2021-03-04 10:15');
		const phones = 'call +44 (0)20 7946-0958 or +442079460958';
		check('a telephone number as one', phones, '442079460958', 'a: 44 (0)20 7946-0958|442079460958');
		check('a telephone number with spaces', phones, '+44 20 7946 0958', 'a: 44 (0)20 7946-0958|442079460958');
		check('in a phrase', phones, '"+44 20 79460958"', 'a: 44 (0)20 7946-0958|442079460958');
		check('another telephone number', phones, '+44 20 7946 0959', '');
		check('brackets at its start', 'call 020 7946 0958', '(020) 79460958', 'a: 020 7946 0958');
		check('an account', 'to DE89 3704 0044 0532 0130 00', 'DE89370400440532013000', 'a: DE89 3704 0044 0532 0130 00');
		check('an account with spaces', 'to DE89370400440532013000', 'DE89 3704 0044 0532 0130 00', 'a: DE89370400440532013000');
		check('a book', 'ISBN 978-0-306-40615-7', 'isbn:9780306406157', 'a: 978-0-306-40615-7');
		check('a long number that is left out', 'tide 020 7946 0958', 'tide -02079460958', '');
		check('years are words', 'in 2022, 2021 and 2020', '2020 2021 2022', 'a: 2022|2021|2020');
		check('a long number in a heading', '# Dial 020 7946 0958\n\nTwo a day.', '02079460958 two', 'a: Two');
		check('abbreviations', 'in the U.S. now', 'U.S.', 'a: U.S');
		check('prototype words', 'the constructor of __proto__', 'constructor __proto__', 'a: constructor|proto');
		check('typing: an unfinished word', 'Trafficking grows.', 'traffick', 'a: Trafficking', { isTyping: true });
		check('typing: not yet a stem', 'Trafficking grows.', 'traffickin', 'a: Trafficking', { isTyping: true });
		check('typing: a finished word finds its kin', 'They trafficked.', 'trafficking', 'a: trafficked', { isTyping: true });
		check(
			'typing: an unfinished word in its other spelling',
			[makeDocument('a', 'Their organization grew.'), makeDocument('b', 'Some organism grew.'), makeDocument('c', 'Organisations grew.')],
			'organisatio',
			'a: organization / c: Organisations',
			{ isTyping: true },
		);
		check(
			'typing: and back',
			[makeDocument('a', 'The laboratory closed.'), makeDocument('b', 'Labourers went.'), makeDocument('c', 'A laborer came.')],
			'laborer',
			'b: Labourers / c: laborer',
			{ isTyping: true },
		);
		check('not typing: a start in its other spelling is none', 'Their organization grew.', 'organisatio*', '');
		check('typing: only the last word', 'monthly stipend', 'mon stip', 'a: stipend !mon', { isTyping: true });
		check(
			'typing: of one letter the word itself comes first, then what starts so, then titles',
			[
				makeDocument('a', 'Summer.', { title: 'Vitamins' }),
				makeDocument('b', 'Vets met.'),
				makeDocument('c', 'It is vitamin v that helps.'),
			],
			'v',
			'c: vitamin|v / b: Vets / a: ',
			{ isTyping: true },
		);
		check(
			'typing: of one letter behind a word, the word tells',
			[makeDocument('a', 'Tides turn with very much else around.'), makeDocument('b', 'Tides vary.'), makeDocument('c', 'Tides turn.')],
			'tides v',
			'b: Tides|vary / a: Tides|very / c: Tides !v',
			{ isTyping: true },
		);
		check(
			'typing: what is left out may begin with the letter that is typed',
			[makeDocument('a', 'tide boat'), makeDocument('b', 'table boat'), makeDocument('c', 'tower boat')],
			'-tide t',
			'b: table / c: tower',
			{ isTyping: true },
		);
		check('typing: a stop word is a form of no other word', 'A doe ran, as it does.', 'does', 'a: does', { isTyping: true });
		check('not typing: words are whole', 'Traffics', 'traff', '');
		check('Korean without its particles', '정부는 여성들에게 돈을', '정부 여성', 'a: 정부는|여성들에게');
		check('Korean with other particles', '정부가 밝혔다', '정부는', 'a: 정부가');
		check('Korean verbs of nouns by the noun', '예산안을 검토했습니다', '검토', 'a: 검토했습니다');
		check('Korean verbs of nouns by another form', '예산안을 검토해', '"예산안을 검토하다"', 'a: 예산안을 검토해');
		check('a Korean noun of one syllable with particles', '댐이 무너졌고 댐을 고쳤다', '댐', 'a: 댐이|댐을');
		check('but no other noun that begins so', '회의 결과', '회 OR 결', '');
		check('Korean: another word is another word', '행정부는 말했다', '정부', '');
		check('particles behind Latin', 'KMP가 생겼다', 'KMP는', 'a: KMP');
		check('Chinese inside a run', '性交易受害者', '"交易受"', 'a: 交易受');
		check('one character', '性交易', '性', 'a: 性');
		check('traditional Chinese by simplified', '市長林國華後來說明，檢察官', '林国华 "后来说明" 检察官', 'a: 林|國|華|後來說明|檢察|官');
		check('simplified Chinese by traditional', '市长林国华后来说明，检察官', '林國華 "後來說明" 檢察官', 'a: 林|国华|后来说明|检察官');
		check('each that a simplified character stands for', '頭髮和發展', '头发 发展', 'a: 頭髮|發展');
		check('no other that shares its simplified form', '發展', '"髮展"', '');
		check('one character as it is', '機械', '机', '');
		check('what is left out in both', [makeDocument('a', '調查 林'), makeDocument('b', '林')], '林 -调查', 'b: 林');
		check('typing: in both', '檢察官', '检察', 'a: 檢察', { isTyping: true });
		check('a long vowel that writers leave out', 'サーバーとサーバの', 'サーバー', 'a: サーバー|サーバ');
		check('and that who asks leaves out', 'サーバーとサーバの', 'サーバ', 'a: サーバ|サーバ');
		check('not of short words', 'バタ足', 'バター', '');
		check('nor where it is quoted', 'サーバの', '"サーバー"', '');
		check('Korean numbers with and without a space', '주민 3만명과 3만 명', '3만 명', 'a: 3만|명과|3만|명');
		check('Korean numbers without a space', '주민 3만명과 3만 명', '3만명', 'a: 3만명과|3만 명');
		check('no other number of them', '주민 4만명, 사람 명', '3만명', '');
		check('articles of laws without spaces', '법 제9조제1항제5호의', '제9조 제1항', 'a: 제9조|제1항');
		check('articles of laws with spaces', '법 제9조 제1항', '제9조제1항', 'a: 제9조 제1항');
		check('typing: the first key of a syllable', '국정원과 국적', '국ㅈ', 'a: 국정원과|국적', { isTyping: true });
		check('typing: a syllable without its end', '국정원과 국적', '국저', 'a: 국정원과|국적', { isTyping: true });
		check('typing: a consonant of the next syllable', '사이버 사인', '사입', 'a: 사이버', { isTyping: true });
		check('typing: the first key of the next word', '국정원 감사', '국정원 ㅈ', 'a: 국정원', { isTyping: true });
		check('typing: in alternatives', 'the brothel was raided', 'zzz OR raid', 'a: raided', { isTyping: true });
		check('Japanese', '東京都に住む', '東京', 'a: 東京');
		check('a title is searched with each passage', [makeDocument('a', 'Two a day.', { title: 'Tides' })], 'tides day', 'a: day');
		check('headings too', '# Tides\n\n## Spring\n\nTwo a day.', '"spring" tides two', 'a: Two');
		check(
			'words of its own before words of its title',
			'# Korean women\n\nMarch 1.\n\n## More\n\nWomen came over the years, Korean and others.',
			'korean women',
			'a: Women|Korean / a: ',
		);
		check('a heading alone is a passage', '# Tides', 'tides', 'a: Tides');
		const near = 'The police came. A raid was led by the city police.';
		check('near in either order', near, '"raid police"~5', 'a: police|raid|police');
		check('near with nothing between', near, '"police city"~0', 'a: city|police');
		check('too far is not near', 'The raid was led by many of the city police.', '"raid police"~3', '');
		check('near: a number, typed without its comma', 'of 12,400 of the women', '"12400 women"~2', 'a: 12,400|women');
		check('near: which takes up no distance', 'of 12,400 women', '"women 12400"~0', 'a: 12,400|women');
		check('near: nor gives any', 'of 12,400 of the women', '"12400 women"~1', '');
		check('near: a number, typed with a comma', 'of 12400 of the women', '"12,400 women"~2', 'a: 12400|women');
		check('near: a group of a number', 'of 12,400 women', '"400 women"~0', 'a: 400|women');
		check('near: hyphens joined in the query', 'a long-term and costly plan', '"plan longterm"~2', 'a: long-term|plan');
		check('near: hyphens in the query', 'a long-term and costly plan', '"long-term plan"~2', 'a: long|term|plan');
		check('a word with hyphens in a heading, joined', '# COVID-19 report\n\nTwo a day.', 'covid19 two', 'a: Two');
		check('a number in a title', [makeDocument('a', 'Two a day.', { title: 'Of 12,400 women' })], '12400 day', 'a: day');
		check('near in a title', [makeDocument('a', 'Two a day.', { title: 'Tides of the harbour' })], '"harbour tides"~3', 'a: ');
		check('the same word twice is two words', 'red light', '"red red"~5', '');
		check('near runs into the next passage', [makeDocument('a', 'one two\n\nthree four', { maxLength: 10 })], '"three one"~3', 'a: one');
		check(
			'one or the other',
			[makeDocument('a', 'red'), makeDocument('b', 'blue'), makeDocument('c', 'green')],
			'red OR blue',
			'a: red / b: blue',
		);
		check('one of two, and another', [makeDocument('a', 'red tide'), makeDocument('b', 'blue')], '(red OR green) tide', 'a: red|tide');
		check(
			'alternatives of several words',
			[makeDocument('a', 'red tide'), makeDocument('b', 'red blue')],
			'(red tide) OR green',
			'a: red|tide / b: red !(red tide) OR green',
		);
		check(
			'an alternative without a word',
			[makeDocument('a', 'red tide'), makeDocument('b', 'red')],
			'(red -tide) OR green',
			'b: red / a: red !(red -tide) OR green',
		);
		check('an alternative that only leaves out', [makeDocument('a', 'red'), makeDocument('b', 'blue')], 'red OR -tide', 'a: red');
		check('and is missing', 'blue', '(-red OR tide) blue', 'a: blue !-red OR tide');
		check(
			'what is in excluded brackets together',
			[makeDocument('a', 'red tide'), makeDocument('b', 'red blue')],
			'red -(tide red)',
			'b: red',
		);
		check('a phrase runs into the next passage', [makeDocument('a', 'one two\n\nthree four', { maxLength: 10 })], '"two three"', 'a: two');
		check('but not over a heading', 'one two\n\n# Head\n\nthree four', '"two three"', '');
		check(
			'each document by its own language',
			[makeDocument('a', 'Häuser', { language: 'de' }), makeDocument('b', 'houses')],
			'haus house',
			'a: Häuser !house / b: houses !haus',
		);
		check(
			'stop words of the query’s language are dropped for documents of another',
			[makeDocument('a', 'the computer'), makeDocument('b', 'the sea', { language: 'fr' }), makeDocument('c', 'a computer')],
			'the computer',
			'a: computer / c: computer',
		);
		check('near spellings of unknown words', 'trafficking', 'trafiking', 'a: trafficking');
		check('no near spelling for quotations', 'trafficking', '"trafiking"', '');
		check('an unknown Korean word by the compounds that begin with it', '준설량이 12만. 재준설을', '준설', 'a: 준설량이');
		check('a Korean word that some passage holds, as it is', '준설을 준설량이', '준설', 'a: 준설을');
		check(
			'an unknown Korean word as known words in a row',
			'이주노동자의 숙소에서. 숙소 이주노동자',
			'이주노동자숙소',
			'a: 이주노동자의 숙소에서',
		);
		check('with its particles', '이주노동자 숙소 화재', '이주노동자숙소화재가', 'a: 이주노동자 숙소 화재');
		check('as the fewest and longest known words', '급식 지원 센터. 급식지원 센터', '급식지원센터', 'a: 급식지원 센터');
		check('not of single syllables', '학교 집 앞', '학교앞', '');
		check('but where they stand so', '김 장관은 학교 앞 집에서', '김장관 학교앞', 'a: 김 장관은|학교 앞');
		check('with a particle', '김 장관은 전 장관과', '김장관이', 'a: 김 장관은');
		check('Korean verbs in both spellings', '날을 정하였고 법에 의해', '정했고 의하여', 'a: 정하였고|의해');
		check('not where some part is unknown', '이주노동자 집', '이주노동자숙소', '');
		check('an unknown Korean word by what begins with it before its parts', '고용허가제를. 고용 허가', '고용허가', 'a: 고용허가제를');
		check('Korean words apart that are a known one together', '솔뫼고등학교는', '솔뫼 고등 학교', 'a: 솔뫼고등학교는');
		check(
			'and passages with some of the words',
			[makeDocument('a', '솔뫼고등학교의'), makeDocument('b', '학교는')],
			'솔뫼 고등 학교',
			'a: 솔뫼고등학교의 / b: 학교는 !솔뫼 고등 학교',
		);
		check(
			'Korean words apart, in brackets',
			[makeDocument('a', '기숙학교와'), makeDocument('b', '기숙 tide'), makeDocument('c', '학교')],
			'"tide 학교" OR (기숙 학교)',
			'a: 기숙학교와 / c: 학교 !"tide 학교" OR (기숙 학교) / b: 기숙 !"tide 학교" OR (기숙 학교)',
		);
		check('Korean words apart beside others', '감사원은 솔뫼고등학교를', '감사원 솔뫼 고등학교', 'a: 감사원은|솔뫼고등학교를');
		check(
			'Korean words apart, each of them known, that are one together',
			[makeDocument('a', '주민참여예산은 줄었다'), makeDocument('b', '주민의 예산에 참여'), makeDocument('c', '주민의 예산')],
			'주민 참여 예산',
			'a: 주민참여예산은 / b: 주민의|예산에|참여 / c: 주민의|예산 !참여',
		);
		check('Korean words that no text has together', '기숙 학교', '기숙 학교', 'a: 기숙|학교');
		check('no known syllables', [makeDocument('a', '본법'), makeDocument('b', '본 법')], '본 법', 'b: 본|법');
		check('nor what stands left out', [makeDocument('a', '기숙학교'), makeDocument('b', '기숙')], '기숙 -학교', 'b: 기숙');
		check('the last of Korean words may be unfinished', '기숙학교와 기숙생 학교생활', '기숙 학교', 'a: 기숙학교와|학교생활', {
			isTyping: true,
		});
		check('no verb’s ending for a part of the word', '학교에서', '학교 하겠다', 'a: 학교에서 !하겠다');
		check('quoted Korean words as they are', '솔뫼고등학교. 이주노동자 숙소', '"솔뫼 고등학교" "이주노동자숙소"', '');
		check('a part of a number is nothing of it', 'section 4.2.1 of 2. 140,000', '4.2.2 120,000 section', 'a: section !4.2.2 !120,000');
		check('unknown words are missing', 'police', 'police zzzzzz', 'a: police !zzzzzz');

		it('says what it searched instead', () => {
			const answer = load([makeDocument('a', 'Sex trafficking, train.')]).search(parseQuery('sex trafiking'), defaultOptions);
			assert.deepEqual(answer.corrections, [{ typed: 'trafiking', searched: ['trafficking'] }]);
			assert.deepEqual(answer.hits[0]?.missing, []);
		});
		it('searches the word that joins others in the place of its slip', () => {
			const answer = load([makeDocument('a', 'They don’t know.'), makeDocument('b', 'They know.')]).search(
				parseQuery('dont know'),
				defaultOptions,
			);
			assert.deepEqual(answer.corrections, [{ typed: 'dont', searched: ["don't"] }]);
			assert.deepEqual(
				answer.hits.map(({ documentId, missing }) => [documentId, missing]),
				[
					['a', []],
					['b', ['dont']],
				],
			);
		});
		it('says with which spaces it searched Korean', () => {
			const engine = load([makeDocument('a', '솔뫼고등학교는 이주노동자 숙소를')]);
			const answer = engine.search(parseQuery('솔뫼 고등 학교 이주노동자숙소'), defaultOptions);
			assert.deepEqual(answer.corrections, [
				{ typed: '솔뫼 고등 학교', searched: ['솔뫼고등학교'] },
				{ typed: '이주노동자숙소', searched: ['이주노동자 숙소'] },
			]);
			assert.deepEqual([answer.total, answer.hits[0]?.missing], [1, []]);
		});
		describe('asks for what no document knows with other spaces', () => {
			const documents = [
				makeDocument('a', 'The dry dock and the breakwater were closed. RFC 2119 is 25 km long. McDonald was there.'),
				makeDocument('b', 'A car stood by. The pet was ill. Water and dry wine; a dock far off. The harbours and mastery.'),
				makeDocument('c', 'Das alte trocken Dock ist nicht mehr in der Stadt.', { language: 'de' }),
			];
			const check = (query: string, searched: string | undefined, total: number) =>
				it(`${query}: ${searched ?? 'as typed'}`, () => {
					const answer = load(documents).search(parseQuery(query), defaultOptions);
					assert.deepEqual(
						answer.corrections.flatMap((correction) => correction.searched),
						searched === undefined ? [] : [searched],
					);
					assert.equal(answer.total, total);
				});
			check('drydock', 'dry dock', 1);
			check('drydocks', 'dry docks', 1);
			check('DryDock closed', 'dry dock', 1);
			check('RFC2119', 'rfc 2119', 1);
			check('25km', undefined, 1);
			check('break water', 'breakwater', 1);
			check('break waters', 'breakwaters', 1);
			check('Mc Donald', 'mcdonald', 1);
			check('(drydock OR zebra) closed', 'dry dock', 1);
			check('breakwatr', 'breakwater', 1);
			check('trockendock', 'trocken dock', 1);
			check('carpet', undefined, 0);
			check('drywine', 'dry wine', 1);
			check('drywater', undefined, 0);
			check('RFC211', undefined, 0);
			check('-drydock dry', undefined, 2);
			check('"drydock"', undefined, 0);
			check('dry dock', undefined, 2);
			check('wa ter', 'water', 1);
		});
		it('counts, and puts first what holds everything', () => {
			const documents = [
				makeDocument('a', 'red red red red'),
				makeDocument('b', `red ${'word '.repeat(60)} light`),
				makeDocument('c', 'blue'),
			];
			const answer = load(documents).search(parseQuery('red light'), { ...defaultOptions, limit: 1 });
			assert.deepEqual([answer.total, answer.partialTotal, answer.hits.map((hit) => hit.documentId)], [1, 1, ['b']]);
		});
		it('ranks long queries by score alone', () => {
			const documents = [
				makeDocument('a', 'ash beech cedar date elm '.repeat(3)),
				makeDocument('b', `ash beech cedar date elm fig ${'word '.repeat(300)}`, { maxLength: 5_000 }),
			];
			const answer = load([...documents, makeDocument('c', 'fig'), makeDocument('d', 'fig')]).search(
				parseQuery('ash beech cedar date elm fig'),
				defaultOptions,
			);
			assert.deepEqual(
				answer.hits.slice(0, 2).map((hit) => hit.documentId),
				['a', 'b'],
			);
		});
		it('gives a word the same worth in every language', () => {
			const documents = [
				...Array.from({ length: 20 }, (_, n) => makeDocument(`en${n}`, 'programming languages')),
				makeDocument('fr', `programming ${'words about other things entirely '.repeat(10)}`, { language: 'fr' }),
			];
			for (const by of ['passage', 'document'] as const) {
				const answer = load(documents).search(parseQuery('programming'), { ...defaultOptions, by });
				assert.equal(answer.hits.at(-1)?.documentId, 'fr');
				assert.equal(answer.total, 21);
			}
		});
		it('gives one hit a document, by its best passage', () => {
			const document = makeDocument('a', 'red light\n\nred red\n\nlight', { maxLength: 10 });
			const answer = load([document, makeDocument('b', 'red')]).search(parseQuery('red light'), { ...defaultOptions, by: 'document' });
			assert.deepEqual(
				answer.hits.map((hit) => [hit.documentId, hit.start, hit.missing.length]),
				[
					['a', 0, 0],
					['b', 0, 1],
				],
			);
			assert.deepEqual([answer.total, answer.partialTotal], [1, 1]);
		});
		it('counts by document what its passages hold together', () => {
			const documents = [
				makeDocument('a', 'red red\n\na long bridge\n\nlight', { maxLength: 10 }),
				makeDocument('b', 'red\n\nlight dark', { maxLength: 10 }),
				makeDocument('c', 'light', { language: 'de' }),
			];
			const ask = (query: string) => {
				const answer = load(documents).search(parseQuery(query), { ...defaultOptions, by: 'document' });
				return [
					answer.total,
					answer.inOnePassage,
					answer.partialTotal,
					...answer.hits.map(({ documentId, missing }) => [documentId, ...missing].join(' !')).sort(),
				];
			};
			assert.deepEqual(ask('red light'), [2, 0, 1, 'a', 'b', 'c !red']);
			assert.deepEqual(ask('red light -dark'), [1, 0, 2, 'a', 'b !light', 'c !red']);
			// It begins in one passage and ends in the next.
			assert.deepEqual(ask('"red light"'), [1, 1, 0, 'b']);
			assert.deepEqual(ask('(red OR dark) light bridge'), [1, 0, 2, 'a', 'b !bridge', 'c !red OR dark !bridge']);
		});
		const scopeOf = (kind: SearchScope['kind'], ...ids: readonly string[]) => ({ scope: { kind, ids: new Set(ids) } });
		const three = [makeDocument('a', 'red light'), makeDocument('b', 'red'), makeDocument('c', 'blue')];
		check('only some documents', three, 'red', 'b: red', scopeOf('only', 'b', 'nobody'));
		check('all documents but some', three, 'red', 'a: red', scopeOf('without', 'b', 'nobody'));
		check('no documents', three, 'red', '', scopeOf('only'));
		check('without no documents', three, 'light', 'a: light', scopeOf('without'));
		check('a scope holds for parts of a query too', three, 'red light', 'b: red !light', scopeOf('without', 'a'));
		check(
			'a scope holds for compounds',
			[makeDocument('a', 'long plan'), makeDocument('b', 'long term')],
			'long-term',
			'',
			scopeOf('only', 'c'),
		);
		check('a scope holds by document', three, 'red', 'b: red', { ...scopeOf('only', 'b'), by: 'document' });
		check(
			'a scope holds for phrases of stop words',
			[makeDocument('a', 'of the'), makeDocument('b', 'of the')],
			'"of the"',
			'b: of the',
			scopeOf('without', 'a'),
		);
		it('counts within the scope, and ranks as without one', () => {
			const answer = load(three).search(parseQuery('red'), { ...defaultOptions, ...scopeOf('without', 'a') });
			const unscoped = load(three).search(parseQuery('red'), defaultOptions);
			assert.deepEqual([answer.total, answer.partialTotal], [1, 0]);
			assert.equal(answer.hits[0]?.score, unscoped.hits.find((hit) => hit.documentId === 'b')?.score);
		});
		it('holds what it was last given', () => {
			const engine = load([makeDocument('a', 'red light'), makeDocument('b', 'red')]);
			engine.replaceDocument(makeDocument('a', 'blue'));
			engine.removeDocument('nobody');
			assert.equal(engine.search(parseQuery('light'), defaultOptions).total, 0);
			assert.equal(engine.search(parseQuery('red'), defaultOptions).total, 1);
			assert.equal(engine.search(parseQuery('blue'), defaultOptions).total, 1);
			engine.removeDocument('b');
			assert.equal(engine.search(parseQuery('red'), defaultOptions).hits.length, 0);
			engine.replaceDocument(makeDocument('b', 'red'));
			assert.equal(engine.search(parseQuery('red'), defaultOptions).total, 1);
		});
		it('knows how frequent a word is, in any of its forms', () => {
			const { engine } = load([
				makeDocument('a', 'police raids\n\n# Police\n\nthe raid', { maxLength: 20 }),
				makeDocument('b', 'une rafle de la police', { language: 'fr' }),
				makeDocument('c', '警察が入った'),
			]);
			const { passageCount, counts } = engine.countUses(['raid', 'raiding', 'police', 'rafle', '警察', '警官', 'unheard', '—']);
			assert.equal(passageCount, 4);
			const [raid, raiding, police, rafle, keisatsu, keikan, unheard, sign] = counts;
			assert.deepEqual([raid, raiding, rafle, keisatsu], [2, 2, 1, 1]);
			// Title and headings may count as well.
			assert.ok((police ?? 0) >= 2 && (police ?? 0) <= 4, String(police));
			assert.deepEqual([keikan, unheard, sign], [0, 0, 0]);
		});

		it('takes any id', () => {
			const engine = load(['__proto__', 'constructor', '', 'a\nb', '\ud800'].map((id) => makeDocument(id, 'red')));
			assert.equal(engine.search(parseQuery('red'), defaultOptions).total, 5);
			engine.removeDocument('__proto__');
			assert.deepEqual(
				engine.search(parseQuery('red'), defaultOptions).hits.map((hit) => hit.documentId),
				['', 'a\nb', 'constructor', '\ud800'],
			);
		});
		it('breaks ties by document and place, in whatever order it was filled', () => {
			const documents = ['d', 'b', 'a', 'c'].map((id) => makeDocument(id, 'red\n\nred', { maxLength: 4 }));
			const forwards = load(documents).search(parseQuery('red'), defaultOptions);
			const backwards = load([...documents].reverse()).search(parseQuery('red'), defaultOptions);
			assert.deepEqual(forwards.hits.map((hit) => `${hit.documentId}${hit.start}`).join(' '), 'a0 a5 b0 b5 c0 c5 d0 d5');
			assert.deepEqual(backwards, forwards);
		});
	});
}

/**
 * That the engine lists what it finds, by document in the order of the first hit of each, and by place; and that who asks for a few gets the first of
 * all, in the same order.
 */
export function assertListsTheSame(
	engine: SearchEngine,
	query: Query,
	{ isTyping, scope }: Pick<SearchOptions, 'isTyping' | 'scope'>,
): void {
	const options = { isTyping, ...(scope && { scope }) };
	const answer = engine.search(query, { ...options, limit: Number.POSITIVE_INFINITY, by: 'passage' }, () => undefined);
	const few = engine.search(query, { ...options, limit: 3, by: 'passage' }, () => undefined);
	assert.deepEqual(few, { ...answer, hits: answer.hits.slice(0, 3) }, 'the first of them');
	const listed = takeAllSteps(engine.listMatchesInSteps(query, options));
	assert.deepEqual(
		[listed.total, listed.partialTotal, listed.corrections],
		[answer.total, answer.partialTotal, answer.corrections],
		'the same totals',
	);
	assert.deepEqual(
		listed.documents.map(({ documentId }) => documentId),
		[...new Set(answer.hits.map((hit) => hit.documentId))],
		'the same order',
	);
	assert.deepEqual(
		listed.documents.flatMap(({ documentId, starts }) => [...starts].map((start) => `${documentId} ${start}`)),
		listed.documents.flatMap(({ documentId }) =>
			answer.hits
				.filter((hit) => hit.documentId === documentId)
				.sort((a, b) => a.start - b.start)
				.map((hit) => `${documentId} ${hit.start}`),
		),
		'the same passages',
	);
	const fullCount = listed.documents.reduce((sum, { isFull }) => sum + isFull.reduce((some, full) => some + full, 0), 0);
	assert.equal(fullCount, listed.total);
}

/** What every engine must do with long documents, between the steps of long work, and with queries that nobody means. Takes seconds. */
export function describeEngineAtLength(name: string, makeEngine: () => SearchEngine): void {
	describe(`${name}: at length`, () => {
		const load = (documents: readonly IndexedDocument[]) => new FilledEngine(makeEngine(), documents);

		it('holds what it held until a document in steps is whole, and then the new', () => {
			const longText = (word: string) => `${word} tides. `.repeat(20_000);
			const engine = load([makeDocument('a', 'red light'), makeDocument('b', 'red')]);
			const idsOf = (query: string) => engine.search(parseQuery(query), defaultOptions).hits.map((hit) => hit.documentId);
			let stepCount = 0;
			for (const _ of engine.replaceDocumentInSteps(makeDocument('a', longText('blue')))) {
				stepCount += 1;
				if (stepCount % 10 === 1) {
					assert.deepEqual([idsOf('light'), idsOf('blue'), idsOf('red').sort()], [['a'], [], ['a', 'b']]);
				}
			}
			assert.ok(stepCount > 10, `${stepCount} steps`);
			assert.deepEqual([idsOf('light'), idsOf('blue')[0], idsOf('red')], [[], 'a', ['b']]);
		});
		it('answers the same while it tidies, whatever goes or comes meanwhile', () => {
			const documents = Array.from({ length: 12 }, (_, n) =>
				makeDocument(`d${n}`, `red light${n} police\n\nthe long-term of ${n}`, { title: 'Tides' }),
			);
			const queries = ['red', '"light3 police"', 'the', 'long-term', 'lig*', '"the long"', 'tides red -light5', 'polise'];
			for (const change of [undefined, 'd3', 'd11']) {
				const engine = new FilledEngine(makeEngine());
				for (const document of documents) {
					takeAllSteps(engine.replaceDocumentInSteps(document));
				}
				const ask = () =>
					queries.map((query) => {
						const { hits, ...rest } = engine.search(parseQuery(query), defaultOptions);
						return { ...rest, hits: hits.map((hit) => [hit.documentId, hit.start, hit.missing, hit.score.toFixed(9)]) };
					});
				let expected = ask();
				let stepCount = 0;
				for (const _ of engine.tidyInSteps()) {
					stepCount += 1;
					if (stepCount === 3 && change !== undefined) {
						engine.removeDocument(change);
						takeAllSteps(engine.replaceDocumentInSteps(makeDocument('new', 'blue tides')));
						const fresh = new FilledEngine(makeEngine());
						for (const document of [...documents.filter(({ id }) => id !== change), makeDocument('new', 'blue tides')]) {
							takeAllSteps(fresh.replaceDocumentInSteps(document));
						}
						expected = ask();
						assert.deepEqual(
							expected.map(({ total }) => total),
							queries.map((query) => fresh.search(parseQuery(query), defaultOptions).total),
						);
					}
					assert.deepEqual(ask(), expected);
				}
				assert.deepEqual(ask(), expected);
			}
		});
		it('answers in steps as at once: of what is there at the last step, and others ask meanwhile', () => {
			const documents = Array.from({ length: 20 }, (_, index) =>
				makeDocument(`d${index}`, `tides ${index} of the blue sea.\n\nWhen tides of ${index % 7} turn blue, the sea is near. `.repeat(6)),
			);
			const engine = load(documents);
			const query = parseQuery('"blue tides"~50 "sea turn"~20 (t* OR "near the sea"~9) -"tides 3"');
			let changes = 0;
			for (const everyStep of [0, 1, 3, 40]) {
				const steps = engine.searchInSteps(query, defaultOptions);
				let stepCount = 0;
				for (let step = steps.next(); ; step = steps.next()) {
					if (step.done === true) {
						assert.deepEqual(step.value, engine.search(query, defaultOptions));
						break;
					}
					stepCount++;
					engine.search(parseQuery('blue -near'), defaultOptions);
					if (everyStep > 0 && stepCount % everyStep === 0 && changes < 12) {
						changes++;
						engine.replaceDocument(makeDocument(`d${changes}`, `A blue sea, and tides that turn ${changes}. `.repeat(changes)));
					}
				}
				assert.ok(stepCount > 2, `${stepCount} steps`);
			}
			const early = engine.searchInSteps(query, defaultOptions);
			early.next();
			early.next();
			const before = engine.search(query, defaultOptions);
			early.return(before);
			assert.deepEqual(engine.search(query, defaultOptions), before);
		});

		it('changes nothing for steps that were not taken to the end', () => {
			const engine = load([makeDocument('a', 'red light'), makeDocument('b', 'red')]);
			const fresh = load([makeDocument('a', 'red light'), makeDocument('b', 'red'), makeDocument('c', 'green light')]);
			for (const stepCount of [1, 3, 20]) {
				const steps = engine.replaceDocumentInSteps(makeDocument('a', 'blue tides, green. '.repeat(20_000)));
				for (let step = 0; step < stepCount; step += 1) {
					assert.ok(steps.next().done !== true);
				}
				steps.return();
			}
			engine.replaceDocument(makeDocument('c', 'green light'));
			for (const query of ['blue', 'tid*', 'gren', 'red', 'green light', 'light']) {
				const [answer, expected] = [engine, fresh].map((one) => {
					const { hits, ...rest } = one.search(parseQuery(query), defaultOptions);
					return { ...rest, hits: hits.map((hit) => ({ ...hit, score: hit.score.toFixed(9) })) };
				});
				assert.deepEqual(answer, expected, query);
			}
		});

		const engine = { instance: undefined as FilledEngine | undefined };
		function checkHostile(what: string, query: string) {
			it(`takes ${what}`, async () => {
				engine.instance ??= load(
					Array.from({ length: 50 }, (_, n) => makeDocument(String(n), `word${n} red light ${'filler '.repeat(50)}`)),
				);
				const { instance } = engine;
				for (const isTyping of [false, true]) {
					const answer = await inTime(200, () => instance.search(parseQuery(query), { ...defaultOptions, isTyping }));
					assert.ok(answer.total + answer.partialTotal >= answer.hits.length);
				}
			});
		}
		checkHostile('100,000 letters', 'a'.repeat(100_000));
		checkHostile('1,000 words', Array.from({ length: 1_000 }, (_, n) => `wrd${n}`).join(' '));
		checkHostile('one word a thousand times', 'red '.repeat(1_000));
		checkHostile('stars and question marks', '* ? ** *?*');
		checkHostile('unbalanced quotes', '"red "light -"');
		checkHostile('a phrase of 5,000 words', `"${'red '.repeat(5_000)}"`);
		checkHostile('unpaired surrogates', '\ud800red \udc00');
		checkHostile('right-to-left marks', '\u202ered\u202c \u200flight');
		checkHostile('control characters', '\0red\u0001');
	});
}

/** By what stands in a query of each kind. */
const queryKinds = {
	'any query': /./,
	'a phrase': /"[^"]+ [^"]+"(?!~)/,
	'words near to each other': /"~\d/,
	'one of several': / OR /,
	'something left out': /(?:^|[ (])-["(\p{L}]/u,
	'the start of a word': /\*/,
	'Chinese or Korean': /[\p{Script=Han}\p{Script=Hangul}]/u,
};

/** Made documents and queries of every shape: what an engine finds is what a plain scan of the texts finds, passage by passage. Takes a second or two. */
export function describeAgainstPlainScan(name: string, makeEngine: () => SearchEngine): void {
	// Filling an engine is what takes the time: the same documents are asked several times.
	const queriesEach = 4;
	const collections = howMany(900, 5_000);
	it(`${name} agrees with a plain scan on every passage: ${queriesEach} queries on each of ${collections.said} collections`, () => {
		const word = fc.constantFrom(
			'red',
			'light',
			'lights',
			'the',
			'of',
			'long',
			'term',
			'longterm',
			'police',
			'policy',
			'U',
			'S',
			'정부는',
			'정부',
			'여성들',
			'性',
			'交易',
			'Häuser',
			'does',
			'doe',
			"women's",
			'12',
			'400',
			'12400',
			'12,400',
			'댐',
			'댐이',
			'댐의',
			'3만명이',
			'3만 명',
			'サーバー',
			'サーバ',
			'U+',
			'S++',
			'S#',
			'.light',
			'.NET',
			'§ 12',
			'§12',
		);
		const gap = fc.constantFrom(' ', ' ', ' ', '-', '\n', '\n\n', '. ', '.', ',');
		const text = fc
			.array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 })
			.chain((parts) => fc.boolean().map((hasHeading) => `${hasHeading ? '# red-light police 12,400\n\n' : ''}${parts.flat().join('')}`));
		const document = fc.tuple(
			text,
			fc.constantFrom('en', 'de', 'ko', null),
			fc.constantFrom('', 'light policy', 'red police'),
			fc.constantFrom(8, 20, 60),
		);
		const clause = fc.oneof(
			{ weight: 4, arbitrary: word },
			{ weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `${a}-${b}`) },
			{ weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `"${words.join(' ')}"`) },
			// Words in a row out of the documents themselves, resolved below: other phrases seldom stand anywhere.
			{ weight: 3, arbitrary: fc.tuple(fc.nat(500), fc.integer({ min: 2, max: 5 })).map(([at, length]) => `@${at}:${length}`) },
			{ weight: 1, arbitrary: fc.constantFrom('pol*', 'lo*', 'light*', '정*', 'd*', 't*') },
		);
		const near = fc
			.tuple(fc.array(word, { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 12 }))
			.map(([words, n]) => `"${words.join(' ')}"~${n}`);
		const row = fc.oneof({ weight: 8, arbitrary: clause }, { weight: 2, arbitrary: near });
		const inner = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), row), { minLength: 1, maxLength: 2 }).map((clauses) => {
			const words = clauses.map(([excluded, content], at) => (excluded === 0 && at > 0 ? '-' : '') + content).join(' ');
			return clauses.length > 1 ? `(${words})` : words;
		});
		const anything = fc.oneof(
			{ weight: 6, arbitrary: row },
			{ weight: 2, arbitrary: fc.array(inner, { minLength: 2, maxLength: 3 }).map((alternatives) => `(${alternatives.join(' OR ')})`) },
		);
		const started = fc.constantFrom(
			'l',
			'li',
			'p',
			'pol',
			't',
			'th',
			'd',
			'w',
			'1',
			'12',
			'정',
			'정ㅂ',
			'여서',
			'ㅈ',
			'댐',
			'性',
			'long-t',
			'long-te',
			'12,4',
			'r',
			'S+',
			'.l',
		);
		const query = fc
			.tuple(
				fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), anything), { minLength: 1, maxLength: 4 }),
				fc.option(started.map((content): [number, string] => [1, content])),
			)
			.map(([clauses, last]) => (last === null ? clauses : [...clauses, last]));
		const queries = fc.array(query, { minLength: queriesEach, maxLength: queriesEach });
		// Of the queries of each kind that were compared: how many there were, and to how many of them there is a passage that holds everything.
		const compared = new Map(Object.keys(queryKinds).map((kind) => [kind, { asked: 0, full: 0 }]));
		fc.assert(
			fc.property(
				fc.array(document, { minLength: 1, maxLength: 4 }),
				queries,
				fc.boolean(),
				fc.boolean(),
				(made, asks, refill, isTyping) => {
					const documents = made.map(([content, language, title, maxLength], n) =>
						makeDocument(`d${n}`, content, { language, title, maxLength }),
					);
					const engineUnderTest = new FilledEngine(makeEngine(), documents);
					if (refill) {
						documents.forEach((again) => {
							engineUnderTest.replaceDocument(makeDocument(again.id, 'red light police', { maxLength: 6 }));
							engineUnderTest.replaceDocument(again);
						});
					}
					const words = documents.flatMap((document) => document.text.split(/[\s.#]+/));
					const resolve = (content: string) =>
						content.replace(/@(\d+):(\d+)/g, (_, at: string, length: string) => {
							const from = Number(at) % words.length;
							return `"${words.slice(from, from + Number(length)).join(' ')}"`;
						});
					for (const clauses of asks) {
						const asked = parseQuery(clauses.map(([excluded, content]) => (excluded === 0 ? '-' : '') + resolve(content)).join(' '));
						const answer = engineUnderTest.search(asked, { ...defaultOptions, limit: 10_000, isTyping });
						// An unknown word falls back to neighbours; the scan knows none.
						if (answer.corrections.length > 0) {
							continue;
						}
						const key = (hit: { documentId: string; start: number; end: number; missing: readonly string[] }) =>
							`${hit.documentId} ${hit.start}-${hit.end} ${[...new Set(hit.missing)].join(',')}`;
						const expected = scanPlainly(documents, asked, isTyping);
						assert.deepEqual(answer.hits.map(key).sort(), expected.map(key).sort(), `${asked.text} (${isTyping})`);
						assert.equal(answer.total, expected.filter((hit) => hit.missing.length === 0).length);
						assert.equal(answer.total + answer.partialTotal, expected.length);
						for (const [kind, form] of Object.entries(queryKinds)) {
							const counts = compared.get(kind);
							if (counts !== undefined && form.test(asked.text)) {
								counts.asked += 1;
								counts.full += Number(answer.total > 0);
							}
						}
						// A document misses what each of its passages misses.
						const missingOf = new Map<string, readonly string[]>();
						for (const { documentId, missing } of expected) {
							missingOf.set(documentId, missingOf.get(documentId)?.filter((word) => missing.includes(word)) ?? missing);
						}
						const byDocument = engineUnderTest.search(asked, { ...defaultOptions, by: 'document', limit: 10_000, isTyping });
						// In any order: of two clauses of one word (`정* 정`) a passage may miss the first, and another one the second.
						const keyOf = (documentId: string, missing: readonly string[]) => `${documentId} ${[...new Set(missing)].sort().join(',')}`;
						assert.deepEqual(
							byDocument.hits.map(({ documentId, missing }) => keyOf(documentId, missing)).sort(),
							[...missingOf].map(([documentId, missing]) => keyOf(documentId, missing)).sort(),
							`by document: ${asked.text} (${isTyping})`,
						);
						const fullCount = [...missingOf.values()].filter((missing) => missing.length === 0).length;
						assert.deepEqual([byDocument.total, byDocument.partialTotal], [fullCount, missingOf.size - fullCount]);
						for (const hit of answer.hits) {
							let last = hit.start;
							for (const mark of hit.highlights) {
								assert.ok(mark.start >= last && mark.end > mark.start && mark.end <= hit.end);
								last = mark.end;
							}
						}
					}
				},
			),
			{ numRuns: collections.count },
		);
		// What falls back to neighbours is not compared, nor does everything find something: a part of each kind must.
		const queryCount = collections.count * queriesEach;
		for (const [kind, { asked, full }] of compared) {
			assert.ok(asked > queryCount / 40 && full > queryCount / 100, `${kind}: ${asked} of ${queryCount} compared, ${full} found`);
		}
	});
}
