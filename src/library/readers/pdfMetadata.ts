import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Metadata } from '../document.ts';
import { cleanField } from '../metadata/field.ts';
import { toAuthor, toDay, toTitle } from './officeProperties.ts';

/** No PDF was made before. */
const firstYear = 1993;

/** What a PDF says of itself: in its information, and in its XMP where that says nothing. Titles that nobody gave are none. */
export async function readPdfMetadata(document: PDFDocumentProxy): Promise<Metadata> {
	const { info, metadata } = await document.getMetadata();
	const get = (key: string): string | undefined => toText((info as Readonly<Record<string, unknown>>)[key]);
	const getXmp = (key: string): string | undefined => toText(metadata?.get(key));
	return {
		title: toPdfTitle(get('Title')) ?? toPdfTitle(getXmp('dc:title')),
		author: toAuthor(withoutMail(get('Author'))) ?? toAuthor(withoutMail(getXmp('dc:creator'))),
		date: toPdfDay(get('CreationDate')) ?? laterThanPdf(toDay(getXmp('xmp:createdate'))) ?? toPdfDay(get('ModDate')),
		publisher: cleanField(getXmp('dc:publisher')),
		language: cleanField(get('Language') ?? getXmp('dc:language')),
	};
}

/** `Ana Ruiz, <ana@example.org>` is `Ana Ruiz`; an address that stands alone stays, as nothing else says who it was. */
function withoutMail(author: string | undefined): string | undefined {
	return author?.replace(/(?<=\S)[\s,;]*<[^<>\s]{1,100}@[^<>\s]{1,100}>/gu, '').replace(/[\s,;]{1,20}$/u, '');
}

function toText(value: unknown): string | undefined {
	if (Array.isArray(value)) {
		return value
			.slice(0, 20)
			.filter((part) => typeof part === 'string')
			.join('; ');
	}
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The name of a file, or what programs write when nobody gave a title. */
const noTitle =
	/^(?:.{0,200}\.(?:pdf|indd|qxd|qxp|tex|dvi|ps|eps|ppt|pptx|xls|xlsx|html?|cdr|ai|pub|pages|wpd|txt|md|jpe?g|tiff?|png)|microsoft (?:power ?point|excel|publisher) - .*|(?:power ?point|pdf) presentation|powerpoint|presentation ?\d*|pr[äa]sentation ?\d*|slide ?\d*|layout ?\d*|print(?:ing)?|scan(?:ned)?(?: document| image)?\d*|full page (?:photo|fax print)|no ?title|none|null|about:blank|blank page|book ?\d*|sheet ?\d*|template|new document|adobe photoshop pdf|\(?unspecified\)?|\(?anonymous\)?|\S{0,100}[_\d]\S{0,100}|\p{P}*)$/iu;

function toPdfTitle(value: string | undefined): string | null {
	const title = toTitle(value);
	return title === null || noTitle.test(title) || !/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(title) ? null : title;
}

/** The day of `D:20080301101500Z`. */
function toPdfDay(value: string | undefined): string | null {
	const found = /^(?:D:)?(\d{4})(\d\d)(\d\d)/.exec(value?.trim() ?? '');
	return laterThanPdf(toDay(found ? `${found[1]}-${found[2]}-${found[3]}` : value));
}

function laterThanPdf(day: string | null): string | null {
	return day !== null && Number(day.slice(0, 4)) >= firstYear ? day : null;
}
