// How answers are scored, as ../shared/data/README.md says. Lists of tokens in, shares from 0 to 1 out.

/** Runs of letters, digits and underscores: what Python's `\w+` finds, by which the article benchmark scores. */
export function toWords(text) {
	return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Letters and digits, each for itself: how words are parted does not matter. */
export function toLetters(text) {
	return text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Runs of what is no white space. */
export function toTokens(text) {
	return text.match(/\S+/g) ?? [];
}

/** Runs of `length` neighbours; of fewer tokens, one run of all. */
export function toShingles(tokens, length) {
	const count = Math.max(1, tokens.length - length + 1);
	return Array.from({ length: count }, (_, at) => tokens.slice(at, at + length).join(' '));
}

/** Of two bags: how much of what was found is right, and how much of what is right was found. Two empty bags agree. */
export function comparePair(found, right) {
	const shared = right.length - leftOver(right, found).length;
	return {
		precision: found.length === 0 ? Number(right.length === 0) : shared / found.length,
		recall: right.length === 0 ? 1 : shared / right.length,
		shared,
	};
}

/** What of the first bag the second does not hold, in order. */
export function leftOver(items, others) {
	const counts = new Map();
	for (const item of others) {
		counts.set(item, (counts.get(item) ?? 0) + 1);
	}
	return items.filter((item) => {
		const count = counts.get(item) ?? 0;
		counts.set(item, count - 1);
		return count <= 0;
	});
}

/** The harmonic mean. */
export function toF1({ precision, recall }) {
	return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Length of the longest common subsequence: what of `right` was found in its order. Time grows with the product of the lengths. */
export function orderedLength(found, right) {
	const numbers = new Map();
	const toNumbers = (tokens) =>
		Int32Array.from(tokens, (token) => {
			const number = numbers.get(token) ?? numbers.size;
			numbers.set(token, number);
			return number;
		});
	const rows = toNumbers(right);
	const columns = toNumbers(found);
	const best = new Int32Array(columns.length + 1);
	for (const token of rows) {
		let diagonal = 0;
		for (let at = 1; at <= columns.length; at++) {
			const above = best[at];
			best[at] = columns[at - 1] === token ? diagonal + 1 : Math.max(above, best[at - 1]);
			diagonal = above;
		}
	}
	return best[columns.length];
}

export function mean(values) {
	return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
}

/** White space collapsed, for strings that must be there. */
export function collapse(text) {
	return text.replace(/\s+/g, ' ').trim();
}
