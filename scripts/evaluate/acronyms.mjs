// Rows about acronyms: pairs of short and long form in abstracts, and the places of both in texts of the United Nations and of science.
import fs from 'node:fs';
import path from 'node:path';
import { findCapitals, findPairs } from './peers/schwartzHearst.mjs';
import { extractTexts, showSpan, Tally, toSpans } from './termTexts.mjs';

const group = 'terms';

export const rows = [
	{ name: 'abbr-med1250', group, measure: measureAbstracts },
	{ name: 'abbr-sdu22-legal', group, measure: (context) => measurePlaces(context, 'legal', { longs: 0.75, acronyms: 0.8 }) },
	{ name: 'abbr-sdu22-scientific', group, measure: (context) => measurePlaces(context, 'scientific', {}) },
];

/** Pairs that an abstract gives, exact but for the case of the long form; micro over all abstracts. */
async function measureAbstracts({ product, data, workFolder }) {
	const file = data.find('abbr-med1250/MED1250_labeled.dev');
	if (file === undefined) {
		return undefined;
	}
	const abstracts = readAbstracts(file);
	const answers = await extractTexts(
		product,
		path.join(workFolder, 'med1250'),
		abstracts.map(({ text }) => text),
	);
	const toPair = (short, long) => `${short}|${long.toLowerCase().replace(/\s+/g, ' ')}`;
	const ours = new Tally();
	const theirs = new Tally();
	for (const [index, { text, pairs }] of abstracts.entries()) {
		const wanted = new Set(pairs.map(([short, long]) => toPair(short, long)));
		const beside = answers[index].acronyms.filter(({ longStart }) => longStart !== null);
		ours.add(new Set(beside.map(({ short, long }) => toPair(short, long))), wanted);
		theirs.add(new Set(findPairs(text).map(({ short, long }) => toPair(text.slice(...short), text.slice(...long)))), wanted);
	}
	const remark = `${ours.shares}; published: Ab3P P 0.965 R 0.832 (F 0.894), Schwartz & Hearst P 0.95-0.96 R 0.82`;
	return [
		{
			what: `F1 of pairs (${abstracts.length} abstracts)`,
			ours: ours.f1,
			goal: { atLeast: 0.89 },
			peers: [['40 lines of S&H', theirs.f1]],
			remark,
		},
		{
			what: 'precision',
			ours: ours.precision,
			goal: { atLeast: 0.95 },
			peers: [['40 lines of S&H', theirs.precision]],
			details: ours.lines,
		},
	];
}

/** Number, title, abstract, and the pairs behind them; lines that begin with `//` are remarks. */
function readAbstracts(file) {
	const blocks = fs
		.readFileSync(file, 'utf8')
		.replaceAll('\r', '')
		.split(/\n\s*\n/);
	return blocks.flatMap((block) => {
		const lines = block.split('\n').filter((line) => line !== '' && !/^\s*\/\//.test(line));
		const pairs = lines.slice(1).flatMap((line) => {
			const match = /^ {2}(\S.*)\|(.*)$/.exec(line);
			return match === null ? [] : [[match[1].trim(), match[2].trim()]];
		});
		const text = lines.slice(1, lines.length - pairs.length).join('\n');
		return lines.length < 2 ? [] : [{ text, pairs }];
	});
}

/** Places of acronyms and of long forms, exact; the shared task's score is the mean of both F1. */
async function measurePlaces({ product, data, workFolder }, part, goals) {
	const file = data.find(`abbr-sdu22/english-${part}-dev.json`);
	if (file === undefined) {
		return undefined;
	}
	const entries = JSON.parse(fs.readFileSync(file, 'utf8'));
	const answers = await extractTexts(
		product,
		path.join(workFolder, `sdu22-${part}`),
		entries.map(({ text }) => text),
	);
	const [longs, acronyms, theirLongs, theirAcronyms] = Array.from({ length: 4 }, () => new Tally());
	const here = (place) => place;
	for (const [index, entry] of entries.entries()) {
		const { placeOf, acronyms: found } = answers[index];
		const show = showSpan(entry.text);
		const beside = found.filter(({ longStart }) => longStart !== null);
		const wantedLongs = toSpans(entry['long-forms'], here);
		const wantedAcronyms = toSpans(entry.acronyms, here);
		longs.add(
			toSpans(
				beside.map(({ longStart, longEnd }) => [longStart, longEnd]),
				placeOf,
			),
			wantedLongs,
			show,
		);
		acronyms.add(
			toSpans(
				found.map(({ shortStart, shortEnd }) => [shortStart, shortEnd]),
				placeOf,
			),
			wantedAcronyms,
			show,
		);
		const pairs = findPairs(entry.text);
		theirLongs.add(
			toSpans(
				pairs.map(({ long }) => long),
				here,
			),
			wantedLongs,
		);
		theirAcronyms.add(toSpans([...findCapitals(entry.text), ...pairs.map(({ short }) => short)], here), wantedAcronyms);
	}
	const toFigure = (what, ours, theirs, goal) => ({
		what: `F1 of ${what} (${entries.length} texts)`,
		ours: ours.f1,
		...(goal === undefined ? {} : { goal: { atLeast: goal } }),
		peers: [['40 lines of S&H, capitals', theirs.f1]],
		remark: ours.shares,
		details: ours.lines,
	});
	return [
		toFigure('long forms', longs, theirLongs, goals.longs),
		toFigure('acronyms', acronyms, theirAcronyms, goals.acronyms),
		{
			what: 'mean of both',
			ours: (longs.f1 + acronyms.f1) / 2,
			peers: [['40 lines of S&H, capitals', (theirLongs.f1 + theirAcronyms.f1) / 2]],
		},
	];
}
