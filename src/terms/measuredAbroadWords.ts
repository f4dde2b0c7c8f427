import { foldWord } from '../text/normalise.ts';
import { type SpeechWords, speechWords } from './extraction/speechAbroad.ts';

/** What a verb comes to in all languages: `has`, `killed`; empty where it only says that it is so. */
export interface MeasuredVerb {
	readonly key: string;
	readonly kind: 'state' | 'event';
}

/** A word of a clause, by which participles are told. */
export interface PlacedWord {
	/** In small letters, with its accents. */
	readonly written: string;
	/** The word before, folded. */
	readonly before: string;
	readonly isLast: boolean;
}

/** How a language tells what something has, or what was done to many. Words are folded. */
export interface MeasuredLanguage {
	readonly code: string;
	/** How values are shown side by side. */
	readonly or: string;
	readonly bounds: Readonly<Record<'about' | 'least' | 'most', string>>;
	readonly scales: readonly [million: string, billion: string];
	/** What is counted, as it is called there: `Euro`, `d’euros` behind millions. */
	readonly nameUnit: (unit: string, isOfMillions: boolean) => string;
	/** A verb that is shown with what it goes on with. */
	readonly governed: { readonly verb: RegExp; readonly preposition: string };
	readonly verbs: ReadonlyMap<string, MeasuredVerb>;
	/** Of those the ones that a participle may follow, which then tells it: `hat gekostet`. */
	readonly auxiliaries: ReadonlySet<string>;
	readonly isParticiple: (word: PlacedWord) => boolean;
	/** Several words that come to a verb. */
	readonly phrases: readonly {
		readonly pattern: RegExp;
		readonly key: string;
		readonly drops: ReadonlySet<string>;
		readonly shown: string;
	}[];
	/** What is counted, where it tells what became of them: `14 Tote`; and the verbs before it. */
	readonly harmed: ReadonlyMap<string, string>;
	readonly harming: ReadonlySet<string>;
	/** Words that loosen a figure or go without saying; small ones that change what is told; those that lead somewhere. */
	readonly asides: ReadonlySet<string>;
	readonly limits: ReadonlySet<string>;
	readonly directions: ReadonlySet<string>;
	readonly dimensions: ReadonlySet<string>;
	readonly speech: SpeechWords;
	/** Before who tells the rest without a comma; before what is told. */
	readonly sources: RegExp;
	readonly that: string;
	/** What may become so, was meant to, is denied, or not yet all of it; when it was, told from the day of telling; `12 mehr`. */
	readonly unsettled: RegExp;
	readonly relative: RegExp;
	readonly more: RegExp;
	/** How parts of a sentence begin: what says where or when, what the rest depends on, what tells of the part before. */
	readonly scope: RegExp;
	readonly condition: RegExp;
	readonly which: RegExp;
	/** What stands before a place: that opens the clause, where many things happen, within which a share is told. */
	readonly opening: RegExp;
	readonly happensAt: RegExp;
	readonly within: RegExp;
	/** What happened there once. */
	readonly accident: RegExp;
	/** Letters that folding would take for another word: `à`. */
	readonly accented: ReadonlySet<string>;
}

function listOf(words: string): readonly string[] {
	return words
		.split(/\s+/)
		.filter((word) => word !== '')
		.map(foldWord);
}

function setOf(words: string): ReadonlySet<string> {
	return new Set(listOf(words));
}

function verbsOf(kind: MeasuredVerb['kind'], forms: Readonly<Record<string, string>>): [string, MeasuredVerb][] {
	return Object.entries(forms).flatMap(([key, words]) => listOf(words).map((word): [string, MeasuredVerb] => [word, { key, kind }]));
}

const word = (alternatives: string) => new RegExp(String.raw`(?<!\p{L})(?:${alternatives})(?!\p{L})`, 'iu');

const germanUnits = new Map([
	['percent', '%'],
	['euros', 'Euro'],
	['dollars', 'Dollar'],
	['pounds', 'Pfund'],
]);

