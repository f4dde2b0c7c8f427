import { makeStepTest, type Steps } from '../../base/steps.ts';
import { splitParticles } from '../../text/korean.ts';
import type { Token } from '../../text/tokenise.ts';
import type { TermKind } from '../card.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import { endsInHangul } from '../formWords.ts';
import { beginsWithFamilyName, beginsWithTitle, isTitle, isTitledFamily, isTitledName } from './koreanPeople.ts';
import { isKnownPlace } from './nameLists.ts';
import { findTokenAt, type Reading } from './reading.ts';

/** A Korean noun in a text: the word without its particles. */
export interface KoreanNoun {
	readonly stem: string;
	readonly particles: string;
	readonly start: number;
	/** Behind the stem. */
	readonly end: number;
}

/** The noun of a token; `undefined` for verbs, adverbs, counters and anything but composed Hangul. */
export function readNoun(token: Token): KoreanNoun | undefined {
	if (!endsInHangul(token.folded) || token.end - token.start !== token.folded.length || isPredicate(token.folded)) {
		return undefined;
	}
	const { stem, particles } = splitParticles(token.folded);
	return stem.length < 2 || smallWords.has(stem) ? undefined : { stem, particles, start: token.start, end: token.start + stem.length };
}

/** Finite verbs and adjectives, and their adnominal and connective forms, by their endings. */
function isPredicate(word: string): boolean {
	return /(?:다|까|요|죠|하는|되는|있는|없는|하고|되고|하며|되며|해야|하여|되어|하기로|주고받기로|했던|따라|따르면|대해|대한|위해|위한|통해|의해|관한|관련|으며|지만|면서|려고|도록|거나)$/u.test(
		word,
	);
}

const smallWords = new Set(
	'그것 이것 저것 우리 그들 사람 경우 때문 정도 이상 이하 이후 이전 당시 지난해 올해 내년 오늘 어제 내일 지금 현재 최근 모두 가장 매우 또한 그리고 그러나 하지만 따라서 이런 그런 저런 다른 모든 여러 많은 같은 이번 지난 다음 각각 약간 일부 대부분 것으로 등을 등의 등이 가운데 사이 동안 부분 문제 방법 결과 내용 이유 상황 필요 가능 것이 것을 것은'.split(
		' ',
	),
);

/** Last syllables of institutions; the words before them make three syllables or more. */
const institution =
	/^[\uac00-\ud7a3]{2,}(?:부|청|처|원|위원회|재단|협회|센터|대학교|대학|법원|검찰청|경찰청|연구소|연구원|연합|연맹|노조|노동조합|공사|공단|은행|신문|방송|일보|학회|기구|본부|의회|국회|정당|병원)$/u;
/** `시민혁신당`: what parties call themselves; `식당` and `배당` are none. */
const party =
	/(?:민주|혁신|진보|정의|녹색|공화|노동|자유|시민|국민|통합|개혁|사회|보수|미래|평화|연합|대안|애국|기본소득|공산|농민|한국|나라)당$/u;
/** Words that only look so. */
const noInstitution = new Set(
	'일부 대부 외부 내부 전부 세부 간부 남부 북부 동부 서부 중부 신부 학부 회원 직원 인원 지원 병원 공원 학원 차원 자원 의원 위원 후원 요청 신청 대처 근처 출처 농부 운전원 상담원 판매원 기부 승부 피부 주부 거부 여부 첨부 당부 공부 지지부 대부분 구성원 조합원 공무원 연구원 종업원 승무원 국회의원 노조원 조사원 감시원 안내원 경비원 회사원 은행원 배달원 미화원 경호원 검침원 교직원 통신원 특파원 선거운동원 연락처 거래처 접수처 구입처 발급처 문의처 안식처 피난처 은신처 도피처 사용처 판매처 수입처 지적공부 가계부 출석부 장부 회계장부 명부 선거인명부 학적부 등기부 대장부 임산부 가정주부 접합부 상층부 하층부 중심부 도심부'.split(
		' ',
	),
);
const law = /^[\uac00-\ud7a3·]{2,}(?:법|법률|특별법|협약|조약|헌법|조례|협정)$/u;
const noLaw = new Set('방법 불법 합법 위법 사법 입법 문법 기법 용법 편법 수법 해법 어법 요법 비법 화법'.split(' '));
const programme = /^[\uac00-\ud7a3]{3,}(?:제도|허가제|계획|사업|정책|프로그램)$/u;

