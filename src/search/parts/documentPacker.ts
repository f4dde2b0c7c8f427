import type { Steps } from '../../base/steps.ts';
import { ByteWriter, NumberList } from './bytes.ts';
import { ColumnWriter } from './columns.ts';
import { IdWriter } from './documentIds.ts';
import type { SegmentSummary } from './packer.ts';
import { rowsPerStep, type Source, toBytes } from './packingSource.ts';
import type { Sections } from './segmentFile.ts';
import { firstAtOrAfter, type TokenTable } from './tokenTable.ts';
import type { PackedWords } from './wordPacker.ts';

interface PackedDocuments {
	readonly count: number;
	readonly languageCounts: ReadonlyMap<string, number>;
	readonly totals: Pick<SegmentSummary, 'documentLength' | 'bodyLength' | 'contextLength'>;
	readonly sections: Pick<
		Sections,
		| 'documentStarts'
		| 'documents'
		| 'ids'
		| 'idBlocks'
		| 'firstPassages'
		| 'documentLanguages'
		| 'rowStarts'
		| 'rows'
		| 'bodyLengths'
		| 'contextLengths'
		| 'tokenStarts'
		| 'tokens'
	>;
}

export function* packDocuments(sources: readonly Source[], { languages }: PackedWords): Steps<PackedDocuments> {
	const documentStarts = new NumberList();
	const firstPassages = new NumberList();
	const ids = new IdWriter();
	const rowStarts = new NumberList();
	const rows = new ByteWriter();
	const tokenStarts = new NumberList();
	const tokens = new ByteWriter();
	const documents = new ByteWriter();
	const bodyLengths = new ColumnWriter();
	const contextLengths = new ColumnWriter();
	const documentLanguages: number[] = [];
	const languageCounts = new Map<string, number>();
	const totals = { documentLength: 0, bodyLength: 0, contextLength: 0 };
	let count = 0;
	let passageTotal = 0;
	let untilStep = rowsPerStep;
	for (const source of sources) {
		for (const number of source.documents) {
			const { id, language, firstPassage, passageCount, length, repeatedTerms } = source.part.documentAt(number);
			const table = source.part.tokensOf(number);
			const contexts = [...new Set(table.contexts)];
			documentStarts.push(documents.length);
			firstPassages.push(passageTotal);
			rowStarts.push(rows.length);
			tokenStarts.push(tokens.length);
			ids.add(id);
			documentLanguages.push(languages.findIndex((entry) => entry.language === language));
			languageCounts.set(language, (languageCounts.get(language) ?? 0) + 1);
			totals.documentLength += length;
			documents.addNumber(length);
			documents.addNumber(repeatedTerms.size);
			for (const [term, times] of repeatedTerms) {
				documents.addNumber(source.terms[term] ?? 0);
				documents.addNumber(times);
			}
			documents.addNumber(contexts.length);
			for (const context of contexts) {
				documents.addNumber(context.length);
				for (const word of context) {
					documents.addNumber(source.ranks[word] ?? 0);
				}
			}
			let lastEnd = 0;
			for (let ordinal = 0; ordinal < passageCount; ordinal++) {
				const passage = firstPassage + ordinal;
				const { start, end } = source.part.rangeOf(passage);
				const bodyLength = source.part.bodyLengths[passage] ?? 0;
				const contextLength = source.part.contextLengths[passage] ?? 0;
				const tokensStart = tokens.length;
				writeTokens(table, ordinal, source, tokens);
				rows.addNumber(start - lastEnd);
				rows.addNumber(end - start);
				rows.addNumber(contexts.indexOf(table.contexts[ordinal] ?? new Uint32Array()));
				rows.addNumber(tokens.length - tokensStart);
				bodyLengths.add(bodyLength);
				contextLengths.add(contextLength);
				totals.bodyLength += bodyLength;
				totals.contextLength += contextLength;
				lastEnd = end;
			}
			passageTotal += passageCount;
			count++;
			untilStep -= table.numbers.length;
			if (untilStep <= 0) {
				untilStep = rowsPerStep;
				yield;
			}
		}
	}
	documentStarts.push(documents.length);
	firstPassages.push(passageTotal);
	rowStarts.push(rows.length);
	tokenStarts.push(tokens.length);
	return {
		count,
		languageCounts,
		totals,
		sections: {
			documentStarts: toBytes(documentStarts.toArray()),
			documents: documents.toBytes(),
			...ids.finish(),
			firstPassages: toBytes(firstPassages.toArray()),
			documentLanguages: Uint8Array.from(documentLanguages),
			rowStarts: toBytes(rowStarts.toArray()),
			rows: rows.toBytes(),
			bodyLengths: bodyLengths.finish(),
			contextLengths: contextLengths.finish(),
			tokenStarts: toBytes(tokenStarts.toArray()),
			tokens: tokens.toBytes(),
		},
	};
}

/** The tokens of one passage: how many; the words with hyphens, joined; then up to the end the ranks of all (0 is a border), for `RowAutomaton`. */
function writeTokens(table: TokenTable, ordinal: number, { ranks }: Source, writer: ByteWriter): void {
	const from = table.passageStarts[ordinal] ?? 0;
	const to = table.passageStarts[ordinal + 1] ?? 0;
	writer.addNumber(to - from);
	const first = firstAtOrAfter(table.joinedStarts, from);
	const behind = firstAtOrAfter(table.joinedStarts, to);
	writer.addNumber(behind - first);
	for (const start of table.joinedStarts.subarray(first, behind)) {
		const words = table.joined.get(start) ?? [];
		writer.addNumber(start - from);
		writer.addNumber(words.length);
		for (const { number, length } of words) {
			writer.addNumber(ranks[number] ?? 0);
			writer.addNumber(length);
		}
	}
	writer.addNibbles(table.numbers.subarray(from, to), ranks);
}
