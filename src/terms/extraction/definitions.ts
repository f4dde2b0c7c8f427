import { makeStepTest, type Steps } from '../../base/steps.ts';
import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import { tokenise } from '../../text/tokenise.ts';
import type { DefinitionFinding } from '../findings.ts';
import { isActionWord, isGeneralNoun } from '../wordLists.ts';
import { claimVerbs } from './claimWords.ts';
import { findClassTerm } from './classDefinitions.ts';
import type { Reading } from './reading.ts';

/** No sentence longer than this defines anything readable. */
const maxSentence = 700;

/** Words at the head of a sentence that are no term. */
const noTerm =
	/^(?:it|this|that|these|those|there|here|he|she|they|we|i|you|who|what|which|such|one|some|many|most|all|both|each|another|other|others|nothing|everyone|everything|so|but|and|if|when|while|as|because|although|in|on|at|for|from|with|by|to|of|not|no|yet|still|also|even|only|then|now|today|however|our|my|your|their|his|her|its|how|why|where|among|according)\b/i;

/** `X is a …`, `X (Y) means …`: the words up to the verb, the verb, and how the complement begins. */
const copula =
	/^(?<article>(?:the|an?)\s+)?(?<term>[^,;:.!?()“”"]{2,70}?)(?:\s*\((?<short>[^()]{2,40})\))?["”’]?,?\s+(?<verb>(?:is|are|was|were|can\s+be|may\s+be)\s+(?:generally\s+|usually\s+|often\s+|commonly\s+)?(?:defined|described|understood|known|regarded|considered)\s+as|(?:is|are)\s+(?:the\s+)?(?:term|name|word)s?\s+(?:for|used)|shall\s+mean|has\s+the\s+meaning|stands?\s+for|is|are|was|were|means?|refers?\s+to|denotes?|describes?|comprises?|represents?)\s+(?<complement>an?|the|any|one\s+of|someone|something|those|all|every|that|when|where|two|three|a\s+type|kind)?\b/i;

/** `The “Company” means …`, `“Company” refers to …`. */
const quotedTerm =
	/["“‘](?<term>[^"“”’‘]{2,60})["”’],?\s+(?:\([^)]{1,40}\)\s+)?(?<verb>means?|shall\s+mean|refers?\s+to|denotes?|includes?|is\s+defined\s+as|are\s+defined\s+as|has\s+the\s+meaning|is\s+an?|is\s+the|are)\s/i;

/** `(hereinafter the “Company”)`, `(the “Act”)`. */
const clauseTerm =
	/\((?:hereinafter|hereafter|together|collectively|each|the|a|an|or|referred\s+to\s+as|,|\s){0,8}["“](?<term>[^"“”()]{2,60})["”]\s*\)/i;

/** `…, known as X`, `a practice called X`. */
const naming =
	/\b(?:(?:also|commonly|better|popularly|widely|generally|locally|sometimes|otherwise)\s+)?(?:known\s+as|called|termed|dubbed|referred\s+to\s+as)\s+(?:the\s+|an?\s+)?(?<quote>["“‘])?(?<term>[\p{L}\p{N}][\p{L}\p{N}'’ -]{1,60})/iu;

/** `Frontline Rights, a Cork-based charity that …`. */
const apposition =
	/^(?:[Tt]he\s+)?(?<term>\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s+(?:of|for|and|the|on|de|van|von)?\s?\p{Lu}[\p{L}\p{N}'’&.-]*){0,7}),\s+(?:an?|one\s+of|the)\s+(?<complement>[^,]{8,200}),/u;

/** Korean: `X(이)란 …`, `“X”(이)라 함은 …`, `X은/는 …을 말한다`. */
const korean =
	/^(?:["“‘「『]?)(?<term>[\p{Script=Hangul}\p{L}\p{N}][\p{Script=Hangul}\p{L}\p{N}·() -]{0,40}?)["”’」』]?(?:이란|란|이라\s?함은|라\s?함은|이라는\s?것은)\s/u;
const koreanMeaning = /(?:말한다|말합니다|뜻한다|뜻합니다|의미한다|의미합니다|일컫는다|가리킨다|이다|입니다|것이다)\s*[.。]?\s*$/u;
const koreanTopic =
	/^["“‘「『]?(?<term>[\p{Script=Hangul}\p{L}\p{N}][\p{Script=Hangul}\p{L}\p{N}· -]{1,30}?)["”’」』]?(?:은|는)\s.{4,400}(?:를|을)\s(?:말한다|말합니다|뜻한다|뜻합니다|의미한다|의미합니다|일컫는다)\s*[.。]?\s*$/u;

/**
 * The sentences that say what a term is, in order: by `is/are/means/refers to`, by quoted terms of contracts, by `known as`, by apposition, by
 * what class one word belongs to (`findClassTerm`), by Korean `이란` and `이라 함은`, and, in documents that are glossaries by form, heading and first sentence. One finding a sentence and term.
 */
export function* findDefinitions(reading: Reading): Steps<DefinitionFinding[]> {
	const isStepDue = makeStepTest();
	const findings: DefinitionFinding[] = [];
	const inHeadings = glossaryDefinitions(reading);
	for (const sentence of reading.sentences) {
		if (isStepDue(sentence.start)) {
			yield;
		}
		if (sentence.end - sentence.start > maxSentence || sentence.end - sentence.start < 12) {
			continue;
		}
		const text = reading.text.slice(sentence.start, sentence.end);
		for (const term of findTermsDefinedIn(text)) {
			const termStart = sentence.start + term.start;
			const termEnd = sentence.start + term.end;
			findings.push({
				term: reading.text.slice(termStart, termEnd).replace(/\s+/g, ' '),
				text,
				termStart,
				termEnd,
				start: sentence.start,
				end: sentence.end,
			});
		}
	}
	return [...findings, ...inHeadings].sort((a, b) => a.start - b.start || a.termStart - b.termStart);
}

function findTermsDefinedIn(text: string): Range[] {
	const found: Range[] = [];
	const add = (range: Range | undefined) => {
		if (range !== undefined && !found.some((other) => other.start === range.start)) {
			found.push(range);
		}
	};
	add(readQuoted(text));
	add(readCopula(text));
	add(findClassTerm(text));
	add(readClause(text));
	add(readNaming(text));
	add(readApposition(text));
	if (/\p{Script=Hangul}/u.test(text)) {
		add(readKorean(text));
	}
	return found;
}

function rangeOf(text: string, term: string, from: number): Range | undefined {
	const start = text.indexOf(term, from);
	return start < 0 ? undefined : { start, end: start + term.trimEnd().length };
}

function readQuoted(text: string): Range | undefined {
	const match = /["“‘]/.test(text) ? quotedTerm.exec(text) : null;
	const term = match?.groups?.term ?? '';
	if (match === null || tokenise(term).length > 6) {
		return undefined;
	}
	const isPlain = /^(?:is|are)/i.test(match.groups?.verb ?? '') && match.index > 12;
	return isPlain || /[.!?,]$/.test(term) ? undefined : rangeOf(text, term, match.index);
}

function readCopula(text: string): Range | undefined {
	const match = copula.exec(text.slice(0, 260));
	const term = match?.groups?.term ?? '';
	if (match === null || noTerm.test(term) || !isTermLike(term)) {
		return undefined;
	}
	const verb = (match.groups?.verb ?? '').toLowerCase();
	const complement = (match.groups?.complement ?? '').toLowerCase();
	const isBe = /^(?:is|are|was|were)$/.test(verb);
	const rest = text.slice(match[0].length, match[0].length + 60).trimStart();
	if (isBe) {
		// `is the first`, `is a problem`, `are the same`: says something of it, not what it is. `was the` tells history.
		const isPraise = complement === 'the' && praise.test(rest);
		if (
			!/^(?:an?|any|one of|the)$/.test(complement) ||
			isPraise ||
			weakComplement.test(rest) ||
			(/^w/.test(verb) && !/\p{Lu}/u.test(term.slice(1)))
		) {
			return undefined;
		}
	} else if (
		/^(?:means?|describes?|represents?|comprises?)$/.test(verb) &&
		!/^(?:an?|the|any|one of|someone|something|those|all|every|when|where|two|three)$/.test(complement)
	) {
		return undefined;
	}
	return rangeOf(text, term, match.groups?.article?.length ?? 0);
}

/** `Home visits are the heart of it`: says what it means to somebody. */
const praise =
	/^(?:[a-z]+\s)?(?:heart|core|key|backbone|soul|cornerstone|essence|lifeblood|future|answer|enemy|envy|pride|joy|talk|toast|order|norm|exception|rule|limit|point|end|start|beginning|cause|root|price|cost|crux|sum|stuff)\b/i;

const weakComplement =
	/^(?:(?:[a-z]+\s){0,2}(?:problem|issue|concern|challenge|priority|success|failure|victim|result|reason)s?\b|same|only|first|second|third|last|next|most|more|little|lot|few|good|bad|great|big|better|best|worst|problem|matter|way|result|question|reason|case|fact|need|time|sign|mistake|shame|pity|thing|bit|number|long|very|too|kind of|part of (?:this|that|it)|former|latter|latest|main reason|challenge|concern|priority|must|surprise)\b/i;

function readClause(text: string): Range | undefined {
	const match = text.includes('(') ? clauseTerm.exec(text) : null;
	const term = match?.groups?.term ?? '';
	return match === null || !/\p{L}/u.test(term) || tokenise(term).length > 6 ? undefined : rangeOf(text, term, match.index);
}

function readNaming(text: string): Range | undefined {
	const match = naming.exec(text);
	if (match === null) {
		return undefined;
	}
	// `so-called`, `what it called`, `Senator X called the …`: somebody's word for it, no definition.
	const isActive = /(?:-|\b(?:it|they|he|she|we|i|what|who|whom)\s|\p{Lu}[\p{L}’']*\s)$/u.test(
		text.slice(Math.max(0, match.index - 30), match.index),
	);
	const isCalling = /^(?:called|termed|dubbed)/i.test(match[0]);
	if (isActive && isCalling) {
		return undefined;
	}
	let term = match.groups?.term ?? '';
	const start = match.index + match[0].length - term.length;
	if (match.groups?.quote === undefined) {
		term = untilTermEnd(term);
	} else {
		const close = text.slice(start).search(/["”’]/);
		term = close > 0 && close < 60 ? text.slice(start, start + close) : untilTermEnd(term);
	}
	term = term.replace(/[,.;:\s]+$/, '');
	const isStrong = match.groups?.quote !== undefined || /\p{Lu}/u.test(term) || tokenise(term).length >= 2;
	return isStrong && isTermLike(term) && !noTerm.test(term) ? { start, end: start + term.length } : undefined;
}

/** The first words up to one that joins (`known as KMPs in the trade`), at most five. */
function untilTermEnd(words: string): string {
	const tokens = tokenise(words);
	let end = 0;
	for (const token of tokens.slice(0, 5)) {
		// `known as a KMP operating in …`: a participle behind the term is the sentence going on.
		const isVerb = end > 0 && /^[a-z]+(?:ed|ing)$/.test(words.slice(token.start, token.end));
		const isPart = !isVerb && (isContentWord(token.folded) || token.folded === 'of');
		if (!isPart || words.slice(end, token.start).includes('\n')) {
			break;
		}
		end = token.end;
	}
	return words.slice(0, end).replace(/\s+of$/, '');
}

function readApposition(text: string): Range | undefined {
	const match = apposition.exec(text.slice(0, 330));
	const term = match?.groups?.term ?? '';
	if (match === null || noTerm.test(term) || tokenise(term).length > 8) {
		return undefined;
	}
	// `UNHCR, the World Food Program, UNICEF …` and `NGOs, the community, and others` are lists, `In May, the court …,` is none either.
	const complement = match.groups?.complement ?? '';
	const behind = text.slice(match[0].length, match[0].length + 8);
	const isList = /^\p{Lu}/u.test(complement) || /^\s*(?:and|or|the|an?)\b/i.test(behind) || /^(?:\s*\p{Lu}[\p{L}’']*\s*,)/u.test(behind);
	return isList || !isContentWord(tokenise(term)[0]?.folded ?? '') ? undefined : rangeOf(text, term, 0);
}

function readKorean(text: string): Range | undefined {
	const term = (koreanMeaning.test(text) ? korean.exec(text)?.groups?.term : undefined) ?? koreanTopic.exec(text)?.groups?.term;
	return term === undefined || tokenise(term).length > 6 ? undefined : rangeOf(text, term, 0);
}

/** One to six words with something to say, no verb of action among the last, no general noun alone (`The problem`). */
function isTermLike(term: string): boolean {
	const tokens = tokenise(term);
	const last = tokens.at(-1);
	if (tokens.length === 0 || tokens.length > 6 || last === undefined || !isContentWord(last.folded) || isActionWord(last.folded)) {
		return false;
	}
	const content = tokens.filter((token) => isContentWord(token.folded));
	const isGeneral = isGeneralNoun(content[0]?.folded ?? '') && tokens.some((token) => token.folded === 'of');
	if (content.length === 0 || isGeneral || isGeneralNoun(last.folded)) {
		return false;
	}
	// A verb or a clause inside: `What we see`, `The man who came`.
	const isJoined = tokens.some((token) => token.folded === 'and') && !tokens.some((token) => token.folded === 'of');
	const holdsVerb = tokens.some(
		(token) => isActionWord(token.folded) || (claimVerbs.has(token.folded) && /^\p{Ll}/u.test(term.slice(token.start))),
	);
	return (
		!isJoined &&
		!holdsVerb &&
		!tokens.some((token) =>
			/^(?:who|which|that|whose|where|when|because|if|has|have|had|is|are|was|were|will|would|can|could|do|does|did|be|been|to|not|than|said|says)$/.test(
				token.folded,
			),
		)
	);
}

/** At least so many headings with text below must look like entries. */
const minEntries = 4;

/** Heading and first sentence, where the headings say that the document or part is a glossary. */
function glossaryDefinitions(reading: Reading): DefinitionFinding[] {
	const { headings, text } = reading;
	const findings: DefinitionFinding[] = [];
	for (let at = 0; at < headings.length; at++) {
		const heading = headings[at];
		if (
			heading === undefined ||
			(!/^(?:\d+[.)]?\s*)?(?:glossary|definitions?|terms and definitions|key terms|terminology|용어|용어의 정의|용어 정의|용어집)\b/iu.test(
				heading.text.trim(),
			) &&
				!/^(?:용어)/u.test(heading.text.trim()))
		) {
			continue;
		}
		const entries: DefinitionFinding[] = [];
		let next = at + 1;
		for (; next < headings.length && (headings[next]?.level ?? 0) > heading.level; next++) {
			const entry = headings[next];
			const end = headings[next + 1]?.start ?? text.length;
			const sentence = entry === undefined ? undefined : firstSentenceIn(reading, entry.end, end);
			if (entry !== undefined && sentence !== undefined && tokenise(entry.text).length <= 8) {
				const termStart = text.indexOf(entry.text, entry.start);
				const hasTerm = termStart >= entry.start && termStart < entry.end;
				entries.push({
					term: entry.text,
					text: text.slice(sentence.start, sentence.end),
					termStart: hasTerm ? termStart : entry.start,
					termEnd: hasTerm ? termStart + entry.text.length : entry.end,
					start: sentence.start,
					end: sentence.end,
				});
			}
		}
		if (entries.length >= minEntries) {
			findings.push(...entries);
		}
		at = next - 1;
	}
	return findings;
}

function firstSentenceIn(reading: Reading, from: number, to: number): Range | undefined {
	let low = 0;
	let high = reading.sentences.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((reading.sentences[middle]?.start ?? 0) < from) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const sentence = reading.sentences[low];
	return sentence !== undefined && sentence.end <= to && sentence.end - sentence.start > 8 ? sentence : undefined;
}
