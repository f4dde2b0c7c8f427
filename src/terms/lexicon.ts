import { type Cancellation, neverCancelled, throwIfCancelled } from '../base/cancellation.ts';
import { type Steps, takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { CardMaker, isStrong, type TermRecord } from './cardMaker.ts';
import { ChangedForms } from './changedForms.ts';
import { isContextiveFile } from './contextive.ts';
import { DocumentSenses } from './documentSenses.ts';
import { SentenceTable } from './evidence.ts';
import { type Reading, readText } from './extraction/reading.ts';
import type { ClaimFinding, FigureFinding, Findings } from './findings.ts';
import { FormPaths } from './formPaths.ts';
import { KnownForms } from './formWalk.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { GrowingTrie } from './growingTrie.ts';
import { findTerms } from './matcher.ts';
import { numberVocabulary, type PackedWords, packWords, Vocabulary } from './packedWords.ts';
import { matchPlacedForms, type PlacedForms, placeForms, type TermNumbers } from './placedForms.ts';
import type { TermDocument } from './termDocument.ts';
import { foldForm, nameTerm } from './termForms.ts';
import { summariseDocument, TermGroups, type TermSummary } from './termGroups.ts';
import { joinGroupsInSteps } from './termJoins.ts';
import { selectTerms } from './termSelection.ts';
import { type TermForm, TermTable } from './termTable.ts';
import { TermTableBuilder } from './termTableBuilder.ts';

/** What a build of the lexicon gives: the cards (the writer's own first, then best first), and the table by which they are recognised. */
export interface LexiconBuild {
	readonly cards: readonly Card[];
	/** For `TermTable.open`. Match indexes are indexes into `cards`. May be transferred: the lexicon keeps no hold of it. */
	readonly table: ArrayBuffer;
}

/** What is kept of a document: its text by reference, and what was found in it, summed up. */
export interface LexiconDocument {
	readonly document: TermDocument;
	readonly claims: readonly ClaimFinding[];
	readonly figures: readonly FigureFinding[];
	readonly summaries: readonly TermSummary[];
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
	readonly #termIds = new Map<string, number>();

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
		const { tokens, sentences: ranges } = reading ?? (yield* readText(document));
		const sentences = new SentenceTable(ranges);
		const words = yield* packWords(this.#vocabulary, tokens);
		this.#documents.set(document.id, { document, claims: findings.claims, figures: findings.figures, summaries, sentences, words });
	}

	/** Forgets the document; unknown ids are no fault. */
	removeDocument(id: string): void {
		this.#documents.delete(id);
	}

	/** Sets or, with `undefined`, forgets the writer's glossary of this id. */
	setGlossary(id: string, entries: readonly GlossaryEntry[] | undefined): void {
		if (entries === undefined) {
			this.#glossaries.delete(id);
		} else {
			this.#glossaries.set(id, entries);
		}
	}

	/** The claims of a document, for naming who speaks (`makePhraseCard`). */
	getClaims(documentId: string): readonly ClaimFinding[] {
		return this.#documents.get(documentId)?.claims ?? [];
	}

	/**
	 * Makes the cards and the table in steps of a few milliseconds each: the caller lets other work in between. Documents that change meanwhile
	 * count as they were when it began.
	 */
	*buildInSteps(): Generator<void, LexiconBuild, void> {
		// In the order of ids, so that the same collection gives the same cards, however it was read.
		const documents = [...this.#documents.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
		const groups = new TermGroups();
		const hidden = new Set<string>();
		for (const [id, entries] of [...this.#glossaries].sort(byRank)) {
			for (const entry of entries) {
				if (entry.isHidden === true) {
					hidden.add(foldForm(entry.term));
				} else {
					groups.addOwn(entry, id);
				}
			}
		}
		for (const [index, { summaries }] of documents.entries()) {
			groups.addSummaries(index, summaries);
			if (index % 5 === 4) {
				yield;
			}
		}
		const joined = yield* joinGroupsInSteps(groups);
		const records: TermRecord[] = [];
		for (const term of selectTerms(joined, documents.length)) {
			records.push({ joined: term, names: nameTerm(term) });
			if (records.length % 500 === 0) {
				yield;
			}
		}
		const forms = listForms(records, hidden);
		if (this.#paths.size > 2 * forms.length + minForgottenForms) {
			this.#paths = new FormPaths();
			this.#termIds.clear();
			this.#lastPlaced = undefined;
		}
		const builder = new TermTableBuilder(this.#paths);
		for (const [index, form] of forms.entries()) {
			builder.add(form);
			if (index % 1_000 === 999) {
				yield;
			}
		}
		const terms = this.#numberTerms(records);
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
		return { cards, table };
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

	/** Numbers terms by what makes them the same term in the next table. */
	#numberTerms(records: readonly TermRecord[]): TermNumbers {
		const ids = Uint32Array.from(records, ({ joined }) => {
			const key = joined.groups[0]?.key ?? '';
			const id = this.#termIds.get(key) ?? this.#termIds.size + 1;
			this.#termIds.set(key, id);
			return id;
		});
		const indexes = new Uint32Array(this.#termIds.size + 1);
		for (const [index, id] of ids.entries()) {
			indexes[id] = index;
		}
		return { ids, indexes };
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

/** Beyond this many terms the least ones are dropped: a table of 200 MB serves nobody, and a hostile document could ask for more. */
const maxCards = 100_000;

/** So many forms that are no more may stay among the paths before all begin anew. */
const minForgottenForms = 5_000;

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

/**
 * All forms, the writer's own before the others, what is excluded behind what is a term. A term that the writer hid keeps its places, so that
 * nothing shorter is found in them, but they are nobody's.
 */
function listForms(records: readonly TermRecord[], hidden: ReadonlySet<string>): TermForm[] {
	const own: TermForm[] = [];
	const found: TermForm[] = [];
	const excluded: TermForm[] = [];
	for (const [index, record] of records.entries()) {
		const isHidden = hidden.size > 0 && record.names.forms.some((form) => hidden.has(foldForm(form.text)));
		const cardIndex = isHidden ? -1 : index;
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
