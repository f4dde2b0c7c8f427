import type { Card, Receipt } from '../terms/card.ts';

/** What a link in a card leads to. */
export type LinkTarget =
	| { readonly kind: 'receipt'; readonly receipt: Receipt }
	| { readonly kind: 'mentions'; readonly term: string }
	| { readonly kind: 'card'; readonly card: Card }
	| { readonly kind: 'term'; readonly term: string }
	| { readonly kind: 'sense'; readonly words: string; readonly term: string };

/** Cards are read one at a time; the links of the last few hundred work. */
const maxKept = 4_000;

/**
 * Gives links in cards their arguments: numbers that mean nothing outside this window. So no word of a document ever stands in a command's
 * arguments, and a command can be called only with what a card of ours offered.
 */
export class LinkTargets {
	readonly #targets = new Map<number, LinkTarget>();
	readonly #held = new Map<number, LinkTarget>();
	#last = 0;

	add(target: LinkTarget): number {
		const handle = ++this.#last;
		this.#targets.set(handle, target);
		for (const oldest of this.#targets.keys()) {
			if (this.#targets.size <= maxKept) {
				break;
			}
			this.#targets.delete(oldest);
		}
		return handle;
	}

	/** As `add`, for a line that stays on the screen while cards come and go: it works until it is let go. */
	hold(target: LinkTarget): number {
		const handle = ++this.#last;
		this.#held.set(handle, target);
		return handle;
	}

	/** What was held is no longer shown. */
	letGo(handles: Iterable<number>): void {
		for (const handle of handles) {
			this.#held.delete(handle);
		}
	}

	/** `undefined` for everything that we never gave, or gave long ago. */
	find(handle: unknown): LinkTarget | undefined {
		return typeof handle === 'number' ? (this.#targets.get(handle) ?? this.#held.get(handle)) : undefined;
	}
}
