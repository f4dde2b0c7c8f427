import { isContentWord, isStopWord } from '../text/stopWords.ts';
import { mostCounted } from './counts.ts';
import { findClassTerm } from './extraction/classDefinitions.ts';
import { scoreByForm } from './extraction/definitions.ts';
import { isLineDefinition } from './extraction/lineDefinitions.ts';
import { calendarWords, isKnownPlace } from './extraction/nameLists.ts';
import { numbered } from './extraction/nameTails.ts';
import { isFiniteVerb, isParticiple } from './extraction/verbWords.ts';
import { endsInHangul } from './formWords.ts';
import { isNameLikeWord, isOrdinaryWord } from './ordinaryWords.ts';
import type { TermGroup } from './termGroups.ts';
import { labelWorth } from './termSummaries.ts';
import { isTimeWord } from './wordLists.ts';

/**
 * Whether a group is enough to make a term of it and what is joined to it. Rather too few than a card on an ordinary word:
 * - whatever the writer's glossary has;
 * - acronyms with a long form, or found twice; names of several words; names of one word that are known places or people, or found three times;
 * - what a document defines, or counts among its key terms, if it has two words or more;
 * - one word that a glossary, a law or a contract has in its list of what words mean, unless it is an everyday one.
 */
export function isTerm(group: TermGroup, documentCount: number): boolean {
	if (group.own !== undefined) {
		return true;
	}
	if (group.isAcronym) {
		const short = group.keys[0]?.toLowerCase() ?? '';
		const isWord = isStopWord(short, 'en') || calendarWords.has(short) || isPlainShort(short);
		return group.longs.size > 0 || (!isWord && group.nameCount >= 2);
	}
	const content = group.keys.filter((key) => isContentWord(key) && !isTimeWord(key) && !calendarWords.has(key));
	if (content.length === 0) {
		return false;
	}
	if (group.keys.length === 1) {
		return isSingleTerm(group, documentCount);
	}
	if (group.definitions.length === 0 && group.roles.size === 0 && isReference(group)) {
		return false;
	}
	return group.nameCount > 0 || group.definitions.length > 0 || group.keyDocuments > 0 || group.roles.size > 0 || group.kinds.size > 0;
}

