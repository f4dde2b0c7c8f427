import { isContentWord } from '../text/stopWords.ts';
import { count, mostCounted } from './counts.ts';
import { DisjointGroups } from './disjointGroups.ts';
import { isAcronymLike } from './formCheck.ts';
import { endsInHangul, splitFormWords } from './formWords.ts';
import { FullerNames } from './fullerNames.ts';
import { isOfTwoHalves, noTraits, splitDatedLaw, type Trait, traitsOf } from './joinTraits.ts';
import { findOtherNames } from './otherNames.ts';
import { findSamePeople, type PersonName, readPersonName } from './personNames.ts';
import { findSameCompanies } from './sameCompanies.ts';
import { sameOffices } from './sameOffices.ts';
import { sameStates } from './sameStates.ts';
import { shortKey, singularShort } from './shortForms.ts';
import { listMeant, listOnlyOnes } from './shortReferences.ts';
import { compareGroups, isEmptyGroup, makeGroup, shareDocument, type TermGroup, type TermGroups } from './termGroups.ts';
import { keyOfForm, withoutArticle } from './termSummaries.ts';

/** Which groups are one term. */
export interface Joins {
	/** The groups that are joined to others, with those, in order. All others stand alone. */
	readonly sets: ReadonlyMap<TermGroup, readonly TermGroup[]>;
	/** Family names that several people bear, or nobody: no terms. */
	readonly nameless: ReadonlySet<TermGroup>;
	/** By group: acronyms that it shares with what they mean in more documents. */
	readonly shorts: ReadonlyMap<TermGroup, ReadonlySet<string>>;
	/** By group of a person: the family name that nobody else has, and that no document has alone. */
	readonly titled: ReadonlyMap<TermGroup, string>;
	/** By group of a person: the family name that others have too, and that documents have alone. */
	readonly alone: ReadonlyMap<TermGroup, string>;
}

/**
 * Joins groups that name the same thing: an acronym and its long form, `Gender Equality Ministry` and `Ministry of Gender Equality and Family`,
 * a law with its year and without, a family name and the one person of the collection who bears it, the several names of a state, and what the writer's glossary lists.
 * Knows of each group what it may be joined for, so that a change costs no look at those that never are.
 */
export class TermJoins {
	readonly #groups: TermGroups;
	readonly #byTrait = new Map<Trait, Set<TermGroup>>();
	/** Of those that have any. */
	readonly #traits = new Map<TermGroup, readonly Trait[]>();
	readonly #fuller = new FullerNames();
	/** By acronym, the key of the long form that most documents give. */
	readonly #longKeys = new Map<TermGroup, string | undefined>();
	/** By person, the parts of the name. */
	readonly #people = new Map<TermGroup, PersonName>();
	/** Of this pass: groups of which no document says anything, and which those that do name all the same. */
	readonly #made = new Map<string, TermGroup>();

	constructor(groups: TermGroups) {
		this.#groups = groups;
	}

	/** The groups are not what they were. */
	noteChanged(changed: ReadonlySet<TermGroup>): void {
		changed.forEach((group) => {
			const traits = isEmptyGroup(group) ? noTraits : traitsOf(group);
			const before = this.#traits.get(group);
			if (before === undefined && traits.length === 0) {
				return;
			}
			for (const trait of before ?? noTraits) {
				if (!traits.includes(trait)) {
					this.#byTrait.get(trait)?.delete(group);
				}
			}
			if (traits.length === 0) {
				this.#traits.delete(group);
			} else {
				this.#traits.set(group, traits);
			}
			for (const trait of traits) {
				const groups = this.#byTrait.get(trait);
				if (groups === undefined) {
					this.#byTrait.set(trait, new Set([group]));
				} else {
					groups.add(group);
				}
			}
			this.#longKeys.delete(group);
			if (traits.includes('person')) {
				this.#people.set(group, readPersonName(mostCounted(group.forms) ?? '', group.keys));
			} else {
				this.#people.delete(group);
			}
			if (traits.includes('long')) {
				this.#longKeys.set(group, keyOfForm(withoutArticle(mostCounted(group.longs) ?? ''), false));
			}
		});
		this.#fuller.noteChanged(changed);
	}

