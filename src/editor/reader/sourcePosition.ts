import { decodeBytes } from '../../library/charset.ts';
import type { DocumentKind } from '../../library/document.ts';

/** A place as editors count it, from 0. */
export interface SourcePosition {
	readonly line: number;
	/** In UTF-16 units. */
	readonly character: number;
}

/**
 * Lines and columns of offsets in a file, in ascending order of the offsets. VS Code makes all line ends of a file the same, which moves offsets
 * but no line: so lines are counted in the file's own text, decoded as the readers decode it (RTF: a byte a unit).
 */
export function toSourcePositions(bytes: Uint8Array, kind: DocumentKind, offsets: readonly number[]): readonly SourcePosition[] {
	return toPositions(kind === 'rtf' ? new TextDecoder('latin1').decode(bytes) : decodeBytes(bytes).text, offsets);
}

/** As VS Code counts: a line ends with `\r\n`, `\r` or `\n`, and nothing else. Offsets beyond the end mean the end. */
export function toPositions(text: string, offsets: readonly number[]): readonly SourcePosition[] {
	const ends = /\r\n|\r|\n/g;
	const positions: SourcePosition[] = [];
	let line = 0;
	let lineStart = 0;
	let end = ends.exec(text);
	for (const offset of offsets) {
		while (end !== null && end.index + end[0].length <= offset) {
			line++;
			lineStart = end.index + end[0].length;
			end = ends.exec(text);
		}
		positions.push({ line, character: Math.min(offset, end?.index ?? text.length) - lineStart });
	}
	return positions;
}
