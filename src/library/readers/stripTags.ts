import { Tokenizer } from 'htmlparser2';
import { composeMaps, identityMap, type OffsetMap } from '../../text/offsetMap.ts';
import type { Heading } from '../document.ts';
import { lineElements, paragraphElements } from './htmlBlocks.ts';
import { TextFlow } from './textFlow.ts';

/**
 * The text of HTML without a tree: tags are left out, blocks become paragraphs, entities are decoded. For pages that nest too deep, and for bits of
 * HTML in other formats. Keeps no stack, so it is linear whatever the tags are.
 */
export function stripTags(source: string): { readonly text: string; readonly offsetMap: OffsetMap; readonly headings: readonly Heading[] } {
	const flow = new TextFlow();
	writeWithoutTags(flow, source, identityMap(source.length));
	return { ...flow.build(), headings: [] };
}

/** The same into a flow that has text already. `runs` leads from `source` to the file. */
export function writeWithoutTags(flow: TextFlow, source: string, runs: OffsetMap): void {
	let silent: string | undefined;
	const breakAt = (name: string) => {
		if (paragraphElements.has(name)) {
			flow.breakParagraph();
		} else if (lineElements.has(name)) {
			flow.startLine();
		} else if (name === 'br') {
			flow.breakLine();
		} else if (name === 'td' || name === 'th') {
			flow.breakCell();
		}
	};
	const tokenizer = new Tokenizer(
		{ xmlMode: false, decodeEntities: true, recognizeSelfClosing: true },
		{
			ontext(start, end) {
				if (silent === undefined) {
					flow.write(source.slice(start, end), composeMaps([0, start, end - start], runs));
				}
			},
			ontextentity(code) {
				if (silent === undefined) {
					flow.write(String.fromCodePoint(code), []);
				}
			},
			onopentagname(start, end) {
				const name = source.slice(start, end).toLowerCase();
				if (rawTextElements.has(name)) {
					silent = name;
				}
				breakAt(name);
			},
			onclosetag(start, end) {
				const name = source.slice(start, end).toLowerCase();
				if (name === silent) {
					silent = undefined;
				}
				breakAt(name);
			},
			onattribdata() {},
			onattribend() {},
			onattribentity() {},
			onattribname() {},
			oncdata() {},
			oncomment() {},
			ondeclaration() {},
			onend() {},
			onopentagend() {},
			onprocessinginstruction() {},
			onselfclosingtag() {
				// `<title/>` of XHTML is empty.
				silent = undefined;
			},
		},
	);
	tokenizer.write(source);
	tokenizer.end();
}

/** Between their tags there is no markup, and nothing to read; none of them nests. */
const rawTextElements = new Set(['script', 'style', 'textarea', 'title']);
