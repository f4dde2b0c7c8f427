import { findLastAtOrBefore, type Range } from '../text/range.ts';
import { isStopWord } from '../text/stopWords.ts';
import { type Token, tokenise } from '../text/tokenise.ts';
import { claimVerbs } from './extraction/claimWords.ts';
import type { FigureFinding } from './findings.ts';
import { readFrame, readSpending } from './measuredFrames.ts';
import { asides, copulas, dimensions, eventOf, isKoreanCopula, isTellerWord, isTelling, keyOf, limits, states } from './measuredWords.ts';
import { readWordedFigure } from './wordedFigures.ts';

/** A word of a clause that two tellings of one thing must share. */
export interface ClauseWord extends Range {
	readonly key: string;
	/** It says who tells it: of no weight, but for a term that stands there itself. */
	readonly isTeller: boolean;
}

/**
 * A clause with one figure, without regard to which of its names is asked about. `state`: something has or is so much for some time;
 * `lasting`: for good; `event`: it did that to many at once; `planned`: it will do so; `dated`: whatever else, in a year that the clause names.
 */
export interface MeasuredClause {
	readonly kind: 'state' | 'lasting' | 'event' | 'planned' | 'dated';
	/** Where the clause stands: one range, or two where something is said between. */
	readonly parts: readonly Range[];
	readonly words: readonly ClauseWord[];
	readonly figure: FigureFinding;
	readonly year: string | null;
	/** A word that stands for what is told, normalised: `has`, `killed`; empty where it goes without saying. */
	readonly verb: string;
	/** What is measured, where a noun says it: `voter turnout`. */
	readonly quantity: Range | null;
	/** Where the name of what it is about begins, if it is about nothing else; null where it may be about any. */
	readonly about: number | null;
	/** Who spent it: others may have spent something besides; null where nobody is told of. */
	readonly by: string | null;
	/** Of how many it is a part, as it is written: `11 of 21 clinics`; null where it is of no number. */
	readonly whole: string | null;
	/** Whether those who are counted are the subject: `In Leeds, 1 in 10 girls leaves school`. */
	readonly isSubject: boolean;
	/** `verb` as the clause writes it, where that is in another language; may be empty. */
	readonly written?: string;
}

/** What is said to come. Two plans may differ; a plan and what came of it are two things. */
const planned = /\b(?:will|would|shall)\b/;

/** A plan that depends on something, or was given up. */
const conditional = /\b(?:if|unless|otherwise|(?:will|would|shall)\s(?:have|only|not|never)|without)\b/i;

/** What may become so, was meant to, is denied, or is not yet all of it: no telling to hold against another. `may` is a month with a capital. */
const unsettled =
	/\b(?:could|should|might|may|can|must|plans?|planned|aims?|aimed|hopes?|hoped|expects?|expected|targets?|goals?|den(?:y|ies|ied)|pledged?|promised?|wants?|wanted|intends?|intended|so far|to date|as of|at this point)\b|지금까지|누적|예정|계획|목표|전망|까지\s/u;

/** When it was, told from the day of telling. */
const relative =
	/\b(?:yesterday|tonight|tomorrow|ago|last|this|next|previous|past|recent|recently|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|week|month|quarter)\b|지난|이번|올해|작년|어제|오늘|[월일]요일|\d월/u;

/** A part of a sentence that says where or when the rest is so. */
const scope =
	/^(?:(?:in|at|on|during|for|from|by|since|until|before|after|under|within|across|throughout|between|as of)\s|[^\s,]{1,12}(?:에|에서|부터)$)/i;

/** A part that makes the rest depend on something. */
const condition = /^(?:if|unless|when|once|had|should|만약|만일)\b/i;

/** A longer sentence tells too much at once. */
export const maxSentence = 400;
const maxParts = 8;

/** The figures of a sentence. `figures` are those of the document, in order. */
export function listFiguresOf(sentence: Range, figures: readonly FigureFinding[]): readonly FigureFinding[] {
	const first = findLastAtOrBefore(figures, sentence.start - 1) + 1;
	const last = findLastAtOrBefore(figures, sentence.end - 1);
	return figures.slice(first, last + 1).filter(({ end }) => end <= sentence.end);
}