	/** Joins all that there is, in steps. */
	*joinInSteps(): Generator<void, Joins, void> {
		const sets = new DisjointGroups();
		this.#made.clear();
		for (const group of this.#all('long')) {
			const key = this.#longKeys.get(group);
			if (key !== undefined) {
				sets.join(this.#getName(key), group);
			}
			// `공수처` of other documents, which name it without its long form.
			const plain = endsInHangul(group.key) ? this.#groups.byKey.get(group.key.slice(1)) : undefined;
			if (plain !== undefined) {
				sets.join(group, plain);
			}
		}
		yield;
		this.#joinStates(sets);
		const families = [...this.#people.values()].map((name) => name.families);
		for (const [group, other] of findSameCompanies(this.#all('company'), this.#groups.byKey, families)) {
			sets.join(group, other);
		}
		this.#joinDatedLaws(sets);
		for (const [short, long] of this.#fuller.pairs) {
			sets.join(long, short);
		}
		yield;
		this.#joinInverted(sets);
		for (const [group, other] of findOtherNames(this.#all('otherName'), this.#groups.byKey)) {
			sets.join(group, other);
		}
		const { nameless, titled, alone } = this.#joinFamilyNames(sets);
		yield;
		this.#joinOwnAliases(sets);
		const shorts = this.#shareAcronyms(sets);
		this.#shareReferences(sets, shorts, nameless);
		return { sets: sets.list(nameless), nameless, shorts, titled, alone };
	}

	#all(trait: Trait): Iterable<TermGroup> {
		return this.#byTrait.get(trait) ?? [];
	}

	/** The group of a name's key; made for this pass if nothing is said of it. */
	#getName(key: string): TermGroup {
		const known = this.#groups.byKey.get(key) ?? this.#made.get(key);
		if (known !== undefined) {
			return known;
		}
		const group = makeGroup(key, false);
		this.#made.set(key, group);
		return group;
	}

	#joinStates(sets: DisjointGroups): void {
		const { byKey } = this.#groups;
		for (const row of stateKeys) {
			const present = row.flatMap((key) => byKey.get(key) ?? []);
			const [first, ...rest] = present;
			for (const other of rest) {
				if (first !== undefined && (other.longs.size === 0 || !other.isAcronym)) {
					sets.join(first, other);
				}
			}
		}
	}

	/** `Mental Capacity Act 2005`, `Mental Capacity Act of 2005` and `Mental Capacity Act`, where the collection knows it of one year only. */
	#joinDatedLaws(sets: DisjointGroups): void {
		const byBare = new Map<string, TermGroup[]>();
		for (const group of this.#all('dated')) {
			const { bare } = splitDatedLaw(group.keys) ?? { bare: '' };
			byBare.set(bare, [...(byBare.get(bare) ?? []), group]);
		}
		for (const [key, dated] of byBare) {
			const [first, ...others] = dated;
			const bare = this.#groups.byKey.get(key);
			if (first === undefined || new Set(dated.map(({ keys }) => keys.at(-1))).size > 1) {
				continue;
			}
			for (const other of bare === undefined ? others : [bare, ...others]) {
				sets.join(first, other);
			}
		}
	}

