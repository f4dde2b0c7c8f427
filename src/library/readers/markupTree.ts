import { Parser } from 'htmlparser2';

/** A run of text between two tags, entities decoded. Comments and tags that were never opened do not part it. */
export interface MarkupText {
	readonly kind: 'text';
	readonly parent: MarkupElement;
	text: string;
	/** Leads from `text` to the HTML source; what came from an entity is in no run. */
	readonly runs: number[];
}

export interface MarkupElement {
	readonly kind: 'element';
	/** Lower case. */
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly parent: MarkupElement | undefined;
	/** Its place among the children of its parent. */
	readonly index: number;
	readonly children: MarkupNode[];
}

export type MarkupNode = MarkupText | MarkupElement;

/** An HTML file as a tree that knows where each piece of text stands in the source. `root` is no element of the file: it has no name. */
export interface MarkupTree {
	readonly root: MarkupElement;
	readonly elementCount: number;
	/** UTF-16 units of all text, of scripts too. */
	readonly textLength: number;
	/** The length of each text times its depth, summed up: what walking every element with all its text costs. */
	readonly textWeight: number;
	/** The first comments, each cut to 1,000 units: browsers write into them where a saved page came from. */
	readonly comments: readonly string[];
}

export interface MarkupOptions {
	/** XHTML, as in e-books: `<title/>` is an empty element there, and not the beginning of one. */
	readonly isXhtml?: boolean;
	/** Any other XML: no element is known by its name, CDATA is text; names are told in lower case here too. */
	readonly isXml?: boolean;
}

/** Why a file did not become a tree. */
export class MarkupTooDeep extends Error {
	readonly kind = 'markupTooDeep';
}

/** Attributes are for choosing and metadata; what is longer is data (`src="data:…"`). */
const maxAttributeLength = 4096;

const cdataStart = '<![CDATA[';

/** At some 200 bytes each, 100 MB of tree. The largest page of the measuring data has 12,000. */
const maxElements = 500_000;

/**
 * Parses HTML once, with positions. Linear in the source. Throws `MarkupTooDeep` when elements nest deeper than `maxDepth` or there are more
 * than half a million: parsing on would take time that grows with the square of the depth.
 */
export function parseMarkup(source: string, maxDepth: number, { isXhtml = false, isXml = false }: MarkupOptions = {}): MarkupTree {
	const root: MarkupElement = { kind: 'element', name: '', attributes: new Map(), parent: undefined, index: 0, children: [] };
	const comments: string[] = [];
	let current = root;
	let depth = 0;
	let elementCount = 0;
	let textLength = 0;
	let textWeight = 0;
	const handler: ConstructorParameters<typeof Parser>[0] = {
		onopentag(name, attribs) {
			elementCount++;
			depth++;
			if (depth > maxDepth || elementCount > maxElements) {
				throw new MarkupTooDeep();
			}
			const attributes = new Map<string, string>();
			for (const key of Object.keys(attribs)) {
				attributes.set(key, (attribs[key] ?? '').slice(0, maxAttributeLength));
			}
			const element: MarkupElement = { kind: 'element', name, attributes, parent: current, index: current.children.length, children: [] };
			current.children.push(element);
			current = element;
		},
		onclosetag() {
			depth--;
			current = current.parent ?? root;
		},
		ontext(data) {
			textLength += data.length;
			textWeight += data.length * depth;
			const last = current.children.at(-1);
			const node: MarkupText = last?.kind === 'text' ? last : { kind: 'text', parent: current, text: '', runs: [] };
			if (node !== last) {
				current.children.push(node);
			}
			const start = source.startsWith(cdataStart, parser.startIndex) ? parser.startIndex + cdataStart.length : parser.startIndex;
			const isPlain = start > parser.startIndex || parser.endIndex - start + 1 === data.length;
			if (isPlain && source.startsWith(data, start)) {
				node.runs.push(node.text.length, start, data.length);
			}
			node.text += data;
		},
		oncomment(data) {
			if (comments.length < 20) {
				comments.push(data.slice(0, 1000));
			}
		},
	};
	const parser = new Parser(handler, {
		xmlMode: isXml,
		lowerCaseTags: true,
		lowerCaseAttributeNames: true,
		recognizeSelfClosing: isXhtml || isXml,
		recognizeCDATA: isXhtml || isXml,
	});
	parser.end(source);
	return { root, elementCount, textLength, textWeight, comments };
}

/** Every node below, in the order of the source, the element itself left out. */
export function* walk(element: MarkupElement): Generator<MarkupNode> {
	const stack: MarkupNode[] = [...element.children].reverse();
	for (let node = stack.pop(); node; node = stack.pop()) {
		yield node;
		if (node.kind === 'element') {
			for (let at = node.children.length - 1; at >= 0; at--) {
				stack.push(node.children[at] as MarkupNode);
			}
		}
	}
}

/** The element next to this one, unless bare text stands between; `step` is -1 for the one before. Those that `isPassedOver` names do not count. */
export function neighbourOf(
	element: MarkupElement,
	step: 1 | -1,
	isPassedOver: (neighbour: MarkupElement) => boolean = () => false,
): MarkupElement | undefined {
	const siblings = element.parent?.children ?? [];
	for (let at = element.index + step; at >= 0 && at < siblings.length; at += step) {
		const sibling = siblings[at];
		if (sibling?.kind === 'element' && !isPassedOver(sibling)) {
			return sibling;
		}
		if (sibling?.kind === 'text' && sibling.text.trim() !== '') {
			return undefined;
		}
	}
	return undefined;
}

/** All text below, white space folded. */
export function textOf(element: MarkupElement): string {
	const pieces: string[] = [];
	for (const node of walk(element)) {
		if (node.kind === 'text') {
			pieces.push(node.text);
		} else if (node.name === 'br') {
			pieces.push(' ');
		}
	}
	return pieces.join('').replace(/\s+/g, ' ').trim();
}
