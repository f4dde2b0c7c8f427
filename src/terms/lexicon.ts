import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { type Steps, takeAllSteps } from '../base/steps.ts';
import type { Range } from '../text/range.ts';
import type { Card } from './card.ts';
import { CardMaker } from './cardMaker.ts';
import { isContextiveFile } from './contextive.ts';
import { SentenceTable } from './evidence.ts';
import { type Reading, readText } from './extraction/reading.ts';
import type { Utterances } from './extraction/utterances.ts';
import type { ClaimFinding, FigureFinding, Findings } from './findings.ts';
import { FormPaths } from './formPaths.ts';
import type { GlossaryEntry } from './glossary.ts';
import { LiveForms, type OwnedForms, type OwnedFormsChange } from './liveForms.ts';
import { type PackedWords, packWords, Vocabulary } from './packedWords.ts';
import type { Said } from './receipts.ts';
import type { TableBuffer } from './tableSections.ts';
import { TalliedDocuments } from './talliedDocuments.ts';
import { TermCards } from './termCards.ts';
import type { TermDocument } from './termDocument.ts';
import { foldForm } from './termForms.ts';
import { type SummarisedDocument, type TermGroup, TermGroups } from './termGroups.ts';
import { TermJoins } from './termJoins.ts';
import { listNamedIn, TermRanking } from './termRanking.ts';
import { compareRecords, type TermRecord, TermRecords } from './termRecords.ts';
import { summariseDocument } from './termSummaries.ts';
import { TableUpdates } from './termTableBuilder.ts';
import { TermTotals } from './termTotals.ts';

/** What a build of the lexicon gives: the cards (the writer's own first, then best first), and the table by which they are recognised. */
export interface LexiconBuild {
	readonly cards: readonly Card[];
	/** For `TermTable.update`: whole the first time, later mostly what changed. May be given away: the lexicon keeps no hold of it. */
	readonly table: TableBuffer;
}

/** How large tables are, and what they come as. */
export interface LexiconOptions {
	/** Beyond so many terms the least ones are dropped. */
	readonly maxCards?: number;
	/** See `TableUpdates`. */
	readonly mostOfWhole?: number | undefined;
}

/** What is kept of a document: its text by reference, and what was found in it, summed up. */
export interface LexiconDocument extends SummarisedDocument {
	readonly document: TermDocument;
	readonly claims: readonly ClaimFinding[];
	readonly figures: readonly FigureFinding[];
	readonly utterances: Utterances;
	readonly sentences: SentenceTable;
	readonly words: PackedWords;
}

/** What a build begins with. */
interface Gathered {
	/** In order. */
	readonly documents: readonly LexiconDocument[];
	/** Groups of which other things are said than at the last build. */
	readonly changed: ReadonlySet<TermGroup>;
	/** Documents that came, and those that are no more. */
	readonly touched: readonly LexiconDocument[];
}

/**
 * All that a collection's documents say of terms, joined: acronyms with long forms, variants of names, singular and plural. Holds what it was
 * last given of each document and of each glossary. Making cards out of it is `buildInSteps`.
 */
export class Lexicon {
	readonly #maxCards: number;
	readonly #documents = new Map<string, LexiconDocument>();
	readonly #glossaries = new Map<string, readonly GlossaryEntry[]>();
	readonly #vocabulary = new Vocabulary();
	readonly #mostOfWhole: number | undefined;
	#live = this.#makeLiveForms();
	#updates: TableUpdates;
	#totals = new TermTotals();
	#tallied = new TalliedDocuments(this.#vocabulary, this.#totals);
	#ranking = new TermRanking(this.#totals);
	#cards: TermCards;
	#groups = new TermGroups();
	#joins = new TermJoins(this.#groups);
	#records = new TermRecords();
	/** The documents of which the groups are made. */
	#grouped = new Map<string, LexiconDocument>();
	#isOtherGlossary = false;
	/** The folded forms that the writer does not want to see. */
	#hidden: ReadonlySet<string> = new Set();
	/** A build has begun, and has not come to its end. */
	#isBuilding = false;

	constructor({ maxCards = usualMaxCards, mostOfWhole }: LexiconOptions = {}) {
		this.#maxCards = maxCards;
		this.#mostOfWhole = mostOfWhole;
		this.#updates = new TableUpdates(mostOfWhole);
		this.#cards = new TermCards(this.#totals, maxCards);
	}

	/** Adds the document, in the place of what was known under its id. `findings` are `extractFindings` of the same text. */
	replaceDocument(document: TermDocument, findings: Findings): void {
		this.putDocument(takeAllSteps(this.readDocumentInSteps(document, findings)));
	}

