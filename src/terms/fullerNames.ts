import { isContentWord } from '../text/stopWords.ts';
import { lawEnds, organisationEnds, organisationHeads } from './extraction/nameLists.ts';
import { isEmptyGroup, shareDocument, type TermGroup } from './termGroups.ts';

/** An institution's name, taken apart: its head (`ministry`) and the set of the other content words. */
interface TakenApart {
	readonly group: TermGroup;
	readonly head: string;
	readonly content: ReadonlySet<string>;
}

/** Finds the full name (`Ministry of Gender Equality and Family`) of institutions whose head comes last (`Gender Equality Ministry`). */
export class FullerNames {
	/** Those whose head comes first, by head and each word of their content: an institution is looked up by its rarest word. */
	readonly #byWord = new Map<string, Set<TakenApart>>();
	readonly #heads = new Map<TermGroup, TakenApart>();
	readonly #shorts = new Map<TermGroup, TakenApart>();
	readonly #pairs = new Map<TermGroup, TermGroup>();

	/** The full name of each that has one. */
	get pairs(): ReadonlyMap<TermGroup, TermGroup> {
		return this.#pairs;
	}

	/** The groups are not what they were. */
	noteChanged(changed: ReadonlySet<TermGroup>): void {
		const changedHeads = new Set<string>();
		const changedShorts = new Set<TakenApart>();
		changed.forEach((group) => {
			const before = this.#heads.get(group);
			if (before !== undefined) {
				this.#heads.delete(group);
				changedHeads.add(before.head);
				for (const word of before.content) {
					this.#byWord.get(`${before.head} ${word}`)?.delete(before);
				}
			}
			this.#shorts.delete(group);
			this.#pairs.delete(group);
			if (group.isAcronym || group.keys.length < 2 || group.nameCount === 0 || isEmptyGroup(group)) {
				return;
			}
			const first = group.keys[0] ?? '';
			const last = group.keys.at(-1) ?? '';
			if (prepositions.has(group.keys[1] ?? '') && (organisationHeads.has(first) || lawEnds.has(first))) {
				const long = { group, head: first, content: new Set(group.keys.slice(2).filter(isContentWord)) };
				this.#heads.set(group, long);
				changedHeads.add(first);
				for (const word of long.content) {
					const key = `${first} ${word}`;
					this.#byWord.set(key, (this.#byWord.get(key) ?? new Set()).add(long));
				}
			} else if (organisationEnds.has(last) || organisationHeads.has(last) || lawEnds.has(last)) {
				const short = { group, head: last, content: new Set(group.keys.slice(0, -1).filter(isContentWord)) };
				this.#shorts.set(group, short);
				changedShorts.add(short);
			}
		});
		if (changedHeads.size > 0) {
			for (const short of this.#shorts.values()) {
				if (changedHeads.has(short.head)) {
					changedShorts.add(short);
				}
			}
		}
		for (const short of changedShorts) {
			const long = this.#find(short);
			if (long === undefined) {
				this.#pairs.delete(short.group);
			} else {
				this.#pairs.set(short.group, long.group);
			}
		}
	}

	/** The one institution that the short name can stand for: with the same words, else with more; with one word only in the same document. */
	#find(short: TakenApart): TakenApart | undefined {
		let fewest: ReadonlySet<TakenApart> = new Set();
		for (const word of short.content) {
			const those = this.#byWord.get(`${short.head} ${word}`);
			if (those === undefined) {
				return undefined;
			}
			fewest = fewest.size === 0 || those.size < fewest.size ? those : fewest;
		}
		const fits = fewest.size > maxAlike ? [] : [...fewest].filter((long) => isSubset(short.content, long.content));
		const same = fits.filter((long) => long.content.size === short.content.size);
		if (same.length > 0) {
			return same.length === 1 ? same[0] : undefined;
		}
		const near = fits.filter((long) => shareDocument(long.group, short.group));
		const fuller = near.length > 0 || short.content.size < 2 ? near : fits;
		return fuller.length === 1 ? fuller[0] : undefined;
	}
}

/** Where more institutions have even the rarest word of a short name, it hardly means one of them. */
const maxAlike = 200;

const prepositions = new Set(['of', 'for', 'on', 'against']);

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
	for (const word of part) {
		if (!whole.has(word)) {
			return false;
		}
	}
	return true;
}
