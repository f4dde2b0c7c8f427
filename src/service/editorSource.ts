import type { Connection } from '../base/calls.ts';
import { type Cancellation, throwIfCancelled } from '../base/cancellation.ts';
import type { Caps } from '../library/caps.ts';
import { decodeBytes } from '../library/charset.ts';
import type { FoundFile } from '../library/document.ts';
import { type DocumentSource, type ReadAnswer, unreadAnswer } from '../library/documentSource.ts';
import { maxSideFileBytes } from '../library/fileRules.ts';
import type { EditorCalls } from './messages.ts';

/** Makes the content out of a file's bytes, unless they are known: in the reader worker, or in place where there is none. */
export type ParseBytes = (
	file: FoundFile,
	bytes: Uint8Array,
	caps: Caps,
	knownHashes: readonly string[],
	cancel: Cancellation,
) => Promise<ReadAnswer>;

/** The files that only the editor can reach (schemes other than `file`): listed and fetched by it, parsed by `parse`. */
export function createEditorSource(editor: Connection<EditorCalls>, parse: ParseBytes): DocumentSource {
	return {
		findFiles: async (folder, onBatch, cancel) => {
			onBatch(await editor.call('listFiles', [folder], cancel));
		},
		findFile: (folder, id, cancel) => editor.call('findFile', [folder, id], cancel),
		readDocument: async (file, caps, knownHashes, cancel) => {
			const bytes = await editor.call('readBytes', [file.id, caps.maxFileBytes], cancel);
			throwIfCancelled(cancel);
			return bytes instanceof Uint8Array ? parse(file, bytes, caps, knownHashes, cancel) : unreadAnswer(bytes);
		},
		readSideFile: async (id, cancel) => {
			const bytes = await editor.call('readBytes', [id, maxSideFileBytes], cancel);
			return bytes instanceof Uint8Array ? decodeBytes(bytes).text : undefined;
		},
	};
}

/** Asks `local` for everything with the scheme `file`, and `other` for the rest. */
export function splitByScheme(local: DocumentSource, other: DocumentSource): DocumentSource {
	const sourceOf = (uri: string) => (uri.startsWith('file:') ? local : other);
	return {
		findFiles: (folder, onBatch, cancel) => sourceOf(folder.uri).findFiles(folder, onBatch, cancel),
		findFile: (folder, id, cancel) => sourceOf(id).findFile(folder, id, cancel),
		readDocument: (file, caps, knownHashes, cancel) => sourceOf(file.id).readDocument(file, caps, knownHashes, cancel),
		readSideFile: (id, cancel) => sourceOf(id).readSideFile(id, cancel),
	};
}
