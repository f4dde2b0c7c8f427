import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { ByteReader, ByteWriter, NumberList, readNibbles } from '../../../src/search/parts/bytes.ts';
import { ColumnWriter, readColumn } from '../../../src/search/parts/columns.ts';
import { DocumentIds, IdWriter } from '../../../src/search/parts/documentIds.ts';
import { LivePart } from '../../../src/search/parts/livePart.ts';
import { openPart } from '../../../src/search/parts/packedPart.ts';
import { packParts } from '../../../src/search/parts/packer.ts';
import type { IndexPart, RowAnswer, RowFinder } from '../../../src/search/parts/part.ts';
import { blockLength, DamagedPart, Section } from '../../../src/search/parts/section.ts';
import { toFileBytes } from '../../../src/search/parts/segmentFile.ts';
import { SortedTexts, SortedTextsWriter } from '../../../src/search/parts/sortedTexts.ts';
import { makeDocument } from '../../support/engineConformance.ts';

describe('numbers in bytes', () => {
	const numbers = [0, 1, 7, 8, 71, 72, 127, 128, 583, 584, 16_383, 16_384, 2 ** 21, 2 ** 28, 2 ** 32 - 1];
	it('come back', () => {
		const writer = new ByteWriter();
		numbers.forEach((number) => writer.addNumber(number));
		const reader = new ByteReader(writer.toBytes());
		assert.deepEqual(
			numbers.map(() => reader.readNumber()),
			numbers,
		);
		assert.equal(reader.readNumber(), 0);
	});
	it('four bits at a time too, wherever they begin', () => {
		const ranks = Uint32Array.from(numbers.slice(0, -2));
		for (const before of [0, 1, 2]) {
			const writer = new ByteWriter();
			for (let at = 0; at < before; at++) {
				writer.addNumber(5);
			}
			writer.addNibbles(
				Uint32Array.from(ranks, (_, index) => index),
				ranks,
			);
			writer.addNumber(99);
			const found = new NumberList(1);
			const end = readNibbles(writer.toBytes(), before, ranks.length, found);
			assert.deepEqual(found.toArray(), ranks);
			assert.equal(new ByteReader(writer.toBytes(), end).readNumber(), 99);
		}
	});
});

describe('sorted texts', () => {
	const texts = [
		...new Set(
			Array.from({ length: 100 }, (_, n) => `word${(n * 37) % 61}`).concat(
				'',
				'\0en\0the',
				'정부',
				'性',
				'é',
				'\u{1F600}',
				'Ａ',
				'word\u{10400}',
				'wordＡ',
			),
		),
	].sort();
	const writer = new SortedTextsWriter();
	texts.forEach((text, index) => writer.add(text, [index, index * 1_000]));
	const { bytes, blockStarts } = writer.finish();
	const sorted = new SortedTexts(new Section(bytes), blockStarts, texts.length, 2);

	it('are found, each with its numbers', () => {
		for (const [index, text] of texts.entries()) {
			assert.equal(sorted.find(text), index);
			assert.equal(sorted.read(index), text);
			assert.deepEqual(sorted.readNumbers(index), [index, index * 1_000]);
		}
	});
	it('say where others would stand', () => {
		for (const text of ['a', 'word', 'word1x', 'zzz', '정', '', '\u{1F601}', '\ue000', 'word\u{1F600}']) {
			const expected = texts.findIndex((other) => other >= text);
			assert.equal(sorted.firstAtOrAfter(text, 0, texts.length), expected < 0 ? texts.length : expected, text);
			assert.equal(sorted.find(`${text}?`), -1);
		}
	});
	it('in a part of the list too', () => {
		for (const [from, to] of [
			[3, 20],
			[16, 32],
			[17, 17],
			[5, 6],
		] as const) {
			for (const text of texts) {
				const expected = texts.findIndex((other, index) => index >= from && index < to && other >= text);
				assert.equal(sorted.firstAtOrAfter(text, from, to), expected < 0 ? to : expected);
			}
		}
	});
});

