import type { MarkupElement, MarkupText } from './markupTree.ts';

/**
 * Finds what Readability keeps of a page though it is no part of the article: menus, bylines, share buttons, picture galleries, teasers of other
 * articles, boxes about the author, tables of contents. Told by the role, the names that makers give (`class`, `id`), and the words of whole blocks.
 *
 * Gives the elements to leave out, outermost only. What holds much of the article stays whatever it is called: rules differ in how much they may take.
 */
export function findPageFurniture(root: MarkupElement, texts: ReadonlySet<MarkupText>): Set<MarkupElement> {
	const { lengths, jumps } = measure(texts);
	const total = lengths.get(root) ?? 0;
	const furniture = new Set<MarkupElement>();
	if (total < minLength) {
		return furniture;
	}
	let taken = 0;
	const stack: MarkupElement[] = [root];
	for (let element = stack.pop(); element; element = stack.pop()) {
		const length = lengths.get(element) ?? 0;
		const share = length > 0 ? Math.max(shareToTake(element), isContents(element, length, jumps.get(element)) ? 0.3 : 0) : 0;
		if (share > 0 && length <= total * share && taken + length <= total * maxTotalShare) {
			furniture.add(element);
			taken += length;
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

/** Shorter articles are left as they are. UTF-16 units. */
const minLength = 400;

/** All rules together take at most this much of what Readability kept. */
const maxTotalShare = 0.6;

/** Links to places in the same page. */
interface Jumps {
	links: Set<MarkupElement>;
	length: number;
}

/** How much visible text of the selection stands in each element, and how much of it in links to places in the page. UTF-16 units. */
function measure(texts: ReadonlySet<MarkupText>): {
	readonly lengths: Map<MarkupElement, number>;
	readonly jumps: Map<MarkupElement, Jumps>;
} {
	const lengths = new Map<MarkupElement, number>();
	const jumps = new Map<MarkupElement, Jumps>();
	for (const text of texts) {
		const length = text.text.trim().length;
		let link: MarkupElement | undefined;
		for (let up: MarkupElement | undefined = length > 0 ? text.parent : undefined; up; up = up.parent) {
			lengths.set(up, (lengths.get(up) ?? 0) + length);
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
	return { lengths, jumps };
}

/** A table of contents: three links or more to places in the page, and nothing else. What it says stands in the headings again. */
function isContents(element: MarkupElement, length: number, jumps: Jumps | undefined): boolean {
	return (
		jumps !== undefined && jumps.links.size >= 3 && jumps.length >= length * 0.9 && length >= 12 * jumps.links.size && element.name !== 'p'
	);
}

/** How much of the article this element may hold and still be left out; 0 if no rule speaks against it. */
function shareToTake(element: MarkupElement): number {
	const { name, attributes } = element;
	if (name === 'body' || name === 'main' || name === 'html' || name === 'article') {
		return 0;
	}
	const role = attributes.get('role') ?? '';
	if (name === 'nav' || name === 'menu' || name === 'button' || role === 'navigation' || role === 'menu' || role === 'search') {
		return 0.3;
	}
	const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
	if (names !== ' ') {
		const parts = splitNames(names);
		for (const rule of namedFurniture) {
			if (rule.pattern.test(parts)) {
				return rule.share;
			}
		}
	}
	return 0;
}

/** Names in lower case, their words parted by one space each, with a space at both ends: `postMeta entry-title` → ` post meta entry title `. */
function splitNames(names: string): string {
	const words = names
		.slice(0, 400)
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== '');
	return ` ${words.join(' ')} `;
}

/** Names of what is no part of an article, with the share of it that they may hold. Read on several hundred news pages and blogs. */
const namedFurniture: readonly { readonly pattern: RegExp; readonly share: number }[] = [
	{ pattern: / (?:skip link|screen reader text|visually hidden|sr only|print header|print only|printfooter) /, share: 0.1 },
	{
		pattern: / (?:breadcrumbs?|site nav|topnav|subnav|nav bar|navbar|sub ?menu|main menu|pagination|pager|post navigation|nav links) /,
		share: 0.2,
	},
	{
		pattern:
			/ (?:byline|dateline|timestamp|pub ?date|post ?date|entry date|published date|article date|post ?info|post ?meta|entry meta|article meta|posted on|posted by|read(?:ing)? time|post views|views count) /,
		share: 0.1,
	},
	{ pattern: / (?:(?:about|post|article) authors?|author (?:bio|box|info|card|content|description|details)|bio box) /, share: 0.2 },
	{ pattern: / (?:share|sharing|sharedaddy|share ?bar|social|socials|addthis|addtoany|follow us|like button) /, share: 0.1 },
	{
		pattern:
			/ (?:related|recommended|recommendations?|read ?more|more stories|trending|most (?:read|popular)|also like|outbrain|taboola|teasers?|headline list|further reading box|readmore) /,
		share: 0.2,
	},
	{
		pattern:
			/ (?:newsletter|subscribe|subscription|sign ?up|paywall|promo|promos|promotion|advert|adverts|advertisement|adsbygoogle|ads?|sponsored|sponsor|donate|donation) /,
		share: 0.15,
	},
	{
		pattern:
			/ (?:comments?|disqus|respond|reply|replies|discussion) (?:list|area|form|section|link|button|count|thread|respond|template)? ?/,
		share: 0.3,
	},
	{ pattern: / (?:tags|tag ?list|tag ?cloud|post tags|entry tags|categories|cat links|filed under) /, share: 0.1 },
	{ pattern: / (?:copyright|copyrights|disclaimer|legal|license info|terms of use) /, share: 0.1 },
	{ pattern: / (?:rollover|tooltip|popover|hovercard|popup|modal|lightbox content) /, share: 0.3 },
	{ pattern: / (?:res ?gallery|gallery|slideshow|slide show|carousel|slider|slides|photo ?viewer) /, share: 0.4 },
	{ pattern: / (?:cookie|consent|gdpr) /, share: 0.2 },
];
