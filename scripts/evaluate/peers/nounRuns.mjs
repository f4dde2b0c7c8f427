// Runs of words between stop words and marks, scored by tf · log2(1 + n) · position: the peer of the rows about key terms, as it was measured
// before by others (0.228 on SemEval2017, 0.117 on fao30).
import { eng } from 'stopword';

const stops = new Set(eng);

/** The best phrases of a text, best first. */
export function findNounRuns(text, count) {
	const candidates = new Map();
	for (const clause of text.matchAll(/[^.,;:!?()[\]{}"“”«»\n]+/g)) {
		let run = [];
		for (const { 0: word, index } of [...clause[0].matchAll(/\S+/g), { 0: 'the', index: 0 }]) {
			if (/^[\p{L}][\p{L}\p{N}'’-]*$/u.test(word) && !stops.has(word.toLowerCase())) {
				run.push({ word: word.toLowerCase(), place: clause.index + index });
				continue;
			}
			if (run.length > 0 && run.length <= 4) {
				const phrase = run.map((part) => part.word).join(' ');
				const known = candidates.get(phrase) ?? { count: 0, words: run.length, first: run[0].place };
				candidates.set(phrase, { ...known, count: known.count + 1 });
			}
			run = [];
		}
	}
	const score = ({ count: times, words, first }) => times * Math.log2(1 + words) * (1 + 1 / (1 + (10 * first) / Math.max(1, text.length)));
	return [...candidates]
		.sort(([, a], [, b]) => score(b) - score(a))
		.slice(0, count)
		.map(([phrase]) => phrase);
}
