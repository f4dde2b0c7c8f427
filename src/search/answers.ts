import { sortInSteps } from '../base/sortInSteps.ts';
import { makeStepTest, type Steps } from '../base/steps.ts';
import { analyseQuery, findQueryLanguage } from './analysedQuery.ts';
import { type CompiledQuery, type Correction, type Corrections, compileInSteps, findUnknownWords } from './compiledQuery.ts';
import { DocumentHolders } from './documentHolders.ts';
import type { DocumentMatches, EngineAnswer, EngineHit, EngineMatches, SearchOptions, SearchScope, TextSource } from './engine.ts';
import type { FoundRanking, Ranking } from './foundRanking.ts';
import { HitDescriber } from './hitDescription.ts';
import { findHoldersInSteps } from './matching.ts';
import { type IndexPart, noDocument } from './parts/part.ts';
import type { PassageNotes } from './passageNotes.ts';
import { PostingRows } from './postingRows.ts';
import type { Query } from './query.ts';
import type { PlacedPart, Question } from './question.ts';
import { Scoreboard } from './scoreboard.ts';
import { mayBeJoined, respaceInSteps } from './spacing.ts';
import { findNeighbours } from './spelling.ts';
import { rankStartsInSteps, toStart } from './startRanking.ts';
import { rankWordsInSteps, toWords } from './wordRanking.ts';

/** With up to this many words whoever holds them all comes first; longer queries are ranked by score alone, as sentences are. */
const maxWordsForFullFirst = 4;

/** Hits that are described in some milliseconds, also where each of many clauses is marked. */
const describedPerStep = 20;

/** Passages that are listed, with their places, in some milliseconds. */
const listedPerStep = 20_000;

/** The answer to a query, out of all parts together. `notes` are in use until the last step, or until it is ended early. */
export function* searchInSteps(
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	query: Query,
	options: SearchOptions,
	textOf: TextSource,
): Steps<EngineAnswer> {
	const searched = yield* compileForPartsInSteps(query, options.isTyping, parts);
	const limit = Math.max(0, options.limit);
	const holders = options.by === 'document' ? new DocumentHolders(notes) : undefined;
	const { best, ...totals } =
		(holders === undefined ? yield* rankByWordsInSteps(searched, options.scope, parts, notes, limit) : undefined) ??
		(yield* findInSteps(parts, notes, query, searched, { ...options, holders }, (ranking) => ranking.rankInSteps(limit)));
	const describers = new Map<CompiledForPart, HitDescriber>();
	const hits: EngineHit[] = [];
	for (const [index, { passage, placed, score }] of best.entries()) {
		const { part, firstPassage } = placed;
		const document = part.documentNumbers[passage - firstPassage] ?? 0;
		const asked = searched.compiled.find((entry) => entry.placed === placed && part.documentsOf(entry.language)[document] === 1);
		if (asked !== undefined) {
			const describer = describers.get(asked) ?? new HitDescriber(asked.query, part);
			describers.set(asked, describer);
			const hit = describer.describe(passage - firstPassage, score, textOf);
			hits.push(holders === undefined ? hit : { ...hit, missing: holders.listMissing(placed, document, asked.query.required) });
		}
		if (index % describedPerStep === describedPerStep - 1) {
			yield;
		}
	}
	return { hits, ...totals, corrections: searched.corrections };
}

/** Everything that a query finds, by document. `notes` as in `searchInSteps`. */
export function* listMatchesInSteps(
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	query: Query,
	options: Pick<SearchOptions, 'isTyping' | 'scope'>,
): Steps<EngineMatches> {
	const searched = yield* compileForPartsInSteps(query, options.isTyping, parts);
	return yield* findInSteps(parts, notes, query, searched, { ...options, holders: undefined }, function* (ranking) {
		const { passages, total, isFull, compare } = yield* ranking.listInSteps();
		// A document's passages have numbers in a row, in order of place.
		const listed: { readonly best: number; readonly matches: DocumentMatches }[] = [];
		const isStepDue = makeStepTest(listedPerStep);
		for (let from = 0, to = 0; from < passages.length; from = to) {
			const { part, firstPassage } = ranking.partOf(passages[from] ?? 0);
			const document = part.documentNumbers[(passages[from] ?? 0) - firstPassage] ?? noDocument;
			let best = passages[from] ?? 0;
			for (to = from + 1; part.documentNumbers[(passages[to] ?? Infinity) - firstPassage] === document; to++) {
				const passage = passages[to] ?? 0;
				best = compare(passage, best) < 0 ? passage : best;
			}
			const own = passages.subarray(from, to);
			listed.push({
				best,
				matches: {
					documentId: part.idOf(document),
					starts: Uint32Array.from(own, (passage) => part.rangeOf(passage - firstPassage).start),
					isFull: Uint8Array.from(own, (passage) => Number(isFull(passage))),
				},
			});
			if (isStepDue(to)) {
				yield;
			}
		}
		const sorted = yield* sortInSteps(listed, (a, b) => compare(a.best, b.best));
		return {
			documents: sorted.map(({ matches }) => matches),
			total,
			partialTotal: passages.length - total,
			corrections: searched.corrections,
		};
	});
}

