import { lineElements, paragraphElements, silentElements } from './htmlBlocks.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, textOf, walk } from './markupTree.ts';
import { isLabel, shareToTake } from './pageFurniture.ts';
import { holdsSentence, isProse, namesOf, speaksOfText } from './pageNames.ts';

/**
 * Finds what Readability dropped though it is body text: sections, lists, tables, captions and notes that score low because they are short or because
 * their names sound like machinery. Looks at what stands beside and within the article; menus, footers, side columns, forms, lists of links,
 * teasers and comments stay out.
 */
export function findDroppedContent(root: MarkupElement, seen: ReadonlySet<MarkupText>, kept: ReadonlySet<MarkupText>): Set<MarkupText> {
	const page = measurePage(root, seen, kept);
	const restored = new Set<MarkupText>();
	const core = findCore(root, page);
	if (!core) {
		return restored;
	}
	const stack: { readonly node: MarkupNode; readonly isInCore: boolean }[] = [{ node: root, isInCore: root === core }];
	let isBehindStart = false;
	const kinds: KeptKinds = new Map();
	for (let entry = stack.pop(); entry; entry = stack.pop()) {
		const { node, isInCore } = entry;
		if (node.kind === 'text') {
			if (kept.has(node)) {
				isBehindStart ||= node.text.trim() !== '' && !isInHeading(node);
			} else if (isInCore && isBehindStart && seen.has(node) && holdsSentence(node.text)) {
				restored.add(node);
			}
			continue;
		}
		const measure = page.get(node);
		if (!measure) {
			continue;
		}
		if (measure.kept > 0) {
			for (let at = node.children.length - 1; at >= 0; at--) {
				stack.push({ node: node.children[at] as MarkupNode, isInCore: isInCore || node === core });
			}
		} else if (measure.seen > 0) {
			const isInside = isInCore || node.parent === core;
			if (isInside || isLikeBody(node, page, measure, isBehindStart, kinds)) {
				for (const text of collectContent(node, page, seen, {
					isInCore: isInside,
					isBehindStart,
					isInSeries: keptOfKind(node, page, kinds) >= minSeries,
				})) {
					restored.add(text);
				}
			}
		}
	}
	removeLoneHeadings(seen, kept, restored);
	return restored;
}

/** UTF-16 units of an element's visible text. */
interface Measure {
	seen: number;
	kept: number;
	/** Kept outside of headings: the headline often stands far from the text. */
	keptBody: number;
	/** In links that lead away. */
	linked: number;
	hasLinkedHeading: boolean;
}

type PageMeasures = ReadonlyMap<MarkupElement, Measure>;

/** Linear: sums are handed from each element to its parent, the last element first. */
function measurePage(root: MarkupElement, seen: ReadonlySet<MarkupText>, kept: ReadonlySet<MarkupText>): PageMeasures {
	const page = new Map<MarkupElement, Measure>();
	const elements: { readonly element: MarkupElement; readonly isLinked: boolean; readonly isHeading: boolean }[] = [
		{ element: root, isLinked: false, isHeading: false },
	];
	const order: MarkupElement[] = [];
	for (let entry = elements.pop(); entry; entry = elements.pop()) {
		const { element } = entry;
		const isLinked = entry.isLinked || isLinkAway(element);
		const isHeading = entry.isHeading || isHeadingName(element.name);
		const measure: Measure = { seen: 0, kept: 0, keptBody: 0, linked: 0, hasLinkedHeading: false };
		page.set(element, measure);
		order.push(element);
		for (const child of element.children) {
			if (child.kind === 'element') {
				if (!silentElements.has(child.name)) {
					elements.push({ element: child, isLinked, isHeading });
				}
			} else if (seen.has(child)) {
				const length = child.text.trim().length;
				measure.seen += length;
				measure.linked += isLinked ? length : 0;
				measure.kept += kept.has(child) ? length : 0;
				measure.keptBody += kept.has(child) && !isHeading ? length : 0;
			}
		}
	}
	for (let at = order.length - 1; at > 0; at--) {
		const element = order[at] as MarkupElement;
		const measure = page.get(element);
		const above = element.parent && page.get(element.parent);
		if (measure && above) {
			above.seen += measure.seen;
			above.kept += measure.kept;
			above.keptBody += measure.keptBody;
			above.linked += measure.linked;
			above.hasLinkedHeading ||= isHeadingName(element.name) && measure.seen > 0 && measure.linked >= measure.seen * 0.9;
		}
	}
	return page;
}

/** The innermost block that holds nearly all of what was kept. */
function findCore(root: MarkupElement, page: PageMeasures): MarkupElement | undefined {
	const total = page.get(root)?.keptBody ?? 0;
	let core = root;
	for (let next: MarkupElement | undefined = root; next; ) {
		core = next;
		next = core.children.find(
			(child): child is MarkupElement => child.kind === 'element' && (page.get(child)?.keptBody ?? 0) >= total * coreShare,
		);
	}
	while (core.parent && partElements.has(core.name)) {
		core = core.parent;
	}
	return total > 0 ? core : undefined;
}

