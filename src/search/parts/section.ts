/** Bytes are checked block by block, as they are read: so many have a checksum of their own, two to the power of `blockShift`. */
export const blockLength = 1 << 13;
export const blockShift = 13;

/** What is thrown when bytes of a kept part are not any more what was written: nothing of it can be believed. */
export class DamagedPart extends Error {
	readonly kind = 'damagedPart';
}

/**
 * Reads whole blocks, from the first up to one that is not read any more; throws `DamagedPart` where they are not as they were written. May use the
 * beginning of `room` for them.
 */
export type BlockSource = (firstBlock: number, endBlock: number, room?: Uint8Array) => Uint8Array;

/**
 * Bytes of a packed part that come into memory as far as they are asked for, and stay. The row of bytes is as long as the section from the start; the
 * system gives memory only to what was written there.
 */
export class Section {
	#bytes: Uint8Array;
	#source: BlockSource | undefined;
	/** By block: 1 for those that are there. */
	#isThere: Uint8Array;

	/** Without a source all of it is there. */
	constructor(bytes: Uint8Array, source?: BlockSource) {
		this.#bytes = bytes;
		this.#source = source;
		this.#isThere = toMarks(bytes, source);
	}

	get length(): number {
		return this.#bytes.length;
	}

	/** All bytes; those count that were needed. Other ones after the next `takeFrom`. */
	get bytes(): Uint8Array {
		return this.#bytes;
	}

	/** Makes sure that the bytes from `start` to `end`, or to where there are no more, can be looked at. */
	need(start: number, end: number): void {
		if (this.#source === undefined) {
			return;
		}
		const endBlock = Math.ceil(Math.min(end, this.#bytes.length) / blockLength);
		for (let block = start >>> blockShift; block < endBlock; block++) {
			if (this.#isThere[block] === 0) {
				block = this.#read(block, endBlock, this.#source);
			}
		}
	}

	/** The same bytes as another one reads them, and none of them held but what is needed from now on. */
	takeFrom(other: Section): void {
		this.#bytes = other.#bytes;
		this.#source = other.#source;
		this.#isThere = other.#isThere;
	}

	/** Reads the blocks from this one on that are not there; gives the last of them. */
	#read(block: number, endBlock: number, source: BlockSource): number {
		let end = block + 1;
		while (end < endBlock && this.#isThere[end] === 0) {
			end++;
		}
		this.#bytes.set(source(block, end), block * blockLength);
		this.#isThere.fill(1, block, end);
		return end - 1;
	}
}

function toMarks(bytes: Uint8Array, source: BlockSource | undefined): Uint8Array {
	return new Uint8Array(source === undefined ? 0 : Math.ceil(bytes.length / blockLength));
}
