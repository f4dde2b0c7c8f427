import { splitParticles } from '../../text/korean.ts';
import { foldWord } from '../../text/normalise.ts';
import type { Range } from '../../text/range.ts';
import { tokenise } from '../../text/tokenise.ts';
import { singularOfWord } from '../formWords.ts';
import { isOrdinaryWord } from '../ordinaryWords.ts';
import { calendarWords, givenNames, isPeople, roles, titles } from './nameLists.ts';

/** The head of a definition is no longer than this. */
const maxHead = 300;

/** One word at the start of a sentence, and the verb behind it. */
const english =
	/^["“‘]?(?<article>an?\s+|the\s+)?["“‘]?(?<term>\p{L}[\p{L}\p{M}]{2,40})["”’]?(?:\s*\([^()]{1,60}\))?,?\s+(?<verb>means|refers\s+to|denotes|is\s+the\s+(?:name|term|word)\s+(?:for|of|given\s+to)|(?:is|are)\s+(?:(?:usually|generally|often|commonly|sometimes)\s+)?(?:defined|known|described|understood)\s+as|is|are)\s+(?=\S)/iu;

/**
 * The one word of which the sentence says what class of things it belongs to: `A bittern is a small brown heron that …`, `Raku refers to a
 * firing technique in which …`, `Bitterns are herons that …`, and the like in French, German, Italian, Spanish, Portuguese and Dutch, in
 * Japanese (`…とは…である`) and Korean (`…는 …하는 사람이다`). `undefined` for everyday words, for people, and where the sentence only judges
 * (`Raku is a pleasure`) or says `the`.
 */
export function findClassTerm(sentence: string): Range | undefined {
	const head = sentence.slice(0, maxHead);
	return findEnglish(head) ?? findRomance(head) ?? findGerman(head) ?? findNamed(head) ?? findJapanese(sentence) ?? findKorean(sentence);
}

function findEnglish(head: string): Range | undefined {
	const match = english.exec(head);
	const term = match?.groups?.term ?? '';
	if (match === null || !isRareWord(term)) {
		return undefined;
	}
	const article = (match.groups?.article ?? '').trim().toLowerCase();
	const verb = (match.groups?.verb ?? '').toLowerCase().replace(/\s+/g, ' ');
	const genus = readGenus(head, match[0].length, verb);
	if (genus === undefined || weakGenera.has(genus.word)) {
		return undefined;
	}
	// `The ferry is a boat that …` speaks of one ferry, `The bittern is a bird that …` of all.
	const isKind = kinds.has(genus.word);
	if ((article === 'the' && !isKind) || (genus.link === 'loose' && !isKind && !(article !== '' && article !== 'the'))) {
		return undefined;
	}
	// `Ahmed is a fisherman who …`, `Winning is a habit that …`.
	const isPerson = roles.has(genus.word) || people.has(genus.word);
	const isDoing = term.endsWith('ing') && article === '';
	if ((isPerson && article === '' && verb !== 'are') || (isDoing && !doings.has(genus.word))) {
		return undefined;
	}
	return rangeOfTerm(head, term);
}

function isRareWord(term: string): boolean {
	const folded = foldWord(term);
	return (
		!isOrdinaryWord(folded) &&
		!/^(?:it|this|that|these|those|there|here|she|they|who|what|which|such|one|some|many|most|others?|nothing)$/.test(folded) &&
		!isPeople(folded) &&
		!titles.has(folded) &&
		!roles.has(singularOfWord(folded)) &&
		!calendarWords.has(folded) &&
		!givenNames.has(folded) &&
		!/(?:ness|ment|ship|hood)$/.test(folded)
	);
}

/** The class a thing is said to be of, by its last word, and what links it to what follows: `that`, `used`, or only `of`, `in`, a mark. */
interface Genus {
	readonly word: string;
	readonly link: 'firm' | 'loose';
}

/** At most so many words say the class itself. */
const maxGenusWords = 6;

function readGenus(text: string, from: number, verb: string): Genus | undefined {
	const tokens = tokenise(text, from, Math.min(text.length, from + 160));
	const words = tokens.map((token) => token.folded);
	const gapAfter = (at: number) => text.slice(tokens[at]?.end, tokens[at + 1]?.start ?? (tokens[at]?.end ?? 0) + 1);
	let at = 0;
	const isOne = words[0] === 'one' && words[1] === 'of';
	if (isOne) {
		at = 3;
	} else if (/^(?:an?|any|the)$/.test(words[0] ?? '')) {
		at = 1;
	} else if (verb !== 'are' && !verb.endsWith(' as')) {
		return undefined;
	}
	const isThe = words[0] === 'the';
	let word: string | undefined;
	for (const first = at; at < words.length && at - first <= maxGenusWords; at++) {
		const here = words[at] ?? '';
		if (
			word !== undefined &&
			(firmLinks.has(here) || (/^(?:in|by|on|for|to|from|at|with|through)$/.test(here) && /^wh/.test(words[at + 1] ?? '')))
		) {
			return verb === 'are' && !isPlural(word) ? undefined : { word: singularOfWord(word), link: 'firm' };
		}
		if (word !== undefined && looseLinks.has(here)) {
			break;
		}
		if (!/^\p{L}/u.test(here) || /^(?:an?|the|is|are|not|more|too|so|and|but|very|as)$/.test(here)) {
			return undefined;
		}
		word = here;
		if (!/^(?:\s|-|\s\n?)$/.test(gapAfter(at))) {
			break;
		}
	}
	// `is the heart of`, `are herons of`: without a clause behind it these say too little.
	return word === undefined || isThe || verb === 'are' ? undefined : { word: singularOfWord(word), link: 'loose' };
}

function isPlural(folded: string): boolean {
	return singularOfWord(folded) !== folded || folded === 'people';
}

function set(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** What opens a clause that tells one class from another. */
const firmLinks = set(`
	that which who whose whereby where used made caused found formed consisting containing grown worn played spread produced built designed native carried
	characterised characterized marked brewed distilled baked cooked woven carved cut fermented derived extracted obtained celebrated spoken practised
	practiced performed drawn eaten drunk covering affecting involving living inhabiting belonging composed based founded created invented developed
`);
const looseLinks = set('of for with from in on at to by among between like similar');

/** Classes of things: what is said to be one of these is a thing that can be explained. */
export const kinds = set(`
	animal mammal bird fish insect reptile amphibian spider snake lizard frog whale dolphin shark seal heron duck goose gull hawk eagle falcon owl warbler
	finch crow wader butterfly moth beetle fly bee wasp ant worm snail mollusc mollusk crustacean crab shrimp shellfish dog cat horse cattle cow sheep goat pig
	deer antelope monkey ape rodent bat parasite bacterium virus fungus mushroom mould mold lichen moss fern alga seaweed plant tree shrub bush vine herb
	grass flower fruit vegetable grain cereal bean nut root spice
	disease illness disorder syndrome infection cancer tumour tumor fever condition allergy inflammation drug medicine antibiotic vaccine hormone protein enzyme
	mineral rock metal ore alloy gas liquid acid salt compound element chemical substance material pigment dye fabric cloth textile fibre fiber resin
	instrument drum flute lute fiddle tool device machine vessel boat ship canoe vehicle carriage weapon knife sword garment hat shoe headdress dress robe
	dish soup stew bread cake cheese sausage drink beer wine spirit liqueur tea sauce pancake dumpling noodle pastry
	dance song ballad genre language dialect alphabet script technique method process procedure practice ritual ceremony festival game sport craft art
	style dwelling hut tent temple shrine tomb monastery prayer deity doctrine
	settlement wetland bog landform soil current wind
	algorithm protocol format library framework software program programming theorem equation particle
	species genus breed type kind sort form variety branch system unit
`);

/** What may be said of a word in `-ing`. */
const doings = set(
	'technique method process procedure practice craft art sport game trade style form type kind dance skill activity crime way',
);

/** Words for somebody. */
export const people = set('person man woman boy girl child people someone somebody individual native member fisherman craftsman');

/** What judges, compares or relates rather than says a class. */
export const weakGenera = set(`
	problem right matter question mystery pleasure pain mess disaster lie joke joy shame pity dream nightmare curse blessing gift burden challenge danger threat
	risk success failure victory defeat loss surprise shock relief miracle wonder treat luxury necessity need must priority concern worry issue topic subject
	reason cause result effect consequence sign signal symptom symbol mark proof reminder warning lesson example case fact truth myth idea notion thought
	feeling fear hope wish promise choice option decision answer solution key start beginning end part piece bit lot number deal source basis foundation
	heart core centre center soul spirit backbone cornerstone essence root home place thing time moment day year way step stage chance opportunity advantage
	disadvantage benefit cost price value virtue vice sin crime mistake error fault friend enemy fan favourite favorite leader hero victim survivor winner
	loser father mother son daughter brother sister wife husband child student member citizen resident owner partner product child priority habit story tale
	memory legend business industry duty task job work role story world life death war love passion hobby bore delight hit flop bargain
	factor feature aspect element issue statement message invitation mirror window bridge door path road journey reality fiction metaphor word name matter
	half majority minority third quarter dozen couple pair subject target goal aim town city village county country region state province capital suburb port
	scandal excuse outrage farce miracle nonsense
	fool genius saint monster beast giant star rival measure policy property attitude emotion
`);

function rangeOfTerm(text: string, term: string): Range {
	const start = text.indexOf(term);
	return { start, end: start + term.length };
}

/** `Une écluse est un ouvrage qui …`, `Un azud es una presa que …`. */
const romance =
	/^(?:une?|une|un|una|uno|um|uma|een)\s+["“«]?(?<term>\p{L}[\p{L}\p{M}]{3,40})["”»]?\s+(?:est|es|è|é|is)\s+(?:une?|una|uno|um|uma|een)\s*['’]?\s?(?<genus>\p{L}[\p{L}\p{M}]{2,40})(?=[\s,])/iu;
const romanceJudgements =
	/^(?:probl[eè]m[ea]?|problème|droit|derecho|diritto|direito|question|cuesti[oó]n|chose|cosa|catastrophe|d[eé]sastre|desastre|plaisir|placer|r[eê]ve|sue[nñ]o|chance|honte|scandale?|esc[aá]ndalo|scandalo|erreur|[eé]rror|errore|erro|succès|éxito|successo|[eé]chec|fracaso|fallimento|victoire|victoria|vittoria|danger|peligro|pericolo|perigo|risque|riesgo|rischio|risco|défi|menace|amenaza|minaccia|exemple|ejemplo|esempio|exemplo|signe|signo|partie|parte|raison|raz[oó]n|crise|crisis|petit|petite|grand|grande|gran|bon|bonne|buen|buena|belle|beau|vrai|vraie|seul|seule|probleem|recht|vraag|voorbeeld|goede|grote|kleine)$/iu;
const romanceOrdinary =
	/^(?:homme|femme|enfant|ville|maison|fille|jour|hombre|mujer|casa|ciudad|d[ií]a|uomo|donna|citt[aà]|giorno|homem|mulher|cidade|dia|livre|libro|livro|cela|ceci|celui|celle|esto|eso|aquello|questo|quello|isto|isso|man|vrouw|huis|dag|kind|boek|ami|amie|amigo|amico|chose|cosa|vie|vida|vita)$/iu;

/**
 * `La nappe phréatique est une réserve d’eau`, `El camión cisterna, también conocido como pipa, es un vehículo que …`: with the article that says
 * all of them, as French, Spanish, Italian and Portuguese do, of several words, or of one whose class is said by a clause.
 */
const romanceOfAll =
	/^(?:l['’]\s?|(?:le|la|el|il|lo|o|a|un|une|una|uma|um)\s)(?<term>\p{Ll}[\p{Ll}\p{M}-]{2,30}(?:\s(?:(?:de|del|di|do|da|du|des|à|al|en)\s(?:l['’]|la\s)?)?(?:d['’])?\p{Ll}[\p{Ll}\p{M}-]{2,30}){0,3})(?:\s\([^()]{2,40}\))?(?:,\s[^,]{4,60},)?\s(?:est|es|è|é)\s(?<article>une?|una|uno|um|uma|l['’]|la|le|el|il|o|a)\s?(?<genus>\p{Ll}[\p{Ll}\p{M}]{2,40})\s(?<behind>\p{Ll}[\p{Ll}\p{M}]*['’]?)/u;
/** What begins a clause behind a class. */
const romanceClause =
	/^(?:que|qu['’]|qui|dont|où|par|pour|para|che|cui|donde|em|no|na|de|d['’]|di|[\p{Ll}\p{M}]{3,}(?:ée?|ado|ada|ato|ata|ido|ida))$/u;
/** The same of a single word: the clause begins within four words. */
const romanceRelative = /^(?:(?:de|di|d['’])\s?(?:[\p{Ll}\p{M}]+\s){1,3})?(?:que|qu['’]|qui|dont|où|che|cui|donde)(?=\s|['’]|\p{L})/u;
const romancePeople =
	/^(?:homme|femme|personne|hombre|mujer|persona|uomo|donna|homem|mulher|pessoa|fils|fille|hijo|hija|figlio|figlia|filho|filha|ami|amigo|amico|premier|première|primer|primera|primo|prima|seul|seule|único|única|même|mismo|misma|stesso|stessa|plus|más|più|mais)$/u;

function findRomance(head: string): Range | undefined {
	const match = romance.exec(head);
	const term = match?.groups?.term ?? '';
	if (match === null || romanceJudgements.test(match.groups?.genus ?? '') || romanceOrdinary.test(term)) {
		return findRomanceOfAll(head);
	}
	return { start: match[0].indexOf(term), end: match[0].indexOf(term) + term.length };
}

function findRomanceOfAll(head: string): Range | undefined {
	const match = romanceOfAll.exec(head.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()));
	const { term = '', article = '', genus = '', behind = '' } = match?.groups ?? {};
	const isJudged = romancePeople.test(genus) || (romanceJudgements.test(genus) && !term.startsWith(`${genus} `));
	const isKind = /\s/.test(term)
		? romanceClause.test(behind)
		: term.length >= 6 && article.startsWith('u') && romanceRelative.test(behind + head.slice(match?.[0].length ?? 0));
	if (match === null || isJudged || !isKind || romanceOrdinary.test(term)) {
		return undefined;
	}
	const start = match[0].indexOf(term);
	return { start, end: start + term.length };
}

/**
 * `Torf ist ein Boden aus …`, `Eine Schleuse ist ein Bauwerk, das …`: no article or the indefinite one, and a class with more behind it. With the definite
 * one only of a compound: `Das Wasserentgelt ist eine Abgabe, die …` speaks of all of them, `Der Turm ist ein Bauwerk, das …` of one.
 */
const german =
	/^(?<article>eine?\s+|der\s+|die\s+|das\s+)?["„»]?(?<term>\p{Lu}[\p{L}\p{M}]{3,40})["“«]?\s+(?:ist|bezeichnet|nennt\s+man)\s+(?:eine?|einen)\s+(?:\p{Ll}[\p{L}\p{M}]{2,25}\s+){0,3}(?<genus>\p{Lu}[\p{L}\p{M}]{2,40})(?:,\s+(?:der|die|das|den|dem|deren|dessen|bei|in|mit)\s|\s+(?:aus|zum|zur|für|mit|von|in|zwischen|ohne)\s)/iu;
const germanJudgements =
	/(?:problem|recht|frage|beispiel|zeichen|teil|grund|erfolg|fehler|traum|katastrophe|chance|gefahr|freude|sache|ding|ort|stadt|mann|frau|mensch|freund|kind|tag|weg|ziel|spiel|ergebnis|folge|symbol|sieg|schande|skandal|niederlage|zumutung|entt[aä]uschung|[uü]berraschung|blamage|farce)$/iu;
const germanOrdinary =
	/^(?:das|dies|dieses|diese|dieser|hier|dort|heute|jeder|jede|jedes|sein|seine|ihre|ihr|mein|meine|unser|unsere|alles|nichts|wasser|haus|stadt|mann|frau|kind|geld|arbeit|leben|liebe|zeit|krieg|frieden|brot|heimat|freiheit|musik|sport|wohnen|bildung|er|sie|es)$/iu;

/** Where a definition holds: `Au sens de la présente loi, …`, `Im Sinne dieses Gesetzes …`. */
const forPurpose =
	'(?:(?:Au\\ssens|Aux\\sfins|Ai\\sfini|Ai\\ssensi|A\\s(?:los\\s)?efectos|Para\\s(?:los\\s)?efectos|Para\\sefeitos)\\s[^,]{3,60},\\s)?';

/** A term of several small words, marked or not. */
const smallTerm = '[«"“]?\\s?(?<term>\\p{Ll}[\\p{Ll}\\p{M}\'’ -]{2,60}?(?<!\\s(?:par|por|per|pour|para|que|che|da|dans|en|à)))\\s?[»"”]?';

/** What a definition begins with in French, Spanish, Italian and Portuguese. */
const definite =
	"(?:une?|una|uma|l['’]|la|le|les|el|los|las|lo|il|gli|i|o|a|os|as|toute?|tous|toutes|tod[oa]s?|aquell?[oa]?|aquel|cualquier|ogni|qualsiasi|qualunque|chi|chiunque|quien|qualquer|quem|ci[oò])\\s?(?=\\p{Ll})";

/**
 * `Unter einer Stauanlage versteht man …`, `Als Beifang bezeichnet man …`, `Der Begriff Pflegegrad bezeichnet …`, `On entend par « couverture » …`, `Se entiende
 * por «cobertura» …`, `Per rifiuto si intende …`. What `le maire désigne` defines nothing: a verb that does other things too asks for the word that says it is a term.
 */
const named = [
	/^(?:Als|Unter)\s+(?:eine[mnr]?\s+|de[mnr]\s+)?["„»]?(?<term>\p{Lu}[\p{L}\p{M}-]{3,40})["“«]?\s+(?:versteht|bezeichnet)\s+man\s/u,
	/^Der\s+(?:Begriff|Ausdruck|Terminus)\s+["„»]?(?<term>\p{Lu}[\p{L}\p{M}-]{3,40})["“«]?\s+(?:bezeichnet|beschreibt|meint|umfasst|steht\s+für)\s/u,
	/^Im\s+Sinne\s+(?:dieses|dieser)\s+\p{Lu}\p{L}+\s+(?:ist|sind)\s+(?:eine?\s+)?["„»]?(?<term>\p{Lu}[\p{L}\p{M}-]{3,40})["“«]?\s+(?:jede[rs]?|alle|wer|eine?)\s/u,
	/^(?:On\s+entend\s+par|On\s+appelle|Par|Se\s+entiende\s+por|Se\s+denomina)\s+(?:une?\s+|una?\s+)?[«"“]\s?(?<term>[\p{L}\p{M}'’ -]{3,60}[\p{L}\p{M}])\s?[»"”],?\s/u,
	new RegExp(
		`^${forPurpose}(?:[Oo]n\\sentend\\spar|[Oo]n\\sappelle|[Ee]st\\sconsidérée?\\scomme|[Ss]e\\sentiende\\spor|[Ss]e\\s(?:denomina|considera|llama)|[Ss]i\\sdefinisce|[Ee]ntende-se\\spor|[Dd]enomina-se|[Cc]onsidera-se)\\s(?:une?\\s|un[oa]?\\s|uma?\\s)?(?!(?:l['’]|(?:le|la|les|el|los|las|des|ce|cet|cette|son|sa|ses|il|lo|o|os|as|que|a|che)\\s))${smallTerm}\\s(?:a\\s)?${definite}`,
		'u',
	),
	new RegExp(`^${forPurpose}[Pp]er\\s${smallTerm},?\\ssi\\sintend(?:e|ono)\\s(?:per\\s)?${definite}`, 'u'),
	new RegExp(`^Con\\s(?:il\\stermine|l['’]espressione)\\s${smallTerm},?\\ssi\\s(?:indica|indicano|intende|intendono|designa)\\s`, 'u'),
	new RegExp(
		`^(?:Le\\sterme|L['’]expression|El\\stérmino|La\\sexpresión|Il\\stermine|L['’]espressione|O\\stermo|A\\sexpressão)\\s(?:de\\s|d['’])?${smallTerm}\\s(?:désigne|signifie|se\\srefiere\\sa|designa|significa|indica|alude\\sa|refere-se\\sa)\\s`,
		'u',
	),
];

function findNamed(head: string): Range | undefined {
	for (const pattern of named) {
		const match = pattern.exec(head);
		const term = match?.groups?.term;
		if (match !== null && term !== undefined && !romanceOrdinary.test(term) && !romanceJudgements.test(term)) {
			const start = match[0].indexOf(term, match[0].search(/["„»«“]|\s/));
			return { start, end: start + term.length };
		}
	}
	return undefined;
}

function findGerman(head: string): Range | undefined {
	const match = german.exec(head);
	const term = match?.groups?.term ?? '';
	// Without regard to case the pattern would take any word for a noun.
	if (match === null || !/^\p{Lu}/u.test(term) || !/^\p{Lu}/u.test(match.groups?.genus ?? '')) {
		return undefined;
	}
	if (germanOrdinary.test(term) || germanJudgements.test(match.groups?.genus ?? '')) {
		return undefined;
	}
	if (/^d/i.test(match.groups?.article ?? '') && term.length < minGermanCompound) {
		return undefined;
	}
	const start = match[0].indexOf(term);
	return { start, end: start + term.length };
}

/** Longer words are made of two. */
const minGermanCompound = 11;

/** `津波とは、…である。`: a word with Kanji or Katakana in it. */
function findJapanese(sentence: string): Range | undefined {
	const match =
		/^[「『“]?(?<term>[\p{Script=Han}\p{Script=Katakana}ー々]{2,20})[」』”]?(?:（[^（）]{1,30}）)?とは[、,]?[^。]{4,300}(?:である|であり|を指す|をいう|を言う|のこと|のことである|ことだ|です|を意味する)[。.」』]*$/u.exec(
			sentence,
		);
	const term = match?.groups?.term;
	return term === undefined ? undefined : rangeOfTerm(sentence, term);
}

/** `해녀는 바다에서 해산물을 캐는 여성이다.`, `차수막은 바닥에 까는 막이다.`: a class noun, or the term's own end, behind a clause, at the end of the sentence. */
function findKorean(sentence: string): Range | undefined {
	const { term: words, genus } = koreanClass.exec(sentence)?.groups ?? {};
	const term = words === undefined ? undefined : readTopic(words);
	const isNone = term === undefined || koreanOrdinary.has(term.split(' ')[0] ?? '');
	return isNone || !(isKoreanGenus(genus ?? '') || term.endsWith(genus ?? '')) ? undefined : rangeOfTerm(sentence, term);
}

/** `기구`, and what is one: `국제기구`. */
function isKoreanGenus(word: string): boolean {
	return koreanGenera.has(word) || [2, 3].some((length) => word.length > length && koreanGenera.has(word.slice(-length)));
}

/** Of two words the first alone where it is the topic, and the other a verb before its noun: `세굴은 흐르(는 물이 …)`; `만드는 사람` is neither. */
function readTopic(words: string): string | undefined {
	const [first = '', second] = words.split(' ');
	const { stem, particles } = splitParticles(first);
	if (second === undefined || particles === '') {
		return words;
	}
	return (particles === '은' && stem.length >= 2) || (particles === '는' && stem.length >= 4) ? stem : undefined;
}

const koreanClass =
	/^[“"‘'「『]?(?<term>(?:[A-Z][A-Za-z0-9-]{1,11}|[\uac00-\ud7a3]{2,12}(?:\s[\uac00-\ud7a3]{2,12})?))[”"’'」』]?(?:\([^()]{1,40}\))?(?:은|는)\s(?:[^.。]|\.(?=\d)){2,250}(?<!수\s없)(?:는|은|한|된|던|인|운|진|린|든|친|온|난|낸|킨|쓴|뺀|둔|받을|될|할|낼)\s(?:(?!수\s)[\uac00-\ud7a3\d.%]{1,8}(?:km|m)?의?\s){0,2}(?<genus>[\uac00-\ud7a3]{1,5}?)(?:이다|다|입니다|이지요|이죠|이에요|을\s말한다|를\s말한다|을\s뜻한다|를\s뜻한다)[.。]?$/u;

/** What Korean definitions say that something is. */
const koreanGenera: ReadonlySet<string> = new Set(
	`사람 여성 남성 어부 동물 식물 나무 새 물고기 곤충 음식 요리 술 떡 악기 춤 노래 민요 놀이 축제 의식 옷 도구 기구 장치 기계
	제도 기법 기술 방식 질병 질환 병 물질 광물 암석 건물 건축물 집 무덤 배 탈것 단체 기관 조직 직업 언어 문자 학문 이론 현상
	지형 호수 섬 곳 장소 시설 절차 조치 협약 조약 기금 세금 부담금 지역 구역 범죄 담합 법률 법 규정 조례 원칙 권리 의무 금액
	비용 예산 재산 자산 심사 시험 수업 과정 사업 계약 협정 거래 행위 수법 지표 지수 비율 수치 자격 면허 직책 문서 서류 장부 명부
	자료 설비 장비 부품 차량 열차 노선 철도 경전철 도로 고속도로 다리 터널 병원 학교 회사 기업 법인 모임 조합 협회 약 백신 식품
	작물 품종`.split(/\s+/),
);

const koreanOrdinary = new Set(
	'그것 이것 저것 여기 거기 저기 우리 그녀 그들 문제 오늘 어제 사람 여자 남자 아이 학생 친구 어머니 아버지 선생님 이곳 그곳 저곳 하나 모두 누구 무엇 마지막 처음 다음 중요한 이번 해당 당시 모든 이런 그런 저런 같은 다른 어떤 새로운 올해 지난해 최근 현재 이날 이들 이후 이제 지금'.split(
		' ',
	),
);
