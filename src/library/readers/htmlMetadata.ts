import type { Metadata } from '../document.ts';
import { type MarkupTree, textOf, walk } from './markupTree.ts';

/** What an HTML page says of itself. */
export function readHtmlMetadata(tree: MarkupTree): Metadata {
	let title: string | null = null;
	let language: string | null = null;
	for (const node of walk(tree.root)) {
		if (node.kind === 'element') {
			if (node.name === 'title' && title === null) {
				title = textOf(node) || null;
			} else if (node.name === 'html' && language === null) {
				language = node.attributes.get('lang') ?? null;
			}
		}
	}
	return { title, author: null, date: null, publisher: null, language };
}
