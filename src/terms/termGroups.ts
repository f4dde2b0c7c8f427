import type { Steps } from '../base/steps.ts';
import type { OwnEntry, TermKind } from './card.ts';
import { minShownScore } from './definitionRank.ts';
import { isPeople } from './extraction/nameLists.ts';
import type { DefinitionFinding, Findings } from './findings.ts';
import { isAcronymLike } from './formCheck.ts';
import { splitFormWords } from './formWords.ts';
import type { GlossaryEntry } from './glossary.ts';
import { shortKey } from './shortForms.ts';
import type { TermDocument } from './termDocument.ts';

/** What the collection's findings say of one term, before its variants are joined. */
export interface TermGroup {
	/** What makes two findings the same term: the words' keys, or an acronym's letters. */
	readonly key: string;
	readonly keys: readonly string[];
	readonly isAcronym: boolean;
	/** Every written form and how often it was found. */
	readonly forms: Map<string, number>;
	kinds: ReadonlyMap<TermKind, number>;
	/** Indexes of documents that name it, and how often findings do. */
	documents: ReadonlySet<number>;
	definitions: readonly DocumentDefinition[];
	/** Long forms of an acronym and how often a document gives them. */
	longs: ReadonlyMap<string, number>;
	/** Roles of a person, as the documents' quotations give them. */
	roles: ReadonlyMap<string, number>;
	own: GlossaryEntry | undefined;
	/** What `own` is made of; empty without it. */
	ownEntries: readonly OwnEntry[];
	/** Acronyms that mean this in some documents, and something else in more of them; made when the first is found. */
	shorts: Set<string> | undefined;
	nameCount: number;
	keyScore: number;
	/** Documents of whose key terms it is. */
	keyDocuments: number;
}

interface DocumentDefinition {
	readonly document: number;
	readonly finding: DefinitionFinding;
}

/** What one document says of one form, summed up, so that the collection's terms are joined without its findings. */
export interface TermSummary {
	readonly form: string;
	readonly key: string;
	readonly isAcronym: boolean;
	readonly counted: ReadonlyMap<TermKind, number>;
	readonly longs: ReadonlyMap<string, number>;
	readonly definitions: readonly DefinitionFinding[];
	role: string | null;
	formCount: number;
	nameCount: number;
	keyScore: number;
	isKeyTerm: boolean;
}

/** A summary while it is made. */
interface GrowingSummary extends TermSummary {
	readonly counted: Map<TermKind, number>;
	readonly longs: Map<string, number>;
	readonly definitions: DefinitionFinding[];
}

/** Some milliseconds of findings. */
const summarisedPerStep = 2_000;

/** Sums up what a document's findings say of each term. */
export function* summariseDocument(document: TermDocument, findings: Findings): Steps<TermSummary[]> {
	const summaries = new Map<string, GrowingSummary>();
	const get = (form: string, isAcronym: boolean): GrowingSummary | undefined => {
		const id = isAcronym ? `=${form}` : form;
		const known = summaries.get(id);
		const key = known === undefined ? keyOfForm(form, isAcronym) : known.key;
		if (key === undefined) {
			return undefined;
		}
		const summary: GrowingSummary = known ?? {
			form,
			key,
			isAcronym,
			counted: new Map(),
			longs: new Map(),
			definitions: [],
			role: null,
			formCount: 0,
			nameCount: 0,
			keyScore: 0,
			isKeyTerm: false,
		};
		summaries.set(id, summary);
		summary.formCount++;
		return summary;
	};
	for (const finding of findings.acronyms) {
		const summary = get(finding.short, true);
		if (summary === undefined) {
			continue;
		}
		summary.nameCount++;
		if (finding.long !== null && finding.longStart !== null) {
			const long = oneLine(withoutArticle(finding.long));
			count(summary.longs, long);
			get(long, false);
		}
	}
	const ofNames = new Map<string, GrowingSummary | undefined>();
	for (const [index, finding] of findings.names.entries()) {
		if (index % summarisedPerStep === 0) {
			yield;
		}
		let summary = ofNames.get(finding.text);
		if (summary !== undefined) {
			summary.formCount++;
		} else if (!ofNames.has(finding.text)) {
			summary = isNameOfNothing(finding.text) ? undefined : get(oneLine(withoutArticle(finding.text)), false);
			ofNames.set(finding.text, summary);
		}
		if (summary !== undefined) {
			summary.nameCount++;
			count(summary.counted, finding.kind);
		}
	}
	yield;
	for (const finding of findings.definitions) {
		if (finding.score >= minShownScore) {
			get(oneLine(withoutArticle(finding.term)), isAcronymLike(finding.term))?.definitions.push(finding);
		}
	}
	for (const finding of findings.keyTerms) {
		const summary = get(finding.term, isAcronymLike(finding.term));
		if (summary !== undefined) {
			summary.keyScore += finding.score;
			summary.isKeyTerm = true;
		}
	}
	for (const quote of document.quotes) {
		const summary = quote.speaker === null ? undefined : get(quote.speaker, false);
		if (summary !== undefined) {
			count(summary.counted, 'person', 3);
			summary.role ??= quote.role;
		}
	}
	for (const [name, kind] of [
		[document.author, 'person'],
		[document.publisher, 'organisation'],
	] as const) {
		const summary = name === null ? undefined : get(oneLine(withoutArticle(name)), isAcronymLike(name));
		if (summary !== undefined) {
			count(summary.counted, kind, 3);
		}
	}
	return [...summaries.values()].map(withoutEmptyLists);
}

const noKinds: ReadonlyMap<TermKind, number> = new Map();
const noLongs: ReadonlyMap<string, number> = new Map();
const noDefinitions: readonly DefinitionFinding[] = [];

