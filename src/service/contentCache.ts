import type { DocumentContent } from '../library/document.ts';

/** So many UTF-16 units of text are held at most: the documents of the last few answers. */
const maxUnits = 8 * 1024 * 1024;

/** Contents that were read last. The one that was asked for longest ago goes first. */
export class ContentCache {
	readonly #contents = new Map<string, DocumentContent>();
	#units = 0;

	get(id: string): DocumentContent | undefined {
		const content = this.#contents.get(id);
		if (content !== undefined) {
			this.#contents.delete(id);
			this.#contents.set(id, content);
		}
		return content;
	}

	set(id: string, content: DocumentContent): void {
		this.delete(id);
		this.#contents.set(id, content);
		this.#units += content.text.length;
		for (const [oldest] of this.#contents) {
			if (this.#units <= maxUnits || oldest === id) {
				return;
			}
			this.delete(oldest);
		}
	}

	delete(id: string): void {
		this.#units -= this.#contents.get(id)?.text.length ?? 0;
		this.#contents.delete(id);
	}
}
