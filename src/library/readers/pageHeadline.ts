import { type MarkupElement, type MarkupText, type MarkupTree, textOf, walk } from './markupTree.ts';

/**
 * Finds the headline over an article, which Readability takes out because it says the same as the page's title: what stands over the text is a part
 * of it. It is the first heading of the first or second level in front of the article that is one of the titles, or begins or ends one. Gives its texts.
 */
export function findHeadline(
	tree: MarkupTree,
	article: ReadonlySet<MarkupText>,
	titles: readonly (string | null)[],
): readonly MarkupText[] {
	const folded = titles.map((title) => foldTitle(title ?? '')).filter((title) => title !== '');
	let lengthBefore = 0;
	for (const node of walk(tree.root)) {
		if (node.kind === 'text' && article.has(node)) {
			lengthBefore += node.text.trim().length;
		}
		if (lengthBefore > maxKickerLength) {
			return [];
		}
		if (node.kind === 'element' && (node.name === 'h1' || node.name === 'h2') && isHeadline(node, folded)) {
			return [...walk(node)].filter((inner) => inner.kind === 'text');
		}
	}
	return [];
}

/** A date or a rubric may stand over a headline. UTF-16 units. */
const maxKickerLength = 20;

/** A heading that is a link and only a part of the title is the name of the site. */
function isHeadline(element: MarkupElement, titles: readonly string[]): boolean {
	const heading = foldTitle(textOf(element));
	if (heading === '' || titles.includes(heading)) {
		return heading !== '';
	}
	const isLink = element.children.some((child) => child.kind === 'element' && child.name === 'a');
	return !isLink && titles.some((title) => title.startsWith(`${heading} `) || title.endsWith(` ${heading}`));
}

function foldTitle(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
