import assert from 'node:assert/strict';
import { emptyContent } from '../../../src/library/document.ts';
import { toKeptText } from '../../../src/library/keptText.ts';
import { summarise } from '../../../src/library/summary.ts';
import { KeptDocument } from '../../../src/service/keptDocument.ts';

const file = { id: 'mem:/a/1.md', folder: 'mem:/a', relativePath: '1.md', sizeBytes: 1, modifiedMs: 1 };
const content = { ...emptyContent('md', []), text: 'Two tides a day.', pages: [{ label: 'iv', start: 0, end: 16 }] };
const record = { summary: summarise(file, content), hash: 'abc', place: '1 0 10' };

/** What a kept document says, and whether it counts as lost, after its text was moved away so often. */
function ask(moves: number, isThere: boolean): unknown {
	let [place, lost] = [0, 0];
	const text = toKeptText(content);
	const document = new KeptDocument(file.id, {
		readRecord: () => record,
		readContent: () => content,
		openText() {
			const opened = place;
			const unlessMoved = <T>(value: T): T | undefined => (isThere && place === opened ? value : undefined);
			return { length: text.length, read: (range) => unlessMoved(text.read(range)), readPlaces: () => unlessMoved(text.readPlaces()) };
		},
		lose() {
			lost++;
		},
	});
	const read = [document.readText({ start: 4, end: 9 })];
	while (place < moves) {
		place++;
		read.push(document.readText({ start: 4, end: 9 }));
	}
	place += Number(moves > 0);
	return [...read, document.readText({ start: 4, end: 99 }), document.readPlaces().pages[0]?.label, lost > 0];
}

describe('a kept document', () => {
	const check = (name: string, moves: number, isThere: boolean, expected: unknown) =>
		it(name, () => assert.deepEqual(ask(moves, isThere), expected));
	check('reads a range and its pages', 0, true, ['tides', undefined, 'iv', false]);
	check('reads on where its text was moved to', 2, true, ['tides', 'tides', 'tides', undefined, 'iv', false]);
	check('says that it is lost where its text is not as it was', 0, false, [undefined, undefined, undefined, true]);
});
