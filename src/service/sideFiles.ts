import type { Log } from '../base/log.ts';
import type { DocumentContent, FoundFile } from '../library/document.ts';
import { toReferencesInSteps } from '../library/sideFiles/bibReferences.ts';
import { parseBibtexInSteps } from '../library/sideFiles/bibtex.ts';
import { type CorrectedDocument, correctDocument } from '../library/sideFiles/correct.ts';
import { parseCslJson } from '../library/sideFiles/cslJson.ts';
import { sideFileKindOf } from '../library/sideFiles/sideFileNames.ts';
import { toPathKey } from '../library/sideFiles/sidePath.ts';
import { type SideContent, SideRecords } from '../library/sideFiles/sideRecords.ts';
import { parseSideYamlInSteps } from '../library/sideFiles/sideYaml.ts';
import type { Turns } from './turns.ts';

/** The side files of the collection that speak of documents: reads them, and lays what they say over what was read. */
export class SideFiles {
	readonly #records = new SideRecords();
	readonly #turns: Turns;
	readonly #log: Log;
	/** The paths of the documents of each source folder. */
	readonly #paths = new Map<string, Set<string>>();
	#isChanged = false;

	constructor(turns: Turns, log: Log) {
		this.#turns = turns;
		this.#log = log;
	}

	/** Takes a side file's text in the place of what it said before. False if it speaks of no documents, and so is one itself. */
	async take(file: FoundFile, text: string): Promise<boolean> {
		const content = await this.#parse(file, text);
		if (content !== undefined) {
			this.#records.set(file, content);
			this.#isChanged = true;
		}
		return content !== undefined;
	}

	drop(id: string): void {
		this.#isChanged = this.#records.delete(id) || this.#isChanged;
	}

	/** Whether something else may be said of documents than when this was last asked. */
	takeChange(): boolean {
		const isChanged = this.#isChanged;
		this.#isChanged = false;
		return isChanged;
	}

	/** Documents are there that were corrected by side files of an earlier run: once those of now are taken, all are looked at. */
	expectChange(): void {
		this.#isChanged = true;
	}

	/** A document came, or changed. */
	noteDocument(file: Pick<FoundFile, 'folder' | 'relativePath'>): void {
		const path = toPathKey(file.relativePath);
		const paths = this.#paths.get(file.folder);
		if (paths === undefined) {
			this.#paths.set(file.folder, new Set([path]));
		} else if (!paths.has(path)) {
			paths.add(path);
		} else {
			return;
		}
		this.#isChanged ||= this.#records.isNamed(file);
	}

	forgetDocument(file: Pick<FoundFile, 'folder' | 'relativePath'>): void {
		this.#paths.get(file.folder)?.delete(toPathKey(file.relativePath));
		this.#isChanged ||= this.#records.isNamed(file);
	}

	/** A document as it was read, with what side files say of it. */
	correct(file: Pick<FoundFile, 'folder' | 'relativePath'>, content: DocumentContent): CorrectedDocument {
		const paths = this.#paths.get(file.folder);
		return correctDocument(
			content,
			this.#records.find(file, (path) => paths?.has(path) ?? false),
		);
	}

	async #parse(file: FoundFile, text: string): Promise<SideContent | undefined> {
		const kind = sideFileKindOf(file.relativePath);
		switch (kind) {
			case 'folder':
			case 'file': {
				const { entries, faultyPaths, diagnostics } = await this.#turns.run(parseSideYamlInSteps(text, kind));
				this.#logFaults(file, diagnostics.length);
				return { kind, entries, faultyPaths };
			}
			case 'bibtex': {
				const entries = await this.#turns.run(parseBibtexInSteps(text));
				this.#logFaults(file, entries.filter(({ isBroken }) => isBroken).length);
				return { kind: 'references', references: await this.#turns.run(toReferencesInSteps(entries)) };
			}
			default: {
				const references = parseCslJson(text);
				return references && { kind: 'references', references };
			}
		}
	}

	/** Names no path and no word of the file: the log is for everybody's eyes. */
	#logFaults(file: FoundFile, count: number): void {
		if (count > 0) {
			this.#log.warn(`Places of a side file (${sideFileKindOf(file.relativePath)}) that could not be understood: ${count}`);
		}
	}
}