/** The clauses of a sentence that hold one figure each; most sentences have none. `figures` are those of the document. Linear in the sentence's length. */
export function readMeasuredClauses(text: string, sentence: Range, figures: readonly FigureFinding[]): readonly MeasuredClause[] {
	if (sentence.end - sentence.start > maxSentence) {
		return [];
	}
	const digits = listFiguresOf(sentence, figures);
	const spelled = digits.length === 0 ? readWordedFigure(text, sentence) : undefined;
	const own = spelled === undefined ? digits : [spelled];
	const found: MeasuredClause[] = [];
	for (const figure of own) {
		const clause = readClause(text, sentence, figure, own);
		if (clause !== undefined) {
			found.push(...clause);
		}
	}
	return found;
}

function readClause(text: string, sentence: Range, figure: FigureFinding, figures: readonly FigureFinding[]): MeasuredClause[] | undefined {
	const parts = chooseParts(text, splitParts(text, sentence, figure), figure);
	if (parts === undefined) {
		return undefined;
	}
	const all = findWhole(text, figure, figures);
	const whole = all === undefined ? (ofWhole.exec(text.slice(figure.start, figure.end))?.[1] ?? null) : text.slice(all.start, all.end);
	const said = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
	const hasOtherFigure = figures.some(
		(other) => other !== figure && other !== all && parts.some(({ start, end }) => other.start >= start && other.end <= end),
	);
	const isPlanned = planned.test(said);
	const years = said.match(/(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)/g) ?? [];
	if (
		hasOtherFigure ||
		years.length > 1 ||
		unsettled.test(said) ||
		(isPlanned && conditional.test(text.slice(sentence.start, sentence.end))) ||
		/^\s?(?:more|fewer|less|늘)/.test(text.slice(figure.end, figure.end + 6))
	) {
		return undefined;
	}
	const year = years[0] ?? null;
	if (year === null && relative.test(said)) {
		return undefined;
	}
	const tokens = parts.flatMap(({ start, end }) => tokenise(text, start, end));
	const main = parts.find(({ start, end }) => figure.start >= start && figure.end <= end)?.start ?? 0;
	const ofMain = tokens.filter(({ start }) => start >= main);
	const tellers = findTellersEnd(tokens, all ?? figure);
	const listWords = (some: readonly Token[], dropped?: ReadonlySet<number>) =>
		some.flatMap((token, at) => {
			const isTold =
				(token.start < (all ?? figure).start || token.start >= figure.end) && token.folded !== year && dropped?.has(token.start) !== true;
			const direction = isTold ? readDirection(some, at, figure) : undefined;
			return isTold && (direction !== undefined || isTelling(token.folded, text.slice(token.start, token.end)))
				? [
						{
							key: direction ?? keyOf(token.folded),
							start: token.start,
							end: token.end,
							isTeller: tokens.indexOf(token) < tellers || isTellerWord(token.folded),
						},
					]
				: [];
		});
	const spending = year === null && !isPlanned ? readSpending(ofMain, figure) : undefined;
	const bought: MeasuredClause[] =
		spending === undefined
			? []
			: [
					{
						...{
							kind: 'event',
							parts,
							figure,
							year,
							verb: 'costs',
							quantity: null,
							about: spending.about,
							by: spending.by,
							whole,
							isSubject: false,
						},
						words: [...listWords(spending.words), { ...figure, key: 'costs', isTeller: false }],
					},
				];
	const toldWords = ofMain.slice(Math.max(0, tellers - tokens.length + ofMain.length));
	const frame = readFrame(toldWords, figure, isQuantityWord, (folded) => asides.has(folded));
	// `437 deaths per 100,000 births` counts deaths; it does not tell of some.
	const told = readVerb(
		tokens.filter(({ start, end }) => start < figure.start || end > figure.end),
		figure,
	);
	const isSubject = (whole === null ? ofMain : toldWords).every(({ folded, start }) => start >= figure.start || asides.has(folded));
	const kindTold = frame?.kind ?? told.kind ?? (isSubject && (whole !== null || isShareOf(text, figure)) ? 'state' : undefined);
	const kind = isPlanned ? 'planned' : year !== null && (kindTold === undefined || kindTold === 'event') ? 'dated' : kindTold;
	if (kind === undefined) {
		return bought;
	}
	const words = [
		...listWords(tokens, frame?.dropped),
		...(frame?.keys ?? []).map((key) => ({ key, start: figure.start, end: figure.end, isTeller: false })),
	];
	// `The sinking of the ship killed 52 people` measures no sinking.
	const quantity = frame === undefined || (frame.kind === undefined && told.verb !== '') ? null : frame.quantity;
	const [key = ''] = frame?.keys ?? [];
	// `runs for 340 kilometres` is as long, and is shown as it is told; `14 of 60 cabins have leaks` shows its verb behind.
	const verb = isPlanned || (isSubject && whole !== null) ? '' : dimensions.has(key) ? told.verb : key || told.verb;
	return [{ kind, parts, words, figure, year, verb, quantity, about: null, by: null, whole, isSubject }, ...bought];
}

