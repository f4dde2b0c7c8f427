import { readXml } from '../container/xml.ts';
import { wordNamespaces } from './docxNames.ts';

/** How characters are set; undefined where nothing is said. */
export interface RunLook {
	/** The style of characters, beside that of their paragraph. */
	styleId: string | undefined;
	isBold: boolean | undefined;
	/** In half points. */
	size: number | undefined;
}

/** Which list a paragraph is an item of. */
export interface ListPlace {
	/** `0` is none. */
	listId: string | undefined;
	/** From 0. */
	level: number | undefined;
}

interface Style extends Omit<RunLook, 'styleId'>, ListPlace {
	name: string;
	basedOn: string | undefined;
	/** As the style itself says: 0 is the first level, 9 body text. */
	outlineLevel: number | undefined;
}

/** Styles inherit from styles; a longer chain is a loop or an attack. */
const maxChain = 50;
const maxStyles = 20_000;

/** What the styles of a Word document mean for its text. A style that is not there says nothing but its id. */
export class DocxStyles {
	readonly #styles = new Map<string, Style>();
	readonly #levels = new Map<string | undefined, number>();
	readonly #looks = new Map<string, { readonly isBold: boolean; readonly size: number }>();
	readonly #default = makeStyle();
	#defaultId: string | undefined;
	#language: string | null = null;

	constructor(bytes: Uint8Array | undefined) {
		if (bytes) {
			this.#read(bytes);
		}
	}

	/** The language of the document's text where nothing else is said. */
	get language(): string | null {
		return this.#language;
	}

	/** From 1; 0 if paragraphs of this style are no headings. */
	headingLevelOf(styleId: string | undefined): number {
		const known = this.#levels.get(styleId);
		if (known !== undefined) {
			return known;
		}
		const level = this.#findLevel(styleId ?? this.#defaultId);
		this.#levels.set(styleId, level);
		return level;
	}

	/** The list that paragraphs of this style are items of. */
	listOf(styleId: string | undefined): ListPlace {
		const of = (style: Style) => (style.listId === undefined ? undefined : style);
		return this.#first(styleId ?? this.#defaultId, of) ?? { listId: undefined, level: undefined };
	}

	/** How characters of a paragraph style are set, of a character style, if they have one, and by themselves. */
	lookOf(paragraphId: string | undefined, own: RunLook | undefined): { readonly isBold: boolean; readonly size: number } {
		const characterId = own?.styleId;
		const key = `${paragraphId ?? ''}\n${characterId ?? ''}`;
		let look = this.#looks.get(key);
		if (!look) {
			const find = <T>(of: (style: Style) => T | undefined) =>
				(characterId === undefined ? undefined : this.#first(characterId, of)) ??
				this.#first(paragraphId ?? this.#defaultId, of) ??
				of(this.#default);
			look = { isBold: find((style) => style.isBold) ?? false, size: find((style) => style.size) ?? 20 };
			if (this.#looks.size < maxStyles) {
				this.#looks.set(key, look);
			}
		}
		return { isBold: own?.isBold ?? look.isBold, size: own?.size ?? look.size };
	}

	#findLevel(styleId: string | undefined): number {
		let id = styleId;
		for (let step = 0; id !== undefined && step < maxChain; step++) {
			const style = this.#styles.get(id);
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

	/** What the style says, or the first that it is based on and that says something. */
	#first<T>(styleId: string | undefined, of: (style: Style) => T | undefined): T | undefined {
		let id = styleId;
		for (let step = 0; id !== undefined && step < maxChain; step++) {
			const style = this.#styles.get(id);
			const value = style && of(style);
			if (value !== undefined) {
				return value;
			}
			id = style?.basedOn;
		}
		return undefined;
	}

	#read(bytes: Uint8Array): void {
		let current: Style | undefined;
		readXml(bytes, wordNamespaces, {
			open: (name, attributes) => {
				const value = attributes.get('w:val');
				if (name === 'w:style') {
					const id = attributes.get('w:styleId');
					const type = attributes.get('w:type') ?? 'paragraph';
					current = makeStyle();
					if (id !== undefined && (type === 'paragraph' || type === 'character')) {
						this.#styles.set(id, current);
						if (type === 'paragraph' && isOn(attributes.get('w:default'), false)) {
							this.#defaultId ??= id;
						}
					}
				} else if (name === 'w:lang' && !current) {
					this.#language ??= value ?? null;
				} else {
					readStyle(current ?? this.#default, name, value);
				}
			},
			close: (name) => {
				if (name === 'w:style') {
					current = undefined;
				}
			},
			text() {},
			isDone: () => this.#styles.size > maxStyles,
		});
	}
}

function makeStyle(): Style {
	return {
		name: '',
		basedOn: undefined,
		outlineLevel: undefined,
		isBold: undefined,
		size: undefined,
		listId: undefined,
		level: undefined,
	};
}

function readStyle(style: Style, name: string, value: string | undefined): void {
	if (name === 'w:name') {
		style.name = value?.toLowerCase() ?? '';
	} else if (name === 'w:basedOn') {
		style.basedOn = value;
	} else if (name === 'w:outlineLvl') {
		style.outlineLevel = toOutlineLevel(value ?? '');
	} else {
		readRunLook(style, name, value);
		readListPlace(style, name, value);
	}
}

/** Reads a property of characters, if it is one of those. */
export function readRunLook(look: Omit<RunLook, 'styleId'>, name: string, value: string | undefined): void {
	if (name === 'w:b') {
		look.isBold = isOn(value);
	} else if (name === 'w:sz') {
		look.size = value !== undefined && /^\d{1,4}$/.test(value) ? Number(value) : undefined;
	}
}

/** Reads a property of a paragraph that makes it an item of a list, if it is one of those. */
export function readListPlace(place: ListPlace, name: string, value: string | undefined): void {
	if (name === 'w:numId') {
		place.listId = value;
	} else if (name === 'w:ilvl') {
		place.level = toOutlineLevel(value ?? '');
	}
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
