import { codeElements } from './htmlBlocks.ts';
import type { MarkupElement, MarkupNode, MarkupText } from './markupTree.ts';

/**
 * A document object model with just what Readability 0.6 asks for, over a tree of ours: each text knows the text of the tree it shows,
 * so that what Readability keeps leads back to its place in the file. A general document object model would need the page serialised and
 * parsed again, and would lose the places.
 *
 * Stands in for `Document`, `Element` and `Text`; whatever is not here, Readability does not use on a page without scripts.
 */
export class ArticleDocument {
	readonly nodeType = 9;
	readonly baseURI = 'about:blank';
	readonly documentURI = 'about:blank';
	readonly documentElement: ArticleElement;
	readonly body: ArticleElement;
	readonly title: string;

	/** `html` holds `body`; the page's title is only for choosing. */
	constructor(documentElement: ArticleElement, body: ArticleElement, title: string) {
		this.documentElement = documentElement;
		this.body = body;
		this.title = title;
		documentElement.ownerDocument = this;
	}

	/** Readability asks its first child whether it is its own simple DOM, whose elements can be renamed in place. So can ours. */
	get firstChild(): { readonly __JSDOMParser__: true } {
		return { __JSDOMParser__: true };
	}

	createElement(name: string): ArticleElement {
		return new ArticleElement(name.toLowerCase(), new Map());
	}

	createTextNode(text: string): ArticleText {
		return new ArticleText(text, undefined);
	}

	getElementsByTagName(name: string): ArticleElement[] {
		return this.documentElement.getElementsByTagName(name);
	}

	querySelectorAll(names: string): ArticleElement[] {
		return this.documentElement.querySelectorAll(names);
	}
}

abstract class ArticleNode {
	parentNode: ArticleElement | null = null;
	previousSibling: ArticleChild | null = null;
	nextSibling: ArticleChild | null = null;

	abstract readonly textContent: string;

	remove(): void {
		this.parentNode?.removeChild(this as unknown as ArticleChild);
	}

	get nextElementSibling(): ArticleElement | null {
		let node = this.nextSibling;
		while (node && !(node instanceof ArticleElement)) {
			node = node.nextSibling;
		}
		return node;
	}

	get previousElementSibling(): ArticleElement | null {
		let node = this.previousSibling;
		while (node && !(node instanceof ArticleElement)) {
			node = node.previousSibling;
		}
		return node;
	}
}

export type ArticleChild = ArticleElement | ArticleText;

const noChildren: readonly ArticleChild[] = [];

export class ArticleText extends ArticleNode {
	readonly nodeType = 3;
	readonly nodeName = '#text';
	readonly tagName = undefined;
	readonly childNodes = noChildren;
	readonly textContent: string;
	/** The text of the tree that this one shows. */
	readonly origin: MarkupText | undefined;

	constructor(text: string, origin: MarkupText | undefined) {
		super();
		this.textContent = text;
		this.origin = origin;
	}
}

export class ArticleElement extends ArticleNode {
	readonly nodeType = 1;
	ownerDocument: ArticleDocument | undefined;
	firstChild: ArticleChild | null = null;
	lastChild: ArticleChild | null = null;
	/** Set by Readability. */
	declare readability: unknown;
	declare _readabilityDataTable: boolean | undefined;
	#localName: string;
	#tagName: string;
	readonly #attributes: Map<string, string>;
	#text: string | undefined;

	constructor(name: string, attributes: ReadonlyMap<string, string>) {
		super();
		this.#localName = name;
		this.#tagName = name.toUpperCase();
		this.#attributes = new Map(attributes);
	}

	get localName(): string {
		return this.#localName;
	}

	set localName(name: string) {
		this.#localName = name;
		this.#tagName = name.toUpperCase();
	}

	get tagName(): string {
		return this.#tagName;
	}

	set tagName(name: string) {
		this.#tagName = name;
	}

	get nodeName(): string {
		return this.#tagName;
	}

	get id(): string {
		return this.#attributes.get('id') ?? '';
	}

	set id(value: string) {
		this.#attributes.set('id', value);
	}

	get className(): string {
		return this.#attributes.get('class') ?? '';
	}

