import { type MarkupElement, type MarkupText, neighbourOf, textOf, walk } from './markupTree.ts';
import { holdsSentence, isProse, namesOf, speaksOfText } from './pageNames.ts';

/**
 * Finds what Readability keeps of a page though it is no part of the article: menus, bylines, share buttons, picture galleries, teasers of other
 * articles, boxes about the author, tables of contents. Told by the role, the names that makers give (`class`, `id`), and the words of whole blocks.
 *
 * Gives the elements to leave out, outermost only. What holds much of the article stays whatever it is called: rules differ in how much they may take.
 */
export function findPageFurniture(root: MarkupElement, texts: ReadonlySet<MarkupText>): Set<MarkupElement> {
	const { lengths, linked, jumps } = measure(texts);
	const total = lengths.get(root) ?? 0;
	const furniture = new Set<MarkupElement>();
	if (total < minLength && !isDense(texts)) {
		return furniture;
	}
	let taken = 0;
	const stack: MarkupElement[] = [root];
	for (let element = stack.pop(); element; element = stack.pop()) {
		const length = lengths.get(element) ?? 0;
		const share =
			length === 0 ? 0 : isContents(element, length, jumps.get(element)) ? 0.3 : shareToTake(element, (linked.get(element) ?? 0) / length);
		if (share > 0 && length <= total * share && taken + length <= total * maxTotalShare) {
			furniture.add(element);
			taken += length;
			continue;
		}
		if (isHeadlineList(element, length, linked) && taken + length <= total * maxTotalShare) {
			furniture.add(element);
			taken += length;
			continue;
		}
		const pointers = length <= maxPointerLength ? findPointers(element, length, linked) : [];
		if (pointers.length > 0) {
			for (const pointer of pointers) {
				furniture.add(pointer);
				taken += lengths.get(pointer) ?? 0;
			}
			continue;
		}
		for (let at = element.children.length - 1; at >= 0; at--) {
			const child = element.children[at];
			if (child?.kind === 'element' && lengths.has(child)) {
				stack.push(child);
			}
		}
	}
	return furniture;
}

/** Shorter articles are left as they are. UTF-16 units; of scripts that say as much in half of them, half. */
const minLength = 400;

function isDense(texts: ReadonlySet<MarkupText>): boolean {
	let dense = 0;
	for (const { text } of texts) {
		dense += text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0;
	}
	return dense >= minLength / 2;
}

/** All rules together take at most this much of what Readability kept. */
const maxTotalShare = 0.6;

interface Measures {
	readonly lengths: ReadonlyMap<MarkupElement, number>;
	readonly linked: ReadonlyMap<MarkupElement, number>;
	readonly jumps: ReadonlyMap<MarkupElement, Jumps>;
}

/** Links to places in the same page. */
interface Jumps {
	links: Set<MarkupElement>;
	length: number;
}

/** How much visible text of the selection stands in each element, how much of it in links, and in links to places in the page. UTF-16 units. */
function measure(texts: ReadonlySet<MarkupText>): Measures {
	const lengths = new Map<MarkupElement, number>();
	const linked = new Map<MarkupElement, number>();
	const jumps = new Map<MarkupElement, Jumps>();
	for (const text of texts) {
		const length = text.text.trim().length;
		let link: MarkupElement | undefined;
		let isLinked = false;
		for (let up: MarkupElement | undefined = length > 0 ? text.parent : undefined; up; up = up.parent) {
			lengths.set(up, (lengths.get(up) ?? 0) + length);
			isLinked ||= up.name === 'a';
			if (isLinked) {
				linked.set(up, (linked.get(up) ?? 0) + length);
			}
			if (up.name === 'a' && up.attributes.get('href')?.startsWith('#')) {
				link = up;
			} else if (link) {
				const known = jumps.get(up) ?? { links: new Set(), length: 0 };
				known.links.add(link);
				known.length += length;
				jumps.set(up, known);
			}
		}
	}
	return { lengths, linked, jumps };
}

