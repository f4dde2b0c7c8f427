import { isContentWord } from '../../text/stopWords.ts';
import { isCapital } from '../formCheck.ts';
import { isAdverb } from '../wordLists.ts';
import { addGenusCues } from './definitionCues.ts';
import { kindOfVerb, type PatternContext } from './definitionPatterns.ts';
import { signals } from './definitionWords.ts';
import { findClauseStart, findNextComma, nounsBefore, rangeOf, restFrom, trimTerm } from './nounPhrases.ts';
import { articles, determiners, parts, stoppers } from './sentenceWords.ts';

/** Marks: `X: a …`, `X — the …`, `X, a …,`, `X (a …)`, `… (X)`, `…, or X`. */
export function readMark(context: PatternContext, at: number): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	const gap = gaps[at] ?? '';
	if (gap === '') {
		return;
	}
	const next = words[at] ?? '';
	const isArticle = articles.has(next) || next === 'any' || next === 'those' || next === 'one';
	if (gap.includes('(')) {
		readBrackets(context, at);
		return;
	}
	const isDash = /[—–]|--/.test(gap);
	if (gap === ':' || isDash) {
		const term = nounsBefore(sentence, at);
		if (term !== undefined) {
			context.add(term, restFrom(sentence, at), [
				isDash ? 'dash' : 'colon',
				`${isDash ? 'dash' : 'colon'} ${isArticle ? 'article' : 'other'}`,
				...(isCapitalAt(context, at) ? ['mark: capital'] : []),
				term.first <= 1 ? 'at start' : 'in sentence',
			]);
		}
		if (next === 'or' || isDash) {
			return;
		}
	}
	if (gap.includes(',')) {
		if (next === 'or') {
			readOr(context, at);
		} else if (isArticle) {
			const term = nounsBefore(sentence, at);
			if (term !== undefined) {
				const close = findNextComma(sentence, at);
				const cues = [
					'apposition',
					`apposition ${next}`,
					term.first <= 1 ? 'at start' : 'in sentence',
					close === undefined ? 'apposition to end' : 'apposition closed',
				];
				addGenusCues(sentence, at, cues);
				context.add(term, close === undefined ? restFrom(sentence, at) : rangeOf(sentence, at, close - 1), cues);
			}
		} else if (next === 'meaning' || next === 'i.e' || (next === 'that' && words[at + 1] === 'is')) {
			const term = nounsBefore(sentence, at);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, next === 'that' || words[at + 1] === 'that' ? at + 2 : at + 1), ['meaning that']);
			}
		} else if (
			(next === 'in' && words[at + 1] === 'which') ||
			next === 'whereby' ||
			next === 'where' ||
			(next === 'in' && words[at + 1] === 'that')
		) {
			const term = nounsBefore(sentence, at);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, next === 'in' ? at + 2 : at + 1), ['in which']);
			}
		} else if (next === 'which' || next === 'who') {
			const verb = words[at + 1] ?? '';
			const isKnown = kindOfVerb(context, at + 1, signals.get(verb)) !== undefined;
			const term = isKnown ? undefined : nounsBefore(sentence, at);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, at + 1), ['which', /(?:s|ed)$/.test(verb) ? 'which verb' : 'which other']);
			}
		} else if (!parts(gaps[at + 1] ?? '') && /s$/.test(next) === false && isAppositive(context, at)) {
			const term = nounsBefore(sentence, at);
			if (term !== undefined) {
				context.add(term, restFrom(sentence, at), ['bare apposition']);
			}
		}
	}
}

/** `exogamous marriages, unions of spouses …`, `rehearsal, the conscious …`: a noun and `of`, `that`, `which` behind a comma. */
function isAppositive(context: PatternContext, at: number): boolean {
	const { sentence } = context;
	const { words, gaps } = sentence;
	for (let next = at + 1; next < Math.min(words.length, at + 4); next++) {
		if (parts(gaps[next] ?? '')) {
			return false;
		}
		if (/^(?:of|that|who|whose)$/.test(words[next] ?? '')) {
			return isContentWord(words[at] ?? '') && !isAdverb(words[at] ?? '') && !/(?:ing|ed)$/.test(words[at] ?? '');
		}
	}
	return false;
}

