import { splitWords } from '../../text/analyse.ts';
import type { Correction } from './sideFields.ts';

/** A work as a bibliography describes it, and what may tell which document it is. */
export interface Reference {
	readonly fields: Correction;
	/** The citation key; empty if there is none. */
	readonly key: string;
	/** Paths as the bibliography writes them, relative, absolute or bare names. */
	readonly files: readonly string[];
	/** The title as `toTitleKey` gives it; empty if there is none. */
	readonly titleKey: string;
}

/** The form in which titles and names of files are compared: their words, folded. `The_Tide-House (2nd ed.)` and `the tide house 2nd ed` are the same. */
export function toTitleKey(title: string): string {
	return splitWords(title.slice(0, 1_000).replace(/[_+]/g, ' '))
		.map(({ folded }) => folded)
		.join(' ');
}

/** As Zotero names the files that it keeps: `Ruiz and Cho - 2008 - The Tide.pdf`. */
const namedByManager = /^[^-]{1,200} - \d{4}[a-z]? - /u;

/** What the name of a file says of its title: the whole name without its extension, and what stands behind author and year. */
export function titleKeysOfName(fileName: string): readonly string[] {
	const dot = fileName.lastIndexOf('.');
	const stem = dot > 0 ? fileName.slice(0, dot) : fileName;
	const lead = namedByManager.exec(stem)?.[0];
	return [toTitleKey(stem), ...(lead === undefined ? [] : [toTitleKey(stem.slice(lead.length))])].filter((key) => key !== '');
}
