import type { Collection } from '../library/collection.ts';
import type { PackedPart } from '../search/parts/packedPart.ts';
import type { NewRecord } from './documentLayers.ts';
import type { SavedPart } from './keptPlace.ts';

/** What is known of the documents of a place when they are saved. */
interface Known {
	/** Records of the documents that changed, by id; `undefined` of one that is gone, or cannot be kept. */
	readonly encoded: ReadonlyMap<string, Uint8Array | undefined>;
	/** Documents that changed, or went, since their records were made. */
	readonly dirty: ReadonlySet<string>;
	readonly collection: Collection;
	/** Whether a document is one of this place. */
	isOwn(id: string): boolean;
	/** Whether the place has a record of it. */
	isKnown(id: string): boolean;
}

/** What is to be kept of the documents of a place. */
interface SavedState {
	readonly parts: readonly SavedPart[];
	readonly records: readonly NewRecord[];
	/** Documents that are not kept by this. */
	readonly left: readonly string[];
}

/** What of these parts and of the documents that changed is a state of one moment: a document counts in a part if it has a record that is of the same content. */
export function takeSavedState(
	saved: readonly Pick<SavedPart, 'part' | 'bytes'>[],
	{ encoded, dirty, collection, isOwn, isKnown }: Known,
): SavedState {
	const parts = saved.map(({ part, bytes }) => ({ part, bytes, removed: new Set(part.listRemoved()) }));
	const findHolder = (id: string) => parts.find(({ part }) => part.findDocument(id) >= 0);
	const remove = (id: string, holder: { readonly part: PackedPart; readonly removed: Set<number> } | undefined) =>
		holder?.removed.add(holder.part.findDocument(id));
	const records: NewRecord[] = [];
	const left: string[] = [];
	for (const [id, bytes] of encoded) {
		if (!isOwn(id)) {
			continue;
		}
		const holder = findHolder(id);
		const document = collection.find(id);
		const isKept = bytes !== undefined && document !== undefined && holder !== undefined && !dirty.has(id);
		if (!isKept) {
			// What has no record is no document of a part either.
			remove(id, holder);
			if (document !== undefined) {
				left.push(id);
			}
		}
		if (isKept || isKnown(id)) {
			records.push({ id, state: document?.summary.state ?? 'skipped', bytes: isKept ? bytes : undefined });
		}
	}
	// Those that changed since their records were made are gone from what is saved now.
	for (const id of dirty) {
		if (!encoded.has(id) && isOwn(id)) {
			remove(id, findHolder(id));
			if (isKnown(id)) {
				records.push({ id, state: 'skipped', bytes: undefined });
			}
			left.push(id);
		}
	}
	return { parts, records, left };
}
