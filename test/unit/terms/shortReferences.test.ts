import assert from 'node:assert/strict';
import { recogniseTerms } from '../../../src/terms/recognise.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { buildLexicon } from '../../support/termDocuments.ts';

/** Expected of a term: what its evidence and definition say, all of it, in any order. */
function tells(name: string, texts: readonly string[], expected: Readonly<Record<string, readonly string[]>>): void {
	it(name, () => {
		const { cards } = buildLexicon(...texts);
		const told = Object.fromEntries(
			Object.keys(expected).map((term) => {
				const card = cards.find((each) => each.term === term);
				return [term, (card?.evidence ?? []).map(({ text }) => text).sort()];
			}),
		);
		assert.deepEqual(told, Object.fromEntries(Object.entries(expected).map(([term, lines]) => [term, [...lines].sort()])));
	});
}

const health = 'The Ministry of Health counted its hospital beds in May. ';
const works = 'The Ministry of Works built three bridges over the river. ';
const met = 'They met the Ministry on the coast road in the spring of that year.';

describe('short references are told of whom the document means', () => {
	const opening = 'This agreement is made between Harbour Fisheries Ltd';
	const said = 'In spring the Company sold two of its oldest boats to the town.';
	for (const clause of [
		'(“the Company”)',
		'(the “Company”)',
		'("the Company")',
		'(hereinafter the “Company”)',
		'(hereinafter referred to as the “Company”)',
		'(the Company)',
		'(registered number 2231) (“the Company”)',
		', a company registered in Orrin, (“the Company”)',
	]) {
		const line = `${opening}${clause.startsWith(',') ? '' : ' '}${clause} and the town of Ellin.`;
		tells(clause, [`${line} ${said}`], { 'Harbour Fisheries Ltd': [line, said], Company: [] });
	}
	const harbour = `${opening} (“the Company”) and the town of Ellin.`;
	const cement = 'This loan is made between Delta Cement plc (“the Company”) and the Orrin Savings Bank (the “Lender”).';
	const missed = 'The Lender wrote that the Company had missed two payments.';
	tells('two companies, each in its own document', [`${harbour} ${said}`, `${cement} ${missed}`], {
		'Harbour Fisheries Ltd': [harbour, said],
		'Delta Cement plc': [cement, missed],
		'Orrin Savings Bank': [cement, missed],
		Company: [],
	});
	tells(
		'nobody where another document calls nobody so',
		[`${harbour} ${said}`, 'Last year the Company closed a mill in the hills of the north.'],
		{
			'Harbour Fisheries Ltd': [harbour, said],
		},
	);
	it('no other name, which has no article', () => {
		const { cards } = buildLexicon('They asked Harbour Glass Partners (“Uncle Roger”). Uncle Roger left. Uncle Roger came back.');
		assert.ok(cards.some(({ term, aliases }) => term === 'Uncle Roger' || aliases.includes('Uncle Roger')));
		assert.ok(!cards.some(({ term, aliases }) => term === 'Harbour Glass Partners' && aliases.includes('Uncle Roger')));
	});
	tells('nobody where one document calls two so', [`${harbour} This deed is of Delta Cement plc (“the Company”). ${said}`], {
		'Harbour Fisheries Ltd': [harbour],
	});
	tells('the one ministry that the document names', [health + met, works + met.replace('coast', 'hill')], {
		'Ministry of Health': [health.trim(), met],
		'Ministry of Works': [works.trim(), met.replace('coast', 'hill')],
		Ministry: [],
	});
	tells('neither of two ministries', [health + works + met, health + met.replace('coast', 'hill')], {
		'Ministry of Health': [health.trim(), met.replace('coast', 'hill')],
		'Ministry of Works': [works.trim()],
	});
	tells('a ministry that is named before only', [`${met} ${health}`, health + met.replace('coast', 'hill')], {
		'Ministry of Health': [health.trim(), met.replace('coast', 'hill')],
	});
	for (const other of [
		'They met the Ministry of Transport on the coast road.',
		'They met a Ministry on the coast road in the spring.',
		'They met the Ministry Choir on the coast road.',
		'They met at Ministry in the spring of that year.',
	]) {
		tells(other, [health + other, health + met], { 'Ministry of Health': [health.trim(), met] });
	}
	it('by that name where it speaks', () => {
		const { cards } = buildLexicon(`${health}The Ministry said that 312 of the beds were closed in winter.`);
		const told = cards.flatMap(({ evidence }) => evidence.filter(({ text }) => text.includes('312')));
		assert.deepEqual(
			told.map(({ speaker }) => speaker),
			['Ministry of Health'],
		);
	});
});

describe('short references in a note', () => {
	const two = buildLexicon(health + met, works + met.replace('coast', 'hill'));
	const table = TermTable.open(two.table);
	const many = TermTable.open(
		buildLexicon(...['Health', 'Works', 'Justice', 'Mines', 'Ports'].map((what) => `The Ministry of ${what} met in May. ${met}`)).table,
	);
	for (const [note, senses, opened = table] of [
		['What the Ministry wrote of its hospital beds.', ['Ministry of Health', 'Ministry of Works']],
		['What the Ministry wrote of the bridges.', ['Ministry of Works', 'Ministry of Health']],
		['The Ministry of Works answered. The Ministry knows of the hospital.', ['Ministry of Works', 'Ministry of Health']],
		['It is a ministry of kindness.', []],
		['The Ministry of Sound is a club.', []],
		['What the Ministry wrote.', [], many],
		['The Ministry of Mines answered. What the Ministry wrote.', ['Ministry of Mines'], many],
	] as const) {
		it(note, () => {
			const last = recogniseTerms(opened, note, [{ start: 0, end: note.length }]).at(-1);
			const found = (last?.senses ?? []).map((sense) => opened.getCard(sense).term);
			assert.deepEqual(opened === many ? found.slice(0, 1) : found, senses);
		});
	}
});
