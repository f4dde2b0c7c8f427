import type { TermKind } from './card.ts';
import { isPeople } from './extraction/nameLists.ts';
import type { DefinitionFinding, Findings } from './findings.ts';
import { isAcronymLike } from './formCheck.ts';
import { splitFormWords } from './formWords.ts';
import type { GlossaryEntry } from './glossary.ts';

/** What the collection's findings say of one term, before its variants are joined. */
export interface TermGroup {
	/** What makes two findings the same term: the words' keys, or an acronym's letters. */
	readonly key: string;
	readonly keys: readonly string[];
	readonly isAcronym: boolean;
	/** Every written form and how often it was found. */
	readonly forms: Map<string, number>;
	readonly kinds: Map<TermKind, number>;
	/** Indexes of documents that name it, and how often findings do. */
	readonly documents: Set<number>;
	readonly definitions: { readonly document: number; readonly finding: DefinitionFinding }[];
	/** Long forms of an acronym and how often a document gives them. */
	readonly longs: Map<string, number>;
	/** Roles of a person, as the documents' quotations give them. */
	readonly roles: Map<string, number>;
	own: GlossaryEntry | undefined;
	nameCount: number;
	keyScore: number;
	/** Documents of whose key terms it is. */
	keyDocuments: number;
}

/** All groups by key. Words of a leading `the` do not count. */
export class TermGroups {
	readonly byKey = new Map<string, TermGroup>();

	/** The group of a written form; made if there is none. `undefined` for what has no word. */
	get(form: string, isAcronym: boolean): TermGroup | undefined {
		const plain = isAcronym ? form : withoutArticle(form);
		const keys = isAcronym ? [acronymKey(form)] : splitFormWords(plain).keys;
		if (keys.length === 0 || keys.length > 12 || keys[0] === '') {
			return undefined;
		}
		const key = isAcronym ? `=${keys[0]}` : keys.join(' ');
		let group = this.byKey.get(key);
		if (group === undefined) {
			group = {
				key,
				keys,
				isAcronym,
				forms: new Map(),
				kinds: new Map(),
				documents: new Set(),
				definitions: [],
				longs: new Map(),
				roles: new Map(),
				own: undefined,
				nameCount: 0,
				keyScore: 0,
				keyDocuments: 0,
			};
			this.byKey.set(key, group);
		}
		return group;
	}

	/** Takes in what one document says. */
	addFindings(
		document: number,
		findings: Findings,
		quotes: readonly { readonly speaker: string | null; readonly role: string | null }[],
	): void {
		for (const finding of findings.acronyms) {
			const group = this.get(finding.short, true);
			if (group === undefined) {
				continue;
			}
			note(group, document, singularAcronym(finding.short));
			group.nameCount++;
			if (finding.long !== null && finding.longStart !== null) {
				count(group.longs, finding.long);
				const long = this.get(finding.long, false);
				if (long !== undefined) {
					note(long, document, withoutArticle(finding.long));
				}
			}
		}
		for (const finding of findings.names) {
			const group = isNameOfNothing(finding.text) ? undefined : this.get(finding.text, false);
			if (group !== undefined) {
				note(group, document, oneLine(withoutArticle(finding.text)));
				group.nameCount++;
				count(group.kinds, finding.kind);
			}
		}
		for (const finding of findings.definitions) {
			const group = this.get(finding.term, isAcronymLike(finding.term));
			if (group !== undefined) {
				note(group, document, oneLine(withoutArticle(finding.term)));
				group.definitions.push({ document, finding });
			}
		}
		for (const finding of findings.keyTerms) {
			const group = this.get(finding.term, isAcronymLike(finding.term));
			if (group !== undefined) {
				note(group, document, finding.term);
				group.keyScore += finding.score;
				group.keyDocuments++;
			}
		}
		for (const quote of quotes) {
			const group = quote.speaker === null ? undefined : this.get(quote.speaker, false);
			if (group !== undefined && quote.speaker !== null) {
				note(group, document, quote.speaker);
				count(group.kinds, 'person', 3);
				if (quote.role !== null) {
					count(group.roles, quote.role);
				}
			}
		}
	}

	/** Takes in the author or publisher of a document: a name that is a term where the text has it. */
	addByline(document: number, name: string, kind: TermKind): void {
		const group = this.get(name, isAcronymLike(name));
		if (group !== undefined) {
			note(group, document, name);
			count(group.kinds, kind, 3);
		}
	}

	/** Takes in an entry of the writer's glossary. */
	addOwn(entry: GlossaryEntry): void {
		const group = this.get(entry.term, isAcronymLike(entry.term));
		if (group !== undefined) {
			count(group.forms, entry.term, 1_000);
			group.own = group.own === undefined ? entry : mergeEntries(group.own, entry);
		}
	}
}

function mergeEntries(a: GlossaryEntry, b: GlossaryEntry): GlossaryEntry {
	return {
		term: a.term,
		aliases: [...a.aliases, ...b.aliases],
		exclusions: [...a.exclusions, ...b.exclusions],
		text: [a.text, b.text].filter((text) => text !== '').join('\n\n'),
	};
}

function note(group: TermGroup, document: number, form: string): void {
	count(group.forms, form);
	group.documents.add(document);
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

/** `U.S.` and `US` are one, `KMPs` and `KMP` too. */
export function acronymKey(short: string): string {
	return singularAcronym(short).replace(/[.\s]/g, '');
}

export function singularAcronym(short: string): string {
	return /^[\p{Lu}\p{N}.-]{2,}s$/u.test(short) ? short.slice(0, -1) : short;
}

export function withoutArticle(form: string): string {
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