/** Everything that holds something of the query, on a scoreboard: `use` may have it ranked as long as it runs. */
function* findInSteps<T>(
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	query: Query,
	searched: Searched,
	options: Pick<SearchOptions, 'scope'> & { readonly holders: DocumentHolders | undefined },
	use: (ranking: FoundRanking) => Steps<T>,
): Steps<T> {
	const { compiled } = searched;
	const scoreboard = new Scoreboard(parts, notes);
	try {
		for (const { placed, language, query: compiledQuery } of compiled) {
			const question = ask(placed, language, options.scope);
			for (const [index, clause] of compiledQuery.required.entries()) {
				yield* scoreboard.addClauseInSteps(clause, index + 1, question);
				options.holders?.note(placed, index + 1, scoreboard.listHolders(index + 1, placed));
			}
			for (const clause of compiledQuery.excluded) {
				yield* scoreboard.excludeInSteps(clause, question);
			}
			if (compiledQuery.required.length === 0 && query.filters.length + compiledQuery.excluded.length > 0) {
				scoreboard.listAll(question);
			}
		}
		if (options.scope?.ranges !== undefined) {
			scoreboard.keepRanges(options.scope.ranges);
		}
		const ranking = scoreboard.rankingOf({
			holders: options.holders,
			fullFirst: isFullFirst(searched),
			neededOf: (placed) => countNeeded(placed, compiled),
		});
		return yield* use(ranking);
	} finally {
		scoreboard.close();
	}
}

/** Passages ranked without a scoreboard, if words decide everything, but for one that may be unfinished. The notes are in use until the last step. */
function* rankByWordsInSteps(
	searched: Searched,
	scope: SearchScope | undefined,
	parts: readonly PlacedPart[],
	notes: PassageNotes,
	limit: number,
): Steps<Ranking | undefined> {
	const options = { limit, fullFirst: isFullFirst(searched) };
	try {
		const words = toAsked(searched, scope, toWords);
		if (words !== undefined) {
			return yield* rankWordsInSteps(words, parts, notes, options);
		}
		const starts = toAsked(searched, scope, toStart);
		return starts && (yield* rankStartsInSteps(starts, parts, notes, options));
	} finally {
		notes.clear();
	}
}

/** What is asked of each language of each part, if it can be asked so of all; who is asked is looked up only then, since a scope may name very many. */
function toAsked<T extends object>(
	{ compiled }: Searched,
	scope: SearchScope | undefined,
	read: (query: CompiledQuery) => T | undefined,
): readonly (T & { readonly question: Question })[] | undefined {
	const asked: { readonly entry: CompiledForPart; readonly of: T }[] = [];
	for (const entry of compiled) {
		const of = scope?.ranges === undefined ? read(entry.query) : undefined;
		if (of === undefined) {
			return undefined;
		}
		asked.push({ entry, of });
	}
	return asked.map(({ entry: { placed, language }, of }) => ({ ...of, question: ask(placed, language, scope) }));
}

/** Whether what holds everything comes first, whatever the scores are. */
function isFullFirst({ compiled }: Searched): boolean {
	return compiled.every(({ query }) => query.required.length <= maxWordsForFullFirst);
}

