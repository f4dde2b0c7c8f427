import { beforeLastSyllable, isOnTheWayTo } from './koreanKeys.ts';
import { commonSpelling } from './spellings.ts';

/**
 * How words that begin as typed may begin in the other spelling of English: `organiz` for `organis`, and back. Of what begins so many are other words:
 * `isOtherSpelling` tells. Only the ways in which very many words differ, and only where the difference is typed to its end: what begins with the typed letters
 * is found by them, and what begins with less is too much. Of Korean what stands before the syllable that is being typed. `start` is folded.
 */
export function otherStarts(start: string): readonly string[] {
	if (start.length > maxLength) {
		return [];
	}
	const before = beforeLastSyllable(start);
	if (before !== undefined || start.length < minLength) {
		return before === undefined ? [] : [before];
	}
	const found: string[] = [];
	for (const { one, other, isAtFirst } of turns) {
		const at = isAtFirst ? start.indexOf(one) : start.lastIndexOf(one);
		const turned = start.slice(0, at) + other + start.slice(at + one.length);
		if (at >= 0 && turned.length >= minLength && !turned.startsWith(start) && !start.startsWith(turned)) {
			found.push(turned);
		}
	}
	return found;
}

/**
 * Whether a word that begins otherwise is one that begins as typed, spelled otherwise: `organization` for `organisatio`, but neither `organism` for `organiz` nor
 * `laboratory` for `labour`. `국정` for `국저`, on the way to which that is typed. All folded.
 */
export function isOtherSpelling(word: string, otherStart: string, start: string): boolean {
	if (beforeLastSyllable(start) === otherStart) {
		return isOnTheWayTo(word, start);
	}
	return commonSpelling(start + word.slice(otherStart.length)) === commonSpelling(word);
}

/** Nearly every word begins with fewer letters in both spellings, and very many words begin with them. */
const minLength = 4;
/** Longer ones are of no word. UTF-16 units. */
const maxLength = 40;

/** What stands in one spelling where the other has something else: the last one that was typed, or the first. */
interface Turn {
	readonly one: string;
	readonly other: string;
	readonly isAtFirst: boolean;
}

const turns: readonly Turn[] = [
	{ one: 'is', other: 'iz', isAtFirst: false },
	{ one: 'our', other: 'or', isAtFirst: false },
	{ one: 'll', other: 'l', isAtFirst: false },
	{ one: 'ys', other: 'yz', isAtFirst: false },
	{ one: 'gem', other: 'gm', isAtFirst: false },
	{ one: 'enc', other: 'ens', isAtFirst: false },
	{ one: 'ae', other: 'e', isAtFirst: true },
	{ one: 'oe', other: 'e', isAtFirst: true },
].flatMap((turn) => [turn, { ...turn, one: turn.other, other: turn.one }]);
