import type { DocumentSummary, Metadata } from '../../library/document.ts';
import type { SideField } from '../../library/sideFiles/sideFields.ts';
import { parentOf, resolveSidePath } from '../../library/sideFiles/sidePath.ts';
import type { PathsOfFolder } from './sideFaults.ts';
import type { SidePlace } from './sidePlace.ts';

/** The document that an entry speaks of; undefined for folders and for paths that none has. */
export function findDescribed(path: string, place: SidePlace, paths: PathsOfFolder): DocumentSummary | undefined {
	const resolved = place.described ?? resolveSidePath(parentOf(place.relativePath), path);
	return resolved === undefined ? undefined : paths.get(resolved);
}

/** What the document says of itself, before any side file. */
export function foundValue(summary: DocumentSummary, field: SideField): string | null {
	return field === 'citationKey' ? null : ((summary.found ?? summary) as Metadata)[field];
}
