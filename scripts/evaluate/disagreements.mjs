// A row about what documents tell differently: on pairs of documents that were written for it, half of which tell nothing differently.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bundle.mjs';
import { parsePairs, scorePair, sumPairs } from './toldPairs.mjs';

export const rows = [{ name: 'terms-told-differently', group: 'terms', measure: measureDisagreements }];

const files = [
	['English', 'english.first.txt'],
	['English, second half', 'english.second.txt'],
	['English, of what is no term', 'english.third.txt'],
	['English, of what is no term, second half', 'english.fourth.txt'],
	['English, by class', 'english.fifth.txt'],
	['English, at a site', 'english.sixth.txt'],
	['German', 'german.first.txt'],
	['German, second half', 'german.second.txt'],
	['French', 'french.first.txt'],
	['French, second half', 'french.second.txt'],
	['Korean', 'korean.first.txt'],
	['Korean, second half', 'korean.second.txt'],
	['Korean, by class', 'korean.third.txt'],
];

const languages = { english: 'en', german: 'de', french: 'fr', korean: 'ko' };

async function measureDisagreements({ product }) {
	const core = await product.loadTerms();
	return files.flatMap(([name, file]) => {
		const pairs = parsePairs(fs.readFileSync(path.join(root, 'test/support/disagreements', file), 'utf8'));
		const { precision, recall, right, wrong, missed, details } = sumPairs(
			pairs.map((pair) => scorePair(core, pair, languages[file.split('.')[0]])),
		);
		const remark = `${pairs.length} pairs: ${right} right, ${wrong} wrong, ${missed} missed`;
		return [
			{ what: `${name}: precision`, ours: precision, goal: { atLeast: 0.95 }, remark, details, digits: 3 },
			{ what: `${name}: recall`, ours: recall, digits: 3 },
		];
	});
}
