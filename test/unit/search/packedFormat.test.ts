import assert from 'node:assert/strict';
import { takeAllSteps } from '../../../src/base/steps.ts';
import { ByteReader, ByteWriter, NumberList, readNibbles } from '../../../src/search/parts/bytes.ts';
import { LivePart } from '../../../src/search/parts/livePart.ts';
import { openPart } from '../../../src/search/parts/packedPart.ts';
import { packParts } from '../../../src/search/parts/packer.ts';
import { DamagedPart, toFileBytes } from '../../../src/search/parts/segmentFile.ts';
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
		...new Set(Array.from({ length: 100 }, (_, n) => `word${(n * 37) % 61}`).concat('', '\0en\0the', '정부', '性', 'é', '\u{1F600}')),
	].sort();
	const writer = new SortedTextsWriter();
	texts.forEach((text, index) => writer.add(text, [index, index * 1_000]));
	const sorted = new SortedTexts(writer.finish(), texts.length, 2);

	it('are found, each with its numbers', () => {
		for (const [index, text] of texts.entries()) {
			assert.equal(sorted.find(text), index);
			assert.equal(sorted.read(index), text);
			assert.deepEqual(sorted.readNumbers(index), [index, index * 1_000]);
		}
	});
	it('say where others would stand', () => {
		for (const text of ['a', 'word', 'word1x', 'zzz', '정', '', '\u{1F601}']) {
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
	const tokensStart = bytes.length - (pieces.at(-1)?.length ?? 0) - (pieces.at(-2)?.length ?? 0);
	const open = (changed: Uint8Array) => openPart((start, end) => changed.subarray(start, end));

	it('opens as it was', () => {
		const part = open(bytes);
		assert.ok(part);
		assert.deepEqual([part.totals.documents, part.passageCapacity, part.documentAt(1).id], [3, live.passageCapacity, 'd2']);
	});
	it('does not open if any byte before the tokens was changed', () => {
		const unseen = [...Array(tokensStart).keys()].filter((at) => {
			const changed = bytes.slice();
			changed[at] = (changed[at] ?? 0) ^ 0x10;
			return open(changed) !== undefined;
		});
		// Sections begin at multiples of eight: what fills the gaps before them says nothing.
		assert.ok(tokensStart > 500);
		assert.ok(unseen.every((at) => bytes[at] === 0) && unseen.length < 7 * 18, `${unseen.length} changes were not seen`);
	});
	it('does not open if it was cut', () => {
		for (let length = 0; length < bytes.length - 8; length += 7) {
			assert.equal(open(bytes.slice(0, length)), undefined, String(length));
		}
	});
	it('says so where any byte of the tokens was changed', () => {
		const tokensLength = pieces.at(-2)?.length ?? 0;
		assert.ok(tokensLength > 20);
		for (let at = tokensStart; at < tokensStart + tokensLength; at++) {
			const changed = bytes.slice();
			changed[at] = (changed[at] ?? 0) ^ 0x10;
			const part = open(changed);
			assert.ok(part);
			assert.throws(() => part.tokensOf(0), DamagedPart);
			assert.ok(part.isDamaged);
		}
	});
});
