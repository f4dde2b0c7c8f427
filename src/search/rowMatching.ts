import type { Steps } from '../base/steps.ts';
import type { WordMatcher } from './compiledQuery.ts';
import { NumberList } from './parts/bytes.ts';
import type { Field } from './parts/miniSearchPostings.ts';
import { type IndexPart, noDocument, type RowAnswer, type RowFinder } from './parts/part.ts';
import { isInContext } from './parts/tokenTable.ts';
import type { PostingRows } from './postingRows.ts';
import type { Question } from './question.ts';

/** What is asked of the passages of a part: some words in a row. */
export interface AskedRow {
	readonly question: Question;
	readonly rows: PostingRows;
	/** One word stands in a row too: its terms may file other words. */
	readonly way: readonly WordMatcher[];
	/** How many tokens behind its first the row may reach. */
	readonly reach: number;
	readonly looksPerStep: number;
}

/** A word of a row: the rows of postings that it has, and which of the words it is. */
interface CountedWord {
	readonly terms: readonly number[];
	readonly count: number;
	readonly place: number;
}

/**
 * Calls back for each passage that holds some words in a row, at times more than once: in its title or headings, or in its own words, where the row may
 * run on behind it. The rarest word gives the candidates; then those go that do not hold the others; the bytes of their tokens decide, and where these
 * cannot, `isHeld`, which looks at the words. Rows that run on are looked for where the next passage begins with one of the words: few do.
 */
export function* findRowsInSteps(asked: AskedRow, isHeld: (passage: number) => boolean, callback: (passage: number) => void): Steps<void> {
	const { way, question, rows, looksPerStep } = asked;
	const { part } = question.placed;
	const words = way
		.map(({ terms }, place) => ({ terms, place, count: terms.reduce((sum, term) => sum + part.estimatePostings(term), 0) }))
		.sort((a, b) => a.count - b.count);
	const [rarest, ...others] = words;
	if (rarest === undefined) {
		return;
	}
	const phrase = way.map(({ numbers }) => numbers);
	const finder = part.makeRowFinder(phrase);
	const isHolding = rows.takeMarks(1, part.passageCapacity);
	const own = listHolding(asked, rarest.terms, 'body', isHolding);
	const running = way.length === 1 ? new NumberList(0) : listRunning(asked, own, rarest.place, finder);
	keepHolding(asked, own, others, 'body', isHolding);
	for (const list of [own, running]) {
		// A row that runs on is found among those that do: most passages that end with its first words do not.
		const mayRunOn = (passage: number, begun: number) => list === running && finder.mayRunInto(passage + 1, begun);
		const tell = (passage: number, answer: RowAnswer, begun: number) => {
			if (answer === 'found' || ((answer === 'unknown' || mayRunOn(passage, begun)) && isHeld(passage))) {
				callback(passage);
			}
		};
		for (let from = 0; from < list.length; from += looksPerStep) {
			finder.findEach(list, from, Math.min(list.length, from + looksPerStep), tell);
			yield;
		}
	}
	isHolding.fill(0);
	const inContext = listHolding(asked, rarest.terms, 'context', isHolding);
	keepHolding(asked, inContext, others, 'context', isHolding);
	for (let at = 0; at < inContext.length; at++) {
		const passage = inContext.values[at] ?? 0;
		if (isInContext(part.contextOf(passage), phrase)) {
			callback(passage);
		}
		if (at % looksPerStep === looksPerStep - 1) {
			yield;
		}
	}
}

/** The passages that are asked and hold one of the terms, each once; `isHolding` is 1 for them then. */
function listHolding({ question, rows }: AskedRow, terms: readonly number[], field: Field, isHolding: Uint8Array): NumberList {
	const { asked, placed } = question;
	const { documentNumbers } = placed.part;
	const listed = new NumberList();
	for (const term of terms) {
		const { from, to } = rows.countTerm(term, field, question);
		const { values } = rows.passages;
		for (let at = from; at < to; at++) {
			const passage = values[at] ?? 0;
			const document = documentNumbers[passage] ?? noDocument;
			if (isHolding[passage] === 0 && document !== noDocument && asked[document] === 1) {
				isHolding[passage] = 1;
				listed.push(passage);
			}
		}
	}
	return listed;
}

/** Takes the passages out of the list that do not hold the other words; words that are too frequent to spare much are left to the tokens. */
function keepHolding({ question, rows }: AskedRow, list: NumberList, others: readonly CountedWord[], field: Field, held: Uint8Array): void {
	const { part } = question.placed;
	let level = 1;
	for (const { terms, count } of others) {
		const [only = -1] = terms;
		const isHolder = field === 'body' && terms.length === 1 ? part.makeHolderTest(only) : undefined;
		if (isHolder !== undefined) {
			keep(list, isHolder);
			continue;
		}
		const spared = list.length * Math.max(0, 1 - count / part.passageCapacity);
		if (count > spared * rowsPerLook || level === maxLevel) {
			continue;
		}
		for (const term of terms) {
			const { from, to } = rows.countTerm(term, field, question);
			const holding = rows.passages.values;
			for (let at = from; at < to; at++) {
				const passage = holding[at] ?? 0;
				if (held[passage] === level) {
					held[passage] = level + 1;
				}
			}
		}
		const next = ++level;
		keep(list, (passage) => held[passage] === next);
	}
}

function keep(list: NumberList, isKept: (passage: number) => boolean): void {
	const { values } = list;
	let kept = 0;
	for (let at = 0; at < list.length; at++) {
		const passage = values[at] ?? 0;
		if (isKept(passage)) {
			values[kept++] = passage;
		}
	}
	list.length = kept;
}

/** Looking at the bytes of a passage costs about as much as so many rows of postings. */
const rowsPerLook = 100;
/** A byte counts how many of the words a passage holds; nobody needs to know of more. */
const maxLevel = 200;

/**
 * The passages in which a row may begin that ends behind them, out of those that hold one of its words: whatever it runs into begins with a later word. Each
 * once.
 */
function listRunning({ question, rows, reach }: AskedRow, holding: NumberList, place: number, finder: RowFinder): NumberList {
	const { part } = question.placed;
	const { documentNumbers } = part;
	const running = new NumberList();
	let isListed: Uint8Array | undefined;
	const list = (passage: number) => {
		isListed ??= rows.takeMarks(2, part.passageCapacity);
		if (isListed[passage] === 0) {
			isListed[passage] = 1;
			running.push(passage);
		}
	};
	for (let at = 0; at < holding.length; at++) {
		const passage = holding.values[at] ?? 0;
		const document = documentNumbers[passage];
		if (documentNumbers[passage + 1] === document && finder.mayRunInto(passage + 1)) {
			list(passage);
		}
		// The first word stands in the passage in which the row begins, any other there or behind it.
		if (place > 0) {
			listBefore(part, passage, reach, finder, list);
		}
	}
	return running;
}

/** The passages before this one from which a row may run on into it. */
function listBefore(part: IndexPart, passage: number, reach: number, finder: RowFinder, list: (passage: number) => void): void {
	const { documentNumbers } = part;
	const document = documentNumbers[passage];
	let between = 0;
	for (let before = passage - 1; between < reach && before >= 0 && documentNumbers[before] === document; before--) {
		if (!finder.mayRunInto(before + 1)) {
			return;
		}
		list(before);
		between += part.countTokens(before);
	}
}
