// Rows about the search: whether the documents that judges found relevant come first.
import fs from 'node:fs';
import path from 'node:path';
import { readJsonLines } from './data.mjs';
import { mean } from './score.mjs';

/** What was measured before with MiniSearch 7.2 as it comes, and with a plain BM25 (Porter stems, stop words). */
const remarks = {
	cacm: 'MiniSearch 0.190 / 0.296, plain BM25 0.319 / 0.475, Lucene MAP 0.312',
	cranfield: 'MiniSearch 0.234 / 0.292, plain BM25 0.305 / 0.367',
	adi: 'plain BM25 0.412 / 0.481',
};

export const rows = Object.entries(remarks).map(([collection, remark]) => ({
	name: `ir-${collection}`,
	measure: (context) => measureRanking(collection, remark, context),
}));

const depth = 1000;
const shown = 10;

async function measureRanking(collection, remark, { product, data, workFolder }) {
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
	const queryFile = path.join(workFolder, `${collection}.queries.jsonl`);
	fs.writeFileSync(queryFile, queries.map(({ _id, text }) => `${JSON.stringify({ id: _id, text })}\n`).join(''));
	const { answers } = await product.run([
		...['search', documents, '--queries', queryFile, '--by', 'document', '--limit', String(depth), '--json'],
	]);
	const scores = answers.map(({ line }) => {
		const { id, hits } = JSON.parse(line);
		const grades = judgements.get(id);
		const ranked = hits.map((hit) => grades.get(path.basename(hit.path, '.txt')) ?? 0);
		return { averagePrecision: toAveragePrecision(ranked, grades), gain: toGain(ranked, grades) };
	});
	return [
		{ what: `MAP (${scores.length} queries)`, ours: mean(scores.map(({ averagePrecision }) => averagePrecision)), remark },
		{ what: `nDCG@${shown}, linear gain`, ours: mean(scores.map(({ gain }) => gain)) },
	];
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
