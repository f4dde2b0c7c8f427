import type { DocumentSummary } from '../../library/document.ts';
import { splitWords } from '../../text/analyse.ts';
import { isStopWord } from '../../text/stopWords.ts';

/** A citation key as most make them, out of the first author's last name, the year, and the first word of the title: `ruiz2008tide`. */
export function suggestKey({
	author,
	date,
	title,
	language,
}: Pick<DocumentSummary, 'author' | 'date' | 'title' | 'language'>): string | undefined {
	const [first = ''] = (author ?? '').split(/,| and /);
	const name = wordsOf(first).at(-1);
	const year = /^\d{4}/.exec(date ?? '')?.[0];
	const word = wordsOf(title ?? '').find((candidate) => !isStopWord(candidate, language));
	const parts = [name, year, name === undefined || year === undefined ? word : undefined].filter((part) => part !== undefined);
	return parts.length >= 2 ? parts.join('') : undefined;
}

function wordsOf(text: string): string[] {
	return splitWords(text.slice(0, 500))
		.map(({ folded }) => folded.replace(/[^\p{L}\p{N}]/gu, ''))
		.filter((word) => word !== '');
}
