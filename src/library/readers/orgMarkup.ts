import { InlineMarkup, isNote, keepsGroup, keepsLiterally, leavesOut, replaces } from './inlineMarkup.ts';
import { findSign } from './texCharacters.ts';

/** Before and behind emphasis (https://orgmode.org/worg/org-syntax.html#Emphasis_Markers). */
const before = `(?<![^\\s\\-–—({'"“‘/*_+~=])`;
const behind = `(?![^\\s\\-–—.,;:!?'")}\\]”’/*_+~=\\[…])`;

function emphasis(mark: string): RegExp {
	return new RegExp(`${before}\\${mark}((?!\\s)[^\\${mark}]*(?<!\\s))\\${mark}${behind}`, 'dy');
}

/** What stands in the lines of Org: links, emphasis, footnotes, targets, entities. */
export const orgMarkup = new InlineMarkup([
	keepsLiterally('=', emphasis('=')),
	keepsLiterally('~', emphasis('~')),
	isNote('[', /\[fn:[\w-]{0,60}:([^[\]]+)\]/dy),
	leavesOut('[', /\[fn:[\w-]{1,60}\]/dy),
	leavesOut('[', /\[cite(?:\/[\w/-]{1,40})?:[^[\]]{1,1000}\]/dy),
	// A picture without words.
	leavesOut('[', /\[\[[^[\]]{1,1000}\.(?:png|jpe?g|gif|svg|webp|bmp|pdf)\]\]/diy),
	keepsGroup('[', /\[\[[^[\]]{1,1000}\]\[([^[\]]{1,1000})\]\]/dy),
	keepsLiterally('[', /\[\[(?:\*|#|file:|\.\/)?([^[\]]{1,1000})\]\]/dy),
	leavesOut('[', /\[[ X-]\](?=\s)/dy),
	keepsGroup('<', /<<<([^<>\n]{1,200})>>>/dy),
	leavesOut('<', /<<[^<>\n]{1,200}>>/dy),
	keepsLiterally('<', /<((?:https?|ftp|mailto|doi):[^<>\s]{1,1000})>/dy),
	leavesOut('@', /@@[a-z]{1,20}:[^@]*@@/dy),
	leavesOut('{', /\{\{\{[^{}]{1,200}\}\}\}/dy),
	replaces('\\', /\\(nbsp|[a-zA-Z]{1,20})(?:\{\}|(?![a-zA-Z]))/dy, ([, name = '']) => (name === 'nbsp' ? ' ' : findSign(name))),
	leavesOut('\\', /\\\\(?=[ \t]*(?:\n|$))/dy),
	...['*', '/', '_', '+'].map((mark) => keepsGroup(mark, emphasis(mark))),
]);
