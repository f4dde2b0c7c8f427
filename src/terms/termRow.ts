import type { Card, TermKind } from './card.ts';

/** A term as a list shows it: of a card of kilobytes, a line. */
export interface TermRow {
	readonly term: string;
	readonly kind: TermKind;
	readonly aliases: readonly string[];
	readonly expansion: string | null;
	/** Whether the writer's glossary has it. */
	readonly isOwn: boolean;
	/** Whether a document says what it is. */
	readonly isDefined: boolean;
	/** Whether documents tell it differently. */
	readonly isContested: boolean;
	readonly mentions: number;
	readonly documents: number;
}

/** The row of a card. */
export function toTermRow(card: Card): TermRow {
	const { term, kind, aliases, expansion, mentions, documents } = card;
	return {
		term,
		kind,
		aliases,
		expansion,
		isOwn: card.own !== null || kind === 'own',
		isDefined: card.definition !== null,
		isContested: card.disagreements.length > 0,
		mentions,
		documents,
	};
}
