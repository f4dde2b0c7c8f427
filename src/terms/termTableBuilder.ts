import { type Steps, takeAllSteps } from '../base/steps.ts';
import type { Card } from './card.ts';
import { CardTexts } from './cardTexts.ts';
import { FormPaths } from './formPaths.ts';
import { LiveForms } from './liveForms.ts';
import { measureChange, packSections, type TableBuffer, type TableChange } from './tableSections.ts';
import type { TermForm } from './termTable.ts';

/**
 * Packs cards and their forms into one buffer that can be handed to another thread and asked there at once: `TermTable.open`.
 * Forms without a word, or of more than `maxFormWords` words, are left out. Where two forms are the same words, the earlier one comes first.
 */
export function packTermTable(cards: readonly Card[], forms: readonly TermForm[]): TableBuffer {
	const live = new LiveForms(new FormPaths(), (a, b) => a - b);
	const added = forms.map((form, owner) => ({ owner, cardIndex: form.cardIndex, class: 0 as const, forms: [form], exclusions: [] }));
	takeAllSteps(live.replaceInSteps({ removed: [], added, moved: [] }));
	const texts = new CardTexts();
	for (const [index, card] of cards.entries()) {
		texts.set(index, card);
	}
	return takeAllSteps(new TableUpdates().packInSteps(live, texts, Uint32Array.from(cards.keys())));
}

/** Packs a table whole the first time, and what changed in it after that, as long as that is much less. */
export class TableUpdates {
	readonly #mostOfWhole: number;
	#sequence = 0;

	/** `mostOfWhole`: a change that is more of the table than this is packed as a whole table. */
	constructor(mostOfWhole = defaultMostOfWhole) {
		this.#mostOfWhole = mostOfWhole;
	}

	/** For `TermTable.update`. `ids`: all cards that are there, in order; stays as it is. */
	*packInSteps({ paths, nodeEntries, entries }: LiveForms, texts: CardTexts, ids: Uint32Array): Steps<TableBuffer> {
		nodeEntries.growTo(paths.trie.nodeCount);
		const change: TableChange = {
			...{ wordStarts: paths.trie.words.starts.takeChange(), wordCharacters: paths.trie.words.takeCharacters() },
			...paths.trie.takeSlots(),
			...{ nodeEntries: nodeEntries.takeChange(), entries: entries.takeChange() },
			...{ formStarts: paths.texts.starts.takeChange(), formCharacters: paths.texts.takeCharacters(), formModes: paths.modes.takeChange() },
			...texts.takeChange(),
			order: { all: ids, from: 0, changed: [] },
		};
		const size = measureChange(change);
		const isWhole = this.#sequence === 0 || size.changed > size.whole * this.#mostOfWhole;
		this.#sequence++;
		return yield* packSections(change, { sequence: this.#sequence, isWhole, hasRoom: true });
	}
}

/** Taking in a change is work for the editor's thread, opening a whole table is none. */
const defaultMostOfWhole = 0.2;