const ofWhole = /\sof\s(?:\p{L}{2,5}\s)?(\d[\d,]*)\s/u;

/** `구명조끼 60벌 중 14벌`: the figure of which this one is a part. */
function findWhole(text: string, figure: FigureFinding, figures: readonly FigureFinding[]): FigureFinding | undefined {
	const before = figures[figures.indexOf(figure) - 1];
	const isPart = before?.unit === figure.unit && before !== undefined && figure.start - before.end < 12;
	return isPart && /^\s(?:중|가운데)(?:에서)?\s(?:약\s)?$/u.test(text.slice(before.end, figure.start)) ? before : undefined;
}

/** A share of some: `1 in 10 girls`, `35 percent of the children`, `35 Prozent der Kinder`. */
export function isShareOf(text: string, { unit, end }: FigureFinding): boolean {
	return /^in\s/.test(unit ?? '') || (unit === 'percent' && /^\s(?:of|de[rsmn]?|du|des|von)[\s'’]|^\sd['’]/.test(text.slice(end, end + 5)));
}

/** What may be a noun that is measured, or say which one. */
function isQuantityWord(folded: string): boolean {
	return /^\p{L}{3,}$/u.test(folded) && !isStopWord(folded, 'en') && !copulas.has(folded) && !limits.has(folded) && folded !== 'peaked';
}

/** A part of a sentence between commas; `isHard` where more than a comma parts it from the one before. */
interface Part extends Range {
	readonly isHard: boolean;
}

