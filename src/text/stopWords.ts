import { dan, deu, fin, fra, hun, ita, nld, nob, por, ron, rus, spa, swe, tur } from 'stopword';
import { analysisLanguage, foldWord } from './normalise.ts';
import { tokenise } from './tokenise.ts';

function words(list: string): readonly string[] {
	return list.split(' ');
}

/** Words of English that only join others: determiners, pronouns, prepositions, conjunctions, auxiliaries, and their contracted forms. */
const functionWords = words(
	'a an the this that these those such same other another each every either neither both all any some no none nothing something anything ' +
		'everything nobody somebody anybody everybody someone anyone everyone i me my mine myself we us our ours ourselves you your yours yourself ' +
		'yourselves he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which what whatever whoever ' +
		'whichever one ones oneself of in on at by for from to into onto upon with within without about above across after against along among amongst ' +
		'around as before behind below beneath beside besides between beyond despite down during except inside near off out outside over past per ' +
		'since than through throughout till toward towards under underneath unlike until up via versus and or nor but yet so if then else when where ' +
		'why how while whilst whereas whether because although though unless lest once thus hence therefore however moreover furthermore nevertheless ' +
		'nonetheless otherwise instead meanwhile also too not be am is are was were been being have has had having do does did doing done will would ' +
		"shall should can could may might must ought cannot there here ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't " +
		"mustn't shouldn't wasn't weren't won't wouldn't i'm i've i'd i'll you're you've you'd you'll he'd he'll she'd she'll it'd it'll we're we've " +
		"we'd we'll they're they've they'd they'll let's that'll that'd who'd who'll there'd there'll",
);

/** Adverbs and verbs so common that they name nothing: they may stand in a query, but make no phrase and no term. */
const commonWords = words(
	'again almost already always apart away back certain certainly clearly currently earlier enough especially even eventually ever exactly far few ' +
		'finally first forth forward further generally immediately indeed just largely last later least less likely little long mainly many maybe ' +
		'merely more most mostly much namely nearly never next now nowhere often only particularly perhaps possibly probably quite rarely rather really ' +
		'recently relatively seldom several significantly simply sometime sometimes somewhat somewhere soon still subsequently thereby thereof today ' +
		'together tomorrow usually very well yesterday yes ago according accordingly due like unlike via etc ie eg cf mr mrs ms ' +
		'said say says saying told tell tells telling added noted stated state get gets getting got gotten go goes going gone went make makes making made take takes ' +
		'taking taken took come comes coming came give gives giving given gave see sees seeing seen saw know knows knowing known knew think thinks ' +
		'thinking thought want wants wanted wanting use uses used using find finds finding found put puts putting keep keeps keeping kept let lets ' +
		'seem seems seemed seeming become becomes becoming became show shows showed shown showing ask asks asked asking try tries tried trying need ' +
		'needs needed feel feels felt leave leaves leaving left call calls called calling include includes included including continue continues ' +
		'continued remain remains remained bring brings brought begin begins began begun start starts started happen happens happened look looks looked ' +
		'looking mean means meant set sets turn turns turned turning work working worked works help helps helped helping live lives living lived ' +
		'way ways thing things lot lots kind bit',
);

const foldedFunctionWords = new Set(functionWords.map(foldWord));
const emptyWords = new Set([...foldedFunctionWords, ...commonWords.map(foldWord)]);

/** Particles that `tokenise` parts from a Latin word or a number (`OECD는`), in any language, and the few words of Korean that only join. */
const koreanWords = new Set(
	words(
		'은 는 이 가 을 를 과 와 의 에 도 만 로 으로 에서 에게 께 까지 부터 처럼 보다 라고 이라고 이란 들 들은 들이 들을 들의 및 등 또는 그리고 그러나 하지만 또한 이다 입니다 이며 이고 인',
	),
);

/** Particles of Japanese and Chinese, as single characters. */
const cjkParticles = new Set(words('の は が を に で と も へ や 的 了 和 与 在 是'));

const listsByLanguage = new Map<string, readonly string[]>([
	['da', dan],
	['nl', nld],
	['fi', fin],
	['fr', fra],
	['de', deu],
	['hu', hun],
	['it', ita],
	['nb', nob],
	['nn', nob],
	['no', nob],
	['pt', por],
	['ro', ron],
	['ru', rus],
	['es', spa],
	['sv', swe],
	['tr', tur],
]);
/** Words of the package's lists for German and Swedish that name things, and are asked for: people, rights, order, years. */
const tellingWords = new Set(
	words(
		'mensch menschen recht rechte rechten rechter rechtes mann gott ordnung jahr jahre jahren zeit tag tage tagen mittel sache suche teil uhr leide ' +
			'beslut beslutat beslutit dag dagar dagarna dagen',
	),
);

const foldedLists = new Map<string, ReadonlySet<string>>([['en', foldedFunctionWords]]);

/**
 * Whether search leaves this folded word out of index and query, by the rules of the language (BCP 47; null or unknown: English). A query of
 * nothing but such words, and a phrase, still find them in the text. Lists: own for English, Korean and CJK, package `stopword` for the others.
 */
export function isStopWord(folded: string, language: string | null): boolean {
	return koreanWords.has(folded) || cjkParticles.has(folded) || stopListOf(analysisLanguage(language)).has(folded);
}

function stopListOf(language: string): ReadonlySet<string> {
	let list = foldedLists.get(language);
	if (list === undefined) {
		// Through `tokenise`, since the lists hold elisions (`l'`, `qu'`) and contracted forms as their own words.
		list = new Set(
			(listsByLanguage.get(language) ?? [])
				.filter((word) => !tellingWords.has(word))
				.flatMap((word) => tokenise(word).map((token) => token.folded)),
		);
		foldedLists.set(language, list);
	}
	return list;
}

/**
 * Whether a folded word can carry a term or a phrase: false for English function words, very common verbs and adverbs, numbers, single
 * letters, and particles of Korean, Japanese and Chinese.
 */
export function isContentWord(folded: string): boolean {
	if (emptyWords.has(folded)) {
		return false;
	}
	const first = folded.charCodeAt(0);
	if (first >= 0x80) {
		return !koreanWords.has(folded) && !cjkParticles.has(folded);
	}
	const isDigit = first >= 0x30 && first <= 0x39;
	return isDigit ? !/^\d[\d.,]*(?:st|nd|rd|th|s)?$/.test(folded) : !/^[a-z]$/.test(folded);
}
