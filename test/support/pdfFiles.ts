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
