import { type JoinedTerm, toJoinedTerm } from './joinedTerm.ts';
import { foldForm, nameTerm, type TermNames } from './termForms.ts';
import { compareGroups, isEmptyGroup, orderOf, type TermGroup } from './termGroups.ts';
import type { Joins } from './termJoins.ts';
import { dependsOnCount, isTerm } from './termSelection.ts';

/** A term before its card. Stays the same object as long as nothing else is said of it. */
export interface TermRecord {
	/** From 1; the same as long as it means the same words. */
	readonly id: number;
	readonly joined: JoinedTerm;
	readonly names: TermNames;
	/** The writer hid it: its forms keep their places, and are nobody's. */
	readonly isHidden: boolean;
}

/** Which terms are others than before. */
export interface ChangedRecords {
	readonly added: readonly TermRecord[];
	/** Those that are replaced are among them. */
	readonly removed: ReadonlySet<TermRecord>;
}

/** What terms are made anew from. */
export interface RecordSources {
	readonly changed: ReadonlySet<TermGroup>;
	readonly joins: Joins;
	readonly documentCount: number;
	/** The folded forms that the writer does not want to see. */
	readonly hidden: ReadonlySet<string>;
}

/** What one term is made anew with. */
interface RecordUpdate extends Pick<RecordSources, 'changed' | 'joins'> {
	/** Takes those that are no more. */
	readonly removed: Set<TermRecord>;
}

/** The terms that there are, named. A change makes only those anew of whose groups other things are said. */
export class TermRecords {
	readonly #byGroup = new Map<TermGroup, TermRecord>();
	/** By what else decides, then by the keys of the groups. */
	readonly #ids = new Map<string, Map<string, number>>();
	#lastId = 0;
	/** Groups that were joined, shared a short form or were no term for want of a bearer. */
	#special: ReadonlySet<TermGroup> = new Set();
	#titled: Joins['titled'] = new Map();
	#alone: Joins['alone'] = new Map();
	/** Whether a group is a term by itself; only of those for which it takes some looking. */
	readonly #byCount = new Map<TermGroup, boolean>();
	#documentCount = -1;
	#hidden: ReadonlySet<string> = new Set();

	/** More than any id. */
	get idLimit(): number {
		return this.#lastId + 1;
	}

	/** How many groups make terms. */
	get groupCount(): number {
		return this.#byGroup.size;
	}

	/** All terms; those of several groups are there several times. */
	get all(): Iterable<TermRecord> {
		return this.#byGroup.values();
	}

	/** The term of which the group is a part. */
	find(group: TermGroup): TermRecord | undefined {
		return this.#byGroup.get(group);
	}

