// The row about a real collection: 191 country reports on human rights, whose publisher counted words and terms.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { toTokens } from './score.mjs';

export const rows = [{ name: 'reports-human-rights-2023', measure: measureReports }];

const published = { reports: 191, words: 1_592_448, terms: { 'human rights': 4818, refugee: 2717, torture: 1038 } };
const torturesWithHeadings = 1229;
const limitMegabytes = 512;

async function measureReports({ product, data, workFolder }) {
	const files = unpackReports(data, workFolder);
	if (files === undefined) {
		return undefined;
	}
	const { answers, peakBytes } = await product.run(['read', ...files, '--json']);
	const entries = answers.map(({ line }) => JSON.parse(line));
	const { peakBytes: idleBytes } = await product.run(['--version']);
	const read = entries.filter(({ text, problems }) => text.trim() !== '' && problems.length === 0);
	const bodies = entries.map((entry) => withoutHeadings(entry));
	const whole = entries.map(({ text }) => text);
	return [
		{
			what: `reports read (${files.length})`,
			ours: read.length,
			goal: { atLeast: published.reports },
			details: entries
				.filter((entry) => !read.includes(entry))
				.map(({ path: file, problems }) => `${path.basename(file)} ${JSON.stringify(problems)}`),
		},
		toCountFigure(
			'words without headings',
			bodies.reduce((count, text) => count + toTokens(text).length, 0),
			published.words,
		),
		...Object.entries(published.terms).map(([term, count]) =>
			toCountFigure(`“${term}” without headings`, countString(bodies, term), count),
		),
		toCountFigure('“torture” with headings', countString(whole, 'torture'), torturesWithHeadings),
		{
			what: 'growth of the process, MB',
			ours: (peakBytes - idleBytes) / 1e6,
			digits: 0,
			goal: { atMost: limitMegabytes },
			remark: 'all reports read one after the other, above the same command doing nothing',
		},
	];
}

/** The paths of the reports in a folder of their own; undefined where they are absent. */
export function unpackReports(data, workFolder) {
	const archive = data.find('reports/human-rights-2023.tar.xz');
	if (archive === undefined) {
		return undefined;
	}
	const folder = path.join(workFolder, 'reports');
	fs.mkdirSync(folder, { recursive: true });
	const { status, stderr } = spawnSync('tar', ['-xJf', archive, '-C', folder], { encoding: 'utf8' });
	if (status !== 0) {
		throw new Error(`${archive} could not be unpacked: ${stderr}`);
	}
	return fs
		.readdirSync(folder, { recursive: true })
		.filter((name) => name.endsWith('.html'))
		.map((name) => path.join(folder, name));
}

/** Within 1 % of the published count. */
function toCountFigure(what, ours, count) {
	return {
		what,
		ours,
		goal: { atLeast: Math.ceil(0.99 * count), atMost: Math.floor(1.01 * count) },
		remark: `published ${count}, ours differs by ${((100 * (ours - count)) / count).toFixed(2)} %`,
	};
}

function withoutHeadings({ text, headings }) {
	const parts = [];
	let from = 0;
	for (const { start, end } of headings) {
		parts.push(text.slice(from, start));
		from = Math.max(from, end);
	}
	parts.push(text.slice(from));
	return parts.join(' ');
}

function countString(texts, string) {
	return texts.reduce((count, text) => count + text.toLowerCase().split(string).length - 1, 0);
}
