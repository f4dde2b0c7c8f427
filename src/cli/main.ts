// The `dossier` command line: the same library as the editor's, without an editor.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../package.json';
import { silentLog } from '../base/log.ts';
import { toFileUri } from '../files/fileUri.ts';
import { ReaderThread } from '../files/readerThread.ts';
import { errorCode } from '../files/systemProblem.ts';
import { defaultCaps } from '../library/caps.ts';
import type { DocumentContent } from '../library/document.ts';
import { SearchIndex } from '../search/searchIndex.ts';
import type { Library } from '../service/library.ts';
import { createLibrary, type LibraryUses } from '../service/libraryService.ts';
import { extractFindings } from '../terms/extraction/extract.ts';
import { FolderError, type GivenFolders, openFolders } from './folders.ts';
import { type Command, parseCommand, UsageError, usage } from './options.ts';
import { Output } from './output.ts';
import { renderAnswer, renderCard, renderContent, renderFindings, renderSummary } from './plainText.ts';
import { parseQueries } from './queries.ts';
import { type PathOf, toCardEntry, toExplainEntry, toExtractEntry, toListEntry, toReadEntry, toSearchEntry } from './shapes.ts';

const output = new Output();

run(process.argv.slice(2)).then(
	(code) => {
		// Not `process.exit`: what was written may still be on its way.
		process.exitCode = code;
	},
	(error) => {
		console.error(`dossier: ${error instanceof Error ? error.stack : String(error)}`);
		process.exitCode = 1;
	},
);

async function run(args: readonly string[]): Promise<number> {
	try {
		await runCommand(parseCommand(args));
		return 0;
	} catch (error) {
		if (error instanceof UsageError) {
			console.error(`dossier: ${error.message}\nTry dossier --help`);
			return 2;
		}
		if (error instanceof FolderError) {
			console.error(`dossier: ${error.message}`);
			return 3;
		}
		throw error;
	}
}

async function runCommand(command: Command): Promise<void> {
	switch (command.name) {
		case 'help':
			return output.writeLine(usage.trimEnd());
		case 'version':
			return output.writeLine(version);
		case 'read':
			return withReader((reader) => read(command, reader));
		case 'extract':
			return withReader((reader) => extract(command, reader));
		case 'list':
			return withLibrary(command.folders, { search: false, terms: false }, (library, folders) => list(command, library, folders));
		case 'search':
			return search(command);
		case 'terms':
			return withLibrary(command.folders, { search: false, terms: true }, (library, folders) => printTerms(command, library, folders));
		case 'explain':
			return explain(command);
	}
}

async function withReader<T>(use: (reader: ReaderThread) => Promise<T>): Promise<T> {
	const log = { ...silentLog, error: (message: string) => console.error(`dossier: ${message}`) };
	const reader = new ReaderThread({ workerPath: path.join(__dirname, 'readerWorker.js'), log });
	try {
		return await use(reader);
	} finally {
		await reader.dispose();
	}
}

async function withLibrary<T>(
	given: readonly string[],
	uses: Pick<LibraryUses, 'search' | 'terms'>,
	use: (library: Library, folders: GivenFolders) => Promise<T>,
): Promise<T> {
	const folders = await openFolders(given);
	return withReader(async (reader) => {
		const events = { onDidChangeDocuments() {}, onDidChangeStatus() {}, onDidBuildTermTable() {} };
		const log = { ...silentLog, error: (message: string) => console.error(`dossier: ${message}`) };
		const library = createLibrary({ source: reader, engine: new SearchIndex(), events, log, uses: { ...uses, earlyTables: false } });
		try {
			await library.open({ folders: folders.sources, caps: defaultCaps, glossaryFiles: [] });
			await library.whenReady();
			return await use(library, folders);
		} finally {
			library.dispose();
		}
	});
}

async function list(command: Command & { name: 'list' | 'terms' }, library: Library, folders: GivenFolders): Promise<void> {
	const documents = (await library.getSummaries()).map((summary) => ({ path: folders.pathOf(summary), summary }));
	documents.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	if (command.isJson) {
		return output.writeArray(documents.map(({ path: shown, summary }) => toListEntry(shown, summary)));
	}
	for (const { path: shown, summary } of documents) {
		await output.writeLine(renderSummary(shown, summary));
	}
}