/** Korean names of a document: institutions, laws and programmes by their last syllables, countries by list, people by the title behind them. */
export function* findKoreanNames(reading: Reading): Steps<NameFinding[]> {
	const isStepDue = makeStepTest();
	const findings: NameFinding[] = [];
	const { tokens, text } = reading;
	const speakers = new Set(reading.utterances.people);
	/** By whole name, the titles that stand behind it. */
	const people = new Map<string, Set<string>>();
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token !== undefined && isStepDue(token.start)) {
			yield;
		}
		const noun = token === undefined ? undefined : readNoun(token);
		if (token === undefined || noun === undefined || isParticleBehindMark(text, token)) {
			continue;
		}
		const next = tokens[at + 1];
		const isTitled = next !== undefined && text.slice(noun.end, next.start) === ' ' && beginsWithTitle(next.folded);
		const isBearer = (isTitled && isTitledName(noun.stem, next.folded)) || speakers.has(noun.stem);
		const bearer = isTitled ? findBearer(reading, at) : undefined;
		if (bearer !== undefined) {
			findings.push({ text: text.slice(bearer.start, bearer.end), kind: 'person', start: bearer.start, end: bearer.end });
		}
		const isSomebody = (isBearer && bearer === undefined) || isBehindTitle(text, tokens[at - 1], noun);
		const kind: TermKind | undefined = isSomebody ? 'person' : kindOf(noun.stem);
		if (kind !== undefined) {
			findings.push({ text: text.slice(noun.start, noun.end), kind, start: noun.start, end: noun.end });
		}
		const whole = bearer === undefined ? (isBearer ? noun.stem : undefined) : text.slice(bearer.start, bearer.end);
		if (whole !== undefined) {
			const titles = people.get(whole) ?? new Set();
			people.set(whole, next === undefined ? titles : titles.add(readNoun(next)?.stem ?? ''));
		}
	}
	yield;
	const titled = people.size === 0 ? [] : yield* findTitledFamilies(reading, people);
	return titled.length === 0 ? findings : [...findings, ...titled].sort((a, b) => a.start - b.start);
}

/** `김 장관`, where the document has one person only of that family, and has them with that title (`김여니 장관`). */
function* findTitledFamilies({ tokens, text }: Reading, people: ReadonlyMap<string, ReadonlySet<string>>): Steps<NameFinding[]> {
	const isStepDue = makeStepTest();
	const families = new Map<string, ReadonlySet<string> | undefined>();
	for (const [name, titles] of people) {
		const family = name[0] ?? '';
		families.set(family, families.has(family) ? undefined : titles);
	}
	const findings: NameFinding[] = [];
	for (let at = 0; at + 1 < tokens.length; at++) {
		const [family, next] = [tokens[at] as Token, tokens[at + 1] as Token];
		if (isStepDue(family.start)) {
			yield;
		}
		const titles = family.folded.length === 1 ? families.get(family.folded) : undefined;
		const title = titles === undefined || text.slice(family.end, next.start) !== ' ' ? undefined : readNoun(next);
		if (title !== undefined && titles?.has(title.stem) === true && isTitledFamily(family.folded, title.stem)) {
			findings.push({ text: text.slice(family.start, title.end), kind: 'person', start: family.start, end: title.end });
		}
	}
	return findings;
}

/** `시스템(BMS)이란`, `“열폭주”란`: particles that belong to the word before the mark, and name nothing (`이란`, Iran). */
function isParticleBehindMark(text: string, token: Token): boolean {
	return token.start > 0 && /[)\]”"’'」』》〉]/u.test(text[token.start - 1] ?? '') && particlesAlone.test(token.folded);
}

const particlesAlone =
	/^(?:이?란|이?라는|이?라고|이?라|에서|에서는|에게|에게는|으로|으로는|으로서|부터|까지|처럼|보다|이며|이고|이나|과의|와의|에는|에도)$/u;

/** What people belong to, before their title: `한국대 교수`, `해양수산부 장관`. */
const affiliation =
	/^[\uac00-\ud7a3]{2,}(?:대|대학|대학교|부|청|처|당|공사|공단|은행|위원회|협회|연합회|학회|조합|노조|연맹|연구소|협의회|의회|학교|연구원|법원|신문|방송|일보|센터|병원|재단)$/u;

/** Words of three syllables that begin like a family name and are none: of time, and with a particle that no given name ends in. */
const noBearer =
	/^(?:지난|이번|오늘|어제|그날|다음날|최근|현재|이날|전날|당시|우리|이후|이어|이미|한편|정작|현직|전직|신임)|[는를을와과의에]$/u;

/** `이지은 한국대 교수`: the name of three syllables before what its bearer belongs to, which stands at `at` with a title behind it. */
function findBearer({ tokens, text }: Reading, at: number): Token | undefined {
	const [name, place] = [tokens[at - 1], tokens[at]];
	return name !== undefined &&
		place !== undefined &&
		affiliation.test(place.folded) &&
		name.folded.length === 3 &&
		beginsWithFamilyName(name.folded) &&
		!noBearer.test(name.folded) &&
		text.slice(name.end, place.start) === ' '
		? name
		: undefined;
}

