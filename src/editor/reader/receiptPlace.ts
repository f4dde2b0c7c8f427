import type { Range } from '../../text/range.ts';

/**
 * Where the words of a receipt stand in the text of now: at their old place if they are still there, else at the nearest place where they stand in
 * the same form; `undefined` if they do not stand there any more. A card may be older than the last change of its document, and must never
 * lead to other words than it quotes.
 */
export function findReceiptPlace(text: string, receipt: Range & { readonly text: string }): Range | undefined {
	if (receipt.text === '' || text.startsWith(receipt.text, receipt.start)) {
		return { start: receipt.start, end: receipt.start + receipt.text.length };
	}
	const after = text.indexOf(receipt.text, receipt.start);
	const before = text.lastIndexOf(receipt.text, receipt.start);
	const [start] = [after, before].filter((place) => place >= 0).sort((a, b) => Math.abs(a - receipt.start) - Math.abs(b - receipt.start));
	return start === undefined ? undefined : { start, end: start + receipt.text.length };
}
