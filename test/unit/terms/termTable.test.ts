import assert from 'node:assert/strict';
import { parseGlossary } from '../../../src/terms/glossary.ts';
import { Lexicon } from '../../../src/terms/lexicon.ts';
import type { TableBuffer } from '../../../src/terms/tableSections.ts';
import { isWholeTable } from '../../../src/terms/tableSections.ts';
import { TermTable } from '../../../src/terms/termTable.ts';
import { explainIn } from '../../support/termDocuments.ts';

/** A glossary of terms of two words; `other` is a term that some have. */
function makeGlossary(count: number, other?: string): ReturnType<typeof parseGlossary> {
	const terms = Array.from({ length: count }, (_, at) => `Depot ${String.fromCharCode(97 + (at % 26))}${at}`);
	return parseGlossary([...terms, ...(other === undefined ? [] : [other])].map((term) => `## ${term}\n\nAbout ${term}.\n`).join('\n'));
}

describe('a table of terms', () => {
	/** The tables that a lexicon gives for these glossaries, one after another. */
	function buildAll(...glossaries: readonly ReturnType<typeof parseGlossary>[]): readonly TableBuffer[] {
		const lexicon = new Lexicon();
		return glossaries.map((glossary) => {
			lexicon.setGlossary('g', glossary);
			return lexicon.build().table;
		});
	}

	it('comes whole in memory that no thread counts as its own, so that nobody stands still for it', () => {
		const [whole, change] = buildAll(makeGlossary(100), makeGlossary(100, 'Lantern'));
		assert.ok(whole instanceof SharedArrayBuffer);
		assert.ok(change instanceof ArrayBuffer);
		const table = TermTable.update(undefined, whole);
		assert.equal(table.listCards()[0]?.term, 'Depot a0');
	});

	it('comes whole first, then as what changed', () => {
		const [first, second, third] = buildAll(makeGlossary(400), makeGlossary(400, 'tide gauge'), makeGlossary(400, 'salt marsh'));
		assert.ok(first && second && third);
		assert.deepEqual([first, second, third].map(isWholeTable), [true, false, false]);
		assert.ok(second.byteLength * 5 < first.byteLength);
		let table = TermTable.open(first);
		assert.deepEqual(explainIn(table, 'A tide gauge, a salt marsh.'), []);
		table = TermTable.update(table, second);
		assert.deepEqual(explainIn(table, 'A tide gauge, a salt marsh.'), ['tide gauge => tide gauge']);
		table = TermTable.update(table, third);
		assert.deepEqual(explainIn(table, 'A tide gauge, a salt marsh.'), ['salt marsh => salt marsh']);
	});

	it('is packed whole as it is now, with all that changed', () => {
		const [first, second] = buildAll(makeGlossary(400), makeGlossary(401, 'tide gauge'));
		assert.ok(first && second);
		const table = TermTable.update(TermTable.open(first), second);
		const packed = TermTable.open(table.pack());
		assert.equal(packed.cardCount, 402);
		assert.deepEqual(packed.listCards(), table.listCards());
		assert.deepEqual(explainIn(packed, 'tide gauges'), ['tide gauges => tide gauge']);
	});

	it('still gives a card to whoever holds a number from before', () => {
		const [first, second] = buildAll(makeGlossary(400, 'tide gauge'), makeGlossary(400));
		assert.ok(first && second);
		const table = TermTable.open(first);
		const index = table.listCards().findIndex(({ term }) => term === 'tide gauge');
		assert.ok(index >= 0);
		const before = Array.from({ length: 402 }, (_, id) => id).filter((id) => id > 0 && table.getCard(id).term === 'tide gauge');
		TermTable.update(table, second);
		assert.deepEqual(
			before.map((id) => table.getCard(id).own),
			['About tide gauge.'],
		);
		assert.ok(table.listCards().every(({ term }) => term !== 'tide gauge'));
	});

	it('takes no change but the next one', () => {
		const [first, second, third] = buildAll(makeGlossary(400), makeGlossary(400, 'tide gauge'), makeGlossary(400));
		assert.ok(first && second && third);
		const table = TermTable.open(first);
		assert.throws(() => TermTable.update(table, third), RangeError);
		assert.throws(() => TermTable.update(undefined, second), RangeError);
		assert.deepEqual(explainIn(TermTable.update(table, second), 'tide gauges'), ['tide gauges => tide gauge']);
	});

	it('of another version is refused', () => {
		const [table] = buildAll(makeGlossary(3));
		assert.ok(table);
		const header = new Uint32Array(table, 0, 2);
		for (const version of [(header[1] ?? 0) - 1, (header[1] ?? 0) + 1]) {
			header[1] = version;
			assert.throws(() => TermTable.open(table), RangeError);
		}
	});

	it('has cards of any length, in any script', () => {
		const texts = ['', 'x'.repeat(299), 'x'.repeat(2_000), '정'.repeat(50), '정'.repeat(90_000), `${'x'.repeat(250)}é`];
		const entries = parseGlossary(texts.map((text, at) => `## Depot ${at}\n\n${text}\n`).join('\n'));
		const [first, second] = buildAll(entries, entries.slice(1));
		assert.ok(first && second);
		assert.deepEqual(
			TermTable.open(first)
				.listCards()
				.map(({ own }) => own),
			texts,
		);
		assert.deepEqual(
			TermTable.update(TermTable.open(first), second)
				.listCards()
				.map(({ own }) => own),
			texts.slice(1),
		);
	});

	it('of nothing knows no word', () => assert.deepEqual(explainIn(TermTable.empty(), 'tide gauges'), []));
});