const coreShare = 0.85;

/** Elements that are a part of a text and hold none of its sections. */
const partElements: ReadonlySet<string> = new Set(
	'p span a em strong b i u font small big mark q cite code li ul ol dd dt dl pre blockquote tr tbody thead center h1 h2 h3 h4 h5 h6'.split(
		' ',
	),
);

/**
 * Whether an element outside of the article may belong to it: without a name of its own, or with the same name and class as what holds the article; or
 * behind its beginning, with few links, and no name that places it around the text.
 */
function isLikeBody(element: MarkupElement, page: PageMeasures, measure: Measure, isBehindStart: boolean, kinds: KeptKinds): boolean {
	const names = namesOf(element);
	if (names.length === 0) {
		return true;
	}
	return (
		keptOfKind(element, page, kinds) > 0 ||
		(isBehindStart &&
			measure.linked <= measure.seen * 0.05 &&
			measure.seen >= minBodyLength &&
			!names.some((name) => placeNames.test(` ${name} `) && !speaksOfText([name], placeNames)))
	);
}

/** Of each parent that was asked for, how many of its children of each kind hold a part of the article: many siblings cost no more than one pass. */
type KeptKinds = Map<MarkupElement, ReadonlyMap<string, number>>;

/** How many siblings of the same kind hold a part of the article. */
function keptOfKind(element: MarkupElement, page: PageMeasures, known: KeptKinds): number {
	const { parent } = element;
	if (parent === undefined) {
		return 0;
	}
	let kinds = known.get(parent);
	if (!kinds) {
		const counts = new Map<string, number>();
		for (const child of parent.children) {
			const isPart = child.kind === 'element' && (child.attributes.has('class') || sectionElements.has(child.name));
			if (isPart && (page.get(child)?.keptBody ?? 0) > 0) {
				counts.set(kindOf(child), (counts.get(kindOf(child)) ?? 0) + 1);
			}
		}
		known.set(parent, counts);
		kinds = counts;
	}
	return kinds.get(kindOf(element)) ?? 0;
}

/** So many parts of one kind are a series, as the posts of a thread are. */
const minSeries = 2;

function kindOf({ name, attributes }: MarkupElement): string {
	return sectionElements.has(name) ? name : `${name} ${attributes.get('class') ?? ''}`;
}

/** What the parts of a text are made of, whatever they are called. */
const sectionElements: ReadonlySet<string> = new Set(['section', 'article']);

/** UTF-16 units. */
const minBodyLength = 5;

/** Names that place a block around the text. */
const placeNames =
	/ (?:side|sidebar|rail|secondary|aside|widgets?|footer|foot|bottom|header|head|masthead|top|nav|navigation|menu|banner|ads?|advert|promo|comments?|related|recirc|newsletter|subscribe|social|share|sharing|login|signup|account|user|search|modal|popup|overlay|dialog|legal|copyright|cookies?|consent|trending|popular|latest|breaking|news|ticker|outbrain|taboola|teasers?|cards?|story|stories|posts?|articles?|more|hidden|gallery|print|tools?|toolbar|bar|meta|info|about|author|authors|bio|byline|tags|categories|breadcrumbs?|region|block|module|component|site|page|global|app|partner|sponsor|contact|copy|disclaimer|notice|alert|message|error|loading) /;

/** The texts of an element that Readability dropped as a whole, if it is content: without the machinery in it. */
function collectContent(
	top: MarkupElement,
	page: PageMeasures,
	seen: ReadonlySet<MarkupText>,
	{ isInCore, isBehindStart, isInSeries }: { readonly isInCore: boolean; readonly isBehindStart: boolean; readonly isInSeries: boolean },
): readonly MarkupText[] {
	const texts: MarkupText[] = [];
	let structure = 0;
	const stack: MarkupNode[] = [top];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.kind === 'text') {
			if (seen.has(node)) {
				texts.push(node);
			}
			continue;
		}
		const measure = page.get(node);
		if (!measure || measure.seen === 0 || isMachinery(node, measure, isInCore, isBehindStart)) {
			continue;
		}
		structure += structureOf.get(node.name) ?? 0;
		for (let at = node.children.length - 1; at >= 0; at--) {
			stack.push(node.children[at] as MarkupNode);
		}
	}
	const text = texts.map((node) => node.text).join(' ');
	if (isLabel(text.replace(/\s+/g, ' ').trim())) {
		return [];
	}
	const isPlainBlock =
		isInCore && isBehindStart && page.get(top)?.linked === 0 && text.trim().length >= 12 && paragraphElements.has(top.name);
	const isPlainPart = isHeadingName(top.name) || (isInCore && isBehindStart && (top.name === 'p' || lineElements.has(top.name)));
	const isStructured = structure >= 2 && !texts.every((node) => isMachineWord(node.text.trim()));
	const isShortPost = isInSeries && texts.some((node) => node.parent.name !== 'a' && holdsWords(node.text));
	return isShortPost || isStructured || isPlainPart || isPlainBlock || isSourceOfQuotation(top) || holdsSentence(text) ? texts : [];
}

