import * as vscode from 'vscode';
import type { SearchHit } from '../../service/library.ts';
import { toRange } from '../convert.ts';
import { readerScheme } from '../ids.ts';
import type { LibraryHost } from '../libraryHost.ts';
import type { OpenContents } from '../reader/openContents.ts';
import type { Reader } from '../reader/reader.ts';
import type { Settings } from '../settings.ts';
import { commandLimitMs, type NoteTerms } from '../termHover/noteTerms.ts';
import { toShownRanges } from './termDefinitions.ts';

/** Passages with mentions, and documents, that are listed: beyond, a search is the better list. */
const maxPassages = 400;
const maxDocuments = 100;

/** Lists where a term stands: in the documents of the library, and in the notes that are open. */
export class TermReferences implements vscode.ReferenceProvider {
	readonly #host: LibraryHost;
	readonly #terms: NoteTerms;
	readonly #reader: Reader;
	readonly #contents: OpenContents;
	readonly #settings: Settings;

	constructor(host: LibraryHost, terms: NoteTerms, reader: Reader, contents: OpenContents, settings: Settings) {
		this.#host = host;
		this.#terms = terms;
		this.#reader = reader;
		this.#contents = contents;
		this.#settings = settings;
	}

	async provideReferences(
		document: vscode.TextDocument,
		position: vscode.Position,
		_: vscode.ReferenceContext,
		token: vscode.CancellationToken,
	): Promise<vscode.Location[] | undefined> {
		const found = await this.#terms.explainAt(document, document.offsetAt(position), commandLimitMs);
		if (found === undefined || token.isCancellationRequested) {
			return undefined;
		}
		const { term } = found.card;
		const inNotes = await this.#findInNotes(term, token);
		const asked = toRange(document, found);
		if (
			document.uri.scheme !== readerScheme &&
			!inNotes.some(({ uri, range }) => uri.toString() === document.uri.toString() && range.isEqual(asked))
		) {
			// A phrase, which is found where it is asked for and not in all of the note.
			inNotes.push(new vscode.Location(document.uri, asked));
		}
		const { hits } = (await this.#host.library?.findMentions(term, maxPassages)) ?? { hits: [] };
		const hitsOf = new Map<string, SearchHit[]>();
		for (const hit of hits) {
			const known = hitsOf.get(hit.documentId);
			if (known === undefined) {
				hitsOf.set(hit.documentId, [hit]);
			} else {
				known.push(hit);
			}
		}
		const isOpenNote = (id: string) => inNotes.some(({ uri }) => uri.toString() === id);
		const locations = [...inNotes];
		for (const [id, ofDocument] of [...hitsOf].slice(0, maxDocuments)) {
			if (token.isCancellationRequested) {
				return undefined;
			}
			// A note that is itself a document stands in the list as the note that it is.
			if (!isOpenNote(id)) {
				locations.push(...(await this.#locate(id, ofDocument)));
			}
		}
		return locations;
	}

	async #findInNotes(term: string, token: vscode.CancellationToken): Promise<vscode.Location[]> {
		const locations: vscode.Location[] = [];
		for (const note of vscode.workspace.textDocuments) {
			const isNote = note.uri.scheme !== readerScheme && this.#settings.values.hoverLanguages.includes(note.languageId);
			const all = isNote && !token.isCancellationRequested ? await this.#terms.findAll(note) : undefined;
			// A card is decoded once for each term of the note, not for each of its places.
			const isAsked = new Map<number | undefined, boolean>();
			for (const match of all?.found ?? []) {
				const [sense] = match.senses;
				const isTerm = isAsked.get(sense) ?? all?.getCard(match)?.term === term;
				isAsked.set(sense, isTerm);
				if (isTerm) {
					locations.push(new vscode.Location(note.uri, toRange(note, match)));
				}
			}
		}
		return locations;
	}

	async #locate(id: string, hits: readonly SearchHit[]): Promise<vscode.Location[]> {
		const open = await this.#contents.get(id);
		const uri = this.#reader.toUri(id);
		if (open === undefined || uri === undefined) {
			return [];
		}
		// Passages may overlap, and one place stand in two.
		const places = new Map(hits.flatMap((hit) => hit.highlights.map((range) => [range.start, range] as const)));
		const ranges = [...places.values()].sort((a, b) => a.start - b.start).map((range) => open.shown.toShown(range));
		return toShownRanges(open.shown.text, ranges).map((range) => new vscode.Location(uri, range));
	}
}
