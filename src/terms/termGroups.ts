import type { OwnEntry, TermKind } from './card.ts';
import { count } from './counts.ts';
import type { DefinitionFinding } from './findings.ts';
import { isAcronymLike } from './formCheck.ts';
import type { GlossaryEntry } from './glossary.ts';
import { keyOfForm, keysOfName, type TermSummary, withoutArticle } from './termSummaries.ts';

/** A document as far as groups know it. */
export interface SummarisedDocument {
	/** Its place among all documents; another one when documents come or go. */
	order: number;
	readonly summaries: readonly TermSummary[];
}

/** What the collection's findings say of one term, before its variants are joined. */
export interface TermGroup {
	/** What makes two findings the same term: the words' keys, or an acronym's letters. */
	readonly key: string;
	readonly keys: readonly string[];
	readonly isAcronym: boolean;
	/** What documents say, in the order of documents, and within one as they say it; `holders` are the documents. */
	parts: TermSummary[];
	holders: SummarisedDocument[];
	/** What the writer's glossaries say, the first one first, and the place of the first among all their entries. */
	ownParts: OwnPart[];
	ownOrder: number;
	/** Every written form and how often it was found; of a name that the writer alone gives, none. This and all that follows is made of the parts. */
	forms: ReadonlyMap<string, number>;
	kinds: ReadonlyMap<TermKind, number>;
	definitions: readonly DocumentDefinition[];
	/** Long forms of an acronym and how often a document gives them. */
	longs: ReadonlyMap<string, number>;
	/** Roles of a person, as the documents' quotations give them. */
	roles: ReadonlyMap<string, number>;
	own: GlossaryEntry | undefined;
	nameCount: number;
	/** Documents of whose key terms it is. */
	keyDocuments: number;
}

/** So many entries of one name are taken: a card with more of them serves nobody. */
const maxOwnParts = 100;

interface OwnPart {
	readonly entry: GlossaryEntry;
	readonly glossaryId: string;
}

interface DocumentDefinition {
	readonly document: SummarisedDocument;
	readonly finding: DefinitionFinding;
}

/** All groups by key. Holds what documents and glossaries say, and when these change makes anew what is different then. */
export class TermGroups {
	readonly byKey = new Map<string, TermGroup>();
	#changed = new Set<TermGroup>();

	/** The group of a written name, if there is one. */
	find(form: string): TermGroup | undefined {
		return this.byKey.get(keyOfForm(withoutArticle(form), false) ?? '');
	}

	/** Takes what a document says in the place of what it said before; `undefined` where it was not there, or is no more. Its order must be right. */
	replaceDocument(before: SummarisedDocument | undefined, now: SummarisedDocument | undefined): void {
		const kept = before === undefined || now === undefined ? undefined : pairUp(before.summaries, now.summaries);
		for (const summary of before?.summaries ?? []) {
			const group = this.byKey.get(summary.key);
			// By its place: a term of all documents is looked for once for each of them when all of them change.
			const at = group === undefined ? 0 : findPlace(group, before?.order ?? 0, summary.at);
			if (group === undefined || group.parts[at] !== summary) {
				continue;
			}
			const other = kept?.get(summary);
			if (other !== undefined && now !== undefined) {
				group.parts[at] = other;
				group.holders[at] = now;
				if (!isSameSummary(summary, other)) {
					this.#changed.add(group);
				}
			} else {
				group.parts.splice(at, 1);
				group.holders.splice(at, 1);
				this.#changed.add(group);
			}
		}
		const taken = new Set(kept?.values());
		for (const summary of now?.summaries ?? []) {
			if (now !== undefined && !taken.has(summary)) {
				const group = this.#get(summary.key, summary.isAcronym);
				const at = findPlace(group, now.order, summary.at);
				if (group.parts === noParts) {
					group.parts = [summary];
					group.holders = [now];
				} else {
					group.parts.splice(at, 0, summary);
					group.holders.splice(at, 0, now);
				}
				this.#changed.add(group);
			}
		}
	}

	/**
	 * Takes all entries of the writer's glossaries, but for hidden ones, in the place of those of before; of two with one name the earlier gives it.
	 */
	setOwn(glossaries: Iterable<readonly [id: string, entries: readonly GlossaryEntry[]]>): void {
		this.byKey.forEach((group) => {
			if (group.ownParts.length > 0) {
				group.ownParts = noOwnParts;
				this.#changed.add(group);
			}
		});
		let order = 0;
		for (const [glossaryId, entries] of glossaries) {
			for (let at = 0; at < entries.length; at++) {
				const entry = entries[at] as GlossaryEntry;
				if (entry.isHidden !== true) {
					this.#addOwn({ entry, glossaryId }, order++);
				}
			}
		}
	}

