import type { Card, Disagreement, Receipt, TermKind } from './card.ts';
import { DatedEvents, readEventBehind } from './datedEvents.ts';
import { findDefinitionDisagreement } from './definitionDisagreements.ts';
import { rankDefinitions } from './definitionRank.ts';
import { EvidenceHeap } from './evidence.ts';
import type { DefinitionFinding } from './findings.ts';
import type { TermMatch } from './formWalk.ts';
import type { LexiconDocument } from './lexicon.ts';
import { Measures } from './measureDisagreements.ts';
import { MeasureReader } from './measures.ts';
import { fitReceipt, makeReceipt } from './receipts.ts';
import type { TermRecord } from './termRecords.ts';

/** What was counted of one term. */
interface Tally {
	mentions: number;
	documents: number;
	lastDocument: number;
	/** Made when the first sentence is found; so is all that follows. */
	evidence: EvidenceHeap | undefined;
	/** Sentences with a figure. */
	figures: EvidenceHeap | undefined;
	/** What happened to it in which year; made when the first is found. */
	events: DatedEvents | undefined;
	/** What is told of it in numbers; made when the first is found. */
	measures: Measures | undefined;
	/** Terms of the same sentences, and how many sentences. */
	neighbours: Map<number, number> | undefined;
}

/** A term is related to at most so many others, and sentences with more terms than this are lists. */
const maxRelated = 5;
const maxSentenceTerms = 8;
/** Sentences with figures that are kept: a definition and three others may be shown already, three more are wanted. */
const maxFigures = 7;
/** Neighbours are counted in so many different terms at most, so that a frequent term costs no more than a rare one. */
const maxNeighbours = 200;

/** Of what one says in one go so many sentences are looked at; shorter ones greet and thank. */
const maxSaid = 4;
const minSaid = 25;

/** Counts where terms stand, document by document, and makes their cards. */
export class CardMaker {
	readonly #records: readonly TermRecord[];
	readonly #documents: readonly LexiconDocument[];
	readonly #tallies: Tally[];
	readonly #kept = new Set<number>();
	/** Of the document whose matches are taken in. */
	#measures: { readonly document: number; readonly reader: MeasureReader } | undefined;

