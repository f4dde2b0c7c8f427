import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../../src/base/steps.ts';
import { toReference, toReferencesInSteps } from '../../../../src/library/sideFiles/bibReferences.ts';
import { type BibEntry, parseBibtexInSteps } from '../../../../src/library/sideFiles/bibtex.ts';

const parse = (source: string): BibEntry[] => takeAllSteps(parseBibtexInSteps(source));

describe('BibTeX', () => {
	describe('entries', () => {
		/** `expected`: type, key and fields of each entry; `!` behind the key of one that is not closed. */
		const check = (name: string, source: string, expected: readonly (readonly [string, string, Readonly<Record<string, string>>])[]) =>
			it(name, () => {
				const entries = parse(source);
				assert.deepEqual(
					entries.map(({ type, key, fields, isBroken }) => [type, isBroken ? `${key}!` : key, Object.fromEntries(fields)]),
					expected,
				);
				for (const entry of entries) {
					assert.equal(source[entry.start], '@');
					assert.ok(entry.isBroken || /[})]/.test(source[entry.end - 1] ?? ''));
				}
			});
		check('nothing', '', []);
		check('only words', 'Send mail to ana@example.org, please.', []);
		check('braces', '@book{tide, title = {The Tide}, year = 2008}', [['book', 'tide', { title: 'The Tide', year: '2008' }]]);
		check('quotes', '@book{tide, title = "The Tide"}', [['book', 'tide', { title: 'The Tide' }]]);
		check('parentheses around the entry', '@book(tide, title = {A (b)}, year = 2008)', [
			['book', 'tide', { title: 'A (b)', year: '2008' }],
		]);
		check('braces in braces', '@book{a, title = {The {NASA {and}} Tide}}', [['book', 'a', { title: 'The {NASA {and}} Tide' }]]);
		check('quotes in braces, braces in quotes', '@book{a, title = {A "b"}, note = "c {"} d"}', [
			['book', 'a', { title: 'A "b"', note: 'c {"} d' }],
		]);
		check('a comma at the end, and capitals', '@BOOK{A:b-1_2, TITLE = {x},}', [['book', 'A:b-1_2', { title: 'x' }]]);
		check('white space and lines anywhere', '@ book\n{ a ,\r\n title\t=\n{x\n y} ,\n}\n', []);
		check('white space where BibTeX has it', '@book {a ,\r\n\ttitle\t=\n{x\n y} ,\n}\n', [['book', 'a', { title: 'x\n y' }]]);
		check('months by their short names', '@misc{a, month = mar}', [['misc', 'a', { month: 'March' }]]);
		check('an abbreviation', '@string{jt = "Journal of Tides"} @article{a, journal = JT}', [
			['article', 'a', { journal: 'Journal of Tides' }],
		]);
		check('pieces joined', '@string{t = {Tide}} @misc{a, title = "The " # t # { and} # 1}', [['misc', 'a', { title: 'The Tide and1' }]]);
		check('an abbreviation that nobody made', '@misc{a, journal = jfoo}', [['misc', 'a', { journal: 'jfoo' }]]);
		check('comments and preambles', '@comment{@book{x, title={y}}}\n@preamble{"\\newcommand{}"}\n@misc{a, title={z}}', [
			['misc', 'a', { title: 'z' }],
		]);
		check('JabRef’s own', '@Comment{jabref-meta: databaseType:bibtex;}\n@misc{a, title={z}}', [['misc', 'a', { title: 'z' }]]);
		check('a comment that nothing closes', '@comment{ never\n@misc{a, title={z}}', [['misc', 'a', { title: 'z' }]]);
		check('lines of comment in an entry', '@misc{a,\n% title = {no},\ntitle = {z}}', [['misc', 'a', { title: 'z' }]]);
		check('a field twice', '@misc{a, title={x}, title={y}}', [['misc', 'a', { title: 'x' }]]);
		check('a comma left out', '@misc{a, title={x} year={2008}}', [['misc', 'a', { title: 'x', year: '2008' }]]);
		check('no key', '@misc{title={x}}', [['misc', '', { title: 'x' }]]);
		check('a key and nothing else', '@misc{a}', [['misc', 'a', {}]]);
		check('a name without a value', '@misc{a, draft, title={x}}', [['misc', 'a', { title: 'x' }]]);
		check('a name of a method', '@misc{a, __proto__={x}, constructor={y}}', [
			['misc', 'a', Object.fromEntries([['__proto__', 'x'] as const, ['constructor', 'y'] as const])],
		]);
		check('an entry that is not closed', '@misc{a, title={x}\n\n@misc{b, title={y}}', [
			['misc', 'a!', { title: 'x' }],
			['misc', 'b', { title: 'y' }],
		]);
		check('a field that is not closed', '@misc{a, title={x, year=2008}\n\n@misc{b, title={y}}', [
			['misc', 'a!', { title: 'x' }],
			['misc', 'b', { title: 'y' }],
		]);
		check('a quote that is not closed', '@misc{a, title="x, year=2008}\n  @misc{b, title={y}}', [
			['misc', 'a!', { title: 'x' }],
			['misc', 'b', { title: 'y' }],
		]);
		check('a brace too many', '@misc{a, title={x}}, year=2008}\n@misc{b, title={y}}', [
			['misc', 'a', { title: 'x' }],
			['misc', 'b', { title: 'y' }],
		]);
		check('the end of the file in a field', '@misc{a, title={x', [['misc', 'a!', { title: 'x' }]]);
		check('mail in a field, and at the beginning of its line', '@misc{a, note={write to\n@home or a@b.org}, title={x}}', [
			['misc', 'a', { note: 'write to\n@home or a@b.org', title: 'x' }],
		]);
	});

	describe('references', () => {
		/** `expected`: the fields of the correction, without the key. */
		const check = (name: string, source: string, expected: Readonly<Record<string, string>>) =>
			it(name, () => {
				const [entry] = parse(source);
				assert.ok(entry);
				const { citationKey, ...fields } = toReference(entry).fields;
				assert.equal(citationKey, 'k');
				assert.deepEqual(fields, expected);
			});
		check(
			'an article',
			'@article{k, title={{The} Tide}, author={Ruiz, Ana}, journal={Coast Review}, publisher={Acme}, year={2008}, month=mar}',
			{
				title: 'The Tide',
				author: 'Ana Ruiz',
				publisher: 'Coast Review',
				date: '2008-03',
			},
		);
		check('a report', '@techreport{k, title={Tides}, institution={Coast Office}, year=2008}', {
			title: 'Tides',
			publisher: 'Coast Office',
			date: '2008',
		});
		check('a page on the web', '@online{k, title={Tides}, url={https://www.example.org/a/b}, date={2008-03-01}}', {
			title: 'Tides',
			publisher: 'example.org',
			date: '2008-03-01',
		});
		check('a chapter', '@incollection{k, title={Tides}, booktitle={Coasts}, publisher={Acme}, editor={Cho, Ben}}', {
			title: 'Tides',
			publisher: 'Acme',
		});
		check('proceedings by their editors', '@proceedings{k, booktitle={Coasts}, editor={Cho, Ben and Ruiz, Ana}}', {
			title: 'Coasts',
			author: 'Ben Cho, Ana Ruiz',
		});
		check('title and subtitle', '@book{k, title={Tides}, subtitle={A history}}', { title: 'Tides: A history' });
		check('a year in words', '@book{k, year={c. 2008}}', { date: '2008' });
		check('a day in the month', '@book{k, year=2008, month="1~" # mar}', { date: '2008-03-01' });
		check('a day behind the month', '@book{k, year=2008, month=mar # "~1"}', { date: '2008-03-01' });
		check('a month by number', '@book{k, year=2008, month=3}', { date: '2008-03' });
		check('a month by number, and a day', '@book{k, year=2008, month={03}, day={14}}', { date: '2008-03-14' });
		check('a month that is none', '@book{k, year=2008, month={forthcoming}}', { date: '2008' });
		check('an interval', '@book{k, date={2008-03/2008-05}}', { date: '2008-03/2008-05' });
		check('a date with its year only in it', '@book{k, date={spring 2008}}', { date: '2008' });
		check('nothing that is known', '@misc{k, doi={10.1/x}, langid={german}}', {});
	});

	describe('a chapter takes over from its book', () => {
		const check = (name: string, source: string, expected: Readonly<Record<string, string>>) =>
			it(name, () => assert.deepEqual(takeAllSteps(toReferencesInSteps(parse(source)))[0]?.fields, { citationKey: 'k', ...expected }));
		const book = '@proceedings{p, title={Coasts}, editor={Cho, Ben}, publisher={Acme}, year=2008, month=mar}';
		check('publisher and date', `@inproceedings{k, title={Tides}, crossref={P}}${book}`, {
			title: 'Tides',
			publisher: 'Acme',
			date: '2008-03',
		});
		check('nothing that it says itself', `@inproceedings{k, title={Tides}, date={2009}, publisher={X}, crossref={p}}${book}`, {
			title: 'Tides',
			publisher: 'X',
			date: '2009',
		});
		check('nothing from a book that is not there', '@inproceedings{k, title={Tides}, crossref={q}}', { title: 'Tides' });
		check('nothing from a book without a key', '@misc{k, title={Tides}}@book{title={X}, year=2008}', { title: 'Tides' });
		check('nothing from itself', '@inproceedings{k, title={Tides}, crossref={k}}', { title: 'Tides' });
	});

	describe('people', () => {
		const check = (field: string, expected: string) =>
			it(field, () => assert.equal(toReference(parse(`@misc{k, author={${field}}}`)[0] as BibEntry).fields.author, expected));
		check('Ana Ruiz', 'Ana Ruiz');
		check('Ruiz, Ana', 'Ana Ruiz');
		check('Ruiz, Ana and Cho, Ben', 'Ana Ruiz, Ben Cho');
		check('Ruiz, Ana AND\nBen Cho', 'Ana Ruiz, Ben Cho');
		check('de la Cruz, Ben', 'Ben de la Cruz');
		check('Cho, Jr., Ben', 'Ben Cho Jr.');
		check('{Ministry of Gender Equality and Family}', 'Ministry of Gender Equality and Family');
		check('{Coast and Sea Office} and Ruiz, Ana', 'Coast and Sea Office, Ana Ruiz');
		check('Ruiz, Ana and others', 'Ana Ruiz, et al.');
		check('M{\\"u}ller, J{\\"o}rg', 'Jörg Müller');
		check('given=Ana, prefix=de, family=Ruiz and Cho, Ben', 'Ana de Ruiz, Ben Cho');
		check('김여니', '김여니');
		check('Anderson, Sand', 'Sand Anderson');
	});

	describe('files', () => {
		const check = (name: string, field: string, expected: readonly string[]) =>
			it(name, () => assert.deepEqual(toReference(parse(`@misc{k, title={t}, file={${field}}}`)[0] as BibEntry).files, expected));
		check('a bare name', 'tide.pdf', ['tide.pdf']);
		check('two paths', '/papers/tide.pdf;/papers/salt.html', ['/papers/tide.pdf', '/papers/salt.html']);
		check('Zotero', 'Full Text PDF:/home/ana/Zotero/storage/AB12/Tide.pdf:application/pdf;Snapshot:/home/ana/s.html:text/html', [
			'/home/ana/Zotero/storage/AB12/Tide.pdf',
			'/home/ana/s.html',
		]);
		check('Zotero with files exported', 'Tide.pdf:files/12/Tide.pdf:application/pdf', ['files/12/Tide.pdf']);
		check('Zotero on Windows', 'PDF:C\\:\\\\Users\\\\ana\\\\Zotero\\\\Tide.pdf:application/pdf', ['C:\\Users\\ana\\Zotero\\Tide.pdf']);
		check('Better BibTeX on Windows', 'C\\:\\\\Users\\\\ana\\\\Tide.pdf', ['C:\\Users\\ana\\Tide.pdf']);
		check('JabRef', ':papers/Tide.pdf:PDF', ['papers/Tide.pdf']);
		check('JabRef with a description and a drive', 'The tide:C\\:/papers/Tide.pdf:PDF', ['C:/papers/Tide.pdf']);
		check('Mendeley', ':home/ana/papers/Tide.pdf:pdf', ['home/ana/papers/Tide.pdf']);
		check('Mendeley on Windows', ':C$\\backslash$:/Users/ana/Tide.pdf:pdf', ['C:/Users/ana/Tide.pdf']);
		check('a colon and a semicolon in a name', 'PDF:/papers/Tide\\: a history\\; 2.pdf:application/pdf', [
			'/papers/Tide: a history; 2.pdf',
		]);
		check('a line below', 'the{\\_}tide\\_1.pdf', ['the_tide_1.pdf']);
		check('a URI', 'file:///papers/The%20Tide.pdf', ['/papers/The Tide.pdf']);
		check('an address of the web', 'https://example.org/tide.pdf', []);
		check('a path and its type', 'papers/Tide.pdf:PDF', ['papers/Tide.pdf']);
		check('one twice, and nothing', 'a.pdf;a.pdf;;', ['a.pdf']);
	});
});
