import { findDroppedContent, isAroundContent } from './droppedContent.ts';
import { silentElements } from './htmlBlocks.ts';
import type { Selection } from './htmlText.ts';
import type { MainContent } from './mainContent.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, type MarkupTree, textOf, walk } from './markupTree.ts';
import { findClosingCalls } from './pageCalls.ts';
import { findPageFurniture, shareToTake } from './pageFurniture.ts';
import { findHeadline } from './pageHeadline.ts';
import { findMenus } from './pageMenus.ts';

/** An article shorter than this is none if the page holds much more. UTF-16 units. */
const minArticleLength = 200;

/**
 * Which texts of a page make its clean text: the article where one was found; all that is seen where nothing but plain text stands around the
 * article, as in exported texts, whose title and first lines Readability drops; and where none was found, what is seen without menus, footers and
 * side columns. Never nothing of a page that shows something.
 */
export function selectContent(tree: MarkupTree, main: MainContent | undefined, { title, site }: PageNames): PageSelection {
	const seen = collectTexts(tree, () => false);
	const seenLength = lengthOf(seen);
	const article = main && new Set([...main.texts, ...findHeadline(tree, main.texts, [title, main.title])]);
	const articleLength = article ? lengthOf(article) : 0;
	if (article && articleLength >= seenLength / 2 && !hasMachinery(seen, article)) {
		return selectionOf(tree, seen, false);
	}
	if (article && (articleLength >= minArticleLength || articleLength * 3 >= seenLength)) {
		const texts = new Set([...article, ...findDroppedContent(tree.root, seen, article)]);
		return selectionOf(tree, texts, true, site === null || site === title ? undefined : findSiteHeading(tree, site));
	}
	const body = collectTexts(tree, isAroundContent);
	return lengthOf(body) >= seenLength * 0.3 ? selectionOf(tree, body, true) : selectionOf(tree, seen, false);
}

/** What of a page is shown. */
export interface PageSelection extends Selection {
	/** Whether it is the article without what stands around it; else all that is seen. */
	readonly isPart: boolean;
}

/** What is known of the page besides. */
interface PageNames {
	readonly title: string | null;
	readonly site: string | null;
}

/** Whether among the texts that are not the article's there is a link, a button, a field, or a part that is marked or named as machinery. */
function hasMachinery(seen: ReadonlySet<MarkupText>, article: ReadonlySet<MarkupText>): boolean {
	const plain = new Set<MarkupElement>();
	for (const text of seen) {
		if (!article.has(text) && text.text.trim() !== '') {
			for (let up: MarkupElement | undefined = text.parent; up && !plain.has(up); up = up.parent) {
				if (up.name === 'a' || up.name === 'form' || up.name === 'label' || isAroundContent(up) || shareToTake(up, 0) > 0) {
					return true;
				}
				plain.add(up);
			}
		}
	}
	return false;
}

/** The name of the site where a page shows it as one of its first headings, as if it were the title. */
function findSiteHeading(tree: MarkupTree, site: string): MarkupElement | undefined {
	let headings = 0;
	for (const node of walk(tree.root)) {
		if (node.kind === 'element' && (node.name === 'h1' || node.name === 'h2')) {
			if (textOf(node).toLowerCase() === site.toLowerCase()) {
				return node;
			}
			if (++headings === maxSiteHeadings) {
				return undefined;
			}
		}
	}
	return undefined;
}

/** Further down, the same words stand over a section about the site. */
const maxSiteHeadings = 3;

function selectionOf(
	tree: MarkupTree,
	texts: ReadonlySet<MarkupText>,
	withoutFurniture: boolean,
	siteHeading?: MarkupElement | undefined,
): PageSelection {
	const menus = findMenus(tree.root, texts);
	const leftOut = withoutFurniture
		? new Set([...menus, ...findPageFurniture(tree.root, texts), ...findClosingCalls(tree.root, texts)])
		: menus;
	const includesElement = (element: MarkupElement) => !leftOut.has(element) && element !== siteHeading;
	return { includesElement, includesText: (text) => texts.has(text), isPart: withoutFurniture };
}

/** Every text that a browser shows, in order, save inside elements that are left out. */
function collectTexts(tree: MarkupTree, isLeftOut: (element: MarkupElement) => boolean): Set<MarkupText> {
	const texts = new Set<MarkupText>();
	const stack: MarkupNode[] = [tree.root];
	for (let node = stack.pop(); node; node = stack.pop()) {
		if (node.kind === 'text') {
			texts.add(node);
		} else if (!silentElements.has(node.name) && !isHidden(node) && !isLeftOut(node)) {
			for (let at = node.children.length - 1; at >= 0; at--) {
				stack.push(node.children[at] as MarkupNode);
			}
		}
	}
	return texts;
}

function lengthOf(texts: ReadonlySet<MarkupText>): number {
	let length = 0;
	for (const text of texts) {
		length += text.text.trim().length;
	}
	return length;
}

/** Whether a browser shows nothing of the element, by what it says of itself; or it draws a formula that stands beside it as MathML. */
export function isHidden(element: MarkupElement): boolean {
	const { attributes } = element;
	if (attributes.get('aria-hidden') === 'true' && isBesideFormula(element)) {
		return true;
	}
	return attributes.has('hidden') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '');
}

function isBesideFormula(element: MarkupElement): boolean {
	return (element.parent?.children ?? [])
		.slice(0, maxParts)
		.some((part) => part.kind === 'element' && (isFormula(part) || part.children.slice(0, maxParts).some(isFormula)));
}

/** A formula is drawn in one part and said in another. */
const maxParts = 3;

function isFormula(node: MarkupNode): boolean {
	return node.kind === 'element' && node.name === 'math';
}
