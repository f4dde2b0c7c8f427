import { singularOfWord } from '../formWords.ts';
import { kinds, people, weakGenera } from './classDefinitions.ts';
import { roles } from './nameLists.ts';
import { wordSet } from './sentenceWords.ts';

/** What a word that may begin a pattern begins. */
export type Signal = 'is' | 'was' | 'be' | 'means' | 'consists' | 'describes' | 'called' | 'known as' | 'define' | 'term';

/** The words at which a pattern may begin. */
export const signals = new Map<string, Signal>(
	Object.entries({
		is: 'is are',
		was: 'was were',
		be: 'be been',
		means: 'means mean denotes denote signifies connotes',
		consists: 'consists consist comprises comprise contains contain includes include involves involve encompasses encompass',
		describes: 'describes describe represents represent refers refer stands constitutes specifies indicates expresses',
		called: 'called termed named dubbed labeled labelled titled christened coined',
		'known as': 'known referred described identified recognized designated',
		define: 'define defines defined',
		term: 'term word phrase',
	} satisfies Record<Signal, string>).flatMap(([signal, words]) =>
		words.split(' ').map((word): [string, Signal] => [word, signal as Signal]),
	),
);

/** What a thing does that says what it is, by kind of doing. */
const doings = {
	function: `allow enable provide produce help control regulate convert break carry store serve protect transport support receive create transform generate perform
		act work process extract retrieve compute calculate return separate connect link form build give cover let`,
	study:
		'examine focus study look consider seek analyze analyse explore describe investigate deal view see compare concentrate attempt try',
	law: 'require prohibit mandate ban guarantee grant establish exempt impose forbid declare',
	claim: 'state hold suggest argue propose assume explain predict assert claim say recognize believe',
	event: 'occur happen arise begin result exist appear take place emerge follow',
	relate:
		'use combine incorporate determine measure define identify correspond map assign capture integrate apply rely depend cause lead make show select',
};

/** Every form of those verbs: the plain one goes with plurals, that in `-s` with one thing; of laws the past, too. */
const doingForms = new Map<string, { readonly kind: string; readonly goesWith: 'plural' | 'one' | 'any' }>(
	Object.entries(doings).flatMap(([kind, verbs]) =>
		verbs
			.split(/\s+/)
			.flatMap((verb) => [
				[verb, { kind, goesWith: 'plural' }] as const,
				[
					verb.replace(/(?:(s|sh|ch|x)|([^aeiou])y)?$/, (end, sibilant, stem) => (sibilant ? `${end}es` : stem ? `${stem}ies` : 's')),
					{ kind, goesWith: 'one' },
				] as const,
				...(kind === 'law' ? [[verb.endsWith('e') ? `${verb}d` : `${verb}ed`, { kind, goesWith: 'any' }] as const] : []),
			]),
	),
);

/**
 * The kind of doing of a verb; `undefined` for what is no verb here. `findSubject` gives the last word of the subject before it. An unknown word in
 * `-s` is a verb of another kind where an object stands behind it (`analyses the`, `utilises a`).
 */
export function readDoing(word: string, hasObject: () => boolean, findSubject: () => string): string | undefined {
	const known = doingForms.get(word);
	if (known === undefined && (!word.endsWith('s') || word.length < 5 || /(?:ss|us|is|['’]s)$/.test(word) || !hasObject())) {
		return undefined;
	}
	const subject = findSubject();
	const isPlural = singularOfWord(subject) !== subject && !/(?:ss|us|is|ics)$/.test(subject);
	const { kind, goesWith } = known ?? { kind: 'other', goesWith: 'one' };
	return goesWith === 'any' || isPlural === (goesWith === 'plural') ? kind : undefined;
}

/** Behind these a clause goes on with what a noun is or does. */
export const relatives = wordSet('which who that whereby where meaning');

/** Adverbs between `is` and what it is, or before `called`. */
export const adverbsOfBe = wordSet(
	'generally usually often commonly simply basically also essentially typically actually now then therefore thus only sometimes normally traditionally currently still itself themselves really just merely primarily mainly largely perhaps probably always best more formally officially informally technically literally loosely broadly widely frequently here first',
);

/** Verbs that stand before `be`. */
export const modals = wordSet('can may could might must shall should will would has have had');

/** Participles behind `is` that make a definition more or less likely, each for itself. */
export const participlesOf = wordSet(
	'defined known characterized characterised composed made based used formed given considered regarded measured determined designed called viewed seen thought understood described associated concerned involved responsible intended caused created produced found built',
);

/** Heads of phrases that speak of the text or of a part of something, not of a kind of thing. */
export const generalHeads = wordSet(
	'advantage disadvantage motivation step characteristic characteristics exception task output input experiment experiments evaluation section field attempt limitation objective feature features aspect aspects factor factors method system work paper corpus data set list component components phase stage version model analysis difference similarity test information language rule rules definition event events',
);

/** Classes that a definition names: what is a kind, a process, a body, a group, a quantity. */
export const classes = wordSet(`
	type kind form sort class category species genus group set collection series system network structure organ tissue cell molecule compound substance material
	process method procedure technique practice approach strategy mechanism algorithm model theory principle law rule concept term word name
	measure unit quantity amount rate ratio percentage degree level number value property characteristic ability capacity tendency
	state condition disorder disease syndrome symptom behavior behaviour emotion belief
	organization organisation institution agency group party body person individual people member society community
	area region layer part branch field study discipline science art
	tool device machine instrument language program software package database corpus dictionary representation structure sequence list tree graph node
	act action movement event reaction interaction relationship relation function change increase decrease transfer exchange
	market good service asset payment tax cost price money income agreement contract document statement
	particle force energy wave charge field vector point line angle
`);

/** What is said when a thing is said to be of this class. */
export function kindOfClass(genus: string): string {
	const key = singularOfWord(genus);
	if (genus === '') {
		return 'none';
	}
	if (roles.has(key) || people.has(key)) {
		return 'role';
	}
	return weakGenera.has(key) ? 'weak' : classes.has(key) || kinds.has(key) ? 'kind' : 'other';
}
