import type * as vscode from 'vscode';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { Reader } from '../reader/reader.ts';
import { findLineBehind, findLineBeside, stepFrom } from './resultSteps.ts';
import type { Results } from './results.ts';
import { type HitPlace, type ResultDocument, type ResultGroup, type ResultHit, toPlace } from './resultsModel.ts';
import type { ResultsNode } from './resultsProvider.ts';

/** A document may be found before the editor is told of it, which happens a few times a second. */
const newDocumentLimitMs = 1_000;

/** What walking through results needs of the rest. */
export interface ResultsWalkOptions {
	readonly results: Results;
	readonly view: vscode.TreeView<ResultsNode>;
	readonly reader: Reader;
	readonly documents: KnownDocuments;
}

/** Opens passages out of the view, and walks from one to the next, also where they are not unfolded or not loaded yet. */
export class ResultsWalk {
	readonly #options: ResultsWalkOptions;
	/** Where the last step led, or what was selected since. */
	#place: HitPlace | undefined;
	/** Steps come one after another, however fast the key repeats. */
	#walking: Promise<void> = Promise.resolve();

	constructor(options: ResultsWalkOptions) {
		this.#options = options;
	}

	/** Begins anew: another question is shown. */
	reset(): void {
		this.#place = undefined;
	}

	/** The next step begins behind this line. */
	standAt(node: ResultsNode | undefined): void {
		if (node?.type === 'hit') {
			this.#place = toPlace(node);
		} else if (node?.type === 'document') {
			this.#place = { documentId: node.documentId, isFull: node.isFull, start: -1 };
		} else if (node?.type === 'group') {
			const [first] = node.documents;
			this.#place = first && { documentId: first.documentId, isFull: first.isFull, start: -1 };
		}
	}

	/** Opens the next passage (1) or the one before (-1), and shows its line where the view is seen. */
	step(direction: 1 | -1): Promise<void> {
		const walk = async () => {
			const { results, view } = this.#options;
			const hit = await stepFrom(results, this.#place, direction);
			if (hit === undefined) {
				return;
			}
			this.standAt(hit);
			if (view.visible) {
				// A line that went meanwhile cannot be shown; the passage opens all the same.
				await view.reveal(hit, { select: true, focus: false }).then(undefined, () => undefined);
			}
			await this.open(hit, false);
		};
		this.#walking = this.#walking.then(walk, walk);
		return this.#walking;
	}

	/** Takes a line out of the view with what is folded behind it or stands below, and stands at the next one, so that the next key meets that one. */
	async dismiss(node: ResultGroup | ResultDocument | ResultHit): Promise<void> {
		const { results, view } = this.#options;
		this.standAt(node);
		const next = node.type === 'hit' ? await findLineBehind(results, node) : await findLineBeside(results, node);
		await results.dismiss([node]);
		if (next !== undefined) {
			this.standAt(next);
			await view.reveal(next, { select: true, focus: true }).then(undefined, () => undefined);
		}
	}

	/** Opens a passage with every word of the query marked that the view has loaded of its document. */
	async open(node: ResultHit, preserveFocus: boolean, viewColumn?: vscode.ViewColumn): Promise<void> {
		const { results, reader, documents } = this.#options;
		const { hit, parent } = node;
		this.standAt(node);
		await documents.waitFor(hit.documentId, newDocumentLimitMs);
		await reader.show(
			hit.documentId,
			{ start: hit.start, end: hit.end },
			{
				preview: viewColumn === undefined,
				preserveFocus,
				words: await results.marksOf(parent),
				...(viewColumn === undefined ? {} : { viewColumn }),
			},
		);
	}
}
