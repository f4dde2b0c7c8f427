// Texts and marked places for the rows about terms: how they become files, and how what Dossier finds leads back to them.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Writes each text to a file of its own and extracts what it says of terms. In the order of the texts: the entry, and `placeOf`, which leads from an
 * offset in the clean text to one in the text as it was given (they differ in white space), or to undefined.
 */
export async function extractTexts(product, folder, texts) {
	fs.mkdirSync(folder, { recursive: true });
	const files = texts.map((text, index) => {
		const file = path.join(folder, `${index}.txt`);
		fs.writeFileSync(file, text);
		return file;
	});
	const read = await product.read(files);
	const extracted = await product.extract(files);
	return files.map((file, index) => ({ ...extracted.get(file), placeOf: leadBack(read.get(file).text, texts[index]) }));
}

/** Both texts hold the same signs but for white space; where they do not, the places behind the difference lead nowhere. */
function leadBack(clean, given) {
	if (clean === given) {
		return (offset) => offset;
	}
	const places = new Int32Array(clean.length + 1).fill(-1);
	let at = 0;
	for (let offset = 0; offset < clean.length; offset++) {
		if (/\s/.test(clean[offset])) {
			continue;
		}
		while (at < given.length && /\s/.test(given[at])) {
			at++;
		}
		if (given[at] !== clean[offset]) {
			break;
		}
		places[offset] = at++;
		places[offset + 1] = at;
	}
	return (offset) => (places[offset] < 0 ? undefined : places[offset]);
}

/** Spans as strings that can be compared, in the given text. */
export function toSpans(places, placeOf) {
	return new Set(places.map(([start, end]) => `${placeOf(start)},${placeOf(end)}`));
}

/** What was found and what is right, over all texts: counts by which F1 is made. `lines` names what is wrong. */
export class Tally {
	right = 0;
	found = 0;
	wanted = 0;
	lines = [];

	/** Sets of strings. `show` makes a readable line of one. */
	add(found, wanted, show = (item) => item) {
		for (const item of found) {
			if (wanted.has(item)) {
				this.right++;
			} else {
				this.lines.push(`too much: ${show(item)}`);
			}
		}
		this.lines.push(...[...wanted].filter((item) => !found.has(item)).map((item) => `missing: ${show(item)}`));
		this.found += found.size;
		this.wanted += wanted.size;
	}

	get precision() {
		return this.found === 0 ? 0 : this.right / this.found;
	}

	get recall() {
		return this.wanted === 0 ? 0 : this.right / this.wanted;
	}

	get f1() {
		return this.found + this.wanted === 0 ? 0 : (2 * this.right) / (this.found + this.wanted);
	}

	/** `P 0.955 R 0.775`. */
	get shares() {
		return `P ${this.precision.toFixed(3)} R ${this.recall.toFixed(3)}`;
	}
}

/** A readable line of a span: the words, and what stands around them. */
export function showSpan(text) {
	return (span) => {
		const [start, end] = span.split(',').map(Number);
		const around = text.slice(Math.max(0, start - 40), end + 30).replace(/\s+/g, ' ');
		return `${text.slice(start, end)}   in …${around}…`;
	};
}