describe('a packed part as bytes', () => {
	const live = new LivePart();
	for (const n of [1, 2, 3]) {
		takeAllSteps(
			live.addInSteps(
				makeDocument(`d${n}`, `# Tides\n\nThe harbour tides of ${n}.\n\nA long-term plan.`, { title: 'Old' }),
				() => undefined,
			),
		);
	}
	const pieces = toFileBytes(takeAllSteps(packParts([live])));
	const bytes = new Uint8Array(Buffer.concat(pieces));
	const open = (changed: Uint8Array) => openPart((start, end) => changed.subarray(start, end));

	it('says the same as before it was packed', () => {
		const part = open(bytes);
		assert.ok(part);
		assert.deepEqual(tellAll(part), tellAll(live));
	});
	for (const [name, words, expected] of [
		['a row in the passage', 'harbour tides', 'found'],
		['no row, though its words are there', 'tides harbour', undefined],
		['a row that may run on behind the passage', 'plan harbour', 'runsOn'],
		['a word that no text holds', 'tides ebb', undefined],
		['a row over a hyphen', 'long term', 'found'],
		['a row with a joined word', 'longterm plan', 'unknown'],
		['a row of more words than are followed', 'tides '.repeat(40), undefined],
	] as const) {
		it(`finds rows without unpacking: ${name}`, () => {
			const part = open(bytes);
			assert.ok(part);
			const finder = part.makeRowFinder(
				words
					.trim()
					.split(' ')
					.map((word) => new Set(part.words.withFolded(word, 'en'))),
			);
			assert.deepEqual(findThrice(finder, 2), expected === undefined ? [] : [expected, expected, expected]);
		});
	}
	it('finds rows without unpacking: each word beside a joined one, where several stand', () => {
		const joining = new LivePart();
		const text = `${'tides rise. '.repeat(9)}\n\n${'-'.repeat(1_200)}\n\nA long-term, short-term, mid-term plan.`;
		takeAllSteps(joining.addInSteps(makeDocument('d', text), () => undefined));
		const part = open(new Uint8Array(Buffer.concat(toFileBytes(takeAllSteps(packParts([joining]))))));
		assert.ok(part);
		const [joined = 0] = part.words.withFolded('longterm', 'en');
		const last = part.passageCapacity - 1;
		const { table, ordinal } = part.tokensAt(last, 0);
		const words = new Set(table.numbers.subarray(table.passageStarts[ordinal], table.passageStarts[ordinal + 1]));
		assert.ok(joined > 0 && last > 0 && words.size === 6);
		for (let word = 1; word < part.words.capacity; word++) {
			const [answer] = findThrice(part.makeRowFinder([new Set([joined, word])]), last);
			assert.equal(answer, words.has(word) ? 'found' : 'unknown', part.words.foldedOf(word));
		}
	});
	it('says whether a row runs on into a passage: by its first word, and how much of the row stands before it', () => {
		const running = new LivePart();
		const text = `${'tides rise. '.repeat(9)}\n\n${'-'.repeat(1_200)}\n\nRise and fall, tides.`;
		takeAllSteps(running.addInSteps(makeDocument('d', text), () => undefined));
		const part = open(new Uint8Array(Buffer.concat(toFileBytes(takeAllSteps(packParts([running]))))));
		assert.ok(part);
		const words = (row: string) => row.split(' ').map((word) => new Set(part.words.withFolded(word, 'en')));
		const last = part.passageCapacity - 1;
		for (const [row, begun, expected] of [
			['tides rise', undefined, true],
			['rise tides', undefined, false],
			['fall tides rise', 0b100, true],
			['fall tides rise', 0b010, false],
			['fall rise rise', 0b110, true],
		] as const) {
			assert.equal(part.makeRowFinder(words(row)).mayRunInto(last, begun), expected, `${row}, ${begun}`);
		}
	});
	it('does not open, or says so when it is asked, if any byte was changed', () => {
		const unseen = [...bytes.keys()].filter((at) => {
			const changed = bytes.slice();
			changed[at] = (changed[at] ?? 0) ^ 0x10;
			const part = open(changed);
			if (part === undefined) {
				return false;
			}
			try {
				tellAll(part);
				return true;
			} catch (error) {
				assert.ok(error instanceof DamagedPart && part.isDamaged);
				return false;
			}
		});
		// Sections begin at multiples of eight: what fills the gaps before them says nothing.
		assert.ok(bytes.length > 700);
		assert.ok(unseen.every((at) => bytes[at] === 0) && unseen.length < 7 * 24, `${unseen.length} changes were not seen`);
	});
	it('reads no more than is asked for', () => {
		let read = 0;
		const part = openPart((start, end) => {
			read += end - start;
			return bytes.subarray(start, end);
		});
		const opening = read;
		assert.ok((part?.words.findTerm('harbor') ?? -1) >= 0);
		assert.ok(read > opening && read < bytes.length);
	});
	it('gives the words of documents whose tokens are many blocks long', () => {
		const long = new LivePart();
		const texts = [0, 1].map((n) => Array.from({ length: 9_000 }, (_, at) => `word${(at * at * 7 + n * 31) % 1_003}`).join(' '));
		texts.forEach((text, n) => takeAllSteps(long.addInSteps(makeDocument(`long${n}`, text), () => undefined)));
		const sections = takeAllSteps(packParts([long]));
		assert.ok(sections.tokens.length > blockLength * 2);
		const part = open(new Uint8Array(Buffer.concat(toFileBytes(sections))));
		assert.ok(part);
		const read = texts.map((_, n) => Array.from(part.tokensOf(n).numbers, (word) => part.words.foldedOf(word)).join(' '));
		assert.ok(texts.every((text, n) => text === read[n]));
	});
	it('does not open if it was cut', () => {
		for (let length = 0; length < bytes.length - 8; length += 7) {
			assert.equal(open(bytes.slice(0, length)), undefined, String(length));
		}
	});
});

