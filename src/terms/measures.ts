import { findLastAtOrBefore, type Range } from '../text/range.ts';
import { isContentWord } from '../text/stopWords.ts';
import { tokenise } from '../text/tokenise.ts';
import { claimVerbs } from './extraction/claimWords.ts';
import type { FigureFinding } from './findings.ts';
import { keyOfToken } from './formWords.ts';

/** What one sentence says of a term in numbers: `the Polaris Project has about 40 members`. */
export interface Measure {
	/** What must be the same for two measures to be of one thing: the verb, the unit, and what else the clause says. */
	readonly key: string;
	/** As it is shown: `has`, `killed`, `population`. */
	readonly verb: string;
	/** In the first unit of its kind, so that hectares and acres can be compared. */
	readonly value: number;
	/** The number and unit as they are told. */
	readonly amount: number;
	readonly unit: string;
	readonly bound: Bound;
	/** A year that the sentence names. */
	readonly year: string | null;
	/** It happened once, so that another year of telling changes nothing. */
	readonly isEvent: boolean;
}

/** How a value is told: as it is, about so, at least, at most. */
export type Bound = 'exact' | 'about' | 'least' | 'most';

/** What things have for some time, in the forms that stand behind their name. */
const states: ReadonlyMap<string, string> = new Map(
	`has have had=has employs employ employed=employs runs run ran=runs operates operate operated=operates serves serve served=serves houses housed=houses
	owns own owned=owns covers cover covered=covers spans spanned=spans measures measured=measures weighs weighed=weighs holds held=holds seats seated=seats
	comprises comprised=comprises numbers numbered=numbers represents represented=represents costs cost=costs lasts lasted=lasts charges charged=charges
	produces produced=produces accommodates accommodated=accommodates stands stood=stands`
		.split(/\s+/)
		.reduce<[string, string][]>((pairs, part) => {
			const [form = '', base] = part.split('=');
			return [...pairs, [form, base ?? form]];
		}, [])
		.map(([form, base]) => [form, form === 'have' ? 'has' : base]),
);

/** What an event does to many at once. */
const events: ReadonlySet<string> = new Set('killed injured wounded displaced destroyed damaged claimed'.split(' '));

/** A figure stands no further than this behind the term, or before it. */
const maxDistance = 70;

const adverbs = '(?:now|currently|today|still|also|already|reportedly|then|officially|together|alone)';
const behind = new RegExp(
	`^(?:,\\swhich|\\sitself)?(?:\\s${adverbs})?\\s(?<verb>\\p{L}+)(?:\\s${adverbs})?(?<loose>(?:\\s(?:${'about|approximately|around|roughly|nearly|almost|some|an|estimated|a|total|of|at|least|most|more|less|fewer|than|over|under|up|to|only|just|as|many|much|the|lives|life'}))*)\\s?$`,
	'u',
);
const before = /^\s(?:were|was)\s(?<verb>killed|injured|wounded|displaced)\s(?:in|by|at|during|on)\s(?:the\s)?$/u;
const population =
	/^\s(?:has|had)\san?\s(?<loose>estimated\s)?(?:total\s)?population\sof\s(?<more>(?:about|approximately|around|roughly|nearly|almost|over|under|some|more\sthan|at\sleast|up\sto)\s)?(?<digits>\d{1,3}(?:,\d{3}){1,3}|\d{1,10}(?:\.\d{1,3})?)(?<scale>\s(?:million|billion))?(?!\d)/u;

/**
 * What the sentence says of the term at `place` in numbers; `undefined` where the figure is not said of the term itself. Careful rather than complete: the
 * term is the subject, or the event that people were killed in, and whatever else the clause says is part of the key.
 */
export function readMeasure(text: string, sentence: Range, place: Range, figures: readonly FigureFinding[]): Measure | undefined {
	// Cheap to refuse: only `has` and `had` go on.
	const isHolding = text.charCodeAt(place.end + 1) === 0x68;
	const told = isHolding ? population.exec(text.slice(place.end, Math.min(sentence.end, place.end + maxDistance + 20))) : null;
	if (told !== null) {
		return readPopulation(text, sentence, place, told);
	}
	const at = findLastAtOrBefore(figures, place.end) + 1;
	const next = figures[at];
	if (next !== undefined && next.start - place.end <= maxDistance && next.end <= sentence.end) {
		const groups = behind.exec(text.slice(place.end, next.start))?.groups;
		const verb = groups?.verb ?? '';
		const state = states.get(verb);
		if (groups !== undefined && (state !== undefined || events.has(verb))) {
			const opening = readOpening(text, sentence.start, place.start);
			const loose = groups.loose ?? '';
			return (
				opening &&
				makeMeasure({ text, sentence, figure: next, verb: state ?? verb, isEvent: state === undefined, loose, opening, from: next.end })
			);
		}
	}
	const last = figures[at - 1];
	if (last !== undefined && place.start - last.end <= maxDistance && last.start >= sentence.start) {
		const groups = before.exec(text.slice(last.end, place.start))?.groups;
		const opening = groups === undefined ? undefined : readOpening(text, sentence.start, last.start);
		if (groups !== undefined && opening !== undefined) {
			return makeMeasure({ text, sentence, figure: last, verb: groups.verb ?? '', isEvent: true, loose: '', opening, from: place.end });
		}
	}
	return undefined;
}