/** The query for each language of each part; words that no document knows are asked for with other spaces, or replaced by their neighbours. */
function* compileForPartsInSteps(query: Query, isTyping: boolean, parts: readonly PlacedPart[]): Steps<Searched> {
	const languages = new Map<string, number>();
	for (const { part } of parts) {
		for (const [language, count] of part.languages) {
			languages.set(language, (languages.get(language) ?? 0) + count);
		}
	}
	const queryLanguage = findQueryLanguage(query, languages);
	const compileAll = function* (asked: Query, corrections: Corrections): Steps<CompiledForPart[]> {
		const analysed = new Map([...languages.keys()].map((language) => [language, analyseQuery(asked, language, queryLanguage, isTyping)]));
		const compiled: CompiledForPart[] = [];
		for (const placed of parts) {
			for (const language of placed.part.languages.keys()) {
				const read = analysed.get(language);
				if (read !== undefined) {
					compiled.push({ placed, language, query: yield* compileInSteps(read, placed.part.words, corrections) });
				}
			}
		}
		return compiled;
	};
	const compiled = yield* compileAll(query, new Map());
	const unknown = findUnknownWords(compiled.map((entry) => entry.query));
	const vocabularies = parts.map(({ part }) => part.words);
	if (unknown.size === 0 && !mayBeJoined(query)) {
		return { compiled, corrections: [] };
	}
	const neighbours = new Map<string, Correction>();
	for (const [folded, typed] of unknown) {
		const found = findNeighbours(folded, vocabularies);
		if (found.length > 0) {
			neighbours.set(folded, { typed, neighbours: found });
		}
		yield;
	}
	const standsInSteps = function* (text: string): Steps<boolean> {
		const clauses = [{ kind: 'phrase', text, isPrefix: false, isExcluded: false }] as const;
		for (const { placed, language, query: row } of yield* compileAll({ text, clauses, filters: [] }, new Map())) {
			const [clause] = row.required;
			if (clause !== undefined && (yield* findHoldersInSteps(clause, ask(placed, language, undefined), new PostingRows())).length > 0) {
				return true;
			}
		}
		return false;
	};
	const respaced = yield* respaceInSteps(
		query,
		{ folded: unknown, hasNeighbours: (word) => neighbours.has(word), standsInSteps },
		vocabularies,
	);
	for (const word of respaced.words) {
		neighbours.delete(word);
	}
	const corrections = [...respaced.corrections, ...toSearched(neighbours)];
	const isOther = respaced.query !== query || corrections.length > 0;
	return { compiled: isOther ? yield* compileAll(respaced.query, neighbours) : compiled, corrections };
}

function toSearched(corrections: Corrections): EngineAnswer['corrections'] {
	return [...corrections.values()].map(({ typed, neighbours }) => ({ typed, searched: neighbours.map(({ folded }) => folded) }));
}

/** What is searched: the query as each language of each part has it. */
interface Searched {
	readonly compiled: readonly CompiledForPart[];
	readonly corrections: EngineAnswer['corrections'];
}

interface CompiledForPart {
	readonly placed: PlacedPart;
	readonly language: string;
	readonly query: CompiledQuery;
}

function keepAsked(part: IndexPart, ofLanguage: Uint8Array, { kind, ids }: SearchScope): Uint8Array {
	const asked = kind === 'only' ? new Uint8Array(ofLanguage.length) : ofLanguage.slice();
	for (const id of ids) {
		const document = part.findDocument(id);
		if (document >= 0) {
			asked[document] = kind === 'only' ? (ofLanguage[document] ?? 0) : 0;
		}
	}
	return asked;
}

function ask(placed: PlacedPart, language: string, scope: SearchScope | undefined): Question {
	const { part } = placed;
	const ofLanguage = part.documentsOf(language);
	return {
		placed,
		language,
		ofLanguage,
		asked: scope === undefined ? ofLanguage : keepAsked(part, ofLanguage, scope),
		isComplete: !placed.isLive && part.languages.size === 1 && part.totals.passages === part.passageCapacity,
	};
}

/** How many clauses make everything: by document of the part, where its languages differ in it. */
function countNeeded(placed: PlacedPart, compiled: readonly CompiledForPart[]): number | Uint16Array {
	const { part } = placed;
	const ofPart = compiled.filter((entry) => entry.placed === placed);
	const [first = 0, ...others] = ofPart.map(({ query }) => query.required.length);
	if (others.every((count) => count === first)) {
		return first;
	}
	const needed = new Uint16Array(part.documentCapacity);
	for (const { language, query } of ofPart) {
		part.documentsOf(language).forEach((isOf, document) => {
			if (isOf === 1) {
				needed[document] = query.required.length;
			}
		});
	}
	return needed;
}
