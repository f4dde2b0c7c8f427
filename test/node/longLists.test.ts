import assert from 'node:assert/strict';
import { takeAllSteps } from '../../src/base/steps.ts';
import { emptyContent } from '../../src/library/document.ts';
import { findGlossaryDefinitions } from '../../src/terms/extraction/glossaryDefinitions.ts';
import { findTableDefinitions } from '../../src/terms/extraction/glossaryTables.ts';
import { readText as splitText } from '../../src/terms/extraction/reading.ts';
import { parseGlossary } from '../../src/terms/glossary.ts';
import { readText } from '../support/reading.ts';

/** More than a call takes as arguments: whatever is handed over by `f(...items)` throws. */
const count = 150_000;

/** Each case is one list of `count` things in one place of a document. */
describe('lists longer than a call takes arguments', () => {
	it('rows of a table of terms', () => {
		assert.equal(findTableDefinitions(`Term\tMeaning\n${'Pew\tA long seat.\n'.repeat(count)}`, 0.9).length, count);
	});
	it('entries of a glossary', () => {
		const headings = [{ level: 1, text: 'Glossary', start: 0, end: 8 }];
		const source = { ...emptyContent('txt', []), text: `Glossary\n\n${'Pew: a long seat\n'.repeat(count)}`, headings };
		assert.equal(findGlossaryDefinitions(takeAllSteps(splitText(source)), 0.9).length, count);
	});
	it('other forms in the writer’s glossary', () => {
		const forms = Array.from({ length: count }, (_, at) => `seat ${at}`).join(', ');
		const [entry] = parseGlossary(`## Pew\n\nAlso: ${forms}\nNot: ${forms}`);
		assert.equal(entry?.aliases.length, count);
		assert.equal(entry.exclusions.length, count);
	});
	it('notes in a paragraph', async () => {
		assert.match((await readText('a[fn:: b] '.repeat(count), 'a.org')).text, /^a a/);
	});
	it('results of a notebook’s cell', async () => {
		const outputs = Array.from({ length: count }, () => ({ output_type: 'stream', text: 'b' }));
		const cells = [{ cell_type: 'code', source: 'print()', outputs }];
		assert.match((await readText(JSON.stringify({ nbformat: 4, metadata: {}, cells }), 'a.ipynb')).text, /print/);
	});
});
