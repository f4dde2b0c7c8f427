import { type Problem, stateOf } from '../base/problem.ts';
import { composeMaps } from '../text/offsetMap.ts';
import type { Range } from '../text/range.ts';
import type { Caps } from './caps.ts';
import { decodeBytes } from './charset.ts';
import { composeContent } from './composedContent.ts';
import { type DocumentContent, type DocumentKind, emptyContent } from './document.ts';
import { isZip, kindOfName, recogniseBytes, recogniseText } from './format.ts';
import { findLanguage } from './language.ts';
import { readAdoc } from './readers/adoc.ts';
import { readCsv } from './readers/csv.ts';
import { readDocx } from './readers/docx.ts';
import { readEpub } from './readers/epub.ts';
import { readHtml } from './readers/html.ts';
import { readMail } from './readers/mail.ts';
import { readMarkdown } from './readers/markdown.ts';
import { readMailbox } from './readers/mbox.ts';
import { readWebArchive } from './readers/mhtml.ts';
import { readNotebook } from './readers/notebook.ts';
import { readFlatOdt, readOdt } from './readers/odt.ts';
import { readOrg } from './readers/org.ts';
import { readPdf } from './readers/pdf.ts';
import { readPlainText } from './readers/plainText.ts';
import type { BytesReader, Reader, ReaderContext, ReadStage } from './readers/reader.ts';
import { readRst } from './readers/rst.ts';
import { readRtf } from './readers/rtf.ts';
import { readSubtitles } from './readers/subtitles.ts';
import { readTex } from './readers/tex.ts';
import { readXmlDocument } from './readers/xmlDocument.ts';
import { composeLetters } from './repair/composedLetters.ts';

/**
 * Reads a file: the one entry to all readers. A function of the bytes, the name, the caps and Dossier's version. What a file is, its content
 * decides first, and its name second.
 *
 * Never throws: what cannot be read is a content with problems and no text. If a reader itself fails, that is a problem `damaged` with the
 * failure's class, so that one file costs one file; the tests count these as failures.
 */
export async function readDocument(
	bytes: Uint8Array,
	fileName: string,
	caps: Caps,
	tellStage?: (stage: ReadStage) => void,
): Promise<DocumentContent> {
	const kind = kindOfName(fileName);
	if (bytes.length > caps.maxFileBytes) {
		return emptyContent(kind, [
			{ kind: 'tooLarge', detail: `The file has ${toMegabytes(bytes.length)} MB, the limit is ${toMegabytes(caps.maxFileBytes)} MB` },
		]);
	}
	if (bytes.length === 0) {
		return emptyContent(kind, [{ kind: 'empty', detail: 'The file is empty' }]);
	}
	try {
		return await readBytes(bytes, { fileName, caps, tellStage });
	} catch (error) {
		const name = error instanceof Error ? error.name : typeof error;
		return emptyContent(kind, [{ kind: 'damaged', detail: `Its reader failed (${name})` }]);
	}
}

async function readBytes(bytes: Uint8Array, context: ReaderContext): Promise<DocumentContent> {
	const { fileName, caps, tellStage } = context;
	if (isZip(bytes)) {
		tellStage?.('container');
	}
	const known = recogniseBytes(bytes, fileName, caps);
	if (known && !known.isText) {
		const reader = known.problem ? undefined : bytesReaders.get(known.kind);
		return reader ? finish(await reader(bytes, context), [], caps) : emptyContent(known.kind, known.problem ? [known.problem] : []);
	}
	const decoded = decodeBytes(bytes);
	if (decoded.isBinary) {
		return emptyContent(kindOfName(fileName), [{ kind: 'binary', detail: 'The file holds binary data, no text' }]);
	}
	const composed = composeLetters(decoded.text);
	const format = recogniseText(composed.text, fileName);
	if (!format.isText) {
		return emptyContent(format.kind, format.problem ? [format.problem] : []);
	}
	const reader = readers.get(format.kind) ?? readPlainText;
	const content = reader(composed.text, { fileName, caps });
	const offsetMap = composed.text === decoded.text ? content.offsetMap : composeMaps(content.offsetMap, composed.offsetMap);
	return finish({ ...content, kind: format.kind, offsetMap }, decoded.problems, caps);
}

