import * as vscode from 'vscode';
import { ConnectionLost } from '../../base/calls.ts';
import { Cancelled } from '../../base/cancellation.ts';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { toRange } from '../convert.ts';
import { toSource } from '../documentTitle.ts';
import { cardCommandIds, readerLanguageId } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LinkTargets } from '../linkTargets.ts';
import type { Settings } from '../settings.ts';
import { renderCard } from './cardMarkdown.ts';
import type { NoteTerms } from './noteTerms.ts';

/** What the hover needs of the rest. */
export interface TermHoverOptions {
	readonly terms: NoteTerms;
	readonly documents: KnownDocuments;
	readonly settings: Settings;
	readonly links: LinkTargets;
	readonly log: vscode.LogOutputChannel;
}

/** Explains key terms in notes, under the mouse or at the caret. Whatever fails, a hover says nothing. */
export class TermHover implements vscode.HoverProvider, Disposable {
	readonly #options: TermHoverOptions;
	readonly #disposables: Disposable[];
	#registration: Disposable | undefined;

	constructor(options: TermHoverOptions) {
		this.#options = options;
		this.#disposables = [
			options.settings.onDidChange((change) => {
				if (change.affectsConfiguration('dossier.hover')) {
					this.#register();
				}
			}),
		];
		this.#register();
	}

	async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
		try {
			return await this.#explain(document, position);
		} catch (error) {
			if (!Cancelled.is(error) && !(error instanceof ConnectionLost)) {
				this.#options.log.error(`hover: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
			}
			return undefined;
		}
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

	async #explain(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
		const { terms, documents, links } = this.#options;
		const { version } = document;
		const found = await terms.explainAt(document, document.offsetAt(position));
		// Behind a change its place holds other words, which Not This would leave out.
		if (found === undefined || document.version !== version) {
			return undefined;
		}
		const markdown = new vscode.MarkdownString(
			renderCard(found.card, {
				translate: vscode.l10n.t,
				locale: vscode.env.language,
				links,
				words: document.getText(toRange(document, found)),
				otherSenses: found.otherSenses,
				sourceOf: (id) => toSource(documents.get(id)),
			}),
		);
		markdown.isTrusted = { enabledCommands: cardCommandIds };
		return new vscode.Hover(markdown, toRange(document, found));
	}
}
