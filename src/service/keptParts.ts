import type { KeptFile, KeptFiles, KeptSet } from '../library/keptFiles.ts';
import { openPart, type PackedPart } from '../search/parts/packedPart.ts';
import { DamagedPart } from '../search/parts/section.ts';
import type { KeptState } from './keptState.ts';

/** A part of the index, and the file that it stands in. */
export interface OpenedPart {
	readonly part: PackedPart;
	readonly file: KeptFile;
}

/** The parts without the documents that do not count; `undefined` if one of them is not as it was written. */
export function openParts(kept: KeptSet, state: KeptState, files: KeptFiles): readonly OpenedPart[] | undefined {
	const parts: OpenedPart[] = [];
	for (const { name, removed } of state.parts) {
		const file = kept.files.get(name);
		const part = file && openPart(file.read, files.checksum);
		if (file === undefined || part === undefined) {
			return undefined;
		}
		if (!removeAll(part, removed)) {
			return undefined;
		}
		parts.push({ part, file });
	}
	return parts;
}

/** Forgets the documents of these numbers. False if the part turns out to be damaged. */
function removeAll(part: PackedPart, numbers: readonly number[]): boolean {
	try {
		for (const number of numbers) {
			part.removeAt(number);
		}
		return true;
	} catch (error) {
		if (error instanceof DamagedPart) {
			return false;
		}
		throw error;
	}
}
