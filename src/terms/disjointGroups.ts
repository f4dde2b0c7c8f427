import { compareGroups, type TermGroup } from './termGroups.ts';

/** Groups of which some are joined to others: who is joined to one of a set is joined to all of it. */
export class DisjointGroups {
	readonly #parents = new Map<TermGroup, TermGroup>();

	find(group: TermGroup): TermGroup {
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

	/** The groups that are joined to others, with those, in order, but for the nameless. */
	list(nameless: ReadonlySet<TermGroup>): ReadonlyMap<TermGroup, readonly TermGroup[]> {
		const sets = new Map<TermGroup, Set<TermGroup>>();
		for (const group of [...this.#parents.keys()]) {
			const root = this.find(group);
			const members = sets.get(root);
			if (members === undefined) {
				sets.set(root, new Set([root, group]));
			} else {
				members.add(group);
			}
		}
		const byMember = new Map<TermGroup, readonly TermGroup[]>();
		for (const set of sets.values()) {
			const members = [...set].filter((group) => !nameless.has(group)).sort(compareGroups);
			for (const member of members) {
				byMember.set(member, members);
			}
		}
		return byMember;
	}
}
