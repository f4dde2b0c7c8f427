import { BlockFlow } from './blockFlow.ts';
import type { TexGroups } from './texGroups.ts';

/** What a LaTeX source prints: the words that are told, unless the preamble or a group without text is open. */
export class TexPrint {
	readonly blocks = new BlockFlow();
	/** In front of `\begin{document}` nothing is printed. */
	isPreamble = false;
	/** Tables that are open: in them an empty line ends no paragraph. */
	tableDepth = 0;
	readonly #groups: TexGroups;
	/** An opening bracket that is written only if there will be something in it. */
	#heldBracket: { readonly char: string; readonly at: number } | undefined;
	/** They wait for the end of their paragraph. */
	#notes: (() => void)[] = [];

	constructor(groups: TexGroups) {
		this.#groups = groups;
	}

	get isSilent(): boolean {
		return this.isPreamble || this.#groups.isSilent;
	}

	get holdsBracket(): boolean {
		return this.#heldBracket !== undefined;
	}

	/** Text that stands in the source at `start`. */
	write(text: string, start: number): void {
		if (!this.isSilent) {
			const isEmptied = this.#heldBracket !== undefined && (text.startsWith(')') || text.startsWith(']'));
			this.#releaseBracket(isEmptied);
			const skipped = isEmptied ? 1 : 0;
			this.blocks.write(text.slice(skipped), start + skipped);
		}
	}

	/** Text that stands in the source in another form. */
	writeOwn(text: string): void {
		if (!this.isSilent) {
			this.#releaseBracket(false);
			this.blocks.write(text, -1);
		}
	}

	/** An opening bracket, and what it holds may be left out: then so is it, and the one that closes it. */
	holdBracket(char: string, at: number): void {
		this.#heldBracket = { char, at };
	}

	breakParagraph(): void {
		if (this.isSilent) {
			return;
		}
		this.#releaseBracket(false);
		this.blocks.perform(() => this.blocks.flow.breakParagraph());
		if (this.#notes.length > 0 && !this.blocks.isDeferred && this.tableDepth === 0) {
			for (const write of this.#notes.splice(0)) {
				this.blocks.writeNote(write);
			}
		}
	}

	breakLine(): void {
		if (!this.isSilent) {
			this.blocks.perform(() => this.blocks.flow.startLine());
		}
	}

	breakCell(): void {
		if (!this.isSilent) {
			this.blocks.perform(() => this.blocks.flow.breakCell());
		}
	}

	/** What is told until `endNote` is a note, and stands behind its paragraph. */
	startNote(): void {
		this.blocks.startDeferred();
	}

	endNote(): void {
		this.#notes.push(this.blocks.endDeferred());
	}

	#releaseBracket(isEmptied: boolean): void {
		const held = this.#heldBracket;
		if (held) {
			this.#heldBracket = undefined;
			if (!isEmptied) {
				this.blocks.write(held.char, held.at);
			}
		}
	}
}