/** The parts of the sentence. What stands in brackets is left out, and so is what a second verb behind `and` tells. */
export function splitParts(text: string, sentence: Range, figure: FigureFinding): Part[] {
	const parts: Part[] = [];
	let start = sentence.start;
	let isHard = true;
	const end = (to: number, next: number, hard: boolean) => {
		const lead = /^[\s“”"‘’']*/.exec(text.slice(start, to))?.[0].length ?? 0;
		if (start + lead < to) {
			parts.push({ start: start + lead, end: to, isHard });
		}
		isHard = hard;
		start = next;
	};
	for (let at = sentence.start; at < sentence.end && parts.length < maxParts; at++) {
		const char = text[at];
		if (char === ',' && /\s/.test(text[at + 1] ?? ' ')) {
			end(at, at + 1, false);
		} else if (char === ';' || char === ':' || char === '—' || (char === '–' && text[at - 1] === ' ')) {
			end(at, at + 1, true);
		} else if (char === '(' || char === '[') {
			// In the sentence only: one that never closes would be looked for to the end of the text, from each sentence anew.
			const length = text.slice(at, sentence.end).indexOf(char === '(' ? ')' : ']');
			const next = length < 0 ? sentence.end : at + length + 1;
			if (figure.start > at && figure.start < next) {
				return [];
			}
			end(at, next, false);
			at = next - 1;
		} else if (char === ' ' && at >= figure.end && goesOnWith.test(text.slice(at, at + 40))) {
			end(at, at + 4, true);
		}
	}
	end(sentence.end, sentence.end, false);
	return parts;
}

/** Behind `and`: another verb, or another number. */
const goesOnWith =
	/^ (?:and|but|or) (?:\p{Ll}+(?:ed|ing)|has|had|have|is|was|were|are|left|made|took|gave|held|ran|cost|hurt|lost|led|\p{Ll}+s (?:an?|the|one|two|three|\d)|one|two|three|four|five|six|seven|eight|nine|ten|an?|another|\d)\b/u;

const startsWithVerb = /^(?:\p{Ll}+(?:ed|s)|will|would|shall|stood|had|have|held|ran|cost)\s/u;

/** The part that holds the figure, with what belongs to it; `undefined` where it depends on something. */
function chooseParts(text: string, parts: readonly Part[], figure: FigureFinding): Range[] | undefined {
	const main = parts.findIndex(({ start, end }) => figure.start >= start && figure.end <= end);
	const own = parts[main];
	if (own === undefined) {
		return undefined;
	}
	const textOf = (part: Range) => text.slice(part.start, part.end);
	const chosen: Range[] = [own];
	let first = main;
	while (first > 0 && parts[first]?.isHard === false) {
		first--;
	}
	const opening = textOf(own);
	const before = parts.slice(first, main);
	if (/^(?:which|who|that)\s/.test(opening)) {
		// `The Senda River, which is 270 kilometres long,`: what the river flows through is not told of here.
		const subject = before.length === 1 && before[0] !== undefined && textOf(before[0]).split(' ').length <= 8 ? before[0] : undefined;
		return subject && [subject, own];
	}
	const needsSubject = startsWithVerb.test(opening);
	for (const part of before) {
		const words = textOf(part);
		if (condition.test(words)) {
			return undefined;
		}
		if (scope.test(words) || (needsSubject && !/^(?:which|who|that|an?|the\s\p{Ll}|\p{Ll}+ed)\s/u.test(words))) {
			chosen.push(part);
		}
	}
	for (const part of parts.slice(main + 1)) {
		if (part.isHard || !scope.test(textOf(part))) {
			break;
		}
		chosen.push(part);
	}
	return chosen.sort((a, b) => a.start - b.start);
}

/** What the clause tells: that something is or has so much, or was done at once to many. */
function readVerb(
	tokens: readonly Token[],
	figure: FigureFinding,
): { readonly kind: 'state' | 'lasting' | 'event' | undefined; readonly verb: string } {
	for (const [at, { folded }] of tokens.entries()) {
		const event = eventOf(folded);
		if (event !== undefined) {
			const before = tokens.slice(Math.max(0, at - 2), at).map((token) => token.folded);
			// `has now killed 14 people`: it may not be over.
			return before.includes('has') || before.includes('have') ? { kind: undefined, verb: event } : { kind: 'event', verb: event };
		}
	}
	for (const [at, { folded }] of tokens.entries()) {
		const state = states.get(folded);
		const next = tokens[at + 1]?.folded ?? '';
		if ((state !== undefined || copulas.has(folded)) && (asides.has(next) || !/(?:[^n]ed|ade|ent|one|wn|ung|ught)$/.test(next))) {
			// What is so long or so high stays so.
			return { kind: tokens.some((token) => dimensions.has(token.folded)) ? 'lasting' : 'state', verb: state ?? '' };
		}
	}
	const last = tokens.at(-1);
	// `5헥타르다`: behind the unit.
	const isUnit = last !== undefined && last.start < figure.end && last.end > figure.end;
	const isKoreanState =
		isKoreanCopula(last?.folded ?? '') || (isUnit ? /다$/u : /(?:있다|있습니다|이다|입니다|이었다|였다)$/u).test(last?.folded ?? '');
	return { kind: isKoreanState ? 'state' : undefined, verb: '' };
}

/** What makes another thing of it: `sold to Orrin` and `from Orrin`, `rose to 9 percent` and `rose 9 percent`. */
const directions: ReadonlySet<string> = new Set('to from into onto against above below under beyond'.split(' '));

/** The key of a word of direction with what it leads to: `to orrin`, `to #` before the figure. `undefined` for all other words. */
function readDirection(tokens: readonly Token[], at: number, figure: FigureFinding): string | undefined {
	const word = tokens[at]?.folded ?? '';
	if (!directions.has(word)) {
		return undefined;
	}
	let next = at + 1;
	while (/^(?:an?|the|its|their)$/.test(tokens[next]?.folded ?? '') || asides.has(tokens[next]?.folded ?? '')) {
		next++;
	}
	const target = tokens[next];
	if (target === undefined || (target.start < figure.end && target.end > figure.start)) {
		const before = tokens[at - 1]?.folded ?? '';
		return target !== undefined && word === 'to' && !copulas.has(before) && !asides.has(before) ? 'to #' : undefined;
	}
	return isStopWord(target.folded, 'en') ? undefined : `${word} ${keyOf(target.folded)}`;
}

/** How many tokens at the start say who tells the rest: `Critics note that …`, `Inspectors said 9 of 60 cabins …`. */
function findTellersEnd(tokens: readonly Token[], figure: Range): number {
	for (let at = 1; at < Math.min(tokens.length, 12); at++) {
		if (tokens[at]?.folded === 'that' && claimVerbs.has(tokens[at - 1]?.folded ?? '')) {
			return at + 1;
		}
	}
	const first = tokens.findIndex(({ folded, start }, at) => start >= figure.start || (at > 0 && /^sa(?:id|ys?)$/.test(folded)));
	const isSaid = (tokens[first]?.start ?? figure.start) < figure.start;
	return isSaid && tokens.slice(first + 1).every(({ folded, start }) => start >= figure.start || asides.has(folded)) ? first + 1 : 0;
}
