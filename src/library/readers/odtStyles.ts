import type { XmlAttributes, XmlHandler } from '../container/xml.ts';
import { cleanField } from '../metadata/field.ts';
import { type ListLevel, maxLevels } from './listNumbers.ts';

/** How characters are set, as far as a style says. */
interface OwnLook {
	isBold: boolean | undefined;
	/** In half points. */
	size: number | undefined;
	isHidden: boolean | undefined;
}

/** How characters are set. */
export interface OdtLook {
	readonly isBold: boolean;
	/** In half points. */
	readonly size: number;
	readonly isHidden: boolean;
}

/** What a style of OpenDocument says of a paragraph or of characters. */
export interface OdtStyle extends OwnLook {
	readonly parent: string | undefined;
	breaksBefore: boolean;
	breaksAfter: boolean;
	/** The kind of page that begins with it; a new page then begins. */
	readonly masterPage: string | undefined;
	readonly listStyle: string | undefined;
	pageNumber: number | undefined;
}

type ListLevels = Map<number, ListLevel>;

const maxStyleChain = 50;
const maxStyles = 50_000;
const plainLook: OdtLook = { isBold: false, size: 24, isHidden: false };

/** The styles of an OpenDocument text: those of `styles.xml` and, told later, those of the text itself. */
export class OdtStyles implements XmlHandler {
	/** By family and name: `paragraph P1`. */
	readonly #styles = new Map<string, OdtStyle>();
	readonly #lists = new Map<string, ListLevels>();
	/** How the levels of headings are numbered. */
	readonly #outline: ListLevels = new Map();
	readonly #formatOfLayout = new Map<string, string>();
	readonly #layoutOfMaster = new Map<string, string>();
	readonly #looks = new Map<string, OdtLook>();
	readonly #default: OwnLook = { isBold: undefined, size: undefined, isHidden: undefined };
	#look: OwnLook | undefined;
	#style: OdtStyle | undefined;
	#levels: ListLevels | undefined;
	#layout = '';
	#language: string | null = null;

	/** The language of the default paragraph. */
	get language(): string | null {
		return this.#language;
	}

	paragraph(name: string | undefined): OdtStyle | undefined {
		return name === undefined ? undefined : this.#styles.get(`paragraph ${name}`);
	}

	/** Whether a paragraph style is this one, or based on it. */
	isBasedOn(name: string | undefined, base: string): boolean {
		for (let step = 0, id = name; id !== undefined && step < maxStyleChain; step++) {
			if (id === base) {
				return true;
			}
			id = this.paragraph(id)?.parent;
		}
		return false;
	}

