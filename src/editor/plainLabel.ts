/** Longest label in a list, in UTF-16 units; longer ones are cut and end with `…`. */
export const maxLabelLength = 256;

// C0, C1, the soft hyphen, bidi marks, overrides and isolates, zero-width and other format characters, line and paragraph separators,
// interlinear and tag characters, and surrogates that stand alone: all that is not seen, or turns what is seen around.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu;
const space = /[\p{Zs}]+/gu;

/**
 * Words of a document as a plain one-line label: no control, bidi or zero-width characters, one space where white space stood,
 * at most `maxLength` units. Joiners go too, so that an emoji made of several shows as its parts: a label that can be trusted is worth more.
 */
export function toPlainLabel(text: string, maxLength: number = maxLabelLength): string {
	// What is cut away anyway is not looked at, however long; some more than the label is, for what is dropped and for white space that shrinks.
	const label = text
		.slice(0, maxLength * 4)
		.replace(/[\t\n\r\f\v]+/g, ' ')
		.replace(unseen, '')
		.replace(space, ' ')
		.trim();
	return cutLabel(label, maxLength);
}

/** As `toPlainLabel`, for places that draw `$(name)` as an icon: the dollar there becomes a full-width one. */
export function toIconFreeLabel(text: string, maxLength: number = maxLabelLength): string {
	return toPlainLabel(text, maxLength).replaceAll('$(', '＄(');
}

/**
 * A whole message for a notification or a line of progress. VS Code makes links of `[words](command:…)` in those, and runs what they name: in a
 * message of ours there is none, so each `](` becomes `］(`. To be called with the message as it is shown, since pieces may meet.
 */
export function toMessage(text: string, maxLength = 1_000): string {
	return toIconFreeLabel(text, maxLength).replaceAll('](', '］(');
}

/** Cuts at `maxLength` units, never inside a character, back to the last word's end if one is near. */
export function cutLabel(text: string, maxLength: number): string {
	if (text.length <= maxLength) {
		return text;
	}
	let end = maxLength - 1;
	const wordEnd = text.lastIndexOf(' ', end);
	if (wordEnd > end - 24 && wordEnd > 0) {
		end = wordEnd;
	}
	const code = text.charCodeAt(end - 1);
	if (code >= 0xd800 && code <= 0xdbff) {
		end--;
	}
	return `${text.slice(0, end).trimEnd()}…`;
}