	/** `Lopez, Maria`, as mails and lists of authors write it, and `Maria Lopez`. */
	#joinInverted(sets: DisjointGroups): void {
		for (const group of this.#all('inverted')) {
			const form = mostCounted(group.forms) ?? '';
			const comma = form.indexOf(', ');
			const key = keyOfForm(withoutArticle(`${form.slice(comma + 2)} ${form.slice(0, comma)}`), false);
			const straight = key === undefined ? undefined : this.#getName(key);
			if (straight !== undefined && straight !== group) {
				sets.join(straight, group);
			}
		}
	}

	/** Joins those of a family whose names are one: `T. Nakamura` and `Tomasz Nakamura`, where nobody else of the family has a name in `T`. */
	#joinSamePeople(people: readonly TermGroup[], sets: DisjointGroups): void {
		const named = people.flatMap((group) => {
			const name = this.#people.get(group);
			return name === undefined ? [] : [{ group, name }];
		});
		for (const [one, other] of named.length <= maxBearers ? findSamePeople(named) : []) {
			sets.join(one, other);
		}
	}

	/** Gives the family names that are nobody's in particular, which are no terms, and those that mean somebody behind a title. */
	#joinFamilyNames(sets: DisjointGroups): Pick<Joins, 'titled' | 'alone'> & { readonly nameless: Set<TermGroup> } {
		const bearers = new Map<string, TermGroup[]>();
		for (const group of this.#all('person')) {
			for (const family of this.#people.get(group)?.families ?? []) {
				const others = bearers.get(family);
				bearers.set(family, others === undefined ? [group] : [...others.slice(0, maxBearers), group]);
			}
		}
		for (const people of bearers.values()) {
			this.#joinSamePeople(people, sets);
		}
		const nameless = new Set<TermGroup>();
		const alone = new Map<TermGroup, string>();
		for (const group of this.#all('family')) {
			const people = bearers.get(group.key) ?? [];
			const isOne = new Set(people.map((person) => sets.find(person))).size === 1;
			// A family name of two halves is hardly ever borne by somebody else of whom another document tells.
			const person = isOne ? people.find((one) => isOfTwoHalves(group) || shareDocument(one, group)) : undefined;
			if (person !== undefined) {
				sets.join(person, group);
			} else if (people.length > 0 && group.own === undefined) {
				nameless.add(group);
				for (const [one, family] of this.#listAlone(group, people, sets)) {
					alone.set(one, family);
				}
			}
		}
		this.#joinTitledFamilies(sets, nameless);
		const titled = new Map<TermGroup, string>();
		for (const [family, people] of bearers) {
			// Where documents have it alone they say who it is, or nobody knows.
			if ((people.length > 1 && new Set(people.map((one) => sets.find(one))).size > 1) || this.#groups.byKey.has(family)) {
				continue;
			}
			const first = people.reduce((a, b) => (compareGroups(b, a) < 0 ? b : a));
			const name = this.#people.get(first)?.family;
			if (name?.key === family) {
				titled.set(first, name.text);
			}
		}
		return { nameless, titled, alone };
	}

	/** `the Company`, `the Ministry`: a short form of each that documents mean, and no term by itself, which would blend them. */
	#shareReferences(sets: DisjointGroups, shorts: Map<TermGroup, Set<string>>, nameless: Set<TermGroup>): void {
		const groups = { called: this.#all('called'), alone: this.#all('bodyAlone'), bodies: this.#all('body') };
		const meant = listMeant(
			groups,
			(form) => this.#groups.find(form),
			(group) => sets.find(group),
		);
		for (const [reference, longs] of meant) {
			nameless.add(reference);
			const short = mostCounted(reference.forms) ?? reference.key;
			for (const long of longs.length <= maxMeant ? longs : []) {
				shorts.set(long, (shorts.get(long) ?? new Set()).add(short));
			}
		}
	}

	/** `Kim`, where few people of the collection are called so: each with the name, if a document has it beside just one of them. */
	#listAlone(group: TermGroup, people: readonly TermGroup[], sets: DisjointGroups): (readonly [TermGroup, string])[] {
		const byRoot = new Map<TermGroup, TermGroup>();
		for (const person of people) {
			const root = sets.find(person);
			const first = byRoot.get(root);
			byRoot.set(root, first === undefined || compareGroups(person, first) < 0 ? person : first);
		}
		const isUsed = byRoot.size > 1 && byRoot.size <= maxSenses && holdsOneOf(group, people, (person) => sets.find(person));
		return [...(isUsed ? byRoot.values() : [])].flatMap((person) => {
			const family = this.#people.get(person)?.family;
			return family?.key === group.key ? [[person, family.text] as const] : [];
		});
	}

	/** `김 장관` and `김여니`, where it is the same one in all documents that have it; each has one of the family only. */
	#joinTitledFamilies(sets: DisjointGroups, nameless: Set<TermGroup>): void {
		const byFamily = new Map<string, TermGroup[]>();
		for (const person of this.#byTrait.get('titledFamily')?.size ? this.#all('hangulName') : []) {
			const family = person.key[0] ?? '';
			const others = byFamily.get(family);
			if (others === undefined) {
				byFamily.set(family, [person]);
			} else {
				others.push(person);
			}
		}
		for (const group of this.#all('titledFamily')) {
			const people = (byFamily.get(group.keys[0] ?? '') ?? []).filter((person) => shareDocument(person, group));
			const [person] = people;
			if (person !== undefined && new Set(people.map((one) => sets.find(one))).size === 1) {
				sets.join(person, group);
			} else if (group.own === undefined) {
				nameless.add(group);
			}
		}
	}

	/** Two entries of the writer's may share an alias: then it means either, and joins neither to the other. */
	#joinOwnAliases(sets: DisjointGroups): void {
		// Most entries of a large glossary have no alias; whose the others are need not be known then.
		let owners: ReadonlyMap<TermGroup, TermGroup> | undefined;
		for (const group of [...this.#all('aliases')].sort(compareGroups)) {
			for (const alias of group.own?.aliases ?? []) {
				// `ART` is not the `art` of the documents; and what no document says needs no group.
				const other = this.#groups.byKey.get(`=${shortKey(alias)}`) ?? (isAcronymLike(alias) ? undefined : this.#groups.find(alias));
				if (other === undefined || other.own !== undefined) {
					continue;
				}
				owners ??= this.#listOwners(sets);
				if ((owners.get(sets.find(other)) ?? group) === group) {
					sets.join(group, other);
				}
			}
		}
	}

	/** The writer's entry in each set of groups; of several the last. */
	#listOwners(sets: DisjointGroups): ReadonlyMap<TermGroup, TermGroup> {
		const own = [...this.#groups.byKey.values()].filter((group) => group.own !== undefined);
		return new Map(own.sort(compareGroups).map((group) => [sets.find(group), group]));
	}

	/** Lets an acronym that stands for different things in different documents be recognised as each of them. */
	#shareAcronyms(sets: DisjointGroups): Map<TermGroup, Set<string>> {
		const shorts = new Map<TermGroup, Set<string>>();
		for (const group of [...this.#all('several')].sort(compareGroups)) {
			const byCount = [...group.longs].sort(([, a], [, b]) => b - a).map(([long]) => long);
			const short = singularShort(mostCounted(group.forms) ?? group.key.slice(1));
			const different: string[] = [];
			for (const long of byCount.slice(0, 2 * maxSenses)) {
				if (different.length < maxSenses && different.every((other) => isDifferentName(long, other))) {
					different.push(long);
				}
			}
			for (const long of different.slice(1)) {
				const key = keyOfForm(withoutArticle(long), false);
				const other = key === undefined ? undefined : this.#getName(key);
				if (other !== undefined && sets.find(other) !== sets.find(group)) {
					shorts.set(other, (shorts.get(other) ?? new Set()).add(short));
					if (other.forms.size === 0 && other.own === undefined) {
						const forms = new Map<string, number>();
						count(forms, long);
						other.forms = forms;
					}
				}
			}
		}
		return shorts;
	}
}

/** A family name that more people bear is nobody's. */
const maxBearers = 20;

/** An acronym with several meanings has more senses than these only where documents are full of misreadings. */
const maxSenses = 4;

/** `The Company` of more is looked for in no document: all that is known of each would be asked wherever it stands. */
const maxMeant = 20;

/** The keys of the names of each state and office. */
const stateKeys = [...sameStates, ...sameOffices].map((row) =>
	row.map((name) => (isAcronymLike(name) ? `=${shortKey(name)}` : (keyOfForm(withoutArticle(name), false) ?? ''))),
);

/** Whether a document has the family name and one of the people only; `rootOf` says who are one. */
function holdsOneOf(family: TermGroup, people: readonly TermGroup[], rootOf: (person: TermGroup) => TermGroup): boolean {
	return listOnlyOnes(family, people, rootOf).size > 0;
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
