import { isContentWord } from '../../text/stopWords.ts';
import { isAdverb } from '../wordLists.ts';
import type { NamedSpeakers } from './namedSpeakers.ts';
import { leadsSomebody } from './speakerPhrases.ts';

/**
 * `Lopez (2019) argues`, `Lopez and Oduya (2019, p. 4) argue`, `Lopez et al. argue`: whom a text cites. `last` is the last token of the names,
 * `closed` the last one of the brackets behind them, or `last`.
 */
export function citedAuthors(names: NamedSpeakers, from: number, last: number, closed: number): string | undefined {
	const { tokens, text } = names.reading;
	const [end, behind] = [tokens[last]?.end ?? 0, tokens[closed]?.end ?? 0];
	const isDated = closed > last && /^\.?\s\((?:1[89]|20)\d\d[a-z]?[,;:)]/.test(text.slice(end, end + 10));
	const isMany = tokens[last]?.folded === 'al' && text[end] === '.';
	if (last < from || !(isDated || isMany) || !/^[.)]\s/.test(text.slice(behind, behind + 2))) {
		return undefined;
	}
	const start = Math.max(tokens[from]?.start ?? 0, end - 80);
	const found = authorsBefore.exec(text.slice(start, end));
	if (found === null || (found.index === 0 && start > (tokens[from]?.start ?? 0))) {
		return undefined;
	}
	const cited = found[0].split(/, (?!and )/);
	const first = (cited[0] ?? '').toLowerCase();
	const authors = cited.length > 1 && (!isContentWord(first) || isAdverb(first)) ? cited.slice(1).join(', ') : found[0];
	const article = /(\p{L}+)\s$/u.exec(text.slice(start, start + found.index))?.[1];
	if (article !== undefined && leadsSomebody.has(article.toLowerCase())) {
		return undefined;
	}
	const named = names.endingAt(end);
	return named?.includes(authors) === true ? named : names.fullName(`${authors}${isMany ? '.' : ''}`);
}

/** `Lopez`, `Lopez and Oduya`, `Lopez, Oduya & Holm`, `Lopez et al`: family names at the end of a text. */
const authorsBefore =
	/(?<![\p{L}\p{N}.’'-])(?:\p{Lu}[\p{L}’'-]{1,30}, ){0,3}(?:\p{Lu}[\p{L}’'-]{1,30},? (?:and|&) )?\p{Lu}[\p{L}’'-]{1,30}(?: et al)?$/u;
