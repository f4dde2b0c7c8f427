/**
 * Pieces of regular expressions for names as bylines and attributions write them: capitals (also all capitals), hyphens, apostrophes,
 * initials, particles between. No piece holds a repeat within a repeat over the same characters.
 */

const part = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,3}|\\p{Lu}[\\p{L}\\p{M}]*(?:[-'’]\\p{L}[\\p{L}\\p{M}]*){0,3})";
const particle =
	'(?:de|del|della|dela|di|da|do|dos|das|du|des|van|von|vom|der|den|ter|ten|la|le|el|al|bin|bint|ibn|ben|y|e|af|av|zu|zum|st\\.|ap)';

/** One name in Latin, Greek or Cyrillic letters, of one to five parts. */
export const personName = `${part}(?: (?:${particle} ){0,2}${part}){0,4}`;

/** A Korean name in Hangul. */
export const hangulName = '[가-힣]{2,4}';

/** A publication, site or organisation: capitals with the small words that may stand between, or a domain. */
export const publicationName =
	"(?:(?:[Tt]he )?(?:\\p{Lu}|\\p{N}+\\p{Lu})[\\p{L}\\p{N}’'&.!+-]*(?: (?:(?:of|the|and|for|&|in|on|de|du|la|le|del) ){0,2}\\p{Lu}[\\p{L}\\p{N}’'&.!+-]*){0,5}|[a-z0-9-]{2,40}\\.(?:com|org|net|info|co|io|news|kr|uk|de|fr|eu|blog)(?:\\.[a-z]{2})?)";

const calendarWords =
	/\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/iu;
const openers = new Set(
	(
		'a an the this that these those all some any each every no not only now then when where who what why how if in on at of for from by with to as it its he she they we ' +
		'i you his her their our my your but and or so yet still after before while since during until over under about between both most many more last first next'
	).split(' '),
);

/** Whether words with capitals could be somebody's name: no weekday or month, and not the beginning of a sentence (`The Last`). */
export function mayBeName(words: string): boolean {
	const [first = ''] = words.toLowerCase().split(' ');
	return !openers.has(first) && !calendarWords.test(words);
}

/** Whether a word in small letters is one that sentences begin with, or that cannot end a phrase. */
export function isFunctionWord(word: string): boolean {
	return openers.has(word.toLowerCase());
}
