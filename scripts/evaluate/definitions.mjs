// Rows about definitions: which sentences of textbooks, contracts and papers say what a term means, which words are the term and its definition.
import fs from 'node:fs';
import path from 'node:path';
import { filesIn } from './data.mjs';
import { isCopulaDefinition } from './peers/copula.mjs';
import { extractTexts, Tally, toSpans } from './termTexts.mjs';

const group = 'terms';

export const rows = [
	{ name: 'def-deft', group, measure: measureTextbooks },
	{ name: 'def-w00', group, measure: measurePapers },
];

const tasks = 'SVM 0.53, decision tree 0.52, median of neural entries 0.784, best 0.878';

async function measureTextbooks({ product, data, workFolder }) {
	const folder = data.find('def-deft/deft_files/dev');
	if (folder === undefined) {
		return undefined;
	}
	const files = filesIn(folder).filter((file) => file.endsWith('.deft'));
	const documents = files.map((file) => readTagged(fs.readFileSync(file, 'utf8')));
	const answers = await extractTexts(
		product,
		path.join(workFolder, 'deft'),
		documents.map(({ text }) => text),
	);
	const [sentences, theirs, terms, words] = Array.from({ length: 4 }, () => new Tally());
	for (const [index, document] of documents.entries()) {
		const { definitions, placeOf } = answers[index];
		const show = (line) => `${path.basename(files[index])}: ${line}`;
		const places = definitions.map((definition) => placeOf(definition.termStart));
		const textOf = ({ start, end }) => document.text.slice(start, end);
		const right = document.sentences.filter(({ isDefinition }) => isDefinition).map(textOf);
		const found = document.sentences.filter(({ start, end }) => places.some((place) => place >= start && place < end));
		sentences.add(new Set(found.map(textOf)), new Set(right), show);
		theirs.add(new Set(document.sentences.map(textOf).filter(isCopulaDefinition)), new Set(right));
		const toTerms = (spans) =>
			new Set([...spans].map((span) => `${index}: ${withoutArticle(document.text.slice(...span.split(',').map(Number)))}`));
		terms.add(
			toTerms(
				toSpans(
					definitions.map(({ termStart, termEnd }) => [termStart, termEnd]),
					placeOf,
				),
			),
			toTerms(document.terms),
		);
		const inDefinition = document.words.filter(({ start }) =>
			definitions.some((finding) => placeOf(finding.definitionStart) <= start && start < (placeOf(finding.definitionEnd - 1) ?? -2) + 1),
		);
		const toPlaces = (some) => new Set(some.map(({ start }) => `${index},${start}`));
		words.add(toPlaces(inDefinition), toPlaces(document.words.filter(({ tag }) => tag.endsWith('-Definition'))));
	}
	const { shown, ofTerms } = await measureCards({ product, documents, folder: path.join(workFolder, 'deft') });
	const count = documents.reduce((sum, document) => sum + document.sentences.length, 0);
	return [
		{
			what: `F1 of sentences (${count})`,
			ours: sentences.f1,
			goal: { atLeast: 0.62 },
			peers: [['one pattern', theirs.f1]],
			remark: `${sentences.shares}; ${tasks}`,
			details: sentences.lines,
		},
		{
			what: 'cards whose sentence is marked as a definition',
			ours: shown.precision,
			remark: `${shown.right} of ${shown.found}; the cards of all textbooks together`,
			details: shown.lines,
		},
		{
			what: 'marked terms with a card: it shows a marked definition of the term first',
			ours: ofTerms.precision,
			goal: { atLeast: 0.7 },
			remark: `${ofTerms.right} of ${ofTerms.found}`,
			details: ofTerms.lines,
		},
		{
			what: 'F1 of terms, exact',
			ours: terms.f1,
			remark: `${terms.shares}; without a, an, the; all terms that are marked, defined there or not`,
		},
		{
			what: 'F1 of the definition’s words',
			ours: words.f1,
			remark: words.shares,
		},
	];
}

function withoutArticle(term) {
	return term.toLowerCase().replace(/^(?:an?|the) /, '');
}

