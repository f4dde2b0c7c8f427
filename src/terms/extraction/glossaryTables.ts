import { append } from '../../base/append.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';

/** Over a column of terms, and over one that says what they mean. */
const termColumn =
	/^(?:terms?|words?|acronyms?|abbreviations?|expressions?|concepts?|phrases?|begriffe?|abkürzung(?:en)?|termes?|mots?|sigles?|términos?|siglas?|용어|약어|단어|개념|用語|略語|術語|术语|词语)$/iu;
const meaningColumn =
	/^(?:meanings?|definitions?|description|explanation|stands for|long form|full form|in full|what it means|bedeutung|erklärung|signification|définition|significado|definición|정의|뜻|의미|설명|풀이|内容|意味|定義|説明|定义|解释)$/iu;

/** What else stands over a column of things that another one defines, if that one says so in so many words. */
const namedColumn =
	/^(?:indicators?|variables?|measures?|metrics?|items?|names?|fields?|columns?|categor(?:y|ies)|labels?|classes|class|types?|topics?|parameters?|지표|지표명|변수|항목|명칭|이름|구분|指標|項目|指标|名称)$/iu;
const definitionColumn = /^(?:definitions?|meanings?|bedeutung|définition|significado|definición|정의|뜻|의미|定義|意味|定义)$/iu;

/** What measures something: an indicator is described by what it is, as other things need not be. */
const measuredColumn = /^(?:(?:key\s|core\s)?indicators?|variables?|measures?|metrics?|parameters?|지표|지표명|변수|指標|指标)$/iu;
const descriptionColumn = /^(?:description|explanation|what it (?:means|measures|is)|설명|풀이|説明|说明)$/iu;

/** So many rows make a glossary. */
const minRows = 2;
const maxCell = 600;

/** No entry's term has more words. */
export const maxEntryWords = 8;

/**
 * What tables define whose head names a column of terms and one of meanings: a line a row, cells parted by tabs, as readers of tables write them. The
 * definition is the cell.
 */
export function findTableDefinitions(text: string, score: number): DefinitionFinding[] {
	const findings: DefinitionFinding[] = [];
	for (let tab = text.indexOf('\t'); tab >= 0; ) {
		const lineStart = text.lastIndexOf('\n', tab) + 1;
		const lineEnd = endOfLine(text, tab);
		const head =
			lineEnd - lineStart > 300
				? []
				: text
						.slice(lineStart, lineEnd)
						.split('\t')
						.map((cell) => cell.replace(/[*:_]|\([^()]{0,30}\)/g, '').trim());
		const meaning = head.findIndex((cell) => meaningColumn.test(cell));
		const named = head.findIndex((cell) => termColumn.test(cell));
		const isDefining = definitionColumn.test(head[meaning] ?? '');
		const measured = descriptionColumn.test(head[meaning] ?? '') ? head.findIndex((cell) => measuredColumn.test(cell)) : -1;
		const term = named >= 0 ? named : isDefining ? head.findIndex((cell) => namedColumn.test(cell)) : measured;
		let end = lineEnd;
		if (term >= 0 && meaning >= 0 && term !== meaning) {
			const rows: DefinitionFinding[] = [];
			while (end < text.length) {
				const next = endOfLine(text, end + 1);
				const line = text.slice(end + 1, Math.min(next, end + 1 + 4 * maxCell));
				if (!line.includes('\t')) {
					break;
				}
				const row = readRow(line, end + 1, term, meaning, score);
				if (row !== undefined) {
					rows.push(row);
				}
				end = next;
			}
			append(findings, rows.length >= minRows ? rows : []);
		}
		tab = text.indexOf('\t', end);
	}
	return findings;
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

function readRow(line: string, start: number, termAt: number, meaningAt: number, score: number): DefinitionFinding | undefined {
	const cells = line.split('\t');
	const [written = '', meaning = ''] = [cells[termAt], cells[meaningAt]];
	const term = written.trim();
	const definition = meaning.trim();
	if (
		term.length < 2 ||
		term.length > 80 ||
		definition.length < 8 ||
		definition.length > maxCell ||
		tokenise(term).length > maxEntryWords
	) {
		return undefined;
	}
	const offsetOf = (cell: number, words: string) =>
		start + cells.slice(0, cell).join('\t').length + (cell > 0 ? 1 : 0) + (cells[cell] ?? '').indexOf(words);
	const [termStart, from] = [offsetOf(termAt, term), offsetOf(meaningAt, definition)];
	const place = { definitionStart: from, definitionEnd: from + definition.length, start: from, end: from + definition.length };
	return { term, text: definition, termStart, termEnd: termStart + term.length, score, ...place };
}
