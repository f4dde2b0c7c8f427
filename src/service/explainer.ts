import type { SearchEngine, TextSource } from '../search/engine.ts';
import type { Card, ExplainedTerm } from '../terms/card.ts';
import { findTakenPlaces } from '../terms/matcher.ts';
import { findProse } from '../terms/noteProse.ts';
import { findPhraseCandidates, makePhraseCard, type PhraseCandidate, type PhraseOccurrence, toWrittenPhrase } from '../terms/phrases.ts';
import { recogniseTerms } from '../terms/recognise.ts';
import { TermTable } from '../terms/termTable.ts';
import { findUnknownNamesInSteps, type UnknownName } from '../terms/unknownNames.ts';
import { overlaps, type Range } from '../text/range.ts';
import { searchPhrase } from './phraseSearch.ts';
import type { TermService } from './termService.ts';
import type { Turns } from './turns.ts';

/** A phrase's card is made of the first few places; how often it stands in the collection is counted as far as this. */
const maxCountedPassages = 1_000;
const maxShownPlaces = 20;

/** So many phrases are kept: a note is explained again and again while it is written. */
const maxKeptPhrases = 2_000;

/** How far around the caret phrases are looked for: farther than one phrase beside another can reach. */
const neighbourhood = 400;

/** Explains what stands in a note: terms by their table, then phrases that stand in a document. Hover and command line give the same. */
export class Explainer {
	readonly #engine: SearchEngine;
	readonly #terms: TermService;
	readonly #turns: Turns;
	readonly #textOf: TextSource;
	/** `undefined` for words that stand in no document as a phrase. Emptied when a document comes, changes or goes. */
	readonly #phrases = new Map<string, Card | undefined>();

	constructor(engine: SearchEngine, terms: TermService, turns: Turns, textOf: TextSource) {
		this.#engine = engine;
		this.#terms = terms;
		this.#turns = turns;
		this.#textOf = textOf;
	}

	/** To be called when the documents changed. */
	forgetPhrases(): void {
		this.#phrases.clear();
	}

	/** See `Library.explainPhraseAt`. A term around the offset is not for this to explain, nor what the writer's glossary hides. */
	explainPhraseAt(text: string, prose: readonly Range[], offset: number): ExplainedTerm | undefined {
		const near = prose
			.map((range) => ({ start: Math.max(range.start, offset - neighbourhood), end: Math.min(range.end, offset + neighbourhood) }))
			.filter((range) => range.start < range.end);
		const { table } = this.#terms;
		const isTaken = new RangeSet(table === undefined ? [] : findTakenPlaces(table, text, near));
		const candidates = findPhraseCandidates(text, near).filter((candidate) => !isTaken.hasOverlap(candidate));
		const chosen = candidates.find((candidate) => {
			return candidate.start <= offset && offset <= candidate.end && this.#isChosen(candidate, candidates, new Map());
		});
		const card = chosen && this.#explainPhrase(chosen);
		return chosen && card && toExplained(chosen, card);
	}

	/** See `Library.explainNote`. */
	async explainNote(text: string, languageId: string): Promise<readonly ExplainedTerm[]> {
		await this.#terms.whenBuilt();
		const prose = findProse(text, languageId);
		const { table } = this.#terms;
		const explained = table === undefined ? [] : explainTerms(table, text, prose);
		const isTaken = new RangeSet(table === undefined ? [] : findTakenPlaces(table, text, prose));
		// The longest come first, so that each takes its place before those that lie over it.
		for (const candidate of findPhraseCandidates(text, prose)) {
			const card = isTaken.hasOverlap(candidate) ? undefined : this.#explainPhrase(candidate);
			if (card !== undefined) {
				isTaken.add(candidate);
				explained.push(toExplained(candidate, card));
			}
			await this.#turns.pause();
		}
		return explained.sort((a, b) => a.start - b.start);
	}

