import { type BlockSource, blockLength, blockShift } from './section.ts';

/** So many blocks are held of a section, or all of one that has fewer: a megabyte. */
const minSlots = 128;
/** Of long sections one block of so many, since phrases look here and there in all of it: 6 MB for 100 MB of text. */
const blocksPerSlot = 4;
/** So many are sure to stay at a time: half of what is held at the least, so that others find room meanwhile. */
const maxKept = minSlots / 2;
/** Neighbours are read at once: sixteen take the system as long as four do by themselves. */
const maxRead = 16;
/** A block that was used often is passed over so many times before it goes. */
const maxUses = 3;

/**
 * A section of which some blocks are in memory: what is used often stays, what was read once goes first. They share one row of bytes, made with the first
 * look: new memory for each block, and collecting it again, cost four fifths of what reading and checking it did.
 */
export class HeldBlocks {
	readonly #source: BlockSource;
	readonly #length: number;
	readonly #slotCount: number;
	/** By block: one more than its slot; 0 for those that are not held. */
	readonly #slotOf: Int32Array;
	/** By slot: one more than the block that stands there; 0 for none. */
	readonly #blockOf: Int32Array;
	/** By slot: how often it was used since it was last passed over. */
	readonly #uses: Uint8Array;
	/** By slot: the number of the last group that it was kept for, 0 for none. */
	readonly #groupOf: Uint32Array;
	#group = 1;
	#keptCount = 0;
	/** Blocks of the group that have to be read. */
	readonly #wanted: number[] = [];
	#nextSlot = 0;
	#bytes = new Uint8Array();
	/** Where blocks are read to before it is known that they are as they were written. */
	#arriving = new Uint8Array();

	constructor(source: BlockSource, length: number) {
		const blockCount = Math.ceil(length / blockLength);
		this.#source = source;
		this.#length = length;
		this.#slotCount = Math.min(blockCount, Math.max(minSlots, Math.ceil(blockCount / blocksPerSlot)));
		this.#slotOf = new Int32Array(blockCount);
		this.#blockOf = new Int32Array(this.#slotCount);
		this.#uses = new Uint8Array(this.#slotCount);
		this.#groupOf = new Uint32Array(this.#slotCount);
	}

	/** The bytes of all that is held, in no order; see `find`. */
	get bytes(): Uint8Array {
		return this.#bytes;
	}

	/** The bytes from `start` to `end`, or to where there are no more. Good until something else is read. */
	read(start: number, end: number): Uint8Array {
		const to = Math.min(end, this.#length);
		if (to <= start) {
			return new Uint8Array();
		}
		if (isInOneBlock(start, to)) {
			const place = this.#use(start >>> blockShift) * blockLength + (start & (blockLength - 1));
			return this.#bytes.subarray(place, place + to - start);
		}
		const bytes = new Uint8Array(to - start);
		for (let at = start; at < to; ) {
			const pieceEnd = Math.min(to, ((at >>> blockShift) + 1) * blockLength);
			bytes.set(this.read(at, pieceEnd), at - start);
			at = pieceEnd;
		}
		return bytes;
	}

	/** Begins a group of ranges that are looked at together, and forgets the one before. */
	startGroup(): void {
		this.#group++;
		this.#keptCount = 0;
		this.#wanted.length = 0;
	}

	/** Takes a range into the group; false if there is no room in it. Of one that lies in two blocks `find` will say nothing. */
	addToGroup(start: number, end: number): boolean {
		if (!isInOneBlock(start, end)) {
			return true;
		}
		const block = start >>> blockShift;
		const slot = (this.#slotOf[block] ?? 0) - 1;
		if (slot < 0) {
			if (this.#wanted.at(-1) !== block && !this.#wanted.includes(block)) {
				if (this.#keptCount === maxKept) {
					return false;
				}
				this.#wanted.push(block);
				this.#keptCount++;
			}
		} else if (this.#groupOf[slot] !== this.#group) {
			if (this.#keptCount === maxKept) {
				return false;
			}
			this.#keep(slot);
			this.#keptCount++;
		}
		return true;
	}

	/** Reads what the group needs: `find` is good for it then until the next group, whatever else is read. */
	readGroup(): void {
		const wanted = this.#wanted;
		for (let from = 0; from < wanted.length; ) {
			const block = wanted[from] ?? 0;
			let count = 1;
			while (count < maxRead && wanted[from + count] === block + count) {
				count++;
			}
			this.#load(block, count, true);
			from += count;
		}
	}

	/** Where a range of the group begins in `bytes`; -1 if it lies in two blocks. */
	find(start: number, end: number): number {
		return isInOneBlock(start, end) ? ((this.#slotOf[start >>> blockShift] ?? 0) - 1) * blockLength + (start & (blockLength - 1)) : -1;
	}

	/** The slot of a block, read if it is not held. */
	#use(block: number): number {
		if (this.#slotOf[block] === 0) {
			this.#load(block, 1, false);
		}
		const slot = (this.#slotOf[block] ?? 0) - 1;
		this.#uses[slot] = Math.min(maxUses, (this.#uses[slot] ?? 0) + 1);
		return slot;
	}

	#keep(slot: number): void {
		this.#groupOf[slot] = this.#group;
		this.#uses[slot] = Math.min(maxUses, (this.#uses[slot] ?? 0) + 1);
	}

	#load(block: number, count: number, isKept: boolean): void {
		if (this.#bytes.length === 0) {
			this.#bytes = new Uint8Array(this.#slotCount * blockLength);
			this.#arriving = new Uint8Array(Math.min(maxRead, this.#slotCount) * blockLength);
		}
		const read = this.#source(block, block + count, this.#arriving);
		for (let at = 0; at < count; at++) {
			const slot = this.#takeSlot();
			this.#bytes.set(read.subarray(at * blockLength, (at + 1) * blockLength), slot * blockLength);
			this.#blockOf[slot] = block + at + 1;
			this.#slotOf[block + at] = slot + 1;
			if (isKept) {
				this.#keep(slot);
			}
		}
	}

	/** A slot of which nothing is needed now, emptied. There is one: less than all are kept for a group, unless each block has its own. */
	#takeSlot(): number {
		for (;;) {
			const slot = this.#nextSlot;
			this.#nextSlot = slot + 1 === this.#slotCount ? 0 : slot + 1;
			const block = this.#blockOf[slot] ?? 0;
			if (block === 0) {
				return slot;
			}
			const uses = this.#uses[slot] ?? 0;
			if (this.#groupOf[slot] === this.#group) {
				continue;
			}
			if (uses === 0) {
				this.#slotOf[block - 1] = 0;
				this.#blockOf[slot] = 0;
				return slot;
			}
			this.#uses[slot] = uses - 1;
		}
	}
}

function isInOneBlock(start: number, end: number): boolean {
	return start >>> blockShift === (end - 1) >>> blockShift;
}
