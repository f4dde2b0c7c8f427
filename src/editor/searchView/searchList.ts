import * as vscode from 'vscode';
import type { SearchAnswer, SearchHit } from '../../service/library.ts';
import { isHitItem, isSameList, isSamePlace, type ListedIn, type SearchItem, toSearchItems } from './searchItems.ts';

/**
 * The lines of the search's list, and who moves in them. Drawn anew a list goes back to its first line: so it is drawn only where it says something else, and who
 * moved on stays where they are.
 */
export class SearchList {
	readonly #pick: vscode.QuickPick<SearchItem>;
	readonly #getListedIn: () => Omit<ListedIn, 'unfolded' | 'isLive'>;
	readonly #unfolded = new Set<SearchHit>();
	#answer: SearchAnswer | undefined;
	#hasMoved = false;
	#hasMovedSinceTyping = false;

	constructor(pick: vscode.QuickPick<SearchItem>, getListedIn: () => Omit<ListedIn, 'unfolded' | 'isLive'>) {
		this.#pick = pick;
		this.#getListedIn = getListedIn;
	}

	/** The answer that the lines are of; its passages are those of the lines. */
	get answer(): SearchAnswer | undefined {
		return this.#answer;
	}

	/** Whether somebody went on from the first line since the list was drawn. */
	get hasMoved(): boolean {
		return this.#hasMoved;
	}

	/** Something else is typed: what comes next begins at its first line. */
	noteTyping(): void {
		this.#hasMovedSinceTyping = false;
	}

	/** A line is active. The list makes its first one active by itself: that is no move, and no reason to open a document. */
	noteActive(item: SearchItem | undefined): void {
		const isMove = item !== undefined && item !== this.#pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
		this.#hasMoved ||= isMove;
		this.#hasMovedSinceTyping ||= isMove;
	}

	/** Shows lines that are of no answer. */
	showItems(items: readonly SearchItem[]): void {
		this.#answer = undefined;
		this.#setItems(items);
	}

	/** Shows the passages of an answer. `isLive`: those of somebody who types, before all of them are shown. */
	show(answer: SearchAnswer, isLive: boolean): void {
		const { hits: shown = [], query: shownQuery } = this.#answer ?? {};
		this.#unfolded.clear();
		const [active] = this.#pick.activeItems;
		const items = this.#toItems(answer, isLive);
		const kept =
			this.#hasMovedSinceTyping && isHitItem(active)
				? items.find((item) => isHitItem(item) && isSamePlace(item.hit, active.hit))
				: undefined;
		if (isSameList(items, this.#pick.items)) {
			// Its lines hold the passages of before.
			this.#answer = { ...answer, hits: shown };
			return;
		}
		this.#answer = answer;
		// More lines of the same question: who scrolled stays where they are.
		this.#setItems(items, answer.query === shownQuery);
		if (kept !== undefined) {
			this.#hasMoved = true;
			this.#pick.activeItems = [kept];
		}
	}

	/** Shows the passages that say the same as this one, or hides them again; the list stays where it is. */
	toggleLike(hit: SearchHit): void {
		const isFirst = this.#pick.items.some((item) => isHitItem(item) && item.hit === hit && item.likeCount > 0);
		if (this.#answer === undefined || !isFirst) {
			return;
		}
		if (!this.#unfolded.delete(hit)) {
			this.#unfolded.add(hit);
		}
		const items = this.#toItems(this.#answer);
		this.#pick.keepScrollPosition = true;
		this.#pick.items = items;
		this.#pick.activeItems = items.filter((item) => isHitItem(item) && item.hit === hit);
		this.#pick.keepScrollPosition = false;
	}

	#toItems(answer: SearchAnswer, isLive = false): SearchItem[] {
		return toSearchItems(answer, { ...this.#getListedIn(), unfolded: this.#unfolded, isLive });
	}

	#setItems(items: readonly SearchItem[], keepsPlace = false): void {
		this.#hasMoved = false;
		this.#pick.keepScrollPosition = keepsPlace;
		this.#pick.items = items;
	}
}
