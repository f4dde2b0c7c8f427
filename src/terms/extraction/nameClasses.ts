import type { Token } from '../../text/tokenise.ts';
import { roles } from './nameLists.ts';
import { caseOf, type Reading } from './reading.ts';

/** What something with a name may be. A work has no kind of its own among terms. */
export type NameClass = 'person' | 'place' | 'organisation' | 'work';

/**
 * What a name is said to be: `is a small town in …`, `was an American composer`, `, a newspaper of …`. The last noun before a mark or a small word
 * decides; only nouns that people, places, organisations or works are called by.
 */
export function findClassAhead({ text, tokens }: Reading, from: number, gap: string): NameClass | undefined {
	let at = from;
	if (gap === ' ' && /^(?:is|was)$/.test(tokens[at]?.folded ?? '')) {
		at++;
	} else if (gap !== ', ' && gap !== ' (') {
		return undefined;
	}
	if (!/^(?:an?|the|one)$/.test(tokens[at]?.folded ?? '')) {
		return undefined;
	}
	let found: NameClass | undefined;
	for (const start = at++; at < tokens.length && at - start < 9; at++) {
		const token = tokens[at] as Token;
		const gapBefore = text.slice(tokens[at - 1]?.end, token.start);
		if ((gapBefore !== ' ' && gapBefore !== '-') || (at > start + 1 && classStops.has(token.folded))) {
			break;
		}
		found = caseOf(text, token) === 'small' ? (classOf(token.folded) ?? found) : found;
	}
	return found;
}

function classOf(noun: string): NameClass | undefined {
	if (noun === 'group' || noun === 'network') {
		// Peoples and computers are groups and networks, too.
		return undefined;
	}
	return roles.has(noun) || peopleNouns.has(noun)
		? 'person'
		: placeNouns.has(noun) || morePlaceNouns.has(noun)
			? 'place'
			: organisationNouns.has(noun) || moreOrganisationNouns.has(noun)
				? 'organisation'
				: workNouns.has(noun)
					? 'work'
					: undefined;
}

const morePlaceNouns = new Set('hamlet settlement neighborhood neighbourhood township river lake mountain country capital'.split(' '));

const moreOrganisationNouns = new Set(
	'manufacturer subsidiary university college school association federation union station institute foundation ngo'.split(' '),
);

const classStops = new Set(
	'in of on at by from who that which whose for with and or to as where located based founded born known called named'.split(' '),
);

const peopleNouns = new Set(
	'footballer player actor politician businessman businesswoman man woman boy girl guitarist drummer pianist rapper wrestler cricketer swimmer cyclist racer boxer golfer skater sculptor statesman nobleman missionary theologian mathematician geologist astronomer chemist entomologist naturalist botanist explorer screenwriter comedian cartoonist illustrator dancer conductor bassist vocalist violinist saint monk skier sprinter runner'.split(
		' ',
	),
);

const workNouns = new Set(
	'album film movie song novel book series episode game single magazine show programme play opera poem painting ep documentary musical anime manga comic'.split(
		' ',
	),
);

/** What stands before the name of an organisation: `the band …`, `the newspaper …`. */
export const organisationNouns = new Set(
	'band company newspaper label airline club team group network firm charity party magazine university supermarket retailer publisher bank organisation organization agency militia'.split(
		' ',
	),
);

/** `the town of …`. */
export const placeNouns = new Set(
	'town city village district province municipality island port suburb county state region commune borough coast parish'.split(' '),
);
