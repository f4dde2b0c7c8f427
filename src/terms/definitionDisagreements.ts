import { isContentWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import type { DefinitionFinding } from './findings.ts';
import { keyOfToken } from './formWords.ts';

/** A definition of one term, with the document it stands in. */
export interface ToldDefinition {
	readonly document: number;
	readonly finding: DefinitionFinding;
}

/** Of a term that many documents define, so many definitions are compared. */
const maxCompared = 12;
const maxShown = 3;

/** Words that say that a meaning is being given: only what is so given is held against another. */
const giving =
	/^["”’']?(?:\s\([^()]{1,40}\))?,?\s(?:shall\s)?(?:means?|denotes?|refers?\sto|(?:is|are)\sdefined\s(?:as|to\smean)|have\sthe\smeaning\sof)\s/;

interface Meaning extends ToldDefinition {
	readonly words: ReadonlySet<string>;
	readonly numbers: readonly string[];
}

/**
 * Definitions of one term that documents give in so many words (`X means …`) and that are not the same: `other` numbers in the same words (a child is under
 * 18, or under 16), or other words altogether. One a document; the first and what differs from it.
 */
export function findDefinitionDisagreement(
	definitions: readonly ToldDefinition[],
): { readonly what: string; readonly tellings: readonly ToldDefinition[] } | undefined {
	const meanings: Meaning[] = [];
	for (const definition of definitions) {
		const meaning = meanings.length < maxCompared ? readMeaning(definition) : undefined;
		if (meaning !== undefined && meanings.every(({ document }) => document !== meaning.document)) {
			meanings.push(meaning);
		}
	}
	const chosen: Meaning[] = [];
	for (const meaning of meanings) {
		if (chosen.length < maxShown && chosen.every((other) => haveOtherNumbers(other, meaning) || haveOtherWords(other, meaning))) {
			chosen.push(meaning);
		}
	}
	const [first, second] = chosen;
	if (first === undefined || second === undefined) {
		return undefined;
	}
	const differing = haveOtherNumbers(first, second) ? first.numbers.findIndex((number, at) => number !== second.numbers[at]) : -1;
	const what = differing < 0 ? 'defined differently' : `defined with ${first.numbers[differing]} or ${second.numbers[differing]}`;
	return { what, tellings: chosen };
}

function readMeaning(definition: ToldDefinition): Meaning | undefined {
	const { finding } = definition;
	const rest = finding.text.slice(finding.termEnd - finding.start);
	const given = giving.exec(rest)?.[0];
	// `“Committee” means the Rights Committee`: a short name for somebody, in each document for another.
	if (given === undefined || /^(?:the\s)?\p{Lu}/u.test(rest.slice(given.length))) {
		return undefined;
	}
	const tokens = tokenise(rest.slice(given.length));
	const words = new Set(tokens.filter(({ folded }) => isContentWord(folded)).map(keyOfToken));
	return words.size < 3
		? undefined
		: { ...definition, words, numbers: tokens.filter(({ folded }) => /^\d/.test(folded)).map(({ folded }) => folded) };
}

function haveOtherNumbers(a: Meaning, b: Meaning): boolean {
	return sharedShare(a, b) >= 0.8 && a.numbers.length > 0 && a.numbers.length === b.numbers.length && a.numbers.join() !== b.numbers.join();
}

function haveOtherWords(a: Meaning, b: Meaning): boolean {
	return sharedShare(a, b) < 0.25;
}

/** How many of both definitions' words stand in both. */
function sharedShare(a: Meaning, b: Meaning): number {
	const shared = [...a.words].filter((word) => b.words.has(word)).length;
	return shared / (a.words.size + b.words.size - shared);
}
