import { maxSideFileBytes } from '../fileRules.ts';
import { extensionOf, kindOfName } from '../format.ts';

/**
 * What a side file is: `folder` says things of the documents of its folder by their paths (`dossier.yml`), `file` of the one beside it
 * (`tide.pdf.yml`), `bibtex` and `csl` are bibliographies.
 */
export type SideFileKind = 'folder' | 'file' | 'bibtex' | 'csl';

/** What the name of a file says that it is: a side file is no document. JSON is told by what it holds (`mayBeCsl`). Undefined for all others. */
export function sideFileKindOf(relativePath: string): SideFileKind | undefined {
	const name = relativePath.slice(relativePath.lastIndexOf('/') + 1).toLowerCase();
	if (name === 'dossier.yml' || name === 'dossier.yaml') {
		return 'folder';
	}
	if (extensionOf(name) === 'bib' || extensionOf(name) === 'bibtex') {
		return 'bibtex';
	}
	return describedName(name) === undefined ? undefined : 'file';
}

/** Whether a file may hold references as CSL-JSON, by its name and size: then its content decides. */
export function mayBeCsl({ relativePath, sizeBytes }: { readonly relativePath: string; readonly sizeBytes: number }): boolean {
	return extensionOf(relativePath) === 'json' && sizeBytes <= maxSideFileBytes;
}

/** The path of the document that `tide.pdf.yml` speaks of: `tide.pdf`. Undefined if what is left is no name of a document. */
export function describedName(path: string): string | undefined {
	const described = /^(.+)\.ya?ml$/i.exec(path)?.[1];
	return described !== undefined && isDocumentName(described) ? described : undefined;
}

/** Also what Dossier does not read, but people keep among their sources; `openapi.v1.yml` speaks of nothing. */
function isDocumentName(name: string): boolean {
	return kindOfName(name) !== 'other' || otherDocuments.has(extensionOf(name));
}

const otherDocuments: ReadonlySet<string> = new Set(
	'doc dot hwp hwpx msg mht mhtml xls xlsx ppt pptx odp ods djvu ps png jpg jpeg gif tif tiff webp mp3 m4a wav mp4 mov pages wpd'.split(
		' ',
	),
);

/** A list of names and fields that a person wrote is smaller; YAML takes a second for a megabyte. UTF-16 units. */
export const maxYamlLength = 1024 * 1024;