function readBrackets(context: PatternContext, at: number): void {
	const { sentence } = context;
	const { words, gaps, ends } = sentence;
	let close = at + 1;
	while (close < words.length && close - at < 30 && !(gaps[close] ?? '').includes(')')) {
		close++;
	}
	if (!(gaps[close] ?? '').includes(')') || /^(?:see|e\.?g|i\.?e|fig|figure|table|eq|\d)/.test(words[at] ?? '')) {
		return;
	}
	const count = close - at;
	const inside = words.slice(at, close);
	if (inside.some((word) => /^(?:19|20)\d\d[a-z]?$/.test(word)) || inside.includes('al')) {
		return;
	}
	const before = nounsBefore(sentence, at);
	const isQuoted = /["“]/.test(gaps[at] ?? '');
	if (before !== undefined && count > 1 && !/^(?:also|or|and|called|sometimes|commonly|known)$/.test(inside[0] ?? '')) {
		const cues = [
			'brackets gloss',
			articles.has(inside[0] ?? '') ? 'brackets article' : 'brackets other',
			count > 4 ? 'brackets long' : 'brackets brief',
		];
		context.add(before, { start: sentence.starts[at] ?? 0, end: ends[close - 1] ?? 0 }, cues);
	}
	if (count <= 4 && !inside.some((word) => stoppers.has(word))) {
		const term = trimTerm(sentence, at, close - 1);
		const first = findClauseStart(sentence, at - 1);
		if (term !== undefined && at - first >= 1) {
			const shorts = /^[\p{Lu}\p{N}s-]+$/u.test(context.text.slice(sentence.starts[term.first], sentence.ends[term.last]));
			context.add(term, rangeOf(sentence, first, at - 1), [
				'brackets term',
				isQuoted ? 'brackets quoted' : shorts ? 'brackets short form' : 'brackets words',
				at - first < 4 ? 'named some' : 'named much',
			]);
		}
	}
}

/** `kinship, or one’s traceable ancestry,`: either side may be the term. */
function readOr(context: PatternContext, at: number): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	const close = findNextComma(sentence, at) ?? words.length;
	const before = nounsBefore(sentence, at);
	const count = close - at - 1;
	if (count < 1 || count > 14 || before === undefined) {
		return;
	}
	const isDetermined = determiners.has(words[at + 1] ?? '') || /['’]s$/.test(words[at + 1] ?? '');
	const isClosed = close < words.length || parts(gaps[close] ?? '');
	if (isDetermined || count > 4) {
		context.add(before, rangeOf(sentence, at + 1, close - 1), [
			'or gloss',
			isDetermined ? 'or article' : 'or bare',
			isClosed ? 'or closed' : 'or open',
		]);
	} else {
		const term = trimTerm(sentence, at + 1, close - 1);
		const first = findClauseStart(sentence, at - 1);
		if (term !== undefined) {
			context.add(term, rangeOf(sentence, first, at - 1), [
				'or term',
				close < words.length ? 'or closed' : 'or open',
				at - first < 4 ? 'named some' : 'named much',
			]);
		}
	}
}

/** `In a command economy, effort is devoted to …`. */
export function readInHead(context: PatternContext): void {
	const { sentence } = context;
	const { words, gaps } = sentence;
	if (words[0] !== 'in' && words[0] !== 'under' && words[0] !== 'with') {
		return;
	}
	for (let at = 1; at < Math.min(words.length, 8); at++) {
		const gap = gaps[at + 1] ?? '';
		if (!parts(gap)) {
			continue;
		}
		const term = gap.startsWith(',') ? trimTerm(sentence, 1, at) : undefined;
		if (term !== undefined) {
			context.add(term, restFrom(sentence, at + 1), ['in head', `in head ${articles.has(words[1] ?? '') ? words[1] : 'bare'}`]);
		}
		return;
	}
}

function isCapitalAt({ text, sentence }: PatternContext, at: number): boolean {
	const start = sentence.starts[at] ?? 0;
	return isCapital(text.slice(start, start + 2));
}