type FileCommand = Command & { name: 'read' | 'extract' };

async function read(command: FileCommand, reader: ReaderThread): Promise<void> {
	for await (const { shown, content } of readFiles(command, reader)) {
		await output.writeLine(command.isJson ? JSON.stringify(toReadEntry(shown, content)) : renderContent(shown, content));
	}
}

async function extract(command: FileCommand, reader: ReaderThread): Promise<void> {
	for await (const { shown, content } of readFiles(command, reader)) {
		const findings = extractFindings(content);
		await output.writeLine(
			command.isJson ? JSON.stringify(toExtractEntry(shown, content, findings)) : `${renderFindings(shown, content, findings)}\n`,
		);
	}
}

async function* readFiles({ files }: FileCommand, reader: ReaderThread): AsyncGenerator<{ shown: string; content: DocumentContent }> {
	for (const file of files) {
		const content = await reader.readNamedFile(toFileUri(path.resolve(file)), defaultCaps);
		yield { shown: path.sep === '\\' ? file.replaceAll('\\', '/') : file, content };
	}
}

async function search(command: Command & { name: 'search' }): Promise<void> {
	const { query, options, isJson } = command;
	const isSingle = 'text' in query;
	const queries = isSingle ? [{ id: undefined, text: query.text }] : parseQueries(await readInput(query.file));
	await withLibrary(command.folders, { search: true, terms: false }, async (library, folders) => {
		const pathOf = await makePathOf(library, folders);
		for (const { id, text } of queries) {
			const answer = await library.search(text, options);
			await output.writeLine(isJson ? JSON.stringify(toSearchEntry(answer, pathOf, id)) : `${renderAnswer(answer, pathOf)}\n`);
		}
	});
}

async function printTerms(command: Command & { name: 'list' | 'terms' }, library: Library, folders: GivenFolders): Promise<void> {
	const pathOf = await makePathOf(library, folders);
	const cards = await library.getCards();
	if (command.isJson) {
		return output.writeArray(cards.map((card) => toCardEntry(card, pathOf)));
	}
	for (const card of cards) {
		await output.writeLine(`${renderCard(card, pathOf)}\n`);
	}
}

async function explain(command: Command & { name: 'explain' }): Promise<void> {
	const note = await readInput(command.note);
	await withLibrary(command.folders, { search: true, terms: true }, async (library, folders) => {
		const pathOf = await makePathOf(library, folders);
		const explained = await library.explainNote(note, languageOf(command.note));
		if (command.isJson) {
			return output.writeArray(explained.map((term) => toExplainEntry(term, pathOf)));
		}
		for (const { start, end, text, card } of explained) {
			await output.writeLine(`${start}–${end} ${text}\n${renderCard(card, pathOf)}\n`);
		}
	});
}

async function makePathOf(library: Library, folders: GivenFolders): Promise<PathOf> {
	const paths = new Map((await library.getSummaries()).map((summary) => [summary.id, folders.pathOf(summary)]));
	return (documentId) => paths.get(documentId) ?? documentId;
}

/** A note or a file of queries: UTF-8, untouched, a byte order mark too, since offsets count in it. */
async function readInput(file: string): Promise<string> {
	try {
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
	} catch (error) {
		const code = errorCode(error);
		if (code === undefined) {
			throw error;
		}
		throw new UsageError(`${file} cannot be read (${code})`, { cause: error });
	}
}

function languageOf(file: string): string {
	return languages.get(path.extname(file).toLowerCase()) ?? 'plaintext';
}

const languages: ReadonlyMap<string, string> = new Map([
	['.md', 'markdown'],
	['.markdown', 'markdown'],
	['.tex', 'latex'],
	['.rst', 'restructuredtext'],
	['.adoc', 'asciidoc'],
	['.asciidoc', 'asciidoc'],
	['.typ', 'typst'],
]);