/** Of the cards that the textbooks make together, whether the definition that each shows is one. */
async function measureCards({ product, documents, folder }) {
	const { answers } = await product.run(['terms', folder, '--json']);
	const shown = new Tally();
	const ofTerms = new Tally();
	const cards = JSON.parse(answers.map(({ line }) => line).join('\n'));
	for (const { term, aliases, definition } of cards) {
		if (definition === null) {
			continue;
		}
		const document = documents[Number(path.basename(definition.path, '.txt'))];
		const bare = (text) => text.replace(/\s+/g, '');
		const sentence = document.sentences.find(({ start, end }) =>
			bare(document.text.slice(start, end)).includes(bare(definition.text).slice(0, 60)),
		);
		const names = new Set([term, ...aliases].map(withoutArticle));
		const spans = [...document.terms].map((span) => span.split(',').map(Number));
		const isMarked = documents.some(({ text, terms }) =>
			[...terms].some((span) => names.has(withoutArticle(text.slice(...span.split(',').map(Number))))),
		);
		const isOfTerm = spans.some(
			([start, end]) =>
				start >= (sentence?.start ?? 0) && end <= (sentence?.end ?? 0) && names.has(withoutArticle(document.text.slice(start, end))),
		);
		const name = `${term}: ${definition.text}`;
		shown.add(new Set([name]), new Set(sentence?.isDefinition ? [name] : []));
		if (isMarked) {
			ofTerms.add(new Set([name]), new Set(isOfTerm && sentence.isDefinition ? [name] : []));
		}
	}
	return { shown, ofTerms };
}

/** The sentences of the textbooks, each with whether it defines and which terms are marked; `group` is the file. For `fitDefinitions.mjs`. */
export function readTextbooks(folder) {
	return filesIn(folder)
		.filter((file) => file.endsWith('.deft'))
		.flatMap((file, group) => {
			const { text, sentences, terms } = readTagged(fs.readFileSync(file, 'utf8'));
			const spans = [...terms].map((span) => span.split(',').map(Number));
			return sentences.map(({ start, end, isDefinition }) => {
				const within = spans.filter((span) => span[0] >= start && span[1] <= end).map((span) => text.slice(...span));
				return {
					text: text.slice(start, end),
					isDefinition,
					group,
					terms: new Set(within.map(withoutArticle)),
				};
			});
		});
}

/** The sentences of the papers, each with whether it defines. */
export function readPapers(folder) {
	const linesOf = (name) => fs.readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n');
	const marks = linesOf('annotated.meta');
	return linesOf('annotated.word').map((line, group) => ({ text: joinWords(line), isDefinition: marks[group].startsWith('1'), group }));
}

/** The text of a tagged file, windows parted by empty lines: words with tags, sentences (blocks), terms (spans). Numbers of windows are left out. */
function readTagged(content) {
	let text = '';
	const sentences = [];
	const words = [];
	const terms = new Set();
	for (const block of content.split(/\n\s*\n/)) {
		const tokens = block
			.split('\n')
			.map((line) => line.split('\t').map((cell) => cell.trim()))
			.filter((cells) => cells.length >= 8);
		if (tokens.length === 0) {
			continue;
		}
		if (/^\d+ \.$/.test(tokens.map(([word]) => word).join(' '))) {
			text += text === '' ? '' : '\n\n';
			continue;
		}
		text += text === '' || text.endsWith('\n') ? '' : ' ';
		const start = text.length;
		let term;
		for (const [at, [word, , from, , tag]] of tokens.entries()) {
			text += at > 0 && Number(from) > Number(tokens[at - 1][3]) ? ' ' : '';
			words.push({ start: text.length, tag });
			if (tag === 'B-Term' || tag === 'B-Alias-Term') {
				term = { start: text.length };
			}
			text += word;
			if (term !== undefined && !/^I-(?:Alias-)?Term$/.test(tokens[at + 1]?.[4] ?? '')) {
				terms.add(`${term.start},${text.length}`);
				term = undefined;
			}
		}
		sentences.push({ start, end: text.length, isDefinition: tokens.some(([, , , , tag]) => tag === 'B-Definition') });
	}
	return { text, sentences, words, terms };
}

async function measurePapers({ product, data, workFolder }) {
	const folder = data.find('def-w00');
	if (folder === undefined) {
		return undefined;
	}
	const papers = readPapers(folder);
	const answers = await extractTexts(
		product,
		path.join(workFolder, 'w00'),
		papers.map(({ text }) => text),
	);
	const ours = new Tally();
	const theirs = new Tally();
	for (const [index, { text, isDefinition }] of papers.entries()) {
		const wanted = new Set(isDefinition ? [text] : []);
		ours.add(new Set(answers[index].definitions.length > 0 ? [text] : []), wanted);
		theirs.add(new Set(isCopulaDefinition(text) ? [text] : []), wanted);
	}
	return [
		{
			what: `F1 of sentences (${papers.length})`,
			ours: ours.f1,
			goal: { atLeast: 0.56 },
			peers: [['one pattern', theirs.f1]],
			remark: `${ours.shares}; published: CNN 0.45, best 0.56; calling every sentence one gives 0.50`,
			details: ours.lines,
		},
	];
}

/** Words that were parted for a parser, written as people write them. */
export function joinWords(line) {
	return line
		.replace(/ ([.,;:!?)\]}%])/g, '$1')
		.replace(/([([{]) /g, '$1')
		.replace(/`` ?/g, '“')
		.replace(/ ?''/g, '”')
		.replace(/ (n't|'s|'re|'ve|'ll|'d|'m)\b/g, '$1')
		.trim();
}
