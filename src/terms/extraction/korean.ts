import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isParticleChain } from '../../text/korean.ts';
import type { Token } from '../../text/tokenise.ts';
import type { TermKind } from '../card.ts';
import type { NameFinding } from '../findings.ts';
import { findWholeNouns, type KoreanNoun, readNoun } from './koreanNouns.ts';
import { beginsWithFamilyName, beginsWithTitle, endsInTitle, isTitle, isTitledFamily, isTitledName, noBearer } from './koreanPeople.ts';
import { endsInSaying } from './koreanSaying.ts';
import { isKnownPlace } from './nameLists.ts';
import type { Reading } from './reading.ts';

/** Last syllables of institutions; the words before them make three syllables or more. */
const institution =
	/^[\uac00-\ud7a3]{2,}(?:부|청|처|원|위원회|재단|협회|센터|대학교|대학|법원|검찰청|경찰청|연구소|연구원|연합|연맹|노조|노동조합|공사|공단|은행|신문|방송|일보|학회|기구|본부|의회|국회|정당|병원|소방서|경찰서|세무서|보건소|교도소|구치소|(?:중앙|동부|서부|남부|북부|광주|대전|대구|부산|울산|창원|전주|청주|춘천|제주|인천|수원|의정부)(?:지법|지검|고법|고검)|(?:감시|조사|수사|자문|사업|봉사|합창)단|연대)$/u;
/** `시민혁신당`: what parties call themselves; `식당` and `배당` are none. */
const politicalParty =
	/(?:민주|혁신|진보|정의|녹색|공화|노동|자유|시민|국민|통합|개혁|사회|보수|미래|평화|연합|대안|애국|기본소득|공산|농민|한국|나라)당$/u;
