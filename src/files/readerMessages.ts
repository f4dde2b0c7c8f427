import type { Caps } from '../library/caps.ts';
import type { FoundFile } from '../library/document.ts';
import type { ReadAnswer, SourceFolder } from '../library/documentSource.ts';
import type { ReadStage } from '../library/readers/reader.ts';
import type { FolderSearch } from './sourceFolders.ts';

/** What the reader worker answers. It may be ended at any moment: it holds nothing that cannot be asked again. */
export interface ReaderCalls {
	findSourceFolders(search: FolderSearch): Promise<readonly SourceFolder[]>;
	/** Batches come by `didFindFiles` under the same `walkId`, all of them before the answer. */
	findFiles(folder: SourceFolder, walkId: number): Promise<void>;
	findFile(folder: SourceFolder, id: string): Promise<FoundFile | undefined>;
	/** Reads the file at a `file:` URI, and parses it unless its bytes are known. */
	readFile(id: string, caps: Caps, knownHashes: readonly string[], followsLink: boolean): Promise<ReadAnswer>;
	/** Parses bytes that came from elsewhere, unless they are known. */
	parse(bytes: Uint8Array, fileName: string, caps: Caps, knownHashes: readonly string[]): Promise<ReadAnswer>;
	readSideFile(id: string): Promise<string | undefined>;
}

/** What the reader worker tells. */
export interface ReaderTold {
	/** It is loaded and listens: from now on the time of a file counts. `thread` is its name for `readThreadMs`. */
	didStart(thread: string | undefined): void;
	didFindFiles(walkId: number, files: readonly FoundFile[]): void;
	/** How far the file that is read has come. */
	didReachStage(stage: ReadStage): void;
}
