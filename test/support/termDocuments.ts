import { type ExtractionSource, extractFindings } from '../../src/terms/extraction/extract.ts';
import type { Findings } from '../../src/terms/findings.ts';
import { Lexicon, type LexiconBuild } from '../../src/terms/lexicon.ts';
import { findTerms } from '../../src/terms/matcher.ts';
import { findProse } from '../../src/terms/noteProse.ts';
import type { TableBuffer } from '../../src/terms/tableSections.ts';
import type { TermDocument } from '../../src/terms/termDocument.ts';
import { TermTable } from '../../src/terms/termTable.ts';

/** A document of text alone, or with what else is given. */
export function makeTermDocument(id: string, text: string, more: Partial<TermDocument> = {}): TermDocument {
	return { id, title: null, author: null, publisher: null, date: null, language: 'en', text, pages: [], headings: [], quotes: [], ...more };
}

/** What extraction finds in a text alone. */
export function findingsOf(text: string, more: Partial<ExtractionSource> = {}): Findings {
	return extractFindings(makeTermDocument('file:///x', text, more));
}

/** The cards and table of some documents: texts alone, or whole documents. */
export function buildLexicon(...documents: readonly (string | TermDocument)[]): LexiconBuild {
	const lexicon = new Lexicon();
	documents.forEach((given, at) => {
		const document = typeof given === 'string' ? makeTermDocument(`file:///${at}`, given) : given;
		lexicon.replaceDocument(document, extractFindings(document));
	});
	return lexicon.build();
}

/** What is recognised in a note, as `words => term`. */
export function explain(build: LexiconBuild, note: string, languageId = 'markdown'): string[] {
	return explainIn(TermTable.open(build.table), note, languageId);
}

/** `explain` by a table that is open. */
export function explainIn(table: TermTable, note: string, languageId = 'markdown'): string[] {
	return findTerms(table, note, findProse(note, languageId)).map(
		(match) => `${note.slice(match.start, match.end)} => ${table.getCard(match.cardIndex).term}`,
	);
}

/** The last of several tables that came one after another, some of them only as what changed. */
export function followTables(tables: readonly TableBuffer[]): TermTable {
	return tables.reduce<TermTable>((table, buffer) => TermTable.update(table, buffer), TermTable.empty());
}
