/** A line of text on a made page: where its baseline begins, from the left and from the top, in points. */
export interface MadeLine {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	/** 10 where nothing is said. */
	readonly size?: number;
	/** `F1` (Helvetica) where nothing is said; `F2` is its bold. */
	readonly font?: string;
	/** Clockwise, in degrees. */
	readonly turn?: number;
}

/** What a made PDF holds besides the lines of its pages. */
export interface MadePdf {
	/** Entries of the information dictionary: `/Title (Tides)`. */
	readonly info?: string;
	/** Entries of the catalog: `/PageLabels …`. */
	readonly catalog?: string;
	/** Fonts besides Helvetica: `/F3 << … >>`. */
	readonly fonts?: string;
	/** Entries of every page: `/Annots [ … ]`. */
	readonly page?: string;
	/** Further objects, numbered from 100 in this order. */
	readonly objects?: readonly string[];
}

export const pageWidth = 600;
export const pageHeight = 800;

/** A small PDF, uncompressed, with a page for each list of lines; a string is a page's own content. */
export function makePdf(
	pages: readonly (readonly MadeLine[] | string)[],
	{ info, catalog, fonts, page, objects }: MadePdf = {},
): Uint8Array {
	const bodies = new Map<number, string>([
		[1, `<< /Type /Catalog /Pages 2 0 R ${catalog ?? ''} >>`],
		[2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${1000 + 2 * at} 0 R`).join(' ')}] >>`],
		[3, `<< ${info ?? ''} >>`],
		[4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
		[5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'],
		...(objects ?? []).map((body, at): [number, string] => [100 + at, body]),
	]);
	for (const [at, content] of pages.entries()) {
		const code = typeof content === 'string' ? content : content.map(codeOf).join('\n');
		const resources = `<< /Font << /F1 4 0 R /F2 5 0 R ${fonts ?? ''} >> >>`;
		bodies.set(
			1000 + 2 * at,
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources ${resources} /Contents ${1001 + 2 * at} 0 R ${page ?? ''} >>`,
		);
		bodies.set(1001 + 2 * at, `<< /Length ${code.length} >>\nstream\n${code}\nendstream`);
	}
	return Uint8Array.from(write(bodies), (char) => char.charCodeAt(0));
}

function codeOf({ x, y, text, size = 10, font = 'F1', turn = 0 }: MadeLine): string {
	const angle = (-turn * Math.PI) / 180;
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((part) => part.toFixed(4));
	const shown = text.startsWith('<') ? text : `(${[...text].map(latinOf).join('')})`;
	return `BT /${font} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${pageHeight - y} Tm ${shown} Tj ET`;
}

const windows = new Map([
	['–', '\\226'],
	['—', '\\227'],
	['’', '\\222'],
	['“', '\\223'],
	['”', '\\224'],
	['•', '\\225'],
]);

function latinOf(char: string): string {
	return windows.get(char) ?? char.replace(/[()\\]/, '\\$&');
}

function write(bodies: ReadonlyMap<number, string>): string {
	let text = '%PDF-1.7\n';
	const offsets: [number, number][] = [];
	for (const [number, body] of [...bodies].sort((a, b) => a[0] - b[0])) {
		offsets.push([number, text.length]);
		text += `${number} 0 obj\n${body}\nendobj\n`;
	}
	const table = offsets.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const size = (offsets.at(-1)?.[0] ?? 0) + 1;
	return `${text}xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

/** Lines below each other, from a place on the page. */
export function column(x: number, y: number, texts: readonly string[], { size = 10, font = 'F1' } = {}): MadeLine[] {
	return texts.map((text, at) => ({ x, y: y + at * size * 1.2, text, size, font }));
}

/** The objects of a font whose letters are drawings, as TeX's bitmaps are; a word space is no character of it. */
export function bitmapFont(firstObject: number, pixelsPerEm: number): string[] {
	const codes = Array.from({ length: 256 }, (_, code) => code);
	const names = codes.map((code) => `/a${code}`).join(' ');
	const drawings = codes.map((code) => `/a${code} ${firstObject + 1} 0 R`).join(' ');
	const widths = codes.map((code) => pixelsPerEm * emsOf(String.fromCharCode(code))).join(' ');
	const drawing = `${pixelsPerEm / 2} 0 0 0 1 1 d1`;
	return [
		`<< /Type /Font /Subtype /Type3 /FontBBox [0 0 5 6] /FontMatrix [1 0 0 1 0 0] /FirstChar 0 /LastChar 255 /Widths [${widths}] /Encoding << /Type /Encoding /Differences [0 ${names}] >> /CharProcs << ${drawings} >> >>`,
		`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
	];
}

/** How wide a character of `bitmapFont` is. */
function emsOf(char: string): number {
	return /[fijlt]/.test(char) ? 0.3 : /[mw]/.test(char) ? 0.75 : 0.5;
}

/** Lines in a font of `bitmapFont`, word for word, as TeX sets them. */
export function bitmapColumn(x: number, y: number, texts: readonly string[], size: number, font: string): MadeLine[] {
	return texts.flatMap((text, at) => {
		let end = x;
		return text.split(' ').map((word): MadeLine => {
			const start = end;
			end += size * [...word].reduce((sum, char) => sum + emsOf(char), 0.3);
			return { x: start, y: y + at * size * 1.2, text: word, size: 0.24, font };
		});
	});
}
