import { makeStepTest, type Steps, takeAllSteps } from '../base/steps.ts';
import { analysisLanguage } from '../text/normalise.ts';
import type { CompiledQuery, Correction, Corrections } from './compiledQuery.ts';
import { compileQuery, findQueryLanguage, findUnknownWords } from './compiledQuery.ts';
import { type EngineAnswer, type EngineHit, type IndexedDocument, isInScope, type SearchEngine, type SearchOptions } from './engine.ts';
import { HitDescriber } from './hitDescription.ts';
import { findHolders } from './matching.ts';
import { MiniSearchPostings } from './miniSearchPostings.ts';
import { PassageStore, type StoredDocument } from './passageStore.ts';
import type { Query } from './query.ts';
import { selectBest } from './ranking.ts';
import { compareHolding, Scoreboard } from './scoreboard.ts';
import { buildTokenTable, type TokenTable } from './tokenTable.ts';
import { Vocabulary } from './vocabulary.ts';

/** About as much text, in UTF-16 units, as MiniSearch files in a few milliseconds. */
const filedPerStep = 5_000;

/** With up to this many words whoever holds them all comes first; longer queries are ranked by score alone, as sentences are. */
const maxWordsForFullFirst = 4;

/**
 * Search over one index in memory: MiniSearch files and counts the terms, token tables hold the words in order for phrases, prefixes and marks.
 *
 * What "holds" means: a word, any word of the same stem by the rules of the document's language; a stop word in a phrase, itself; `word*`,
 * anything that starts so; a phrase or a compound as typed, its words in a row, also over hyphens, lines and into the next passages; Han and
 * Kana, the same characters in a row. In the passage's own words or, all of it, in the title or in one heading.
 * Ties are broken by document id and place, so that an answer depends on what is indexed and on nothing else.
 */
export class MiniSearchEngine implements SearchEngine {
	readonly #vocabulary = new Vocabulary();
	readonly #postings = new MiniSearchPostings();
	readonly #store = new PassageStore();
	/** How many documents there are of each analysis language. */
	readonly #languages = new Map<string, number>();

	replaceDocument(document: IndexedDocument): void {
		takeAllSteps(this.replaceDocumentInSteps(document));
	}

