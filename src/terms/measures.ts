import { termOf } from '../text/analyse.ts';
import { foldWord } from '../text/normalise.ts';
import type { Range } from '../text/range.ts';
import { isStopWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import { loosenessAbroad } from './extraction/figuresAbroad.ts';
import type { FigureFinding } from './findings.ts';
import { endsInHangul, keyOfToken } from './formWords.ts';
import { measuredLanguageOf, readClauseAbroad } from './measuredAbroad.ts';
import type { MeasuredLanguage } from './measuredAbroadWords.ts';
import { type ClauseWord, isShareOf, listFiguresOf, type MeasuredClause, readMeasuredClauses } from './measuredClauses.ts';
import { withoutCase } from './measuredWords.ts';

/** What one sentence says of a term in numbers: `the Polaris Project has about 40 members`, `the Coastal Trust landed 4,200 tonnes of cod in 2020`. */
export interface Measure {
	/** What must be the same for two measures to be of one thing: the unit, and what else the clause says. */
	readonly key: string;
	/** What is shown before the values: `has`, `killed`, `population`, `landed`. May be empty. */
	readonly lead: string;
	/** What is shown behind them: `of cod`. May be empty. */
	readonly tail: string;
	/** In the first unit of its kind, so that hectares and acres can be compared. */
	readonly value: number;
	/** The number and unit as they are told. */
	readonly amount: number;
	readonly unit: string;
	/** `1 in 10`; null where it is a plain number. */
	readonly share: string | null;
	readonly bound: Bound;
	/** A year that the clause names. */
	readonly year: string | null;
	/** It happened once, so that another year of telling changes nothing. */
	readonly isEvent: boolean;
	/** It was done to many, and may be done again by the same. */
	readonly isDone: boolean;
	/** What did it happens to a thing once. */
	readonly isOnce: boolean;
	/** It stays so: a length, a height. */
	readonly isLasting: boolean;
	/** Who spent it, as one of several may; null where nobody did. */
	readonly by: string | null;
	/** Of the words, where they are neither English nor Korean. */
	readonly language: MeasuredLanguage | undefined;
}

/** How a value is told: as it is, about so, at least, at most. */
export type Bound = 'exact' | 'about' | 'least' | 'most';

const population =
	/^\s(?:has|had)\san?\s(?<loose>estimated\s)?(?:total\s)?population\sof\s(?<more>(?:about|approximately|around|roughly|nearly|almost|over|under|some|more\sthan|at\sleast|up\sto)\s)?(?<digits>\d{1,3}(?:,\d{3}){1,3}|\d{1,10}(?:\.\d{1,3})?)(?<scale>\s(?:million|billion))?(?!\d)/u;

/** More words than these are more than one thing. */
const maxWords = 8;

/** No more of a clause is shown. UTF-16 units. */
const maxShown = 40;

/** The measures of a document, sentence by sentence: the last one is kept, since several terms stand in it. */
export class MeasureReader {
	readonly #text: string;
	readonly #figures: readonly FigureFinding[];
	readonly #language: MeasuredLanguage | undefined;
	#sentence: Range = { start: -1, end: -1 };
	#clauses: readonly MeasuredClause[] = [];

	/** `figures` are all of the document, in order. */
	constructor(text: string, figures: readonly FigureFinding[], language: string | null) {
		this.#text = text;
		this.#figures = figures;
		this.#language = measuredLanguageOf(language);
	}

	/**
	 * What the sentence says of the term at `place` in numbers; `undefined` where it says none, or more than one. Careful rather than complete: whatever
	 * else the clause says is part of the key.
	 */
	read(sentence: Range, place: Range): Measure | undefined {
		if (sentence.start !== this.#sentence.start) {
			this.#sentence = sentence;
			this.#clauses = this.#readClauses(sentence);
		}
		// Cheap to refuse: only `has` and `had` go on.
		const isHolding = this.#language === undefined && this.#text.charCodeAt(place.end + 1) === 0x68;
		const told = isHolding ? population.exec(this.#text.slice(place.end, Math.min(sentence.end, place.end + 90))) : null;
		return told === null
			? this.#clauses
					.filter(({ parts }) => parts.some(({ start, end }) => place.start >= start && place.end <= end))
					.map((clause) => toMeasure(this.#text, clause, place, this.#language))
					.find((measure) => measure !== undefined)
			: readPopulation(this.#text, sentence, place, told);
	}

	#readClauses(sentence: Range): readonly MeasuredClause[] {
		if (this.#language === undefined) {
			return readMeasuredClauses(this.#text, sentence, this.#figures);
		}
		const clause = readClauseAbroad(this.#text, sentence, listFiguresOf(sentence, this.#figures), this.#language);
		return clause === undefined ? [] : [clause];
	}
}

/** What stands before a place, in English; see `MeasuredLanguage`. */
const english: Pick<MeasuredLanguage, 'opening' | 'happensAt' | 'within' | 'accident'> = {
	opening: /^(?:In|At|On|Near|From|Across|Throughout)\s(?:the\s)?$/,
	happensAt: /\b(?:in|at|near|around)\s$/i,
	within: /\b(?:in|at|on|across|throughout|within)\s(?:the\s)?$/i,
	accident:
		/\b[Tt]he\s(?:[\p{L}\d-]+\s)?(?:fire|blaze|explosion|blast|collapse|crash|derailment|sinking|stampede|crush|landslide|avalanche)\sat\s(?:the\s)?$/u,
};

/** No more is looked at before a place. UTF-16 units. */
const maxBefore = 40;

function toMeasure(text: string, clause: MeasuredClause, place: Range, language: MeasuredLanguage | undefined): Measure | undefined {
	const { opening, happensAt, within, accident } = language ?? english;
	const before = text.slice(Math.max(0, place.start - maxBefore), place.start);
	const { figure, year, kind, verb, whole } = clause;
	const behind = text.slice(figure.end, figure.end + 6);
	const bound = toBound(figure.qualifier ?? koreanBound.exec(behind)?.[0] ?? '');
	if (bound === undefined || figure.unit === null || (place.start < figure.end && figure.start < place.end)) {
		return undefined;
	}
	// `In Leeds the Polaris Project has 40 members`: told of the project.
	if (!clause.isSubject && clause.parts.some(({ start }) => opening.test(text.slice(start, place.start)))) {
		return undefined;
	}
	// `40 people were killed in Estara`: any number of times; `in the Marlow Fire` once, and in `the fire at Tanner's Wharf`.
	const isAccident = accident.test(before);
	if (kind === 'event' && verb !== 'costs' && !isAccident && happensAt.test(before)) {
		return undefined;
	}
	if (clause.about !== null && clause.about !== place.start) {
		return undefined;
	}
	// `32 percent of Romani girls`, in whatever country: told of where they are only.
	if (clause.isSubject && isShareOf(text, figure) && !within.test(before)) {
		return undefined;
	}
	const isTeller = clause.words.some((word) => word.isTeller && word.start < place.end && place.start <= word.end);
	const others = clause.words.filter((word) => (word.end <= place.start || word.start >= place.end) && (isTeller || !word.isTeller));
	const share = readShare(figure);
	const isFlow = /^\sper\ssecond/.test(text.slice(figure.end, figure.end + 12));
	// `to Orrin`, asked of Orrin, in whatever words it is called.
	const toKey = ({ key, end }: ClauseWord) =>
		key.includes(' ') && /^\s(?:the\s)?$/.test(text.slice(end, Math.max(end, place.start))) ? `${key.slice(0, key.indexOf(' '))} *` : key;
	const words = [...new Set([...others.map(toKey), ...(share?.keys ?? [])])]
		.filter((word) => !isFlow || !/^(?:per|second)$/.test(word))
		.sort();
	if (
		words.filter((word) => !word.includes(' ')).length > maxWords ||
		(year !== null && text.slice(place.start, place.end).includes(year))
	) {
		return undefined;
	}
	const written = `${figure.unit}${isFlow ? ' per second' : ''}`;
	const unit = share === undefined ? toUnit(written) : { key: 'percent', factor: share.factor };
	return {
		key: [kind === 'planned' ? 'planned' : '', whole === null ? '' : `of ${whole}`, unit.key, ...words].join(' '),
		lead: readQuantity(text, clause, place, language) || (clause.written ?? verb) || readLead(text, clause, place, language),
		tail: share === undefined && !isFlow && clause.about === null && language === undefined ? readTail(text, clause) : '',
		value: figure.value * unit.factor,
		amount: figure.value,
		unit: share?.group ?? (whole === null || endsInHangul(whole) ? written : `of ${whole} ${written}`),
		share: share?.written ?? null,
		bound,
		year,
		isEvent: kind === 'event',
		isDone: kind === 'event' && verb !== 'costs',
		isOnce: isAccident || others.some(({ key }) => endings.has(key)),
		isLasting: kind === 'lasting',
		by: clause.by,
		language,
	};
}

/** What happens to a thing once, so that the dead are those of one day: `the Alder Bridge collapse killed 44`. By `termOf`. */
const endings: ReadonlySet<string> = new Set(['collapse', 'sinking', 'derailment', 'wreck'].map((word) => termOf(word, 'en')));

/** `1 in 10 girls`: in percent, and of whom. */
function readShare({
	value,
	unit,
}: FigureFinding):
	| { readonly factor: number; readonly written: string; readonly group: string; readonly keys: readonly string[] }
	| undefined {
	const [, whole = '', group = ''] = /^in\s(?:every\s)?(\d{1,3}(?:,?\d{3})?)\s(.+)$/u.exec(unit ?? '') ?? [];
	const of = Number(whole.replace(',', ''));
	return of > 0
		? { factor: 100 / of, written: `${value} in ${whole}`, group, keys: tokenise(group).map(({ folded }) => termOf(folded, 'en')) }
		: undefined;
}

/** `turnout`, where a noun says what is measured that is not the term itself. */
function readQuantity(text: string, { quantity }: MeasuredClause, place: Range, language: MeasuredLanguage | undefined): string {
	if (quantity === null || (quantity.start < place.end && place.start < quantity.end)) {
		return '';
	}
	const words = text.slice(quantity.start, quantity.end);
	return words.length > maxShown || words.includes('\n')
		? ''
		: language?.code === 'de'
			? words
			: words.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}

const koreanBound = /이상|이하|미만|초과|가량|정도|안팎/u;

function isSmallAbroad(folded: string, { code, asides, verbs }: MeasuredLanguage): boolean {
	return asides.has(folded) || verbs.get(folded)?.key === '' || isStopWord(folded, code);
}

/** `landed` of ` landed some `, `대구` of `는 2020년 대구 `. Empty where it would be more than some words. */
function readLead(text: string, { figure, parts }: MeasuredClause, place: Range, language: MeasuredLanguage | undefined): string {
	const part = parts.find(({ start, end }) => figure.start >= start && figure.end <= end);
	// Behind a clause between commas the verb begins the part; behind the term its particle or a space comes first.
	const isApart = part !== undefined && part.start > place.end;
	const between = isApart
		? text.slice(part.start, figure.start)
		: text.slice(place.end, Math.max(place.end, figure.start)).replace(/^\S*\s/, '');
	const words = between
		.split(/\s+/)
		.filter((word) => language === undefined || !isSmallAbroad(foldWord(word), language))
		.filter(
			(word) =>
				!/^(?:about|nearly|almost|some|only|just|more|fewer|less|than|at|least|most|as|many|an|estimated|in|by|of|over|under|약|최소|최대|\p{Sc}*|(?:1[5-9]|20)\d\d(?:년에?)?)$/u.test(
					word,
				),
		);
	// `길이는`: what is measured, without what makes it the subject.
	const lead = words.join(' ').replace(/\p{Script=Hangul}+$/u, (last) => withoutCase(last));
	return lead.length <= maxShown && /^[\p{L}\p{M}\p{N} ’'-]*$/u.test(lead) ? lead : '';
}

/** What the clause says behind its figure: `of cod`; nothing of the year, which is told by itself. */
function readTail(text: string, { figure, parts, year }: MeasuredClause): string {
	const part = parts.find(({ start, end }) => figure.start >= start && figure.end <= end);
	const rest = text.slice(figure.end, Math.min(part?.end ?? figure.end, figure.end + 2 * maxShown)).replace(/[.!?”"]+$/, '');
	const tail = rest
		.replace(new RegExp(`\\s(?:in|during)\\s${year ?? '-'}`, 'u'), '')
		.trim()
		.replace(/\s+/g, ' ');
	return /^(?:of|in|at|for|to|with|on|from|per)\s[\p{L}\p{M}\p{N} ’'-]+$/u.test(tail) && tail.length <= maxShown ? tail : '';
}

function readPopulation(text: string, sentence: Range, place: Range, told: RegExpExecArray): Measure | undefined {
	const { loose = '', more = '', digits = '', scale = '' } = told.groups ?? {};
	const factor = scale.includes('million') ? 1e6 : scale.includes('billion') ? 1e9 : 1;
	const bound = toBound(more || loose);
	const value = Number(digits.replaceAll(',', '')) * factor;
	const opening = text.slice(Math.max(sentence.start, place.start - 120), place.start);
	const year = /\b(?:1[5-9]|20)\d\d\b/.exec(text.slice(sentence.start, Math.min(sentence.end, place.end + 120)))?.[0] ?? null;
	// `The district of Leeds has …`: of something else.
	const isOther = /\b(?:of|around|near)\s(?:the\s)?$/.test(opening);
	return isOther || bound === undefined
		? undefined
		: {
				key: 'people population',
				lead: 'population',
				tail: '',
				value,
				amount: value,
				unit: 'people',
				share: null,
				bound,
				year,
				isEvent: false,
				isDone: false,
				isOnce: false,
				isLasting: false,
				by: null,
				language: undefined,
			};
}

/** `undefined` where the figure is one end of a range. */
function toBound(qualifier: string): Bound | undefined {
	const words = qualifier.toLowerCase();
	const abroad = loosenessAbroad(words);
	if (abroad !== undefined) {
		return abroad ?? undefined;
	}
	if (/\b(?:between|from)\b|^(?:to|or)$/.test(words)) {
		return undefined;
	}
	return /\b(?:least|more than|over|above|upwards)|최소|이상|초과/.test(words)
		? 'least'
		: /\b(?:most|less than|fewer|under|below|up to)|최대|이하|미만/.test(words)
			? 'most'
			: /\b(?:about|approximately|around|roughly|nearly|almost|some|estimated)|약|가량|정도|안팎/.test(words)
				? 'about'
				: 'exact';
}

/** Units of one kind, by what one of them is of the first, in the spelling of `keyOfToken`. */
const units: ReadonlyMap<string, readonly [string, number]> = new Map([
	...toUnits('km', {
		km: 1,
		kilometer: 1,
		m: 0.001,
		meter: 0.001,
		cm: 0.00001,
		centimeter: 0.00001,
		mile: 1.609344,
		ft: 0.0003048,
		foot: 0.0003048,
		feet: 0.0003048,
		킬로미터: 1,
		미터: 0.001,
		센티미터: 0.00001,
	}),
	...toUnits('ha', {
		ha: 1,
		hectare: 1,
		acre: 0.40468564,
		km2: 100,
		'square kilometer': 100,
		'square mile': 258.998811,
		헥타르: 1,
		제곱킬로미터: 100,
		제곱미터: 0.0001,
		m2: 0.0001,
		'square meter': 0.0001,
	}),
	...toUnits('m3', { m3: 1, 'cubic meter': 1, l: 0.001, liter: 0.001, hl: 0.1 }),
	...toUnits('kg', {
		kg: 1,
		kilogram: 1,
		킬로그램: 1,
		g: 0.001,
		gram: 0.001,
		t: 1000,
		tonne: 1000,
		톤: 1000,
		'metric ton': 1000,
		'metric tonne': 1000,
		kt: 1e6,
	}),
	...toUnits('mw', { mw: 1, megawatt: 1, kw: 0.001, kilowatt: 0.001, gw: 1000, gigawatt: 1000 }),
	...toUnits('mwh', { mwh: 1, 'megawatt hour': 1, kwh: 0.001, 'kilowatt hour': 0.001, gwh: 1000, 'gigawatt hour': 1000 }),
	...toUnits('m3 s', { 'm3 s': 1, 'cubic meter per second': 1, 'l s': 0.001, 'liter per second': 0.001 }),
	...toUnits('people', { people: 1, person: 1, individual: 1, life: 1 }),
	...toUnitsAbroad('people', {
		Menschen: 1,
		Personen: 1,
		Tote: 1,
		Todesopfer: 1,
		Menschenleben: 1,
		Verletzte: 1,
		personnes: 1,
		morts: 1,
		blessés: 1,
	}),
	...toUnitsAbroad('km', { Kilometer: 1, Kilometern: 1, Meter: 0.001, Metern: 0.001, kilomètres: 1, mètres: 0.001 }),
	...toUnitsAbroad('ha', { Hektar: 1, hectares: 1, Quadratkilometer: 100, 'kilomètres carrés': 100 }),
	...toUnitsAbroad('kg', { Tonnen: 1000, tonnes: 1000 }),
]);

function toUnits(base: string, factors: Readonly<Record<string, number>>): [string, readonly [string, number]][] {
	return Object.entries(factors).map(([unit, factor]) => [unit, [base, factor]]);
}

/** As documents write them. */
function toUnitsAbroad(base: string, factors: Readonly<Record<string, number>>): [string, readonly [string, number]][] {
	return Object.entries(factors).map(([unit, factor]) => [tokenise(unit).map(keyOfToken).join(' '), [base, factor]]);
}

function toUnit(written: string): { readonly key: string; readonly factor: number } {
	const key = tokenise(written).map(keyOfToken).join(' ');
	const [base, factor] = units.get(key) ?? [key, 1];
	return { key: base, factor };
}
