import { newStemmer } from 'snowball-stemmers';
import { stemEnglish } from './englishStem.ts';
import { irregularEnds, irregularSingulars } from './irregularPlurals.ts';
import { commonSpelling } from './spellings.ts';

/**
 * Says what "the same word" means, for the tree, the index and the hover alike. Nothing else in Dossier folds words.
 * Works on copies of single words: offsets are measured on the untouched text (`tokenise.ts`).
 */

/** Longer input is folded piece by piece: canonical ordering of a flood of combining marks costs the square of its length. */
const maxPieceLength = 128;

/** Marks that are written or left out at will: accents, Hebrew points, Arabic vowel signs and tatweel. Never vowel signs of Indic scripts or Kana voicing. */
const optionalMarks =
	/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;

/** Soft hyphens, zero-width characters, marks of writing direction: they show nothing. */
const invisible = /\p{Cf}/gu;

/** Letters that no Unicode decomposition takes apart, in the form that people type who lack the key. */
const plainLetters = new Map([
	['ß', 'ss'],
	['æ', 'ae'],
	['œ', 'oe'],
	['ø', 'o'],
	['đ', 'd'],
	['ð', 'd'],
	['þ', 'th'],
	['ł', 'l'],
	['ħ', 'h'],
	['ŧ', 't'],
	['ı', 'i'],
	['ς', 'σ'],
]);
const specialLetter = /[ßæœøđðþłħŧıς]/gu;

/** Digits of other scripts: `٢٠٢٢` is 2022. */
const otherDigit = /[^\P{Nd}0-9]/gu;

/** Unicode has the ten digits of a script in a row, and rows apart or behind one another. */
function toPlainDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) {
		before++;
	}
	return String(before % 10);
}

/** Whatever is set for an apostrophe: curly, reversed, prime, modifier letter, accent key, full width. */
const apostrophes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4\uff07]/gu;

/**
 * The form of one word in which "the same word" is decided: width, case, accents, curly apostrophes, ligatures and the script of digits do not count, a possessive
 * `'s` is dropped. For `Résumé’s` this is `resume`. Hangul stays composed, Kana keeps its voicing, й stays й (ё becomes е).
 * Neither plurals nor stems: see `singularOf` and `stemWord`. Never throws; the empty string stays empty.
 */
export function foldWord(word: string): string {
	if (/^[a-z0-9]*$/.test(word)) {
		return word;
	}
	if (/^[A-Za-z0-9]*$/.test(word)) {
		return word.toLowerCase();
	}
	if (word.length <= maxPieceLength) {
		return withoutPossessive(foldPiece(word));
	}
	let folded = '';
	for (let at = 0; at < word.length; at += maxPieceLength) {
		folded += foldPiece(word.slice(at, at + maxPieceLength));
	}
	return withoutPossessive(folded);
}

function foldPiece(piece: string): string {
	return piece
		.replace(invisible, '')
		.normalize('NFKD')
		.replace(apostrophes, "'")
		.toLowerCase()
		.replace(/\u0438\u0306/gu, '\u0439')
		.replace(optionalMarks, '')
		.normalize('NFC')
		.replace(specialLetter, (letter) => plainLetters.get(letter) ?? letter)
		.replace(otherDigit, toPlainDigit);
}

function withoutPossessive(folded: string): string {
	if (folded.length > 2 && folded.endsWith("'s")) {
		return folded.slice(0, -2);
	}
	return folded.length > 1 && folded.endsWith("'") ? folded.slice(0, -1) : folded;
}

/** Words that only look like plurals. */
const notPlural = new Set(
	(
		'series species news means headquarters politics economics ethics statistics mathematics physics gymnastics athletics logistics diabetes ' +
		'always perhaps besides towards afterwards backwards forwards sometimes nevertheless whereas alias bias gas lens atlas canvas christmas ' +
		'texas kansas arkansas wales paris athens netherlands philippines mars jesus james charles thomas nicholas hughes jones williams davis ' +
		'this his hers its ours yours theirs was has does goes is as us yes thus plus minus bus pus chaos ethos pathos cosmos kudos'
	).split(' '),
);