/** A table of contents: three links or more to places in the page, and nothing else. What it says stands in the headings again. */
function isContents(element: MarkupElement, length: number, jumps: Jumps | undefined): boolean {
	return (
		jumps !== undefined && jumps.links.size >= 3 && jumps.length >= length * 0.9 && length >= 12 * jumps.links.size && element.name !== 'p'
	);
}

/**
 * A list of three headlines or more of other articles, each wholly a link, that nothing leads to: what a text itself lists stands under a heading or
 * behind a colon.
 */
function isHeadlineList(element: MarkupElement, length: number, linked: ReadonlyMap<MarkupElement, number>): boolean {
	if (element.name !== 'ul' || length > maxHeadlineListLength || (linked.get(element) ?? 0) < length * 0.95) {
		return false;
	}
	const items = element.children.filter((child) => child.kind === 'element' && child.name === 'li');
	const before = neighbourOf(element, -1, (neighbour) => textOf(neighbour) === '');
	return (
		items.length >= 3 && length >= 15 * items.length && before?.name === 'p' && /[.!?…”"»]$/u.test(textOf(before)) && !isInList(element)
	);
}

/** UTF-16 units. */
const maxHeadlineListLength = 1000;

function isInList(element: MarkupElement): boolean {
	return element.parent?.name === 'li' || element.parent?.name === 'ul' || element.parent?.name === 'ol';
}

/** Prose holds few links. */
const maxProseLinkShare = 0.2;

/** How much of the article this element may hold and still be left out; 0 if no rule speaks against it. `linkShare` is how much of it is links. */
export function shareToTake(element: MarkupElement, linkShare: number): number {
	const { name, attributes } = element;
	if (name === 'body' || name === 'main' || name === 'html' || name === 'article') {
		return 0;
	}
	const role = attributes.get('role') ?? '';
	if (name === 'nav' || name === 'menu' || name === 'button' || role === 'navigation' || role === 'menu' || role === 'search') {
		return 0.3;
	}
	const names = namesOf(element);
	if (names.length > 0) {
		const parts = ` ${names.join(' ')} `;
		for (const rule of namedFurniture) {
			if (rule.pattern.test(parts)) {
				// A name alone takes no prose away that it may be about: what takes `related posts` leaves `related-work`.
				const mayBeText = (rule.isWeak || speaksOfText(names, rule.pattern)) && linkShare < maxProseLinkShare && isProse(element);
				return mayBeText && !(rule.sign && holdsSign(element, rule.sign)) ? 0 : rule.share;
			}
		}
	}
	return 0;
}

/** A longer block says more than what its name says. UTF-16 units. */
const maxSignedLength = 600;

function holdsSign(element: MarkupElement, sign: RegExp): boolean {
	const pieces: string[] = [];
	let length = 0;
	for (const node of walk(element)) {
		if (node.kind === 'text') {
			const piece = node.text.replace(/\s+/g, ' ');
			pieces.push(piece);
			length += piece.length;
			if (length > maxSignedLength) {
				return false;
			}
		}
	}
	return sign.test(pieces.join(''));
}

interface NamedFurniture {
	readonly pattern: RegExp;
	readonly share: number;
	/** The name says what a block is about as often as what it is: it takes no prose away. */
	readonly isWeak?: true;
	/** Words that prove the name right even of prose. */
	readonly sign?: RegExp;
}

/** Names of what is no part of an article, with the share of it that they may hold. Read on several hundred news pages and blogs. */
const namedFurniture: readonly NamedFurniture[] = [
	{
		pattern:
			/ (?:skip link|screen reader text|visually hidden|sr only|print header|print only|printfooter|d none d print [a-z]+|visible print) /,
		share: 0.1,
	},
	{
		pattern: / (?:breadcrumbs?|site nav|topnav|subnav|nav bar|navbar|sub ?menu|main menu|pagination|pager|post navigation|nav links) /,
		share: 0.2,
	},
	{
		pattern:
			/ (?:byline|dateline|timestamp|pub ?date|post ?date|entry date|published date|article date|post ?info|post ?meta|entry meta|article meta|posted on|posted by|read(?:ing)? time|post views|views count|header (?:date|time)|calendar (?:date|time)|publish(?:ed|ing)? (?:time|date)|submitted(?: by)?|article (?:time|created|published)) /,
		share: 0.1,
	},
	{ pattern: / (?:(?:about|post|article) authors?|author (?:bio|box|info|card|content|description|details)|bio box) /, share: 0.2 },
	{ pattern: / (?:share|sharing|sharedaddy|share ?bar|social|socials|addthis|addtoany|follow us|like button) /, share: 0.1, isWeak: true },
	{
		pattern:
			/ (?:related|recommended|recommendations?|read ?more|more stories|trending|most (?:read|popular)|also like|outbrain|taboola|teasers?|headline list|further reading box|readmore) /,
		share: 0.2,
		isWeak: true,
	},
	{
		pattern: / (?:newsletter|subscribe|subscription|sign ?up|adsbygoogle) /,
		share: 0.15,
	},
	// Of a page that shows only how its article begins, the wall is half.
	{ pattern: / (?:paywall|regwall) /, share: 0.6 },
	{ pattern: / (?:promos?|promotion|adverts?|advertisement|ads?|sponsor|sponsored|donate|donation) /, share: 0.15, isWeak: true },
	{
		pattern:
			/ (?:comments|commentlist|disqus|respond|(?:comments?|reply|replies|discussion) (?:list|area|form|section|link|button|count|thread|respond|template)) /,
		share: 0.3,
	},
	{ pattern: / (?:comment|reply|replies|discussion) /, share: 0.3, isWeak: true },
	{ pattern: / (?:tags|tag ?list|tag ?cloud|post tags|entry tags|categories|cat links|filed under) /, share: 0.1, isWeak: true },
	{
		pattern: / (?:copyright|copyrights|disclaimer|legal|license info|terms of use) /,
		share: 0.1,
		isWeak: true,
		sign: /(?:©|\(c\)|copyright)(?: by)? ?(?:19|20)\d\d|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|무단 ?전재|無断(?:転載|複製)|版权所有|جميع الحقوق محفوظة/iu,
	},
	{ pattern: / (?:(?:photo|image|picture|img|media|thumbnail|thumb|figure|caption|video) credits?|credits?) /, share: 0.05, isWeak: true },
	{ pattern: / (?:breaking (?:news|now|bar|banner|ticker)|news ticker) /, share: 0.1, isWeak: true },
	{ pattern: / (?:rollover|tooltip|popover|hovercard|popup|modal|lightbox content) /, share: 0.3 },
	{ pattern: / (?:res ?gallery|gallery|slideshow|slide show|carousel|slider|slides|photo ?viewer) /, share: 0.4 },
	{ pattern: / (?:cookie|consent|gdpr) /, share: 0.2 },
];

/** Whether a block says only what stands around it or behind a link: `Related articles`, `Advertisement`, `Share this`. */
export function isLabel(text: string): boolean {
	return (
		labelWords.test(text) ||
		(text.length <= maxPointerLength && (pointerWords.test(text) || callWords.test(text)) && !holdsSentence(text)) ||
		machineLine.test(text)
	);
}

const machineLine =
	/^(?:advertise?ments?|advert|ad|sponsored(?: content)?|loading(?:\.\.\.|…)?|share(?: this(?: \w+)?)?|tweet|print|e-?mail|comments?(?: \(\d+\))?|\d* ?comments?|reply|menu|search|home|close|back to top|top|next|previous|skip to .{2,30}|log ?in|sign in|cookies?|we use cookies\b.*|this (?:web)?site uses cookies\b.*|continue reading.{0,30}|story continues below.{0,40}|article continues .{0,40}|(?:all rights reserved|©|copyright\b).*)[:.]?$/iu;

/** A line that points elsewhere is short. UTF-16 units. */
const maxPointerLength = 300;

const blockNames: ReadonlySet<string> = new Set(['p', 'div', 'li', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'section', 'aside', 'ul']);

const pointerWords =
	/^(?:related|read (?:more|also|next|the full)|see also|also (?:read|see|on)|more (?:from|on|stories|in|about|news)|recommended|you (?:may|might) (?:also )?(?:like|enjoy)|watch|listen|trending|don['’]t miss|latest news|most read|must read|leia (?:mais|também)|lee también|lire aussi|à lire aussi|mehr zum thema|lesen sie auch|baca juga|leggi anche|lees ook|läs också|関連記事|اقرأ (?:أيضا|أيضًا|ايضا)|관련 ?기사|관련 ?뉴스|читайте также|相关阅读)(?=$|[\s:：|–—-])/iu;

const labelWords =
	/^(?:related|you (?:may|might) (?:also )?(?:like|enjoy)|more (?:stories|news|to read|on this topic)|recommended(?: for you)?|trending(?: now)?|latest(?: news)?|most (?:read|popular)|see also|popular posts?|관련 ?기사)(?: (?:posts?|articles?|stories|news|links?|coverage|reading|topics?|content))?\s?[:：]?$/iu;

const callWords =
	/^(?:click here|sign up|subscribe|follow us|download (?:our|the)|get the .{2,40} app|join (?:our|us)|listen to this|support our|buy tickets|get (?:full |instant |unlimited )?access to)\b/iu;

/** What stands over an advertisement, or owns up to being paid by the shops that the text leads to. */
const adWords =
	/^(?:(?:adverts?|advertise?ments?|anzeige|werbung|publicidad|publicité|pubblicità|reklama?|реклама|광고|広告|广告)[:.]?|this (?:post|article|page|site|story) (?:may |might )?contains? (?:\S+ ){0,3}(?:affiliate|referral)(?: \S+){0,30})$/iu;

/**
 * The element, and a list of links behind it, if it points to other pages instead of saying something: `Related: …` with a link, `You may also like`
 * over a list of links, a call to subscribe that is one link, a headline in capitals that is one link.
 */
function findPointers(element: MarkupElement, length: number, linked: ReadonlyMap<MarkupElement, number>): MarkupElement[] {
	if (!blockNames.has(element.name)) {
		return [];
	}
	const linkShare = (linked.get(element) ?? 0) / length;
	const text = textOf(element);
	if (adWords.test(text)) {
		return [element];
	}
	if (labelWords.test(text)) {
		const next = neighbourOf(element, 1);
		const nextLength = next ? textOf(next).length : 0;
		const isList = next !== undefined && nextLength > 0 && nextLength < 2000 && (linked.get(next) ?? 0) >= nextLength * 0.7;
		return isList ? [element, next] : [element];
	}
	const isPointer =
		(linkShare >= 0.5 && pointerWords.test(text)) ||
		(linkShare >= 0.3 && callWords.test(text)) ||
		(linkShare >= 0.95 && element.name === 'p' && text.length > 20 && isInCapitals(text));
	if (!isPointer) {
		return [];
	}
	const next = neighbourOf(element, 1);
	const isMore = next !== undefined && (next.name === 'ul' || next.name === 'ol') && (linked.get(next) ?? 0) >= textOf(next).length * 0.9;
	return isMore && pointerWords.test(text) ? [element, next] : [element];
}

/** A headline in capitals may hold a small letter or two (`at the AMAs`). */
function isInCapitals(text: string): boolean {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	return capitals > 0 && (text.match(/\p{Ll}/gu)?.length ?? 0) <= capitals * 0.05;
}