/** What is told of the passage, looked at three times beside itself. */
function findThrice(finder: RowFinder, passage: number): RowAnswer[] {
	const passages = new NumberList();
	const answers: RowAnswer[] = [];
	for (let time = 0; time < 3; time++) {
		passages.push(passage);
	}
	finder.findEach(passages, 0, 3, (_, answer) => answers.push(answer));
	return answers;
}

/** Everything that a part can be asked, in words instead of its own numbers. */
function tellAll(part: IndexPart): unknown {
	const { words } = part;
	const toWord = (word: number) => (word === 0 ? '' : words.foldedOf(word));
	const documents = Array.from({ length: part.documentCapacity }, (_, number) => {
		const { id, language, length, firstPassage, passageCount } = part.documentAt(number);
		const table = part.tokensOf(number);
		const passages = Array.from({ length: passageCount }, (_, ordinal) => {
			const passage = firstPassage + ordinal;
			const lengths = [part.bodyLengths[passage], part.contextLengths[passage], part.countTokens(passage), part.documentNumbers[passage]];
			return [part.rangeOf(passage), lengths, Array.from(part.contextOf(passage), toWord)];
		});
		const joined = [...table.joined].map(([at, found]) => [at, found.map((word) => [toWord(word.number), word.length])]);
		return [id, language, length, passages, Array.from(table.numbers, toWord), joined, part.findDocument(id), part.lengthOf(number)];
	});
	const terms: unknown[] = [];
	const list = takeAllSteps(words.listTermsInSteps());
	list.texts.forEach((text, at) => {
		const term = list.terms[at] ?? -1;
		const rows = { passages: new NumberList(), counts: new NumberList() };
		part.readPostings(term, 'body', rows);
		part.readPostings(term, 'context', rows);
		const found = Array.from(rows.passages.toArray(), (passage, at) => `${passage} ${rows.counts.values[at]}`).sort();
		terms.push([text, found, words.withTerm(term, 'en').map(toWord).sort()]);
	});
	return { documents, terms, totals: { ...part.totals } };
}

describe('a section', () => {
	const whole = Uint8Array.from({ length: blockLength * 5 + 100 }, (_, at) => at % 251);
	const check = (name: string, needs: readonly (readonly [number, number])[], expected: readonly string[]) =>
		it(name, () => {
			const read: string[] = [];
			const section = new Section(new Uint8Array(whole.length), (block, endBlock) => {
				read.push(`${block}-${endBlock}`);
				return whole.subarray(block * blockLength, endBlock * blockLength);
			});
			for (const [start, end] of needs) {
				section.need(start, end);
				assert.deepEqual(section.bytes.subarray(start, end), whole.subarray(start, end));
			}
			assert.deepEqual(read, expected);
		});
	const block = blockLength;
	check('reads nothing before it is asked', [], []);
	check('reads nothing for nothing', [[block, block]], []);
	check('reads the block of a byte', [[block, block + 1]], ['1-2']);
	check(
		'reads a block once',
		[
			[10, 20],
			[30, 40],
			[0, block],
		],
		['0-1'],
	);
	check('reads blocks in a row at once', [[10, block * 3]], ['0-3']);
	check(
		'leaves out those that are there',
		[
			[block, block + 1],
			[0, block * 3 + 1],
		],
		['1-2', '0-1', '2-4'],
	);
	check('ends where there are no more', [[block * 5, block * 9]], ['5-6']);
	it('reads it again where it could not', () => {
		let isBroken = true;
		const section = new Section(new Uint8Array(10), () => {
			if (isBroken) {
				throw new DamagedPart();
			}
			return Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
		});
		assert.throws(() => section.need(0, 1), DamagedPart);
		isBroken = false;
		section.need(0, 1);
		assert.equal(section.bytes[9], 10);
	});
});

describe('a column of numbers', () => {
	it('comes back, small numbers and large ones', () => {
		const numbers = [0, 1, 254, 255, 256, 7, 70_000, 255, 0];
		const writer = new ColumnWriter();
		numbers.forEach((number) => writer.add(number));
		assert.deepEqual([...readColumn(writer.finish(), numbers.length)], numbers);
	});
});

describe('ids in bytes', () => {
	const ids = Array.from({ length: 50 }, (_, n) => `file:///reports/${n % 7}/report ${n}.md`).concat(
		'',
		'정부',
		'\ud83d',
		'__proto__',
		'a"b',
	);
	it('come back, and are found', () => {
		const writer = new IdWriter();
		ids.forEach((id) => writer.add(id));
		const { ids: bytes, idBlocks } = writer.finish();
		const read = new DocumentIds(bytes, new Uint32Array(idBlocks.buffer, idBlocks.byteOffset, idBlocks.length / 4), ids.length);
		for (const document of [40, 3, 54, 17, 0]) {
			assert.equal(read.at(document), ids[document]);
		}
		assert.deepEqual([read.list(), read.at(-1), read.at(ids.length), read.find('nowhere')], [ids, '', '', -1]);
		assert.ok(ids.every((id, document) => read.find(id) === document));
	});
});
