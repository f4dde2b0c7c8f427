import type { Caps } from '../library/caps.ts';
import type { SourceFolder } from '../library/documentSource.ts';
import type { KeptFiles } from '../library/keptFiles.ts';

/** What is kept, and which of the kept files holds it. */
export interface KeptState {
	readonly folders: readonly SourceFolder[];
	readonly caps: Caps;
	/** How many documents were known, those among them that were not read yet. */
	readonly foundCount: number;
	/** Parts of the index, and the numbers of their documents that do not count. */
	readonly parts: readonly { readonly name: string; readonly removed: readonly number[] }[];
	/** Records of documents, see `DocumentLayers`. */
	readonly layers: readonly string[];
	/** What each document by itself says of terms, in the same way; of some it may be missing. */
	readonly findings: readonly string[];
	/** The table of terms of just these documents and glossaries; null if there is none. */
	readonly terms: {
		readonly table: string;
		readonly check: number;
		readonly glossaries: readonly (readonly [id: string, text: string])[];
	} | null;
}

/** Grows whenever a state of before says something else. */
const format = 1;

export function encodeState(state: KeptState): string {
	return JSON.stringify({ format, ...state });
}

/** `undefined` for what another format says. The state comes sealed: what is of this format is as it was written. */
export function parseState(text: string): KeptState | undefined {
	try {
		const value = JSON.parse(text) as KeptState & { readonly format: unknown };
		return value.format === format ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The folders that something is kept of there; `undefined` if nothing is kept that could be used. */
export async function readKeptFolders(files: KeptFiles | undefined): Promise<readonly SourceFolder[] | undefined> {
	const kept = await files?.open();
	return kept && parseState(kept.state)?.folders;
}
