import { makeStepTest, type Steps } from '../../base/steps.ts';
import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { sayingVerbs } from './nameLists.ts';
import type { NameRun } from './nameRuns.ts';
import { caseOf, findTokenAt, type Reading } from './reading.ts';

/** A title in quotation marks has no more words and letters than this. */
const maxTitleWords = 9;
const maxTitleLength = 80;

/**
 * The titles that stand in quotation marks, in order: words that all begin with capitals, but for those that join (“The Tide Is High”). A single word
 * must be led to by a small one, and not by an article or a verb of saying: the “Company” is a definition, and they said “Never”.
 */
export function* findQuotedTitles(reading: Reading): Steps<NameRun[]> {
	const { text } = reading;
	const isStepDue = makeStepTest();
	const runs: NameRun[] = [];
	let open: number | undefined;
	for (const { 0: mark, index } of text.matchAll(/["“”]|\n\n/g)) {
		if (isStepDue(index)) {
			yield;
		}
		if (mark === '"' ? open === undefined : mark === '“') {
			open = index;
			continue;
		}
		const run = open === undefined || mark === '\n\n' ? undefined : readTitle(reading, open + 1, index);
		if (run !== undefined) {
			runs.push(run);
		}
		open = undefined;
	}
	return runs;
}

function readTitle({ text, tokens }: Reading, from: number, to: number): NameRun | undefined {
	if (to - from > maxTitleLength) {
		return undefined;
	}
	const first = findTokenAt(tokens, from);
	const last = findTokenAt(tokens, to) - 1;
	const words = tokens.slice(first, last + 1);
	const inside = text.slice(words[0]?.start, words.at(-1)?.end);
	const behind = text.slice(words.at(-1)?.end, to);
	if (words.length === 0 || words.length > maxTitleWords || /[.;:!?\n]\s|\n/.test(inside) || !/^[,.!?]?\s?$/.test(behind)) {
		return undefined;
	}
	const isTitle =
		words.every(
			(token, at) =>
				(at > 0 && token !== words.at(-1) && !isContentWord(token.folded)) || caseOf(text, token) !== 'small' || /^\d/.test(token.folded),
		) && words.some((token) => isContentWord(token.folded));
	const before = tokens[first - 1];
	if (!isTitle || (words.length === 1 && (behind.trim() !== '' || !leadsToTitle(text, before, from)))) {
		return undefined;
	}
	return { first, last, isInitial: false, isInTitle: false, hasTitle: false, hasArticle: false };
}

function leadsToTitle(text: string, before: Token | undefined, from: number): boolean {
	return (
		before !== undefined &&
		/^\s["“]$/.test(text.slice(before.end, from)) &&
		caseOf(text, before) === 'small' &&
		!/^(?:the|a|an|this|that|his|her|their|our|my|so|word|term|as|means?)$/.test(before.folded) &&
		!sayingVerbs.has(before.folded)
	);
}

/** The runs of both lists in order; what lies in a title, or reaches into it, is part of it. */
export function mergeTitles(runs: readonly NameRun[], titles: readonly NameRun[]): NameRun[] {
	if (titles.length === 0) {
		return [...runs];
	}
	const merged: NameRun[] = [];
	let next = 0;
	for (const run of runs) {
		while (next < titles.length && (titles[next] as NameRun).first <= run.last) {
			merged.push(titles[next++] as NameRun);
		}
		const before = titles[next - 1];
		if (before === undefined || before.last < run.first) {
			merged.push(run);
		}
	}
	return [...merged, ...titles.slice(next)];
}