	constructor(records: readonly TermRecord[], documents: readonly LexiconDocument[]) {
		this.#records = records;
		this.#documents = documents;
		this.#tallies = records.map(() => ({
			mentions: 0,
			documents: 0,
			lastDocument: -1,
			evidence: undefined,
			figures: undefined,
			events: undefined,
			measures: undefined,
			neighbours: undefined,
		}));
	}

	/** Takes in what people say in pull quotes and transcripts: evidence of those people's cards, though their names stand outside of it. */
	addQuotes(document: number, findCard: (name: string) => number | undefined): void {
		const entry = this.#documents[document];
		if (entry === undefined) {
			return;
		}
		const { document: source, sentences, utterances } = entry;
		const cards = new Map<string, number | undefined>();
		const add = (speaker: string, sentence: number, worth: number) => {
			const card = cards.has(speaker) ? cards.get(speaker) : findCard(speaker);
			cards.set(speaker, card);
			const range = sentences.get(sentence);
			if (card !== undefined && range !== undefined) {
				const score = sentences.getScore(source, entry, sentence, range.start) + worth;
				evidenceOf(this.#tallies[card] as Tally).add({ document, sentence, place: { start: range.start, end: range.start + 1 }, score });
			}
		};
		for (const { speaker, start } of source.quotes) {
			if (speaker !== null) {
				add(speaker, sentences.findAt(start), 1.5);
			}
		}
		for (const { speaker, start, end } of utterances.all) {
			for (let at = speaker === null ? -1 : sentences.findFrom(start), count = 0; at >= 0 && count < maxSaid; at++, count++) {
				if ((sentences.get(at)?.end ?? Number.POSITIVE_INFINITY) > end) {
					break;
				}
				if ((sentences.get(at)?.end ?? 0) - (sentences.get(at)?.start ?? 0) >= minSaid) {
					add(speaker ?? '', at, 0);
				}
			}
		}
	}

	/** Takes in the matches of one document, in order. */
	addMatches(document: number, matches: readonly TermMatch[]): void {
		const entry = this.#documents[document];
		if (entry === undefined) {
			return;
		}
		let sentence = -1;
		let inSentence: number[] = [];
		for (const match of matches) {
			const tally = this.#tallies[match.cardIndex];
			if (tally === undefined) {
				continue;
			}
			tally.mentions++;
			if (tally.lastDocument !== document) {
				tally.lastDocument = document;
				tally.documents++;
			}
			const at = entry.sentences.findAt(match.start);
			if (at !== sentence) {
				this.#relate(inSentence);
				sentence = at;
				inSentence = [];
			}
			inSentence.push(match.cardIndex);
			if (at >= 0) {
				this.#noteStatements(match, document, at);
			}
			if (at >= 0) {
				const score = entry.sentences.getScore(entry.document, entry, at, match.start);
				if (score > (tally.evidence?.threshold ?? Number.NEGATIVE_INFINITY)) {
					evidenceOf(tally).add({ document, sentence: at, place: { start: match.start, end: match.end }, score });
				}
				if (score > (tally.figures?.threshold ?? Number.NEGATIVE_INFINITY) && entry.sentences.hasFigure(entry.document.text, entry, at)) {
					tally.figures ??= new EvidenceHeap(maxFigures, maxFigures);
					tally.figures.add({ document, sentence: at, place: { start: match.start, end: match.end }, score });
				}
			}
		}
		this.#relate(inSentence);
	}

	/** Keeps what the sentence tells of the term by year or number, for other documents may tell it otherwise. */
	#noteStatements({ cardIndex, start, end }: TermMatch, document: number, sentence: number): void {
		const [entry, tally, record] = [this.#documents[document], this.#tallies[cardIndex], this.#records[cardIndex]];
		const range = entry?.sentences.get(sentence);
		if (entry === undefined || tally === undefined || record === undefined || range === undefined) {
			return;
		}
		const place = { start, end };
		const event = readEventBehind(entry.document.text, end);
		if (event !== undefined) {
			tally.events ??= new DatedEvents();
			tally.events.add({ ...event, document, sentence, place });
		}
		if (this.#measures?.document !== document) {
			this.#measures = { document, reader: new MeasureReader(entry.document.text, entry.figures) };
		}
		const isName = isCalledByName(record) && !isWrittenSmall(record, entry.document.text.slice(start, end));
		const measure = isName ? this.#measures.reader.read(range, place) : undefined;
		// What somebody does to many may be done again; what an event did to them is told of once.
		if (measure !== undefined && !(measure.isEvent && doers.has(record.joined.kind))) {
			tally.measures ??= new Measures();
			tally.measures.add({ ...measure, document, documentYear: entry.document.date?.slice(0, 4) ?? null, sentence, place });
		}
	}

	#relate(cards: readonly number[]): void {
		const different = [...new Set(cards)];
		if (different.length < 2 || different.length > maxSentenceTerms) {
			return;
		}
		for (const card of different) {
			const tally = this.#tallies[card] as Tally;
			tally.neighbours ??= new Map();
			const { neighbours } = tally;
			for (const other of different) {
				if (other !== card && (neighbours.has(other) || neighbours.size < maxNeighbours)) {
					neighbours.set(other, (neighbours.get(other) ?? 0) + 1);
				}
			}
		}
	}

	/** The terms that get a card, the writer's own first, then best first: known in more documents, more often, with a definition. */
	rank(): number[] {
		const ranked = this.#records
			.map((record, at) => ({ at, record, tally: this.#tallies[at] as Tally }))
			.filter(({ record, tally }) => record.joined.kind === 'own' || isWorthACard(record, tally))
			.map(({ at, record, tally }) => ({ at, score: weightOf(record, tally) }))
			.sort((a, b) => b.score - a.score || a.at - b.at)
			.map(({ at }) => at);
		for (const at of ranked) {
			this.#kept.add(at);
		}
		return ranked;
	}

	makeCard(at: number): Card {
		const record = this.#records[at] as TermRecord;
		const tally = this.#tallies[at] as Tally;
		const own = record.joined.groups.find((group) => group.own !== undefined);
		const definition = this.#findDefinition(record);
		const shown = definition === null ? [] : [definition];
		const evidence = this.#choose(tally.evidence, shown);
		const figures = this.#choose(tally.figures, [...shown, ...evidence]);
		return {
			term: record.names.term,
			kind: record.joined.kind,
			aliases: record.names.aliases,
			expansion: record.names.expansion,
			own: own?.own?.text ?? null,
			...(own === undefined ? {} : { ownEntries: own.ownEntries }),
			definition,
			evidence,
			figures,
			disagreements: this.#findDisagreements(record, tally),
			related: this.#findRelated(tally, record),
			mentions: tally.mentions,
			documents: tally.documents,
		};
	}

	/** Years, numbers and meanings that documents give differently. Of names only: `the church was built in 1850` may be another church. */
	#findDisagreements(record: TermRecord, tally: Tally): Disagreement[] {
		const events = !isCalledByName(record) ? [] : (tally.events?.findDisagreements() ?? []);
		const told = [...events, ...(tally.measures?.findDisagreements() ?? [])].map(({ what, tellings }) => ({
			what,
			receipts: tellings.flatMap(({ document, sentence, place }) => this.#toReceipt(document, sentence, place) ?? []),
		}));
		const meant = findDefinitionDisagreement(listDefinitions(record));
		return meant === undefined
			? told
			: [
					...told,
					{ what: meant.what, receipts: meant.tellings.flatMap(({ document, finding }) => this.#toDefinition(document, finding) ?? []) },
				];
	}

	/** At most three sentences that are not shown yet. */
	#choose(heap: EvidenceHeap | undefined, shown: readonly Receipt[]): Receipt[] {
		const chosen = heap?.choose(3, ({ document, sentence }) => shown.some((receipt) => this.#isSame(receipt, document, sentence)));
		return (chosen ?? []).flatMap(({ document, sentence, place }) => this.#toReceipt(document, sentence, place) ?? []);
	}

	#findDefinition(record: TermRecord): Receipt | null {
		const definitions = listDefinitions(record);
		const [best] = rankDefinitions(
			definitions.flatMap(({ document, finding }) => {
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

	#isSame(receipt: Receipt, document: number, sentence: number): boolean {
		const entry = this.#documents[document];
		const range = entry?.sentences.get(sentence);
		return entry?.document.id === receipt.documentId && range !== undefined && range.start < receipt.end && receipt.start < range.end;
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

	#findRelated(tally: Tally, record: TermRecord): string[] {
		return [...(tally.neighbours ?? [])]
			.filter(([other]) => this.#kept.has(other))
			.map(([other, together]) => ({ other, weight: together / Math.sqrt(1 + (this.#tallies[other]?.mentions ?? 0)) }))
			.sort((a, b) => b.weight - a.weight || a.other - b.other)
			.map(({ other }) => this.#records[other]?.names.term ?? '')
			.filter((term) => term !== '' && term !== record.names.term)
			.slice(0, maxRelated);
	}
}

/** Whoever may do to many what happened to them more than once. */
const doers: ReadonlySet<TermKind> = new Set(['person', 'organisation', 'place', 'acronym']);

/** Whether the term is somebody's or something's own name, as far as a capital tells. */
function isCalledByName({ joined, names }: TermRecord): boolean {
	return joined.kind !== 'concept' || /\p{Lu}/u.test(names.term);
}

/** `the maternal mortality ratio` of a concept that headings write with capitals: here it is no name, and may be that of any country. */
function isWrittenSmall({ joined }: TermRecord, written: string): boolean {
	return joined.kind === 'concept' && /^\p{Ll}/u.test(written) && !/\p{Lu}/u.test(written);
}

function evidenceOf(tally: Tally): EvidenceHeap {
	tally.evidence ??= new EvidenceHeap();
	return tally.evidence;
}

/** A term must stand in the text. A mere key term must stand there twice. */
function isWorthACard(record: TermRecord, tally: Tally): boolean {
	return tally.mentions >= (isStrong(record) ? 1 : 2);
}

/** Whether more speaks for the term than that words stand side by side: a name, a definition, an acronym. */
export function isStrong({ joined: { groups, shorts } }: TermRecord): boolean {
	return (
		shorts.size > 0 ||
		groups.some((group) => group.nameCount > 0 || group.definitions.length > 0 || group.kinds.size > 0 || group.longs.size > 0)
	);
}

/** What documents say the term is. */
function listDefinitions({ joined: { groups } }: TermRecord): { readonly document: number; readonly finding: DefinitionFinding }[] {
	return groups.flatMap((group) => group.definitions.map(({ document, finding }) => ({ document: document.order, finding })));
}

function weightOf(record: TermRecord, tally: Tally): number {
	const isDefined = record.joined.groups.some((group) => group.definitions.length > 0);
	const own = record.joined.kind === 'own' ? 1_000 : 0;
	return (
		own +
		Math.log2(1 + tally.mentions) +
		2 * Math.log2(1 + tally.documents) +
		(isDefined ? 2 : 0) +
		(record.names.expansion === null ? 0 : 1)
	);
}
