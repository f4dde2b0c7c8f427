import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/bundle.mjs';
import { findReceiptPlace } from '../../src/editor/reader/receiptPlace.ts';
import { pageLabelAt } from '../../src/library/pages.ts';
import type { Card, Receipt } from '../../src/terms/card.ts';
import { MemorySource } from '../support/memorySource.ts';
import { makeLibrary, type OpenLibrary } from '../support/openLibrary.ts';
import { makeRandom } from '../support/random.ts';

const editCount = 500;

const made = {
	'mem:/a/tides.txt': `The tides of Bristol

The Bristol Tide Office (BTO) has 40 members. The harbour tides rise twice a day, according to the Bristol Tide Office. Spring tides are higher.

“The water is not what it was,” says Maria Lopez, a former pilot. About 1,200 boats left in 2008. The BTO was founded in 1901.
`,
	'mem:/a/wells.md': `# The wells of York

The deep wells of York were dug by hand. The Wells Survey of York (WSY) counted ninety wells.

## What they are

A well is a hole that is dug for water. The Bristol Tide Office has 65 members. The BTO was founded in 1903.
`,
	'mem:/a/pages.txt':
		'Page one of the Harbour Report tells of the Marlow Fire.\f The Marlow Fire killed 41 people. Peter Marsh said so.\f14 people were killed in the Marlow Fire.',
	'mem:/a/law.html': `<html><body><article><h1>Harbour levies</h1><p>“Harbour levy” means a charge that ships pay on arrival, under the Safe Harbor Act.</p>
<p>The Safe Harbor Act costs $3 million. Maria Lopez denied that it costs more, and the Ministry of Rivers and Ports agreed with her at last.</p></article></body></html>`,
};

const words = ['not', 'Bristol', '17', 'however', 'Maria Lopez', 'tides', 'seven', 'The BTO', 'Émile', '물'];

/** A text with one change somewhere: words put in, taken out, exchanged or moved, a paragraph more or less, other line ends. */
function edit(text: string, random: (below: number) => number): string {
	const at = random(text.length + 1);
	const to = Math.min(text.length, at + 1 + random(80));
	const word = words[random(words.length)] ?? '';
	switch (random(8)) {
		case 0:
			return `${text.slice(0, at)} ${word} ${text.slice(at)}`;
		case 1:
			return text.slice(0, at) + text.slice(to);
		case 2:
			return text.slice(0, at) + word + text.slice(to);
		case 3:
			return `${word} stands before it all.\n\n${text}`;
		case 4:
			return text.slice(0, at) + text.slice(to) + text.slice(at, to);
		case 5:
			return `${text.slice(0, at)}\n\n${text.slice(at)}`;
		case 6:
			return text.includes('\r') ? text.replaceAll('\r', '') : text.replaceAll('\n', '\r\n');
		default:
			return text.replace(/\d+/, String(random(100)));
	}
}

function receiptsOf(cards: readonly Card[]): Receipt[] {
	return cards.flatMap((card) => [
		...(card.definition === null ? [] : [card.definition]),
		...card.evidence,
		...card.figures,
		...card.disagreements.flatMap(({ receipts }) => receipts),
	]);
}

/** Every receipt of every card, against what the document says now. */
async function checkReceipts({ library }: OpenLibrary, cards: readonly Card[]): Promise<number> {
	const receipts = receiptsOf(cards);
	for (const receipt of receipts) {
		const content = await library.getContent(receipt.documentId);
		assert.ok(content !== undefined, receipt.documentId);
		assert.notEqual(receipt.text, '');
		assert.equal(content.text.slice(receipt.start, receipt.end), receipt.text);
		assert.deepEqual(
			[receipt.title, receipt.date, receipt.page],
			[content.title, content.date, pageLabelAt(content.pages, receipt.start)],
			receipt.text,
		);
	}
	return receipts.length;
}

describe('receipts of sources that are edited', function () {
	it(`are never silently wrong, after ${editCount} random edits`, async () => {
		const random = makeRandom(11);
		const source = new MemorySource();
		const texts = new Map<string, string>(Object.entries(made));
		for (const name of fs.readdirSync(path.join(root, 'seeds'))) {
			texts.set(`mem:/a/${name}`, fs.readFileSync(path.join(root, 'seeds', name), 'utf8'));
		}
		const originals = new Map(texts);
		for (const [id, text] of texts) {
			source.write(id, text);
		}
		const opened = makeLibrary(source);
		await opened.open(['mem:/a']);
		let cards = await opened.library.getCards();
		let [checked, found, gone] = [await checkReceipts(opened, cards), 0, 0];
		for (let round = 0; round < editCount; round++) {
			const ids = [...texts.keys()];
			const id = ids[random(ids.length)] ?? '';
			// Now and then from the start again, so that the texts do not become nothing but noise.
			const text = round % 25 === 24 ? (originals.get(id) ?? '') : edit(texts.get(id) ?? '', random);
			texts.set(id, text);
			source.write(id, text);
			await opened.library.refresh([id]);
			await opened.library.whenReady();
			// What a card shown before the edit leads to: its very words, or the word that they are gone.
			const now = await opened.library.getContent(id);
			for (const receipt of receiptsOf(cards).filter(({ documentId }) => documentId === id)) {
				const place = findReceiptPlace(now?.text ?? '', receipt);
				if (place === undefined) {
					assert.ok(!now?.text.includes(receipt.text));
					gone++;
				} else {
					assert.equal(now?.text.slice(place.start, place.end), receipt.text);
					found++;
				}
			}
			cards = await opened.library.getCards();
			checked += await checkReceipts(opened, cards);
		}
		assert.ok(checked > 20_000 && found > 1_000 && gone > 100, `${checked} checked, ${found} found again, ${gone} gone`);
		assert.deepEqual(opened.errors, []);
	});
});
