import type { Problem } from '../../base/problem.ts';
import { composeMaps } from '../../text/offsetMap.ts';
import type { Heading } from '../document.ts';
import { cleanCharacters } from '../repair/characters.ts';
import { composeLetters } from '../repair/composedLetters.ts';
import { applyEdits, composeSteps, type Edit, type MappedText } from '../repair/edits.ts';
import { renderMarkup } from './htmlText.ts';
import { Lines } from './lines.ts';
import { MarkupTooDeep, parseMarkup } from './markupTree.ts';
import { isHidden } from './pageSelection.ts';
import { layOutParagraphs } from './paragraphs.ts';
import { stripTags } from './stripTags.ts';

/** The clean text of one body of a mail, its map leading to the file. */
export interface BodyText extends MappedText {
	readonly headings: readonly Heading[];
	readonly problems: readonly Problem[];
	/** Whether something in it can only be read with a key. */
	readonly isEncrypted: boolean;
	/** The names of files that stand in the text, encoded as was usual before MIME; they are left out of it. */
	readonly fileNames: readonly string[];
}

/** How the sender's program broke the lines (RFC 3676). */
export interface LineFormat {
	readonly isFlowed: boolean;
	/** Whether the space that marks a line which goes on is no space of the text. */
	readonly deletesSpace: boolean;
}

/**
 * The clean text of a plain body: lines that go on are joined, each paragraph of a quotation with the `>` of its first line; signatures, keys and
 * files written into the text are left out. Nothing else of a mail is furniture.
 */
export function renderPlainBody(source: MappedText, format: LineFormat): BodyText {
	const characters = cleanCharacters(source.text);
	const composed = composeLetters(characters.text);
	const blocks = findArmour(composed.text);
	const bare = applyEdits(composed.text, blocks.edits);
	const flowed = applyEdits(bare.text, format.isFlowed ? findFlows(bare.text, format.deletesSpace) : []);
	const laidOut = layOutParagraphs(new Lines(flowed.text), new Set(), []);
	return {
		...laidOut,
		offsetMap: composeMaps(composeSteps([laidOut, flowed, bare, composed, characters]), source.offsetMap),
		headings: [],
		problems: [],
		isEncrypted: blocks.isEncrypted,
		fileNames: blocks.fileNames,
	};
}

/** The clean text of an HTML body: all of it that is shown, for a mail has no menus. */
export function renderHtmlBody(source: MappedText, maxDepth: number): BodyText {
	const rest = { isEncrypted: false, fileNames: [] };
	try {
		const { root } = parseMarkup(source.text, maxDepth);
		const { text, headings, offsetMap } = renderMarkup(root, {
			includesElement: (element) => !isHidden(element),
			includesText: () => true,
		});
		return { ...rest, text, headings, offsetMap: composeMaps(offsetMap, source.offsetMap), problems: [] };
	} catch (error) {
		if (!(error instanceof MarkupTooDeep)) {
			throw error;
		}
		const { text, headings, offsetMap } = stripTags(source.text);
		const detail = `Its elements nest deeper than ${maxDepth} levels, or are too many; read as plain text`;
		return { ...rest, text, headings, offsetMap: composeMaps(offsetMap, source.offsetMap), problems: [{ kind: 'tooDeep', detail }] };
	}
}

/** Joins lines that end with a space to the next one of the same quotation depth. The signature's mark `-- ` ends with one and goes on nowhere. */
function findFlows(text: string, deletesSpace: boolean): Edit[] {
	const edits: Edit[] = [];
	let before: { readonly depth: number; readonly end: number } | undefined;
	for (let start = 0; start < text.length; ) {
		const lineBreak = text.indexOf('\n', start);
		const end = lineBreak < 0 ? text.length : lineBreak;
		let at = start;
		while (at < end && text[at] === '>') {
			at++;
		}
		const depth = at - start;
		const isStuffed = text[at] === ' ';
		const content = isStuffed ? at + 1 : at;
		const isSignature = text.slice(content, end) === '-- ';
		if (before?.depth === depth && !isSignature) {
			edits.push({ start: deletesSpace ? before.end - 1 : before.end, end: content, replacement: '' });
		} else if (isStuffed && depth === 0) {
			edits.push({ start: at, end: content, replacement: '' });
		}
		before = end > content && text[end - 1] === ' ' && !isSignature ? { depth, end } : undefined;
		start = end + 1;
	}
	return edits;
}

interface Armour {
	readonly edits: readonly Edit[];
	readonly isEncrypted: boolean;
	readonly fileNames: readonly string[];
}

/** What stands in a text for machines: signatures (RFC 4880), encrypted blocks, files in uuencode. */
function findArmour(text: string): Armour {
	const edits: Edit[] = [];
	const fileNames: string[] = [];
	let isEncrypted = false;
	let isSigned = false;
	/** Where an empty line follows; asked for again only behind it. */
	let blank = -1;
	if (!text.includes('-----BEGIN PGP ') && !/^begin [0-7]{3,4} /m.test(text)) {
		return { edits, isEncrypted, fileNames };
	}
	for (let start = 0; start < text.length; ) {
		const lineBreak = text.indexOf('\n', start);
		const next = lineBreak < 0 ? text.length : lineBreak + 1;
		const line = text.slice(start, Math.min(next, start + 200)).trimEnd();
		if (blank < start) {
			const found = text.indexOf('\n\n', start);
			blank = found < 0 ? text.length : found;
		}
		const end = endOfBlock(text, line, blank, next);
		if (end !== undefined) {
			edits.push({ start, end, replacement: '' });
			isEncrypted ||= line === '-----BEGIN PGP MESSAGE-----';
			isSigned = line === '-----BEGIN PGP SIGNED MESSAGE-----';
			const name = /^begin [0-7]{3,4} (.{1,100})/.exec(line)?.[1];
			if (name !== undefined) {
				fileNames.push(name);
			}
			start = end;
			continue;
		}
		if (isSigned && line.startsWith('- ')) {
			edits.push({ start, end: start + 2, replacement: '' });
		}
		start = next;
	}
	return { edits, isEncrypted, fileNames };
}

/**
 * Where a block ends that begins with the line above `next`: behind its last line, or at the text's end if that is missing. `undefined` if none begins.
 * `blank` is where the next empty line stands.
 */
function endOfBlock(text: string, line: string, blank: number, next: number): number | undefined {
	const behind = (mark: string) => {
		const at = text.indexOf(mark, next - 1);
		return at < 0 ? text.length : Math.min(text.length, at + mark.length);
	};
	switch (line) {
		case '-----BEGIN PGP SIGNED MESSAGE-----':
			return blank === text.length ? next : blank + 2;
		case '-----BEGIN PGP SIGNATURE-----':
			return behind('\n-----END PGP SIGNATURE-----');
		case '-----BEGIN PGP MESSAGE-----':
			return behind('\n-----END PGP MESSAGE-----');
		default:
			// A full line of 45 bytes, or the line of the end: anything else is somebody's sentence about beginning.
			return /^begin [0-7]{3,4} \S/.test(line) && /^M[ -`]{60}(?:\n|$)/.test(text.slice(next, next + 62)) ? behind('\nend\n') : undefined;
	}
}
