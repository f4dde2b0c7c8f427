import { readBylineLine } from './byline.ts';
import { findDate, parseDate } from './date.ts';

/** A line of who and when is short: a longer one is a sentence that happens to begin so. UTF-16 units. */
const maxBylineLength = 160;

/** `Judgment of 6 June 2024`, `Draft of 3 May 2023`, `Issued on 25 May 2023`, `Minutes of the board, 12 February 2024`, `Hearing of 8 June 2023`: what a text says of itself. */
const actOf =
	/^(?:(?:judge?ment|decision|ruling|order|opinion)\s(?:of|dated|delivered|given|handed)\b|(?:[^.]{1,80}\.\s)?(?:draft|version|status|revision)\s(?:of|dated|as\sof)\s(?=\d|\p{L}{3,9}\s\d)|(?:(?:press|media|news)\s(?:release|statement|notice)|(?:press\s)?summary\sfor\sthe\s(?:press|media)|communiqu[eé]|newsletter|circular|bulletin)\b(?!.*\son\s)[^.]{0,60}\d|(?:issued|delivered|decided|released|adopted|signed|dated|handed\sdown)(?:\son\b|:)|minutes\s(?:of|from)\s|(?:hearing|meeting|session|sitting|interview|deposition|testimony|transcript|proceedings)\s(?:(?:of|dated|(?:held\s)?on)\s|(?:of|on|with|before)\s[^.]{1,100},\s)(?=\d|\p{L}{3,9}\s\d))(?!.*\b(?:repeal|amend|quash|appeal|revers|since|between)).*\d{4}\W*$/iu;

/** The date of such a line, to the day or the month. */
function readActDate(line: string): string | undefined {
	return line.length <= maxBylineLength && actOf.test(line) ? findDate(line)?.date : undefined;
}

/** The date of a line that is one, that says what act of which day the text is, or that begins with place and day; a bare year is one as well. */
export function readDateOfLine(line: string): string | undefined {
	return parseDate(line) ?? readActDate(line) ?? readDateline(line);
}

/**
 * `ORRIN, 4 June 2024 — The council …`, `Geneva, March 1, 2008`: where and when it was written, before what is told or on a line of its own. The
 * place begins the line, in up to four words with capitals, maybe with an agency behind it.
 */
const dateline =
	/^\p{Lu}[\p{L}’'.-]{1,20}(?:\s\p{Lu}[\p{L}’'.-]{1,20}){0,3}(?:\s\([^()]{2,20}\))?,\s(?:(?:le|den|am|el|a)\s)?(?=\p{L}|\d)/u;
const behindDateline = /^(?:\s\([^()]{2,20}\))?(?:\.?\s*$|\s?[–—]\s?\S|\s-{1,2}\s\S|:\s)/u;

/** The date of a dateline, to the day. Two dates with a dash between them are how long somebody lived, or something lasted: `Ann Brown, 4 May 1950 – 3 June 2012`. */
export function readDateline(line: string): string | undefined {
	const place = dateline.exec(line)?.[0].length ?? 0;
	const rest = line.slice(place, place + 60);
	const found = place === 0 ? undefined : findDate(rest);
	if (found?.start !== 0 || found.date.length <= 7) {
		return undefined;
	}
	const behind = rest.slice(found.end);
	const isSpan = findDate(behind.replace(/^[\s–—-]+/u, ''))?.start === 0;
	return behindDateline.test(behind) && !isSpan ? found.date : undefined;
}

/**
 * The date that a line gives by itself (`March 1, 2008`), as a dateline or as a byline (`Posted by Ana Lee on March 1, 2008`, `Filed under News on …`): the
 * first of the lines that does. A year alone is a title or a cell of a table as often as a date, and is none; so is `Date: 2008`.
 */
export function findDateInLines(lines: readonly string[]): string | null {
	for (const line of lines) {
		const isByline =
			line.length <= maxBylineLength &&
			(/^(?:by|posted|published|written|date|filed|veröffentlicht|publié|publicado|pubblicato)\b/iu.test(line) ||
				/^(?:기사 ?)?(?:입력|등록|승인|작성일|게시일|발행일|배포일시?|보도일시?|발표일|선고일?|판결\s?선고|일시|일자|회의일시?|\[시행)(?=[\s:：])|^(?:公開日|投稿日|掲載日|发布时间|發布時間)/u.test(
					line,
				) ||
				/^[[〔【(][^\]〕】)]{1,80} ?(?:기자|특파원)[\]〕】)]/u.test(line) ||
				readBylineLine(line) !== undefined ||
				isReportersLine(line));
		const date = (isByline ? (parseDate(line) ?? findDate(line)?.date) : undefined) ?? readDateOfLine(line);
		if (date !== undefined && date.length > 4) {
			return date;
		}
	}
	return null;
}

/** `2023년 9월 3일 | 남도신문 배지영 기자`, `2023年6月8日 北海新報 記者 田中美咲`: the day, and who reports. */
function isReportersLine(line: string): boolean {
	return /^\d{4}\s?[-./년年].{4,80}(?:기자|특파원|記者|记者)(?:\s|$)/u.test(line) && findDate(line)?.start === 0;
}
