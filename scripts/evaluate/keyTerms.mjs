// Rows about key terms: whether the best ten of a document are among those that readers or indexers chose.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { filesIn } from './data.mjs';
import { findNounRuns } from './peers/nounRuns.mjs';
import { mean, toF1 } from './score.mjs';

const { newStemmer } = createRequire(import.meta.url)('snowball-stemmers');
const stemmer = newStemmer('porter');

const group = 'terms';
const shown = 10;

export const rows = [
	{ name: 'kp-SemEval2017', group, measure: (context) => measureKeyTerms(context, 'SemEval2017', 0.28) },
	{ name: 'kp-fao30', group, measure: (context) => measureKeyTerms(context, 'fao30', 0.17) },
];

async function measureKeyTerms({ product, data }, collection, goal) {
	const folder = data.find(`kp/${collection}`);
	if (folder === undefined) {
		return undefined;
	}
	const files = filesIn(path.join(folder, 'docsutf8'));
	const answers = await product.extract(files);
	const scored = files.map((file) => {
		const keys = fs.readFileSync(path.join(folder, 'keys', `${path.basename(file, '.txt')}.key`), 'utf8');
		const wanted = new Set(keys.split('\n').map(toStems).filter(Boolean));
		const found = answers.get(file).keyTerms.map(({ term }) => term);
		return {
			ours: scoreTop(found, wanted),
			theirs: scoreTop(findNounRuns(fs.readFileSync(file, 'utf8'), shown), wanted),
			line: `${path.basename(file)}: ${found
				.slice(0, shown)
				.map((term) => (wanted.has(toStems(term)) ? `+${term}` : term))
				.join(', ')}`,
		};
	});
	return [
		{
			what: `F1@${shown} (${files.length} documents)`,
			ours: mean(scored.map(({ ours }) => ours)),
			goal: { atLeast: goal },
			peers: [['noun runs', mean(scored.map(({ theirs }) => theirs))]],
			remark: 'lower case, Porter stems, exact, all keys wanted, mean over documents',
			details: scored.map(({ line }) => line),
		},
	];
}

function scoreTop(terms, wanted) {
	const best = terms.slice(0, shown).map(toStems);
	const right = new Set(best.filter((term) => wanted.has(term))).size;
	return toF1({ precision: best.length === 0 ? 0 : right / best.length, recall: wanted.size === 0 ? 0 : right / wanted.size });
}

function toStems(phrase) {
	const words = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.map((word) => stemmer.stem(word)).join(' ');
}
