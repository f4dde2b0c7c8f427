import { isContentWord } from '../text/stopWords.ts';
import type { TermKind } from './card.ts';
import { lawEnds, leadingFamilyNames, organisationEnds, organisationHeads } from './extraction/nameLists.ts';
import { isAcronymLike } from './formCheck.ts';
import { endsInHangul, splitFormWords } from './formWords.ts';
import { sameStates } from './sameStates.ts';
import { shortKey, singularShort } from './shortForms.ts';
import { count, mostCounted, type TermGroup, type TermGroups } from './termGroups.ts';

/** Groups that are one term. The first is the one whose name is shown. */
export interface JoinedTerm {
	readonly groups: readonly TermGroup[];
	readonly kind: TermKind;
}

/**
 * Joins groups that name the same thing: an acronym and its long form, `Gender Equality Ministry` and `Ministry of Gender Equality and Family`,
 * a family name and the one person of the collection who bears it, the several names of a state, and what the writer's glossary lists.
 * A family name that several people bear, or nobody's, is no term.
 */
export function* joinGroupsInSteps(groups: TermGroups): Generator<void, JoinedTerm[], void> {
	const sets = new DisjointGroups();
	joinAcronyms(groups, sets);
	yield;
	joinStates(groups, sets);
	joinCompanies(groups, sets);
	joinReordered(groups, sets);
	joinInverted(groups, sets);
	yield;
	const nameless = joinFamilyNames(groups, sets);
	joinOwnAliases(groups, sets);
	shareAcronyms(groups, sets);
	yield;
	const joined = new Map<TermGroup, TermGroup[]>();
	for (const group of groups.byKey.values()) {
		if (!nameless.has(group) || group.own !== undefined) {
			const root = sets.find(group);
			const members = joined.get(root);
			if (members === undefined) {
				joined.set(root, [group]);
			} else {
				members.push(group);
			}
		}
	}
	yield;
	const terms: JoinedTerm[] = [];
	for (const members of joined.values()) {
		terms.push({ groups: orderMembers(members), kind: kindOfMembers(members) });
		if (terms.length % 5_000 === 0) {
			yield;
		}
	}
	return terms;
}

class DisjointGroups {
	readonly #parents = new Map<TermGroup, TermGroup>();

	find(group: TermGroup): TermGroup {
		if (!this.#parents.has(group)) {
			return group;
		}
		let root = group;
		for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) {
			root = parent;
		}
		if (root !== group) {
			this.#parents.set(group, root);
		}
		return root;
	}

	join(a: TermGroup, b: TermGroup): void {
		const [rootA, rootB] = [this.find(a), this.find(b)];
		if (rootA !== rootB) {
			this.#parents.set(rootB, rootA);
		}
	}
}

function joinAcronyms(groups: TermGroups, sets: DisjointGroups): void {
	for (const group of groups.byKey.values()) {
		const long = group.isAcronym ? mostCounted(group.longs) : undefined;
		const other = long === undefined ? undefined : groups.get(long, false);
		if (other !== undefined) {
			sets.join(other, group);
		}
	}
}

function joinStates(groups: TermGroups, sets: DisjointGroups): void {
	for (const row of sameStates) {
		const present = row.flatMap((name) => (isAcronymLike(name) ? groups.byKey.get(`=${shortKey(name)}`) : groups.find(name)) ?? []);
		const [first, ...rest] = present;
		for (const other of rest) {
			if (first !== undefined && (other.longs.size === 0 || !other.isAcronym)) {
				sets.join(first, other);
			}
		}
	}
}

/** Forms of companies, by which the same one is written with and without. */
const companyForms = new Set('inc ltd llc corp corporation co company plc gmbh ag sa nv kk limited incorporated'.split(' '));

/** `Harbour Foods Inc.` and `Harbour Foods`, where both stand in a document. */
function joinCompanies(groups: TermGroups, sets: DisjointGroups): void {
	for (const group of groups.byKey.values()) {
		if (!group.isAcronym && group.keys.length > 2 && companyForms.has(group.keys.at(-1) ?? '')) {
			const bare = groups.byKey.get(group.keys.slice(0, -1).join(' '));
			if (bare !== undefined && shareDocument(bare, group)) {
				sets.join(group, bare);
			}
		}
	}
}

