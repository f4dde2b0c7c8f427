import { termOf } from '../text/analyse.ts';
import { foldWord } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { isStopWord } from '../text/stopWords.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import type { FigureFinding } from './findings.ts';
import { type MeasuredLanguage, measuredLanguages } from './measuredAbroadWords.ts';
import { type ClauseWord, type MeasuredClause, maxSentence, splitParts } from './measuredClauses.ts';

/** What a clause is about stands before `which` in so many words. */
const maxSubject = 8;

/** The language by whose words the numbers of a document are read; `undefined` for English, Korean and those of which no words are known. */
export function measuredLanguageOf(language: string | null): MeasuredLanguage | undefined {
	return measuredLanguages.get(language?.toLowerCase().split('-')[0] ?? '');
}

/**
 * What a sentence of such a language tells by its one figure (`own`: those of the sentence): what something has or is, what was done to many, or whatever
 * else in a year that it names. A word that is not known stays one that another telling must share.
 */
export function readClauseAbroad(
	text: string,
	sentence: Range,
	own: readonly FigureFinding[],
	language: MeasuredLanguage,
): MeasuredClause | undefined {
	const [figure, other] = own;
	const parts =
		figure === undefined || other !== undefined || sentence.end - sentence.start > maxSentence
			? undefined
			: chooseParts(text, sentence, figure, language);
	if (figure === undefined || parts === undefined) {
		return undefined;
	}
	const said = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
	const years = said.match(/(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)/g) ?? [];
	const year = years[0] ?? null;
	if (
		years.length > 1 ||
		language.unsettled.test(said) ||
		(year === null && language.relative.test(said)) ||
		language.more.test(text.slice(figure.end, figure.end + 10))
	) {
		return undefined;
	}
	const tokens = parts.flatMap(({ start, end }) => readTokens(text, start, end, language));
	const told = tokens
		.slice(findTellersEnd(tokens, language))
		.filter(({ start, end, folded }) => (end <= figure.start || start >= figure.end) && folded !== year);
	const { words, kind, verb, shown } = readWords(text, told, figure, language);
	const kindTold = year !== null && (kind === undefined || kind === 'event') ? 'dated' : kind;
	const [first] = words;
	// `Die Wahlbeteiligung lag bei …`: where the verb says nothing, a noun does.
	const quantity = verb === undefined && first !== undefined && first.start < figure.start ? first : null;
	const isSubject = told.every(({ folded, start }) => start >= figure.start || language.asides.has(folded));
	return (
		kindTold && {
			...{ kind: kindTold, parts, words, figure, year, verb: verb?.key ?? '', quantity, about: null, by: null, whole: null, isSubject },
			written: shown ?? (verb === undefined ? '' : writeVerb(text.slice(verb.start, verb.end), language)),
		}
	);
}

/** `verfügt über`, as it goes on. */
function writeVerb(written: string, { governed }: MeasuredLanguage): string {
	return governed.verb.test(written) ? `${written} ${governed.preposition}` : written;
}

/** As `tokenise`, but that what folding would take for another word (`à`) keeps its accent. */
function readTokens(text: string, from: number, to: number, { accented }: MeasuredLanguage): readonly Token[] {
	return tokenise(text, from, to).map((token) => {
		const written = text.slice(token.start, token.end).toLowerCase();
		return accented.has(written) ? { ...token, folded: written } : token;
	});
}

/** The part that holds the figure, with those that say where or when; `undefined` where it depends on something. */
function chooseParts(text: string, sentence: Range, figure: FigureFinding, language: MeasuredLanguage): readonly Range[] | undefined {
	const parts = splitParts(text, sentence, figure);
	const main = parts.findIndex(({ start, end }) => figure.start >= start && figure.end <= end);
	const textOf = ({ start, end }: Range) => text.slice(start, end);
	const own = parts[main];
	const [before] = parts;
	if (own === undefined || parts.some((part) => language.condition.test(textOf(part)))) {
		return undefined;
	}
	if (main > 0 && language.which.test(textOf(own))) {
		return main === 1 && before !== undefined && textOf(before).split(' ').length <= maxSubject ? [before, own] : undefined;
	}
	return parts.filter((part) => part === own || language.scope.test(textOf(part)));
}

