import { makeStepTest, type Steps } from '../../base/steps.ts';
import { foldWord } from '../../text/normalise.ts';
import { findLastAtOrBefore, type Range } from '../../text/range.ts';
import type { Token } from '../../text/tokenise.ts';
import type { ClaimFinding, NameFinding } from '../findings.ts';
import type { Reading } from './reading.ts';
import { type SpeechWords, setOf, speechWords } from './speechAbroad.ts';

/** `il secondo Governo Conte`, `no segundo Congresso`: behind these it counts, and says no source. */
const ordinal = /^(?:il|un|del|al|dal|nel|sul|suo|questo|quel|ogni|o|um|do|ao|no|pelo|num|seu|este|esse|cada)$/;

/**
 * The sentences in German, French, Spanish, Italian and Portuguese in which somebody says something: `laut`, `selon`, `según` somebody, and a name
 * directly before or behind a verb of saying. Quiet: of what has no name only what a comma closes is taken (`Selon le ministère de la santé, …`).
 */
export function* findForeignClaims(reading: Reading, names: readonly NameFinding[]): Steps<ClaimFinding[]> {
	const speech = speechWords.get(reading.language ?? '');
	const claims: ClaimFinding[] = [];
	if (speech === undefined) {
		return claims;
	}
	const isStepDue = makeStepTest();
	for (let index = 0; index < reading.sentences.length; index++) {
		const sentence = reading.sentences[index] as Range;
		if (isStepDue(sentence.start)) {
			yield;
		}
		const from = reading.firstTokens[index] ?? 0;
		const to = reading.firstTokens[index + 1] ?? from;
		const claim = readSentence(reading, names, speech, from, to);
		if (claim !== undefined) {
			claims.push({ ...claim, start: sentence.start, end: sentence.end });
		}
	}
	return claims;
}

function readSentence(
	reading: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	from: number,
	to: number,
): Pick<ClaimFinding, 'speaker' | 'verb' | 'hedge'> | undefined {
	const { tokens } = reading;
	for (let at = from; at < to; at++) {
		const word = tokens[at]?.folded ?? '';
		const isCounting = at > from && /^se(?:condo|gundo)$/.test(word) && ordinal.test(tokens[at - 1]?.folded ?? '');
		const lead = isCounting ? undefined : speech.sources.get(word);
		// `„Es fehlt Geld“, so Anna Weber`
		const isLead = lead?.every((each, back) => tokens[at - lead.length + back]?.folded === each) === true;
		if (lead !== undefined && isLead && (word !== 'so' || (at > from && closes(reading, at)))) {
			const speaker = nameBehind(reading, names, speech, at, to) ?? phraseBehind(reading, speech, at, to);
			if (speaker !== undefined) {
				return { speaker, verb: [...lead, word].join(' '), hedge: null };
			}
		}
		if (speech.sourcesBehind.has(word)) {
			const speaker = nameBefore(reading, names, speech, from, at) ?? phraseBefore(reading, speech, from, at);
			if (speaker !== undefined) {
				return { speaker, verb: word, hedge: null };
			}
		}
		const isParticiple = speech.participles.has(word) && speech.auxiliaries.has(tokens[at - 1]?.folded ?? '');
		const hedge = isParticiple ? speech.participles.get(word) : speech.verbs.get(word);
		if (hedge !== undefined) {
			const verb = isParticiple ? at - 1 : at;
			// `Die Gewerkschaft kritisierte Anna Weber`: she says nothing.
			const isClosed = verb > from && (closes(reading, verb) || (asWords.test(tokens[from]?.folded ?? '') && verb - from < 3));
			// `dijo que Ana Torres negó los hechos`, `ha detto a Anna Rossi`: she is not who says so.
			const isOfOther = isJoint(tokens[at + 1]?.folded ?? '', speech);
			const behind = !isOfOther && (isClosed || speech.saying.has(word)) ? nameBehind(reading, names, speech, at, to) : undefined;
			const apart = isClosed ? nameApart(reading, names, speech, at, to) : undefined;
			const speaker = nameBefore(reading, names, speech, from, verb) ?? behind ?? apart;
			if (speaker !== undefined) {
				return { speaker, verb: isParticiple ? `${tokens[verb]?.folded} ${word}` : word, hedge };
			}
		}
	}
	return undefined;
}

