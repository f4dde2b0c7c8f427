/**
 * The spellings of one English word: British, American, and the few that writers choose freely (`judgement`, `sizeable`). Not a speller: it corrects
 * nothing, and says no more than that two ways to write a word are one word.
 */

/** Longer words are made up, or no words. UTF-16 units. */
const maxLength = 40;

/**
 * The spelling in which those of one English word are compared, of a folded word: `labour` → `labor`, `organisations` → `organizations`, `centres` →
 * `centers`, `judgement` → `judgment`; nearly all words stay. Mostly the American one, for which the stemmer was made; never shown to anybody.
 * Words that one spelling has and the other tells apart are two: `cheque`, `tyre`, `kerb`, `storey`, `draught`, `disc`, `tonne`.
 * Linear in its length, some tenths of a microsecond for most words: to be asked once for each word and remembered.
 */
export function commonSpelling(folded: string): string {
	const known = spellings.get(folded);
	if (known !== undefined || folded.length < 5 || folded.length > maxLength || !clue.test(folded)) {
		return known ?? folded;
	}
	let word = folded;
	for (const { british, common } of rules) {
		word = word.replace(british, common);
	}
	return toIze(word);
}

/**
 * `commonSpelling` where names must stay apart: whoever is called Gray is not called Grey. Of all pairs that are one word here, this alone is one of two
 * frequent family names. For who says that two texts, or two people, are the same; a search may find both.
 */
export function spellingApartInNames(folded: string): string {
	return folded === 'grey' || folded === 'greys' ? folded : commonSpelling(folded);
}

/** Pairs that no rule gives, with the words that come of them. */
const spellings: ReadonlyMap<string, string> = new Map(
	[
		'grey:gray greys:grays greyed:grayed greyer:grayer greyest:grayest greying:graying greyish:grayish greyness:grayness greyscale:grayscale',
		'programme:program programmes:programs gramme:gram grammes:grams kilogramme:kilogram kilogrammes:kilograms',
		'ageing:aging annexe:annex furore:furor woollen:woolen woollens:woolens jewellery:jewelry whisky:whiskey whiskies:whiskeys',
		'cosy:cozy cosier:cozier cosiest:coziest cosily:cozily cosiness:coziness pyjama:pajama pyjamas:pajamas',
		'artefact:artifact artefacts:artifacts gaol:jail gaols:jails gaoled:jailed gaoler:jailer gaolers:jailers',
		'chilli:chili chillies:chilies gipsy:gypsy gipsies:gypsies cypher:cipher cyphers:ciphers rouble:ruble roubles:rubles',
		'yoghurt:yogurt yoghurts:yogurts yoghourt:yogurt yoghourts:yogurts verandah:veranda verandahs:verandas',
		'moustache:mustache moustaches:mustaches moustached:mustached aluminium:aluminum tranquillity:tranquility',
		'connexion:connection connexions:connections inflexion:inflection inflexions:inflections reflexion:reflection reflexions:reflections',
		'practising:practicing licencing:licensing mediaeval:medieval',
	]
		.join(' ')
		.split(' ')
		.map((pair) => {
			const [british = '', common = ''] = pair.split(':');
			return [british, common] as const;
		}),
);

/** A way in which many words differ. `clue`: what all of them hold. */
interface Rule {
	readonly clue: string;
	readonly british: RegExp;
	readonly common: string;
}

/**
 * By lists of beginnings, since four, pour, tour and Seymour end as labour does, and acre, ogre and massacre as centre. What stands before a
 * beginning does not count where that is long enough to be sure (`epicentre`, `misbehaviour`, `datacentre`); what may stand behind is listed.
 */
