import type { Problem } from '../../base/problem.ts';
import type { Caps } from '../caps.ts';
import type { DocumentContent } from '../document.ts';

/** How far a file is read: it is a container and is unpacked; text was found, or more of it; the rest takes only what its text takes. */
export type ReadStage = 'container' | 'text' | 'whole';

/** What a reader may know besides the text. */
export interface ReaderContext {
	/** The file's own name, without its folder. */
	readonly fileName: string;
	readonly caps: Caps;
	/** Told while a container is read, so that whoever waits may tell a bomb from a large document. */
	readonly tellStage?: ((stage: ReadStage) => void) | undefined;
}

/**
 * Makes content out of a decoded file. `language` may stay null: `readDocument` fills it in. Its offset map leads to `source`.
 * A reader does not fail on bad input: what it cannot make sense of is read as plain text, or becomes a problem.
 */
export type Reader = (source: string, context: ReaderContext) => DocumentContent;

/**
 * The same for a format that is no text, such as a container. What its offset map leads to, each such reader says. The bytes stay the caller's:
 * a reader that hands them on to a parser that takes them away gives it a copy.
 */
export type BytesReader = (bytes: Uint8Array, context: ReaderContext) => DocumentContent | Promise<DocumentContent>;

/** What a reader says that stopped once it had more text than the cap allows. */
export const stoppedEarly: Problem = { kind: 'truncated', detail: 'The text is longer than the limit; the rest was not read' };

const cutOff: Problem = { kind: 'truncated', detail: 'The file is longer than the limit; its end was left out' };

/**
 * The beginning of a text file that is worth reading under the cap on clean text, with the problem that says so if that is not all.
 * Half as much again as the cap leaves room for markup; `readDocument` cuts the text itself.
 */
export function cutSource(source: string, { maxTextLength }: Caps): { readonly source: string; readonly problems: readonly Problem[] } {
	const end = Math.ceil(maxTextLength * 1.5);
	if (end >= source.length) {
		return { source, problems: [] };
	}
	const isInPair = (source.charCodeAt(end - 1) & 0xfc00) === 0xd800;
	return { source: source.slice(0, isInPair ? end - 1 : end), problems: [cutOff] };
}
