import { isCapital } from '../formCheck.ts';

/** A phrase of a document and where it stands: by itself, and inside of longer runs of words. */
export interface PhraseCount {
	/** As written: in small letters if it is anywhere, since what stands at a sentence's start is not how a term is written. */
	form: string;
	readonly words: number;
	/** How often it is a whole run of words that can stand in a term. */
	alone: number;
	/** How often it stands inside of a longer run. */
	inside: number;
	/** The first different longer runs that hold it, no more than `minHolders`. */
	holders: readonly string[];
	first: number;
	/** A bit for each tenth of the document in which it stands. */
	tenths: number;
}

/** A phrase that is mostly part of others is one of its own only if so many different runs hold it: `soil`, but not `conch` of `queen conch` alone. */
export const minHolders = 4;

/** Counts phrases by the keys of their words: first whole runs (`addRun`), then those inside of others (`addInside`). */
export class PhraseCounts {
	readonly #text: string;
	readonly #counts = new Map<string, PhraseCount>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Counts a run of so many words, whose joined key is `key`, at `[start, end)`. `form` is how it is written, if not as it stands there. */
	addRun(key: string, words: number, start: number, end: number, form?: string): void {
		const known = this.#counts.get(key);
		if (known === undefined) {
			const tenths = this.#tenthOf(start);
			this.#counts.set(key, {
				form: form ?? this.#formAt(start, end),
				words,
				alone: 1,
				inside: 0,
				holders: noHolders,
				first: start,
				tenths,
			});
			return;
		}
		known.alone++;
		known.tenths |= this.#tenthOf(start);
		if (form === undefined && this.#text.charCodeAt(start) >= 0x61 && isCapital(known.form)) {
			known.form = this.#formAt(start, end);
		}
	}

	/** Counts what stands inside of a run, of the phrases of up to `maxWords` words that stand alone elsewhere. `run` tells runs of other words from it. */
	addInside(keys: readonly string[], maxWords: number, startOf: (at: number) => number, run: string): void {
		for (let first = 0; first < keys.length; first++) {
			let key = '';
			for (let last = first; last < keys.length && last - first < maxWords; last++) {
				key = last === first ? (keys[last] ?? '') : `${key} ${keys[last]}`;
				const count = last - first + 1 === keys.length ? undefined : this.#counts.get(key);
				if (count === undefined) {
					continue;
				}
				const start = startOf(first);
				count.inside++;
				count.first = Math.min(count.first, start);
				count.tenths |= this.#tenthOf(start);
				if (count.holders.length < minHolders && !count.holders.includes(run)) {
					count.holders = [...count.holders, run];
				}
			}
		}
	}

	/** All phrases that stood alone somewhere, in the order of their first place as such. */
	values(): Iterable<PhraseCount> {
		return this.#counts.values();
	}

	#formAt(start: number, end: number): string {
		return this.#text.slice(start, end).replace(/\s+/g, ' ');
	}

	#tenthOf(start: number): number {
		return 1 << Math.floor((10 * start) / this.#text.length);
	}
}

const noHolders: readonly string[] = [];
