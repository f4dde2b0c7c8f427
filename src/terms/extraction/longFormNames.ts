import type { Range } from '../../text/range.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { TermKind } from '../card.ts';
import type { AcronymFinding, NameFinding } from '../findings.ts';
import { kindAbroad } from './kindsAbroad.ts';
import { kindByWords } from './nameKinds.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';

/** Of long forms that begin with the same word so many are looked for in other places: a text that is a list of them has more. */
const maxAlike = 20;

/** A long form that is written as a name. */
interface LongName extends Range {
	readonly text: string;
	readonly kind: TermKind;
}

/**
 * The names of a document, where those that a long form is made of are one: `United Nations High Commissioner for Refugees (UNHCR)` is no
 * `United Nations High Commissioner`, there and wherever the same words stand. The short form has the kind of the long one. Only long forms
 * beside their short form count, and only those of which every word that says something has a capital. Names that reach over the end of
 * one stay as they are. In order, as before.
 */
export function joinLongForms(reading: Reading, names: readonly NameFinding[], acronyms: readonly AcronymFinding[]): NameFinding[] {
	const longs = collectLongNames(reading, names, acronyms);
	if (longs.length === 0) {
		return [...names];
	}
	const joined = join(reading, names, longs);
	const kinds = new Map(longs.map(({ text, kind }) => [toLine(text), kind]));
	const longAt = new Map(acronyms.map(({ shortStart, long }) => [shortStart, long]));
	return joined.map((name) => {
		const kind = name.kind === 'concept' ? kinds.get(longAt.get(name.start) ?? '') : undefined;
		return kind === undefined ? name : { ...name, kind };
	});
}

/** One line, single spaces, as `AcronymFinding.long` is. */
function toLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}

/** The long forms that stand beside their short form and are names, in order, none over another. */
function collectLongNames(reading: Reading, names: readonly NameFinding[], acronyms: readonly AcronymFinding[]): LongName[] {
	const longs: LongName[] = [];
	const ranges = acronyms
		.flatMap(({ longStart, longEnd }) => (longStart === null || longEnd === null ? [] : [{ start: longStart, end: longEnd }]))
		.sort((a, b) => a.start - b.start);
	let at = 0;
	for (const range of ranges) {
		while (at < names.length && (names[at]?.end ?? 0) <= range.start) {
			at++;
		}
		const over: NameFinding[] = [];
		for (let next = at; next < names.length && (names[next]?.start ?? 0) < range.end; next++) {
			over.push(names[next] as NameFinding);
		}
		const words = (longs.at(-1)?.end ?? 0) <= range.start ? readName(reading, range) : undefined;
		if (words !== undefined && over.every(({ start, end }) => range.start <= start && end <= range.end)) {
			const [first] = over;
			const isWhole = first !== undefined && first.start === range.start && first.end === range.end;
			const told = kindByWords(words) ?? kindByWords(words.map((word) => word.replace(/s$/, ''))) ?? kindAbroad(words);
			const begun = first?.start === range.start && first.kind === 'organisation' ? first.kind : undefined;
			const kind = isWhole ? first.kind : (told ?? begun ?? 'concept');
			// In a headline alone, capitals prove no name.
			if (first !== undefined || kind !== 'concept') {
				longs.push({ ...range, text: reading.text.slice(range.start, range.end), kind });
			}
		}
	}
	return longs;
}

/** The folded words of a name; `undefined` if one that says something has no capital, and its language asks for it. */
function readName({ text, tokens }: Reading, { start, end }: Range): string[] | undefined {
	const words = tokens.slice(findTokenAt(tokens, start), findTokenAt(tokens, end));
	const isName = words.every((token, at) => caseOf(text, token) !== 'small' || (at > 0 && !isContentWord(token.folded)));
	const folded = words.map((word) => word.folded);
	// `Compagnie générale des Fontaines`, `Wasserhaushaltsgesetz`: other languages write what says something small, or all of it as one word.
	return (words.length > 1 && isName) || kindAbroad(folded) !== undefined ? folded : undefined;
}

function join(reading: Reading, names: readonly NameFinding[], longs: readonly LongName[]): NameFinding[] {
	const alike = new Map<string, LongName[]>();
	for (const long of longs) {
		const others = alike.get(firstWordOf(long.text)) ?? [];
		if (others.length < maxAlike && others.every(({ text }) => text !== long.text)) {
			alike.set(firstWordOf(long.text), [...others, long]);
		}
	}
	const joined: NameFinding[] = [];
	let end = 0;
	let next = 0;
	const add = ({ start, text, kind }: Pick<LongName, 'start' | 'text' | 'kind'>) => {
		if (start >= end) {
			end = start + text.length;
			joined.push({ text, kind, start, end });
		}
	};
	for (const name of names) {
		for (let long = longs[next]; long !== undefined && long.start <= name.start; long = longs[++next]) {
			add(long);
		}
		if (name.start < end) {
			continue;
		}
		const [again] = (alike.get(firstWordOf(name.text)) ?? [])
			.filter(({ text }) => text.length > name.text.length && standsAt(reading.text, text, name.start))
			.sort((a, b) => b.text.length - a.text.length);
		if (again !== undefined) {
			add({ ...again, start: name.start });
		} else {
			joined.push(name);
		}
	}
	for (const long of longs.slice(next)) {
		add(long);
	}
	return joined;
}

function firstWordOf(text: string): string {
	const end = text.search(/\s/);
	return end < 0 ? text : text.slice(0, end);
}

function standsAt(text: string, words: string, start: number): boolean {
	return text.startsWith(words, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + words.length, start + words.length + 2));
}
