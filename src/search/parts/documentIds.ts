import { ByteReader, ByteWriter, NumberList } from './bytes.ts';
import { toBytes } from './packingSource.ts';

/** So many ids share a block: the first stands whole, each other one leaves out what it has in common with the one before. */
const blockLength = 16;

/** Ids of documents in few bytes: what `DocumentIds` reads. */
export class IdWriter {
	readonly #bytes = new ByteWriter();
	readonly #blocks = new NumberList();
	#before: Uint8Array = new Uint8Array();
	#count = 0;

	add(id: string): void {
		if (this.#count % blockLength === 0) {
			this.#blocks.push(this.#bytes.length);
			this.#before = new Uint8Array();
		}
		// As JSON, which keeps what UTF-8 alone would not: half of a surrogate pair.
		const bytes = encoder.encode(JSON.stringify(id));
		let shared = 0;
		while (shared < bytes.length && bytes[shared] === this.#before[shared]) {
			shared++;
		}
		this.#bytes.addNumber(shared);
		this.#bytes.addNumber(bytes.length - shared);
		this.#bytes.addBytes(bytes.subarray(shared));
		this.#before = bytes;
		this.#count++;
	}

	finish(): { readonly ids: Uint8Array; readonly idBlocks: Uint8Array } {
		return { ids: this.#bytes.toBytes(), idBlocks: toBytes(this.#blocks.toArray()) };
	}
}

/** The ids of a part's documents, by number. Read when they are asked for, and then held. */
export class DocumentIds {
	readonly count: number;
	readonly #bytes: Uint8Array;
	readonly #blocks: Uint32Array;
	readonly #known: (string | undefined)[] = [];
	#numbers: Map<string, number> | undefined;

	constructor(bytes: Uint8Array, blocks: Uint32Array, count: number) {
		this.count = count;
		this.#bytes = bytes;
		this.#blocks = blocks;
	}

	/** Empty for a number that no document has. */
	at(document: number): string {
		const known = this.#known[document];
		if (known !== undefined || document < 0 || document >= this.count) {
			return known ?? '';
		}
		this.#readBlock(Math.floor(document / blockLength));
		return this.#known[document] ?? '';
	}

	/** -1 for an id that none has. */
	find(id: string): number {
		this.#numbers ??= new Map(this.list().map((other, document) => [other, document]));
		return this.#numbers.get(id) ?? -1;
	}

	list(): readonly string[] {
		return Array.from({ length: this.count }, (_, document) => this.at(document));
	}

	#readBlock(block: number): void {
		const reader = new ByteReader(this.#bytes, this.#blocks[block] ?? 0);
		const end = Math.min(this.count, (block + 1) * blockLength);
		let before: Uint8Array = new Uint8Array();
		for (let document = block * blockLength; document < end; document++) {
			const shared = reader.readNumber();
			const length = reader.readNumber();
			const id = new Uint8Array(shared + length);
			id.set(before.subarray(0, shared));
			id.set(this.#bytes.subarray(reader.at, reader.at + length), shared);
			reader.at += length;
			before = id;
			this.#known[document] = JSON.parse(decoder.decode(id)) as string;
		}
	}
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
