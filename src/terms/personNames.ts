import { foldWord } from '../text/normalise.ts';
import { leadingFamilyNames } from './extraction/nameLists.ts';
import { toNameCase } from './nameCase.ts';
import { shareDocument, type TermGroup } from './termGroups.ts';
import { keyOfForm } from './termSummaries.ts';

/** A family name as it is written, and its key. */
export interface FamilyName {
	readonly text: string;
	readonly key: string;
}

/** Somebody's whole name, taken apart. */
export interface PersonName {
	/** As the whole name is written; `undefined` where its last word is none. */
	readonly family: FamilyName | undefined;
	/** The keys by which somebody's family is looked up: the last word, of Korean and Chinese names the first too, and a name with a hyphen as a whole. */
	readonly families: ReadonlySet<string>;
	/** The other words, folded and without hyphens: `robert j`, `yeoni`. */
	readonly given: readonly string[];
	/** What somebody is called beside the given name: `bernie` of `Bernadette “Bernie” O’Hanlon`. */
	readonly nickname: string | undefined;
	/** The given name has two halves, joined by a hyphen. */
	readonly isOfTwoHalves: boolean;
	/** Whether the family name stands first. */
	readonly isLeading: boolean;
}

/** `Walter Whitcombe` of `Walter Whitcombe IV`: the name without which of his family he is. */
export function withoutGeneration(form: string): string {
	return form.replace(generation, '');
}

const generation = /(?<=\S\s\S.*),?\s(?:Jr|Sr|I{2,3}|IV)\.?$/iu;

/** Takes the whole name of a person apart. */
export function readPersonName(form: string, keys: readonly string[]): PersonName {
	const nickname = /\s["“(](?<name>\p{L}+)["”)](?=\s)/u.exec(form);
	const plain = nickname === null ? form : form.replace(nickname[0], '');
	const written = /^\p{Lu}+(?:[\s-]\p{Lu}+)+$/u.test(plain) ? toNameCase(plain) : plain;
	const words = written.split(/\s+/);
	const { family, isLeading, count } = findFamilyName(words);
	const [first = '', last = ''] = [keys[0], keys.at(-1)];
	const families = new Set([leadingFamilyNames.has(first) ? first : last, last]);
	// `Mr. Whitcombe` may be `Walter Whitcombe IV`.
	if (withoutGeneration(form) !== form) {
		families.add(keys.at(-2) ?? last);
	}
	if (family !== undefined) {
		families.add(family.key);
	}
	const given = isLeading ? words.slice(count) : words.slice(0, -count);
	return {
		family,
		families,
		given: given
			.join(' ')
			.split(/[\s.]+/)
			.map((word) => foldWord(word.replace(/[-‐‑]/g, '')))
			.filter((word) => word !== ''),
		nickname: nickname?.groups?.name && foldWord(nickname.groups.name),
		isOfTwoHalves: given.length === 1 && /^\p{L}{2,}[-‐‑]\p{L}{2,}$/u.test(given[0] ?? ''),
		isLeading,
	};
}

/**
 * The last word, with the small words before it (`van der Berg`), of Korean and Chinese names the first; `Vasquez-Holm` is one. None before `Jr`, no
 * initial, no second half of a given name (`Min-ju`). `count` are the words that it takes.
 */
function findFamilyName(words: readonly string[]): {
	readonly family: FamilyName | undefined;
	readonly isLeading: boolean;
	readonly count: number;
} {
	const small = findParticles(words);
	const isLeading = small < 0 && words.length > 1 && leadingFamilyNames.has(keyOfForm(words[0] ?? '', false) ?? '');
	const own = isLeading ? words.slice(0, 1) : small < 0 ? words.slice(-1) : words.slice(small);
	const last = own.at(-1) ?? '';
	const isWhole = small !== 0 && own.slice(0, -1).every((word) => familyParticles.has(foldWord(word))) && isFamilyWord(last);
	const text = own.join(' ');
	const key = isWhole && text.length > 2 && !/^(?:Jr|Sr|I{2,3}|IV)$/iu.test(last) ? keyOfForm(text, false) : undefined;
	return { family: key === undefined ? undefined : { text, key }, isLeading, count: own.length };
}

/** The first small word of a name, or that begins `Van Dyke` behind a given name; -1 if there is none. */
function findParticles(words: readonly string[]): number {
	const small = words.findIndex((word) => /^\p{Ll}/u.test(word));
	if (small >= 0) {
		return small;
	}
	let first = words.length - 1;
	while (first > 1 && familyParticles.has(foldWord(words[first - 1] ?? ''))) {
		first--;
	}
	return first < words.length - 1 ? first : -1;
}

