import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { Emitter, type Event } from '../../base/event.ts';
import { Turns } from '../../service/turns.ts';
import { type Card, termKinds } from '../../terms/card.ts';
import type { RecognisedTerm, RecognitionOptions } from '../../terms/recognise.ts';
import type { Range } from '../../text/range.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { Settings } from '../settings.ts';
import { termScripts } from '../settingValues.ts';
import type { ExcludedSenses } from './excludedSenses.ts';
import { toNoteCard } from './noteCard.ts';
import type { ExplainedPlace, Recognition } from './recognition.ts';

/** A phrase is asked from the worker; one that does not answer within this time has no card this time. */
const phraseLimitMs = 150;
/** Who asks by a command waits for it. */
export const commandLimitMs = 3_000;
/** How much of the note goes to the worker with a phrase, on either side of the caret, in UTF-16 units. */
const phraseNeighbourhood = 1_000;
/** A longer note is a data file; finding its prose at every keystroke would be felt. */
const maxNoteLength = 4 * 1024 * 1024;
/** Notes whose prose is remembered. */
const maxCachedNotes = 8;
/** A whole note is looked through in slices: a keystroke waits for one at most. */
const sliceMs = 8;

/** What the recognition of terms in notes needs of the rest. */
export interface NoteTermsOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	readonly excludedSenses: ExcludedSenses;
	readonly log: vscode.LogOutputChannel;
}

/** A note as it was at some version. */
export interface Note {
	readonly version: number;
	readonly text: string;
	readonly prose: readonly Range[];
}

/**
 * The terms of notes: those of the packed table from memory, at once; a phrase that stands in a document is asked from the worker, only while it
 * is not reading. Hover, side view, underlines, definitions and references all ask here, so that they cannot disagree.
 */
export class NoteTerms implements Disposable {
	readonly #options: NoteTermsOptions;
	readonly #disposables: Disposable[];
	readonly #notes = new Map<string, Note>();
	readonly #changeEmitter = new Emitter<void>();
	readonly #turns = new Turns(sliceMs);
	#recognition: Recognition | undefined;

	/** There are other terms than before. */
	readonly onDidChange: Event<void> = this.#changeEmitter.event;

	constructor(options: NoteTermsOptions) {
		this.#options = options;
		this.#disposables = [
			this.#changeEmitter,
			options.host.onDidBuildTermTable((buffer) => {
				loadRecognition()
					.then(({ Recognition }) => {
						this.#recognition = new Recognition(this.#recognition, buffer);
						this.#changeEmitter.fire();
					})
					.catch((error: unknown) => {
						options.log.error(`terms: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
					});
			}),
			options.excludedSenses.onDidChange(() => this.#changeEmitter.fire()),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#notes.delete(uri.toString())),
		];
	}

	/** The term or phrase at the offset, with its card; without what the note itself says, where it is a document of the library. */
	async explainAt(document: vscode.TextDocument, offset: number, limitMs = phraseLimitMs): Promise<ExplainedPlace | undefined> {
		// Without a table there is nothing to recognise yet, and nothing is loaded for it.
		const recognition = this.#recognition;
		const note = recognition === undefined ? undefined : await this.read(document);
		if (recognition === undefined || note === undefined) {
			return undefined;
		}
		const found =
			recognition.findAt(note.text, note.prose, offset, this.#toOptions()) ?? (await this.#explainPhrase(note, offset, limitMs));
		const card = found === undefined ? undefined : toNoteCard(found.card, document.uri.toString());
		return found === undefined || card === undefined
			? undefined
			: { start: found.start, end: found.end, card, otherSenses: found.otherSenses };
	}

	/**
	 * Every term in the note, in order, found in slices; `undefined` if there are none to recognise yet, or the note changed meanwhile. The cards of
	 * `RecognisedTerm`s are those of `getCard`; after `onDidChange` some may be no more.
	 */
	async findAll(
		document: vscode.TextDocument,
	): Promise<{ readonly found: readonly RecognisedTerm[]; getCard(term: RecognisedTerm): Card | undefined } | undefined> {
		const recognition = this.#recognition;
		const note = recognition === undefined ? undefined : await this.read(document);
		if (recognition === undefined || note === undefined) {
			return undefined;
		}
		const found = await this.#turns.run(recognition.findAllInSteps(note.text, note.prose, this.#toOptions()));
		return document.version === note.version && recognition === this.#recognition
			? { found, getCard: (term) => recognition.getCard(term) }
			: undefined;
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	/** What of the terms is wanted, by the settings and by what the writer said. */
	#toOptions(): RecognitionOptions {
		const { settings, excludedSenses } = this.#options;
		const { termKinds: kinds, termScripts: scripts } = settings.values;
		return {
			excludedSenses: excludedSenses.ids,
			hiddenKinds: new Set(termKinds.filter((kind) => !kinds.includes(kind))),
			hiddenScripts: new Set(termScripts.filter((script) => !scripts.includes(script))),
		};
	}

	async #explainPhrase({ text, prose }: Note, offset: number, limitMs: number): Promise<ExplainedPlace | undefined> {
		const { host, documents } = this.#options;
		const { isAtContentWord } = await loadRecognition();
		const { phase } = documents.status;
		if (host.library === undefined || (phase !== 'ready' && phase !== 'stopped') || !isAtContentWord(text, prose, offset)) {
			return undefined;
		}
		const start = Math.max(0, offset - phraseNeighbourhood);
		const end = Math.min(text.length, offset + phraseNeighbourhood);
		const nearProse = prose
			.filter((range) => range.end > start && range.start < end)
			.map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start }));
		const asked = host.library.explainPhraseAt(text.slice(start, end), nearProse, offset - start);
		const phrase = await withLimit(asked, limitMs);
		return phrase === undefined ? undefined : { start: phrase.start + start, end: phrase.end + start, card: phrase.card, otherSenses: [] };
	}

	/** The note's text and the parts of it that are prose, as of now; `undefined` if it is too long for a note. */
	async read(document: vscode.TextDocument): Promise<Note | undefined> {
		const { findNoteProse } = await loadRecognition();
		const key = document.uri.toString();
		const cached = this.#notes.get(key);
		if (cached?.version === document.version) {
			return cached;
		}
		const text = document.getText();
		if (text.length > maxNoteLength) {
			return undefined;
		}
		const note = { version: document.version, text, prose: findNoteProse(text, document.languageId) };
		this.#notes.delete(key);
		this.#notes.set(key, note);
		for (const oldest of this.#notes.keys()) {
			if (this.#notes.size <= maxCachedNotes) {
				break;
			}
			this.#notes.delete(oldest);
		}
		return note;
	}
}

/** Loaded once, when the first table comes: see `Recognition`. */
function loadRecognition(): Promise<typeof import('./recognition.ts')> {
	return import('./recognition.ts');
}

async function withLimit<T>(asked: Promise<T>, limitMs: number): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		return await Promise.race([
			asked,
			new Promise<undefined>((resolve) => {
				timer = setTimeout(() => resolve(undefined), limitMs);
			}),
		]);
	} finally {
		clearTimeout(timer);
		// Its answer, or its failure, comes too late to matter.
		asked.catch(() => undefined);
	}
}
