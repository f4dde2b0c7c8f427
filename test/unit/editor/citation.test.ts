import assert from 'node:assert/strict';
import { type CitationParts, defaultCitationFormat, formatCitation } from '../../../src/editor/citation.ts';

const whole: CitationParts = {
	text: 'Tides rise.',
	author: 'Ana Sol',
	title: 'The Sea',
	page: '39',
	date: '2008-03-01',
	file: 'sea.txt',
	relativePath: '../sources/sea.txt',
};

describe('formatCitation', () => {
	const check = (name: string, format: string, parts: Partial<CitationParts>, expected: string) =>
		it(name, () => assert.equal(formatCitation(format, { ...whole, ...parts }), expected));
	const standard = defaultCitationFormat;

	check('fills the default', standard, {}, '> Tides rise.\n> — Ana Sol, *The Sea*, p. 39 (2008-03-01), [sea.txt](../sources/sea.txt)');
	const herald = { publisher: 'The Herald' };
	check(
		'names the paper behind the title',
		standard,
		herald,
		'> Tides rise.\n> — Ana Sol, *The Sea*, The Herald, p. 39 (2008-03-01), [sea.txt](../sources/sea.txt)',
	);
	check(
		'names the paper where there is nobody else',
		standard,
		{ ...herald, author: null, page: null },
		'> Tides rise.\n> — *The Sea*, The Herald (2008-03-01), [sea.txt](../sources/sea.txt)',
	);
	check(
		'names the paper alone',
		standard,
		{ ...herald, author: null, title: null, page: null, date: null },
		'> Tides rise.\n> — The Herald, [sea.txt](../sources/sea.txt)',
	);
	check('drops the author', standard, { author: null }, '> Tides rise.\n> — *The Sea*, p. 39 (2008-03-01), [sea.txt](../sources/sea.txt)');
	check(
		'drops the title with its emphasis',
		standard,
		{ title: '' },
		'> Tides rise.\n> — Ana Sol, p. 39 (2008-03-01), [sea.txt](../sources/sea.txt)',
	);
	check(
		'drops the page with its label',
		standard,
		{ page: null },
		'> Tides rise.\n> — Ana Sol, *The Sea* (2008-03-01), [sea.txt](../sources/sea.txt)',
	);
	check(
		'drops the date with its brackets',
		standard,
		{ date: null },
		'> Tides rise.\n> — Ana Sol, *The Sea*, p. 39, [sea.txt](../sources/sea.txt)',
	);
	check(
		'drops page and date',
		standard,
		{ page: null, date: null },
		'> Tides rise.\n> — Ana Sol, *The Sea*, [sea.txt](../sources/sea.txt)',
	);
	check(
		'drops author and title',
		standard,
		{ author: null, title: null },
		'> Tides rise.\n> — p. 39 (2008-03-01), [sea.txt](../sources/sea.txt)',
	);
	check(
		'leaves the file alone',
		standard,
		{ author: null, title: null, page: null, date: null },
		'> Tides rise.\n> — [sea.txt](../sources/sea.txt)',
	);
	check('drops the link', standard, { file: null, relativePath: null }, '> Tides rise.\n> — Ana Sol, *The Sea*, p. 39 (2008-03-01)');
	check(
		'keeps the name of a file without a path',
		standard,
		{ relativePath: null },
		'> Tides rise.\n> — Ana Sol, *The Sea*, p. 39 (2008-03-01), [sea.txt]',
	);
	check(
		'leaves out a line of which nothing stands',
		standard,
		{ author: null, title: null, page: null, date: null, file: null, relativePath: null },
		'> Tides rise.',
	);
	check('repeats the quotation mark on each line', '> {text}\n> — {author}', { text: 'One.\n\nTwo.' }, '> One.\n>\n> Two.\n> — Ana Sol');
	check('keeps unknown placeholders', '{text} {isbn}', {}, 'Tides rise. {isbn}');
	check('keeps lines without placeholders', 'Source:\n{title}', {}, 'Source:\nThe Sea');
	check('works inside quotation marks', '“{text}” ({author}, {page})', { author: null }, '“Tides rise.” (39)');
	check('works with a gap at the end', '{author}: {title}', { title: null }, 'Ana Sol');
	check('does not fill what a value brings', '{text}', { text: '{author}' }, '{author}');
	check('names a key as Pandoc does', '{text} [@{key}, p. {page}]', { key: 'sol2008' }, 'Tides rise. [@sol2008, p. 39]');
	check('drops a key with its sign', '{text} [@{key}, p. {page}]', {}, 'Tides rise. [p. 39]');
	check('drops a key with its sign and brackets', '{text} [@{key}]', {}, 'Tides rise.');
	check('drops a key and keeps what stands behind it', '{text} [@{key}] {author}', {}, 'Tides rise. Ana Sol');
	check('gives nothing for nothing', '', {}, '');
});
