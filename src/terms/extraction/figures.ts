import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isMonthName } from '../../library/metadata/date.ts';
import { isParticleChain } from '../../text/korean.ts';
import { findLastAtOrBefore } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import type { FigureFinding, NameFinding } from '../findings.ts';
import { isTimeWord } from '../wordLists.ts';
import { claimVerbs } from './claimWords.ts';
import { FiguresAbroad, scaleBeforeMoney } from './figuresAbroad.ts';
import { findSentenceIndex, findTokenAt, type Reading } from './reading.ts';

/** A number in digits with its thousands and decimals, and a currency before it. */
const number =
	/(?<currency>US\$|[$€£¥₩]|\b(?:USD|EUR|GBP|KRW|JPY)\s)?(?<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<percent>\s?%)?/g;

/** The same where points or spaces part thousands and a comma parts decimals: `18.000`, `12 500`, `1,2`. */
const numberWithComma =
	/(?<currency>US\$|[$€£¥₩]|\b(?:USD|EUR|GBP|KRW|JPY)\s)?(?<digits>\d{1,3}(?:(?<part>[. \u00a0\u202f'’])\d{3}(?!\d))(?:\k<part>\d{3}(?!\d)){0,3}(?:,\d+)?|\d+(?:,\d+)?)(?<percent>\s?%)?/g;

/** Languages that write numbers so. */
const languagesWithComma: ReadonlySet<string> = new Set('de fr es it pt nl da sv no nb nn fi pl cs sk ro hu ru uk tr id'.split(' '));

const scales: ReadonlyMap<string, number> = new Map([
	['hundred', 100],
	['thousand', 1_000],
	['million', 1_000_000],
	['billion', 1_000_000_000],
	['trillion', 1_000_000_000_000],
	['만', 10_000],
	['억', 100_000_000],
	['조', 1_000_000_000_000],
]);

const currencies: ReadonlyMap<string, string> = new Map([
	['$', 'dollars'],
	['US$', 'dollars'],
	['€', 'euros'],
	['£', 'pounds'],
	['¥', 'yen'],
	['₩', 'won'],
	['USD', 'dollars'],
	['EUR', 'euros'],
	['GBP', 'pounds'],
	['JPY', 'yen'],
	['KRW', 'won'],
]);

/** `£300m`, `€1.2bn`: behind an amount of money only. */
const scaleLetters = /^(?:m|mn|bn|tn|k)(?![\p{L}\p{N}])/iu;
const scaleOfLetters: ReadonlyMap<string, number> = new Map([
	['k', 1_000],
	['m', 1_000_000],
	['mn', 1_000_000],
	['bn', 1_000_000_000],
	['tn', 1_000_000_000_000],
]);

/** What stands before the second number of a range. */
const rangeBefore =
	/(?:\b(?<word>between|from)\s[$€£¥₩]?[\d,.]+(?:\s\p{L}+)?\s(?:and|to)\s(?:US)?[$€£¥₩]?|[\d,.]+\s(?<joint>to|or)\s(?:US)?[$€£¥₩]?|\d\p{L}{0,2}\s?[~∼～〜–](?<sign>)\s?)$/iu;

/** What stands before a figure and loosens it. The longest comes first. */
const qualifiers =
	/(?:^|[\s(“"])(about|approximately|around|roughly|nearly|almost|at least|at most|more than|less than|fewer than|over|under|above|below|up to|upwards of|as many as|as much as|some|an estimated|estimated|only|just|between|from|약|최소|최대)\s+(?:US)?[$€£¥₩]?$/i;

/** Words before a number that number something rather than count it. */
const numbering =
	/(?:^|\s)(?:no|nos|article|art|section|sec|chapter|page|pages|p|pp|volume|vol|figure|fig|table|resolution|paragraph|para|item|part|rule|law|act|number|phase|step|version|day|line|grade|level|room|route|highway|world war|convention)\.?\s$/i;

/** `21 million`, `12 percent`: how many of the number before there are. */
const scaledBehind = new RegExp(String.raw`^\s?%|^\s(?:${[...scales.keys()].join('|')}|per\s?cent|percentage)(?![\p{L}\p{N}])`, 'u');

/**
 * `11 of 21 clinics`: behind the number the whole, of which it is a part; and before the whole the part. What is counted stands behind the whole:
 * `3 of 21 million people` may be three millions, and `3 of 21 won a prize` counts nothing.
 */
export const ofWhole = /^\sof\s(?:the\s|its\s|their\s|all\s)?\d{1,3}(?:,?\d{3})?(?=(?<behind>\s(?!(?:per|won)(?!\p{L}))\p{L}.{0,12}))/u;
const partBefore =
	/(?:(?<![\d.,/:-])\d[\d,]{0,6}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\sof\s(?:the\s|its\s|their\s|all\s)?$/i;

/** `1 in 20 patients`, `9 in 10 women`: how many of how many. Before the second number, and behind the first one. */
const shareBefore = /(?<![\d.,/:-])(?<part>one|\d{1,2})\sin\s(?:every\s)?$/i;
const shareBehind = /^\sin\s(?:every\s)?(?!(?:1[5-9]|20)\d\d\s)(?<whole>\d{1,3}(?:,?\d{3})?)(?=\s\p{L})/u;

/** Whether somebody would say so: 1 in any number, or any in 10, 100, 1,000. */
function isShare(part: string | undefined, whole: string | undefined): boolean {
	return part !== undefined && whole !== undefined && (/^(?:1|one)$/i.test(part) || /^10{1,5}$/.test(whole.replace(',', '')));
}

/**
 * The figures of a document, in order: a number with its unit (a currency, `%`, or what is counted) and what loosens it. Years, dates,
 * ordinals, and numbers that only number something (`Article 5`, `page 39`) are left out. `term` is the nearest name of the same sentence, but for who only says it.
 */
export function* findFigures(reading: Reading, names: readonly NameFinding[]): Steps<FigureFinding[]> {
	const isStepDue = makeStepTest();
	const { text } = reading;
	const hasComma = languagesWithComma.has(reading.language ?? '');
	const findings: FigureFinding[] = [];
	for (const match of text.matchAll(hasComma ? numberWithComma : number)) {
		if (isStepDue(match.index)) {
			yield;
		}
		const finding = readFigure(reading, names, match, hasComma);
		if (finding !== undefined) {
			findings.push(finding);
		}
	}
	return findings;
}

function readFigure(reading: Reading, names: readonly NameFinding[], match: RegExpExecArray, hasComma: boolean): FigureFinding | undefined {
	const { text, tokens } = reading;
	const digits = match.groups?.digits ?? '';
	const start = match.index;
	let end = start + match[0].length;
	const before = text.slice(Math.max(0, start - 30), start);
	const isScaled =
		match.groups?.currency === undefined ? scaleBeforeMoney.test(text.slice(end, end + 6)) : scaleLetters.test(text.slice(end, end + 4));
	// Part of a word, a date, a version or another number.
	if (
		isShare(shareBefore.exec(before)?.groups?.part, digits) ||
		(partBefore.test(before) && !scaledBehind.test(text.slice(start + (match.groups?.currency ?? '').length + digits.length, end + 12))) ||
		/(?:\d[.,]|\d\s?[만억조]\s?)$/.test(before) ||
		(/[\p{L}\p{N}.,:/_-]$/u.test(before) && !/(?:[.,:]\s|\s[-–—])$/.test(before) && !/[.,]$/.test(before)) ||
		(!isScaled &&
			readSymbol(text, end) === undefined &&
			/^(?:[-–/:]\d|(?!\p{Script=Hangul})\p{L}|[.,]\d|(?:st|nd|rd|th)\b)/u.test(text.slice(end, end + 3)))
	) {
		return undefined;
	}
	const abroad = FiguresAbroad.of(reading.language);
	if (abroad !== undefined) {
		return readFigureAbroad(reading, names, match, abroad);
	}
	let value = hasComma ? toNumberWithComma(digits) : Number(digits.replace(/[,\u00a0\u202f]/g, ''));
	const currency = match.groups?.currency;
	const letters = currency === undefined ? undefined : scaleLetters.exec(text.slice(end, end + 4))?.[0];
	if (letters !== undefined) {
		value *= scaleOfLetters.get(letters.toLowerCase()) ?? 1;
		end += letters.length;
	}
	let unit: string | null =
		currency === undefined ? (match.groups?.percent === undefined ? null : 'percent') : (currencies.get(currency.trim()) ?? currency);
	const compound = readKoreanNumber(text, value, end);
	if (compound !== undefined) {
		({ value, end } = compound);
		const korean = unit === null ? readKoreanUnit(text.slice(end, end + 20).replace(/^\s/, '')) : undefined;
		if (korean !== undefined) {
			unit = korean;
			end = text.indexOf(korean, end) + korean.length;
		}
	}
	let at = findTokenAt(tokens, end);
	const scale = scales.get(tokens[at]?.folded ?? '');
	if (scale !== undefined && text.slice(end, tokens[at]?.start).trim() === '') {
		value *= scale;
		end = tokens[at]?.end ?? end;
		at++;
	}
	if (unit === null) {
		const whole = ofWhole.exec(text.slice(end, end + 40));
		if (whole !== null && !scaledBehind.test(whole.groups?.behind ?? '')) {
			end += whole[0].length;
			at = findTokenAt(tokens, end);
		}
		const share = shareBehind.exec(text.slice(end, end + 30));
		const isOfMany = share !== null && isShare(digits, share.groups?.whole);
		const wholeEnd = end + (isOfMany ? share[0].length : 0);
		const counted = readUnit(text, tokens, isOfMany ? findTokenAt(tokens, wholeEnd) : at, wholeEnd);
		if (counted !== undefined) {
			unit = isOfMany ? text.slice(end + 1, counted.end) : counted.unit;
			end = counted.end;
		}
	}
	const isYear = yearAlone.test(digits) && scale === undefined;
	// `20대 여성` are women in their twenties.
	if ((unit === '대' && /^[1-9]0$/.test(digits)) || isHeadingNumber(reading, start, text.slice(match.index + match[0].length, end))) {
		return undefined;
	}
	if (unit === null || !Number.isFinite(value) || (isYear && unit !== 'percent' && currency === undefined) || numbering.test(before)) {
		return undefined;
	}
	const range = rangeBefore.exec(text.slice(Math.max(0, start - 40), start))?.groups;
	const qualifier =
		(range?.word ?? range?.joint ?? (range?.sign === undefined ? undefined : 'to'))?.toLowerCase() ??
		qualifiers.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase() ??
		null;
	return { value, unit, qualifier, term: nearestName(reading, names, start, end), start, end };
}

/** A figure of a document in a language that writes a decimal comma. */
function readFigureAbroad(
	reading: Reading,
	names: readonly NameFinding[],
	match: RegExpExecArray,
	abroad: FiguresAbroad,
): FigureFinding | undefined {
	const { text, tokens, language } = reading;
	const { digits = '', currency, percent } = match.groups ?? {};
	const start = match.index;
	const before = text.slice(Math.max(0, start - 60), start);
	// In Mexico `1,250` are a thousand and more, in Spain little more than one.
	if (abroad.isNumbered(before) || (language === 'es' && /^\d{1,3},\d{3}$/.test(digits))) {
		return undefined;
	}
	const isPercent = percent !== undefined || abroad.isPercentBefore(before);
	const known = isPercent ? 'percent' : currency === undefined ? null : (currencies.get(currency.trim()) ?? currency);
	const value = toNumberWithComma(digits);
	const digitsEnd = start + match[0].length;
	const counted = abroad.readBehind(text, tokens, findTokenAt(tokens, digitsEnd), digitsEnd, value, known);
	const { unit, end } = counted.unit === null ? (readSymbol(text, counted.end) ?? counted) : counted;
	if (
		unit === null ||
		(yearAlone.test(digits) && counted.factor === 1 && known === null) ||
		isHeadingNumber(reading, start, text.slice(digitsEnd, end))
	) {
		return undefined;
	}
	return {
		// Without what is left of the product of decimals.
		value: Number((value * counted.factor).toPrecision(12)),
		unit,
		qualifier: abroad.findQualifier(before),
		term: nearestName(reading, names, start, end),
		start,
		end,
	};
}

const yearAlone = /^(?:1[5-9]|20)\d\d$/;

function toNumberWithComma(digits: string): number {
	return Number(digits.replace(/[. \u00a0\u202f'’]/g, '').replace(',', '.'));
}

/** `2 Terms`: what numbers a heading counts nothing. */
function isHeadingNumber({ headings }: Reading, start: number, unit: string): boolean {
	return /^\s\p{Lu}/u.test(unit) && headings[findLastAtOrBefore(headings, start)]?.start === start;
}

/** `1만2400`, `1조 2000억`: a number of several scales; `undefined` for one of a single scale. */
function readKoreanNumber(text: string, first: number, digitsEnd: number): { readonly value: number; readonly end: number } | undefined {
	const parts = /^([만억조])\s?(\d{1,4}|\d,\d{3})(?:([만억])(?:\s?(\d{1,4}|\d,\d{3})(만)?(?!\d))?)?(?![\d.,]\d)/.exec(
		text.slice(digitsEnd, digitsEnd + 30),
	);
	if (parts === null) {
		return undefined;
	}
	const [whole, scale = '', second = '', secondScale, third, thirdScale] = parts;
	const scaleOf = (word: string | undefined) => (word === undefined ? 1 : (scales.get(word) ?? 1));
	const numberOf = (digits: string | undefined) => (digits === undefined ? 0 : Number(digits.replace(',', '')));
	const value = first * scaleOf(scale) + numberOf(second) * scaleOf(secondScale) + numberOf(third) * scaleOf(thirdScale);
	return scaleOf(secondScale) >= scaleOf(scale) ? undefined : { value, end: digitsEnd + whole.length };
}

const takesLives = /\b(?:claim(?:s|ed|ing)?|t(?:akes|ook|aken|aking)|costs?|los(?:t|ing)|saved?)\s(?:[a-z]{2,6}\s){0,2}[\d,]{1,9}$/;

/** What is counted: `percent`, a currency, or one to three words up to a noun (`Korean women`). */
export function readUnit(
	text: string,
	tokens: readonly Token[],
	from: number,
	end: number,
): { readonly unit: string; readonly end: number } | undefined {
	const first = tokens[from];
	// `claimed 14 lives` counts them; `a girl of 14 lives here`.
	if (
		first?.folded === 'lives' &&
		text[end] === ' ' &&
		first.start === end + 1 &&
		takesLives.test(text.slice(Math.max(0, end - 40), end))
	) {
		return { unit: 'lives', end: first.end };
	}
	const symbol = readSymbol(text, end);
	if (symbol !== undefined) {
		return symbol;
	}
	if (first === undefined || !/^(?:[ \u00a0-]|)$/.test(text.slice(end, first.start))) {
		return undefined;
	}
	if (isMonthName(text.slice(first.start, first.end).toLowerCase())) {
		return undefined;
	}
	if (/^(?:percent|percentage|퍼센트)$/.test(first.folded)) {
		return { unit: 'percent', end: first.end };
	}
	if (first.folded === 'per' && tokens[from + 1]?.folded === 'cent') {
		return { unit: 'percent', end: tokens[from + 1]?.end ?? first.end };
	}
	const korean = readKoreanUnit(first.folded);
	if (korean !== undefined) {
		return { unit: korean, end: first.start + korean.length };
	}
	let last: Token | undefined;
	for (let at = from; at < Math.min(tokens.length, from + 3); at++) {
		const token = tokens[at] as Token;
		if (at > from && text.slice(tokens[at - 1]?.end, token.start) !== ' ' && text.slice(tokens[at - 1]?.end, token.start) !== '-') {
			break;
		}
		if (/^\d/.test(token.folded) || (!isContentWord(token.folded) && !/^(?:few)$/.test(token.folded))) {
			break;
		}
		last = token;
		if (/s$/.test(token.folded) || plainUnits.has(token.folded)) {
			return { unit: text.slice(first.start, token.end).replace(/\s+/g, ' '), end: token.end };
		}
	}
	// Times are units of their own; months are dates.
	return last !== undefined && isTimeWord(last.folded) && !isMonthName(last.folded) && !/^(?:am|pm)$/.test(last.folded)
		? { unit: text.slice(first.start, last.end), end: last.end }
		: undefined;
}

/** Signs of units, as they are written. `m` behind a number may be a million, and is metres behind a space only, as are all of one letter. */
const symbols: ReadonlySet<string> = new Set(
	(
		't kt Mt Gt kg g mg µg μg l L ml mL hl m km cm mm m2 m² km2 km² cm2 cm² m3 m³ cm3 cm³ km3 km³ ha ft lb lbs oz km/h mph kW MW GW TW ' +
		'kWh MWh GWh TWh °C °F ppm ppb dB Hz kHz MHz GHz kV m/s m3/s m³/s l/s L/s mg/l mg/L µg/l µg/L mg/kg kg/ha t/ha µg/m3 µg/m³ g/kWh'
	).split(' '),
);

/** The sign of a unit behind a number. */
function readSymbol(text: string, end: number): { readonly unit: string; readonly end: number } | undefined {
	const found =
		/^([ \u00a0\u202f]?)((?!\p{Script=Hangul})[\p{L}°](?:(?!\p{Script=Hangul})[\p{L}\d²³/]){0,4})(?:(?<hangul>(?=\p{Script=Hangul}))|(?![\p{L}\p{N}/]))/u.exec(
			text.slice(end, end + 9),
		);
	const [whole = '', space = '', unit = '', hangul] = found ?? [];
	// `5 t-shirts`: a letter before a hyphen is a part of a word, unless that says of what it is the measure (`a 5 m-wide gap`).
	const behind = text.slice(end + whole.length, end + whole.length + 8);
	const isSign =
		unit.length > 1 ||
		hangul !== undefined ||
		(space !== '' && !/^[-‐‑](?!(?:long|wide|high|deep|tall|thick)(?!\p{L}))\p{L}/u.test(behind));
	return symbols.has(unit) && isSign ? { unit, end: end + whole.length } : undefined;
}

/** What is counted in Korean, particles left behind. Years, months and days are dates. */
const koreanUnit =
	/^(?:명|원|톤|척|개소|개국|개|건|회|달러|유로|파운드|위안|가구|세대|곳|퍼센트|시간|(?:제곱)?(?:킬로|센티|밀리)?미터|헥타르|(?:킬로)?그램|리터|표|대|마리|그루|벌|켤레|채|석)/;

/** What may stand behind it: no letter, particles, or how many more. `3개월` is a time, `5회차` numbers something. */
function readKoreanUnit(text: string): string | undefined {
	const unit = koreanUnit.exec(text)?.[0];
	const rest = unit === undefined ? '' : (/^[\uac00-\ud7a3]*/.exec(text.slice(unit.length))?.[0] ?? '');
	return unit !== undefined &&
		(rest === '' || isParticleChain(unit, rest) || /^(?:이상|이하|미만|가량|정도|여|씩|짜리|안팎|규모|어치|당)/.test(rest))
		? unit
		: undefined;
}

const plainUnits = new Set(
	'people men women children won yen yuan baht kroner krone kronor kronur rand ringgit zloty forint naira lira koruna percent tonnes hectares personnel police staff'.split(
		' ',
	),
);

function nearestName(reading: Reading, names: readonly NameFinding[], offset: number, end: number): string | null {
	const sentence = reading.sentences[findSentenceIndex(reading, offset)];
	if (sentence === undefined) {
		return null;
	}
	const before = names[findLastAtOrBefore(names, offset)];
	const after = names[findLastAtOrBefore(names, offset) + 1];
	const fits = [before, after].filter(
		(name) =>
			name !== undefined &&
			name.start >= sentence.start &&
			name.end <= sentence.end &&
			(name.end <= offset || name.start >= end) &&
			!isTeller(reading.text, name),
	);
	const distance = (name: NameFinding | undefined) => (name === undefined ? Number.POSITIVE_INFINITY : Math.abs(name.start - offset));
	const [nearest] = fits.sort((a, b) => distance(a) - distance(b));
	return nearest?.text ?? null;
}

/** How far behind a name the verb stands, and `that`. */
const maxTold = 80;

/** `WHO said that`, `the World Health Organization (WHO) said`, `the operator, X, says that`, `according to WHO`, `, WHO warned.`: who tells it, and of whom it is not told. */
function isTeller(text: string, { start, end }: NameFinding): boolean {
	// Behind a comma `that` must follow, behind who hears it too: in `the plan of X, says Y, cost 9` it is Y who tells.
	const behind = text
		.slice(end, end + maxTold)
		.replace(/^(?:\)|,(?=\s(?:\p{Ll}+|(?:told|tells|warned|informed|assured|reminded)\s[^,.;:“”"]+)\sthat(?!\p{L})))/u, '');
	const [, verb = '', that] = /^\s(?:ha[sd]\s|have\s)?(\p{Ll}+)(\sthat(?!\p{L}))?/u.exec(behind) ?? [];
	return (
		/\b(?:according\sto|said|says)\s(?:the\s)?$/i.test(text.slice(Math.max(0, start - 20), start)) ||
		(claimVerbs.has(verb) && (that !== undefined || /^(?:sa(?:id|ys?)|t(?:old|ells?)|argue[sd]?|(?:warn|insist)(?:s|ed)?)$/.test(verb)))
	);
}
