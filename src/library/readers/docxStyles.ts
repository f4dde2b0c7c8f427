import { readXml } from '../container/xml.ts';
import { wordNamespaces } from './docxNames.ts';

/** What the paragraph styles of a Word document mean for its text. */
export interface DocxStyles {
	/** From 1; 0 if paragraphs of this style are no headings. */
	headingLevelOf(styleId: string | undefined): number;
	/** The language of the document's text where nothing else is said. */
	readonly language: string | null;
}

interface Style {
	name: string;
	basedOn: string | undefined;
	/** As the style itself says: 0 is the first level, 9 body text. */
	outlineLevel: number | undefined;
}

/** Styles inherit from styles; a longer chain is a loop or an attack. */
const maxChain = 50;

/** Reads the styles part. A heading is what has an outline level, by itself or by the style it is based on, or is called `heading 1` to `heading 9`. */
export function readDocxStyles(bytes: Uint8Array | undefined): DocxStyles {
	const styles = new Map<string, Style>();
	let language: string | null = null;
	let current: Style | undefined;
	let defaultId: string | undefined;
	if (bytes) {
		readXml(bytes, wordNamespaces, {
			open(name, attributes) {
				const value = attributes.get('w:val');
				if (name === 'w:style') {
					const id = attributes.get('w:styleId');
					const isParagraph = (attributes.get('w:type') ?? 'paragraph') === 'paragraph';
					current = { name: '', basedOn: undefined, outlineLevel: undefined };
					if (id !== undefined && isParagraph) {
						styles.set(id, current);
						defaultId ??= isOn(attributes.get('w:default'), false) ? id : undefined;
					}
				} else if (name === 'w:lang' && !current) {
					language ??= value ?? null;
				} else if (current && value !== undefined) {
					if (name === 'w:name') {
						current.name = value.toLowerCase();
					} else if (name === 'w:basedOn') {
						current.basedOn = value;
					} else if (name === 'w:outlineLvl') {
						current.outlineLevel = toOutlineLevel(value);
					}
				}
			},
			close(name) {
				if (name === 'w:style') {
					current = undefined;
				}
			},
			text() {},
		});
	}
	const levels = new Map<string | undefined, number>();
	const headingLevelOf = (styleId: string | undefined): number => {
		const known = levels.get(styleId);
		if (known !== undefined) {
			return known;
		}
		const level = findLevel(styles, styleId ?? defaultId);
		levels.set(styleId, level);
		return level;
	};
	return { headingLevelOf, language };
}

function findLevel(styles: ReadonlyMap<string, Style>, styleId: string | undefined): number {
	let id = styleId;
	for (let step = 0; id !== undefined && step < maxChain; step++) {
		const style: Style | undefined = styles.get(id);
		const byName = headingName.exec(style?.name ?? id.toLowerCase())?.[1];
		if (style?.outlineLevel !== undefined) {
			return style.outlineLevel >= 9 ? 0 : style.outlineLevel + 1;
		}
		if (byName !== undefined) {
			return Number(byName);
		}
		if (style?.name === 'title') {
			return 1;
		}
		id = style?.basedOn;
	}
	return 0;
}

/** Word keeps the English names of its own styles in every language; documents without a styles part have ids like these. */
const headingName = /^heading ?([1-9])$/;

/** From 0, the first level, to 9, body text. */
export function toOutlineLevel(value: string): number | undefined {
	return /^\d$/.test(value) ? Number(value) : undefined;
}

/** A switch of Office: absent, `1`, `true` and `on` mean on where the element stands at all. */
export function isOn(value: string | undefined, whenAbsent = true): boolean {
	return value === undefined ? whenAbsent : value !== '0' && value !== 'false' && value !== 'off';
}
