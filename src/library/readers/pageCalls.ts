import { lineElements, paragraphElements } from './htmlBlocks.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, textOf, walk } from './markupTree.ts';

/**
 * Finds what a site says for itself below an article: calls to subscribe, to follow, to join, to write. They are the last blocks of the text, each
 * short, with a link or wholly in italics, and each in the words of such calls; the first block from the end that is none ends the search.
 */
export function findClosingCalls(root: MarkupElement, texts: ReadonlySet<MarkupText>): Set<MarkupElement> {
	const blocks = lastBlocks(root, texts);
	const first = blocks.findIndex((block) => block === undefined || !isCall(block));
	// Where every block is a call, the page is about calls.
	return new Set(first < 0 ? [] : blocks.slice(0, first).filter((block) => block !== undefined));
}

/** So many blocks are looked at: more calls are no end of an article. */
const maxBlocks = 6;

/** UTF-16 units. */
const maxCallLength = 500;

const callWords =
	/\b(?:subscri(?:be|ption)|sign up|newsletter|get (?:full |unlimited )?access to|join (?:us|our|the (?:conversation|discussion))|letters? to the editor|(?:e-?mail|write to|contact) us|let us know|(?:follow|like) (?:us|me|him|her|them|@\w+|.{2,60}) on (?:facebook|twitter|instagram|linkedin|youtube|telegram|x)|donate|become a (?:member|supporter))\b/iu;

function isCall(element: MarkupElement): boolean {
	const text = textOf(element);
	if (text.length > maxCallLength || !callWords.test(text)) {
		return false;
	}
	let italic = 0;
	for (const node of walk(element)) {
		if (node.kind === 'element' && node.name === 'a' && node.attributes.has('href')) {
			return true;
		}
		italic += node.kind === 'element' && (node.name === 'em' || node.name === 'i') ? textOf(node).length : 0;
	}
	return element.name === 'a' || italic >= text.length * 0.9;
}

/** The innermost blocks that hold the last chosen texts, the last first; undefined stands for bare text among blocks. */
function lastBlocks(root: MarkupElement, texts: ReadonlySet<MarkupText>): (MarkupElement | undefined)[] {
	const blocks: (MarkupElement | undefined)[] = [];
	const stack: MarkupNode[] = [root];
	for (let node = stack.pop(); node && blocks.length < maxBlocks; node = stack.pop()) {
		if (node.kind === 'element') {
			for (const child of node.children) {
				stack.push(child);
			}
		} else if (texts.has(node) && node.text.trim() !== '') {
			const block = blockOf(node);
			if (blocks.length === 0 || blocks.at(-1) !== block) {
				blocks.push(block);
			}
		}
	}
	return blocks;
}

/** The innermost block around a text; where that holds other blocks too, the part of it that the text stands in. */
function blockOf(text: MarkupText): MarkupElement | undefined {
	let part: MarkupElement | undefined;
	for (let up: MarkupElement | undefined = text.parent; up; up = up.parent) {
		if (paragraphElements.has(up.name) || lineElements.has(up.name)) {
			return up.children.some(isBlock) ? part : up;
		}
		part = up;
	}
	return part;
}

function isBlock(node: MarkupNode): boolean {
	return node.kind === 'element' && (paragraphElements.has(node.name) || lineElements.has(node.name));
}
