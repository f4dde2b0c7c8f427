import { wrap } from '../explainView/explainLines.ts';

/** So many letters fit into a line of the list at its usual width. */
const rowWidth = 80;
/** A shorter title tells documents apart no more. */
const minTitleWidth = 40;

/**
 * A title as far as it leaves room on its line for what stands behind it, which VS Code cuts off first: `The Report of the Commission of…` before
 * `p. 39 · Jun 30, 2022`. Letters of Chinese, Japanese and Korean take the room of two.
 */
export function toRowTitle(title: string, behind: string): string {
	const width = behind === '' ? rowWidth * 2 : Math.max(minTitleWidth, rowWidth - behind.length - 2);
	const [line] = wrap(title, width, 1);
	return line === undefined || line.end === title.length ? title : `${title.slice(0, line.end)}…`;
}