/** `이사장 서재원은`: behind a title, somebody whose name ends as offices do. */
function isBehindTitle(
	text: string,
	before: Token | undefined,
	{ stem, start }: { readonly stem: string; readonly start: number },
): boolean {
	return (
		before !== undefined &&
		stem.length === 3 &&
		isInstitution(stem) &&
		text.slice(before.end, start) === ' ' &&
		isTitle(before.folded) &&
		beginsWithFamilyName(stem) &&
		!noName.test(stem)
	);
}

/** What offices of three syllables begin with. */
const noName =
	/^(?:연구|연수|이사|위원|조사|추진|기획|전국|현장|민원|복지|지원|인사|방송|주민|노동|여성|문화|경찰|검찰|정당|안전|전력|전시|정보|임시|조합|선거|공보|주무|지방|고용|국방|국무|진료|편집|서울|강원|경기|공정|금융|기상|도서|상황|유학|유치)/u;

/** Whether a noun ends as offices, societies and parties do: `국가인권위원회`, `복지부`. */
export function isInstitution(stem: string): boolean {
	return (institution.test(stem) || party.test(stem)) && !noInstitution.has(stem) && !/.위원$/u.test(stem) && stem.length >= 3;
}

function kindOf(stem: string): TermKind | undefined {
	if (isInstitution(stem)) {
		return 'organisation';
	}
	if (law.test(stem) && !noLaw.has(stem) && stem.length >= 3) {
		return 'law';
	}
	if (isKnownPlace(stem)) {
		return 'place';
	}
	return programme.test(stem) ? 'programme' : undefined;
}

