import type { TermMatch } from './formWalk.ts';
import { splitFormWords } from './formWords.ts';
import type { LexiconDocument } from './lexicon.ts';
import type { TermRecord } from './termRecords.ts';

/**
 * Decides what an ambiguous acronym means in a document: the long form that the document gives, or else the one that it names; and whom a family name
 * means that several bear: the only one of them whom the document names, else nobody.
 */
export class DocumentSenses {
	readonly #recordOf: (id: number) => TermRecord | undefined;
	#known: { readonly document: LexiconDocument; readonly longs: ReadonlySet<string>; readonly names: ReadonlySet<string> } | undefined;

	constructor(recordOf: (id: number) => TermRecord | undefined) {
		this.#recordOf = recordOf;
	}

	/** The matches of one document, each with the card that is meant there; of an acronym that of most documents where it does not say. */
	resolve(document: LexiconDocument, matches: readonly TermMatch[]): readonly TermMatch[] {
		return matches.every(({ others }) => others === undefined)
			? matches
			: matches.flatMap((match) => this.#resolveOne(document, match) ?? []);
	}

	#resolveOne(document: LexiconDocument, match: TermMatch): TermMatch | undefined {
		if (match.others === undefined) {
			return match;
		}
		if (this.#known?.document !== document) {
			this.#known = { document, ...namesOf(document) };
		}
		const { longs, names } = this.#known;
		const candidates = [match.cardIndex, ...match.others];
		if (candidates.every((card) => this.#recordOf(card)?.joined.alone !== undefined)) {
			const [only, other] = candidates.filter((card) => this.#recordOf(card)?.joined.groups.some(({ key }) => names.has(key)));
			return only === undefined || other !== undefined ? undefined : { ...match, cardIndex: only };
		}
		const findAmong = (keys: ReadonlySet<string>) =>
			candidates.find((card) => this.#recordOf(card)?.joined.groups.some((group) => !group.isAcronym && keys.has(group.key)));
		const meant = findAmong(longs) ?? findAmong(names);
		return meant === undefined ? match : { ...match, cardIndex: meant };
	}
}

/** The keys of the long forms that a document gives, and of all its names: a name alone does not say that the acronym means it. */
function namesOf({ summaries }: LexiconDocument): { readonly longs: ReadonlySet<string>; readonly names: ReadonlySet<string> } {
	const longs = new Set<string>();
	const names = new Set<string>();
	for (const { key, isAcronym, longs: given } of summaries) {
		if (!isAcronym) {
			names.add(key);
		}
		for (const long of given.keys()) {
			longs.add(splitFormWords(long).keys.join(' '));
		}
	}
	return { longs, names };
}
