import assert from 'node:assert/strict';
import { isContextiveFile, parseContextive } from '../../../src/terms/contextive.ts';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon } from '../../../src/terms/lexicon.ts';

/** Expected are the entries as `context/term|alias: text`. */
function check(name: string, lines: readonly string[], expected: readonly string[], faultCount = 0): void {
	for (const lineBreak of ['\n', '\r\n']) {
		it(lineBreak === '\n' ? name : `${name}, on Windows`, () => {
			const glossary = parseContextive(lines.join(lineBreak));
			const found = glossary.entries.map(({ term, aliases, text, context }) => `${context}/${[term, ...aliases].join('|')}: ${text}`);
			assert.deepEqual([found, glossary.faultCount], [expected, faultCount]);
		});
	}
}

const cargo = [
	'contexts:',
	'  - name: Cargo',
	'    domainVisionStatement: To manage the routing of cargo',
	'    paths:',
	'      - CargoDemo',
	'    terms:',
	'      - name: Cargo',
	'        definition: A unit that needs moving.',
	'        examples:',
	'          - Several customers have a part in a cargo.',
	'          - "Cargo: to be moved"',
	'        aliases:',
	'          - unit',
	'          - freight',
	'        meta:',
	'          owner: Logistics',
	'      # A remark.',
	'      - name: Leg',
	'        definition: |',
	'          One step',
	'          of a journey.',
	'',
	'      - name: Policy',
	'  - name: Billing',
	'    terms:',
	'    - name: Policy',
	"      definition: 'Rules of payment'",
	'    paths: [Billing]',
];
const cargoEntries = [
	'Cargo/Cargo|unit|freight: A unit that needs moving.\n\n> Several customers have a part in a cargo.\n\n> Cargo: to be moved\n\n- owner: Logistics',
	'Cargo/Leg: One step\nof a journey.',
	'Cargo/Policy: ',
	'Billing/Policy: Rules of payment',
];

describe('glossaries of Contextive', () => {
	it('are known by their names', () => {
		const names = [
			'a.glossary.yml',
			'glossary.yaml',
			'x/.contextive/definitions.yml',
			'GLOSSARY.YML',
			'my-definitions.yml',
			'glossary.json',
		];
		assert.deepEqual(names.map(isContextiveFile), [true, true, true, true, false, false]);
	});
	check('nothing', [''], []);
	check('contexts with their terms', cargo, cargoEntries);
	check('a list at the left edge', ['contexts:', '- terms:', '  - name: A', '    definition: x', '  name: C'], ['C/A: x']);
	check('a context without a name', ['contexts:', '  - terms:', '      - name: A'], ['null/A: ']);
	check('in brackets', ['{contexts: [{name: C, terms: [{name: A, aliases: [b]}]}]}'], ['C/A|b: ']);
	check('a fault costs its term', ['contexts:', '- terms:', '  - name: A', '    definition: "x', '  - name: B'], ['null/B: '], 1);
	check('a term without a name', ['contexts:', '- terms:', '  - definition: x', '  - name: B'], ['null/B: '], 1);
	check('numbers and dates as written', ['contexts:', '- terms:', '  - name: 007', '    definition: 2020-01-02'], ['null/007: 2020-01-02']);
	check('aliases of YAML are not followed', ['contexts:', '- terms:', '  - &a', '    name: A', '  - name: *a'], ['null/A: '], 1);
	check('no contexts', ['a: b'], []);
	check('other YAML', ['- a', '- b'], []);
	check('no YAML at all', ['{{{{'], [], 1);
	it('say whether they import others', () => {
		assert.equal(parseContextive('imports:\n  - https://example.org/x.yml\ncontexts:\n').hasImports, true);
		assert.equal(parseContextive(cargo.join('\n')).hasImports, false);
	});
	it('come behind the writer’s own, and every entry names its file', () => {
		const lexicon = new Lexicon();
		lexicon.setGlossary('file:///w/a.glossary.yml', parseContextive(cargo.join('\n')).entries);
		lexicon.setGlossary('file:///w/glossary.md', parseGlossary('## Cargos\nMine.\n'));
		const cards = new Map(lexicon.build().cards.map((card) => [card.term, card]));
		assert.deepEqual(
			cards.get('Cargos')?.ownEntries?.map(({ glossaryId, context }) => `${glossaryId} ${context}`),
			['file:///w/glossary.md null', 'file:///w/a.glossary.yml Cargo'],
		);
		assert.ok(cards.get('Cargos')?.own?.startsWith('Mine.\n\nA unit'));
		assert.deepEqual(
			cards.get('Policy')?.ownEntries?.map(({ context, vision }) => [context, vision]),
			[
				['Cargo', 'To manage the routing of cargo'],
				['Billing', null],
			],
		);
	});
});
