import type { Range } from '../text/range.ts';
import { BestSentences, type SentenceCandidate } from './bestSentences.ts';
import { type DatedEvent, isOfNames, readEvent } from './datedEvents.ts';
import { labelScore } from './evidence.ts';
import type { TermMatch } from './formWalk.ts';
import { weighIntroduction } from './introductions.ts';
import type { LexiconDocument } from './lexicon.ts';
import type { ToldMeasure } from './measureDisagreements.ts';
import { type Measure, MeasureReader } from './measures.ts';
import { findDateOf } from './receipts.ts';
import { findHead, type HeadPlace, readReference, standsBetween } from './references.ts';
import type { TermRecord } from './termRecords.ts';
import { doers, isCalledByName, isWrittenSmall } from './termTraits.ts';

/** Of one document so many sentences are kept for a term, so that a long one does not push out all others; so many with figures. */
const maxOfDocument = 3;
/** A definition and three others may be shown already, three more are wanted. */
export const maxFigures = 7;
/** Sentences with more terms than this are lists, and relate nothing. */
const maxSentenceTerms = 8;
/** Of what one says in one go so many sentences are looked at; shorter ones greet and thank. */
const maxSaid = 4;
const minSaid = 25;
/** Of one document a term's neighbours are looked for in so many sentences. */
const maxRelatingSentences = 5;
/** `The project` is one of the last so many sentences; so many places of a name are kept for it. */
const maxBack = 3;
const maxHeads = 8;

/** What sentences tell of a term by year or number. */
interface Statements {
	readonly events: readonly Told<DatedEvent>[];
	readonly measures: readonly Told<ToldMeasure>[];
}

/** Told by the document, whose place among others is not known to itself. */
type Told<Statement> = Omit<Statement, 'document'>;

/** What one document says of each term that stands in it, by the numbers of terms: how often, in which sentences best, and beside which others. */
export class DocumentTally {
	/** Ascending. */
	readonly ids: Uint32Array;
	readonly mentions: Uint32Array;
	readonly #evidence: PackedSentences;
	readonly #figures: PackedSentences;
	readonly #statements: ReadonlyMap<number, Statements>;
	/** Sentences of several terms: how many, and which. */
	readonly #relating: Uint32Array;
	/** By index: where in `#relatingAt` a term's sentences begin; there is where in `#relating` each is. */
	readonly #relatingStarts: Uint32Array;
	readonly #relatingAt: Uint32Array;