const rules: readonly Rule[] = [
	{
		clue: 'our',
		british:
			/(^arb|ard|arm|behavi|cand|clam|clang|col|demean|dol|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our(s|ed|ing|ings|er|ers|able|ably|al|ally|ful|fully|less|ist|ists|ism|ite|ites|itism|y|ies|ous|ously|hood|hoods|ly|liness|some|ee|ees|i[sz](?:e[sd]?|ing|ation))?$/,
		common: '$1or$2',
	},
	{
		clue: '[bt]re|agre|chre',
		british:
			/(cent|theat|fib|lit|met|^calib|^sab|^somb|^spect|^lust|^meag|^scept|^goit|^mit|^nit|^och|^saltpet|^reconnoit)re(s|ly|goer|goers|glass|line|lines|piece|pieces|fold)?$/,
		common: '$1er$2',
	},
	{ clue: '[bt]r(?:ed|ing)', british: /(cent|^met|^sab|^calib|^lust|^reconnoit)r(ed|ing)$/, common: '$1er$2' },
	{ clue: 'ence', british: /^(def|off|pret)ence(s|d|less|man|men)?$/, common: '$1ense$2' },
	{ clue: 'licence', british: /licence(s|d)?$/, common: 'license$1' },
	{ clue: 'practise', british: /practise(s|d|r|rs)?$/, common: 'practice$1' },
	{ clue: 'logu', british: /(cata|dia|ana|homo|trave)logu(?:e(?=s?$)|(?=e[dr]$|ers$|ing$))/, common: '$1log' },
	{
		clue: 'll[eioa]',
		british:
			/(apparel|barrel|bedevil|bevel|bushel|cancel|carol|channel|chisel|counsel|cruel|cudgel|devil|dial|dishevel|disembowel|drivel|duel|enamel|equal|fuel|funnel|gambol|gravel|grovel|impanel|empanel|imperil|initial|jewel|kennel|label|level|libel|marshal|marvel|medal|metal|model|panel|parcel|pedal|pencil|quarrel|ravel|revel|rival|shovel|shrivel|signal|snivel|spiral|squirrel|stencil|swivel|tassel|total|towel|trammel|travel|trial|trowel|tunnel|victual|weasel|yodel)l(ed|ing|ings|er|ers|or|ors|ist|ists|ous|ously|able)$/,
		common: '$1$2',
	},
	{ clue: 'councillor', british: /councillor(s)?$/, common: 'councilor$1' },
	{ clue: 'tranquillis', british: /^tranquillis(?=e[sd]?$|ers?$|ing$)/, common: 'tranquiliz' },
	{ clue: 'napp|shipp', british: /^(kidnap|worship)p(ed|ing|ings|er|ers)$/, common: '$1$2' },
	{ clue: '(?:cu|bia)ss', british: /^(focus|refocus|bias|unbias)s(ed|es|ing)$/, common: '$1$2' },
	{ clue: 'tt(?:ed|ing)', british: /^(benefit|target|combat|budget)t(ed|ing)$/, common: '$1$2' },
	{
		clue: 'fulfil|enrol|instil|distil|enthral|appal',
		british: /^(fulfil|enrol|instil|distil|enthral|appal)(s|ment|ments)?$/,
		common: '$1l$2',
	},
	{ clue: 'instalment', british: /^instalment(s)?$/, common: 'installment$1' },
	{ clue: 'ilful', british: /^(un)?(sk|w)ilful(ly|ness)?$/, common: '$1$2illful$3' },
	{ clue: 'gement', british: /(jud|acknowled|abrid|lod)gement(s|al|ally)?$/, common: '$1gment$2' },
	{ clue: 'eab', british: /^(un|im)?(lik|siz|sal|us|mov|lov|liv|shak|blam)eab(le|ly|ility)$/, common: '$1$2ab$3' },
	{ clue: 'moul', british: /^(s?m)ou(l(?:d|der|t)(?:s|ed|ing|ings|er|ers|y)?)$/, common: '$1o$2' },
	{ clue: 'plough', british: /plough(s|ed|ing|man|men|share|shares)?$/, common: 'plow$1' },
	{ clue: 'sceptic', british: /^sceptic(s|al|ally|ism)?$/, common: 'skeptic$1' },
	{ clue: 'despatch', british: /^despatch(es|ed|ing|er|ers)?$/, common: 'dispatch$1' },
	{ clue: 'enquir', british: /^enquir(y|ies|e|es|ed|ing|er|ers)$/, common: 'inquir$1' },
	{ clue: 'sulph', british: /sulph(?=ur|at|id|it|on)/, common: 'sulf' },
	{ clue: 'aem', british: /aem(?=ia|ic)/, common: 'em' },
	{ clue: 'haem', british: /^haem(?=at|o)/, common: 'hem' },
	{
		clue: 'ae',
		british: /^(an|arch|encyclop|f|gyn|kin|orthop|p|pal|c)ae(?=sthe|o|dia|dic|cal|ces|colog|diatr|dophil|sarean)/,
		common: '$1e',
	},
	{ clue: 'aesthet', british: /^aesthet/, common: 'esthet' },
	{ clue: 'oe', british: /^(f|h?om|)oe(?=tus|tal|tid|opath|strog|dem|sophag|cumen)/, common: '$1e' },
	{ clue: 'rrhoe', british: /rrhoe(?=a|i)/, common: 'rrhe' },
	{ clue: 'coeliac', british: /^coeliac/, common: 'celiac' },
	{ clue: 'manoeuvr', british: /manoeuvr(?:e(?=s?$)|(?=e[dr]$|ers$|ings?$|ab))/, common: 'maneuver' },
	// This way round, for the sake of its noun: `analyse` and `analyses` were told apart else.
	{ clue: 'yz', british: /(anal|catal|dial|electrol|hydrol|paral)yz(?=e[sd]?$|ers?$|ing$|able$)/, common: '$1ys' },
];

/** Most words hold none of the clues. */
const clue = new RegExp(['is[eia]', ...rules.map((rule) => rule.clue)].join('|'));

/** `organise` → `organize`, by rule, but for verbs and nouns that end so in any spelling. */
function toIze(word: string): string {
	const at = word.search(izeEnding);
	if (at < 3) {
		// `rise`, `wise`, `arise`: too short to be made of another word.
		return word;
	}
	const stem = word.slice(0, at);
	return beforeIze.test(stem) && !neverIze.test(stem) && !(word.endsWith('ises') && pluralOfIs.test(stem))
		? `${stem}iz${word.slice(at + 2)}`
		: word;
}

const izeEnding = /is(?:e[sd]?|ers?|ings?|ingly|able|ably|ability|ations?|ational|ationally|ationists?|(?<=cognis)an(?:ce|t))$/;

/** A syllable, then a consonant: not `raise`, `noise`, `cruise`, `disguise`. */
const beforeIze = /[aeiouy].*[b-df-hj-np-tv-xz]$|[aeiouy][b-df-hj-np-tv-xz]$/;

/** What is `-ise` in any spelling, without it. */
const neverIze =
	/(?:pr|w|[^t]iv|[^i]v|prom|^dem|^prem|^rem|^surm|^chem|exerc|^exc|^inc|prec|^conc|exorc|desp|^cer|^den|^coch|trell|verdigr|circumc|advert|chast|^mort|^treat|^expert|^pract|franch|parad|merchand|^val|^sunr|^moonr|^highr|^payr)$/;

/** `trellises`, `metropolises`: plurals, not verbs. */
const pluralOfIs =
	/(?:pol|pelv|clitor|portcull|tenn|mant|derm|cannab|glott|chass|hurr|morr|harr|orr|adon|amaryll|chrysal|clemat|fin|hagg|lor|pen|probosc)$/;
