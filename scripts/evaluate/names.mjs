// Rows about names: exact places of people, organisations, places and others in encyclopedia articles and in reports of a war.
import fs from 'node:fs';
import path from 'node:path';
import { findCapitalRuns } from './peers/capitalRuns.mjs';
import { extractTexts, showSpan, Tally } from './termTexts.mjs';

const group = 'terms';

export const rows = [
	{
		name: 'ner-wikigold',
		group,
		measure: (context) => measureNames(context, 'ner-juandr/wikigold/CONLL-format/data/wikigold.conll.txt', { untyped: 0.84 }),
	},
	{
		name: 'ner-re3d',
		group,
		measure: (context) => measureNames(context, 'ner-juandr/re3d/CONLL-format/data/train/re3d-train.conll', {}),
	},
];

/** What the collections call our kinds. What is of no kind, or of one that they do not know, is their `MISC`. */
const tagOfKind = { person: 'PER', organisation: 'ORG', place: 'LOC' };
const tagOfLabel = { Person: 'PER', Organisation: 'ORG', Location: 'LOC', PER: 'PER', ORG: 'ORG', LOC: 'LOC' };

/** Labels of what is no name. */
const noNames = new Set(['Temporal', 'Quantity', 'Money']);

async function measureNames({ product, data, workFolder }, file, goals) {
	const found = data.find(file);
	if (found === undefined) {
		return undefined;
	}
	const documents = readDocuments(fs.readFileSync(found, 'utf8'));
	const answers = await extractTexts(
		product,
		path.join(workFolder, path.basename(file)),
		documents.map(({ text }) => text),
	);
	const [untyped, typed, theirs] = Array.from({ length: 3 }, () => new Tally());
	for (const [index, { text, names }] of documents.entries()) {
		const { names: entries, placeOf } = answers[index];
		const wanted = new Set(names.keys());
		const spanOf = ({ start, end }) => `${placeOf(start)},${placeOf(end)}`;
		const show = showSpan(text);
		untyped.add(new Set(entries.map(spanOf)), wanted, show);
		typed.add(
			new Set(entries.map((entry) => `${spanOf(entry)} ${tagOfKind[entry.kind] ?? 'MISC'}`)),
			new Set([...names].map(([span, tag]) => `${span} ${tag}`)),
			(item) => `${item.split(' ')[1]} ${show(item.split(' ')[0])}`,
		);
		theirs.add(new Set(findCapitalRuns(text).map(([start, end]) => `${start},${end}`)), wanted);
	}
	return [
		{
			what: `F1 of names, any kind (${untyped.wanted})`,
			ours: untyped.f1,
			...(goals.untyped === undefined ? {} : { goal: { atLeast: goals.untyped } }),
			peers: [['capital runs', theirs.f1]],
			remark: untyped.shares,
			details: untyped.lines,
		},
		{
			what: 'F1 of names with kind',
			ours: typed.f1,
			remark: `${typed.shares}; laws, programmes and what is of no clear kind count as MISC`,
			details: typed.lines,
		},
	];
}

/** A collection that does not part its documents is read in parts of so many sentences. */
const sentencesPerPart = 25;

/** The documents of a file with a word and its tag a line; sentences follow each other with a space, names are spans with a tag. */
function readDocuments(content) {
	const documents = content.split(/^-DOCSTART-.*$/m);
	const sentences = documents.length > 1 ? [] : content.split(/\n\s*\n/);
	const starts = sentences.flatMap((_, at) => (at % sentencesPerPart === 0 ? [at] : []));
	const parts = starts.map((start) => sentences.slice(start, start + sentencesPerPart).join('\n\n'));
	return (parts.length > 0 ? parts : documents).map(readDocument).filter(({ text }) => text !== '');
}

function readDocument(content) {
	let text = '';
	const names = new Map();
	let open;
	for (const line of content.split('\n')) {
		const [word, label] = line.trim().split(/\s+/);
		if (label === undefined) {
			open = undefined;
			text += text === '' || text.endsWith(' ') ? '' : ' ';
			continue;
		}
		const isJoined = text === '' || text.endsWith(' ') || /^(?:[.,;:!?)\]’%]|'s$|n't$)/.test(word) || /[([]$/.test(text);
		text += isJoined ? '' : ' ';
		const start = text.length;
		text += word;
		const [position, name] = [label.slice(0, 1), label.slice(2)];
		if (label === 'O' || noNames.has(name)) {
			open = undefined;
		} else if (open?.name === name && position !== 'B') {
			names.delete(open.span);
			open.span = `${open.start},${text.length}`;
			names.set(open.span, open.tag);
		} else {
			open = { name, start, span: `${start},${text.length}`, tag: tagOfLabel[name] ?? 'MISC' };
			names.set(open.span, open.tag);
		}
	}
	return { text: text.trim(), names };
}
