/**
 * Lines that are entries of a list without a mark: `Present: …` above `Apologies: …`, `"spectator" means …;` under `"the Holder" means …;`.
 * One such line by itself may be prose that was broken there; of several, each begins something of its own.
 */

/** `Present: A. Dunmore`, `**Provenance**: the history …`: up to five words, a colon, and white space. */
const label =
	/^[*_]{0,3}[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.&/’'()-]{0,30}(?: [\p{L}\p{M}\p{N}.&/’'()-]{1,30}){0,4}[*_]{0,3}(?:：|:[*_]{0,3}(?=\s))/u;

/** `"the Holder" means …`, `“Loss” has the meaning given in …`: what a contract or a statute says of its own words. */
const meaning =
	/^["“„«][^"“”„«»\n]{1,80}["”“»],?\s(?:means|shall\smean|includes|shall\sinclude|has\sthe\s(?:same\s)?meaning|have\sthe\s(?:same\s)?meaning)\s/u;

/** Finds the entries among the lines of a text that are told one after the other. */
export class EntryLines {
	#last: { readonly start: number; readonly isLabel: boolean } | undefined;
	#isOpen = false;

	/**
	 * Told the next line, where it starts, and whether a paragraph begins with it, gives where entries begin that were found by it: none, its own
	 * start, or also that of the entry before, which nothing told from prose until now.
	 */
	next(line: string, start: number, isFirst: boolean): readonly number[] {
		const before = isFirst ? undefined : this.#last;
		const opening = line.slice(0, 200);
		const isLabel = label.test(opening);
		if (!isLabel && !meaning.test(opening)) {
			// What an entry says goes on behind a comma, and further in; a definition until the next one.
			const goesOn = before !== undefined && (!before.isLabel || this.#isOpen || /^\s{2}|^\t/.test(opening));
			this.#last = goesOn ? before : undefined;
			this.#isOpen = endsOpen(line);
			return [];
		}
		this.#last = { start, isLabel };
		this.#isOpen = endsOpen(line);
		return before?.isLabel === isLabel ? [before.start, start] : [];
	}
}

/** Where the entries of a paragraph begin. */
export function findEntryStarts(paragraph: string): ReadonlySet<number> {
	const starts = new Set<number>();
	const entries = new EntryLines();
	let at = 0;
	for (const line of paragraph.split('\n')) {
		for (const start of entries.next(line, at, at === 0)) {
			starts.add(start);
		}
		at += line.length + 1;
	}
	return starts;
}

function endsOpen(line: string): boolean {
	return /[,;-]$/.test(line.slice(-20).trimEnd());
}
