import type { DocumentSummary } from '../../library/document.ts';
import { sideFields } from '../../library/sideFiles/sideFields.ts';
import { parentOf, relativeTo, resolveSidePath } from '../../library/sideFiles/sidePath.ts';
import type { SideDiagnostic, SideYaml } from '../../library/sideFiles/sideYaml.ts';
import { editDistance } from '../../search/spelling.ts';
import type { Range } from '../../text/range.ts';

/** A fault of a side file, with what was probably meant. */
export interface SideFault extends Range {
	readonly kind: SideDiagnostic['kind'] | 'unknownPath' | 'outsidePath' | 'noDocument';
	readonly name: string;
	/** What was probably meant, as it is to be written in its place; undefined if nobody can tell. */
	readonly suggestion: string | undefined;
}

/** The documents of one source folder by their paths (`toPathKey`). */
export type PathsOfFolder = ReadonlyMap<string, DocumentSummary>;

/** So many unknown paths get a suggestion: each is compared with all paths. */
const maxSuggestions = 20;

/** All that is wrong with a side file: what reading it found, and the paths that no document has. */
export function findSideFaults(read: SideYaml, relativePath: string, paths: PathsOfFolder): readonly SideFault[] {
	const faults: SideFault[] = read.diagnostics.map((diagnostic) => ({
		...diagnostic,
		suggestion: diagnostic.kind === 'unknownField' ? suggestField(diagnostic.name) : undefined,
	}));
	const folderPath = parentOf(relativePath);
	let suggestionsLeft = maxSuggestions;
	for (const { path, pathRange } of read.entries) {
		if (path === '') {
			continue;
		}
		const resolved = resolveSidePath(folderPath, path);
		if (resolved === undefined) {
			faults.push({ kind: 'outsidePath', name: path, suggestion: undefined, ...pathRange });
		} else if (!isThere(resolved, /[/\\]$/.test(path), paths)) {
			const suggestion = suggestionsLeft-- > 0 ? suggestPath(resolved, folderPath, paths) : undefined;
			faults.push({ kind: 'unknownPath', name: path, suggestion, ...pathRange });
		}
	}
	return faults;
}

function isThere(path: string, isFolder: boolean, paths: PathsOfFolder): boolean {
	if (!isFolder) {
		return paths.has(path);
	}
	const start = path === '' ? '' : `${path}/`;
	for (const known of paths.keys()) {
		if (known.startsWith(start)) {
			return true;
		}
	}
	return false;
}

/** The field that is spelt nearest. */
function suggestField(name: string): string | undefined {
	const lower = name.toLowerCase();
	return sideFields
		.map((field) => ({ field, distance: editDistance(lower, field.toLowerCase(), 3) }))
		.filter(({ distance }) => distance <= Math.min(3, Math.floor(lower.length / 2)))
		.sort((a, b) => a.distance - b.distance)[0]?.field;
}

/** The document of the same name elsewhere, else the one whose path is spelt nearest; as `folderPath` would write it. */
function suggestPath(path: string, folderPath: string, paths: PathsOfFolder): string | undefined {
	const lower = path.toLowerCase();
	const name = lower.slice(lower.lastIndexOf('/') + 1);
	let best: { readonly path: string; readonly distance: number } | undefined;
	let limit = Math.max(1, Math.min(4, Math.floor(name.length / 4)));
	for (const known of paths.keys()) {
		const other = known.toLowerCase();
		const otherName = other.slice(other.lastIndexOf('/') + 1);
		if (otherName === name) {
			return relativeTo(folderPath, known);
		}
		const distance = Math.abs(otherName.length - name.length) > limit ? limit + 1 : editDistance(name, otherName, limit);
		if (distance <= limit && (best === undefined || distance < best.distance)) {
			best = { path: known, distance };
			limit = distance;
		}
	}
	return best && relativeTo(folderPath, best.path);
}
