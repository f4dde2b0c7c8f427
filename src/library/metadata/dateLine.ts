import { readBylineLine } from './byline.ts';
import { findDate, parseDate } from './date.ts';

/** A line of who and when is short: a longer one is a sentence that happens to begin so. UTF-16 units. */
const maxBylineLength = 160;

/**
 * The date that a line gives by itself (`March 1, 2008`) or as a byline (`Posted by Ana Lee on March 1, 2008`, `Filed under News on …`): the
 * first of the lines that does. A year alone is a title or a cell of a table as often as a date, and is none; so is `Date: 2008`.
 */
export function findDateInLines(lines: readonly string[]): string | null {
	for (const line of lines) {
		const isByline =
			line.length <= maxBylineLength &&
			(/^(?:by|posted|published|written|date|filed|veröffentlicht|publié|publicado|pubblicato)\b/iu.test(line) ||
				/^(?:기사 ?)?(?:입력|등록|승인|작성일|게시일|발행일)(?=[\s:：])|^(?:公開日|投稿日|掲載日|发布时间|發布時間)/u.test(line) ||
				readBylineLine(line) !== undefined);
		const date = parseDate(line) ?? (isByline ? findDate(line)?.date : undefined);
		if (date !== undefined && date.length > 4) {
			return date;
		}
	}
	return null;
}