	/** How characters of a style are set; what it does not say is as outside of it. */
	lookOf(family: 'paragraph' | 'text', name: string | undefined, outside?: OdtLook): OdtLook {
		const key = `${family} ${name ?? ''} ${outside ? `${outside.isBold} ${outside.size} ${outside.isHidden}` : ''}`;
		let look = this.#looks.get(key);
		if (!look) {
			const base = outside ?? { ...plainLook, ...withoutUnknown(this.#default) };
			const find = <T>(of: (style: OwnLook) => T | undefined): T | undefined => {
				let id = name;
				for (let step = 0; id !== undefined && step < maxStyleChain; step++) {
					const style = this.#styles.get(`${family} ${id}`);
					const value = style && of(style);
					if (value !== undefined) {
						return value;
					}
					id = style?.parent;
				}
				return undefined;
			};
			look = {
				isBold: find((style) => style.isBold) ?? base.isBold,
				size: find((style) => style.size) ?? base.size,
				isHidden: find((style) => style.isHidden) ?? base.isHidden,
			};
			if (this.#looks.size < maxStyles) {
				this.#looks.set(key, look);
			}
		}
		return look;
	}

	/** A level of a list style, counted from 0. */
	listLevel(listStyle: string | undefined, level: number): ListLevel | undefined {
		return listStyle === undefined ? undefined : this.#lists.get(listStyle)?.get(level);
	}

	outlineLevel(level: number): ListLevel | undefined {
		return this.#outline.get(level);
	}

	/** How the pages of a kind are numbered, in Word's words. */
	pageFormat(masterPage: string): string {
		const format = this.#formatOfLayout.get(this.#layoutOfMaster.get(masterPage) ?? '') ?? '1';
		return formatNames.get(format) ?? 'decimal';
	}

	open(name: string, attributes: XmlAttributes): void {
		switch (name) {
			case 'style:style':
				this.#openStyle(attributes);
				break;
			case 'style:default-style':
				this.#look = attributes.get('style:family') === 'paragraph' ? this.#default : undefined;
				break;
			case 'style:text-properties':
				if (this.#look) {
					readLook(this.#look, attributes);
				}
				if (this.#look === this.#default) {
					this.#language ??= toLanguage(attributes.get('fo:language'), attributes.get('fo:country'));
				}
				break;
			case 'style:paragraph-properties':
				if (this.#style) {
					readParagraph(this.#style, attributes);
				}
				break;
			case 'text:list-style':
				this.#levels = new Map();
				if (this.#lists.size < maxStyles) {
					this.#lists.set(attributes.get('style:name') ?? '', this.#levels);
				}
				break;
			case 'text:outline-style':
				this.#levels = this.#outline;
				break;
			case 'text:list-level-style-number':
			case 'text:list-level-style-bullet':
			case 'text:outline-level-style': {
				const level = toNumber(attributes.get('text:level'), 1);
				if (level <= maxLevels) {
					this.#levels?.set(level - 1, toListLevel(level, attributes));
				}
				break;
			}
			case 'style:page-layout':
				this.#layout = attributes.get('style:name') ?? '';
				break;
			case 'style:page-layout-properties':
				this.#formatOfLayout.set(this.#layout, attributes.get('style:num-format') ?? '1');
				break;
			case 'style:master-page':
				this.#layoutOfMaster.set(attributes.get('style:name') ?? '', attributes.get('style:page-layout-name') ?? '');
				break;
		}
	}

	close(name: string): void {
		if (name === 'style:style' || name === 'style:default-style') {
			this.#style = undefined;
			this.#look = undefined;
		} else if (name === 'text:list-style' || name === 'text:outline-style') {
			this.#levels = undefined;
		}
	}

	text(): void {}

	#openStyle(attributes: XmlAttributes): void {
		const name = attributes.get('style:name');
		const family = attributes.get('style:family');
		if (name === undefined || (family !== 'paragraph' && family !== 'text') || this.#styles.size >= maxStyles) {
			return;
		}
		this.#style = {
			parent: attributes.get('style:parent-style-name'),
			breaksBefore: false,
			breaksAfter: false,
			masterPage: attributes.get('style:master-page-name') || undefined,
			listStyle: attributes.get('style:list-style-name') || undefined,
			pageNumber: undefined,
			isBold: undefined,
			size: undefined,
			isHidden: undefined,
		};
		this.#look = this.#style;
		this.#styles.set(`${family} ${name}`, this.#style);
	}
}

function readParagraph(style: OdtStyle, attributes: XmlAttributes): void {
	style.breaksBefore = attributes.get('fo:break-before') === 'page';
	style.breaksAfter = attributes.get('fo:break-after') === 'page';
	const number = attributes.get('style:page-number') ?? '';
	style.pageNumber = /^\d{1,6}$/.test(number) ? Number(number) : undefined;
}

function readLook(look: OwnLook, attributes: XmlAttributes): void {
	const weight = attributes.get('fo:font-weight');
	look.isBold = weight === undefined ? look.isBold : weight === 'bold' || Number(weight) >= 600;
	const points = /^(\d{1,3}(?:\.\d{1,4})?)pt$/.exec(attributes.get('fo:font-size') ?? '')?.[1];
	look.size = points === undefined ? look.size : Math.round(2 * Number(points));
	const display = attributes.get('text:display');
	look.isHidden = display === undefined ? look.isHidden : display === 'none';
}

/** `text:display-levels="2"` on the third level shows the numbers of the second and third. */
function toListLevel(level: number, attributes: XmlAttributes): ListLevel {
	const bullet = attributes.get('text:bullet-char');
	const numFormat = attributes.get('style:num-format') ?? '';
	const shown = Math.min(level, toNumber(attributes.get('text:display-levels'), 1));
	const numbers = Array.from({ length: shown }, (_, index) => `%${level - shown + 1 + index}`).join('.');
	const around = (text: string) =>
		`${attributes.get('style:num-prefix') ?? ''}${text}${attributes.get('style:num-suffix') ?? ''}`.slice(0, 100);
	return {
		format: bullet !== undefined ? 'bullet' : numFormat === '' ? 'none' : (formatNames.get(numFormat) ?? 'decimal'),
		text: bullet ?? (numFormat === '' ? '' : around(numbers)),
		start: toNumber(attributes.get('text:start-value'), 1),
		font: '',
		isLegal: false,
	};
}

/** OpenDocument's signs for ways of numbering, in Word's words. */
const formatNames: ReadonlyMap<string, string> = new Map([
	['i', 'lowerRoman'],
	['I', 'upperRoman'],
	['a', 'lowerLetter'],
	['A', 'upperLetter'],
	['01, 02, 03, ...', 'decimalZero'],
	['①, ②, ③, ...', 'decimalEnclosedCircle'],
	['가, 나, 다, ...', 'ganada'],
	['一, 二, 三, ...', 'chineseCounting'],
]);

function toNumber(value: string | undefined, otherwise: number): number {
	return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : otherwise;
}

function withoutUnknown(look: OwnLook): Partial<OdtLook> {
	return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

function toLanguage(language: string | undefined, country: string | undefined): string | null {
	if (!language || language === 'none' || language === 'zxx') {
		return null;
	}
	return cleanField(country && country !== 'none' ? `${language}-${country}` : language);
}
