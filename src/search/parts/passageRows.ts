import { ByteReader } from './bytes.ts';
import type { Section } from './section.ts';

/**
 * What a packed part knows of each passage but its words, read as far as documents are asked for: where it stands in its document's text, which of
 * the document's contexts is its own, and where its tokens begin.
 */
export class PassageRows {
	/** By passage; these count where `need` was asked for its document. */
	readonly starts: Uint32Array;
	readonly lengths: Uint32Array;
	readonly contextNumbers: Uint32Array;
	/** The tokens of passage `n` are the bytes from `tokenStarts[n]` to `tokenStarts[n + 1]`. */
	readonly tokenStarts: Uint32Array;
	readonly #rows: Section;
	/** By document: where its rows, and its tokens, begin. */
	readonly #rowStarts: Uint32Array;
	readonly #documentTokens: Uint32Array;
	readonly #firstPassages: Uint32Array;
	/** By document: 1 for those that were read. */
	readonly #isThere: Uint8Array;

	constructor(
		rows: Section,
		places: { readonly rowStarts: Uint32Array; readonly tokenStarts: Uint32Array; readonly firstPassages: Uint32Array },
		counts: { readonly documentCount: number; readonly passageCount: number },
	) {
		this.#rows = rows;
		this.#rowStarts = places.rowStarts;
		this.#documentTokens = places.tokenStarts;
		this.#firstPassages = places.firstPassages;
		this.#isThere = new Uint8Array(counts.documentCount);
		this.starts = new Uint32Array(counts.passageCount);
		this.lengths = new Uint32Array(counts.passageCount);
		this.contextNumbers = new Uint32Array(counts.passageCount);
		this.tokenStarts = new Uint32Array(counts.passageCount + 1);
	}

	/** Reads the rows of a document, as `packParts` wrote them: each passage begins so far behind the end of the one before. Nothing to do for what is no document. */
	need(document: number): void {
		if (this.#isThere[document] === 0) {
			this.#read(document);
		}
	}

	#read(document: number): void {
		const start = this.#rowStarts[document] ?? 0;
		this.#rows.need(start, this.#rowStarts[document + 1] ?? 0);
		const reader = new ByteReader(this.#rows.bytes, start);
		let lastEnd = 0;
		let token = this.#documentTokens[document] ?? 0;
		const endPassage = this.#firstPassages[document + 1] ?? 0;
		for (let passage = this.#firstPassages[document] ?? 0; passage < endPassage; passage++) {
			const passageStart = lastEnd + reader.readNumber();
			const length = reader.readNumber();
			lastEnd = passageStart + length;
			this.starts[passage] = passageStart;
			this.lengths[passage] = length;
			this.contextNumbers[passage] = reader.readNumber();
			this.tokenStarts[passage] = token;
			token += reader.readNumber();
		}
		this.tokenStarts[endPassage] = token;
		this.#isThere[document] = 1;
	}
}
