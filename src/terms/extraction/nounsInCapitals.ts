import { isOrdinaryWord } from '../ordinaryWords.ts';
import { isGeneralNoun } from '../wordLists.ts';
import { isHead } from './nameLists.ts';
import { caseOf, type Reading } from './reading.ts';

/** `NGO Caritas`, `CEO Tobias Renn`: nouns that everybody writes so, before whom they are said of. */
const nouns = /^(?:ngos?|csos?|[cm]eos?|cfo|cto|coo|mps?|meps?|msps?)$/;
const offices = /^(?:ceos?|cfo|cto|coo|mps?|meps?|msps?)$/;

/** Whether the word is such a noun. */
export function isNamedBehind(word: string): boolean {
	return nouns.test(word);
}

/** Whether the word is an office: who stands behind it is a person. */
export function isOfficeInCapitals(word: string): boolean {
	return offices.test(word);
}

/**
 * Whether a noun in capitals stands at `at` before the name it is said of, which ends at `last`. It begins an institution's name where that ends as one
 * (`NGO Monitor`, `NGO Affairs Bureau`, but no `NGO Helsinki Monitor`), and a company's before a single plain word (`MP Materials`).
 */
export function isNounInCapitals({ text, tokens }: Reading, at: number, last: number): boolean {
	const [noun, next] = [tokens[at], tokens[at + 1]];
	return (
		noun !== undefined &&
		next !== undefined &&
		at < last &&
		nouns.test(noun.folded) &&
		caseOf(text, noun) === 'capitals' &&
		text.slice(noun.end, next.start) === ' ' &&
		caseOf(text, next) !== 'small' &&
		!(
			isHead(tokens[last]?.folded ?? '') &&
			(at + 1 === last || isOfficeInCapitals(noun.folded) || officesOfState.test(tokens[last]?.folded ?? ''))
		) &&
		!(at + 1 === last && isOfficeInCapitals(noun.folded) && isThing(next.folded))
	);
}

/** What a state has for such as are said to be so: `NGO Affairs Bureau`, `NGO Registration Act`. */
const officesOfState =
	/^(?:bureau|authority|board|commission|committee|department|ministry|directorate|office|officer|secretariat|registry|act|law|laws|bill|regulations?|code|policy)$/;

/** What hardly anybody is called. */
function isThing(word: string): boolean {
	return isOrdinaryWord(word) || isGeneralNoun(word) || /(?:ing|als|ics|ments?|[ts]ions?)$/.test(word);
}
