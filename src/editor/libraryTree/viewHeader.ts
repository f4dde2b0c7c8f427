import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../base/disposable.ts';
import { settingIds, viewIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { ChosenScope } from '../searchScope.ts';
import type { Settings } from '../settings.ts';
import type { LibraryTreeProvider, TreeNode } from './treeProvider.ts';
import { toViewDescription, toViewMessage, type ViewState } from './viewLines.ts';

/** A look that takes less shows no bar: a window that gets the focus looks again each time. */
const barDelayMs = 400;

/** What the view's head needs of the rest. */
export interface ViewHeaderOptions {
	readonly view: vscode.TreeView<TreeNode>;
	readonly provider: LibraryTreeProvider;
	readonly documents: KnownDocuments;
	readonly scope: ChosenScope;
	readonly settings: Settings;
}

/** Says in the view what the library is doing and what the tree shows: a bar and a line while it reads, counts, and a badge for what was not read. */
export class ViewHeader implements Disposable {
	readonly #options: ViewHeaderOptions;
	readonly #listeners: Disposable[];
	#startTimer: ReturnType<typeof setTimeout> | undefined;
	#finish: (() => void) | undefined;

	constructor(options: ViewHeaderOptions) {
		this.#options = options;
		const { documents, provider, scope, settings } = options;
		this.#listeners = [
			documents.onDidChangeStatus(() => this.#update()),
			documents.onDidChange(() => this.#update()),
			provider.onDidShow(() => this.#update()),
			scope.onDidChange(() => this.#update()),
			settings.onDidChange((change) => {
				if (change.affectsConfiguration(`dossier.${settingIds.treeBadge}`)) {
					this.#update();
				}
			}),
		];
		this.#update();
	}

	dispose(): void {
		this.#stop();
		disposeAll(this.#listeners);
	}

	#start(): void {
		// The bar starts some time after it is asked for: what ends it must be there before.
		const done = new Promise<void>((resolve) => {
			this.#finish = resolve;
		});
		vscode.window.withProgress({ location: { viewId: viewIds.documents } }, () => done).then(undefined, () => undefined);
	}

	#stop(): void {
		clearTimeout(this.#startTimer);
		this.#startTimer = undefined;
		this.#finish?.();
		this.#finish = undefined;
	}

	#update(): void {
		const { view, provider, documents, scope, settings } = this.#options;
		const { status } = documents;
		if (status.phase === 'finding' || status.phase === 'reading') {
			this.#startTimer ??= setTimeout(() => this.#start(), barDelayMs);
		} else {
			this.#stop();
		}
		const state: ViewState = {
			status,
			total: documents.size,
			shown: provider.shownCount,
			filter: provider.view.filter?.text,
			leftOut: documents.leftOut,
			included: scope.isOn ? scope.includedCount : undefined,
		};
		view.message = toViewMessage(state, vscode.l10n.t, vscode.env.language);
		view.description = toViewDescription(state, vscode.l10n.t, vscode.env.language);
		view.badge = settings.values.hasTreeBadge ? toBadge(status.coverage.skipped) : undefined;
	}
}

function toBadge(skipped: number): vscode.ViewBadge | undefined {
	if (skipped === 0) {
		return undefined;
	}
	return {
		value: skipped,
		tooltip:
			skipped === 1
				? vscode.l10n.t('1 document could not be read')
				: vscode.l10n.t('{0} documents could not be read', skipped.toLocaleString(vscode.env.language)),
	};
}
