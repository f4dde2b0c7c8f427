import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import type { Problem } from '../../base/problem.ts';
import { cleanField } from '../metadata/field.ts';
import { headingKey } from './pdfHeadings.ts';

/** What an annotation holds for a reader, as pdf.js gives it. */
interface RawAnnotation {
	readonly subtype?: string;
	readonly hidden?: boolean;
	readonly contentsObj?: { readonly str?: unknown };
	readonly titleObj?: { readonly str?: unknown };
	readonly fieldType?: string;
	readonly fieldValue?: unknown;
	readonly password?: boolean;
	readonly annotationFlags?: number;
}

/** What a page has more than this of, it has for machines. */
const maxAnnotations = 2_000;
const maxValueLength = 20_000;
/** Flags of annotations that nobody sees: hidden, no view. */
const unseen = 2 | 32;

/** What people wrote on a page: comments, and the values of form fields. Links lead elsewhere and say nothing. Each is a paragraph; lines stay. */
export async function readAnnotations(page: PDFPageProxy): Promise<string[]> {
	const paragraphs: string[] = [];
	const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly RawAnnotation[];
	for (const annotation of annotations.slice(0, maxAnnotations)) {
		const isSeen = annotation.hidden !== true && ((annotation.annotationFlags ?? 0) & unseen) === 0;
		const text = isSeen ? textOf(annotation) : '';
		if (text !== '') {
			paragraphs.push(text);
		}
	}
	return paragraphs;
}

function textOf(annotation: RawAnnotation): string {
	switch (annotation.subtype) {
		case 'Widget':
			// A button's value is a name for machines; a password nobody sees.
			return annotation.fieldType === 'Btn' || annotation.fieldType === 'Sig' || annotation.password ? '' : toLines(annotation.fieldValue);
		case 'Link':
		case 'Popup':
			return '';
		default:
			return toLines(annotation.contentsObj?.str);
	}
}

function toLines(value: unknown): string {
	const values = Array.isArray(value) ? value : [value];
	return values
		.filter((part): part is string => typeof part === 'string')
		.join('\n')
		.slice(0, maxValueLength)
		.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
		.split(/\s*[\r\n\u2028\u2029]+\s*/u)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');
}

interface OutlineEntry {
	readonly title: string;
	readonly items: readonly OutlineEntry[];
}

const maxOutlineEntries = 20_000;
const maxOutlineDepth = 6;

/** The levels of the outline's entries by their texts' keys; of two with one text the higher. */
export async function readOutline(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
	const levels = new Map<string, number>();
	let entries = ((await document.getOutline()) ?? []) as readonly OutlineEntry[];
	for (let level = 1; level <= maxOutlineDepth && levels.size < maxOutlineEntries; level++) {
		for (const { title } of entries.slice(0, maxOutlineEntries)) {
			const key = headingKey(title);
			if (key !== '' && !levels.has(key)) {
				levels.set(key, level);
			}
		}
		entries = entries.flatMap((entry) => entry.items);
	}
	return levels;
}

const maxNamedFiles = 10;

/** A note for the files that travel inside of the document, which are not read. */
export async function nameAttachments(document: PDFDocumentProxy): Promise<Problem[]> {
	const attachments: unknown = await document.getAttachments();
	const files: readonly unknown[] = attachments instanceof Map ? [...attachments.values()] : Object.values(attachments ?? {});
	const names = files.map((file) => cleanField((file as { readonly filename?: string } | undefined)?.filename) ?? 'a file without a name');
	if (names.length === 0) {
		return [];
	}
	const more = names.length > maxNamedFiles ? ` and ${names.length - maxNamedFiles} more` : '';
	return [{ kind: 'attachment', detail: `Attached and not read: ${names.slice(0, maxNamedFiles).join(', ')}${more}` }];
}
