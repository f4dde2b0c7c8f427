import { decode, dosLatin } from './textDecoding.ts';

/** A language's own letters, lower case, and the encodings that people wrote it in. */
interface LanguageLetters {
	readonly encodings: readonly string[];
	readonly letters: string;
	/** Its commonest letters: half of those that stand in a text, in every text of some length. */
	readonly common?: string;
	/** Whether its words are written in these letters alone, never mixed with ASCII's. */
	readonly isScript?: boolean;
	/** What else its texts hold in these encodings. */
	readonly drawings?: string;
}

const western = ['windows-1252'];
const central = ['windows-1250', 'iso-8859-2'];
const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'];
const script = (encodings: readonly string[], common: string, letters: string): LanguageLetters => ({
	encodings,
	letters: common + letters,
	common,
	isScript: true,
});

/** German, Spanish, Portuguese, Italian, the Scandinavian languages and Finnish, Dutch, Catalan, Icelandic. */
const westernLetters = ['äöüß', 'áéíóúüñ¿¡ºª', 'ãõáéíóúâêôàçº', 'àèéìòù', 'åäöé', 'æøåé', 'ëïéö', 'àèéíïòóúüç·', 'áðéíóúýþæö'];

/** Letters beyond ASCII, by the languages' own alphabets. Of equals the first wins: western European before all others. */
const languages: readonly LanguageLetters[] = [
	{ encodings: western, letters: 'àâæçéèêëîïôœùûüÿ', common: 'éèà' },
	...westernLetters.map((letters) => ({ encodings: western, letters })),
	...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čšžćđ'].map((letters) => ({
		encodings: central,
		letters,
	})),
	{ encodings: ['windows-1254'], letters: 'çğıöşüİ' },
	...['ąčęėįšųūž', 'āčēģīķļņšūž', 'äöõüšž'].map((letters) => ({ encodings: ['windows-1257'], letters })),
	script(cyrillic, 'оеаинтсрвл', 'бгдёжзйкмпуфхцчшщъыьэюя'),
	script(cyrillic, 'оаниівертсл', 'бгґдєжзїйкмпуфхцчшщьюя'),
	script(['windows-1251', 'iso-8859-5'], 'аоиентсрвк', 'бгдђжзјлљмњпћуфхцчџшў'),
	script(['windows-1253', 'iso-8859-7'], 'αοιετσνηυρ', 'βγδζθκλμξπςφχψωάέήίόύώϊϋΐΰ'),
	script(['windows-1255'], 'יוהלאתרבמשנ', 'גדזחטךכםןסעףפץצק'),
	script(['windows-1256', 'iso-8859-6'], 'ايلمنوتربةهأ', 'ءآؤإئثجحخدذزسشصضطظعغفقكىًٌٍَُِّْپچژگ،؛؟'),
	// The same languages on other machines, if nothing else explains the bytes.
	...['àâæçéèêëîïôœùûüÿ', ...westernLetters].map((letters) => ({
		encodings: ['macintosh', dosLatin],
		letters,
		drawings: '─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬░▒▓█▄▀',
	})),
];

/** What any language prints: quotation marks, dashes and the like. Those of the first line stand inside words too. */
const signs = new Set('’–—…\u00A0“”‘„‚«»‹›•€§©®™°№½');
const signsInWords = new Set('’–—…\u00A0');

/** So much of what is not ASCII must be letters of one language. */
const minShare = 0.95;

/**
 * The encoding of one byte a character in which the bytes are words of one language: nearly all that is not ASCII are letters of its alphabet, and
 * capitals stand where capitals do. `undefined` if there is none. chardet goes by the frequency of three letters in a row, which short texts and half
 * of these languages and encodings do not have in its tables; alphabets need no length.
 */
export function findByLetters(sample: Uint8Array): string | undefined {
	let best: { readonly encoding: string; readonly share: number } | undefined;
	const texts = new Map<string, string>();
	const shares = new Map<string, number>();
	for (const language of languages) {
		for (const encoding of language.encodings) {
			const text = texts.get(encoding) ?? decode(sample.subarray(0, sampleLength), encoding);
			texts.set(encoding, text);
			const share = shareOfLetters(text, language);
			shares.set(encoding, Math.max(shares.get(encoding) ?? 0, share));
		}
	}
	for (const [encoding, share] of shares) {
		if (share >= minShare && share > (best?.share ?? 0)) {
			best = { encoding, share };
		}
	}
	return best?.encoding;
}

/** Alphabets show in a few words; this is some thousand of them. */
const sampleLength = 16 * 1024;

/** Fewer letters of another script are no words. */
const minScriptLetters = 4;
/** With fewer small letters, bytes are not taken for another machine's. */
const minOtherLetters = 2;

/**
 * The share of the letters and signs among what is not ASCII. What stands where it does in no language is none: a capital behind a small letter, a
 * quotation mark between letters, two scripts in a word. Common letters that are rare lower the share: so look texts in another code.
 */
function shareOfLetters(text: string, { letters, common = '', isScript = false, drawings = '' }: LanguageLetters): number {
	const isKnown = new Set(letters);
	const isCommon = new Set(common);
	let others = 0;
	let known = 0;
	let found = 0;
	let commonCount = 0;
	let smallCount = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? '';
		if (char < '\x80') {
			continue;
		}
		others++;
		const small = char.toLowerCase();
		const [before = '', behind = ''] = [text[at - 1], text[at + 1]];
		if (isKnown.has(small) || isKnown.has(char)) {
			const isOddCapital = small !== char && /\p{Ll}/u.test(before);
			const isMixed = isScript && (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(behind));
			known += isOddCapital || isMixed ? 0 : 1;
			found++;
			smallCount += small === char ? 1 : 0;
			commonCount += isCommon.has(small) ? 1 : 0;
		} else if (drawings.includes(char)) {
			known++;
		} else if (signs.has(char)) {
			known += signsInWords.has(char) || !(/\p{L}/u.test(before) && /\p{L}/u.test(behind)) ? 1 : 0;
		}
	}
	if (others === 0 || (isScript && found < minScriptLetters) || (drawings !== '' && smallCount < minOtherLetters)) {
		return 0;
	}
	const commonShare = commonCount / found;
	const isUsual = common === '' || found < minScriptLetters ? 1 : Math.min(1, commonShare / 0.5);
	// Of two scripts that both make sense, the one whose common letters are more common.
	return (known / others) * isUsual + (isScript ? commonCount / others / 100 : 0);
}
