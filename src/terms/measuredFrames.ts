import type { Range } from '../text/range.ts';
import type { Token } from '../text/tokenise.ts';
import type { FigureFinding } from './findings.ts';

/** What several ways of telling one thing come to: `saw a turnout of 38 %` and `turnout was 38 %`, `claimed 14 lives` and `killed 14 people`. */
export interface MeasuredFrame {
	readonly kind: 'state' | 'event' | undefined;
	/** Tokens that go without saying, by where they start. */
	readonly dropped: ReadonlySet<number>;
	/** Words that stand for them. */
	readonly keys: readonly string[];
	/** What is measured, in the words of the clause: `turnout`, `voter turnout`; null where the verb tells it. */
	readonly quantity: Range | null;
}

/** Verbs that only say that something has what is told behind them: `saw a turnout of`, `made a loss of`. */
const having: ReadonlySet<string> = new Set(
	'saw had has have recorded reported registered posted made showed shows suffered achieved enjoyed enjoys'.split(' '),
);

const determiners: ReadonlySet<string> = new Set('a an the its their his her our'.split(' '));

/** Behind these nouns another one says where, when or of whom: `turnout in`, `the budget of`. */
const joints: ReadonlySet<string> = new Set('in of on at for across'.split(' '));

const made: ReadonlySet<string> = new Set('built completed constructed finished opened'.split(' '));

/** What has one height, so that what it reached and where it peaked are the same. */
const swelling: ReadonlySet<string> = new Set('flood floods flooding tide surge floodwater floodwaters'.split(' '));

const peaking: ReadonlySet<string> = new Set('peaked crested'.split(' '));

/** Drawn by an event, or gone to it: `drew 6,500 people`, `was attended by 900`, `took part in`. */
const attending: ReadonlySet<string> = new Set('drew attracted attended'.split(' '));

/** What became of those who are counted behind `left`. */
const leftSo: ReadonlySet<string> = new Set('dead injured wounded homeless displaced'.split(' '));

const maxQuantity = 4;

/** Reads a clause as one of the ways above; `undefined` for all others. `tokens` are those of the clause, `isAside` tells which of them only loosen a figure. */
export function readFrame(
	tokens: readonly Token[],
	figure: FigureFinding,
	isNoun: (folded: string) => boolean,
	isAside: (folded: string) => boolean,
): MeasuredFrame | undefined {
	const before = tokens.filter(({ end }) => end <= figure.start);
	const after = tokens.filter(({ start }) => start >= figure.end);
	while (isAside(before.at(-1)?.folded ?? '')) {
		before.pop();
	}
	return (
		readHad(before, figure, isNoun, isAside) ??
		readExtent(before, figure) ??
		readHarm(before, after, figure) ??
		readAttendance(before, after) ??
		readSubject(before, figure, isNoun, isAside)
	);
}

/** `saw a turnout of`, `had debts of`, `was built at a cost of`. */
function readHad(
	before: readonly Token[],
	figure: FigureFinding,
	isNoun: (folded: string) => boolean,
	isAside: (folded: string) => boolean,
): MeasuredFrame | undefined {
	const of = before.length - 1;
	if (before[of]?.folded !== 'of') {
		return undefined;
	}
	let first = of;
	while (first > 0 && of - first < maxQuantity && isNoun(before[first - 1]?.folded ?? '') && !having.has(before[first - 1]?.folded ?? '')) {
		first--;
	}
	const quantity = before.slice(first, of);
	const hasArticle = determiners.has(before[first - 1]?.folded ?? '');
	const verb = before[hasArticle ? first - 2 : first - 1];
	// `has a total of 40 members` is `has 40 members`, which other rules read.
	if (verb === undefined || quantity.every(({ folded }) => isAside(folded))) {
		return undefined;
	}
	const isMade = verb.folded === 'at' && made.has(before[before.indexOf(verb) - 1]?.folded ?? '');
	if (!having.has(verb.folded) && !isMade) {
		return undefined;
	}
	const dropped = isMade ? [verb, before[before.indexOf(verb) - 1] ?? verb] : [verb];
	return frameOf(quantity, dropped, figure);
}

/** `Turnout in the election was`, `the flood of the river peaked at`: the quantity is the subject. */
function readSubject(
	before: readonly Token[],
	figure: FigureFinding,
	isNoun: (folded: string) => boolean,
	isAside: (folded: string) => boolean,
): MeasuredFrame | undefined {
	const peak = before.findIndex(({ folded }) => peaking.has(folded));
	const isFlood = peak > 0 && before[peak + 1]?.folded === 'at' && before.some(({ folded }) => swelling.has(folded));
	// `In 2021 the poverty rate in Vellania was`.
	const year = /^(?:in|during)$/.test(before[0]?.folded ?? '')
		? before.slice(1, 3).findIndex(({ folded }) => /^(?:1[5-9]|20)\d\d$/.test(folded))
		: -1;
	const opening = year < 0 ? 0 : year + 2;
	const first = determiners.has(before[opening]?.folded ?? '') ? opening + 1 : opening;
	let end = first;
	while (end < before.length && end - first < maxQuantity && isNoun(before[end]?.folded ?? '')) {
		end++;
	}
	const quantity = before.slice(first, end);
	const isQuantity =
		quantity.length > 0 &&
		joints.has(before[end]?.folded ?? '') &&
		!quantity.every(({ folded }) => isAside(folded)) &&
		figure.unit !== null;
	// `The total cost of the road came to £5 million.`
	const sum = before.slice(-2);
	const isSum = sum[1]?.folded === 'to' && /^(?:came|comes|amounted|amounts|added)$/.test(sum[0]?.folded ?? '');
	const dropped = isFlood ? before.slice(peak, peak + 1) : isSum ? sum : [];
	if (isQuantity) {
		const frame = frameOf(quantity, dropped, figure);
		return { ...frame, kind: isFlood || frame.kind === 'event' ? frame.kind : undefined };
	}
	return isFlood ? { kind: 'state', dropped: startsOf(dropped), keys: [], quantity: null } : undefined;
}

