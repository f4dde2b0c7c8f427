// The library worker (Node): collection, index and terms behind `connectLibrary`. It starts the reader worker that stands beside it.
import os from 'node:os';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { toChannel } from '../files/nodeChannel.ts';
import { ReaderThread } from '../files/readerThread.ts';
import { PlacedTexts } from '../files/textStore/placedTexts.ts';
import { letOthersFirst } from '../files/threadPriority.ts';
import { SearchIndex } from '../search/searchIndex.ts';
import { usualReadAhead } from '../service/documentIntake.ts';
import { createEditorSource, splitByScheme } from '../service/editorSource.ts';
import { createLibrary } from '../service/libraryService.ts';
import { serveLibrary } from '../service/serveLibrary.ts';

if (parentPort === null) {
	throw new Error('The library worker is started by Dossier, not by itself');
}
// The reader's thread, started from this one, takes after it.
letOthersFirst();
serveLibrary(toChannel(parentPort), (editor, events, log) => {
	const readerPath = path.join(__dirname, 'readerWorker.js');
	const reader = new ReaderThread({ workerPath: readerPath, log });
	const store = new PlacedTexts({
		readerPath,
		indexerPath: __filename,
		log,
		onFault: (reason) => editor.tell('didFailToKeepTexts', [reason]),
	});
	const editorSource = createEditorSource(editor, (file, bytes, caps, knownHashes, cancel) =>
		reader.parseBytes(file, bytes, caps, knownHashes, cancel),
	);
	// With two cores, one is left to the editor: reading and indexing take turns on the other.
	const readAhead = os.availableParallelism() > 2 ? usualReadAhead : 1;
	const source = splitByScheme(reader, editorSource);
	const library = createLibrary({ source, store, engine: new SearchIndex(), events, log, readAhead });
	return { library, findSourceFolders: (request) => reader.findSourceFolders(request) };
});
