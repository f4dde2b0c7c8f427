import { isMonthName } from '../../library/metadata/date.ts';
import { foldWord } from '../../text/normalise.ts';
import { isStopWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { type FigureWords, figureWords } from './figureWords.ts';

/** What stands behind a number: how many of it there are, what is counted, and where that ends. `unit` is null where nothing is. */
export interface CountedAbroad {
	readonly factor: number;
	readonly unit: string | null;
	readonly end: number;
}

/** `null`: one end of a range. */
export type Looseness = 'about' | 'least' | 'most' | 'exact' | null;

const space = '[ \\u00a0\\u202f]';

/** Percent in the words of any of these languages. */
const percent = new RegExp(
	`^${space}?(?:%|(?:pro[cs]ent|prozent|proc\\.?|procent(?:y|a|ów)|процент(?:а|ов|у)?|відсот(?:ок|ків|ки|ка)|pour${space}cent|p(?:or|er)${space}c(?:i?ento))(?!\\p{L}))`,
	'iu',
);

/** Money by its sign or name behind the number, as it is called where it stands before it. */
const money: readonly (readonly [RegExp, string | undefined])[] = [
	[new RegExp(`^${space}?€`), 'euros'],
	[new RegExp(`^${space}?(?:US)?\\$`), 'dollars'],
	[new RegExp(`^${space}?£`), 'pounds'],
	[new RegExp(`^${space}(?:euros?|EUR|евро|євро|avro)(?!\\p{L})`, 'iu'), 'euros'],
	// Canadian ones are others.
	[
		new RegExp(`^${space}(?:d[oó]ll?ar(?:e?s|[io]|y|a|ów)?|доллар(?:а|ов)?|долар(?:и|ів)?)${space}(?:canad|austral)\\p{L}+`, 'iu'),
		undefined,
	],
	[new RegExp(`^${space}(?:US-?(?=d))?(?:d[oó]ll?ar(?:e?s|[io]|y|a|ów)?|доллар(?:а|ов)?|долар(?:и|ів)?|USD)(?!\\p{L})`, 'iu'), 'dollars'],
	[new RegExp(`^${space}?(?:zł|kr|Kč|₽|₴|₺|грн|руб|TL)(?!\\p{L})`, 'u'), undefined],
];

/** `4 M€`, `2,3 Md€`: before a sign of money only. */
export const scaleBeforeMoney = new RegExp(`^${space}?(k|M|Mds?)${space}?(?=[€$£])`, 'u');
const ofLetters: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, Md: 1e9, Mds: 1e9 };

/** How figures are told in a language that writes a decimal comma. */
export class FiguresAbroad {
	readonly #words: FigureWords;
	readonly #language: string;
	readonly #scales: ReadonlyMap<string, number>;
	readonly #others: ReadonlySet<string>;
	readonly #qualifier: RegExp;
	/** The first group is the word that says so. */
	readonly #ranges: readonly RegExp[];
	readonly #numbering: RegExp;

