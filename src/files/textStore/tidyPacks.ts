import type { TextLocation } from './journal.ts';
import type { Packs } from './packs.ts';

/** A pack with less waste than this is not worth the moving. */
const minWasteBytes = 256 * 1024;

/** So many texts are moved at once: one wait for the disk for all of them. */
const groupSize = 100;

/**
 * Moves texts out of packs that are mostly waste, and changes `texts` to where they stand then; gives the packs that hold nothing of use after that.
 * They can be removed once the journal says the same. A text that cannot be read is lost, and its file read again. `inTime` waits for one step of
 * it, and throws if that takes too long.
 */
export async function tidyPacks(
	packs: Packs,
	texts: Map<string, TextLocation>,
	inTime: <T>(step: Promise<T>) => Promise<T>,
): Promise<readonly number[]> {
	const used = new Map<number, number>();
	for (const { pack, length } of texts.values()) {
		used.set(pack, (used.get(pack) ?? 0) + length);
	}
	const waste = (await inTime(packs.list()))
		.filter(({ pack, bytes }) => !used.has(pack) || (bytes > minWasteBytes && (used.get(pack) ?? 0) < bytes / 2))
		.map(({ pack }) => pack);
	const moving = [...texts].filter(([, { pack }]) => waste.includes(pack));
	if (moving.length > 0) {
		packs.startNewPack();
	}
	for (let from = 0; from < moving.length; from += groupSize) {
		await moveTexts(packs, texts, moving.slice(from, from + groupSize), inTime);
	}
	return waste;
}

async function moveTexts(
	packs: Packs,
	texts: Map<string, TextLocation>,
	moving: readonly (readonly [string, TextLocation])[],
	inTime: <T>(step: Promise<T>) => Promise<T>,
): Promise<void> {
	const records: { readonly textId: string; readonly location: TextLocation; readonly bytes: Buffer }[] = [];
	for (const [textId, location] of moving) {
		const bytes = await inTime(packs.read(location.pack, location.offset, location.length));
		if (bytes === undefined) {
			texts.delete(textId);
		} else {
			records.push({ textId, location, bytes });
		}
	}
	const places = await inTime(packs.append(records.map(({ bytes }) => bytes)));
	for (const [index, { textId, location }] of records.entries()) {
		texts.set(textId, { ...location, ...places[index] });
	}
}
