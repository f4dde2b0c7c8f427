// Schwartz and Hearst (PSB 2003), as plain as their paper has it, with a rule for acronyms without a long form: the peer of the rows about acronyms.

/** The pairs of a text: `{ short, long }`, each `[start, end]`. Long forms before parentheses, and in them. */
export function findPairs(text) {
	const pairs = [];
	for (const match of text.matchAll(/\(([^()]{2,150})\)/g)) {
		const inside = match[1].split(/[;,]/)[0];
		const start = match.index + 1;
		const before = text.slice(Math.max(0, match.index - 300), match.index).trimEnd();
		const from = Math.max(0, match.index - 300);
		if (isShort(inside)) {
			const most = Math.min(inside.length + 5, inside.length * 2);
			const words = [...before.matchAll(/\S+/g)].slice(-most);
			const candidate = before.slice(words[0]?.index ?? 0);
			const at = findLong(inside, candidate);
			if (at >= 0) {
				const begin = from + (words[0]?.index ?? 0) + at;
				pairs.push({ short: [start, start + inside.length], long: [begin, from + before.length] });
			}
		} else {
			const short = /\S+$/.exec(before)?.[0] ?? '';
			const at = isShort(short) ? findLong(short, inside) : -1;
			if (at >= 0) {
				const end = from + before.length;
				pairs.push({ short: [end - short.length, end], long: [start + at, start + inside.length] });
			}
		}
	}
	return pairs;
}

function isShort(words) {
	return words.length >= 2 && words.length <= 10 && words.split(/\s+/).length <= 2 && /^[\p{L}\p{N}]/u.test(words) && /\p{L}/u.test(words);
}

/** From right to left each letter somewhere, the first at the start of a word; -1 if they are not there. */
function findLong(short, candidate) {
	let at = candidate.length - 1;
	for (let letter = short.length - 1; letter >= 0; letter--) {
		const wanted = short[letter].toLowerCase();
		if (!/[\p{L}\p{N}]/u.test(wanted)) {
			continue;
		}
		while (at >= 0 && (candidate[at].toLowerCase() !== wanted || (letter === 0 && at > 0 && /[\p{L}\p{N}]/u.test(candidate[at - 1])))) {
			at--;
		}
		if (at < 0) {
			return -1;
		}
		at--;
	}
	const start = candidate.lastIndexOf(' ', at) + 1;
	return candidate.length - start > short.length ? start : -1;
}

/** Words of two to ten signs that begin with a capital and hold another one. */
export function findCapitals(text) {
	return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&/-]{0,8}[\p{Lu}\p{N}]s?(?![\p{L}\p{N}])/gu)]
		.filter(([word]) => word.length <= 10)
		.map(({ index, 0: word }) => [index, index + word.length]);
}