	private constructor(language: string, words: FigureWords) {
		this.#language = language;
		this.#words = words;
		this.#scales = new Map(
			Object.entries(words.scales).flatMap(([power, names]) =>
				listWords(names).map((name): [string, number] => [foldWord(name), 10 ** Number(power)]),
			),
		);
		this.#others = new Set(listWords(words.others));
		const direct = [words.about, words.least, words.most, words.plain, words.between].filter((list) => list !== '').join('|');
		this.#qualifier = new RegExp(`(?:^|[\\s(“”"„«¿])(${toSource(direct)})\\s+(?:US)?[$€£]?$`, 'iu');
		const first = '\\s[$€£]?[\\d.,]+(?:\\s?%|(?:\\s\\p{L}+\\.?){0,2})\\s';
		this.#ranges = [
			`(?:^|\\s)(${words.between || '(?!)'})${first}(?:${words.and}|${words.to})\\s`,
			`(?:^|\\s)(${words.from || '(?!)'})${first}(?:${words.to})\\s`,
			`\\d\\s(${words.to})\\s`,
		].map((source) => new RegExp(`${source}[$€£]?$`, 'iu'));
		this.#numbering = new RegExp(`(?:^|[\\s(])(?:${listWords(words.numbering).map(escape).join('|')})\\.?\\s$`, 'iu');
	}

	/** `undefined` for a language of which no words are known. */
	static of(language: string | null): FiguresAbroad | undefined {
		const key = language ?? '';
		const words = figureWords.get(key);
		if (words === undefined) {
			return undefined;
		}
		const known = made.get(key) ?? new FiguresAbroad(key, words);
		made.set(key, known);
		return known;
	}

	/** What loosens the number before which this text stands; null where nothing does. */
	findQualifier(before: string): string | null {
		const [range] = this.#ranges.map((pattern) => pattern.exec(before)?.[1]).filter((word) => word !== undefined);
		const opened = range ?? (/\d\s?[–~]\s?[$€£]?$/.test(before) ? 'to' : this.#qualifier.exec(before)?.[1]);
		return opened === undefined || this.#words.governs?.test(before) === true ? null : opened.toLowerCase();
	}

	/** Whether the number before which this text stands only numbers something, or is the rest of another one. */
	isNumbered(before: string): boolean {
		const word = /\d\s(\p{L}+)\.?\s$/u.exec(before)?.[1];
		return this.#numbering.test(before) || (word !== undefined && this.#scales.has(foldWord(word)));
	}

	/** `yüzde 37,5`, `%37,5`: percent that stands before the number. */
	isPercentBefore(before: string): boolean {
		return this.#language === 'tr' && /(?:(?:^|\s)yüzde\s|%)$/iu.test(before);
	}

	/** Reads on behind the digits of a number. `unit` is what is known of it already. */
	readBehind(text: string, tokens: readonly Token[], at: number, digitsEnd: number, value: number, unit: string | null): CountedAbroad {
		let end = digitsEnd;
		let factor = 1;
		// Where a word that multiplies is shortened, a point stands behind it.
		let behind = end;
		let next = at;
		const letters = scaleBeforeMoney.exec(text.slice(end, end + 6));
		if (letters !== null) {
			factor = ofLetters[letters[1] ?? ''] ?? 1;
			end += letters[0].length;
			behind = end;
		} else {
			for (
				let token = tokens[next];
				token !== undefined && /^[ \u00a0\u202f]$/.test(text.slice(behind, token.start));
				token = tokens[next]
			) {
				const scale = this.#scales.get(token.folded);
				if (scale === undefined) {
					break;
				}
				factor *= scale;
				end = token.end;
				behind = text[end] === '.' && text[end + 1] === ' ' ? end + 1 : end;
				next++;
			}
			const joint = factor > 1 ? this.#words.joint?.exec(text.slice(behind, behind + 5))?.[0] : undefined;
			if (joint !== undefined) {
				// One space is left before what is counted.
				behind += joint.length - 1;
				while (tokens[next] !== undefined && (tokens[next]?.start ?? 0) <= behind) {
					next++;
				}
			}
		}
		if (unit !== null) {
			return { factor, unit, end };
		}
		const counted = this.#readUnit(text, tokens, next, behind, value);
		return counted === undefined ? { factor, unit: null, end } : { factor, ...counted };
	}

	#readUnit(
		text: string,
		tokens: readonly Token[],
		at: number,
		end: number,
		value: number,
	): { readonly unit: string; readonly end: number } | undefined {
		// Behind an elided article stands no space.
		const rest = /['’]/.test(text[end] ?? '') ? ` ${text.slice(end + 1, end + 30)}` : text.slice(end, end + 30);
		const share = percent.exec(rest)?.[0];
		if (share !== undefined) {
			return { unit: 'percent', end: end + share.length };
		}
		for (const [pattern, name] of money) {
			const found = pattern.exec(rest)?.[0];
			if (found !== undefined) {
				return { unit: name ?? found.trim(), end: end + found.length };
			}
		}
		return this.#readCounted(text, tokens, at, end, value);
	}

	/** What is counted: a noun, and an adjective before it. */
	#readCounted(
		text: string,
		tokens: readonly Token[],
		from: number,
		end: number,
		value: number,
	): { readonly unit: string; readonly end: number } | undefined {
		const first = tokens[from];
		let before = end;
		let noun: Token | undefined;
		for (const token of tokens.slice(from, from + 3)) {
			const gap = text.slice(before, token.start);
			const written = text.slice(token.start, token.end);
			const isAdjective = this.#words.adjectives.test(written);
			const isWord =
				/^\p{L}/u.test(written) && (isAdjective || !isStopWord(token.folded, this.#language)) && !this.#others.has(token.folded);
			if (!/^(?:[ \u00a0\u202f]|['’])$/.test(gap) || !isWord || isMonthName(written.toLowerCase())) {
				break;
			}
			before = token.end;
			// `1,5 tonne`: one of it.
			if (this.#words.noun.test(written) || (value < 2 && !isAdjective && written.length > 2 && this.#language !== 'de')) {
				noun = token;
			}
			if (!isAdjective) {
				break;
			}
		}
		return noun && first && { unit: text.slice(first.start, noun.end).replace(/\s+/g, ' '), end: noun.end };
	}
}

const made = new Map<string, FiguresAbroad>();

/** How loosely the words tell a number, in whatever of these languages; `undefined` for all others. */
export function loosenessAbroad(qualifier: string): Looseness | undefined {
	return looseness.get(qualifier);
}

const looseness: ReadonlyMap<string, Looseness> = new Map(
	[...figureWords.values()].flatMap((words) => {
		const rows: readonly (readonly [string, Looseness])[] = [
			[words.about, 'about'],
			[words.least, 'least'],
			[words.most, 'most'],
			[words.plain, 'exact'],
			[words.between, null],
			[words.from, null],
			[words.and, null],
			[words.to, null],
		];
		return rows.flatMap(([list, kind]) => list.split('|').flatMap((word): [string, Looseness][] => (word === '' ? [] : [[word, kind]])));
	}),
);

function listWords(list: string): readonly string[] {
	return list.split(' ').filter((word) => word !== '');
}

/** The longest first; a curly apostrophe stands for both. */
function toSource(list: string): string {
	return list
		.split('|')
		.sort((a, b) => b.length - a.length)
		.map((word) => escape(word).replaceAll('’', "['’]").replaceAll(' ', '\\s'))
		.join('|');
}

function escape(word: string): string {
	return word.replace(/[.()$]/g, '\\$&');
}
