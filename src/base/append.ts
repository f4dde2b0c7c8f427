/**
 * Puts all items behind those of the list, however many they are: `list.push(...items)` throws a RangeError above some 120,000, since each is an
 * argument of a call.
 */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
	for (const item of items) {
		list.push(item);
	}
}
