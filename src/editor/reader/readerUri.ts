import { readerScheme } from '../ids.ts';
import { toPlainLabel } from '../plainLabel.ts';

/** Every shown document stands below this folder: the language of the reader is bound to it by the manifest's `filenamePatterns`. */
export const readerRoot = 'Dossier Library';

/** Longest title in a tab. */
const maxTitleLength = 100;

/**
 * The path under which a document is shown: its last part is what the tab says, the part before it what the breadcrumbs say. The path is for
 * people only; the document is named by the URI's query, and by nothing else.
 */
export function toReaderPath(folderName: string, title: string): string {
	return `/${readerRoot}/${toPathPart(folderName, 'Library')}/${toPathPart(title, 'Document')}`;
}

/** The id of the document that a reader's URI names, if it is such a URI. Whether there is such a document is for the library to say. */
export function fromReaderUri(uri: {
	readonly scheme: string;
	readonly authority: string;
	readonly path: string;
	readonly query: string;
}): string | undefined {
	return uri.scheme === readerScheme && uri.authority === '' && uri.path.startsWith(`/${readerRoot}/`) && uri.query !== ''
		? uri.query
		: undefined;
}

function toPathPart(text: string, fallback: string): string {
	// A division slash looks the same and parts nothing. A part of dots only would name another folder.
	const part = toPlainLabel(text, maxTitleLength).replace(/[/\\]/g, '∕').replace(/[?#]/g, '');
	return /^[.\s]*$/.test(part) ? fallback : part;
}
