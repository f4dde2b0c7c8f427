import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { isAdverb } from '../wordLists.ts';
import { isSpeakingNoun } from './claimWords.ts';
import type { NamedSpeakers } from './namedSpeakers.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';
import { doneBy, isSomebodyByRole, isWork } from './speakerPhrases.ts';

/**
 * `Ann Lee of the Water Trust said`, `the operator of the Orrin Dam denied`: the last name only tells whose or where the speaker is. Then the
 * person, or the words from the noun on, is who speaks; `undefined` where the name that ends here speaks itself, null where it is only what is
 * spoken of, and nobody speaks: `the death of Ann Lee showed`, `the man accused of killing Ann Lee denied`.
 */
export function namePlacedBy(names: NamedSpeakers, from: number, end: number, isSaid: boolean): string | null | undefined {
	const { tokens, text } = names.reading;
	const own = names.latest(end - 1);
	if (own === undefined || own.end !== end) {
		return undefined;
	}
	let joint = findTokenAt(tokens, own.start) - 1;
	if (
		isInRelative(names.reading, from, joint) ||
		(own.kind === 'person' && joint - 1 > from && isActedOn(names.reading, from, joint, own.start))
	) {
		return null;
	}
	if (tokens[joint]?.folded === 'the') {
		joint--;
	}
	if (tokens[joint]?.folded === 'by') {
		return doneBy(names.reading, from, joint, end);
	}
	if (
		joint - 2 >= from &&
		/^(?:for|with|to|in|at|on|from)$/.test(tokens[joint]?.folded ?? '') &&
		isParticiple(tokens[joint - 1]?.folded ?? '')
	) {
		// `Individuals affiliated with the Water Trust said`
		return doneBy(names.reading, from, joint, end);
	}
	const [noun, preposition] = [tokens[joint - 1], tokens[joint]];
	if (
		joint <= from ||
		noun === undefined ||
		preposition === undefined ||
		!/^(?:of|at|in|on|from|for|with|against|about|to)$/.test(preposition.folded) ||
		!/^\s(?:\S+\s){1,2}$/.test(text.slice(preposition.start - 1, own.start))
	) {
		return undefined;
	}
	const owner = names.latest(preposition.start);
	const gap = owner === undefined ? '' : text.slice(owner.end, preposition.start);
	if (owner !== undefined && owner !== own && owner.start >= (tokens[from]?.start ?? 0) && /^\s(?:\([^()\s]{1,12}\)\s)?$/.test(gap)) {
		return owner.kind === 'person' || gap.length > 1 ? names.fullName(owner.text) : text.slice(owner.start, end).replace(/\s+/g, ' ');
	}
	// `A friend of Ann Lee said`, `Opponents of Ann Lee claim`, `A letter to the trust said`; `a man close to Ann Lee` is called otherwise.
	const isOfPerson = own.kind === 'person' && /^(?:of|for)$/.test(preposition.folded) && !isWork(noun.folded);
	const isAbout = isOfPerson || /^(?:against|about|to)$/.test(preposition.folded);
	const isNoun = (joint - 1 === from || caseOf(text, noun) === 'small') && isContentWord(noun.folded) && !isAdverb(noun.folded);
	if (isAbout && isNoun && !noun.folded.startsWith('spokes')) {
		const speaks = (isSaid || /[^s]s$/.test(noun.folded)) && text.slice(noun.end, preposition.start) === ' ';
		return speaks && !/ed$|^(?:close|next|due|loyal|similar|known)$/.test(noun.folded)
			? text.slice(noun.start, end).replace(/\s+/g, ' ')
			: null;
	}
	// `A man in Porto claimed`: a place does not speak.
	const isOfPlace = own.kind === 'place' && /^(?:in|at|on|from)$/.test(preposition.folded) && isContentWord(noun.folded);
	// `Nurses on the Skerries say`: many, with whom the sentence begins.
	const areMany = joint - 1 === from && own.kind !== 'person' && /[^s]s$/.test(noun.folded) && isContentWord(noun.folded);
	const isSomebody =
		isOfPlace || areMany || isSomebodyByRole(noun.folded) || (preposition.folded !== 'from' && isSpeakingNoun(noun.folded));
	if (isSomebody && !noun.folded.startsWith('spokes') && text.slice(noun.end, preposition.start) === ' ') {
		return text.slice(noun.start, end).replace(/\s+/g, ' ');
	}
	// `the office in the city of Orrin said`
	return own.kind === 'place' && text.slice(noun.end, preposition.start) === ' ' && !isWork(noun.folded) ? null : undefined;
}

/** `Oslo, Norway`: the last token of the town, if the country's name ends with the token at `last`. */
export function townBefore(names: NamedSpeakers, from: number, last: number): number | undefined {
	const { tokens, text } = names.reading;
	const offset = (tokens[last] as Token).start;
	const [town, country] = [names.latest(offset, 1), names.latest(offset)];
	const isPair =
		town?.kind === 'place' &&
		country?.kind === 'place' &&
		country.end === tokens[last]?.end &&
		town.start > (tokens[from]?.start ?? 0) &&
		text.slice(town.end, country.start) === ', ';
	return isPair ? findTokenAt(tokens, town.end) - 1 : undefined;
}

/** `The company suing Ann Lee said`, `the man accused of killing Ann Lee`; not `At the hearing Ann Lee said`. `before` is the token before the name. */
function isActedOn(reading: Reading, from: number, before: number, start: number): boolean {
	const { tokens, text } = reading;
	const [noun, verb] = [tokens[before - 1] as Token, tokens[before] as Token];
	return (
		/^\p{Ll}{2,}ing$/u.test(text.slice(verb.start, verb.end)) &&
		!/^(?:king|viking|sibling|being)$|^(?:morn|even)ing$/.test(verb.folded) &&
		text.slice(verb.end, start) === ' ' &&
		text.slice(noun.end, verb.start) === ' ' &&
		/^(?:the|an?|another|one)$/.test(tokens[from]?.folded ?? '') &&
		(noun.folded === 'of' || (isContentWord(noun.folded) && caseOf(text, noun) === 'small'))
	);
}

function isParticiple(folded: string): boolean {
	return /^\p{L}{3,}ed$/u.test(folded) && !/^(?:indeed|need|seed|speed|breed)$/.test(folded);
}

/** `The man who attacked Ann Lee in Orrin said`, `the company that had sued the trust`: whether the token at `last` is in what tells of another. */
function isInRelative(reading: Reading, from: number, last: number): boolean {
	const { tokens, text } = reading;
	for (let at = last; at > from && last - at < maxRelative && /^\.?\s$/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start)); at--) {
		const word = tokens[at]?.folded ?? '';
		if (at < last && /^(?:who|that|which)$/.test(word)) {
			const verb = tokens[at + 1] as Token;
			return (
				text.slice(tokens[at - 1]?.end, tokens[at]?.start) === ' ' &&
				caseOf(text, verb) === 'small' &&
				(word === 'who' || /ed$|^ha[sd]$|^have$/.test(verb.folded))
			);
		}
	}
	return false;
}

/** Such words without commas, up to whom or what they name, are at most so many. */
const maxRelative = 9;
