import type { Range } from '../text/range.ts';
import type { Bound, Measure } from './measures.ts';

/** A measure, and the sentence that tells it. */
export interface ToldMeasure extends Measure {
	readonly document: number;
	/** The year of the document, where one is known. */
	readonly documentYear: string | null;
	readonly sentence: number;
	readonly place: Range;
}

/** At most so many tellings of one thing are kept, and so many things of one term. */
const maxTellings = 12;
const maxThings = 200;

/** At most so many values are shown. */
const maxShown = 4;

/** What documents say of one term in numbers. */
export class Measures {
	readonly #tellings = new Map<string, ToldMeasure[]>();

	add(measure: ToldMeasure): void {
		const tellings = this.#tellings.get(measure.key);
		if (tellings === undefined) {
			if (this.#tellings.size < maxThings) {
				this.#tellings.set(measure.key, [measure]);
			}
		} else if (
			tellings.length < maxTellings &&
			!tellings.some(({ value, document }) => value === measure.value && document === measure.document)
		) {
			tellings.push(measure);
		}
	}

	/** The things for which documents give values that cannot all be right: a telling a value, each of another document, in the order of documents. */
	findDisagreements(): { readonly what: string; readonly tellings: readonly ToldMeasure[] }[] {
		const found: { readonly what: string; readonly tellings: readonly ToldMeasure[] }[] = [];
		for (const tellings of this.#tellings.values()) {
			// A document that gives two values speaks of two things, or of two times.
			const single = tellings.filter(
				(telling) => !tellings.some((other) => other.document === telling.document && !areCompatible(other, telling)),
			);
			const chosen: ToldMeasure[] = [];
			for (const telling of single) {
				if (chosen.length < maxShown && chosen.every((other) => areOfOne(other, telling) && !areCompatible(other, telling))) {
					chosen.push(telling);
				}
			}
			const [first] = chosen;
			if (first !== undefined && chosen.length > 1) {
				const isOneUnit = chosen.every(({ unit }) => unit === first.unit);
				const values = chosen.map((telling) => `${showValue(telling, single)}${isOneUnit ? '' : ` ${telling.unit}`}`);
				found.push({ what: wordDisagreement(chosen, values, isOneUnit ? first.unit : ''), tellings: chosen });
			}
		}
		return found;
	}
}

/** `has 40 or 65 members in 2008`, in the words of the first that has some around its figure. */
function wordDisagreement(tellings: readonly ToldMeasure[], values: readonly string[], unit: string): string {
	const shown = tellings.find(({ lead, tail }) => lead !== '' || tail !== '') ?? tellings[0];
	const told = tellings.find((telling) => telling.year !== null)?.year;
	// `in March 2019` says it already.
	const year = told != null && shown?.tail.includes(told) ? undefined : told;
	if (/\p{Script=Hangul}$/u.test(unit) || /\p{Script=Hangul}$/u.test(shown?.lead ?? '')) {
		return [shown?.lead, `${values.join(' 또는 ')}${unit === 'percent' ? '%' : unit}`, year && `(${year}년)`].filter(Boolean).join(' ');
	}
	const language = shown?.language;
	if (language !== undefined) {
		const counted =
			unit === ''
				? ''
				: language.nameUnit(
						unit,
						tellings.every(({ amount }) => amount >= 1e6),
					);
		return [shown?.lead, values.join(` ${language.or} `), counted, year && `(${year})`].filter(Boolean).join(' ');
	}
	return [shown?.lead, values.join(' or '), unit, shown?.tail, year && `in ${year}`].filter(Boolean).join(' ');
}

/** `about 40`, and in how many documents, if in more than one. */
function showValue(telling: ToldMeasure, all: readonly ToldMeasure[]): string {
	const documents = all.filter(({ value, bound }) => value === telling.value && bound === telling.bound).length;
	const bounds = telling.language?.bounds ?? { about: 'about', least: 'at least', most: 'at most' };
	const bound = telling.bound === 'exact' ? '' : `${bounds[telling.bound]} `;
	const value = showAmount(telling);
	return `${bound}${value}${documents > 1 ? ` (${documents} documents)` : ''}`;
}

/** `40`, `2.3 million`, `90억`. */
function showAmount({ amount, unit, share, language }: ToldMeasure): string {
	if (share !== null) {
		return share;
	}
	const [million, billion] = language?.scales ?? ['million', 'billion'];
	const isKorean = /\p{Script=Hangul}$/u.test(unit);
	const [scale, word] =
		isKorean && amount >= 1e8
			? [1e8, '억']
			: !isKorean && amount >= 1e9
				? [1e9, ` ${billion}`]
				: !isKorean && amount >= 1e6
					? [1e6, ` ${million}`]
					: [1, ''];
	const short = amount / scale;
	return Number(short.toFixed(2)) === short
		? `${short.toLocaleString(language?.code ?? 'en', { maximumFractionDigits: 2 })}${word}`
		: amount.toLocaleString(language?.code ?? 'en', { maximumFractionDigits: 2 });
}

/** Whether both speak of one thing at one time: what two spend on a bridge adds up. */
function areOfOne(a: ToldMeasure, b: ToldMeasure): boolean {
	return isSameTime(a, b) && (a.by === null || b.by === null || a.by === b.by);
}

/** Whether both speak of one time: an event is told in any year; what somebody has may be another in each. */
function isSameTime(a: ToldMeasure, b: ToldMeasure): boolean {
	const yearOf = (telling: ToldMeasure) => telling.year ?? (telling.isEvent || telling.isLasting ? null : telling.documentYear);
	const [one, other] = [yearOf(a), yearOf(b)];
	return one === null || other === null || one === other;
}

/** Whether both values may be right, as far as they say: rounded, about so, at least so many. */
function areCompatible(
	a: { readonly value: number; readonly bound: Bound },
	b: { readonly value: number; readonly bound: Bound },
): boolean {
	if (a.bound === b.bound && (a.bound === 'least' || a.bound === 'most')) {
		return true;
	}
	const [bounded, other] = a.bound === 'least' || a.bound === 'most' ? [a, b] : [b, a];
	if (bounded.bound === 'least') {
		return other.bound === 'most' ? other.value >= bounded.value : other.value >= bounded.value * (other.bound === 'about' ? 0.9 : 1);
	}
	if (bounded.bound === 'most') {
		return other.value <= bounded.value * (other.bound === 'about' ? 1.1 : 1);
	}
	const difference = Math.abs(a.value - b.value);
	const larger = Math.max(Math.abs(a.value), Math.abs(b.value));
	const isLoose = a.bound === 'about' || b.bound === 'about';
	return difference <= larger * (isLoose ? 0.1 : 0.001) || isRounding(a.value, b.value) || isRounding(b.value, a.value);
}

/** Whether `rounded` is what is left of `exact` when it is written with as few digits: 17,500 of 17,483. What is less than 20 is counted, not rounded. */
function isRounding(rounded: number, exact: number): boolean {
	if (rounded < 20 || !(exact > 0)) {
		return rounded === Math.round(exact);
	}
	const digits = String(Math.round(rounded)).replace(/0+$/, '').length;
	return Number(exact.toPrecision(Math.max(1, digits))) === rounded;
}
