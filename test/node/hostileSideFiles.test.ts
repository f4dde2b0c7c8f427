import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import { toReferencesInSteps } from '../../src/library/sideFiles/bibReferences.ts';
import { parseBibtexInSteps } from '../../src/library/sideFiles/bibtex.ts';
import { parseCslJson } from '../../src/library/sideFiles/cslJson.ts';
import { SideRecords } from '../../src/library/sideFiles/sideRecords.ts';
import { parseSideYamlInSteps } from '../../src/library/sideFiles/sideYaml.ts';
import { parseContextive } from '../../src/terms/contextive.ts';
import { findContextiveEntries } from '../../src/terms/contextiveEntries.ts';
import { makeRandom } from '../support/random.ts';
import { inTime } from '../support/timeLimits.ts';

/** Side files that somebody can make so that the library's worker, which nothing ends, hangs or fails. */
describe('hostile side files', () => {
	/** A megabyte of YAML takes a quarter of a second; a square of the length would take minutes. */
	const timed = <T>(make: () => T): Promise<T> => inTime(1_000, make);
	const read = (source: string) => takeAllSteps(toReferencesInSteps(takeAllSteps(parseBibtexInSteps(source))));

	describe('glossaries of Contextive', () => {
		/** `expected`: how many terms come out. */
		const check = (name: string, make: () => string, expected: number) =>
			it(name, async () => {
				const source = make();
				assert.equal((await timed(() => parseContextive(source))).entries.length, expected);
			});
		check('20,000 terms', () => `contexts:\n- terms:\n${Array.from({ length: 20_000 }, (_, at) => `  - name: a${at}\n`).join('')}`, 20_000);
		check('200,000 lists without an item', () => 'terms:\n'.repeat(200_000), 0);
		check('100,000 items and no list', () => '- a: b\n'.repeat(100_000), 0);
		check('a term of a megabyte', () => `contexts:\n- terms:\n  - name: ${'a'.repeat(1_000_000)}`, 0);
		check('a term of 60,000 brackets', () => `contexts:\n- terms:\n  - name: ${'['.repeat(60_000)}\n  - name: b`, 1);
		check('8 MB of spaces', () => ' '.repeat(8_000_000), 0);
		check('a million lines of spaces and a dash', () => '   -\n'.repeat(1_000_000), 0);
		it('16,000 names of remarks without an end, looked through for one', async () => {
			const source = `- name: ${' #'.repeat(490)}\rx\n`.repeat(16_000);
			assert.deepEqual(await timed(() => findContextiveEntries(source, 'slip')), []);
		});
		check('20,000 anchors and aliases', () => `contexts:\n- terms:\n${'  - &a\n    name: *a\n'.repeat(20_000)}`, 0);
	});

	describe('BibTeX', () => {
		/** `expected`: how many entries come out. */
		const check = (name: string, make: () => string, expected: number) =>
			it(name, async () => {
				const source = make();
				assert.equal((await timed(() => read(source))).length, expected);
			});
		check('5 million at signs', () => '@'.repeat(5_000_000), 0);
		check('2 million lines that begin with one', () => '@\n'.repeat(2_000_000), 0);
		check('100,000 entries that are not closed', () => '@ab{k, t={x\n'.repeat(100_000), 100_000);
		check('100,000 entries in a row', () => '@book{k, title={x}, author={A and B}}'.repeat(100_000), 100_000);
		check('100,000 comments that are not closed', () => '@comment{\n'.repeat(100_000), 0);
		check('a field of 5 million braces', () => `@book{k, title={${'{'.repeat(5_000_000)}`, 1);
		check('a field of 5 million closing braces', () => `@book{k, title={${'}'.repeat(5_000_000)}`, 1);
		check('a title of 10 MB of accents', () => `@book{k, title={${'\\\'e\\"{o}'.repeat(1_000_000)}}}`, 1);
		check('a million authors', () => `@book{k, author={${'A, B and '.repeat(1_000_000)}C}}`, 1);
		check('a million files', () => `@book{k, title={t}, file={${'a:b.pdf:PDF;'.repeat(1_000_000)}}}`, 1);
		check('a million fields', () => `@book{k, ${Array.from({ length: 1_000_000 }, (_, at) => `f${at}=1,`).join('')}}`, 1);
		check('a million lines of comment', () => `@book{k, ${'%\n'.repeat(1_000_000)} title={x}}`, 1);
		check('white space of 10 MB', () => `@book{k, ${' \n'.repeat(5_000_000)} title={x}}`, 1);
		check(
			'abbreviations that double',
			() => {
				const doubling = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}\n`).join('');
				return `@string{s0 = {${'x'.repeat(1_000)}}}\n${doubling}${'@book{k, title=s60 # s59 # s58}\n'.repeat(5_000)}`;
			},
			5_000,
		);
		check('spaces before what separates names', () => `@book{k, author={A${' '.repeat(1_000_000)}and B${'  ,  '.repeat(200_000)}}}`, 1);
	});

	describe('YAML', () => {
		/** `expected`: how many entries and how many faults come out. */
		const check = (name: string, make: () => string, expected: readonly [number, number]) =>
			it(name, async () => {
				const source = make();
				const { entries, diagnostics } = await timed(() => takeAllSteps(parseSideYamlInSteps(source, 'folder')));
				assert.deepEqual([entries.length, diagnostics.length], expected);
				for (const { start, end } of diagnostics) {
					assert.ok(start >= 0 && start < end && end <= source.length, `${start}–${end} of ${source.length}`);
				}
			});
		const laughs = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]\n`).join('');
		check('a billion laughs', () => `l0: &l0 [lol]\n${laughs}a.txt: *l9\n`, [0, 11]);
		check(
			'20,000 entries',
			() => Array.from({ length: 20_000 }, (_, at) => `d/${at}.txt:\n  title: T\n  date: 2008\n`).join(''),
			[20_000, 0],
		);
		check('the same path 20,000 times', () => 'a.txt:\n  title: T\n'.repeat(20_000), [1, 1_001]);
		check('the same field 3,000 times', () => `a.txt:\n${'  title: T\n'.repeat(3_000)}`, [1, 3_000]);
		check('a megabyte of one title', () => `a.txt:\n  title: ${'x '.repeat(500_000)}`, [0, 1]);
		check('brackets 60,000 deep', () => `a.txt: ${'['.repeat(60_000)}\n`, [0, 1]);
		check('lists 10,000 deep', () => `a.txt: ${'- '.repeat(10_000)}\n`, [0, 1]);
		check('30,000 fields that nobody knows', () => Array.from({ length: 30_000 }, (_, at) => `a${at}: {b: c}\n`).join(''), [1_000, 1_001]);
		check('more than a megabyte', () => 'a.txt:\n  title: T\n'.repeat(100_000), [0, 1]);
		check('200,000 empty lines of comment', () => '#\n'.repeat(200_000), [0, 0]);
		check('100,000 quotes that are not closed', () => 'a: "\n'.repeat(100_000), [0, 1_001]);
	});

	describe('CSL-JSON', () => {
		it('nested 3 million deep', async () => {
			const source = `[{"id":"a","type":"book","x":${'['.repeat(3_000_000)}`;
			assert.equal(await timed(() => parseCslJson(source)), undefined);
		});
		it('50,000 items with names of methods', async () => {
			const item =
				'{"id":"__proto__","type":"book","title":"constructor","__proto__":{"publisher":"p"},"author":[{"__proto__":{"family":"f"}}]}';
			const references = (await timed(() => parseCslJson(`[${`${item},`.repeat(49_999)}${item}]`))) ?? [];
			assert.equal(references.length, 50_000);
			assert.deepEqual(references[0]?.fields, { title: 'constructor', citationKey: '__proto__' });
		});
	});

	it('two thousand changed bibliographies and side files are read without a failure', () => {
		const random = makeRandom(7);
		const seeds = [
			'@string{c = "Coast"}\n@article{k1, title={The {\\"U}ber Tide}, author={Ruiz, Ana and {Coast Office}}, journal=c # " Review", month=mar, year=2008, file={A:/x/a.pdf:application/pdf;b.txt}}\n@comment{x}\n@book(k2, title = "Salt")\n',
			'a.pdf:\n  title: "The: Tide"\n  author: [Ana Ruiz, {name: Ben}]\n  date: 2008-03-01\ndeep/:\n  publisher: >\n    Coast\n    Office\n',
			'[{"id":"k","type":"report","title":"T","author":[{"family":"Ruiz","given":"Ana"}],"issued":{"date-parts":[[2008,3]]}}]',
		];
		const signs = '@{}"\\#,=:;()[]&*!|>-~%\n\t $\u0000é0';
		for (let round = 0; round < 2_000; round++) {
			let text = seeds[round % seeds.length] ?? '';
			for (let change = 0; change < 1 + (round % 5); change++) {
				const at = random(text.length);
				const sign = signs[random(signs.length)] ?? '';
				const width = random(4);
				text = text.slice(0, at) + sign + text.slice(at + width);
			}
			const records = new SideRecords();
			const references = [...read(text), ...(parseCslJson(text) ?? [])];
			records.set({ id: 'x', folder: 'file:///x', relativePath: 'x.bib' }, { kind: 'references', references });
			for (const form of ['folder', 'file'] as const) {
				const { entries, faultyPaths, diagnostics } = takeAllSteps(parseSideYamlInSteps(text, form));
				records.set(
					{ id: form, folder: 'file:///x', relativePath: form === 'folder' ? 'dossier.yml' : 'a.pdf.yml' },
					{ kind: form, entries, faultyPaths },
				);
				for (const { start, end } of diagnostics) {
					assert.ok(start >= 0 && start < end && end <= text.length, JSON.stringify(text));
				}
			}
			for (const field of Object.values(records.find({ folder: 'file:///x', relativePath: 'a.pdf' }, () => false)?.fields ?? {})) {
				assert.ok(field === null || (typeof field === 'string' && field.length <= 500 && !/[\0-\x1f]/.test(field)), JSON.stringify(text));
			}
		}
	});
});
