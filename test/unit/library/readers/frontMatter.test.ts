import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../../src/base/problem.ts';
import { defaultCaps } from '../../../../src/library/caps.ts';
import type { DocumentContent } from '../../../../src/library/document.ts';
import { readMarkdown } from '../../../../src/library/readers/markdown.ts';

describe('front matter that is not quite YAML', () => {
	function check(name: string, markdown: string, expected: Partial<DocumentContent>, problems: ProblemKind[] = []) {
		it(name, () => {
			const content = readMarkdown(markdown, { fileName: 'a.md', caps: defaultCaps });
			for (const [key, value] of Object.entries(expected)) {
				assert.deepEqual(content[key as keyof DocumentContent], value, key);
			}
			assert.deepEqual(
				content.problems.map((problem) => problem.kind),
				problems,
			);
		});
	}
	check('a colon in a title without quotes', '---\ntitle: Salt: a history\nauthor: Ines Falk # me\ndate: 2015-06-30\n---\nx', {
		title: 'Salt: a history',
		author: 'Ines Falk',
		date: '2015-06-30',
		text: 'x',
	});
	check('a colon beside a list and quotes', '---\ntags:\n  - a\ntitle: Salt: a history\nauthor: "Ines Falk"\nother: [a, b]\n---\nx', {
		title: 'Salt: a history',
		author: 'Ines Falk',
	});
	check('a colon and a block that has a syntax of its own', '---\nsubtitle: A: b\ntitle: >\n  Salt\nauthor: Ines Falk\n---\nx', {
		title: null,
		author: 'Ines Falk',
	});
	check('a tag and an address', '---\ntitle: Salt: a history\r\nsource: https://example.org/a\n---\nx', {
		publisher: 'https://example.org/a',
	});
	check('a line that is no field', '---\ntitle: Salt: a history\nand so on\n---\nx', { title: null, text: 'x' }, ['metadataIgnored']);
	check('TOML', '+++\ntitle = "Salt \\"roads\\""\ndate = 2001-02-03T04:05:06Z\nauthor = \'T. Omler\'\n+++\n\nx', {
		title: 'Salt "roads"',
		author: 'T. Omler',
		date: '2001-02-03',
		text: 'x',
	});
	check(
		'TOML with lists and tables',
		'+++\n# post\nauthors = ["Kim Lee", "Ann Roe"]\ndraft = false\ntitle = "A"\n[params]\nauthor = "No"\n+++\nx',
		{
			title: 'A',
			author: 'Kim Lee, Ann Roe',
			text: 'x',
		},
	);
	check('TOML with a long string', '+++\nabout = """\ntitle = "No"\n"""\ntitle = "A"\n+++\nx', { title: 'A', text: 'x' });
	check('TOML with Windows line ends', '+++\r\ntitle = "A"\r\n+++\r\nx', { title: 'A', text: 'x' });
	check('plus signs around text', '+++\nA sentence stands here.\n+++\nx', { title: null, text: '+++ A sentence stands here. +++ x' });
	check('TOML that is never closed', '+++\ntitle = "A"\n\nx', { title: null });
});