/** `Lopez, Maria`, as mails and lists of authors write it, and `Maria Lopez`. */
function joinInverted(groups: TermGroups, sets: DisjointGroups): void {
	for (const group of groups.byKey.values()) {
		const form = group.isAcronym || group.keys.length < 2 || group.keys.length > 4 ? undefined : mostCounted(group.forms);
		const comma = form?.indexOf(', ') ?? -1;
		if (form === undefined || comma < 0 || mostCounted(group.kinds) !== 'person') {
			continue;
		}
		const straight = groups.get(`${form.slice(comma + 2)} ${form.slice(0, comma)}`, false);
		if (straight !== undefined && straight !== group) {
			sets.join(straight, group);
		}
	}
}

/** An institution's name, taken apart: its head (`ministry`) and the set of the other content words. */
interface TakenApart {
	readonly group: TermGroup;
	readonly content: ReadonlySet<string>;
}

function joinReordered(groups: TermGroups, sets: DisjointGroups): void {
	// Those whose head comes first, by head and each word of their content: an institution is looked up by its rarest word.
	const byWord = new Map<string, TakenApart[]>();
	const headLast: (TakenApart & { readonly head: string })[] = [];
	for (const group of groups.byKey.values()) {
		if (group.isAcronym || group.keys.length < 2 || group.nameCount === 0) {
			continue;
		}
		const first = group.keys[0] ?? '';
		const last = group.keys.at(-1) ?? '';
		if (['of', 'for', 'on', 'against'].includes(group.keys[1] ?? '') && (organisationHeads.has(first) || lawEnds.has(first))) {
			const content = new Set(group.keys.slice(2).filter(isContentWord));
			for (const word of content) {
				push(byWord, `${first} ${word}`, { group, content });
			}
		} else if (organisationEnds.has(last) || organisationHeads.has(last) || lawEnds.has(last)) {
			headLast.push({ group, head: last, content: new Set(group.keys.slice(0, -1).filter(isContentWord)) });
		}
	}
	for (const short of headLast) {
		const long = findFuller(short, byWord);
		if (long !== undefined) {
			sets.join(long.group, short.group);
		}
	}
}

/** The one institution that the short name can stand for: with the same words, else with more; with one word only in the same document. */
function findFuller(
	short: TakenApart & { readonly head: string },
	byWord: ReadonlyMap<string, readonly TakenApart[]>,
): TakenApart | undefined {
	const lists = [...short.content].map((word) => byWord.get(`${short.head} ${word}`) ?? []);
	const fewest = lists.sort((a, b) => a.length - b.length)[0] ?? [];
	const fits = fewest.filter((long) => isSubset(short.content, long.content));
	const same = fits.filter((long) => long.content.size === short.content.size);
	if (same.length > 0) {
		return same.length === 1 ? same[0] : undefined;
	}
	const near = fits.filter((long) => shareDocument(long.group, short.group));
	const fuller = near.length > 0 || short.content.size < 2 ? near : fits;
	return fuller.length === 1 ? fuller[0] : undefined;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
	const list = lists.get(key);
	if (list === undefined) {
		lists.set(key, [value]);
	} else {
		list.push(value);
	}
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
	return [...part].every((word) => whole.has(word));
}

function shareDocument(a: TermGroup, b: TermGroup): boolean {
	const [few, many] = a.documents.size < b.documents.size ? [a, b] : [b, a];
	return [...few.documents].some((document) => many.documents.has(document));
}

/** Gives the family names that are nobody's in particular: no terms. */
function joinFamilyNames(groups: TermGroups, sets: DisjointGroups): ReadonlySet<TermGroup> {
	const bearers = new Map<string, TermGroup[]>();
	for (const group of groups.byKey.values()) {
		if (!group.isAcronym && group.keys.length > 1 && mostCounted(group.kinds) === 'person') {
			const first = group.keys[0] ?? '';
			const last = group.keys.at(-1) ?? '';
			for (const family of new Set(leadingFamilyNames.has(first) ? [first, last] : [last])) {
				push(bearers, family, group);
			}
		}
	}
	const nameless = new Set<TermGroup>();
	for (const group of groups.byKey.values()) {
		// A Korean name of three syllables is the whole name.
		if (group.isAcronym || group.keys.length !== 1 || mostCounted(group.kinds) !== 'person' || endsInHangul(group.keys[0] ?? '')) {
			continue;
		}
		const people = bearers.get(group.keys[0] ?? '') ?? [];
		const [person] = people;
		if (people.length === 1 && person !== undefined && shareDocument(person, group)) {
			sets.join(person, group);
		} else {
			nameless.add(group);
		}
	}
	return nameless;
}

