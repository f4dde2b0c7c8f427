import type { DefinitionFinding } from '../findings.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';

/** `Trokosi, also known as fiashidi, is a practice in which …`: behind what is defined, and before what it is. */
const alsoKnownAs =
	/^["”’]?(?:,\s|\s\()(?:also|sometimes|otherwise|locally|variously)\s(?:known\sas|called|referred\sto\sas|spelled|spelt)\s(?:an?\s|the\s)?["“‘]?(?<name>\p{L}[\p{L}’'-]{2,30}(?:\s[\p{L}’'-]{2,30}){0,3})["”’]?(?:,|\))\s(?:is|are|was|were|means|refers)\s/u;

/** What may stand before the term: an article, a quotation mark. */
const maxLead = 6;
const maxClause = 180;

/** The other name that a definition gives its term; `undefined` if it gives none, several, or an everyday word. */
export function readOtherName({ text, start, termStart, termEnd }: DefinitionFinding): string | undefined {
	if (termStart < start || termStart - start > maxLead) {
		return undefined;
	}
	const name = alsoKnownAs.exec(text.slice(termEnd - start, termEnd - start + maxClause))?.groups?.name;
	const isOne = name !== undefined && !/\s(?:or|and)\s/.test(name) && !(!/\s/.test(name) && isOrdinaryWord(name.toLowerCase()));
	return isOne ? name : undefined;
}