/** The readers that do not read their format as plain text. A new format is a new line here. */
const readers = new Map<DocumentKind, Reader>([
	['adoc', readAdoc],
	['csv', readCsv],
	['html', readHtml],
	['md', readMarkdown],
	['odt', readFlatOdt],
	['org', readOrg],
	['other', (source, context) => (/^\s*\{/.test(source.slice(0, 200)) ? readNotebook : readXmlDocument)(source, context)],
	['rst', readRst],
	['srt', readSubtitles],
	['tex', readTex],
	['vtt', readSubtitles],
]);

/** The readers of what is no text. */
const bytesReaders = new Map<DocumentKind, BytesReader>([
	['docx', readDocx],
	['odt', readOdt],
	['epub', readEpub],
	['rtf', readRtf],
	['pdf', readPdf],
	['eml', readMail],
	['mbox', readMailbox],
	['html', readWebArchive],
]);

/** What holds for every reader's content: letters in one piece, the cap on text, the language, the problems of decoding, and `empty`. */
function finish(content: DocumentContent, decodingProblems: readonly Problem[], caps: Caps): DocumentContent {
	const cut = cutContent(composeContent(content), caps.maxTextLength);
	const problems = [...decodingProblems, ...cut.problems];
	if (!/\S/.test(cut.text) && stateOf(problems) !== 'skipped') {
		problems.push({ kind: 'empty', detail: 'The file holds no words' });
	}
	const language = tellLanguage.has(cut.kind) ? cut.language : findLanguage(cut.text, cut.language);
	return { ...cut, language, problems };
}

/** The kinds whose text begins with lines in another language than their own, so that their readers tell it. */
const tellLanguage: ReadonlySet<DocumentKind> = new Set(['eml', 'mbox']);

/** The content up to the last paragraph that fits; failing that, line, word, or character. Ranges that begin behind the cut are left out. */
function cutContent(content: DocumentContent, maxTextLength: number): DocumentContent {
	const { text } = content;
	if (text.length <= maxTextLength) {
		return content;
	}
	const end = findCut(text, maxTextLength);
	const keep = <T extends Range>(ranges: readonly T[]): T[] =>
		ranges.filter((range) => range.start < end).map((range) => (range.end > end ? { ...range, end } : range));
	const runs: number[] = [];
	for (let at = 0; at < content.offsetMap.length; at += 3) {
		const [cleanStart = 0, sourceStart = 0, length = 0] = content.offsetMap.slice(at, at + 3);
		if (cleanStart >= end) {
			break;
		}
		runs.push(cleanStart, sourceStart, Math.min(length, end - cleanStart));
	}
	const share = Math.floor((100 * end) / text.length);
	return {
		...content,
		text: text.slice(0, end),
		pages: keep(content.pages),
		headings: keep(content.headings).map((heading) => ({ ...heading, text: text.slice(heading.start, heading.end) })),
		notes: keep(content.notes),
		quotes: keep(content.quotes),
		offsetMap: runs,
		// A reader that stopped early has said so; how much it left unread, nobody knows.
		problems: content.problems.some(({ kind }) => kind === 'truncated')
			? content.problems
			: [...content.problems, { kind: 'truncated', detail: `The text is longer than the limit; its first ${share} % were read` }],
	};
}

/** Where to cut: the last break in the second half of what fits, so that one endless line costs half at most. */
function findCut(text: string, maxLength: number): number {
	for (const mark of ['\n\n', '\n', ' ']) {
		const at = text.lastIndexOf(mark, maxLength);
		if (at > maxLength / 2) {
			return at;
		}
	}
	return (text.charCodeAt(maxLength - 1) & 0xfc00) === 0xd800 ? maxLength - 1 : maxLength;
}

function toMegabytes(bytes: number): number {
	return Math.ceil(bytes / (1024 * 1024));
}
