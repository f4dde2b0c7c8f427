import type { Range } from '../../text/range.ts';

/** A term and the words that say what it is: ranges in the sentence. */
export interface DefinedByForm {
	readonly term: Range;
	readonly definition: Range;
}

/** `1. `, `가. `, `① `: the mark of a paragraph, and `이 법에서`, `여기서`, which only say where the word means so. */
const koreanLead =
	/^(?:(?:\d{1,3}|[가나다라마바사아자차카타파하])[.)]\s*|[①-⑳]\s*)?(?:(?:이|본)\s?(?:법|법률|영|조례|규정|규칙|지침|고시|훈령|예규|공고|정관|협정|계획|안내서?|약관|계약|협약|판결|결정|결정문|요청서|제안요청서|협약서|요강|백서|보고서|기사|글|논문|연구)(?:에서|에서는|에\s있어서|에서\s사용하는)\s|(?:여기서|여기에서|흔히|일반적으로|통상|보통|원래),?\s)?/u;

const quotedKorean =
	/^["“'‘「『](?<term>[^"“”'‘’「」『』\n]{1,40})["”'’」』](?:\([^()]{1,40}\))?(?<particle>이란|란|이라\s?함은|라\s?함은|이라는\s?것은|라는\s?것은|은|는)\s/u;
const plainKorean =
	/^(?<term>[\p{Script=Hangul}\p{L}\p{N}][\p{Script=Hangul}\p{L}\p{N}·() -]{0,40}?)(?<particle>이란|란|이라\s?함은|라\s?함은|이라는\s?것은)\s/u;
const topicKorean = /^(?<term>[\p{Script=Hangul}\p{L}\p{N}][\p{Script=Hangul}\p{L}\p{N}· -]{1,30}?)(?<particle>은|는)\s/u;

/** `…을 말한다(형법 제355조 제1항).`: where a sentence has its definition from. */
const koreanSource = /\s?\([^()]{2,120}\)(?=\s*[.。]?\s*$)/u;

/** What ends a sentence that says what a word means. */
const meansKorean =
	/(?:을|를|고|로)\s(?:말한다|말합니다|뜻한다|뜻합니다|의미한다|의미합니다|일컫는다|가리킨다|통칭한다|칭한다|이른다)\s*[.。]?\s*$/u;
/** Behind `이란` it is enough that the sentence says what it is. */
const isKorean = /(?:말한다|말합니다|뜻한다|뜻합니다|의미한다|의미합니다|일컫는다|가리킨다|이다|입니다|것이다|이른다)\s*[.。]?\s*$/u;
/** `적도록 한 제도다`: behind a vowel the copula is a bare `다`. Adjectives that end so say no class: `크다`, `다르다`, `아니다`. */
const isKoreanNoun = /(?<noun>[\uac00-\ud7a3]+[\uac00-\ud7a3])다\s*[.。]?\s*$/u;
const koreanAdjective = /(?:크|쓰|니|쁘|르|프|하|되|오|가|보|주|지|리|히|이|기쁘|싸|차|세|시)$/u;
const koreanClassNoun =
	/(?:조치|절차|장치|수치|가치|기관지|토지|기지|용지|서비스|나라|자리|머리|거리|고리|소리|의사|지시|도시|전시|고시|시기|시가|평가|전가|국가|원가|물가|대가|작가|정보|후보|홍보|처리|관리|논리|원리|권리|심리|유지|복지|환자|가지)$/u;

