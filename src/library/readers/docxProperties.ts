import type { XmlAttributes } from '../container/xml.ts';
import { isOn, type ListPlace, type RunLook, readListPlace, readRunLook, toOutlineLevel } from './docxStyles.ts';
import type { PageSection } from './officePages.ts';

/** What a paragraph of Word says of itself (`w:pPr`), and how far it was read. */
export interface ParagraphProperties extends ListPlace {
	styleId: string | undefined;
	outlineLevel: number | undefined;
	/** Whether its end was deleted: then the next one goes on in it. */
	isEndDeleted: boolean;
	/** Whether it is the large letter that the next paragraph begins with. */
	isDropCap: boolean;
	breaksPageBefore: boolean;
	/** The section that ends with it. */
	section: PageSection | undefined;
	/** Whether its text was begun: then it is settled what it is. */
	isBegun: boolean;
	/** How it is marked as an item of a list; written with its first text. */
	mark: string;
}

/** What a run of characters says of itself (`w:rPr`). */
export interface RunProperties extends RunLook {
	isHidden: boolean;
}

/** What a section says of its pages (`w:sectPr`). */
export type SectionProperties = { -readonly [K in keyof PageSection]: PageSection[K] };

export function makeParagraphProperties(): ParagraphProperties {
	return {
		styleId: undefined,
		outlineLevel: undefined,
		isEndDeleted: false,
		isDropCap: false,
		breaksPageBefore: false,
		section: undefined,
		isBegun: false,
		mark: '',
		listId: undefined,
		level: undefined,
	};
}

export function makeRunProperties(): RunProperties {
	return { styleId: undefined, isHidden: false, isBold: undefined, size: undefined };
}

export function makeSectionProperties(): SectionProperties {
	return { type: 'nextPage', startNumber: undefined, format: 'decimal' };
}

/** Reads an element inside of `w:pPr`, but not of the properties of the paragraph's mark. */
export function readParagraphProperty(paragraph: ParagraphProperties, name: string, attributes: XmlAttributes): void {
	const value = attributes.get('w:val');
	switch (name) {
		case 'w:pStyle':
			paragraph.styleId = value;
			break;
		case 'w:outlineLvl':
			paragraph.outlineLevel = toOutlineLevel(value ?? '');
			break;
		case 'w:pageBreakBefore':
			paragraph.breaksPageBefore = isOn(value);
			break;
		case 'w:framePr':
			paragraph.isDropCap = (attributes.get('w:dropCap') ?? 'none') !== 'none';
			break;
		default:
			readListPlace(paragraph, name, value);
	}
}

/** Reads an element inside of `w:rPr`. */
export function readRunProperty(run: RunProperties, name: string, attributes: XmlAttributes): void {
	const value = attributes.get('w:val');
	if (name === 'w:vanish') {
		run.isHidden = isOn(value);
	} else if (name === 'w:rStyle') {
		run.styleId = value;
	} else {
		readRunLook(run, name, value);
	}
}

/** Reads an element inside of `w:sectPr`. */
export function readSectionProperty(section: SectionProperties, name: string, attributes: XmlAttributes): void {
	if (name === 'w:type') {
		section.type = attributes.get('w:val') ?? 'nextPage';
	} else if (name === 'w:pgNumType') {
		const start = attributes.get('w:start') ?? '';
		section.startNumber = /^\d{1,6}$/.test(start) ? Number(start) : undefined;
		section.format = attributes.get('w:fmt') ?? 'decimal';
	}
}
