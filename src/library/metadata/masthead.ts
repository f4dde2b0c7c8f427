import { findDate } from './date.ts';

/** The parts of a line that wide gaps or bars set apart. */
export function partsOf(line: string): string[] {
	return line
		.split(/ {3,}|\t+| ?[|·•] ?/u)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** `Vol. 12, No. 3`, `Issue 7`, `March 2011`, `Winter 2004`. */
export function isIssue(part: string): boolean {
	return (
		/\b(?:vol|volume|no|nr|issue|heft|jahrgang|année|año|tomo)\.? ?\d/iu.test(part) ||
		/^(?:spring|summer|autumn|fall|winter)[ ,]+\d{4}$/iu.test(part) ||
		findDate(part) !== undefined
	);
}

/** Whether a line is the masthead of a page rather than anybody's words: several parts, of which one names the issue or is a number. */
export function isMasthead(line: string): boolean {
	const parts = line.length <= 160 ? partsOf(line) : [];
	return (
		parts.length >= 2 &&
		parts.some((part) => isIssue(part) || /^\d{1,4}$/u.test(part)) &&
		parts.some((part) => /\p{L}{3}/u.test(part) && !isIssue(part))
	);
}