/** Korean: `X(이)란 …`, `“X”(이)라 함은 …`, `X은/는 …을 말한다`, in laws behind their numbers. */
export function findKoreanDefinition(sentence: string): DefinedByForm | undefined {
	const lead = koreanLead.exec(sentence)?.[0].length ?? 0;
	const rest = sentence.slice(lead).replace(koreanSource, '');
	const match = quotedKorean.exec(rest) ?? plainKorean.exec(rest) ?? topicKorean.exec(rest);
	// `배터리관리시스템(BMS)이란`: what stands in brackets is another name.
	const term = (match?.groups?.term ?? '').replace(/\s?\([^()]*\)$/u, '');
	const isNamed = /란|함은|것은/.test(match?.groups?.particle ?? '');
	if (match === null || term === '' || !(isNamed ? isKorean.test(rest) || endsInKoreanNoun(rest) : meansKorean.test(rest))) {
		return undefined;
	}
	// `인생이란 그런 것이다.` says nothing.
	const definition = rest.slice(match[0].length);
	if (definition.length < 8 || /^(?:그런|이런|저런|무엇|바로)/u.test(definition) || term.split(/\s+/).length > 6) {
		return undefined;
	}
	const start = lead + match[0].indexOf(term);
	return { term: { start, end: start + term.trimEnd().length }, definition: { start: lead + match[0].length, end: sentence.length } };
}

/** A noun is shorter, with what stands behind it. */
const maxKoreanNoun = 40;

function endsInKoreanNoun(rest: string): boolean {
	const noun = isKoreanNoun.exec(rest.slice(-maxKoreanNoun))?.groups?.noun ?? '';
	const isOpen = noun !== '' && (noun.charCodeAt(noun.length - 1) - 0xac00) % 28 === 0;
	return isOpen && (koreanClassNoun.test(noun) || !koreanAdjective.test(noun));
}

const quotedJapanese =
	/^(?:[^「」。]{0,24}(?:において|では|で|における)[、,]?)?[「『“](?<term>[^「」『』“”\n]{2,30})[」』”](?:（[^（）]{1,30}）)?とは[、,]?/u;
const plainJapanese = /^(?<term>[\p{Script=Han}\p{Script=Katakana}ー々]{2,20})[」』”]?(?:（[^（）]{1,30}）)?とは[、,]?/u;
// The sentence splitter leaves an opening mark with the sentence before it.
const meansJapanese = /(?:である|を指す|をいう|を言う|のことをいう|のこと|ことだ|です|を意味する|を表す|と定義される)[。.」』「『“]*$/u;

/** Japanese: `津波とは、…である。`, in laws `この法律において「労働者」とは、…をいう。` */
export function findJapaneseDefinition(sentence: string): DefinedByForm | undefined {
	const match = quotedJapanese.exec(sentence) ?? plainJapanese.exec(sentence);
	const term = match?.groups?.term;
	if (match === null || term === undefined || sentence.length - match[0].length < 6 || !meansJapanese.test(sentence)) {
		return undefined;
	}
	const start = match[0].indexOf(term);
	return { term: { start, end: start + term.length }, definition: { start: match[0].length, end: sentence.length } };
}

/** `寄宿制学校是指…`, `所谓动火作业，是指…`, `“不可抗力”，指…`, `地方貨幣係指…`. */
const chinese =
	/^(?:第[一二三四五六七八九十百\d]{1,5}条\s?)?(?:本法所称的?|本办法所称的?|所谓的?|所謂的?)?(?<open>[“「『]?)(?<term>[\p{Script=Han}A-Za-z\d·-]{2,20}?)[”」』]?(?<named>（[^（）]{1,40}）)?[，,]?(?<verb>是指|系指|係指|指的是|指)(?![出责責控示向定数數导導点點挥揮标標望摘派明令使引认認])/u;
/** Sentences about what was said before, and clauses. */
const noChineseTerm = /^(?:这|這|那|此|其|他|她|它|我|你|该|該|并|並|不|也|就|主要|一般|通常)|[的了着说說吗嗎]/u;

/** Chinese: `X是指…`; a bare `指` only behind brackets or marks. */
export function findChineseDefinition(sentence: string): DefinedByForm | undefined {
	const match = chinese.exec(sentence);
	const { open = '', term = '', named, verb = '' } = match?.groups ?? {};
	const isSure = verb !== '指' || open !== '' || named !== undefined;
	if (match === null || !isSure || noChineseTerm.test(term) || sentence.length - match[0].length < minChineseMeaning) {
		return undefined;
	}
	const start = match[0].indexOf(term);
	return { term: { start, end: start + term.length }, definition: { start: match[0].length, end: sentence.length } };
}

/** A meaning told in fewer characters is none. */
const minChineseMeaning = 6;
