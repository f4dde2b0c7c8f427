import { type Log, silentLog } from '../../src/base/log.ts';
import { type Caps, defaultCaps } from '../../src/library/caps.ts';
import type { DocumentSummary } from '../../src/library/document.ts';
import type { DocumentSource, SourceFolder } from '../../src/library/documentSource.ts';
import { SearchIndex } from '../../src/search/searchIndex.ts';
import type { Library, LibraryStatus } from '../../src/service/library.ts';
import { createLibrary } from '../../src/service/libraryService.ts';
import type { TableBuffer } from '../../src/terms/tableSections.ts';

/** A library over a source, and all that it told so far. */
export interface OpenLibrary {
	readonly library: Library;
	/** The documents as the events tell of them: what a tree would show. */
	readonly shown: Map<string, DocumentSummary>;
	readonly statuses: LibraryStatus[];
	readonly tables: TableBuffer[];
	readonly errors: string[];
	open(folderUris: readonly string[], options?: { readonly caps?: Caps; readonly glossaryFiles?: readonly string[] }): Promise<void>;
}

export function makeSourceFolder(uri: string, excludes: readonly string[] = []): SourceFolder {
	return { uri, name: uri.slice(uri.lastIndexOf('/') + 1), excludes, isSample: false };
}

export function makeLibrary(source: DocumentSource, clock?: () => number): OpenLibrary {
	const shown = new Map<string, DocumentSummary>();
	const statuses: LibraryStatus[] = [];
	const tables: TableBuffer[] = [];
	const errors: string[] = [];
	const log: Log = { ...silentLog, error: (message) => errors.push(message) };
	const events = {
		onDidChangeDocuments: ({ upserted, removedIds }: { upserted: readonly DocumentSummary[]; removedIds: readonly string[] }) => {
			for (const summary of upserted) {
				shown.set(summary.id, summary);
			}
			for (const id of removedIds) {
				shown.delete(id);
			}
		},
		onDidChangeStatus: (status: LibraryStatus) => statuses.push(status),
		onDidBuildTermTable: (table: TableBuffer) => tables.push(table),
	};
	const library = createLibrary({ source, engine: new SearchIndex(), events, log, clock });
	return {
		library,
		shown,
		statuses,
		tables,
		errors,
		open: async (folderUris, { caps = defaultCaps, glossaryFiles = [] } = {}) => {
			await library.open({ folders: folderUris.map((uri) => makeSourceFolder(uri)), caps, glossaryFiles });
			await library.whenReady();
		},
	};
}