	#addOwn(part: OwnPart, order: number): void {
		const { term } = part.entry;
		const isAcronym = isAcronymLike(term);
		const keys = isAcronym ? undefined : keysOfName(withoutArticle(term));
		const key = isAcronym ? keyOfForm(term, true) : keys?.join(' ');
		if (key === undefined) {
			return;
		}
		const group = this.#get(key, isAcronym, keys);
		if (group.ownParts.length === 0) {
			group.ownOrder = order;
			group.ownParts = [part];
			this.#changed.add(group);
		} else if (group.ownParts.length < maxOwnParts) {
			group.ownParts.push(part);
		}
	}

	/** The groups of which other things are said than when this was asked last, as they are now; those that are empty now are no more. */
	takeChanged(): ReadonlySet<TermGroup> {
		const changed = this.#changed;
		this.#changed = new Set();
		changed.forEach((group) => {
			fold(group);
			if (isEmptyGroup(group)) {
				this.byKey.delete(group.key);
			}
		});
		return changed;
	}

	#get(key: string, isAcronym: boolean, keys?: readonly string[]): TermGroup {
		let group = this.byKey.get(key);
		if (group === undefined) {
			group = makeGroup(key, isAcronym, keys);
			this.byKey.set(key, group);
		}
		return group;
	}
}

/** A group of which nothing is said. `keys`: those of a name, where they are known. */
export function makeGroup(key: string, isAcronym: boolean, keys?: readonly string[]): TermGroup {
	// A word may fold to a space: then what its key is parted into decides, by whichever way the group comes.
	const isParted = keys?.every((word) => !word.includes(' ')) === true;
	return {
		key,
		keys: isAcronym ? [key.slice(1)] : isParted ? keys : key.split(' '),
		isAcronym,
		parts: noParts,
		holders: noHolders,
		ownParts: noOwnParts,
		ownOrder: 0,
		forms: noCounts,
		kinds: noKinds,
		definitions: noDefinitions,
		longs: noCounts,
		roles: noCounts,
		own: undefined,
		nameCount: 0,
		keyDocuments: 0,
	};
}

/** Whether nothing is said of it. */
export function isEmptyGroup(group: TermGroup): boolean {
	return group.parts.length === 0 && group.ownParts.length === 0;
}

