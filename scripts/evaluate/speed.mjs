// Rows about speed, as ratios of processor time to a peer's on the same input in the same run: seconds mean nothing on another machine.

import fs from 'node:fs';
import zlib from 'node:zlib';
import { filesIn } from './data.mjs';
import { makePdf } from './madePdf.mjs';
import { readWithPdfJs, readWithReadability } from './peers.mjs';
import { median } from './score.mjs';

export const rows = [
	{ name: 'speed-html', measure: measureHtml },
	{ name: 'speed-pdf', measure: measurePdf },
];

const rounds = 7;
const mostTimes = 1.5;

async function measureHtml({ product, data }) {
	const folder = data.find('html-scrapinghub/html');
	if (folder === undefined) {
		return undefined;
	}
	const pages = filesIn(folder).map((file) => zlib.gunzipSync(fs.readFileSync(file)));
	const { readDocument, defaultCaps } = await product.loadReaders();
	return [
		await compareTimes(`reading ${pages.length} pages, times linkedom and Readability alone`, {
			ours: async () => {
				for (const bytes of pages) {
					await readDocument(bytes, 'page.html', defaultCaps);
				}
			},
			theirs: async () => {
				for (const bytes of pages) {
					readWithReadability(bytes.toString('utf8'));
				}
			},
		}),
	];
}

async function measurePdf({ product }) {
	const bytes = makePdf(300);
	const { readDocument, defaultCaps } = await product.loadReaders();
	const { problems, pages } = await readDocument(bytes, 'made.pdf', defaultCaps);
	if (pages.length !== 300) {
		return [
			{
				what: 'a made PDF of 300 pages',
				ours: 'not read',
				remark: problems.map(({ detail }) => detail).join('; '),
				goal: { atMost: mostTimes },
			},
		];
	}
	return [
		await compareTimes('a made PDF of 300 pages, times pdf.js getTextContent', {
			ours: () => readDocument(bytes, 'made.pdf', defaultCaps),
			theirs: () => readWithPdfJs(bytes),
		}),
	];
}

/** Both in turn, once to warm up; the median of the ratios, and how far they went. */
async function compareTimes(what, { ours, theirs }) {
	const ratios = [];
	for (let round = 0; round <= rounds; round++) {
		const theirTime = await processorTime(theirs);
		const ourTime = await processorTime(ours);
		if (round > 0) {
			ratios.push(ourTime / theirTime);
		}
	}
	return {
		what,
		ours: median(ratios),
		digits: 2,
		goal: { atMost: mostTimes },
		remark: `processor time, median of ${rounds} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
	};
}

async function processorTime(work) {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}
