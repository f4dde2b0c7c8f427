// Compares two versions of a text that differ in white space mostly.

/** Most characters that one side may have more than the other at one place. */
const maxSkip = 200;

/** Characters that must agree behind a difference before the two are side by side again. */
const agreement = 8;

/**
 * The places in `before` where white space was lost or added, and where other characters differ; a place counts UTF-16 units and is that of the
 * white space that was lost, of the character that something was added in front of, or of the first character that differs.
 */
export function comparePlaces(before, after) {
	const left = toCharacters(before);
	const right = toCharacters(after);
	const found = { lost: [], added: [], other: [] };
	let at = 0;
	let atRight = 0;
	while (at < left.length && atRight < right.length) {
		if (left[at].character === right[atRight].character) {
			const { place, isSpaced } = left[at];
			// What stands before the first character is no white space within the text.
			if (at > 0 && atRight > 0 && isSpaced !== right[atRight].isSpaced) {
				(isSpaced ? found.lost : found.added).push(isSpaced ? left[at - 1].place + 1 : place);
			}
			at++;
			atRight++;
			continue;
		}
		found.other.push(left[at].place);
		const skip = findAgreement(left, at, right, atRight);
		at += skip.left;
		atRight += skip.right;
	}
	if (at < left.length || atRight < right.length) {
		found.other.push(left[at]?.place ?? before.length);
	}
	return found;
}

/** The characters that are no white space, each with its place, and whether white space stands before it. Control characters are nothing. */
function toCharacters(text) {
	const characters = [];
	let isSpaced = false;
	for (let place = 0; place < text.length; place++) {
		const character = text[place];
		if (/\s/.test(character)) {
			isSpaced = true;
		} else if (!/\p{Cc}/u.test(character)) {
			characters.push({ character, place, isSpaced });
			isSpaced = false;
		}
	}
	return characters;
}

/** The fewest characters to pass over on both sides until they agree again; where they never do, both are at their end. */
function findAgreement(left, at, right, atRight) {
	for (let skipped = 1; skipped <= 2 * maxSkip; skipped++) {
		for (let skip = Math.max(0, skipped - maxSkip); skip <= Math.min(skipped, maxSkip); skip++) {
			if (agrees(left, at + skip, right, atRight + skipped - skip)) {
				return { left: skip, right: skipped - skip };
			}
		}
	}
	return { left: left.length - at, right: right.length - atRight };
}

function agrees(left, at, right, atRight) {
	const length = Math.min(agreement, left.length - at, right.length - atRight);
	for (let step = 0; step < length; step++) {
		if (left[at + step].character !== right[atRight + step].character) {
			return false;
		}
	}
	return length > 0;
}
