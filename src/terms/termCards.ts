import type { Steps } from '../base/steps.ts';
import type { Card } from './card.ts';
import type { CardMaker } from './cardMaker.ts';
import { CardTexts } from './cardTexts.ts';
import type { ChangedTotals, TalliedDocument, TermTotals } from './termTotals.ts';

/** The cards that there are, by the numbers of their terms. A change makes only those anew of which something else is told. */
export class TermCards {
	readonly texts = new CardTexts();
	readonly #totals: TermTotals;
	readonly #maxCards: number;
	/** A card that must be made anew is not there. */
	readonly #cards: (Card | undefined)[] = [];
	/** There are more terms than cards. */
	#hasTooMany = false;

	constructor(totals: TermTotals, maxCards: number) {
		this.#totals = totals;
		this.#maxCards = maxCards;
	}

	/** Makes cards anew, in steps. `ranked`: all terms that may have one, in order. Gives the numbers of those that have, in an array that stays as it is. */
	*updateInSteps(maker: CardMaker, { changed, shifted }: ChangedTotals, ranked: Uint32Array): Steps<Uint32Array> {
		this.#forget(changed);
		yield* this.#relateInSteps(maker, shifted);
		const kept = ranked.subarray(0, this.#maxCards);
		// Those that have none any more would not be taken along when the texts of the others are put in order.
		this.#forget(ranked.subarray(this.#maxCards));
		// Where all had one, only those that changed may have none now.
		const hadTooMany = this.#hasTooMany;
		this.#hasTooMany = ranked.length > this.#maxCards;
		const mayHaveNone = hadTooMany || this.#hasTooMany ? kept : changed;
		for (let at = 0; at < mayHaveNone.length; at += cardsPerStep) {
			this.#makeMissing(maker, mayHaveNone, at, Math.min(at + cardsPerStep, mayHaveNone.length));
			yield;
		}
		this.texts.tidy(kept);
		return kept;
	}

	/** The cards of these terms, which all have one. */
	list(ids: Uint32Array): readonly Card[] {
		const cards: Card[] = [];
		for (let at = 0; at < ids.length; at++) {
			cards.push(this.#cards[ids[at] ?? 0] as Card);
		}
		return cards;
	}

	/** Tells anew what is related to terms that stand beside some of which it is told otherwise how often they stand where. */
	*#relateInSteps(maker: CardMaker, shifted: readonly number[]): Steps<void> {
		const isShifted = new Uint8Array(this.#cards.length);
		const holders = new Set<TalliedDocument>();
		for (const id of shifted) {
			isShifted[id] = 1;
			for (const holder of this.#totals.listHolders(id)) {
				holders.add(holder);
			}
		}
		const neighbours = new Set<number>();
		for (const { tally } of holders) {
			tally.forThoseBeside(isShifted, (id) => neighbours.add(id));
		}
		let count = 0;
		for (const id of neighbours) {
			const [card, record] = [this.#cards[id], this.#totals.getRecord(id)];
			const related = card === undefined || record === undefined ? undefined : maker.findRelated(record);
			if (card !== undefined && related !== undefined && related.join('\n') !== card.related.join('\n')) {
				this.#set(id, { ...card, related });
			}
			if (++count % 200 === 0) {
				yield;
			}
		}
	}

	/** Makes the cards that are wanted and not there, of those between two places of a list. */
	#makeMissing(maker: CardMaker, ids: ArrayLike<number>, from: number, to: number): void {
		for (let at = from; at < to; at++) {
			const id = ids[at] ?? 0;
			const record = this.#cards[id] === undefined ? this.#totals.getKept(id) : undefined;
			if (record !== undefined) {
				this.#set(id, maker.makeCard(record));
			}
		}
	}

	#set(id: number, card: Card): void {
		this.#cards[id] = card;
		this.texts.set(id, card);
	}

	#forget(ids: ArrayLike<number>): void {
		for (let at = 0; at < ids.length; at++) {
			const id = ids[at] ?? 0;
			this.#cards[id] = undefined;
			this.texts.delete(id);
		}
	}
}

/** A few milliseconds. */
const cardsPerStep = 50;