/** `Annex B`, `Table Three`, `Part IV`, `Schedule 2`: where something stands, and no name. */
function isReference({ keys }: TermGroup): boolean {
	const [noun = '', number = ''] = keys;
	return (
		keys.length === 2 &&
		numbered.has(noun) &&
		/^(?:[a-z]|\d{1,3}[a-z]?|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(number)
	);
}

/** Whether it may be a term among so many documents and not among others. */
export function dependsOnCount(group: TermGroup): boolean {
	return !group.isAcronym && group.keys.length === 1 && group.keyDocuments > 2;
}

/** Short forms that everybody writes and nobody asks for. */
const plainShorts = new Set(
	'qc kc obe cbe mbe url html pdf utf ok tv id vs gmt utc est pst ce bce am pm faq ps isbn issn doi rss'.split(' '),
);

/** Whether nobody asks for this short form, in small letters. */
export function isPlainShort(short: string): boolean {
	return plainShorts.has(short);
}

/** One word: only a name that is surely one, or what is defined in so many words. */
function isSingleTerm(group: TermGroup, documentCount: number): boolean {
	const [word = ''] = group.keys;
	if (endsInHangul(word)) {
		// Korean writes compounds as one word: four syllables are as good as two words.
		return group.nameCount > 0 || group.definitions.length > 0 || (group.keyDocuments > 0 && word.length >= 4);
	}
	const isNamed = (group.kinds.get('place') ?? 0) > 0 || (group.kinds.get('organisation') ?? 0) > 0 || (group.kinds.get('person') ?? 0) > 0;
	const isPerson = (group.kinds.get('person') ?? 0) > 0;
	if (isOrdinaryName(group, word) && !isPerson && !isOfClass(group)) {
		return false;
	}
	if (!isNamed && isVerb(group, word)) {
		return false;
	}
	const isOften = group.nameCount >= 3;
	// A plain word that is defined (`Photosynthesis is a …`), unless so many documents are about it that it is nothing special here.
	const isRare = group.keyDocuments <= Math.max(2, documentCount * 0.2);
	const isPlainTerm = isRare && group.keyDocuments > 0 && word.length > 5;
	const isDefined = group.definitions.length > 0 && (group.nameCount > 0 || isPlainTerm);
	return (
		isNamed ||
		isOften ||
		isDefined ||
		((isOfClass(group) || isListed(group, word) || isExplained(group, word) || isMeasured(group, word)) && isSeldom(group, documentCount))
	);
}

/**
 * `Headroom` of a glossary, `"concessionaire" means …`: words that somebody found worth a list of what they mean. Shorter ones are mostly everyday words,
 * but for those of a glossary (`Pimp`).
 */
function isListed({ definitions }: TermGroup, word: string): boolean {
	return definitions.some(
		({ finding }) =>
			(word.length > 5 && (finding.score >= scoreByForm || isLineDefinition(finding))) ||
			(word.length > 3 && finding.score === scoreByForm && (isLineDefinition(finding) || finding.termEnd <= finding.start)),
	);
}

/** `Usury refers to …`, `Peonage means …`, `Trokosi, also known as fiashidi, is a …`, `Scour, the removal of sand, is …`: a word that a sentence begins with to say what it means. */
function isExplained({ definitions }: TermGroup, word: string): boolean {
	return (
		word.length > 3 &&
		definitions.some(
			({ finding: { text, start, termStart, termEnd } }) =>
				termStart - start <= maxLead && sayingWhat.test(text.slice(termEnd - start, termEnd - start + maxSaying)),
		)
	);
}

/** What may stand before a word that is explained: an article, a quotation mark. */
const maxLead = 6;
const maxSaying = 140;
const sayingWhat =
	/^["”’]?\s?(?:\([^()]{1,40}\)\s?)?(?:\s?(?:means(?!\sa\s(?:lot|great|good)\s)|refers\sto|denotes|is\sdefined\sas|is\sunderstood\sas)\s|,\s(?:also\s|sometimes\s|otherwise\s|locally\s)?(?:known|called|referred\sto|spelled)\s[^,;.]{2,60},\sis\san?\s|,\sthe\s(?:removal|loss|theft|release|transfer|sale|return|rise|growth|\p{Ll}{3,16}(?:ing|tion|sion|ment))\sof\s[^,;.]{3,80},\s(?:is|are|was|were)\s)/u;

/**
 * `Add`, `Fixed`, `"suppressed" means …`: said of something, and the name of nothing, unless a list of meanings has it as one (`Insured: …`). A capital
 * inside makes a name of it: `HaMoked`.
 */
function isVerb({ definitions, forms }: TermGroup, word: string): boolean {
	if (/\p{Ll}\p{Lu}/u.test(mostCounted(forms) ?? '')) {
		return false;
	}
	const isListedName = definitions.some(({ finding }) => finding.score >= scoreByForm && /^\p{Lu}/u.test(finding.term));
	return isFiniteVerb(word) || (isParticiple(word) && !isListedName);
}

/** `Stunting`, which a table of indicators has a row of: counted as a concept more often than as a name. */
function isMeasured({ kinds, nameCount }: TermGroup, word: string): boolean {
	return word.length > 5 && (kinds.get('concept') ?? 0) - nameCount >= labelWorth;
}

/** Whether a document says of the word what class of things it belongs to (`A bittern is a heron that …`). */
function isOfClass(group: TermGroup): boolean {
	return group.definitions.some(({ finding }) => findClassTerm(finding.text)?.start === finding.termStart - finding.start);
}

/** `Reply`, `Wedding`: everyday words written with a capital, unless they are known for a place. */
function isOrdinaryName(group: TermGroup, word: string): boolean {
	const isPlace = (group.kinds.get('place') ?? 0) > 0;
	return isOrdinaryWord(word) || (isNameLikeWord(word) && !isPlace) ? !isKnownPlace(word) : false;
}

/** A word that is a key term of most documents needs no card in any of them. */
function isSeldom(group: TermGroup, documentCount: number): boolean {
	return group.keyDocuments <= Math.max(3, documentCount * 0.3);
}
