/** Counts the key. */
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