/**
 * The singular of a folded English word, or the word itself where it is none or the rule is not sure: `parlors` → `parlor`, `kmps` → `kmp`,
 * `agencies` → `agency`; `news`, `status`, `congress` stay. Conservative: for deciding that two terms are one, not for search.
 */
export function singularOf(folded: string): string {
	const irregular = irregularSingulars.get(folded);
	if (irregular !== undefined) {
		return irregular;
	}
	if (/(?:women|[^u]men)$/.test(folded) && folded.length > 5 && !/(?:specimen|regimen|yemen|acumen|abdomen)$/.test(folded)) {
		return `${folded.slice(0, -2)}an`;
	}
	if (folded.endsWith('ves') || folded.endsWith('dren')) {
		const compound = irregularEnds.find(([plural]) => folded.endsWith(plural));
		if (compound !== undefined) {
			return folded.slice(0, -compound[0].length) + compound[1];
		}
	}
	if (folded.length > 5 && folded.endsWith('aux')) {
		// French: `bureaux`, `journaux`.
		return folded.endsWith('eaux') ? folded.slice(0, -1) : `${folded.slice(0, -2)}l`;
	}
	if (folded.length < 4 || !folded.endsWith('s') || notPlural.has(folded) || !/^[a-z0-9']+$/.test(folded)) {
		return folded;
	}
	if (/(?:ss|us|is)$/.test(folded)) {
		return folded;
	}
	if (folded.endsWith('ies') && folded.length > 4) {
		return /[aeou]ies$/.test(folded) ? folded.slice(0, -1) : `${folded.slice(0, -3)}y`;
	}
	return /(?:sses|shes|ches|xes|zzes)$/.test(folded) ? folded.slice(0, -2) : folded.slice(0, -1);
}

/** Snowball's algorithms by BCP 47 language; everything else is stemmed as English, the language of most foreign words in other texts. */
const algorithms = new Map([
	['en', 'english'],
	['da', 'danish'],
	['nl', 'dutch'],
	['fi', 'finnish'],
	['fr', 'french'],
	['de', 'german'],
	['hu', 'hungarian'],
	['it', 'italian'],
	['nb', 'norwegian'],
	['nn', 'norwegian'],
	['no', 'norwegian'],
	['pt', 'portuguese'],
	['ro', 'romanian'],
	['ru', 'russian'],
	['es', 'spanish'],
	['sv', 'swedish'],
	['tr', 'turkish'],
]);

/** The language whose rules are used for a document of this language: itself, or `en` if there are none or it is unknown. */
export function analysisLanguage(language: string | null): string {
	if (language !== null && algorithms.has(language)) {
		return language;
	}
	const base = language?.toLowerCase().split('-')[0] ?? 'en';
	return algorithms.has(base) ? base : 'en';
}

interface CachedStemmer {
	readonly stem: (word: string) => string;
	readonly known: Map<string, string>;
}
const stemmers = new Map<string, CachedStemmer>();

/** Snowball does 0.15 million words a second; a text uses the same ones over and over. Beyond this many words the cache starts anew. */
const maxCachedStems = 200_000;

/**
 * The stem of a folded word by Snowball's algorithm for the language (BCP 47; null or unknown: English): `traffickers` → `traffick`. All spellings of
 * an English word have one (`commonSpelling`): that of `labour` is `labor`.
 * For search. Words of other scripts, numbers and words longer than 60 units stay as they are.
 */
export function stemWord(folded: string, language: string | null): string {
	if (folded.length < 3 || folded.length > 60) {
		return folded;
	}
	const key = analysisLanguage(language);
	let stemmer = stemmers.get(key);
	if (stemmer === undefined) {
		const algorithm =
			key === 'en' ? { stem: (word: string) => stemEnglish(commonSpelling(word)) } : newStemmer(algorithms.get(key) ?? 'english');
		stemmer = { stem: (word) => algorithm.stem(word), known: new Map() };
		stemmers.set(key, stemmer);
	}
	const known = stemmer.known.get(folded);
	if (known !== undefined) {
		return known;
	}
	if (stemmer.known.size >= maxCachedStems) {
		stemmer.known.clear();
	}
	const stem = /\d/.test(folded) ? folded : stemmer.stem(folded) || folded;
	stemmer.known.set(folded, stem);
	return stem;
}
