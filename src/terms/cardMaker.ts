import { BestSentences, type SentenceCandidate } from './bestSentences.ts';
import type { Card, Disagreement, Receipt } from './card.ts';
import { DatedEvents } from './datedEvents.ts';
import { findDefinitionDisagreement, type ToldDefinition } from './definitionDisagreements.ts';
import { rankDefinitions } from './definitionRank.ts';
import { maxFigures } from './documentTally.ts';
import { labelScore } from './evidence.ts';
import type { DefinitionFinding } from './findings.ts';
import type { LexiconDocument } from './lexicon.ts';
import { Measures } from './measureDisagreements.ts';
import { fitReceipt, makeReceipt } from './receipts.ts';
import { foldForm } from './termForms.ts';
import { listOwnEntries, type TermGroup } from './termGroups.ts';
import type { TermRecord } from './termRecords.ts';
import type { TalliedDocument, TermTotals } from './termTotals.ts';
import { isCalledByName } from './termTraits.ts';

/** A term is related to at most so many others. */
const maxRelated = 5;
/** Of all documents so many sentences are kept for a term: three are shown, of other documents if there are. */
const maxEvidence = 8;
/** Neighbours are counted in so many documents at most, so that a frequent term costs not much more than a rare one. */
const maxRelatingDocuments = 40;

/** Makes the cards of terms out of what each document says of them. */
export class CardMaker {
	readonly #totals: TermTotals;
	readonly #documents: readonly LexiconDocument[];

	/** `documents` in their order. */
	constructor(totals: TermTotals, documents: readonly LexiconDocument[]) {
		this.#totals = totals;
		this.#documents = documents;
	}

	/** The card of a term, with what is related to it. */
	makeCard(record: TermRecord): Card {
		const holders = this.#totals.listHolders(record.id);
		const { joined, names, id } = record;
		const own = listOwn(joined.groups);
		const isTold = holders.length > 0 || listDefinitions(record).length > 0;
		const { definition, evidence, figures, disagreements } = isTold ? this.#tell(record, holders) : nothingTold;
		const related = this.findRelated(record, holders);
		const mentions = this.#totals.getMentions(id);
		const documents = this.#totals.getDocuments(id);
		const { term, aliases, expansion } = names;
		const { kind } = joined;
		const text = own === undefined ? null : textOf(own);
		// One object each: there may be a hundred thousand.
		return own === undefined
			? { term, kind, aliases, expansion, own: text, definition, evidence, figures, disagreements, related, mentions, documents }
			: {
					term,
					kind,
					aliases,
					expansion,
					own: text,
					definition,
					evidence,
					figures,
					disagreements,
					related,
					mentions,
					documents,
					ownEntries: own.length === 1 ? listOwnEntries(own[0] as TermGroup) : own.flatMap(listOwnEntries),
				};
	}

	#tell(record: TermRecord, holders: readonly TalliedDocument[]): CardTold {
		const { evidence, figures, events, measures } = gather(record.id, holders);
		const definition = this.#findDefinition(record);
		const shown = definition === null ? [] : [definition];
		const all = this.#choose(evidence, shown);
		// `Headroom` over what the glossary says it is: behind the definition the heading alone tells nothing.
		const chosen = definition === null ? all : all.filter(({ text }) => foldForm(text) !== foldForm(record.names.term));
		// Years, numbers and meanings that documents give differently. Of names only: `the church was built in 1850` may be another church.
		const told = [...(isCalledByName(record) ? events.findDisagreements() : []), ...measures.findDisagreements()];
		return {
			definition,
			evidence: chosen,
			figures: this.#choose(figures, [...shown, ...chosen]),
			disagreements: [
				...told.map(({ what, tellings }) => ({
					what,
					receipts: tellings.flatMap(({ document, sentence, place }) => this.#toReceipt(document, sentence, place) ?? []),
				})),
				...this.#findOtherMeanings(record),
			],
		};
	}

