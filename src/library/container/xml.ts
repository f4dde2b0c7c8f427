import { Parser } from 'htmlparser2';
import type { Problem } from '../../base/problem.ts';

/** Attributes of an element, by the names that the reader knows. */
export interface XmlAttributes {
	get(name: string): string | undefined;
}

/** What a reader of XML is told, in the order of the file. */
export interface XmlHandler {
	open(name: string, attributes: XmlAttributes): void;
	close(name: string): void;
	/** `sourceStart` is where the text stands in the decoded part; -1 where it stands there in another form (an entity, CDATA). */
	text(text: string, sourceStart: number): void;
	/** Asked now and then; once true, the rest is left unread. */
	isDone?(): boolean;
}

/** What became of a part. `length` is that of the decoded part, in UTF-16 units: where the next part begins for offsets. */
export interface XmlOutcome {
	readonly length: number;
	readonly problem?: Problem;
}

/** Namespaces that a reader knows, and the prefix it calls each by; which prefix a file chose does not matter. */
export type XmlNamespaces = ReadonlyMap<string, string>;

/** Elements deeper than this end the reading of a part. Word's own files stay below 60. */
export const maxXmlDepth = 256;

/** Bytes or units decoded and parsed at a time, so that a large part is never held as a string. */
const windowLength = 256 * 1024;
/** A document type declaration that is longer is an attack. UTF-16 units. */
const maxPrologLength = 64 * 1024;

/**
 * Reads a part of XML, as bytes or decoded, from beginning to end and tells the handler. Linear, no recursion, nothing fetched: document type declarations are left out with
 * all they declare, so that no entity but the five of XML is ever put in for another text. What is not well-formed is read as far as it makes sense.
 * Every element that was opened is closed, wherever the reading ends.
 */
export function readXml(source: Uint8Array | string, namespaces: XmlNamespaces, handler: XmlHandler): XmlOutcome {
	const names = new NameTable(namespaces);
	/** The names of the elements that are open. */
	const opened: string[] = [];
	let shift = 0;
	const parser = new Parser(
		{
			onopentag(rawName, attributes) {
				if (opened.length >= maxXmlDepth) {
					throw new XmlTooDeep();
				}
				names.enter(opened.length, attributes);
				const name = names.nameOf(rawName);
				opened.push(name);
				handler.open(name, names.attributesOf(attributes));
			},
			onclosetag() {
				const name = opened.pop();
				if (name !== undefined) {
					handler.close(name);
					names.leave(opened.length);
				}
			},
			ontext(data) {
				// In front of the root element and behind it there is no text.
				if (opened.length > 0) {
					const isPlain = parser.endIndex - parser.startIndex + 1 === data.length;
					handler.text(data, isPlain ? parser.startIndex + shift : -1);
				}
			},
		},
		{ xmlMode: true, decodeEntities: true },
	);
	const stop = (length: number, problem?: Problem): XmlOutcome => {
		for (let name = opened.pop(); name !== undefined; name = opened.pop()) {
			handler.close(name);
		}
		return problem ? { length, problem } : { length };
	};
	let length = 0;
	for (let piece of windowsOf(source)) {
		const isFirst = length === 0;
		length += piece.length;
		if (isFirst) {
			const markup = skipDoctype(piece);
			if (markup === undefined) {
				return { length, problem: { kind: 'damaged', detail: 'A part of it has an endless document type declaration' } };
			}
			shift = piece.length - markup.length;
			piece = markup;
		}
		try {
			parser.write(piece);
		} catch (error) {
			if (error instanceof XmlTooDeep) {
				const detail = `Its elements nest deeper than ${maxXmlDepth} levels; it was read up to there`;
				return stop(length, { kind: 'tooDeep', detail });
			}
			throw error;
		}
		if (handler.isDone?.()) {
			return stop(length);
		}
	}
	parser.end();
	return { length };
}

/** Ends the parser, whose own stack takes time that grows with the square of the depth. */
class XmlTooDeep extends Error {
	readonly kind = 'xmlTooDeep';
}

/** The part in pieces, decoded if it is not yet. */
function* windowsOf(source: Uint8Array | string): Generator<string> {
	if (typeof source === 'string') {
		for (let at = 0; at < source.length; at += windowLength) {
			yield source.slice(at, at + windowLength);
		}
		return;
	}
	const decoder = new TextDecoder(findXmlEncoding(source));
	for (let at = 0; at < source.length; at += windowLength) {
		yield decoder.decode(source.subarray(at, at + windowLength), { stream: at + windowLength < source.length });
	}
}

