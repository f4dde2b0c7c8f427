import { isOrdinaryWord } from '../ordinaryWords.ts';
import { leadingFamilyNames } from './nameLists.ts';
import { caseOf, type Reading } from './reading.ts';

/** A syllable of Korean or Chinese in Latin letters: `jin`, `kyung`, `xiao`. Most words of English have more, and other ends. */
const syllable = /^(?:[kgntdrlmpbsjhywzxcqf]|kk|tt|pp|ss|jj|ch|sh|zh|[hkmgbrn]y|ts)?[aeiouy]{1,3}(?:ng|n|k|l|m|p|t|h|b)?$/;

/** What begins other words: `Re-run`, `Co-op`. */
const prefixes = new Set('co re de pre pro non no mid bi tri by to so up on in an a e i'.split(' '));

/** `Soo-jin` of `Soo-jin Park`, `Min-ju Kim`: two syllables joined by a hyphen that begin at `at`, and behind them a family name that elsewhere stands first. */
export function isGivenBeforeFamily({ text, tokens }: Reading, at: number): boolean {
	const [first, second, family] = [tokens[at], tokens[at + 1], tokens[at + 2]];
	return (
		first !== undefined &&
		second !== undefined &&
		family !== undefined &&
		leadingFamilyNames.has(family.folded) &&
		caseOf(text, first) === 'capital' &&
		caseOf(text, family) === 'capital' &&
		/^[-‐‑]$/.test(text.slice(first.end, second.start)) &&
		text.slice(second.end, family.start) === ' ' &&
		isSyllable(first.folded) &&
		isSyllable(second.folded) &&
		!prefixes.has(first.folded) &&
		!(isOrdinaryWord(first.folded) && isOrdinaryWord(second.folded))
	);
}

function isSyllable(folded: string): boolean {
	return folded.length > 1 && folded.length < 7 && syllable.test(folded);
}
