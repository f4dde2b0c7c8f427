// `node scripts/fitDefinitions.mjs [--write] [--data FOLDER]`: fits the weights of the cues by which definitions are found
// (src/terms/extraction/definitionWeights.ts) to the marked sentences of ../shared/data, and prints how they do on sentences they were not fitted to.
//
// Logistic regression, without a random number: a sentence is as likely a definition as its likeliest candidate. Each round takes that candidate
// (among those that name a marked term, where terms are marked) and moves the weights of its cues (AdaGrad); candidates of a definition sentence that
// name something else count as wrong, a little. Printed are the halves (fitted to one, measured on the other) and five folds; what is written is
// fitted to everything. Textbook sentences are fewer and count 1.6 times, so that both collections weigh about the same.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { nodeOptions, root } from './bundle.mjs';
import { openData } from './evaluate/data.mjs';
import { readPapers, readTextbooks } from './evaluate/definitions.mjs';
import { toF1 } from './evaluate/score.mjs';

const penalty = 2;
const minCount = 12;
const rounds = 300;
const stepLength = 0.15;
const weightOfTextbooks = 1.6;
const weightOfOtherTerms = 0.3;
/** Weights nearer to nothing are left out. */
const minWeight = 0.05;

const { values } = parseArgs({ options: { write: { type: 'boolean' }, data: { type: 'string' } } });
const data = openData(path.resolve(values.data ?? path.join(root, '../shared/data')));
const [textbooks, papers] = [data.find('def-deft/deft_files/dev'), data.find('def-w00')];
if (textbooks === undefined || papers === undefined) {
	console.log('Nothing to fit to: def-deft or def-w00 is not in the data folder.');
	process.exit(0);
}

const { findCandidates } = await loadCandidates();
const sentences = [...readSentences('textbooks', readTextbooks(textbooks)), ...readSentences('papers', readPapers(papers))];
for (const half of [0, 1]) {
	const fitted = fitModel(sentences.filter((sentence) => sentence.group % 2 !== half));
	report(
		`other half ${half + 1}`,
		measureAll(
			sentences.filter((sentence) => sentence.group % 2 === half),
			fitted,
		),
	);
}
report(
	'five folds',
	[0, 1, 2, 3, 4].flatMap((fold) => {
		const fitted = fitModel(sentences.filter((sentence) => sentence.group % 5 !== fold));
		return measureAll(
			sentences.filter((sentence) => sentence.group % 5 === fold),
			fitted,
		);
	}),
);
const all = fitModel(sentences);
report('all, fitted to all', measureAll(sentences, all));
if (values.write) {
	writeWeights(all);
}

/** Our own finder of candidates, out of the sources. */
async function loadCandidates() {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-fit-'));
	const outfile = path.join(folder, 'candidates.mjs');
	await esbuild.build({
		...nodeOptions,
		stdin: {
			contents: `
				import { takeAllSteps } from './base/steps.ts';
				import { findDefinitionCandidates } from './terms/extraction/definitionCandidates.ts';
				import { readText } from './terms/extraction/reading.ts';
				import { readSentenceWords } from './terms/extraction/sentenceWords.ts';
				export function findCandidates(text) {
					const reading = takeAllSteps(readText({ text, headings: [], quotes: [], author: null, publisher: null, language: 'en' }));
					return reading.sentences.flatMap((_, index) => findDefinitionCandidates(text, readSentenceWords(reading, index)));
				}`,
			resolveDir: path.join(root, 'src'),
			loader: 'ts',
		},
		format: 'esm',
		outfile,
	});
	const module = await import(pathToFileURL(outfile).href);
	fs.rmSync(folder, { recursive: true });
	return module;
}

/** Sentences with their candidates: sets of cues, each with whether it names a marked term. `group` keeps the sentences of one file together. */
function readSentences(collection, marked) {
	return marked.map(({ text, isDefinition, terms, group }) => {
		const candidates = findCandidates(text).map(({ term, cues }) => ({
			cues: [...new Set(cues)],
			isMarked: terms === undefined || terms.has(withoutArticle(text.slice(term.start, term.end))),
		}));
		return { collection, isDefinition, group, candidates };
	});
}

function withoutArticle(term) {
	return term.toLowerCase().replace(/^(?:an?|the) /, '');
}

