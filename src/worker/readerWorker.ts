// The reader worker (Node): walks folders, reads files, parses them one at a time. Whoever started it may end it at any moment.
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { connect } from '../base/calls.ts';
import { fromFileUri } from '../files/fileUri.ts';
import { isProblem, readGuarded } from '../files/guardedRead.ts';
import { toChannel } from '../files/nodeChannel.ts';
import type { ReaderCalls, ReaderTold } from '../files/readerMessages.ts';
import { findSourceFolders } from '../files/sourceFolders.ts';
import { nameThread } from '../files/threadTime.ts';
import { findFile, walkFolder } from '../files/walk.ts';
import { decodeBytes } from '../library/charset.ts';
import { unreadAnswer } from '../library/documentSource.ts';
import { maxSideFileBytes } from '../library/fileRules.ts';
import type { ReadStage } from '../library/readers/reader.ts';
import { readUnlessKnown } from '../library/readUnlessKnown.ts';

if (parentPort === null) {
	throw new Error('The reader worker is started by Dossier, not by itself');
}
const tellStage = (stage: ReadStage) => owner.tell('didReachStage', [stage]);
const owner = connect<ReaderTold, ReaderCalls>(
	toChannel(parentPort),
	{
		findSourceFolders,
		findFiles: (folder, walkId, cancel) => walkFolder(folder, (files) => owner.tell('didFindFiles', [walkId, files]), cancel),
		findFile,
		readFile: async (id, caps, knownHashes, followsLink) => {
			const filePath = fromFileUri(id);
			if (filePath === undefined) {
				return unreadAnswer({ kind: 'unreadable', detail: 'It is not a file of this machine' });
			}
			const bytes = await readGuarded(filePath, { maxBytes: caps.maxFileBytes, followsLink });
			return isProblem(bytes)
				? unreadAnswer(bytes)
				: readUnlessKnown(bytes, path.basename(filePath.toString()), caps, knownHashes, tellStage);
		},
		parse: (bytes, fileName, caps, knownHashes) => readUnlessKnown(bytes, fileName, caps, knownHashes, tellStage),
		readSideFile: async (id) => {
			const filePath = fromFileUri(id);
			if (filePath === undefined) {
				return undefined;
			}
			const bytes = await readGuarded(filePath, { maxBytes: maxSideFileBytes });
			return isProblem(bytes) ? undefined : decodeBytes(bytes).text;
		},
	},
	(error) => {
		throw error;
	},
);
owner.tell('didStart', [nameThread()]);
