import { stateOf } from '../base/problem.ts';
import { containsOffset } from '../text/range.ts';
import type { DocumentContent, DocumentSummary, FoundFile } from './document.ts';

/** How much of a document its opening shows, in UTF-16 units: two or three sentences. */
const openingLength = 300;

/** What lists show of a file that was read: everything but the text. */
export function summarise(file: FoundFile, content: DocumentContent): DocumentSummary {
	return {
		...toFoundFile(file),
		kind: content.kind,
		state: stateOf(content.problems),
		problems: content.problems,
		title: content.title,
		author: content.author,
		date: content.date,
		publisher: content.publisher,
		language: content.language,
		pageCount: content.pages.length,
		headingCount: content.headings.length,
		wordCount: countWords(content.text),
		opening: findOpening(content),
	};
}

/** What a source found, without all that was added since. */
export function toFoundFile({ id, folder, relativePath, sizeBytes, modifiedMs, changedMs, problem }: FoundFile): FoundFile {
	return {
		id,
		folder,
		relativePath,
		sizeBytes,
		modifiedMs,
		...(changedMs === undefined ? {} : { changedMs }),
		...(problem ? { problem } : {}),
	};
}

/** The number of runs without white space that hold a letter or a digit. One pass, whatever the text. */
export function countWords(text: string): number {
	let count = 0;
	let isCounted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code <= 0x20 || code === 0xa0 || code === 0x3000) {
			isCounted = false;
		} else if (!isCounted && isWordCharacter(text, at, code)) {
			isCounted = true;
			count++;
		}
	}
	return count;
}

function isWordCharacter(text: string, at: number, code: number): boolean {
	if (code < 0x80) {
		return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
	}
	return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** The first words of the body: paragraphs that are no headings, on one line, cut at a word's end. If there is nothing but headings, those. */
function findOpening({ text, headings }: DocumentContent): string {
	const pieces: string[] = [];
	let length = 0;
	let next = 0;
	for (let start = 0; start < text.length && length <= openingLength; ) {
		const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
		while (next < headings.length && (headings[next]?.end ?? 0) <= start) {
			next++;
		}
		const heading = headings[next];
		if (end > start && !(heading && containsOffset(heading, start))) {
			// One line may be the whole file; no more of it is looked at than can be shown.
			const piece = text
				.slice(start, Math.min(end, start + 2 * openingLength))
				.replace(/\s+/g, ' ')
				.trim();
			if (piece !== '') {
				pieces.push(piece);
				length += piece.length + 1;
			}
		}
		start = end + 1;
	}
	const opening =
		pieces.length > 0
			? pieces.join(' ')
			: text
					.slice(0, 2 * openingLength)
					.replace(/\s+/g, ' ')
					.trim();
	return cutAtWord(opening, openingLength);
}

/** At most `maxLength` units, ending with a whole word where there is a space at all; never half a surrogate pair. */
function cutAtWord(text: string, maxLength: number): string {
	if (text.length <= maxLength) {
		return text;
	}
	const space = text.lastIndexOf(' ', maxLength);
	if (space > 0) {
		return text.slice(0, space);
	}
	const isPairCut = (text.charCodeAt(maxLength - 1) & 0xfc00) === 0xd800;
	return text.slice(0, isPairCut ? maxLength - 1 : maxLength);
}