const lengths = /^(?:km|k?m|miles?|(?:kilo)?met(?:re|er)s?|feet|ft)$/i;

/** `runs for 340 kilometres`, `stretches over 60 miles`: so long it is. */
function readExtent(before: readonly Token[], figure: FigureFinding): MeasuredFrame | undefined {
	const hasJoint = /^(?:for|over)$/.test(before.at(-1)?.folded ?? '');
	const verb = before.at(hasJoint ? -2 : -1);
	return lengths.test(figure.unit ?? '') && /^(?:runs|stretches|extends|winds)$/.test(verb?.folded ?? '')
		? { kind: 'state', dropped: startsOf(before.slice(hasJoint ? -2 : -1)), keys: ['long'], quantity: null }
		: undefined;
}

/** `claimed 14 lives`, `claimed the lives of 14 people`, `14 people lost their lives in`, `left 38 people dead`. */
function readHarm(before: readonly Token[], after: readonly Token[], figure: FigureFinding): MeasuredFrame | undefined {
	const verb = before.at(-1);
	const killed = { kind: 'event', keys: ['killed'], quantity: null } as const;
	if (verb !== undefined && /^(?:claimed|took|cost)$/.test(verb.folded) && /^lives$/i.test(figure.unit ?? '')) {
		return { ...killed, dropped: startsOf([verb]) };
	}
	if (verb?.folded === 'of' && before.at(-2)?.folded === 'lives' && /^(?:claimed|took|cost)$/.test(before.at(-4)?.folded ?? '')) {
		return { ...killed, dropped: startsOf(before.slice(-4)) };
	}
	if (after[0]?.folded === '목숨을' && after[1]?.folded.startsWith('잃') === true) {
		return { kind: 'event', keys: ['숨졌다'], quantity: null, dropped: startsOf(after.slice(0, 2)) };
	}
	if (after[0]?.folded === 'lost' && after[1]?.folded === 'their' && after[2]?.folded === 'lives') {
		return { ...killed, dropped: startsOf(after.slice(0, 3)) };
	}
	return verb?.folded === 'left' && leftSo.has(after[0]?.folded ?? '')
		? { kind: 'event', dropped: startsOf([verb]), keys: [], quantity: null }
		: undefined;
}

/** `drew 6,500 people`, `was attended by 900 people`, `4,000 people took part in`. Each time they may be others. */
function readAttendance(before: readonly Token[], after: readonly Token[]): MeasuredFrame | undefined {
	const isBy = before.at(-1)?.folded === 'by';
	const verb = before.at(isBy ? -2 : -1);
	const attended = { kind: 'state', keys: ['attended'], quantity: null } as const;
	if (verb !== undefined && attending.has(verb.folded)) {
		return { ...attended, dropped: startsOf(before.slice(isBy ? -2 : -1)) };
	}
	if (after[0]?.folded === 'attended') {
		return { ...attended, dropped: startsOf(after.slice(0, 1)) };
	}
	return after[0]?.folded === 'took' && after[1]?.folded === 'part' && after[2]?.folded === 'in'
		? { ...attended, dropped: startsOf(after.slice(0, 2)) }
		: undefined;
}

/** The same quantity by another word: `at a cost of` and `cost`, `a length of` and `long`. */
const otherwise: ReadonlyMap<string, string> = new Map(
	'cost=costs costs=costs area=covers length=long height=high tall=high width=wide depth=deep'
		.split(' ')
		.map((pair) => pair.split('=') as [string, string]),
);

function frameOf(quantity: readonly Token[], verbs: readonly Token[], figure: FigureFinding): MeasuredFrame {
	const known = quantity.filter(({ folded }) => otherwise.has(folded));
	// A rate of recycling in percent is how much of it is recycled.
	const rate = figure.unit === 'percent' ? quantity.slice(1).filter(({ folded }) => /^rates?$/.test(folded)) : [];
	return {
		kind: known.some(({ folded }) => otherwise.get(folded) === 'costs') ? 'event' : 'state',
		dropped: startsOf([...verbs, ...known, ...rate]),
		keys: known.map(({ folded }) => otherwise.get(folded) ?? folded),
		quantity: { start: quantity[0]?.start ?? 0, end: quantity.at(-1)?.end ?? 0 },
	};
}

function startsOf(tokens: readonly Token[]): ReadonlySet<number> {
	return new Set(tokens.map(({ start }) => start));
}

/**
 * What was bought by `The city spent $4 million on the Marlow Bridge`: where its name begins, who bought it (its last word), and the words that are about it. What was spent
 * on a part of it begins otherwise.
 */
export function readSpending(
	tokens: readonly Token[],
	figure: FigureFinding,
): { readonly about: number; readonly by: string; readonly words: readonly Token[] } | undefined {
	const before = tokens.filter(({ end }) => end <= figure.start);
	const after = tokens.filter(({ start }) => start >= figure.end);
	const spent = before.findLastIndex(({ folded }) => folded === 'spent');
	const isSpent = spent > 0 && before.length - spent <= 3 && !/^(?:has|have|had|was|were|be|been)$/.test(before[spent - 1]?.folded ?? '');
	if (!isSpent || after[0]?.folded !== 'on') {
		return undefined;
	}
	const words = after.slice(1).filter(({ folded }, at) => at > 1 || !/^(?:the|building)$/.test(folded));
	return words[0] === undefined ? undefined : { about: words[0].start, by: before[spent - 1]?.folded ?? '', words };
}
