/** The languages whose words change their ends in a way that `inflections.ts` knows, and English, which is told apart from them. */
export type ProseLanguage = 'de' | 'en' | 'es' | 'fr' | 'it' | 'pt';

/** Small words by language. A word of several languages counts for each; which one has most of them decides. */
const smallWords: readonly (readonly [ProseLanguage, string])[] = [
	[
		'en',
		'the of and to in is that for was with his her they are were from this which has have had not but by at it its or be an on as who',
	],
	[
		'de',
		'der die das des dem den und ist nicht ein eine einer eines einem einen von zu mit auf für im am zur zum wird sind war hat sich auch als nach bei aus wie dass noch wurde haben',
	],
	[
		'fr',
		'le la les des du et est une un à dans pour sur qui que aux au par ne pas se sont ce cette avec son sa ses ont été plus leur il elle',
	],
	['es', 'el la los las del y en que por para una un con se es al de su sus lo como más son fue ha no este esta está entre o'],
	['it', 'il lo la gli le della dei delle del di che e per un una con nel alla sono non si da al dal ha come più è i anche'],
	['pt', 'o os a as da do dos das em que para uma um com se no na nos nas e é não por ao foi de mais como pela pelo são à'],
];

const languages = smallWords.map(([language]) => language);

/** By small word the languages that have it, as bits in the order of the table. */
const bitsOfWord = new Map<string, number>();
for (const [at, [, words]] of smallWords.entries()) {
	for (const word of words.split(' ')) {
		bitsOfWord.set(word, (bitsOfWord.get(word) ?? 0) | (1 << at));
	}
}

const hashBits = 1_023;
/** By a hash of letters in any case: 1 where a small word may have it. Few others have, so that nothing need be cut out of the text for them. */
const hashedSmallWords = new Uint8Array(hashBits + 1);
for (const word of bitsOfWord.keys()) {
	let hash = 0;
	for (let at = 0; at < word.length; at++) {
		hash = hashLetter(hash, word.charCodeAt(at));
	}
	hashedSmallWords[hash & hashBits] = 1;
}
const longestSmallWord = Math.max(...[...bitsOfWord.keys()].map((word) => word.length));

/** Fewer small words than this say nothing. */
const minSmallWords = 2;

/**
 * The language in which a short piece of prose is written, by its small words: `des Bundestages und der Länder` is `de`. `undefined` where too few
 * stand there, or those of two languages are as many. For a whole document see `library/language.ts`.
 */
export function findProseLanguage(text: string, start = 0, end = text.length): ProseLanguage | undefined {
	const counts = languages.map(() => 0);
	// All of a note goes through here: units are looked at one by one, and what may be a small word alone is cut out.
	for (let at = start; at < end; ) {
		const from = at;
		let hash = 0;
		for (let code = text.charCodeAt(at); at < end && isLetter(code); code = text.charCodeAt(at)) {
			hash = hashLetter(hash, code);
			at++;
		}
		if (at === from) {
			at++;
			continue;
		}
		if (at - from <= longestSmallWord && hashedSmallWords[hash & hashBits] === 1) {
			const bits = findBits(text.slice(from, at));
			for (let language = 0; bits >> language > 0; language++) {
				counts[language] = (counts[language] ?? 0) + ((bits >> language) & 1);
			}
		}
	}
	const most = Math.max(...counts);
	const first = counts.indexOf(most);
	return most >= minSmallWords && counts.lastIndexOf(most) === first ? languages[first] : undefined;
}

function findBits(word: string): number {
	return bitsOfWord.get(word) ?? (word.charCodeAt(0) < 0x61 || word.charCodeAt(0) > 0x7a ? (bitsOfWord.get(word.toLowerCase()) ?? 0) : 0);
}

/** Capitals of these languages and their small letters differ by one bit, which does not count. */
function hashLetter(hash: number, code: number): number {
	return Math.imul(hash, 31) + (code | 0x20);
}

/** Latin letters, and whatever lies beyond: no mark of these languages does. */
function isLetter(code: number): boolean {
	return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code < 0x2000);
}
