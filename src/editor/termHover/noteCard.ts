import type { Card } from '../../terms/card.ts';

/**
 * The card as it is shown in a note that is itself a document of the library: without what the note says, since nobody wants to be quoted to
 * themselves as a source; but where it tells something otherwise than its sources, that stays. `undefined` if nothing else is left to show.
 */
export function toNoteCard(card: Card, noteId: string): Card | undefined {
	const isOther = (receipt: { readonly documentId: string }) => receipt.documentId !== noteId;
	const receipts = [...(card.definition === null ? [] : [card.definition]), ...card.evidence, ...card.figures];
	if (receipts.every(isOther)) {
		return card;
	}
	const [definition] = card.definition === null ? [] : [card.definition].filter(isOther);
	const [evidence, figures] = [card.evidence.filter(isOther), card.figures.filter(isOther)];
	if (card.own === null && definition === undefined && evidence.length + figures.length === 0) {
		return undefined;
	}
	return { ...card, definition: definition ?? null, evidence, figures };
}