/** Stems of verbs of saying, and the endings in which a sentence closes with them. */
const saying =
	/(?:밝|말|주장|설명|전|덧붙|강조|지적|비판|반박|부인|보고|발표|추정|추산|보도|경고|촉구|요구|인정|해명|답|우려|호소|제안|약속|다짐|선언|시인|증언|진술|평가|분석|예상|전망|당부|반발|질타|항의|토로|회상)(?:혔다|힌다|혔습니다|했다|한다|했습니다|합니다|였다|인다|였습니다|하고있다)[.。”"’」]*$/u;

/** `환영한다고 했다`, `없다고 적었다`: verbs that tell what somebody says where its words end before them. */
const sayingBehindWords = /^(?:했|적었|썼|물었|되물었|알렸)(?:다|습니다)[.。”"’」]*$/u;
const endOfWords = /[다라자냐]고$/u;

/** `주장했으나 회사 측은`: behind it somebody else may speak. */
const breakOfSpeakers = /(?:밝|말|주장|설명|강조|지적|비판|보고|발표|보도|요구)(?:혔|했|한)(?:으나|지만|는데|던)$/u;

/** `혐의를 받고 있다`, `의혹이 있다`: somebody is said to have done it, nobody says who says so. */
const alleged = /^(?:혐의|의혹)(?:를|을|가|이|로|에)?$/u;

/** Korean claims: `X에 따르면 …`, and `X는 … 밝혔다`. */
export function* findKoreanClaims(reading: Reading): Steps<ClaimFinding[]> {
	const isStepDue = makeStepTest();
	const claims: ClaimFinding[] = [];
	for (let at = 0; at < reading.sentences.length; at++) {
		const sentence = reading.sentences[at];
		if (sentence !== undefined && isStepDue(sentence.start)) {
			yield;
		}
		const from = reading.firstTokens[at] ?? 0;
		const to = reading.firstTokens[at + 1] ?? from;
		const last = reading.tokens[to - 1];
		if (sentence === undefined || last === undefined || !endsInHangul(last.folded)) {
			continue;
		}
		let source = from + 1;
		while (source < Math.min(to, from + 12) && !isSourceMark(reading.tokens[source]?.folded)) {
			source++;
		}
		const mark = reading.tokens[source]?.folded;
		if (isSourceMark(mark) && source < to) {
			const before = reading.tokens[source - 1];
			const noun = before === undefined ? undefined : readNoun(before);
			claims.push({ ...sentence, speaker: noun?.stem ?? null, verb: mark ?? '', hedge: null });
		} else if (isSaying(reading.tokens[to - 2], last)) {
			claims.push({ ...sentence, speaker: findSpeaker(reading, from, to), verb: last.folded, hedge: hedgeOf(last.folded) });
		} else {
			const hedge = reading.tokens.slice(from, to).find(({ folded }) => alleged.test(folded));
			if (hedge !== undefined) {
				claims.push({ ...sentence, speaker: null, verb: hedge.folded, hedge: 'alleged' });
			}
		}
	}
	return claims;
}

/** `X에 따르면`, `X에 의하면`. */
function isSourceMark(folded: string | undefined): boolean {
	return folded === '따르면' || folded === '의하면';
}

function isSaying(before: Token | undefined, verb: Token): boolean {
	return saying.test(verb.folded) ? !isMeaning(before, verb) : sayingBehindWords.test(verb.folded) && endOfWords.test(before?.folded ?? '');
}

/** The topic of the last part of a sentence in which several speak, else of its first. */
function findSpeaker(reading: Reading, from: number, to: number): string | null {
	for (let at = to - 2; at > from; at--) {
		if (breakOfSpeakers.test(reading.tokens[at]?.folded ?? '')) {
			return findTopic(reading, at + 1, to) ?? findTopic(reading, from, to);
		}
	}
	return findTopic(reading, from, to);
}

/** `… 것을 말한다`: this is what a word means, nobody says it. */
function isMeaning(object: Token | undefined, verb: Token): boolean {
	return /^말(?:한다|합니다)/.test(verb.folded) && /[을를]$/.test(object?.folded ?? '');
}

function hedgeOf(verb: string): string | null {
	return /부인|반박/.test(verb) ? 'denied' : /추정|추산|예상|전망/.test(verb) ? 'estimated' : null;
}

/** The first noun with a topic or subject particle, with a person's name before its title. */
function findTopic(reading: Reading, from: number, to: number): string | null {
	// What is quoted at the start has subjects of its own.
	const start = reading.tokens[from]?.start ?? 0;
	const quoted = /^[^"“”]{0,2}["“][^"“”]{1,300}["”]/u.exec(reading.text.slice(Math.max(0, start - 1), start + 300))?.[0].length ?? 0;
	const first = quoted === 0 ? from : findTokenAt(reading.tokens, Math.max(0, start - 1) + quoted);
	for (let at = first; at < Math.min(to, first + 8); at++) {
		const token = reading.tokens[at];
		const noun = token === undefined ? undefined : readNoun(token);
		const side = reading.tokens[at - 1];
		if (token !== undefined && side !== undefined && at > from && /^측(?:은|이|도)$/u.test(token.folded) && isPlainNoun(side)) {
			return reading.text.slice(side.start, token.start + 1);
		}
		if (
			noun !== undefined &&
			noun.particles === '' &&
			/^\([^()]{1,30}\)(?:은|는|이|가)\s/u.test(reading.text.slice(noun.end, noun.end + 34))
		) {
			return noun.stem;
		}
		if (noun !== undefined && /(?:은|는|이|가|께서)$/.test(noun.particles)) {
			const name = reading.tokens[at - 1];
			const isTitle = name !== undefined && at > from && beginsWithTitle(noun.stem) && beginsWithFamilyName(name.folded);
			if (isTitle && name.folded.length === 1) {
				return findFullName(reading, name.folded, at) ?? `${name.folded} ${noun.stem}`;
			}
			const bearer = name !== undefined && at - 1 > from && beginsWithTitle(noun.stem) ? findBearer(reading, at - 1) : undefined;
			if (bearer !== undefined) {
				return reading.text.slice(bearer.start, bearer.end);
			}
			if (isTitle && isTitledName(name.folded, noun.stem)) {
				return reading.text.slice(name.start, name.end);
			}
			// `고용부 장관은`, `서울시 관계자는`
			const isOfOffice =
				name !== undefined &&
				at > from &&
				(/^(?:관계자|당국자|대변인)$/u.test(noun.stem) ? isPlainNoun(name) : beginsWithTitle(noun.stem) && affiliation.test(name.folded));
			return isOfOffice && reading.text.slice(name.end, noun.start) === ' ' ? reading.text.slice(name.start, noun.end) : noun.stem;
		}
	}
	return null;
}

function isPlainNoun(token: Token): boolean {
	return readNoun(token)?.particles === '' && !noBearer.test(token.folded);
}

/** `김 변호사`: the name of three syllables that stood before the same title last, with this family name. */
function findFullName(reading: Reading, family: string, title: number): string | undefined {
	const stem = readNoun(reading.tokens[title] as Token)?.stem;
	for (let at = title - 2; at > Math.max(0, title - maxTokensBack); at--) {
		const name = reading.tokens[at - 1];
		const noun = reading.tokens[at] === undefined ? undefined : readNoun(reading.tokens[at] as Token);
		if (noun !== undefined && noun.stem === stem && name !== undefined && name.folded.length === 3 && name.folded.startsWith(family)) {
			return reading.text.slice(name.start, name.end);
		}
	}
	return undefined;
}

const maxTokensBack = 400;
