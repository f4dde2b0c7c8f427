import assert from 'node:assert/strict';
import { HeldBlocks } from '../../../src/search/parts/heldBlocks.ts';
import { blockLength, DamagedPart } from '../../../src/search/parts/section.ts';

const blockCount = 200;
/** No two blocks begin alike. */
const whole = new Uint8Array(blockCount * blockLength - 100);
for (let at = 0; at < whole.length; at += 97) {
	whole[at] = (at * 31 + (at >>> 13) * 7) % 251;
}

/** The blocks, and each that is read. */
function openBlocks(length = whole.length) {
	const read: string[] = [];
	const held = new HeldBlocks((block, endBlock, room) => {
		read.push(`${block}-${endBlock}`);
		const bytes = whole.subarray(block * blockLength, Math.min(length, endBlock * blockLength));
		room?.set(bytes);
		return room?.subarray(0, bytes.length) ?? bytes;
	}, length);
	const check = (start: number, end: number) =>
		assert.ok(Buffer.compare(held.read(start, end), whole.subarray(start, Math.min(end, length))) === 0, `${start} to ${end}`);
	return { held, read, check };
}

describe('blocks that are held of a section', () => {
	const block = blockLength;
	it('give what was asked for: in a block, over several, behind the end, and nothing', () => {
		const { check, held } = openBlocks();
		for (const [start, end] of [
			[0, 10],
			[block - 5, block + 5],
			[block * 3 + 7, block * 6 + 1],
			[whole.length - 5, whole.length + 50],
		] as const) {
			check(start, end);
		}
		assert.equal(held.read(block, block).length, 0);
	});
	it('are right after more blocks were read than there is room for, before any group and behind one', () => {
		const { check, held } = openBlocks();
		for (let round = 0; round < 2; round++) {
			for (let at = 0; at < blockCount; at++) {
				check(((at * 7) % blockCount) * block + 50, ((at * 7) % blockCount) * block + 60);
			}
			held.startGroup();
			held.addToGroup(5, 9);
			held.readGroup();
		}
	});
	it('read what is used often once, whatever comes between', () => {
		const { read, check } = openBlocks();
		for (let at = 1; at < blockCount; at++) {
			check(3, 9);
			check(at * block, at * block + 9);
		}
		assert.equal(read.filter((blocks) => blocks === '0-1').length, 1);
	});
	it('read neighbours of a group at once, and leave out those that are held', () => {
		const { held, read } = openBlocks();
		held.read(block * 3, block * 3 + 1);
		held.startGroup();
		for (const at of [1, 2, 2, 3, 4, 9]) {
			assert.ok(held.addToGroup(at * block + 1, at * block + 2));
		}
		held.readGroup();
		assert.deepEqual(read, ['3-4', '1-3', '4-5', '9-10']);
	});
	it('keep those of a group in their place until the next, whatever else is read', () => {
		const { held, check } = openBlocks();
		held.startGroup();
		let count = 0;
		while (held.addToGroup(count * 2 * block + 11, count * 2 * block + 200)) {
			count++;
		}
		assert.ok(count > 10 && count < 128, String(count));
		held.readGroup();
		for (let at = 0; at < blockCount; at++) {
			check(at * block, at * block + 20);
		}
		for (let at = 0; at < count; at++) {
			const [start, end] = [at * 2 * block + 11, at * 2 * block + 200];
			const place = held.find(start, end);
			assert.ok(
				place >= 0 && Buffer.compare(held.bytes.subarray(place, place + end - start), whole.subarray(start, end)) === 0,
				String(at),
			);
		}
	});
	it('say of a range in two blocks that it stands in no place', () => {
		const { held } = openBlocks();
		held.startGroup();
		assert.ok(held.addToGroup(block - 5, block + 5));
		held.readGroup();
		assert.equal(held.find(block - 5, block + 5), -1);
	});
	it('hold nothing of what was not as it was written', () => {
		let isBroken = true;
		const held = new HeldBlocks((from, to, room) => {
			room?.fill(9);
			if (isBroken) {
				throw new DamagedPart();
			}
			return whole.subarray(from * block, to * block);
		}, whole.length);
		assert.throws(() => held.read(0, 100), DamagedPart);
		held.startGroup();
		held.addToGroup(0, 100);
		assert.throws(() => held.readGroup(), DamagedPart);
		isBroken = false;
		assert.deepEqual(held.read(0, 100), whole.subarray(0, 100));
	});
});