	/**
	 * What `putDocument` takes, in steps of some milliseconds; the lexicon holds what it held before. `reading` is what the findings were found in; without
	 * it the text is read once more.
	 */
	*readDocumentInSteps(document: TermDocument, findings: Findings, reading?: Reading): Steps<LexiconDocument> {
		const summaries = yield* summariseDocument(document, findings);
		const { tokens, sentences: ranges, utterances } = reading ?? (yield* readText(document));
		const sentences = new SentenceTable(partEntries(document.text, ranges, findings.definitions));
		const words = yield* packWords(this.#vocabulary, tokens);
		const { claims, figures } = findings;
		return { document, claims, figures, utterances, summaries, sentences, words, order: 0 };
	}

	/** Adds the document, in the place of what was known under its id. */
	putDocument(entry: LexiconDocument): void {
		this.#documents.set(entry.document.id, entry);
	}

	/** Forgets the document; unknown ids are no fault. */
	removeDocument(id: string): void {
		this.#documents.delete(id);
	}

	/** Sets or, with `undefined`, forgets the writer's glossary of this id. */
	setGlossary(id: string, entries: readonly GlossaryEntry[] | undefined): void {
		this.#isOtherGlossary = true;
		if (entries === undefined) {
			this.#glossaries.delete(id);
		} else {
			this.#glossaries.set(id, entries);
		}
	}

	/** Who says what in a document (`makePhraseCard`); `undefined` if it is not known. */
	findSaid(documentId: string): Said | undefined {
		return this.#documents.get(documentId);
	}

	/**
	 * Makes the cards and the table in steps of a few milliseconds each: the caller lets other work in between. Documents that change meanwhile
	 * count as they were when it began.
	 */
	*buildInSteps(): Generator<void, LexiconBuild, void> {
		if (this.#isBuilding || this.#records.idLimit > 2 * this.#records.groupCount + minForgotten) {
			this.#forget();
		}
		this.#isBuilding = true;
		const { documents, changed, touched } = yield* this.#gatherInSteps();
		this.#joins.noteChanged(changed);
		const joins = yield* this.#joins.joinInSteps();
		const sources = { changed, joins, documentCount: documents.length, hidden: this.#hidden };
		const { added, removed } = yield* this.#records.updateInSteps(sources);
		this.#totals.replaceRecords(removed, added);
		yield;
		const live = yield* this.#updateFormsInSteps(added, removed, touched);
		yield* this.#tallied.updateInSteps(documents, live, this.#records.idLimit);
		const change = this.#totals.takeChanged();
		this.#ranking.update([change.changed, [...listNamedIn(touched, this.#groups.byKey, this.#records)]], this.#records.idLimit);
		yield;
		const kept = yield* this.#cards.updateInSteps(new CardMaker(this.#totals, documents), change, this.#ranking.all);
		const table = yield* this.#updates.packInSteps(this.#live, this.#cards.texts, kept);
		this.#isBuilding = false;
		return { cards: this.#cards.list(kept), table };
	}

	/** Takes the forms of terms in and out. */
	*#updateFormsInSteps(
		added: readonly TermRecord[],
		removed: ReadonlySet<TermRecord>,
		touched: Iterable<LexiconDocument>,
	): Steps<{ readonly live: LiveForms; readonly changedNodes: readonly number[] | undefined }> {
		if (this.#live.paths.size > 2 * this.#live.formCount + minForgotten) {
			this.#live = this.#makeLiveForms();
			this.#updates = new TableUpdates(this.#mostOfWhole);
			this.#tallied.forgetForms();
			const all = new Set(this.#records.all);
			const changedNodes = yield* this.#live.replaceInSteps({ removed: [], added: mapEach(all, listForms), moved: [] });
			return { live: this.#live, changedNodes };
		}
		const named = [...listNamedIn(touched, this.#groups.byKey, this.#records)].flatMap((id) => this.#totals.getRecord(id) ?? []);
		const change = sortOut([...removed].map(listForms), added.map(listForms));
		const changedNodes = yield* this.#live.replaceInSteps({ ...change, moved: [...change.moved, ...named.map(listForms)] });
		return { live: this.#live, changedNodes };
	}

	#makeLiveForms(): LiveForms {
		const recordOf = (id: number) => this.#totals.getRecord(id) as TermRecord;
		return new LiveForms(new FormPaths(), (a, b) => (a === b ? 0 : compareRecords(recordOf(a), recordOf(b))));
	}

	/** Takes what changed into the groups. Gives all documents in order of their ids, so that the same ones give the same cards, however they came. */
	*#gatherInSteps(): Generator<void, Gathered, void> {
		const touched: LexiconDocument[] = [];
		const documents = [...this.#documents.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
		const before = this.#grouped;
		this.#grouped = new Map(documents.map((entry) => [entry.document.id, entry]));
		for (const [id, entry] of before) {
			if (!this.#grouped.has(id)) {
				this.#groups.replaceDocument(entry, undefined);
				touched.push(entry);
			}
		}
		for (const [order, entry] of documents.entries()) {
			entry.order = order;
			const known = before.get(entry.document.id);
			if (known !== undefined) {
				known.order = order;
			}
		}
		let count = 0;
		for (const entry of documents) {
			const known = before.get(entry.document.id);
			if (known !== entry) {
				this.#groups.replaceDocument(known, entry);
				touched.push(...(known === undefined ? [] : [known]), entry);
				if (++count % documentsPerStep === 0) {
					yield;
				}
			}
		}
		if (this.#isOtherGlossary) {
			this.#isOtherGlossary = false;
			const glossaries = [...this.#glossaries].sort(byRank);
			this.#groups.setOwn(glossaries);
			const hidden = glossaries.flatMap(([, entries]) => entries.filter(({ isHidden }) => isHidden === true));
			this.#hidden = new Set(hidden.map(({ term }) => foldForm(term)));
		}
		yield;
		return { documents, changed: this.#groups.takeChanged(), touched };
	}

	/** Begins anew: what was taken in by a build that did not come to its end is neither as before nor as it is now. */
	#forget(): void {
		this.#groups = new TermGroups();
		this.#joins = new TermJoins(this.#groups);
		this.#records = new TermRecords();
		this.#grouped = new Map();
		this.#isOtherGlossary = true;
		this.#totals = new TermTotals();
		this.#live = this.#makeLiveForms();
		this.#updates = new TableUpdates(this.#mostOfWhole);
		this.#tallied = new TalliedDocuments(this.#vocabulary, this.#totals);
		this.#ranking = new TermRanking(this.#totals);
		this.#cards = new TermCards(this.#totals, this.#maxCards);
	}

	/** Makes the cards and the table at once. Throws `Cancelled`. */
	build(cancel: Cancellation = neverCancelled): LexiconBuild {
		const steps = this.buildInSteps();
		for (;;) {
			const step = steps.next();
			if (step.done === true) {
				return step.value;
			}
			throwIfCancelled(cancel);
		}
	}
}

/** Some milliseconds of what documents say. */
const documentsPerStep = 5;

/** The sentences, parted where the meaning of an entry begins that has its term on a line, in a cell or a heading before it: that is no part of it. */
function partEntries(text: string, sentences: readonly Range[], definitions: Findings['definitions']): readonly Range[] {
	const starts = definitions.filter(({ termEnd, start }) => termEnd <= start).map(({ start }) => start);
	if (starts.length === 0) {
		return sentences;
	}
	const parted: Range[] = [];
	let next = 0;
	for (const { start, end } of sentences) {
		let from = start;
		while (next < starts.length && (starts[next] ?? 0) < end) {
			const at = starts[next] ?? 0;
			if (at > from) {
				parted.push({ start: from, end: from + text.slice(from, at).trimEnd().length });
				from = at;
			}
			next++;
		}
		parted.push({ start: from, end });
	}
	return parted;
}

/** A table of 200 MB serves nobody, and a hostile document could ask for more. */
const usualMaxCards = 100_000;

/** So many forms or terms that are no more may stay known before all begin anew. */
const minForgotten = 5_000;

/** The writer's `glossary.md` before glossaries of other tools, then by id. */
function byRank([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return Number(isContextiveFile(a)) - Number(isContextiveFile(b)) || (a < b ? -1 : 1);
}

/**
 * The forms of a term: the writer's own before the others, what is excluded behind what is a term. A term that the writer hid keeps its places, so
 * that nothing shorter is found in them, but they are nobody's.
 */
function listForms({ id, isHidden, joined, names }: TermRecord): OwnedForms {
	const { forms, exclusions } = names;
	return { owner: id, cardIndex: isHidden ? -1 : id, class: joined.kind === 'own' ? 0 : 1, forms, exclusions };
}

/** Parts terms of other forms from those of the same, which may have another place in the order. */
function sortOut(
	removed: readonly OwnedForms[],
	added: readonly OwnedForms[],
): Readonly<Record<keyof OwnedFormsChange, readonly OwnedForms[]>> {
	if (removed.length === 0) {
		return { removed, added, moved: [] };
	}
	const before = new Map(removed.map((each) => [each.owner, each]));
	const moved = added.filter((each) => areSameForms(before.get(each.owner), each));
	const stays = new Set(moved.map(({ owner }) => owner));
	const differs = ({ owner }: OwnedForms) => !stays.has(owner);
	return { removed: removed.filter(differs), added: added.filter(differs), moved };
}

function areSameForms(before: OwnedForms | undefined, now: OwnedForms): boolean {
	return (
		before !== undefined &&
		before.cardIndex === now.cardIndex &&
		before.class === now.class &&
		before.forms.length === now.forms.length &&
		before.forms.every(({ text, mode }, at) => text === now.forms[at]?.text && mode === now.forms[at]?.mode) &&
		before.exclusions.length === now.exclusions.length &&
		before.exclusions.every((text, at) => text === now.exclusions[at])
	);
}

function* mapEach<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Iterable<Made> {
	for (const item of items) {
		yield make(item);
	}
}
