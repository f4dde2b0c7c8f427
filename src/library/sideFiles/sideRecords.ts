import type { FoundFile } from '../document.ts';
import { type Reference, titleKeysOfName } from './reference.ts';
import type { Correction } from './sideFields.ts';
import { describedName } from './sideFileNames.ts';
import { parentOf, resolveSidePath, toPathKey } from './sidePath.ts';
import type { SideYaml } from './sideYaml.ts';

/** What a side file holds: what was written for Dossier, or a bibliography. */
export type SideContent =
	| ({ readonly kind: 'folder' | 'file' } & Pick<SideYaml, 'entries' | 'faultyPaths'>)
	| { readonly kind: 'references'; readonly references: readonly Reference[] };

/** What side files say of one document. */
export interface Said {
	readonly fields: Correction;
	/** Something was written of it that could not be understood. */
	readonly isFaulty: boolean;
}

/** Where a side file stands. */
export type SidePlace = Pick<FoundFile, 'id' | 'folder' | 'relativePath'>;

/**
 * All that side files say, and for each document what of it is meant for it: `tide.pdf.yml` beside it comes before `dossier.yml` (the nearest
 * folder's first), that before bibliographies. A bibliography means the document that its `file` names, else one whose name is the citation
 * key or the title; a title that two works share means neither.
 */
export class SideRecords {
	readonly #contents = new Map<string, { readonly place: SidePlace; readonly content: SideContent }>();
	#folders: Map<string, FolderIndex> | undefined = new Map();

	/** Takes what a side file says, in the place of what it said before. */
	set(place: SidePlace, content: SideContent): void {
		this.#contents.set(place.id, { place, content });
		this.#folders = undefined;
	}

	/** Takes back what a side file said. Whether it said anything. */
	delete(id: string): boolean {
		const wasThere = this.#contents.delete(id);
		if (wasThere) {
			this.#folders = undefined;
		}
		return wasThere;
	}

	/**
	 * What is said of a document; `undefined` if nothing is. `has` tells whether a document stands at a path of the same folder: a work whose file
	 * is there means no other of the same name.
	 */
	find(file: Pick<FoundFile, 'folder' | 'relativePath'>, has: (path: string) => boolean): Said | undefined {
		const index = this.#indexOf(file.folder);
		return index && findSaid(index, toPathKey(file.relativePath), has);
	}

	/** Whether a bibliography names a file so: then its coming or going may change which document is meant. */
	isNamed(file: Pick<FoundFile, 'folder' | 'relativePath'>): boolean {
		return this.#indexOf(file.folder)?.byName.has(nameOf(toPathKey(file.relativePath))) ?? false;
	}

	#indexOf(folder: string): FolderIndex | undefined {
		this.#folders ??= buildIndexes([...this.#contents.values()]);
		return this.#folders.get(folder);
	}
}

/** What the side files of one source folder say, by what a document can be known by. */
interface FolderIndex {
	/** From `tide.pdf.yml`. */
	readonly besides: Map<string, Correction>;
	/** From `dossier.yml`: of a path, and of all below a folder (its path). Far files first, so that near ones are laid over them. */
	readonly paths: Map<string, Correction>;
	readonly folders: Map<string, Correction>;
	readonly faulty: Set<string>;
	readonly byPath: Map<string, Reference>;
	/** By the name that a file has wherever it may have been copied to, with the paths at which it is looked for first. */
	readonly byName: Map<string, NamedReference>;
	readonly byKey: Map<string, Reference>;
	/** Null: several works are called so. */
	readonly byTitle: Map<string, Reference | null>;
}

interface NamedReference {
	readonly reference: Reference;
	readonly paths: readonly string[];
}

function buildIndexes(contents: readonly { readonly place: SidePlace; readonly content: SideContent }[]): Map<string, FolderIndex> {
	const indexes = new Map<string, FolderIndex>();
	const depthOf = (path: string) => path.split('/').length;
	const sorted = [...contents].sort((a, b) => {
		const [left, right] = [a.place.relativePath, b.place.relativePath];
		return depthOf(left) - depthOf(right) || (left < right ? -1 : 1);
	});
	for (const { place, content } of sorted) {
		let index = indexes.get(place.folder);
		if (index === undefined) {
			index = {
				besides: new Map(),
				paths: new Map(),
				folders: new Map(),
				faulty: new Set(),
				byPath: new Map(),
				byName: new Map(),
				byKey: new Map(),
				byTitle: new Map(),
			};
			indexes.set(place.folder, index);
		}
		if (content.kind === 'references') {
			addReferences(index, place, content.references);
		} else {
			addEntries(index, place, content);
		}
	}
	return indexes;
}

