import { isContentWord } from '../../text/stopWords.ts';
import type { Token } from '../../text/tokenise.ts';
import { caseOf, type Reading } from './reading.ts';

/** No heading on the line of its text has more words. */
const maxRunIn = 16;

/** Where the text begins behind `Wage and Hour Laws: …`: a heading on the line of its text. The sentence's start if there is none. */
export function findRunInHeading(reading: Reading, from: number, to: number): number {
	const { text, tokens } = reading;
	for (let at = from; at + 1 < to && at - from < maxRunIn; at++) {
		const token = tokens[at] as Token;
		if (text[token.end] === ':' && text[token.end + 1] !== '/') {
			return at + 1;
		}
		if (isContentWord(token.folded) && caseOf(text, token) === 'small') {
			return from;
		}
	}
	return from;
}

/** Whether most words that could be small have capitals: a headline. */
export function isTitleLine(reading: Reading, from: number, to: number): boolean {
	const { text, tokens } = reading;
	const end = tokens[to - 1]?.end ?? 0;
	if (to - from < 3 || to - from > 25 || /[.!?]/.test(text[end] ?? '')) {
		return false;
	}
	let capitals = 0;
	let words = 0;
	let isShouted = false;
	for (let at = from; at < to; at++) {
		const token = tokens[at] as Token;
		if (isContentWord(token.folded)) {
			words++;
			capitals += caseOf(text, token) === 'small' ? 0 : 1;
		} else {
			// `FOR IMMEDIATE RELEASE`: no small word has capitals but where all have.
			isShouted ||= token.end - token.start > 1 && caseOf(text, token) === 'capitals';
		}
	}
	return words > 0 && capitals / words > 0.7 && (words > capitals || words >= 3 || isShouted);
}
