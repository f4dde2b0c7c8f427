// MiniSearch with our analysis and our options, asked what Dossier was asked: how many of its best ten are the same, in the same order. Its
// coordination factor is divided out; passages of the same score may stand in any order.
import fs from 'node:fs';
import MiniSearch from 'minisearch';
import { readOptions, report } from './child.mjs';
import { readPassages } from './passages.mjs';

const options = readOptions();
const engine = await import(options.engine);
const { bm25, buildTokenTable, LiveWords, takeAllSteps } = engine;
const vocabulary = new LiveWords();
/** The terms under which Dossier files the words of each passage: stop words aside, words with hyphens also as one. */
const termsOfPassages = (document) => {
	const { numbers, passageStarts, joined } = takeAllSteps(buildTokenTable(document, 'en', vocabulary));
	const termsOf = (number) => (vocabulary.isStopWord(number) ? [] : vocabulary.termsOf(number).map((term) => vocabulary.termText(term)));
	return document.passages.map((_, passage) => {
		const terms = [];
		for (let at = passageStarts[passage]; at < passageStarts[passage + 1]; at++) {
			terms.push(...termsOf(numbers[at]), ...(joined.get(at) ?? []).flatMap(({ number }) => termsOf(number)));
		}
		return terms;
	});
};
const termsOfQuery = (text) => termsOfPassages({ id: '', title: '', text, passages: [{ start: 0, end: text.length, headingPath: [] }] })[0];
const index = new MiniSearch({
	fields: ['terms'],
	stringifyField: (terms) => terms,
	tokenize: (terms) => terms,
	processTerm: (term) => term,
});
const names = [];
for await (const document of readPassages(options, engine)) {
	const passages = document.passages.map((passage) => ({ ...passage, headingPath: [] }));
	for (const [ordinal, terms] of termsOfPassages({ ...document, title: '', passages }).entries()) {
		index.add({ id: names.length, terms });
		names.push(`${document.id} ${passages[ordinal].start}`);
	}
}
const answers = JSON.parse(fs.readFileSync(options.answersFile, 'utf8'));
const same = {};
for (const name of ['one word', 'AND', 'OR', 'prefix']) {
	const ours = answers[name];
	same[name] = options.queries[name].filter((words, query) => isSame(ours[query], ask(name, words))).length / ours.length;
}
report({ same });

function ask(name, words) {
	const found = index.search(words.join(' '), {
		tokenize: termsOfQuery,
		combineWith: name === 'AND' ? 'AND' : 'OR',
		prefix: name === 'prefix',
		weights: { prefix: 1, fuzzy: 0 },
		bm25: { ...bm25, d: 0 },
	});
	const scores = found.map(({ id, score, queryTerms }) => [names[id], score / queryTerms.length]);
	return scores.sort((a, b) => b[1] - a[1]);
}

function isSame({ top }, theirs) {
	const scoreOf = new Map(theirs);
	return (
		top.length === Math.min(10, theirs.length) &&
		top.every((name, rank) => {
			const wanted = theirs[rank][1];
			return Math.abs((scoreOf.get(name) ?? 0) - wanted) <= wanted * 1e-9;
		})
	);
}