	constructor(terms: ReadonlyMap<number, GrowingTally>, relating: readonly number[]) {
		const sorted = [...terms].sort(([a], [b]) => a - b);
		const rows = sorted.map(([, row]) => row);
		this.ids = Uint32Array.from(sorted, ([id]) => id);
		this.mentions = Uint32Array.from(rows, (row) => row.mentions);
		this.#evidence = new PackedSentences(rows.map((row) => row.evidence.all));
		this.#figures = new PackedSentences(rows.map((row) => row.figures?.all ?? []));
		this.#statements = new Map(
			sorted.flatMap(([id, { events, measures }]) => (events.length + measures.length === 0 ? [] : [[id, { events, measures }]])),
		);
		this.#relating = Uint32Array.from(relating);
		this.#relatingStarts = toStarts(rows.map((row) => row.relating.length));
		this.#relatingAt = Uint32Array.from(rows.flatMap((row) => row.relating));
	}

	/** The index of a term; -1 if it does not stand in the document. */
	indexOf(id: number): number {
		let [low, high] = [0, this.ids.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.ids[middle] ?? 0) < id) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return this.ids[low] === id ? low : -1;
	}

	addEvidence(index: number, document: number, best: BestSentences): void {
		this.#evidence.addTo(index, document, best);
	}

	addFigures(index: number, document: number, best: BestSentences): void {
		this.#figures.addTo(index, document, best);
	}

	getStatements(id: number): Statements | undefined {
		return this.#statements.get(id);
	}

	/** Tells the terms that stand beside this one in some sentences, again for each sentence. */
	forNeighbours(index: number, tell: (id: number) => void): void {
		const to = this.#relatingStarts[index + 1] ?? 0;
		for (let each = this.#relatingStarts[index] ?? 0; each < to; each++) {
			const at = this.#relatingAt[each] ?? 0;
			const count = this.#relating[at] ?? 0;
			for (let other = at + 1; other <= at + count; other++) {
				if (this.#relating[other] !== this.ids[index]) {
					tell(this.#relating[other] ?? 0);
				}
			}
		}
	}

	/**
	 * Tells the terms that have one of some others (1 by number) for a neighbour. These need not have it for one of theirs: of a term that stands in many
	 * sentences only the first are looked at.
	 */
	forThoseBeside(others: Uint8Array, tell: (id: number) => void): void {
		for (const [index, id] of this.ids.entries()) {
			let isBeside = false;
			this.forNeighbours(index, (other) => {
				isBeside ||= others[other] === 1;
			});
			if (isBeside) {
				tell(id);
			}
		}
	}

	/** Whether both, made of the same text, say the same of a term. */
	isSame(index: number, other: DocumentTally, otherIndex: number): boolean {
		const id = this.ids[index] ?? 0;
		return (
			this.mentions[index] === other.mentions[otherIndex] &&
			this.#statements.get(id) === undefined &&
			other.#statements.get(id) === undefined &&
			this.#evidence.isSame(index, other.#evidence, otherIndex) &&
			this.#figures.isSame(index, other.#figures, otherIndex) &&
			this.#listNeighbours(index) === other.#listNeighbours(otherIndex)
		);
	}

	#listNeighbours(index: number): string {
		let list = '';
		this.forNeighbours(index, (id) => {
			list += `${id} `;
		});
		return list;
	}
}

/** Candidates of several terms, twenty bytes each. */
class PackedSentences {
	readonly #starts: Uint32Array;
	/** Sentence, start and end of the place. */
	readonly #places: Uint32Array;
	readonly #scores: Float32Array;

	constructor(rows: readonly (readonly SentenceCandidate[])[]) {
		const all = rows.flat();
		this.#starts = toStarts(rows.map((row) => row.length));
		this.#places = new Uint32Array(all.length * 3);
		this.#scores = new Float32Array(all.length);
		for (const [at, { sentence, place, score }] of all.entries()) {
			this.#places[at * 3] = sentence;
			this.#places[at * 3 + 1] = place.start;
			this.#places[at * 3 + 2] = place.end;
			this.#scores[at] = score;
		}
	}

