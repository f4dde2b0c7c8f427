import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { type Steps, takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { CardMaker, isStrong } from './cardMaker.ts';
import { ChangedForms } from './changedForms.ts';
import { isContextiveFile } from './contextive.ts';
import { DocumentSenses } from './documentSenses.ts';
import { SentenceTable } from './evidence.ts';
import { type Reading, readText } from './extraction/reading.ts';
import type { Utterances } from './extraction/utterances.ts';
import type { ClaimFinding, FigureFinding, Findings } from './findings.ts';
import { FormPaths } from './formPaths.ts';
import { KnownForms } from './formWalk.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { GrowingTrie } from './growingTrie.ts';
import { findTerms } from './matcher.ts';
import { numberVocabulary, type PackedWords, packWords, Vocabulary } from './packedWords.ts';
import { matchPlacedForms, type PlacedForms, placeForms, type TermNumbers } from './placedForms.ts';
import type { Said } from './receipts.ts';
import type { TermDocument } from './termDocument.ts';
import { foldForm } from './termForms.ts';
import { type SummarisedDocument, type TermGroup, TermGroups } from './termGroups.ts';
import { TermJoins } from './termJoins.ts';
import { compareRecords, type TermRecord, TermRecords } from './termRecords.ts';
import { summariseDocument } from './termSummaries.ts';
import { type TermForm, TermTable } from './termTable.ts';
import { TermTableBuilder } from './termTableBuilder.ts';

/** What a build of the lexicon gives: the cards (the writer's own first, then best first), and the table by which they are recognised. */
export interface LexiconBuild {
	readonly cards: readonly Card[];
	/** For `TermTable.open`. Match indexes are indexes into `cards`. May be transferred: the lexicon keeps no hold of it. */
	readonly table: ArrayBuffer;
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

/**
 * All that a collection's documents say of terms, joined: acronyms with long forms, variants of names, singular and plural. Holds what it was
 * last given of each document and of each glossary. Making cards out of it is `buildInSteps`.
 */
export class Lexicon {
	readonly #documents = new Map<string, LexiconDocument>();
	readonly #glossaries = new Map<string, readonly GlossaryEntry[]>();
	readonly #vocabulary = new Vocabulary();
	#paths = new FormPaths();
	/** Where the forms of the last table were found, and what its nodes were then. */
	#lastPlaced: { readonly signatures: Uint32Array; readonly forms: ReadonlyMap<LexiconDocument, PlacedForms> } | undefined;
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

	/** Adds the document, in the place of what was known under its id. `findings` are `extractFindings` of the same text. */
	replaceDocument(document: TermDocument, findings: Findings): void {
		takeAllSteps(this.replaceDocumentInSteps(document, findings));
	}

	/**
	 * `replaceDocument` in steps of some milliseconds; until the last one the lexicon holds what it held before. `reading` is what the findings
	 * were found in; without it the text is read once more.
	 */
	*replaceDocumentInSteps(document: TermDocument, findings: Findings, reading?: Reading): Steps<void> {
		const summaries = yield* summariseDocument(document, findings);
		const { tokens, sentences: ranges, utterances } = reading ?? (yield* readText(document));
		const sentences = new SentenceTable(ranges);
		const words = yield* packWords(this.#vocabulary, tokens);
		const { claims, figures } = findings;
		this.#documents.set(document.id, { document, claims, figures, utterances, summaries, sentences, words, order: 0 });
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
		if (this.#isBuilding || this.#records.idLimit > 2 * this.#records.all.size + minForgotten) {
			this.#forget();
		}
		this.#isBuilding = true;
		const { documents, changed } = yield* this.#gatherInSteps();
		this.#joins.noteChanged(changed);
		const joins = yield* this.#joins.joinInSteps();
		const sources = { changed, joins, documentCount: documents.length, hidden: this.#hidden };
		yield* this.#records.updateInSteps(sources);
		const records = [...new Set(this.#records.all.values())].sort(compareRecords);
		const forms = listForms(records);
		if (this.#paths.size > 2 * forms.length + minForgotten) {
			this.#paths = new FormPaths();
			this.#lastPlaced = undefined;
		}
		const builder = new TermTableBuilder(this.#paths);
		for (const [index, form] of forms.entries()) {
			builder.add(form);
			if (index % 1_000 === 999) {
				yield;
			}
		}
		const terms = toTermNumbers(records, this.#records.idLimit);
		const maker = new CardMaker(records, documents);
		if (documents.length > 0) {
			yield* this.#countMatches(builder, documents, records, terms, maker);
		}
		const kept = maker.rank().slice(0, maxCards);
		yield;
		const cards: Card[] = [];
		for (const record of kept) {
			cards.push(maker.makeCard(record));
			if (cards.length % 50 === 0) {
				yield;
			}
		}
		const indexes = new Map(kept.map((record, index) => [record, index]));
		const table = yield* builder.packInSteps(cards, (record) => indexes.get(record));
		this.#isBuilding = false;
		return { cards, table };
	}

	/** Takes what changed into the groups. Gives all documents in order of their ids, so that the same ones give the same cards, however they came. */
	*#gatherInSteps(): Generator<void, { readonly documents: readonly LexiconDocument[]; readonly changed: ReadonlySet<TermGroup> }, void> {
		const documents = [...this.#documents.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
		const before = this.#grouped;
		this.#grouped = new Map(documents.map((entry) => [entry.document.id, entry]));
		for (const [id, entry] of before) {
			if (!this.#grouped.has(id)) {
				this.#groups.replaceDocument(entry, undefined);
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
				if (++count % documentsPerStep === 0) {
					yield;
				}
			}
		}
		if (this.#isOtherGlossary) {
			this.#isOtherGlossary = false;
			const entries = [...this.#glossaries].sort(byRank).flatMap(([id, own]) => own.map((entry) => [id, entry] as const));
			this.#groups.setOwn(entries.filter(([, { isHidden }]) => isHidden !== true));
			this.#hidden = new Set(entries.flatMap(([, { term, isHidden }]) => (isHidden === true ? [foldForm(term)] : [])));
		}
		yield;
		return { documents, changed: this.#groups.takeChanged() };
	}

	/** Begins anew: what was taken in by a build that did not come to its end is neither as before nor as it is now. */
	#forget(): void {
		this.#groups = new TermGroups();
		this.#joins = new TermJoins(this.#groups);
		this.#records = new TermRecords();
		this.#grouped = new Map();
		this.#isOtherGlossary = true;
		this.#paths = new FormPaths();
		this.#lastPlaced = undefined;
	}

	/**
	 * Has the maker count where terms stand. Twice over: what turns out to be too rare for a card must not take its words from the terms inside of
	 * it (`fight debt bondage`).
	 */
	*#countMatches(
		builder: TermTableBuilder,
		documents: readonly LexiconDocument[],
		records: readonly TermRecord[],
		terms: TermNumbers,
		maker: CardMaker,
	): Generator<void, void, void> {
		const before = this.#lastPlaced;
		const signatures = builder.signNodes(terms.ids);
		const paths = before && listChanged(this.#paths.trie, before.signatures, signatures);
		const changed = paths && paths.length <= maxChangedForms ? new ChangedForms(paths, this.#vocabulary) : undefined;
		const all = TermTable.open(yield* builder.packInSteps([]));
		// The same words have the same numbers in each table of one builder.
		const parts = { vocabulary: this.#vocabulary, numbers: numberVocabulary(this.#vocabulary, all) };
		const partsOfAll = { ...parts, table: all, forms: new KnownForms(all) };
		const placed = new Map<LexiconDocument, PlacedForms>();
		const counts = new Uint32Array(records.length);
		for (const entry of documents) {
			const { document, words } = entry;
			const known = before?.forms.get(entry);
			const isSame = known !== undefined && changed?.mayStandIn(words) === false;
			const forms = isSame ? known : yield* placeForms(document.text, words, partsOfAll, terms);
			placed.set(entry, forms);
			yield;
			for (const matches of matchPlacedForms(document.text, words, forms, terms)) {
				for (const { cardIndex } of matches) {
					counts[cardIndex] = (counts[cardIndex] ?? 0) + 1;
				}
			}
		}
		this.#lastPlaced = { signatures, forms: placed };
		const isTooRare = (record: number) => isWeak(records[record]) && (counts[record] ?? 0) < 2;
		const counting = TermTable.open(yield* builder.packInSteps([], (record) => (isTooRare(record) ? undefined : record)));
		const partsOfCounting = { ...parts, table: counting, forms: new KnownForms(counting) };
		const isDropped = new Uint8Array(terms.indexes.length);
		for (let record = 0; record < records.length; record++) {
			isDropped[terms.ids[record] ?? 0] = isTooRare(record) ? 1 : 0;
		}
		const senses = new DocumentSenses(records);
		for (const [index, entry] of documents.entries()) {
			const { document, words } = entry;
			const without = { isDropped, parts: () => partsOfCounting };
			let isQuoted = false;
			for (const matches of matchPlacedForms(document.text, words, placed.get(entry) ?? [], terms, without)) {
				maker.addMatches(index, senses.resolve(entry, matches));
				// A long document comes in several parts; its quotes are all there with the first.
				if (!isQuoted) {
					isQuoted = true;
					maker.addQuotes(index, (name) => findTerms(counting, name, [{ start: 0, end: name.length }])[0]?.cardIndex);
				}
				yield;
			}
		}
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

/** Beyond this many terms the least ones are dropped: a table of 200 MB serves nobody, and a hostile document could ask for more. */
const maxCards = 100_000;

/** So many forms or terms that are no more may stay known before all begin anew. */
const minForgotten = 5_000;

/** Where more forms came or went, nearly every document may hold one. */
const maxChangedForms = 5_000;

/** The words that lead to each node at which other forms end than before. */
function listChanged(trie: GrowingTrie, before: Uint32Array, now: Uint32Array): string[][] {
	const changed: string[][] = [];
	for (let at = 2; at < now.length; at += 2) {
		if (now[at] !== (before[at] ?? 0) || now[at + 1] !== (before[at + 1] ?? 0)) {
			changed.push(trie.getPath(at / 2));
		}
	}
	return changed;
}

/** The writer's `glossary.md` before glossaries of other tools, then by id. */
function byRank([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return Number(isContextiveFile(a)) - Number(isContextiveFile(b)) || (a < b ? -1 : 1);
}

/** A mere key term: it needs more than one place to be a term. */
function isWeak(record: TermRecord | undefined): boolean {
	return record !== undefined && record.joined.kind !== 'own' && !isStrong(record);
}

function toTermNumbers(records: readonly TermRecord[], idLimit: number): TermNumbers {
	const indexes = new Uint32Array(idLimit);
	for (const [index, { id }] of records.entries()) {
		indexes[id] = index;
	}
	return { ids: Uint32Array.from(records, ({ id }) => id), indexes };
}

/**
 * All forms, the writer's own before the others, what is excluded behind what is a term. A term that the writer hid keeps its places, so that
 * nothing shorter is found in them, but they are nobody's.
 */
function listForms(records: readonly TermRecord[]): TermForm[] {
	const own: TermForm[] = [];
	const found: TermForm[] = [];
	const excluded: TermForm[] = [];
	for (const [index, record] of records.entries()) {
		const cardIndex = record.isHidden ? -1 : index;
		const list = record.joined.kind === 'own' ? own : found;
		for (const { text, mode } of record.names.forms) {
			list.push({ text, mode, cardIndex });
		}
		for (const text of record.names.exclusions) {
			excluded.push({ text, mode: 'phrase', cardIndex: -1 });
		}
	}
	return [...own, ...found, ...excluded];
}
