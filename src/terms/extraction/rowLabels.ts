import { tokenise } from '../../text/tokenise.ts';

/** Over a column of things that other columns give a number for. */
const labelColumn =
	/^(?:(?:key|core|main|selected|headline)\s)?(?:indicators?|variables?|measures?|metrics?|parameters?|indikator(?:en)?|kennzahl(?:en)?|indicateurs?|indicador(?:es)?|지표|지표명|変数|指標|指标)$/iu;

/** A value: a number with its unit, or nothing that is known. */
const value = /^(?:[<>≤≥~±+–−-]?\s?\p{Sc}?\s?\d[\d.,\s]*\s?(?:%|‰|[\p{L}µ°][\p{L}\d²³/]{0,7})?|[-–—.…*]|n\/?a)$/iu;

/** `Total`, `of which: girls`, `All`: rows that sum up, and name nothing. */
const sums =
	/^(?:(?:sub)?totals?|all|others?|of which|average|mean|median|sum|n|source|notes?|overall|summe|gesamt|합계|계|전체|평균|기타)(?!\p{L})/iu;

const maxLabels = 400;
const maxLabelWords = 4;
const maxLabel = 50;

/**
 * The labels of rows of tables of indicators: a line a row, cells parted by tabs, the head `Indicator`, and values in all other columns that have any
 * (`Stunting\t32 %\t28 %`). Each once; what stands in brackets behind a label is left out. Linear in the text's length.
 */
export function findRowLabels(text: string): readonly string[] {
	const labels = new Set<string>();
	for (let tab = text.indexOf('\t'); tab >= 0 && labels.size < maxLabels; ) {
		const lineStart = text.lastIndexOf('\n', tab) + 1;
		let end = endOfLine(text, tab);
		const head = end - lineStart > maxHead ? [] : text.slice(lineStart, end).split('\t');
		if (head.length > 1 && labelColumn.test((head[0] ?? '').replace(/[*:_]/g, '').trim())) {
			const rows: string[] = [];
			while (end < text.length) {
				const next = endOfLine(text, end + 1);
				const row = text.slice(end + 1, Math.min(next, end + 1 + maxHead)).split('\t');
				if (row.length < 2) {
					break;
				}
				const label = readLabel(row);
				if (label !== undefined) {
					rows.push(label);
				}
				end = next;
			}
			for (const label of rows.length >= minRows ? rows : []) {
				labels.add(label);
			}
		}
		tab = text.indexOf('\t', end);
	}
	return [...labels];
}

/** A longer line is no row of such a table. UTF-16 units. */
const maxHead = 300;
const minRows = 2;

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

function readLabel([first = '', ...rest]: readonly string[]): string | undefined {
	const label = first.replace(/\s*[(（][^()（）]{0,40}[)）]\s*$/u, '').trim();
	const values = rest.map((cell) => cell.trim()).filter((cell) => cell !== '');
	const isMeasured =
		values.length > 0 && values.some((cell) => /\d/.test(cell)) && values.every((cell) => cell.length <= 24 && value.test(cell));
	const isLabel = label.length >= 3 && label.length <= maxLabel && /^\p{L}[\p{L}\p{M}’' -]*$/u.test(label) && !sums.test(label);
	return isMeasured && isLabel && tokenise(label).length <= maxLabelWords ? label : undefined;
}
