// Rows about recognising terms in notes: how well, on marked notes beside the rules that other tools go by, and how fast, beside a plain trie of words.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bundle.mjs';
import { parseNotes, scoreNote, sumScores, toGlossary } from './recognitionNotes.mjs';
import { median } from './score.mjs';

export const rows = [
	{ name: 'recognition', measure: measureRecognition },
	{ name: 'recognition-speed', measure: measureSpeed },
];

const notesFolder = path.join(root, 'test/support/recognition');
const languages = [
	['English', ['english.first.txt', 'english.second.txt', 'english.third.txt'], { precision: 0.97, recall: 0.95 }],
	['Korean', ['korean.first.txt', 'korean.second.txt', 'korean.third.txt'], { precision: 0.95, recall: 0.95 }],
	['others', ['others.txt'], {}],
];

async function measureRecognition({ product }) {
	const core = await product.loadTerms();
	const figures = [];
	for (const [language, files, goal] of languages) {
		for (const [at, file] of files.entries()) {
			const sections = parseNotes(fs.readFileSync(path.join(notesFolder, file), 'utf8'));
			const score = (makeFinder) =>
				sumScores(
					sections.flatMap((section) => {
						const find = makeFinder(section);
						return section.notes.map((note) => scoreNote(note, find(note.text, section.language)));
					}),
				);
			const ours = score((section) => {
				const lexicon = new core.Lexicon();
				lexicon.setGlossary('glossary.md', core.parseGlossary(toGlossary(section)));
				const table = core.TermTable.open(lexicon.build().table);
				return (text, languageId) => core.findTerms(table, text, core.findProse(text, languageId));
			});
			const peers = [
				['alternation', score(({ glossary }) => findByAlternation(formsOf(glossary)))],
				['word trie', score(({ glossary }) => findByTrie(formsOf(glossary)))],
			];
			const name = `${language}${['', ', second half', ', other registers'][at]}`;
			const { right, missed, lookAlikes, taken } = ours;
			figures.push(
				toFigure(
					`${name}: precision`,
					'precision',
					ours,
					goal,
					peers,
					`${right + missed} terms, ${taken} of ${lookAlikes} look-alikes taken`,
				),
				toFigure(`${name}: recall`, 'recall', ours, goal, peers),
			);
		}
	}
	return figures;
}

function toFigure(what, measure, ours, goal, peers, remark) {
	return {
		what,
		ours: ours[measure],
		goal: goal[measure] === undefined ? undefined : { atLeast: goal[measure] },
		peers: peers.map(([name, score]) => [name, score[measure]]),
		remark,
		details: measure === 'precision' ? ours.details : [],
		digits: 3,
	};
}

function formsOf(glossary) {
	return glossary.flat().filter((form) => !form.startsWith('!'));
}

/** One pattern of all forms between borders of words, in any case, the longest first: what linkers of notes do. */
export function findByAlternation(forms) {
	const escaped = [...forms].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
	return (text) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A trie of small-letter words, the longest match, whatever stands between the words; a plural `s` is taken. */
export function findByTrie(forms) {
	const trie = new Map();
	for (const form of forms) {
		let node = trie;
		for (const [word] of form.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
			if (!node.has(word)) {
				node.set(word, new Map());
			}
			node = node.get(word);
		}
		node.isEnd = true;
	}
	const step = (node, word) => node.get(word) ?? (word.endsWith('s') ? node.get(word.slice(0, -1)) : undefined);
	return (text) => {
		const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)];
		const found = [];
		for (let first = 0; first < words.length; first++) {
			let node = trie;
			let end = -1;
			for (let at = first; at < words.length && node !== undefined; at++) {
				node = step(node, words[at][0]);
				end = node?.isEnd ? at : end;
			}
			if (end >= first) {
				found.push({ start: words[first].index, end: words[end].index + words[end][0].length });
				first = end;
			}
		}
		return found;
	};
}

const termCount = 50_000;
const noteLength = 100_000;
const rounds = 9;

