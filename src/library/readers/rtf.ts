import type { Problem } from '../../base/problem.ts';
import type { Caps } from '../caps.ts';
import { type DocumentContent, emptyContent, type Metadata } from '../document.ts';
import { findFormatHeadings } from './formatHeadings.ts';
import { writeMargins } from './officeMargins.ts';
import { toAuthor, toCount, toDay, toTitle } from './officeProperties.ts';
import { partOfficeQuotes } from './officeQuotes.ts';
import { completeMetadata } from './openingMetadata.ts';
import { type BytesReader, stoppedEarly } from './reader.ts';
import { RtfText } from './rtfText.ts';
import { readRtfTokens } from './rtfTokens.ts';

/**
 * Reads RTF: headings by outline level and style, lists, tables, notes, text boxes, characters in every code page of its fonts, and what its
 * properties say. Never throws, whatever the braces do.
 *
 * The source that its offset map leads to is the file, a byte a UTF-16 unit; RTF is ASCII but for the files of careless programs.
 */
export const readRtf: BytesReader = (bytes, { caps }) => readRtfText(bytes, caps);

/** The same at once, for who has no time to wait. */
export function readRtfText(bytes: Uint8Array, caps: Caps): DocumentContent {
	const text = new RtfText(bytes, caps.maxTextLength);
	readRtfTokens(bytes, text);
	text.finish();
	const { flow } = text.blocks;
	writeMargins(flow, text.margins.flow.blocks.build().text.split(/\n+/));
	const built = flow.blocks.build();
	const content = { ...built, headings: findFormatHeadings(built, flow.looks) };
	const pages = flow.pages.build(content.text.length, toCount(text.info.get('nofpages')));
	const metadata: Metadata = {
		title: toTitle(text.info.get('title')),
		author: toAuthor(text.info.get('author')),
		date: toDay(text.info.get('creatim')),
		publisher: null,
		language: text.language,
	};
	return {
		...emptyContent('rtf', [...(text.isTooDeep ? [tooDeep] : []), ...(text.isDone() ? [stoppedEarly] : [])]),
		...partOfficeQuotes({ ...content, pages }),
		...completeMetadata(metadata, content),
	};
}

const tooDeep: Problem = { kind: 'tooDeep', detail: 'Its groups nest too deep; their formatting was left out' };
