import * as vscode from 'vscode';
import type { Receipt } from '../../terms/card.ts';
import type { Range } from '../../text/range.ts';
import { toRange } from '../convert.ts';
import { findContextiveEntries, findOwnEntry } from '../glossary/glossaryFiles.ts';
import type { OpenContents } from '../reader/openContents.ts';
import type { Reader } from '../reader/reader.ts';
import { findReceiptPlace } from '../reader/receiptPlace.ts';
import { toPositions } from '../reader/sourcePosition.ts';
import { commandLimitMs, type NoteTerms } from '../termHover/noteTerms.ts';

/** Leads from a term to the writer's own entry (of Contextive's, to that of each context), else to the sentence that defines it, else to the best sentence about it. */
export class TermDefinitions implements vscode.DefinitionProvider {
	readonly #terms: NoteTerms;
	readonly #reader: Reader;
	readonly #contents: OpenContents;

	constructor(terms: NoteTerms, reader: Reader, contents: OpenContents) {
		this.#terms = terms;
		this.#reader = reader;
		this.#contents = contents;
	}

	async provideDefinition(
		document: vscode.TextDocument,
		position: vscode.Position,
		token: vscode.CancellationToken,
	): Promise<vscode.LocationLink[] | undefined> {
		const found = await this.#terms.explainAt(document, document.offsetAt(position), commandLimitMs);
		if (found === undefined || token.isCancellationRequested) {
			return undefined;
		}
		const { card } = found;
		const origin = { originSelectionRange: toRange(document, found) };
		const own = card.own === null && card.kind !== 'own' ? undefined : await findOwnEntry(card.term);
		if (own !== undefined) {
			return [{ ...origin, targetUri: own.uri, targetRange: own.entry, targetSelectionRange: own.heading }];
		}
		const inContexts = await findContextiveEntries(card);
		if (inContexts.length > 0) {
			return inContexts.map(({ uri, heading, entry }) => ({
				...origin,
				targetUri: uri,
				targetRange: entry,
				targetSelectionRange: heading,
			}));
		}
		const receipt = card.definition ?? card.evidence[0];
		const place = receipt === undefined ? undefined : await this.#locate(receipt);
		return place === undefined
			? undefined
			: [{ ...origin, targetUri: place.uri, targetRange: place.range, targetSelectionRange: place.range }];
	}

	/** Where the receipt's very words stand in the reader now; `undefined` where they do not any more. */
	async #locate(receipt: Receipt): Promise<vscode.Location | undefined> {
		const open = await this.#contents.get(receipt.documentId);
		const place = open === undefined ? undefined : findReceiptPlace(open.content.text, receipt);
		const uri = this.#reader.toUri(receipt.documentId);
		if (open === undefined || place === undefined || uri === undefined) {
			return undefined;
		}
		const [range] = toShownRanges(open.shown.text, [open.shown.toShown(place)]);
		return range === undefined ? undefined : new vscode.Location(uri, range);
	}
}

/** Ranges of a text, in order and without overlaps, as lines and columns. */
export function toShownRanges(text: string, ranges: readonly Range[]): readonly vscode.Range[] {
	const positions = toPositions(
		text,
		ranges.flatMap(({ start, end }) => [start, end]),
	).map(({ line, character }) => new vscode.Position(line, character));
	return ranges.flatMap((_, index) => {
		const [start, end] = [positions[index * 2], positions[index * 2 + 1]];
		return start === undefined || end === undefined ? [] : [new vscode.Range(start, end)];
	});
}