	set className(value: string) {
		this.#attributes.set('class', value);
	}

	get src(): string {
		return this.#attributes.get('src') ?? '';
	}

	get srcset(): string {
		return this.#attributes.get('srcset') ?? '';
	}

	get style(): { readonly display: string; readonly visibility: string } {
		const style = this.#attributes.get('style') ?? '';
		return { display: declarationOf(style, 'display'), visibility: declarationOf(style, 'visibility') };
	}

	/** A list of the moment: changing an attribute does not change it. */
	get attributes(): ArticleAttribute[] {
		return [...this.#attributes].map(([name, value]) => new ArticleAttribute(name, value));
	}

	getAttribute(name: string): string | null {
		return this.#attributes.get(name) ?? null;
	}

	hasAttribute(name: string): boolean {
		return this.#attributes.has(name);
	}

	setAttribute(name: string, value: string): void {
		this.#attributes.set(name, value);
	}

	setAttributeNode(attribute: ArticleAttribute): void {
		this.#attributes.set(attribute.name, attribute.value);
	}

	removeAttribute(name: string): void {
		this.#attributes.delete(name);
	}

	get childNodes(): ArticleChild[] {
		const nodes: ArticleChild[] = [];
		for (let node = this.firstChild; node; node = node.nextSibling) {
			nodes.push(node);
		}
		return nodes;
	}

	get children(): ArticleElement[] {
		const elements: ArticleElement[] = [];
		for (let node = this.firstElementChild; node; node = node.nextElementSibling) {
			elements.push(node);
		}
		return elements;
	}

	get firstElementChild(): ArticleElement | null {
		const first = this.firstChild;
		return first instanceof ArticleElement ? first : (first?.nextElementSibling ?? null);
	}

	/** Kept until something below changes: Readability asks for it again and again, of each element and of all that hold it. */
	get textContent(): string {
		let text = this.#text;
		if (text === undefined) {
			text = '';
			for (let node = this.firstChild; node; node = node.nextSibling) {
				text += node.textContent;
			}
			this.#text = text;
		}
		return text;
	}

	/** What is inside, as it is now. Not a string: Readability only keeps it, to put it back when it tries again with other rules. */
	get innerHTML(): ArticleSnapshot {
		return new ArticleSnapshot(this.#tagName === 'BODY' ? copyChildren(this) : []);
	}

	set innerHTML(snapshot: ArticleSnapshot) {
		while (this.firstChild) {
			this.removeChild(this.firstChild);
		}
		for (const node of snapshot.nodes) {
			this.appendChild(copyOf(node));
		}
	}

	appendChild<T extends ArticleChild>(node: T): T {
		node.remove();
		this.#insert(node, this.lastChild, null);
		return node;
	}

	removeChild<T extends ArticleChild>(node: T): T {
		this.#forgetText();
		if (node.previousSibling) {
			node.previousSibling.nextSibling = node.nextSibling;
		} else {
			this.firstChild = node.nextSibling;
		}
		if (node.nextSibling) {
			node.nextSibling.previousSibling = node.previousSibling;
		} else {
			this.lastChild = node.previousSibling;
		}
		node.parentNode = null;
		node.previousSibling = null;
		node.nextSibling = null;
		return node;
	}

	replaceChild<T extends ArticleChild>(node: ArticleChild, replaced: T): T {
		node.remove();
		const { previousSibling, nextSibling } = replaced;
		this.removeChild(replaced);
		this.#insert(node, previousSibling, nextSibling);
		return replaced;
	}

	getElementsByTagName(name: string): ArticleElement[] {
		return this.#findAll(name === '*' ? undefined : new Set([name.toUpperCase()]));
	}

	/** Understands a list of names only: `p,h2`. */
	querySelectorAll(names: string): ArticleElement[] {
		return this.#findAll(new Set(names.toUpperCase().split(',')));
	}

	#findAll(names: ReadonlySet<string> | undefined): ArticleElement[] {
		const found: ArticleElement[] = [];
		let node: ArticleElement | null = this.firstElementChild;
		while (node) {
			if (names === undefined || names.has(node.#tagName)) {
				found.push(node);
			}
			let next: ArticleElement | null = node.firstElementChild;
			for (let up: ArticleElement | null = node; !next && up && up !== this; up = up.parentNode) {
				next = up.nextElementSibling;
			}
			node = next;
		}
		return found;
	}

	/** Where an element has forgotten its text, so have all that hold it: they were asked later, or not at all. */
	#forgetText(): void {
		for (let up: ArticleElement | null = this; up && up.#text !== undefined; up = up.parentNode) {
			up.#text = undefined;
		}
	}

	#insert(node: ArticleChild, before: ArticleChild | null, after: ArticleChild | null): void {
		this.#forgetText();
		node.parentNode = this;
		node.previousSibling = before;
		node.nextSibling = after;
		if (before) {
			before.nextSibling = node;
		} else {
			this.firstChild = node;
		}
		if (after) {
			after.previousSibling = node;
		} else {
			this.lastChild = node;
		}
	}
}

