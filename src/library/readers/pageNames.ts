import { codeElements, lineElements, paragraphElements } from './htmlBlocks.ts';
import { type MarkupElement, walk } from './markupTree.ts';

/**
 * The names that a page's maker gave an element, as `class` and `id`: each in lower case, its words parted by one space: `entry-title` → `entry title`.
 * None of code: the programs that colour it name its parts (`hljs-comment`, `token tag`), and not parts of the page.
 */
export function namesOf(element: MarkupElement): string[] {
	const { attributes } = element;
	const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 400).trim();
	if (names === '' || isInCode(element)) {
		return [];
	}
	return names
		.split(/\s+/)
		.map((name) => wordsOf(name).join(' '))
		.filter((name) => name !== '');
}

function isInCode(element: MarkupElement): boolean {
	let up: MarkupElement | undefined = element;
	for (let level = 0; up && level < maxCodeDepth; level++) {
		if (codeElements.has(up.name)) {
			return true;
		}
		up = up.parent;
	}
	return false;
}

/** Coloured code nests a few elements deep: a line, a string in it, what is put into the string. */
const maxCodeDepth = 8;

function wordsOf(name: string): string[] {
	return name
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== '');
}

/**
 * Whether one of the names holds a word that says what the text is about, and not where on a page it stands: `related-work`, `comment-from-board` and
 * `share-capital` speak of the text, `related-posts`, `comment-list` and `share-bar` of the page. Only names in which `pattern` is found are asked; it
 * sees each name with a space at both ends.
 */
export function speaksOfText(names: readonly string[], pattern: RegExp): boolean {
	return names.some((name) => {
		const padded = ` ${name} `;
		const others = padded.replace(pattern, ' ');
		return others !== padded && others.split(' ').some((word) => word.length > 3 && !pageWords.has(word));
	});
}

const pageWords: ReadonlySet<string> = new Set(
	`about account action actions addthis addtoany adsbygoogle advert advertisement adverts after alert also amp area areas article articles aside aspect
	author authors banner bar bars before bio block body bottom box boxes brand breadcrumb breadcrumbs button buttons byline call card cards
	carousel cat categories category cell center clear clearfix cls col column columns comment commentary commentlist comments component components consent
	container contents content cookie cookies copyright copyrights count counter cta custom data date dateline dark default desc description desktop details
	disclaimer discussion disqus donate donation elementor email embed entry even expand external extra facebook featured feed field filed first fixed float
	flex follow follower foot footer form full gallery gdpr global grid group half head header heading headline hidden holder hover hovercard icon icons image
	images img inc index info inline inner intro item items last latest layout lead left legal level license light lightbox like likes link links list lists live
	load loader login logo main mainbar medium menu message meta middle mini mobile modal module modules more most mount nav navbar navigation new news
	newsletter next noprint none notice odd off only open option options outbrain outer overlay page pager pages pagination paid panel paywall photo photos
	plugin plugins popover popular popup post posted posts prev previous primary print printfooter privacy profile promo promos promotion pub published read
	reader reading readmore rec recent recirc recommended recommendation recommendations related reply replies res respond responsive right rollover root row
	rows screen scroll secondary section sections separator share sharebar sharedaddy sharing show side sidebar sign signup simple single site size skip slide
	slider slides slideshow small social socials sponsor sponsored standard static sticky stories story strip style sub submenu submeta subnav subscribe
	subscription summary tab table taboola tag tagcloud taglist tags teaser teasers template term terms text thread thumb thumbnail time timestamp title toggle
	tool toolbar tools tooltip top topnav tracker trending twitter type under unit use user video videos view viewer views visually visuallyhidden widget
	widgets wide width wrap wrapper write you your zone theme core div span block the and for with`.split(/\s+/),
);

/** Whether one of an element's blocks or lines holds a sentence. */
export function isProse(element: MarkupElement): boolean {
	const pieces: string[] = [];
	let length = 0;
	for (const node of walk(element)) {
		if (node.kind === 'text') {
			pieces.push(node.text.replace(/\s+/g, ' '));
			length += node.text.length;
		} else if (paragraphElements.has(node.name) || lineElements.has(node.name) || node.name === 'br' || node.name === 'cite') {
			pieces.push('\n');
		}
		if (length > maxProseLength) {
			break;
		}
	}
	return pieces.join('').split('\n').some(holdsSentence);
}

/** A sentence of at least four words, or its like in a script without spaces. */
export function holdsSentence(text: string): boolean {
	return (
		/(?:\S+\s+){3}\S*[\p{L}\p{N})][.!?…]["'”’»)\]]*(?:\s|$)/u.test(text.slice(0, maxProseLength)) ||
		/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{6}[^。]{0,200}。/u.test(text.slice(0, maxProseLength))
	);
}

/** How much of a text is looked at for its first sentence. UTF-16 units. */
const maxProseLength = 2000;