	*replaceDocumentInSteps(document: IndexedDocument): Steps<void> {
		const language = analysisLanguage(document.language);
		const table = yield* buildTokenTable(document, language, this.#vocabulary);
		const passages = document.passages.map(({ start, end }) => ({ start, end }));
		// Its passages are filed under numbers of their own, which belong to no document before the end: no search shows them.
		const firstPassage = this.#store.takePassages(passages.length);
		let filed = 0;
		let isDone = false;
		try {
			const isStepDue = makeStepTest(filedPerStep);
			const contextTerms = new Map<Uint32Array, string[]>();
			for (; filed < passages.length; filed++) {
				if (isStepDue(passages[filed]?.start ?? 0)) {
					yield;
				}
				const context = table.contexts[filed] ?? new Uint32Array();
				const terms = contextTerms.get(context) ?? this.#indexTerms(context);
				contextTerms.set(context, terms);
				const body = this.#bodyTerms(table, filed);
				const passage = firstPassage + filed;
				this.#postings.addPassage(passage, body, terms);
				this.#store.bodyLengths[passage] = new Set(body).size;
				this.#store.contextLengths[passage] = new Set(terms).size;
			}
			yield;
			const length = this.#countIndexed(table);
			const repeatedTerms = countEach(this.#indexTerms(table.repeatedTitle));
			yield;
			const words = listWords(table);
			yield;
			// From here on in one go: what was known goes, and the new is there.
			this.removeDocument(document.id);
			this.#store.add({ id: document.id, language, passages, firstPassage, table, repeatedTerms, length });
			this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
			this.#countWords(words, 1);
			isDone = true;
		} finally {
			if (!isDone) {
				this.#postings.discardPassages(Array.from({ length: filed }, (_, ordinal) => firstPassage + ordinal));
				this.#store.freePassages(firstPassage, passages.length);
			}
		}
	}

	removeDocument(id: string): void {
		const stored = this.#store.find(id);
		if (stored === undefined) {
			return;
		}
		this.#postings.discardPassages(stored.passages.map((_, ordinal) => stored.firstPassage + ordinal));
		this.#store.remove(stored);
		this.#countWords(listWords(stored.table), -1);
		const count = (this.#languages.get(stored.language) ?? 0) - 1;
		if (count > 0) {
			this.#languages.set(stored.language, count);
		} else {
			this.#languages.delete(stored.language);
		}
	}

	search(query: Query, options: SearchOptions): EngineAnswer {
		const { compiledByLanguage, corrections } = this.#compile(query, options.isTyping);
		const scoreboard = new Scoreboard(this.#store, this.#postings);
		const describers = new Map<string, HitDescriber>();
		let wordCount = 0;
		for (const [language, compiled] of compiledByLanguage) {
			describers.set(language, new HitDescriber(compiled.required));
			wordCount = Math.max(wordCount, compiled.required.length);
			const scope = (document: StoredDocument) => document.language === language && isInScope(document.id, options.scope);
			for (const clause of compiled.required) {
				scoreboard.addClause(clause, language, findHolders(clause, scope, this.#store, this.#postings), scope);
			}
			for (const clause of compiled.excluded) {
				scoreboard.exclude(findHolders(clause, scope, this.#store, this.#postings));
			}
		}
		scoreboard.score(options.by === 'document');
		const needed = (document: StoredDocument) => compiledByLanguage.get(document.language)?.required.length ?? 0;
		const found = scoreboard.collect(options.by, needed);
		const fullFirst = wordCount <= maxWordsForFullFirst;
		const best = selectBest(found, Math.max(0, options.limit), (a, b) => {
			// A document whose title alone matches is as good as any other; a passage is not.
			const byHolding = !fullFirst ? 0 : options.by === 'passage' ? compareHolding(a, b) : Number(b.isFull) - Number(a.isFull);
			return byHolding || b.score - a.score || compareIds(a.document.id, b.document.id) || a.passage - b.passage;
		});
		const total = found.reduce((sum, entry) => sum + Number(entry.isFull), 0);
		return {
			hits: best.flatMap(({ document, passage, score }): EngineHit[] => {
				const describer = describers.get(document.language);
				return describer === undefined ? [] : [describer.describe(document, passage - document.firstPassage, score)];
			}),
			total,
			partialTotal: found.length - total,
			corrections: [...corrections.values()].map(({ typed, neighbours }) => ({ typed, searched: neighbours.map(({ folded }) => folded) })),
		};
	}

	/** The query for each language of the index; words that no document knows are replaced by their neighbours. */
	#compile(query: Query, isTyping: boolean): { compiledByLanguage: Map<string, CompiledQuery>; corrections: Corrections } {
		const queryLanguage = findQueryLanguage(query, this.#languages);
		const compileAll = (corrections: Corrections) =>
			new Map(
				[...this.#languages.keys()].map((language) => [
					language,
					compileQuery(query, language, queryLanguage, this.#vocabulary, isTyping, corrections),
				]),
			);
		const compiledByLanguage = compileAll(new Map());
		const corrections = new Map<string, Correction>();
		for (const [folded, typed] of findUnknownWords([...compiledByLanguage.values()])) {
			const neighbours = this.#vocabulary.findNeighbours(folded);
			if (neighbours.length > 0) {
				corrections.set(folded, { typed, neighbours });
			}
		}
		return { compiledByLanguage: corrections.size > 0 ? compileAll(corrections) : compiledByLanguage, corrections };
	}

	/** The document's length for BM25: its indexed words, and the longest title and headings of a passage once. */
	#countIndexed(table: TokenTable): number {
		const isIndexed = (number: number) => number !== 0 && !this.#vocabulary.isStopWord(number);
		const count = (numbers: Uint32Array) => numbers.reduce((sum, number) => sum + Number(isIndexed(number)), 0);
		const longestContext = [...new Set(table.contexts)].map(count).reduce((longest, length) => Math.max(longest, length), 0);
		return count(table.numbers) + Math.max(0, longestContext - count(table.repeatedTitle));
	}

	#bodyTerms(table: TokenTable, ordinal: number): string[] {
		const from = table.passageStarts[ordinal] ?? 0;
		const to = table.passageStarts[ordinal + 1] ?? 0;
		const terms = this.#indexTerms(table.numbers.subarray(from, to));
		for (let at = from; table.joined.size > 0 && at < to; at++) {
			for (const { number } of table.joined.get(at) ?? []) {
				if (!this.#vocabulary.isStopWord(number)) {
					terms.push(...this.#vocabulary.indexTermsOf(number));
				}
			}
		}
		return terms;
	}

	#indexTerms(numbers: Uint32Array): string[] {
		const terms: string[] = [];
		for (const number of numbers) {
			if (number !== 0 && !this.#vocabulary.isStopWord(number)) {
				terms.push(...this.#vocabulary.indexTermsOf(number));
			}
		}
		return terms;
	}

	#countWords(words: Iterable<number>, change: 1 | -1): void {
		for (const number of words) {
			this.#vocabulary.use(number, change);
		}
	}
}

/** Each word of a document once as it stands in the text, and once more if it stands in a title, a heading or a word with hyphens. */
function listWords(table: TokenTable): number[] {
	const others = new Set<number>();
	for (const words of table.joined.values()) {
		for (const { number } of words) {
			others.add(number);
		}
	}
	for (const context of new Set(table.contexts)) {
		for (const number of context) {
			others.add(number);
		}
	}
	return [...new Set(table.numbers), ...others];
}

function countEach(terms: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const term of terms) {
		counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return counts;
}

function compareIds(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
