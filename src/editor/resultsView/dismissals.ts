import { foldNearDuplicates } from '../../search/nearDuplicates.ts';
import type { SearchHit } from '../../service/library.ts';
import { type HitPlace, type ResultDocument, type ResultGroup, type ResultHit, toPlace } from './resultsModel.ts';

/** A passage that matches what is asked now. */
export interface FoundPassage extends Pick<SearchHit, 'start' | 'text'> {
	readonly isFull: boolean;
}

/**
 * What was taken out of the view; documents and passages that match still count everywhere else. It is remembered whatever is asked, and takes off a count what
 * matches now.
 */
export class Dismissals {
	/** What was taken out of each document, by its id. */
	readonly #texts = new Map<string, readonly DismissedText[]>();
	/** Where that stands among the passages that match now, by where they begin. */
	readonly #places = new Map<string, Set<number>>();
	readonly #documents = new Set<string>();

	get isEmpty(): boolean {
		return this.#texts.size + this.#documents.size === 0;
	}

	/** The documents of which some passages were taken out. */
	get partedIds(): ReadonlySet<string> {
		return new Set(this.#texts.keys());
	}

	/** A line goes with everything below it. */
	dismiss(node: ResultGroup | ResultDocument | ResultHit): void {
		switch (node.type) {
			case 'group':
				node.documents.forEach((document) => this.dismiss(document));
				break;
			case 'document':
				this.#documents.add(toKey(node));
				break;
			case 'hit': {
				this.#dismissPlace(toPlace(node), node.hit.text, true);
				node.like.forEach((like) => this.dismiss(like));
				node.elsewhere.forEach((place) => this.#dismissPlace(place, node.hit.text, false));
				break;
			}
		}
	}

	/** Documents that were taken out stay so where they hold only a part of what is asked now. */
	dismissParts(): void {
		for (const key of [...this.#documents].filter((known) => known.startsWith(toKey({ documentId: '', isFull: true })))) {
			this.#documents.add(toKey({ documentId: key.slice(key.indexOf('\n') + 1), isFull: false }));
		}
	}

	#dismissPlace({ documentId, isFull, start }: HitPlace, text: string, isOwn: boolean): void {
		const known = this.#texts.get(documentId) ?? [];
		if (!known.some((other) => other.start === start && other.isOwn)) {
			this.#texts.set(documentId, [...known.filter((other) => other.start !== start), { start, text, isOwn }]);
		}
		this.#addPlace({ documentId, isFull }, start);
	}

	#addPlace(document: Pick<HitPlace, 'documentId' | 'isFull'>, start: number): void {
		const places = this.#places.get(toKey(document)) ?? new Set<number>();
		this.#places.set(toKey(document), places.add(start));
	}

	/**
	 * Looks for what was taken out of a document among all of its passages that match now: those that say the same where they stand, or elsewhere since the
	 * document changed, stay out. What is not among them takes nothing off a count, and is known again once it matches.
	 */
	follow(documentId: string, found: readonly FoundPassage[], isChanged: boolean): void {
		const known = this.#texts.get(documentId) ?? [];
		const byStart = new Map(known.map((text) => [text.start, text]));
		const same = found.filter(({ start, text }) => {
			const before = byStart.get(start);
			return before !== undefined && (before.text === text || (!before.isOwn && saysTheSame(before.text, text)));
		});
		const starts = new Set(same.map(({ start }) => start));
		const others = known.filter(({ start }) => start === undefined || !starts.has(start));
		// Where it stands now nobody knows but by its own words.
		const lost = isChanged ? others.flatMap((other) => (other.isOwn ? { ...other, start: undefined } : [])) : others;
		const moved = new Set(lost.flatMap(({ start, text }) => (start === undefined ? text : [])));
		const again = found.filter(({ start, text }) => !starts.has(start) && moved.has(text));
		const placed = [...same, ...again];
		const placedTexts = new Set(again.map(({ text }) => text));
		this.#texts.set(documentId, [
			...placed.map(({ start, text }) => ({ start, text, isOwn: true })),
			...lost.filter(({ start, text }) => start !== undefined || !placedTexts.has(text)),
		]);
		for (const isFull of [true, false]) {
			this.#places.delete(toKey({ documentId, isFull }));
		}
		for (const { isFull, start } of placed) {
			this.#addPlace({ documentId, isFull }, start);
		}
	}

	isDismissed(place: HitPlace): boolean {
		return this.#documents.has(toKey(place)) || this.#places.get(toKey(place))?.has(place.start) === true;
	}

	/** How many of a document's passages are left. */
	countLeft(document: Pick<HitPlace, 'documentId' | 'isFull'>, matchCount: number): number {
		if (this.isEmpty) {
			return matchCount;
		}
		return this.#documents.has(toKey(document)) ? 0 : Math.max(0, matchCount - (this.#places.get(toKey(document))?.size ?? 0));
	}
}

interface DismissedText {
	/** `undefined` where its document changed, and it was not found since. */
	readonly start: number | undefined;
	/** Of what was folded behind another document's, the text that says the same. */
	readonly text: string;
	/** The passage's own, word for word. */
	readonly isOwn: boolean;
}

function saysTheSame(text: string, other: string): boolean {
	return [
		[text, other],
		[other, text],
	].some((texts) => foldNearDuplicates(texts.map((of) => ({ text: of }))).length === 1);
}

function toKey({ documentId, isFull }: Pick<HitPlace, 'documentId' | 'isFull'>): string {
	return `${isFull ? 'full' : 'partial'}\n${documentId}`;
}