/**
 * Whether a name is that of a family with its small words and no given name before them: `van der Laan`, `Van Der Laan`. One with a capital may be a
 * given name's (`Van Morrison`, `Al Gore`).
 */
export function isFamilyWithParticles(form: string): boolean {
	const words = form.split(/\s+/);
	const isParticle = words.slice(0, -1).every((word) => familyParticles.has(foldWord(word)));
	return isParticle && words.length > 1 && (words.length > 2 || /^\p{Ll}/u.test(form)) && isFamilyWord(words.at(-1) ?? '');
}

/** The name of such a family as it stands behind a given name: `van der Laan` of `Van Der Laan`. */
export function withSmallParticles(form: string): string {
	return form.replace(/\p{Lu}\p{Ll}+(?=\s)/gu, (word) => (familyParticles.has(foldWord(word)) ? word.toLowerCase() : word));
}

const familyParticles = new Set(
	'van von de der den del della di da do dos das du la le el al bin bint ibn ten ter zu zum zur af av'.split(' '),
);

/** `Holm`, `Vasquez-Holm`, `al-Masri`, `O’Neil`, `d’Avila`. */
function isFamilyWord(word: string): boolean {
	return word
		.split(/[-‐‑]/)
		.every((part, at) => /^(?:d['’])?\p{Lu}[\p{L}’']*\p{Ll}[\p{L}’']*$/u.test(part) || (at === 0 && familyParticles.has(part)));
}

/** Somebody of whom documents tell. */
export interface NamedPerson {
	readonly group: TermGroup;
	readonly name: PersonName;
}

/**
 * The pairs of one person in several names, of those who may be of one family: `Robert J. Bentham`, `Robert Bentham` and `R. J. Bentham`, but not where
 * the shorter one may stand for two who differ (`George Bush` of `George H. Bush` and `George W. Bush`); `Yeo-ni Kim` and `Kim Yeo-ni`.
 */
export function* findSamePeople(people: readonly NamedPerson[]): Generator<readonly [TermGroup, TermGroup]> {
	if (people.length < 2) {
		return;
	}
	const named = withoutNicknames(people);
	const alike = named.map((one) => named.filter((other) => other !== one && mayBeSame(one, other)));
	const areOne = alike.map((others) => others.every((one, at) => others.every((other, next) => next <= at || mayBeSame(one, other))));
	for (const [at, one] of named.entries()) {
		for (const [next, other] of named.entries()) {
			if (next > at && areOne[at] && areOne[next] && alike[at]?.includes(other)) {
				yield [one.group, other.group];
			}
		}
	}
}

/** Each by the given name, where somebody's nickname stands with it: `Bernie Orrin` is Bernadette where one `Bernadette “Bernie” Orrin` is told of, and nobody else is called so. */
function withoutNicknames(people: readonly NamedPerson[]): readonly NamedPerson[] {
	const called = new Map<string, string | undefined>();
	for (const { name } of people) {
		if (name.nickname !== undefined) {
			const [given] = name.given;
			called.set(name.nickname, called.has(name.nickname) && called.get(name.nickname) !== given ? undefined : given);
		}
	}
	return called.size === 0
		? people
		: people.map(({ group, name }) => {
				const [given = '', ...rest] = name.given;
				return { group, name: { ...name, given: [called.get(given) ?? given, ...rest] } };
			});
}

function mayBeSame(one: NamedPerson, other: NamedPerson): boolean {
	const [a, b] = [one.name, other.name];
	const [familyA, familyB] = [a.family?.key ?? one.group.keys.at(-1), b.family?.key ?? other.group.keys.at(-1)];
	const [givenA = '', ...middleA] = a.given;
	const [givenB = '', ...middleB] = b.given;
	if (familyA !== familyB || givenA === '' || givenB === '') {
		return false;
	}
	if (a.isLeading !== b.isLeading) {
		// `Kim Clark` and `Clark Kim` are two.
		return (a.isOfTwoHalves || b.isOfTwoHalves) && a.given.join('') === b.given.join('');
	}
	const holdsNames = [...middleA, ...middleB].some((middle) => middle.length > 1);
	return (
		isSameGiven(givenA, givenB) &&
		middleA.every((middle, at) => middleB[at] === undefined || isSameGiven(middle, middleB[at])) &&
		// `Maria Elena Lopez` need not be the `Maria Lopez` of another document.
		(middleA.length === middleB.length || !holdsNames || shareDocument(one.group, other.group))
	);
}

/** `Robert` and `R.` */
function isSameGiven(a: string, b: string): boolean {
	return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}