/** Most terms have no kind, long form or definition in a document; an empty map of its own would be more than all that is known of them. */
function withoutEmptyLists(summary: TermSummary): TermSummary {
	const { counted, longs, definitions } = summary;
	return {
		...summary,
		counted: counted.size === 0 ? noKinds : counted,
		longs: longs.size === 0 ? noLongs : longs,
		definitions: definitions.length === 0 ? noDefinitions : definitions,
	};
}

/** What makes two forms the same term; `undefined` for what has no word, or too many. */
function keyOfForm(form: string, isAcronym: boolean): string | undefined {
	if (isAcronym) {
		const key = shortKey(form);
		return key === '' ? undefined : `=${key}`;
	}
	const { keys } = splitFormWords(form);
	return keys.length === 0 || keys.length > 12 || form.length > 200 ? undefined : keys.join(' ');
}

/** All groups by key. */
export class TermGroups {
	readonly byKey = new Map<string, TermGroup>();

	/** The group of a written form; made if there is none. `undefined` for what has no word. */
	get(form: string, isAcronym: boolean): TermGroup | undefined {
		const key = keyOfForm(isAcronym ? form : withoutArticle(form), isAcronym);
		return key === undefined ? undefined : this.#getByKey(key, isAcronym);
	}

	/** The group of a written name, if there is one. */
	find(form: string): TermGroup | undefined {
		return this.byKey.get(keyOfForm(withoutArticle(form), false) ?? '');
	}

	#getByKey(key: string, isAcronym: boolean): TermGroup {
		let group = this.byKey.get(key);
		if (group === undefined) {
			group = {
				key,
				keys: isAcronym ? [key.slice(1)] : key.split(' '),
				isAcronym,
				forms: new Map(),
				kinds: noKinds,
				documents: noDocuments,
				definitions: noGroupDefinitions,
				longs: noLongs,
				roles: noLongs,
				own: undefined,
				ownEntries: noEntries,
				shorts: undefined,
				nameCount: 0,
				keyScore: 0,
				keyDocuments: 0,
			};
			this.byKey.set(key, group);
		}
		return group;
	}

	/** Takes in what one document says. */
	addSummaries(document: number, summaries: readonly TermSummary[]): void {
		for (const summary of summaries) {
			const group = this.#getByKey(summary.key, summary.isAcronym);
			count(group.forms, summary.form, summary.formCount);
			group.documents = group.documents === noDocuments ? new Set([document]) : (group.documents as Set<number>).add(document);
			group.nameCount += summary.nameCount;
			group.keyScore += summary.keyScore;
			group.keyDocuments += summary.isKeyTerm ? 1 : 0;
			for (const [kind, number] of summary.counted) {
				group.kinds = countIn(group.kinds, kind, number);
			}
			for (const [long, number] of summary.longs) {
				group.longs = countIn(group.longs, long, number);
			}
			for (const finding of summary.definitions) {
				group.definitions = pushTo(group.definitions, { document, finding });
			}
			if (summary.role !== null) {
				group.roles = countIn(group.roles, summary.role);
			}
		}
	}

	/** Takes in an entry of a glossary of the writer's; the one that comes first gives the name. */
	addOwn(entry: GlossaryEntry, glossaryId: string): void {
		const group = this.get(entry.term, isAcronymLike(entry.term));
		if (group !== undefined) {
			count(group.forms, entry.term, 1_000);
			group.own = group.own === undefined ? entry : mergeEntries(group.own, entry);
			const { context = null, vision = null, text } = entry;
			group.ownEntries = [...group.ownEntries, { glossaryId, context, vision, text }];
		}
	}
}

// Most groups have one form and nothing else; what is empty is shared until something comes.
const noEntries: readonly OwnEntry[] = [];
const noDocuments: ReadonlySet<number> = new Set();
const noGroupDefinitions: readonly DocumentDefinition[] = [];

/** Counts the key in the map, or in a new one in the place of an empty one. */
function countIn<Key>(counts: ReadonlyMap<Key, number>, key: Key, by = 1): ReadonlyMap<Key, number> {
	const own = counts.size === 0 ? new Map<Key, number>() : (counts as Map<Key, number>);
	count(own, key, by);
	return own;
}

function pushTo<Item>(items: readonly Item[], item: Item): readonly Item[] {
	const own = items.length === 0 ? [] : (items as Item[]);
	own.push(item);
	return own;
}

function mergeEntries(a: GlossaryEntry, b: GlossaryEntry): GlossaryEntry {
	return {
		term: a.term,
		aliases: [...a.aliases, ...b.aliases],
		exclusions: [...a.exclusions, ...b.exclusions],
		text: [a.text, b.text].filter((text) => text !== '').join('\n\n'),
	};
}

export function count<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
	counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The key that is counted most; the earlier one of two. */
export function mostCounted<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
	let best: Key | undefined;
	let most = 0;
	for (const [key, number] of counts) {
		if (number > most) {
			best = key;
			most = number;
		}
	}
	return best;
}

function withoutArticle(form: string): string {
	return form.replace(/^(?:the|an?)\s+(?=\S)/i, '');
}

function oneLine(form: string): string {
	return form.replace(/\s+/g, ' ');
}

/** Words for peoples and languages alone (`Korean`, `South Korean`) explain nothing; acronyms have their own findings. */
function isNameOfNothing(text: string): boolean {
	if (isAcronymLike(text)) {
		return true;
	}
	const { keys } = splitFormWords(text);
	return keys.every((key) => isPeople(key) || isPeople(`${key}s`));
}
