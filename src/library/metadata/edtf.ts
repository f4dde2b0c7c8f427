const point = '\\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?[~?%]?';
const form = new RegExp(`^(?:${point}|\\d{3}X|\\d{2}XX|(?:${point}|\\.\\.)?/(?:${point}|\\.\\.)?)$`);

/**
 * Whether a text is a date in EDTF as people use it: `2008-03-01`, `2008-03`, `2008`, a season (`2008-21`), each with `~` (about) or `?`,
 * a decade or century (`200X`, `20XX`), an interval (`2008-03/2008-05`, `2008/..`).
 */
export function isEdtf(text: string): boolean {
	return text.length <= 40 && /\d/.test(text) && form.test(text);
}
