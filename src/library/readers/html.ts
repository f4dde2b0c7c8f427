import { emptyContent } from '../document.ts';
import { readHtmlMetadata } from './htmlMetadata.ts';
import { renderMarkup } from './htmlText.ts';
import { findMainContent } from './mainContent.ts';
import { MarkupTooDeep, type MarkupTree, parseMarkup } from './markupTree.ts';
import { cutKnownLines, cutPageEdges, partPullQuotes } from './pageEdges.ts';
import { selectContent } from './pageSelection.ts';
import type { Reader } from './reader.ts';
import { stripTags } from './stripTags.ts';
import { withVisibleMetadata } from './visibleMetadata.ts';

/**
 * Reads HTML: the main content of a page as clean text, with headings, and what the page says of its title, author, date and site.
 * The page's title is in the text only where it stands in the content. Nothing is fetched. A page that nests too deep is read as its bare text.
 */
export const readHtml: Reader = (source, { caps }) => {
	const tree = tryParse(source, caps.maxMarkupDepth);
	if (!tree) {
		const stripped = stripTags(source);
		return {
			...emptyHtml,
			...stripped,
			problems: [
				{ kind: 'tooDeep', detail: `Its elements nest deeper than ${caps.maxMarkupDepth} levels, or are too many; read as plain text` },
			],
		};
	}
	const main = findMainContent(tree);
	const { site, ...metadata } = readHtmlMetadata(tree, main);
	const selection = selectContent(tree, main, { title: metadata.title, site: metadata.publisher ?? site });
	const rendered = partPullQuotes(cutPageEdges(renderMarkup(tree.root, selection)));
	const content = withVisibleMetadata({ ...emptyHtml, ...metadata, ...rendered });
	return { ...content, ...(selection.isPart ? cutKnownLines(rendered, content) : {}), publisher: content.publisher ?? site };
};

const emptyHtml = emptyContent('html', []);

function tryParse(source: string, maxDepth: number): MarkupTree | undefined {
	try {
		return parseMarkup(source, maxDepth);
	} catch (error) {
		if (error instanceof MarkupTooDeep) {
			return undefined;
		}
		throw error;
	}
}