	/** The terms that stand with this one in more of its sentences than chance would have it. */
	findRelated({ id, names }: TermRecord, holders: readonly TalliedDocument[] = this.#totals.listHolders(id)): readonly string[] {
		if (holders.length === 0) {
			return noneRelated;
		}
		// Of many documents some that have nothing in common but that they are taken again next time.
		const sample =
			holders.length <= maxRelatingDocuments ? holders : [...holders].sort((a, b) => a.sample - b.sample).slice(0, maxRelatingDocuments);
		const neighbours = new Map<number, Neighbour>();
		for (const [document, { tally }] of sample.entries()) {
			tally.forNeighbours(tally.indexOf(id), (other) => {
				const neighbour = neighbours.get(other);
				if (neighbour === undefined) {
					neighbours.set(other, { count: 1, documents: 1, last: document });
				} else {
					neighbour.count++;
					neighbour.documents += neighbour.last === document ? 0 : 1;
					neighbour.last = document;
				}
			});
		}
		const found: { readonly term: string; readonly key: string; readonly weight: number }[] = [];
		for (const [other, { count, documents }] of neighbours) {
			const record = this.#totals.getKept(other);
			if (record !== undefined && record.names.term !== '' && record.names.term !== names.term) {
				// How often in all documents: those that were not looked at hold no more of it than there is.
				const times = Math.min(holders.length / sample.length, this.#totals.getRoundDocuments(other) / documents);
				const weight = (count * Math.max(1, times)) / Math.sqrt(this.#totals.getRoundMentions(other));
				found.push({ term: record.names.term, key: record.joined.groups[0]?.key ?? '', weight });
			}
		}
		return found
			.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
			.slice(0, maxRelated)
			.map(({ term }) => term);
	}

	#findOtherMeanings(record: TermRecord): Disagreement[] {
		const meant = findDefinitionDisagreement(listDefinitions(record));
		return meant === undefined
			? []
			: [{ what: meant.what, receipts: meant.tellings.flatMap(({ document, finding }) => this.#toDefinition(document, finding) ?? []) }];
	}

	/** At most three sentences that are not shown yet, and none in the words of another. */
	#choose(best: BestSentences, shown: readonly Receipt[]): Receipt[] {
		// Where something is told of the term, the cell or heading that is nothing but the term tells no more.
		const isKnown = ({ document, sentence, score }: SentenceCandidate) =>
			(score <= labelScore && shown.length > 0) || shown.some((receipt) => this.#isSame(receipt, document, sentence));
		const chosen = best.choose(3, isKnown, (one, other) => this.#saysSame(one, other));
		return chosen.flatMap(({ document, sentence, place }) => this.#toReceipt(document, sentence, place) ?? []);
	}

	#findDefinition(record: TermRecord): Receipt | null {
		const [best] = rankDefinitions(
			listDefinitions(record).flatMap(({ document, finding }) => {
				const entry = this.#documents[document];
				return entry === undefined ? [] : [{ document, finding, text: entry.document.text }];
			}),
		);
		return best === undefined ? null : (this.#toDefinition(best.document, best.finding) ?? null);
	}

	#toDefinition(document: number, finding: DefinitionFinding): Receipt | undefined {
		const entry = this.#documents[document];
		if (entry === undefined) {
			return undefined;
		}
		const range = fitReceipt(entry.document.text, finding, { start: finding.termStart, end: finding.termEnd });
		return makeReceipt(entry.document, range, entry);
	}

	/** Whether the sentence is the receipt's, or has its words. */
	#isSame(receipt: Receipt, document: number, sentence: number): boolean {
		const entry = this.#documents[document];
		const range = entry?.sentences.get(sentence);
		if (entry === undefined || range === undefined) {
			return false;
		}
		return (
			(entry.document.id === receipt.documentId && range.start < receipt.end && receipt.start < range.end) ||
			(range.end - range.start === receipt.text.length && entry.document.text.slice(range.start, range.end) === receipt.text)
		);
	}

	#saysSame(one: SentenceCandidate, other: SentenceCandidate): boolean {
		const [ownEntry, otherEntry] = [this.#documents[one.document], this.#documents[other.document]];
		const [own, another] = [ownEntry?.sentences.get(one.sentence), otherEntry?.sentences.get(other.sentence)];
		return (
			own !== undefined &&
			another !== undefined &&
			own.end - own.start === another.end - another.start &&
			ownEntry?.document.text.slice(own.start, own.end) === otherEntry?.document.text.slice(another.start, another.end)
		);
	}

	#toReceipt(document: number, sentence: number, place: { readonly start: number; readonly end: number }): Receipt | undefined {
		const entry = this.#documents[document];
		const whole = entry?.sentences.get(sentence);
		if (entry === undefined || whole === undefined) {
			return undefined;
		}
		const range = fitReceipt(entry.document.text, { start: whole.start, end: Math.max(whole.end, place.end) }, place);
		return makeReceipt(entry.document, range, entry);
	}
}

/** The groups of which the writer's glossaries say something: several where they have a short form and its long one. Nearly all have one, or none. */
function listOwn(groups: readonly TermGroup[]): readonly TermGroup[] | undefined {
	if (groups.length === 1) {
		return groups[0]?.own === undefined ? undefined : groups;
	}
	const own = groups.filter((group) => group.own !== undefined);
	return own.length === 0 ? undefined : own;
}

function textOf(own: readonly TermGroup[]): string {
	if (own.length === 1) {
		return own[0]?.own?.text ?? '';
	}
	const texts = new Set(own.map((group) => group.own?.text ?? ''));
	texts.delete('');
	return [...texts].join('\n\n');
}

/** What documents say on a card. */
type CardTold = Pick<Card, 'definition' | 'evidence' | 'figures' | 'disagreements'>;

/** Of what no document names or defines, as most entries of a large glossary. */
const nothingTold: CardTold = { definition: null, evidence: [], figures: [], disagreements: [] };
const noneRelated: readonly string[] = [];

/** What documents tell of one term. */
interface Told {
	readonly evidence: BestSentences;
	readonly figures: BestSentences;
	readonly events: DatedEvents;
	readonly measures: Measures;
}

function gather(id: number, holders: readonly TalliedDocument[]): Told {
	const told: Told = {
		evidence: new BestSentences(maxEvidence),
		figures: new BestSentences(maxFigures),
		events: new DatedEvents(),
		measures: new Measures(),
	};
	for (const { entry, tally } of holders) {
		const index = tally.indexOf(id);
		const { order } = entry;
		tally.addEvidence(index, order, told.evidence);
		tally.addFigures(index, order, told.figures);
		const statements = tally.getStatements(id);
		for (const event of statements?.events ?? []) {
			told.events.add({ ...event, document: order });
		}
		for (const measure of statements?.measures ?? []) {
			told.measures.add({ ...measure, document: order });
		}
	}
	return told;
}

/** A term that stands in sentences of another one. */
interface Neighbour {
	/** In so many of them, in so many documents. */
	count: number;
	documents: number;
	/** The last of those. */
	last: number;
}

const noDefinitions: readonly ToldDefinition[] = [];

/** What documents say the term is. */
function listDefinitions({ joined: { groups } }: TermRecord): readonly ToldDefinition[] {
	if (groups.every((group) => group.definitions.length === 0)) {
		return noDefinitions;
	}
	return groups.flatMap((group) => group.definitions.map(({ document, finding }) => ({ document: document.order, finding })));
}