export class ArticleAttribute {
	readonly name: string;
	readonly value: string;

	constructor(name: string, value: string) {
		this.name = name;
		this.value = value;
	}

	cloneNode(): ArticleAttribute {
		return this;
	}
}

/** The copied inside of an element. */
export class ArticleSnapshot {
	readonly nodes: readonly ArticleChild[];

	constructor(nodes: readonly ArticleChild[]) {
		this.nodes = nodes;
	}
}

/** Every node below, in order. Safe only while nothing is changed. */
export function* descendantsOf(element: ArticleElement): Generator<ArticleChild> {
	let node: ArticleChild | null = element.firstChild;
	while (node) {
		yield node;
		let next: ArticleChild | null = node instanceof ArticleElement ? node.firstChild : null;
		for (let up: ArticleChild | null = node; !next && up && up !== element; up = up.parentNode) {
			next = up.nextSibling;
		}
		node = next;
	}
}

/** A model of the tree's element and what is in it; what `isLeftOut` says is not copied, nor the names of what stands in code, which are no page's. */
export function toArticleElement(source: MarkupElement, isLeftOut: (element: MarkupElement) => boolean): ArticleElement {
	const top = new ArticleElement(source.name, source.attributes);
	const stack: { readonly node: MarkupNode; readonly parent: ArticleElement; readonly isCode: boolean }[] = [];
	const pushChildren = (element: MarkupElement, parent: ArticleElement, isCode: boolean) => {
		for (let at = element.children.length - 1; at >= 0; at--) {
			stack.push({ node: element.children[at] as MarkupNode, parent, isCode });
		}
	};
	pushChildren(source, top, false);
	for (let entry = stack.pop(); entry; entry = stack.pop()) {
		const { node, parent } = entry;
		if (node.kind === 'text') {
			parent.appendChild(new ArticleText(node.text, node));
		} else if (!isLeftOut(node)) {
			const isCode = entry.isCode || codeElements.has(node.name);
			const element = new ArticleElement(node.name, isCode ? withoutNames(node.attributes) : node.attributes);
			parent.appendChild(element);
			pushChildren(node, element, isCode);
		}
	}
	return top;
}

function withoutNames(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	return attributes.has('class') || attributes.has('id')
		? new Map([...attributes].filter(([name]) => name !== 'class' && name !== 'id'))
		: attributes;
}

function copyChildren(element: ArticleElement): ArticleChild[] {
	return element.childNodes.map(copyOf);
}

function copyOf(node: ArticleChild): ArticleChild {
	if (node instanceof ArticleText) {
		return new ArticleText(node.textContent, node.origin);
	}
	const copy = new ArticleElement(node.localName, new Map(node.attributes.map(({ name, value }) => [name, value])));
	for (let child = node.firstChild; child; child = child.nextSibling) {
		copy.appendChild(copyOf(child));
	}
	return copy;
}

/** The value of one declaration of a `style` attribute, lower case. */
function declarationOf(style: string, property: string): string {
	if (!style.toLowerCase().includes(property)) {
		return '';
	}
	for (const declaration of style.toLowerCase().split(';')) {
		const colon = declaration.indexOf(':');
		if (colon > 0 && declaration.slice(0, colon).trim() === property) {
			return declaration
				.slice(colon + 1)
				.replace('!important', '')
				.trim();
		}
	}
	return '';
}