function fitModel(some) {
	const counts = new Map();
	for (const { cues } of some.flatMap(({ candidates }) => candidates)) {
		for (const cue of cues) {
			counts.set(cue, (counts.get(cue) ?? 0) + 1);
		}
	}
	const weights = new Map([...counts].filter(([, count]) => count >= minCount).map(([cue]) => [cue, 0]));
	const squares = new Map([...weights.keys()].map((cue) => [cue, 1e-8]));
	const model = { weights, bias: -1 };
	let biasSquare = 1e-8;
	for (let round = 0; round < rounds; round++) {
		const slopes = new Map([...weights].map(([cue, weight]) => [cue, penalty * weight]));
		let biasSlope = 0;
		const push = (cues, error) => {
			biasSlope += error;
			for (const cue of cues) {
				if (slopes.has(cue)) {
					slopes.set(cue, slopes.get(cue) + error);
				}
			}
		};
		for (const { collection, isDefinition, candidates } of some) {
			if (candidates.length === 0) {
				continue;
			}
			const importance = collection === 'textbooks' ? weightOfTextbooks : 1;
			const marked = isDefinition ? candidates.filter(({ isMarked }) => isMarked) : [];
			const best = findBest(marked.length > 0 ? marked : candidates, model);
			push(best.cues, importance * (toShare(best.score) - Number(isDefinition)));
			for (const { cues, isMarked } of marked.length > 0 ? candidates : []) {
				if (!isMarked) {
					push(cues, importance * weightOfOtherTerms * toShare(score(cues, model)));
				}
			}
		}
		for (const [cue, slope] of slopes) {
			squares.set(cue, squares.get(cue) + slope ** 2);
			weights.set(cue, weights.get(cue) - (stepLength * slope) / Math.sqrt(squares.get(cue)));
		}
		biasSquare += biasSlope ** 2;
		model.bias -= (stepLength * biasSlope) / Math.sqrt(biasSquare);
	}
	return model;
}

function score(cues, { weights, bias }) {
	return cues.reduce((sum, cue) => sum + (weights.get(cue) ?? 0), bias);
}

function toShare(logOdds) {
	return 1 / (1 + Math.exp(-logOdds));
}

function findBest(candidates, model) {
	return candidates.map(({ cues }) => ({ cues, score: score(cues, model) })).reduce((a, b) => (b.score > a.score ? b : a));
}

function measureAll(some, model) {
	return some.map(({ collection, isDefinition, candidates }) => ({
		collection,
		isDefinition,
		share: candidates.length === 0 ? 0 : toShare(findBest(candidates, model).score),
	}));
}

/** F1 of each collection at some thresholds. */
function report(name, measured) {
	for (const collection of ['textbooks', 'papers']) {
		const some = measured.filter((sentence) => sentence.collection === collection);
		const wanted = some.filter(({ isDefinition }) => isDefinition).length;
		const cells = [0.27, 0.3, 0.33, 0.36, 0.5, 0.62].map((threshold) => {
			const found = some.filter(({ share }) => share >= threshold);
			const right = found.filter(({ isDefinition }) => isDefinition).length;
			const shares = { precision: right / Math.max(1, found.length), recall: right / wanted };
			return `${threshold}: ${toF1(shares).toFixed(3)} (P ${shares.precision.toFixed(2)} R ${shares.recall.toFixed(2)})`;
		});
		console.log(`${name}, ${collection} (${some.length}): ${cells.join('  ')}`);
	}
}

function writeWeights({ weights, bias }) {
	const file = path.join(root, 'src/terms/extraction/definitionWeights.ts');
	const rows = [...weights].filter(([, weight]) => Math.abs(weight) >= minWeight).sort(([a], [b]) => (a < b ? -1 : 1));
	const source = fs.readFileSync(file, 'utf8');
	const table = rows.map(([cue, weight]) => `\t['${cue}', ${Number(weight.toFixed(2))}],`).join('\n');
	fs.writeFileSync(
		file,
		source
			.replace(/new Map\(\[[^]*?\n\]\);/, () => `new Map([\n${table}\n]);`)
			.replace(/definitionBias = -?[\d.]+/, () => `definitionBias = ${Number(bias.toFixed(2))}`),
	);
	console.log(`${rows.length} weights written to ${path.relative(root, file)}`);
}
