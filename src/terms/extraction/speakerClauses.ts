import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { NamedSpeakers } from './namedSpeakers.ts';
import { roles, titles } from './nameLists.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { beforeBrackets } from './speakerPhrases.ts';

/** `Maria Lopez, who leads the Water Trust, said`: the name at the start of the sentence, if a clause between commas stands behind it. */
export function nameBeforeClause(names: NamedSpeakers, from: number, end: number, verb: number): string | undefined {
	const { tokens, text } = names.reading;
	if (!/^,\s/.test(text.slice(end, verb))) {
		return undefined;
	}
	const isLead = (folded: string) => folded === 'the' || titles.has(folded);
	const first = isLead(tokens[from]?.folded ?? '') && (tokens[from + 1]?.start ?? end) < end ? from + 1 : from;
	const name = names.latest(tokens[first]?.start ?? 0);
	if (name === undefined || name.start > (tokens[first]?.start ?? 0) || name.start < (tokens[from]?.start ?? 0) || name.end >= end) {
		return undefined;
	}
	const clause = text.slice(name.end, end).replace(/^\s\([^()]{1,60}\)/, '');
	const isClause =
		/^,\s[^,;:.]{1,120}$/.test(clause) && (/^,\s(?:who|which|an?|the|whose|\d)\b/.test(clause) || isRoleNear(names.reading, name.end, end));
	return isClause ? names.fullName(name.text) : undefined;
}

/**
 * `The company, owned by Harbour Capital, denied it`, `Lopez, who led the trust, said`: the token before the clause between commas that ends before
 * the verb, if the clause begins with a participle, `who` or whose somebody is; whom it names does not speak. It may end in somebody by his role:
 * `Lopez, who is married to its head, Bo Kim, said`.
 */
export function clauseAround(names: NamedSpeakers, from: number, last: number, behind: string): number | undefined {
	const { tokens, text } = names.reading;
	if (!/^[.”’"']?\)?,\s/.test(behind)) {
		return undefined;
	}
	const end = (tokens[last] as Token).end;
	let isNamed = false;
	for (let at = last; at > from && last - at < maxClause; at--) {
		const start = (tokens[at] as Token).start;
		const gap = text.slice((tokens[at - 1] as Token).end, start);
		if (/^[.”’"']?\)?,\s$/.test(gap)) {
			const before = beforeBrackets(names.reading, from, at - 1) ?? at - 1;
			const clause = text.slice(start, end);
			if ((isNamed ? withWho : besideSubject).test(clause) || (!isNamed && isWhoTheyAre(names, clause, (tokens[before] as Token).end))) {
				return before;
			}
			const name = names.latest(start);
			isNamed = !isNamed && name?.start === start && name.end === end && roles.has(tokens[at - 1]?.folded ?? '');
			if (!isNamed) {
				return undefined;
			}
		} else if (/[,;:()“”"]/.test(gap)) {
			return undefined;
		}
	}
	return undefined;
}

/** `Friends of Ann Lee's brother, Bo Kim, said`: whether the name between commas says who somebody is of whom only others are told to be friends. */
export function isWhoseName(names: NamedSpeakers, from: number, last: number): boolean {
	const { tokens, text } = names.reading;
	const name = names.latest((tokens[last] as Token).start);
	const isLast = name?.kind === 'person' && name.end === tokens[last]?.end && text.slice(name.start - 2, name.start) === ', ';
	const first = tokens[from]?.folded ?? '';
	return isLast && /[^s]s$/.test(first) && isContentWord(first) && /^(?:of|for)$/.test(tokens[from + 1]?.folded ?? '');
}

/** `On Monday, Ann Lee, mother of Bo Kim, said`, `Bo Kim, the mayor, said`: whether the clause says what somebody is whom a name before it names. */
function isWhoTheyAre(names: NamedSpeakers, clause: string, before: number): boolean {
	const name = names.latest(before - 1);
	return name?.end === before && name.kind !== 'place' && whatSomebodyIs.test(clause);
}

/** `, deputy head of the trust`: whether one of the next four words says what somebody is, all of them small. */
function isRoleNear(reading: Reading, offset: number, end: number): boolean {
	const { tokens, text } = reading;
	const first = findTokenAt(tokens, offset);
	for (let at = first; at < first + 4; at++) {
		const token = tokens[at];
		if (token === undefined || token.start >= end || caseOf(text, token) !== 'small') {
			return false;
		}
		if (roles.has(token.folded) || titles.has(token.folded)) {
			return true;
		}
	}
	return false;
}

const whatSomebodyIs =
	/^(?:(?:the|an?|his|her|its|their)\s)?(?:\p{Ll}[\p{L}-]*\s){1,5}(?:of|for|at|in|with|from|to)\s|^(?:the|an?|his|her|its|their)(?:\s\p{Ll}[\p{L}-]*){1,5}$/u;

/** How a clause between commas begins behind whom it is about: `owned by`, `who led`, `of the Water Trust`, `no relation of`; not `who the mayor`. */
const withWho = /^(?:who|whose)\s(?!(?:the|an?|his|her|its|their|one)\s)\p{Ll}/u;
const besideSubject = new RegExp(
	String.raw`${withWho.source}|^(?:of|from|no|which)\s|^(?:(?:\p{Ll}+ly|together|along)\s)?(?:at|in|on|under|with|through|including|like|unlike)\s|^(?:\p{Ll}{3,}(?:ed|ing)|led|run|held|built|set\sup)\s(?:about|of|whether|if|together|by|in|on|at|to|for|from|with|as)\s`,
	'u',
);

/** Such a clause has at most so many words. */
const maxClause = 24;
