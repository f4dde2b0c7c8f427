import type { KeptFile, KeptFiles } from '../library/keptFiles.ts';
import type { Findings } from '../terms/findings.ts';
import { DocumentLayers, type NewRecord } from './documentLayers.ts';
import { decodeFindings, encodeFindings } from './findingColumns.ts';

/** What was found in each document: kept, so that a later run need not look for it again. Of some documents it may be missing. */
export class KeptFindings {
	#layers = new DocumentLayers();
	/** What is not kept yet, encoded and packed. */
	readonly #new = new Map<string, Promise<Uint8Array>>();
	/** Documents of which what is kept is of an earlier text. */
	readonly #stale = new Set<string>();

	/** False if one of the files is not as it was written. */
	open(kept: readonly KeptFile[], files: KeptFiles): boolean {
		const layers = DocumentLayers.open(kept, files.checksum);
		this.#layers = layers ?? this.#layers;
		return layers !== undefined;
	}

	get hasNew(): boolean {
		return this.#new.size > 0;
	}

	/** The text of the document is another: what was found in it is of no use any more. */
	forget(id: string): void {
		this.#new.delete(id);
		this.#stale.add(id);
	}

	/** What was found in the document, as it is now. */
	note(id: string, findings: Findings, files: KeptFiles | undefined): void {
		if (files?.canWrite === true) {
			const packed = files.packing.packLarge(new TextEncoder().encode(encodeFindings(findings)));
			// It is waited for when it is written.
			packed.catch(() => undefined);
			this.#new.set(id, packed);
		}
	}

	/** `undefined` if it is not kept. */
	read(id: string, files: KeptFiles | undefined): Findings | undefined {
		const packed = this.#stale.has(id) ? undefined : this.#layers.read(id);
		const bytes = packed && files?.packing.unpack(packed);
		return bytes && decodeFindings(new TextDecoder().decode(bytes));
	}

	/** What is not kept yet, as it is now: of just the texts that are kept in the same moment. */
	takeMoment(): FindingsMoment {
		const found = new Map(this.#new);
		return { found, stale: [...this.#stale].filter((id) => !found.has(id) && this.#layers.has(id)) };
	}

	/** Writes what was new then; the names of the files that hold all of it, `undefined` if it could not be done. */
	async write({ found, stale }: FindingsMoment, files: KeptFiles): Promise<readonly string[] | undefined> {
		const records: NewRecord[] = stale.map((id) => ({ id, state: 'read', bytes: undefined }));
		for (const [id, packed] of found) {
			records.push({ id, state: 'read', bytes: await packed });
		}
		if (records.length > 0 && !(await this.#layers.add(records, files, 'terms'))) {
			return undefined;
		}
		for (const { id } of records) {
			// What came meanwhile is for the next time.
			if (found.get(id) === this.#new.get(id)) {
				this.#new.delete(id);
				this.#stale.delete(id);
			}
		}
		return this.#layers.names;
	}
}

/** What was found in documents, packed, and documents of which what is kept is of an earlier text. */
export interface FindingsMoment {
	readonly found: ReadonlyMap<string, Promise<Uint8Array>>;
	readonly stale: readonly string[];
}
