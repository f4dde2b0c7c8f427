import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Problem } from '../../base/problem.ts';
import { emptyContent, type Metadata } from '../document.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { fillLabels } from './pageLabels.ts';
import { PdfBitmapFonts } from './pdfBitmapFonts.ts';
import { findBodyType, type PdfPageLines, toBlocks } from './pdfBlocks.ts';
import { toColumns } from './pdfColumns.ts';
import { dateOfPdf } from './pdfDate.ts';
import { findPageEdges } from './pdfEdges.ts';
import { openPdf } from './pdfEngine.ts';
import { nameAttachments, readAnnotations, readOutline } from './pdfExtras.ts';
import { findPdfHeadings, findUnknownFonts } from './pdfHeadings.ts';
import { attachInitials } from './pdfInitials.ts';
import { type PdfItem, type PdfPage, readPdfItems } from './pdfItems.ts';
import { toLines, toSegments } from './pdfLines.ts';
import { readPdfMetadata } from './pdfMetadata.ts';
import { findBoldFonts, findPicturedPages } from './pdfPainting.ts';
import { type PageExtras, writePdfText } from './pdfText.ts';
import { type BytesReader, stoppedEarly } from './reader.ts';

/**
 * Reads a PDF: the text of its pages in reading order, column by column, without running heads, feet and page numbers; its headings and notes, the
 * pages with their labels, and what its properties say. Pages without text are named: they are scans whose text nobody recognised.
 *
 * The source that its offset map leads to is its raw text: what pdf.js gives of each page, its items in the order of the file, `\n` where an
 * item ends a line, and a form feed behind each page. So the form feeds before a place in the raw text are the pages before it.
 */
export const readPdf: BytesReader = async (bytes, { caps }) => {
	const opened = await openPdf(bytes);
	if ('kind' in opened) {
		return emptyContent('pdf', [opened]);
	}
	try {
		const { document } = opened;
		const read = await readPages(document, caps.maxPages, Math.ceil(caps.maxTextLength * 1.5));
		// What pdf.js cannot make sense of beside the pages, nobody misses.
		const labels = await document.getPageLabels().catch(() => null);
		const metadata = await readPdfMetadata(document).catch(() => noMetadata);
		const outline = await readOutline(document).catch(() => new Map<string, number>());
		const attachments = await nameAttachments(document).catch(() => []);
		const body = findBodyType(read.pages);
		const edges = findPageEdges(read.pages, labels ?? undefined, body.size);
		const blocks = toBlocks(read.pages, edges, body);
		const bold = await findBoldFonts(document, findUnknownFonts(blocks, body.size));
		const levels = findPdfHeadings(blocks, body.size, { outline, isBold: (font) => bold.has(font) });
		const content = writePdfText(blocks, levels, labels ?? printedLabels(edges.printed), read.extras);
		const completed = completeMetadata({ ...metadata, date: null }, content);
		return {
			...emptyContent('pdf', [...read.problems, ...attachments]),
			...partOfficeQuotes(content),
			...completed,
			date: dateOfPdf(metadata.date, completed.date, content.text),
		};
	} finally {
		await opened.close();
	}
};

const noMetadata: Metadata = { title: null, author: null, date: null, publisher: null, language: null };

/** Pages that bear no number and have no turn are called by their place. */
function printedLabels(printed: readonly (string | undefined)[]): string[] {
	return fillLabels(printed).map((label, at) => label ?? String(at + 1));
}

interface ReadPages {
	readonly pages: readonly PdfPageLines[];
	readonly extras: readonly PageExtras[];
	readonly problems: readonly Problem[];
}

