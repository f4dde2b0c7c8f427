// Rows about word-processor files and e-books: the words that are in them, and in which order.
import fs from 'node:fs';
import path from 'node:path';
import { readJsonLines } from './data.mjs';
import { readWithMammoth } from './peers.mjs';
import { comparePair, leftOver, mean, orderedLength, toLetters, toTokens, toWords } from './score.mjs';

export const rows = ['docx', 'odt', 'epub', 'rtf'].map((kind) => ({
	name: `doc-pandoc-${kind}`,
	measure: (context) => measureWords(kind, context),
}));

async function measureWords(kind, { product, data }) {
	const answers = data.find('doc-pandoc/expected.jsonl');
	if (answers === undefined) {
		return undefined;
	}
	const files = readJsonLines(answers)
		.filter(({ file, words }) => file.startsWith(`${kind}/`) && words?.length > 0)
		.map(({ file, words }) => ({ name: path.basename(file), file: data.find(`doc-pandoc/${file}`), right: words.join(' ') }))
		.filter(({ file }) => file !== undefined);
	const entries = await product.read(files.map(({ file }) => file));
	for (const one of files) {
		one.entry = entries.get(one.file);
		one.text = one.entry?.text ?? '';
		one.peerText = kind === 'docx' ? ((await readWithMammoth(fs.readFileSync(one.file))) ?? '') : undefined;
	}
	// The answers part words where the type changes ("m", "2" for m²), so runs of letters and digits are compared, all files together.
	const ours = scoreFiles(files, ({ text }) => text, toWords);
	const byWhiteSpace = scoreFiles(files, ({ text }) => text, toTokens);
	// The answers also begin with the title and the authors of the properties, which are no text of the page.
	const withFields = ({ entry, text }) => [entry?.title, entry?.author, entry?.date, text].filter(Boolean).join(' ');
	const byLetters = scoreFiles(files, withFields, toLetters);
	const peer = kind === 'docx' ? scoreFiles(files, ({ peerText }) => peerText, toWords) : undefined;
	const lost = files.filter(({ text }) => text.trim() === '');
	return [
		{ key: 'recall', what: `word recall (${files.length} files)`, atLeast: 0.985 },
		{ key: 'order', what: 'words in order (LCS)', atLeast: 0.98 },
	]
		.map(({ key, what, atLeast }) => ({
			what,
			ours: ours.all[key],
			goal: { atLeast },
			peers: peer ? [['mammoth', peer.all[key]]] : [],
			remark: `mean over files ${ours.mean[key].toFixed(3)}, parted by white space ${byWhiteSpace.mean[key].toFixed(3)}, by letters with our title, author and date in front ${byLetters.mean[key].toFixed(3)}`,
			details: ours.files
				.filter((file) => file[key] < atLeast)
				.map((file) => `${file.name} ${file[key].toFixed(3)}${key === 'recall' ? ` without: ${file.missing}` : ''}`),
		}))
		.concat({
			what: 'files without a word',
			ours: lost.length,
			goal: { atMost: 0 },
			details: lost.map(({ name, entry }) => `${name}: ${entry?.problems.map(({ detail }) => detail).join('; ')}`),
		});
}

function scoreFiles(files, textOf, split) {
	const scored = files.map((file) => {
		const found = split(textOf(file));
		const right = split(file.right);
		const recalled = comparePair(found, right).shared;
		const ordered = orderedLength(found, right);
		const share = (count) => (right.length === 0 ? 1 : count / right.length);
		const missing = leftOver(right, found).slice(0, 12).join(' ');
		return { name: file.name, count: right.length, recalled, ordered, recall: share(recalled), order: share(ordered), missing };
	});
	const sum = (key) => scored.reduce((total, file) => total + file[key], 0);
	return {
		files: scored,
		all: { recall: sum('recalled') / sum('count'), order: sum('ordered') / sum('count') },
		mean: { recall: mean(scored.map(({ recall }) => recall)), order: mean(scored.map(({ order }) => order)) },
	};
}
