import type { Steps } from '../base/steps.ts';
import type { FormPaths } from './formPaths.ts';
import type { FormSource } from './formSource.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import type { TermNameForm } from './termForms.ts';
import { droppedCard, type FormMode, modeBits, modes, ownGapBit, ownTailBit } from './termTable.ts';

/** All forms of one owner, which is the number of a term. */
export interface OwnedForms {
	readonly owner: number;
	/** -1 for none. */
	readonly cardIndex: number;
	/** Where forms are the same words, those of the lower class come first, and what is excluded behind all. */
	readonly class: 0 | 1;
	readonly forms: readonly TermNameForm[];
	/** Words that are nobody's. */
	readonly exclusions: readonly string[];
}

/** Which forms are others than before. */
export interface OwnedFormsChange {
	/** Those whose owners are replaced are among them. */
	readonly removed: Iterable<OwnedForms>;
	readonly added: Iterable<OwnedForms>;
	/** Owners that may have another place in the order than before. */
	readonly moved: Iterable<OwnedForms>;
}

/** The forms of all terms as they are now, filed where their ways end: what comes and goes costs what it is, whatever there is beside it. */
export class LiveForms {
	readonly paths: FormPaths;
	/** As the packed table has both. */
	readonly nodeEntries = new GrowingNumbers();
	readonly entries = new GrowingNumbers();
	/** By entry: whose it is, and where among those of its owner it belongs. */
	readonly #owners = new GrowingNumbers();
	readonly #ranks = new GrowingNumbers();
	readonly #free: number[] = [];
	#formCount = 0;
	readonly #compareOwners: (a: number, b: number) => number;
	/** By node at which something came or went: the forms and cards that ended there before. */
	#before: Map<number, readonly number[]> | undefined;
	/** Nodes whose entries may have to be put in order. */
	readonly #unordered = new Set<number>();

	constructor(paths: FormPaths, compareOwners: (a: number, b: number) => number) {
		this.paths = paths;
		this.#compareOwners = compareOwners;
		this.entries.growTo(3);
	}

	/** How many forms there are; those of several owners count several times. */
	get formCount(): number {
		return this.#formCount;
	}

