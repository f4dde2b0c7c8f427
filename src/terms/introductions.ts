import type { Range } from '../text/range.ts';
import { tokenise } from '../text/tokenise.ts';
import { isRoleAbroad } from './extraction/kindsAbroad.ts';
import { kin, roles, titles } from './extraction/nameLists.ts';

/** What a whole name and a role beside it are worth, among what else makes a sentence tell much of somebody (`evidence.ts`). */
const wholeNameWorth = 0.8;
const roleWorth = 2.4;
/** A role is looked for so far before a name, and behind it. UTF-16 units. */
const maxBefore = 40;
const maxBehind = 80;

/** Said to be polite, which tells nothing of who somebody is. */
const courtesies = new Set('mr mrs ms miss mx mme mlle herr frau señor señora sr sra dr sir dame hon lord lady'.split(' '));

/** `, general secretary of …`, `, a former minister,`, ` is the executive secretary`, `, I am the director of …`: what is said behind a name. */
const saidBehind =
	/^(?:,\s(?:I\sam\s|who\s(?:is|was)\s)?|\s(?:is|was|has\sbeen|became)\s)(?!(?:and|or|but|as|so|then|when|while|where|whom|which|to|in|at|on|for|with|from|said)\s)(?<role>[^,.;:()\n]{3,60})/u;

/**
 * How much better than others a sentence tells who somebody is whose name stands at `place`: with the whole name, and with a role beside it (`opposition
 * leader Rached Ghannouchi`, not `Ghannouchi’s lawyers`). The head of a judgment or a letter, line under line, tells it of nobody.
 */
export function weighIntroduction(text: string, place: Range, sentence: Range): number {
	if (text.slice(sentence.start, place.start).includes('\n')) {
		return 0;
	}
	const isWhole = /\p{L}[\s‐-]+\p{L}/u.test(text.slice(place.start, place.end));
	return (isWhole ? wholeNameWorth : 0) + (hasRoleBefore(text, place.start) || hasRoleBehind(text, place.end) ? roleWorth : 0);
}

function hasRoleBefore(text: string, start: number): boolean {
	const before = text.slice(Math.max(0, start - maxBefore), start);
	const word = tokenise(before).at(-1);
	return word !== undefined && /^,?\s$/u.test(before.slice(word.end)) && isRole(word.folded);
}

function hasRoleBehind(text: string, end: number): boolean {
	const said = saidBehind.exec(text.slice(end, end + maxBehind))?.groups?.role;
	return said !== undefined && /^\p{Ll}/u.test(said) && tokenise(said).some(({ folded }) => isRole(folded));
}

function isRole(word: string): boolean {
	return !courtesies.has(word) && (roles.has(word) || titles.has(word) || kin.has(word) || isRoleAbroad(word));
}
