// The row about hostile and broken archives: each must be refused with a reason, soon, and without much memory.
import fs from 'node:fs';
import path from 'node:path';
import { filesIn } from './data.mjs';

export const rows = [{ name: 'doc-zip-yauzl', measure: measureArchives }];

const limitMs = 2000;
const limitMegabytes = 128;

/** An archive is opened when its name says a document is in it. */
const extensions = ['zip', 'docx', 'odt', 'epub'];

async function measureArchives({ product, data, workFolder }) {
	const folders = ['failure', 'wrong-entry-sizes'].map((name) => data.find(`doc-zip-yauzl/${name}`));
	if (folders.includes(undefined)) {
		return undefined;
	}
	const sources = folders.flatMap(filesIn);
	const files = sources.flatMap((source, index) =>
		extensions.map((extension) => {
			const file = path.join(workFolder, `archive-${index}.${extension}`);
			fs.copyFileSync(source, file);
			return { source, file };
		}),
	);
	const { peakBytes: idleBytes } = await product.run(['list', emptyFolder(workFolder), '--json']);
	const { answers: lines, peakBytes } = await product.run(['read', ...files.map(({ file }) => file), '--json']);
	const answers = lines.map(({ line, tookMs }) => ({ value: JSON.parse(line), tookMs }));
	const bad = answers.filter(({ value, tookMs }) => tookMs > limitMs || value.text !== '' || !hasReason(value));
	return [
		{
			what: `without a stated reason in ${limitMs / 1000} s (${sources.length} archives under ${extensions.length} names)`,
			ours: bad.length + files.length - answers.length,
			goal: { atMost: 0 },
			details: bad.map(({ value, tookMs }) => `${path.basename(value.path)}: ${JSON.stringify(value.problems)}, ${tookMs.toFixed(0)} ms`),
		},
		{
			what: 'growth of the process, MB',
			ours: (peakBytes - idleBytes) / 1e6,
			digits: 0,
			goal: { atMost: limitMegabytes },
			remark: 'above the same command on an empty folder; made bombs are in test/node/zipBombs.test.ts',
		},
	];
}

function hasReason({ problems }) {
	return problems.length > 0 && problems.every(({ detail }) => detail !== '' && !detail.startsWith('Its reader failed'));
}

function emptyFolder(workFolder) {
	const folder = path.join(workFolder, 'nothing');
	fs.mkdirSync(folder, { recursive: true });
	return folder;
}
