// The row about scanned text with wrong spaces: joins only, and clean text stays as it is.
import fs from 'node:fs';
import path from 'node:path';
import { comparePlaces } from './alignment.mjs';

export const rows = [{ name: 'ocr-acl-freiburg', measure: measureSpaces }];

const parts = ['development', 'test'];

async function measureSpaces({ product, data, workFolder }) {
	const found = parts
		.map((part) => ({ part, folder: data.find(`ocr-acl-freiburg/benchmarks/ACL/${part}`) }))
		.filter(({ folder }) => folder !== undefined);
	if (found.length === 0) {
		return undefined;
	}
	const figures = [];
	for (const { part, folder } of found) {
		const linesOf = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
		const read = (name, lines, way) => readLines(product, path.join(workFolder, `${part}-${name}-${way}`), lines, way);
		const corrupt = linesOf('corrupt.txt');
		const correct = linesOf('correct.txt');
		for (const way of ['a file a paragraph', 'all in one file']) {
			figures.push(...scoreJoins(`${part}, ${way}`, corrupt, correct, await read('corrupt', corrupt, way)));
		}
		for (const name of ['correct.txt', 'spelling.txt']) {
			const lines = linesOf(name);
			figures.push(scoreClean(`${part}, ${name}`, lines, await read(name, lines, 'a file a paragraph')));
		}
	}
	return figures;
}

/** What Dossier makes of the paragraphs, as pairs of paragraphs with their text: one each, or one of all. */
async function readLines(product, folder, lines, way) {
	fs.mkdirSync(folder, { recursive: true });
	const files = way === 'all in one file' ? [lines.join('\n\n')] : lines;
	const names = files.map((text, index) => {
		const name = path.join(folder, `${index}.txt`);
		fs.writeFileSync(name, text);
		return name;
	});
	const entries = await product.read(names);
	return names.map((name, index) => ({ given: files[index], text: entries.get(name)?.text ?? '' }));
}

function scoreJoins(what, corrupt, correct, answers) {
	const right = answers.length === 1 ? [correct.join('\n\n')] : correct;
	let needed = 0;
	let made = 0;
	let good = 0;
	let inserted = 0;
	const wrong = [];
	for (const [index, { given, text }] of answers.entries()) {
		const wanted = new Set(comparePlaces(given, right[index]).lost);
		const changes = comparePlaces(given, text);
		needed += wanted.size;
		made += changes.lost.length;
		inserted += changes.added.length;
		for (const place of changes.lost) {
			if (wanted.has(place)) {
				good++;
			} else {
				wrong.push(`wrong join: …${showPlace(given, place)}…`);
			}
		}
	}
	const remark = `${made} spaces taken out, ${needed} are too many, ${inserted} put in`;
	return [
		{ what: `precision of joins (${what})`, ours: made === 0 ? 0 : good / made, goal: { atLeast: 0.98 }, remark, details: wrong },
		{ what: `recall of joins (${what})`, ours: good / needed, goal: { atLeast: 0.3 }, remark: 'stretch 0.400' },
	];
}

/** Changes in text that is right: of spaces, and of anything else. */
function scoreClean(what, lines, answers) {
	const words = lines.reduce((count, line) => count + line.split(/\s+/).filter(Boolean).length, 0);
	const changes = answers.flatMap(({ given, text }) => {
		const { lost, added, other } = comparePlaces(given, text);
		return [
			...lost.map((place) => `joined: …${showPlace(given, place)}…`),
			...added.map((place) => `parted: …${showPlace(given, place)}…`),
			...other.map((place) => `changed: …${showPlace(given, place)}…`),
		];
	});
	return {
		what: `changes in 10,000 clean words (${what})`,
		ours: (10_000 * changes.length) / words,
		digits: 2,
		goal: { atMost: 1 },
		remark: `${changes.length} in ${words} words; control characters are not counted`,
		details: changes,
	};
}

function showPlace(text, place) {
	return text.slice(Math.max(0, place - 25), place + 25).replaceAll('\n', '⏎');
}