/** By byte order mark, else by the XML declaration, else UTF-8. */
function findXmlEncoding(bytes: Uint8Array): string {
	const [a = 0, b = 0, c = 0, d = 0] = bytes;
	if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
		return 'utf-16le';
	}
	if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
		return 'utf-16be';
	}
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	const label = /^[\xEF\xBB\xBF\s]*<\?xml\s[^>]{0,150}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1] ?? 'utf-8';
	try {
		const { encoding } = new TextDecoder(label);
		return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
	} catch (error) {
		if (error instanceof RangeError) {
			return 'utf-8';
		}
		throw error;
	}
}

/** What follows the document type declaration; all of it if there is none, `undefined` if it has no end. Text before it is left out too. */
export function skipDoctype(text: string): string | undefined {
	const start = /<!DOCTYPE\b/i.exec(text.slice(0, maxPrologLength))?.index ?? -1;
	const root = /<[A-Za-z_\u0080-\uFFFF]/.exec(text.slice(0, maxPrologLength))?.index ?? -1;
	if (start < 0 || (root >= 0 && root < start)) {
		return text;
	}
	let bracketDepth = 0;
	const limit = Math.min(text.length, start + maxPrologLength);
	for (let at = start; at < limit; at++) {
		const char = text[at];
		if (char === '"' || char === "'") {
			const close = text.indexOf(char, at + 1);
			if (close < 0 || close >= limit) {
				return undefined;
			}
			at = close;
		} else if (text.startsWith('<!--', at)) {
			const close = text.indexOf('-->', at);
			if (close < 0 || close >= limit) {
				return undefined;
			}
			at = close + 2;
		} else if (char === '[') {
			bracketDepth++;
		} else if (char === ']') {
			bracketDepth--;
		} else if (char === '>' && bracketDepth <= 0) {
			return text.slice(at + 1);
		}
	}
	return undefined;
}

/** Calls elements and attributes by the reader's prefixes, whatever prefixes the file binds to the same namespaces. */
class NameTable {
	readonly #namespaces: XmlNamespaces;
	/** The file's prefix → the reader's; undefined for a namespace that the reader does not know. */
	readonly #bound = new Map<string, string | undefined>();
	readonly #undo: { readonly depth: number; readonly prefix: string; readonly before: string | undefined; readonly wasBound: boolean }[] =
		[];
	#names = new Map<string, string>();
	/** Whether every known prefix of the file is the reader's own: then attributes need no other name. */
	#isOwn = true;

	constructor(namespaces: XmlNamespaces) {
		this.#namespaces = namespaces;
	}

	enter(depth: number, attributes: Readonly<Record<string, string>>): void {
		for (const key in attributes) {
			if (key.startsWith('xmlns') && (key.length === 5 || key[5] === ':')) {
				const prefix = key.slice(6);
				this.#undo.push({ depth, prefix, before: this.#bound.get(prefix), wasBound: this.#bound.has(prefix) });
				this.#bind(prefix, this.#namespaces.get(attributes[key] ?? ''));
			}
		}
	}

	leave(depth: number): void {
		for (let last = this.#undo.at(-1); last && last.depth === depth; last = this.#undo.at(-1)) {
			this.#undo.pop();
			if (last.wasBound) {
				this.#bind(last.prefix, last.before);
			} else {
				this.#bound.delete(last.prefix);
				this.#names = new Map();
			}
		}
	}

	nameOf(rawName: string): string {
		const known = this.#names.get(rawName);
		if (known !== undefined) {
			return known;
		}
		const name = this.#toOwn(rawName, true);
		if (this.#names.size < 1000) {
			this.#names.set(rawName, name);
		}
		return name;
	}

	attributesOf(attributes: Readonly<Record<string, string>>): XmlAttributes {
		if (this.#isOwn) {
			return { get: (name) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined) };
		}
		const renamed = new Map<string, string>();
		for (const key of Object.keys(attributes)) {
			renamed.set(this.#toOwn(key, false), attributes[key] ?? '');
		}
		return renamed;
	}

	#bind(prefix: string, own: string | undefined): void {
		if (this.#bound.has(prefix) && this.#bound.get(prefix) === own) {
			return;
		}
		this.#bound.set(prefix, own);
		this.#names = new Map();
		if (prefix !== '' && own !== undefined && own !== prefix) {
			this.#isOwn = false;
		}
	}

	/** An element without a prefix is in the default namespace, an attribute in none. A prefix that the file never bound is taken as it stands. */
	#toOwn(rawName: string, isElement: boolean): string {
		const colon = rawName.indexOf(':');
		const prefix = colon < 0 ? '' : rawName.slice(0, colon);
		if ((prefix === '' && !isElement) || !this.#bound.has(prefix)) {
			return rawName;
		}
		const own = this.#bound.get(prefix);
		const local = rawName.slice(colon + 1);
		// A foreign namespace under a prefix that means something here must not be taken for it.
		return own === undefined ? (prefix === '' ? local : `?${prefix}:${local}`) : own === '' ? local : `${own}:${local}`;
	}
}
