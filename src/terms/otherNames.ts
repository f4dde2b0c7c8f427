import { mostCounted } from './counts.ts';
import { readLaterName, readOtherName } from './extraction/otherName.ts';
import { isAcronymLike } from './formCheck.ts';
import type { TermGroup } from './termGroups.ts';
import { keyOfForm, withoutArticle } from './termSummaries.ts';

/**
 * `Trokosi, also known as fiashidi, is …`: terms, each with what a definition says that it is called too, if that is no term that is defined itself,
 * nor of another kind, nor the other name of several. Of people it is mostly a given name. `Harbour Ice Ltd, formerly known as Orrin Cold Stores,`: both
 * names of what was renamed, or trades under another.
 */
export function findOtherNames(groups: Iterable<TermGroup>, byKey: ReadonlyMap<string, TermGroup>): (readonly [TermGroup, TermGroup])[] {
	const owners = new Map<TermGroup, TermGroup | null>();
	for (const group of groups) {
		const kind = mostCounted(group.kinds);
		for (const { finding } of kind === 'person' ? [] : group.definitions) {
			const name = readOtherName(finding);
			const key = name === undefined ? undefined : keyOfForm(withoutArticle(name), isAcronymLike(name));
			const other = key === undefined ? undefined : byKey.get(key);
			if (other === undefined || other === group || other.own !== undefined) {
				continue;
			}
			const otherKind = other.kinds.size === 0 ? undefined : mostCounted(other.kinds);
			const isRenamed = readLaterName(finding) !== undefined;
			// Of what has a new name much is told under either; a name whose kind is not clear may be of any.
			const isFree = isRenamed || other.definitions.length === 0;
			const isAlike = otherKind === undefined || otherKind === kind || (isRenamed && (otherKind === 'concept' || kind === 'concept'));
			if (isFree && isAlike && otherKind !== 'person') {
				const owner = owners.get(other);
				owners.set(other, owner === undefined || owner === group ? group : null);
			}
		}
	}
	return [...owners].flatMap(([other, group]) => (group === null ? [] : [[group, other] as const]));
}
