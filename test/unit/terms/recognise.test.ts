import assert from 'node:assert/strict';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon } from '../../../src/terms/lexicon.ts';
import { findProse } from '../../../src/terms/noteProse.ts';
import { type RecognitionOptions, recogniseTermAt, recogniseTerms, senseIdOf } from '../../../src/terms/recognise.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { buildLexicon } from '../../support/termDocuments.ts';

const courts = [
	'The International Criminal Court (ICC) opened a trial in The Hague. The ICC prosecutor spoke of war crimes. The International Criminal Court tries war crimes. The Rome Statute made the ICC.',
	'The International Criminal Court (ICC) sits in The Hague. The Rome Statute of 1998 made the International Criminal Court.',
	'The International Chamber of Commerce (ICC) wrote the Incoterms. The ICC is in Paris. The Incoterms of the International Chamber of Commerce are used in trade.',
];

function describeSenses(table: TermTable, note: string, options?: RecognitionOptions): string[] {
	return recogniseTerms(table, note, findProse(note, 'markdown'), options).map(({ start, end, senses, isFirst }) => {
		return `${note.slice(start, end)}${isFirst ? '' : ' again'}: ${senses.map((sense) => table.getCard(sense).term).join(' or ')}`;
	});
}

describe('senses', () => {
	const table = TermTable.open(buildLexicon(...courts).table);
	const sensesOf = (note: string, options?: RecognitionOptions) =>
		describeSenses(table, note, options).filter((line) => /^ICCs?(?: again)?:/.test(line));

	it('are those of the acronym in different documents, the more usual one first', () => {
		assert.deepEqual(sensesOf('The ICC said.'), ['ICC: International Criminal Court or International Chamber of Commerce']);
	});
	it('are ranked by the other terms of the note', () => {
		assert.deepEqual(sensesOf('The Incoterms come from the ICC.'), [
			'ICC: International Chamber of Commerce or International Criminal Court',
		]);
		assert.deepEqual(sensesOf('Under the Rome Statute the ICC acts.'), [
			'ICC: International Criminal Court or International Chamber of Commerce',
		]);
	});
	it('are the same at the caret', () => {
		const note = `The Incoterms come from somewhere. ${'More words here. '.repeat(100)}The ICC said so.`;
		const found = recogniseTermAt(table, note, findProse(note, 'markdown'), note.indexOf('ICC') + 1);
		assert.deepEqual(
			found?.senses.map((sense) => table.getCard(sense).term),
			['International Chamber of Commerce', 'International Criminal Court'],
		);
	});
	it('are left out where the writer said: not this', () => {
		const excludedSenses = new Set([senseIdOf('ICCs', { term: 'International Criminal Court' })]);
		assert.deepEqual(sensesOf('The ICC said.', { excludedSenses }), ['ICC: International Chamber of Commerce']);
		const both = new Set([...excludedSenses, senseIdOf('ICC', { term: 'International Chamber of Commerce' })]);
		assert.deepEqual(sensesOf('The ICC said.', { excludedSenses: both }), []);
		assert.deepEqual(describeSenses(table, 'The International Criminal Court.', { excludedSenses }), [
			'International Criminal Court: International Criminal Court',
		]);
	});
	it('have ids that show no words', () => {
		assert.match(senseIdOf('ICC', { term: 'International Criminal Court' }), /^[a-z0-9]{8,14}$/);
		assert.notEqual(senseIdOf('ICC', { term: 'A' }), senseIdOf('ICC', { term: 'B' }));
	});
	it('count each in the documents that mean it', () => {
		const { cards } = buildLexicon(...courts);
		const counts = cards.filter(({ term }) => /^International C/.test(term)).map(({ term, documents }) => `${term} ${documents}`);
		assert.deepEqual(counts.sort(), ['International Chamber of Commerce 1', 'International Criminal Court 2']);
	});
	it('are two entries of the writer’s with one alias', () => {
		const lexicon = new Lexicon();
		lexicon.setGlossary('a', parseGlossary('## International Criminal Court\nAlso: ICC, the court\n\n## Cricket Council\nAlso: ICC\n'));
		const own = TermTable.open(lexicon.build().table);
		assert.deepEqual(describeSenses(own, 'ICC'), ['ICC: International Criminal Court or Cricket Council']);
		assert.deepEqual(describeSenses(own, 'Cricket Council, ICC'), [
			'Cricket Council: Cricket Council',
			'ICC again: Cricket Council or International Criminal Court',
		]);
	});
	it('are two where half of the words are the same, and receipts keep to the long form beside the acronym', () => {
		const ministries = buildLexicon(
			'The Ministry of Fisheries (MoF) met. The MoF of the north disputes this.',
			'Statement of the Ministry of Fisheries.\n\nThe Ministry of Finance (MoF) will pay 3 million dollars. The MoF said so.',
		);
		const opened = TermTable.open(ministries.table);
		assert.deepEqual(describeSenses(opened, 'The MoF.'), ['MoF: Ministry of Fisheries or Ministry of Finance']);
		const fisheries = ministries.cards.find((card) => card.term === 'Ministry of Fisheries');
		assert.ok(fisheries !== undefined);
		assert.deepEqual(
			fisheries.evidence.filter((receipt) => receipt.text.includes('Finance') || receipt.text.includes('said so')),
			[],
		);
	});
	it('are not made of long forms that only vary', () => {
		const varied = buildLexicon(
			'Korean massage parlors (KMPs) are many. KMPs stay open.',
			'Korean massage parlors (KMPs) are here. A Korean massage parlour business (KMP) too.',
		);
		const lines = describeSenses(TermTable.open(varied.table), 'KMPs');
		assert.ok(lines.length === 1 && !lines[0]?.includes(' or '), lines.join());
	});
});

describe('recognised terms', () => {
	const lexicon = new Lexicon();
	lexicon.setGlossary('a', parseGlossary('## massage parlor\n## KMP\n## 정부\n## 人工知能\n'));
	const table = TermTable.open(lexicon.build().table);
	const note = 'A KMP, a massage parlor, 정부는 KMPs 정부 人工知能.';
	it('know the first place of each', () => {
		assert.deepEqual(
			describeSenses(table, note).filter((line) => line.includes('again')),
			['KMPs again: KMP', '정부 again: 정부'],
		);
	});
	it('are left out by script and by kind', () => {
		assert.equal(describeSenses(table, note, { hiddenScripts: new Set(['hangul', 'han'] as const) }).length, 3);
		assert.equal(describeSenses(table, note, { hiddenKinds: new Set(['own'] as const) }).length, 0);
		assert.equal(recogniseTermAt(table, note, findProse(note, 'markdown'), 3, { hiddenScripts: new Set(['latin'] as const) }), undefined);
	});
});