/** Two words or more, or their like in a script without spaces. */
function holdsWords(text: string): boolean {
	return /\p{L}\S*\s+\S*\p{L}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{4}/u.test(text);
}

/** A name that a script goes by (`wide-browser-and-larger`), or no word at all. */
function isMachineWord(text: string): boolean {
	return /^[a-z\d]+(?:[-_][a-z\d]+)+$/.test(text) || !/\p{L}/u.test(text);
}

/** What makes content of words that are no sentences; 2 is enough. */
const structureOf: ReadonlyMap<string, number> = new Map([
	['li', 1],
	['tr', 1],
	['dd', 2],
	['pre', 2],
	['blockquote', 2],
	['figcaption', 2],
	['caption', 2],
	['address', 2],
	['h2', 1],
	['h3', 1],
	['h4', 1],
	['p', 1],
]);

function isMachinery(element: MarkupElement, measure: Measure, isInCore: boolean, isBehindStart: boolean): boolean {
	const { name } = element;
	if (isAroundContent(element)) {
		return true;
	}
	const linkShare = measure.linked / measure.seen;
	if (name === 'header' && !isInCore && !isBehindStart) {
		return true;
	}
	if (!paragraphElements.has(name) && !lineElements.has(name)) {
		return false;
	}
	if (!lineElements.has(name) && linkShare >= maxLinkShare) {
		return true;
	}
	if ((measure.hasLinkedHeading || (!isInCore && isCard(element))) && measure.seen <= maxTeaserLength) {
		return true;
	}
	return shareToTake(element, linkShare) > 0 || (measure.seen <= 80 && isLabel(textOf(element)));
}

/** An article of its own on the page, called a card: what makers make lists of other articles of. A division called so is a part of this one as often. */
function isCard(element: MarkupElement): boolean {
	return element.name === 'article' && namesOf(element).some((name) => / (?:cards?|teasers?|promos?|tiles?) /.test(` ${name} `));
}

/** A list that is links for the most part is a menu, or leads to other articles. */
const maxLinkShare = 0.5;

/** A heading that is a link, with the lines below it, is a teaser of another article. UTF-16 units. */
const maxTeaserLength = 800;

const aroundElements: ReadonlySet<string> = new Set(['nav', 'aside', 'menu', 'button', 'dialog', 'form', 'label', 'legend']);
const aroundRoles: ReadonlySet<string> = new Set(
	'navigation banner contentinfo complementary search menu menubar dialog alertdialog alert tablist toolbar'.split(' '),
);

/** Whether an element is marked as menu, side column, form, or footer of the page. */
export function isAroundContent(element: MarkupElement): boolean {
	return (
		aroundElements.has(element.name) ||
		aroundRoles.has(element.attributes.get('role') ?? '') ||
		(element.name === 'footer' && !isInText(element))
	);
}

/** Who said a quotation, or where it stands. */
function isSourceOfQuotation(element: MarkupElement): boolean {
	return (element.name === 'footer' || element.name === 'cite') && isInQuotation(element);
}

/** The footer of a quotation names its speaker, and that of an article may hold prose. */
function isInText(footer: MarkupElement): boolean {
	if (isInQuotation(footer)) {
		return true;
	}
	const { parent } = footer;
	return (parent?.name === 'article' || parent?.name === 'section') && isProse(footer) && !holdsLink(footer);
}

function holdsLink(element: MarkupElement): boolean {
	for (const node of walk(element)) {
		if (node.kind === 'element' && node.name === 'a') {
			return true;
		}
	}
	return false;
}

function isInQuotation(element: MarkupElement): boolean {
	for (let up = element.parent; up; up = up.parent) {
		if (up.name === 'blockquote' || up.name === 'figure') {
			return true;
		}
	}
	return false;
}

/** A link to another page; not one to a place in this page, or the place itself. */
function isLinkAway(element: MarkupElement): boolean {
	const href = element.name === 'a' ? element.attributes.get('href') : undefined;
	return href !== undefined && !(href.startsWith('#') && href.length > 1);
}

function isHeadingName(name: string): boolean {
	return name.length === 2 && name >= 'h1' && name <= 'h6';
}

function isInHeading(text: MarkupText): boolean {
	return isHeadingName(text.parent.name) || isHeadingName(text.parent.parent?.name ?? '');
}

/** Takes the headings back out whose text was not restored: they stood over a menu. */
function removeLoneHeadings(seen: ReadonlySet<MarkupText>, kept: ReadonlySet<MarkupText>, restored: Set<MarkupText>): void {
	let next: MarkupText | undefined;
	for (const text of [...seen].reverse()) {
		if (text.text.trim() === '') {
			continue;
		}
		if (restored.has(text) && isInHeading(text) && !(next && (kept.has(next) || restored.has(next)))) {
			restored.delete(text);
		} else {
			next = text;
		}
	}
}
