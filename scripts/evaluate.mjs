// `npm run evaluate [-- ROW…] [--details] [--json FILE] [--data FOLDER]`: measures Dossier with what nobody here wrote, and prints one table:
// our figure, the goal, the peer run on the same files in the same run, the published figure as a remark. ROW is the beginning of a row's name
// (`html`, `doc-pandoc`) or of its group's (`terms`); without one, all are measured. The data is ../shared/data; what is not there is left out, and counted.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './bundle.mjs';
import { rows as acronymRows } from './evaluate/acronyms.mjs';
import { openData } from './evaluate/data.mjs';
import { rows as definitionRows } from './evaluate/definitions.mjs';
import { rows as disagreementRows } from './evaluate/disagreements.mjs';
import { rows as keyTermRows } from './evaluate/keyTerms.mjs';
import { rows as mailRows } from './evaluate/mail.mjs';
import { rows as memoryRows } from './evaluate/memory.mjs';
import { rows as nameRows } from './evaluate/names.mjs';
import { rows as officeRows } from './evaluate/office.mjs';
import { rows as pageRows } from './evaluate/pages.mjs';
import { startProduct } from './evaluate/product.mjs';
import { rows as rankingRows } from './evaluate/ranking.mjs';
import { rows as receiptRows } from './evaluate/receipts.mjs';
import { rows as recognitionRows } from './evaluate/recognition.mjs';
import { rows as reportRows } from './evaluate/reports.mjs';
import { rows as spacesRows } from './evaluate/spaces.mjs';
import { rows as speedRows } from './evaluate/speed.mjs';
import { rows as stringRows } from './evaluate/strings.mjs';
import { renderTable } from './evaluate/table.mjs';
import { rows as zipRows } from './evaluate/zips.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

/** In the order they are printed. A row: its name, its group if it has one, and `measure`, which gives figures, or undefined where its data is absent. */
const allRows = [
	...pageRows,
	...officeRows,
	...stringRows,
	...mailRows,
	...zipRows,
	...spacesRows,
	...reportRows,
	...speedRows,
	...memoryRows,
	...rankingRows,
	...recognitionRows,
	...acronymRows,
	...definitionRows,
	...disagreementRows,
	...keyTermRows,
	...nameRows,
	...receiptRows,
];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'string' }, details: { type: 'boolean' }, data: { type: 'string' } },
});
const wanted = allRows.filter(
	({ name, group = '' }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start) || group.startsWith(start)),
);
if (wanted.length === 0) {
	console.error(`No row begins like that. There are: ${allRows.map(({ name }) => name).join(', ')}`);
	process.exit(2);
}

await ensureDependencies();
const data = openData(path.resolve(values.data ?? path.join(root, '../shared/data')));
const product = await startProduct();
const figures = [];
const absent = [];
try {
	for (const { name, measure } of wanted) {
		process.stderr.write(`${name} …\n`);
		const found = await measure({ product, data, workFolder: product.workFolder });
		if (found === undefined) {
			absent.push(name);
			continue;
		}
		figures.push(...found.map((figure) => ({ row: name, ...figure })));
	}
} finally {
	product.dispose();
}

console.log(renderTable(figures));
console.log(`${figures.length} figures of ${wanted.length - absent.length} rows; ${absent.length} rows left out for want of data.`);
if (absent.length > 0) {
	console.log(`Left out: ${absent.join(', ')}`);
}
if (values.details) {
	for (const { row, what, details = [] } of figures.filter(({ details }) => details?.length > 0)) {
		console.log(`\n${row}, ${what}:\n${details.map((line) => `  ${line}`).join('\n')}`);
	}
}
if (values.json !== undefined) {
	fs.writeFileSync(values.json, `${JSON.stringify({ figures, absent }, null, '\t')}\n`);
}
