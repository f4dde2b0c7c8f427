import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';

/** What each word of a long form stands for in its short form: a letter, or a number (`EE21` is `e`, `e`, `21`). */
export function splitUnits(letters: string): readonly string[] {
	return letters.match(/\p{N}+|\P{N}/gu) ?? [];
}

/** Numbers in words: `two-dimensional (2D)`, `Group of Seven (G7)`. */
const numberWords: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		1: 'one first single',
		2: 'two second double',
		3: 'three third triple',
		4: 'four fourth',
		5: 'five fifth',
		6: 'six sixth',
		7: 'seven seventh',
		8: 'eight eighth',
		9: 'nine ninth',
		10: 'ten tenth',
		12: 'twelve twelfth',
		20: 'twenty twentieth',
	}).map(([digits, words]) => [digits, words.split(' ')]),
);

/** Whether a word may be what a letter or number of a short form stands for. */
export function beginsWithUnit(folded: string, unit: string): boolean {
	if (!/^\p{N}/u.test(unit)) {
		return folded.startsWith(unit);
	}
	return (
		folded === unit ||
		numberWords.get(unit)?.includes(folded) === true ||
		(/^(?:st|nd|rd|th|s)$/.test(folded.slice(unit.length)) && folded.startsWith(unit))
	);
}

/** Small words of other languages that a short form leaves out: `Chambre de commerce et d'industrie (CCI)`. */
const foreignJoints = new Set(
	'de d du des da do dos das la le les l et en y e del di della el al sur aux por para per der die das und fur van het voor och for ve'.split(
		' ',
	),
);

function isJoint(folded: string): boolean {
	return folded.length <= 4 && (!isContentWord(folded) || foreignJoints.has(folded));
}

const weakOpenings = new Set(
	'a an the of and or in on at by to for with from as is are was were be this that these those its their de des dos del della und fur von'.split(
		' ',
	),
);

/** `l’eau`, `d’eau`: half a word, where the text is known. */
function isElided(text: string, token: Token | undefined): boolean {
	return token !== undefined && /^[ld]$/.test(token.folded) && /['’]/.test(text[token.end] ?? '');
}

/** Whether no long form begins with the word; one may with the first half of `on-time performance`. */
export function isWeakOpening({ folded, end }: Token, text: string): boolean {
	return weakOpenings.has(folded) && text[end] !== '-';
}

/**
 * The token, nearest to `last`, from which the words up to `last` have the units for initials: each begins a word, in order; small words that join may
 * stand for a unit or be skipped, and so may `maxSkipped` others inside. The first and the last word are never skipped, and the first
 * one is no weak opening. `undefined` if there is none.
 */
export function reachesInitials(
	tokens: readonly Token[],
	units: readonly string[],
	first: number,
	last: number,
	maxSkipped: number,
	text = '',
): number | undefined {
	// For each number of units that are still to come: how few words were skipped on the way, at most.
	let open = new Map([[units.length, 0]]);
	for (let at = last; at >= first; at--) {
		const folded = tokens[at]?.folded ?? '';
		const next = new Map<number, number>();
		const put = (left: number, skipped: number) => next.set(left, Math.min(skipped, next.get(left) ?? Number.POSITIVE_INFINITY));
		for (const [left, skipped] of open) {
			const cost = isJoint(folded) ? 0 : 1;
			if (beginsWithUnit(folded, units[left - 1] ?? '')) {
				if (left > 1) {
					put(left - 1, skipped);
				} else if (!isWeakOpening(tokens[at] as Token, text) && !isElided(text, tokens[at])) {
					return at;
				}
			}
			if (at < last && skipped + cost <= maxSkipped) {
				put(left, skipped + cost);
			}
		}
		if (next.size === 0) {
			return undefined;
		}
		open = next;
	}
	return undefined;
}