/** No more stands before the term, or behind the figure, in a sentence that is read. */
const maxOpening = 120;
const maxRest = 200;

/** The words before the term that limit what is said; none of an article, of who says it, of `About`. `undefined` where too much stands there. */
function readOpening(text: string, from: number, to: number): readonly string[] | undefined {
	if (to - from > maxOpening) {
		return undefined;
	}
	const words = tokenise(text.slice(from, to));
	if (words.length > 12 || /[:;()[\]]/.test(text.slice(from, to))) {
		return undefined;
	}
	const isSaid = words.some(({ folded }) => claimVerbs.has(folded) || folded === 'according');
	return isSaid ? [] : words.filter(({ folded }) => isTelling(folded)).map(keyOfToken);
}

/** Words that change nothing of what is measured. */
const asides = new Set('about nearly almost roughly around least estimated total overall reportedly officially annual'.split(' '));

function isTelling(folded: string): boolean {
	return isContentWord(folded) && !asides.has(folded);
}

function readPopulation(text: string, sentence: Range, place: Range, told: RegExpExecArray): Measure | undefined {
	const { loose = '', more = '', digits = '', scale = '' } = told.groups ?? {};
	const opening = readOpening(text, sentence.start, place.start);
	const factor = scale.includes('million') ? 1e6 : scale.includes('billion') ? 1e9 : 1;
	const figure = { value: Number(digits.replaceAll(',', '')) * factor, unit: 'people', qualifier: null };
	return (
		opening &&
		makeMeasure({
			text,
			sentence,
			figure,
			verb: 'population',
			isEvent: false,
			loose: more || loose,
			opening,
			from: place.end + told[0].length,
		})
	);
}

interface ReadMeasure {
	readonly text: string;
	readonly sentence: Range;
	readonly figure: Pick<FigureFinding, 'value' | 'unit' | 'qualifier'>;
	readonly verb: string;
	readonly isEvent: boolean;
	/** Words between the verb and the figure. */
	readonly loose: string;
	readonly opening: readonly string[];
	/** Where the rest of the clause begins. */
	readonly from: number;
}

function makeMeasure({ text, sentence, figure, verb, isEvent, loose, opening, from }: ReadMeasure): Measure | undefined {
	const bound = toBound(figure.qualifier ?? loose.trim());
	if (bound === undefined || figure.unit === null) {
		return undefined;
	}
	const rest =
		/^[^.;:!?()[\]—–]*?(?=$|[.;:!?()[\]—–]|,(?!\s(?:in|at|for|during|from)\b))/u.exec(
			text.slice(from, Math.min(sentence.end, from + maxRest)),
		)?.[0] ?? '';
	const scope = [
		...opening,
		...tokenise(rest)
			.filter(({ folded }) => isTelling(folded))
			.map(keyOfToken),
	];
	const years = text.slice(sentence.start, Math.min(sentence.end, from + maxRest)).match(/\b(?:1[5-9]|20)\d\d\b/g) ?? [];
	const unit = toUnit(figure.unit);
	if (years.length > 1 || scope.length > 8) {
		return undefined;
	}
	return {
		key: [verb, unit.key, ...[...new Set(scope)].sort()].join(' '),
		verb,
		value: figure.value * unit.factor,
		amount: figure.value,
		unit: figure.unit,
		bound,
		year: years[0] ?? null,
		isEvent,
	};
}

/** `undefined` where the figure is one end of a range. */
function toBound(qualifier: string): Bound | undefined {
	const words = qualifier.toLowerCase();
	if (/\b(?:between|from)\b|^(?:to|or)$/.test(words)) {
		return undefined;
	}
	return /\b(?:least|more than|over|above|upwards|최소)/.test(words)
		? 'least'
		: /\b(?:most|less than|fewer|under|below|up to|최대)/.test(words)
			? 'most'
			: /\b(?:about|approximately|around|roughly|nearly|almost|some|estimated|약)/.test(words)
				? 'about'
				: 'exact';
}

/** Units of one kind, by what one of them is of the first. */
const units: ReadonlyMap<string, readonly [string, number]> = new Map([
	...toUnits('km', {
		km: 1,
		kilometre: 1,
		kilometer: 1,
		m: 0.001,
		metre: 0.001,
		meter: 0.001,
		mile: 1.609344,
		foot: 0.0003048,
		feet: 0.0003048,
	}),
	...toUnits('ha', { ha: 1, hectare: 1, acre: 0.40468564 }),
	...toUnits('kg', { kg: 1, kilogram: 1, kilogramme: 1, tonne: 1000 }),
	...toUnits('people', { people: 1, person: 1, individual: 1 }),
]);

function toUnits(base: string, factors: Readonly<Record<string, number>>): [string, readonly [string, number]][] {
	return Object.entries(factors).map(([unit, factor]) => [unit, [base, factor]]);
}

function toUnit(written: string): { readonly key: string; readonly factor: number } {
	const key = tokenise(written).map(keyOfToken).join(' ');
	const [base, factor] = units.get(key) ?? [key, 1];
	return { key: base, factor };
}
