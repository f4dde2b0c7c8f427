import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { TermIndex, type TermNode, type TermOrder, toTermNodesInSteps } from '../../../src/editor/termsView/termsModel.ts';
import type { TermRow } from '../../../src/terms/termRow.ts';

function rowOf(term: string, fields: Partial<TermRow> = {}): TermRow {
	return {
		term,
		kind: 'concept',
		aliases: [],
		expansion: null,
		isOwn: false,
		isDefined: false,
		isContested: false,
		mentions: 1,
		documents: 1,
		...fields,
	};
}

const rows = [
	rowOf('Stipend', { kind: 'own', isOwn: true, mentions: 0 }),
	rowOf('tide', { mentions: 3 }),
	rowOf('KMP', { kind: 'acronym', expansion: 'Korean massage parlors', aliases: ['KMPs'], mentions: 7 }),
	rowOf('Café Órale', { kind: 'organisation', mentions: 3, documents: 2 }),
	rowOf('여성가족부', { kind: 'organisation' }),
];

function draw(nodes: readonly TermNode[], indent = ''): string[] {
	return nodes.flatMap((node) =>
		node.type === 'term'
			? [indent + node.row.term]
			: [
					indent + (node.type === 'kind' ? `${node.kind} ${node.count}` : `${node.first.term} – ${node.last.term}`),
					...draw(node.children, `${indent}  `),
				],
	);
}

function toNodes(index: TermIndex, filter: string, order: TermOrder): readonly TermNode[] {
	return takeAllSteps(toTermNodesInSteps(takeAllSteps(index.findInSteps(filter, order)), order));
}

describe('the list of terms', () => {
	const index = takeAllSteps(TermIndex.makeInSteps(rows));
	const check = (name: string, filter: string, order: TermOrder, expected: readonly string[]) =>
		it(name, () => assert.deepEqual(draw(toNodes(index, filter, order)), expected));
	check('by mentions', '', 'mentions', ['KMP', 'Café Órale', 'tide', '여성가족부', 'Stipend']);
	check('by name', '', 'name', ['Café Órale', 'KMP', 'Stipend', 'tide', '여성가족부']);
	check('by kind, the writer’s own first', '', 'kind', [
		'own 1',
		'  Stipend',
		'acronym 1',
		'  KMP',
		'organisation 2',
		'  Café Órale',
		'  여성가족부',
		'concept 1',
		'  tide',
	]);
	check('with some letters', 'ti', 'name', ['Stipend', 'tide']);
	check('with words of what it stands for', 'parlors KOREAN', 'name', ['KMP']);
	check('without accents', 'cafe orale', 'name', ['Café Órale']);
	check('with Hangul', '가족', 'name', ['여성가족부']);
	check('with nothing that fits', 'nothing', 'kind', []);
	it('comes in runs where it is long', () => {
		const many = Array.from({ length: 1_200 }, (_, at) => rowOf(`term ${String(at).padStart(4, '0')}`));
		const nodes = toNodes(takeAllSteps(TermIndex.makeInSteps(many)), '', 'name');
		assert.deepEqual(
			nodes.map((node) => (node.type === 'range' ? [node.first.term, node.last.term, node.children.length] : [])),
			[
				['term 0000', 'term 0499', 500],
				['term 0500', 'term 0999', 500],
				['term 1000', 'term 1199', 200],
			],
		);
	});
});