/** Reads the pages one at a time, so that no more than one page's items are held. */
async function readPages(document: PDFDocumentProxy, maxPages: number, maxLength: number): Promise<ReadPages> {
	const pages: PdfPageLines[] = [];
	const extras: PageExtras[] = [];
	const problems: Problem[] = [];
	const broken: number[] = [];
	const blank: number[] = [];
	const fonts = new PdfBitmapFonts();
	let rawLength = 0;
	const count = Math.min(document.numPages, maxPages);
	for (let number = 1; number <= count; number++) {
		const page = await readPage(document, number, rawLength, maxLength - rawLength, fonts);
		if (page === undefined) {
			broken.push(number);
		} else if (page.written.length > 0) {
			extras.push({ page: number - 1, paragraphs: page.written });
		} else if (page.items.length === 0) {
			blank.push(number);
		}
		pages.push(page ? toPageLines(page) : { columns: [], turned: [], height: 0 });
		rawLength += (page?.rawLength ?? 0) + 1;
		if (page?.isCut || rawLength > maxLength) {
			problems.push(stoppedEarly);
			break;
		}
	}
	if (document.numPages > maxPages) {
		problems.push({ kind: 'truncated', detail: `It has ${document.numPages} pages; the first ${maxPages} were read` });
	}
	if (broken.length > 0) {
		problems.push({ kind: 'partMissing', detail: `${nameOf(broken)} could not be read` });
	}
	const pictured = blank.length === pages.length ? blank : await findPicturedPages(document, blank);
	if (pictured.length > 0) {
		problems.push({ kind: 'partMissing', detail: describeBlank(pictured, pages.length) });
	}
	return { pages, extras, problems };
}

/** A page, and what people wrote on it. */
interface ReadPage extends PdfPage {
	readonly written: readonly string[];
}

async function readPage(
	document: PDFDocumentProxy,
	number: number,
	rawStart: number,
	maxLength: number,
	fonts: PdfBitmapFonts,
): Promise<ReadPage | undefined> {
	try {
		const page = await document.getPage(number);
		const items = await readPdfItems(page, rawStart, maxLength, fonts);
		const written = await readAnnotations(page).catch(() => []);
		page.cleanup();
		return { ...items, written };
	} catch {
		// pdf.js gives up on a page in many ways; each of them is this page's.
		return undefined;
	}
}

function toPageLines(page: PdfPage): PdfPageLines {
	const byAngle = new Map<number, PdfItem[]>();
	const lengths = new Map<number, number>();
	for (const item of page.items) {
		const others = byAngle.get(item.angle);
		if (others) {
			others.push(item);
		} else {
			byAngle.set(item.angle, [item]);
		}
		lengths.set(item.angle, (lengths.get(item.angle) ?? 0) + item.text.length);
	}
	const angles = [...lengths].sort((a, b) => b[1] - a[1]).map(([angle]) => angle);
	const columnsAt = (angle: number) => toColumns(attachInitials(toSegments(byAngle.get(angle) ?? [], angle))).map(toLines);
	// A watermark is never the page's text, not even where there is little else.
	const main = angles.find((angle) => !isOblique(angle));
	const others = angles.filter((angle) => angle !== main);
	const isSideways = (main ?? 0) % 180 === 90;
	return {
		columns: main === undefined ? [] : columnsAt(main),
		turned: others.flatMap(columnsAt),
		height: isSideways ? page.width : page.height,
	};
}

/** Whether text at this angle crosses the page; lines of a scan that lies a little askew do not. */
function isOblique(angle: number): boolean {
	return angle % 90 > 15 && angle % 90 < 75;
}

function describeBlank(blank: readonly number[], pageCount: number): string {
	return blank.length === pageCount
		? 'No text (scanned?) on any page; its text must be recognised first'
		: `No text (scanned?) on ${nameOf(blank).replace(/^P/, 'p')}; it must be recognised first`;
}

const maxNamedPages = 12;

/** `Pages 3, 5–7 and 12`. */
function nameOf(pages: readonly number[]): string {
	const runs: string[] = [];
	for (let at = 0; at < pages.length; ) {
		let end = at;
		while (end + 1 < pages.length && pages[end + 1] === (pages[end] ?? 0) + 1) {
			end++;
		}
		runs.push(end > at ? `${pages[at]}–${pages[end]}` : `${pages[at]}`);
		at = end + 1;
	}
	const named = runs.length > maxNamedPages ? [...runs.slice(0, maxNamedPages), 'others'] : runs;
	const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)}` : named.join('');
	return `${pages.length > 1 ? 'Pages' : 'Page'} ${list}`;
}
