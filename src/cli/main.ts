// The `dossier` command line: the same library as the editor's, without an editor.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { version } from '../../package.json';
import { toFileUri } from '../files/fileUri.ts';
import type { ReaderThread } from '../files/readerThread.ts';
import { toProblem } from '../files/systemProblem.ts';
import { defaultCaps } from '../library/caps.ts';
import type { DocumentContent } from '../library/document.ts';
import type { Library, LocalLibrary } from '../service/library.ts';
import { extractFindings } from '../terms/extraction/extract.ts';
import { FolderError, type GivenFolders } from './folders.ts';
import { IndexError, makeIndex, withLibrary, withReader } from './openLibrary.ts';
import { type Command, parseCommand, UsageError, usage } from './options.ts';
import { Output } from './output.ts';
import { renderAnswer, renderCard, renderContent, renderFindings, renderIndexed, renderStates, renderSummary } from './plainText.ts';
import { parseQueries } from './queries.ts';
import { toCardEntry, toExplainEntry, toExtractEntry, toIndexEntry, toListEntry, toReadEntry, toSearchEntry } from './shapes.ts';

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
		if (error instanceof FolderError || error instanceof IndexError) {
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
			return withLibrary({ ...command, uses: { search: false, terms: false } }, (library, folders) => list(command, library, folders));
		case 'index':
			return makeIndex(command.folders, command.index, (library) => tellIndexed(command, library));
		case 'search':
			return search(command);
		case 'terms':
			return withLibrary({ ...command, uses: { search: false, terms: true } }, (library, folders) => printTerms(command, library, folders));
		case 'explain':
			return explain(command);
	}
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
	await output.writeLine(renderStates(documents.map(({ summary }) => summary.state)));
}

async function tellIndexed(command: Command & { name: 'index' }, library: LocalLibrary): Promise<void> {
	const { coverage } = await library.search('', { limit: 1, by: 'passage', isTyping: false });
	await output.writeLine(command.isJson ? JSON.stringify(toIndexEntry(command.index, coverage)) : renderIndexed(command.index, coverage));
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
	await withLibrary({ ...command, uses: { search: true, terms: false } }, async (library, folders) => {
		for (const { id, text } of queries) {
			const answer = await library.search(text, options);
			await output.writeLine(
				isJson ? JSON.stringify(toSearchEntry(answer, folders.pathOfId, id)) : `${renderAnswer(answer, folders.pathOfId, options.by)}\n`,
			);
		}
	});
}

async function printTerms(command: Command & { name: 'list' | 'terms' }, library: Library, folders: GivenFolders): Promise<void> {
	const cards = await library.getCards();
	if (command.isJson) {
		return output.writeArray(cards.map((card) => toCardEntry(card, folders.pathOfId)));
	}
	for (const card of cards) {
		await output.writeLine(`${renderCard(card, folders.pathOfId)}\n`);
	}
}

async function explain(command: Command & { name: 'explain' }): Promise<void> {
	const note = await readInput(command.note);
	await withLibrary({ ...command, uses: { search: true, terms: true } }, async (library, folders) => {
		const explained = await library.explainNote(note, languageOf(command.note));
		if (command.isJson) {
			return output.writeArray(explained.map((term) => toExplainEntry(term, folders.pathOfId)));
		}
		for (const { start, end, text, card } of explained) {
			await output.writeLine(`${start}–${end} ${text}\n${renderCard(card, folders.pathOfId)}\n`);
		}
	});
}

/** A note or a file of queries: UTF-8, untouched, a byte order mark too, since offsets count in it. */
async function readInput(file: string): Promise<string> {
	try {
		return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(file));
	} catch (error) {
		throw new UsageError(`${file}: ${toProblem(error).detail}`, { cause: error });
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
