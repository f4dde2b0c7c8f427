import { InlineMarkup, isNote, keepsGroup, keepsLiterally, leavesOut, replaces } from './inlineMarkup.ts';

/** Marks of one sign stand at the edges of words (https://docs.asciidoctor.org/asciidoc/latest/text/); doubled ones anywhere. */
const before = '(?<![\\p{L}\\p{N};:}])';
const behind = '(?![\\p{L}\\p{N}])';

function single(mark: string): RegExp {
	return new RegExp(`${before}(?:\\[[^\\[\\]\\n]{1,100}\\])?[${mark}]((?![\\s${mark}])[^${mark}]*(?<!\\s))[${mark}]${behind}`, 'dyu');
}

function doubled(mark: string): RegExp {
	return new RegExp(`[${mark}]{2}([^${mark}\\n]+)[${mark}]{2}`, 'dy');
}

const signs = new Map(
	Object.entries({
		nbsp: ' ',
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		ldquo: '“',
		rdquo: '”',
		lsquo: '‘',
		rsquo: '’',
		empty: '',
		sp: ' ',
		plus: '+',
		startsb: '[',
		endsb: ']',
		vbar: '|',
		asterisk: '*',
		caret: '^',
		tilde: '~',
		backslash: '\\',
		backtick: '`',
		deg: '°',
		cpp: 'C++',
		zwsp: '',
	}),
);

/** What stands in the lines of AsciiDoc. `attributes` are those that the file itself sets. */
export function adocMarkup(attributes: ReadonlyMap<string, string>): InlineMarkup {
	return new InlineMarkup([
		replaces('\\', /\\([*_`#^~{<[\\+])/dy, ([, char = '']) => char),
		keepsLiterally('+', /\+\+\+([^+]+)\+\+\+/dy),
		keepsLiterally('+', doubled('+')),
		leavesOut('+', /(?<=\s)\+(?=[ \t]*(?:\r?\n|$))/dy),
		keepsLiterally('+', single('+')),
		replaces('"', /"`(?=\S)/dy, () => '“'),
		replaces("'", /'`(?=\S)/dy, () => '‘'),
		replaces('`', /`"/dy, () => '”'),
		replaces('`', /`'/dy, () => '’'),
		isNote('f', /footnote:[\w-]{0,60}\[((?:[^\][]|\[[^\][]{0,200}\])+)\]/dy),
		leavesOut('f', /footnote:[\w-]{1,60}\[\]/dy),
		isNote('f', /footnoteref:\[[^\],]{1,60},([^\]]+)\]/dy),
		leavesOut('f', /footnoteref:\[[^\],]{1,60}\]/dy),
		leavesOut('i', /icon:[\w-]{1,60}\[[^\]]{0,200}\]/dy),
		keepsGroup('i', /image:[^\s:[\]]{1,500}\[([^\],=]{0,300})(?:,[^\]]{0,500})?\]/dy),
		leavesOut('i', /image:[^\s:[\]]{1,500}\[[^\]]{0,800}\]/dy),
		leavesOut('i', /indexterm:\[[^\]]{0,300}\]/dy),
		keepsGroup('i', /indexterm2:\[([^\]]{1,300})\]/dy),
		...[
			['l', 'link:[^\\s[\\]]{1,1000}'],
			['x', 'xref:[^\\s[\\]]{1,500}'],
			['m', 'mailto:[^\\s[\\]]{1,300}'],
			['hfi', '(?:https?|ftp|irc)://[^\\s[\\]<>]{1,1000}'],
		].map(([first = '', address = '']) => keepsGroup(first, new RegExp(`(?<![\\p{L}\\p{N}])${address}\\[([^\\][]{1,500})\\]`, 'dyu'))),
		keepsLiterally('lxm', /(?<![\p{L}\p{N}])(?:link|xref|mailto):([^\s[\]]{1,1000})\[\]/duy),
		keepsLiterally('hfi', /((?:https?|ftp|irc):\/\/[^\s[\]<>]{1,1000})\[\]/dy),
		keepsLiterally('<', /<((?:https?|ftp|mailto):[^<>\s]{1,1000})>/dy),
		keepsGroup('<', /<<[^<>,\n]{1,300},\s{0,5}([^<>]{1,500})>>/dy),
		keepsLiterally('<', /<<#?([^<>\n]{1,300})>>/dy),
		...[
			['k', 'kbd'],
			['b', 'btn'],
			['ls', '(?:latexmath|stem|subs)'],
			['a', 'asciimath'],
			['p', 'pass'],
		].map(([first = '', name = '']) =>
			keepsLiterally(first, new RegExp(`(?<![\\p{L}\\p{N}])${name}:[a-z,]{0,20}\\[([^\\]]{1,1000})\\]`, 'dyu')),
		),
		replaces('m', /menu:([^\s[\]]{1,100})\[([^\]]{0,200})\]/dy, ([, menu = '', entry = '']) =>
			entry === '' ? menu : `${menu} › ${entry.replaceAll('>', '›')}`,
		),
		leavesOut('(', /\(\(\([^()]{1,300}\)\)\)/dy),
		keepsGroup('(', /\(\(([^()]{1,300})\)\)/dy),
		replaces('(', /\((C|R|TM)\)/dy, ([, sign = '']) => ({ C: '©', R: '®', TM: '™' })[sign]),
		leavesOut('[', /\[\[[\p{L}_:][^[\]\n]{0,200}\]\]/duy),
		leavesOut('[', /\[#[\w-]{1,100}\](?![#_*`])/dy),
		// An attribute that holds an address, as links are often written.
		keepsGroup('{', /\{[\w-]{1,60}\}\[([^\][]{1,500})\]/dy),
		replaces('{', /\{([\w-]{1,60})\}/dy, ([, name = '']) => attributes.get(name.toLowerCase()) ?? signs.get(name)),
		replaces('&', /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|nbsp|quot|mdash|ndash|hellip));/dy, ([, decimal, hex, name = '']) => {
			const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
			return code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : entities.get(name);
		}),
		replaces('-', /(?<=\s)--(?=\s)/dy, () => '—'),
		replaces('-', /(?<=[\p{L}\p{N}])--(?=[\p{L}\p{N}])/duy, () => '—'),
		...['*', '_', '`', '#'].flatMap((mark) => [keepsGroup(mark, doubled(mark)), keepsGroup(`${mark}[`, single(mark))]),
		keepsGroup('^', /\^([^\s^]{1,200})\^/dy),
		keepsGroup('~', /~([^\s~]{1,200})~/dy),
	]);
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', mdash: '—', ndash: '–', hellip: '…' }));
