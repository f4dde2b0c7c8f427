import type { DocumentTally } from './documentTally.ts';
import type { LexiconDocument } from './lexicon.ts';
import type { PlacedForms } from './placedForms.ts';
import type { TermRecord } from './termRecords.ts';
import { isStrong } from './termTraits.ts';

/** A document, and what was found in it when a table was built last. */
export interface TalliedDocument {
	readonly entry: LexiconDocument;
	/** A number without any meaning, by which some of many documents are chosen. */
	readonly sample: number;
	readonly placed: PlacedForms;
	readonly tally: DocumentTally;
	/** Who speaks in it, and which term that is. */
	readonly speakers: ReadonlyMap<string, number | undefined>;
}

/** Terms, by their numbers. */
export interface ChangedTotals {
	/** Those of which something else is told, or that are others. */
	readonly changed: readonly number[];
	/** Those of them by which what is related to others may be another. */
	readonly shifted: readonly number[];
}

/** What decides whether a term is related to others. */
interface State {
	readonly roundMentions: number;
	readonly roundDocuments: number;
	readonly shownTerm: string | undefined;
}

/** How often terms stand in how many documents, and in which, by the numbers of terms. Notes what changes. */
export class TermTotals {
	readonly #records: (TermRecord | undefined)[] = [];
	readonly #mentions: number[] = [];
	readonly #documents: number[] = [];
	readonly #holders: (TalliedDocument[] | undefined)[] = [];
	#changed: number[] = [];
	/** By number, 1 for those. */
	#isChanged = new Uint8Array(1_024);
	/** Of those that were there already. */
	readonly #before = new Map<number, State>();

	/** The term of this number, if there is one now. */
	readonly getRecord = (id: number): TermRecord | undefined => this.#records[id];

	getMentions(id: number): number {
		return this.#mentions[id] ?? 0;
	}

	getDocuments(id: number): number {
		return this.#documents[id] ?? 0;
	}

	/** About how often it stands there: what one place more or less seldom changes. */
	getRoundMentions(id: number): number {
		return roundDown(this.getMentions(id));
	}

	/** In about how many documents, likewise. */
	getRoundDocuments(id: number): number {
		return roundDown(this.getDocuments(id));
	}

	/** The term, if it gets a card: it must stand in the text, a mere key term twice. What the writer says gets one anyway. */
	getKept(id: number): TermRecord | undefined {
		const record = this.#records[id];
		const isKept = record !== undefined && (record.joined.kind === 'own' || this.getMentions(id) >= (isStrong(record) ? 1 : 2));
		return isKept ? record : undefined;
	}

	/** The documents that hold the term, in order. */
	listHolders(id: number): readonly TalliedDocument[] {
		return this.#holders[id] ?? noHolders;
	}

	/** Takes terms out and in. */
	replaceRecords(removed: Iterable<TermRecord>, added: readonly TermRecord[]): void {
		for (const { id } of removed) {
			this.#note(id);
			this.#records[id] = undefined;
		}
		for (let at = 0; at < added.length; at++) {
			const record = added[at] as TermRecord;
			this.#note(record.id);
			this.#records[record.id] = record;
		}
	}

	/** Takes what a document tells in the place of what it told before; `undefined` where it was not there, or is no more. */
	replaceDocument(before: TalliedDocument | undefined, now: TalliedDocument | undefined): void {
		const [old, fresh] = [before?.tally, now?.tally];
		const isSameText = before?.entry === now?.entry;
		for (let [oldAt, at] = [0, 0]; ; ) {
			const [oldId = none, id = none] = [old?.ids[oldAt], fresh?.ids[at]];
			if (oldId === none && id === none) {
				return;
			}
			const isSame = oldId === id && isSameText && old !== undefined && fresh?.isSame(at, old, oldAt) === true;
			if (!isSame) {
				this.#note(Math.min(oldId, id));
			}
			if (oldId < id) {
				this.#count(oldId, -(old?.mentions[oldAt++] ?? 0), before, undefined);
			} else if (id < oldId) {
				this.#count(id, fresh?.mentions[at++] ?? 0, undefined, now);
			} else {
				const [was, is] = [old?.mentions[oldAt++] ?? 0, fresh?.mentions[at++] ?? 0];
				this.#count(id, is - was, before, now, Number(is > 0) - Number(was > 0));
			}
		}
	}

	/** The terms of which something else is told, or that are others, since `takeChanged` was asked. */
	get changed(): readonly number[] {
		return this.#changed;
	}

	/** The terms of which something else is told, or that are others. Forgets them. */
	takeChanged(): ChangedTotals {
		const changed = this.#changed;
		this.#changed = [];
		const shifted: number[] = [];
		for (let at = 0; at < changed.length; at++) {
			const id = changed[at] ?? 0;
			this.#isChanged[id] = 0;
			if (this.#isShifted(id, this.#before.get(id) ?? unknown)) {
				shifted.push(id);
			}
		}
		this.#before.clear();
		return { changed, shifted };
	}

	#count(
		id: number,
		mentions: number,
		before: TalliedDocument | undefined,
		now: TalliedDocument | undefined,
		documents = Math.sign(mentions),
	): void {
		this.#mentions[id] = this.getMentions(id) + mentions;
		this.#documents[id] = this.getDocuments(id) + documents;
		const holders = this.#holders[id] ?? [];
		this.#holders[id] = holders;
		const at = findPlace(holders, (now ?? before)?.entry.document.id ?? '');
		holders.splice(at, before === undefined ? 0 : 1, ...(now === undefined ? [] : [now]));
	}

	#note(id: number): void {
		if (this.#isChanged[id] === 1) {
			return;
		}
		if (id >= this.#isChanged.length) {
			const larger = new Uint8Array(2 * id);
			larger.set(this.#isChanged);
			this.#isChanged = larger;
		}
		this.#isChanged[id] = 1;
		this.#changed.push(id);
		if (this.#records[id] !== undefined || this.getMentions(id) > 0) {
			this.#before.set(id, {
				roundMentions: this.getRoundMentions(id),
				roundDocuments: this.getRoundDocuments(id),
				shownTerm: this.getKept(id)?.names.term,
			});
		}
	}

	#isShifted(id: number, { roundMentions, roundDocuments, shownTerm }: State): boolean {
		return (
			roundMentions !== this.getRoundMentions(id) ||
			roundDocuments !== this.getRoundDocuments(id) ||
			shownTerm !== this.getKept(id)?.names.term
		);
	}
}

const noHolders: readonly TalliedDocument[] = [];

/** Of a term that is not there yet. */
const unknown: State = { roundMentions: 1, roundDocuments: 1, shownTerm: undefined };

/** More than any number of a term. */
const none = Number.MAX_SAFE_INTEGER;

/** Where the document stands among these, or belongs: they are in the order of ids, as all documents are. */
function findPlace(holders: readonly TalliedDocument[], id: string): number {
	let [low, high] = [0, holders.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((holders[middle]?.entry.document.id ?? '') < id) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** A power of two. */
function roundDown(count: number): number {
	return 2 ** (31 - Math.clz32(1 + count));
}