/** How many tokens at the start say who tells the rest: `Nach Angaben der Prüfer hat …`, `Le ministère a déclaré que …`. */
function findTellersEnd(tokens: readonly Token[], { sources, verbs, that, speech }: MeasuredLanguage): number {
	const opening = tokens.slice(0, 2).map(({ folded }) => folded);
	if (sources.test(opening.join(' '))) {
		const verb = tokens.findIndex(({ folded }) => verbs.has(folded));
		return Math.max(0, verb);
	}
	const isTelling = (folded: string) => speech.verbs.has(folded) || speech.participles.has(folded);
	return tokens.findIndex(({ folded }, at) => folded === that && isTelling(tokens[at - 1]?.folded ?? '')) + 1;
}

/** What of the clause another telling must share, and what its verb comes to. */
function readWords(
	text: string,
	tokens: readonly Token[],
	figure: FigureFinding,
	language: MeasuredLanguage,
): {
	readonly words: readonly ClauseWord[];
	readonly kind: MeasuredClause['kind'] | undefined;
	readonly verb: ClauseWord | undefined;
	readonly shown: string | undefined;
} {
	const { verbs, auxiliaries, asides, limits, directions, dimensions } = language;
	const said = tokens.map(({ folded }) => folded).join(' ');
	const phrase = language.phrases.find(({ pattern }) => pattern.test(` ${said} `));
	const harm = language.harmed.get(foldWord(figure.unit ?? '')) ?? phrase?.key;
	const isDropped = (folded: string) => phrase?.drops.has(folded) === true || (harm !== undefined && language.harming.has(folded));
	const rest = tokens.filter(({ folded }) => !isDropped(folded));
	const hasParticiple = rest.some(
		({ start, end, folded }, at) =>
			!verbs.has(folded) &&
			!asides.has(folded) &&
			!isStopWord(folded, language.code) &&
			language.isParticiple({
				written: text.slice(start, end).toLowerCase(),
				before: rest[at - 1]?.folded ?? '',
				isLast: at === rest.length - 1,
			}),
	);
	const isHelping = hasParticiple || harm !== undefined || rest.some(({ folded }) => verbs.has(folded) && !auxiliaries.has(folded));
	const words: ClauseWord[] = harm === undefined ? [] : [{ key: harm, start: figure.start, end: figure.start, isTeller: false }];
	let verb = words[0];
	let kind: MeasuredClause['kind'] | undefined = harm === undefined ? undefined : 'event';
	for (const [at, { folded, start, end }] of rest.entries()) {
		const told = verbs.get(folded);
		const key = told?.key ?? readDirection(rest, at, figure, language) ?? termOf(folded, language.code);
		const word = { key, start, end, isTeller: false };
		if (told !== undefined) {
			if (auxiliaries.has(folded) && isHelping) {
				continue;
			}
			kind = kind === 'event' ? kind : told.kind;
			if (key !== '') {
				verb ??= word;
				words.push(word);
			}
		} else if (
			limits.has(folded) ||
			(directions.has(folded) ? key.includes(' ') : !asides.has(folded) && !isStopWord(folded, language.code))
		) {
			words.push(word);
		}
	}
	const isLasting = kind === 'state' && rest.some(({ folded }) => dimensions.has(folded));
	return { words, kind: hasParticiple && kind !== 'event' ? undefined : isLasting ? 'lasting' : kind, verb, shown: phrase?.shown };
}

/** A word of direction with what it leads to: `nach orrin`; `auf #` before the figure, but for `belief sich auf`. `undefined` for all other words. */
function readDirection(tokens: readonly Token[], at: number, figure: Range, language: MeasuredLanguage): string | undefined {
	const { verbs, asides, directions, speech } = language;
	const [word, before] = [tokens[at], tokens[at - 1]?.folded ?? ''];
	if (word === undefined || !directions.has(word.folded)) {
		return undefined;
	}
	const next = tokens.slice(at + 1).find(({ folded }) => !asides.has(folded) && !speech.articles.has(folded));
	const isOfFigure = word.start < figure.start && (next === undefined || next.start > figure.start);
	if (isOfFigure) {
		return verbs.get(before)?.key === '' || asides.has(before) ? undefined : `${word.folded} #`;
	}
	return next && `${word.folded} ${termOf(next.folded, language.code)}`;
}
