import { pageOfCharset } from './rtfCharacters.ts';

interface Style {
	name: string;
	outlineLevel: number | undefined;
	basedOn: number | undefined;
}

const maxStyles = 10_000;
const maxStyleChain = 50;
const maxNameLength = 100;
/** Of fonts whose characters are signs. */
const symbolCharset = 2;

/** What the tables of fonts and styles at the beginning of RTF say. */
export class RtfTables {
	readonly #pageOfFont = new Map<number, number>();
	/** Fonts of signs, with their names. */
	readonly #symbolFonts = new Map<number, string>();
	readonly #styles = new Map<number, Style>();

	/** The code page of a font; undefined if it has none of its own. */
	pageOf(font: number | undefined): number | undefined {
		return font === undefined ? undefined : this.#pageOfFont.get(font);
	}

	/** The name of a font of signs; undefined for other fonts. */
	symbolFontOf(font: number | undefined): string | undefined {
		return font === undefined ? undefined : this.#symbolFonts.get(font);
	}

	/** A property of the font with this number. */
	readFont(font: number, name: string, value: number): void {
		if (name === 'fcharset') {
			if (value === symbolCharset) {
				this.#symbolFonts.set(font, '');
			}
			const page = pageOfCharset.get(value);
			if (page !== undefined) {
				this.#pageOfFont.set(font, page);
			}
		} else if (name === 'cpg') {
			this.#pageOfFont.set(font, value);
		}
	}

	/** A piece of a font's name, which ends with a semicolon. */
	addFontName(font: number, text: string): void {
		const name = this.#symbolFonts.get(font);
		if (name !== undefined && name.length < maxNameLength) {
			this.#symbolFonts.set(font, name + text.replace(/;.*$/s, ''));
		}
	}

	addStyle(number: number): void {
		if (this.#styles.size < maxStyles) {
			this.#styles.set(number, { name: '', outlineLevel: undefined, basedOn: undefined });
		}
	}

	/** A property of the style with this number. */
	readStyle(number: number, name: string, value: number | undefined): void {
		const style = this.#styles.get(number);
		if (style && name === 'outlinelevel') {
			style.outlineLevel = value;
		} else if (style && name === 'sbasedon') {
			style.basedOn = value;
		}
	}

	addStyleName(number: number, text: string): void {
		const style = this.#styles.get(number);
		if (style && style.name.length < maxNameLength) {
			style.name += text.replace(/;.*$/s, '');
		}
	}

	/** From 1; 0 if paragraphs of this style are no headings. */
	headingLevelOf(styleNumber: number): number {
		let number: number | undefined = styleNumber;
		for (let step = 0; number !== undefined && step < maxStyleChain; step++) {
			const style: Style | undefined = this.#styles.get(number);
			const byName = /^heading ?([1-9])\b/i.exec(style?.name ?? '')?.[1];
			if (byName !== undefined || style?.name.toLowerCase() === 'title') {
				return Number(byName ?? 1);
			}
			if (style?.outlineLevel !== undefined) {
				return toHeadingLevel(style.outlineLevel);
			}
			number = style?.basedOn === number ? undefined : style?.basedOn;
		}
		return 0;
	}
}

/** An outline level counts from 0; 9 and more is body text. */
export function toHeadingLevel(outlineLevel: number): number {
	return outlineLevel >= 0 && outlineLevel < 9 ? outlineLevel + 1 : 0;
}
