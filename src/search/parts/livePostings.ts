import { type Steps, takeAllSteps } from '../../base/steps.ts';
import { NumberList } from './bytes.ts';
import type { LiveWords } from './liveWords.ts';
import { type Field, fields, MiniSearchPostings, type TermCounts } from './miniSearchPostings.ts';
import type { PostingLists } from './part.ts';
import { type PassageRange, type SortedRows, TermRows } from './termRows.ts';

/** So many passages at most are filed by MiniSearch at once, in some ten milliseconds: a document of a hundred pages. To sort all rows of a live part takes as long. */
const maxFiledAtOnce = 200;

/** A document's passages, from when they count. */
interface Committed extends PassageRange {
	isThere: boolean;
}

/**
 * The postings of the live part. What comes is noted in rows, which costs next to nothing; it is put in order when somebody asks. What came by ones
 * and twos since, as somebody writes, MiniSearch files beside what is filed already; where much came at once, the rows of all are sorted. Who
 * packs the part gets them sorted too, so that a long reading, in which nobody asks, makes no map at all: with MiniSearch filing every passage,
 * adding documents took 1.8 times as long.
 */
export class LivePostings {
	readonly rows: TermRows;
	readonly #words: LiveWords;
	/** By passage: its texts, by their number among the rows. */
	#texts: Record<Field, Uint32Array> = { body: new Uint32Array(1024), context: new Uint32Array(1024) };
	/** The documents in the order in which they came: those before `#sortedCount` are sorted, those from there to `#filedCount` are filed by MiniSearch. */
	readonly #committed: Committed[] = [];
	readonly #byFirstPassage = new Map<number, Committed>();
	#sortedCount = 0;
	#filedCount = 0;
	#sorted: Readonly<Record<Field, SortedRows>> | undefined;
	#filed = new MiniSearchPostings();
	/** By term: the rows of stop words beside what MiniSearch has filed: they would tell it that texts are longer than they are. */
	readonly #filedStops = new Map<number, Readonly<Record<Field, PostingLists>>>();

	constructor(words: LiveWords) {
		this.#words = words;
		this.rows = new TermRows(words);
	}

	/** Notes the texts of a passage, which counts from `commit` on. */
	place(passage: number, body: number, context: number): void {
		if (passage >= this.#texts.body.length) {
			const grow = (from: Uint32Array) => {
				const grown = new Uint32Array(Math.max(passage + 1, from.length * 2));
				grown.set(from);
				return grown;
			};
			this.#texts = { body: grow(this.#texts.body), context: grow(this.#texts.context) };
		}
		this.#texts.body[passage] = body;
		this.#texts.context[passage] = context;
	}

	/** From now on these passages count. */
	commit({ firstPassage, passageCount }: PassageRange): void {
		if (passageCount === 0) {
			return;
		}
		const committed = { firstPassage, passageCount, isThere: true };
		this.#committed.push(committed);
		this.#byFirstPassage.set(firstPassage, committed);
	}

	/** Forgets the passages of a document; sorted rows of theirs stay. */
	remove({ firstPassage, passageCount }: PassageRange): void {
		const committed = this.#byFirstPassage.get(firstPassage);
		if (committed !== undefined) {
			committed.isThere = false;
			this.#byFirstPassage.delete(firstPassage);
			this.#filed.discardPassages(Array.from({ length: passageCount }, (_, ordinal) => firstPassage + ordinal));
		}
	}

	/** Appends the passages that hold the term; stop words once in each. */
	read(term: number, field: Field, into: PostingLists): void {
		this.#settle();
		this.#sorted?.[field].read(term, into);
		if (this.#filedCount === this.#sortedCount) {
			return;
		}
		const stops = this.#filedStops.get(term)?.[field];
		for (let at = 0; at < (stops?.passages.length ?? 0); at++) {
			into.passages.push(stops?.passages.values[at] ?? 0);
			into.counts.push(1);
		}
		this.#filed.forEachPosting(this.#words.termText(term), field, (passage, count) => {
			into.passages.push(passage);
			into.counts.push(count);
		});
	}

	/** About how many rows `read` appends for both fields. */
	estimate(term: number): number {
		this.#settle();
		const stops = this.#filedStops.get(term);
		return fields.reduce(
			(sum, field) => sum + (this.#sorted?.[field].countOf(term) ?? 0) + (stops?.[field].passages.length ?? 0),
			this.#filed.estimatePostings(this.#words.termText(term)),
		);
	}

	#settle(): void {
		if (this.#filedCount < this.#committed.length) {
			takeAllSteps(this.settleInSteps());
		}
	}

	/** Puts in order what came since; in steps, where that is much. */
	*settleInSteps(): Steps<void> {
		while (this.#filedCount < this.#committed.length) {
			let waiting = 0;
			for (let at = this.#filedCount; at < this.#committed.length && waiting <= maxFiledAtOnce; at++) {
				waiting += this.#committed[at]?.passageCount ?? 0;
			}
			if (waiting <= maxFiledAtOnce) {
				this.#fileAll();
			} else {
				yield* this.#sortInSteps();
			}
		}
	}

	/** Sorts the rows of all documents: for who packs them. */
	*sortAllInSteps(): Steps<void> {
		while (this.#sortedCount < this.#committed.length) {
			yield* this.#sortInSteps();
		}
	}

	*#sortInSteps(): Steps<void> {
		const before = this.#sorted;
		const count = this.#committed.length;
		const ranges = this.#committed.filter(({ isThere }) => isThere).sort((a, b) => a.firstPassage - b.firstPassage);
		const texts = this.#texts;
		const body = yield* this.rows.sortInSteps(ranges, texts.body);
		const context = yield* this.rows.sortInSteps(ranges, texts.context);
		// Unless somebody who could not wait has done so meanwhile.
		if (this.#sorted === before) {
			this.#sorted = { body, context };
			this.#sortedCount = count;
			this.#filedCount = count;
			this.#filed = new MiniSearchPostings();
			this.#filedStops.clear();
		}
	}

	#fileAll(): void {
		const read = new Map<number, TermCounts>();
		for (; this.#filedCount < this.#committed.length; this.#filedCount++) {
			const { firstPassage, passageCount, isThere } = this.#committed[this.#filedCount] as Committed;
			for (let passage = firstPassage; isThere && passage < firstPassage + passageCount; passage++) {
				const [body, context] = fields.map((field) => {
					const text = this.#texts[field][passage] ?? 0;
					const counts = read.get(text) ?? this.#countTerms(text);
					read.set(text, counts);
					this.#fileStops(passage, field, text);
					return counts;
				});
				this.#filed.addPassage(passage, body ?? noTerms, context ?? noTerms);
			}
		}
	}

	#countTerms(text: number): TermCounts {
		const texts: string[] = [];
		const counts: number[] = [];
		this.rows.forEachOf(text, (term, count) => {
			if (count > 0) {
				texts.push(this.#words.termText(term));
				counts.push(count);
			}
		});
		return { texts, counts };
	}

	#fileStops(passage: number, field: Field, text: number): void {
		this.rows.forEachOf(text, (term, count) => {
			if (count === 0) {
				let rows = this.#filedStops.get(term);
				if (rows === undefined) {
					rows = { body: newRows(), context: newRows() };
					this.#filedStops.set(term, rows);
				}
				rows[field].passages.push(passage);
			}
		});
	}
}

const noTerms: TermCounts = { texts: [], counts: [] };

function newRows(): PostingLists {
	return { passages: new NumberList(16), counts: new NumberList(0) };
}
