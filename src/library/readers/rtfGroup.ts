import type { RtfTarget } from './rtfDestinations.ts';

/** What braces of RTF keep: it is as before once they close. */
export interface RtfGroup {
	target: RtfTarget;
	/** How many characters stand behind `\u` for programs that do not know it. */
	unicodeSkip: number;
	font: number | undefined;
	isHidden: boolean;
	isDeleted: boolean;
	isBold: boolean;
	/** In half points. */
	size: number;
	style: number;
	outlineLevel: number | undefined;
	isInTable: boolean;
	isListItem: boolean;
	breaksPageBefore: boolean;
	/** Set by `\*`: an unknown destination is to be passed over. */
	isOptional: boolean;
	/** Done when the group closes. */
	readonly atEnd: (() => void) | undefined;
}

/** In half points (RTF Specification 1.9.1, `\fs`). */
const defaultSize = 24;

/** What holds before anything is said. */
export function makeGroup(): RtfGroup {
	return {
		target: 'body',
		unicodeSkip: 1,
		font: undefined,
		isHidden: false,
		isDeleted: false,
		isBold: false,
		size: defaultSize,
		style: 0,
		outlineLevel: undefined,
		isInTable: false,
		isListItem: false,
		breaksPageBefore: false,
		isOptional: false,
		atEnd: undefined,
	};
}

/** Takes a word of RTF that says how characters or paragraphs look from here to the group's end. Whether it is one. */
export function readGroupFormat(group: RtfGroup, name: string, value: number | undefined): boolean {
	switch (name) {
		case 'f':
			group.font = value;
			break;
		case 'uc':
			group.unicodeSkip = Math.max(0, Math.min(value ?? 1, 100));
			break;
		case 'plain':
			group.font = undefined;
			group.isHidden = false;
			group.isDeleted = false;
			group.isBold = false;
			group.size = defaultSize;
			break;
		case 'b':
			group.isBold = value !== 0;
			break;
		case 'fs':
			group.size = value ?? defaultSize;
			break;
		case 'v':
		case 'htmlrtf':
			group.isHidden = value !== 0;
			break;
		case 'deleted':
			group.isDeleted = value !== 0;
			break;
		case 'pard':
			group.style = 0;
			group.outlineLevel = undefined;
			group.isInTable = false;
			group.isListItem = false;
			group.breaksPageBefore = false;
			break;
		case 's':
			group.style = value ?? 0;
			break;
		case 'outlinelevel':
			group.outlineLevel = value;
			break;
		case 'intbl':
			group.isInTable = true;
			break;
		case 'ls':
		case 'pnlvlblt':
		case 'pnlvlbody':
			group.isListItem = true;
			break;
		case 'pagebb':
			group.breaksPageBefore = value !== 0;
			break;
		default:
			return false;
	}
	return true;
}