/** Whether a quotation or a part of the sentence ends before the token. */
function closes({ text, tokens }: Reading, at: number): boolean {
	return /[,»”"“–—]/u.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
}

/** `Como explicó Ana Torres, …`: at the start of a sentence, so close before the verb that nothing stands between. */
const asWords = /^com[eo]|^comme$/;

/** The name between commas behind what somebody is: `« … », a indiqué son directeur, Paul Mercier`. */
function nameApart(
	{ text, tokens }: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	at: number,
	to: number,
): string | undefined {
	const verbEnd = tokens[at]?.end ?? 0;
	const next = findLastAtOrBefore(names, verbEnd) + 1;
	for (const name of names.slice(next, next + maxNamesBack)) {
		if (name.start >= (tokens[to - 1]?.end ?? 0)) {
			break;
		}
		const [, first = '', rest = ''] = roleApart.exec(text.slice(verbEnd, name.start)) ?? [];
		const isOwned = /^(?:son|sa|leur|su|il suo|la sua|seu|sua|sein|seine|ihr|ihre)$/.test(first);
		const isPlain = rest.split(/\s+/u).every((word) => !isJoint(word, speech) || ofWords.has(word));
		if (rest !== '' && isPlain && (isOwned || speech.articles.has(first)) && /^(?:[.,;!]|$)/u.test(text.slice(name.end, name.end + 1))) {
			return name.text.replace(/\s+/g, ' ');
		}
	}
	return undefined;
}

const honorific = '(?:M\\.|Mme|Me|Dr\\.?|Herr|Frau|Sr\\.|Sra\\.)';
const roleApart = new RegExp(`^\\s(l(?=['’])|il suo|la sua|\\p{L}+)['’\\s]\\s?([^.,;:()«»„“”"]{3,60}),\\s(?:${honorific}\\s)?$`, 'u');

/** What says of what somebody is the head: `le maire de Lyon`. */
const ofWords = setOf('de du des d del de la della dei di do da dos das der von');

/** The name that begins behind the token, maybe behind an article or what somebody is: `selon la ministre Marie Dupont`. */
function nameBehind(
	{ text, tokens }: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	at: number,
	to: number,
): string | undefined {
	for (let next = at + 1; next < Math.min(to, at + 4); next++) {
		const token = tokens[next] as Token;
		if (!/^[\s«»“”"„]+$/.test(text.slice(tokens[next - 1]?.end, token.start))) {
			return undefined;
		}
		const name = names[findLastAtOrBefore(names, token.start)];
		if (name?.start === token.start && !(next > at + 1 && speech.works?.has(tokens[next - 1]?.folded ?? '') === true)) {
			return name.text.replace(/\s+/g, ' ');
		}
		if (next > at + 1 && !speech.articles.has(tokens[next - 1]?.folded ?? '')) {
			return undefined;
		}
	}
	return undefined;
}

/**
 * The name before the verb at `at`: the first words of the sentence, behind an article or what somebody is (`Präsidentin Ulrike Groß erklärte`, `El alcalde,
 * José Peñalver, negó`), and before brackets or a clause between commas (`Hélène Lefèvre, directrice de l’ARS, a déclaré`).
 */
function nameBefore(
	{ text, tokens }: Reading,
	names: readonly NameFinding[],
	speech: SpeechWords,
	from: number,
	at: number,
): string | undefined {
	const start = tokens[from]?.start ?? 0;
	const verb = tokens[at]?.start ?? start;
	const last = at <= from ? -1 : findLastAtOrBefore(names, verb - 1);
	for (let back = last; back >= 0 && last - back < maxNamesBack; back--) {
		const name = names[back];
		if (name === undefined || name.start < start) {
			return undefined;
		}
		const before = text.slice(start, name.start).trim();
		// `Wie Anna Weber mitteilte, …`: behind `wenn` she may not have said it.
		const opening = text[tokens[at]?.end ?? 0] === ',' ? before.replace(/^Wie(?:\s|$)/u, '') : before;
		const bare = opening.replace(honorificBehind, '');
		const isApart = bare.endsWith(',') && (roleAhead(bare.slice(0, -1), speech) || officeAhead(bare.slice(0, -1), speech));
		if (
			(isApart ? betweenCommas : beforeVerb).test(text.slice(name.end, verb)) &&
			(isApart || /[,:;»”"–—-]$|^$/u.test(opening) || roleAhead(opening, speech))
		) {
			return name.text.replace(/\s+/g, ' ');
		}
	}
	return undefined;
}

/** More names do not stand between who speaks and the verb. */
const maxNamesBack = 3;

const beforeVerb = /^(?:\s\([^()]{1,40}\))?(?:,\s[^.,;:()«»„“”"]{3,80},)?\s$/u;
/** `El alcalde, José Peñalver, negó` */
const betweenCommas = /^(?:\s\([^()]{1,40}\))?,\s$/u;

/** Whether the words before a name are an article, or what somebody is: `Der Abgeordnete`, `Mme`; not `El juez vio que`, and not `Die Tochter von`. */
function roleAhead(opening: string, speech: SpeechWords): boolean {
	const words = opening.replace(/['’]$/u, '').split(/\s+/u);
	const isPlain = (word: string, place: number) =>
		/^\p{L}[\p{L}’'-]*\.?$/u.test(word) &&
		!isJoint(word.toLowerCase(), speech) &&
		speech.works?.has(foldWord(word.replace(/^\p{L}{1,2}['’]/u, ''))) !== true &&
		(place === 0 || !speech.articles.has(word.toLowerCase())) &&
		!speech.auxiliaries.has(foldWord(word)) &&
		!speech.verbs.has(foldWord(word));
	return words.length <= maxRole && words.every(isPlain);
}

const honorificBehind = new RegExp(`\\s${honorific}$`, 'u');

/** `Le maire de Lyon`, `El portavoz del Gobierno`, before a name between commas: an article, what somebody is, and of what. */
function officeAhead(opening: string, speech: SpeechWords): boolean {
	const [article = '', role = '', ...rest] = opening.replace(/^L['’]/u, 'L ').split(/\s+/u);
	return (
		speech.articles.has(article.toLowerCase()) &&
		/^\p{Ll}{3,}$/u.test(role) &&
		speech.works?.has(foldWord(role)) !== true &&
		rest.length <= 2 * maxRole &&
		rest.some((word) => ofWords.has(word)) &&
		rest.every(
			(word) =>
				/^\p{L}[\p{L}’'-]*$/u.test(word) &&
				(!isJoint(word.toLowerCase(), speech) || ofWords.has(word)) &&
				!speech.verbs.has(foldWord(word)),
		)
	);
}

/** What somebody is takes so many words at most, the article counted. */
const maxRole = 4;

/** Portuguese articles are written as words that in other languages lead to somebody else. */
function isJoint(word: string, speech: SpeechWords): boolean {
	return joints.has(word) && !(/^[ao]$/.test(word) && speech.articles.has(word));
}

/** Words that begin a clause, deny it, or lead to somebody else. */
const joints = setOf(
	`que qui dont où quand lorsque si comme parce puisque dass daß ob wenn falls weil als wie und oder nicht kein keine cuando porque mientras aunque quien
	no ni y e o che non quando perché quem não ne pas aucun niemand nadie
	von vom im am an auf bei beim mit nach für seit unter über vor zu zum zur aus durch gegen ohne um
	a de del du di da do della dei
	sur sous dans en à au aux avec pour par contre sans chez entre con por para sobre sin hasta desde al tras d per tra fra com sem`,
);

/** `Laut Gesetz ist das verboten`: in German the verb stands behind whoever it is. */
const germanFinite =
	/^(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|soll|sollen|kann|konnen|muss|mussen|darf|gibt|gab)$/;

/** `Selon le ministère de la santé, …`: the words up to a comma, or in German to the verb. */
function phraseBehind({ text, tokens, language }: Reading, speech: SpeechWords, at: number, to: number): string | undefined {
	let first = at + 1;
	while (first < to && speech.articles.has(tokens[first]?.folded ?? '')) {
		first++;
	}
	// `Sie sprach laut und viel, …`
	if (first === at + 1 && !/^\p{Lu}/u.test(text.slice(tokens[first]?.start, tokens[first]?.end))) {
		return undefined;
	}
	for (let last = first; last < Math.min(to - 1, first + maxPhrase); last++) {
		const gap = text.slice(tokens[last]?.end, tokens[last + 1]?.start);
		if (gap === ', ' || (language === 'de' && gap === ' ' && germanFinite.test(tokens[last + 1]?.folded ?? ''))) {
			return text.slice(tokens[first]?.start, tokens[last]?.end).replace(/\s+/g, ' ');
		}
		if (!/^[\s'’-]+$/.test(gap)) {
			return undefined;
		}
	}
	return undefined;
}

/** `Dem Bericht zufolge`: the words from the start of the sentence. */
function phraseBefore({ text, tokens }: Reading, speech: SpeechWords, from: number, at: number): string | undefined {
	const first = speech.articles.has(tokens[from]?.folded ?? '') ? from + 1 : from;
	const phrase = text.slice(tokens[first]?.start, tokens[at - 1]?.end);
	return first < at && at - first <= maxPhrase && /^[^.,;:!?]+$/.test(phrase) ? phrase.replace(/\s+/g, ' ') : undefined;
}

/** A phrase that says who speaks has at most so many words. */
const maxPhrase = 8;