const german: MeasuredLanguage = {
	code: 'de',
	or: 'oder',
	bounds: { about: 'rund', least: 'mindestens', most: 'höchstens' },
	scales: ['Millionen', 'Milliarden'],
	nameUnit: (unit) => germanUnits.get(unit) ?? unit,
	governed: { verb: /^verfüg/u, preposition: 'über' },
	verbs: new Map([
		...verbsOf('state', {
			'': 'ist sind war waren wurde wurden liegt lag liegen lagen beträgt betrug erreicht erreichte beläuft belief steht stand',
			has: 'hat haben hatte hatten zählt zählte zählen zählten verfügt verfügte verfügen besitzt besaß umfasst umfasste',
			employs: 'beschäftigt beschäftigte beschäftigen',
			work: 'arbeiten arbeiteten',
			live: 'leben lebten wohnen wohnten',
			costs: 'kostet',
			covers: 'bedeckt',
			runs: 'betreibt betrieb betreiben',
			houses: 'beherbergt beherbergte',
			belong: 'gehören gehörten',
		}),
		...verbsOf('event', {
			killed: 'starb starben gestorben tötete töteten getötet umgekommen',
			injured: 'verletzte verletzten verletzt',
			displaced: 'vertrieb vertrieben',
			destroyed: 'zerstörte zerstörten zerstört',
			damaged: 'beschädigte beschädigten beschädigt',
			costs: 'kostete kosteten gekostet',
		}),
	]),
	auxiliaries: setOf('hat haben hatte hatten ist sind war waren wurde wurden'),
	isParticiple: ({ written, isLast }) =>
		(isLast && /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:ver|be|er|ent|zer)\p{Ll}{2,}(?:t|en)|\p{Ll}{3,}iert)$/u.test(written)) ||
		written === 'worden',
	phrases: [
		{ pattern: / kam(?:en)? .*ums leben /, key: 'killed', drops: setOf('kam kamen ums leben'), shown: 'ums Leben kamen' },
		{
			pattern: / verlor(?:en)? .*(?:ihr|das) leben /,
			key: 'killed',
			drops: setOf('verlor verloren ihr das leben'),
			shown: 'das Leben verloren',
		},
	],
	harmed: new Map([
		['tote', 'killed'],
		['todesopfer', 'killed'],
		['menschenleben', 'killed'],
		['verletzte', 'injured'],
	]),
	harming: setOf('forderte forderten gab es kostete kosteten gekostet'),
	asides: setOf(
		`etwa rund ca circa zirka ungefähr knapp gut fast nahezu beinahe annähernd mindestens wenigstens höchstens maximal über mehr als weniger bis nur
		lediglich bloß insgesamt genau derzeit aktuell inzwischen mittlerweile jahr jahre sich offiziell`,
	),
	limits: setOf(
		'nicht kein keine keinen keiner nie ohne pro je jede jeder jedes jährlich seit vor erste ersten zweite zweiten beide halb noch wieder',
	),
	directions: setOf('nach aus gegen auf um an zu zum zur von'),
	dimensions: setOf('lang breit hoch tief dick'),
	speech: speechWords.get('de') as SpeechWords,
	sources: /^(?:laut |nach (?:angaben|auskunft|einschatzung|ansicht|auffassung|darstellung|informationen|erkenntnissen)$)/,
	that: 'dass',
	unsettled: word(
		String.raw`könnten?|sollt?en?|soll|möchten?|wollen|will|wollten?|dürften?|müssen|muss|müssten?|wird|werden|würden?|wären?|hätten?|geplant\p{Ll}*|plan(?:t|en|te|ten)|ziele?|erwartet\p{Ll}*|voraussichtlich|bislang|bisher|bestreitet|bestritt|dementiert\p{Ll}*|verspr\p{Ll}+|hofft\p{Ll}*|angeblich|mutmaßlich`,
	),
	relative: word(
		String.raw`gestern|heute|morgen|damals|(?:vergangen|letzt|nächst|vorig|kommend|dies|jüngst)e[nrms]?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Wochen?|Monate?n?|Quartal|Tagen?`,
	),
	more: /^\s(?:mehr|weniger)(?!\p{L})/u,
	scope: /^(?:in|im|am|an|auf|bei|beim|seit|vor|für|während|unter|zwischen|aus)\s/iu,
	condition: /^(?:wenn|falls|sofern|sobald|ob|obwohl|bevor|nachdem|damit)\s/iu,
	which: /^(?:der|die|das|welche[rs]?)\s/u,
	opening: /^(?:In|Im|Auf|Aus|Für|Nach|An|Am)\s(?:der\s|dem\s|den\s)?$/u,
	happensAt: /(?<!\p{L})(?:(?:in|im|nahe|am|auf|an|um)\s(?:der\s|dem\s|den\s)?|bei\s)$/iu,
	within: /(?<!\p{L})(?:in|im|am|an|auf|bei|beim)\s(?:der\s|dem\s|den\s)?$/iu,
	accident:
		/(?<!\p{L})(?:beim|der|des|dem|die|das)\s(?:\p{Lu}\p{Ll}*(?:brand|feuer|explosion|unglück|einsturz|absturz)|Brand(?:es)?|Feuer|Explosion|Unglück|Einsturz(?:es)?|Absturz|Untergang)\s(?:in\s(?:der|dem|den)|im|am|an\sder|auf\s(?:der|dem)|bei|der|des)\s$/iu,
	accented: new Set(),
};

const frenchBe = setOf('est sont était étaient fut furent été');
const frenchHave = setOf('a ont avait avaient');