	addTo(index: number, document: number, best: BestSentences): void {
		const to = this.#starts[index + 1] ?? 0;
		for (let at = this.#starts[index] ?? 0; at < to; at++) {
			const score = this.#scores[at] ?? 0;
			if (best.mayHold(score)) {
				const place = { start: this.#places[at * 3 + 1] ?? 0, end: this.#places[at * 3 + 2] ?? 0 };
				best.add({ document, sentence: this.#places[at * 3] ?? 0, place, score });
			}
		}
	}

	isSame(index: number, other: PackedSentences, otherIndex: number): boolean {
		const from = this.#starts[index] ?? 0;
		const count = (this.#starts[index + 1] ?? 0) - from;
		const otherFrom = other.#starts[otherIndex] ?? 0;
		if ((other.#starts[otherIndex + 1] ?? 0) - otherFrom !== count) {
			return false;
		}
		for (let at = 0; at < count * 3; at++) {
			if (this.#places[from * 3 + at] !== other.#places[otherFrom * 3 + at]) {
				return false;
			}
		}
		for (let at = 0; at < count; at++) {
			if (this.#scores[from + at] !== other.#scores[otherFrom + at]) {
				return false;
			}
		}
		return true;
	}
}

/** Where each of some rows begins that stand one behind the other, and where the last one ends. */
function toStarts(lengths: readonly number[]): Uint32Array {
	const starts = new Uint32Array(lengths.length + 1);
	for (const [at, length] of lengths.entries()) {
		starts[at + 1] = (starts[at] ?? 0) + length;
	}
	return starts;
}

/** What is known of one term so far. */
interface GrowingTally {
	mentions: number;
	lastSentence: number;
	readonly evidence: BestSentences;
	/** Made when the first is found. */
	figures: BestSentences | undefined;
	events: Told<DatedEvent>[];
	measures: Told<ToldMeasure>[];
	relating: number[];
}

/** Takes in where terms stand in one document. */
export class TallyMaker {
	readonly #entry: LexiconDocument;
	readonly #recordOf: (id: number) => TermRecord | undefined;
	readonly #terms = new Map<number, GrowingTally>();
	readonly #relating: number[] = [];
	#measures: MeasureReader | undefined;
	/** By the last word of names: whose it is, -1 if it is that of several, and where it stood last. */
	readonly #heads = new Map<string, { readonly id: number; readonly places: readonly HeadPlace[] }>();
	#sentence = -1;
	#hasFigure: boolean | undefined;

	constructor(entry: LexiconDocument, recordOf: (id: number) => TermRecord | undefined) {
		this.#entry = entry;
		this.#recordOf = recordOf;
	}

	/** Takes in matches, in order; the document's may come in several parts. */
	addMatches(matches: readonly TermMatch[]): void {
		const { document, sentences } = this.#entry;
		let inSentence = new Set<number>();
		this.#sentence = -1;
		for (const match of matches) {
			const { cardIndex: id, start, end } = match;
			const tally = this.#get(id);
			tally.mentions++;
			const at = sentences.findAt(start);
			if (at !== this.#sentence) {
				this.#relate(inSentence);
				inSentence = new Set();
				this.#sentence = at;
				this.#hasFigure = undefined;
			}
			inSentence.add(id);
			if (at < 0) {
				continue;
			}
			this.#noteStatements(tally, match, at);
			if (tally.lastSentence === at) {
				continue;
			}
			tally.lastSentence = at;
			const place = { start, end };
			const range = this.#recordOf(id)?.joined.kind === 'person' ? sentences.get(at) : undefined;
			const worth = range === undefined ? 0 : weighIntroduction(document.text, place, range);
			const isEmpty = sentences.isNothingBut(document.text, at, start, end);
			const score = isEmpty ? labelScore : sentences.getScore(document, this.#entry, at, start) + worth;
			const candidate = { document: 0, sentence: at, place, score };
			tally.evidence.add(candidate);
			this.#hasFigure ??= sentences.hasFigure(document.text, this.#entry, at);
			if (this.#hasFigure) {
				tally.figures ??= new BestSentences(maxFigures);
				tally.figures.add(candidate);
			}
		}
		this.#relate(inSentence);
	}

	/** Takes in what people say in pull quotes and transcripts: evidence of those people's cards, though their names stand outside of it. */
	addQuotes(speakers: ReadonlyMap<string, number | undefined>): void {
		const { document, sentences, utterances } = this.#entry;
		for (const { speaker, start } of document.quotes) {
			this.#addSaid(speakers.get(speaker ?? ''), sentences.findAt(start), 1.5);
		}
		for (const { speaker, start, end } of utterances.all) {
			for (let at = speaker === null ? -1 : sentences.findFrom(start), count = 0; at >= 0 && count < maxSaid; at++, count++) {
				const range = sentences.get(at);
				if (range === undefined || range.end > end) {
					break;
				}
				if (range.end - range.start >= minSaid) {
					this.#addSaid(speakers.get(speaker ?? ''), at, 0);
				}
			}
		}
	}

	#addSaid(id: number | undefined, sentence: number, worth: number): void {
		const { document, sentences } = this.#entry;
		const range = sentences.get(sentence);
		const isKnown = id !== undefined && this.#terms.get(id)?.evidence.all.some((other) => other.sentence === sentence) === true;
		if (id !== undefined && range !== undefined && !isKnown) {
			const score = sentences.getScore(document, this.#entry, sentence, range.start) + worth;
			this.#get(id).evidence.add({ document: 0, sentence, place: { start: range.start, end: range.start + 1 }, score });
		}
	}

	finish(): DocumentTally {
		this.#noteReferences();
		return new DocumentTally(this.#terms, this.#relating);
	}

	#get(id: number): GrowingTally {
		let tally = this.#terms.get(id);
		if (tally === undefined) {
			tally = {
				...{ mentions: 0, lastSentence: -1, evidence: new BestSentences(maxOfDocument), figures: undefined },
				...{ events: [], measures: [], relating: [] },
			};
			this.#terms.set(id, tally);
		}
		return tally;
	}

	/** Keeps what the sentence tells of the term by year or number, for other documents may tell it otherwise. */
	#noteStatements(tally: GrowingTally, { cardIndex, start, end }: TermMatch, sentence: number): void {
		const { document, figures, sentences } = this.#entry;
		const record = this.#recordOf(cardIndex);
		const range = sentences.get(sentence);
		if (record === undefined || range === undefined) {
			return;
		}
		const place = { start, end };
		const isName = isCalledByName(record) && !isWrittenSmall(record, document.text.slice(start, end));
		const event = readEvent(document.text, place);
		// People begin and sign many things.
		if (event !== undefined && ((isName && record.joined.kind !== 'person') || !isOfNames(event))) {
			tally.events.push({ ...event, sentence, place });
		}
		if (isName) {
			this.#measures ??= new MeasureReader(document.text, figures, document.language);
			this.#noteMeasure(tally, record, this.#measures.read(range, place), sentence, place);
			this.#noteHead(cardIndex, end, sentence);
		}
	}

	/** What somebody does to many may be done again; what an event did to them is told of once. */
	#noteMeasure(tally: GrowingTally, record: TermRecord, measure: Measure | undefined, sentence: number, place: Range): void {
		const mayRecur = measure?.isDone === true && doers.has(record.joined.kind);
		if (measure !== undefined && !(mayRecur && !measure.isOnce)) {
			const documentYear = findDateOf(this.#entry.document, this.#entry, place)?.slice(0, 4) ?? null;
			tally.measures.push({ ...measure, isEvent: measure.isEvent && !mayRecur, documentYear, sentence, place });
		}
	}

	/** Keeps what a name ends in: `the project` may stand for it further on. */
	#noteHead(cardIndex: number, end: number, sentence: number): void {
		const head = findHead(this.#entry.document.text, end);
		if (head !== undefined) {
			const known = this.#heads.get(head);
			const isAnother = known !== undefined && known.id !== cardIndex;
			this.#heads.set(head, { id: isAnother ? -1 : cardIndex, places: [...(known?.places ?? []), { sentence, end }].slice(-maxHeads) });
		}
	}

	/**
	 * Takes in what is said in numbers of `the project` behind the one name of the document that ends so, if it stands in one of the sentences before and
	 * nothing else of that word between.
	 */
	#noteReferences(): void {
		const { document, figures, sentences } = this.#entry;
		let last = -1;
		for (const { start } of this.#heads.size === 0 ? [] : figures) {
			const at = sentences.findAt(start);
			const range = at === last ? undefined : sentences.get(at);
			last = at;
			const reference = range === undefined ? undefined : readReference(document.text, range);
			const known = reference && this.#heads.get(reference.head);
			const record = known && this.#recordOf(known.id);
			const before = known?.places.findLast(({ end }) => end < (reference?.place.start ?? 0));
			if (range === undefined || reference === undefined || known === undefined || record === undefined || before === undefined) {
				continue;
			}
			const { place, head } = reference;
			if (at - before.sentence <= maxBack && !standsBetween(document.text, before.end, place.start, head)) {
				const measure = this.#measures?.read(range, place);
				this.#noteMeasure(this.#get(known.id), record, measure, at, place);
			}
		}
	}

	#relate(ids: ReadonlySet<number>): void {
		if (ids.size < 2 || ids.size > maxSentenceTerms) {
			return;
		}
		const at = this.#relating.length;
		let isWanted = false;
		for (const id of ids) {
			const { relating } = this.#get(id);
			if (relating.length < maxRelatingSentences) {
				relating.push(at);
				isWanted = true;
			}
		}
		if (isWanted) {
			this.#relating.push(ids.size, ...ids);
		}
	}
}
