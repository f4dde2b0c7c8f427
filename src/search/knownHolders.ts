import type { Steps } from '../base/steps.ts';
import type { WordMatcher } from './compiledQuery.ts';
import { NumberList } from './parts/bytes.ts';
import type { IndexPart } from './parts/part.ts';
import type { Question } from './question.ts';

/** So many answers of a part are remembered: those of the last words that were typed. */
const maxLists = 4;
/** Longer ones are not: four of these take two megabytes. */
const maxPassages = 1 << 17;
/** Of a short start of a word thousands of words begin so, and the next letter leaves others. */
const maxWords = 256;

interface KnownList {
	readonly key: string;
	/** How many documents the part had: they only go. */
	readonly documents: number;
	readonly passages: NumberList;
}

/**
 * Which passages hold a word whose terms file others too, as it was found by looking at their tokens. While somebody types `governmen` letter by letter, three
 * questions in a row ask for the same words, `government` and those like it but not `governor`: the passages are looked at once.
 */
export class KnownHolders {
	readonly #lists = new WeakMap<IndexPart, KnownList[]>();

	/**
	 * Tells the passages that `look` finds to hold the word, or those that it found before. What is found is remembered, unless it is much or may change: documents
	 * come into a live part. A passage may be told more than once.
	 */
	*tellInSteps(
		word: WordMatcher,
		question: Question,
		look: (tell: (passage: number) => void) => Steps<void>,
		tell: (passage: number) => void,
	): Steps<void> {
		const { part } = question.placed;
		const key = toKey(word, question);
		if (key === undefined) {
			yield* look(tell);
			return;
		}
		const lists = this.#lists.get(part)?.filter(({ documents }) => documents === part.totals.documents) ?? [];
		const known = lists.find((list) => list.key === key);
		const passages = known?.passages ?? new NumberList();
		if (known === undefined) {
			yield* look((passage) => passages.push(passage));
		}
		for (let at = 0; at < passages.length; at++) {
			tell(passages.values[at] ?? 0);
		}
		if (passages.length <= maxPassages) {
			const others = lists.filter((list) => list !== known);
			this.#lists.set(part, [{ key, documents: part.totals.documents, passages }, ...others.slice(0, maxLists - 1)]);
		}
	}
}

/** `undefined` where the answer is of some documents only, or good for no other question. */
function toKey({ numbers }: WordMatcher, { placed, asked, ofLanguage }: Question): string | undefined {
	return placed.isLive || asked !== ofLanguage || numbers.size > maxWords ? undefined : [...numbers].sort((a, b) => a - b).join();
}
