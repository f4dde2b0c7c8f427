import type { Card, OwnEntry } from './card.ts';

/** What the writer's glossary says, without what it does not say. */
type PackedEntry = Pick<OwnEntry, 'glossaryId' | 'text'> & Partial<OwnEntry>;

/** A card that has nothing but what one glossary says, as most of a large one, in as few words as it takes: written by `packOwn`. */
interface PackedOwn {
	readonly term: string;
	readonly glossaryId: string;
	readonly text: string;
}

/** Any other card, without what it has nothing of. */
type PackedCard = Pick<Card, 'term' | 'kind'> & Partial<Omit<Card, 'ownEntries'>> & { readonly ownEntries?: readonly PackedEntry[] };

/**
 * A card as JSON, as the table has it; for `unpackCard`. A new field is named in both, and in `isOwnAlone`; another form of the JSON is another version
 * in `tableSections`.
 */
export function packCard(card: Card): string {
	const { term, kind, aliases, expansion, own, ownEntries, definition, evidence, figures, disagreements, related } = card;
	const only = ownEntries?.length === 1 && isOwnAlone(card) ? ownEntries[0] : undefined;
	if (only !== undefined && only.text === own && only.context === null && only.vision === null) {
		return packOwn({ term, glossaryId: only.glossaryId, text: own });
	}
	const packed: Record<keyof Card, unknown> = {
		term,
		kind,
		aliases: orAbsent(aliases),
		expansion: expansion ?? undefined,
		// With one entry it is the text of that.
		own: own === null || (ownEntries?.length === 1 && ownEntries[0]?.text === own) ? undefined : own,
		definition: definition ?? undefined,
		evidence: orAbsent(evidence),
		figures: orAbsent(figures),
		disagreements: orAbsent(disagreements),
		related: orAbsent(related),
		mentions: card.mentions === 0 ? undefined : card.mentions,
		documents: card.documents === 0 ? undefined : card.documents,
		ownEntries: ownEntries?.map(packEntry),
	};
	return JSON.stringify(packed);
}

/** As `JSON.stringify` has it, in half its time where nothing is to be escaped: there may be a hundred thousand. */
function packOwn({ term, glossaryId, text }: PackedOwn): string {
	return `{"term":${quote(term)},"glossaryId":${quote(glossaryId)},"text":${quote(text)}}`;
}

function quote(text: string): string {
	return unescaped.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Plain letters and signs, but for the quotation mark and the backslash. */
const unescaped = /^[ !#-[\]-~]*$/;

/** The card, with all its fields. */
export function unpackCard(json: string): Card {
	const packed = toPackedCard(JSON.parse(json) as PackedCard | PackedOwn);
	const ownEntries = packed.ownEntries?.map(unpackEntry);
	const card: Required<Omit<Card, 'ownEntries'>> = {
		term: packed.term,
		kind: packed.kind,
		aliases: packed.aliases ?? [],
		expansion: packed.expansion ?? null,
		own: packed.own ?? (ownEntries?.length === 1 ? (ownEntries[0]?.text ?? null) : null),
		definition: packed.definition ?? null,
		evidence: packed.evidence ?? [],
		figures: packed.figures ?? [],
		disagreements: packed.disagreements ?? [],
		related: packed.related ?? [],
		mentions: packed.mentions ?? 0,
		documents: packed.documents ?? 0,
	};
	return ownEntries === undefined ? card : { ...card, ownEntries };
}

/** Whether no document says anything of it, and the glossary no other name. */
function isOwnAlone({
	kind,
	aliases,
	expansion,
	definition,
	evidence,
	figures,
	disagreements,
	related,
	mentions,
	documents,
}: Card): boolean {
	return (
		kind === 'own' &&
		expansion === null &&
		definition === null &&
		aliases.length + evidence.length + figures.length + disagreements.length + related.length + mentions + documents === 0
	);
}

function toPackedCard(packed: PackedCard | PackedOwn): PackedCard {
	return 'glossaryId' in packed
		? { term: packed.term, kind: 'own', ownEntries: [{ glossaryId: packed.glossaryId, text: packed.text }] }
		: packed;
}

function packEntry(entry: OwnEntry): PackedEntry {
	const { glossaryId, context, vision, text } = entry;
	return context === null && vision === null ? { glossaryId, text } : entry;
}

function unpackEntry({ glossaryId, context = null, vision = null, text }: PackedEntry): OwnEntry {
	return { glossaryId, context, vision, text };
}

function orAbsent<Item>(items: readonly Item[]): readonly Item[] | undefined {
	return items.length === 0 ? undefined : items;
}
