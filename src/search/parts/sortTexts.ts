/** So many units begin a key, seven bits each: what is left of a double holds the place of a text. */
const keyLength = 5;
const bitsOfPlace = 18;
const maxTexts = 2 ** bitsOfPlace;

/**
 * The places of these texts in the order of their UTF-16 units, as `<` compares them; no text stands there twice. Sorts numbers that hold the first
 * letters of each, and compares only texts that begin alike: half the time that comparing all of them takes.
 */
export function sortTexts(texts: readonly string[]): Uint32Array {
	if (texts.length > maxTexts) {
		return Uint32Array.from(texts.keys()).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
	}
	const keys = Float64Array.from(texts, (text, place) => toKey(text) * maxTexts + place).sort();
	const places = Uint32Array.from(keys, (key) => key % maxTexts);
	for (let from = 0; from < places.length; ) {
		const start = Math.floor((keys[from] ?? 0) / maxTexts);
		let to = from + 1;
		while (to < places.length && Math.floor((keys[to] ?? 0) / maxTexts) === start) {
			to++;
		}
		if (to - from > 1) {
			places.subarray(from, to).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? ''));
		}
		from = to;
	}
	return places;
}

/** Ascends, or stays the same, from a text to the ones behind it. Units behind ASCII share one value. */
function toKey(text: string): number {
	let key = 0;
	for (let at = 0; at < keyLength; at++) {
		// Where a text ends there is less than any unit; what is behind a unit that others share says nothing.
		const unit = at < text.length ? Math.min(text.charCodeAt(at) + 1, lastUnit) : 0;
		if (unit === lastUnit) {
			return (key + 1) * 128 ** (keyLength - at) - 1;
		}
		key = key * 128 + unit;
	}
	return key;
}

const lastUnit = 127;

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