	/** Takes forms in and out, in steps. Gives the nodes at which others end than before; `undefined` the first time. */
	*replaceInSteps({ removed, added, moved }: OwnedFormsChange): Steps<readonly number[] | undefined> {
		const gone = new Set<number>();
		const left = new Set<number>();
		let count = 0;
		for (const owned of removed) {
			gone.add(owned.owner);
			this.#formCount -= countForms(owned);
			for (const node of this.#listNodes(owned)) {
				this.#note(node);
				left.add(node);
			}
			if (++count % ownersPerStep === 0) {
				yield;
			}
		}
		for (const node of left) {
			this.#file(
				node,
				this.#listEntries(node).filter((entry) => !this.#takeOut(entry, gone)),
			);
		}
		for (const owned of added) {
			this.#addAll(owned);
			if (++count % ownersPerStep === 0) {
				yield;
			}
		}
		for (const owned of moved) {
			for (const node of this.#listNodes(owned)) {
				if (this.entries.get(this.nodeEntries.get(node) * 3 + 2) !== 0) {
					this.#note(node);
					this.#unordered.add(node);
				}
			}
		}
		for (const node of this.#unordered) {
			this.#file(
				node,
				this.#listEntries(node).sort((a, b) => this.#compare(a, b)),
			);
			if (++count % ownersPerStep === 0) {
				yield;
			}
		}
		this.#unordered.clear();
		const before = this.#before;
		this.#before = new Map();
		return before && [...before].flatMap(([node, was]) => (areSame(was, this.#listForms(node)) ? [] : [node]));
	}

	#addAll(owned: OwnedForms): void {
		const { owner, forms, exclusions, cardIndex } = owned;
		this.#formCount += countForms(owned);
		for (let at = 0; at < forms.length; at++) {
			const { text, mode, keys } = forms[at] as TermNameForm;
			this.#add(this.paths.get(text, mode, keys), cardIndex, owner, owned.class * maxForms + Math.min(at, maxForms - 1));
		}
		for (let at = 0; at < exclusions.length; at++) {
			const form = this.paths.get(exclusions[at] ?? '', excludedMode);
			this.#add(form, -1, owner, excludedClass * maxForms + Math.min(at, maxForms - 1));
		}
	}

	*#listNodes({ forms, exclusions }: OwnedForms): Iterable<number> {
		for (const { text, mode } of forms) {
			yield* this.#listEnds(this.paths.get(text, mode));
		}
		for (const text of exclusions) {
			yield* this.#listEnds(this.paths.get(text, excludedMode));
		}
	}

	*#listEnds(form: number): Iterable<number> {
		const { nodes, nodeStarts } = this.paths;
		for (let at = nodeStarts.get(form); at < nodeStarts.get(form + 1); at++) {
			yield nodes.get(at);
		}
	}

	#listEntries(node: number): number[] {
		const listed: number[] = [];
		for (let entry = this.nodeEntries.get(node); entry !== 0; entry = this.entries.get(entry * 3 + 2)) {
			listed.push(entry);
		}
		return listed;
	}

	#listForms(node: number): number[] {
		return this.#listEntries(node).flatMap((entry) => [this.entries.get(entry * 3), this.entries.get(entry * 3 + 1)]);
	}

	#note(node: number): void {
		if (this.#before?.has(node) === false) {
			this.#before.set(node, this.#listForms(node));
		}
	}

	#takeOut(entry: number, gone: ReadonlySet<number>): boolean {
		const isGone = gone.has(this.#owners.get(entry));
		if (isGone) {
			this.#free.push(entry);
		}
		return isGone;
	}

	#add(form: number, cardIndex: number, owner: number, rank: number): void {
		const { nodes, nodeStarts } = this.paths;
		for (let at = nodeStarts.get(form); at < nodeStarts.get(form + 1); at++) {
			const node = nodes.get(at);
			this.nodeEntries.growTo(node + 1);
			this.#note(node);
			const entry = this.#free.pop() ?? this.entries.length / 3;
			const next = this.nodeEntries.get(node);
			this.entries.growTo(entry * 3 + 3);
			this.#owners.growTo(entry + 1);
			this.#ranks.growTo(entry + 1);
			this.entries.set(entry * 3, form);
			this.entries.set(entry * 3 + 1, cardIndex + 1);
			this.entries.set(entry * 3 + 2, next);
			this.#owners.set(entry, owner);
			this.#ranks.set(entry, rank);
			this.nodeEntries.set(node, entry);
			if (next !== 0) {
				this.#unordered.add(node);
			}
		}
	}

	/** Lets these entries end at the node, in this order. */
	#file(node: number, entries: readonly number[]): void {
		this.nodeEntries.set(node, entries[0] ?? 0);
		for (const [at, entry] of entries.entries()) {
			this.entries.set(entry * 3 + 2, entries[at + 1] ?? 0);
		}
	}

	#compare(a: number, b: number): number {
		const [rankA, rankB] = [this.#ranks.get(a), this.#ranks.get(b)];
		return (
			Math.floor(rankA / maxForms) - Math.floor(rankB / maxForms) ||
			this.#compareOwners(this.#owners.get(a), this.#owners.get(b)) ||
			rankA - rankB
		);
	}
}

/** `LiveForms` for `FormWalk`: as they are, with all cards or without those (1 by number) that are dropped. */
export class LiveFormSource implements FormSource {
	readonly #forms: LiveForms;
	readonly #isDropped: Uint8Array | undefined;

	constructor(forms: LiveForms, isDropped?: Uint8Array) {
		this.#forms = forms;
		this.#isDropped = isDropped;
	}

	findWord(key: string, rest?: string): number {
		return this.#forms.paths.trie.findWord(key, rest);
	}

	findNext(node: number, word: number): number {
		return this.#forms.paths.trie.findNext(node, word);
	}

	getEntry(node: number): number {
		return this.#forms.nodeEntries.get(node);
	}

	getNextEntry(entry: number): number {
		return this.#forms.entries.get(entry * 3 + 2);
	}

	getForm(entry: number): number {
		return this.#forms.entries.get(entry * 3);
	}

	getEntryCard(entry: number): number {
		const card = this.#forms.entries.get(entry * 3 + 1) - 1;
		return this.#isDropped?.[card] === 1 ? droppedCard : card;
	}

	getFormMode(form: number): FormMode {
		return modes[this.#forms.paths.modes.get(form) & modeBits] ?? 'phrase';
	}

	hasOwnGap(form: number): boolean {
		return (this.#forms.paths.modes.get(form) & ownGapBit) !== 0;
	}

	hasOwnTail(form: number): boolean {
		return (this.#forms.paths.modes.get(form) & ownTailBit) !== 0;
	}

	getFormText(form: number): string {
		return this.#forms.paths.texts.get(form);
	}
}

/** Some milliseconds. */
const ownersPerStep = 1_000;

/** Of one term; what comes behind has its place by chance. */
const maxForms = 1 << 20;

/** What is excluded, by its class and its mode. */
const excludedClass = 2;
const excludedMode: FormMode = 'phrase';

function countForms({ forms, exclusions }: OwnedForms): number {
	return forms.length + exclusions.length;
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a.every((number, at) => number === b[at]);
}
