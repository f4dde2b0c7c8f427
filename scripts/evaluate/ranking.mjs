// Rows about the search: whether the documents that judges found relevant come first.
import fs from 'node:fs';
import path from 'node:path';
import { makeRandom } from '../random.mjs';
import { readJsonLines } from './data.mjs';
import { mean } from './score.mjs';

/** The aims, which are a plain BM25's (Porter stems, stop words), for CACM's MAP a little more; and what was measured before with others. */
const collections = {
	cacm: { map: 0.33, gain: 0.475, remark: 'MiniSearch 0.190 / 0.296, plain BM25 0.319 / 0.475, Lucene MAP 0.312' },
	cranfield: { map: 0.305, gain: 0.367, remark: 'MiniSearch 0.234 / 0.292, plain BM25 0.305 / 0.367' },
	adi: { map: 0.412, gain: 0.481, remark: 'plain BM25 0.412 / 0.481' },
};

export const rows = Object.entries(collections).map(([collection, aims]) => ({
	name: `ir-${collection}`,
	measure: (context) => measureRanking(collection, aims, context),
}));

const depth = 1000;
const shown = 10;
/** In so many ways a word of each query is misspelt. */
const misspellings = 5;
const keptByMisspelt = 0.92;

async function measureRanking(collection, aims, { product, data, workFolder }) {
	const folder = data.find(`ir-${collection}/beir`);
	if (folder === undefined) {
		return undefined;
	}
	const documents = path.join(workFolder, collection);
	fs.mkdirSync(documents, { recursive: true });
	for (const { _id, title, text } of readJsonLines(path.join(folder, 'corpus.jsonl'))) {
		fs.writeFileSync(path.join(documents, `${_id}.txt`), `${title}\n\n${text}\n`);
	}
	const judgements = readJudgements(path.join(folder, 'qrels.tsv'));
	const queries = readJsonLines(path.join(folder, 'queries.jsonl')).filter(({ _id }) => judgements.has(_id));
	const random = makeRandom(20_261_122);
	const asked = queries.flatMap(({ _id, text }) => [
		{ id: `${_id} 0`, text },
		...Array.from({ length: misspellings }, (_, way) => ({ id: `${_id} ${way + 1}`, text: misspell(text, random) })),
	]);
	const queryFile = path.join(workFolder, `${collection}.queries.jsonl`);
	fs.writeFileSync(queryFile, asked.map((query) => `${JSON.stringify(query)}\n`).join(''));
	const { answers } = await product.run([
		...['search', documents, '--queries', queryFile, '--by', 'document', '--limit', String(depth), '--json'],
	]);
	const [clean, misspelt] = [[], []];
	for (const { line } of answers) {
		const { id, hits } = JSON.parse(line);
		const [query, way] = id.split(' ');
		const grades = judgements.get(query);
		const ranked = hits.map((hit) => grades.get(path.basename(hit.path, '.txt')) ?? 0);
		const scores = way === '0' ? clean : misspelt;
		scores.push({ averagePrecision: toAveragePrecision(ranked, grades), gain: toGain(ranked, grades) });
	}
	const gain = mean(clean.map((scores) => scores.gain));
	return [
		{
			what: `MAP (${clean.length} queries)`,
			ours: mean(clean.map(({ averagePrecision }) => averagePrecision)),
			goal: { atLeast: aims.map },
			remark: aims.remark,
		},
		{ what: `nDCG@${shown}, linear gain`, ours: gain, goal: { atLeast: aims.gain } },
		{
			what: `nDCG@${shown} with a word misspelt, of that`,
			ours: mean(misspelt.map((scores) => scores.gain)) / gain,
			goal: { atLeast: keptByMisspelt },
			remark: `each query in ${misspellings} ways: a letter left out, doubled, changed or two changed about`,
		},
	];
}

/** The text with one letter of one of its longer words wrong, which is not its first: nobody misspells that. */
function misspell(text, random) {
	const words = [...text.matchAll(/[a-z]{5,}/gi)];
	const word = words[random(words.length)];
	if (word === undefined) {
		return text;
	}
	const at = word.index + 1 + random(word[0].length - 2);
	const [letter, next] = [text[at], text[at + 1]];
	const other = String.fromCharCode(0x61 + random(26));
	const wrong = ['', letter + letter, other === letter ? 'x' : other][random(4)];
	return wrong === undefined ? text.slice(0, at) + next + letter + text.slice(at + 2) : text.slice(0, at) + wrong + text.slice(at + 1);
}

/** Grades by document, by query; only queries that some document is relevant to. */
function readJudgements(file) {
	const judgements = new Map();
	for (const line of fs.readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
		const [query, document, grade] = line.split('\t');
		if (Number(grade) > 0) {
			judgements.set(query, (judgements.get(query) ?? new Map()).set(document, Number(grade)));
		}
	}
	return judgements;
}

function toAveragePrecision(ranked, grades) {
	let found = 0;
	let sum = 0;
	for (const [rank, grade] of ranked.entries()) {
		if (grade > 0) {
			found++;
			sum += found / (rank + 1);
		}
	}
	return sum / grades.size;
}

function toGain(ranked, grades) {
	const ideal = [...grades.values()].sort((a, b) => b - a);
	return discount(ranked) / discount(ideal);
}

function discount(grades) {
	return grades.slice(0, shown).reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}
