import type { TermMatch } from './formWalk.ts';
import { splitFormWords } from './formWords.ts';
import type { LexiconDocument } from './lexicon.ts';
import { findMeant, isShortReference, type Meant } from './shortReferences.ts';
import { foldForm } from './termForms.ts';
import type { TermRecord } from './termRecords.ts';

/**
 * Decides what an ambiguous acronym means in a document: the long form that the document gives, or else the one that it names; and whom a family name
 * means that several bear: the only one of them whom the document names, else nobody; so it is with `the Company` and `the Ministry` (`findMeant`).
 */
export class DocumentSenses {
	readonly #recordOf: (id: number) => TermRecord | undefined;
	#known:
		| {
				readonly document: LexiconDocument;
				readonly longs: ReadonlySet<string>;
				readonly names: ReadonlySet<string>;
				readonly meant: Map<string, Meant | undefined>;
		  }
		| undefined;

	constructor(recordOf: (id: number) => TermRecord | undefined) {
		this.#recordOf = recordOf;
	}

	/** The matches in a text of one document, its own or the name of a speaker, each with the card that is meant there; of an acronym that of most documents where it does not say. */
	resolve(document: LexiconDocument, text: string, matches: readonly TermMatch[]): readonly TermMatch[] {
		return matches.every(({ others }) => others === undefined)
			? matches
			: matches.flatMap((match) => this.#resolveOne(document, text, match) ?? []);
	}

	#resolveOne(document: LexiconDocument, text: string, match: TermMatch): TermMatch | undefined {
		if (match.others === undefined) {
			return match;
		}
		if (this.#known?.document !== document) {
			this.#known = { document, ...namesOf(document), meant: new Map() };
		}
		const { longs, names, meant } = this.#known;
		const candidates = [match.cardIndex, ...match.others];
		const written = text.slice(match.start, match.end);
		if (candidates.every((card) => isCalledSo(this.#recordOf(card), written))) {
			if (!meant.has(written)) {
				meant.set(written, findMeant(document.document.text, document.summaries, written));
			}
			const only = candidates.find((card) => isAllOf(this.#recordOf(card), meant.get(written)));
			const isNamed = text !== document.document.text || match.start >= (meant.get(written)?.from ?? 0);
			return only === undefined || !isNamed ? undefined : { ...match, cardIndex: only };
		}
		if (candidates.every((card) => this.#recordOf(card)?.joined.alone !== undefined)) {
			const [only, other] = candidates.filter((card) => this.#recordOf(card)?.joined.groups.some(({ key }) => names.has(key)));
			return only === undefined || other !== undefined ? undefined : { ...match, cardIndex: only };
		}
		const findAmong = (keys: ReadonlySet<string>) =>
			candidates.find((card) => this.#recordOf(card)?.joined.groups.some((group) => !group.isAcronym && keys.has(group.key)));
		const card = findAmong(longs) ?? findAmong(names);
		return card === undefined ? match : { ...match, cardIndex: card };
	}
}

/** Whether the words are a short reference to the term: no acronym of it. */
function isCalledSo(record: TermRecord | undefined, written: string): boolean {
	const shorts = record === undefined || !isShortReference(written) ? [] : [...record.joined.shorts.values()];
	return shorts.some((some) => [...some].some((short) => foldForm(short) === foldForm(written)));
}

/** Whether the term is all that the words may mean. */
function isAllOf(record: TermRecord | undefined, meant: Meant | undefined): boolean {
	return (
		record !== undefined && meant !== undefined && [...meant.keys].every((key) => record.joined.groups.some((group) => group.key === key))
	);
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
