// Rows about saved web pages: the article's text, title, byline and date, beside Readability on linkedom.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { readWithReadability, textOfBlocks } from './peers.mjs';
import { collapse, comparePair, mean, toF1, toShingles, toTokens, toWords } from './score.mjs';

export const rows = [
	{ name: 'html-scrapinghub', measure: measureArticles },
	{ name: 'html-readability', measure: measurePages },
];

const shingleLength = 4;

async function measureArticles({ product, data, workFolder }) {
	const answersFile = data.find('html-scrapinghub/ground-truth.json');
	if (answersFile === undefined) {
		return undefined;
	}
	const pages = Object.entries(JSON.parse(fs.readFileSync(answersFile, 'utf8')))
		.map(([id, { articleBody, url }]) => ({ id, url, right: articleBody, packed: data.find(`html-scrapinghub/html/${id}.html.gz`) }))
		.filter(({ packed }) => packed !== undefined);
	for (const page of pages) {
		page.file = path.join(workFolder, `${page.id}.html`);
		page.html = zlib.gunzipSync(fs.readFileSync(page.packed));
		fs.writeFileSync(page.file, page.html);
	}
	const entries = await product.read(pages.map(({ file }) => file));
	for (const page of pages) {
		page.ours = entries.get(page.file)?.text ?? '';
		const article = readWithReadability(page.html.toString('utf8'));
		page.peer = article?.textContent ?? '';
		page.peerBlocks = textOfBlocks(article?.content ?? '');
	}
	const kinds = [
		['words', toWords],
		['parts between white space', toTokens],
	];
	return kinds.map(([unit, split]) => {
		const score = (key) => scoreArticles(pages, (page) => page[key], split);
		const ours = score('ours');
		const peer = score('peer');
		return {
			what: `F1, runs of ${shingleLength} ${unit} (${pages.length} pages)`,
			ours: ours.f1,
			goal: { atLeast: Math.max(0.955, peer.f1 + 0.02) },
			peers: [
				['Readability', peer.f1],
				['its blocks parted', score('peerBlocks').f1],
			],
			remark: `P ${ours.precision.toFixed(3)} R ${ours.recall.toFixed(3)}; published on 181 pages: trafilatura 0.958, Readability 0.947`,
			details: ours.pages
				.filter(({ f1 }) => f1 < 0.95)
				.sort((a, b) => a.f1 - b.f1)
				.map(({ page, precision, recall }) => `${page.id.slice(0, 8)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} ${page.url}`),
		};
	});
}

/** Precision and recall are averaged over pages; F1 is that of the means. */
function scoreArticles(pages, textOf, split) {
	const scored = pages.map((page) => {
		const pair = comparePair(toShingles(split(textOf(page)), shingleLength), toShingles(split(page.right), shingleLength));
		return { page, ...pair, f1: toF1(pair) };
	});
	const precision = mean(scored.map((one) => one.precision));
	const recall = mean(scored.map((one) => one.recall));
	return { precision, recall, f1: toF1({ precision, recall }), pages: scored };
}

async function measurePages({ product, data }) {
	const folder = data.find('html-readability');
	if (folder === undefined) {
		return undefined;
	}
	const pages = fs
		.readdirSync(folder)
		.map((name) => ({ name, file: path.join(folder, name, 'source.html') }))
		.filter(({ file }) => fs.existsSync(file));
	const entries = await product.read(pages.map(({ file }) => file));
	for (const page of pages) {
		const beside = (name) => fs.readFileSync(path.join(path.dirname(page.file), name), 'utf8');
		page.entry = entries.get(page.file);
		page.right = textOfBlocks(beside('expected.html'));
		page.metadata = JSON.parse(beside('expected-metadata.json'));
		page.peer = readWithReadability(beside('source.html'));
	}
	const scoreTexts = (textOf, split) =>
		pages.map((page) => ({ page, ...comparePair(split(textOf(page)), split(page.right)) })).map((pair) => ({ ...pair, f1: toF1(pair) }));
	const texts = [
		['words', toWords],
		['parts between white space', toTokens],
	].map(([unit, split]) => {
		const ours = scoreTexts(({ entry }) => entry?.text ?? '', split);
		const peer = scoreTexts(({ peer }) => textOfBlocks(peer?.content ?? ''), split);
		return {
			what: `text, F1 of ${unit} (${pages.length} pages)`,
			ours: mean(ours.map(({ f1 }) => f1)),
			goal: { atLeast: 0.98 },
			peers: [['Readability', mean(peer.map(({ f1 }) => f1))]],
			remark: 'all visible text 0.844; the answers are Readability’s own',
			details: ours
				.filter(({ f1 }) => f1 < 0.98)
				.map(({ page, precision, recall }) => `${page.name} P ${precision.toFixed(3)} R ${recall.toFixed(3)}`),
		};
	});
	const fields = [
		['title', 'title', 'title', collapseOrNull],
		['byline', 'byline', 'author', collapseOrNull],
		['date', 'publishedTime', 'date', (value) => value?.slice(0, 10) ?? null],
	].map(([what, theirs, our, normalise]) => {
		const told = pages.filter(({ metadata }) => metadata[theirs]);
		const isRight = ({ metadata, entry }) => normalise(metadata[theirs]) === normalise(entry?.[our]);
		const wrong = told.filter((page) => !isRight(page));
		const untold = pages.filter(({ metadata, entry }) => !metadata[theirs] && entry?.[our]);
		return {
			what: `${what} equal, of ${told.length} that have one`,
			ours: told.length - wrong.length,
			goal: { atLeast: Math.ceil(0.95 * told.length) },
			peers: [['Readability', told.filter(({ metadata, peer }) => normalise(metadata[theirs]) === normalise(peer?.[theirs])).length]],
			remark: `${untold.length} more where the answers have none`,
			details: [
				...wrong.map(({ name, metadata, entry }) => `${name}: ${JSON.stringify(entry?.[our])} for ${JSON.stringify(metadata[theirs])}`),
				...untold.map(({ name, entry }) => `${name}: ${JSON.stringify(entry?.[our])} for none`),
			],
		};
	});
	return [...texts, ...fields];
}

function collapseOrNull(text) {
	return text ? collapse(text) : null;
}
