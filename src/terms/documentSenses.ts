import type { TermRecord } from './cardMaker.ts';
import type { TermMatch } from './formWalk.ts';
import { splitFormWords } from './formWords.ts';
import type { LexiconDocument } from './lexicon.ts';

/** Decides what an ambiguous acronym means in a document: the long form that the document itself has. */
export class DocumentSenses {
	readonly #records: readonly TermRecord[];
	#known: { readonly document: LexiconDocument; readonly names: ReadonlySet<string> } | undefined;

	constructor(records: readonly TermRecord[]) {
		this.#records = records;
	}

	/** The matches of one document, each with the card that is meant there; that of most documents where it does not say. */
	resolve(document: LexiconDocument, matches: readonly TermMatch[]): readonly TermMatch[] {
		return matches.every(({ others }) => others === undefined) ? matches : matches.map((match) => this.#resolveOne(document, match));
	}

	#resolveOne(document: LexiconDocument, match: TermMatch): TermMatch {
		if (match.others === undefined) {
			return match;
		}
		if (this.#known?.document !== document) {
			this.#known = { document, names: namesOf(document) };
		}
		const { names } = this.#known;
		const meant = [match.cardIndex, ...match.others].find((card) =>
			this.#records[card]?.joined.groups.some((group) => !group.isAcronym && names.has(group.key)),
		);
		return meant === undefined ? match : { ...match, cardIndex: meant };
	}
}

/** The keys of all names of a document, and of the long forms that it gives. */
function namesOf({ summaries }: LexiconDocument): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { key, isAcronym, longs } of summaries) {
		if (!isAcronym) {
			names.add(key);
		}
		for (const long of longs.keys()) {
			names.add(splitFormWords(long).keys.join(' '));
		}
	}
	return names;
}