/** Words that only look so. */
const noInstitution = new Set(
	'일부 대부 외부 내부 전부 세부 간부 남부 북부 동부 서부 중부 신부 학부 회원 직원 인원 지원 병원 공원 학원 차원 자원 의원 위원 후원 요청 신청 대처 근처 출처 농부 운전원 상담원 판매원 기부 승부 피부 주부 거부 여부 첨부 당부 공부 지지부 대부분 구성원 조합원 공무원 연구원 종업원 승무원 국회의원 노조원 조사원 감시원 안내원 경비원 회사원 은행원 배달원 미화원 경호원 검침원 교직원 통신원 특파원 선거운동원 연락처 거래처 접수처 구입처 발급처 문의처 안식처 피난처 은신처 도피처 사용처 판매처 수입처 지적공부 가계부 출석부 장부 회계장부 명부 선거인명부 학적부 등기부 대장부 임산부 가정주부 접합부 상층부 하층부 중심부 도심부 조건부 유대연대 세대연대'.split(
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
	const wholeNouns = findWholeNouns(tokens);
	yield;
	const towns = findTowns(tokens);
	yield;
	/** By whole name, the titles that stand behind it. */
	const people = new Map<string, Set<string>>();
	for (let at = 0; at < tokens.length; at++) {
		const token = tokens[at];
		if (token !== undefined && isStepDue(token.start)) {
			yield;
		}
		const speaking = findSpeakingBehindTitle(reading, at);
		if (token !== undefined && speaking !== undefined) {
			findings.push({ text: speaking, kind: 'person', start: token.start, end: token.start + speaking.length });
			continue;
		}
		const noun = token === undefined ? undefined : readNoun(token, wholeNouns);
		if (token === undefined || noun === undefined || isParticleBehindMark(text, token)) {
			continue;
		}
		const next = findBeside(reading, at);
		const isTitled = next !== undefined && bearsTitle(next);
		const isBearer = (isTitled && isTitledName(noun.stem, titleOf(next))) || speakers.has(noun.stem);
		const bearer = isTitled ? findBearer(reading, at) : undefined;
		if (bearer !== undefined) {
			// `최동원` ends as offices do.
			if (findings.at(-1)?.start === bearer.start) {
				findings.pop();
			}
			findings.push({ text: text.slice(bearer.start, bearer.end), kind: 'person', start: bearer.start, end: bearer.end });
		}
		const isSomebody =
			(isBearer && bearer === undefined) || isBehindTitle(text, tokens[at - 1], noun) || isParty(text, tokens[at - 1], noun);
		const kind: TermKind | undefined = isSomebody
			? 'person'
			: (kindOf(noun.stem) ??
				(towns.has(noun.stem) ? 'place' : undefined) ??
				(isCompany(text, tokens[at - 1], noun) ? 'organisation' : undefined));
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

/** The word behind the one at `at`, also where how old somebody is, or how the name is written, stands between: `서정훈(徐廷勳) 교수`, `김민수(45)씨`. */
function findBeside({ tokens, text }: Reading, at: number): Token | undefined {
	const { end } = tokens[at] as Token;
	const remark = /^\([^()\n]{1,30}\)\s?/u.exec(text.slice(end, end + 34))?.[0] ?? ' ';
	let next = at + 1;
	while ((tokens[next]?.start ?? text.length) < end + remark.length && next - at < maxRemark) {
		next++;
	}
	return (remark !== ' ' || text[end] === ' ') && tokens[next]?.start === end + remark.length ? tokens[next] : undefined;
}

/** No remark has more words. */
const maxRemark = 16;

/** The word before the one at `at`, over the same remarks. */
export function findBefore({ tokens, text }: Reading, at: number): Token | undefined {
	const start = tokens[at]?.start ?? 0;
	const remark = /\([^()\n]{1,30}\)\s?$/u.exec(text.slice(Math.max(0, start - 34), start))?.[0] ?? ' ';
	let before = at - 1;
	while ((tokens[before]?.end ?? 0) > start - remark.length && at - before < maxRemark) {
		before--;
	}
	return (remark !== ' ' || text[start - 1] === ' ') && tokens[before]?.end === start - remark.length ? tokens[before] : undefined;
}

/** Towns and counties by who governs them: `가람시`, of which a document knows a `가람시장` or a `가람시의회`. */
function findTowns(tokens: readonly Token[]): Set<string> {
	const towns = new Set<string>();
	for (const { folded } of tokens) {
		const town = governed.exec(folded)?.[1];
		if (town !== undefined) {
			towns.add(town);
		}
	}
	return towns;
}

const governed = /^([가-힣]{2,3}(?:(?<!도)시(?=장|의회|청)|군(?=수|의회|청)|구(?=청장|의회)))/u;

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

/** `시스템(BMS)이란`, `“열폭주”란`, `LEL이란`: particles that belong to the word before the mark or in Latin letters, and name nothing (`이란`, Iran). */
function isParticleBehindMark(text: string, token: Token): boolean {
	return token.start > 0 && /[)\]”"’'」』》〉A-Za-z\d]/u.test(text[token.start - 1] ?? '') && particlesAlone.test(token.folded);
}

const particlesAlone =
	/^(?:이?란|이?라는|이?라고|이?라|에서|에서는|에게|에게는|으로|으로는|으로서|부터|까지|처럼|보다|이며|이고|이나|과의|와의|에는|에도)$/u;

/** What people belong to, before their title: `한국대 교수`, `해양수산부 장관`. */
const affiliation =
	/^[\uac00-\ud7a3]{2,}(?:대|대학|대학교|부|청|처|당|공사|공단|은행|위원회|협회|연합회|학회|조합|노조|연맹|연구소|협의회|의회|학교|연구원|법원|신문|방송|일보|센터|병원|재단)$/u;

/** Whether a word is what somebody is: `과장은`, and with the office before it `화재대응조사과장은`. */
export function bearsTitle(token: Token): boolean {
	const title = titleOf(token);
	return beginsWithTitle(token.folded) || (endsInTitle(title) && !isInstitution(title));
}

/** The title without its particles. */
function titleOf(token: Token): string {
	return readNoun(token)?.stem ?? token.folded;
}

/** `이지은 한국대 교수`: the name of three syllables before what its bearer belongs to, which stands at `at` with a title behind it. */
export function findBearer(reading: Reading, at: number): Token | undefined {
	const { tokens, text } = reading;
	const [name, place] = [tokens[at - 1], tokens[at]];
	return name !== undefined &&
		place !== undefined &&
		name.folded.length === 3 &&
		beginsWithFamilyName(name.folded) &&
		!noBearer.test(name.folded) &&
		text.slice(name.end, place.start) === ' ' &&
		(affiliation.test(place.folded) || isCalledBehind(reading, name, at + 1))
		? name
		: undefined;
}

/** Whether the text goes on with the family name of `name` and the title at `at`: `최동원 한별케미칼 대표이사는 … 최 대표는`. */
function isCalledBehind({ tokens, text }: Reading, name: Token, at: number): boolean {
	const title = tokens[at];
	const called = title === undefined ? '' : `${name.folded[0]} ${title.folded.slice(0, 2)}`;
	const behind = title === undefined ? '' : text.slice(title.end, title.end + maxCalledBehind);
	// `이 대표`: this one.
	const found = called.length < 4 || called.startsWith('이') ? -1 : behind.indexOf(called);
	return found > 0 && !/[가-힣]/u.test(behind[found - 1] ?? '');
}

/** So far behind a name its bearer is called by the family name. */
const maxCalledBehind = 1500;

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

/** `소방청장 윤태경은 … 밝혔다`: behind a title, the name of somebody who says something. Read by itself, since `심보라는` looks like more than a particle. */
export function findSpeakingBehindTitle(reading: Reading, at: number): string | undefined {
	const { text, tokens } = reading;
	const [before, token] = [tokens[at - 1], tokens[at]];
	const [, name = '', particle = ''] = /^([가-힣]{3})([은는이가])$/u.exec(token?.folded ?? '') ?? [];
	return before !== undefined &&
		token !== undefined &&
		beginsWithFamilyName(name) &&
		isParticleChain(name, particle) &&
		text.slice(before.end, token.start) === ' ' &&
		endsInTitle(before.folded) &&
		!ofOffices.test(name) &&
		endsInSaying(reading, at)
		? name
		: undefined;
}

/** What offices have and what is done with them, in three syllables: `장관 후보자`, `위원장 선출안`, `의장 비서실`. */
const ofOffices = /(?:[자안식실측위]|(?:비서|보좌|대변|경호|홍보|노조|조합|구성|공무|임직|교직)[가-힣])$/u;

/** What somebody is before a court. */
const party = /^(?:피고인|피의자|피고소인|고소인|증인|참고인)$/u;
/** What kind of company or society something is by law. */
const legalForm = /^(?:주식회사|유한회사|합자회사|법무법인|회계법인|학교법인|의료법인|재단법인|사단법인|사회복지법인)$/u;

/** `피고인 김영선은`: who stands before a court, behind what they are there. */
function isParty(text: string, before: Token | undefined, { stem, start }: KoreanNoun): boolean {
	return (
		before !== undefined &&
		party.test(before.folded) &&
		text.slice(before.end, start) === ' ' &&
		stem.length === 3 &&
		beginsWithFamilyName(stem) &&
		!ofCourts.has(stem)
	);
}

/** `피고인 김영선`, `재단 대표이사 하경수`, `학교법인 솔뫼학원`: a name that was found, and before it what its bearer is, which is no part of it. */
export function isNameWithRole(phrase: string, names: ReadonlySet<string>): boolean {
	const [name = '', role = ''] = phrase.split(' ').reverse();
	return names.has(name) && (endsInTitle(role) || party.test(role) || legalForm.test(role));
}

/** What those before a court have, give or get. */
const ofCourts = new Set(
	'변호인 진술서 진술권 방어권 신문권 소환장 소환제 신청서 조사실 조사자 진술조 보호책 보호법 지원금 지원단 지원책 선서문 이외에 전원이 전원은 명단을'.split(
		' ',
	),
);

/** `(주)푸른찬`, `㈜푸른찬`, `푸른찬(주)`, `주식회사 푸른찬`, `학교법인 솔뫼학원`: a name, by the form of what has it. */
function isCompany(text: string, before: Token | undefined, { stem, start, end }: KoreanNoun): boolean {
	if (/(?:\(주\)|㈜)\s?$/u.test(text.slice(Math.max(0, start - 4), start)) || /^(?:\(주\)|㈜)/u.test(text.slice(end, end + 3))) {
		return true;
	}
	return (
		before !== undefined &&
		legalForm.test(before.folded) &&
		text.slice(before.end, start) === ' ' &&
		!isTitle(stem) &&
		!endsInTitle(stem) &&
		!ofCompanies.has(stem)
	);
}

/** What every company has, or what is done with it. */
const ofCompanies = new Set(
	'설립 설립자 설립등기 형태 전환 이사회 이사진 이사 감사 주주 주주총회 정관 임원 임원진 임직원 직원 관계자 제도 법인 등기 해산 운영 운영진 소속 대표 소유 산하 명의 자금 재산 허가 인가'.split(
		' ',
	),
);

/** What offices of three syllables begin with. */
const noName =
	/^(?:연구|연수|이사|위원|조사|추진|기획|전국|현장|민원|복지|지원|인사|방송|주민|노동|여성|문화|경찰|검찰|정당|안전|전력|전시|정보|임시|조합|선거|공보|주무|지방|고용|국방|국무|진료|편집|서울|강원|경기|공정|금융|기상|도서|상황|유학|유치)/u;

/** Whether a noun ends as offices, societies and parties do: `국가인권위원회`, `복지부`. */
export function isInstitution(stem: string): boolean {
	return (
		(institution.test(stem) || politicalParty.test(stem)) &&
		!noInstitution.has(stem) &&
		!/(?:.위|[시도구군선역당]의|국회의)원$/u.test(stem) &&
		stem.length >= 3
	);
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