const french: MeasuredLanguage = {
	code: 'fr',
	or: 'ou',
	bounds: { about: 'environ', least: 'au moins', most: 'au plus' },
	scales: ['millions', 'milliards'],
	nameUnit: (unit, isOfMillions) => {
		const name = unit === 'percent' ? '%' : unit;
		return !isOfMillions ? name : /^[aeiouéèhy]/iu.test(name) ? `d’${name}` : `de ${name}`;
	},
	governed: { verb: /^dispos/u, preposition: 'de' },
	verbs: new Map([
		...verbsOf('state', {
			'': `est sont était étaient fut furent été atteint atteignait élève élevait élevée élevé élèvent établit établissait établi établie`,
			has: 'a ont avait avaient compte comptait comptent comptaient dispose disposait disposent disposaient possède possédait possèdent comprend comprenait',
			employs: 'emploie employait emploient employaient',
			work: 'travaillent travaillaient',
			live: 'vivent vivaient habitent habitaient',
			costs: 'coûte coûtent',
			covers: 'couvre couvrait',
			runs: 'gère gérait exploite exploitait',
			houses: 'abrite abritait abritent héberge hébergeait',
			measures: 'mesure mesurait',
		}),
		...verbsOf('event', {
			killed: 'tué tués tuée tuées mort morte morts mortes décédé décédée décédés décédées',
			injured: 'blessé blessés blessée blessées',
			displaced: 'déplacé déplacés déplacée déplacées',
			destroyed: 'détruit détruits détruite détruites',
			damaged: 'endommagé endommagés endommagée endommagées',
			costs: 'coûté coûtait coûtaient',
		}),
	]),
	auxiliaries: new Set([...frenchBe, ...frenchHave]),
	isParticiple: ({ written, before }) =>
		(frenchHave.has(before) && /(?:é|[^ao]i|is|it|u|ert|ait|aint)(?:e|s|es)?$/u.test(written)) ||
		(frenchBe.has(before) && /(?:é|[^ao]i|u)(?:e|s|es)?$/u.test(written)),
	phrases: [
		{ pattern: / coute la vie /, key: 'killed', drops: new Set(['coute', 'la', 'vie', 'à', 'aux']), shown: 'coûté la vie à' },
		{ pattern: / perdu la vie /, key: 'killed', drops: setOf('perdu la vie'), shown: 'perdu la vie' },
	],
	harmed: new Map([
		['morts', 'killed'],
		['blesses', 'injured'],
	]),
	harming: setOf('fait faisait a ont'),
	asides: setOf(
		`environ quelque près presque autour approximativement moins plus minimum maximum seulement exactement actuellement désormais aujourd total
		ne n que au année années s se annuel annuelle officiellement située situé`,
	),
	limits: setOf(
		'pas jamais sans par chaque premier première premiers premières second seconde deuxième autre autres moitié depuis avant après encore chacun aucun aucune',
	),
	directions: new Set(['vers', 'contre', 'à', 'aux']),
	dimensions: setOf('long longue large haut haute profond profonde'),
	speech: speechWords.get('fr') as SpeechWords,
	sources: /^(?:selon |d apres$)/,
	that: 'que',
	unsettled: word(
		String.raw`pourrai(?:t|ent)|devrai(?:t|ent)|doit|doivent|devait|peut|peuvent|prévoi\p{Ll}+|prévu\p{Ll}*|vis(?:e|ent|ait)|objectifs?|cible|esp[éè]r\p{Ll}+|attendue?s?|nie(?:nt)?|nié|dément\p{Ll}*|promet\p{Ll}*|promis|veut|veulent|jusqu['’](?:ici|à\sprésent)|à\sce\sjour|pour\sl['’]instant|serai(?:t|ent)|aurai(?:t|ent)|\p{L}{2,}er(?:a|ont)|(?:au|se)r(?:a|ont)|va|vont`,
	),
	relative: word(
		String.raw`hier|demain|derni(?:er|ère)s?|prochaine?s?|précédente?s?|cette\s(?:année|semaine)|ce\smois|mois|semaines?|trimestre|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|il\sy\sa|récemment`,
	),
	more: /^\sde\s(?:plus|moins)(?!\p{L})/u,
	scope: /^(?:en|à|au|aux|dans|sur|lors|pendant|durant|depuis|pour|avant|après|entre|sous|chez|parmi)\s/iu,
	condition: /^(?:si\s|s['’]il|quand\s|lorsqu|sauf\s)/iu,
	which: /^(?:qui|que|dont|où)\s/u,
	opening: /^(?:À|En|Dans|Au|Aux|Sur|Chez|Pour)\s(?:la\s|le\s|les\s|l['’])?$/u,
	happensAt: /(?<!\p{L})(?:(?:en|dans|sur|chez|aux?|à)\s|près\sd(?:e\s|u\s|['’]))$/iu,
	within: /(?<!\p{L})(?:à|en|dans|au|aux|sur)\s(?:la\s|le\s|les\s|l['’])?$/iu,
	accident:
		/(?<!\p{L})(?:l['’](?:incendie|explosion|accident|effondrement)|le\s(?:naufrage|déraillement|crash))\s(?:à|au|dans|sur|de|du|d['’])\s?(?:la\s|le\s|l['’])?$/iu,
	accented: new Set(['à']),
};

/** By language. */
export const measuredLanguages: ReadonlyMap<string, MeasuredLanguage> = new Map(
	[german, french].map((language) => [language.code, language]),
);
