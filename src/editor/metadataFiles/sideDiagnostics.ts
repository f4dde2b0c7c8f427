import * as vscode from 'vscode';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { SideYaml } from '../../library/sideFiles/sideYaml.ts';
import { Turns } from '../../service/turns.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { FolderPaths } from './folderPaths.ts';
import type { SideFault } from './sideFaults.ts';
import { findSidePlace, type SidePlace } from './sidePlace.ts';
import { wordFault } from './sideWords.ts';

/** One check for a burst of keys. */
const debounceMs = 200;
/** While documents come in, paths are compared again at most this often. */
const documentsMs = 500;
/** The editor's thread is given back after this long. */
const sliceMs = 8;

/** A side file as it was read last, for as long as its text stays. */
interface ReadFile {
	readonly version: number;
	readonly read: Promise<SideYaml>;
}

/**
 * Says in the Problems panel what is wrong with the side files that are open: as one types, and when documents come and go. The reading of a
 * file is kept, so that other documents cost only the comparison of paths.
 */
export class SideDiagnostics implements Disposable {
	readonly #documents: KnownDocuments;
	readonly #paths: FolderPaths;
	readonly #log: vscode.LogOutputChannel;
	readonly #collection = vscode.languages.createDiagnosticCollection('dossier');
	readonly #files = new Map<string, ReadFile>();
	readonly #faults = new Map<string, readonly SideFault[]>();
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #listeners: Disposable[];

	constructor(documents: KnownDocuments, paths: FolderPaths, log: vscode.LogOutputChannel) {
		this.#documents = documents;
		this.#paths = paths;
		this.#log = log;
		this.#listeners = [
			vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
			vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, debounceMs)),
			vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
			documents.onDidChange(() => this.#scheduleAll()),
			// Until everything is read, a path that no document has may be one that comes.
			documents.onDidChangeStatus(() => this.#scheduleAll()),
		];
		this.#scheduleAll();
	}

	/** The faults that touch a range, as they were last found. */
	findFaults(document: vscode.TextDocument, range: vscode.Range): readonly SideFault[] {
		const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
		return (this.#faults.get(document.uri.toString()) ?? []).filter((fault) => fault.start <= end && fault.end >= start);
	}

	dispose(): void {
		disposeAll(this.#listeners);
		for (const timer of this.#timers.values()) {
			clearTimeout(timer);
		}
		this.#collection.dispose();
	}

	#scheduleAll(): void {
		for (const document of vscode.workspace.textDocuments) {
			if (this.#find(document) !== undefined && !this.#timers.has(document.uri.toString())) {
				this.#schedule(document, documentsMs);
			}
		}
	}

	#find(document: vscode.TextDocument): SidePlace | undefined {
		return document.isClosed ? undefined : findSidePlace(document.uri, this.#documents.folders);
	}

	#schedule(document: vscode.TextDocument, afterMs: number): void {
		if (this.#find(document) === undefined) {
			this.#forget(document);
			return;
		}
		const key = document.uri.toString();
		clearTimeout(this.#timers.get(key));
		const timer = setTimeout(() => {
			this.#timers.delete(key);
			this.#check(document).catch((error: unknown) => {
				if (!Cancelled.is(error)) {
					this.#log.error(`A side file could not be checked: ${error instanceof Error ? error.stack : String(error)}`);
				}
			});
		}, afterMs);
		this.#timers.set(key, timer);
	}

	#forget(document: vscode.TextDocument): void {
		const key = document.uri.toString();
		clearTimeout(this.#timers.get(key));
		this.#timers.delete(key);
		this.#files.delete(key);
		if (this.#faults.delete(key)) {
			this.#collection.delete(document.uri);
		}
	}

	async #check(document: vscode.TextDocument): Promise<void> {
		const key = document.uri.toString();
		const { version } = document;
		let file = this.#files.get(key);
		const place = this.#find(document);
		if (place === undefined) {
			return;
		}
		if (file?.version !== version) {
			file = { version, read: readSideYaml(document.getText(), place.form, () => !document.isClosed && document.version === version) };
			// Who waits for it hears of its end; nobody may be waiting.
			file.read.catch(() => undefined);
			this.#files.set(key, file);
		}
		const read = await file.read;
		const { findSideFaults } = await import('./sideFaults.ts');
		if (this.#files.get(key) !== file || document.isClosed) {
			return;
		}
		const paths = this.#paths.of(place.folder.uri);
		const isComplete = this.#documents.status.phase === 'ready';
		const all = findSideFaults(read, place.relativePath, paths);
		const faults = isComplete ? [...all, ...findMissingDocument(place, paths)] : all.filter(({ kind }) => kind !== 'unknownPath');
		this.#faults.set(key, faults);
		this.#collection.set(
			document.uri,
			faults.slice(0, 1_000).map((fault) => toDiagnostic(document, fault)),
		);
	}
}

function findMissingDocument({ described }: SidePlace, paths: ReturnType<FolderPaths['of']>): readonly SideFault[] {
	if (described === undefined || paths.has(described)) {
		return [];
	}
	return [{ kind: 'noDocument', name: described.slice(described.lastIndexOf('/') + 1), suggestion: undefined, start: 0, end: 0 }];
}

/** Throws `Cancelled` once it is no longer wanted: in a long file, the next key comes before it is read. */
async function readSideYaml(text: string, form: 'folder' | 'file', isWanted: () => boolean): Promise<SideYaml> {
	// Its parser is loaded when it is first needed, not with the extension; the words that faults are compared by, too.
	const { parseSideYamlInSteps } = await import('../../library/sideFiles/sideYaml.ts');
	const turns = new Turns(sliceMs);
	const steps = parseSideYamlInSteps(text, form);
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done === true) {
			return step.value;
		}
		await turns.pause();
		if (!isWanted()) {
			throw new Cancelled();
		}
	}
}

const errors: ReadonlySet<SideFault['kind']> = new Set([
	'syntax',
	'unquotedColon',
	'tab',
	'notFields',
	'notText',
	'tooDeep',
	'tooLong',
	'tooMany',
]);

function toDiagnostic(document: vscode.TextDocument, fault: SideFault): vscode.Diagnostic {
	const range = new vscode.Range(document.positionAt(fault.start), document.positionAt(fault.end));
	const severity = errors.has(fault.kind) ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
	const diagnostic = new vscode.Diagnostic(range, wordFault(fault, vscode.l10n.t), severity);
	diagnostic.source = 'Dossier';
	diagnostic.code = fault.kind;
	return diagnostic;
}
