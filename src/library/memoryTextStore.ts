import type { Caps } from './caps.ts';
import type { DocumentContent, FoundFile } from './document.ts';
import { contentOfSetAside, describeRecipe, FileMemory, toTextId } from './fileMemory.ts';
import { type KeptText, toKeptText } from './keptText.ts';
import type { KeptReading, TextStore } from './textStore.ts';

/**
 * A text store that lasts as long as it is held: for the command line, browsers, and whoever wants nothing on disk. It holds the contents that
 * were given to it, no copies, so beside a collection of the same documents it costs little.
 */
export class MemoryTextStore implements TextStore {
	readonly #files = new FileMemory();
	readonly #texts = new Map<string, { readonly recipe: string; readonly content: DocumentContent }>();

	async find(file: FoundFile, caps: Caps): Promise<DocumentContent | undefined> {
		const known = this.#files.findSame(file);
		if (known === undefined) {
			return undefined;
		}
		return known.hash === null ? contentOfSetAside(known, caps) : this.#getText(file.id, known.hash, caps);
	}

	getKnownHashes(file: FoundFile, caps: Caps): readonly string[] {
		return this.#files.getLikelyHashes(file).filter((hash) => this.#getText(file.id, hash, caps) !== undefined);
	}

	findHash(file: FoundFile, caps: Caps): string | undefined {
		const hash = this.#files.findSame(file)?.hash ?? undefined;
		return hash !== undefined && this.#getText(file.id, hash, caps) !== undefined ? hash : undefined;
	}

	async load(file: FoundFile, hash: string, caps: Caps): Promise<DocumentContent | undefined> {
		return this.#getText(file.id, hash, caps);
	}

	loadNow(id: string, hash: string, caps: Caps): DocumentContent | undefined {
		return this.#getText(id, hash, caps);
	}

	openText(id: string, hash: string, caps: Caps): KeptText | undefined {
		const content = this.#getText(id, hash, caps);
		return content && toKeptText(content);
	}

	placeOf(): undefined {
		return undefined;
	}

	async keep(reading: KeptReading): Promise<void> {
		const { file, caps, content } = reading;
		const remembered = this.#files.toRemembered(reading);
		if (remembered === undefined) {
			return;
		}
		this.#files.put(remembered);
		if (remembered.hash !== null) {
			// One version of the reader runs as long as the memory lasts.
			this.#texts.set(toTextId(file.id, remembered.hash), { recipe: describeRecipe(file.id, caps, ''), content });
		}
	}

	forget(id: string): void {
		this.#files.forget(id);
	}

	didList(folderUri: string, ids: ReadonlySet<string>, unseen: ReadonlySet<string>): void {
		this.#files.didList(folderUri, ids, unseen);
	}

	async settle(isHeld: (id: string) => boolean): Promise<void> {
		for (const { id } of this.#files.files()) {
			if (!isHeld(id)) {
				this.#files.forget(id);
			}
		}
		this.#files.dropGone();
		for (const textId of this.#texts.keys()) {
			if (!this.#files.holds(textId)) {
				this.#texts.delete(textId);
			}
		}
	}

	#getText(id: string, hash: string, caps: Caps): DocumentContent | undefined {
		const text = this.#texts.get(toTextId(id, hash));
		return text?.recipe === describeRecipe(id, caps, '') ? text.content : undefined;
	}
}
