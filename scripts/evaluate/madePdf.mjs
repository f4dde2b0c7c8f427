// A PDF made from nothing, for measuring speed: pages of plain prose in one column, no compression, a standard font.

const linesOnPage = 46;
const vocabulary =
	'the river report shows that many towns along its banks have asked for more water since the last dry year and none of them was given what it had asked for by the council'.split(
		' ',
	);

/** The bytes of a PDF with so many pages, each 46 lines of some 12 words, with a running head and a page number. */
export function makePdf(pageCount) {
	const fontNumber = 3 + 2 * pageCount;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Count ${pageCount} /Kids [${Array.from({ length: pageCount }, (_, page) => `${3 + 2 * page} 0 R`).join(' ')}] >>`,
	];
	for (let page = 0; page < pageCount; page++) {
		const content = renderPage(page);
		objects.push(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 ${fontNumber} 0 R >> >> /Contents ${4 + 2 * page} 0 R >>`,
			`<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
		);
	}
	objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>');
	return new TextEncoder().encode(renderFile(objects));
}

function renderPage(page) {
	const lines = Array.from({ length: linesOnPage }, (_, line) => {
		const words = Array.from(
			{ length: 12 },
			(_, word) => vocabulary[(page * 7 + line * 13 + word * (1 + ((page + line) % 5))) % vocabulary.length],
		);
		return `(${words.join(' ')}) Tj T*`;
	});
	return [
		'BT /F1 9 Tf 72 760 Td (Report on the river) Tj ET',
		`BT /F1 11 Tf 14 TL 72 730 Td ${lines.join('\n')} ET`,
		`BT /F1 9 Tf 300 30 Td (${page + 1}) Tj ET`,
	].join('\n');
}

/** Header, objects in order, the table of their places, trailer. All characters are of one byte. */
function renderFile(objects) {
	let file = '%PDF-1.4\n';
	const places = objects.map((body, index) => {
		const place = file.length;
		file += `${index + 1} 0 obj\n${body}\nendobj\n`;
		return place;
	});
	const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}