	/** Makes the terms anew that are others than before, in steps. */
	*updateInSteps({ changed, joins, documentCount, hidden }: RecordSources): Generator<void, ChangedRecords, void> {
		const special = new Set([...joins.sets.keys(), ...joins.shorts.keys(), ...joins.nameless]);
		const otherNames = [...listOthers(this.#titled, joins.titled), ...listOthers(this.#alone, joins.alone)];
		const others = [...special, ...this.#special, ...otherNames, ...this.#listOtherByCount(changed, documentCount)];
		this.#special = special;
		this.#titled = joins.titled;
		this.#alone = joins.alone;
		if (!areSame(hidden, this.#hidden)) {
			this.#hidden = hidden;
			for (const [group, record] of this.#byGroup) {
				if (record.isHidden !== this.#isHidden(record.names)) {
					others.push(group);
				}
			}
			yield;
		}
		const pending = others.length === 0 ? [...changed] : [...new Set([...changed, ...others])];
		const [added, removed]: [TermRecord[], Set<TermRecord>] = [[], new Set()];
		// Of those that are joined.
		const seen = new Set<TermGroup>();
		const update = { joins, changed, removed };
		for (let at = 0; at < pending.length; at++) {
			const group = pending[at] as TermGroup;
			if (!seen.has(group)) {
				const set = joins.sets.get(group);
				for (const member of set ?? noGroups) {
					seen.add(member);
				}
				const record = this.#update(group, set, update);
				if (record !== undefined) {
					added.push(record);
				}
			}
			if (at % recordsPerStep === recordsPerStep - 1) {
				yield;
			}
		}
		return { added, removed };
	}

	/** Makes the term of the group anew if it is another than before. `set`: the groups that it is joined to. Gives the term if it is a new one. */
	#update(group: TermGroup, set: readonly TermGroup[] | undefined, { joins, changed, removed }: RecordUpdate): TermRecord | undefined {
		const members = set ?? (isMember(group, joins) ? [group] : noGroups);
		const old = this.#listRecords(group, members);
		const known = old[0];
		const joined = toJoinedTerm(members, joins);
		if (known !== undefined && old.length === 1 && this.#isSame(known, joined, changed)) {
			return undefined;
		}
		const isAnyTerm =
			members.length === 1 ? this.#isTermIn(members[0] as TermGroup, joins) : members.some((one) => this.#isTermIn(one, joins));
		const record = isAnyTerm ? this.#make(joined) : undefined;
		for (const each of old) {
			removed.add(each);
			for (const member of each.joined.groups) {
				if (this.#byGroup.get(member) === each) {
					this.#byGroup.delete(member);
				}
			}
		}
		if (record !== undefined) {
			for (let at = 0; at < members.length; at++) {
				this.#byGroup.set(members[at] as TermGroup, record);
			}
		}
		return record;
	}

	/** The terms that the groups were part of. */
	#listRecords(group: TermGroup, members: readonly TermGroup[]): readonly TermRecord[] {
		if (members.length < 2) {
			const record = this.#byGroup.get(group);
			return record === undefined ? noRecords : [record];
		}
		return [...new Set([group, ...members].flatMap((member) => this.#byGroup.get(member) ?? []))];
	}

	/** Groups that are terms by the number of documents that there are now and were not before, or the other way round. */
	#listOtherByCount(changed: ReadonlySet<TermGroup>, documentCount: number): TermGroup[] {
		if (this.#byCount.size > 0) {
			changed.forEach((group) => this.#byCount.delete(group));
		}
		const isOtherCount = documentCount !== this.#documentCount;
		this.#documentCount = documentCount;
		return !isOtherCount ? [] : [...this.#byCount].flatMap(([group, was]) => (isTerm(group, documentCount) === was ? [] : [group]));
	}

	#isTermIn(group: TermGroup, { shorts }: Joins): boolean {
		return shorts.has(group) || this.#isTerm(group);
	}

	#isTerm(group: TermGroup): boolean {
		const is = isTerm(group, this.#documentCount);
		if (dependsOnCount(group) && !isEmptyGroup(group)) {
			this.#byCount.set(group, is);
		}
		return is;
	}

	#make(joined: JoinedTerm): TermRecord {
		const names = nameTerm(joined);
		return { id: this.#numberTerm(joined, names), joined, names, isHidden: this.#isHidden(names) };
	}

	#isHidden({ forms }: TermNames): boolean {
		return this.#hidden.size > 0 && forms.some((form) => this.#hidden.has(foldForm(form.text)));
	}

	/** Whether the record is of just these groups in this order, and nothing else is said of them than when it was made. */
	#isSame(
		{ joined, names, isHidden }: TermRecord,
		{ groups, kind, shorts, titled, alone }: JoinedTerm,
		changed: ReadonlySet<TermGroup>,
	): boolean {
		return (
			joined.kind === kind &&
			joined.titled === titled &&
			joined.alone === alone &&
			joined.groups.length === groups.length &&
			groups.every((group, at) => joined.groups[at] === group && !changed.has(group)) &&
			groups.every((group) => areSame(shorts.get(group) ?? none, joined.shorts.get(group) ?? none)) &&
			isHidden === this.#isHidden(names)
		);
	}

	/** By all that decides what the term's places are worth: where one of it is another, it is another term. */
	#numberTerm({ groups, kind }: JoinedTerm, { term }: TermNames): number {
		const sort = /\p{Lu}/u.test(term) ? `${kind} in capitals` : kind;
		let ids = this.#ids.get(sort);
		if (ids === undefined) {
			ids = new Map();
			this.#ids.set(sort, ids);
		}
		const keys = groups.length === 1 ? (groups[0]?.key ?? '') : groups.map(({ key }) => key).join('|');
		let id = ids.get(keys);
		if (id === undefined) {
			id = ++this.#lastId;
			ids.set(keys, id);
		}
		return id;
	}
}

/** People whose family name means them now and did not before, or the other way round. Nearly all who have names have one. */
function* listOthers(before: ReadonlyMap<TermGroup, string>, now: ReadonlyMap<TermGroup, string>): Iterable<TermGroup> {
	for (const [group, name] of now) {
		if (before.get(group) !== name) {
			yield group;
		}
	}
	for (const group of before.keys()) {
		if (!now.has(group)) {
			yield group;
		}
	}
}

const noGroups: readonly TermGroup[] = [];
const noRecords: readonly TermRecord[] = [];

const recordsPerStep = 500;

/** Terms in order: that of the first of their groups. */
export function compareRecords(a: TermRecord, b: TermRecord): number {
	return orderOfRecord(a) - orderOfRecord(b) || compareGroups(firstGroup(a), firstGroup(b));
}

function orderOfRecord({ joined: { groups } }: TermRecord): number {
	let least = Number.MAX_SAFE_INTEGER;
	for (let at = 0; at < groups.length; at++) {
		least = Math.min(least, orderOf(groups[at] as TermGroup));
	}
	return least;
}

function firstGroup({ joined: { groups } }: TermRecord): TermGroup {
	return groups.length === 1 ? (groups[0] as TermGroup) : groups.reduce((a, b) => (compareGroups(b, a) < 0 ? b : a));
}

/** Whether the group stands for itself: something is said of it, and it is no family name of nobody's. */
function isMember(group: TermGroup, { nameless, shorts }: Joins): boolean {
	return !nameless.has(group) && (!isEmptyGroup(group) || shorts.has(group));
}

const none: ReadonlySet<string> = new Set();

/** Whether both hold the same in the same order. */
function areSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return a === b || (a.size === b.size && [...a].join('\n') === [...b].join('\n'));
}
