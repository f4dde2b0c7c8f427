/** Longer values are no title and no name; a page may put its whole text there. UTF-16 units. */
const maxLength = 500;

/**
 * A value of metadata as one line: white space folded, control and direction marks removed, cut at 500 units. Null if nothing is left.
 * For `" Tides\u202E\n of \u0000 Korea "` this gives `Tides of Korea`.
 */
export function cleanField(value: string | null | undefined): string | null {
	if (!value) {
		return null;
	}
	const line = value
		.slice(0, 4 * maxLength)
		.replace(/[\0-\x08\x0E-\x1F\x7F\x80-\x84\x86-\x9F\xAD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, maxLength)
		.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
	return line === '' ? null : line;
}