/** Groups in order: the writer's, then by where documents name them first, then those of which nothing is said. */
export function compareGroups(a: TermGroup, b: TermGroup): number {
	return orderOf(a) - orderOf(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** A number by which groups are in order; that of documents moves when documents come or go. */
export function orderOf({ ownParts, ownOrder, holders, parts }: TermGroup): number {
	if (ownParts.length > 0) {
		return ownOrder - ownOrders;
	}
	const [holder] = holders;
	return holder === undefined ? Number.MAX_SAFE_INTEGER : holder.order * summariesOfDocument + (parts[0]?.at ?? 0);
}

/** More than a document can have, and than glossaries can. */
const summariesOfDocument = 2 ** 24;
const ownOrders = 2 ** 40;

/** Whether a document says something of both. */
export function shareDocument(a: TermGroup, b: TermGroup): boolean {
	for (let at = 0, other = 0; at < a.holders.length && other < b.holders.length; ) {
		const difference = (a.holders[at]?.order ?? 0) - (b.holders[other]?.order ?? 0);
		if (difference === 0) {
			return true;
		}
		if (difference < 0) {
			at++;
		} else {
			other++;
		}
	}
	return false;
}

// Most groups have one form and nothing else; what is empty is shared.
const noCounts: ReadonlyMap<string, number> = new Map();
const noKinds: ReadonlyMap<TermKind, number> = new Map();
const noParts: TermSummary[] = [];
const noHolders: SummarisedDocument[] = [];
const noOwnParts: OwnPart[] = [];
const noDefinitions: readonly DocumentDefinition[] = [];

/** What the writer's glossaries say of it, one by one. */
export function listOwnEntries({ ownParts }: TermGroup): readonly OwnEntry[] {
	return ownParts.map(({ glossaryId, entry: { context = null, vision = null, text } }) => ({ glossaryId, context, vision, text }));
}

/** Sums up the parts. */
function fold(group: TermGroup): void {
	if (group.parts.length === 0 && !group.isAcronym) {
		// As nearly all names of a large glossary.
		foldOwn(group);
		return;
	}
	const forms = new Map<string, number>();
	let longs: Map<string, number> | undefined;
	let roles: Map<string, number> | undefined;
	let kinds: Map<TermKind, number> | undefined;
	let definitions: DocumentDefinition[] | undefined;
	group.own = mergeEntries(group.ownParts);
	group.nameCount = 0;
	group.keyDocuments = 0;
	for (const { entry } of group.ownParts) {
		count(forms, entry.term, 1_000);
	}
	for (let at = 0; at < group.parts.length; at++) {
		const [summary, document] = [group.parts[at] as TermSummary, group.holders[at] as SummarisedDocument];
		count(forms, summary.form, summary.formCount);
		group.nameCount += summary.nameCount;
		group.keyDocuments += summary.isKeyTerm ? 1 : 0;
		if (summary.counted.size > 0) {
			kinds ??= new Map();
			addCounts(kinds, summary.counted);
		}
		if (summary.longs.size > 0) {
			longs ??= new Map();
			addCounts(longs, summary.longs);
		}
		for (const finding of summary.definitions) {
			definitions ??= [];
			definitions.push({ document, finding });
		}
		if (summary.role !== null) {
			roles ??= new Map();
			count(roles, summary.role);
		}
	}
	group.forms = forms;
	group.kinds = kinds ?? noKinds;
	group.longs = longs ?? noCounts;
	group.roles = roles ?? noCounts;
	group.definitions = definitions ?? noDefinitions;
}

function foldOwn(group: TermGroup): void {
	group.own = mergeEntries(group.ownParts);
	group.nameCount = 0;
	group.keyDocuments = 0;
	group.forms = noCounts;
	group.kinds = noKinds;
	group.longs = noCounts;
	group.roles = noCounts;
	group.definitions = noDefinitions;
}

function addCounts<Key>(counts: Map<Key, number>, more: ReadonlyMap<Key, number>): void {
	for (const [key, number] of more) {
		count(counts, key, number);
	}
}

/** Where the part belongs: behind all that come before it in the order of documents. */
function findPlace({ holders, parts }: TermGroup, order: number, at: number): number {
	let [low, high] = [0, parts.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const difference = (holders[middle]?.order ?? 0) - order || (parts[middle]?.at ?? 0) - at;
		if (difference < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/** Of what a document said before, what it says of the same term now; of terms of which it has one form before and now. */
function pairUp(before: readonly TermSummary[], now: readonly TermSummary[]): ReadonlyMap<TermSummary, TermSummary> {
	const [single, others] = [listSingle(before), listSingle(now)];
	const pairs = new Map<TermSummary, TermSummary>();
	for (const [key, summary] of single) {
		const other = others.get(key);
		if (summary !== undefined && other !== undefined) {
			pairs.set(summary, other);
		}
	}
	return pairs;
}

/** By key; `undefined` where several forms have it. */
function listSingle(summaries: readonly TermSummary[]): ReadonlyMap<string, TermSummary | undefined> {
	const single = new Map<string, TermSummary | undefined>();
	for (const summary of summaries) {
		single.set(summary.key, single.has(summary.key) ? undefined : summary);
	}
	return single;
}

/** Whether both say the same. */
function isSameSummary(a: TermSummary, b: TermSummary): boolean {
	return (
		a.form === b.form &&
		a.formCount === b.formCount &&
		a.nameCount === b.nameCount &&
		a.isKeyTerm === b.isKeyTerm &&
		a.role === b.role &&
		// A definition stands at a place of the text that was.
		a.definitions.length + b.definitions.length === 0 &&
		areSameCounts(a.counted, b.counted) &&
		areSameCounts(a.longs, b.longs)
	);
}

/** Whether both have the same counts in the same order, which decides between equals. */
function areSameCounts<Key>(a: ReadonlyMap<Key, number>, b: ReadonlyMap<Key, number>): boolean {
	if (a.size !== b.size) {
		return false;
	}
	const others = b.entries();
	for (const [key, number] of a) {
		const other = others.next().value;
		if (other?.[0] !== key || other[1] !== number) {
			return false;
		}
	}
	return true;
}

/** What the entries say together, under the name of the first. */
function mergeEntries(parts: readonly OwnPart[]): GlossaryEntry | undefined {
	const [first] = parts;
	if (first === undefined || parts.length === 1) {
		return first?.entry;
	}
	const entries = parts.map(({ entry }) => entry);
	return {
		term: first.entry.term,
		aliases: entries.flatMap(({ aliases }) => aliases),
		exclusions: entries.flatMap(({ exclusions }) => exclusions),
		text: entries
			.map(({ text }) => text)
			.filter((text) => text !== '')
			.join('\n\n'),
	};
}
