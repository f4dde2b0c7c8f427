// The row about memory: how far the process grows that reads one document of every kind and size after the other.
import fs from 'node:fs';
import path from 'node:path';
import { makePdf } from './madePdf.mjs';

export const rows = [{ name: 'memory', measure: measureGrowth }];

const folders = ['doc-pandoc', 'doc-tika', 'doc-pdf-pdfjs', 'doc-eml-mailparser', 'html-readability'];
const limitMegabytes = 512;

async function measureGrowth({ product, data, workFolder }) {
	const found = folders.map((name) => data.find(name)).filter((folder) => folder !== undefined);
	if (found.length < folders.length) {
		return undefined;
	}
	const made = path.join(workFolder, 'made-300-pages.pdf');
	fs.writeFileSync(made, makePdf(300));
	const files = [...found.flatMap(filesBelow), made];
	const { peakBytes: idleBytes } = await product.run(['--version']);
	const { answers, peakBytes } = await product.run(['read', ...files, '--json']);
	return [
		{
			what: `growth of the process, MB (${answers.length} documents, one after the other)`,
			ours: (peakBytes - idleBytes) / 1e6,
			digits: 0,
			goal: { atMost: limitMegabytes },
			remark: 'above the same command doing nothing',
		},
	];
}

function filesBelow(folder) {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.jsonl?$|^ORIGIN$/.test(entry.name))
		.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
