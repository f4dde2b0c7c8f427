import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding } from '../findings.ts';
import { endsInHangul } from '../formWords.ts';
import { bearsTitle, findBearer, findBefore, findSpeakingBehindTitle } from './korean.ts';
import { type KoreanNoun, readNoun } from './koreanNouns.ts';
import { beginsWithFamilyName, isTitledName, noBearer } from './koreanPeople.ts';
import { isSaying } from './koreanSaying.ts';
import { findTokenAt, type Reading } from './reading.ts';

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
			claims.push({ ...sentence, speaker: findSource(reading, from, source - 1), verb: mark ?? '', hedge: null });
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

/** Whose words the noun at `at` are, before `따르면`: `수리시`, `김현우` of `김현우 의원에`, and `강태수` of `증인 강태수의 진술에`. */
function findSource(reading: Reading, from: number, at: number): string | null {
	const { tokens } = reading;
	const side = at > from ? findBefore(reading, at) : undefined;
	const noun = tokens[at] === undefined ? undefined : readNoun(tokens[at] as Token);
	if (side === undefined || noun === undefined) {
		return noun?.stem ?? null;
	}
	const owner = /(?:진술|증언|설명|주장|발언|전언)$/u.test(noun.stem) ? readNoun(side) : undefined;
	if (owner?.particles === '의') {
		return owner.stem;
	}
	return bearsTitle(tokens[at] as Token) ? findTitled(reading, side, at, noun) : noun.stem;
}

/** `X에 따르면`, `X에 의하면`. */
function isSourceMark(folded: string | undefined): boolean {
	return folded === '따르면' || folded === '의하면';
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

function hedgeOf(verb: string): string | null {
	return /부인|반박|일축/.test(verb) ? 'denied' : /추정|추산|예상|전망/.test(verb) ? 'estimated' : null;
}

/** So many words of a sentence, those that it quotes not counted, stand before who says it. */
const maxTopic = 8;

/** The first noun with a topic or subject particle, with a person's name before its title. What is quoted has subjects of its own. */
function findTopic(reading: Reading, from: number, to: number): string | null {
	const { text, tokens } = reading;
	const first = findBehindOpening(reading, from);
	const quoted = findQuoted(text, tokens[first]?.start ?? 0, tokens[to - 1]?.end ?? 0);
	let next = 0;
	for (let at = first, looked = 0; at < to && looked < maxTopic; at++) {
		const token = tokens[at] as Token;
		while (next < quoted.length && (quoted[next]?.end ?? 0) <= token.start) {
			next++;
		}
		if ((quoted[next]?.start ?? token.start + 1) <= token.start) {
			continue;
		}
		looked++;
		const side = at > from ? findBefore(reading, at) : undefined;
		if (side !== undefined && /^측(?:은|이|도)$/u.test(token.folded) && isPlainNoun(side)) {
			return text.slice(side.start, token.start + 1);
		}
		if (side !== undefined && /^씨(?:는|가|도)$/u.test(token.folded)) {
			return findCalled(reading, side, at, '씨') ?? text.slice(side.start, side.end);
		}
		const named = findSpeakingBehindTitle(reading, at);
		if (named !== undefined) {
			return named;
		}
		const noun = readNoun(token);
		if (noun?.particles === '' && /^\([^()]{1,30}\)(?:은|는|이|가)\s/u.test(text.slice(noun.end, noun.end + 34))) {
			return noun.stem;
		}
		if (noun !== undefined && /(?:은|는|이|가|께서)$/.test(noun.particles)) {
			return side === undefined ? noun.stem : findTitled(reading, side, at, noun);
		}
	}
	return null;
}

/** Behind what the sentence quotes at its start. */
function findBehindOpening({ text, tokens }: Reading, from: number): number {
	const start = tokens[from]?.start ?? 0;
	const quoted = /^[^"“”]{0,2}["“][^"“”]{1,300}["”]/u.exec(text.slice(Math.max(0, start - 1), start + 300))?.[0].length ?? 0;
	return quoted === 0 ? from : findTokenAt(tokens, Math.max(0, start - 1) + quoted);
}

/** `“식단가는 4,500원이었다”고`: words in marks that somebody says, by what stands behind them; `“열폭주”는` is no such. */
function findQuoted(text: string, start: number, end: number): Range[] {
	const quoted: Range[] = [];
	for (const match of text.slice(start, end).matchAll(/["“][^"“”]{1,300}["”](?=(?:이?라)?(?:고|며|면서|는)(?![가-힣]))/gu)) {
		quoted.push({ start: start + match.index, end: start + match.index + match[0].length });
	}
	return quoted;
}

/** Who has the title at `at`, behind `side`: `김 변호사`, `정혜린 과장`, `이지은 한국대 교수`, else the office: `고용부 장관`, `서울시 관계자`. */
function findTitled(reading: Reading, side: Token, at: number, noun: KoreanNoun): string {
	const { text, tokens } = reading;
	const office = text.slice(side.start, noun.end);
	if (!bearsTitle(tokens[at] as Token)) {
		return /^(?:관계자|당국자|대변인)$/u.test(noun.stem) && (isPlainNoun(side) || /^[a-z]+$/u.test(side.folded)) ? office : noun.stem;
	}
	if (side.folded.length === 1 && beginsWithFamilyName(side.folded)) {
		return findCalled(reading, side, at, noun.stem) ?? office;
	}
	const bearer = findBearer(reading, at - 1);
	if (bearer !== undefined) {
		return text.slice(bearer.start, bearer.end);
	}
	return isTitledName(side.folded, noun.stem) ? text.slice(side.start, side.end) : isPlainNoun(side) ? office : noun.stem;
}

function isPlainNoun(token: Token): boolean {
	return readNoun(token)?.particles === '' && !noBearer.test(token.folded);
}

/** `김 변호사`, `오 씨`: the name of three syllables that stood before the same title last, with this family name; `화재대응조사과장` is a `과장` too, `대표이사` a `대표`. */
function findCalled(reading: Reading, family: Token, at: number, title: string): string | undefined {
	const { text, tokens } = reading;
	for (let back = at - 2; family.folded.length === 1 && back > Math.max(0, at - maxTokensBack); back--) {
		const bearing = tokens[back] as Token;
		const stem = title === '씨' ? undefined : readNoun(bearing)?.stem;
		const isSame = title === '씨' ? /^씨[가-힣]?$/u.test(bearing.folded) : stem?.endsWith(title) || stem?.startsWith(title);
		const name = isSame === true ? (findBearer(reading, back - 1) ?? findBefore(reading, back)) : undefined;
		if (name?.folded.length === 3 && name.folded.startsWith(family.folded)) {
			return text.slice(name.start, name.end);
		}
	}
	return undefined;
}

const maxTokensBack = 400;
