// The row about receipts: whether every line of every card of a real collection stands in its document, word for word, where the card says.
import path from 'node:path';
import { unpackReports } from './reports.mjs';

export const rows = [{ name: 'receipts-reports', group: 'terms', measure: measureReceipts }];

async function measureReceipts({ product, data, workFolder }) {
	const files = unpackReports(data, workFolder);
	if (files === undefined) {
		return undefined;
	}
	const read = await product.read(files);
	const { answers } = await product.run(['terms', path.join(workFolder, 'reports'), '--json']);
	const cards = JSON.parse(answers.map(({ line }) => line).join('\n'));
	const receipts = cards.flatMap((card) => [
		...(card.definition === null ? [] : [{ card, part: 'definition', ...card.definition }]),
		...card.evidence.map((receipt) => ({ card, part: 'evidence', ...receipt })),
		...card.figures.map((receipt) => ({ card, part: 'figure', ...receipt })),
		...card.disagreements.flatMap((one) => one.receipts.map((receipt) => ({ card, part: one.what, ...receipt }))),
	]);
	const wrong = receipts.filter((receipt) => !isTrue(receipt, read.get(receipt.path)));
	return [
		{
			what: `lines of ${cards.length} cards that stand where they say`,
			ours: (receipts.length - wrong.length) / receipts.length,
			goal: { atLeast: 1 },
			remark: `${receipts.length} lines, ${wrong.length} wrong; words, title, date and page as \`dossier read\` gives them`,
			details: wrong.map(({ card, part, path: file, start }) => `${card.term}, ${part}: ${path.basename(file)} at ${start}`),
		},
		{
			what: 'disagreements shown',
			ours: cards.reduce((count, { disagreements }) => count + disagreements.length, 0),
			remark: 'each to be looked at: --details',
			details: cards.flatMap((card) =>
				card.disagreements.map(({ what, receipts: told }) => `${card.term}: ${what}: ${told.map(({ text }) => text).join(' | ')}`),
			),
		},
	];
}

function isTrue({ text, start, end, title, date, page }, entry) {
	const label = entry?.pages.findLast((one) => one.start <= start && start < one.end)?.label ?? null;
	return entry?.text.slice(start, end) === text && text !== '' && entry.title === title && entry.date === date && label === page;
}
