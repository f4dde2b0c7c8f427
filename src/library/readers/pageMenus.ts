import { silentElements } from './htmlBlocks.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, neighbourOf, textOf } from './markupTree.ts';

/**
 * Finds the menus among the chosen texts of a page: what is marked as one, and lists of short links in front of all prose or behind it. Of a short page,
 * Readability keeps everything, and so its menus too. Outermost elements only; nothing if no text would be left.
 */
export function findMenus(root: MarkupElement, texts: ReadonlySet<MarkupText>): Set<MarkupElement> {
	const page = measure(root, texts);
	const menus = new Set<MarkupElement>();
	const total = page.parts.get(root)?.length ?? 0;
	let taken = 0;
	const stack: MarkupElement[] = [root];
	for (let element = stack.pop(); element; element = stack.pop()) {
		const part = page.parts.get(element);
		if (!part || part.length === 0) {
			continue;
		}
		const isMenu = isMarkedMenu(element)
			? part.linked >= part.length / 2 || part.length <= total * 0.3
			: (part.end <= page.proseStart || part.start >= page.proseEnd) && part.length <= total * maxListShare && isLinkList(element, part);
		if (isMenu && taken + part.length < total) {
			menus.add(element);
			taken += part.length;
			continue;
		}
		for (let at = element.children.length - 1; at >= 0; at--) {
			const child = element.children[at];
			if (child?.kind === 'element') {
				stack.push(child);
			}
		}
	}
	return menus;
}

/** What is more of a page than this is what the page is there for: an index, a table of symbols. */
const maxListShare = 0.5;

interface Part {
	/** Letters and digits of the chosen text, and how many of them in links. */
	length: number;
	linked: number;
	links: number;
	/** The texts in it, counted from the page's first. */
	start: number;
	end: number;
}

interface PageParts {
	readonly parts: ReadonlyMap<MarkupElement, Part>;
	/** The number of the first text that is prose, and the one behind the last; all of the page lies before and behind it if there is none. */
	readonly proseStart: number;
	readonly proseEnd: number;
}

/** Linear: sums are handed from each element to its parent, the last element first. */
function measure(root: MarkupElement, texts: ReadonlySet<MarkupText>): PageParts {
	const parts = new Map<MarkupElement, Part>();
	const order: MarkupElement[] = [];
	let count = 0;
	let proseStart = -1;
	let proseEnd = -1;
	const stack: { readonly node: MarkupNode; readonly isLinked: boolean }[] = [{ node: root, isLinked: false }];
	for (let entry = stack.pop(); entry; entry = stack.pop()) {
		const { node } = entry;
		if (node.kind === 'element') {
			const isLink = node.name === 'a' && node.attributes.has('href');
			parts.set(node, { length: 0, linked: 0, links: isLink ? 1 : 0, start: count, end: count });
			order.push(node);
			for (let at = silentElements.has(node.name) ? -1 : node.children.length - 1; at >= 0; at--) {
				stack.push({ node: node.children[at] as MarkupNode, isLinked: entry.isLinked || isLink });
			}
		} else if (texts.has(node)) {
			const part = parts.get(node.parent);
			const length = node.text.replace(/[^\p{L}\p{N}]+/gu, '').length;
			if (part && length > 0) {
				part.length += length;
				part.linked += entry.isLinked ? length : 0;
				if (length >= minProseLength && !entry.isLinked && !/^h[1-6]$/.test(node.parent.name)) {
					proseStart = proseStart < 0 ? count : proseStart;
					proseEnd = count + 1;
				}
				count++;
				part.end = count;
			}
		}
	}
	for (let at = order.length - 1; at > 0; at--) {
		const part = parts.get(order[at] as MarkupElement);
		const above = parts.get((order[at] as MarkupElement).parent as MarkupElement);
		if (part && above) {
			above.length += part.length;
			above.linked += part.linked;
			above.links += part.links;
			above.end = Math.max(above.end, part.end);
		}
	}
	// Without prose, nothing tells a menu from a page that is a list of links.
	return { parts, proseStart, proseEnd: proseEnd < 0 ? Number.POSITIVE_INFINITY : proseEnd };
}

/** Letters and digits; a heading is no prose, however long. */
const minProseLength = 30;

function isMarkedMenu({ name, attributes }: MarkupElement): boolean {
	const role = attributes.get('role');
	return (
		name === 'nav' ||
		name === 'menu' ||
		role === 'navigation' ||
		role === 'menu' ||
		role === 'menubar' ||
		wikiMenus.test(attributes.get('class') ?? '')
	);
}

/** What the software of wikis prints into a text: links to edit a section, to jump, contents, categories. */
const wikiMenus = /(?:^|\s)(?:mw-editsection|mw-jump-link|toc|navbox|catlinks|printfooter)(?=$|\s)/;

/** Blocks that a menu is made of. */
const listElements: ReadonlySet<string> = new Set('ul ol dl div p center table tbody tr td header footer section'.split(' '));

/** Links and nothing else, each of them short, and no heading or colon right over them that says what they are. */
function isLinkList(element: MarkupElement, { length, linked, links }: Part): boolean {
	return (
		listElements.has(element.name) &&
		linked >= length * 0.95 &&
		length <= links * maxLinkLength &&
		(links > 1 || homeNames.test(`${element.attributes.get('id') ?? ''} ${element.attributes.get('class') ?? ''}`)) &&
		!isIntroduction(neighbourOf(element, -1))
	);
}

function isIntroduction(element: MarkupElement | undefined): boolean {
	return element !== undefined && (/^h[2-6]$/.test(element.name) || (element.name === 'p' && /[:：]$/.test(textOf(element))));
}

/** Letters and digits of one link, on average: titles of works are longer. */
const maxLinkLength = 20;

const homeNames = /(?:^|[\s_-])(?:nav|navi|navigation|menu|topnav|navbar|header|breadcrumbs?|top|footer)(?=$|[\s_-])/i;