/** Processor time, since a shared machine's clock says nothing; the median of some rounds after one that warms up. */
async function measureSpeed({ product }) {
	const core = await product.loadTerms();
	const { terms, note } = makeTerms();
	const entries = terms.map((term) => ({ term, aliases: [], exclusions: [], text: '' }));
	let table;
	const build = measureTimes(3, () => {
		const lexicon = new core.Lexicon();
		lexicon.setGlossary('glossary.md', entries);
		table = core.TermTable.open(lexicon.build().table);
	});
	let trie;
	const buildTrie = measureTimes(3, () => {
		trie = findByTrie(terms);
	});
	const prose = core.findProse(note, 'markdown');
	let found = 0;
	const scan = measureTimes(rounds, () => {
		found = core.findTerms(table, note, prose).length;
	});
	let foundByTrie = 0;
	const scanTrie = measureTimes(rounds, () => {
		foundByTrie = trie(note).length;
	});
	const change = measureChange(core);
	return [
		{
			what: `scan of ${noteLength / 1_000} kB at ${termCount} terms, ms`,
			ours: scan,
			goal: { atMost: 60 },
			peers: [['word trie', scanTrie]],
			remark: `${found} and ${foundByTrie} found`,
			digits: 1,
		},
		{ what: `building ${termCount} terms, ms`, ours: build, goal: { atMost: 1_000 }, peers: [['word trie', buildTrie]], digits: 0 },
		...change,
	];
}

/** One document of many is changed: the whole way from its text to a new table, in the library's thread and in the editor's, by stage. */
function measureChange(core) {
	const random = makeRandom(7);
	const words = Array.from({ length: 6_000 }, () => makeWord(random));
	const makeText = () =>
		Array.from({ length: 40 }, () => {
			const name = `${toTitle(words[Math.floor(random() * 400)])} ${toTitle(words[Math.floor(random() * 400)])}`;
			const sentence = Array.from({ length: 14 }, () => words[Math.floor(random() ** 2 * words.length)]).join(' ');
			return `The ${name} Agency says that ${sentence}.`;
		}).join('\n\n');
	const documentCount = 1_000;
	const lexicon = new core.Lexicon();
	let [readMs, fileMs, findings] = [[], []];
	const replace = (index, text) => {
		const document = {
			...{ id: `file:///${index}`, title: null, author: null, publisher: null, date: null, language: 'en' },
			...{ text, pages: [], headings: [], quotes: [] },
		};
		readMs.push(processorMs(() => (findings = core.extractFindings(document))));
		fileMs.push(processorMs(() => lexicon.replaceDocument(document, findings)));
	};
	for (let index = 0; index < documentCount; index++) {
		replace(index, makeText());
	}
	let build = lexicon.build();
	let tables = [0, 1].map(() => core.TermTable.open(build.table.slice(0)));
	[readMs, fileMs] = [[], []];
	const followMs = [];
	const tableMs = Array.from({ length: 7 }, () => {
		replace(5, makeText());
		const builtMs = processorMs(() => {
			build = lexicon.build();
		});
		followMs.push(processorMs(() => (tables = tables.map((table) => core.TermTable.update(table, build.table.slice(0))))));
		return builtMs;
	});
	const stages = { reading: median(readMs), filing: median(fileMs), table: median(tableMs), 'taking it in twice': median(followMs) };
	return [
		{
			what: `one of ${documentCount} documents changed, ms`,
			ours: Object.values(stages).reduce((sum, ms) => sum + ms, 0),
			goal: { atMost: 50 },
			remark: `${build.cards.length} terms, ${(build.table.byteLength / 1e6).toFixed(1)} of ${(tables[0].pack().byteLength / 1e6).toFixed(0)} MB: ${Object.entries(
				stages,
			)
				.map(([stage, ms]) => `${stage} ${ms.toFixed(1)}`)
				.join(', ')}`,
			digits: 0,
		},
	];
}

function processorMs(run) {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

function measureTimes(count, run) {
	run();
	return median(Array.from({ length: count }, () => processorMs(run)));
}

/** Terms of one to four made words, and a note in which every twelfth word begins one. */
function makeTerms() {
	const random = makeRandom(1);
	const words = [...new Set(Array.from({ length: 30_000 }, () => makeWord(random)))];
	const pick = () => words[Math.floor(random() ** 2 * words.length)];
	const terms = [...new Set(Array.from({ length: termCount + 5_000 }, (_, at) => Array.from({ length: 1 + (at % 4) }, pick).join(' ')))];
	terms.length = termCount;
	let note = '# A note\n\n';
	for (let count = 0; note.length < noteLength; count++) {
		note += `${count % 12 === 5 ? terms[Math.floor(random() * termCount)] : pick()}${count % 15 === 14 ? '. ' : count % 200 === 199 ? '\n\n' : ' '}`;
	}
	return { terms, note };
}

function makeWord(random) {
	const syllables = 2 + Math.floor(random() * 3);
	const letter = (letters) => letters[Math.floor(random() * letters.length)];
	return Array.from({ length: syllables }, () => letter('bcdfghklmnprtvz') + letter('aeiou')).join('') + letter('nrtlkmd');
}

function toTitle(word) {
	return word[0].toUpperCase() + word.slice(1);
}

/** The same numbers in each run. */
function makeRandom(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
