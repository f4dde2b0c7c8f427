import type { Steps } from '../base/steps.ts';
import type { CompiledLeaf } from './compiledQuery.ts';
import { KnownHolders } from './knownHolders.ts';
import { KnownStarts } from './knownStarts.ts';
import { countLooksPerStep, countOccurrences, isDecidedByIndex, toReach } from './matching.ts';
import { NumberList } from './parts/bytes.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { type IndexPart, noDocument, type PostingLists } from './parts/part.ts';
import { countCommonBits, type PartBits, TermBits } from './parts/termBits.ts';
import type { Question } from './question.ts';

/** Rows of the two lists of `PostingRows`. */
export interface Rows {
	readonly from: number;
	readonly to: number;
	/** The passages as bits, where these are looked at instead: then the lists have no rows of them, and `from` is 0, `to` how many there are. */
	readonly termBits?: TermBits;
}

/** One list of so many takes two megabytes. */
const maxKeptRows = 1 << 19;

/** Bits of so many terms take a fifth of a megabyte at 100 MB of text. */
const maxKeptBits = 8;

/** How often a term stands in each passage of a field, for all terms of a query, in flat lists. Passages are numbered within their part. */
export class PostingRows implements PostingLists {
	readonly passages = new NumberList(4096);
	readonly counts = new NumberList(4096);
	/** Of questions before, too. */
	readonly known = new KnownHolders();
	readonly starts = new KnownStarts();
	/** The rows that were read, by question, and by term and field: a phrase asks for those of its words again. */
	readonly #read = new Map<Question, Map<number, Rows>>();

	/** Room for bits of terms, and how many are in use. */
	readonly #termBits: TermBits[] = [];
	#termBitsUsed = 0;
	/** See `takeMarks`. */
	readonly #marks: Uint8Array[] = [];

	/** A byte for each passage of a part, all 0, good until the next call with the same number: a new one for each clause and part would be half a megabyte a query. */
	takeMarks(number: number, count: number): Uint8Array {
		let marks = this.#marks[number];
		if (marks === undefined || marks.length < count) {
			marks = new Uint8Array(Math.ceil(count * 1.2));
			this.#marks[number] = marks;
		} else {
			marks.fill(0, 0, count);
		}
		return marks;
	}

	/** Forgets all rows, and keeps the room that most queries need for the next one. */
	clear(): void {
		this.#read.clear();
		this.#termBits.length = Math.min(this.#termBits.length, maxKeptBits);
		this.#termBitsUsed = 0;
		for (const list of [this.passages, this.counts]) {
			list.length = 0;
			if (list.values.length > maxKeptRows) {
				list.values = new Uint32Array(maxKeptRows);
			}
		}
	}

	/** A row for each passage that holds the clause, with how often it stands in the passage's own words, and once if in its title or headings only. */
	*countWholeInSteps(clause: CompiledLeaf, holders: NumberList, part: IndexPart): Steps<Rows> {
		const { passages, counts } = this;
		let countOf = (passage: number) => countOccurrences(clause, passage, part);
		const looksPerStep = countLooksPerStep(Math.max(0, ...clause.ways.map((way) => toReach(clause, way.length))));
		if (clause.ways.every(isDecidedByIndex)) {
			const times = new Uint32Array(part.passageCapacity);
			for (const term of clause.ways.flatMap((way) => way.flatMap(({ terms }) => terms))) {
				const start = passages.length;
				part.readPostings(term, 'body', this);
				for (let at = start; at < passages.length; at++) {
					const passage = passages.values[at] ?? 0;
					times[passage] = (times[passage] ?? 0) + (counts.values[at] ?? 0);
				}
				passages.length = start;
				counts.length = start;
			}
			countOf = (passage) => times[passage] ?? 0;
		}
		const from = passages.length;
		for (let at = 0; at < holders.length; at++) {
			const passage = holders.values[at] ?? 0;
			passages.push(passage);
			counts.push(countOf(passage) || 1);
			if (at % looksPerStep === looksPerStep - 1) {
				yield;
			}
		}
		return { from, to: passages.length };
	}

	/** The rows of the term's postings that count: of documents of the language that are there. Read once for a question. */
	countTerm(term: number, field: Field, question: Question): Rows {
		let ofQuestion = this.#read.get(question);
		if (ofQuestion === undefined) {
			ofQuestion = new Map();
			this.#read.set(question, ofQuestion);
		}
		const key = toKey(term, field);
		let rows = ofQuestion.get(key);
		if (rows === undefined) {
			rows = this.#readTerm(term, field, question);
			ofQuestion.set(key, rows);
		}
		return rows;
	}

	/** `countTerm` with bits in the place of rows. */
	countTermBits(term: number, field: Field, { ofLanguage, isComplete }: Question, bits: PartBits): Rows {
		const room = this.#termBits[this.#termBitsUsed] ?? new TermBits();
		const termBits = bits.ofTerm(term, field, room);
		if (termBits === room) {
			this.#termBits[this.#termBitsUsed++] = room;
		}
		const isAll = isComplete || termBits.count === 0;
		return { from: 0, to: isAll ? termBits.count : countCommonBits(termBits.bits, bits.ofDocuments(ofLanguage)), termBits };
	}

	/** `countTerm` for who drops the rows again: what was not known stays unknown, or who asks later would get rows of another term. */
	countTermOnce(term: number, field: Field, question: Question): Rows {
		return this.#read.get(question)?.get(toKey(term, field)) ?? this.#readTerm(term, field, question);
	}

	#readTerm(term: number, field: Field, { placed, ofLanguage, isComplete }: Question): Rows {
		const { passages, counts } = this;
		const { documentNumbers } = placed.part;
		const from = passages.length;
		placed.part.readPostings(term, field, this);
		if (isComplete) {
			return { from, to: passages.length };
		}
		let to = from;
		for (let at = from; at < passages.length; at++) {
			const document = documentNumbers[passages.values[at] ?? 0] ?? noDocument;
			if (document !== noDocument && ofLanguage[document] === 1) {
				passages.values[to] = passages.values[at] ?? 0;
				counts.values[to] = counts.values[at] ?? 0;
				to++;
			}
		}
		passages.length = to;
		counts.length = to;
		return { from, to };
	}

	/** The rows of these passages only, a bit for each, behind all rows. */
	keep({ from, to }: Rows, kept: Uint32Array): Rows {
		const { passages, counts } = this;
		const start = passages.length;
		for (let at = from; at < to; at++) {
			const passage = passages.values[at] ?? 0;
			if (((kept[passage >>> 5] ?? 0) & (1 << (passage & 31))) !== 0) {
				passages.push(passage);
				counts.push(counts.values[at] ?? 0);
			}
		}
		return { from: start, to: passages.length };
	}
}

function toKey(term: number, field: Field): number {
	return term * 2 + Number(field === 'context');
}
