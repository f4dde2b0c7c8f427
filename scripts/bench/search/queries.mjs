// The queries of the search bench: drawn out of the first text of the corpus, so that they find something at every size. Pseudo-random with a
// fixed seed; common words weigh as they do in texts.

import { makeRandom } from '../../random.mjs';

/** The classes, as a person would say what is asked. */
export const queryClasses = ['one word', 'AND', 'OR', 'prefix', 'phrase'];

/** So many queries a class. */
export const queryCount = 200;

/**
 * By class, lists of words: one; three of one passage; three from anywhere; the first letters of one, 3 to 5; three in a row.
 * `passages` are texts; `isTelling` says whether a word of four letters and more is no stop word.
 */
export function drawQueries(passages, isTelling, seed = 20_261_121) {
	const random = makeRandom(seed);
	const draw = (make) => {
		const queries = [];
		while (queries.length < queryCount) {
			const words = make(passages[random(passages.length)]);
			if (words !== undefined) {
				queries.push(words);
			}
		}
		return queries;
	};
	const pick = (passage) => {
		const words = tellingWords(passage, isTelling);
		return words.length === 0 ? undefined : words[random(words.length)];
	};
	const anywhere = () => pick(passages[random(passages.length)]);
	return {
		'one word': draw((passage) => asList(pick(passage))),
		AND: draw((passage) => threeOf(pick(passage), pick(passage), pick(passage))),
		OR: draw((passage) => threeOf(pick(passage), anywhere(), anywhere())),
		prefix: draw((passage) => asList(pick(passage)?.slice(0, 3 + random(3)))),
		phrase: draw((passage) => {
			const rows = [...passage.matchAll(/[a-z]{2,}(?: [a-z]{2,}){2}(?![\w'’-])/gi)].map(([row]) => row.split(' '));
			const row = rows[random(rows.length)];
			return row?.some((word) => word.length >= 4 && isTelling(word.toLowerCase())) ? row : undefined;
		}),
	};
}

function tellingWords(passage, isTelling) {
	return [...passage.matchAll(/(?<![\w'’-])[a-z]{4,20}(?![\w'’-])/gi)]
		.map(([word]) => word)
		.filter((word) => isTelling(word.toLowerCase()));
}

function asList(word) {
	return word === undefined ? undefined : [word];
}

function threeOf(...words) {
	return words.includes(undefined) || new Set(words).size < 3 ? undefined : words;
}
