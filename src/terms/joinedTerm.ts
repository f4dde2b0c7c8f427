import type { TermKind } from './card.ts';
import { isCompany, isPlaceInState } from './companyNames.ts';
import { mostCounted } from './counts.ts';
import { endsInHangul } from './formWords.ts';
import { isFamilyAlone, isTitledHangul } from './joinTraits.ts';
import type { TermGroup } from './termGroups.ts';
import type { Joins } from './termJoins.ts';

/** Groups that are one term. The first is the one whose name is shown. */
export interface JoinedTerm {
	readonly groups: readonly TermGroup[];
	readonly kind: TermKind;
	/** By group: acronyms that mean this in some documents, and something else in more of them; empty for most. */
	readonly shorts: Joins['shorts'];
	/** The family name that means this person behind a title. */
	readonly titled: string | undefined;
	/** The family name that means this person in documents that name nobody else of the family. */
	readonly alone: string | undefined;
}

/** The term of groups that are one; they come in order. */
export function toJoinedTerm(
	members: readonly TermGroup[],
	{ shorts, titled, alone }: Pick<Joins, 'shorts' | 'titled' | 'alone'>,
): JoinedTerm {
	const groups = orderMembers(members);
	const familyIn = (names: ReadonlyMap<TermGroup, string>) =>
		names.size === 0 ? undefined : groups.map((group) => names.get(group)).find((name) => name !== undefined);
	const own =
		shorts.size === 0 ? [] : groups.flatMap((group) => (shorts.has(group) ? [[group, shorts.get(group) ?? noShort] as const] : []));
	return {
		groups,
		kind: kindOfMembers(members),
		shorts: own.length === 0 ? noShorts : new Map(own),
		titled: familyIn(titled),
		alone: familyIn(alone),
	};
}

const noShort: ReadonlySet<string> = new Set();
const noShorts: Joins['shorts'] = new Map();

/** The glossary's group first, then the longest name: an acronym and a family name come behind what they stand for. */
function orderMembers(members: readonly TermGroup[]): readonly TermGroup[] {
	if (members.length === 1) {
		return members;
	}
	const shorts = new Set(members.filter(({ isAcronym }) => isAcronym).map(({ key }) => key));
	const rank = (group: TermGroup) => (group.own !== undefined ? 0 : group.isAcronym || shorts.has(`=${group.key}`) ? 2 : 1);
	return [...members].sort(
		(a, b) => rank(a) - rank(b) || b.nameCount * wordWeight(b) - a.nameCount * wordWeight(a) || b.keys.length - a.keys.length,
	);
}

/** A fuller name is a better name, even where the short one stands more often. */
function wordWeight(group: TermGroup): number {
	// Initials say no more than the family name, nor does its hyphen.
	const isShort =
		(isFamilyAlone(group) && !endsInHangul(group.key)) ||
		isTitledHangul(group.keys) ||
		(group.keys.length > 1 && group.keys.slice(0, -1).every(({ length }) => length === 1));
	return isShort ? 0.01 * group.keys.length : group.keys.length;
}

function kindOfMembers(members: readonly TermGroup[]): TermKind {
	if (members.some((group) => group.own !== undefined)) {
		return 'own';
	}
	if (members.some((group) => !group.isAcronym && isCompany(group.keys) && !group.keys.includes('v') && !isPlaceInState(group))) {
		return 'organisation';
	}
	if (members.every((group) => group.kinds.size === 0)) {
		return members.some((group) => group.isAcronym && !isWordOfLong(group)) ? 'acronym' : 'concept';
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
	return members.some((group) => group.isAcronym && !isWordOfLong(group)) ? 'acronym' : 'concept';
}

/** `the “Concession”` of a `Concession Agreement` is called so by a word of its name, by no letters. */
function isWordOfLong({ forms, longs }: TermGroup): boolean {
	const written = [...forms.keys()];
	return [...longs.keys()].some((long) => written.some((form) => long.split(' ').includes(form)));
}
