import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import type { Steps } from '../../base/steps.ts';
import { Turns } from '../../service/turns.ts';
import type { TermRow } from '../../terms/termRow.ts';
import type { TermList } from '../termList.ts';
import { toTermGroupItem, toTermItem } from './termItems.ts';
import { TermIndex, type TermNode, type TermOrder, toTermNodesInSteps } from './termsModel.ts';

/** So few terms behind a filter are seen at once: their groups stand open. */
const maxOpenTerms = 100;

/** Folding names gives way to the editor after so long: a frame of the screen is 16 ms. */
const sliceMs = 8;

/** All terms of the collection as a tree, filtered and in order. The rows are asked for only once somebody looks. */
export class TermsProvider implements vscode.TreeDataProvider<TermNode>, Disposable {
	readonly #list: TermList;
	readonly #changeEmitter = new vscode.EventEmitter<undefined>();
	readonly #showEmitter = new vscode.EventEmitter<void>();
	readonly #disposables: Disposable[];
	#source: readonly TermRow[] | undefined;
	#index: TermIndex | undefined;
	readonly #turns = new Turns(sliceMs);
	#nodes: Promise<readonly TermNode[]> | undefined;
	#parents = new Map<TermNode, TermNode>();
	#shownCount = 0;
	/** Counts what was asked for: only the last of it is shown. */
	#round = 0;
	#order: TermOrder;
	#filter = '';

	readonly onDidChangeTreeData = this.#changeEmitter.event;
	/** Other terms are shown than before. */
	readonly onDidShow = this.#showEmitter.event;

	constructor(list: TermList, order: TermOrder) {
		this.#list = list;
		this.#order = order;
		this.#disposables = [this.#changeEmitter, this.#showEmitter, list.onDidChange(() => this.#renew())];
	}

	get order(): TermOrder {
		return this.#order;
	}

	get filter(): string {
		return this.#filter;
	}

	/** How many terms are shown, of how many. */
	get counts(): { readonly shown: number; readonly all: number } {
		return { shown: this.#shownCount, all: this.#index?.size ?? 0 };
	}

	/** Sorts or filters otherwise; resolves when that is what is shown. */
	async show({ order, filter }: { readonly order?: TermOrder; readonly filter?: string }): Promise<void> {
		this.#order = order ?? this.#order;
		this.#filter = (filter ?? this.#filter).trim();
		this.#renew();
		await this.#getNodes();
	}

	/** Whether this is a line of the view: commands are handed all sorts of things. */
	isTerm(argument: unknown): argument is Extract<TermNode, { readonly type: 'term' }> {
		return (
			typeof argument === 'object' &&
			argument !== null &&
			'type' in argument &&
			argument.type === 'term' &&
			'row' in argument &&
			'id' in argument
		);
	}

	async getChildren(node?: TermNode): Promise<TermNode[]> {
		if (node === undefined) {
			return [...(await this.#getNodes())];
		}
		return node.type === 'term' ? [] : [...node.children];
	}

	getParent(node: TermNode): TermNode | undefined {
		return this.#parents.get(node);
	}

	getTreeItem(node: TermNode): vscode.TreeItem {
		if (node.type === 'term') {
			return toTermItem(node.row, node.id);
		}
		const item = toTermGroupItem(node, this.#order, this.#filter !== '' && this.#shownCount <= maxOpenTerms);
		// Each filter has groups of its own, which stand open where few terms are left.
		item.id = `${node.id}\n${this.#filter}`;
		return item;
	}

	dispose(): void {
		disposeAll(this.#disposables);
	}

	#renew(): void {
		this.#nodes = undefined;
		this.#changeEmitter.fire(undefined);
	}

	#getNodes(): Promise<readonly TermNode[]> {
		this.#nodes ??= this.#makeNodes();
		return this.#nodes;
	}

	async #makeNodes(): Promise<readonly TermNode[]> {
		const round = ++this.#round;
		const rows = await this.#list.get();
		if (rows !== this.#source || this.#index === undefined) {
			this.#index = await this.#turns.run(TermIndex.makeInSteps(rows));
			this.#source = rows;
		}
		const index = this.#index;
		const found = await this.#turns.run(index.findInSteps(this.#filter, this.#order));
		const nodes = await this.#turns.run(toTermNodesInSteps(found, this.#order));
		const parents = await this.#turns.run(listParentsInSteps(nodes));
		// Something else may have been asked for meanwhile: that counts then.
		if (round === this.#round) {
			this.#shownCount = found.length;
			this.#parents = parents;
			this.#showEmitter.fire();
		}
		return nodes;
	}
}

function* listParentsInSteps(nodes: readonly TermNode[]): Steps<Map<TermNode, TermNode>> {
	const parents = new Map<TermNode, TermNode>();
	const waiting = [...nodes];
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		if (node.type !== 'term') {
			for (const child of node.children) {
				parents.set(child, node);
				if (child.type !== 'term') {
					waiting.push(child);
				}
			}
			yield;
		}
	}
	return parents;
}