/** Two entries of the writer's may share an alias: then it means either, and joins neither to the other. */
function joinOwnAliases(groups: TermGroups, sets: DisjointGroups): void {
	const own = [...groups.byKey.values()].filter((group) => group.own !== undefined);
	const owners = new Map(own.map((group) => [sets.find(group), group]));
	for (const group of own) {
		for (const alias of group.own?.aliases ?? []) {
			// `ART` is not the `art` of the documents; and what no document says needs no group.
			const other = groups.byKey.get(`=${shortKey(alias)}`) ?? (isAcronymLike(alias) ? undefined : groups.find(alias));
			if (other !== undefined && other.own === undefined && (owners.get(sets.find(other)) ?? group) === group) {
				sets.join(group, other);
			}
		}
	}
}

/** An acronym with several meanings has more senses than these only where documents are full of misreadings. */
const maxSenses = 4;

/** Lets an acronym that stands for different things in different documents be recognised as each of them. */
function shareAcronyms(groups: TermGroups, sets: DisjointGroups): void {
	for (const group of [...groups.byKey.values()]) {
		if (!group.isAcronym || group.longs.size < 2) {
			continue;
		}
		const byCount = [...group.longs].sort(([, a], [, b]) => b - a).map(([long]) => long);
		const short = singularShort(mostCounted(group.forms) ?? group.key.slice(1));
		const different: string[] = [];
		for (const long of byCount.slice(0, 2 * maxSenses)) {
			if (different.length < maxSenses && different.every((other) => isDifferentName(long, other))) {
				different.push(long);
			}
		}
		for (const long of different.slice(1)) {
			const other = groups.get(long, false);
			if (other !== undefined && sets.find(other) !== sets.find(group)) {
				other.shorts = (other.shorts ?? new Set()).add(short);
				if (other.forms.size === 0) {
					count(other.forms, long);
				}
			}
		}
	}
}

/**
 * Whether two long forms name different things: no more than half of their content words are the same (`Ministry of Fisheries`, `Ministry of
 * Finance`). Words that begin alike count as the same: `hydro power`, `hydroelectric power`.
 */
function isDifferentName(one: string, other: string): boolean {
	const contentOf = (name: string) =>
		new Set(
			splitFormWords(name)
				.keys.filter(isContentWord)
				.map((word) => word.slice(0, 4)),
		);
	const [words, others] = [contentOf(one), contentOf(other)];
	const shared = [...words].filter((word) => others.has(word)).length;
	return shared * 2 <= Math.min(words.size, others.size);
}

/** The glossary's group first, then the longest name: an acronym and a family name come behind what they stand for. */
function orderMembers(members: readonly TermGroup[]): readonly TermGroup[] {
	if (members.length === 1) {
		return members;
	}
	const rank = (group: TermGroup) => (group.own !== undefined ? 0 : group.isAcronym ? 2 : 1);
	return [...members].sort(
		(a, b) => rank(a) - rank(b) || b.nameCount * wordWeight(b) - a.nameCount * wordWeight(a) || b.keys.length - a.keys.length,
	);
}

/** A fuller name is a better name, even where the short one stands more often. */
function wordWeight(group: TermGroup): number {
	return group.keys.length === 1 ? 0.01 : group.keys.length;
}

function kindOfMembers(members: readonly TermGroup[]): TermKind {
	if (members.some((group) => group.own !== undefined)) {
		return 'own';
	}
	if (members.every((group) => group.kinds.size === 0)) {
		return members.some((group) => group.isAcronym) ? 'acronym' : 'concept';
	}
	const votes = new Map<TermKind, number>();
	for (const group of members) {
		for (const [kind, number] of group.kinds) {
			votes.set(kind, (votes.get(kind) ?? 0) + (kind === 'concept' ? number * 0.2 : number));
		}
	}
	const kind = mostCounted(votes);
	if (kind !== undefined && kind !== 'concept') {
		return kind;
	}
	return members.some((group) => group.isAcronym) ? 'acronym' : 'concept';
}