	/** See `Library.findUnknownNames`. */
	async findUnknownNames(text: string, languageId: string): Promise<readonly UnknownName[]> {
		await this.#terms.whenBuilt();
		const isInSources = (name: string) => searchPhrase(this.#engine, name, 1, () => undefined).hits.length > 0;
		const steps = findUnknownNamesInSteps(text, findProse(text, languageId), this.#terms.table ?? TermTable.empty(), isInSources);
		return this.#turns.run(steps);
	}

	/**
	 * Whether `explainNote` would explain this candidate: a document has it, and none that comes before it and lies over it is explained.
	 * Asks no more of the candidates than are needed to know: a search each is too much for a hover.
	 */
	#isChosen(candidate: PhraseCandidate, all: readonly PhraseCandidate[], known: Map<PhraseCandidate, boolean>): boolean {
		const before = known.get(candidate);
		if (before !== undefined) {
			return before;
		}
		const rivals = all.slice(0, all.indexOf(candidate)).filter((other) => overlaps(other, candidate));
		const isChosen = this.#explainPhrase(candidate) !== undefined && !rivals.some((rival) => this.#isChosen(rival, all, known));
		known.set(candidate, isChosen);
		return isChosen;
	}

	#explainPhrase(candidate: PhraseCandidate): Card | undefined {
		if (this.#terms.isHidden(candidate.text)) {
			return undefined;
		}
		const key = candidate.words.join(' ');
		if (!this.#phrases.has(key)) {
			if (this.#phrases.size >= maxKeptPhrases) {
				this.#phrases.clear();
			}
			this.#phrases.set(key, this.#makeCard(candidate.text));
		}
		return this.#phrases.get(key);
	}

	#makeCard(phrase: string): Card | undefined {
		const { hits } = searchPhrase(this.#engine, phrase, maxCountedPassages, this.#textOf);
		const mentions = hits.reduce((sum, hit) => sum + hit.highlights.length, 0);
		const documentCount = new Set(hits.map((hit) => hit.documentId)).size;
		const occurrences = hits.slice(0, maxShownPlaces).flatMap((hit): PhraseOccurrence[] => {
			const document = this.#terms.findDocument(hit.documentId);
			const place = document && hit.highlights.find(({ start, end }) => toWrittenPhrase(document.text.slice(start, end)) !== undefined);
			const said = this.#terms.findSaid(hit.documentId);
			return document && place ? [{ document, start: place.start, end: place.end, ...(said && { said }) }] : [];
		});
		const first = occurrences[0];
		if (first === undefined) {
			return undefined;
		}
		const written = toWrittenPhrase(first.document.text.slice(first.start, first.end));
		return written === undefined ? undefined : makePhraseCard(written, occurrences, mentions, documentCount);
	}
}

function toExplained({ start, end, text }: PhraseCandidate, card: Card): ExplainedTerm {
	return { start, end, text, term: card.term, card };
}

function explainTerms(table: TermTable, text: string, prose: readonly Range[]): ExplainedTerm[] {
	return recogniseTerms(table, text, prose).flatMap(({ start, end, senses }) => {
		const [card, ...otherSenses] = senses.map((sense) => table.getCard(sense));
		return card === undefined
			? []
			: [{ start, end, text: text.slice(start, end), term: card.term, card, ...(otherSenses.length === 0 ? {} : { otherSenses }) }];
	});
}

/** Ranges that do not overlap, by blocks of text, so that asking stays cheap in a long note. */
class RangeSet {
	readonly #blocks = new Map<number, Range[]>();

	constructor(ranges: readonly Range[]) {
		for (const range of ranges) {
			this.add(range);
		}
	}

	add(range: Range): void {
		for (const block of blocksOf(range)) {
			const ranges = this.#blocks.get(block);
			if (ranges) {
				ranges.push(range);
			} else {
				this.#blocks.set(block, [range]);
			}
		}
	}

	hasOverlap(range: Range): boolean {
		return blocksOf(range).some((block) => this.#blocks.get(block)?.some((other) => overlaps(other, range)) ?? false);
	}
}

const blockLength = 256;

function blocksOf(range: Range): number[] {
	const first = Math.floor(range.start / blockLength);
	const last = Math.floor(Math.max(range.start, range.end - 1) / blockLength);
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
