import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { calendarWords, roles, titles } from './nameLists.ts';

/** `Trokosi, also known as fiashidi, is a practice in which …`: behind what is defined, and before what it is. */
const alsoKnownAs =
	/^["”’]?(?:,\s|\s\()(?:also|sometimes|otherwise|locally|variously)\s(?:known\sas|called|referred\sto\sas|spelled|spelt)\s(?:an?\s|the\s)?["“‘]?(?<name>\p{L}[\p{L}’'-]{2,30}(?:\s[\p{L}’'-]{2,30}){0,3})["”’]?(?:,|\))\s(?:is|are|was|were|means|refers)\s/u;

/** A name that is written with capitals: `Port of Eidhamn`, `Tidewell plc`. */
const name = String.raw`\p{Lu}[\p{L}\p{N}’'&-]{0,30}(?:\s(?:(?:of|and|for|the|&|de)\s)?\p{Lu}[\p{L}\p{N}’'&-]{0,30}){0,6}(?:\splc)?`;

/** What stands between two names of one thing, the second of which it has now or had before. */
const renamed = String.raw`(?:(?:,\s|\s\()(?:which\s(?:is|was)\s)?(?:(?:formerly|previously|originally|now|trading|also\strading)\s(?:known\sas|called|named|trading\sas|as)|doing\sbusiness\sas|t/a|d/b/a|f/k/a)|\s\((?:formerly|previously|now)|\s(?:was|were|is|has\sbeen|had\sbeen)\s(?:later\s|since\s|now\s|then\s)?renamed(?:\sas)?|\s(?:later\s|has\s)?(?:changed|has\schanged)\sits\sname\sto)`;

/** `Harbour Ice Ltd, formerly known as Orrin Cold Stores,`, `Marlow Foods (t/a Fresh Box)`, `Orrin Cold Stores was renamed Harbour Ice in 2019`. */
const renaming = String.raw`["”’]?${renamed}\s(?:the\s)?["“‘]?(?<name>${name})["”’]?(?=[,;.)]|\s(?:in|on|after|when|before|since|by|and)\s)`;
const renamingBehind = new RegExp(`^${renaming}`, 'u');
const renamingOf = new RegExp(`(?<term>${name})${renaming}`, 'u');
const hasRenaming = /\b(?:formerly|previously|originally|now|trading|business)\b|[td]\/[ab]|f\/k\/a|named?\b/;

/** What may stand before the term: an article, a quotation mark. */
const maxLead = 6;
const maxClause = 180;

/** The other name that a definition gives its term; `undefined` if it gives none, several, or an everyday word. */
export function readOtherName(finding: DefinitionFinding): string | undefined {
	const { text, start, termStart, termEnd } = finding;
	if (termStart < start) {
		return undefined;
	}
	const behind = text.slice(termEnd - start, termEnd - start + maxClause);
	const other = (termStart - start > maxLead ? undefined : alsoKnownAs.exec(behind)?.groups?.name) ?? readLaterName(finding);
	const isOne = other !== undefined && !/\s(?:or|and)\s\p{Ll}/u.test(other) && !(!/\s/.test(other) && isOrdinaryWord(other.toLowerCase()));
	return isOne ? other : undefined;
}

/** The name that the term of such a sentence has now, or had before; `undefined` in all others. */
export function readLaterName({ text, start, termEnd }: DefinitionFinding): string | undefined {
	const later = renamingBehind.exec(text.slice(termEnd - start, termEnd - start + maxClause))?.groups?.name;
	// `(formerly Labour-led)`
	return later === undefined || /^\S+[-‐‑]\p{Ll}+$/u.test(later) ? undefined : later;
}

/** What a sentence says to be called, or to have been called, otherwise, too. */
export function findRenamed(text: string): Range | undefined {
	const match = hasRenaming.test(text) ? renamingOf.exec(text) : null;
	const term = match?.groups?.term ?? '';
	const words = tokenise(term);
	const first = words.find(({ folded }) => isContentWord(folded) && !calendarWords.has(folded));
	// `Chairman of Harbour Ice, formerly …` is somebody.
	return match === null || first === undefined || roles.has(first.folded) || titles.has(first.folded)
		? undefined
		: { start: match.index + first.start, end: match.index + term.length };
}