function addEntries(index: FolderIndex, place: SidePlace, content: SideContent & { readonly kind: 'folder' | 'file' }): void {
	const described = content.kind === 'file' ? toPathKey(describedName(place.relativePath) ?? '') : undefined;
	const resolve = (path: string) => described ?? resolveSidePath(parentOf(place.relativePath), path);
	for (const { path, fields } of content.entries) {
		const resolved = resolve(path);
		if (resolved !== undefined) {
			const target = described !== undefined ? index.besides : /[/\\]$/.test(path) ? index.folders : index.paths;
			target.set(resolved, { ...target.get(resolved), ...fields });
		}
	}
	for (const path of content.faultyPaths) {
		const resolved = resolve(path);
		if (resolved !== undefined) {
			index.faulty.add(resolved);
		}
	}
}

function addReferences(index: FolderIndex, place: SidePlace, references: readonly Reference[]): void {
	const root = folderPathOf(place.folder);
	for (const reference of references) {
		for (const file of reference.files) {
			const inside = pathInside(toPathKey(file), root);
			const paths = inside === undefined ? relativePaths(file, parentOf(place.relativePath)) : [inside];
			for (const path of paths) {
				setFirst(index.byPath, path, reference);
			}
			if (inside === undefined) {
				setFirst(index.byName, nameOf(toPathKey(file)), { reference, paths });
			}
		}
		if (reference.key !== '') {
			setFirst(index.byKey, reference.key.normalize('NFC').toLowerCase(), reference);
		}
		const rival = reference.titleKey === '' ? null : index.byTitle.get(reference.titleKey);
		if (rival === undefined) {
			index.byTitle.set(reference.titleKey, reference);
		} else if (rival !== null && !isSameWork(rival, reference)) {
			index.byTitle.set(reference.titleKey, null);
		}
	}
}

/** What is left below the folder of an absolute path that leads inside. Mendeley leaves out the slash in front. */
function pathInside(path: string, root: string): string | undefined {
	const absolute = root === '' ? undefined : [path, `/${path}`].find((candidate) => isBelow(candidate, root));
	return absolute?.slice(root.length + 1);
}

/** From the bibliography's own place, and from the top of the source folder. */
function relativePaths(file: string, folderPath: string): string[] {
	return [resolveSidePath(folderPath, file), resolveSidePath('', file)].filter((found) => found !== undefined);
}

function isBelow(path: string, root: string): boolean {
	const start = `${root}/`;
	// A drive may be written in either case.
	return (
		path.startsWith(start) ||
		(/^[a-z]:/i.test(root) && path.slice(0, 2).toLowerCase() === root.slice(0, 2).toLowerCase() && path.slice(2).startsWith(start.slice(2)))
	);
}

/** The path of a folder's URI as programs write it: `/papers`, `c:/papers`. */
function folderPathOf(uri: string): string {
	const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(\/.*)$/i.exec(uri)?.[1] ?? '';
	try {
		return toPathKey(decodeURIComponent(path)).replace(/^\/(?=[a-z]:)/i, '');
	} catch {
		// A name that is not UTF-8: no bibliography can name it.
		return '';
	}
}

function setFirst<T>(map: Map<string, T>, key: string, value: T): void {
	if (key !== '' && !map.has(key)) {
		map.set(key, value);
	}
}

function isSameWork(a: Reference, b: Reference): boolean {
	return a.key === b.key || JSON.stringify({ ...a.fields, citationKey: null }) === JSON.stringify({ ...b.fields, citationKey: null });
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

function findSaid(index: FolderIndex, path: string, has: (path: string) => boolean): Said | undefined {
	const layers = [findReference(index, path, has)?.fields];
	for (let end = -1; end < path.length; ) {
		// The folder itself first, then each on the way to the document.
		layers.push(index.folders.get(path.slice(0, Math.max(0, end))));
		end = path.indexOf('/', end + 1);
		if (end < 0) {
			break;
		}
	}
	layers.push(index.paths.get(path), index.besides.get(path));
	const said = layers.filter((layer) => layer !== undefined);
	const isFaulty = index.faulty.has(path);
	return said.length === 0 && !isFaulty ? undefined : { fields: Object.assign({}, ...said), isFaulty };
}

function findReference(index: FolderIndex, path: string, has: (path: string) => boolean): Reference | undefined {
	const named = index.byName.get(nameOf(path));
	const byPlace = index.byPath.get(path) ?? (named?.paths.some(has) ? undefined : named?.reference);
	if (byPlace !== undefined || index.byKey.size + index.byTitle.size === 0) {
		return byPlace;
	}
	const name = nameOf(path);
	const dot = name.lastIndexOf('.');
	const byKey = index.byKey.get((dot > 0 ? name.slice(0, dot) : name).toLowerCase());
	if (byKey !== undefined) {
		return byKey;
	}
	for (const title of titleKeysOfName(name)) {
		const byTitle = index.byTitle.get(title);
		if (byTitle) {
			return byTitle;
		}
	}
	return undefined;
}
