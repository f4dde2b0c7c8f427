import type { DocumentSummary } from '../../src/library/document.ts';
import type { SourceFolder } from '../../src/library/documentSource.ts';

/** A source folder of this name, below `file:///w`. */
export function makeFolder(name: string): SourceFolder {
	return { uri: `file:///w/${name}`, name, excludes: [], isSample: false };
}

export const sourcesFolder = makeFolder('sources');

/** The summary of a text of one word that says nothing of itself, but for `fields`. */
export function makeSummary(
	relativePath: string,
	fields: Partial<DocumentSummary> = {},
	folder: SourceFolder = sourcesFolder,
): DocumentSummary {
	return {
		id: `${folder.uri}/${relativePath}`,
		folder: folder.uri,
		relativePath,
		sizeBytes: 1,
		modifiedMs: 1,
		kind: 'txt',
		title: null,
		author: null,
		date: null,
		publisher: null,
		language: null,
		state: 'read',
		problems: [],
		pageCount: 0,
		headingCount: 0,
		wordCount: 1,
		opening: '',
		...fields,
	};
}
