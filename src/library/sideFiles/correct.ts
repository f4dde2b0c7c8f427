import type { Problem } from '../../base/problem.ts';
import type { DocumentContent, DocumentSummary, Metadata } from '../document.ts';
import type { Said } from './sideRecords.ts';

/** A document with its metadata as the writer wants it, and what of that its summary says besides. */
export interface CorrectedDocument {
	readonly content: DocumentContent;
	readonly extra: Pick<DocumentSummary, 'found' | 'citationKey'> & Partial<Pick<DocumentSummary, 'problems'>>;
}

/** Lays what side files say over what a document says of itself. Text, pages and all ranges stay what they are. */
export function correctDocument(content: DocumentContent, said: Said | undefined): CorrectedDocument {
	if (said === undefined) {
		return { content, extra: {} };
	}
	const { citationKey, ...fields } = said.fields;
	const found = metadataOf(content);
	const isCorrected = metadataFields.some((field) => fields[field] !== undefined && fields[field] !== found[field]);
	return {
		content: isCorrected ? { ...content, ...fields } : content,
		extra: {
			...(isCorrected ? { found } : {}),
			...(citationKey ? { citationKey } : {}),
			...(said.isFaulty ? { problems: [...content.problems, notUnderstood] } : {}),
		},
	};
}

const notUnderstood: Problem = {
	kind: 'metadataIgnored',
	detail: 'Something in its details could not be understood; open them with “Edit Details” to see what',
};

/** The content as it was read, out of the one that `correctDocument` gave. */
export function uncorrected(content: DocumentContent, { found }: Pick<DocumentSummary, 'found'>): DocumentContent {
	return found === undefined ? content : { ...content, ...found };
}

/** Whether two states of the same document read the same in every list, as far as side files can tell. */
export function isSameMetadata(a: Metadata & CorrectedDocument['extra'], b: Metadata & CorrectedDocument['extra']): boolean {
	return (
		metadataFields.every((field) => a[field] === b[field] && a.found?.[field] === b.found?.[field]) &&
		a.citationKey === b.citationKey &&
		a.problems?.length === b.problems?.length
	);
}

const metadataFields = ['title', 'author', 'date', 'publisher', 'language'] as const satisfies readonly (keyof Metadata)[];

function metadataOf({ title, author, date, publisher, language }: Metadata): Metadata {
	return { title, author, date, publisher, language };
}
