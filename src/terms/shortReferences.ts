import { wordSet } from './extraction/sentenceWords.ts';
import type { TermGroup } from './termGroups.ts';
import { keyOfForm, type TermSummary } from './termSummaries.ts';

/** Whether a short form is a word, which means something only behind an article: `Company`, `Health Trust`; no acronym (`MoF`). */
export function isShortReference(form: string): boolean {
	return /^\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}{2,})*$/u.test(form);
}

/**
 * What bodies' names begin or end with that may stand for them without a clause, where a document names one only. No `Company`: whoever speaks calls
 * itself so, and no `Court`, `Board` or `Office`, of which all have one.
 */
const bodies = wordSet(
	`ministry department trust commission committee council agency authority institute foundation society association union bureau directorate
	secretariat tribunal inquiry inspectorate museum university federation commissioner`,
);

/** By which of its words a body may be meant, as a key: `ministry` of `Ministry of Health`, `trust` of `Wessen Canal Trust`. */
export function headOfBody(keys: readonly string[]): string | undefined {
	const [first = '', second = ''] = keys;
	const head = /^(?:of|for|on|against)$/.test(second) ? first : (keys.at(-1) ?? '');
	return keys.length > 1 && bodies.has(head) ? head : undefined;
}

export function isHeadOfBody(key: string): boolean {
	return bodies.has(key);
}

/** What a short reference means in one document. */
export interface Meant {
	/** The keys of all names that it may mean there; it means something only where these are one term. */
	readonly keys: ReadonlySet<string>;
	/** As the document writes the first of them. */
	readonly form: string;
	/** From here on, since a body must be named before. */
	readonly from: number;
}

/** What `short` means in the document: what is called so there, else the bodies of that word that it names. `undefined` where it does not say. */
export function findMeant(text: string, summaries: readonly TermSummary[], short: string): Meant | undefined {
	const key = keyOfForm(short, false);
	const called = summaries.filter((summary) => !summary.isAcronym && summary.key === key).flatMap(({ longs }) => [...longs.keys()]);
	if (called[0] !== undefined) {
		return { keys: new Set(called.flatMap((long) => keyOfForm(long, false) ?? [])), form: called[0], from: 0 };
	}
	if (key === undefined || !bodies.has(key)) {
		return undefined;
	}
	const named = summaries.filter((summary) => summary.nameCount > 0 && headOfBody(summary.key.split(' ')) === key);
	const places = named.map(({ form }) => text.indexOf(form)).filter((place) => place >= 0);
	return named[0] === undefined || places.length === 0
		? undefined
		: { keys: new Set(named.map((summary) => summary.key)), form: named[0].form, from: Math.min(...places) };
}

/** Groups that short references are made of: what clauses call something, heads of bodies by themselves, bodies. */
interface ReferenceGroups {
	readonly called: Iterable<TermGroup>;
	readonly alone: Iterable<TermGroup>;
	readonly bodies: Iterable<TermGroup>;
}

/**
 * By short reference, what it means in some document: what is called so there, or the only body of that word that it names. Of what is joined (`rootOf`)
 * one.
 */
export function listMeant(
	groups: ReferenceGroups,
	find: (form: string) => TermGroup | undefined,
	rootOf: (group: TermGroup) => TermGroup,
): ReadonlyMap<TermGroup, readonly TermGroup[]> {
	const meant = new Map<TermGroup, Map<TermGroup, TermGroup>>();
	const add = (reference: TermGroup, long: TermGroup) => {
		const longs = meant.get(reference) ?? new Map<TermGroup, TermGroup>();
		meant.set(reference, longs.set(rootOf(long), long));
	};
	for (const reference of groups.called) {
		for (const long of reference.longs.keys()) {
			const group = find(long);
			if (group !== undefined && group !== reference) {
				add(reference, group);
			}
		}
	}
	const alone = new Map([...groups.alone].map((group) => [group.key, group]));
	const named = new Map<TermGroup, TermGroup[]>();
	for (const group of alone.size === 0 ? [] : groups.bodies) {
		const reference = alone.get(headOfBody(group.keys) ?? '');
		const others = reference && named.get(reference);
		if (reference !== undefined && others === undefined) {
			named.set(reference, [group]);
		} else {
			others?.push(group);
		}
	}
	for (const [reference, bodies] of named) {
		for (const body of listOnlyOnes(reference, bodies, rootOf)) {
			add(reference, body);
		}
	}
	return new Map([...meant].map(([reference, longs]) => [reference, [...longs.values()]]));
}

/** Those of whom a document that has the short name has no other; `rootOf` says which are one. */
export function listOnlyOnes(
	family: TermGroup,
	people: readonly TermGroup[],
	rootOf: (person: TermGroup) => TermGroup,
): ReadonlySet<TermGroup> {
	const named = new Map<number, TermGroup | null>();
	for (const person of people) {
		const root = rootOf(person);
		for (const { order } of person.holders) {
			const other = named.get(order);
			named.set(order, other === undefined || other === root ? root : null);
		}
	}
	return new Set(family.holders.flatMap(({ order }) => named.get(order) ?? []));
}
