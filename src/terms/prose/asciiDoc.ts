import { type Exclusions, excludeAddresses, splitLines } from './exclusions.ts';

/**
 * Leaves out what is not prose in AsciiDoc: listing, literal, pass and comment blocks, comments, attributes, block macros, inline code,
 * cross references, links and macros with their text, anchors and block options.
 */
export function excludeAsciiDoc(text: string, exclusions: Exclusions): void {
	let fence: { readonly mark: string; readonly start: number } | undefined;
	for (const line of splitLines(text)) {
		const content = text.slice(line.start, Math.min(line.end, line.start + 400)).trimEnd();
		const isFence = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}\S*)$/.test(content);
		if (fence !== undefined) {
			if (isFence && content[0] === fence.mark[0] && content.length === fence.mark.length) {
				exclusions.add(fence.start, line.end);
				fence = undefined;
			}
			continue;
		}
		if (isFence) {
			fence = { mark: content[0] === '`' ? '```' : content, start: line.start };
		} else if (/^(?:\/\/(?!\/)|:!?[\w-]{1,60}!?:|\[[^\]]{0,200}\]$|[a-z]{2,12}::)/.test(content)) {
			exclusions.add(line.start, line.end);
		}
	}
	if (fence !== undefined) {
		exclusions.add(fence.start, text.length);
	}
	const pattern =
		/<<[^<>\n]{1,200}>>|\[\[[^\]\n]{1,100}\]\]|(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:link|mailto|xref|image|footnoteref|cite|kbd|btn|menu|stem|pass|icon):)[^\s[\]]{0,500}(?:\[[^\]\n]{0,300}\])?|`[^`\n]{1,300}`|\+[^+\s][^+\n]{0,300}\+(?!\w)|\{[\w-]{1,60}\}/gi;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		exclusions.add(match.index, pattern.lastIndex);
	}
	excludeAddresses(text, { start: 0, end: text.length }, exclusions);
}
