import { readXml } from '../container/xml.ts';
import { openDocumentNamespaces } from './odtNames.ts';

const maxLength = 10_000;
const words: ReadonlySet<string> = new Set(['math:mi', 'math:mn', 'math:mo', 'math:mtext', 'math:ms']);
/** What stands between the parts of these, written in one line: the half is 1/2, the square x^2. */
const signs: ReadonlyMap<string, readonly string[]> = new Map([
	['math:mfrac', ['/']],
	['math:msup', ['^']],
	['math:msub', ['_']],
	['math:msubsup', ['_', '^']],
	['math:munder', ['_']],
	['math:mover', ['^']],
	['math:munderover', ['_', '^']],
	['math:mtr', [' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ']],
]);

/** The formula that a part of MathML holds, in one line; empty if it holds none. */
export function readFormula(part: Uint8Array): string {
	let text = '';
	let wordDepth = 0;
	let noteDepth = 0;
	let isFormula = false;
	/** Of each open element its signs, and how many parts of it were begun. */
	const opened: { readonly signs: readonly string[]; partCount: number }[] = [];
	readXml(part, openDocumentNamespaces, {
		open(name) {
			isFormula ||= opened.length === 0 && name === 'math:math';
			const outer = opened.at(-1);
			if (outer) {
				const sign = outer.signs[outer.partCount - 1];
				text += outer.partCount > 0 && sign !== undefined ? sign : '';
				outer.partCount++;
			}
			opened.push({ signs: signs.get(name) ?? [], partCount: 0 });
			wordDepth += words.has(name) ? 1 : 0;
			noteDepth += name === 'math:annotation' ? 1 : 0;
		},
		close(name) {
			opened.pop();
			wordDepth -= words.has(name) ? 1 : 0;
			noteDepth -= name === 'math:annotation' ? 1 : 0;
		},
		text(piece) {
			if (wordDepth > 0 && noteDepth === 0 && text.length < maxLength) {
				text += piece.slice(0, maxLength).trim();
			}
		},
		isDone: () => !isFormula || text.length >= maxLength,
	});
	return isFormula ? text.trim() : '';
}
