// The library worker for a browser: the same core, with a reader in place (there is no second thread to end) and every file from the editor.
import type { Channel } from '../base/calls.ts';
import { readUnlessKnown } from '../library/readUnlessKnown.ts';
import { SearchIndex } from '../search/searchIndex.ts';
import { createEditorSource } from '../service/editorSource.ts';
import { createLibrary } from '../service/libraryService.ts';
import { serveLibrary } from '../service/serveLibrary.ts';

/** What a worker's global scope gives in a browser; Node's types do not know it. */
interface WorkerScope {
	postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const channel: Channel = {
	postMessage: (message, transfer = []) => scope.postMessage(message, transfer),
	onMessage: (listener) => scope.addEventListener('message', (event) => listener(event.data)),
};
serveLibrary(channel, (editor, events, log) => {
	const source = createEditorSource(editor, async (file, bytes, caps, knownHashes) => {
		return readUnlessKnown(bytes, file.relativePath.slice(file.relativePath.lastIndexOf('/') + 1), caps, knownHashes);
	});
	return { library: createLibrary({ source, engine: new SearchIndex(), events, log }), findSourceFolders: undefined };
});
