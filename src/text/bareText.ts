import { foldWord } from './normalise.ts';
import { spellingApartInNames } from './spellings.ts';

/** Signs that change what a text says: of money, of arithmetic (bars and tildes are decoration), of measure. */
const tellingSign = /[\p{Sc}\p{Sm}%‰°]/u;
const decoration = '|~';

/** What characters beyond ASCII come to, once each: texts use the same few over and over. */
const knownFolds = new Map<string, string>();
/** The spellings of words, likewise. */
const knownSpellings = new Map<string, string>();
/** Beyond this a memory is emptied: more than a text in Chinese uses. */
const maxKnownFolds = 10_000;

/**
 * The letters of a text in a row, folded, without spaces and punctuation: `The "long-term" aid` and `a long term aid` are both `longtermaid`. Two texts
 * of the same bare text say the same: what type, line ends, hyphens, quotation marks, articles and spellings (of English) change does not count. Numbers stand apart from each
 * other, and signs of money, of arithmetic and of measure stay, a minus before a number too: `5 %` is not `5`, and `1 23` not `12 3`.
 * Linear in the length. Never throws.
 */
export function toBareText(text: string): string {
	const composed = text.normalize('NFC');
	let bare = '';
	let word = '';
	let hasDigit = false;
	const endWord = () => {
		if (word !== '' && word !== 'a' && word !== 'an' && word !== 'the') {
			bare += hasDigit ? ` ${word} ` : spell(word);
		}
		word = '';
		hasDigit = false;
	};
	let from = 0;
	let at = 0;
	/** Plain letters are taken a run at a time. */
	const takeRun = () => {
		if (at > from) {
			word += composed.slice(from, at).toLowerCase();
		}
	};
	while (at < composed.length) {
		const code = composed.charCodeAt(at);
		if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
			at++;
			continue;
		}
		if (code >= 0x30 && code <= 0x39) {
			hasDigit = true;
			at++;
			continue;
		}
		takeRun();
		if (code < 0x80) {
			endWord();
			bare += toSign(composed, at, code);
			at++;
		} else {
			const character = String.fromCodePoint(composed.codePointAt(at) ?? code);
			const folded = foldCharacter(character);
			if (folded === '') {
				// Marks and what is not seen stand inside of words; everything else ends them.
				if (!/[\p{M}\p{Cf}]/u.test(character)) {
					endWord();
				}
			} else if (/^\p{S}|[‰°]/u.test(folded)) {
				endWord();
				bare += folded;
			} else {
				hasDigit ||= /\p{N}/u.test(folded);
				word += folded;
			}
			at += character.length;
		}
		from = at;
	}
	takeRun();
	endWord();
	return bare;
}

/** What an ASCII sign that is neither letter nor digit leaves: itself if it tells something, else nothing. */
function toSign(text: string, at: number, code: number): string {
	const sign = String.fromCharCode(code);
	if (sign === '-') {
		const isMinus = /\d/.test(text.charAt(at + 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
		return isMinus ? '-' : '';
	}
	return tellingSign.test(sign) && !decoration.includes(sign) ? sign : '';
}

/** `spellingApartInNames`, remembered: to look at each word of a text took as long as all else here. */
function spell(word: string): string {
	if (word.length < 4) {
		return word;
	}
	let spelt = knownSpellings.get(word);
	if (spelt === undefined) {
		if (knownSpellings.size >= maxKnownFolds) {
			knownSpellings.clear();
		}
		spelt = spellingApartInNames(word);
		knownSpellings.set(word, spelt);
	}
	return spelt;
}

function foldCharacter(character: string): string {
	let folded = knownFolds.get(character);
	if (folded === undefined) {
		const isTelling = tellingSign.test(character);
		folded = isTelling ? character.replace('−', '-') : /[\p{L}\p{N}]/u.test(character) ? foldWord(character) : '';
		if (knownFolds.size >= maxKnownFolds) {
			knownFolds.clear();
		}
		knownFolds.set(character, folded);
	}
	return folded;
}
