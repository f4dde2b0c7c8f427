import { Readability } from '@mozilla/readability';
import { ArticleDocument, ArticleElement, ArticleText, descendantsOf, toArticleElement } from './articleDom.ts';
import { lineElements, paragraphElements } from './htmlBlocks.ts';
import { type MarkupElement, type MarkupText, type MarkupTree, textOf, walk } from './markupTree.ts';

/** What Readability makes of a page. */
export interface MainContent {
	/** The texts of the tree that belong to the article. */
	readonly texts: ReadonlySet<MarkupText>;
	readonly byline: string | null;
	readonly title: string | null;
}

/** Beyond these, choosing takes seconds, and a page is rather a book, which has little to leave out. Elements; UTF-16 units times depth. */
const maxElements = 30_000;
const maxTextWeight = 25_000_000;

/**
 * Finds the article of a page with Mozilla's Readability, as texts of the tree. `undefined` if the page is too large for it, or it finds nothing.
 */
export function findMainContent(tree: MarkupTree): MainContent | undefined {
	if (tree.elementCount > maxElements || tree.textWeight > maxTextWeight) {
		return undefined;
	}
	const page = toArticleDocument(tree);
	let kept: ArticleElement | undefined;
	const reader = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], {
		disableJSONLD: true,
		serializer: (element: unknown) => {
			kept = element as ArticleElement;
			return '';
		},
	});
	const article = reader.parse();
	if (!article || !kept) {
		return undefined;
	}
	const texts = new Set<MarkupText>();
	for (const node of descendantsOf(kept)) {
		if (node instanceof ArticleText && node.origin) {
			texts.add(node.origin);
		}
	}
	return { texts, byline: article.byline ? partByline(tree, article.byline) : null, title: article.title ?? null };
}

/**
 * The byline with its blocks parted, `By Ana Lee | Harbour Post`: Readability writes the texts of an element one behind the other, whatever parts
 * them on the page.
 */
function partByline(tree: MarkupTree, byline: string): string {
	const bare = byline.replace(/\s/g, '');
	for (const node of walk(tree.root)) {
		if (node.kind === 'element' && bylineNames.test(`${node.attributes.get('class') ?? ''} ${node.attributes.get('id') ?? ''}`)) {
			const parts = partsOf(node, bare.length);
			if (parts.join('').replace(/\s/g, '') === bare) {
				return parts.length < 2 ? byline : parts.join(' | ');
			}
		}
	}
	return byline;
}

/** What Readability knows a byline by. */
const bylineNames = /byline|author|dateline|writtenby|p-author/i;

/** The texts of an element's blocks; none if they are longer than asked, white space not counted. */
function partsOf(element: MarkupElement, maxLength: number): string[] {
	const lines: string[] = [''];
	let length = 0;
	for (const node of walk(element)) {
		if (node.kind === 'text') {
			length += node.text.replace(/\s/g, '').length;
			lines[lines.length - 1] += node.text;
			if (length > maxLength) {
				return [];
			}
		} else if (paragraphElements.has(node.name) || lineElements.has(node.name) || node.name === 'br') {
			lines.push('');
		}
	}
	return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** The page with a `head` and one `body`, whatever of them the file has. */
function toArticleDocument(tree: MarkupTree): ArticleDocument {
	const html = tree.root.children.find((node): node is MarkupElement => node.kind === 'element' && node.name === 'html');
	let title = '';
	for (const node of walk(tree.root)) {
		if (node.kind === 'element' && node.name === 'title' && !isInside(node, 'svg')) {
			title = textOf(node);
			break;
		}
	}
	const documentElement = new ArticleElement('html', html?.attributes ?? new Map());
	const head = new ArticleElement('head', new Map());
	documentElement.appendChild(head);
	const parts: MarkupElement[] = [];
	for (const node of walk(tree.root)) {
		if (node.kind === 'element' && node.name === 'body') {
			parts.push(node);
		} else if (node.kind === 'element' && node.name === 'meta') {
			head.appendChild(new ArticleElement('meta', node.attributes));
		}
	}
	const isLeftOut = (element: MarkupElement) => leftOut.has(element.name);
	const bodySource = parts.length === 1 && parts[0] ? parts[0] : tree.root;
	const converted = toArticleElement(bodySource, isLeftOut);
	const body = new ArticleElement('body', bodySource.attributes);
	for (const child of converted.childNodes) {
		body.appendChild(child);
	}
	documentElement.appendChild(body);
	return new ArticleDocument(documentElement, body, title);
}

/** What Readability removes first thing, or what shows nothing. */
const leftOut: ReadonlySet<string> = new Set([
	'script',
	'style',
	'noscript',
	'template',
	'title',
	'head',
	'meta',
	'link',
	'svg',
	'annotation',
	'annotation-xml',
	'base',
]);

function isInside(element: MarkupElement, name: string): boolean {
	for (let up = element.parent; up; up = up.parent) {
		if (up.name === name) {
			return true;
		}
	}
	return false;
}
