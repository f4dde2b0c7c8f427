/**
 * Short lists of English words by what they do in a sentence. Only words that the rules of this room need; function words and common verbs are
 * in `text/stopWords`.
 */
function set(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

const timeWords = set(`
	year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries time times date dates
	morning afternoon evening night nights weekend quarter season spring summer autumn winter moment period periods
	monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec past recent previous early late current
	dozen hundred hundreds thousand thousands million millions billion billions percent per cent number numbers total half third
	today yesterday tomorrow tonight am pm
`);

/** Words of time and amount, which name nothing by themselves. `may` is left out: it is a verb more often. */
export function isTimeWord(folded: string): boolean {
	return timeWords.has(folded);
}

const actionWords = set(`
	based allowed prohibits prohibit prohibited refer refers referred stipulates stipulated stipulate criminalizes criminalized criminalize
	enables enabled ensures ensured ensure established establishes implemented implements conducted conducts issued received
	occurred occurs resulted continued published publishes investigated detained arrested sentenced convicted released ordered
	contains contained depends depended applies applied tends tended helps lacks lacked seeks sought aimed begins ends ended
	remains became becomes shows showed makes made finds found gives gave takes took says said includes included represents represented
	uses used makes leads follows requires contributes contributed focuses focused relies relied performs performed
	argue argues argued arguing believe believes believed claimed claiming explain explains explained suggest suggests suggested reported
	announce announced announces warn warned warns deny denied denies allege alleged alleges estimated describe describes described writes
	wrote written reads speak speaks spoke spoken talked discuss discussed allow allows allowed allowing provide provides provided providing
	offered offering receive receives received require requires required serve serves served serving create creates created creating builds
	built develop develops developed grows grew grown increased increasing reduce reduces reduced decreased rises rose risen fell fallen
	changed moved moving runs running ran walked stood sits sat holds held carry carries carried pays paid buy buys bought sell sells sold
	spend spends spent lose loses lost won meet meets met send sends sent follow follows followed following led join joins joined enter
	enters entered reaches reached returned faced feared hoped expect expects expected planned decide decided decides agree agrees agreed
	refuse refuses refused accept accepts accepted reject rejected supported called named used made found given taken seen done such able
	unable available likely unlikely different various several certain own good bad great big better best worse worst important possible
	really also even still just ever never caused causing affects affected involve involves involved produce produces produced consider
	considered considers appear appears appeared exist exists existed die dies died kill killed kills met earn earns earned stays stayed
`);

/** Words that are a verb, a participle or a plain adjective more often than the head of a term. */
export function isActionWord(folded: string): boolean {
	return actionWords.has(folded);
}

const generalNouns = set(`
	problem problems result aim goal goals purpose question questions reason reasons issue idea ideas thing things fact facts point points
	case cases way ways example examples answer answers difference end part parts place people person man men woman women child children
	first second third last next one two three other others rest kind type types sort set group number purpose situation
	area areas approach effect effects process use change changes evidence importance role lack need work life world country
	author authors paper article section chapter report study figure table document text book page here above following
	latter former same focus hope truth trouble trick key challenge concern priority solution conclusion message story
`);

/** Nouns that stand for whatever was just spoken of, and so are no term by themselves. */
export function isGeneralNoun(folded: string): boolean {
	return generalNouns.has(folded);
}

const notAdverbs = set(`
	family assembly supply reply monthly daily weekly yearly quarterly elderly friendly deadly costly orderly scholarly italy july ally rally bully belly
	anomaly monopoly butterfly fly early lonely ugly holy lovely homily lily timely unlikely hourly cowardly disorderly worldly heavenly silly jelly
	apply comply rely multiply imply bodily leisurely
`);

/** Whether an English word is an adverb by its ending. */
export function isAdverb(folded: string): boolean {
	return folded.endsWith('ly') && folded.length > 3 && !notAdverbs.has(folded);
}

const nounsLikeAdjectives = set(`
	animal mineral hospital cereal capital metal signal journal terminal criminal proposal approval survival removal material chemical manual festival
	referral individual professional official potential original principal professional credential tutorial intellectual renewal arrival burial dismissal denial
	refusal rehearsal appraisal disposal retrieval withdrawal betrayal portal funeral cathedral general admiral marshal carnival rival cannibal
	initiative directive incentive perspective alternative objective detective relative executive representative collective narrative adjective derivative additive
	preservative explosive adhesive missive fugitive captive native motive octave elective cooperative
	topic epidemic pandemic plastic traffic clinic music logic public republic fabric mechanic arithmetic antibiotic metric academic critic statistic ceramic
	arsenic attic cosmetic domestic heretic lyric magic mosaic panic picnic rhetoric skeptic tonic tunic comic pesticide synthetic catholic alcoholic diuretic
	vegetable variable cable renewable syllable timetable receivable consumable disposable crucible convertible
	spoonful handful wireless
`);

/** Whether an English word is an adjective by its ending: `effective`, `economic`, `coastal`. */
export function isAdjective(folded: string): boolean {
	return (
		folded.length > 5 && /(?:[^aeiou]al|ial|ual|nal|tive|sive|ic|ous|able|ible|ful|less)$/.test(folded) && !nounsLikeAdjectives.has(folded)
	);
}

const reportWords = set(`
	objective objectives stakeholder stakeholders implementation workshop workshops participant participants introduction presentation presentations consultation
	consultations framework frameworks session sessions task tasks pillar pillars conclusion conclusions recommendation recommendations annex appendix overview
	background summary abstract foreword preface acknowledgement acknowledgements acknowledgment acknowledgments methodology scope context status facility facilities component components
	aspect aspects factor factors element elements criteria criterion constraint constraints priority priorities requirement requirements guideline guidelines
	introducing potential analysis approach approaches estimate estimates proposal proposals assessment assessments
`);

/** Whether a word is one that reports of any subject speak of: their own parts, meetings and plans. */
export function isReportWord(folded: string): boolean {
	return reportWords.has(folded);
}

const verbsLikeNouns = set(`
	exit protest work visit demand need want call fear hope help leave return attack trade vote support claim report fight march move travel study
	farm fish hunt live die stay play talk walk run ride drive love hate blame praise benefit suffer struggle risk cause matter count seek face gain
	rise fall increase decrease change start stop end cry sleep eat drink gather meet marry
`);

/** Nouns whose plural stands before another noun all the same: `rights report`, `sales tax`. */
const pluralModifiers = set(
	'right sale arm sport saving good custom affair service communication system operation economic politic statistic asset woman child men',
);

/** Whether a plural and the word behind it are more likely a subject and its verb (`women exit`) than a name of something. */
export function isSubjectAndVerb(plural: string, singular: string, verb: string): boolean {
	const isPlural = plural !== singular || plural === 'people' || plural === 'police';
	return isPlural && verbsLikeNouns.has(verb) && (!pluralModifiers.has(singular) || plural === 'women');
}
