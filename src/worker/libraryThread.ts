import { Worker } from 'node:worker_threads';
import { toChannel } from '../files/nodeChannel.ts';
import { connectLibrary, type LibraryClient, type LibraryClientOptions } from '../service/libraryClient.ts';

export interface LibraryThreadOptions extends LibraryClientOptions {
	/** The path of `dist/libraryWorker.js`; `readerWorker.js` stands beside it. */
	readonly workerPath: string;
	/** The thread ended by itself: everything that waited has been rejected, and nothing will answer any more. */
	readonly onDidDie: (reason: string) => void;
}

/** A library in a thread of its own. `dispose` ends the thread, and with it its reader. */
export function startLibraryThread(options: LibraryThreadOptions): LibraryClient {
	const { workerPath, log, onDidDie } = options;
	const worker = new Worker(workerPath, { stdout: true, stderr: true, execArgv: [] });
	worker.stdout.on('data', (text) => log.debug(String(text)));
	worker.stderr.on('data', (text) => log.warn(String(text)));
	const client = connectLibrary(toChannel(worker), options);
	let isDisposed = false;
	let reason = '';
	worker.on('error', (error) => {
		reason = `${error.name}: ${error.message}`;
		log.error(`The library worker failed: ${error.stack ?? error.message}`);
	});
	worker.on('exit', (code) => {
		client.close(reason || `exit ${code}`);
		if (!isDisposed) {
			onDidDie(reason || `exit ${code}`);
		}
	});
	return {
		...client,
		dispose: () => {
			isDisposed = true;
			client.dispose();
			// Nothing is lost that is not on disk; a reader that hangs in the system would only keep us waiting.
			worker.terminate().catch((error) => log.warn(String(error)));
		},
	};
}
