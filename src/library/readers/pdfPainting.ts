import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';

/** So many pages are looked at for the names of fonts, and as many for pictures: painting a page costs about as much as reading it. */
const maxPaintedPages = 8;
const maxTicks = 200;

/** Where a font was met first. */
export interface FontPlace {
	readonly font: string;
	/** The number of the page, from 1. */
	readonly page: number;
}

/**
 * Finds which of the fonts are bold. Fonts have their names (`…-Bold`) only once a page is painted; those that stand on other pages than the few that
 * are painted count as plain.
 */
export async function findBoldFonts(document: PDFDocumentProxy, places: readonly FontPlace[]): Promise<ReadonlySet<string>> {
	const bold = new Set<string>();
	for (const number of [...new Set(places.map(({ page }) => page))].slice(0, maxPaintedPages)) {
		try {
			const page = await document.getPage(number);
			await page.getOperatorList();
			for (const { font } of places.filter((place) => place.page === number)) {
				if (isBold(await findFont(page, font))) {
					bold.add(font);
				}
			}
			page.cleanup();
		} catch {
			// A page that cannot be painted tells no names; its text was read all the same.
		}
	}
	return bold;
}

/** What pdf.js knows of a font. */
interface FontFace {
	readonly name?: string;
	readonly bold?: boolean;
	readonly black?: boolean;
}

/** Fonts are told a few turns after the page that they are on. */
async function findFont(page: PDFPageProxy, font: string): Promise<FontFace | undefined> {
	for (let tick = 0; tick < maxTicks; tick++) {
		if (page.commonObjs.has(font)) {
			return page.commonObjs.get(font) as FontFace;
		}
		await Promise.resolve();
	}
	return undefined;
}

function isBold(face: FontFace | undefined): boolean {
	return (
		face !== undefined &&
		(face.bold === true || face.black === true || /bold|black|heavy|semibold|demi|-medi\b|\bbd\b/iu.test(face.name ?? ''))
	);
}

/** Which of the pages without text show something: a picture or a drawing. Of many only the first are looked at, and the others count as such. */
export async function findPicturedPages(document: PDFDocumentProxy, numbers: readonly number[]): Promise<number[]> {
	const { OPS } = await import('unpdf/pdfjs');
	const drawing = new Set<number>([
		OPS.constructPath,
		OPS.shadingFill,
		OPS.paintInlineImageXObject,
		OPS.paintImageMaskXObject,
		OPS.paintImageXObject,
	]);
	const pictured: number[] = [];
	for (const [at, number] of numbers.entries()) {
		if (at >= maxPaintedPages || (await showsSomething(document, number, drawing, OPS.transform, OPS.restore))) {
			pictured.push(number);
		}
	}
	return pictured;
}

/** A picture covers an inch by an inch at least; square points. */
const minPictureArea = 72 * 72;

async function showsSomething(
	document: PDFDocumentProxy,
	number: number,
	drawing: ReadonlySet<number>,
	transform: number,
	restore: number,
): Promise<boolean> {
	try {
		const page = await document.getPage(number);
		const { fnArray, argsArray } = await page.getOperatorList();
		page.cleanup();
		return fnArray.some((operator, at) => {
			// Pictures are left out when the file is opened. What stays of one is that the page was scaled for it.
			const isPictureLeftOut =
				operator === transform && (fnArray[at + 1] ?? restore) === restore && areaOf(argsArray[at]) >= minPictureArea;
			return isPictureLeftOut || drawing.has(operator);
		});
	} catch {
		return true;
	}
}

function areaOf(matrix: unknown): number {
	const [a = 0, b = 0, c = 0, d = 0] = Array.isArray(matrix) ? matrix : [];
	return Math.abs(a * d - b * c);
}
