import { isParticleChain } from '../text/korean.ts';
import { foldWord } from '../text/normalise.ts';
import { isContentWord, isStopWord } from '../text/stopWords.ts';
import { claimVerbs } from './extraction/claimWords.ts';
import { honours, roles, titles } from './extraction/nameLists.ts';
import { isAcronymLike, isCapital } from './formCheck.ts';
import { type FormWords, isHangul, wordFlags } from './formWords.ts';
import { isOrdinaryWord } from './ordinaryWords.ts';

/** What stands around words `first` to `last` of a text, and whether it makes something else of them. */
export class FormSurroundings {
	readonly #text: string;
	readonly #words: FormWords;

	constructor(text: string, words: FormWords) {
		this.#text = text;
		this.#words = words;
	}

	/**
	 * Whether nothing stands directly beside the words that makes them part of a longer one, of the name of a file or a variable; behind them
	 * Hangul may, if it is particles. `non-` before them makes the opposite of them.
	 */
	standsFree(first: number, last: number, end: number): boolean {
		const { starts, ends, flags, keys } = this.#words;
		const isCjk = ((flags[first] ?? 0) & wordFlags.isCjk) !== 0;
		if (first > 0 && ends[first - 1] === starts[first] && !isCjk && ((flags[first - 1] ?? 0) & wordFlags.isCjk) === 0) {
			return false;
		}
		if (isPartOfIdentifier(this.#text, starts[first] ?? 0, end)) {
			return false;
		}
		const isSmall = !isCapital(this.#text.slice(starts[first], (starts[first] ?? 0) + 2));
		if (isSmall && keys[first - 1] === 'non' && /^[-‐‑]$/.test(this.#text.slice(ends[first - 1], starts[first]))) {
			return false;
		}
		if (last + 1 < starts.length && ends[last] === starts[last + 1] && end === ends[last] && isHangul(flags[last + 1])) {
			return isParticleChain(keys[last] ?? '', keys[last + 1] ?? '');
		}
		return true;
	}

	/** Whether a sentence, a heading or an item begins with the word, so that its capital proves nothing. */
	opensSentence(first: number): boolean {
		const start = this.#words.starts[first] ?? 0;
		const before = this.#text.slice(Math.max(0, start - 12), start);
		return /(?:^[\s*_>#-]*|[.!?…:;|•][”"’')\]*_]*\s*[“"‘'(*_]*|\n\s*(?:\n|[-*+>#|•]|\d+[.)])[\s*_>#-]*|[“"‘(]\s*)$/.test(
			start <= 12 ? before : `x${before}`,
		);
	}

	/** `Turkey has …`, `Nice, …`, `Cork's …`: what follows makes the word the name of something. */
	isSubject(last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const behind = this.#text.slice(ends[last], starts[last + 1]);
		const isOwner = /['’]s$/.test(this.#text.slice(starts[last], ends[last]));
		return isOwner || (behind === ' ' && /^(?:has|had|joined|was|lies|became)$/.test(keys[last + 1] ?? ''));
	}

	/** Whether a capital word stands directly beside these: another given or family name. Titles, honours (`Oyelaran QC`), and the first word of a sentence, are none. */
	isPartOfName(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const isName = (at: number, from: number, to: number) => {
			const gap = this.#text.slice(from, to);
			const start = starts[at];
			// Behind `J.` and `St.` goes a name on, behind others a sentence begins.
			const isJoined = gap === ' ' || gap === '-' || (gap === '. ' && (ends[at] ?? 0) - (start ?? 0) <= 2);
			return start !== undefined && isJoined && isCapital(this.#text.slice(start, start + 2));
		};
		const before = keys[first - 1] ?? '';
		const hasNameBefore =
			isName(first - 1, ends[first - 1] ?? 0, starts[first] ?? 0) &&
			(isContentWord(before) || (before.length === 1 && this.#text[ends[first - 1] ?? 0] === '.')) &&
			!titles.has(before) &&
			!roles.has(before);
		const behind = keys[last + 1] ?? '';
		const gapBehind = this.#text.slice(ends[last], starts[last + 1]);
		if (last + 1 < starts.length && honours.test(this.#text.slice(starts[last + 1], ends[last + 1]))) {
			return hasNameBefore;
		}
		return hasNameBefore || (gapBehind !== '. ' && isName(last + 1, ends[last] ?? 0, starts[last + 1] ?? 0) && isContentWord(behind));
	}

	/** `the Company`, `said the “Trust”`, and not `the Company of Glovers`. */
	isReference(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const isArticle = articles.has(keys[first - 1] ?? '') && /^\s["“„«]?\s?$/.test(this.#text.slice(ends[first - 1], starts[first]));
		const next = this.#text.slice(ends[last], starts[last + 1]) === ' ' ? (keys[last + 1] ?? '') : '';
		const isNamed = /^(?:for|on|against)$/.test(next) && isCapital(this.#text.slice(starts[last + 2], (starts[last + 2] ?? 0) + 2));
		return isArticle && next !== 'of' && !isNamed;
	}

	/** Whether a hyphen joins a capital word to these: `Mary Stone` of `Mary Stone-Lee`, whoever that is. */
	isHalfOfName(first: number, last: number): boolean {
		const { starts, ends } = this.#words;
		const [before, behind] = [starts[first - 1], starts[last + 1]];
		const joins = (from: number, to: number) => /^[-‐‑]$/.test(this.#text.slice(from, to));
		return (
			(behind !== undefined && joins(ends[last] ?? 0, behind) && /^\p{Lu}\p{Ll}/u.test(this.#text.slice(behind, behind + 2))) ||
			(before !== undefined && joins(ends[first - 1] ?? 0, starts[first] ?? 0) && isCapital(this.#text.slice(before, before + 2)))
		);
	}

	/** Whether a title with a capital stands before the words, or what somebody is: `Judge Aasen`, `Ms. Nordahl`, `the auditor Vasquez-Holm`. */
	isTitled(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const [start, word] = [starts[first - 1], keys[first - 1] ?? ''];
		if (start === undefined || !/^\.? $/.test(this.#text.slice(ends[first - 1], starts[first]))) {
			return false;
		}
		// `member States`: a word that is plain besides needs more.
		const isPlain = first === last && isOrdinaryWord(keys[first] ?? '');
		return (titles.has(word) && isCapital(this.#text.slice(start, start + 2))) || (roles.has(word) && !isPlain);
	}

	/** `Reyes told`, `and Raman.`, `Petrov’s wells`, no `Raman spectroscopy` nor `the boat Aasen`: whether somebody's name fits in here. */
	actsAsSomebody(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const before = keys[first - 1] ?? '';
		const isApposed =
			this.#text.slice(ends[first - 1], starts[first]) === ' ' &&
			isContentWord(before) &&
			!roles.has(before) &&
			/^(?:the|an?|this|that|our|my|his|her|its|their)$/.test(keys[first - 2] ?? '');
		const gap = this.#text.slice(ends[last], starts[last + 1]);
		const behind = foldWord(this.#text.slice(starts[last + 1], ends[last + 1]));
		const isFollowed = last + 1 < starts.length && /^[ -]$/.test(gap) && isContentWord(behind);
		const isVerb = isFollowed && gap === ' ' && (/(?:ed|[^s]s|ly)$/.test(behind) || claimVerbs.has(behind));
		return !isApposed && (!isFollowed || isVerb || this.isSubject(last));
	}

	/** `Mr Millets`: whether such a title makes somebody's name of a word that is written small elsewhere. */
	isNamedPerson(first: number, last: number): boolean {
		const { starts, ends, keys } = this.#words;
		const start = starts[first] ?? 0;
		return (
			first > 0 &&
			first === last &&
			personalTitles.has(keys[first - 1] ?? '') &&
			isCapital(this.#text.slice(start, start + 2)) &&
			/^\.? $/.test(this.#text.slice(ends[first - 1], start))
		);
	}

	/** `보고 싶은`: behind what ends in 고, 싶다 makes a verb of it. */
	isVerbOfWish(last: number): boolean {
		const { ends, starts, keys } = this.#words;
		return (
			(keys[last] ?? '').endsWith('고') && (keys[last + 1] ?? '').startsWith('싶') && this.#text.slice(ends[last], starts[last + 1]) === ' '
		);
	}

	/** Whether an acronym that is also a word (`WHO`, `IT`, `ACT`) only seems to stand in words all in capitals. */
	isShouted(formText: string, first: number, last: number): boolean {
		const folded = foldWord(formText);
		return (isStopWord(folded, 'en') || isOrdinaryWord(folded)) && this.isAmongCapitals(first, last);
	}

	/** Whether the words beside these are all in capitals, so that capitals here prove nothing. */
	isAmongCapitals(first: number, last: number): boolean {
		const before = this.#countShouted(first, -1);
		const behind = this.#countShouted(last, 1);
		return before !== undefined && behind !== undefined && before + behind > 0;
	}

	/** How many of the next three words of this line are all in capitals; `undefined` where one of them is not. Single letters do not count. */
	#countShouted(from: number, step: 1 | -1): number | undefined {
		const { starts, ends } = this.#words;
		let count = 0;
		for (let at = from + step, looked = 0; at >= 0 && at < starts.length && looked < 3; at += step, looked++) {
			const gap = step > 0 ? this.#text.slice(ends[at - 1], starts[at]) : this.#text.slice(ends[at], starts[at + 1]);
			if (!/^[ '’-]{1,3}$/.test(gap)) {
				break;
			}
			const word = this.#text.slice(starts[at], ends[at]);
			if (/\p{Ll}/u.test(word)) {
				return undefined;
			}
			count += isAcronymLike(word) ? 1 : 0;
		}
		return count;
	}
}

/** What stands before a short reference, in languages that have articles. */
const articles = new Set('the this said der die das den dem des la le les el los las il lo'.split(' '));

/** Titles that stand before names only, as keys. */
const personalTitles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'madam', 'dame']);

/** Whether the words are part of a file's or a variable's name: `kmp.pdf`, `my_kmp`. */
function isPartOfIdentifier(text: string, start: number, end: number): boolean {
	const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
	return (
		(text[end] === '.' && /[a-z]/.test(text[end + 1] ?? '')) ||
		(text[end] === '_' && isWord(end + 1)) ||
		(text[start - 1] === '_' && isWord(start - 2))
	);
}
