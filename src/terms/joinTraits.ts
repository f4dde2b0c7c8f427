import { isCompany } from './companyNames.ts';
import { mostCounted } from './counts.ts';
import { isTitledFamily } from './extraction/koreanPeople.ts';
import { lawEnds } from './extraction/nameLists.ts';
import { readOtherName } from './extraction/otherName.ts';
import { endsInHangul } from './formWords.ts';
import { isFamilyWithParticles } from './personNames.ts';
import { headOfBody, isHeadOfBody } from './shortReferences.ts';
import type { TermGroup } from './termGroups.ts';

/** What a group may be joined for. */
export type Trait =
	| 'aliases'
	| 'otherName'
	| 'long'
	| 'several'
	| 'called'
	| 'body'
	| 'bodyAlone'
	| 'company'
	| 'dated'
	| 'inverted'
	| 'person'
	| 'family'
	| 'titledFamily'
	| 'hangulName';

export const noTraits: readonly Trait[] = [];

/** All that the group may be joined for. */
export function traitsOf(group: TermGroup): readonly Trait[] {
	const traits: Trait[] = [];
	const { keys, longs } = group;
	if (group.own !== undefined && group.own.aliases.length > 0) {
		traits.push('aliases');
	}
	if (group.isAcronym) {
		return [...traits, ...(longs.size > 0 ? (['long'] as const) : []), ...(longs.size > 1 ? (['several'] as const) : [])];
	}
	if (group.own === undefined && group.definitions.some(({ finding }) => readOtherName(finding) !== undefined)) {
		traits.push('otherName');
	}
	// `a fee for each vessel (the “Base Charge”)` says what is called so; `“Company” means …` says what it is.
	const isDefined = group.definitions.some(({ finding }) => finding.definitionEnd > finding.termStart);
	if (group.own === undefined && !isDefined && /^\p{Lu}/u.test(mostCounted(group.forms) ?? '')) {
		if (longs.size > 0) {
			traits.push('called');
		}
		if (group.nameCount > 0 && isHeadOfBody(group.key)) {
			traits.push('bodyAlone');
		}
	}
	if (group.nameCount > 0 && headOfBody(keys) !== undefined) {
		traits.push('body');
	}
	if (isCompany(keys)) {
		traits.push('company');
	}
	if (splitDatedLaw(keys) !== undefined) {
		traits.push('dated');
	}
	if (group.kinds.size > 0 && mostCounted(group.kinds) === 'person') {
		if (keys.length > 1 && keys.length < 5 && mostCounted(group.forms)?.includes(', ') === true) {
			traits.push('inverted');
		}
		if (isTitledHangul(keys)) {
			traits.push('titledFamily');
		} else if (!isFamilyAlone(group)) {
			traits.push('person');
		} else {
			// A Korean name of three syllables is the whole name.
			traits.push(endsInHangul(keys[0] ?? '') ? 'hangulName' : 'family');
		}
	} else if (isOfTwoHalves(group) || isWithParticles(group)) {
		traits.push('family');
	}
	return traits;
}

/** A law's name without the year that it ends in: `mental capacity act 2005`; `undefined` for all else. */
export function splitDatedLaw(keys: readonly string[]): { readonly bare: string } | undefined {
	if (keys.length < 3 || !/^(?:1[5-9]|20)\d\d$/.test(keys.at(-1) ?? '')) {
		return undefined;
	}
	const bare = keys.slice(0, keys.at(-2) === 'of' ? -2 : -1);
	return bare.length > 1 && lawEnds.has(bare.at(-1) ?? '') ? { bare: bare.join(' ') } : undefined;
}

/** `Vasquez-Holm`: whoever it is, nothing but a family name if somebody bears it. */
export function isOfTwoHalves({ kinds, forms }: TermGroup): boolean {
	const kind = kinds.size === 0 ? undefined : mostCounted(kinds);
	return (kind === 'person' || kind === 'concept') && /^\p{Lu}\p{Ll}+[-‐‑]\p{Lu}\p{Ll}+$/u.test(mostCounted(forms) ?? '');
}

/** `De la Tour`, where a sentence begins: a family name too, if somebody bears it. */
function isWithParticles({ kinds, forms, keys }: TermGroup): boolean {
	return keys.length > 1 && kinds.size > 0 && mostCounted(kinds) === 'concept' && isFamilyWithParticles(mostCounted(forms) ?? '');
}

/** `김 장관`: a family name of one syllable with a title. */
export function isTitledHangul([family = '', title = '', ...others]: readonly string[]): boolean {
	return others.length === 0 && isTitledFamily(family, title);
}

/** Whether somebody's name is one word, or one with small words: `Holm`, `Vasquez-Holm`, `van der Laan`. */
export function isFamilyAlone({ keys, kinds, forms }: TermGroup): boolean {
	const form = mostCounted(forms) ?? ' ';
	return keys.length === 1 || (kinds.has('person') && !/\s/.test(form)) || isFamilyWithParticles(form);
}
