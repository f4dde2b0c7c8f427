import { MappedTextBuilder, type OffsetMap } from '../../text/offsetMap.ts';
import type { Range } from '../../text/range.ts';
import type { Heading, Page } from '../document.ts';
import { repairBrokenWords } from '../repair/brokenWords.ts';
import { cleanCharacters } from '../repair/characters.ts';
import { applyEdits, composeSteps, type Edit, moveOffset, moveRange } from '../repair/edits.ts';
import type { OfficeText } from './officeQuotes.ts';
import type { PdfBlock } from './pdfBlocks.ts';
import { LineJoints } from './pdfHyphens.ts';
import type { PdfLine } from './pdfLines.ts';

/** Longer texts are data rather than prose; their words stay as they are, as in plain text. UTF-16 units. */
const maxRepairLength = 6 * 1024 * 1024;

/** What is added behind the text of a page: what annotations and form fields show. */
export interface PageExtras {
	readonly page: number;
	readonly paragraphs: readonly string[];
}

/** Writes the blocks as clean text. `levels` are those of the headings; `labels` of all pages. */
export function writePdfText(
	blocks: readonly PdfBlock[],
	levels: ReadonlyMap<PdfBlock, number>,
	labels: readonly string[],
	extras: readonly PageExtras[],
): OfficeText {
	const writer = new BlockWriter(blocks);
	let nextExtra = 0;
	const addExtras = (beforePage: number) => {
		for (; nextExtra < extras.length && (extras[nextExtra]?.page ?? 0) < beforePage; nextExtra++) {
			writer.addExtra(extras[nextExtra] as PageExtras);
		}
	};
	for (const [at, block] of blocks.entries()) {
		if (!writer.isRunning) {
			addExtras(block.page);
		}
		writer.add(block, blocks[at + 1], levels.get(block));
	}
	addExtras(Number.POSITIVE_INFINITY);
	return writer.build(labels);
}

class BlockWriter {
	readonly #builder = new MappedTextBuilder();
	readonly #joints: LineJoints;
	readonly #pageStarts: { readonly page: number; readonly start: number }[] = [];
	readonly #headings: (Range & { readonly level: number })[] = [];
	readonly #notes: Range[] = [];
	/** The last line of a paragraph that goes on in the next block. */
	#running: PdfLine | undefined;

	constructor(blocks: readonly PdfBlock[]) {
		this.#joints = new LineJoints(blocks.flatMap((block) => block.paragraph.lines));
	}

	get isRunning(): boolean {
		return this.#running !== undefined;
	}

	add(block: PdfBlock, nextBlock: PdfBlock | undefined, level: number | undefined): void {
		const { lines, keepsBreak } = block.paragraph;
		let before = this.#running;
		if (before === undefined && this.#builder.length > 0) {
			this.#builder.addOwn('\n\n');
		}
		const start = this.#builder.length;
		for (const [at, line] of lines.entries()) {
			const joint = before && !keepsBreak[at - 1] ? this.#joints.joint(before.text, line.text) : undefined;
			this.#builder.addOwn(joint ? joint.separator : before ? '\n' : '');
			if (at === 0) {
				this.#startPage(block.page);
			}
			const next = lines[at + 1];
			const goesOn = next ? !keepsBreak[at] : block.runsOn;
			this.#addLine(line, goesOn ? this.#cutOf(line, next ?? nextBlock?.paragraph.lines[0]) : 0);
			before = line;
		}
		this.#running = block.runsOn ? before : undefined;
		const range = { start, end: this.#builder.length };
		if (range.end > range.start && level !== undefined) {
			this.#headings.push({ ...range, level });
		}
		if (range.end > range.start && block.kind === 'note') {
			this.#notes.push(range);
		}
	}

	addExtra(extra: PageExtras): void {
		for (const paragraph of extra.paragraphs) {
			this.#builder.addOwn(this.#builder.length > 0 ? '\n\n' : '');
			this.#startPage(extra.page);
			this.#builder.addOwn(paragraph);
		}
	}

	build(labels: readonly string[]): OfficeText {
		const written = this.#builder.build();
		const characters = cleanCharacters(written.text);
		const folded = applyEdits(characters.text, findLeaders(characters.text));
		const repaired = folded.text.length <= maxRepairLength ? repairBrokenWords(folded.text) : applyEdits(folded.text, []);
		const steps = [characters, folded, repaired];
		const moveAll = (ranges: readonly Range[]): Range[] =>
			ranges.map((range) => steps.reduce((moved, step) => moveRange(step.offsetMap, moved), range));
		const moveOne = (offset: number) => steps.reduce((moved, step) => moveOffset(step.offsetMap, moved), offset);
		const { text } = repaired;
		const headings = moveAll(this.#headings).map((range, at): Heading => {
			return { ...range, level: this.#headings[at]?.level ?? 1, text: text.slice(range.start, range.end) };
		});
		// A page without text stands where the next one begins.
		const starts = new Map(this.#pageStarts.map(({ page, start }) => [page, moveOne(start)]));
		const pages: Page[] = [];
		let end = text.length;
		for (let page = labels.length - 1; page >= 0; page--) {
			const start = starts.get(page) ?? end;
			pages.push({ label: labels[page] ?? String(page + 1), start, end });
			end = start;
		}
		const offsetMap: OffsetMap = composeSteps([repaired, folded, characters, written]);
		const isFilled = (range: Range) => range.end > range.start;
		return {
			text,
			offsetMap,
			headings: headings.filter(isFilled),
			notes: moveAll(this.#notes).filter(isFilled),
			pages: pages.reverse(),
		};
	}

	#startPage(page: number): void {
		if (page > (this.#pageStarts.at(-1)?.page ?? -1)) {
			this.#pageStarts.push({ page, start: this.#builder.length });
		}
	}

	#cutOf(line: PdfLine, next: PdfLine | undefined): number {
		return next ? this.#joints.joint(line.text, next.text).cut : 0;
	}

	/** Writes text of the source; shapes of letters as the letters they are. */
	#addFolded(text: string, source: number): void {
		let done = 0;
		for (const match of text.matchAll(presentationForms)) {
			this.#builder.addFromSource(text.slice(done, match.index), source + done);
			// A mark without its letter stands for itself behind a space; here it has its letter.
			this.#builder.addOwn(match[0].normalize('NFKC').replace(/ (?=\p{Mn})/gu, ''));
			done = match.index + match[0].length;
		}
		this.#builder.addFromSource(text.slice(done), source + done);
	}

	/** Writes a line without the last `cut` characters. */
	#addLine({ text, runs }: PdfLine, cut: number): void {
		const length = text.length - cut;
		let done = 0;
		for (let at = 0; at < runs.length; at += 3) {
			const [start = 0, source = 0] = [runs[at], runs[at + 1]];
			const end = Math.min(start + (runs[at + 2] ?? 0), length);
			if (end <= start) {
				break;
			}
			this.#builder.addOwn(text.slice(done, start));
			this.#addFolded(text.slice(start, end), source);
			done = end;
		}
		this.#builder.addOwn(text.slice(done, length));
	}
}

/** The dots that lead to a page number become a tab. */
function findLeaders(text: string): Edit[] {
	return [...text.matchAll(/(?: ?\.){6,}[ \t]?/gu)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		replacement: '\t',
	}));
}

/** Arabic and Hebrew letters as fonts have them, one shape for each place in a word, and ligatures of them; Latin letters with their marks apart. */
const presentationForms = /[A-Za-z][\u0300-\u030c\u0327]|[\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+/gu;
