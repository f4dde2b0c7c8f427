import { foldWord } from '../text/normalise.ts';
import { givenNames } from './extraction/nameLists.ts';
import type { NamedBefore } from './formFit.ts';
import type { FormSource } from './formSource.ts';
import { FormWalk, numberWords } from './formWalk.ts';
import { addFormWords, emptyFormWords } from './formWords.ts';
import type { KnownForms } from './knownForms.ts';

/** So far back a note is looked through for the whole name, in UTF-16 units: what was told long before needs its name once more. */
const maxBehind = 50_000;
/** What stands before a family name takes no more. */
const maxGiven = 60;
/** Of one note so many places are looked at; only one that is made for it has more. */
const maxLooks = 1_000;

/**
 * Tells of a note who a family name alone means, since a whole name stands before: `Ingrid Vasquez-Holm … Vasquez-Holm`. Somebody else of the family
 * counts as far as the given name is known for one. Asked in order of places, it looks at each once.
 */
export function makeNamedBefore(table: FormSource, text: string, forms: KnownForms): NamedBefore {
	/** By card: who was named last, where, and up to where was looked. */
	const known = new Map<number, { who: 'card' | 'other' | 'nobody'; named: number; upTo: number }>();
	let looks = 0;
	return (card, family, offset) => {
		const place = known.get(card) ?? { who: 'nobody', named: 0, upTo: 0 };
		known.set(card, place);
		const from = Math.max(offset - maxBehind, place.upTo);
		const part = text.slice(from, offset);
		for (let at = part.lastIndexOf(family); at >= 0 && looks < maxLooks; at = at === 0 ? -1 : part.lastIndexOf(family, at - 1)) {
			looks++;
			const named = whoIsNamed(table, text, forms, card, { start: from + at, end: from + at + family.length });
			if (named !== 'nobody') {
				place.who = named;
				place.named = from + at;
				break;
			}
		}
		place.upTo = Math.max(place.upTo, offset);
		return offset - place.named <= maxBehind ? place.who : 'nobody';
	};
}

/** Whether a family name stands here as a part of a whole one, and whether that is a form of the card. */
function whoIsNamed(
	table: FormSource,
	text: string,
	forms: KnownForms,
	card: number,
	family: { readonly start: number; readonly end: number },
): 'card' | 'other' | 'nobody' {
	const before = text.slice(Math.max(0, family.start - maxGiven), family.start);
	const given = /(\p{Lu}[\p{L}.'’-]{0,40})\s$/u.exec(before)?.[1];
	const behind = text.slice(family.end, family.end + 3);
	// `Mary Stoneham` is none of the Stones.
	if (given === undefined || /^[\p{L}\p{M}\p{N}]/u.test(behind)) {
		return 'nobody';
	}
	if (/^[-‐‑]\p{Lu}/u.test(behind)) {
		return givenNames.has(foldWord(given)) ? 'other' : 'nobody';
	}
	const words = emptyFormWords();
	addFormWords(words, text, family.start - before.length + Math.max(0, before.search(/(?<=\s)\S/)), family.end);
	const walk = new FormWalk(table, text, numberWords(table, words), forms);
	for (let at = 0; (words.starts[at] ?? family.start) < family.start; at++) {
		const match = walk.findLongestAt(at);
		if (match !== undefined && match.end >= family.end) {
			return match.cardIndex === card || match.others?.includes(card) === true ? 'card' : 'other';
		}
	}
	return givenNames.has(foldWord(given)) ? 'other' : 'nobody';
}
