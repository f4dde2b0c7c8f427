import * as vscode from 'vscode';
import { ConnectionLost } from '../../base/calls.ts';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { Card } from '../../terms/card.ts';
import type { Range } from '../../text/range.ts';
import { toRange } from '../convert.ts';
import { toTitle } from '../documentTitle.ts';
import { cardCommandIds, readerLanguageId } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { LinkTargets } from '../linkTargets.ts';
import type { Settings } from '../settings.ts';
import { renderCard } from './cardMarkdown.ts';
import { toNoteCard } from './noteCard.ts';
import type { Recognition } from './recognition.ts';

/** A phrase is asked from the worker; one that does not answer within this time has no card this time. */
const phraseLimitMs = 150;
/** How much of the note goes to the worker with a phrase, on either side of the caret, in UTF-16 units. */
const phraseNeighbourhood = 1_000;
/** A longer note is a data file; finding its prose at every keystroke would be felt. */
const maxNoteLength = 4 * 1024 * 1024;
/** Notes whose prose is remembered. */
const maxCachedNotes = 8;

/** What the hover needs of the rest. */
export interface TermHoverOptions {
	readonly host: LibraryHost;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	readonly links: LinkTargets;
	readonly log: vscode.LogOutputChannel;
}

/**
 * Explains key terms in notes, under the mouse or at the caret. Terms are answered from the packed table in memory; a phrase that stands in a
 * document is asked from the worker, only while it is not reading. Whatever fails, a hover says nothing.
 */
export class TermHover implements vscode.HoverProvider, Disposable {
	readonly #options: TermHoverOptions;
	readonly #disposables: Disposable[];
	readonly #proseOf = new Map<string, { readonly version: number; readonly text: string; readonly prose: readonly Range[] }>();
	#registration: Disposable | undefined;
	#recognition: Recognition | undefined;

	constructor(options: TermHoverOptions) {
		this.#options = options;
		this.#disposables = [
			options.host.onDidBuildTermTable((buffer) => {
				loadRecognition().then(
					({ Recognition }) => {
						this.#recognition = new Recognition(buffer);
					},
					(error: unknown) => this.#logFailure(error),
				);
			}),
			options.settings.onDidChange((change) => {
				if (change.affectsConfiguration('dossier.hover')) {
					this.#register();
				}
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#proseOf.delete(uri.toString())),
		];
		this.#register();
	}

	async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
		try {
			return await this.#explain(document, document.offsetAt(position));
		} catch (error) {
			if (!Cancelled.is(error) && !(error instanceof ConnectionLost)) {
				this.#logFailure(error);
			}
			return undefined;
		}
	}

	#logFailure(error: unknown): void {
		this.#options.log.error(`hover: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
	}

	dispose(): void {
		this.#registration?.dispose();
		disposeAll(this.#disposables);
	}

	#register(): void {
		this.#registration?.dispose();
		const { isHoverEnabled, hoverLanguages } = this.#options.settings.values;
		this.#registration = isHoverEnabled
			? vscode.languages.registerHoverProvider(
					[...hoverLanguages, readerLanguageId].map((language) => ({ language })),
					this,
				)
			: undefined;
	}

	async #explain(document: vscode.TextDocument, offset: number): Promise<vscode.Hover | undefined> {
		// Without a table there is nothing to recognise yet, and nothing is loaded for it.
		const recognition = this.#recognition;
		if (recognition === undefined) {
			return undefined;
		}
		const note = await this.#getProse(document);
		if (note === undefined) {
			return undefined;
		}
		const found = recognition.findAt(note.text, note.prose, offset) ?? (await this.#explainPhrase(note.text, note.prose, offset));
		const card = found === undefined ? undefined : toNoteCard(found.card, document.uri.toString());
		return found === undefined || card === undefined ? undefined : this.#toHover(document, found, card);
	}

	async #explainPhrase(text: string, prose: readonly Range[], offset: number): Promise<(Range & { readonly card: Card }) | undefined> {
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
		const phrase = await withLimit(asked, phraseLimitMs);
		return phrase === undefined ? undefined : { start: phrase.start + start, end: phrase.end + start, card: phrase.card };
	}

	#toHover(document: vscode.TextDocument, range: Range, card: Card): vscode.Hover {
		const { documents, links } = this.#options;
		const markdown = new vscode.MarkdownString(
			renderCard(card, {
				translate: vscode.l10n.t,
				locale: vscode.env.language,
				links,
				sourceOf: (id) => {
					const summary = documents.get(id);
					return summary === undefined ? undefined : { title: toTitle(summary), author: summary.author };
				},
			}),
		);
		markdown.isTrusted = { enabledCommands: cardCommandIds };
		return new vscode.Hover(markdown, toRange(document, range));
	}

	async #getProse(document: vscode.TextDocument): Promise<{ readonly text: string; readonly prose: readonly Range[] } | undefined> {
		const { findNoteProse } = await loadRecognition();
		const key = document.uri.toString();
		const cached = this.#proseOf.get(key);
		if (cached?.version === document.version) {
			return cached;
		}
		const text = document.getText();
		if (text.length > maxNoteLength) {
			return undefined;
		}
		const found = { version: document.version, text, prose: findNoteProse(text, document.languageId) };
		this.#proseOf.delete(key);
		this.#proseOf.set(key, found);
		for (const oldest of this.#proseOf.keys()) {
			if (this.#proseOf.size <= maxCachedNotes) {
				break;
			}
			this.#proseOf.delete(oldest);
		}
		return found;
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
