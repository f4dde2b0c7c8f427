function set(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Verbs by which somebody says something. Taken in the forms that stand between a speaker and what is said. */
export const claimVerbs = set(`
	say says said tell tells told argue argues argued claim claims claimed believe believes believed estimate estimates estimated allege alleges alleged
	deny denies denied maintain maintains maintained contend contends contended insist insists insisted assert asserts asserted state states stated note notes
	noted explain explains explained add adds added warn warns warned announce announces announced declare declares declared report reports reported
	suggest suggests suggested write writes wrote acknowledge acknowledges acknowledged admit admits admitted complain complains complained conclude concludes
	concluded confirm confirms confirmed observe observes observed predict predicts predicted recall recalls recalled testify testifies testified urge urges
	urged stress stresses stressed emphasize emphasizes emphasized reply replies replied respond responded ask asks asked accuse accuses accused refute refutes refuted
	reject rejects rejected dispute disputes disputed document documented found finds show shows showed ruled promise promises promised pledge pledges pledged
	recommend recommends recommended demand demands demanded remind reminds reminded criticize criticizes criticized criticise criticises criticised condemn condemns condemned describe describes described
	highlight highlights highlighted indicate indicates indicated reveal reveals revealed caution cautions cautioned comment commented remark remarked reiterate
	reiterates reiterated vow vowed expect expects expected call called
`);

/** What a verb of saying says of how sure it is. */
export const hedgeOfVerb: ReadonlyMap<string, string> = new Map([
	...['allege', 'alleges', 'alleged', 'accuse', 'accuses', 'accused'].map((verb) => [verb, 'alleged'] as const),
	...['deny', 'denies', 'denied', 'refute', 'refutes', 'refuted', 'reject', 'rejects', 'rejected', 'dispute', 'disputes', 'disputed'].map(
		(verb) => [verb, 'denied'] as const,
	),
	...['estimate', 'estimates', 'estimated', 'predict', 'predicts', 'predicted'].map((verb) => [verb, 'estimated'] as const),
]);

/** Words that hedge whatever sentence they stand in. */
export const hedgeWords: ReadonlyMap<string, string> = new Map([
	...['allegedly', 'alleged', 'allegations', 'reportedly', 'purportedly', 'supposedly'].map((word) => [word, 'alleged'] as const),
	...['estimated', 'estimates', 'estimate'].map((word) => [word, 'estimated'] as const),
	...['denied', 'denies'].map((word) => [word, 'denied'] as const),
]);

const speakingNoun =
	/^(?:government|ministry|department|office|agency|police|court|committee|council|commission|organi[sz]ations?|group|groups|report|reports|study|studies|survey|advocates?|activists?|officials?|experts?|critics?|researchers?|analysts?|authority|authorities|prosecutors?|lawyers?|campaigners?|observers?|sources?|witnesses|residents?|workers?|ngos?|association|company|union|bank|spokesman|spokeswoman|spokesperson|scientists?|research|data|evidence|statistics|figures|economists?|doctors?|teachers?|victims?|survivors?|journalists?|president|minister|mayor|governor|senator|author|authors|team|newspaper|paper|letter|statement|memorandum|memo|ruling|judge?ment|verdict|indictment|audit|inquiry|coalition|families|family)$/;

/** Whether a noun may say something without a name: offices, groups, studies. */
export function isSpeakingNoun(folded: string): boolean {
	return speakingNoun.test(folded);
}

/** What only somebody does, or what somebody wrote. */
export const plainlySaying: ReadonlySet<string> = new Set(
	'said says told tells argued argues denied denies insisted insists noted notes recalled recalls complained testified warned warns replied explained admitted claimed claims alleged alleges stressed urged stated announced asserted acknowledged added criticized criticised reminded reminds demand demands'.split(
		' ',
	),
);

/** Of these whoever stands behind hears it: `In a letter, the union told the mayor, Ann Lee, that it was late`. */
export const hasListener: ReadonlySet<string> = new Set('told tells warned warns urged reminded reminds'.split(' '));

/** Of these what stands behind is what it is done to: `The trust, which owns the wells, criticised the council`, `She left, denied the report and resigned`. */
export const hasObject: ReadonlySet<string> = new Set(
	'denied denies criticized criticised stressed acknowledged announced alleged alleges claimed claims recalled recalls'.split(' '),
);

/** Of these what may be told of a thing, too, if it goes on so: `the amnesty announced in May`, `the plan criticized by farmers`. */
export const participles: ReadonlySet<string> = new Set(
	'announced stated claimed alleged asserted acknowledged criticized criticised denied noted'.split(' '),
);
export const doneSomehow: ReadonlySet<string> = new Set('by in on at as for during under earlier last this above below'.split(' '));
